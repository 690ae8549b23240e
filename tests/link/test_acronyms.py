"""Acronyms across articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from according.link.acronyms import is_acronym
from according.link.entities import Linked, link
from according.model import Chain
from tests.chains import chain

LONG = chain("Front for the Example Peoples", "a", "organization")
SHORT = chain("FEP", "b", "organization")


def together(linked: Linked, one: Chain, other: Chain) -> bool:
    of = {each.chain: each.entity for each in linked.links}
    return of[one.id] == of[other.id]


def linked(chains: Sequence[Chain], explained: Sequence[Chain]) -> Linked:
    return link(chains, [], acronyms={each.id: ["FEP"] for each in explained})


def test_it_is_what_one_article_explains_it_by() -> None:
    found = linked([LONG, SHORT], [LONG])
    assert together(found, LONG, SHORT)
    assert any("FEP is explained as Front" in each.reason for each in found.links)


def test_it_is_nothing_that_nobody_explains() -> None:
    assert not together(linked([LONG, SHORT], []), LONG, SHORT)


def test_explained_by_two_names_it_is_neither_and_both_are_suggested() -> None:
    other = chain("Federation of Egg Producers", "c", "organization")
    found = linked([LONG, other, SHORT], [LONG, other])
    assert not together(found, LONG, SHORT)
    assert not together(found, other, SHORT)
    assert len(found.suggestions) == 2


def test_an_article_that_names_both_apart_keeps_them_apart() -> None:
    here = chain("Front for the Example Peoples", "b", "organization")
    assert not together(linked([LONG, here, SHORT], [LONG]), LONG, SHORT)


def test_only_organizations_have_acronyms() -> None:
    person = chain("FEP", "b", "person")
    assert not together(linked([LONG, person], [LONG]), LONG, person)


@pytest.mark.parametrize(
    ("name", "expected"), [("FDPC", True), ("ОДКБ", True), ("F", False), ("Nato", False), ("G7", False)]
)
def test_two_to_eight_capitals(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected
