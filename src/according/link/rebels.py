"""Separatists and rebels that an article does not name: those of its one land apart, or its one armed group.

The rule is one for all lands: it asks how many there are in the article, never whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from according.knowledge.contested import states_apart
from according.knowledge.gazetteer import place
from according.knowledge.offices import institution_key, role_name
from according.knowledge.organizations import Organization, organization_by_key
from according.knowledge.peoples import peoples
from according.knowledge.rebels import unnamed
from according.link.group import Group
from according.model import Candidate, Form, Span

BY_LAND, BY_GROUP = 0.7, 0.6
"""Confidence that the separatists of an article are those of the only land apart in it, that its rebels are the only
armed group in it."""
_CAPITAL_BEFORE = re.compile(r"(?<=[\w,] )(?![a-zß-ÿа-яё])[^\W\d_][\w'’-]{1,40} \Z")
"""A word with a capital inside of a sentence."""
_LONGEST = 45


def rebels(text: str, language: str | None, candidates: Iterable[Candidate], groups: list[Group]) -> None:
    """Give descriptions of separatists and rebels to whom they mean; to nobody where there are several, or none.

    The authorities of a land may be a group that is added to `groups`.
    """
    found = list(unnamed(text, language))
    if not found:
        return
    lands, armed = sorted(_lands(groups)), list(_armed(groups))
    elsewhere = _Elsewhere(text, language, candidates)
    for each in found:
        span = each.span
        if elsewhere.is_said(span):
            continue
        whose = elsewhere.state_before(span)
        named = [group for group in armed if group.start < span.start and _is_of(group, whose)]
        if len(lands) == 1 and (each.of_land or not (armed or whose)):
            group, share, reason = _of_land(lands[0], groups), BY_LAND, "the only land apart named here"
        elif len(armed) == 1 and named and not lands:
            group, share, reason = armed[0], BY_GROUP, "the only armed group named here"
        else:
            continue
        _give(text, span, group, groups, reason, share)


class _Elsewhere:
    """Descriptions beside which it is said whose they are: "the Kurdish rebels", "Catalan separatist leaders"."""

    def __init__(self, text: str, language: str | None, candidates: Iterable[Candidate]) -> None:
        self._text = text
        self._peoples = {edge for span in peoples(text, language) for edge in (span.start - 1, span.end + 1)}
        named = [each for each in candidates if each.key or each.state]
        self._named = {at for each in named for at in range(*each.span)}
        self._states = {
            each.span.end: (each.key or "").removeprefix("state:") for each in named if each.kind == "state"
        }

    def is_said(self, span: Span) -> bool:
        """Return whether a description has a name in it, or a people or an unknown name beside it."""
        if self._peoples & {span.start, span.end} or not self._named.isdisjoint(range(*span)):
            return True
        unknown = _CAPITAL_BEFORE.search(self._text, max(0, span.start - _LONGEST), span.start)
        return unknown is not None and span.start - 2 not in self._named

    def state_before(self, span: Span) -> str | None:
        """Return the state whose name or adjective stands right before a description: "the Syrian rebels"."""
        return self._states.get(span.start - 1)


def _lands(groups: Iterable[Group]) -> set[str]:
    """The states of lands apart that an article names, by themselves, by an office, an organ or the land."""
    known = states_apart()
    found: set[str] = set()
    for group in groups:
        key = group.key or ""
        codes = {office.partition("@")[2] for office in group.offices}
        if key.startswith(("state:", "institution:")):
            codes.add(key.partition("@")[2] or key.removeprefix("state:"))
        found |= codes & known.keys()
        if group.kind == "place" and key:
            land = place(key)
            found |= {code for code, names in known.items() if land is not None and land.name in names}
    return found


def _armed(groups: Iterable[Group]) -> Iterator[Group]:
    for group in groups:
        found = _organization(group)
        if found is not None and found.kind == "armed-group" and group.named:
            yield group


def _is_of(group: Group, state: str | None) -> bool:
    """Return whether nothing says that a group is of another country than a state."""
    found = _organization(group)
    return state is None or found is None or found.country in (None, state)


def _organization(group: Group) -> Organization | None:
    kind, _, name = (group.key or "").partition(":")
    try:
        return organization_by_key(name) if kind == "organization" else None
    except KeyError:  # an outlet or agency
        return None


def _of_land(code: str, groups: list[Group]) -> Group:
    """The government of a land as the article names it, else the state, else a group of its own, known by its key."""
    wanted = institution_key("government", code)
    for key in (wanted, f"state:{code}"):
        found = next((group for group in groups if group.key == key), None)
        if found is not None:
            return found
    groups.append(Group("organization", key=wanted))
    return groups[-1]


def _give(text: str, span: Span, group: Group, groups: Sequence[Group], reason: str, share: float) -> None:
    """Add a description to a group, and take what was found inside it from the others."""
    for other in groups:
        if other is not group:
            other.leave(span)
    words = " ".join(text[span.start : span.end].split())
    form: Form = "description"
    if not group.named:  # with its state an organ is known, as "the Armenian authorities" are
        form, words = "name", role_name("government", (group.key or "").partition("@")[2])
    group.take(Candidate(span, group.kind, form, words, None, None, None, share, "rebels"), reason)
