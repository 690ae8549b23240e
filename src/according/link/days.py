"""When an article appeared, as far as linking asks: how much time may lie between two."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Set
from datetime import date

Days = tuple[int, int]
"""The first and the last day (proleptic Gregorian ordinals) that a date can mean."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


def days(published: str | None) -> Days | None:
    """Return the days that an EDTF date or interval spans; None for no date, and for any other kind of EDTF."""
    first, _, last = (published or "").partition("/")
    begin, end = _span(first), _span(last or first)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _span(value: str) -> Days | None:
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = first.replace(month=month or 12)
        return first.toordinal(), last.replace(day=day or monthrange(last.year, last.month)[1]).toordinal()
    except ValueError:
        return None


def apart(one: Days | None, other: Days | None) -> int | None:
    """Return how many days lie between two dates at least, 0 when they may be one day; None when one is unknown."""
    if one is None or other is None:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])


def years_apart(some: Set[int], others: Set[int]) -> int | None:
    """Return how many years lie between the nearest of two sets of years; None when one is empty."""
    return min((abs(one - other) for one in some for other in others), default=None)
