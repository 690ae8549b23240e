"""When an article appeared, as far as linking asks: how much time may lie between two."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from functools import lru_cache

from according.knowledge.edtf import bounds

Days = tuple[int, int]
"""The first and the last day (proleptic Gregorian ordinals) that a date can mean."""


@lru_cache(maxsize=1 << 14)
def days(published: str | None) -> Days | None:
    """Return the days that an EDTF date or interval spans; None for no date, and for what is none."""
    known = bounds(published) if published else None
    if known is None:
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in known)
    return (first, last) if first <= last else None


def apart(one: Days | None, other: Days | None) -> int | None:
    """Return how many days lie between two dates at least, 0 when they may be one day; None when one is unknown."""
    if one is None or other is None:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])


def year_of(when: Days | None) -> int | None:
    """Return the year that a date lies in; None when it is unknown or may lie in several."""
    years = {date.fromordinal(day).year for day in when or ()}
    return years.pop() if len(years) == 1 else None


def years_apart(some: Set[int], others: Set[int]) -> int | None:
    """Return how many years lie between the nearest of two sets of years; None when one is empty."""
    return min((abs(one - other) for one in some for other in others), default=None)
