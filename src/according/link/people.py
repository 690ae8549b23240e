"""The people of one article: full names, then surnames, then what they are called, then he and she."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, cast

from according.knowledge.fold import fold_name, load_data, texts
from according.knowledge.general_roles import is_general
from according.link.group import Group
from according.link.names import SAME, full_keys, surname_agrees, surname_keys
from according.link.spellings import compare_spellings, spelling_keys, spellings
from according.model import Candidate, Sentence, Span

BESIDE, BY_SURNAME, BY_OFFICE, IN_GENERAL, AMONG_SEVERAL, BY_PRONOUN = 0.95, 0.95, 0.85, 0.75, 0.7, 0.6
"""Share of its confidence that a mention keeps when it belongs to somebody because it stands beside the name, is his
surname, is his office, is what his office is called in general, is the surname or office of several, is a pronoun."""
_BETWEEN = re.compile(r",? (?:M|Mr|Mrs|Ms|Mme|Dr|Hr|г-н|г-жа)\.? |,? ?[«\"“(]?|: ?")
"""What may stand between an office and the name behind it: nothing much."""
_APART = re.compile(r"(?:, (?:the |le |la |l['’]|der |die |el )?| \()\Z")
"""What stands between a name and an office that explains it."""
_REACH = 2
"""Sentences back in which a pronoun's person is looked for."""
_NAMES = 64
"""Names in those sentences that are looked at, the last ones."""


@dataclass(frozen=True, slots=True)
class _Words:
    pronouns: frozenset[str]
    indefinite: frozenset[str]


@cache
def _words(language: str) -> _Words:
    entry = cast(dict[str, dict[str, Any]], load_data("pronouns.yml")).get(language, {})
    return _Words(frozenset(texts(entry.get("pronouns"))), frozenset(texts(entry.get("indefinite"))))


def people(
    text: str, candidates: Sequence[Candidate], sentences: Sequence[Sentence], language: str | None
) -> list[Group]:
    """Return the people that `candidates` name or describe, one group each, descriptions of nobody named included."""
    words = _words((language or "").partition("-")[0])
    names = [each for each in candidates if each.kind == "person" and each.form == "name"]
    offices = [each for each in candidates if each.kind == "person" and each.form == "description"]
    groups = _full((name for name in names if _is_full(name)), language)
    _surnames([name for name in names if not _is_full(name)], groups, language)
    beside = _beside(text, offices, groups)
    rest = [each for each in offices if each.span not in beside]
    before = _Before(sentences, groups)
    groups += _described(text, rest, groups, before, words)
    _pronouns(sentences, groups, before, words)
    return groups


def _is_full(name: Candidate) -> bool:
    return len(fold_name(name.name).split()) > 1


def _full(names: Iterable[Candidate], language: str | None) -> list[Group]:
    """Full names: alike ones are one person, of several the likest."""
    groups: list[Group] = []
    by_key: dict[str, Group] = {}
    alike = _Index()
    for name in names:
        if name.key:
            group = by_key.get(name.key)
            if group is None:
                group = by_key[name.key] = Group("person", key=name.key)
                groups.append(group)
            group.take(name, "known")
            alike.add(_keys_of(name.name, language), group)
            continue
        keys = _keys_of(name.name, language)
        best, score = Group("person"), 0.0
        for each in alike.find(keys):
            likeness = compare_spellings(name.name, language, each.name, language, "person").score
            if likeness > score:
                best, score = each, likeness
        if score < SAME:
            best = Group("person")
            groups.append(best)
        best.take(name, "full name")
        alike.add(keys, best)
    return groups


def _keys_of(name: str, language: str | None) -> frozenset[str]:
    """Return what alike names share; the name itself keeps one that has no sound with its like."""
    return spelling_keys(name, language) | {name}


