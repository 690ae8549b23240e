"""Dates of single phrases: the specifications of Microsoft's Recognizers-Text, English and French.

They are written for assistants ("move my meeting to 3pm"). What news does not write is left out: see `LEFT_OUT`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks import shared

LANGUAGES = {"en": "English", "fr": "French"}
_FILES = ("DateParser", "DatePeriodParser", "DateTimeModel")
_TYPES = ("date", "daterange", "datetime", "datetimerange")

LEFT_OUT = {
    "days and months in figures whose order English leaves open, or without a year": r"\d\s?[/.-]\s?\d{1,2}\b(?![/.-]\d{4})|\b\d{1,2}[/.]\d{1,2}\b",
    "clock times and parts of the day without a day": r"^(in|at|dans|à|early|late)?\s*(the |la |le |l')?(morning|afternoon|evening|night|matin|soir|matinée|soirée)",
    "working days, school and fiscal years": r"business|work|ouvr|school|fiscal|scolaire|calendar|calendaire|civile",
    "holidays": r"christmas|noël|noel|easter|pâques|thanksgiving|new year|nouvel an|halloween|valentin|mother|father|mères|pères|memorial|labou?r|independence|mlk|juneteenth|eve\b|toussaint|saint|ramadan|day of|friday the|black|cyber",
    "weeks and weekends by number or position": r"\bweek (of|\d|in)|\b(first|second|third|fourth|last|1st|2nd|3rd|4th|5th|\d) (full )?weeks? of|semaine (de|du|des|d'|\d|n)|\d+(st|nd|rd|th|e|ème|ième)? (week|semaine)|w\d|(week|semaine)s? ?\d|(premi|derni|deuxi|troisi|quatri|cinqui|1è|2è|3è)\w* semaine",
    "weekdays by position or in a week": r"(first|second|third|fourth|fifth|last|\d(st|nd|rd|th)) (mon|tues|wednes|thurs|fri|satur|sun)day|(day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (of|in|de|this|next|last|cette|la|dans|à) (this |next |last |the )?(week|following|semaine)|(of|de) (this|next|last|cette|la) (week|semaine)|(premier|deuxième|second|troisième|quatrième|dernier|1er|2e) (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|week (on|from)|(this|next|last) week('s)? \w+day",
    "counting from another date": r"(days?|weeks?|months?|years?|fortnight|jours?|semaines?|mois|ans?|années?)'? (from|after|before|starting|later than|following|prior|past|au-delà|après|avant|depuis|à partir|à compter|suivant)|day (from|after|before) \w|lendemain|veille de",
    "rest, more than, less than, within": r"rest |reste|fortnight|more than|less than|plus de|moins de|over \d|within|at least|au moins|d'ici|upcoming|à venir|past \w+ (few|couple)|few|couple|quelques|several|\bbit\b",
    "halves, thirds and hours of a day": r"hour|\bmin\b|minute|second\b|heure|end of (the )?day|fin de (la )?journée|eod|eom|eoy|half|semestre|moitié",
    "years in two digits or in words, months in short without a day, q1": r"'\d\d\b|\b[a-z]+ (of )?\d\d$|\b(hundred|thousand|cent|mille)\b|\bq ?\d|\bt ?\d\b|h\d|\bxx|\b(twenty|nineteen)\b|\bdeux mille|dix-neuf cent",
    "a day, week, month or year without more": r"^(the|my|le|la) (day|week|month|year|weekend|fortnight|journée|weekend)( |$)|^(on )?weekend|(of|in) (the )?(month|year|week)$|^year |to date",
    "next or previous weekday: whether of this week or the one after, tongues differ": r"(next|previous|coming|past|last) (mon|tues|wednes|thurs|fri|satur|sun)|(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (prochain|suivant|dernier)",
    "the next or last so many months or years: whole ones for us": r"(next|last|past|previous|coming|prochain\w*|derni\w*|pass\w*) (\w+ )?(months|quarters|years|decades|mois|trimestres|années|ans)|\d+ (next|past|previous) |(two|three|four|five|ten|deux|trois|dix|\d) \w+ (months|years|mois|années)",
    "several units together": r"(year|month|week|an|mois|semaine)s?,? (and |et )?\d+ (month|week|day|jour|mois)|(\d (year|month|week|day)s? )+\d",
    "short months and days with signs or small letters between": r"(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv)[-/.]\d|\d[-/](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(mon|tue|wed|thu|fri|sat|sun)\b|\d{4}[-/ ,]+[a-zéû]+[-/]?|-?\d{8}-?|\d\.?\d? ?- ?\d{4}|^\d\d? \d\d? \d+",
    "days of a month that are named once for several, or without it": r"^(the |le )?\d+ (from|between|de|entre) |\d\w* (to|till|until|and|through|au|et|à|jusqu'a?) (\d\w* )?(of |de |in )?(this|next|last|ce|cette|\w+ month|january)|day \d+|day,? (the )?\w+ ?(st|nd|rd|th)$|between \d+ and \d+$|entre \d+ et \d+$|\w+ au \d+$|^\w+ \d+ [àa] ",
    "days in words": r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|teenth|twent|thirt|vingt|trente|seconde|deuxieme|quatre|otd|tmrw|tonite|noughties|thousands)",
    "until now": r"\bnow\b|maintenant|ce jour",
    "figures for months after years or with stray signs": r"\d ?[/-] \d|^\d\d? ?-\d{4}|\d{4} ?, ?\w+$|\w{3,}\.\d|\d-\d{4}-",
    "dates inside addresses and with stray signs": r"www|http|\\|~|_|@",
}
"""Kinds that are left out on purpose: name and how their text is told."""


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
        why = next((why for why, sign in LEFT_OUT.items() if re.search(sign, result["Text"].lower())), None)
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
            yield {"timex": value["Timex"], "value": given.get("date", given.get("dateTime", "")), "start": start or "", "end": given.get("endDate", "")}


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
        elif re.fullmatch(r"\(.*\)", value.get("timex", "")) or re.match(r"XXXX-WXX-\d|\d{4}-\d\d-\d\d", timex):
            first = date.fromisoformat(days[0] or days[1])
            last = date.fromisoformat(days[2]) if days[2] and not days[0] and "(" in value["timex"] else first
            yield first, max(last, first + timedelta(days=1))
    except ValueError:
        return


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
