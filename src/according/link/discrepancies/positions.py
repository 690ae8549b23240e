"""Discrepancies: who says what of one thing, by positions, and what tells that two of them are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

from according.link.discrepancies.account import Account, Told, key
from according.link.discrepancies.groups import Verdict
from according.model import content_id
from according.views import Difference, Discrepancy

T = TypeVar("T", bound=Told)


class Sort(NamedTuple):
    """What an account tells whatever its language: its `stance`, of a discrepancy of which class, at which places.

    `words` are stems of what it is of, where the stance is no value of its own.
    """

    stance: Hashable
    sort: Hashable
    spots: frozenset[str]
    words: frozenset[str] = frozenset()


class Found(NamedTuple):
    """A discrepancy, its accounts by position, and what tells that another one is the same, by position or as a whole.

    `language` is that of its words.
    """

    discrepancy: Discrepancy
    positions: tuple[tuple[Account, ...], ...]
    stances: tuple[Hashable, ...]
    sort: Hashable
    spots: frozenset[str]
    words: frozenset[str]
    language: str | None

    @property
    def accounts(self) -> list[Account]:
        """All its accounts."""
        return [each for position in self.positions for each in position]


def discrepancy(
    kind: Difference,
    about: str,
    members: Sequence[T],
    verdicts: Sequence[Verdict],
    alike: Callable[[T, T], bool],
    sort: Callable[[T], Sort] | None = None,
    happening: str | None = None,
    far: Callable[[T, T], float] | None = None,
) -> Found:
    """Return the discrepancy of a group: its members in positions, all of one being `alike` to one another.

    Of several positions that a member fits it takes the one to which it is least `far`, or the first.
    Without a `sort` the discrepancy is one of its own, whatever other ones tell.
    """
    positions = _positions(members, alike, far)
    apart = [verdict for verdict in verdicts if verdict.differ]
    told = [verdict for verdict in apart if not verdict.series] or apart
    best = max(told, key=lambda verdict: (verdict.score, verdict.reason))
    accounts = [each.account for each in members]
    stories = {each.story for each in accounts}
    found = Discrepancy(
        id=content_id("discrepancy", kind, *sorted(map(key, accounts))),
        kind=kind,
        series=all(verdict.series for verdict in told),
        about=about,
        positions=tuple(tuple(each.account.says for each in position) for position in positions),
        story=next(iter(stories)) if len(stories) == 1 else None,
        happening=happening,
        score=round(min(1.0, best.score), 2),
        reason=best.reason,
    )
    its = [] if sort is None else [[sort(each) for each in position] for position in positions]
    every = [each for some in its for each in some]
    return Found(
        found,
        tuple(tuple(each.account for each in position) for position in positions),
        tuple(some[0].stance for some in its)
        or tuple((found.id, number) for number in range(len(positions))),
        its[0][0].sort if its else found.id,
        frozenset[str]().union(*(each.spots for each in every)),
        frozenset[str]().union(*(each.words for each in every)),
        leading(members)[0].account.language,
    )


def _positions(
    members: Sequence[T], alike: Callable[[T, T], bool], far: Callable[[T, T], float] | None
) -> list[list[T]]:
    """Return members by position, in their order; those that are alike to fewest choose first."""
    rank = {id(each): number for number, each in enumerate(members)}
    fitting = {id(each): sum(alike(each, other) for other in members) for each in members}
    positions: list[list[T]] = []
    for each in sorted(members, key=lambda each: (fitting[id(each)], rank[id(each)])):
        open_to = [its for its in positions if all(alike(each, other) for other in its)]
        if not open_to:
            positions.append([each])
        elif far is None:
            open_to[0].append(each)
        else:
            min(open_to, key=lambda its: min(far(each, other) for other in its)).append(each)
    for its in positions:
        its.sort(key=lambda each: rank[id(each)])
    return sorted(positions, key=lambda its: rank[id(its[0])])


def leading(members: Sequence[T]) -> list[T]:
    """Return members in their order, those in the language of most of them first: in their words it is told."""
    languages = Counter(each.account.language for each in members)
    most = max(languages.values())
    first = next(each.account.language for each in members if languages[each.account.language] == most)
    return sorted(members, key=lambda each: each.account.language != first)
