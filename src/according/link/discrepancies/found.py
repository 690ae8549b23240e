"""From pairs of accounts that differ, or agree, to discrepancies with positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple, TypeVar

from according.link.discrepancies.page import Account
from according.model import content_id
from according.views import Difference, Discrepancy

T = TypeVar("T")

MOST = 80
"""Accounts of one block that are compared: where there are more, what they have in common says too little."""


class Verdict(NamedTuple):
    """How two accounts of one thing are to each other: they `differ` or agree; how sure it is that it is one, and why.

    A `series` is what two tell of different times.
    """

    differ: bool
    series: bool
    score: float
    reason: str


def pairs(blocks: Mapping[Hashable, Sequence[T]]) -> Iterator[tuple[T, T]]:
    """Yield the pairs within blocks; one that shares several blocks comes as often."""
    for block in blocks.values():
        yield from combinations(block[:MOST], 2)


def opposed(blocks: Mapping[Hashable, Sequence[T]], denies: Callable[[T], bool]) -> Iterator[tuple[T, T]]:
    """Yield those pairs within blocks of which the first denies what the second may tell."""
    for block in blocks.values():
        denials = [each for each in block if denies(each)][:MOST]
        if denials:
            yield from product(denials, [each for each in block if not denies(each)][:MOST])


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
    """Accounts that are of one thing, joined by verdicts on pairs."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._accounts: dict[str, Account] = {}
        self._verdicts: dict[tuple[str, str], tuple[Account, Account, Verdict]] = {}

    def add(self, one: Account, other: Account, verdict: Verdict) -> None:
        """Count a pair in."""
        for each in (one, other):
            self._accounts[_key(each)] = each
        self._verdicts[_key(one), _key(other)] = one, other, verdict
        self._parents[self._root(_key(one))] = self._root(_key(other))

    def _root(self, key: str) -> str:
        while (parent := self._parents.setdefault(key, key)) != key:
            self._parents[key] = key = self._parents[parent]
        return key

    def __iter__(self) -> Iterator[tuple[list[Account], list[tuple[Account, Account, Verdict]]]]:
        """Yield groups in which some differ: their accounts by rank, and the verdicts on their pairs."""
        members: dict[str, list[Account]] = defaultdict(list)
        verdicts: dict[str, list[tuple[Account, Account, Verdict]]] = defaultdict(list)
        for key, account in self._accounts.items():
            members[self._root(key)].append(account)
        for one, other, verdict in self._verdicts.values():
            verdicts[self._root(_key(one))].append((one, other, verdict))
        for root, some in members.items():
            if any(verdict.differ for _, _, verdict in verdicts[root]):
                yield sorted(some, key=lambda each: each.rank), verdicts[root]


def _key(account: Account) -> str:
    return f"{account.says.finding}@{account.at}"


def discrepancy(
    kind: Difference,
    about: str,
    accounts: Sequence[Account],
    verdicts: Sequence[tuple[Account, Account, Verdict]],
    happening: str | None = None,
) -> Discrepancy:
    """Return the discrepancy of a group: accounts in positions, so that no two of one position differ."""
    apart = {
        frozenset((_key(one), _key(other))): verdict for one, other, verdict in verdicts if verdict.differ
    }
    agree = {frozenset((_key(one), _key(other))) for one, other, verdict in verdicts if not verdict.differ}
    positions: list[list[Account]] = []
    for each in accounts:
        for position in positions:
            ties = [frozenset((_key(each), _key(its))) for its in position]
            if any(tie in agree for tie in ties) and not any(tie in apart for tie in ties):
                position.append(each)
                break
        else:
            positions.append([each])
    told = [verdict for verdict in apart.values() if not verdict.series] or list(apart.values())
    best = max(told, key=lambda verdict: (verdict.score, verdict.reason))
    stories = {each.story for each in accounts}
    return Discrepancy(
        id=content_id("discrepancy", kind, *sorted(_key(each) for each in accounts)),
        kind=kind,
        series=all(verdict.series for verdict in told),
        about=about,
        positions=tuple(tuple(each.says for each in position) for position in positions),
        story=next(iter(stories)) if len(stories) == 1 else None,
        happening=happening,
        score=round(min(1.0, best.score), 2),
        reason=best.reason,
    )
