"""What happened, who took part, what was counted and what was promised: all of it can be put right by a person."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.errors import JudgementError, NotFoundError
from according.model import Change
from according.store.database import sqlite
from according.views import CommitmentRow, EventRow
from tests.conftest import read_again


@pytest.fixture
def mali(fought: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of fights that may be changed."""
    shutil.copytree(fought, tmp_path / "mali")
    with Record.open(tmp_path / "mali" / "record.according") as record:
        yield record


@pytest.fixture
def nairobi(agreed: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of agreements that may be changed."""
    shutil.copytree(agreed, tmp_path / "nairobi")
    with Record.open(tmp_path / "nairobi" / "record.according") as record:
        yield record


def shelling(record: Record) -> EventRow:
    """The shelling of Timbuktu as the English article tells it."""
    return next(each for each in record.events() if "shelled" in each.sentence)


def release(record: Record) -> CommitmentRow:
    """The promise to let prisoners go."""
    return next(each for each in promises(record) if "prisoners" in each.commitment.what)


def promises(record: Record) -> list[CommitmentRow]:
    """All commitments."""
    return [each for agreement in record.agreements() for each in agreement.commitments]


def names(row: EventRow) -> tuple[list[str | None], list[str | None]]:
    """Who does it, and to whom."""
    return [each.name for each in row.source], [each.name for each in row.target]


def test_who_took_part_survives_another_read_and_comes_back(mali: Record, tmp_path: Path) -> None:
    before = shelling(mali)
    wrong = Change(source=(("Ghana", None),), target=(("Mali", None), ("Timbuktu", None)))
    said = mali.correct("parties", "event", before.event.id, wrong, author="Ama")
    assert names(shelling(mali)) == (["Ghana"], ["Mali", "Timbuktu"])
    read_again(tmp_path / "mali")
    assert names(shelling(mali)) == (["Ghana"], ["Mali", "Timbuktu"])
    assert shelling(mali) in list(mali.events(by="Ghana"))
    assert mali.judgements()[0].about == "shelled → Ghana → Mali, Timbuktu"
    mali.revoke(said.id)
    assert names(shelling(mali)) == names(before)
    assert shelling(mali).event == before.event


def other_chains(folder: Path, *names: str) -> None:
    """Let a newer pipeline have found other chains than those that were corrected; names are replaced in pairs."""
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        for id, told in connection.execute("SELECT id, change FROM corrections").fetchall():
            change = json.loads(told)
            change |= {"chain": "0" * 16} if "chain" in change else {}
            for side in {"source", "target"} & change.keys():
                change[side] = [[name, chain and "0" * 16] for name, chain in change[side]]
            told = json.dumps(change)
            for old, new in zip(names[::2], names[1::2], strict=True):
                told = told.replace(old, new)
            connection.execute("UPDATE corrections SET change = ? WHERE id = ?", (told, id))


def shelled_in_french(record: Record) -> EventRow:
    """The shelling of Timbuktu as the French article tells it."""
    return next(each for each in record.events() if "bombard" in each.sentence)


def test_whom_the_article_calls_otherwise_is_found_again(mali: Record, tmp_path: Path) -> None:
    before = shelled_in_french(mali).event
    mali.correct("parties", "event", before.id, Change(target=(("Timbuktu", None), ("Mali", None))))
    mali.correct("place", "event", shelled_in_french(mali).event.id, Change(name="Timbuktu"))
    put = shelled_in_french(mali)
    assert put.place is not None
    other_chains(tmp_path / "mali")
    read_again(tmp_path / "mali")
    now = shelled_in_french(mali)
    assert (names(now), now.place) == (names(put), put.place)
    assert now.event.reason == "corrected by a person"


def test_what_the_machine_found_stays_where_nobody_is_called_so_any_more(
    mali: Record, tmp_path: Path
) -> None:
    before = shelling(mali)
    mali.correct("parties", "event", before.event.id, Change(source=(("Ghana", None), ("Mali", None))))
    mali.correct("place", "event", shelling(mali).event.id, Change(name="Ghana"))
    other_chains(tmp_path / "mali", "Ghana", "Freedonia")
    read_again(tmp_path / "mali")
    now = shelling(mali)
    assert (names(now), now.place) == (names(before), before.place)
    assert now.event.confidence == before.event.confidence
    assert now.event.reason.startswith("as the machine found it")


def test_one_side_alone_is_put_right_and_may_be_nobody_or_described(mali: Record) -> None:
    before = names(shelling(mali))
    mali.correct("parties", "event", shelling(mali).event.id, Change(target=()))
    assert names(shelling(mali)) == (before[0], [])
    mali.correct("parties", "event", shelling(mali).event.id, Change(target=(("the traders", None),)))
    assert names(shelling(mali)) == (before[0], ["the traders"])
    several = (("Mali", None), ("the traders", None))
    with pytest.raises(NotFoundError, match="the traders"):
        mali.correct("parties", "event", shelling(mali).event.id, Change(target=several))


def test_another_kind_is_another_finding_at_the_same_place(mali: Record, tmp_path: Path) -> None:
    before = shelling(mali)
    other = "COERCE" if before.event.root != "COERCE" else "ASSAULT"
    said = mali.correct("value", "event", before.event.id, Change(root=other))
    now = shelling(mali)
    assert (now.event.root, now.event.mode, now.event.status) == (other, None, before.event.status)
    assert names(now) == names(before)
    assert now.event.id != before.event.id
    # What is said of it later is said of what stands there now.
    mali.correct("value", "event", now.event.id, Change(status="denied"))
    read_again(tmp_path / "mali")
    assert (shelling(mali).event.root, shelling(mali).event.status) == (other, "denied")
    mali.revoke(said.id)
    assert (shelling(mali).event.root, shelling(mali).event.status) == (before.event.root, "denied")


def test_a_unit_and_a_thing_are_put_right_without_the_number(claimed: Path, tmp_path: Path) -> None:
    shutil.copytree(claimed, tmp_path, dirs_exist_ok=True)
    with Record.open(tmp_path / "record.according") as record:
        figure = next(each.figure for each in record.figures() if each.figure.text.startswith("12"))
        record.correct("value", "figure", figure.id, Change(unit="", what="  lost\n houses "))
        now = next(each.figure for each in record.figures() if each.figure.id == figure.id)
        assert (now.value, now.unit, now.what) == (figure.value, None, "lost houses")
        record.correct("value", "figure", figure.id, Change(value=13))
        now = next(each.figure for each in record.figures() if each.figure.id == figure.id)
        assert (now.value, now.unit, now.what) == (13, None, "lost houses")
        assert record.judgements()[1].about.endswith("→ lost houses")


def test_a_promise_is_put_right_by_whom_to_whom_and_what_became_of_it(
    nairobi: Record, tmp_path: Path
) -> None:
    before = release(nairobi)
    wrong = Change(source=(("Kenya", None),), target=(("Eritrea", None),))
    said = nairobi.correct("parties", "commitment", before.commitment.id, wrong)
    nairobi.correct("value", "commitment", release(nairobi).commitment.id, Change(status="disputed"))
    nairobi.correct("value", "commitment", release(nairobi).commitment.id, Change(date="2021-04"))
    read_again(tmp_path / "nairobi")
    now = release(nairobi)
    assert [each.name for each in (*now.by, *now.to)] == ["Kenya", "Eritrea"]
    assert (now.commitment.status, now.commitment.due) == ("disputed", "2021-04")
    assert now.commitment.reason == "corrected by a person"
    nairobi.revoke(said.id)
    assert release(nairobi).by == before.by


def test_what_is_no_promise_is_gone(nairobi: Record, tmp_path: Path) -> None:
    one = release(nairobi).commitment.id
    said = nairobi.correct("wrong", "commitment", one, note="a demand")
    assert one not in [each.commitment.id for each in promises(nairobi)]
    read_again(tmp_path / "nairobi")
    assert one not in [each.commitment.id for each in promises(nairobi)]
    nairobi.revoke(said.id)
    assert release(nairobi).commitment.id == one


@pytest.mark.parametrize(
    ("verdict", "change"),
    [
        ("value", Change(status="reported done")),
        ("value", Change(value=3)),
        ("parties", Change()),
        ("parties", Change(name="Mali")),
    ],
)
def test_what_cannot_be_said_of_an_event_is_refused(mali: Record, verdict: str, change: Change) -> None:
    with pytest.raises(JudgementError):
        mali.correct(verdict, "event", shelling(mali).event.id, change)  # type: ignore[arg-type]
    assert mali.judgements() == []


def test_what_cannot_be_said_of_a_promise_is_refused(nairobi: Record) -> None:
    for change in (Change(status="happened"), Change(date="soon"), Change(root="ASSAULT")):
        with pytest.raises(JudgementError):
            nairobi.correct("value", "commitment", release(nairobi).commitment.id, change)


def test_judgements_are_exported_with_what_was_taken_back(mali: Record, tmp_path: Path) -> None:
    one = mali.correct(
        "value", "event", shelling(mali).event.id, Change(status="denied"), author="Ama", note="n"
    )
    mali.correct("wrong", "event", shelling(mali).event.id, author="Kofi")
    mali.revoke(one.id, author="Kofi", note="no")
    assert mali.export(tmp_path / "out", format="jsonl")["judgements"] == 2
    lines = (tmp_path / "out" / "judgements.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["id"], first["verdict"], first["author"], first["note"]) == (one.id, "value", "Ama", "n")
    assert (first["revoked_by"], first["revoked_note"]) == ("Kofi", "no")
    assert (second["verdict"], second["revoked_at"]) == ("wrong", None)
    assert first["said"]["change"] == {"status": "denied"}
