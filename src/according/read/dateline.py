"""Datelines: where a report was written, when, and which agency sent it, in front of its first sentence.

The forms of the wires: "YEREVAN, Armenia (AP) —", "GENEVA, March 3. /TASS/.", "МОСКВА, 15 янв — РИА Новости.".
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from according.knowledge.agencies import Agency
from according.knowledge.calendar import DateMention, find_dates
from according.read.fields import layout
from according.read.signs import agency_named, has_small_word, known_outlet

LONGEST = 140
"""Characters within which a dateline ends."""
FORM = re.compile(
    r"(?P<place>[^\W\d_][^\n()—–:.!?\d/]{1,48}?)?"
    r"(?:[,.]?\s*\b(?P<date>\d{1,2}[^\n()—–.!?/]{2,20}|[^\W\d_]{3,10}\.?\s\d{1,2}(?:,?\s\d{4})?))?"
    r"\.?\s*(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,30}/)?"
    r"(?:\s*(?:[—–]|-{1,2}(?=\s)|:(?=\s))\s*(?P<sender>[^\n.—–/()]{2,30}(?=\.\s))?|(?<=[)/])\.?-?(?=\s))"
)


THIRD = re.compile(
    r"(?P<place>[^\W\d_][^\n()—–:.!?\d/,]{1,48}?),\s(?P<date>[^\n()—–:.!?/,]{3,24}),\s"
    r"(?P<agency>[^\W\d_][^\n.,։:()]{2,20}?)(?:[.։:]|\s?[—–-])?(?=\s)(?P<sender>(?!))?"
)
"""PLACE, DATE, AGENCY. — the form of the agencies of the South Caucasus, among others."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; the agency as it is written, and the date with its span in the text that was read."""

    place: str | None
    agency: Agency | None
    credit: str
    date: DateMention | None


def dateline(text: str) -> Dateline | None:
    """Return the dateline at the start of `text`; None where nothing but a dash speaks for one.

    A place is believed with an agency or a date behind it, or in capitals; the name of a genre is none.
    """
    match = THIRD.match(text[:LONGEST])
    if match is None or agency_named(match["agency"]) is None:
        match = FORM.match(text[:LONGEST])
    if match is None:
        return None
    place = (match["place"] or "").strip(" ,") or None
    credit = (match["agency"] or match["sender"] or "").strip("()/ ")
    agency = agency_named(credit)
    head = place.split(",")[0].strip() if place else ""
    if place and (own := agency_named(head)):
        return Dateline(None, own, head, None)
    date = next(iter(find_dates(match["date"])), None) if match["date"] else None
    if date is not None:
        at = match.start("date")
        span = date.span
        date = DateMention(
            type(span)(span.start + at, span.end + at), date.year, date.month, date.day, date.weekday
        )
    named = (
        place is not None
        and place[0].isupper()
        and not has_small_word(head)
        and head.casefold() not in _rubrics()
        and not known_outlet(head)
    )
    if place is None and agency is not None:
        return Dateline(None, agency, credit, date)
    if not named or not (agency or date or (head.isupper() and len(head) > 3)):
        return None
    return Dateline(place, agency, credit, date)


@functools.cache
def _rubrics() -> frozenset[str]:
    return frozenset(cast(list[str], layout()["rubrics"]))
