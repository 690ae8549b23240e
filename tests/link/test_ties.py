"""What people said of articles and events: later judgements win, and what is left contradicts nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.link.ties import Ties
from according.model import Tie

SIDES = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True).map(tuple)
SAID = st.lists(st.builds(Tie, st.sampled_from(("same", "different", "unsure")), SIDES, SIDES), max_size=8)
PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def apart(tie: Tie) -> set[tuple[str, str]]:
    return {(one, other) for one in tie.first for other in tie.second if one != other}


@given(SAID, PAIRS)
def test_whatever_is_joined_nothing_contradicts_what_was_said_last(
    said: list[Tie], pairs: list[tuple[str, str]]
) -> None:
    ties = Ties(said)
    together = {each: set(group) for group in ties.groups for each in group}
    for one, other in pairs:
        may = ties.may(one, other)
        assert ties.join(one, other) == may == ties.may(other, one)
        if may:
            both = together.get(one, {one}) | together.get(other, {other})
            together |= dict.fromkeys(both, both)
    if said and said[0].verdict == "same":
        (last,) = {ties.group(each) for each in {*said[0].first, *said[0].second}}
        assert set(last) >= {*said[0].first, *said[0].second} or len({*said[0].first, *said[0].second}) == 1
    if said and said[0].verdict == "different" and not {*said[0].first} & {*said[0].second}:
        for one, other in apart(said[0]):
            assert not ties.may(one, other)
            assert other not in together.get(one, ())


@given(SAID)
def test_groups_hold_nobody_who_may_not_be_there(said: list[Tie]) -> None:
    ties = Ties(said)
    for group in ties.groups:
        assert all(ties.may(group[0], each) for each in group)
    assert len({each for group in ties.groups for each in group}) == sum(map(len, ties.groups))


def test_the_original_stands_for_its_copies() -> None:
    ties = Ties([Tie("same", ("copy",), ("other",))], {"copy": "original"})
    assert ties.groups == (("original", "other"),)


def test_an_earlier_judgement_holds_for_those_of_whom_nobody_said_anything_later() -> None:
    ties = Ties([Tie("same", ("a",), ("b",)), Tie("different", ("a",), ("b", "c"))])
    assert ties.groups == (("a", "b"),)
    assert not ties.may("b", "c")
    assert ties.may("c", "d")
