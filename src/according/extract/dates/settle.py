"""Which day, month or stretch of time the words of a date mean: counted from the article's own date.

Where the article has none, from the dates before it in the text: so narratives are understood. What can be counted
from neither is left open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from according.extract.dates.found import Said
from according.extract.dates.moments import (
    Point,
    at,
    away,
    cost,
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

Tense = Callable[[Said], int]
"""What the verb of a date tells: -1 what has been, 1 what is to come, PRESENT what is, 0 nothing."""

_NEAR = 300
"""Characters within which a date still belongs to what was said before it: two sentences of news."""
_WITHIN = 600
"""Characters within which a narrative without a date of its own goes on in the year that it named."""
_QUARTERS, _SATURDAY = 4, 5
_NO_YEAR = ("today", "decade", "century")
"""Shapes that tell no year in which a narrative goes on."""
_DATED = ("date", "days", "iso", "numeric", "monthyear")
"""Shapes that tell more than a year: what has such a date is of the story itself, not of its history."""
_FAR = 8
"""Years from which on a year alone is an aside in a narrative: a book, a birth."""


@dataclass(slots=True)
class Settler:
    """Settles the dates of one article, to be given in their order.

    `anchor` is the article's own date, as exact as it is known; `sentence` numbers the sentences by position.
    """

    anchor: Point | None
    tense: Tense
    sentence: Callable[[int], int]
    settled_numbers: bool = True
    _last: Point | None = None
    _last_at: int = 0
    _year: int | None = None
    _year_at: int = 0
    _aside: int | None = None
    _full: Point | None = None
    _shapes: dict[str, Callable[[Said], Settled | None]] = field(init=False)

    def __post_init__(self) -> None:
        self._shapes = {
            "numeric": lambda said: numeric(said, self.settled_numbers), "iso": iso, "date": self._date,
            "days": self._days, "monthyear": month_and_year, "year": bare, "bare": bare, "years": years,
            "decade": decade, "century": century, "quarter": self._quarter, "half": self._half,
            "season": self._season, "unit": self._unit, "weekend": self._weekend, "anaphor": self._anaphor,
            "stretch": self._stretch, "ago": self._ago, "later": self._later, "eve": self._eve,
            "ordinal": self._ordinal, "today": self._today, "night": self._night, "joined": self._joined,
        }  # fmt: skip

    def settle(self, said: Said) -> Settled | None:
        """Return what a date means, None when it is no date after all (31 February)."""
        settled = self._shapes[said.shape](said)
        if (
            settled
            and settled.when
            and said.shape not in _NO_YEAR
            and not self._is_aside(said, settled.when.start)
        ):
            self._last, self._last_at = settled.when.start, said.span.end
            if said.has("year") and said.shape != "years":
                self._full = settled.when.start if said.shape in _DATED else self._full
                self._year, self._year_at = settled.when.start.year, said.span.end
        return settled

    def _is_aside(self, said: Said, point: Point) -> bool:
        """Whether a year alone, far from those before, is not where the narrative goes on: it must be named twice."""
        if said.shape != "bare" or self._last is None or abs(point.year - self._last.year) <= _FAR:
            self._aside = None
            return False
        again = self._aside is not None and abs(point.year - self._aside) <= _FAR
        self._aside = None if again else point.year
        return not again

    # What stands there in full

    def _date(self, said: Said) -> Settled | None:
        year, month, day = year_of(said), said.number("month", "mon"), said.number("day", "ord", "card")
        weekday = said.number("weekday", "wday")
        if month is None:
            return self._weekday(said, weekday) if weekday is not None else None
        if year is None:
            year = self._year_told(said)
        if year is not None:
            return stated(Point(year, month, day))
        if not Point(2000, month, day).valid:
            return None
        return self._without_year(said, month, day, weekday)

    def _year_told(self, said: Said) -> int | None:
        """Return the year of "May of last year", "this August", "May of that year"."""
        base = self._before(said) if said.has("same") else self.anchor
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
        base, reason = self._base(said)
        if base is None:
            return left_open("no year is known")
        told = said.number("last", "prev") or said.number("next", "foll")
        points = [Point(year, month, day) for year in range(base.year - 2, base.year + 3)]
        points = [point for point in points if point.valid and point.countable]
        if day and weekday is not None:
            fitting = years_with(day, month, weekday, [point.year for point in points])
            points = [point for point in points if point.year in fitting] or points
        if not points:
            return left_open("no year fits")
        if base is self.anchor:
            verb = self.tense(said)
            direction = told if told is not None else 0 if verb == PRESENT else verb
            strict = told is not None or verb == SINCE
            found = min(points, key=lambda point: cost(point, base, direction, strict=strict))
        else:
            found = min(points, key=lambda point: told_cost(point, base, told or 0))
        return Settled(at(found), 0.85 if base is self.anchor else 0.7, reason)

    def _base(self, said: Said) -> tuple[Point | None, str]:
        """Return what a day without a year is counted from."""
        if self.anchor is None:
            near = said.span.start - self._last_at < _WITHIN
            # A year alone, in a story that looks ahead, is one of its past: "lost in 1962, the ruling will come on …".
            aside = self._full is None and self.tense(said) == 1
            return self._last if near and not aside else None, "the year of the dates before it"
        past = self._year is not None and self._year < self.anchor.year - 1
        near = self.sentence(said.span.start) - self.sentence(self._year_at) <= 1
        if past and near and said.span.start - self._year_at < _NEAR and not said.has("weekday"):
            return self._last, "the year of the dates before it"
        return self.anchor, "the year that is nearest to the article's date"

    def _weekday(self, said: Said, weekday: int) -> Settled:
        if said.has("foll", "prev", "same"):
            base, direction = self._before(said), said.number("foll", "prev", "same") or 0
        else:
            base, told = self.anchor, said.number("last", "next")
            direction = (self.tense(said) or (1 if said.has("this") else -1)) if told is None else told
        day = base.date() if base else None
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
            return self._unit(said)
        if number is None or not 1 <= number <= of:
            return None
        year = said.number("year")
        if year is not None:
            return certain(part(year, number, of))
        if self.anchor is None:
            base = self._last
            return left_open("no year is known") if base is None else guess(part(base.year, number, of), 0.6)
        relative = said.number("last", "next", "this")
        if relative is not None and said.has("ord"):
            return guess(part(self.anchor.year + relative, number, of), 0.9)
        begun = (number - 1) * (12 // of) + 1 <= (self.anchor.month or 12)
        later = self.tense(said) == 1
        return guess(part(self.anchor.year - (0 if begun or later else 1), number, of), 0.8)

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

    # What is counted from the article's date

    def _unit(self, said: Said) -> Settled | None:
        unit, number = said.unit(), said.number("last", "next", "this", "foll")
        if unit is None or number is None:
            return None
        base = self.anchor
        if base is None and number == 0 and unit in ("year", "month"):
            base = self._full
        return self._counted(base, unit, number, self.anchor, 0.9)

    def _weekend(self, said: Said) -> Settled | None:
        """Settle "the weekend": the one that is on, else the last or next."""
        day = self.anchor.date() if self.anchor else None
        over = day is not None and day.weekday() < _SATURDAY and self.tense(said) <= 0
        return self._counted(self.anchor, "weekend", -1 if over else 0, self.anchor, 0.75)

    def _stretch(self, said: Said) -> Settled | None:
        """Settle "the last three months": days up to the article's, or from the day after it."""
        unit, number = said.unit(), said.number("number") or 1
        direction = said.number("last", "next", "latest")
        if unit is None or direction is None or unit in ("weekend", "century"):
            return None
        if self.anchor is None:
            return left_open("the date of the article is not known")
        far = away(self.anchor, unit, direction * number)
        near = self.anchor if direction < 0 else moved(self.anchor, "day", 1) or self.anchor
        if far is None:
            return left_open("the date of the article is not exact enough")
        return guess(interval(far, near) if direction < 0 else interval(near, far), 0.7)

    def _ago(self, said: Said) -> Settled | None:
        unit, number = said.unit(), said.number("number", "one", "unit") or 1
        if unit is None or unit in ("weekend", "quarter"):
            return None
        if said.has("in") and self.tense(said) <= 0:
            return None  # "for the first time in two years"
        return self._moved(self.anchor, unit, number * (-1 if said.has("ago") else 1), 0.85)

    def _today(self, said: Said) -> Settled | None:
        number = said.number("today", "last", "next", "this") or 0
        return self._counted(self.anchor, "day", number, self.anchor, 0.95)

    # What is counted from the dates before

    def _before(self, said: Said) -> Point | None:
        """Return the date that "the day before" is counted from: one just named, else the article's."""
        near = self._last is not None and self.sentence(said.span.start) - self.sentence(self._last_at) <= 1
        return self._last if near or self.anchor is None else self.anchor

    def _anaphor(self, said: Said) -> Settled | None:
        unit, number = (
            said.unit(),
            said.number("prev", "foll", "next", "later", "earlier", "after", "before", "same", "eve"),
        )
        if unit == "day" and said.has("phase"):
            return None  # "at the end of the day"
        unit = unit or "day"  # "that afternoon"
        number = number or 0  # "the end of the year"
        base = self._before(said)
        if unit == "day" and base is not None and base.day is None:
            base = self.anchor
        return self._counted(base, unit, number, base, 0.7)

    def _ordinal(self, said: Said) -> Settled | None:
        base, day = self._before(said), said.number("day")
        if base is None or base.month is None:
            return left_open("the month is not known")
        point = Point(base.year, base.month, day)
        return Settled(at(point), 0.6, f"in the month of {base}") if point.valid else None

    def _eve(self, said: Said) -> Settled | None:
        base = self._before(said)
        if base is not None and base.day is None:
            base = self.anchor
        return self._counted(base, "day", said.number("dayafter") or 0, base, 0.7)

    def _later(self, said: Said) -> Settled | None:
        unit, direction = said.unit(), said.number("later", "earlier", "after", "before")
        number = said.number("number", "one")
        if unit is None or direction is None or number is None or unit in ("weekend", "quarter"):
            return None
        return self._moved(self._before(said), unit, number * direction, 0.65)

    def _counted(
        self, base: Point | None, unit: str, number: int, told: Point | None, confidence: float
    ) -> Settled:
        """Return the whole unit that lies `number` units from a point."""
        if base is None:
            return left_open("the date of the article is not known")
        there = moved(base, unit, number) if number else base
        when = whole(there, unit) if there else None
        if when is None:
            return left_open("the date it is counted from is not exact enough")
        return Settled(when, confidence, f"counted from {told or base}")

    def _moved(self, base: Point | None, unit: str, number: int, confidence: float) -> Settled:
        """Return the point that lies `number` units from another, as exact as the unit."""
        there = moved(base, unit, number) if base else None
        if there is None or unit in ("decade", "century"):
            return self._counted(base, unit, number, base, confidence)
        return Settled(at(there), confidence, f"counted from {base}")

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
