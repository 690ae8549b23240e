"""One story for all articles on one piece of news, across languages; what is uncertain stays apart.

Articles are compared that may be about one thing (`stories_near.py`): by the vectors of title and lead, by names and
words there, the rarer the better, places, days and figures (`stories_fit.py`). Those that are connected by such pairs
are put into groups (`stories_groups.py`). Of articles that copy one original only that is compared: its copies tell
what it tells.

How rare something is counts in steps and in the articles' own window of time, so that an article that is added changes
the scores of few. What was found of the others is kept (`kept.py`): only what has changed is compared, and the stories
are the same in whatever order and number the articles come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from math import fsum

import numpy as np

from according.link.bonds import Bonds
from according.link.days import days
from according.link.kept import Kept
from according.link.rarity import Rarity
from according.link.stories_fit import Likeness, likeness, tokens, told, window
from according.link.stories_groups import connected, groups
from according.link.stories_near import Chosen, Near
from according.link.verdicts import JUDGED
from according.model import Bond, Suggestion, content_id
from according.views import Belonging, Item, Story

NEARLY, SURELY = 0.4, 0.45
"""Scores: of two articles from which a person is asked whether their two stories are one; below which she is asked
whether an article is of the story that it is in."""
FAINT = 0.1
"""Scores below this are none."""
_TITLE = 120
"""Characters of a first sentence that stands for a headline."""


def stories(
    items: Iterable[Item], origins: Mapping[str, str], kept: Kept | None = None, said: Sequence[Bond] = ()
) -> tuple[Story, ...]:
    """Bring the articles on one piece of news together.

    Args:
        items: All articles, in any order.
        origins: What articles share with all copies of one original, by their ids.
        kept: What was worked out before; the result is the same with it and without.
        said: What people said of articles that are of one story, or are not, the latest first.

    Returns:
        Every article in one story, sorted by id.
    """
    copies: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=_age):
        copies[origins.get(item.article, item.article)].append(item)
    bonds = Bonds(said, {each.article: some[0].article for some in copies.values() for each in some})
    compared = _Compared([some[0] for some in copies.values()], kept if kept is not None else Kept(), bonds)
    of = {some[0].article: some for some in copies.values()}
    found = (compared.story(members, of) for members in compared.groups())
    return tuple(sorted(found, key=lambda each: each.id))


Pairs = dict[int, dict[int, Likeness]]


class _Compared:
    """Articles that were compared in pairs; they are numbers, in the order of their age."""

    def __init__(self, items: Sequence[Item], kept: Kept, bonds: Bonds) -> None:
        rare = Rarity((window(each), tokens(each)) for each in items)
        some = [told(each, rare) for each in items]
        near = Near(some, kept)
        self._items, self._bonds = items, bonds
        marks = [f"{each.mark} {choice}" for each, choice in zip(some, near.choices.tolist(), strict=True)]
        self._likeness, wanted = self._before(marks, kept)
        for one, other in near.pairs(wanted):
            kept.worked += 1
            alike = likeness(some[one], some[other])
            if alike is not None and alike.score >= FAINT:
                self._likeness[one][other] = self._likeness[other][one] = alike
        self._keep(marks, kept)

    def _before(self, marks: Sequence[str], kept: Kept) -> tuple[Pairs, Chosen]:
        """Return the pairs that are known from before, and which articles are to be compared anew."""
        at_of = {item.article: at for at, item in enumerate(self._items)}
        known = [kept.before("alike", item.article) for item in self._items]
        wanted = np.array(
            [each is None or each[0] != mark for each, mark in zip(known, marks, strict=True)], bool
        )
        pairs: Pairs = defaultdict(dict)
        for one in np.flatnonzero(~wanted).tolist():
            for article, *how in known[one][1]:
                other = at_of.get(article)
                if other is not None and not wanted[other]:
                    pairs[one][other] = pairs[other][one] = Likeness(*how)
        return pairs, wanted

    def _keep(self, marks: Sequence[str], kept: Kept) -> None:
        for one, (item, mark) in enumerate(zip(self._items, marks, strict=True)):
            others = sorted(self._likeness.get(one, {}).items())
            pairs = [(self._items[other].article, *astuple(how)) for other, how in others if other > one]
            kept.keep((mark, pairs), "alike", item.article)

    def groups(self) -> list[list[int]]:
        """Return the articles of each story."""
        found = []
        names = [item.article for item in self._items]
        for part in connected(self._linked(names), range(len(self._items))):
            part.sort(key=lambda at: self._items[at].article)
            scores = {
                one: {other: alike.score for other, alike in self._likeness.get(one, {}).items()}
                for one in part
            }
            found += groups(part, scores, names, self._bonds)
        return found

    def _linked(self, names: Sequence[str]) -> Mapping[int, Iterable[int]]:
        """Return with which others each article has a score, or is one because people say so."""
        if not self._bonds.groups:
            return self._likeness
        at = {name: number for number, name in enumerate(names)}
        near: dict[int, set[int]] = {one: set(others) for one, others in self._likeness.items()}
        for group in self._bonds.groups:
            # Each with the first of them: as connected as all with all, in as many links as they are.
            some = [at[each] for each in group if each in at]
            for one in some[1:]:
                near.setdefault(some[0], set()).add(one)
                near.setdefault(one, set()).add(some[0])
        return near

    def story(self, members: Sequence[int], copies: Mapping[str, Sequence[Item]]) -> Story:
        """Return a story as it is told; `copies` are those of its articles by their originals, which are among them."""
        means = {at: self._mean(at, members) for at in members}
        rows = {
            row.article: (row, self._belonging(at, row, members, means[at]))
            for at in members
            for row in copies[self._items[at].article]
        }
        order = sorted((row for row, _ in rows.values()), key=_age)
        dated = [row.published for row in order if days(row.published) is not None]
        return Story(
            id=content_id("story", order[0].article),
            title=_title([(self._items[at], means[at]) for at in sorted(members)]),
            articles=tuple(rows[row.article][1] for row in order),
            earliest=min(dated, key=lambda each: days(each) or (), default=None),
            latest=max(dated, key=lambda each: (days(each) or ())[::-1], default=None),
            origins=len(members),
            doubts=(*self._weak(members, means), *self._near(members)),
        )

    def _weak(self, members: Sequence[int], means: Mapping[int, float]) -> Iterator[Suggestion]:
        """Yield articles that are hardly of their story, each with that which is most like it."""
        for at in members if len(members) > 1 else ():
            if means[at] < SURELY and (best := self._best(at, members)) is not None:
                yield self._suggestion(at, best, means[at])

    def _near(self, members: Sequence[int]) -> Iterator[Suggestion]:
        """Yield the article of a story that is most like one of another story, with that one."""
        inside = set(members)
        pairs = (
            (alike.score, at, other)
            for at in members
            for other, alike in self._likeness.get(at, {}).items()
            if other not in inside and alike.score >= NEARLY
        )
        for score, at, other in sorted(pairs, key=lambda each: (-each[0], self._names(each)))[:1]:
            yield self._suggestion(at, other, score)

    def _names(self, pair: tuple[float, int, int]) -> tuple[str, str]:
        return self._items[pair[1]].article, self._items[pair[2]].article

    def _suggestion(self, at: int, other: int, score: float) -> Suggestion:
        alike = self._likeness[at][other]
        return Suggestion(self._items[at].article, self._items[other].article, round(score, 4), alike.reason)

    def _best(self, at: int, members: Sequence[int]) -> int | None:
        """Return the article of a story that is most like another one of it."""
        known = [
            (-self._likeness[at][each].score, self._items[each].article, each)
            for each in members
            if each in self._likeness.get(at, ())
        ]
        return min(known)[2] if known else None

    def _mean(self, at: int, members: Sequence[int]) -> float:
        """Return the mean score of an article's pairs within its story."""
        scores = (self._likeness[at][each].score for each in members if each in self._likeness.get(at, ()))
        return fsum(scores) / (len(members) - 1) if len(members) > 1 else 1.0

    def _belonging(self, at: int, row: Item, members: Sequence[int], mean: float) -> Belonging:
        """Return why an article belongs to a story: `at`, or a copy of it."""
        if row is not self._items[at]:
            return Belonging(row.article, round(mean, 4), "copies another article of this story")
        if len(members) == 1:
            return Belonging(row.article, 1.0, "no other original tells of it")
        judged = self._bonds.group(row.article)
        if any(self._items[each].article in judged for each in members if each != at):
            return Belonging(row.article, 1.0, JUDGED)
        best = self._best(at, members)
        reason = JUDGED if best is None else self._likeness[at][best].reason
        return Belonging(row.article, round(mean, 4), reason)


def _age(item: Item) -> tuple[object, ...]:
    """Those published first come first, those without a date last."""
    known = days(item.published)
    return known is None, known or (), item.article


def _title(rows: list[tuple[Item, float]]) -> str:
    """Return the headline, in the language of most of the articles, of the one that is most like the others.

    The first sentence where none has a headline.
    """
    named = [each for each in rows if each[0].title] or rows
    languages = Counter(item.language or "" for item, _ in named)
    language = min(languages, key=lambda each: (-languages[each], each))
    item, _ = max((each for each in named if (each[0].language or "") == language), key=lambda each: each[1])
    line = " ".join((item.title or item.lead.opening).split())
    return line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"
