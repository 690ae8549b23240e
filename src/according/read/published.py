"""When an article was published, worked out as a careful reader does, and left open where the text does not say.

A date printed beside the article is *stated*. Otherwise the document is read as a whole: the digest's own date
follows from the container (a mail's date), from what other articles state, or from a weekday that fits a day and
month in one year only; an article that names the digest's month, year or a weekday then lies in a window between the
last past day it names and the digest's date. Nothing is taken from the clock or from knowledge of the world.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from according.knowledge.calendar import DateMention, date_line, find_dates, years_with
from according.model import Basis, Evidence, Span
from according.read.fields import layout

WINDOW = 31
"""Days within which the articles of one digest appeared."""
WORKED_OUT = "weekday, day and month agree in one year only, for"
FIRM = 2
"""Articles that name a day before a day that was only worked out counts as the document's last."""
WEEK = 7
YEAR = re.compile(r"(?<![\d.,/:-])(?:19[5-9]\d|20\d\d)(?![\d/:-]|[.,]\d)")
LONGEST = 20_000
"""Characters of a paragraph that are searched for dates."""
PREAMBLE = 2000
"""Characters above the first article that are searched for the digest's date."""
REACH = 60
"""Characters in front of a date in which a word such as "until" or "will" makes it a date to come."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What one article offers: the dates of its masthead; of its prose the days, years, bare weekdays and months."""

    masthead: tuple[DateMention, ...]
    prose: tuple[DateMention, ...]
    years: tuple[tuple[int, Span], ...]
    weekdays: tuple[DateMention, ...]
    months: tuple[DateMention, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """EDTF date or None, how it is known, and the characters it rests on."""

    value: str | None = None
    basis: Basis | None = None
    evidence: tuple[Evidence, ...] = ()


def clues(text: str, masthead: Sequence[DateMention], body: Sequence[Span], language: str | None) -> Clues:
    """Collect the dates of an article whose paragraphs are the spans `body` of `text`; positions are the document's.

    Dates to come ("until 31 December", "will meet on 26 January") are left out: they say nothing about when
    the article appeared.
    """
    prose: list[DateMention] = []
    weekdays: list[DateMention] = []
    months: list[DateMention] = []
    years: list[tuple[int, Span]] = []
    ahead = _ahead()
    if any(found.value and len(found.value) == 10 for found in masthead):
        body = ()  # the masthead says it all
    for span in body:
        part = text[span.start : min(span.end, span.start + LONGEST)]
        for found in find_dates(part, language):
            moved = _moved(found, span.start)
            if moved.day is None and moved.month is not None:
                months.append(moved)
                continue
            if ahead.search(part[max(0, found.span.start - REACH) : found.span.start]):
                continue
            if moved.month is None and moved.weekday is not None:
                weekdays.append(moved)
            elif moved.month is not None and not moved.ambiguous:
                prose.append(moved)
        years.extend(
            (int(match.group()), Span(span.start + match.start(), span.start + match.end()))
            for match in YEAR.finditer(part)
        )
    return Clues(tuple(masthead), tuple(prose), tuple(years), tuple(weekdays), tuple(months), language)


@functools.cache
def _ahead() -> re.Pattern[str]:
    words = sorted(cast(list[str], layout()["ahead"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)[^.!?;]*$", re.IGNORECASE)


def digest_day(preamble: str) -> str | None:
    """Return the one full date (EDTF) that stands on a line of its own above the first article of a digest."""
    days = {
        found.value
        for line in preamble[-PREAMBLE:].splitlines()
        if (found := date_line(line)) and found.value and len(found.value) == 10
    }
    return days.pop() if len(days) == 1 else None


def published(all_clues: Sequence[Clues], given: str | None) -> list[Published]:
    """Return the publication date of every article of a document.

    `given` is the day the container states: for a document of one article its date, for a digest the digest's.
    """
    if len(all_clues) == 1 and given is not None:
        return [Published(given, "stated", (Evidence("published", None, "stated by the container"),))]
    stated = [_stated(one) for one in all_clues]
    bound, reason = _bound(all_clues, stated, given)
    firm = bound is not None and (reason != WORKED_OUT or _named(all_clues, bound) >= FIRM)
    results = []
    for one, mine in zip(all_clues, stated, strict=True):
        if mine.value is None and bound is not None and len(all_clues) > 1 and _of_one_time(stated, bound):
            mine = _windowed(one, bound, reason, firm)
        elif mine.value is None:
            mine = _alone(one)
        results.append(_dated(one, mine, bound))
    return results


def _moved(found: DateMention, by: int) -> DateMention:
    span = Span(found.span.start + by, found.span.end + by)
    return DateMention(span, found.year, found.month, found.day, found.weekday, found.ambiguous)


def _day(found: DateMention, year: int | None = None) -> date | None:
    year = found.year if found.year is not None else year
    if year is None or found.month is None or found.day is None:
        return None
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None


def _stated(one: Clues) -> Published:
    """The most precise date printed in the masthead."""
    for found in sorted((m for m in one.masthead if m.value), key=lambda m: -len(m.value or "")):
        return Published(
            found.value, "stated", (Evidence("published", found.span, "printed beside the article"),)
        )
    return Published()


def _verified(found: DateMention, latest_year: int | None) -> date | None:
    """The day of a mention that names weekday, day and month, when one year near the document's fits it."""
    if found.weekday is None or found.day is None or found.month is None or latest_year is None:
        return None
    fitting = years_with(found.day, found.month, found.weekday, range(latest_year - 1, latest_year + 2))
    return _day(found, fitting[0]) if len(fitting) == 1 and found.year in (None, fitting[0]) else None


def _latest_year(all_clues: Sequence[Clues]) -> int | None:
    """The latest year that two articles, or one article with a full date, speak of."""
    full = {m.year for one in all_clues for m in one.prose if m.year}
    named = [year for one in all_clues for year in {year for year, _ in one.years}]
    shared = {year for year in named if named.count(year) > 1}
    return max(full | shared, default=None)


def _bound(
    all_clues: Sequence[Clues], stated: Sequence[Published], given: str | None
) -> tuple[date | None, str]:
    """The day by which everything in the document had appeared, and why we think so."""
    if given is not None and len(given) == 10:
        return date.fromisoformat(given), "the document is dated"
    days = [date.fromisoformat(p.value) for p in stated if p.value and len(p.value) == 10]
    if days:
        return max(days), "the latest article of this document is dated"
    year = _latest_year(all_clues)
    sure = [day for one in all_clues for m in one.prose if (day := _verified(m, year))]
    if sure:
        return max(sure), WORKED_OUT
    return None, ""


def _of_one_time(stated: Sequence[Published], bound: date) -> bool:
    """Whether the dated articles of a document appeared together, as a digest's do and a search's results do not."""
    days = [date.fromisoformat(one.value) for one in stated if one.value and len(one.value) == 10]
    return all(bound - day <= timedelta(WINDOW) for day in days)


def _named(all_clues: Sequence[Clues], bound: date) -> int:
    """How many articles name the day `bound`."""
    return sum(any(_resolved(found, bound) == bound for found in one.prose) for one in all_clues)


def _windowed(one: Clues, bound: date, reason: str, firm: bool) -> Published:
    """The date of an undated article in a document whose last day is `bound`.

    Unless that day is `firm`, nothing more precise than its month follows from it.
    """
    days = [(day, found) for found in one.prose if (day := _resolved(found, bound))]
    if any(found.year is not None and day > bound for day, found in days):
        return Published()  # it speaks of a time after the document's: no conclusion holds
    because = f"{reason} {bound.isoformat()}"
    past = [(day, found) for day, found in days if bound - day <= timedelta(WINDOW)]
    if past:
        last, found = max(past, key=lambda pair: (pair[0], -pair[1].span.start))
        evidence = Evidence("published", found.span, f"names this past day; {because}")
        dated = _between(one, last, bound, evidence, firm)
        if dated.value is not None:
            return dated
    for found in one.months:
        if found.month == bound.month and found.year in (None, bound.year):
            return _month(bound, found.span, because)
    latest = max((year for year, _ in one.years), default=None)
    if latest == bound.year:
        return _month(bound, next(span for year, span in one.years if year == latest), because)
    return Published()


def _resolved(found: DateMention, bound: date) -> date | None:
    """The day of a mention; without a year, the last such day before the document's end."""
    day = _day(found, bound.year)
    return _day(found, bound.year - 1) if day is not None and found.year is None and day > bound else day


def _between(one: Clues, last: date, bound: date, evidence: Evidence, firm: bool) -> Published:
    """The date of an article between the last past day it names and the document's end."""
    if firm and last == bound:
        return Published(bound.isoformat(), "inferred", (evidence,))
    window = [bound - timedelta(n) for n in range((bound - last).days + 1)]
    for weekday in one.weekdays if firm else ():
        fits = [day for day in window if day.weekday() == weekday.weekday]
        if len(fits) == 1 and fits[0] > last:
            more = Evidence("published", weekday.span, "the only such weekday between the two")
            return Published(fits[0].isoformat(), "inferred", (evidence, more))
    if last.month == bound.month:
        return Published(f"{bound:%Y-%m}", "inferred", (evidence,))
    return Published()


def _month(bound: date, span: Span, because: str) -> Published:
    evidence = Evidence("published", span, f"speaks of this time; {because}")
    return Published(f"{bound:%Y-%m}", "inferred", (evidence,))


def _alone(one: Clues) -> Published:
    """The date of an undated article that stands alone.

    News names days of its own week by weekday, and one of them with its date; an anniversary does not.
    """
    days = [(day, m) for m in one.prose if m.year is not None and (day := _day(m))]
    if not one.weekdays or not days:
        return Published()
    last, found = max(days, key=lambda pair: (pair[0], -pair[1].span.start))
    near = [m for m in one.prose if m.weekday is not None and _is_near(_day(m, last.year), last)]
    if not near or (last + timedelta(WEEK)).month != last.month:
        return Published()
    evidence = (
        Evidence("published", found.span, "the latest day it names"),
        Evidence("published", near[0].span, "names a day near it with its weekday, as news of the week does"),
    )
    return Published(f"{last:%Y-%m}", "inferred", evidence)


def _is_near(day: date | None, other: date) -> bool:
    return day is not None and abs(day - other) <= timedelta(2 * WEEK)


def _dated(one: Clues, mine: Published, bound: date | None) -> Published:
    """Complete a masthead date without a year ("vendredi 15 janvier") from its weekday or the document's date."""
    if mine.value is not None and len(mine.value) == 10:
        return mine
    for found in one.masthead:
        if found.year is not None or found.day is None or found.month is None:
            continue
        years = sorted({year for year, _ in one.years})
        day = _verified(found, bound.year if bound else years[-1] if years else None)
        if day is None and bound is not None and found.weekday is None:
            options = [
                d
                for y in (bound.year, bound.year - 1)
                if (d := _day(found, y)) and timedelta(0) <= bound - d <= timedelta(WINDOW)
            ]
            day = options[0] if options else None
        if day is not None:
            reason = "printed beside the article without a year, which follows from the rest of the document"
            return Published(day.isoformat(), "inferred", (Evidence("published", found.span, reason),))
    return mine
