"""How much time accounts of one thing span: those of a row of days are of no single thing."""

from __future__ import annotations

from collections.abc import Iterable

from according.link.days import Days

_WEEK = 7
"""Days that what is of one thing spans, beyond those that the longest date of its accounts does."""


def hull(spans: Iterable[Days | None]) -> Days | None:
    """Return from when to when spans go, as far as they are known; None where none is."""
    known = [each for each in spans if each is not None]
    return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def length(span: Days | None) -> int:
    """Return how many days lie between the first and the last of a span; 0 where it is not known."""
    return 0 if span is None else span[1] - span[0]


def is_narrow(whole: Days | None, longest: int) -> bool:
    """Return whether a span is of one thing whose longest date has this length."""
    return length(whole) <= _WEEK + longest
