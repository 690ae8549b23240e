"""What is printed around an article's text, and nothing that is not."""

from __future__ import annotations

import pytest

from according.model import Article
from according.pipeline import articles
from tests.texts import plain

TITLE = "Talks on the missing resume in the old town"
BODY = (
    "The delegations met in the old town of Geneva on Tuesday. "
    "They agreed to exchange lists of those who are missing.\n\n"
    "An office with six clerks is to open in the autumn, and families will be told by letter.\n"
)


def read(head: str = "", tail: str = "", dateline: str = "") -> Article:
    text = f"{TITLE}\n\n{head and head + chr(10) * 2}{dateline}{BODY}{tail and chr(10) + tail + chr(10)}"
    (article,) = articles(plain(text))
    assert article.title == TITLE
    for evidence in article.evidence:
        assert evidence.reason
        assert evidence.span is None or text[slice(*evidence.span)].strip()
    return article


def test_nothing_printed_nothing_told() -> None:
    found = read()
    assert (found.outlet, found.agency, found.author, found.place, found.published, found.url) == (None,) * 6


@pytest.mark.parametrize(
    ("dateline", "place", "agency", "published"),
    [
        ("GENEVA, March 3 (AP) — ", "GENEVA", "AP", None),
        ("GENEVA (AP) — ", "GENEVA", "AP", None),
        ("GENEVA, Switzerland, March 3, 2021 (AFP) — ", "GENEVA, Switzerland", "AFP", "2021-03-03"),
        ("Geneva, 3 March 2021 (Reuters) - ", "Geneva", "Reuters", "2021-03-03"),
        ("GENÈVE, 3 mars (AFP) - ", "GENÈVE", "AFP", None),
        ("Женева, 3 марта (РИА Новости) — ", "Женева", "RIA Novosti", None),
        ("ANKARA, 3 Mart (AA) - ", "ANKARA", "Anadolu", None),
        ("GENEVA — ", "GENEVA", None, None),
    ],
)
def test_datelines(dateline: str, place: str, agency: str | None, published: str | None) -> None:
    found = read(dateline=dateline)
    assert (found.place, found.agency, found.published) == (place, agency, published)
    (evidence,) = [e for e in found.evidence if e.field == "place"]
    assert evidence.span is not None
    assert evidence.span.start == len(TITLE) + 2
    assert evidence.span.end - evidence.span.start == len(place)


@pytest.mark.parametrize(
    "opening",
    ["EXCLUSIVE — ", "ANALYSIS — ", "Décryptage : ", "СРОЧНО — ", "Geneva - ", "Negotiator: ", "BBC — "],
)
def test_rubrics_names_and_speakers_are_no_places(opening: str) -> None:
    assert read(dateline=opening).place is None


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("AFP", "AFP"),
        ("(AP)", "AP"),
        ("— Reuters", "Reuters"),
        ("© AFP", "AFP"),
        ("ТАСС", "TASS"),
        ("Copyright 2021 AFP. All rights reserved.", "AFP"),
        ("Photo: AFP", None),
        ("Getty Images", None),
        ("bur/ab", None),
    ],
)
def test_sign_offs(tail: str, agency: str | None) -> None:
    assert read(tail=tail).agency == agency


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Le Monde", "Le Monde"),
        ("LE MONDE", "Le Monde"),
        ("lemonde.fr", "Le Monde"),
        ("Le Monde, 3 mars 2021", "Le Monde"),
        ("The Kyiv Independent | March 3, 2021", "The Kyiv Independent"),
        ("The Nobody Herald\n3 March 2021", None),
        ("Source: The Nobody Herald\nDate: 3 March 2021", "The Nobody Herald"),
        ("3 March 2021", None),
        ("By Jane Example", None),
    ],
)
def test_outlets(head: str, outlet: str | None) -> None:
    assert read(head).outlet == outlet


def test_the_outlet_follows_from_the_address() -> None:
    found = read(tail="https://www.lemonde.fr/example/talks")
    assert (found.outlet, found.url) == ("Le Monde", "https://www.lemonde.fr/example/talks")
    unknown = read(tail="https://nobody.example/talks")
    assert (unknown.outlet, unknown.url) == (None, "https://nobody.example/talks")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Example", "Jane Example"),
        ("By JANE EXAMPLE", "Jane Example"),
        ("Par Jean Exemple, à Genève", "Jean Exemple"),
        ("By Jane Example and John Sample", "Jane Example"),
        ("by Ludwig van Example", "Ludwig van Example"),
        ("Автор: Иван Примеров", "Иван Примеров"),
        ("By Jane Example, Reuters", "Jane Example"),
        ("Jane Example", "Jane Example"),
        ("By Reuters", None),
        ("3 March 2021", None),
        ("Le Monde", None),
    ],
)
def test_authors(line: str, author: str | None) -> None:
    assert read(line).author == author


def test_an_author_may_stand_below_the_text() -> None:
    assert read(tail="By Jane Example").author == "Jane Example"


@pytest.mark.parametrize(
    "caption",
    [
        "Delegates in the hall of the old palace on 3 March 2021. © Jane Example/AFP",
        "A hall in Geneva, as seen by Le Monde. Photo: Jane Example / Reuters",
    ],
)
def test_nothing_is_taken_from_captions(caption: str) -> None:
    for found in (
        read(caption),
        articles(plain(f"{TITLE}\n\n{BODY}\n{caption}\n\nThe office has no name yet.\n"))[0],
    ):
        assert (found.agency, found.author, found.outlet, found.published) == (None,) * 4


def test_nothing_is_taken_from_the_text() -> None:
    found = read(
        tail="The agency AFP and Le Monde reported on 3 March 2021 that Jane Example will be there, by road."
    )
    assert (found.agency, found.author, found.outlet, found.place) == (None,) * 4


def test_a_title_may_stand_below_its_masthead() -> None:
    (article,) = articles(plain(f"Le Monde\n3 March 2021\n\n{TITLE}\n\n{BODY}"))
    assert (article.title, article.outlet, article.published) == (TITLE, "Le Monde", "2021-03-03")
    assert article.span.start == 0


def test_the_titles_place_leaves_numbering_out() -> None:
    text = f"# {TITLE}\n\n{BODY}"
    (article,) = articles(plain(text))
    assert article.title_span is not None
    assert text[slice(*article.title_span)] == TITLE
