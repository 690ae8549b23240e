"""Descriptions across articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from according.link.entities import link
from according.model import Chain
from tests.chains import chain


def only_described(name: str, article: str, office: str) -> Chain:
    return replace(chain(name, article, offices=(office,)), named=False)


def meant(chains: Iterable[Chain], published: dict[str, str] | None = None) -> list[tuple[str, float]]:
    """Whom the described chains are linked to, and how surely."""
    every = list(chains)
    linked = link(every, [], published or {})
    nameless = {each.id for each in every if not each.named}
    names = {each.id: each.name for each in linked.entities}
    assert len(names) == len({each.entity for each in linked.links})
    return [(names[each.entity], each.score) for each in linked.links if each.chain in nameless]


PRESIDENT = "president@KE"
ELSEWHERE = chain("William Ruto", "b", offices=(PRESIDENT,))


class TestNamedHere:
    def test_the_one_who_is_called_so_elsewhere(self) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        assert meant([here, chain("William Ruto", "a"), ELSEWHERE]) == [("William Ruto", 0.8)]

    def test_one_who_is_called_so_in_general(self) -> None:
        here = only_described("Kenyan leader", "a", "leader@KE")
        assert meant([here, chain("William Ruto", "a"), ELSEWHERE]) == [("William Ruto", 0.7)]

    @pytest.mark.parametrize("office", ["former-president@KE", "foreign-minister@KE", "president@UG"])
    def test_not_one_whom_the_article_calls_something_else(self, office: str) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        assert meant([here, chain("William Ruto", "a", offices=(office,)), ELSEWHERE]) == []

    def test_of_two_neither(self) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        other = chain("Uhuru Kenyatta", "c", offices=(PRESIDENT,))
        assert meant([here, chain("William Ruto", "a"), chain("Uhuru Kenyatta", "a"), ELSEWHERE, other]) == []

    def test_of_two_the_one_who_is_called_so_in_those_years(self) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        other = chain("Uhuru Kenyatta", "c", offices=(PRESIDENT,))
        chains = [here, chain("William Ruto", "a"), chain("Uhuru Kenyatta", "a"), ELSEWHERE, other]
        found = meant(chains, {"a": "2024-05-01", "b": "2024-01-01", "c": "2019-01-01"})
        assert found == [("William Ruto", 0.8)]

    def test_not_one_of_long_ago(self) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        chains = [here, chain("William Ruto", "a"), ELSEWHERE]
        assert meant(chains, {"a": "2024-05-01", "b": "1999-01-01"}) == []

    def test_a_mistake_of_one_article_is_not_believed(self) -> None:
        here = only_described("Kenyan president", "a", PRESIDENT)
        often = [chain("Musalia Mudavadi", f"{n}", offices=("foreign-minister@KE",)) for n in range(11)]
        wrong = chain("Musalia Mudavadi", "b", offices=(PRESIDENT,))
        assert meant([here, chain("Musalia Mudavadi", "a"), wrong, *often]) == []


class TestNobodyNamedHere:
    HERE = only_described("Kenyan president", "a", PRESIDENT)

    def test_the_only_one_within_a_year(self) -> None:
        assert meant([self.HERE, ELSEWHERE], {"a": "2024-05-01", "b": "2023-11-01"}) == [
            ("William Ruto", 0.55)
        ]

    @pytest.mark.parametrize("dates", [{}, {"a": "2024-05-01"}, {"a": "2024-05-01", "b": "2021-11-01"}])
    def test_not_without_dates_near_each_other(self, dates: dict[str, str]) -> None:
        assert meant([self.HERE, ELSEWHERE], dates) == []

    def test_of_two_neither(self) -> None:
        other = chain("Uhuru Kenyatta", "c", offices=(PRESIDENT,))
        dates = {"a": "2022-05-01", "b": "2022-10-01", "c": "2022-02-01"}
        assert meant([self.HERE, ELSEWHERE, other], dates) == []

    def test_not_in_an_office_of_many(self) -> None:
        here = only_described("Kenyan lawmaker", "a", "member-of-parliament@KE")
        other = chain("Otiende Amollo", "b", offices=("member-of-parliament@KE",))
        assert meant([here, other], {"a": "2024-05-01", "b": "2024-05-01"}) == []


def test_without_a_state_nobody_is_meant() -> None:
    here = only_described("president", "a", "president@")
    assert (
        meant([here, chain("William Ruto", "a"), chain("William Ruto", "b", offices=("president@",))]) == []
    )


def test_the_order_of_chains_does_not_matter() -> None:
    chains = [TestNobodyNamedHere.HERE, chain("William Ruto", "a"), ELSEWHERE, chain("Raila Odinga", "a")]
    assert meant(chains) == meant(chains[::-1])
