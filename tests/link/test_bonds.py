"""What people said of articles and events: later judgements win, and what is left contradicts nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.link.bonds import Bonds
from according.model import Bond

SIDES = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True).map(tuple)
SAID = st.lists(st.builds(Bond, st.sampled_from(("same", "different", "unsure")), SIDES, SIDES), max_size=8)
PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def apart(bond: Bond) -> set[tuple[str, str]]:
    return {(one, other) for one in bond.first for other in bond.second if one != other}


@given(SAID, PAIRS)
def test_whatever_is_joined_nothing_contradicts_what_was_said_last(
    said: list[Bond], pairs: list[tuple[str, str]]
) -> None:
    bonds = Bonds(said)
    together = {each: set(group) for group in bonds.groups for each in group}
    for one, other in pairs:
        may = bonds.may(one, other)
        assert bonds.join(one, other) == may == bonds.may(other, one)
        if may:
            both = together.get(one, {one}) | together.get(other, {other})
            together |= dict.fromkeys(both, both)
    if said and said[0].verdict == "same":
        (last,) = {bonds.group(each) for each in {*said[0].first, *said[0].second}}
        assert set(last) >= {*said[0].first, *said[0].second} or len({*said[0].first, *said[0].second}) == 1
    if said and said[0].verdict == "different" and not {*said[0].first} & {*said[0].second}:
        for one, other in apart(said[0]):
            assert not bonds.may(one, other)
            assert other not in together.get(one, ())


@given(SAID)
def test_groups_hold_nobody_who_may_not_be_there(said: list[Bond]) -> None:
    bonds = Bonds(said)
    for group in bonds.groups:
        assert all(bonds.may(group[0], each) for each in group)
    assert len({each for group in bonds.groups for each in group}) == sum(map(len, bonds.groups))


def test_the_original_stands_for_its_copies() -> None:
    bonds = Bonds([Bond("same", ("copy",), ("other",))], {"copy": "original"})
    assert bonds.groups == (("original", "other"),)


def test_an_earlier_judgement_holds_for_those_of_whom_nobody_said_anything_later() -> None:
    bonds = Bonds([Bond("same", ("a",), ("b",)), Bond("different", ("a",), ("b", "c"))])
    assert bonds.groups == (("a", "b"),)
    assert not bonds.may("b", "c")
    assert bonds.may("c", "d")


@given(SAID)
def test_what_somebody_could_not_tell_later_is_as_if_nobody_had_said_it(said: list[Bond]) -> None:
    held = [
        bond
        for at, bond in enumerate(said)
        if bond.verdict != "unsure"
        and not any(
            {*bond.first} <= {*one} and {*bond.second} <= {*other}
            for later in said[:at]
            if later.verdict == "unsure"
            for one, other in ((later.first, later.second), (later.second, later.first))
        )
    ]
    all_, those = Bonds(said), Bonds(held)
    assert all_.groups == those.groups
    assert all(all_.may(one, other) == those.may(one, other) for one in "abcdefgh" for other in "abcdefgh")


def test_tens_of_thousands_who_could_not_tell_are_not_held_against_each_judgement() -> None:
    many = range(30_000)
    unsure = [Bond("unsure", (f"a{each}",), (f"b{each}",)) for each in many]
    same = [Bond("same", (f"b{each}",), (f"a{each}", "all")) for each in many]
    assert len(Bonds(unsure + same).groups) == 1
    same = [Bond("same", (f"b{each}",), (f"a{each}",)) for each in many]
    assert Bonds(unsure + same).groups == ()
