"""What is of one thing, as far as it is known of pairs whether they agree or differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from according.link.discrepancies.account import Told, key, rank
from according.link.discrepancies.spans import hull, is_narrow, length

T = TypeVar("T", bound=Told)

_LARGEST = 100
"""Accounts of one discrepancy at most."""


class Verdict(NamedTuple):
    """How two accounts of one thing are to each other: they `differ` or agree; how sure it is that it is one, and why.

    A `series` is what two tell of different times.
    """

    differ: bool
    series: bool
    score: float
    reason: str


class Groups(Generic[T]):
    """What is of one thing, joined by verdicts on pairs, those that differ first.

    What is `lasting` is of one thing however much time lies between; anything else within a week, so that a row of days
    on each of which somebody is killed is no single thing.
    """

    def __init__(self, *, lasting: bool = False) -> None:
        self._lasting = lasting
        self._members: dict[str, T] = {}
        self._verdicts: dict[tuple[str, str], Verdict] = {}

    def add(self, one: T, other: T, verdict: Verdict) -> None:
        """Count a pair in."""
        mine, its = key(one.account), key(other.account)
        self._members[mine], self._members[its] = one, other
        self._verdicts[(mine, its) if mine < its else (its, mine)] = verdict

    def __iter__(self) -> Iterator[tuple[list[T], list[Verdict]]]:
        """Yield groups in which some differ: their members by rank, and the verdicts on their pairs."""
        of = self._joined()
        members: dict[str, list[T]] = defaultdict(list)
        verdicts: dict[str, list[Verdict]] = defaultdict(list)
        for mine, each in self._members.items():
            members[of[mine]].append(each)
        for (one, other), verdict in self._verdicts.items():
            if of[one] == of[other]:
                verdicts[of[one]].append(verdict)
        for root, some in members.items():
            if any(verdict.differ for verdict in verdicts[root]):
                yield sorted(some, key=rank), verdicts[root]

    def _joined(self) -> dict[str, str]:
        """Return the group of each member, by the key of one of them."""
        of = {mine: mine for mine in self._members}
        groups = {mine: [mine] for mine in self._members}
        spans = {mine: each.account.days for mine, each in self._members.items()}
        lengths = {mine: length(span) for mine, span in spans.items()}
        ranks = {mine: rank(each) for mine, each in self._members.items()}

        def order(item: tuple[tuple[str, str], Verdict]) -> tuple[object, ...]:
            (one, other), verdict = item
            return not verdict.differ, verdict.series, -verdict.score, ranks[one], ranks[other]

        for (one, other), _ in sorted(self._verdicts.items(), key=order):
            mine, its = of[one], of[other]
            span = hull((spans[mine], spans[its]))
            longest = max(lengths[mine], lengths[its])
            full = len(groups[mine]) + len(groups[its]) > _LARGEST
            if mine == its or full or not (self._lasting or is_narrow(span, longest)):
                continue
            if len(groups[mine]) < len(groups[its]):
                mine, its = its, mine
            for each in groups[its]:
                of[each] = mine
            groups[mine] += groups.pop(its)
            spans[mine], lengths[mine] = span, longest
        return of


def grouped(
    pairs: Iterable[tuple[T, T]], verdict: Callable[[T, T], Verdict | None], *, lasting: bool = False
) -> Groups[T]:
    """Return groups by a verdict on pairs, None for two that are not of one thing."""
    groups: Groups[T] = Groups(lasting=lasting)
    for one, other in pairs:
        found = verdict(one, other)
        if found is not None:
            groups.add(one, other, found)
    return groups
