"""The organizations and states of one article: by key, by name, by a part of it, by an acronym that is explained."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.knowledge.fold import fold_name
from according.knowledge.offices import institution_key
from according.knowledge.states import state_by_code
from according.link.acronyms import is_acronym
from according.link.group import Group
from according.link.names import SAME, likeness
from according.link.near import can_be_alike, forms
from according.model import Candidate, Kind

INFERRED = 0.8
"""Share of its confidence that an institution keeps when its state is taken from the rest of the article."""
_NEAR = 4
"""Offices and institutions that may begin before an adjective that is a part of them."""
_SMALL = frozenset(
    ["of", "the", "for", "and", "de", "du", "des", "la", "le", "les", "et", "и", "по", "ve", "və"]
)
_EXPLAINED = re.compile(r"[ ,]*[(«\"“]{1,2}\Z")


def states(candidates: Sequence[Candidate]) -> list[Group]:
    """Return the states, one group for each key."""
    return list(
        _by_key(
            [each for each in candidates if each.kind == "state" and each.form == "name"], "state"
        ).values()
    )


def described_states(candidates: Sequence[Candidate]) -> list[Group]:
    """Return the states that an article never names and whose offices or institutions it tells of: "the Malian army".

    Their mentions are the adjectives.
    """
    named = {each.key for each in candidates if each.kind == "state" and each.form == "name"}
    of_state = ((each.span.start, each) for each in candidates if each.role and each.state)
    above: list[Candidate] = [each for _, each in sorted(of_state, key=lambda pair: pair[0])]
    starts = [each.span.start for each in above]
    found = list[Candidate]()
    for each in candidates:
        if each.kind != "state" or each.form != "description" or each.key in named:
            continue
        state = state_by_code((each.key or "").removeprefix("state:"))
        near = above[
            max(0, bisect_right(starts, each.span.start) - _NEAR) : bisect_right(starts, each.span.start)
        ]
        if state and any(other.state == state.code and other.span.contains(each.span) for other in near):
            found.append(replace(each, name=state.name))
    return list(_by_key(found, "state").values())


def organizations(text: str, candidates: Sequence[Candidate]) -> list[Group]:
    """Return the organizations, one group each; institutions of nobody knows which state go with the article's own."""
    found = [each for each in candidates if each.kind == "organization"]
    keyed = _by_key([each for each in found if each.key], "organization")
    unkeyed = [each for each in found if not each.key and not each.role]
    groups = [*keyed.values(), *_by_name(unkeyed, list(keyed.values()))]
    groups = _acronyms(text, groups)
    return groups + _institutions([each for each in found if not each.key and each.role], groups, candidates)


def _by_key(candidates: Sequence[Candidate], kind: Kind) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for each in candidates:
        key = each.key or ""
        if key not in groups:
            groups[key] = Group(kind, key=each.key)
        groups[key].take(each, each.basis)
    return groups


def _by_name(candidates: Sequence[Candidate], known: Sequence[Group]) -> list[Group]:
    """Names that the knowledge lacks: alike ones are one, and a short one is the longer one that it is a part of."""
    groups: list[Group] = []
    for each in sorted(candidates, key=lambda each: (-len(each.name.split()), each.span)):
        same = [group for group in (*groups, *known) if _is_named(each.name, group)]
        if not same:
            same = [group for group in groups if _are_alike(each.name, group.name)]
        if len(same) == 1:
            same[0].take(each, f"a name of {same[0].name}")
        else:
            group = Group("organization")
            group.take(each, "named so")
            groups.append(group)
    return groups


def _are_alike(one: str, other: str) -> bool:
    # An article may name hundreds of bodies: most pairs are told apart without comparing them at length.
    first, second = forms(one, None, person=False), forms(other, None, person=False)
    return can_be_alike(first, second, "organization") and likeness(one, other, "organization") >= SAME


def _is_named(name: str, group: Group) -> bool:
    """Whether a group is named so, or so at more length: "Bright Armenia party", "Artsakh Security Council"."""
    words = fold_name(name).split()
    for member in group.members:
        longer = fold_name(member.candidate.name).split()
        if words == longer:
            return True
        if (
            len(words) > 1
            and len(longer) > len(words)
            and words in (longer[: len(words)], longer[-len(words) :])
        ):
            return True
    return False


def _acronyms(text: str, groups: list[Group]) -> list[Group]:
    """Join an acronym to the first name that it is explained by, in brackets or by its first letters."""
    by_end: dict[int, int] = {}
    by_initials: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for member in group.members:
            by_end.setdefault(member.candidate.span.end, number)
        by_initials[_initials(group.name)].append(number)
    joined: dict[int, int] = {}
    for number, short in enumerate(groups):
        if short.key or not is_acronym(short.name):
            continue
        explained = {by_end[end] for end in _ends_before(text, short) if end in by_end}
        explained.update(by_initials.get(short.name.upper(), ()))
        longs = [each for each in sorted(explained) if each != number and each not in joined]
        if longs:
            groups[longs[0]].absorb(short)
            joined[number] = longs[0]
    return [group for number, group in enumerate(groups) if number not in joined]


def _ends_before(text: str, short: Group) -> Iterator[int]:
    """Yield where names end right behind which an acronym stands in brackets."""
    for member in short.members:
        start = member.candidate.span.start
        gap = _EXPLAINED.search(text[max(0, start - 4) : start])
        if gap:
            yield max(0, start - 4) + gap.start()


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


def _institutions(
    candidates: Sequence[Candidate], groups: Sequence[Group], everything: Sequence[Candidate]
) -> list[Group]:
    """Institutions whose state is not said: the one of its kind in the article, else of the state that it is about.

    "The ministry" is the foreign ministry that was named before; "Parliament" in an article about one state is that
    state's. Nothing is inferred when several states are equally spoken of.
    """
    found: dict[str, Group] = {}
    for each in candidates:
        role = each.role or ""
        same = [group for group in groups if group.key and _role_of(group.key) == role]
        if len(same) == 1:
            same[0].take(each, f"the only one of its kind here, {same[0].name}", INFERRED)
            continue
        if role not in found:
            state = None if same or each.form == "description" else _subject(everything)
            key = institution_key(role, state) if state else None
            found[role] = Group("organization", key=key or institution_key(role, None))
        found[role].take(
            each, "of the state that the article is about" if found[role].key else "described so", INFERRED
        )
    return list(found.values())


def _role_of(key: str) -> str:
    return key.removeprefix("institution:").partition("@")[0] if key.startswith("institution:") else ""


def _subject(everything: Sequence[Candidate]) -> str | None:
    """The state that an article speaks of at least twice as often as of any other."""
    counts: Counter[str] = Counter()
    for each in everything:
        if each.kind == "state" and each.key:
            counts[each.key.removeprefix("state:")] += 1
        elif each.state and each.role:
            counts[each.state] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]
