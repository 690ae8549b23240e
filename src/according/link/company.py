"""The company that names keep: two articles that name the same others are likely about the same thing."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from according.link.days import Days, apart
from according.link.units import Unit

ENOUGH = 3
"""Others that must be named in both articles."""
SHARE = 0.4
"""Share of what the shorter article names, rare names counting more, that the other must name as well. Translations of
one article reach 0.5 to 1, articles on one conflict 0.1 to 0.3."""
NEAR = 31
"""Days that may lie between two articles on one story, where both dates are known: a story, its follow-ups and late
translations. Years later the same names mean the same conflict, not the same story."""
_LOOKED_AT = 12
"""Articles of a unit that are compared: the company of a name that is in hundreds says nothing."""


class Company:
    """Which clusters each article names, and how rare they are."""

    def __init__(
        self, found: Sequence[Unit], of: Sequence[int], days: Mapping[str, Days | None] = MappingProxyType({})
    ) -> None:
        """Look at units and the clusters `of` them; `days` are when articles appeared, as far as that is known."""
        self._found = found
        self._of = of
        self._days = days
        self._named: dict[str, set[int]] = defaultdict(set)
        for number, unit in enumerate(found):
            if unit.alone:
                continue
            for article in unit.articles:
                self._named[article].add(of[number])
        self._frequency = Counter(cluster for clusters in self._named.values() for cluster in clusters)

    def shared(self, first: int, second: int) -> list[int]:
        """Return the clusters that an article of both units names, if they speak for one story; else none."""
        own = {self._of[first], self._of[second]}
        best: list[int] = []
        for one in sorted(self._found[first].articles)[:_LOOKED_AT]:
            for other in sorted(self._found[second].articles)[:_LOOKED_AT]:
                shared = self._named[one] & self._named[other] - own
                if (
                    len(shared) > max(len(best), ENOUGH - 1)
                    and (apart(self._days.get(one), self._days.get(other)) or 0) <= NEAR
                    and self._is_much(shared, one, other, own)
                ):
                    best = sorted(shared, key=lambda cluster: (self._frequency[cluster], cluster))
        return best

    def _is_much(self, shared: set[int], one: str, other: str, own: set[int]) -> bool:
        lesser = min(self._weight(self._named[article] - own) for article in (one, other))
        return self._weight(shared) >= SHARE * lesser

    def _weight(self, clusters: set[int]) -> float:
        total = len(self._named) + 1
        return sum(math.log(total / self._frequency[cluster]) for cluster in sorted(clusters))
