"""Times of day beside dates: "at 14:30 local time on Friday", "10 ноября в 00:00 по московскому времени"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from datetime import time

from according.knowledge.clock import ClockRules, clock_rules, offset
from according.knowledge.fold import fold
from according.model import Date, Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NIGHT = 6
"""The hour of a clock of twelve from which on "at night" is before midnight, and before which it is after."""
_UTC = "+00:00"
_ROUND = 24 * 60
_WEST = 11 * 60
"""Minutes by which zones lie behind UTC at most: what seems farther lies before it."""
_NEAR = 40
"""Characters that may lie between a time and its day."""


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day, or the two ends of a stretch; spans are in folded text."""

    span: Span
    times: tuple[time, ...]
    zone: str | None


def timed(
    found: Sequence[Date], days: Sequence[bool], text: str, paragraphs: Iterable[Span], language: str | None
) -> list[Date]:
    """Return dates in order, each with the time of day that stands beside it.

    `days` tells for each whether its words mean a day. A time stands beside the date with which it shares a paragraph
    and no words but such as "at" and "on" lie between; between two dates it goes with the first unless a comma parts
    them.
    """
    rules = clock_rules((language or "").partition("-")[0])
    dates = list(found)
    if rules is None:
        return dates
    starts = [date.span.start for date in dates]
    for paragraph in paragraphs:
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        chosen = [at for at in range(first, last) if days[at]]
        if not chosen:
            continue
        written = fold(text[paragraph.start : paragraph.end])
        spans = [Span(*(written.position(end - paragraph.start) for end in dates[at].span)) for at in chosen]
        for at, clock in _beside(spans, list(_clocks(written.text, rules)), written.text, rules):
            dates[chosen[at]] = _with(dates[chosen[at]], clock)
    return dates


def _with(date: Date, clock: _Clock) -> Date:
    if date.value is not None and not _DAY.fullmatch(date.value):
        return date
    day = calendar_date.fromisoformat(date.value) if date.value and date.value[:4] != "0000" else None
    zones = [clock.zone and offset(clock.zone, day, each) for each in clock.times]
    return replace(
        date,
        time="/".join(f"{each:%H:%M}{zone or ''}" for each, zone in zip(clock.times, zones, strict=True)),
    )


def _beside(
    dates: Sequence[Span], clocks: Sequence[_Clock], text: str, rules: ClockRules
) -> Iterator[tuple[int, _Clock]]:
    """Yield the number of each date beside which a time stands, with that time; a date has one."""
    taken = set()
    for clock in clocks:
        after = bisect_left(dates, clock.span)
        # A date may begin with the end of a time: "4 часов [утра в субботу]".
        gaps = (
            {after: (clock.span.end, max(clock.span.end, dates[after].start))} if after < len(dates) else {}
        )
        if after:
            gaps[after - 1] = dates[after - 1].end, clock.span.start
        fitting = [
            at
            for at, (start, end) in gaps.items()
            if at not in taken and 0 <= end - start <= _NEAR and rules.gap.fullmatch(text, start, end)
        ]
        # Of two the one without a comma between, the first if both lack or have it.
        if fitting:
            at = min(fitting, key=lambda at: ("," in text[slice(*gaps[at])], at))
            taken.add(at)
            yield at, clock


def _clocks(text: str, rules: ClockRules) -> Iterator[_Clock]:
    """Yield the times of a paragraph; two that are the ends of a stretch as one."""
    held: _Clock | None = None
    for found in rules.time.finditer(text):
        at = _time(found)
        if at is None:
            continue
        zone = rules.zones.get(found["zone"] or "")
        clock = _Clock(Span(*found.span()), (at,), zone)
        if held and zone == _UTC and text[held.span.end : clock.span.start].strip(" ,") == "(":
            held = replace(held, span=Span(held.span.start, clock.span.end), zone=_apart(held.times[-1], at))
            continue
        if held and len(held.times) == 1 and rules.to.fullmatch(text, held.span.end, clock.span.start):
            held = _Clock(Span(held.span.start, clock.span.end), (*held.times, at), held.zone or zone)
            continue
        if held:
            yield held
        held = clock
    if held:
        yield held


def _apart(there: time, utc: time) -> str:
    """Return the zone of a time that is also told in UTC: "2 a.m. local time (0100 GMT)" is of +01:00."""
    minutes = (there.hour - utc.hour) * 60 + there.minute - utc.minute
    minutes = (minutes + _WEST) % _ROUND - _WEST
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _time(found: re.Match[str]) -> time | None:
    """Return the time that was found, None when what has its shape need not be one: "5 h", "14.30", "12", "2020"."""
    noon, midnight, zone = found["noon"], found["midnight"], found["zone"]
    if noon or midnight:
        return time(12 if noon else 0) if found["lead"] or zone else None
    if found["four"]:
        return time(int(found["four"][:2]), int(found["four"][2:])) if zone else None
    half = (
        found["am"]
        or found["pm"]
        or found["night"]
        or (found["day"] if found["word"] or found["sep"] else None)
    )
    certain = half or found["past"] or found["after"] or found["sep"] == ":" or (found["sep"] and zone)
    if not certain and not (found["word"] and (found["lead"] or zone)):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["past"] or 0)
    if half and 1 <= hour <= 12:
        late = found["pm"] or found["day"] or (found["night"] and _NIGHT <= hour < 12)
        hour = hour % 12 + (12 if late else 0)
    return time(hour % 24, minute) if hour < 24 or minute == 0 else None
