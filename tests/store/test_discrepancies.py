"""What is counted of discrepancies: those that somebody has dismissed are none any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from according import Record
from according.pipeline.linking import link
from according.settings import Settings
from according.store import tables
from according.store.database import Database

TEXTS = {
    "army": "{toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, the army said.",
    "police": "{toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, police said.",
    "doctors": "{toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, doctors said.",
}
TOLLS = {"army": "Nine", "doctors": "Thirty", "police": "Twelve"}


def news(folder: Path, *names: str) -> str:
    rows = [
        {"text": TEXTS[who].format(toll=TOLLS[who]), "date": "2023-03-14", "outlet": who, "language": "en"}
        for who in names
    ]
    path = folder / f"{'-'.join(names)}.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return str(path)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.according", create=True) as opened:
        opened.read([news(tmp_path, "army", "doctors")], Settings(jobs=1))
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


def test_what_another_process_worked_out_later_stays(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "record.according"
    with Database(path) as database:
        with database.writing() as connection:
            connection.execute(update(tables.due).values(done=0))

        def meanwhile(chains: int) -> None:
            assert chains
            with Record.open(path) as other:
                other.read([news(tmp_path, "police")], Settings(jobs=1))

        link(database, meanwhile)
    tolls = {
        says.says for each in record.differences() for some in each.discrepancy.positions for says in some
    }
    assert {each.split()[0] for each in tolls} == set(TOLLS.values())
