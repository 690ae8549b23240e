"""Dates of single phrases: the specifications of Microsoft's Recognizers-Text, English and French.

They are written for assistants ("move my meeting to 3pm"). What news does not write is left out: `date_cases.yml`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from benchmarks import shared

LANGUAGES = {"en": "English", "fr": "French"}
_FILES = ("DateParser", "DatePeriodParser", "DateTimeModel")
_COUNTED = re.compile(r"\b(months?|years?|mois|ans?|années?)\b")
_TYPES = ("date", "daterange", "datetime", "datetimerange")

LEFT_OUT: dict[str, re.Pattern[str]] = {
    kind: re.compile("|".join(signs))
    for kind, signs in yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8")).items()
}
"""Kinds that are left out on purpose, with what tells them."""


@dataclass(frozen=True)
class Case:
    """A phrase with the date it was said on; for each date in it, the stretches of days that are right."""

    language: str
    text: str
    said_on: str
    expected: tuple[tuple[int, int, frozenset[tuple[date, date]]], ...]


def cases() -> tuple[list[Case], Counter[str]]:
    """Return the cases that are kept, and how many are left out for which reason."""
    kept: dict[tuple[str, str, str], Case] = {}
    left: Counter[str] = Counter()
    for language, folder in LANGUAGES.items():
        for name in _FILES:
            path = shared(f"eval/data/recognizers/DateTime/{folder}/{name}.json")
            for row in json.loads(path.read_text("utf-8-sig")):
                case = _case(language, row)
                if not row["Results"] and name != "DateTimeModel":
                    case = "nothing of the one kind that is asked for"
                if isinstance(case, str):
                    left[case] += 1
                else:
                    kept[language, case.text, case.said_on] = case
    return list(kept.values()), left


def _case(language: str, row: dict[str, Any]) -> Case | str:
    """Return a case, or why it is left out."""
    said_on = row.get("Context", {}).get("ReferenceDateTime", "")[:10]
    if not said_on and row["Results"]:
        return "no date that it was said on"
    expected = []
    for result in row["Results"]:
        kind = str(result.get("TypeName") or result.get("Type")).rpartition(".")[2]
        if kind not in _TYPES:
            return f"type {kind}"
        why = next((why for why, sign in LEFT_OUT.items() if sign.search(result["Text"].lower())), None)
        if why:
            return why
        right = frozenset(stretch for value in _values(result) for stretch in _stretches(value))
        if not right:
            return "no day of the calendar (now, a day of any month, a season of any year)"
        start = result.get("Start", row["Input"].lower().find(result["Text"].lower()))
        expected.append((start, start + len(result["Text"]), right))
    return Case(language, row["Input"], said_on or "2016-11-07", tuple(expected))


def _values(result: dict[str, Any]) -> Iterator[dict[str, str]]:
    if "Resolution" in result:
        yield from result["Resolution"].get("values", ())
    elif value := result.get("Value"):
        for way in ("FutureResolution", "PastResolution"):
            given = value.get(way) or {}
            start = given.get("startDate") or given.get("startDateTime")
            yield {
                "timex": value["Timex"],
                "value": given.get("date", given.get("dateTime", "")),
                "start": start or "",
                "end": given.get("endDate", ""),
            }


def _stretches(value: dict[str, str]) -> Iterator[tuple[date, date]]:
    """Yield the days from … to before … that a value stands for, by its TIMEX where that tells, else as resolved."""
    timex = value.get("timex", "").partition("T")[0]
    days = [value.get(key, "")[:10] for key in ("value", "start", "end")]
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            yield monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=7)
        elif match := re.fullmatch(r"XXXX(-\d\d(?:-\d\d)?)", timex):
            for year in {day[:4] for day in days if day[:4].isdecimal()}:
                yield from stretch_of(year + match[1])
        elif re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", timex):
            yield from stretch_of(timex)
        elif re.fullmatch(r"\(.*\)", value.get("timex", "")) or re.match(
            r"XXXX-WXX-\d|\d{4}-\d\d-\d\d", timex
        ):
            first = date.fromisoformat(days[0] or days[1])
            last = date.fromisoformat(days[2]) if days[2] and not days[0] and "(" in value["timex"] else first
            yield first, max(last, first + timedelta(days=1))
    except ValueError:
        return


def passes(case: Case, found: Iterable[tuple[int, int, str]]) -> bool:
    """Return whether each date of a case is met by one that was found there (start, end, value), or none by none.

    A month or year that is counted ("two months ago") may be a day for the specification and is whole for us.
    """
    rows = list(found)
    if not case.expected:
        return not rows
    for start, end, right in case.expected:
        ours = [each for a, b, value in rows if a < end and start < b for each in stretch_of(value)]
        counted = _COUNTED.search(case.text[start:end].lower()) is not None
        held = [one for one in ours if any(one[0] <= a and b <= one[1] for a, b in right)]
        if not right & set(ours) and not (counted and held):
            return False
    return True


def stretch_of(value: str) -> Iterator[tuple[date, date]]:
    """Yield the stretches of days that a value in EDTF may stand for: an interval's last part may be outside it."""
    first, _, last = value.partition("/")
    try:
        start, end = _ends(first), _ends(last or first)
    except ValueError:
        return
    yield start[0], end[1]
    if last:
        yield start[0], end[0]


def _ends(value: str) -> tuple[date, date]:
    if value.endswith("X"):
        size = 10 ** value.count("X")
        begin = int(value.rstrip("X")) * size
        return date(begin, 1, 1), date(begin + size, 1, 1)
    numbers = [int(part) for part in value.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0] + 1, 1, 1)
    if len(numbers) == 2:
        year, month = numbers
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    day = date(*numbers)
    return day, day + timedelta(days=1)
