"""Which day, month or stretch of time the words of a date mean: counted from the article's own date.

Where the article has none, from the dates before it in the text: so narratives are understood. What can be counted
from neither is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from according.extract.dates import relative
from according.extract.dates.context import Context
from according.extract.dates.found import Said
from according.extract.dates.moments import (
    Point,
    at,
    cost,
    easter,
    interval,
    moved,
    nearest_weekday,
    of_day,
    part,
    season,
    told_cost,
    whole,
)
from according.extract.dates.stated import (
    Settled,
    bare,
    century,
    certain,
    decade,
    end_of,
    guess,
    integer,
    iso,
    left_open,
    month_and_year,
    numeric,
    stated,
    year_of,
    years,
)
from according.extract.dates.tense import PRESENT, SINCE
from according.knowledge.calendar import years_with

_QUARTERS = 4
_LEAST_LINK, _LINK = 3, 2
"""Characters of " и ", at least, and by how many " and " is longer: between two weekdays that are told together."""
_OF_YEAR = ("year", "quarter")
_PARTS = ("unit", "ord", "last", "latest", "halves", "moitie")
"""Classes of words for a part of a month."""


def _years_around(base: Point | None) -> range:
    return range(base.year - 2, base.year + 3) if base else range(0)


class Settler:
    """Settles the dates of one article, to be given in their order."""

    def __init__(self, context: Context, *, settled_numbers: bool = True) -> None:
        """Take what is known, and whether 08/12/2023 has a settled order, day first, in the language."""
        self._known = context
        self._listed: tuple[int, date] | None = None
        counted = (
            ("unit", relative.unit), ("weekend", relative.weekend), ("anaphor", relative.anaphor),
            ("stretch", relative.stretch), ("ago", relative.ago), ("later", relative.later), ("eve", relative.eve),
            ("ordinal", relative.ordinal), ("today", relative.today),
        )  # fmt: skip
        self._shapes: dict[str, Callable[[Said], Settled | None]] = {
            "numeric": lambda said: numeric(said, settled_numbers), "iso": iso, "date": self._date,
            "days": self._days, "monthyear": month_and_year, "year": bare, "bare": bare, "years": years,
            "decade": decade, "century": century, "partof": self._part_of_month, "week": self._week,
            "quarter": self._quarter, "half": self._half, "season": self._season, "night": self._night,
            "joined": self._joined, "feast": self._feast, **{name: partial(count, context) for name, count in counted},
        }  # fmt: skip

    def settle(self, said: Said) -> Settled | None:
        """Return what a date means, None when it is no date after all (31 February)."""
        settled = self._shapes[said.shape](said)
        if settled and settled.when:
            self._known.note(said, settled.when)
        return settled

    # What stands there in full

    def _date(self, said: Said) -> Settled | None:
        year, month, day = year_of(said), said.number("month", "mon"), said.number("day", "ord", "card")
        weekday = said.number("weekday", "wday")
        if month is None:
            if weekday is not None and day is not None and self._known.anchor is not None:
                return self._numbered(weekday, day, self._known.anchor)
            return self._weekday(said, weekday) if weekday is not None else None
        if year is None:
            year = self._year_told(said)
        if year is None and day is not None:
            year = self._known.years.get((month, day))
        if year is not None:
            return stated(Point(year, month, day))
        if not Point(2000, month, day).valid:
            return None
        return self._without_year(said, month, day, weekday)

    def _year_told(self, said: Said) -> int | None:
        """Return the year of "May of last year", "this August", "May of that year"."""
        base = self._known.before(said) if said.has("same") else self._known.anchor
        relative = said.number("last", "next", "this", "same")
        counts = said.unit() == "year" or (
            said.has("this") and said.unit() is None and not said.has("weekday")
        )
        return base.year + relative if base and relative is not None and counts else None

    def _days(self, said: Said) -> Settled | None:
        if said.words.get("day2") is None:
            return None
        last = self._date(replace(said, words={**said.words, "day": said.words["day2"]}))
        if last is None or last.when is None:
            return last
        end = last.when.start
        when = interval(Point(end.year, end.month, integer(said.words["day"])), end)
        return None if when is None or not when.start.valid else Settled(when, last.confidence, last.reason)

    # What wants a year

    def _without_year(self, said: Said, month: int, day: int | None, weekday: int | None) -> Settled:
        """Return a day or month in the year that is nearest, in the direction that the words or the verb give."""
        base, reason = self._known.base(said)
        if base is None:
            return left_open("no year is known")
        told = said.number("last", "prev") or said.number("next", "foll")
        points = [Point(year, month, day) for year in _years_around(base)]
        same = (base.year, base.month) if told else None  # last May, said in May, is the one before
        points = [
            point for point in points if point.valid and point.countable and (point.year, month) != same
        ]
        if day and weekday is not None:
            fitting = years_with(day, month, weekday, [point.year for point in points])
            points = [point for point in points if point.year in fitting] or points
        if not points:
            return left_open("no year fits")
        return Settled(
            at(self._nearest(said, points, base)), 0.85 if base is self._known.anchor else 0.7, reason
        )

    def _nearest(self, said: Said, points: Sequence[Point], base: Point) -> Point:
        """Return the point that is nearest in the direction that the words or the verb give."""
        told = said.number("last", "prev") or said.number("next", "foll")
        if base is self._known.anchor:
            verb = self._known.tense(said)
            direction = told if told is not None else 0 if verb == PRESENT else verb
            strict = told is not None or verb == SINCE
            return min(points, key=lambda point: cost(point, base, direction, strict=strict))
        return min(points, key=lambda point: told_cost(point, base, told or 0))

    def _feast(self, said: Said) -> Settled | None:
        """Settle "Christmas", "Easter 2020"; a feast that goes by the moon stays open."""
        fixed = integer(said.words.get("feast"))
        if fixed is not None:
            words = {**said.words, "month": fixed // 100, "day": fixed % 100}
            return self._date(replace(said, words=words))
        western, eastern = integer(said.words.get("easter")), integer(said.words.get("pascha"))
        if western is None and eastern is None:
            return left_open("its calendar goes by the moon")
        year = year_of(said)
        base, reason = self._known.base(said)
        if year is None:
            year = self._year_told(said)
        if year is None and base is None:
            return left_open("no year is known")
        days = [
            (easter(each, eastern=eastern is not None), eastern if western is None else western)
            for each in ([year] if year is not None else _years_around(base))
        ]
        points = [of_day(day + timedelta(days=offset or 0)) for day, offset in days if day]
        if year is not None or base is None:
            return stated(points[0]) if points else left_open("beyond the calendar")
        return (
            Settled(at(self._nearest(said, points, base)), 0.8, reason)
            if points
            else left_open("beyond the calendar")
        )

    def _weekday(self, said: Said, weekday: int) -> Settled:
        listed = said.words.keys() <= {"weekday", "part", "the"}
        if listed and self._listed and 0 <= said.span.start - self._listed[0] - _LEAST_LINK <= _LINK:
            day = nearest_weekday(self._listed[1], weekday, 1)
            settled = (
                left_open("beyond the calendar")
                if day is None
                else Settled(at(of_day(day)), 0.8, "the one after it")
            )
        else:
            settled = self._weekday_alone(said, weekday)
        first = settled.when.start.date() if settled.when else None
        self._listed = (said.span.end, first) if listed and first else None
        return settled

    def _weekday_alone(self, said: Said, weekday: int) -> Settled:
        if said.has("foll", "prev", "same"):
            base, direction = self._known.before(said), said.number("foll", "prev", "same") or 0
        else:
            base, told = self._known.anchor, said.number("last", "next")
            direction = (self._known.tense(said) or (1 if said.has("this") else -1)) if told is None else told
        day = base.date() if base else None
        known = self._known.weekday.date() if self._known.weekday else None
        if day is None and known and known.weekday() == weekday and direction:
            return Settled(at(of_day(known)), 0.5, "the day of that name that the article tells in full")
        if day is None:
            return left_open("the day of the article is not known")
        found = nearest_weekday(day, weekday, direction)
        if found == day and said.has("last", "next", "foll", "prev"):
            moved_on = moved(of_day(found), "week", direction)
            found = moved_on.date() if moved_on else None
        if found is None:
            return left_open("beyond the calendar")
        side = "on or before" if direction < 0 else "on or after"
        return Settled(at(of_day(found)), 0.85, f"that weekday {side} {day.isoformat()}")

    def _numbered(self, weekday: int, day: int, base: Point) -> Settled:
        """Settle "Tuesday 12": the nearest month in which that day is that weekday."""
        here = base.date()
        months = (
            [moved(Point(base.year, base.month), "month", number) for number in range(-6, 7)] if here else []
        )
        points = [Point(month.year, month.month, day) for month in months if month]
        days = [point.date() for point in points if point.valid]
        fitting = [each for each in days if each and each.weekday() == weekday]
        if here is None or not fitting:
            return left_open("no month fits")
        nearest = min(fitting, key=lambda day: (abs(day - here), day))
        return Settled(at(of_day(nearest)), 0.8, f"the nearest such day to {here.isoformat()}")

    def _part_of_month(self, said: Said) -> Settled | None:
        """Settle "the first week of May" as the month."""
        words = {kind: value for kind, value in said.words.items() if kind not in _PARTS}
        return self._date(replace(said, words=words))

    def _week(self, said: Said) -> Settled | None:
        """Settle "the week of 11 January", from Monday to Sunday."""
        day = self._date(
            replace(said, words={kind: value for kind, value in said.words.items() if kind != "unit"})
        )
        if day is None or day.when is None:
            return day
        when = whole(day.when.start, "week") if said.unit() == "week" else None
        return None if when is None else replace(day, when=when)

    def _night(self, said: Said) -> Settled | None:
        first, second = said.number("weekday"), integer(said.words.get("weekday2"))
        if first is None or second is None:
            return None
        start = self._weekday(said, first)
        day = start.when.start.date() if start.when else None
        end = nearest_weekday(day, second, 1) if day else None
        return (
            start if end is None or day is None else replace(start, when=interval(of_day(day), of_day(end)))
        )

    def _quarter(self, said: Said) -> Settled | None:
        return self._part(said, _QUARTERS)

    def _half(self, said: Said) -> Settled | None:
        return self._part(said, 2)

    def _part(self, said: Said, of: int) -> Settled | None:
        number = said.number("ord", "day", "roman")
        if number is None and of == _QUARTERS:
            return relative.unit(self._known, said)
        if (
            number is None
            or not 1 <= number <= of
            or said.words.get("unit2", said.words.get("unit", "year")) not in _OF_YEAR
        ):
            return None
        year = said.number("year")
        if year is not None:
            return certain(part(year, number, of))
        if self._known.anchor is None:
            base = self._known.last
            return left_open("no year is known") if base is None else guess(part(base.year, number, of), 0.6)
        told = said.number("last", "next", "this")
        if told is not None and said.has("ord"):
            return guess(part(self._known.anchor.year + told, number, of), 0.9)
        begun = (number - 1) * (12 // of) + 1 <= (self._known.anchor.month or 12)
        later = self._known.tense(said) == 1
        return guess(part(self._known.anchor.year - (0 if begun or later else 1), number, of), 0.8)

    def _season(self, said: Said) -> Settled | None:
        code = said.number("season") or 0
        year = said.number("year")
        if year is not None:
            return certain(season(year, code))
        found = self._without_year(said, 3 * (code - 21) + 4 if code < 24 else 12, None, None)
        return (
            found
            if found.when is None
            else replace(found, when=season(found.when.start.year, code), confidence=0.75)
        )

    # Two dates that are the ends of one stretch

    def _joined(self, said: Said) -> Settled | None:
        if said.joined is None:
            return None
        one, other = (replace(each, span=said.span) for each in said.joined)
        last = self.settle(other)
        if last is None or last.when is None:
            return last
        end = end_of(last.when)
        if not one.has("year") and one.has("month", "mon"):
            one = replace(one, words={**one.words, "year": end.year})
            first = self.settle(one)
            if first and first.when and interval(first.when.start, end) is None:
                first = self.settle(replace(one, words={**one.words, "year": end.year - 1}))
        else:
            first = self.settle(one)
        if first is None or first.when is None:
            return first
        when = interval(first.when.start, end)
        if when is None:
            return left_open("its end comes before its beginning")
        return Settled(when, min(first.confidence, last.confidence), last.reason)
