"""Two names of one: "Abu Bakr Saleh, known as Abu Jihad"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts
from according.link.group import Group

BY_ALIAS = 0.9
"""Share of its confidence that a name keeps for whom the article says to be known by it."""
_OPENS = r"(?:(?:the|le|la|l['’]) ?)?[«\"“„'’‘(]?\s?"
"""What may stand before the second name."""
_KINDS = ("person", "organization")


@cache
def _between(language: str) -> re.Pattern[str] | None:
    entry = cast(dict[str, dict[str, Any]], load_data("pronouns.yml")).get(language, {})
    phrases = sorted(texts(entry.get("alias")), key=lambda phrase: (-len(phrase), phrase))
    if not phrases:
        return None
    said = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases)
    return re.compile(rf"[»”\"]?,?\s?\(?(?:{said})\s{_OPENS}", re.IGNORECASE)


def aliases(text: str, language: str | None, groups: Sequence[Group]) -> None:
    """Join whom an article names with whom it says he is known as; groups that are joined to others have no members."""
    between = _between((language or "").partition("-")[0])
    if between is None:
        return
    starts = {
        member.candidate.span.start: group
        for group in groups
        for member in group.members
        if member.candidate.form == "name" and not member.credited
    }
    for group in groups:
        for member in list(group.members) if group.kind in _KINDS else []:
            gap = None if member.credited else between.match(text, member.candidate.span.end)
            other = starts.get(gap.end()) if gap else None
            if other is not None and other is not group and _may_be(group, other):
                _join(group, other)


def _may_be(group: Group, other: Group) -> bool:
    """Return whether two groups may be one: of one kind, or the other has a name that a model saw and nobody knows."""
    keys = {group.key, other.key} - {None}
    return (
        bool(other.members)
        and len(keys) < 2
        and (other.kind == group.kind or (other.kind in _KINDS and not other.key))
    )


def _join(group: Group, other: Group) -> None:
    for member in other.members:
        candidate = replace(member.candidate, kind=group.kind)
        group.take(candidate, f"another name of {group.name}", BY_ALIAS, credited=member.credited)
    group.offices |= other.offices
    group.states |= other.states
    group.key = group.key or other.key
    other.members = []
