"""Which finding a correction is of when ids have changed: never a neighbour."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.model import Change
from according.store.database import sqlite
from tests.conftest import record_of

TEXT = (
    "Talks in Lome\n\nThe Lome Herald, 3 May 2024\n\nThe news agency Savoir reported that "
    "President Faure Gnassingbe had said that the border with Ghana would open in June. "
    "The army of Togo attacked rebels on 2 May 2024 and attacked again at night.\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("nested"), {"lome.txt": TEXT})


def change_machine(folder: Path, id: str, *statements: str) -> None:
    """Do to the record as a newer extractor would; `:id` stands for an id."""
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        for each in statements:
            connection.execute(each, {"id": id})


def nested(record: Record) -> tuple[str, str]:
    """The outer and the inner of two statements of which one lies within the other."""
    inner = next(each.statement for each in record.statements() if each.statement.within is not None)
    assert inner.within is not None
    return inner.within, inner.id


def test_an_outer_statement_that_is_found_no_more_is_not_the_inner_one(folder: Path, record: Record) -> None:
    outer, inner = nested(record)
    record.correct("wrong", "statement", outer)
    assert {each.statement.id for each in record.statements()} == {inner}
    # A newer extractor finds the inner one alone.
    change_machine(
        folder, outer, "DELETE FROM corrected", "DELETE FROM statements WHERE id = :id",
        "UPDATE statements SET within = NULL",
    )  # fmt: skip
    event = next(iter(record.happenings())).accounts[0].event.id
    record.correct("right", "event", event)  # puts all corrections of the article into effect anew
    assert [each.statement.id for each in record.statements()] == [inner]
    acts = {act.verdict: act for act in record.judgements()}
    assert acts["wrong"].void
    assert acts["wrong"].now is None
    assert not acts["right"].void


def test_a_statement_whose_boundary_has_moved_is_the_same_by_its_cue(folder: Path, record: Record) -> None:
    _, inner = nested(record)
    record.correct("speaker", "statement", inner, Change(name="Faure Gnassingbe"))
    change_machine(
        folder, inner, "DELETE FROM corrected",
        "UPDATE statements SET id = 'newer', start = start + 5, speaker = NULL WHERE id = :id",
    )  # fmt: skip
    event = next(iter(record.happenings())).accounts[0].event.id
    record.correct("right", "event", event)
    speakers = {each.statement.id: each.speaker.name for each in record.statements()}
    assert "Faure Gnassingbé" in speakers.values() or "Faure Gnassingbe" in speakers.values()
    assert not any(act.void for act in record.judgements())


def test_an_event_of_another_kind_at_the_same_word_is_another(folder: Path, record: Record) -> None:
    event = next(row for row in record.happenings() if row.happening.root == "ASSAULT").accounts[0].event
    record.correct("value", "event", event.id, Change(status="denied"))
    change_machine(
        folder,
        event.id,
        "DELETE FROM corrected",
        "UPDATE events SET status = 'happened', root = 'PROTEST' WHERE id = :id",
        "UPDATE events SET id = 'newer' WHERE id = :id",
        "UPDATE event_parties SET event = 'newer' WHERE event = :id",
    )
    (act,) = record.judgements()
    assert act.void


def test_what_was_said_later_of_a_changed_finding_holds_when_the_change_is_taken_back(record: Record) -> None:
    event = next(row for row in record.happenings() if row.happening.root == "ASSAULT").accounts[0].event
    first = record.correct("value", "event", event.id, Change(root="COERCE"))
    now = next(row.accounts[0].event for row in record.happenings(root="COERCE"))
    assert now.id != event.id
    record.correct("value", "event", now.id, Change(status="denied"))
    record.revoke(first.id)
    found = next(
        each.event for row in record.happenings() for each in row.accounts if each.event.id == event.id
    )
    assert (found.root, found.status) == ("ASSAULT", "denied")
    assert [act.void for act in record.judgements()] == [False, False]
