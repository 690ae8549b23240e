"""Articles compared with those before them that they may have words of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache, partial
from typing import Any

from according.link.copies import candidates
from according.link.furniture import furniture, without
from according.link.gainsaid import LONG, gainsaid
from according.link.kept import Kept
from according.link.passages import Passage, Told, passages, told
from according.link.shares import SAME, Borrowing, borrowing, counted, needed, telling
from according.model import Span, content_id
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


def compared(rows: Sequence[Item], prose: Callable[[str], Prose], kept: Kept) -> list[Compared]:
    """Return what each article has in common with those before it.

    Args:
        rows: All articles, originals first.
        prose: The sentences of an article, by its id.
        kept: What was worked out before: articles of which nothing has changed are not compared again.
    """
    whole = lru_cache(maxsize=_KEPT)(lambda row: told(prose(rows[row].article), rows[row].title))
    texts = _Texts(rows, whole, furniture(rows, whole, kept))
    sizes = [row.sketch.words for row in rows]
    # Of most articles that share a signature's numbers no passage is the same: what differs in them is never asked.
    near = candidates([row.sketch.shingles for row in rows], sizes, partial(_differ, texts=texts, kept=kept))
    found = []
    for row in range(len(rows)):
        others = [other for _, other in near[row]]
        if not others:
            found.append(Compared(sizes[row], False, 0.0, (), ()))
            continue
        of = (texts.marks[row], *(texts.pair(row, other) for other in others))
        known = kept.recall(partial(_compared, row, others, texts), "compared", *of)
        found.append(_recalled(known, [(other, rows[other].article) for other in others]))
    return found


def _differ(one: int, other: int, texts: _Texts, kept: Kept) -> bool:
    """Whether two articles that are copies of one another by their signatures are accounts of their own."""
    of = (texts.marks[one], texts.pair(one, other))
    return bool(kept.recall(lambda: texts.differ(one, other), "differ", *of))


class _Texts:
    """The words of articles without what their outlets print beside every one, by rows.

    `marks` are hashes of all that they depend on.
    """

    def __init__(
        self, rows: Sequence[Item], whole: Callable[[int], Told], printed: Mapping[str, frozenset[str]]
    ) -> None:
        print_of = {outlet: content_id(*sorted(found)) for outlet, found in printed.items() if found}
        none = frozenset[str]()
        self._rows = rows
        self.told = lru_cache(maxsize=_KEPT)(
            lambda row: without(whole(row), printed.get(rows[row].outlet or "", none))
        )
        self.counted = lru_cache(maxsize=_KEPT)(lambda row: counted(self.told(row)))
        self.marks = [
            content_id(
                each.article, each.title or "", each.language or "", each.sketch.words, each.layout,
                print_of.get(each.outlet or "", ""),
            )
            for each in rows
        ]  # fmt: skip

    def pair(self, one: int, other: int) -> str:
        """Return a hash of all that what another article has in common with one depends on, beside that one's mark."""
        if self._are_long(one, other):
            return self.marks[other]
        return content_id(self.marks[other], self._rows[one].naming, self._rows[other].naming)

    def _are_long(self, one: int, other: int) -> bool:
        return min(self._rows[one].sketch.words, self._rows[other].sketch.words) > LONG

    def differ(self, one: int, other: int) -> bool:
        """Whether two articles are accounts of their own, however much they have in common."""
        return not self._are_long(one, other) and gainsaid(
            self.told(one), self.told(other), self._rows[one].language
        )


def _compared(row: int, others: Sequence[int], texts: _Texts) -> list[Any]:
    """Compare an article with others until all of it is found; what it gives `_recalled` makes a `Compared` of."""
    one, of = texts.told(row), texts.counted(row)
    borrowed, shown = list[Any](), list[Any]()
    covered, telltale, same = bytearray(len(one.words)), bytearray(len(one.words)), 0
    for giver, at in enumerate(others):
        other = texts.told(at)
        common = passages(one, other)
        if not common or texts.differ(row, at):
            continue
        borrowed.append(astuple(borrowing(giver, one, of, other, texts.counted(at), common)))
        telltale = bytearray(map(max, telltale, telling(common, of, other)))
        for each in common:
            if sum(covered[each.start : each.end]) < (each.end - each.start) / 2:
                shown.append((giver, *_placed(each, one, other)))
                same += each.same
            covered[each.start : each.end] = b"\x01" * (each.end - each.start)
        if sum(covered) >= ENOUGH * len(covered):
            break
    found = sum(telltale) / max(1, of[1])
    most = bool(borrowed) and found >= needed(one) and same >= SAME * len(one.words)
    return [len(one.words), most, found, borrowed, shown]


def _recalled(known: Sequence[Any], others: Sequence[tuple[int, str]]) -> Compared:
    """Return what `_compared` found with articles, each as its row and id."""
    words, most, found, borrowed, shown = known
    passages_of = [
        Borrowing(others[giver][0], tuple(Passage(*each) for each in common), *rest)
        for giver, common, *rest in borrowed
    ]
    placed = [
        Borrowed(
            Span(start, end), others[giver][1], Span(other_start, other_end), translated=False, score=score
        )
        for giver, start, end, other_start, other_end, score in shown
    ]
    placed.sort(key=lambda each: (each.span, each.other))
    return Compared(words, most, found, tuple(passages_of), tuple(placed))


def _placed(passage: Passage, one: Told, other: Told) -> tuple[int, int, int, int, float]:
    """Where a passage stands in the documents, and how much of it is the same."""
    return (
        one.spans[passage.start].start,
        one.spans[passage.end - 1].end,
        other.spans[passage.other_start].start,
        other.spans[passage.other_end - 1].end,
        round(passage.density, 3),
    )
