"""What shares a block may be of one thing, and is compared in pairs."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from according.link.discrepancies.account import Told, rank

T = TypeVar("T", bound=Told)

MOST = 50
"""What one is compared with of a block at most: so many before it, in the order of time."""


def pairs(some: Iterable[T], keys: Callable[[T], Iterable[Hashable]]) -> Iterator[tuple[T, T]]:
    """Yield those that share a block and lie near each other in it, each pair once, the first of the two first.

    Args:
        some: What is compared, in any order.
        keys: The blocks that one is in.
    """
    before: dict[Hashable, deque[T]] = defaultdict(lambda: deque(maxlen=MOST))
    for each in sorted(some, key=rank):
        of = list(dict.fromkeys(keys(each)))
        near = {id(other): other for block in of for other in before[block]}
        yield from ((other, each) for other in near.values())
        for block in of:
            before[block].append(each)


def opposed(
    some: Iterable[T], keys: Callable[[T], Iterable[Hashable]], denies: Callable[[T], bool]
) -> Iterator[tuple[T, T]]:
    """Yield pairs as `pairs` does of which one denies what the other tells, who denies first."""
    before: dict[Hashable, deque[T]] = defaultdict(lambda: deque(maxlen=MOST))
    for each in sorted(some, key=rank):
        denied, of = denies(each), list(dict.fromkeys(keys(each)))
        near = {id(other): other for block in of for other in before[not denied, block]}
        yield from ((each, other) if denied else (other, each) for other in near.values())
        for block in of:
            before[denied, block].append(each)
