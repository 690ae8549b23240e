"""Documents to articles, as a whole: what holds for any text whatever."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.model import Article, Document, Given, Mark, Span
from according.pipeline import articles, explain, readings
from according.read import documents
from according.read.source import Source
from according.settings import Settings
from tests.texts import ANY, DIGESTS, plain, printing

DIGEST = """Talks on the northern corridor resume in Geneva

Le Monde, 3 March 2021

The delegations met on Tuesday and agreed on little. They will meet again in a month, an official said.

(Read more: The corridor stays closed)
____________

Harvest begins in the cleared fields of the south

Reuters, 5 March 2021

Farmers drove their tractors into fields that had been mined for eleven years. The first wheat is sold in the capital.
"""


def check_article(document: Document, article: Article) -> None:
    """Everything that an article points at lies where it says."""
    text, whole = document.text, Span(0, len(document.text))
    assert whole.contains(article.span)
    assert text[slice(*article.span)].strip()
    assert article.title_span is None or article.title
    if article.title_span:
        assert article.span.contains(article.title_span)
        assert "".join(text[slice(*article.title_span)].split())
    assert article.title is None or article.title == " ".join(article.title.split()) != ""
    check_marks(document, article)
    for passage in article.passages:
        assert article.span.contains(passage.span)
    assert [e.span for e in article.evidence if e.span and not whole.contains(e.span)] == []
    assert (article.published is None) == (article.published_basis is None)
    assert article.published is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", article.published)


def check_marks(document: Document, article: Article) -> None:
    for mark in article.marks:
        assert article.span.contains(mark.span)
        assert document.text[slice(*mark.span)].strip()
        assert mark.reason
    assert all(a.span.end <= b.span.start for a, b in pairwise(article.marks))


def check(document: Document) -> None:
    """What must hold for any document."""
    found = articles(document)
    spans = [article.span for article in found]
    assert all(a.end <= b.start for a, b in pairwise(spans)), "in order, without overlap"
    edges = [0, *(edge for span in spans for edge in span), len(document.text)]
    assert "".join(document.text[a:b] for a, b in pairwise(edges)) == document.text, "covers the text once"
    assert len({article.id for article in found}) == len(found)
    for article in found:
        assert article.document == document.id
        check_article(document, article)
    assert articles(document) == found, "the same on a second call"


@settings(max_examples=60)
@given(ANY)
@example("")
@example(" \n\u2028\0")
@example("\0" * 50)
@example("a" * 20_000)
@example("a\n" * 1_000)
@example("(" * 2_000 + "Lire aussi : ")
@example(DIGEST.replace("\n", "\r\n"))
@example(DIGEST.replace("\n", "\u2028"))
def test_any_text_becomes_articles_that_fit_it(text: str) -> None:
    check(plain(text))


@settings(max_examples=25)
@given(ANY, st.data())
def test_an_extent_given_by_the_container_is_one_article(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inside = data.draw(st.integers(start, end))
    marks = (
        (Mark(Span(start, inside), "header", "stands outside the text"),)
        if text[start:inside].strip()
        else ()
    )
    document = plain(
        text, article=Span(start, end), given=Given("A title", published="2021-03-03"), marks=marks
    )
    found = articles(document)
    assert len(found) <= 1
    check(document)
    assert all(article.span == (start, end) for article in found)


@settings(max_examples=25)
@given(ANY)
def test_every_line_that_is_not_blank_is_explained(text: str) -> None:
    document = plain(text)
    lines = explain(document)
    seen = "".join(text[slice(*line.span)] for line in lines)
    assert printing(seen) == printing(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(lines))
    opening = [line.span.start for line in lines if line.first]
    assert [article.span.start for article in articles(document)] == opening


@settings(max_examples=40)
@given(
    st.binary(max_size=400) | DIGESTS.map(str.encode),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.eml", "a.csv", "a"]),
)
@example(DIGEST.encode("utf-16"), "a.txt")
@example(b"\xff\xfe\x00", "a.txt")
@example(b"PK\x03\x04" + b"\0" * 60, "a.zip")
def test_any_bytes_become_articles_that_fit_their_documents(data: bytes, name: str) -> None:
    for found in documents(Source(name, BytesIO(data), len(data)), Settings()):
        if isinstance(found, Document):
            found.text.encode("utf-8")
            check(found)


def test_an_article_comes_with_its_running_text() -> None:
    first, second = readings(plain(DIGEST))
    assert (
        first.flow.text
        == "The delegations met on Tuesday and agreed on little. They will meet again in a month, an official said.\n"
    )
    assert second.article.title == "Harvest begins in the cleared fields of the south"
    assert second.flow.text.startswith("Farmers drove")
    assert second.told.text == f"{second.article.title}\n{second.flow.text}"
    assert DIGEST[slice(*second.article.span)] == second.written


def test_what_lies_before_the_first_article_belongs_to_none() -> None:
    head = "Daily press digest\n\n"
    first, _ = articles(plain(head + DIGEST))
    assert first.span.start == len(head)


@pytest.mark.parametrize("text", ["", "   \n\t\n\u2028"])
def test_nothing_becomes_no_article(text: str) -> None:
    assert articles(plain(text)) == ()
    assert explain(plain(text)) == ()


def test_the_containers_word_counts_for_the_one_article_of_a_page() -> None:
    text = "Menu\n\nHarvest begins\n\nFarmers drove their tractors into fields that had been mined for years.\n\nTop"
    given_by_page = Given(
        "Harvest begins", "Example Press", "Jane Example", "2021-03-05", "https://example.org/x", "en"
    )
    (article,) = articles(plain(text, article=Span(6, 95), given=given_by_page))
    assert (article.title, article.outlet, article.author) == (
        "Harvest begins",
        "Example Press",
        "Jane Example",
    )
    assert (article.published, article.published_basis, article.url) == (
        "2021-03-05",
        "stated",
        "https://example.org/x",
    )
    assert (article.span, article.language) == ((6, 95), "en")


def test_the_containers_title_is_not_taken_for_the_articles_of_a_digest() -> None:
    found = articles(plain(DIGEST, given=Given("Press digest", "Example Press", "Jane Example")))
    assert [(article.title, article.outlet, article.author) for article in found] == [
        ("Talks on the northern corridor resume in Geneva", "Le Monde", None),
        ("Harvest begins in the cleared fields of the south", None, None),
    ]


def test_ids_depend_on_bytes_and_place_only() -> None:
    here, there = plain(DIGEST), Document.make("b/c.txt", DIGEST.encode(), "text/plain", "utf-8", DIGEST)
    assert [a.id for a in articles(here)] == [a.id for a in articles(there)]
    assert {a.id for a in articles(here)}.isdisjoint(a.id for a in articles(plain(DIGEST + "\n")))


def test_passages_name_the_languages_of_a_mixed_article() -> None:
    english = "The delegations met in the old town of Geneva, where a hall had been kept for them since May. "
    russian = "Делегации встретились в старом городе Женевы, где для них с мая месяца держали наготове зал заседаний. "
    text = f"A statement in two languages\n\n{english * 3}\n\n{russian * 3}\n"
    (article,) = articles(plain(text, article=Span(0, len(text))))
    assert [passage.language for passage in article.passages] == ["en", "ru"]
    assert [text[p.span.start : p.span.start + 9] for p in article.passages] == ["The deleg", "Делегации"]
