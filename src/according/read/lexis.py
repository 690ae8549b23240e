"""Which words a stretch of text shares with another: the signs that a new subject begins.

A headline is echoed by the text below it; an article goes on naming the people and places it named before, and the
next one names others. (The idea of lexical cohesion: M. Hearst, TextTiling, Computational Linguistics 23, 1997.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from according.knowledge.cues import all_cues

WORD = re.compile(r"[^\W\d_]+|\d{2,}")
STARTS = frozenset({".", "!", "?", "«", "“", '"', ":", ""})
"""What stands in front of a word that is capitalised because it opens a sentence."""
STEM = 6
"""Letters of a word that count: endings change from case to case and from number to number."""
BEFORE = 160
"""Content words above a place that are compared (a long paragraph or two)."""
AFTER = 70
"""Content words below it."""
FARTHEST = 24
"""Units that are looked at for these words, however few they hold."""
NAME = 3.0
"""Weight of a name against that of another content word: subjects change by their names."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Content words of one unit: stem → weight of that stem (names weigh more), and how many there are."""

    weights: dict[str, float]
    size: int


def bag(text: str) -> Bag:
    """Return the content words of `text`: stems of words that carry meaning, names weighted up."""
    small = all_cues().function_words
    weights: dict[str, float] = {}
    size = 0
    for match in WORD.finditer(text):
        word = match.group()
        if len(word) < 4 and (len(word) < 2 or not (word.isupper() or word.isdigit())):
            continue
        folded = word.casefold()
        if folded in small:
            continue
        stem = folded[:STEM]
        start = match.start()
        if word[0].isupper() and start and text[max(0, start - 2) : start].rstrip()[-1:] not in STARTS:
            weights[stem] = NAME
        else:
            weights.setdefault(stem, 1.0)
        size += 1
    return Bag(weights, size)


def echo(title: Bag, above: Sequence[Bag], below: Sequence[Bag]) -> tuple[float, float, int]:
    """Return how a line's words come back around it.

    First the share (0 to 1, by weight) of its words that come back below, then the share of those that come back
    below and were not there above, then the number of the latter.
    """
    before: set[str] = set()
    after: set[str] = set()
    for one in above:
        before |= one.weights.keys()
    for one in below:
        after |= one.weights.keys()
    total = sum(title.weights.values()) or 1.0
    back = sum(weight for stem, weight in title.weights.items() if stem in after)
    fresh = {stem: weight for stem, weight in title.weights.items() if stem in after and stem not in before}
    return back / total, sum(fresh.values()) / total, len(fresh)


def window(bags: Sequence[Bag], start: int, step: int, size: int) -> list[Bag]:
    """Return the bags from `start` on, going by `step`, until they hold `size` content words."""
    found: list[Bag] = []
    words = 0
    i = start
    while 0 <= i < len(bags) and words < size and abs(i - start) < FARTHEST:
        found.append(bags[i])
        words += bags[i].size
        i += step
    return found


def cohesion(bags: Sequence[Bag], place: int, common: Counter[str], total: int) -> float | None:
    """Return how much of what is said after unit `place` was spoken of before it (0 to 1, by weight).

    The unit itself, a possible headline, counts with what follows. `common` says in how many of the document's
    `total` units a stem stands: what is everywhere tells nothing. None with too little text on either side.
    """
    before = window(bags, place - 1, -1, BEFORE)
    after = window(bags, place, 1, AFTER)
    if sum(b.size for b in before) < 15 or sum(b.size for b in after) < 15:
        return None
    known: set[str] = set()
    for one in before:
        known |= one.weights.keys()
    weights: dict[str, float] = {}
    for one in after:
        for stem, weight in one.weights.items():
            weights[stem] = max(weights.get(stem, 0.0), weight)
    shared = whole = 0.0
    for stem, weight in weights.items():
        rarity = 1.0 / (1.0 + 8.0 * common[stem] / total) if total > 12 else 1.0
        whole += weight * rarity
        if stem in known:
            shared += weight * rarity
    return shared / whole if whole else None
