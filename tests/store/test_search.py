from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.errors import QueryError
from according.model import Mark, Span
from according.store.database import Database
from according.store.search import SNIPPET_CHARACTERS, parse, search
from according.store.tables import SCHEMA
from according.views import Hit
from tests.store.conftest import Save

TEXTS = {
    "fr": "Le cessez-le-feu tient à Erévan, d'après l’État.",
    "en": "The ceasefire holds in Yerevan, peace talks go on.",
    "ru": "Перемирие соблюдается, сообщает Ереван.",
    "az": "Bakı sülh danışıqlarına hazırdır. Gəncə.",
    "hy": "Երևանը պատրաստ է։ Ի՞նչ խաղաղություն։",
    "talks": "Talks about peace; a talk on football in Yerevan. Peacefully.",
}


@pytest.fixture
def record(database: Database, save: Save) -> Database:
    for name, text in TEXTS.items():
        save(text, f"{name}.txt", id=name)
    return database


def find(database: Database, query: str, limit: int = 20) -> list[Hit]:
    with database.reading() as connection:
        return search(connection, query, limit)


def ids(database: Database, query: str) -> set[str]:
    return {hit.row.article.id for hit in find(database, query)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Erévan", {"fr"}),
        ("EREVAN", {"fr"}),
        ("ЕРЕВАН", {"ru"}),
        ("ереван", {"ru"}),
        ("baki", {"az"}),
        ("GENCE", {"az"}),
        ("ինչ", {"hy"}),
        ("երեւանը", {"hy"}),
        ("l'etat", {"fr"}),
        ("cessez le feu", {"fr"}),
        ("cessez-le-feu", {"fr"}),
        ("le-cessez-feu", set()),
        ("peace talks", {"en", "talks"}),
        ('"peace talks"', {"en"}),
        ('"talks peace"', set()),
        ('"peace tal"*', {"en"}),
        ('"peace talks', {"en"}),
        ("“talks peace”", set()),
        ("“peace talks”", {"en"}),
        ("„peace talks“ holds", {"en"}),
        ("«talks peace»", set()),
        ("yerevan -«peace talks»", {"talks"}),
        ("peace*", {"en", "talks"}),
        ("peaceful*", {"talks"}),
        ("yerevan OR erevan", {"en", "talks", "fr"}),
        ("yerevan erevan OR peace", {"en", "talks"}),
        ("yerevan AND peace", {"en", "talks"}),
        ("yerevan -football", {"en"}),
        ('yerevan -"peace talks"', {"talks"}),
        ("yerevan NOT football", {"en"}),
        ("OR yerevan OR", {"en", "talks"}),
        ("(yerevan) AND: NEAR + ^peace {x} title", set()),
        ("(yerevan) ^peace:", {"en", "talks"}),
        ("body:yerevan", set()),
        ("or", set()),
    ],
)
def test_finds_as_typed(record: Database, query: str, found: set[str]) -> None:
    assert ids(record, query) == found


@pytest.mark.parametrize(
    "query", ["", "  ", "-", "*", '""', "OR", "NOT", "-yerevan", "NOT yerevan", "— … ()", "\0"]
)
def test_a_query_needs_a_word(record: Database, query: str) -> None:
    with pytest.raises(QueryError, match="at least one word"):
        find(record, query)