class _Index:
    """Groups by the keys of their names, to find those that a name may belong to."""

    def __init__(self) -> None:
        self._order: dict[int, tuple[int, Group]] = {}
        self._by_key: dict[str, set[int]] = defaultdict(set)

    def add(self, keys: Iterable[str], group: Group) -> None:
        self._order.setdefault(id(group), (len(self._order), group))
        for key in keys:
            self._by_key[key].add(id(group))

    def find(self, keys: Iterable[str]) -> list[Group]:
        """Return the groups that have one of `keys`, in the order in which they were first added."""
        found = {number for key in keys for number in self._by_key.get(key, ())}
        return [group for _, group in sorted((self._order[each] for each in found), key=itemgetter(0))]


def _surnames(names: Sequence[Candidate], groups: list[Group], language: str | None) -> None:
    """Single names: of whoever bears it as a part of a full name, of several the one named last before it."""
    full = _Index()
    for group in groups:
        full.add(full_keys(group.name), group)
    bare: dict[str, Group] = {}
    for name in names:
        forms = spellings(name.name, language)
        near = full.find({key for form in forms for key in surname_keys(form)})
        bearers = [group for group in near if any(surname_agrees(form, group.name) for form in forms)]
        if bearers:
            nearest = min(bearers, key=lambda group: _distance(group, name.span))
            share, reason = (
                (BY_SURNAME, "part of the name")
                if len(bearers) == 1
                else (AMONG_SEVERAL, "nearest of that name")
            )
            nearest.take(name, f"{reason} {nearest.name}", share)
            continue
        folded = fold_name(name.name)
        if folded not in bare:
            bare[folded] = Group("person", key=name.key)
            groups.append(bare[folded])
        bare[folded].take(name, "named so only")


def _distance(group: Group, span: Span) -> tuple[bool, int]:
    """How far the nearest member before `span` is; those after it count only when there is none before."""
    starts = [member.candidate.span.start for member in group.members]
    before = [span.start - start for start in starts if start < span.start]
    return (not before, min(before) if before else min(abs(start - span.start) for start in starts))


def _beside(text: str, offices: Iterable[Candidate], groups: Iterable[Group]) -> set[Span]:
    """Give offices to the names that they stand beside ("president Macron", "Macron, president of …")."""
    ends = {member.candidate.span.end: group for group in groups for member in group.members}
    starts = {member.candidate.span.start: group for group in groups for member in group.members}
    used: set[Span] = set()
    for office in offices:
        group = _after(text, office.span, starts) or _before(text, office.span, ends)
        if group is not None:
            used.add(office.span)
            group.take(office, "stands beside the name", BESIDE)
            group.offices.add(office_of(office))
    return used


def _after(text: str, span: Span, starts: dict[int, Group]) -> Group | None:
    between = _BETWEEN.match(text, span.end)
    return starts.get(between.end()) if between else None


def _before(text: str, span: Span, ends: dict[int, Group]) -> Group | None:
    begin = max(0, span.start - 8)
    apart = _APART.search(text[begin : span.start])
    return ends.get(begin + apart.start()) if apart else None


def office_of(office: Candidate) -> str:
    """Return an office as chains have it: `president@AZ`, `president@` when the state is not said."""
    return f"{office.role}@{office.state or ''}"


class _Before:
    """Who is named in the sentences just before a place."""

    def __init__(self, sentences: Sequence[Sentence], groups: Iterable[Group]) -> None:
        self._sentences = [sentence.span.start for sentence in sentences]
        self._where = sorted(
            (
                (member.candidate.span.start, group)
                for group in groups
                if group.named
                for member in group.members
            ),
            key=itemgetter(0),
        )
        self._starts = [start for start, _ in self._where]

    def near(self, place: int) -> list[Group]:
        """Return those named in the sentence of `place`, before it, and in the `_REACH` sentences before that."""
        number = max(0, bisect_right(self._sentences, place) - 1 - _REACH)
        return self._between(self._sentences[number] if self._sentences else 0, place)

    def within(self, place: int) -> list[Group]:
        """Return those named in the sentence of `place`, before it or after."""
        number = bisect_right(self._sentences, place)
        begin = self._sentences[number - 1] if number else 0
        end = (
            self._sentences[number]
            if number < len(self._sentences)
            else self._starts[-1] + 1
            if self._starts
            else 0
        )
        return self._between(begin, end)

    def _between(self, begin: int, end: int) -> list[Group]:
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        return list({id(group): group for _, group in self._where[first:last][-_NAMES:]}.values())


