"""Which articles may have words of one another: candidates by their signatures, in nearly linear time.

Every number of a signature is a shingle of the article. Articles that have one in common at one place are
neighbours there; those that are neighbours at several places are candidates. Where very many share a shingle it is a
set phrase or much copied: each is then paired with the first of them and with those near it in time only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from according.link.sketches import SLOTS

LIKE = 0.75
"""Share of equal numbers from which two articles are copies of one another before all else: six of seven of their
shingles are common to both. Hundreds of such copies of one dispatch are then one, as far as others are concerned."""
SHARED = 4
"""Equal numbers that make two articles candidates: four of 256 are a paragraph of 30 words in two articles of 600."""
COMMON = 5
"""Shingles that two articles must have in common by that: the shortest passage has eight, and of articles of a hundred
words four equal numbers are three, a set phrase.
"""
MOST = 8
"""Candidates of an article, those with most in common."""
_ROWS = 8
"""Numbers of a band: of two articles with three quarters of their numbers equal 97 of 100 pairs share one of 32."""
_NEAR = 6
_FIRST = 2
_CHUNK = 32
"""Places that are counted at a time, to keep memory low."""

Signatures = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]


def candidates(
    signatures: Sequence[bytes], words: Sequence[int], differ: Callable[[int, int], bool]
) -> list[list[tuple[int, int]]]:
    """Return for each article those before it that it may have words of, as (equal numbers, place in the sequence).

    Args:
        signatures: `Sketch.shingles` of all articles, originals first. An article without words has no candidates.
        words: How many words each has.
        differ: Whether two articles are none of each other, however alike they are, by their places in the sequence.

    An article that is like an earlier one is compared with that one alone, and no later one with it.
    """
    known = [row for row, signature in enumerate(signatures) if signature]
    found: list[list[tuple[int, int]]] = [[] for _ in signatures]
    if not known:
        return found
    table = np.frombuffer(b"".join(signatures[row] for row in known), "<u4").reshape(len(known), SLOTS)
    leaders = _leaders(table, lambda one, other: differ(known[one], known[other]))
    for at, leader in enumerate(leaders):
        if leader is not None:
            equal = int((table[at] == table[leader]).sum())
            found[known[at]].append((equal, known[leader]))
    alone = [at for at, leader in enumerate(leaders) if leader is None]
    for one, other, equal in _neighbours(table[alone]):
        earlier, later = known[alone[one]], known[alone[other]]
        if _common(equal, words[earlier] + words[later]) >= COMMON:
            found[later].append((equal, earlier))
    return [sorted(each, key=lambda pair: (-pair[0], pair[1]))[:MOST] for each in found]


def _common(equal: int, words: int) -> float:
    """How many shingles two articles have in common, by how many of their numbers are equal (Broder 1997)."""
    return words * equal / (SLOTS + equal)


def _leaders(table: Signatures, differ: Callable[[int, int], bool]) -> list[int | None]:
    """The first article that each is like, among those that are like none before them."""
    firsts = defaultdict[int, set[int]](set)
    bands = np.ascontiguousarray(table).view([("", table.dtype)] * _ROWS)
    for band in range(bands.shape[1]):
        _, first, inverse = np.unique(bands[:, band], return_index=True, return_inverse=True)
        leading = first[inverse]
        for at in np.flatnonzero(leading < np.arange(len(table))).tolist():
            firsts[at].add(int(leading[at]))
    leaders: list[int | None] = [None] * len(table)
    for at in sorted(firsts):
        behind = {_led(leaders, each) for each in firsts[at]}
        likes = (each for each in sorted(behind) if (table[each] == table[at]).mean() >= LIKE)
        leaders[at] = next((each for each in likes if not differ(at, each)), None)
    return leaders


def _led(leaders: Sequence[int | None], at: int) -> int:
    leader = leaders[at]
    return at if leader is None else leader


def _neighbours(table: Signatures) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of rows and how many numbers they share, at least `SHARED`."""
    size = len(table)
    codes, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for begin in range(0, SLOTS, _CHUNK):
        pairs = [pair for slot in range(begin, begin + _CHUNK) for pair in _equal(table[:, slot], size)]
        codes, inverse = np.unique(np.concatenate([codes, *pairs]), return_inverse=True)
        weights = np.concatenate([counts, np.ones(len(inverse) - len(counts), np.int64)])
        counts = np.bincount(inverse, weights, minlength=len(codes)).astype(np.int64)
    enough = counts >= SHARED
    for code, count in zip(codes[enough].tolist(), counts[enough].tolist(), strict=True):
        yield code // size, code % size, count


def _equal(column: npt.NDArray[np.uint32], size: int) -> Iterator[Numbers]:
    """Yield pairs of rows whose number at one place is equal, as `first * size + second`."""
    order = np.argsort(column, kind="stable")
    values = column[order]
    begins = np.flatnonzero(np.r_[True, values[1:] != values[:-1]])
    lengths = np.diff(np.r_[begins, len(values)])
    start = np.repeat(begins, lengths)
    places = np.arange(len(values))
    for step in range(1, _NEAR + 1):
        ahead = np.flatnonzero(places - start >= step)
        yield order[ahead - step] * size + order[ahead]
    for first in range(_FIRST):
        far = np.flatnonzero(places - start > _NEAR + first)
        yield order[start[far] + first] * size + order[far]
