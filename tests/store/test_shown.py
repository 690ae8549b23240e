"""What findings are shown with: who tells them, in which stretch, from which part of an article."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from according.link.entities import link
from according.model import (
    Chain,
    Date,
    Document,
    Event,
    Figure,
    Findings,
    Form,
    Mark,
    MarkKind,
    Mention,
    Party,
    Span,
    Statement,
    content_id,
)
from according.store import claims
from according.store import entities as stored
from according.store.database import Database
from according.store.query import ArticleFilter
from according.store.shown import sentences
from according.store.write import Writer
from according.views import TimelineEntry
from tests.store.conftest import make_article

ALL = ArticleFilter()


class Page:
    """An article in which things are found by the words that stand there."""

    def __init__(self, database: Database, text: str, *marks: tuple[str, MarkKind]) -> None:
        self.database = database
        self.text = text
        self.document = Document.make("a", text.encode(), "text/plain", "utf-8", text)
        own = tuple(Mark(self.at(words), kind, "r") for words, kind in marks)
        self.article = make_article(self.document, language="en", marks=own)

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def chain(self, name: str, *mentions: tuple[str, Form]) -> Chain:
        """A person of that name, mentioned so."""
        found = tuple(
            Mention(content_id(words, form), self.article.id, self.at(words), words, "person", form, 0.9, "r")
            for words, form in mentions
        )
        named = any(form == "name" for _, form in mentions)
        return Chain(content_id(name), self.article.id, "person", name, "en", None, (), None, named, found)

    def said(self, speaker: Chain | None, by: str | None, cue: str, *content: str) -> Statement:
        stretches = tuple(self.at(words) for words in content)
        return Statement(
            self.article.id, speaker.id if speaker else None, self.at(by) if by else None, by, None, self.at(cue),
            stretches, "indirect", "say", "certain", 0.9, "r", " … ".join(content),
        )  # fmt: skip

    def figure(self, claimant: Chain | None, by: str | None, words: str) -> Figure:
        return Figure(
            self.article.id, self.at(words), words, 1.0, None, None, "exact", "person", words,
            claimant.id if claimant else None, by, None, None, 0.9, "r",
        )  # fmt: skip

    def date(self, words: str, value: str) -> Date:
        return Date(self.article.id, self.at(words), words, value, 0.9, "stated")

    def event(self, trigger: str, *measures: str) -> Event:
        nobody = Party((), None, None)
        return Event(
            self.article.id, self.at(trigger), Span(0, len(self.text)), trigger, "ASSAULT", None, nobody, nobody, None,
            None, "happened", None, None, tuple(map(self.at, measures)), 0.9, "r",
        )  # fmt: skip

    def save(
        self,
        *chains: Chain,
        events: tuple[Event, ...] = (),
        statements: tuple[Statement, ...] = (),
        figures: tuple[Figure, ...] = (),
        dates: tuple[Date, ...] = (),
    ) -> None:
        spans = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", self.text))
        writer = Writer(self.database, "run")
        writer.holds(self.document)
        writer.add(self.document, [(self.article, self.text)])
        writer.found(self.article.id, Findings(chains, spans, dates, statements, figures, events))
        writer.commit()

    def link(self) -> None:
        """Work out who the chains are."""
        with self.database.reading() as connection:
            change = stored.due(connection)
            assert change is not None
            linked = link(stored.chains(connection), [])
        with self.database.writing() as connection:
            stored.save(connection, change, linked.entities, linked.links, linked.suggestions)

    def timeline(self) -> list[TimelineEntry]:
        with self.database.reading() as connection:
            return list(claims.timeline(connection))


class TestWho:
    @pytest.mark.parametrize(
        ("name", "mentions", "by", "shown"),
        [
            ("she", (("she", "pronoun"),), "A nurse of the camp", "A nurse of the camp"),
            ("she", (("she", "pronoun"),), "she", "she"),
            ("she", (("she", "pronoun"),), None, None),
            ("nurse", (("A nurse", "description"),), "A nurse of the camp", "A nurse of the camp"),
            ("nurse", (("A nurse", "description"), ("she", "pronoun")), "she", "nurse"),
            ("nurse", (("A nurse", "description"),), None, "nurse"),
        ],
    )
    def test_whom_the_article_only_describes_goes_by_the_words_that_stand_there(
        self,
        database: Database,
        name: str,
        mentions: tuple[tuple[str, Form], ...],
        by: str | None,
        shown: str | None,
    ) -> None:
        page = Page(database, "A nurse of the camp\nsaid she saw 9 men.")
        nurse = page.chain(name, *mentions)
        page.save(
            nurse,
            statements=(page.said(nurse, by, "said", "she saw 9 men"),),
            figures=(page.figure(nurse, by, "9 men"),),
        )
        with database.reading() as connection:
            (statement,) = claims.statements(connection, ALL)
            (figure,) = claims.figures(connection, ALL)
        assert statement.speaker.entity is None
        assert (statement.speaker.name, figure.claimant.name) == (shown, shown)
        assert statement.as_json()["speaker_name"] == figure.as_json()["claimant_name"] == shown

    def test_words_that_are_shown_stand_on_one_line(self, database: Database) -> None:
        page = Page(database, "A nurse\nof the camp said it.")
        page.save(statements=(page.said(None, "A nurse\nof the camp", "said", "it"),))
        with database.reading() as connection:
            (statement,) = claims.statements(connection, ALL)
        assert statement.speaker.name == "A nurse of the camp"

    def test_nobody_tells_what_he_says_himself(self, database: Database) -> None:
        page = Page(database, "The nurse said she had said no.")
        nurse = page.chain("nurse", ("The nurse", "description"), ("she", "pronoun"))
        outer = page.said(nurse, "The nurse", "said", "she had said no")
        inner = page.said(nurse, "she", "had said", "no")
        told = Statement(**{**{name: getattr(inner, name) for name in inner.__slots__}, "within": outer.id})
        page.save(nurse, statements=(outer, told))
        with database.reading() as connection:
            assert [each.via.name for each in claims.statements(connection, ALL)] == [None, None]


class TestStretches:
    TEXT = "“We fled on 4 May,” Otto Klemp said on 6 May. “We hid until 8 May.”"

    def test_what_stands_between_two_stretches_is_not_said(self, database: Database) -> None:
        page = Page(database, self.TEXT)
        klemp = page.chain("Otto Klemp", ("Otto Klemp", "name"))
        statement = page.said(klemp, "Otto Klemp", "said", "We fled on 4 May,", "We hid until 8 May.")
        days = tuple(page.date(f"{day} May", f"2021-05-0{day}") for day in (4, 6, 8))
        page.save(klemp, statements=(statement,), dates=days)
        assert [(each.date.text, each.speaker.name) for each in page.timeline()] == [
            ("4 May", "Otto Klemp"),
            ("6 May", None),
            ("8 May", "Otto Klemp"),
        ]

    def test_of_statements_in_one_another_the_innermost_tells_it(self, database: Database) -> None:
        page = Page(database, "AFP writes that on 1 May Klemp said it ended on 2 May, and on 3 May began.")
        outer = page.said(None, "AFP", "writes", "on 1 May Klemp said it ended on 2 May, and on 3 May began.")
        inner = page.said(None, "Klemp", "said", "it ended on 2 May")
        days = tuple(page.date(f"{day} May", f"2021-05-0{day}") for day in (1, 2, 3))
        page.save(statements=(outer, inner), dates=days)
        assert [each.speaker.name for each in page.timeline()] == ["AFP", "Klemp", "AFP"]

    @pytest.mark.parametrize(("about", "found"), [("Ada Brandt", 1), ("Otto Klemp", 0)])
    def test_a_statement_is_about_whom_it_mentions_and_not_about_its_speaker(
        self, database: Database, about: str, found: int
    ) -> None:
        page = Page(database, "“We fled,” Otto Klemp said. “We hid with Ada Brandt.”")
        klemp = page.chain("Otto Klemp", ("Otto Klemp", "name"))
        brandt = page.chain("Ada Brandt", ("Ada Brandt", "name"))
        said = page.said(klemp, "Otto Klemp", "said", "We fled,", "We hid with Ada Brandt.")
        page.save(klemp, brandt, statements=(replace(said, text="We fled … We hid with her"),))
        page.link()
        with database.reading() as connection:
            assert len(list(claims.statements(connection, ALL, about=about))) == found


@pytest.mark.parametrize(
    ("of", "found"),
    [
        ("killed", ["43 civilians"]),
        ("civilians KILLED", ["43 civilians"]),
        ("dead", ["43 civilians"]),
        ("погибших", ["43 civilians"]),
        ("blessés", ["12"]),
        ("wounded", ["12"]),
        ("civilians wounded", []),
        ("houses", ["7 houses"]),
    ],
)
def test_figures_are_of_those_to_whom_something_happened(
    database: Database, of: str, found: list[str]
) -> None:
    page = Page(database, "They killed 43 civilians, wounded 12 and left 7 houses.")
    page.save(
        figures=tuple(page.figure(None, None, words) for words in ("43 civilians", "12", "7 houses")),
        events=(page.event("killed", "43 civilians"), page.event("wounded", "12")),
    )
    with database.reading() as connection:
        assert [each.figure.text for each in claims.figures(connection, ALL, of=of)] == found


class TestTimeline:
    TEXT = "Fighting began on 4 May 2021.\nGuards on 5 May 2021.\n© 2019 The Gazette."

    @pytest.mark.parametrize(
        ("kind", "days"),
        [("credit", ["2021-05-04", "2021-05-05"]), ("caption", ["2019", "2021-05-04", "2021-05-05"])],
    )
    def test_a_date_of_a_copyright_line_is_none_of_the_events(
        self, database: Database, kind: MarkKind, days: list[str]
    ) -> None:
        page = Page(database, self.TEXT, ("Guards on 5 May 2021.", "caption"), ("© 2019 The Gazette.", kind))
        dates = (
            page.date("4 May 2021", "2021-05-04"), page.date("5 May 2021", "2021-05-05"), page.date("2019", "2019")
        )  # fmt: skip
        page.save(dates=dates)
        assert [each.date.value for each in page.timeline()] == days
        with database.reading() as connection:
            assert len(list(claims.dates(connection, ALL))) == 3


def test_a_sentence_is_found_at_each_of_its_places(database: Database) -> None:
    page = Page(database, "First \n\nSecond  one\nThird")
    page.save()
    places = [(page.article.id, at) for at in range(len(page.text) + 1)]
    with database.reading() as connection:
        found = sentences(connection, places)
    assert {at: words for (_, at), words in found.items()} == {
        **dict.fromkeys(range(6), "First"),
        **dict.fromkeys(range(8, 19), "Second one"),
        **dict.fromkeys(range(20, 25), "Third"),
    }
