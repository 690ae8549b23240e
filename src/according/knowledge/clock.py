"""How languages write times of day and the zones that they are of: `clock.yml`, and the names of cities of CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

from according.knowledge.fold import fold, load_data

_FIXED = re.compile(r"[+-]\d\d:\d\d")
_HALVES = ("am", "pm", "day", "night")
_NOWHERE = "Etc/Unknown"
_FIRST = 1970
"""The year from which on the database of time zones is sure of all of them (its own word)."""


@dataclass(frozen=True, slots=True)
class ClockRules:
    """How a language writes times of day, in folded text.

    `time` finds one. Its groups: `lead`, a word before it; `hour` with `sep`, a sign, `minute` and `after`, an hour
    word, or with `word` and `past`, minutes; `four` digits; `noon`, `midnight`; then `am`, `pm`, `day`, `night`, and
    `zone`, whose key is in `zones`. `gap` matches what may stand between a time and its day, `to` what makes two times
    the ends of a stretch.
    """

    time: re.Pattern[str]
    gap: re.Pattern[str]
    to: re.Pattern[str]
    zones: Mapping[str, str]


@cache
def clock_rules(language: str) -> ClockRules | None:
    """Return how a language (BCP 47 without region) writes times of day, None where that is not known."""
    data = cast(dict[str, Any], load_data("clock.yml"))
    if language == "zones" or language not in data:
        return None
    own = cast(dict[str, Any], data[language])
    zones = dict(_zones(data["zones"])) | dict(_cities(language, own["city"])) | dict(_zones(own["zones"]))
    at, half = _any(own["at"]), "|".join(f"(?P<{kind}>{_any(own[kind])})" for kind in _HALVES)
    zone = "|".join(
        map(re.escape, sorted({*zones, *_phrases(own["local"])}, key=lambda name: (-len(name), name)))
    )
    clock = rf"""
        (?<![\w.,:/+-]) (?:(?P<lead>{at})\ ?)?
        (?: (?P<hour>[01]?\d|2[0-4])
            (?: (?P<sep>[:.]) (?P<minute>[0-5]\d) (?::[0-5]\d)? (?:\ ?(?P<after>{_any(own["hour"])}))?
              | \ ?(?P<word>{_any(own["hour"])}) (?:\ ?(?P<past>[0-5]\d)(?![\d:]))? )? (?![\d:/])
          | (?P<four>(?:[01]\d|2[0-3])[0-5]\d) (?!\d)
          | (?P<noon>{_any(own["noon"])}) | (?P<midnight>{_any(own["midnight"])}) )
        (?:\ ?(?:{half})(?!\w))? (?:,?\ ?\(?(?P<zone>{zone})(?!\w)\)?)? (?![\w%])"""
    words = _any(f"{own['at']} {own['between']}")
    return ClockRules(
        time=re.compile(clock, re.VERBOSE),
        gap=re.compile(rf"[ ,(]{{0,2}}(?:(?:{words})[ ,(]{{0,2}}){{0,3}}"),
        to=re.compile(rf" ?(?:-|{_any(own['to'])}) ?"),
        zones=zones,
    )


def offset(zone: str, day: date | None, clock: time) -> str | None:
    """Return how far a zone (an IANA key, or "+04:00" itself) is from UTC at a time by its own clock: "+04:00".

    None where that is not certain: when clocks are changed, before 1970, where the day or the zone is not known.
    """
    if _FIXED.fullmatch(zone):
        return zone
    if day is None or day.year < _FIRST:
        return None
    try:
        there = ZoneInfo(zone)
        when = datetime.combine(day, clock, there)
        first, second = (when.replace(fold=fold).utcoffset() for fold in (0, 1))
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return None
    if first is None or first != second:
        return None
    minutes = abs(first) // timedelta(minutes=1)
    return f"{'-' if first < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def _phrases(cell: str) -> list[str]:
    return [fold(phrase.replace("_", " ")).text for phrase in cell.split()]


def _any(cell: str) -> str:
    """Return a regular expression for any phrase of a cell as whole words; one that never fits for an empty cell."""
    phrases = sorted(_phrases(cell), key=lambda phrase: (-len(phrase), phrase))
    return (
        "|".join(re.escape(phrase) + (r"(?!\w)" if len(phrase) > 1 else r"(?![^\W\d])") for phrase in phrases)
        or "(?!)"
    )


def _zones(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for zone, names in cells.items():
        yield from ((name, zone) for name in _phrases(names))


def _cities(language: str, written: str) -> Iterator[tuple[str, str]]:
    named = Locale.parse(language).time_zones
    for pattern in filter(None, map(str.strip, written.split(","))):
        for zone in sorted(set(get_global("zone_territories")) - {_NOWHERE}):
            city = named.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            yield fold(pattern.replace("CITY", city.partition(" (")[0])).text, zone
