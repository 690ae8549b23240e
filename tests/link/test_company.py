"""The company that names keep."""

from __future__ import annotations

from according.link.company import ENOUGH, Company
from according.link.entities import link
from according.link.names import MAYBE, SAME, compare
from according.link.units import Unit
from according.model import Chain
from tests.chains import chain

STORY = ("Kofi Annan", "Jane Example", "Abdalla Hamdok", "Salifou Mody")
NOISE = [chain(f"Person Number{n}", f"n{n}") for n in range(30)]
"""Other articles, so that the names of the story are rare."""


def company(*chains: Chain) -> tuple[Company, dict[tuple[str, str], int]]:
    """The company of chains of which only those of one full name are linked; and the number of each name's unit."""
    found: dict[str, Unit] = {}
    for each in chains:
        alone = len(each.name.split()) == 1
        found.setdefault(each.name, Unit(each.kind, each.name, None, alone)).take(each)
    numbers = {(each.name, each.article): list(found).index(each.name) for each in chains}
    return Company(list(found.values()), range(len(found))), numbers


def told(article: str, *names: str) -> list[Chain]:
    return [chain(name, article) for name in names]


def test_translations_of_one_story_share_their_company() -> None:
    found, of = company(*told("a", "Ann Bartley", *STORY), *told("b", "Anna Bartli", *STORY), *NOISE)
    assert len(found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"])) == len(STORY)


def test_unrelated_articles_share_none() -> None:
    found, of = company(
        *told("a", "Ann Bartley", *STORY), *told("b", "Anna Bartli", "A B", "C D", "E F"), *NOISE
    )
    assert found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"]) == []


def test_few_others_are_not_enough() -> None:
    few = STORY[: ENOUGH - 1]
    found, of = company(*told("a", "Ann Bartley", *few), *told("b", "Anna Bartli", *few), *NOISE)
    assert found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"]) == []


def test_a_small_part_of_two_long_articles_is_not_enough() -> None:
    long = [[f"Guest {letter}{n}" for n in range(20)] for letter in "XY"]
    found, of = company(
        *told("a", "Ann Bartley", *STORY, *long[0]), *told("b", "Anna Bartli", *STORY, *long[1]), *NOISE
    )
    assert found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"]) == []


def test_names_that_are_everywhere_say_nothing() -> None:
    everywhere = [chain(name, each.article) for name in STORY for each in NOISE]
    alone = [f"Guest X{n}" for n in range(3)], [f"Guest Y{n}" for n in range(3)]
    found, of = company(
        *told("a", "Ann Bartley", *STORY, *alone[0]),
        *told("b", "Anna Bartli", *STORY, *alone[1]),
        *NOISE,
        *everywhere,
    )
    assert found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"]) == []


def test_bare_surnames_are_no_company() -> None:
    bare = ("Annan", "Hamdok", "Mody", "Example")
    found, of = company(*told("a", "Ann Bartley", *bare), *told("b", "Anna Bartli", *bare), *NOISE)
    assert found.shared(of["Ann Bartley", "a"], of["Anna Bartli", "b"]) == []


class TestLinked:
    """Two spellings that are alike, but not alike enough to be one man wherever they stand."""

    ONE, OTHER = "Heather Nauert", "Хизер Науэрт"

    def linked(self, company: tuple[str, ...], other: tuple[str, ...], *dates: str) -> bool:
        chains = [*told("a", self.ONE, *company), *told("b", self.OTHER, *other), *NOISE]
        score = compare(self.ONE, self.OTHER, "person").score
        assert MAYBE <= score < SAME, "else this test shows nothing"
        entities = {
            each.chain: each.entity for each in link(chains, (), dict(zip("ab", dates, strict=False))).links
        }
        return entities[chains[0].id] == entities[chains[1 + len(company)].id]

    def test_in_translations_of_one_story_they_are_one(self) -> None:
        assert self.linked(STORY, STORY)

    def test_in_unrelated_articles_they_are_two(self) -> None:
        assert not self.linked(STORY, ("A B", "C D", "E F"))

    def test_in_articles_with_weeks_between_they_are_one(self) -> None:
        assert self.linked(STORY, STORY, "2021-01-15", "2021-01-29")
        assert self.linked(STORY, STORY, "2021-01-15"), "the other date is unknown"

    def test_in_articles_of_other_years_they_are_two(self) -> None:
        assert not self.linked(STORY, STORY, "2021-01-15", "2022-01-15")
