"""Groups of articles by how sure each pair of them is to tell one piece of news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from according.link.bonds import Bonds

ENOUGH = 0.3
"""Mean score of the pairs of two groups from which they are one story; pairs that nothing speaks for count as 0."""

Pairs = Mapping[int, Mapping[int, float]]
"""Scores of the pairs that something speaks for, in both directions."""


def connected(pairs: Mapping[int, Iterable[int]], some: Iterable[int]) -> list[list[int]]:
    """Return all articles that `some` are connected with by pairs, themselves among them, one list for each part."""
    seen: set[int] = set()
    parts = []
    for first in some:
        if first in seen:
            continue
        seen.add(first)
        part, open_ = [], [first]
        while open_:
            part.append(here := open_.pop())
            further = [each for each in pairs.get(here, ()) if each not in seen]
            seen.update(further)
            open_ += further
        parts.append(part)
    return parts


class _Groups:
    """Groups that are joined step by step; a group is the rank of its first article, the sums are of pairs' scores."""

    def __init__(self, part: list[int], pairs: Pairs, names: Sequence[str], bonds: Bonds) -> None:
        self._names, self._bonds = names, bonds
        rank = {each: number for number, each in enumerate(part)}
        self.members = {number: [each] for each, number in rank.items()}
        self.sizes = dict.fromkeys(self.members, 1)
        self.sums = {
            number: {rank[other]: score for other, score in pairs.get(each, {}).items()}
            for each, number in rank.items()
        }

    def _may(self, one: int, other: int) -> bool:
        """Whether nobody said that articles of two groups are not of one story."""
        first, second = (self._names[self.members[each][0]] for each in (one, other))
        return self._bonds.may(first, second)

    def mean(self, one: int, other: int) -> float:
        """Return the mean score of the pairs of two groups, rounded so that the order of adding does not show."""
        pairs = self.sizes[one] * self.sizes[other]
        return round(self.sums[one].get(other, 0.0) / pairs, 9)

    def nearest(self, here: int) -> tuple[float, int] | None:
        """Return the group that is most like one, the first of several, and how much that is; None without any."""
        others = (other for other in self.sums[here] if self._may(here, other))
        return max(((self.mean(here, other), -other) for other in others), default=None)

    def join(self, one: int, other: int) -> None:
        """Put the articles of another group into one."""
        self._bonds.join(self._names[self.members[one][0]], self._names[self.members[other][0]])
        self.members[one] += self.members.pop(other)
        self.sizes[one] += self.sizes.pop(other)
        for third, score in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                self.sums[one][third] = self.sums[third][one] = self.sums[one].get(third, 0.0) + score

    def link(self) -> None:
        """Join groups that are nearest to each other for as long as any two are near enough."""
        for first in list(self.members):
            chain = [first] if first in self.members else []
            while chain and (found := self.nearest(chain[-1])) is not None and found[0] >= ENOUGH:
                mean, other = found[0], -found[1]
                if len(chain) > 1 and self.mean(chain[-1], chain[-2]) >= mean:
                    one, other = sorted((chain.pop(), chain.pop()))
                    self.join(one, other)
                    chain = chain or [one]
                else:
                    chain.append(other)

    def tie(self) -> None:
        """Join the groups of those that are one because people say so."""
        first: dict[tuple[str, ...], int] = {}
        near: dict[int, list[int]] = {}
        for number, members in self.members.items():
            for judged in filter(None, (self._bonds.group(self._names[each]) for each in members)):
                other = first.setdefault(judged, number)
                near.setdefault(number, []).append(other)
                near.setdefault(other, []).append(number)
        for some in connected(near, near):
            one, *others = sorted(some)
            for other in others:
                self.join(one, other)


def groups(part: Iterable[int], pairs: Pairs, names: Sequence[str], bonds: Bonds) -> list[list[int]]:
    """Return the stories among connected articles: those that are most alike are joined first (average linkage).

    Sokal and Michener 1958, "A statistical method for evaluating systematic relationships"; by chains of nearest
    neighbours (Murtagh 1983, "A survey of recent advances in hierarchical clustering algorithms"): two groups that are
    nearest to each other are joined at once, since no later join brings anything nearer. The time is that of the pairs
    that are given, however many of the articles have one with each other.

    What people say is one is put together when each has found its group: whom a person adds to a story lets nobody fall
    out of it and brings in nobody else. No further join can follow, the mean of means below `ENOUGH` being below it.

    Args:
        part: The articles, in an order that is theirs: of equal pairs those of the first are joined first.
        pairs: The scores of their pairs.
        names: The articles' ids.
        bonds: What people said of them.
    """
    some = _Groups(list(part), pairs, names, bonds)
    some.link()
    if bonds.groups:
        some.tie()
    return list(some.members.values())
