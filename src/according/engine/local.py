"""Work on this machine: one function over many items, in several processes, results in the order of the items."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

FEW = 4
"""Items up to which starting processes (seconds, for the models they load) costs more than it saves."""
CHUNK = 2
"""Items that a process takes at a time: few, because one may be a hundred times as long as the next."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers(Generic[A, B]):
    """Applies one function to items, in `jobs` processes (in this one when `jobs` is 1 or the items are few).

    Use it in a `with` statement. Processes start when they are first worth it and stay for later calls. The function
    must give the same result in every process; then `jobs` changes nothing but the time.
    """

    def __init__(self, function: Callable[[A], B], jobs: int) -> None:
        """Prepare to apply `function` in `jobs` processes; it is pickled by its name."""
        self._function = function
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers[A, B]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(self, items: Sequence[A]) -> Iterator[B]:
        """Yield the results for `items` in their order.

        Raises:
            BrokenProcessPool: a process was killed, for want of memory as a rule.
        """
        if self._jobs == 1 or (self._pool is None and len(items) <= FEW):
            yield from map(self._function, items)
            return
        if self._pool is None:
            # Not by fork: the process may have threads (a progress display), which a fork would leave in pieces.
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
        yield from self._pool.map(self._function, items, chunksize=CHUNK)
