"""The people of one article: full names, then surnames, then what they are called."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from according.knowledge.fold import fold_name
from according.link.beside import beside, is_predicate, states_beside
from according.link.group import Group
from according.link.names import SAME, full_keys, surname_agrees, surname_keys, whole_words
from according.link.offices import described
from according.link.similar import ABOUT, CONTRADICTED
from according.link.spellings import compare_spellings, spelling_keys, spellings
from according.link.words import is_given
from according.model import Candidate, Sentence

BY_SURNAME, AMONG_SEVERAL = 0.95, 0.7
"""Share of its confidence that a name keeps when it is somebody's surname, or the surname of several."""

CROWD = 60
"""People of one article who share a key from which on it says nothing: they are found by the rest of their names."""
MOST = 20
"""People of one article that a name is compared with: those who share the most keys with it."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*) \Z")
_BEFORE = 30


def people(
    text: str, candidates: Sequence[Candidate], sentences: Sequence[Sentence], language: str | None
) -> list[Group]:
    """Return the people that `candidates` name or describe, one group each, descriptions of nobody named included."""
    primary = (language or "").partition("-")[0]
    names = [each for each in candidates if each.kind == "person" and each.form == "name"]
    offices = [each for each in candidates if each.kind == "person" and each.form == "description"]
    groups = _full(text, [name for name in names if _is_full(name)], language)
    _surnames(text, [name for name in names if not _is_full(name)], groups, language)
    used = beside(text, offices, groups, primary)
    states_beside(text, candidates, groups)
    rest = [each for each in offices if each.span not in used and not is_predicate(text, each, primary)]
    return groups + described(text, rest, groups, candidates, sentences, primary)


def _is_full(name: Candidate) -> bool:
    return len(fold_name(name.name).split()) > 1


def _full(text: str, names: Sequence[Candidate], language: str | None) -> list[Group]:
    """Full names, the fullest first: alike ones are one person, of several the likest; in doubt between two none."""
    groups: list[Group] = []
    by_key: dict[str, Group] = {}
    alike = _Index()
    for name in sorted(names, key=lambda name: -whole_words(name.name)):
        keys = _keys_of(name.name, language)
        if name.key:
            found = by_key.setdefault(name.key, Group("person", key=name.key))
        else:
            found = _likest(_whole(text, name), language, alike.find(keys)) or Group("person")
        if not found.members:
            groups.append(found)
        found.take(name, "known" if name.key else "full name")
        alike.add(keys, found)
    for group in groups:
        group.members.sort(key=lambda member: member.candidate.span.start)
    return sorted(groups, key=lambda group: group.start)


def _whole(text: str, name: Candidate) -> str:
    """Return the name with a given name right before it, which whoever found it overlooked."""
    before = _WORD_BEFORE.search(text, max(0, name.span.start - _BEFORE), name.span.start)
    return (
        f"{before[1]} {name.name}" if before and before[1][0].isupper() and is_given(before[1]) else name.name
    )


def _likest(name: str, language: str | None, groups: Iterable[Group]) -> Group | None:
    """Return whom a name means; None for a new one, and for one cut short that fits two people about equally."""
    scored = [
        (compare_spellings(name, language, each.name, language, "person").score, each) for each in groups
    ]
    fitting = sorted((pair for pair in scored if pair[0] >= SAME), key=lambda pair: -pair[0])
    if not fitting:
        return None
    score, best = fitting[0]
    near = (each for likeness, each in fitting[1:] if likeness >= score - ABOUT)
    if whole_words(name) < whole_words(best.name) and any(_contradict(best, each, language) for each in near):
        return None
    return best


def _contradict(one: Group, other: Group, language: str | None) -> bool:
    return compare_spellings(one.name, language, other.name, language, "person").score < CONTRADICTED


def _keys_of(name: str, language: str | None) -> frozenset[str]:
    """Return what alike names share; the name itself keeps one that has no sound with its like."""
    return spelling_keys(name, language) | {name}


class _Index:
    """Groups by the keys of their names, to find those that a name may belong to."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._numbers: dict[int, int] = {}
        self._by_key: dict[str, set[int]] = defaultdict(set)

    def add(self, keys: Iterable[str], group: Group) -> None:
        number = self._numbers.setdefault(id(group), len(self._groups))
        if number == len(self._groups):
            self._groups.append(group)
        for key in keys:
            if len(self._by_key[key]) <= CROWD:
                self._by_key[key].add(number)

    def find(self, keys: Iterable[str]) -> list[Group]:
        """Return the groups that have the most of `keys`, at most `MOST`, in the order in which they were added."""
        shared: Counter[int] = Counter()
        for key in keys:
            if len(self._by_key.get(key, ())) <= CROWD:
                shared.update(self._by_key.get(key, ()))
        best = sorted(shared, key=lambda number: (-shared[number], number))[:MOST]
        return [self._groups[number] for number in sorted(best)]


def _surnames(text: str, names: Sequence[Candidate], groups: list[Group], language: str | None) -> None:
    """Single names: of whoever bears it as a part of a full name, of several the one named last before it."""
    full = _Index()
    starts = _Starts()
    for group in groups:
        full.add(full_keys(group.name), group)
        for member in group.members:
            starts.add(group, member.candidate.span.start)
    bare: dict[str, Group] = {}
    for name in names:
        written = text[name.span.start : name.span.end]
        forms = dict.fromkeys((*spellings(name.name, language), *spellings(written, language)))
        near = full.find(sorted({key for form in forms for key in surname_keys(form)}))
        bearers = [group for group in near if any(surname_agrees(form, group.name) for form in forms)]
        bearers = _exactly(bearers, [written]) or _exactly(bearers, forms) or bearers
        if bearers:
            nearest = min(bearers, key=lambda group: starts.distance(group, name.span.start))
            share, reason = (
                (BY_SURNAME, "part of the name")
                if len(bearers) == 1
                else (AMONG_SEVERAL, "nearest of that name")
            )
            nearest.take(name, f"{reason} {nearest.name}", share)
            starts.add(nearest, name.span.start)
            continue
        folded = fold_name(name.name)
        if folded not in bare:
            bare[folded] = Group("person", key=name.key)
            groups.append(bare[folded])
        bare[folded].take(name, "named so only")


def _exactly(bearers: Iterable[Group], forms: Iterable[str]) -> list[Group]:
    """Return those who have one of the forms as a word of their name: Алиева is Мехрибан Алиева, not Ильхам Алиев."""
    words = {fold_name(form) for form in forms}
    return [group for group in bearers if not words.isdisjoint(fold_name(group.name).split())]


class _Starts:
    """Where each group is named."""

    def __init__(self) -> None:
        self._of: dict[int, list[int]] = defaultdict(list)

    def add(self, group: Group, start: int) -> None:
        insort(self._of[id(group)], start)

    def distance(self, group: Group, start: int) -> tuple[bool, int]:
        """How far the nearest member before `start` is; one after it counts only when there is none before."""
        starts = self._of[id(group)]
        at = bisect_left(starts, start)
        return (False, start - starts[at - 1]) if at else (True, starts[0] - start)
