from __future__ import annotations

import pytest

from according.errors import NotFoundError, SettingsError
from according.model import Span
from according.store.database import Database
from according.store.query import ArticleFilter, article, articles, document, status, text
from tests.store.conftest import Save


def listed(database: Database, limit: int | None = None, **which: str) -> list[str]:
    with database.reading() as connection:
        return [row.uri for row in articles(connection, ArticleFilter(**which), limit)]


def test_articles_are_sorted_by_path_whatever_the_order_of_reading(database: Database, save: Save) -> None:
    for uri in ("b.txt", "a.txt", "c.txt"):
        save(uri, uri)
    assert listed(database) == ["a.txt", "b.txt", "c.txt"]
    assert listed(database, limit=2) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("since", "until", "passes"),
    [
        ("2021-01-15", None, True),
        ("2021-01-16", None, False),
        ("2021-01", None, True),
        ("2021", None, True),
        ("2022", None, False),
        (None, "2021-01-15", True),
        (None, "2021-01-14", False),
        (None, "2021-01", True),
        (None, "2021", True),
        (None, "2020-12", False),
        ("2021-01-15", "2021-01-15", True),
    ],
)
def test_dates_include_both_ends(
    database: Database, save: Save, since: str | None, until: str | None, passes: bool
) -> None:
    save("text", published="2021-01-15", published_basis="stated")
    save("undated", "b.txt")
    which = {name: value for name, value in (("since", since), ("until", until)) if value}
    assert listed(database, **which) == (["a.txt"] if passes else [])


@pytest.mark.parametrize(
    ("published", "since", "until", "passes"),
    [
        ("2021-01", "2021-01-31", "2021-01-31", True),
        ("2021-01", "2021-02-01", "2021-03", False),
        ("2020", "2020-07-01", "2020-08-01", True),
        ("2020-09-27/2020-11-10", "2020-11-10", None, True),
        ("2020-09-27/2020-11-10", "2020-11-11", None, False),
        ("2020-09-27/2020-11-10", None, "2020-09-27", True),
        ("2020-09-27/2020-11-10", None, "2020-09-26", False),
    ],
)
def test_a_date_of_low_precision_passes_when_it_can(
    database: Database, save: Save, published: str, since: str, until: str | None, passes: bool
) -> None:
    save("text", published=published, published_basis="inferred")
    which = {name: value for name, value in (("since", since), ("until", until)) if value}
    assert bool(listed(database, **which)) is passes


def test_outlets_and_agencies_are_found_in_any_spelling(database: Database, save: Save) -> None:
    save("1", "1.txt", outlet="L’Écho")
    save("2", "2.txt", agency="AZƏRTAC")
    assert listed(database, outlet="l'echo") == ["1.txt"]
    assert listed(database, outlet="azertac") == ["2.txt"]
    assert listed(database, outlet="echo") == []


def test_a_language_includes_its_regional_forms(database: Database, save: Save) -> None:
    for number, language in enumerate(("fr", "fr-CH", "fry", None)):
        save(str(number), f"{number}.txt", language=language)
    assert listed(database, language="FR") == ["0.txt", "1.txt"]
    assert listed(database, language="f%") == []


def test_an_article_goes_by_number_id_and_beginning_of_id(database: Database, save: Save) -> None:
    save("one", "1.txt", id="12ab000000000000")
    save("two", "2.txt", id="12cd000000000000")
    with database.reading() as connection:
        assert article(connection, "1").uri == "1.txt"
        assert article(connection, "2").uri == "2.txt"
        assert article(connection, "12cd").uri == "2.txt"
        assert article(connection, "12AB000000000000").uri == "1.txt"
        with pytest.raises(NotFoundError, match=r"several articles \(12ab000000000000, 12cd"):
            article(connection, "12")
        for name in ("", "99", "ffff", "%", "x" * 99, "٣", "9" * 40, "\udcff"):
            with pytest.raises(NotFoundError, match="There is no article"):
                article(connection, name)


def test_a_document_goes_by_id_and_by_path_where_the_newest_counts(database: Database, save: Save) -> None:
    old = save("old", "news.txt")
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE locations SET read_at = '2001-01-01T00:00:00+00:00'")
    new = save("new", "news.txt")
    with database.reading() as connection:
        assert document(connection, "news.txt").id == new.id
        assert document(connection, old.id[:9]).text == "old"
        with pytest.raises(NotFoundError, match="There is no document"):
            document(connection, "other.txt")


def test_text_is_cut_at_the_article(database: Database, save: Save) -> None:
    save("a\0b𝔘c", span=Span(1, 4))
    with database.reading() as connection:
        assert text(connection, next(articles(connection, ArticleFilter())).article) == "\0b𝔘"


def test_status_counts(database: Database, save: Save) -> None:
    save("one", "1.txt", language="fr", outlet="Echo", published="2021-01-15")
    save("three", "2.txt", language="fr", published="2020-12")
    save("none", "3.txt")
    with database.reading() as connection:
        now = status(connection, "x.according", 5)
    assert (now.documents, now.characters, now.articles, now.dated) == (3, 12, 3, 2)
    assert (now.first, now.last) == ("2020-12", "2021-01-15")
    assert now.languages == (("fr", 2), (None, 1))
    assert now.outlets == ((None, 2), ("Echo", 1))


@pytest.mark.parametrize("day", ["tomorrow", "", "2021-1", "2021-01-15T00:00", "15.01.2021", "٢٠٢١"])
def test_filters_take_dates_only(day: str) -> None:
    with pytest.raises(SettingsError, match="is no date"):
        ArticleFilter(since=day)
