"""The people of one article: full names, then surnames, then what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from according.knowledge.fold import fold_name
from according.link.beside import beside, states_beside
from according.link.group import Group
from according.link.names import SAME, full_keys, surname_agrees, surname_keys
from according.link.offices import described
from according.link.spellings import compare_spellings, spelling_keys, spellings
from according.model import Candidate, Sentence, Span

BY_SURNAME, AMONG_SEVERAL = 0.95, 0.7
"""Share of its confidence that a name keeps when it is somebody's surname, or the surname of several."""


def people(
    text: str, candidates: Sequence[Candidate], sentences: Sequence[Sentence], language: str | None
) -> list[Group]:
    """Return the people that `candidates` name or describe, one group each, descriptions of nobody named included."""
    primary = (language or "").partition("-")[0]
    names = [each for each in candidates if each.kind == "person" and each.form == "name"]
    offices = [each for each in candidates if each.kind == "person" and each.form == "description"]
    groups = _full((name for name in names if _is_full(name)), language)
    _surnames([name for name in names if not _is_full(name)], groups, language)
    used = beside(text, offices, groups, primary)
    states_beside(text, candidates, groups)
    rest = [each for each in offices if each.span not in used]
    return groups + described(text, rest, groups, candidates, sentences, primary)


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
