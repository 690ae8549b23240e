"""When an article was published: stated, worked out, or left open."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

from according.model import Given
from according.pipeline import articles
from tests.texts import plain

FIRST = (
    "Talks on the missing resume in the old town\n\n{head}"
    "The delegations met in Geneva{when}. They will exchange lists."
)
SECOND = (
    "Harvest begins in the cleared fields\n\n{head}"
    "Farmers drove into fields that had been mined{when}. Wheat is sold."
)
RULE = "\n____________\n\n"

Date = tuple[str | None, str | None]


def dates(text: str, given: str | None = None) -> list[Date]:
    return [(a.published, a.published_basis) for a in articles(plain(text, given=Given(published=given)))]


def alone(head: str = "", when: str = "", given: str | None = None) -> Date:
    (date,) = dates(FIRST.format(head=head and f"{head}\n\n", when=when) + "\n", given)
    return date


def beside(when: str = "", head: str = "", dated: str = "3 March 2021", given: str | None = None) -> Date:
    """The date of an article whose neighbour is dated."""
    first = FIRST.format(head=head and f"{head}\n\n", when=when)
    second = SECOND.format(head=dated and f"{dated}\n\n", when="")
    mine, _ = dates(f"{first}{RULE}{second}\n", given)
    return mine


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("3 March 2021", "2021-03-03"),
        ("mercredi 3 mars 2021", "2021-03-03"),
        ("3 марта 2021 года", "2021-03-03"),
        ("March 2021", "2021-03"),
        ("Published 3 March 2021, updated 4 March 2021", "2021-03-03"),
        ("08/12/2023", "2023"),
    ],
)
def test_a_date_printed_beside_the_article_is_stated(head: str, value: str) -> None:
    assert alone(head) == (value, "stated")


@pytest.mark.parametrize("head", ["", "31 February 2021", "Tuesday 3 March", "3 March"])
def test_a_date_that_is_none_or_lacks_its_year_is_not_completed_from_nothing(head: str) -> None:
    assert alone(head) == (None, None)


def test_the_containers_date_holds_for_its_one_article() -> None:
    assert alone(given="2021-03") == ("2021-03", "stated")
    assert alone("3 March 2021", given="2021-03-04") == ("2021-03-04", "stated")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (" on Tuesday, after a first round on Wednesday 3 March 2021", ("2021-03", "inferred")),
        (" on Tuesday, after a first round on 3 March 2021", (None, None)),
        (" on Tuesday, after a first round on Sunday 28 March 2021", (None, None)),
        (" after a first round on 3 March 2021", (None, None)),
        (" on Tuesday", (None, None)),
    ],
)
def test_a_single_article_is_dated_by_a_weekday_in_the_week_of_a_date(when: str, expected: Date) -> None:
    assert alone(when=when) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("", (None, None)),
        (", on Monday", (None, None)),
        (" on 2 March", ("2021-03", "inferred")),
        (" on 3 March", ("2021-03-03", "inferred")),
        (", on Tuesday, after a first round on 28 February", ("2021-03-02", "inferred")),
        (" in March 2021", ("2021-03", "inferred")),
        (" on 2 January 1994", (None, None)),
    ],
)
def test_the_neighbours_bound_the_window(when: str, expected: Date) -> None:
    assert beside(when) == expected


@pytest.mark.parametrize(
    "when",
    [" and will meet again on 2 March", " to wait until 2 March", " from 1 March, scheduled for 2 March"],
)
def test_dates_to_come_do_not_count(when: str) -> None:
    assert alone(when=f"{when} 2021, on Tuesday") == (None, None)
    future = when.replace("2 March", "5 April").replace("1 March", "5 April")
    assert beside(future) == (None, None)


def test_a_date_after_the_documents_own_forbids_an_inference() -> None:
    assert beside(" on 5 March 2021") == (None, None)


def test_the_day_of_the_mail_bounds_a_digest() -> None:
    assert beside(" on 2 March", dated="", given="2021-03-03") == ("2021-03", "inferred")
    assert beside("", dated="", given="2021-03-03") == (None, None)


@pytest.mark.parametrize("head", ["vendredi 15 janvier", "15 January"])
def test_a_masthead_date_gets_its_year_from_the_document(head: str) -> None:
    assert beside(head=head, dated="18 January 2021") == ("2021-01-15", "inferred")


def test_a_weekday_that_fits_one_year_only_gives_the_year() -> None:
    assert beside(" in 2021", head="Friday 15 January", dated="") == ("2021-01-15", "inferred")
    assert beside(" in 2021", head="Thursday 15 January", dated="") == (None, None), "15 January was a Friday"


def test_a_weekday_in_the_text_that_fits_one_year_only_dates_the_digest() -> None:
    first = FIRST.format(head="", when=" on Friday 15 January, the third time in 2021")
    second = SECOND.format(head="", when=" on 15 January, the first in 2021")
    assert dates(f"{first}{RULE}{second}\n") == [("2021-01-15", "inferred"), ("2021-01-15", "inferred")]


def test_a_day_that_only_one_article_names_gives_no_more_than_its_month() -> None:
    first = FIRST.format(head="", when=" on Friday 15 January, the third time in 2021")
    second = SECOND.format(head="", when=" until 2021")
    assert dates(f"{first}{RULE}{second}\n") == [("2021-01", "inferred"), ("2021-01", "inferred")]


def test_a_search_through_years_of_archives_is_no_digest() -> None:
    assert beside(" in 2021", dated="3 March 2020", given="2021-03-03") == (None, None)


def test_the_evidence_names_the_characters() -> None:
    text = (
        FIRST.format(head="", when=" on 2 March")
        + RULE
        + SECOND.format(head="3 March 2021\n\n", when="")
        + "\n"
    )
    mine, other = (
        [(text[slice(*e.span)], e.reason) for e in a.evidence if e.field == "published" and e.span]
        for a in articles(plain(text))
    )
    assert mine == [
        ("2 March", "names this past day; the latest article of this document is dated 2021-03-03")
    ]
    assert other == [("3 March 2021", "printed beside the article")]


CLOCKS = {"now", "utcnow", "today", "localtime", "gmtime", "time_ns"}


def _files() -> list[Path]:
    spec = find_spec("according")
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    return [
        *sorted((root / "read").glob("*.py")),
        *sorted((root / "knowledge").glob("*.py")),
        *sorted((root / "pipeline").glob("*.py")),
    ]


@pytest.mark.parametrize("path", _files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_asks_the_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in CLOCKS]
    assert asked == []
    assert "time.time(" not in path.read_text(encoding="utf-8")
