"""Events and happenings in a record: written with their articles, linked, asked for by who, whom, what and when."""

from __future__ import annotations

from typing import Any

import pytest

from according import pipeline
from according.errors import SettingsError
from according.model import (
    NOBODY,
    Chain,
    Document,
    Event,
    Findings,
    Kind,
    Mention,
    Party,
    Span,
    Status,
    content_id,
)
from according.store import events as stored
from according.store import happenings
from according.store.database import Database
from according.store.write import Writer
from tests.store.conftest import make_article

TEXT = "Mali shelled Ghana on 5 May.\nThe president said that protesters burned a bridge. Ghana was not arming Togo."


class Teller:
    """Writes documents in which the same things happen by the words that stand there."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def tell(self, uri: str, text: str = TEXT, **fields: Any) -> str:
        document = Document.make(uri, text.encode(), "text/plain", "utf-8", text)
        article = make_article(document, language="en", **fields)

        def at(words: str) -> Span:
            start = text.index(words)
            return Span(start, start + len(words))

        def chain(words: str, kind: Kind, key: str | None, named: bool) -> Chain:
            form = "name" if named else "description"
            mention = Mention(
                content_id(article.id, words), article.id, at(words), words, kind, form, 0.9, "r"
            )  # type: ignore[arg-type]
            return Chain(
                content_id("chain", article.id, words), article.id, kind, words, "en", key, (), None, named, (mention,)
            )  # fmt: skip

        states = {
            name: chain(name, "state", f"state:{code}", True) for name, code in STATES.items() if name in text
        }
        chains = [*states.values()]
        if "president" in text:
            chains.append(chain("The president", "person", None, False))

        def party(words: str | None) -> Party:
            if words is None:
                return NOBODY
            return Party((states[words].id,) if words in states else (), at(words), words)

        def event(
            word: str, who: str | None, whom: str | None, status: Status = "happened", **more: Any
        ) -> Event:
            start = text.rfind("\n", 0, text.index(word)) + 1
            known: dict[str, Any] = {
                "root": "ASSAULT", "mode": None, "place": None, "date": None, "reported_by": None,
                "reported_text": None, "measures": (), "confidence": 0.9, "reason": "S V T",
            }  # fmt: skip
            return Event(
                article=article.id, trigger=at(word), sentence=Span(start, len(text)), text=word, source=party(who),
                target=party(whom), status=status, **{**known, **more},
            )  # fmt: skip

        found = [event("shelled", "Mali", "Ghana", mode="heavy-weapons", date="2021-05-05")]
        if "burned" in text:
            found += [
                event(
                    "burned", "protesters", "bridge", mode="destroy", reported_by=chains[-1].id,
                    reported_text="The president", measures=(at("a bridge"),),
                ),
                event("arming", "Ghana", "Togo", status="denied", root="AID", mode="arms"),
            ]  # fmt: skip
        writer = Writer(self.database, "run")
        writer.holds(document)
        writer.add(document, [(article, text)])
        sentences = (Span(0, text.index(".") + 1), Span(text.index(".") + 2, len(text)))
        writer.found(article.id, Findings(tuple(chains), sentences, events=tuple(found)))
        writer.commit()
        pipeline.link(self.database)
        return article.id


STATES = {"Mali": "ML", "Ghana": "GH", "Togo": "TG"}


@pytest.fixture
def teller(database: Database) -> Teller:
    return Teller(database)


def words(database: Database, **asked: Any) -> list[str]:
    with database.reading() as connection:
        return [each.event.text for each in stored.events(connection, **asked)]


def test_events_come_back_as_they_were_found(teller: Teller) -> None:
    article = teller.tell("a", published="2021-05-06")
    with teller.database.reading() as connection:
        shelled, burned, arming = stored.events(connection, article=article)
    assert [who.name for who in (*shelled.source, *shelled.target)] == ["Mali", "Ghana"]
    assert (shelled.event.root, shelled.event.mode, shelled.event.date) == (
        "ASSAULT",
        "heavy-weapons",
        "2021-05-05",
    )
    assert shelled.sentence == "Mali shelled Ghana on 5 May."
    assert [(who.entity, who.name) for who in burned.source] == [(None, "protesters")]
    assert (burned.reporter.entity, burned.reporter.name) == (None, "The president")
    assert [TEXT[start:end] for start, end in burned.event.measures] == ["a bridge"]
    assert (arming.event.status, arming.place.name, arming.reporter.name) == ("denied", None, None)
    for each in (shelled, burned, arming):
        assert each.happening is not None
        for span, text in (
            (each.event.trigger, each.event.text),
            (each.event.source.span, each.event.source.text),
        ):
            assert span is not None
            assert TEXT[span.start : span.end] == text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"by": "Mali"}, ["shelled"]),
        ({"by": "malí"}, ["shelled"]),
        ({"to": "Ghana"}, ["shelled"]),
        ({"by": "Ghana"}, ["arming"]),
        ({"by": "protesters"}, ["burned"]),
        ({"to": "BRIDGE"}, ["burned"]),
        ({"by": "nobody"}, []),
        ({"root": "AID"}, ["arming"]),
        ({"status": "denied"}, ["arming"]),
        ({"root": "ASSAULT", "to": "Togo"}, []),
        ({"since": "2021-05-06"}, ["burned", "arming"]),
        ({"until": "2021-05-05"}, ["shelled"]),
        ({"since": "2021-05"}, ["shelled", "burned", "arming"]),
        ({"limit": 2}, ["shelled", "burned"]),
        ({"article": "none"}, []),
    ],
)
def test_asked_for(teller: Teller, asked: dict[str, Any], found: list[str]) -> None:
    teller.tell("a", published="2021-05-06")
    assert words(teller.database, **asked) == found


def test_a_wrong_day(teller: Teller) -> None:
    with pytest.raises(SettingsError, match="soon"):
        words(teller.database, since="soon")


def test_events_of_a_document_read_anew_are_replaced(teller: Teller) -> None:
    teller.tell("a")
    teller.tell("a")
    assert words(teller.database) == ["shelled", "burned", "arming"]
    with teller.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event_parties").scalar() == 4


SHORT = "Ghana was shelled by Mali on 5 May, an agency said."


class TestHappenings:
    def test_two_articles_tell_of_one(self, teller: Teller) -> None:
        teller.tell("a", published="2021-05-06", outlet="Post")
        teller.tell("b", SHORT, published="2021-05-07", outlet="Tribune", agency="Wire")
        with teller.database.reading() as connection:
            first, *others = happenings.happenings(connection)
            assert (first.happening.date, first.happening.told) == ("2021-05-05", "2021-05-06")
            assert [each.row.uri for each in first.accounts] == ["a", "b"]
            assert {each.happening for each in first.accounts} == {first.happening.id}
            assert [who.name for who in (*first.source, *first.target)] == ["Mali", "Ghana"]
            assert first.happening.origins == 2
            assert len(others) == 2
            exported = list(happenings.exported(connection))
        assert exported == sorted((each.happening for each in (first, *others)), key=lambda each: each.id)

    def test_whom_nobody_knows_goes_by_the_words(self, teller: Teller) -> None:
        teller.tell("a")
        with teller.database.reading() as connection:
            (burned,) = happenings.happenings(connection, by="protesters")
        assert [(who.entity, who.name) for who in burned.source] == [(None, "protesters")]
        assert burned.happening.source == ()

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({}, ["shelled", "arming", "burned"]),
            ({"by": "Mali"}, ["shelled"]),
            ({"to": "Togo"}, ["arming"]),
            ({"root": "AID"}, ["arming"]),
            ({"statuses": ("happened", "denied")}, ["shelled", "arming", "burned"]),
            ({"statuses": ("denied",)}, ["arming"]),
            ({"since": "2021-05-06"}, ["arming", "burned"]),
            ({"until": "2021-05-05"}, ["shelled"]),
            ({"limit": 1}, ["shelled"]),
        ],
    )
    def test_asked_for(self, teller: Teller, asked: dict[str, Any], found: list[str]) -> None:
        teller.tell("a", published="2021-05-06")
        with teller.database.reading() as connection:
            rows = list(happenings.happenings(connection, **asked))
        assert [row.accounts[0].event.text for row in rows] == found

    def test_those_without_any_day_come_last(self, teller: Teller) -> None:
        teller.tell("a")
        with teller.database.reading() as connection:
            rows = list(happenings.happenings(connection))
        assert rows[0].accounts[0].event.text == "shelled"
        assert [row.happening.date for row in rows] == ["2021-05-05", None, None]

    def test_worked_out_anew(self, teller: Teller) -> None:
        teller.tell("a")
        with teller.database.reading() as connection:
            before = list(happenings.exported(connection))
        teller.tell("b", SHORT)
        teller.tell("a")
        with teller.database.reading() as connection:
            after = list(happenings.exported(connection))
        assert {each.id for each in before} <= {each.id for each in after}


def test_accounts_tell_the_origin_and_story_of_their_article(teller: Teller) -> None:
    teller.tell("b", SHORT)
    with teller.database.reading() as connection:
        (alone,) = stored.accounts(connection, {}, {}, {})
        (account,) = stored.accounts(connection, {}, {alone.article: "original"}, {alone.article: "told"})
    assert (alone.origin, alone.story) == (alone.article, None)
    assert (account.origin, account.story) == ("original", "told")
    assert (account.source, account.source_text) == (frozenset(), "Mali")
