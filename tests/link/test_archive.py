"""What accounts differ in, in an archive of several conflicts that is read into one record."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from according import Record
from according.settings import Settings
from according.views import DiscrepancyRow

_ARCHIVE = cast(dict[str, Any], yaml.safe_load(Path(__file__).with_name("archive.yml").read_text("utf-8")))
_URL = "https://archive.example/"

Pair = tuple[str, str, str]


@pytest.fixture(scope="module")
def differences(tmp_path_factory: pytest.TempPathFactory) -> list[DiscrepancyRow]:
    folder = tmp_path_factory.mktemp("archive")
    rows = (
        {**given, "date": str(given["date"]), "url": _URL + name}
        for name, given in _ARCHIVE["articles"].items()
    )
    (folder / "news.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news.jsonl")], Settings(jobs=1))
        return list(record.differences(series=True))


def pairs(row: DiscrepancyRow) -> set[Pair]:
    """Return in what which articles differ."""
    names = [
        {(each.row.article.url or "").removeprefix(_URL) for each in position} for position in row.positions
    ]
    return {
        (row.discrepancy.kind, min(one, other), max(one, other))
        for some, others in combinations(names, 2)
        for one in some
        for other in others
    }


@pytest.mark.parametrize("pair", _ARCHIVE["differ"], ids=lambda pair: "-".join(map(str, pair)))
def test_accounts_that_differ_are_one_discrepancy(differences: list[DiscrepancyRow], pair: list[str]) -> None:
    wanted = cast(Pair, tuple(pair))
    found = [row for row in differences if wanted in pairs(row) and not row.discrepancy.series]
    assert len(found) == 1


def test_nothing_else_is_reported(differences: list[DiscrepancyRow]) -> None:
    wanted = {tuple(pair) for pair in _ARCHIVE["differ"]}
    reported = [row for row in differences if not row.discrepancy.series]
    assert [row.discrepancy.about for row in reported if not pairs(row) & wanted] == []


def test_a_forecast_and_what_came_of_it_follow_one_another(differences: list[DiscrepancyRow]) -> None:
    assert any(("figure", "b5", "b6") in pairs(row) for row in differences if row.discrepancy.series)


def test_what_is_told_in_several_languages_is_one_discrepancy(differences: list[DiscrepancyRow]) -> None:
    (row,) = (
        row
        for row in differences
        if row.discrepancy.kind == "figure" and ("figure", "a1", "a2") in pairs(row)
    )
    first = row.positions[0] if len(row.positions[0]) > 1 else row.positions[1]
    assert {each.row.article.language for each in first} >= {"en", "es"}
