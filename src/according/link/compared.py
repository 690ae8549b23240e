"""Articles compared with those before them that they may have words of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from according.link.copies import candidates
from according.link.furniture import furniture, without
from according.link.gainsaid import LONG, gainsaid
from according.link.passages import Passage, Told, passages, told
from according.link.shares import Borrowing, Counted, borrowing, counted, needed, telling
from according.model import Span
from according.views import Borrowed, Item, Prose

ENOUGH = 0.97
"""Share of an article that is found elsewhere from which no further candidate is compared."""
_KEPT = 1024
"""Articles whose words are kept in memory."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What an article has in common with earlier ones.

    `words` is how many words it has; `most`: most of those that count are in one or another of these. `shown` are the
    passages, hardly a word in two of them.
    """

    words: int
    most: bool
    found: float
    borrowed: tuple[Borrowing, ...]
    shown: tuple[Borrowed, ...]


def compared(rows: Sequence[Item], prose: Callable[[str], Prose]) -> list[Compared]:
    """Return what each article has in common with those before it.

    Args:
        rows: All articles, originals first.
        prose: The sentences of an article, by its id.
    """
    whole = lru_cache(maxsize=_KEPT)(lambda row: told(prose(rows[row].article), rows[row].title))
    printed = furniture(rows, whole)
    texts = lru_cache(maxsize=_KEPT)(
        lambda row: without(whole(row), printed.get(rows[row].outlet or "", frozenset()))
    )
    counts = lru_cache(maxsize=_KEPT)(lambda row: counted(texts(row)))

    def differ(one: int, other: int) -> bool:
        """Whether two articles are accounts of their own, however much they have in common."""
        short = min(rows[one].sketch.words, rows[other].sketch.words) <= LONG
        return short and gainsaid(texts(one), texts(other), rows[one].language)

    near = candidates([row.sketch.shingles for row in rows], differ)
    return [
        _compared(row, rows, [other for _, other in near[row] if not differ(row, other)], texts, counts)
        if near[row]
        else Compared(rows[row].sketch.words, False, 0.0, (), ())
        for row in range(len(rows))
    ]


def _compared(
    row: int,
    rows: Sequence[Item],
    others: Iterable[int],
    texts: Callable[[int], Told],
    counts: Callable[[int], Counted],
) -> Compared:
    """Compare an article with others until all of it is found."""
    one, of = texts(row), counts(row)
    borrowed, shown = list[Borrowing](), list[Borrowed]()
    covered, telltale = bytearray(len(one.words)), bytearray(len(one.words))
    for giver in others:
        other = texts(giver)
        common = passages(one, other)
        if not common:
            continue
        borrowed.append(borrowing(giver, one, of, other, counts(giver), common))
        telltale = bytearray(map(max, telltale, telling(common, of, other)))
        for each in common:
            if sum(covered[each.start : each.end]) < (each.end - each.start) / 2:
                shown.append(_placed(each, one, other, rows[giver].article))
            covered[each.start : each.end] = b"\x01" * (each.end - each.start)
        if sum(covered) >= ENOUGH * len(covered):
            break
    shown.sort(key=lambda each: (each.span, each.other))
    found = sum(telltale) / max(1, of[1])
    most = bool(borrowed) and found >= needed(one)
    return Compared(len(one.words), most, found, tuple(borrowed), tuple(shown))


def _placed(passage: Passage, one: Told, other: Told, giver: str) -> Borrowed:
    """A passage where it stands in the documents."""
    return Borrowed(
        Span(one.spans[passage.start].start, one.spans[passage.end - 1].end),
        giver,
        Span(other.spans[passage.other_start].start, other.spans[passage.other_end - 1].end),
        translated=False,
        score=round(passage.density, 3),
    )
