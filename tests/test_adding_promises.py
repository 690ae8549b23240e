"""Promises that people add: they stand under the agreement that the person names, survive, and can be taken back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.errors import JudgementError, NotFoundError
from according.model import Change, Correction, Span
from according.store.database import sqlite
from according.views import CommitmentRow
from tests.conftest import read_again, record_of
from tests.test_cli import objects
from tests.texts import AGREED

PACT = "a ceasefire agreement in Nairobi on 2 March 2021"
FIRST = "first.txt"
WORDS = "brokered by Kenya"
KENYA = (("Kenya", None),)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("promised"), AGREED)


def add(record: Record, words: str, change: Change) -> Correction:
    number = next(str(each.number) for each in record.articles() if each.uri.endswith(FIRST))
    start = AGREED[FIRST].index(words)
    return record.add("commitment", number, Span(start, start + len(words)), change, author="Ama")


def under(record: Record, words: str) -> list[tuple[str | None, CommitmentRow]]:
    """The promises in some words, each with the name of the agreement under which it is shown."""
    return [
        (one.name, each)
        for one in record.agreements()
        for each in one.commitments
        if each.commitment.what == words
    ]


@pytest.mark.parametrize("pact", [PACT, "The Nairobi agreement", None])
def test_it_stands_under_the_agreement_that_is_named(folder: Path, record: Record, pact: str | None) -> None:
    change = Change(source=KENYA, target=(("Eritrea", None),), date="2021-04", agreement=pact)
    said = add(record, WORDS, change)

    def shown() -> None:
        ((name, row),) = under(record, WORDS)
        assert (name is None) == (pact is None)
        assert name is None or "Nairobi" in name
        one = row.commitment
        assert (one.id, one.due, one.status, one.reason, one.confidence) == (
            said.finding, "2021-04", "promised", "added by a person", 1.0,
        )  # fmt: skip
        assert ([who.name for who in row.by], [who.name for who in row.to]) == (["Kenya"], ["Eritrea"])

    shown()
    read_again(folder)
    shown()
    record.export(folder / "out", format="jsonl")
    written = objects((folder / "out" / "commitments.jsonl").read_text("utf-8"))
    (one,) = (each for each in written if each["id"] == said.finding)
    assert (one["by_names"], one["what"], one["agreement_id"] is None) == (["Kenya"], WORDS, pact is None)
    (act,) = record.judgements()
    assert (act.about, act.author, act.void) == (f"{WORDS} → Kenya → Eritrea", "Ama", False)
    record.revoke(said.id)
    assert under(record, WORDS) == []
    read_again(folder)
    assert under(record, WORDS) == []


def test_what_became_of_it_and_who_says_so_is_put_right_as_of_any_other(record: Record) -> None:
    said = add(record, WORDS, Change(source=KENYA, agreement=PACT, status="unclear", name="Ethiopia"))
    ((_, row),) = under(record, WORDS)
    assert (row.commitment.status, row.reporter.name) == ("unclear", "Ethiopia")
    record.correct("value", "commitment", said.finding, Change(status="reported done"))
    ((_, row),) = under(record, WORDS)
    assert (row.commitment.status, row.commitment.reason) == ("reported done", "corrected by a person")


def test_a_promise_of_somebody_who_is_described(record: Record) -> None:
    add(record, WORDS, Change(source=(("the mediators", None),)))
    ((_, row),) = under(record, WORDS)
    assert row.commitment.by.text == "the mediators"
    assert row.commitment.by.chains == ()


def test_an_agreement_that_is_named_no_more_leaves_it_under_none(folder: Path, record: Record) -> None:
    add(record, WORDS, Change(source=KENYA, agreement="the Nairobi agreement"))
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute(
            "UPDATE instruments SET name = 'another', texts = replace(texts, 'Nairobi', 'Lome')"
        )
    add(
        record, "signed", Change(source=(("Ethiopia", None),))
    )  # puts what was said of the article into effect anew
    assert [name for name, _ in under(record, WORDS)] == [None]


@pytest.mark.parametrize(
    ("words", "change", "error", "says"),
    [
        (WORDS, Change(), JudgementError, "who promises"),
        (WORDS, Change(source=((" ", None),)), JudgementError, "who promises"),
        (WORDS, Change(source=KENYA, status="happened"), JudgementError, "no status"),
        (WORDS, Change(source=KENYA, date="soon"), JudgementError, "no date"),
        (WORDS, Change(source=KENYA, agreement="the treaty of Lome"), NotFoundError, "names no agreement"),
        (WORDS, Change(source=(*KENYA, ("Iceland", None))), NotFoundError, "does not name"),
        ("release 40 Ethiopian prisoners", Change(source=(("Eritrea", None),)), JudgementError, "already"),
        (
            "Eritrea will release 40 Ethiopian prisoners",
            Change(source=(("Eritrea", None),)),
            JudgementError,
            "already",
        ),
        ("release 40 Ethiopian", Change(source=(("Eritrea", None), *KENYA)), JudgementError, "already"),
    ],
)
def test_what_cannot_be_added(
    record: Record, words: str, change: Change, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        add(record, words, change)
    assert not record.judgements()


@pytest.mark.parametrize("other", ["Kenya", "the mediators"])
def test_another_one_promises_the_same(record: Record, other: str) -> None:
    words = "release 40 Ethiopian prisoners"
    add(record, words, Change(source=((other, None),)))
    assert {row.commitment.by.text or row.by[0].name for _, row in under(record, words)} == {"Eritrea", other}
