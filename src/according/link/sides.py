"""Who takes part in an event, and whether those of two accounts can be the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from according.knowledge.fold import fold_name
from according.link.world import World

_BY_STATE = 0.7
"""Likeness of a state and somebody who acts for it."""
_NAMED, _BOTH, _PERSON, _ONE, _BESIDE = 0.55, 0.5, 0.4, 0.3, 0.2
"""What it says that both sides are shared, and not states alone, which do much to one another in a day; that both are;
that one is and the other not known, a person's, who does or suffers one thing at a time, or another's; that the other
is only described, or that of those who do it together one is known."""


class Side(NamedTuple):
    """Who takes part on one side: entities; where none is known, the words that stand there, folded."""

    who: frozenset[str]
    words: str = ""

    @property
    def is_told(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.who or self.words)


class Sides(NamedTuple):
    """Who does it, and to whom."""

    source: Side
    target: Side

    @property
    def all(self) -> frozenset[str]:
        """The entities of both."""
        return self.source.who | self.target.who

    def with_more(self, other: Sides) -> Sides:
        """Return them with what another account tells where they lack it."""
        return Sides(
            *(mine if mine.who or not its.is_told else its for mine, its in zip(self, other, strict=True))
        )


class Shared(NamedTuple):
    """How much it says that the same take part, and who they are."""

    score: float
    reason: str


def side(who: frozenset[str], words: str | None, states: Mapping[str, str]) -> Side:
    """Return a side; a state named beside those who act for it ("the Ghanaian army") is nobody else."""
    acting = who - {states[each] for each in who if each in states}
    return Side(acting) if who else Side(who, fold_name(words or ""))


def shared(
    one: Sides, other: Sides, world: World, *, mutual: bool, material: bool, together: bool, spot: bool
) -> Shared | None:
    """Compare who takes part; None where one side's are others, or nobody is known to be shared.

    Args:
        one: Of an account.
        other: Of another.
        world: What is known of entities.
        mutual: Whether both sides do it together, so that their order says nothing.
        material: Whether it is done, not said.
        material: Whether it is done, not said.
        together: Whether both stand in one article, where the same words mean the same.
        spot: Whether both were in the same town, which tells them from others where nobody is known.
    """
    if mutual:
        likeness = _alike(one.all, other.all, world.states)
        if not likeness:
            return Shared(_BESIDE, "") if spot and likeness is None else None
        several = len(one.all) > 1 and len(other.all) > 1
        return Shared(_BOTH * likeness, "both sides") if several else Shared(_BESIDE * likeness, "one side")
    source, target = (_alike(a.who, b.who, world.states) for a, b in zip(one, other, strict=True))
    if 0.0 in (source, target):
        return None
    if source is not None and target is not None:
        bare = all(world.kinds.get(each) == "state" for each in one.all & other.all)
        return Shared((_BOTH if bare else _NAMED) * (source + target) / 2, "both sides")
    if source is None and target is None:
        return Shared(_BESIDE, "") if spot else None
    mine, its = (one.target, other.target) if target is None else (one.source, other.source)
    likeness = (target if source is None else source) or 0.0
    if together and mine.words and mine.words == its.words:
        return Shared(_BOTH * (1 + likeness) / 2, "both sides")
    person = any(world.kinds.get(each) == "person" for each in one.all & other.all)
    alone = _PERSON if material and person else _ONE
    weight = _BESIDE if mine.is_told and its.is_told and alone == _ONE else alone
    return Shared(weight * likeness, "who does it" if target is None else "to whom")


def _alike(one: frozenset[str], other: frozenset[str], states: Mapping[str, str]) -> float | None:
    """Return how alike two groups are, 0 where each has somebody whom the other lacks; None where one is not known."""
    if not one or not other:
        return None
    same = one & other
    likeness: float = len(same)
    these, those = one - same, other - same
    for each in sorted(these):
        # Two who act for one state are two; one of them and the state may be one.
        its = next((at for at in sorted(those) if states.get(each) == at or states.get(at) == each), None)
        if its is not None:
            likeness += _BY_STATE
            these, those = these - {each}, those - {its}
    return 0.0 if these and those else likeness / max(len(one), len(other))
