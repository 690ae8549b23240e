"""What stands right beside a name and says who that is: "president Macron", "Macron, president of France"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts
from according.knowledge.general_roles import may_be_one
from according.link.group import Group
from according.model import Candidate, Span

BESIDE = 0.95
"""Share of its confidence that an office keeps when it stands beside the name."""
_BETWEEN = re.compile(r",? (?:M|Mr|Mrs|Ms|Mme|Dr|Hr|г-н|г-жа)\.? |,? ?[«\"“(]?|: ?")
"""What may stand between an office and the name behind it: nothing much."""
_ENDS = re.compile(r"\s*(?:[,.;:!?)»”\"–—]|\Z)")
"""What stands behind an apposition, and not behind a subject that follows "with Macron,"."""
_LONGEST = 60
"""No fewer characters than may stand between a name and an office that explains it."""
_PREDICATE = 16
"""No fewer characters than a word before an office that makes it a predicate."""
_OF = re.compile(r"['’]s | (?:d['’]|de |of )")
_PERSON_FIRST = re.compile(r"['’]s? | of ")
"""What stands between the name of a state and that of a person: "Turkey's Erdogan", "Putin's Russia"."""
_PEOPLE_FIRST = re.compile(r" ")


@dataclass(frozen=True, slots=True)
class _Around:
    """`apart` stands between a name and an office that explains it, `close` the same without a sign of it.

    `governing` is a preposition before the name: what follows may be somebody else. `predicate` is a word before an
    office that is nobody's name there.
    """

    apart: re.Pattern[str]
    close: re.Pattern[str]
    governing: re.Pattern[str]
    predicate: re.Pattern[str]


@cache
def _around(language: str) -> _Around:
    entries = cast(dict[str, dict[str, Any]], load_data("pronouns.yml"))

    def any_of(key: str, *tongues: str) -> str:
        words = {word for tongue in tongues for word in texts(entries.get(tongue, {}).get(key))}
        ordered = sorted(words, key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace("'", "['’]") for word in ordered) or r"(?!)"

    article = rf"(?:(?:{any_of('definite', *entries)})(?: |(?<=['’])))"
    become = rf"(?:{any_of('becoming', language)}) "
    return _Around(
        re.compile(rf"(?:, {article}?|,? {become}{article}?| \({article}?)\Z", re.IGNORECASE),
        re.compile(rf" {article}\Z"),
        re.compile(rf"(?<!\w)(?:{any_of('governing', language)})(?: |(?<=['’]))\Z", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{any_of('predicate', language)}) \Z", re.IGNORECASE),
    )


def beside(text: str, offices: Iterable[Candidate], groups: Sequence[Group], language: str) -> set[Span]:
    """Give offices to the names that they stand beside; return the spans of those that do."""
    members = [(member.candidate.span, group) for group in groups for member in group.members]
    starts = {span.start: group for span, group in members}
    ends = {span.end: (span, group) for span, group in members}
    around = _around(language)
    used: set[Span] = set()
    for office in offices:
        between = _BETWEEN.match(text, office.span.end)
        if between and between.group().startswith(",") and is_predicate(text, office, language):
            between = None  # "if he's elected president, Joe Biden said"
        group = starts.get(between.end()) if between else None
        group = group or _explained(text, office, ends, around)
        if group is not None:
            used.add(office.span)
            group.take(office, "stands beside the name", BESIDE)
            group.offices.add(office_of(office))
    return used


def is_predicate(text: str, office: Candidate, language: str) -> bool:
    """Return whether somebody is said to get or be an office, which names nobody: "was elected president"."""
    before = text[max(0, office.span.start - _PREDICATE) : office.span.start]
    return _around(language).predicate.search(before) is not None


def office_of(office: Candidate) -> str:
    """Return an office as chains have it: `president@AZ`, `president@` when the state is not said."""
    return f"{office.role}@{office.state or ''}"


def _explained(
    text: str, office: Candidate, ends: dict[int, tuple[Span, Group]], around: _Around
) -> Group | None:
    """Who is named before an office that explains him."""
    begin = max(0, office.span.start - _LONGEST)
    gap = text[begin : office.span.start]
    apart = around.apart.search(gap)
    found = ends.get(begin + apart.start()) if apart else None
    if found is not None:
        ended = _ENDS.match(text, office.span.end) is not None
        return found[1] if ended or not _is_governed(text, found[0], around) else None
    close = around.close.search(gap)
    found = ends.get(begin + close.start()) if close else None
    if found is None or _is_governed(text, found[0], around) or contradicts(found[1], office):
        return None
    return found[1]


def _is_governed(text: str, name: Span, around: _Around) -> bool:
    return around.governing.search(text[max(0, name.start - 16) : name.start]) is not None


def contradicts(group: Group, office: Candidate) -> bool:
    """Return whether what somebody is called in an article speaks against an office."""
    if office.state and group.states and office.state not in group.states:
        return True
    held = [each.partition("@") for each in group.offices]
    return any(
        (state and office.state and state != office.state) or not may_be_one(office.role or "", role)
        for role, _, state in held
    )


def states_beside(text: str, candidates: Sequence[Candidate], groups: Sequence[Group]) -> None:
    """Note whose people are: "Turkey's Erdogan", "the Turk Erdogan", "la Turquie d'Erdogan", "Putin's Russia"."""
    members = [
        (member.candidate.span, group)
        for group in groups
        for member in group.members
        if member.candidate.form == "name"
    ]
    starts = {span.start: group for span, group in members}
    ends = {span.end: group for span, group in members}
    for each in candidates:
        if each.kind != "state" or not (each.key or "").startswith("state:"):
            continue
        between = (_OF if each.form == "name" else _PEOPLE_FIRST).match(text, each.span.end)
        group = starts.get(between.end()) if between else None
        if group is None and each.form == "name":
            begin = max(0, each.span.start - 4)
            gap = next((n for n in range(begin, each.span.start) if n in ends), None)
            if gap is not None and _PERSON_FIRST.fullmatch(text, gap, each.span.start):
                group = ends[gap]
        if group is not None:
            group.states.add((each.key or "").removeprefix("state:"))
