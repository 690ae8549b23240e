"""What shares a block may be of one thing, and is compared in pairs."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from according.link.discrepancies.account import Told, rank

T = TypeVar("T", bound=Told)

MOST = 50
"""What one is compared with of a block at most: so many before it, in the order of time."""


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


def blocked(some: Iterable[T], keys: Callable[[T], Iterable[Hashable]]) -> dict[Hashable, list[T]]:
    """Return blocks of what is compared by their keys, in an order that does not hang on how they come."""
    blocks: dict[Hashable, list[T]] = defaultdict(list)
    for each in sorted(some, key=rank):
        for key in dict.fromkeys(keys(each)):
            blocks[key].append(each)
    return blocks
