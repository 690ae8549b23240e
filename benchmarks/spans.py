"""Found stretches of text against annotated ones: overlap, pairs, shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from according.model import Span


def dice(a: Span, b: Span) -> float:
    """Return how alike two stretches are: 1 when they are the same, 0 when they do not touch."""
    total = (a.end - a.start) + (b.end - b.start)
    return 2 * a.overlap(b) / total if total else 0.0


def pairs(gold: Sequence[Span], found: Sequence[Span], least: float) -> list[tuple[int, int]]:
    """Return one-to-one pairs (index in `gold`, index in `found`), the most alike first, none below `least`."""
    options = sorted(
        (-score, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if (score := dice(a, b)) >= least
    )
    kept: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = set(), set()
    for _, i, j in options:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            kept.append((i, j))
    return kept


@dataclass(slots=True)
class Tally:
    """Counts over articles: annotated, found, paired loosely and closely, and of the loose pairs those that agree."""

    gold: int = 0
    found: int = 0
    loose: int = 0
    close: int = 0
    agreeing: int = 0

    def add(self, gold: Sequence[Span], found: Sequence[Span], agree: Callable[[int, int], bool]) -> None:
        """Count an article. `agree(i, j)` says whether a pair has the same speaker."""
        near = pairs(gold, found, 0.3)
        self.gold += len(gold)
        self.found += len(found)
        self.loose += len(near)
        self.close += len(pairs(gold, found, 0.8))
        self.agreeing += sum(agree(i, j) for i, j in near)

    def figures(self, name: str) -> dict[str, float]:
        """Return F1 at a Dice of 0.3 and of 0.8, and the share of loose pairs that agree."""
        total = max(1, self.gold + self.found)
        return {
            f"{name}.content_f1": 2 * self.loose / total,
            f"{name}.content_close_f1": 2 * self.close / total,
            f"{name}.speaker": self.agreeing / max(1, self.loose),
        }
