"""Names that are alike, and those that two may be meant by."""

from __future__ import annotations

import pytest

from according.link.entities import Linked, link
from according.link.names import whole_words
from according.model import Chain
from tests.chains import chain

BROTHERS = ("Mohamed Hamdan Dagalo", "Abdelrahim Hamdan Dagalo", "Algoney Hamdan Dagalo")


def with_whom(name: str, chains: list[Chain]) -> set[str]:
    """The other names of the entity of the chain of that name."""
    linked = link(chains, [])
    of = {each.chain: each.entity for each in linked.links}
    entity = next(of[each.id] for each in chains if each.name == name)
    return {each.name for each in chains if of[each.id] == entity} - {name}


def suggested(name: str, linked: Linked) -> set[str]:
    names = {each.id: each.name for each in linked.entities}
    pairs = [{names[each.first], names[each.second]} for each in linked.suggestions]
    return {other for pair in pairs if name in pair for other in pair - {name}}


class TestCutShort:
    @pytest.mark.parametrize("count", [2, 3])
    def test_what_fits_two_is_nobody_and_is_suggested(self, count: int) -> None:
        full = [chain(name, str(number)) for number, name in enumerate(BROTHERS[:count])]
        chains = [*full, chain("Hamdan Dagalo", "short")]
        assert not with_whom("Hamdan Dagalo", chains)
        assert suggested("Hamdan Dagalo", link(chains, [])) == set(BROTHERS[:count])

    def test_nor_is_it_the_third_where_the_article_names_the_others(self) -> None:
        chains = [
            chain(BROTHERS[0], "a"),
            chain("Hamdan Dagalo", "a"),
            chain(BROTHERS[1], "b"),
        ]
        assert not with_whom("Hamdan Dagalo", chains)

    def test_nor_the_one_whose_articles_name_the_same_others(self) -> None:
        others = ("Abdel Fattah al-Burhan", "Volker Perthes", "Minni Minnawi", "Malik Agar")
        chains = [chain(name, str(number)) for number, name in enumerate(BROTHERS)]
        chains += [chain(name, article) for article in ("0", "1", "2", "short") for name in others]
        assert not with_whom("Hamdan Daglo", [*chains, chain("Hamdan Daglo", "short")])

    def test_what_fits_one_in_all_her_spellings_is_her(self) -> None:
        chains = [chain(BROTHERS[0], "a"), chain("Mohammed Hamdan Daglo", "b"), chain("Hamdan Dagalo", "c")]
        assert with_whom("Hamdan Dagalo", chains) == {BROTHERS[0], "Mohammed Hamdan Daglo"}

    def test_an_office_that_only_one_of_them_holds_decides(self) -> None:
        office = ("president@RU",)
        chains = [
            chain("Владимир Владимирович Путин", "a", offices=office, language="ru"),
            chain("Владимир Спиридонович Путин", "b", language="ru"),
            chain("Владимир Путин", "c", offices=office, language="ru"),
        ]
        assert with_whom("Владимир Путин", chains) == {"Владимир Владимирович Путин"}
        unknown = [*chains[:2], chain("Владимир Путин", "c", language="ru")]
        assert not with_whom("Владимир Путин", unknown)

    def test_an_initial_that_two_have_is_neither(self) -> None:
        chains = [chain(name, str(number)) for number, name in enumerate((*BROTHERS[1:], "A. Hamdan Dagalo"))]
        assert not with_whom("A. Hamdan Dagalo", chains)


@pytest.mark.parametrize(
    ("name", "count"), [("Abdel Fattah al-Burhan", 3), ("J. R. Smith", 1), ("Владимир Владимирович Путин", 3)]
)
def test_words_written_out(name: str, count: int) -> None:
    assert whole_words(name) == count
