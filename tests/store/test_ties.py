"""Between whom things are told to have happened: nobody is given an act that nobody tells of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.store.database import sqlite
from according.views import Ties
from tests.conftest import record_of
from tests.store.older import BEFORE_13

TEXTS = {
    "one.txt": "Coast\n\nACCRA, May 6, 2021 (Reuters) - Ghana and Togo arrested dozens of smugglers on 5 May 2021. "
    "Kenya and Uganda signed a treaty in Nairobi on 4 May 2021. Kenya attacked Somalia on 3 May 2021.\n",
    "two.txt": "Border\n\nNAIROBI, May 7, 2021 (AP) - Ethiopia did not attack Eritrea. "
    "Ethiopia plans to attack Eritrea in June 2021.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("ties"), TEXTS)


@pytest.fixture
def record(folder: Path) -> Iterator[Record]:
    with Record.open(folder / "record.according") as record:
        yield record


def between(ties: Ties, one: str, other: str) -> set[str]:
    name = {each.id: each.name for each in ties.actors}
    return {each.root for each in ties.ties if {name[each.source], name[each.target]} == {one, other}}


def test_what_two_do_to_nobody_who_is_known_is_nothing_between_them(record: Record) -> None:
    assert any(len(each.happening.source) > 1 and not each.happening.target for each in record.happenings())
    assert between(record.ties("Ghana"), "Ghana", "Togo") == set()
    assert record.between("Ghana", "Togo") == []


def test_what_two_do_together_is_between_them(record: Record) -> None:
    assert len(between(record.ties("Kenya"), "Kenya", "Uganda")) == 1
    assert [len(each.happening.target) for each in record.between("Kenya", "Uganda")] == [2]


def test_only_what_is_told_as_fact_has_a_month_but_all_has_its_status(record: Record) -> None:
    found = record.ties("Ethiopia")
    assert {each.status for each in found.ties} == {"denied", "planned"}
    assert found.months == ()
    assert record.ties("Somalia").months == (("2021-05", "ASSAULT", 1),)


def test_an_older_record_forgets_what_it_invented(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.according"
    path.write_bytes((folder / "record.according").read_bytes())
    with closing(sqlite.connect(path)) as connection:
        connection.execute(
            "INSERT INTO relations SELECT s.value, t.value, h.id, h.root, h.status, h.earliest FROM happenings h, "
            "json_each(h.source) s, json_each(h.source) t WHERE h.target = '[]' AND s.value <> t.value"
        )
        connection.executescript(BEFORE_13)
        connection.execute("PRAGMA user_version = 11")
        connection.commit()
    with Record.open(path) as record:
        assert record.between("Ghana", "Togo") == []
        assert len(record.between("Kenya", "Uganda")) == 1
