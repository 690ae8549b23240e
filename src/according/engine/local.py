"""Work on this machine: one function over many items, in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

from according.errors import WorkerError

A = TypeVar("A")
B = TypeVar("B")

FEW = 200
"""Items that are done in this process before others are started unasked: about as much work as it takes a process to
load the models of all languages (10 s on two cores, where an article takes 40 ms)."""
ROOM = 1_500_000_000
"""Bytes of memory that a process needs with the models of all languages loaded: measured 1.0 GB, and some to spare."""


def processes() -> int:
    """Return how many processes this machine carries: one for each core that we may use, as far as memory goes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not hasattr(os, "sysconf"):
        return cores
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(cores, memory // ROOM - 1))


@dataclass(frozen=True, slots=True)
class Work(Generic[B]):
    """An item that is being worked on. Calling it waits for the result; it is to be called once."""

    result: Callable[[], B]
    is_done: Callable[[], bool]
    """Whether waiting is of no use: the result is there, or it is this process that works it out when it is asked."""

    def __call__(self) -> B:
        """Wait for the result."""
        return self.result()


class Workers(Generic[A, B]):
    """Applies one function to items, in several processes or in this one.

    Use it in a `with` statement. Processes start with the first item that is theirs and stay for later ones. The
    function must give the same result in every process; then their number changes nothing but the time.
    """

    def __init__(self, function: Callable[[A], B], jobs: int) -> None:
        """Prepare to apply `function`, which is pickled by its name.

        Args:
            function: What is applied to each item.
            jobs: How many processes work from the first item on, 1 being this one; 0 is as many as the machine
                carries, once there are more than `FEW` items.
        """
        self.jobs = jobs or processes()
        self._here = 0 if jobs else FEW
        self._function = function
        self._started = 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers[A, B]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def start(self, item: A) -> Work[B]:
        """Begin work on an item, behind those begun before.

        The work raises what the applied function raises, and WorkerError when a process has died.

        Raises:
            WorkerError: a process has died.
        """
        self._started += 1
        if self.jobs == 1 or self._started <= self._here:
            return Work(partial(self._function, item), lambda: True)
        if self._pool is None:
            # Not by fork: the process may have threads (a progress display), which a fork would leave in pieces.
            self._pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), initializer=_belong_to_parent)
        try:
            future = self._pool.submit(self._function, item)
        except BrokenProcessPool as error:
            raise _died() from error
        return Work(partial(_result, future), future.done)


def _result(future: Future[B]) -> B:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise _died() from error


def _died() -> WorkerError:
    return WorkerError(
        "A process that looks for actors and places has died, most likely for want of memory. What was reported as "
        "saved is safe. Run it again with fewer processes (--jobs 1), or without actors (--articles-only). A program "
        "of your own must read under `if __name__ == '__main__':`."
    )


def _belong_to_parent() -> None:
    """Leave an interrupt to the parent, which lets us end what we are at, and do not outlive it when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
