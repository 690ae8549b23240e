"""Dates, statements and figures in a record: written with their articles, asked for by who, what and when."""

from __future__ import annotations

from typing import Any

import pytest

from according.errors import QueryError, SettingsError
from according.link.entities import link
from according.model import (
    Chain,
    Date,
    Document,
    Figure,
    Findings,
    Kind,
    Mention,
    Span,
    Statement,
    content_id,
)
from according.store import claims
from according.store import entities as stored
from according.store.database import Database
from according.store.query import ArticleFilter
from according.store.write import Writer
from tests.store.conftest import make_article

TEXT = "Mali counts 12 dead.\nThe president said on 5 May that 40 houses burned. Residents spoke of “fire”."
ALL = ArticleFilter()


class Teller:
    """Writes documents in which the same things are found by the words that stand there."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def tell(self, uri: str, published: str | None = None, text: str = TEXT) -> str:
        document = Document.make(uri, text.encode(), "text/plain", "utf-8", text)
        article = make_article(document, published=published, language="en")

        def at(words: str) -> Span:
            start = text.index(words)
            return Span(start, start + len(words))

        def chain(words: str, kind: Kind, name: str, key: str | None, named: bool) -> Chain:
            span = at(words)
            form = "name" if named else "description"
            mention = Mention(content_id(article.id, words), article.id, span, words, kind, form, 0.9, "r")  # type: ignore[arg-type]
            return Chain(
                content_id("chain", article.id, words), article.id, kind, name, "en", key, (), None, named, (mention,)
            )  # fmt: skip

        houses = text[text.index("40 houses") : text.index(". Residents")]
        mali = chain("Mali", "state", "Mali", "state:ML", named=True)
        president = chain("The president", "person", "The president", None, named=False)
        statements = (
            Statement(
                article.id, president.id, at("The president"), "The president", None, at("said"),
                (at(houses),), "indirect", "say", "certain", 0.9, "clause", houses,
            ),
            Statement(
                article.id, None, at("Residents"), "Residents", mali.id, at("spoke of"), (at("fire"),), "direct", "say",
                "certain", 0.7, "quote", "fire",
            ),
            Statement(
                article.id, mali.id, at("Mali"), "Mali", None, at("counts"), (at("12 dead"),), "indirect", "estimate",
                "certain", 0.7, "clause", "12 dead",
            ),
        )  # fmt: skip
        figures = (
            Figure(article.id, at("12 dead"), "12 dead", 12, None, None, "exact", "person", "dead", mali.id, "Mali",
                   None, None, 0.9, "r"),
            Figure(article.id, at("40 houses"), "40 houses", 40, None, None, "exact", "house", "houses", None,
                   "villagers", "2021-05-05", mali.id, 0.8, "r"),
        )  # fmt: skip
        day = Date(article.id, at("5 May"), "5 May", "2021-05-05" if published else None, 0.9, "stated")
        writer = Writer(self.database, "run")
        writer.holds(document)
        writer.add(document, [(article, text)])
        ends = text.index(".\n") + 1, text.index(". Residents") + 1
        sentences = (Span(0, ends[0]), Span(ends[0] + 1, ends[1]))
        writer.found(article.id, Findings((mali, president), sentences, (day,), statements, figures))
        writer.commit()
        with self.database.reading() as connection:
            change = stored.due(connection)
            assert change is not None
            linked = link(stored.chains(connection), [])
        with self.database.writing() as connection:
            stored.save(connection, change, linked.entities, linked.links, linked.suggestions)
        return article.id


@pytest.fixture
def teller(database: Database) -> Teller:
    return Teller(database)


def said(database: Database, **asked: Any) -> list[tuple[str | None, str]]:
    with database.reading() as connection:
        return [
            (each.speaker.name, each.statement.text) for each in claims.statements(connection, ALL, **asked)
        ]


def counted(database: Database, **asked: Any) -> list[str]:
    with database.reading() as connection:
        return [each.figure.text for each in claims.figures(connection, ALL, **asked)]


def test_statements_come_in_the_order_of_the_text_with_their_speakers(teller: Teller) -> None:
    teller.tell("a")
    assert said(teller.database) == [
        ("Mali", "12 dead"),
        ("The president", "40 houses burned"),
        ("Residents", "fire"),
    ]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("Mali", ["12 dead"]),
        ("malí", ["12 dead"]),
        ("residents", ["fire"]),
        ("nobody", []),
        ("Residents of Mali", []),
    ],
)
def test_statements_of_somebody(teller: Teller, by: str, found: list[str]) -> None:
    teller.tell("a")
    assert [words for _, words in said(teller.database, by=by)] == found


@pytest.mark.parametrize(
    ("about", "found"), [("HOUSES", ["40 houses burned"]), ("fire", ["fire"]), ("houses fire", [])]
)
def test_statements_about_words(teller: Teller, about: str, found: list[str]) -> None:
    teller.tell("a")
    assert [words for _, words in said(teller.database, about=about)] == found


def test_a_statement_is_about_whom_it_mentions_by_any_name(teller: Teller) -> None:
    text = TEXT.replace("40 houses burned", "in Mali 40 houses burned")
    document = Document.make("a", text.encode(), "text/plain", "utf-8", text)
    article = make_article(document, language="en")
    start = text.index("in Mali")
    span = Span(start + 3, start + 7)
    mention = Mention("m", article.id, span, "Mali", "state", "name", 0.9, "r")
    mali = Chain("c", article.id, "state", "Mali", "en", "state:ML", (), None, True, (mention,))
    cue = Span(text.index("said"), text.index("said") + 4)
    statement = Statement(
        article.id, None, None, None, None, cue, (Span(start, start + 10),), "indirect", "say", "certain", 0.9, "r",
        "in it",
    )  # fmt: skip
    writer = Writer(teller.database, "run")
    writer.holds(document)
    writer.add(document, [(article, text)])
    writer.found(article.id, Findings((mali,), statements=(statement,)))
    writer.commit()
    with teller.database.reading() as connection:
        change = stored.due(connection)
        linked = link(stored.chains(connection), [])
    assert change is not None
    with teller.database.writing() as connection:
        stored.save(connection, change, linked.entities, linked.links, linked.suggestions)
    assert [words for _, words in said(teller.database, about="Mali")] == ["in it"]


def test_a_query_without_a_word_is_wrong(teller: Teller) -> None:
    with pytest.raises(QueryError):
        said(teller.database, about="-")


def test_figures_of_something_or_somebody(teller: Teller) -> None:
    teller.tell("a")
    assert counted(teller.database) == ["12 dead", "40 houses"]
    assert counted(teller.database, of="Person") == ["12 dead"]
    assert counted(teller.database, of="houses") == ["40 houses"]
    assert counted(teller.database, by="Mali") == ["12 dead"]
    assert counted(teller.database, by="villagers") == ["40 houses"]
    assert counted(teller.database, limit=1) == ["12 dead"]


def test_what_is_shown_with_a_figure(teller: Teller) -> None:
    teller.tell("a")
    with teller.database.reading() as connection:
        first, second = claims.figures(connection, ALL)
    assert (first.claimant.name, first.sentence) == ("Mali", "Mali counts 12 dead.")
    assert (second.claimant.entity, second.claimant.name, second.place.name) == (None, "villagers", "Mali")
    assert second.figure.date == "2021-05-05"


def test_a_timeline_is_in_the_order_of_the_days_and_names_the_speaker(teller: Teller) -> None:
    for uri, published in (("b", "2021-05-06"), ("a", None)):
        teller.tell(uri, published, f"{TEXT} {uri}")
    teller.tell(
        "c",
        "2021-05-06",
        TEXT.replace("40 houses burned", "40 houses burned on 5 May").replace(" on 5 May", "", 1),
    )
    with teller.database.reading() as connection:
        found = [(each.row.uri, each.date.value, each.speaker.name) for each in claims.timeline(connection)]
        assert found == [("b", "2021-05-05", None), ("c", "2021-05-05", "The president")]
        assert [each.row.uri for each in claims.dates(connection, ALL)] == ["a", "b", "c"]
        assert not list(claims.timeline(connection, since="2021-05-06"))
        assert len(list(claims.timeline(connection, since="2021-05", until="2021"))) == 2
        assert not list(claims.timeline(connection, until="2020"))
        with pytest.raises(SettingsError):
            list(claims.timeline(connection, since="soon"))


def test_what_was_found_goes_and_comes_with_its_article(teller: Teller) -> None:
    teller.tell("a")
    first = said(teller.database)
    document = Document.make("a", TEXT.encode(), "text/plain", "utf-8", TEXT)
    writer = Writer(teller.database, "later")
    writer.holds(document)
    writer.add(document, [(make_article(document), TEXT)])
    writer.commit()
    assert first
    assert not said(teller.database)
    assert not said(teller.database, about="fire")
    assert not counted(teller.database)


def test_findings_come_back_as_they_were(teller: Teller) -> None:
    article = teller.tell("a", "2021-05-06")
    with teller.database.reading() as connection:
        told = next(claims.statements(connection, ALL, by="residents")).statement
        figure = next(claims.figures(connection, ALL, of="houses"))
    assert told.id == content_id("statement", article, *told.cue, *told.content_span)
    assert TEXT[slice(*told.content_span)] == told.text
    assert (figure.figure.value, figure.figure.what, TEXT[slice(*figure.figure.span)]) == (
        40,
        "houses",
        "40 houses",
    )
