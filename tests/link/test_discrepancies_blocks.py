"""What is compared with what: those that share a block and lie near each other there, each pair once."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from according.link.discrepancies.account import Account
from according.link.discrepancies.blocks import MOST, opposed, pairs
from according.model import Span
from according.views import Says


class Thing(NamedTuple):
    """Something that is compared, its blocks, and whether it denies."""

    account: Account
    keys: tuple[int, ...]
    denies: bool = False


def thing(at: int, keys: tuple[int, ...], denies: bool = False) -> Thing:
    says = Says(f"f{at}", "a", Span(at, at + 1), "", None, None)
    return Thing(Account(says, None, None, "a", at, 0, "a", None, None, None), keys, denies)


THINGS = st.lists(
    st.tuples(st.lists(st.integers(0, 4), max_size=3).map(tuple), st.booleans()), max_size=30
).map(lambda some: [thing(at, keys, denies) for at, (keys, denies) in enumerate(some)])


@given(THINGS, st.randoms(use_true_random=False))
def test_each_two_of_a_block_are_compared_once_however_they_come(things: list[Thing], random: Random) -> None:
    shuffled = list(things)
    random.shuffle(shuffled)
    met = [(one.account.at, other.account.at) for one, other in pairs(shuffled, lambda each: each.keys)]
    wanted = {
        (one.account.at, other.account.at)
        for one in things
        for other in things
        if one.account.at < other.account.at and set(one.keys) & set(other.keys)
    }
    assert set(met) == wanted
    assert not met or max(Counter(met).values()) == 1


@given(THINGS)
def test_who_denies_is_held_against_who_tells_and_comes_first(things: list[Thing]) -> None:
    met = list(opposed(things, lambda each: each.keys, lambda each: each.denies))
    assert all(one.denies and not other.denies for one, other in met)
    both = {frozenset((one.account.at, other.account.at)) for one, other in met}
    assert len(both) == len(met)
    assert both == {
        frozenset((one.account.at, other.account.at))
        for one, other in pairs(things, lambda each: each.keys)
        if one.denies != other.denies
    }


def test_of_many_in_a_block_those_are_compared_that_are_near() -> None:
    met = list(pairs([thing(at, (0,)) for at in range(3 * MOST)], lambda each: each.keys))
    assert max(other.account.at - one.account.at for one, other in met) == MOST
    assert len(met) < 3 * MOST * MOST
