"""How much it says that two articles have something in common: the rarer it is where they stand, the more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from math import log2

WINDOW = 32
"""Days of a window: what everybody writes about in one month says nothing then, and something in another."""
FEW = 30
"""Articles that are taken to stand beside those of a window and to have nothing in common with them: in a pile of five,
a name in three of them is not yet a frequent one."""

Token = Hashable


def rarity(count: int, articles: int) -> float:
    """Return how rare something is that `count` of `articles` of a window have, 0 to 1.

    An inverse document frequency (Spärck Jones 1972), as a share of the largest possible and in steps: both numbers are
    rounded down to powers of two, so that an article more changes it for few.

    >>> rarity(1, 20), rarity(14, 20)
    (1.0, 0.4)
    """
    return max(0.0, 1 - _step(max(count, 1)) / _step(articles + FEW))


def _step(count: int) -> int:
    return int(log2(count))


class Rarity:
    """Counts what the articles of each window have. Articles are numbers."""

    def __init__(self) -> None:
        """Begin with no articles."""
        self._holders: dict[tuple[int | None, Token], list[int]] = {}
        self._members: dict[int | None, list[int]] = defaultdict(list)

    def add(self, articles: Iterable[tuple[int, int | None, Iterable[Token]]]) -> set[int]:
        """Take articles: each with its window (None for those without a date) and what it has, each token once.

        Returns:
            The new ones, and those for which something has become more frequent by a step.
        """
        sizes: dict[int | None, int] = {}
        counts: dict[tuple[int | None, Token], int] = {}
        changed: set[int] = set()
        for number, window, tokens in articles:
            sizes.setdefault(window, len(self._members[window]))
            self._members[window].append(number)
            changed.add(number)
            for token in tokens:
                holders = self._holders.setdefault((window, token), [])
                counts.setdefault((window, token), len(holders))
                holders.append(number)
        for window, size in sizes.items():
            members = self._members[window]
            if _step(size + FEW) != _step(len(members) + FEW):
                changed.update(members)
        for key, count in counts.items():
            holders = self._holders[key]
            if _step(max(count, 1)) != _step(len(holders)):
                changed.update(holders)
        return changed

    def of(self, token: Token, window: int | None) -> float:
        """Return how rare something is in a window, 0 to 1."""
        return rarity(len(self._holders.get((window, token), ())), len(self._members[window]))
