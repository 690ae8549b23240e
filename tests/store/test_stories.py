"""Sketches, origins and stories in a record: kept, replaced, asked for."""

from __future__ import annotations

from typing import Literal

import pytest

from according.errors import NotFoundError
from according.model import Date, Event, Figure, Findings, Party, Sketch, Span
from according.store import query, sketches, stories
from according.store.database import Database
from according.store.write import Writer
from according.views import Belonging, Borrowed, Descent, Item, Story
from tests.store.conftest import Save, make_article

SKETCH = Sketch(12, b"\x01\x00\x00\x00", b"\x7f" * 4)
TEXT = "Cranes stand still. Dockers of Mombasa strike. Since 5 May 40 ships wait. Since 6 May 90 wait."


def found(article: str) -> Findings:
    """What is found in `TEXT`: four sentences, two days and two figures, the second of each behind the lead."""
    sentences = [TEXT.index(part) for part in ("Cranes", "Dockers", "Since 5", "Since 6")]
    spans = [Span(a, b) for a, b in zip(sentences, [*sentences[1:], len(TEXT)], strict=True)]

    def at(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    return Findings(
        sketch=SKETCH,
        sentences=tuple(spans),
        dates=tuple(
            Date(article, at(words), words, value, 1.0, "stated")
            for words, value in (("5 May", "2021-05-05"), ("6 May", "2021-05-06"))
        ),
        figures=tuple(
            Figure(
                article,
                at(words),
                words,
                float(words),
                None,
                None,
                "exact",
                None,
                None,
                None,
                None,
                None,
                None,
                1.0,
                "",
            )
            for words in ("40", "90")
        ),
    )


@pytest.fixture
def item(database: Database, save: Save) -> Item:
    document = save(TEXT)
    writer = Writer(database, "run+found")
    assert not writer.holds(document)
    article = make_article(document, title="Strike", language="en", published="2021-05-07")
    writer.add(document, [(article, TEXT)])
    writer.found(article.id, found(article.id))
    writer.commit()
    with database.reading() as connection:
        (one,) = sketches.items(connection, {}, {})
    return one


def test_what_an_article_is_compared_by(item: Item) -> None:
    assert (item.title, item.language, item.published, item.sentences) == ("Strike", "en", "2021-05-07", 4)
    assert item.sketch == SKETCH
    assert item.days == {"2021-05-05", "2021-05-06"}
    assert item.figures == {(40.0, ""), (90.0, "")}


def test_the_lead_ends_with_the_third_sentence(item: Item) -> None:
    assert (item.lead.days, item.lead.figures) == ({"2021-05-05"}, {(40.0, "")})
    assert {"strik", "crane", "ships"} <= item.lead.stems
    assert "90" not in item.lead.stems
    assert item.lead.opening == "Cranes stand still."


def test_the_sentences_of_an_article(database: Database, item: Item) -> None:
    with database.reading() as connection:
        prose = sketches.proses(connection, {})(item.article)
    assert [prose.text[start:stop].strip()[:6] for start, stop in prose.sentences] == [
        "Cranes", "Docker", "Since ", "Since ",
    ]  # fmt: skip


def test_who_is_named_first_in_what_two_do_together_is_no_doer(database: Database, save: Save) -> None:
    text = "Togo met Ghana. Togo accused Ghana."
    document = save(text)
    writer = Writer(database, "run+found")
    assert not writer.holds(document)
    article = make_article(document, title="Talks", language="en", published="2021-05-07")
    writer.add(document, [(article, text)])

    def event(verb: str, root: Literal["CONSULT", "ACCUSE"], start: int) -> Event:
        at = text.index(verb)
        return Event(
            article=article.id, trigger=Span(at, at + len(verb)), sentence=Span(start, text.index(".", start) + 1),
            text=verb, root=root, mode=None, source=Party((), Span(start, start + 4), "Togo"),
            target=Party((), Span(at + len(verb) + 1, at + len(verb) + 6), "Ghana"), place=None, date=None,
            status="happened", reported_by=None, reported_text=None, measures=(), confidence=0.8, reason="",
        )  # fmt: skip

    events = (event("met", "CONSULT", 0), event("accused", "ACCUSE", 16))
    writer.found(article.id, Findings(sentences=(Span(0, 15), Span(16, len(text))), events=events))
    writer.commit()
    with database.reading() as connection:
        prose = sketches.proses(connection, {})(article.id)
    assert [text[slice(*done)] for done, _, _ in prose.deeds] == ["accused"]


def test_a_sketch_goes_with_its_article(database: Database, item: Item, save: Save) -> None:
    save(TEXT, run="other")
    with database.reading() as connection:
        assert list(sketches.items(connection, {}, {})) == []


@pytest.fixture
def told(database: Database, save: Save) -> list[str]:
    """Three articles: two tell one story, of which the second copies the first."""
    for number, text in enumerate(("Cranes stand still.", "Cranes stand still!", "Votes are counted.")):
        save(text, f"{number}.txt", title=text, published=f"2021-05-0{7 - number}")
    with database.reading() as connection:
        ids = [row.article.id for row in query.articles(connection, query.ArticleFilter())]
    first, second, third = ids
    passage = Borrowed(Span(0, 6), first, Span(0, 6), translated=False, score=0.9)
    come = [
        Descent(first, "o1", "original", 1.0, "the first", ()),
        Descent(second, "o1", "near", 0.9, "nearly word for word", (passage,)),
        Descent(third, "o3", "original", 1.0, "the only one", ()),
    ]
    belonging = (Belonging(first, 0.8, "alike"), Belonging(second, 0.8, "alike"))
    some = [
        Story("5aaa", "Cranes stand still.", belonging, "2021-05-06", "2021-05-07", 1),
        Story("5abb", "Votes are counted.", (Belonging(third, 1.0, "alone"),), "2021-05-05", "2021-05-05", 1),
    ]
    with database.writing() as connection:
        stories.save(connection, come, some)
    return ids


def test_a_story_comes_with_its_articles_earliest_first(database: Database, told: list[str]) -> None:
    with database.reading() as connection:
        # One original and its copy are one source.
        assert list(stories.listed(connection)) == []
        row, other = stories.listed(connection, single=True)
        assert [each.story.id for each in (row, other)] == ["5aaa", "5abb"]
        assert [each.id for each in stories.exported(connection)] == ["5aaa", "5abb"]
    assert [each.row.article.id for each in row.members] == [told[1], told[0]]
    copy, original = (each.descent for each in row.members)
    assert copy is not None
    assert original is not None
    assert (copy.kind, copy.origin, original.kind) == ("near", "o1", "original")
    assert copy.passages[0].other == told[0]


def test_an_article_knows_its_origin_and_story(database: Database, told: list[str]) -> None:
    with database.reading() as connection:
        rows = {row.article.id: row for row in query.articles(connection, query.ArticleFilter())}
    assert [(rows[each].origin, rows[each].story) for each in told] == [
        ("o1", "5aaa"), ("o1", "5aaa"), ("o3", "5abb"),
    ]  # fmt: skip
    assert rows[told[0]].as_json()["story"] == "5aaa"


@pytest.mark.parametrize(("name", "id"), [("5aaa", "5aaa"), ("5AA", "5aaa"), ("1", "5aaa"), ("3", "5abb")])
def test_a_story_by_its_id_or_an_article(database: Database, told: list[str], name: str, id: str) -> None:
    with database.reading() as connection:
        assert stories.story(connection, name).story.id == id


@pytest.mark.parametrize("name", ["5a", "", "99", "nonsense", "%"])
def test_no_such_story(database: Database, told: list[str], name: str) -> None:
    with database.reading() as connection, pytest.raises(NotFoundError):
        stories.story(connection, name)


def test_saving_replaces(database: Database, told: list[str]) -> None:
    with database.writing() as connection:
        stories.save(connection, [], [])
    with database.reading() as connection:
        assert list(stories.exported(connection)) == []
        assert {row.origin for row in query.articles(connection, query.ArticleFilter())} == {None}
