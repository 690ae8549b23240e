"""Where accounts say that something was: the place they give it, the towns it is done to, and those named beside it."""

from __future__ import annotations

from typing import NamedTuple

from according.link.world import World

_SAME, _NEAR, _WITHIN, _SAID = 0.2, 0.1, 0.05, 0.02
"""What it says that both give one place, that theirs are near each other or one names the other's beside, that one lies
in the other, and that neither gives any."""
SEVERAL = 2
"""Towns that two sentences hardly share by chance, unless many articles name all of them."""


class Where(NamedTuple):
    """Where an account has it.

    `place` is where it was, a town also where it is what something is done to. `towns` are all places no larger than a
    town where it was, `named` those that its sentence names, `rare` those of them that few articles name.
    """

    place: str | None
    towns: frozenset[str]
    named: frozenset[str]
    rare: frozenset[str]

    def with_more(self, other: Where) -> Where:
        """Return it with what another account tells where it tells nothing."""
        return Where(
            self.place or other.place,
            self.towns or other.towns,
            self.named or other.named,
            self.rare or other.rare,
        )


class Near(NamedTuple):
    """How much it says where two were, and why; `spot`: in one town, which tells them from others of their kind."""

    score: float
    reason: str
    spot: bool


def compared(one: Where, other: Where, world: World) -> Near | None:
    """Compare where two were; None where they were in two places."""
    if one.place == other.place:
        if one.place is None:
            return _beside(one, other) or Near(_SAID, "", spot=False)
        return Near(_SAME, "same place", world.is_small(one.place))
    if one.place is None or other.place is None:
        return _beside(one, other) or Near(0.0, "", spot=False)
    beside = _beside(one, other)
    near = world.near(one.place, other.place)
    if near is None:
        # Of an attack on three villages each account may name another one first.
        return beside if one.towns & other.named and other.towns & one.named else None
    score = _WITHIN if near == "one place in the other" else _NEAR
    return beside if beside is not None and beside.score > score else Near(score, near, spot=False)


def _beside(one: Where, other: Where) -> Near | None:
    """Compare two of which one or none gives a town, by those that their sentences name; None where they share none."""
    mine, its = one.named | one.towns, other.named | other.towns
    both = mine & its
    if len(both) >= SEVERAL and both & (one.rare | other.rare):
        return Near(_SAME, "same places named", spot=True)
    if both & (one.towns | other.towns):
        rare = both <= (one.rare | other.rare)
        return Near(_SAME if rare else _NEAR, "place named beside", rare)
    return None
