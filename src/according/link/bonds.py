"""What people said of articles and events, as linking needs it: who must be together, and who must not.

A later judgement wins over the earlier ones that it contradicts, be it by way of others: when A and B are one, and B
and C, then A and C are. What is left contradicts nothing, so that whoever joins only what `may` be joined, and
joins all of `groups`, does as everybody said who is still right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from according.model import Bond, BondKind

Mark = tuple[str, int]
"""A side of a judgement that keeps two apart, or whether one is turned round: what it goes by, and 0 or 1."""


class Bonds:
    """Who is one so far, and who may become one. Nothing but what was judged, or joined since, takes any room."""

    def __init__(self, said: Sequence[Bond], of: Mapping[str, str] | None = None) -> None:
        """Take what people said.

        Args:
            said: Their judgements in force, the latest first.
            of: What stands for some of those judged: the original for its copies.
        """
        self._above: dict[str, str] = {}
        self._marks: dict[str, set[Mark]] = {}
        tied: dict[str, None] = {}
        for number, bond in enumerate(_in_force(said)):
            one, other = ([(of or {}).get(each, each) for each in side] for side in (bond.first, bond.second))
            if bond.verdict == "same":
                some = list(dict.fromkeys([*one, *other]))
                tied |= dict.fromkeys(some)
                for each in some[1:]:
                    self.join(some[0], each)
            elif bond.verdict == "different":
                self._part(number, one, other)
        self.groups = self._together(tied)
        """Those that are one by what was said, each group and all of them sorted."""
        self._group = {each: group for group in self.groups for each in group}

    def group(self, one: str) -> tuple[str, ...]:
        """Return those that are one with somebody by what was said, itself among them; none where nothing was."""
        return self._group.get(one, ())

    def may(self, one: str, other: str) -> bool:
        """Return whether two may be one: nobody said that they, or what each was joined with, are not."""
        if not self._marks:
            return True
        here, there = self._marks.get(self._root(one)), self._marks.get(self._root(other))
        if not here or not there or here is there:
            return True
        few, many = sorted((here, there), key=len)
        return not any((name, 1 - side) in many for name, side in few)

    def join(self, one: str, other: str) -> bool:
        """Let two be one, if they may; return whether they are."""
        if not self.may(one, other):
            return False
        first, second = sorted((self._root(one), self._root(other)))
        if first != second:
            self._above[second] = first
            marks = self._marks.pop(first, set()) | self._marks.pop(second, set())
            if marks:
                self._marks[first] = marks
        return True

    def _root(self, one: str) -> str:
        while (above := self._above.get(one, one)) != one:
            self._above[one] = one = self._above.get(above, above)
        return one

    def _part(self, number: int, one: Iterable[str], other: Iterable[str]) -> None:
        """Keep two sides apart, but for those of whom somebody said later that they are one."""
        sides = [{self._root(each) for each in side} for side in (one, other)]
        both = sides[0] & sides[1]
        self._mark(str(number), sides[0] - both, sides[1] - both)
        for root in both:
            self._mark(f"{number} {root}", {root}, (sides[0] | sides[1]) - {root})

    def _mark(self, name: str, *sides: Iterable[str]) -> None:
        for side, roots in enumerate(sides):
            for root in roots:
                self._marks.setdefault(root, set()).add((name, side))

    def _together(self, some: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        groups: dict[str, list[str]] = defaultdict(list)
        for each in some:
            groups[self._root(each)].append(each)
        return tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1))


def _in_force(said: Iterable[Bond]) -> Iterator[Bond]:
    """Yield judgements but for those of which somebody said later, of that kind of link, that it cannot be told."""
    open_: dict[tuple[BondKind | None, int, str], set[Mark]] = defaultdict(set)
    for number, bond in enumerate(said):
        if bond.verdict == "unsure":
            for side, members in enumerate((bond.first, bond.second)):
                for each in members:
                    # As it was said, and turned round: which side comes first means nothing.
                    open_[bond.kind, side, each].add((str(number), 0))
                    open_[bond.kind, 1 - side, each].add((str(number), 1))
        elif not _is_open(bond, open_):
            yield bond


def _is_open(bond: Bond, open_: Mapping[tuple[BondKind | None, int, str], set[Mark]]) -> bool:
    """Return whether somebody who could not tell saw all of both sides of a judgement on both sides."""
    sides = enumerate((bond.first, bond.second))
    marks = [open_.get((bond.kind, side, each), set()) for side, members in sides for each in members]
    return bool(marks) and bool(set.intersection(*sorted(marks, key=len)))
