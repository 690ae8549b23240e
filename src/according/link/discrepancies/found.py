"""From pairs of accounts that differ, or agree, to discrepancies with positions."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from according.link.days import Days
from according.link.discrepancies.page import Account
from according.model import content_id
from according.views import Difference, Discrepancy

T = TypeVar("T")

MOST = 50
"""Accounts of one block before it, in the order of time, that one is compared with."""
_WIDTH = 7
"""Days that one discrepancy spans, beyond those that the longest date of its accounts does."""
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


def pairs(blocks: Mapping[Hashable, Sequence[T]]) -> Iterator[tuple[T, T]]:
    """Yield the pairs within blocks that lie near in their order; one that shares several blocks comes as often."""
    for block in blocks.values():
        before: deque[T] = deque(maxlen=MOST)
        for each in block:
            yield from ((other, each) for other in before)
            before.append(each)


def opposed(blocks: Mapping[Hashable, Sequence[T]], denies: Callable[[T], bool]) -> Iterator[tuple[T, T]]:
    """Yield those pairs within blocks that lie near in their order, of which the first denies what the second tells."""
    for block in blocks.values():
        before: dict[bool, deque[T]] = {True: deque(maxlen=MOST), False: deque(maxlen=MOST)}
        for each in block:
            denied = denies(each)
            yield from ((each, other) if denied else (other, each) for other in before[not denied])
            before[denied].append(each)


def blocked(
    some: Iterable[T], keys: Callable[[T], Iterable[Hashable]], order: Callable[[T], tuple[object, ...]]
) -> dict[Hashable, list[T]]:
    """Return blocks of some accounts by their keys, in an order that does not hang on how they come."""
    blocks: dict[Hashable, list[T]] = defaultdict(list)
    for each in sorted(some, key=order):
        for key in dict.fromkeys(keys(each)):
            blocks[key].append(each)
    return blocks


class Groups:
    """Accounts that are of one thing, joined by verdicts on pairs, those that differ first.

    What is `lasting` is of one thing however much time lies between; anything else within a week, so that a row of days
    on each of which somebody is killed is no single thing.
    """

    def __init__(self, *, lasting: bool = False) -> None:
        self._lasting = lasting
        self._accounts: dict[str, Account] = {}
        self._verdicts: dict[tuple[str, str], Verdict] = {}

    def add(self, one: Account, other: Account, verdict: Verdict) -> None:
        """Count a pair in."""
        mine, its = account_key(one), account_key(other)
        self._accounts[mine], self._accounts[its] = one, other
        self._verdicts[(mine, its) if mine < its else (its, mine)] = verdict

    def __iter__(self) -> Iterator[tuple[list[Account], list[Verdict]]]:
        """Yield groups in which some differ: their accounts by rank, and the verdicts on their pairs."""
        of = self._joined()
        members: dict[str, list[Account]] = defaultdict(list)
        verdicts: dict[str, list[Verdict]] = defaultdict(list)
        for key, account in self._accounts.items():
            members[of[key]].append(account)
        for (one, other), verdict in self._verdicts.items():
            if of[one] == of[other]:
                verdicts[of[one]].append(verdict)
        for root, some in members.items():
            if any(verdict.differ for verdict in verdicts[root]):
                yield sorted(some, key=lambda each: each.rank), verdicts[root]

    def _joined(self) -> dict[str, str]:
        """Return the group of each account, by one of its accounts."""
        of = {key: key for key in self._accounts}
        groups = {key: [key] for key in self._accounts}
        spans = {key: each.days for key, each in self._accounts.items()}
        lengths = {key: _length(span) for key, span in spans.items()}
        ranks = {key: each.rank for key, each in self._accounts.items()}

        def order(item: tuple[tuple[str, str], Verdict]) -> tuple[object, ...]:
            (one, other), verdict = item
            return not verdict.differ, verdict.series, -verdict.score, ranks[one], ranks[other]

        for (one, other), _ in sorted(self._verdicts.items(), key=order):
            mine, its = of[one], of[other]
            span = _hull(spans[mine], spans[its])
            longest = max(lengths[mine], lengths[its])
            full = len(groups[mine]) + len(groups[its]) > _LARGEST
            if mine == its or full or (not self._lasting and _length(span) > _WIDTH + longest):
                continue
            if len(groups[mine]) < len(groups[its]):
                mine, its = its, mine
            for key in groups[its]:
                of[key] = mine
            groups[mine] += groups.pop(its)
            spans[mine], lengths[mine] = span, longest
        return of


def _hull(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _length(span: Days | None) -> int:
    return 0 if span is None else span[1] - span[0]


def account_key(account: Account) -> str:
    """Return what an account is told by from all others."""
    return f"{account.says.finding}@{account.at}"


def discrepancy(
    kind: Difference,
    about: str,
    accounts: Sequence[Account],
    verdicts: Sequence[Verdict],
    alike: Callable[[Account, Account], bool],
    sort: Callable[[Account], Sort] | None = None,
    happening: str | None = None,
) -> Found:
    """Return the discrepancy of a group: accounts in positions, all of one being `alike` to one another.

    Without a `sort` it is one of its own, whatever other ones tell.
    """
    positions: list[list[Account]] = []
    for each in accounts:
        mine = next((its for its in positions if all(alike(each, other) for other in its)), None)
        if mine is None:
            positions.append([each])
        else:
            mine.append(each)
    apart = [verdict for verdict in verdicts if verdict.differ]
    told = [verdict for verdict in apart if not verdict.series] or apart
    best = max(told, key=lambda verdict: (verdict.score, verdict.reason))
    stories = {each.story for each in accounts}
    found = Discrepancy(
        id=content_id("discrepancy", kind, *sorted(map(account_key, accounts))),
        kind=kind,
        series=all(verdict.series for verdict in told),
        about=about,
        positions=tuple(tuple(each.says for each in position) for position in positions),
        story=next(iter(stories)) if len(stories) == 1 else None,
        happening=happening,
        score=round(min(1.0, best.score), 2),
        reason=best.reason,
    )
    its = [] if sort is None else [[sort(each) for each in position] for position in positions]
    every = [each for some in its for each in some]
    return Found(
        found,
        tuple(map(tuple, positions)),
        tuple(some[0].stance for some in its)
        or tuple((found.id, number) for number in range(len(positions))),
        its[0][0].sort if its else found.id,
        frozenset[str]().union(*(each.spots for each in every)),
        frozenset[str]().union(*(each.words for each in every)),
        leading(accounts)[0].language,
    )


def leading(accounts: Sequence[Account]) -> list[Account]:
    """Return accounts in their order, those in the language of most of them first: in their words it is told."""
    languages = Counter(each.language for each in accounts)
    most = max(languages.values())
    first = next(each.language for each in accounts if languages[each.language] == most)
    return sorted(accounts, key=lambda each: each.language != first)
