"""Points of the calendar and their arithmetic, written in EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
FIRST_YEAR, LAST_YEAR = 1, 9999
"""Years that can be counted with: those of `datetime`. Others are written and left alone."""
_GREGORIAN = 1583
_SATURDAY = 5
_FIRST_SEASON = 21
"""The code of spring; a season begins in March, June, September, December of the north."""

_AGAINST = 200
"""Days by which a date that the verb's tense speaks against counts as farther off."""
_AHEAD = 1.4
"""How much farther a day to come counts than a past one where no verb tells: news mostly tells what has been."""
_NEXT_YEAR, _YEAR_BEFORE = 120, 300
"""Days that it counts in a narrative to leave the year: January after December does, March after September does not."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day. Years are astronomical: 0 is 1 BC. What is None is not known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return it in EDTF."""
        sign = "-" if self.year < 0 else ""
        parts = [f"{sign}{abs(self.year):04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def valid(self) -> bool:
        """Whether the calendar has it."""
        if self.month is None:
            return self.day is None and -9999 <= self.year <= LAST_YEAR
        if not 1 <= self.month <= 12 or not -9999 <= self.year <= LAST_YEAR:
            return False
        # A year before our era has the length of one that is 8000 years later: twenty cycles of 400 years.
        length = monthrange(self.year if self.year >= FIRST_YEAR else self.year + 12000, self.month)[1]
        return self.day is None or 1 <= self.day <= length

    @property
    def countable(self) -> bool:
        """Whether days can be counted from it."""
        return FIRST_YEAR <= self.year <= LAST_YEAR

    def middle(self) -> date:
        """Return the day in its middle, to measure how near things are."""
        month = 7 if self.month is None else self.month
        day = self.day or (1 if self.month is None else 15)
        return date(min(LAST_YEAR, max(FIRST_YEAR, self.year)), month, day)

    def date(self) -> date | None:
        """Return it as a day of `datetime`, None when it is none."""
        if self.month is None or self.day is None or not self.countable:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class When:
    """A settled date: its value in EDTF and the point at which it begins."""

    value: str
    start: Point


def of_day(day: date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def at(point: Point) -> When:
    """Return a point as what is settled."""
    return When(str(point), point)


def interval(first: Point, last: Point) -> When | None:
    """Return the time from one point to another, None when it would run backwards."""
    if (first.year, first.month or 1, first.day or 1) > (last.year, last.month or 12, last.day or 31):
        return None
    return When(str(first) if first == last else f"{first}/{last}", first)


def moved(point: Point, unit: str, number: int) -> Point | None:
    """Return the point that is `number` units away, as exact as the unit: a day, a month or a year.

    None when the point is not exact enough for the unit, or beyond what can be counted.
    """
    try:
        if unit in _DAYS:
            day = point.date()
            return None if day is None else of_day(day + timedelta(days=_DAYS[unit] * number))
        if unit in ("month", "quarter") and point.month is None:
            return None
        months = point.year * 12 + (point.month or 1) - 1 + _MONTHS[unit] * number
    except (OverflowError, KeyError):
        return None
    there = Point(months // 12, months % 12 + 1 if unit in ("month", "quarter") else None)
    return there if there.countable else None


def away(point: Point, unit: str, number: int) -> Point | None:
    """Return the point that is `number` units away and as exact as it was: from 31 January a month to 28 February."""
    there = moved(point, unit, number)
    if there is None or unit in _DAYS or point.month is None:
        return there
    month = there.month or point.month
    day = None if point.day is None else min(point.day, monthrange(there.year, month)[1])
    return Point(there.year, month, day)


def whole(point: Point, unit: str) -> When | None:
    """Return the whole week, month, quarter, year … that a point lies in; None when it is not exact enough."""
    if unit in _DAYS:
        day = point.date()
        return None if day is None else _of_days(day, unit)
    if unit in ("month", "quarter"):
        if point.month is None:
            return None
        return (
            at(Point(point.year, point.month))
            if unit == "month"
            else part(point.year, (point.month + 2) // 3, 4)
        )
    if unit == "year":
        return at(Point(point.year))
    size = 10 if unit == "decade" else 100
    return rounded(point.year // size * size, size)


def _of_days(day: date, unit: str) -> When | None:
    if unit == "day":
        return at(of_day(day))
    try:
        monday = day - timedelta(days=day.weekday())
        first = monday if unit == "week" else monday + timedelta(days=_SATURDAY)
        return interval(of_day(first), of_day(monday + timedelta(days=6)))
    except OverflowError:
        return None


def part(year: int, number: int, of: int) -> When | None:
    """Return the quarter (`of` 4) or half (`of` 2) of a year as months."""
    length = 12 // of
    last = number * length
    return interval(Point(year, last - length + 1), Point(year, last)) if 1 <= number <= of else None


def rounded(year: int, size: int) -> When | None:
    """Return the decade (`size` 10) or century (100) that begins in a year: 199X, 19XX."""
    if not 0 <= year <= LAST_YEAR:
        return None
    return When(f"{year // size:0{3 if size == 10 else 2}d}{'X' if size == 10 else 'XX'}", Point(year))


def easter(year: int, *, eastern: bool = False) -> date | None:
    """Return Easter Sunday of the western or the eastern churches, None before the calendar of today (1583).

    By the methods in Meeus, Astronomical Algorithms (1991), chapter 8: that for the Gregorian calendar is from
    Butcher's Ecclesiastical Calendar (1876), that for the Julian is Gauss's.
    """
    if not _GREGORIAN <= year < LAST_YEAR:
        return None
    a = year % 19
    if eastern:
        d = (19 * a + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        behind = year // 100 - year // 400 - 2
        return date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + timedelta(days=behind)
    b, c = divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def season(year: int, code: int) -> When | None:
    """Return a season by its EDTF code, 21 spring to 24 winter."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return When(f"{year:04d}-{code}", Point(year, 3 * (code - _FIRST_SEASON) + 3))


def nearest_weekday(day: date, weekday: int, direction: int) -> date | None:
    """Return the last (-1), next (1) or nearest such weekday, the day itself when it is one."""
    ahead = (weekday - day.weekday()) % 7
    if direction < 0 or (direction == 0 and ahead > 3):
        ahead -= 7 if ahead else 0
    try:
        return day + timedelta(days=ahead)
    except OverflowError:
        return None


def cost(point: Point, base: Point, direction: int, *, strict: bool) -> tuple[bool, float]:
    """Return how far a point is from the article's date; against a direction that is said outright comes last."""
    days = (point.middle() - base.middle()).days
    same = point.year == base.year and (point.day is None or base.day is None) and point.month == base.month
    if same:
        return False, 0
    against = direction * days < 0
    if strict:
        return against, abs(days)
    if direction:
        return False, abs(days) + (_AGAINST if against else 0)
    return False, abs(days) * (_AHEAD if days > 0 else 1)


def told_cost(point: Point, base: Point, direction: int) -> float:
    """Return how far a point is from the date before it in a narrative, which goes forward and keeps its year."""
    if base.month is None and not direction:
        return abs(point.year - base.year)
    days = (point.middle() - base.middle()).days
    if direction:
        return abs(days) + (_AGAINST * 2 if direction * days < 0 else 0)
    return abs(days) + (0 if point.year == base.year else _NEXT_YEAR if days > 0 else _YEAR_BEFORE)
