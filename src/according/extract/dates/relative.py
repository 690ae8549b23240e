"""Dates that are counted from the article's own date ("last week") or from the dates before them ("the next day")."""

from __future__ import annotations

from according.extract.dates.context import Context
from according.extract.dates.found import Said
from according.extract.dates.moments import Point, at, away, interval, moved, whole
from according.extract.dates.stated import Settled, guess, left_open

_SATURDAY = 5


def unit(known: Context, said: Said) -> Settled | None:
    """Settle "last week", "this year"."""
    unit, number = said.unit(), said.number("last", "next", "this", "foll")
    if unit is None or number is None:
        return None
    base = known.anchor
    if base is None and number == 0 and unit in ("year", "month"):
        base = known.full
    return _counted(base, unit, number, known.anchor, 0.9)


def weekend(known: Context, said: Said) -> Settled | None:
    """Settle "the weekend": the one that is on, else the last or next."""
    day = known.anchor.date() if known.anchor else None
    over = day is not None and day.weekday() < _SATURDAY and known.tense(said) <= 0
    return _counted(known.anchor, "weekend", -1 if over else 0, known.anchor, 0.75)


def stretch(known: Context, said: Said) -> Settled | None:
    """Settle "the last three months": days up to the article's, or from the day after it."""
    unit, number = said.unit(), said.number("number") or 1
    direction = said.number("last", "next", "latest")
    if unit is None or direction is None or unit in ("weekend", "century"):
        return None
    if known.anchor is None:
        return left_open("the date of the article is not known")
    far = away(known.anchor, unit, direction * number)
    near = known.anchor if direction < 0 else moved(known.anchor, "day", 1) or known.anchor
    if far is None:
        return left_open("the date of the article is not exact enough")
    return guess(interval(far, near) if direction < 0 else interval(near, far), 0.7)


def ago(known: Context, said: Said) -> Settled | None:
    """Settle "two months ago", and "in two months" of what is to come."""
    unit, number = said.unit(), said.number("number", "halfyear", "one") or 1
    if unit is None and said.has("halfyear"):
        unit = "month"
    if said.has("half"):
        unit, number = "month", 6
    if unit is None or unit in ("weekend", "quarter"):
        return None
    if said.has("in") and known.tense(said) <= 0:
        return None  # "for the first time in two years"
    return moved_by(known.anchor, unit, number * (-1 if said.has("ago") else 1), 0.85)


def today(known: Context, said: Said) -> Settled | None:
    """Settle "today", "last night"."""
    number = said.number("today", "last", "next", "this") or 0
    return _counted(known.anchor, "day", number, known.anchor, 0.95)


def anaphor(known: Context, said: Said) -> Settled | None:
    """Settle "the next day", "that month", "the end of the year"."""
    unit, number = (
        said.unit(),
        said.number("prev", "foll", "next", "later", "earlier", "after", "before", "same", "eve"),
    )
    if unit == "day" and said.has("phase"):
        return None  # "at the end of the day"
    unit = unit or "day"  # "that afternoon"
    number = 0 if number is None or said.has("in", "within") else number  # "the end of", "later in the year"
    base = known.before(said)
    if unit == "day" and base is not None and base.day is None:
        base = known.anchor
    counted = _counted(base, unit, number, base, 0.7)
    # What was named just before may be too vague to count from: "after 2016. In the next week".
    return (
        counted
        if counted.when or base is known.anchor
        else _counted(known.anchor, unit, number, known.anchor, 0.6)
    )


def ordinal(known: Context, said: Said) -> Settled | None:
    """Settle "the 15th"."""
    base, day = known.before(said), said.number("day")
    if base is None or base.month is None:
        return left_open("the month is not known")
    point = Point(base.year, base.month, day)
    return Settled(at(point), 0.6, f"in the month of {base}") if point.valid else None


def eve(known: Context, said: Said) -> Settled | None:
    """Settle "the day after" where it is one word."""
    base = known.before(said)
    if base is not None and base.day is None:
        base = known.anchor
    return _counted(base, "day", said.number("dayafter") or 0, base, 0.7)


def later(known: Context, said: Said) -> Settled | None:
    """Settle "three days later"."""
    unit, direction = said.unit(), said.number("later", "earlier", "after", "before")
    number = said.number("number", "one")
    if unit is None or direction is None or number is None or unit in ("weekend", "quarter"):
        return None
    return moved_by(known.before(said), unit, number * direction, 0.65)


def _counted(base: Point | None, unit: str, number: int, told: Point | None, confidence: float) -> Settled:
    """Return the whole unit that lies `number` units from a point."""
    if base is None:
        return left_open("the date of the article is not known")
    there = moved(base, unit, number) if number else base
    when = whole(there, unit) if there else None
    if when is None:
        return left_open("the date it is counted from is not exact enough")
    return Settled(when, confidence, f"counted from {told or base}")


def moved_by(base: Point | None, unit: str, number: int, confidence: float) -> Settled:
    """Return the point that lies `number` units from another, as exact as the unit."""
    there = moved(base, unit, number) if base else None
    if there is None or unit in ("decade", "century"):
        return _counted(base, unit, number, base, confidence)
    return Settled(at(there), confidence, f"counted from {base}")
