"""What people judged, as linking needs it: who must be together and who must not, later judgements first.

A side of a judgement means the chains that the person saw, and, for articles read later, every chain that bears the
name she gave (when she gave two names).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from according.knowledge.fold import fold_name
from according.link.cluster import Edge
from according.model import Chain, Judgement, Side

JUDGED = "judged by a person"

Token = tuple[str, ...]
"""What a side is recognised by: a chain's id, or a kind and a folded name."""


def same_words(first: Side, second: Side) -> bool:
    """Return whether both sides of a judgement bear one name, so that only their chains tell them apart."""
    return fold_name(first.name) == fold_name(second.name)


def _tokens(judgement: Judgement) -> tuple[frozenset[Token], frozenset[Token]]:
    by_name = not same_words(judgement.first, judgement.second)
    first, second = (
        frozenset((chain,) for chain in side.chains)
        | (frozenset(((side.kind, fold_name(side.name)),)) if by_name else frozenset())
        for side in (judgement.first, judgement.second)
    )
    return first, second


class Verdicts:
    """The judgements that are in force, and which side of them a chain is on."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        """Take all judgements in the order in which they were made: a later one on the same two sides counts."""
        kept: list[tuple[Judgement, tuple[frozenset[Token], frozenset[Token]]]] = []
        for judgement in judgements:
            sides = _tokens(judgement)
            kept = [(other, told) for other, told in kept if not _are_the_same(sides, told)]
            kept.append((judgement, sides))
        self.in_force = [judgement for judgement, _ in kept]
        self._of: dict[Token, list[tuple[int, int]]] = defaultdict(list)
        for number, (_, sides) in enumerate(kept):
            for which, tokens in enumerate(sides):
                for token in tokens:
                    self._of[token].append((number, which))

    def sides(self, chain: Chain) -> list[tuple[int, int]]:
        """Return the sides that a chain is on: the number of the judgement in `in_force`, and 0 or 1.

        By its id before its name: a person who saw it may have put it on the other side.
        """
        seen = self._of.get((chain.id,), [])
        told = {number for number, _ in seen}
        named = self._of.get((chain.kind, fold_name(chain.name)), [])
        return [*seen, *(side for side in named if side[0] not in told)]

    def apart(self, chain: Chain) -> str:
        """Return a mark that keeps a chain out of the units of those from whom it was judged to be different."""
        marks = (
            f"{self.in_force[number].id}.{which}"
            for number, which in self.sides(chain)
            if self.in_force[number].verdict == "different" and (which == 1 or self._namesakes(number))
        )
        return "/".join(sorted(marks))

    def _namesakes(self, number: int) -> bool:
        """Whether a judgement parts two of one name: who bears it in an article read later is neither for certain."""
        return same_words(self.in_force[number].first, self.in_force[number].second)

    def edges(
        self, members: Iterable[Sequence[tuple[int, int]]]
    ) -> tuple[list[Edge], frozenset[tuple[int, int]]]:
        """Return who must be joined, newest judgement first, and which pairs of units must not.

        Args:
            members: For each unit, the sides that its chains are on.
        """
        on: dict[tuple[int, int], list[int]] = defaultdict(list)
        for unit, sides in enumerate(members):
            for side in dict.fromkeys(sides):
                on[side].append(unit)
        forced: list[Edge] = []
        forbidden: set[tuple[int, int]] = set()
        for number in range(len(self.in_force) - 1, -1, -1):
            one, other = on[number, 0], on[number, 1]
            if self.in_force[number].verdict == "same":
                everyone = sorted({*one, *other})
                forced += [Edge(1.0, everyone[0], unit, JUDGED) for unit in everyone[1:]]
            elif self.in_force[number].verdict == "different":
                forbidden |= {(min(a, b), max(a, b)) for a in one for b in other if a != b}
        return forced, frozenset(forbidden)


def _are_the_same(
    sides: tuple[frozenset[Token], frozenset[Token]], told: tuple[frozenset[Token], frozenset[Token]]
) -> bool:
    """Whether two judgements are about the same two sides, in either order, however they were named."""
    (a, b), (c, d) = sides, told
    return bool((a & c and b & d) or (a & d and b & c))
