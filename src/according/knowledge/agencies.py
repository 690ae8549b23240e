"""Wire and photo agencies of the world, found by name or as credits in a text.

>>> [found.agency.name for found in agency_mentions("Emmanuel Macron, 2020 © A. Name/AP/SIPA")]
['AP', 'SIPA']
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import PhraseIndex, fold, fold_name, load_data, texts
from according.model import Span


@dataclass(frozen=True, slots=True)
class Agency:
    """A wire or photo agency. `name` is how articles credit it; `ambiguous` are the aliases that mean other things too.

    An ambiguous alias (AP, MAP, Report) stands for the agency only where a credit is expected and only as written.
    """

    name: str
    full_name: str
    country: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    photo: bool


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency named in a text. `ambiguous` is True when the characters may well mean something else."""

    span: Span
    agency: Agency
    ambiguous: bool


@cache
def agencies() -> tuple[Agency, ...]:
    """Return all agencies in the order of the file."""
    data = cast(dict[str, dict[str, Any]], load_data("agencies.yml"))
    return tuple(
        Agency(
            name=name,
            full_name=entry["full_name"],
            country=entry["country"],
            aliases=texts(entry.get("aliases")),
            ambiguous=texts(entry.get("ambiguous")),
            photo=entry.get("photo", False),
        )
        for name, entry in data.items()
    )


@cache
def _agencies_by_name() -> dict[str, tuple[Agency, bool]]:
    index: dict[str, tuple[Agency, bool]] = {}
    for agency in agencies():
        for name in dict.fromkeys((agency.name, agency.full_name, *agency.aliases, *agency.ambiguous)):
            index.setdefault(fold_name(name), (agency, name in agency.ambiguous))
    return index


def agency_by_name(name: str, credit: bool = False) -> Agency | None:
    """Return the agency of that name, however it is written; ambiguous aliases count only with `credit`."""
    agency, ambiguous = _agencies_by_name().get(fold_name(name), (None, False))
    return agency if credit or not ambiguous else None


@cache
def _agency_index() -> PhraseIndex[tuple[Agency, str, bool]]:
    return PhraseIndex(
        (name, (agency, name, name in agency.ambiguous))
        for agency in agencies()
        for name in dict.fromkeys((agency.name, agency.full_name, *agency.aliases, *agency.ambiguous))
    )


def agency_mentions(text: str) -> list[AgencyMention]:
    """Return the agencies named in `text`, in order and without overlap.

    Ambiguous aliases are found only in the very letters of the file or in capitals. Whether the place is one for
    credits ("(AFP)", "© AP/SIPA", the end of an article) is for the caller to see.
    """
    folded = fold(text)
    found: list[AgencyMention] = []
    end_of_last = 0
    for start, end, (agency, name, ambiguous) in _agency_index().find(folded.text):
        if start < end_of_last:
            continue
        span = folded.span(start, end)
        written = text[span.start : span.end]
        # Short forms are credits only in their own capitals: "ap" and "report" are words.
        if (ambiguous or len(name) <= 4) and written not in (name, name.upper()):
            continue
        found.append(AgencyMention(span, agency, ambiguous))
        end_of_last = end
    return found
