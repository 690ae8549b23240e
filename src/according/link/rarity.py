"""How much it says that two articles have something in common: the rarer it is where they stand, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from functools import lru_cache
from math import log2

WINDOW = 32
"""Days of a window: what everybody writes about in one month says nothing then, and something in another."""
FEW = 30
"""Articles that are taken to stand beside those of a window and to have nothing in common with them: in a pile of five,
a name in three of them is not yet a frequent one."""

Token = Hashable


@lru_cache(maxsize=1 << 16)
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
    """How rare what the articles of each window have is."""

    def __init__(self, articles: Iterable[tuple[int | None, Iterable[Token]]]) -> None:
        """Take articles: each with its window (None for those without a date) and what it has, each token once."""
        self._holders: Counter[tuple[int | None, Token]] = Counter()
        self._members: Counter[int | None] = Counter()
        for window, tokens in articles:
            self._members[window] += 1
            self._holders.update((window, token) for token in tokens)

    def of(self, token: Token, window: int | None) -> float:
        """Return how rare something is in a window, 0 to 1."""
        return rarity(self._holders[window, token], self._members[window])
