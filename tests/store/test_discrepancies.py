"""What is counted of discrepancies: those that somebody has dismissed are none any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from according import Record
from according.settings import Settings

TEXTS = {
    "army": "{toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, the army said.",
    "doctors": "{toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, doctors said.",
}
TOLLS = {"army": "Nine", "doctors": "Thirty"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    rows = [
        {"text": text.format(toll=TOLLS[who]), "date": "2023-03-14", "outlet": who, "language": "en"}
        for who, text in TEXTS.items()
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with Record.open(tmp_path / "record.according", create=True) as opened:
        opened.read([str(tmp_path / "news.jsonl")], Settings(jobs=1))
        yield opened


def told(record: Record) -> tuple[int, int, int]:
    """Return how many differences the overview counts and shows, and how many the list of stories counts."""
    overview = record.overview()
    return (
        overview.differing,
        len(overview.differences),
        sum(each.differences for each in record.headlines(single=True)),
    )


def test_what_is_dismissed_is_not_counted(record: Record) -> None:
    (one,) = record.differences()
    assert told(record) == (1, 1, 1)
    ruling = record.rule("dismiss", one.discrepancy.id)
    assert list(record.differences()) == []
    assert told(record) == (0, 0, 0)
    record.revoke(ruling.id)
    assert told(record) == (1, 1, 1)
    record.rule("confirm", one.discrepancy.id)
    assert told(record) == (1, 1, 1)
