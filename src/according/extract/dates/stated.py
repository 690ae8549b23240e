"""Dates that are told outright, whatever the article's own date is."""

from __future__ import annotations

from dataclasses import dataclass

from according.extract.dates.found import Said
from according.extract.dates.moments import Point, When, at, interval, rounded

_THIS = 2000
_SHORT_YEARS = 30
"""'30s to '90s are of the last century, '10s and '20s of this one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was made of a date: `when` is None when it stays open. The reason is for people."""

    when: When | None
    confidence: float
    reason: str


def iso(said: Said) -> Settled | None:
    """Return 2021-01-15."""
    year, month, day = said.number("year"), said.words.get("day"), said.words.get("day2")
    return stated(Point(year or 0, integer(month), integer(day)))


def numeric(said: Said, settled_numbers: bool) -> Settled | None:
    """Return 15.01.2021; the year alone where day and month may be the other way round."""
    first, second = said.number("day") or 0, integer(said.words.get("day2")) or 0
    year = said.number("year", "tens")
    if year is None:
        short = said.number("num") or integer(said.words.get("day3")) or 0
        year = short + (1900 if short >= 70 else 2000)  # the century rule of POSIX strptime
    if second > 12:
        return stated(Point(year, first, second))
    if first > 12 or first == second or settled_numbers:
        return stated(Point(year, second, first))
    return Settled(at(Point(year)), 0.6, "day and month may be the other way round")


def bare(said: Said) -> Settled | None:
    """Return a year."""
    year = year_of(said)
    return None if year is None else stated(Point(year))


def years(said: Said) -> Settled | None:
    """Return 1998–2008 or 2019/20, and the month that 2015-12 is."""
    first = said.number("year", "digits", "num") or 0
    last = integer(said.words.get("year2", said.words.get("digits2", said.words.get("num2"))))
    if said.has("digits") and said.has("num"):
        last = said.number("num")  # 104–98 BC
    if last is None:
        short = said.number("num", "day") or 0
        if short <= 12 and short != (first + 1) % 100:
            return stated(Point(first, short))
        last = first - first % 100 + short
    if said.has("era"):
        first, last = 1 - first, 1 - last
    return certain(interval(Point(first), Point(last)))


def month_and_year(said: Said) -> Settled | None:
    """Return 11/2016."""
    return stated(Point(said.number("year") or 0, said.number("day")))


def decade(said: Said) -> Settled | None:
    """Return the 1990s or the '90s."""
    year = said.number("year", "tens")
    if year is None or year < 100:
        short = year or said.number("num", "day", "card") or 0
        year = short + (1900 if short >= _SHORT_YEARS else 2000)
    if year % 10:
        return None
    # "The 1300s" are rather the century than its first ten years; of this one it is too early to speak so.
    return certain(rounded(year, 10 if year % 100 or year >= _THIS else 100))


def century(said: Said) -> Settled | None:
    """Return the 19th century."""
    number = said.number("ord", "day", "num", "roman")
    if number is None or said.has("era"):
        return None
    return certain(rounded((number - 1) * 100, 100))


def integer(value: object) -> int | None:
    """Return a value if it is a number."""
    return value if isinstance(value, int) else None


def year_of(said: Said) -> int | None:
    """Return the year that stands there, astronomical: 1 BC is 0."""
    year = said.number("year", "digits")
    if said.has("era"):
        year = year if year is not None else said.number("num", "day")
        return year if year is None or said.number("era") != -1 else 1 - year
    return year


def end_of(when: When) -> Point:
    """Return the last point of what is settled."""
    parts = when.value.rpartition("/")[2].split("-")
    if not all(part.isdecimal() for part in parts) or (len(parts) > 1 and int(parts[1]) > 12):
        return when.start
    return Point(*(int(part) for part in parts))


def stated(point: Point) -> Settled | None:
    """Return a point that the words tell, None when the calendar lacks it."""
    return Settled(at(point), 0.95, "stated") if point.valid else None


def certain(when: When | None) -> Settled | None:
    """Return what the words tell outright."""
    return None if when is None else Settled(when, 0.95, "stated")


def guess(when: When | None, confidence: float) -> Settled | None:
    """Return what the words tell but for the year."""
    return (
        None if when is None else Settled(when, confidence, "the year that is nearest to the article's date")
    )


def left_open(reason: str) -> Settled:
    """Return a date that cannot be settled, and why."""
    return Settled(None, 0.3, reason)