def _described(
    text: str, offices: Iterable[Candidate], groups: Sequence[Group], before: _Before, words: _Words
) -> list[Group]:
    """Offices that stand alone: of the one person who holds it in this article, else of nobody named.

    Of several the one who was named just before, if only one of them was. Who holds no such office may hold one that
    is called so in general: "the minister".
    """
    unnamed: dict[str, Group] = {}
    for office in offices:
        words_before = re.findall(r"[\w'’]+", text[max(0, office.span.start - 24) : office.span.start])
        new = bool(words_before) and words_before[-1].lower() in words.indefinite
        found = None if new else _holder(office, groups, before)
        if found is not None:
            holder, share, reason = found
            holder.take(office, f"{reason} {holder.name}", share)
            continue
        # Somebody new each time: "a minister" here is not "a minister" there.
        key = f"{office_of(office)} {office.span.start}" if new else office_of(office)
        if key not in unnamed:
            unnamed[key] = Group("person", offices={office_of(office)})
        unnamed[key].take(office, "described so only")
    return list(unnamed.values())


def _holder(office: Candidate, groups: Sequence[Group], before: _Before) -> tuple[Group, float, str] | None:
    """Who is meant by an office that stands alone, which share of its confidence that leaves, and why."""
    for share, reason, is_called in (
        (BY_OFFICE, "office of", str.__eq__),
        (IN_GENERAL, "in general the office of", is_general),
    ):
        holders = _holders(office, groups, before, is_called)
        if len(holders) == 1:
            return holders[0], share, reason
        if holders:
            near = {id(group) for group in before.near(office.span.start)}
            holders = [group for group in holders if id(group) in near]
            return (
                (holders[0], AMONG_SEVERAL, "named just before, the office of") if len(holders) == 1 else None
            )
    return None


def _holders(
    office: Candidate, groups: Sequence[Group], before: _Before, is_called: Callable[[str, str], bool]
) -> list[Group]:
    """Those whose office is called so; when a state is said, those of that state before those of an unknown one."""
    role, state = office.role or "", office.state
    holders: list[Group] = []
    unknown: list[Group] = []
    for group in groups:
        held = (each.partition("@") for each in group.offices)
        states = {of for known, _, of in held if is_called(role, known)}
        if states and (not state or state in states):
            holders.append(group)
        elif "" in states:
            unknown.append(group)
    if holders or not unknown:
        return holders
    # Who is named in a sentence is not described there again, by a state that was never said to be his.
    here = {id(group) for group in before.within(office.span.start)}
    return [group for group in unknown if id(group) not in here]


def _pronouns(sentences: Sequence[Sentence], groups: Sequence[Group], before: _Before, words: _Words) -> None:
    """Subjects he and she: of the one person who was a subject, else was named, in the sentences just before."""
    if not words.pronouns:
        return
    found: dict[int, list[Candidate]] = defaultdict(list)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.relation != "subject" or token.text.lower() not in words.pronouns:
                continue
            near = before.near(token.span.start)
            if len(near) == 1:
                found[id(near[0])].append(
                    Candidate(token.span, "person", "pronoun", token.text, None, None, None, 1.0, "pronoun")
                )
    for group in groups:
        # Nobody is both he and she: what is rarer means somebody else, who is not named.
        counts = Counter(pronoun.name.lower() for pronoun in found[id(group)])
        for pronoun in found[id(group)]:
            if 2 * counts[pronoun.name.lower()] > counts.total():
                group.take(pronoun, f"the only person named just before, {group.name}", BY_PRONOUN)
