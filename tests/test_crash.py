from __future__ import annotations

import json
from pathlib import Path
from unicodedata import name
from zipfile import ZipFile

import pytest

from benchmarks import SkippedError, crash


def test_a_kill_at_any_moment_loses_nothing_that_was_reported_as_saved(tmp_path: Path) -> None:
    """A few of the kills of `benchmarks/crash.py`: killed, looked at, resumed, compared with an undisturbed read."""
    try:
        outcome = crash.run(tmp_path, kills=8, documents=300, kills_of_a_record=3)
    except SkippedError as reason:
        pytest.skip(str(reason))
    assert outcome.kills == 8
    assert outcome.lost == []
    assert outcome.differences == []


def test_the_comparison_sees_what_is_lost(tmp_path: Path) -> None:
    news, record, events = tmp_path / "news", tmp_path / "r.according", tmp_path / "events"
    crash.generate(news, 6)
    assert crash.stored(record) == set()
    assert crash.start(news, record, events).wait() == 3  # one input is broken on purpose
    assert len(crash.reported(events)) == 6
    assert crash.reported(events) == crash.stored(record)
    expected = crash.exported(record, tmp_path / "export")
    (news / "00000.txt").write_text("Something else\n\nThe delegations met on Monday.\n")
    crash.start(news, record, events).wait()
    assert crash.exported(record, tmp_path / "export") != expected


def test_in_all_kinds_of_input_some_news_is_in_several_scripts(tmp_path: Path) -> None:
    news = tmp_path / "news"
    crash.generate(news, 3 * crash.SCRIPTS)
    with ZipFile(news / "archive.zip") as archive:
        packed = b"".join(map(archive.read, archive.namelist())).decode()
    single = "".join(path.read_text("utf-8") for path in sorted(news.glob("*.txt")))
    rows = [json.loads(line)["text"] for line in (news / "table.jsonl").read_text("utf-8").splitlines()]
    for text in (packed, single, "".join(rows)):
        assert {"LATIN", "CYRILLIC", "ARMENIAN"} <= {name(each).split()[0] for each in text if each.isalpha()}
