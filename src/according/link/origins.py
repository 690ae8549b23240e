"""Origins: which articles are copies of one original, whole or in part, edited, put together or translated.

Articles are taken from the oldest on; each is compared with those before it that its signature is like
(`copies.py`), word by word (`passages.py`, `compared.py`). It has the origin of the one that gives it most, when more
than half of it is borrowed (`shares.py`). What stands in quotation marks and what an outlet prints beside every article
(`furniture.py`) is marked, but makes no copy: two reporters quote one speech.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from according.link.compared import Compared, compared
from according.link.days import days
from according.link.passages import Passage
from according.link.shares import HALF, PART, Borrowing, put_together
from according.model import content_id
from according.views import CopyKind, Descent, Item
from according.views.stories import Prose

_EQUAL = 0.05
"""Difference of two shares that decides nothing: then the older article is the original."""
_WHOLE = 0.7
"""Share of the original from which a copy has all of it."""


def origins(items: Iterable[Item], prose: Callable[[str], Prose]) -> tuple[Descent, ...]:
    """Return where each article comes from.

    Args:
        items: All articles, in any order.
        prose: The sentences of an article, by its id.

    Returns:
        One for each article, by their ids. Of articles with one origin the original is the one published first, of
        those of one day the longest. The id of an origin is made of the original's: it stays when copies are added.
    """
    rows = sorted(items, key=_order)
    common = compared(rows, prose)
    family = _Family(rows, common)
    family.put_together()
    family.copied()
    return tuple(sorted(map(family.descent, range(len(rows))), key=lambda each: each.article))


def _order(item: Item) -> tuple[object, ...]:
    """Originals first: the earliest, by day and time, those without a date last; of these the longest."""
    when = days(item.published)
    time = (item.published or "").partition("T")[2]
    return (when is None, when or (), not time, time, -item.sketch.words, item.article)


def _spots(passages: Iterable[Passage], turned: bool = False) -> set[int]:
    """The words of passages, by their places in the text that has them, or in the other one."""
    told = [each.turned for each in passages] if turned else passages
    return {at for each in told for at in range(each.start, each.end)}


class _Family:
    """Who comes from whom. Articles are their places among `rows`; one without a parent is an original."""

    def __init__(self, rows: Sequence[Item], common: Sequence[Compared]) -> None:
        self.rows = rows
        self.common = common
        self.days = [days(row.published) for row in rows]
        self.parents: list[int | None] = [None] * len(rows)
        self._above = list(
            range(len(rows))
        )  # one of the articles above each, its parent or one nearer the original
        self.sources: dict[int, tuple[int, ...]] = {}

    def root(self, row: int) -> int:
        """Return the original of an article."""
        while (above := self._above[row]) != row:
            self._above[row] = row = self._above[above]
        return row

    def _join(self, row: int, parent: int) -> None:
        self.parents[row] = self._above[row] = parent

    def put_together(self) -> None:
        """Give articles in which others stand side by side, no day before them, the origin of the largest of these."""
        within = defaultdict[int, list[tuple[int, Sequence[Passage]]]](list)
        for row, common in enumerate(self.common):
            for each in common.borrowed:
                if self._is_later(row, each.giver):
                    continue
                if each.most:
                    within[each.giver].append((row, each.passages))
                if each.most_back:
                    within[row].append((each.giver, [passage.turned for passage in each.passages]))
        for whole, parts in sorted(within.items()):
            chosen = put_together(parts, self.common[whole].words)
            if chosen and self.root(chosen[0]) != whole:
                self.sources[whole] = chosen
                self._join(whole, chosen[0])

    def copied(self) -> None:
        """Give each other article the origin of the one that gives it most, if most of it is borrowed."""
        for row, common in enumerate(self.common):
            fit = [
                each
                for each in common.borrowed
                if row not in self.sources.get(each.giver, ())
                and self._is_handed_on(each.giver, _spots(each.passages, turned=True))
            ]
            together = sum(each.share for each in fit)
            if self.parents[row] is not None or not common.most or together < HALF:
                continue
            most = max(each.share for each in fit)
            best = min(each.giver for each in fit if each.share >= most - _EQUAL)
            if most >= PART and self.root(best) != row:
                self._join(row, best)
        self._shortened()

    def _shortened(self) -> None:
        """Give articles that stand in longer ones, of which nobody knows that they came later, the origin of these."""
        longer = defaultdict[int, list[tuple[float, int]]](list)
        for row, common in enumerate(self.common):
            for each in common.borrowed:
                fits = (
                    each.most_back and row not in self.sources and each.giver not in self.sources.get(row, ())
                )
                if (
                    fits
                    and not self._is_later(row, each.giver)
                    and self._is_handed_on(row, _spots(each.passages))
                ):
                    longer[each.giver].append((-each.back, row))
        for short, others in sorted(longer.items()):
            best = min(others)[1]
            if self.parents[short] is None and self.root(best) != short:
                self._join(short, best)

    def _is_handed_on(self, row: int, spots: Set[int]) -> bool:
        """Whether words of an article are its parent's, if it has one: what else it has is from elsewhere, too."""
        parent = self.parents[row]
        own = next((each for each in self.common[row].borrowed if each.giver == parent), None)
        return own is None or len(spots & _spots(own.passages)) >= HALF * len(spots)

    def _is_later(self, row: int, other: int) -> bool:
        one, two = self.days[row], self.days[other]
        return one is not None and two is not None and one[0] > two[1]

    def descent(self, row: int) -> Descent:
        """Return where an article comes from, how and why."""
        kind, score, reason = self._how(row)
        return Descent(
            article=self.rows[row].article,
            origin=content_id("origin", self.rows[self.root(row)].article),
            kind=kind,
            score=round(score, 3),
            reason=reason,
            passages=self.common[row].shown,
        )

    def _how(self, row: int) -> tuple[CopyKind, float, str]:
        parent, compared = self.parents[row], self.common[row]
        if parent is None:
            return "original", 1.0, "most of it is in no earlier article"
        if row in self.sources:
            return "stitched", 0.8, f"{len(self.sources[row])} articles stand in it side by side"
        best = next((each for each in compared.borrowed if each.giver == parent), None)
        if best is None:
            back = next(each.back for each in self.common[parent].borrowed if each.giver == row)
            return "shortened", back, f"{back:.0%} of its words stand in a longer article"
        said = (
            f"{best.share:.0%} of its words are another article's, which has {best.back:.0%} of its own here"
        )
        return self._kind(row, best), best.share, said

    def _kind(self, row: int, best: Borrowing) -> CopyKind:
        compared = self.common[row]
        if best.equal:
            return "exact"
        others = [each for each in compared.borrowed if self.root(each.giver) != self.root(row)]
        if compared.found - best.share >= PART and others:
            return "stitched"
        return "shortened" if best.back < _WHOLE else "near"
