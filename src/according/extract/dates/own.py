"""The day from which an article counts: its own date, or what its words tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from according.extract.dates.found import Said
from according.extract.dates.moments import Point

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_BESIDE = 6
"""Characters between "today" and the date that it is: ", в "."""


def anchor(published: str | None) -> Point | None:
    """Return the day, month or year with which an EDTF date begins, None when it begins with none."""
    match = _EDTF.match(published or "")
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    point = Point(year or 0, month, day)
    return point if point.valid and point.countable else None


def own_day(known: Point | None, written: Sequence[Said]) -> Point | None:
    """Return the article's day; where it is not known, one that the text calls its own.

    "Today, 9 May 2020", "this evening, Saturday 9 May 2020", "ce samedi 9 mai 2020".
    """
    if known is not None and known.day is not None:
        return known
    for one, other in pairwise((*written, *written[-1:])):
        today, full = (one, other) if one.shape == "today" else (other, one)
        near = other.span.start - one.span.end <= _BESIDE and today.number("today", "this") == 0
        near = (near and today.shape == "today") or full.has("this")
        if near and (point := _day(full)) is not None:
            return point
    return known


def told_weekday(written: Sequence[Said]) -> Point | None:
    """Return the day of an article without a date that it names in full and by its weekday alone.

    Who writes "on Sunday", and "30 September 2018" under the picture, means that Sunday when it was one and no later
    year is named: a day of history would be one of seven by chance, and seldom the last of all.
    """
    days = [point for each in written if (point := _day(each)) is not None]
    last = max(days, key=str, default=None)
    if last is None or any(year > last.year for each in written for year in _years(each)):
        return None
    day = last.date()
    weekdays = {each.number("weekday") for each in written if each.words.keys() <= {"weekday", "part"}}
    return last if day is not None and day.weekday() in weekdays else None


def years_of_days(written: Sequence[Said]) -> dict[tuple[int, int], int]:
    """Return the years of the days that an article names with one and only one: "the accord of 6 February 2019"."""
    named: dict[tuple[int, int], set[int]] = {}
    for each in written:
        point = _day(each)
        if point is not None and point.month and point.day:
            named.setdefault((point.month, point.day), set()).add(point.year)
    return {day: years.pop() for day, years in named.items() if len(years) == 1}


def _day(said: Said) -> Point | None:
    """Return the day that is named in full."""
    year, month, day = said.number("year"), said.number("month", "mon"), said.number("day")
    if said.shape != "date" or said.has("era") or not (year and month and day):
        return None
    point = Point(year, month, day)
    return point if point.valid and point.countable else None


def _years(said: Said) -> Iterator[int]:
    for each in said.joined or (said,):
        yield from (
            value for kind, value in each.words.items() if kind.startswith("year") and isinstance(value, int)
        )
