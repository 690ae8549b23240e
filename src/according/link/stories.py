"""One story for all articles on one piece of news, across languages; what is uncertain stays apart.

Articles are compared that may be about one thing (`stories_near.py`): by the vectors of title and lead, by names and
words there, the rarer the better, places, days and figures (`stories_fit.py`). Those that are connected by such pairs
are put into groups (`stories_groups.py`). How rare something is counts in steps and in the articles' own window of
time. So an article that is added changes the scores of few, only what these are connected with is grouped anew, and
the stories are the same in whatever order and number the articles come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import fsum

from according.link.days import days
from according.link.rarity import Rarity
from according.link.stories_fit import Likeness, Told, likeness, tokens, told, window
from according.link.stories_groups import connected, groups
from according.link.stories_near import Near
from according.model import content_id
from according.views import Belonging, Item, Story

FAINT = 0.1
"""Scores below this are none."""
_TITLE = 120
"""Characters of a first sentence that stands for a headline."""


def stories(items: Iterable[Item], origins: Mapping[str, str]) -> tuple[Story, ...]:
    """Bring the articles on one piece of news together.

    Args:
        items: All articles, in any order.
        origins: What articles share with all copies of one original, by their ids.

    Returns:
        Every article in one story, sorted by id.
    """
    found = Stories()
    found.add(items)
    return found.told(origins)


class Stories:
    """Stories that articles are added to."""

    def __init__(self) -> None:
        """Begin with no articles."""
        self._items: list[Item] = []
        self._told: list[Told] = []
        self._rarity = Rarity()
        self._near = Near()
        self._likeness: dict[int, dict[int, Likeness]] = defaultdict(dict)
        self._members: dict[int, list[int]] = {}
        self._story: dict[int, int] = {}

    def add(self, items: Iterable[Item]) -> None:
        """Take articles: each joins a story or opens one. The rest is not worked out anew."""
        first = len(self._items)
        self._items += items
        new = range(first, len(self._items))
        changed = self._rarity.add((at, window(self._items[at]), tokens(self._items[at])) for at in new)
        self._told += [told(self._items[at], self._rarity) for at in new]
        for at in changed - set(new):
            self._told[at] = told(self._items[at], self._rarity)
        changed |= self._near.add(self._told[first:])
        neighbours = {other for one in changed for other in self._likeness.pop(one, ())}
        for one in neighbours:
            for other in self._likeness[one].keys() & changed:
                del self._likeness[one][other]
        self._compare(changed)
        self._group(changed | neighbours)

    def _compare(self, changed: set[int]) -> None:
        for one, other in self._near.pairs(changed):
            alike = likeness(self._told[one], self._told[other])
            if alike is not None and alike.score >= FAINT:
                self._likeness[one][other] = self._likeness[other][one] = alike

    def _group(self, some: set[int]) -> None:
        """Put what these articles are connected with into groups anew."""
        parts = connected(self._likeness, sorted(some))
        for each in (each for part in parts for each in part):
            self._members.pop(self._story.get(each, -1), None)
        for part in parts:
            part.sort(key=lambda at: self._items[at].article)
            scores = {
                one: {other: alike.score for other, alike in self._likeness.get(one, {}).items()}
                for one in part
            }
            for members in groups(part, scores):
                self._members[members[0]] = members
                self._story.update(dict.fromkeys(members, members[0]))

    def told(self, origins: Mapping[str, str]) -> tuple[Story, ...]:
        """Return all stories by their ids; `origins` are what copies of one original share, by the articles' ids."""
        found = (self._as_story(members, origins) for members in self._members.values())
        return tuple(sorted(found, key=lambda each: each.id))

    def _as_story(self, members: list[int], origins: Mapping[str, str]) -> Story:
        order = sorted(members, key=lambda at: _age(self._items[at]))
        rows = [self._items[at] for at in order]
        dated = [row.published for row in rows if days(row.published) is not None]
        means = {at: self._mean(at, members) for at in members}
        return Story(
            id=content_id("story", rows[0].article),
            title=_title([(row, means[at]) for at, row in zip(order, rows, strict=True)]),
            articles=tuple(self._belonging(at, members, means[at]) for at in order),
            earliest=min(dated, key=lambda each: days(each) or (), default=None),
            latest=max(dated, key=lambda each: (days(each) or ())[::-1], default=None),
            origins=len({origins.get(row.article, row.article) for row in rows}),
        )

    def _mean(self, at: int, members: list[int]) -> float:
        """Return the mean score of an article's pairs within its story."""
        scores = (self._likeness[at][each].score for each in members if each in self._likeness.get(at, ()))
        return fsum(scores) / (len(members) - 1) if len(members) > 1 else 1.0

    def _belonging(self, at: int, members: list[int], mean: float) -> Belonging:
        article = self._items[at].article
        if len(members) == 1:
            return Belonging(article, 1.0, "no other article tells of it")
        known = [(each, self._likeness[at][each]) for each in members if each in self._likeness.get(at, ())]
        _, best = min(known, key=lambda pair: (-pair[1].score, self._items[pair[0]].article))
        return Belonging(article, round(mean, 4), best.reason)


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
