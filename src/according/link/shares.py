"""How much of an article is another's: of the words that tell where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.link.gainsaid import is_short
from according.link.passages import Passage, Told

HALF = 0.5
"""Share of its words from which an article is a copy: "most of it"."""
NEARLY_ALL = 0.8
"""The same for short ones, which set phrases may fill: "wins the title for the third time"."""
SAME = 0.4
"""Share of its words that must be the same, one for one, in an article that is not most of the other one, too: who
rewrites keeps the names and set phrases of half of his sentences, who cuts keeps all, and who edits nearly all."""
PART = 0.1
"""Share of its words from which an article is one of those that another was put together from."""
_FEW = 20
"""Words outside quotations that are too few to tell by: then all words count."""
_SPEECH = 0.8
"""Share of a passage in quotation marks from which it is a quotation in the text without marks, too."""
_OVERLAP = 0.2

Counted = tuple[bytearray, int]
"""Of each word of an article whether it counts (1 or 0), and how many do."""


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What an article has in common with an earlier one, `giver`, as passages of the later one.

    `share` is how much of the later one it is, `back` how much of the earlier one, 0 to 1; `most` and `most_back`
    whether that is most of it; `equal`: every word is the same.
    """

    giver: int
    passages: tuple[Passage, ...]
    share: float
    back: float
    most: bool
    most_back: bool
    equal: bool


def counted(told: Told) -> Counted:
    """Return which words tell where an article comes from: those outside quotations."""
    marks = bytearray(not quoted for quoted in told.quoted)
    total = sum(marks)
    return (marks, total) if total >= _FEW else (bytearray(b"\x01" * len(told.words)), len(told.words))


def telling(passages: Iterable[Passage], of: Counted, other: Told) -> bytearray:
    """Return which words of an article count and are in passages that it has in common with another one."""
    marks, total = of
    found = bytearray(len(marks))
    for each in passages:
        quoted = sum(other.quoted[each.other_start : each.other_end])
        if total == len(marks) or quoted < _SPEECH * (each.other_end - each.other_start):
            found[each.start : each.end] = marks[each.start : each.end]
    return found


def borrowing(
    giver: int, one: Told, counts: Counted, other: Told, others: Counted, common: Sequence[Passage]
) -> Borrowing:
    """Return how much of each other two articles are, by the passages of the later one, `one`."""
    turned = [each.turned for each in common]
    share = sum(telling(common, counts, other)) / counts[1]
    back = sum(telling(turned, others, one)) / others[1]
    same = sum(each.same for each in common)
    return Borrowing(
        giver,
        tuple(common),
        share,
        back,
        share >= needed(one) and (back >= HALF or same >= SAME * len(one.words)),
        back >= needed(other) and (share >= HALF or same >= SAME * len(other.words)),
        one.words == other.words,
    )


def needed(told: Told) -> float:
    """Return which share of an article must be found in another one for it to be a copy."""
    return NEARLY_ALL if is_short(told) else HALF


def put_together(within: Iterable[tuple[int, Iterable[Passage]]], size: int) -> tuple[int, ...]:
    """Return the articles that a longer one is put together from, the one that gives most first; () for none.

    Args:
        within: Articles that stand in it with most of their words, with their passages.
        size: Words of the longer one.

    Of a long article and two that are in it, the two are its sources when they stand side by side and are most of it,
    and versions of it when they are one and the same part, or when one of them is nearly all.
    """
    parts = [
        ({at for each in passages for at in range(each.other_start, each.other_end)}, row)
        for row, passages in within
    ]
    taken = set[int]()
    chosen = list[int]()
    for words, row in sorted(parts, key=lambda part: (-len(part[0]), part[1])):
        if len(words) >= PART * size and len(words & taken) <= _OVERLAP * len(words):
            chosen.append(row)
            taken |= words
    nearly_all = any(len(words) >= NEARLY_ALL * size for words, _ in parts)
    return () if len(chosen) < 2 or len(taken) < HALF * size or nearly_all else tuple(chosen)
