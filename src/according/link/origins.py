"""Origins: which articles are copies of one original, whole or in part, edited, put together or translated.

Articles are taken from the oldest on; each is compared with those before it that its signature is like
(`copies.py`), word by word (`passages.py`, `compared.py`). It has the origin of the one that gives it most, when more
than half of it is borrowed (`shares.py`). What stands in quotation marks is marked, but makes no copy: two reporters
quote one speech; what an outlet prints beside every article is left out (`furniture.py`). Originals of different
languages are compared by `translations.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from according.link.bonds import Bonds
from according.link.compared import Compared, compared
from according.link.days import days
from according.link.kept import Kept
from according.link.passages import Passage
from according.link.shares import HALF, PART, put_together
from according.link.translations import Found, translations
from according.link.verdicts import JUDGED
from according.model import Bond, Suggestion, content_id
from according.views import CopyKind, Descent, Item, Prose

_EQUAL = 0.05
"""Difference of two shares that decides nothing: then the older article is the original."""
_WHOLE = 0.7
"""Share of the original from which a copy has all of it: with 30 of 100 words changed 0.9 are found."""

CREDITED = 0.35
"""Share of both articles from which they are one dispatch of the agency that both credit on one day,"""
NEARLY, SURELY = 0.4, 0.6
"""Shares of an article between which a person is asked whether it is a copy."""
OPENING = 40
"""if of so many first words of both"""
OPENED = 0.5
"""this share is in the other one: what an agency repeats in all its dispatches on one story stands further down."""


def origins(
    items: Iterable[Item], prose: Callable[[str], Prose], kept: Kept | None = None, said: Sequence[Bond] = ()
) -> tuple[Descent, ...]:
    """Return where each article comes from.

    Args:
        items: All articles, in any order.
        prose: The sentences of an article, by its id.
        kept: What was worked out before; the result is the same with it and without.
        said: What people said of articles that have one origin, or have not, the latest first.

    Returns:
        One for each article, by their ids. Of articles with one origin the original is the one published first, of
        those of one day the one that credits an agency, then the longest. The id of an origin is made of the
        original's: it stays when copies are added.
    """
    rows = sorted(items, key=_order)
    kept = kept if kept is not None else Kept()
    common = compared(rows, prose, kept)
    family = _Family(rows, common, Bonds(said))
    family.whole()
    family.put_together()
    family.parts()
    family.translated(prose, kept)
    family.judged()
    return tuple(sorted(map(family.descent, range(len(rows))), key=lambda each: each.article))


def _order(item: Item) -> tuple[object, ...]:
    """Originals first: the earliest, by day, those without a date last; then dispatches, the longest."""
    when = days(item.published)
    return (when is None, when or (), item.agency is None, -item.sketch.words, item.article)


@dataclass(frozen=True, slots=True)
class _Link:
    """What an article has in common with another one, `giver`, seen from the article.

    `most`: it is most of the article, `most_back`: of the other one.
    """

    giver: int
    passages: tuple[Passage, ...]
    share: float
    back: float
    most: bool
    most_back: bool


def _opens(spots: Sequence[tuple[int, int]], words: int) -> bool:
    """Whether the beginning of an article is found elsewhere, by the words that are."""
    opening = min(OPENING, words)
    found = {at for start, end in spots for at in range(start, min(end, opening))}
    return len(found) >= OPENED * opening


def _told(link: _Link) -> str:
    return f"{link.share:.0%} of its words are in another article, {link.back:.0%} of the other's in it"


class _Family:
    """Who comes from whom. Articles are their places among `rows`; one without a parent is an original."""

    def __init__(self, rows: Sequence[Item], common: Sequence[Compared], bonds: Bonds) -> None:
        self.rows = rows
        self.bonds = bonds
        self.common = common
        self.days = [days(row.published) for row in rows]
        self.links: list[list[_Link]] = [[] for _ in rows]
        for row, told in enumerate(common):
            for each in told.borrowed:
                turned = tuple(passage.turned for passage in each.passages)
                there = _Link(each.giver, each.passages, each.share, each.back, each.most, each.most_back)
                back = _Link(row, turned, each.back, each.share, each.most_back, each.most)
                self.links[row].append(there)
                self.links[each.giver].append(back)
        self.parents: list[int | None] = [None] * len(rows)
        self.sources: dict[int, tuple[int, ...]] = {}
        self.translations: dict[int, Found] = {}
        self._above = list(
            range(len(rows))
        )  # one of the articles above each, its parent or one nearer the original

    def root(self, row: int) -> int:
        """Return the original of an article."""
        while (above := self._above[row]) != row:
            self._above[row] = row = self._above[above]
        return row

    def _join(self, row: int, parent: int) -> None:
        self.bonds.join(self.rows[row].article, self.rows[parent].article)
        self.parents[row] = self._above[row] = parent

    def _may(self, row: int, giver: int) -> bool:
        """Whether nobody said that they have not one origin."""
        return self.bonds.may(self.rows[row].article, self.rows[giver].article)

    def whole(self) -> None:
        """Join copies that are most of each other. Then they all are as old as the oldest of them."""
        for row, told in enumerate(self.common):
            alike = (each for each in told.borrowed if min(each.share, each.back) >= _WHOLE)
            fit = [each for each in alike if self._may(row, each.giver)]
            if fit:
                most = max(each.share for each in fit)
                self._join(row, min(each.giver for each in fit if each.share >= most - _EQUAL))
        # The original, the oldest of a family, is the first of its rows.
        self.days = [self.days[self.root(row)] for row in range(len(self.rows))]
        self.order = sorted(range(len(self.rows)), key=self._age)

    def _age(self, row: int) -> tuple[object, ...]:
        when, item = self.days[row], self.rows[row]
        return (when is None, when or (), item.agency is None, -item.sketch.words, row)

    def _age_in_any_language(self, row: int) -> tuple[object, ...]:
        """As old as that, lengths aside: one language needs more words than another for the same."""
        when, item = self.days[row], self.rows[row]
        return (when is None, when or (), item.agency is None, item.translated, item.article)

    def put_together(self) -> None:
        """Give articles in which others stand side by side, none of them later, the origin of the largest of these."""
        for whole in self.order:
            parts = [
                (part.giver, part.passages)
                for part in self.links[whole]
                if self._is_most(part.giver, whole)
                and not self._is_later(part.giver, whole)
                and self.root(part.giver) != self.root(whole)
                and self._may(whole, part.giver)
            ]
            turned = [(row, [passage.turned for passage in passages]) for row, passages in parts]
            chosen = put_together(turned, self.common[whole].words) if len(parts) > 1 else ()
            if chosen:
                self.sources[whole] = chosen
            if chosen and self.parents[whole] is None:
                self._join(whole, chosen[0])

    def _is_most(self, row: int, giver: int) -> bool:
        return any(each.giver == giver and each.most for each in self.links[row])

    def parts(self) -> None:
        """Give each other article the origin of the one that gives it most, if most of it is borrowed."""
        # Those of no known day first: what they have from others is then known when they are taken for an original.
        for row in sorted(self.order, key=lambda row: self.days[row] is not None):
            fit = self._givers(row)
            self._give(row, [each for each in fit if each.most or self._is_dispatch(row, each)])
        # What no single article gives most of may still be put together from several.
        for row in self.order:
            fit = self._givers(row)
            if self.common[row].most and sum(each.share for each in fit) >= HALF:
                self._give(row, [each for each in fit if each.share >= PART])

    def translated(self, prose: Callable[[str], Prose], kept: Kept) -> None:
        """Give what is a translation the origin of what it translates."""
        originals = [row for row in self.order if self.parents[row] is None]
        originals.sort(key=self._age_in_any_language)
        for row, found in translations(self.rows, originals, prose, kept).items():
            if self._may(row, found[0]):
                self.translations[row] = found
                self._join(row, found[0])

    def judged(self) -> None:
        """Give one origin to those of whom people said that they have one."""
        at = {item.article: row for row, item in enumerate(self.rows)} if self.bonds.groups else {}
        for group in self.bonds.groups:
            roots = {self.root(at[article]) for article in group if article in at}
            oldest, *others = sorted(roots, key=self._age_in_any_language) or [-1]
            for row in others:
                self._join(row, oldest)

    def _givers(self, row: int) -> list[_Link]:
        """What an article without a parent may have from others: from none after it, and from where it was first.

        Of two articles that are most of each other, and of which nobody knows which came later, the longer gives.
        """
        if self.parents[row] is not None:
            return []
        return [
            each
            for each in self.links[row]
            if row not in self.sources.get(each.giver, ())
            and not self._is_later(each.giver, row)
            and (not each.most_back or self._age(each.giver) < self._age(row))
            and self.root(each.giver) != row
            and self._is_handed_on(each)
            and self._may(row, each.giver)
        ]

    def _is_dispatch(self, row: int, link: _Link) -> bool:
        """Whether two articles that credit one agency on one day are its dispatch: they begin alike and go on so."""
        one, other = self.rows[row], self.rows[link.giver]
        same = one.agency is not None and one.agency == other.agency
        when, there = self.days[row], self.days[link.giver]
        # A month or a year that both appeared in is no day.
        dated = when is not None and when == there and when[0] == when[1]
        if not same or not dated or min(link.share, link.back) < CREDITED:
            return False
        spots = [(each.start, each.end) for each in link.passages]
        spots_there = [(each.other_start, each.other_end) for each in link.passages]
        return _opens(spots, self.common[row].words) and _opens(spots_there, self.common[link.giver].words)

    def _give(self, row: int, fit: Sequence[_Link]) -> None:
        if fit:
            most = max(each.share for each in fit)
            best = min((self._age(each.giver), each.giver) for each in fit if each.share >= most - _EQUAL)
            self._join(row, best[1])

    def _is_handed_on(self, link: _Link) -> bool:
        """Whether words of a giver are its own parent's, if it has one: what else it has is from elsewhere, too."""
        giver = link.giver
        own = next((each for each in self.links[giver] if each.giver == self.parents[giver]), None)
        if own is None:
            return True
        spots = {at for each in link.passages for at in range(each.other_start, each.other_end)}
        theirs = {at for each in own.passages for at in range(each.start, each.end)}
        return len(spots & theirs) >= HALF * len(spots)

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
            passages=(
                *self.common[row].shown,
                *(self.translations[row][3] if row in self.translations else ()),
            ),
            doubt=self._doubt(row),
        )

    def _doubt(self, row: int) -> Suggestion | None:
        """Return the article that one may be a copy of, or may not be, although it is taken for one."""
        parent = self.parents[row]
        near = [
            each
            for each in self.links[row]
            if each.giver == parent or (parent is None and not self._is_later(each.giver, row))
        ]
        best = max(near, key=lambda each: (each.share, -each.giver), default=None)
        if (
            best is None
            or not NEARLY <= best.share < SURELY
            or (parent is None and self.root(best.giver) == row)
        ):
            return None
        one, other = self.rows[row].article, self.rows[best.giver].article
        return Suggestion(one, other, round(best.share, 3), _told(best))

    def _how(self, row: int) -> tuple[CopyKind, float, str]:
        parent = self.parents[row]
        if parent is None:
            return "original", 1.0, "most of it is in no earlier article"
        if row in self.translations:
            _, score, reason, _ = self.translations[row]
            return "translated", score, reason
        best = next((each for each in self.links[row] if each.giver == parent), None)
        if best is None:
            return self._said(row, parent), 1.0, JUDGED
        return self._kind(row, best), best.share, _told(best)

    def _said(self, row: int, parent: int) -> CopyKind:
        """How an article is like an original of which a person alone says that it is its own."""
        one, other = self.rows[row].language, self.rows[parent].language
        return "near" if one == other else "translated"

    def _kind(self, row: int, best: _Link) -> CopyKind:
        if any(each.equal and each.giver == best.giver for each in self.common[row].borrowed):
            return "exact"
        others = [each for each in self.links[row] if self.root(each.giver) != self.root(row)]
        if row in self.sources or (others and self.common[row].found - best.share >= PART):
            return "stitched"
        return "shortened" if best.back < _WHOLE else "near"