OPERATORS = st.sampled_from(
    ["OR", "AND", "NOT", "-", '"', "*", "(", ")", "NEAR", "^", ":", "{", "+", "\0", "'", "\\"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.lists(OPERATORS | st.text(max_size=9) | st.sampled_from(["peace", "feu", "é"])).map(" ".join))
def test_no_text_is_a_wrong_query(record: Database, query: str) -> None:
    try:
        hits = find(record, query)
    except QueryError:
        return
    for hit in hits:
        assert all(0 <= span.start < span.end <= len(hit.snippet) for span in hit.highlights)


@settings(max_examples=200)
@given(query=st.text(alphabet=st.sampled_from("a\"*- ORNT('é^"), max_size=30))
def test_the_standard_library_s_sqlite_understands_every_expression(query: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    try:
        expression = parse(query).expression()
    except QueryError:
        return
    connection.execute(
        "SELECT rowid FROM article_index WHERE article_index MATCH ?", (expression,)
    ).fetchall()
    connection.close()


def test_a_query_of_thousands_of_words(record: Database) -> None:
    assert ids(record, "yerevan " * 5000) == {"en", "talks"}
    assert ids(record, " OR ".join(f"w{number}" for number in range(5000)) + " OR football") == {"talks"}


def test_half_a_surrogate_pair_in_a_query(record: Database) -> None:
    assert ids(record, "yerevan \udcff football\udc80") == {"talks"}


def test_a_word_in_the_title_counts_more(database: Database, save: Save) -> None:
    save("treaty treaty and other words", "1.txt", id="body", title="Words")
    save("of something and other words", "2.txt", id="title", title="Treaty")
    assert [hit.row.article.id for hit in find(database, "treaty")] == ["title", "body"]


def test_finds_who_an_article_is_from_after_what_it_is_about(database: Database, save: Save) -> None:
    save(
        "other words of some length",
        "1.txt",
        id="by",
        outlet="Le Quotidien",
        agency="Réuters",
        author="A. Reuters",
    )
    save("words, says Reuters, of length", "2.txt", id="about")
    assert [hit.row.article.id for hit in find(database, "reuters")] == ["about", "by"]
    assert ids(database, '"le quotidien" other') == {"by"}
    assert ids(database, "words -quotidien") == {"about"}


def test_order_of_equals_does_not_depend_on_the_order_of_reading(database: Database, save: Save) -> None:
    names = [f"{number:03}" for number in range(40)]
    for name in names[::-1]:
        save(f"same words {name}", f"{name}.txt", id=name)
    save("words " * 5, "best.txt", id="zzz")
    assert [hit.row.article.id for hit in find(database, "words", 5)] == ["zzz", *names[:4]]


def test_snippet_shows_the_words_in_their_original_spelling(database: Database, save: Save) -> None:
    save("Début.\n\n" + "mot " * 200 + "puis le\n  CŒUR de l'E\u0301tat bat. " + "fin " * 200)
    (hit,) = find(database, "coeur etat")
    shown = [hit.snippet[span.start : span.end] for span in hit.highlights]
    assert shown == ["CŒUR", "E\u0301tat"]
    assert "puis le CŒUR de l'E\u0301tat bat." in hit.snippet
    assert hit.span.end - hit.span.start <= SNIPPET_CHARACTERS


def test_snippet_prefers_where_more_of_the_words_are(database: Database, save: Save) -> None:
    save("Peace. " + "filler " * 100 + "Here peace talks begin. " + "filler " * 100)
    (hit,) = find(database, "peace talks")
    assert "Here peace talks begin." in hit.snippet


def test_snippet_leaves_out_what_is_not_the_article(database: Database, save: Save) -> None:
    advert = "Subscribe to peace today! "
    marks = (Mark(Span(0, len(advert)), "advert", "says subscribe"),)
    save(advert + "filler " * 100 + "A peace was signed.", marks=marks)
    (hit,) = find(database, "peace")
    assert [hit.snippet[span.start : span.end] for span in hit.highlights] == ["peace"]
    assert "A peace was signed." in hit.snippet


def test_snippet_far_inside_a_long_text(database: Database, save: Save) -> None:
    save("x" * 100_000 + " " + "filler " * 5000 + "needle here")
    (hit,) = find(database, "needle")
    assert hit.snippet.endswith("needle here")


def test_snippet_of_a_text_without_spaces(database: Database, save: Save) -> None:
    save("x" * 100_000, title="needle")
    (hit,) = find(database, "needle")
    assert hit.snippet == "x" * SNIPPET_CHARACTERS
