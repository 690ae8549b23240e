"""Parallel texts of two sides, each with the other as the culprit, are no translations of one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.mirrored import denied, exchanged

SAID = (("ghana", "togo", "aflao"), ("ghana",), ("togo",), ("ghana",), ())


def turned(names: tuple[str, ...]) -> tuple[str, ...]:
    other = {"ghana": "togo", "togo": "ghana"}
    return tuple(other.get(name, name) for name in names)


def test_parties_exchanged_all_over() -> None:
    assert exchanged([(names, turned(names)) for names in SAID])
    assert not exchanged([(names, names) for names in SAID])


def test_another_order_of_words_or_one_sentence_is_none() -> None:
    # One language names first who is attacked; it is still the same who are blamed alone.
    assert not exchanged([(SAID[0], SAID[0][::-1]), *((names, names) for names in SAID[1:])])
    assert not exchanged([(SAID[1], turned(SAID[1])), *((names, names) for names in SAID[2:])])


def test_two_who_are_always_named_together() -> None:
    both = ("ghana", "togo")
    assert not exchanged([(both, turned(both))] * 2)
    assert exchanged([(both, turned(both))] * 3)


def test_who_is_in_one_article_only_is_not_exchanged() -> None:
    assert not exchanged([(("ghana",), ("togo",)), (("ghana",), ("togo",)), (("ghana",), ("togo",))])


@pytest.mark.parametrize(
    ("pairs", "reverse"),
    [
        ([(False, True), (True, False), (False, False), (False, False)], True),
        ([(False, True), (False, False), (True, True), (False, False)], False),
        ([(False, True), (True, False), *[(True, True)] * 8], False),
        ([], False),
    ],
)
def test_denials_in_one_language_only(pairs: list[tuple[bool, bool]], reverse: bool) -> None:
    assert denied(pairs) is reverse


NAMES = st.lists(st.sampled_from("abcd"), max_size=3, unique=True)


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_any_names_either_way(pairs: list[tuple[list[str], list[str]]]) -> None:
    assert exchanged(pairs) == exchanged([(other, one) for one, other in pairs])
    assert not exchanged([(one, one) for one, _ in pairs])
