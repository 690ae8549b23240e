"""Groups of articles by how sure each pair of them is to tell one piece of news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

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

    def __init__(self, part: list[int], pairs: Pairs) -> None:
        rank = {each: number for number, each in enumerate(part)}
        self.members = {number: [each] for number, each in enumerate(part)}
        self.sums = {
            rank[one]: {rank[other]: score for other, score in pairs.get(one, {}).items()} for one in part
        }

    def mean(self, one: int, other: int) -> float:
        """Return the mean score of the pairs of two groups, rounded so that the order of adding does not show."""
        pairs = len(self.members[one]) * len(self.members[other])
        return round(self.sums[one].get(other, 0.0) / pairs, 9)

    def join(self, one: int, other: int) -> None:
        """Put the articles of another group into one."""
        self.members[one] += self.members.pop(other)
        for third, score in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                self.sums[one][third] = self.sums[third][one] = self.sums[one].get(third, 0.0) + score


def groups(part: Iterable[int], pairs: Pairs) -> list[list[int]]:
    """Return the stories among connected articles: those that are most alike are joined first (average linkage).

    Sokal and Michener 1958, "A statistical method for evaluating systematic relationships".

    Args:
        part: The articles, in an order that is theirs: of equal pairs those of the first are joined first.
        pairs: The scores of their pairs.
    """
    some = _Groups(list(part), pairs)
    waiting = [
        (-some.mean(one, other), one, other) for one in some.sums for other in some.sums[one] if one < other
    ]
    heapify(waiting)
    while waiting:
        mean, one, other = heappop(waiting)
        if -mean < ENOUGH:
            break
        if one not in some.members or other not in some.members or some.mean(one, other) != -mean:
            continue
        some.join(one, other)
        for third in some.sums[one]:
            heappush(waiting, (-some.mean(one, third), min(one, third), max(one, third)))
    return list(some.members.values())
