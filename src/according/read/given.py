"""What containers say about dates, languages and addresses, taken over without guessing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = dict(zip(re.findall("...", "janfebmaraprmayjunjulaugsepoctnovdec"), range(1, 13), strict=True))
EARLIEST, LATEST = 1800, 2200
"""Years outside are typing errors or placeholders (year 1, 9999), not publication dates."""

TIME = r"(?:(?:t|,?\s+)[0-9]{1,2}:?[0-9]{2}\b.*)?"
YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + TIME, re.DOTALL)
BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:t[0-9]{4,6}.*)?", re.DOTALL)
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})" + TIME, re.DOTALL)
MONTH_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:[a-z]{3,9}\.?(?:,\s*|\s+))?"
DAY_MONTH = re.compile(WEEKDAY + r"([0-9]{1,2})[\s-]" + MONTH_NAME + r"[\s,-]+([0-9]{4})" + TIME, re.DOTALL)
MONTH_DAY = re.compile(WEEKDAY + MONTH_NAME + r"\s+([0-9]{1,2}),?\s+([0-9]{4})" + TIME, re.DOTALL)
UNIX_DATE = re.compile(
    WEEKDAY
    + MONTH_NAME
    + r"\s+([0-9]{1,2})\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s+(?:[a-z]{3,5}\s+)?([0-9]{4})"
)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
EPOCH = re.compile(r"([0-9]{9,10})(?:\.[0-9]+)?|([0-9]{12,13})")


def edtf_day(value: str) -> str | None:
    """Return the day that `value` states as EDTF (`2023-12-08`), None when it states none or more than one.

    Understands ISO 8601 (extended and basic), RFC 822/2822, `date` output and English month names, Unix time
    in seconds or milliseconds, and `2023/12/08`. A day with a time is the day in the time's own zone; Unix
    time is UTC. `08/12/2023` may be August or December and gives None; `25/12/2023` can only be one day.
    """
    value = value.strip().lower()
    if match := YEAR_FIRST.fullmatch(value):
        return _day(match[1], match[3], match[4])
    if match := BASIC.fullmatch(value):
        return _day(match[1], match[2], match[3])
    if match := YEAR_LAST.fullmatch(value):
        return _unambiguous_day(match[4], match[1], match[3])
    if match := DAY_MONTH.fullmatch(value):
        return _day(match[3], MONTHS[match[2]], match[1])
    if match := MONTH_DAY.fullmatch(value) or UNIX_DATE.fullmatch(value):
        return _day(match[3], MONTHS[match[1]], match[2])
    if match := EPOCH.fullmatch(value):
        seconds = int(match[1]) if match[1] else int(match[2]) // 1000
        moment = datetime.fromtimestamp(seconds, UTC)
        return _day(str(moment.year), moment.month, str(moment.day))
    return None


def _unambiguous_day(year: str, one: str, other: str) -> str | None:
    """Return the day when only one of the two readings, day first or month first, is a date."""
    readings = {_day(year, one, other), _day(year, other, one)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        stated = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return stated.isoformat() if EARLIEST <= stated.year <= LATEST else None


def language_tag(value: str) -> str | None:
    """Return a stated language as a BCP 47 tag (`fr`, `en-GB`), None when it is none, such as a language's name."""
    tag = value.strip().replace("_", "-")
    return tag if LANGUAGE_TAG.fullmatch(tag) else None


def web_address(value: str) -> str | None:
    """Return a stated http(s) address, None for anything else: a link must not run a script."""
    value = value.strip()
    return value if WEB_ADDRESS.fullmatch(value) and value.isprintable() else None
