"""Offices that stand alone ("the minister", "the Turkish president"), in one article: whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from according.knowledge.general_roles import is_general, is_sole
from according.link import gender
from according.link.beside import contradicts, office_of
from according.link.gender import Words
from according.link.group import Group
from according.link.subjects import REACH, Subjects
from according.model import Candidate, Sentence

BY_OFFICE, IN_GENERAL, AMONG_SEVERAL, OF_THE_STATE, JUST_BEFORE = 0.85, 0.75, 0.7, 0.7, 0.65
"""Share of its confidence that an office keeps for somebody because he holds it, is called so in general, is the one of
several holders who was named just before, is said to be of the state, was the subject just before."""

_LOOKED_AT = 24
"""Mentions of somebody at which it is looked how he is introduced: the first ones."""


def described(
    text: str,
    offices: Iterable[Candidate],
    groups: Sequence[Group],
    candidates: Sequence[Candidate],
    sentences: Sequence[Sentence],
    language: str,
) -> list[Group]:
    """Give offices that stand alone to who holds them in this article; return groups for those of nobody named.

    Of several holders the one who was named just before, if only one of them was. Who holds no such office may hold
    one that is called so in general ("the minister"), or be spoken of as one who could: see `_Alone`.
    """
    known = gender.words(language)
    indefinite = known.indefinite
    alone = _Alone(text, groups, candidates, sentences, known)
    unnamed: dict[str, Group] = {}
    for office in offices:
        before = re.findall(r"[\w'’]+", text[max(0, office.span.start - 24) : office.span.start])
        new = bool(before) and before[-1].lower() in indefinite
        found = None if new else alone.holder(office)
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


class _Alone:
    """Whose offices are that no name stands beside.

    Who holds an office is called so somewhere in the article. Of an office that a state has one holder of it may also
    be the one who is said to be of that state ("Turkey's Erdogan"), or who was the subject just before and is spoken
    of with that state more than with any other; never who stands in the same sentence or is called something else.
    """

    def __init__(
        self,
        text: str,
        groups: Sequence[Group],
        candidates: Sequence[Candidate],
        sentences: Sequence[Sentence],
        language: Words,
    ) -> None:
        self._text = text
        self._language = language
        self._men = {id(group) for group in groups if gender.of_person(text, group, language) == "m"}
        self._groups = groups
        self._subjects = Subjects(sentences, groups)
        self._new = re.compile(
            rf", (?:{'|'.join(map(re.escape, sorted(language.indefinite))) or '(?!)'})\b", re.IGNORECASE
        )
        self._with: dict[int, str | None] = {}
        self._states: dict[int, set[str]] = defaultdict(set)
        for each in candidates:
            if each.kind == "state" and each.key:
                self._states[self._subjects.number(each.span.start)].add(each.key.removeprefix("state:"))

    def holder(self, office: Candidate) -> tuple[Group, float, str] | None:
        """Return who is meant by an office that stands alone, which share of its confidence that leaves, and why."""
        for share, reason, is_called in (
            (BY_OFFICE, "office of", str.__eq__),
            (IN_GENERAL, "in general the office of", is_general),
        ):
            holders = self._holders(office, is_called)
            if len(holders) == 1:
                return holders[0], share, reason
            if holders:
                near = {id(group) for group in self._subjects.near(office.span.start)}
                holders = [group for group in holders if id(group) in near]
                return (
                    (holders[0], AMONG_SEVERAL, "named just before, the office of")
                    if len(holders) == 1
                    else None
                )
        able = self._of_state(office)
        if len(able) > 1:
            return None
        if able:
            return able[0], OF_THE_STATE, f"said to be of {office.state}, an office of"
        return self._just_before(office)

    def _holders(self, office: Candidate, is_called: Callable[[str, str], bool]) -> list[Group]:
        """Those whose office is called so; when a state is said, those of that state before those of an unknown one."""
        role, state = office.role or "", office.state
        her = self._is_hers(office)
        holders: list[Group] = []
        unknown: list[Group] = []
        for group in self._groups:
            held = (each.partition("@") for each in group.offices)
            if her and id(group) in self._men:
                continue
            states = {of for known, _, of in held if is_called(role, known)}
            if states and (not state or state in states):
                holders.append(group)
            elif "" in states:
                unknown.append(group)
        if holders or not unknown:
            return holders
        # Who is named in a sentence is not described there again, by a state that was never said to be his.
        here = {id(group) for group in self._subjects.around(office.span.start)}
        return [group for group in unknown if id(group) not in here]

    def _of_state(self, office: Candidate) -> list[Group]:
        """Those who are said to be of the state, and may hold the office."""
        if not office.state or not _is_one_of_state(office.role or ""):
            return []
        here = {id(group) for group in self._subjects.around(office.span.start)}
        return [
            group
            for group in self._groups
            if office.state in group.states and id(group) not in here and self._may_hold(group, office)
        ]

    def _just_before(self, office: Candidate) -> tuple[Group, float, str] | None:
        """The only subject of the sentence before, if the article speaks of him and of that state together."""
        number = self._subjects.number(office.span.start)
        subject = any(
            office.span.contains(each.token.span)
            for each in self._subjects.within(number)
            if each.group is None
        )
        if not office.state or not subject or not _is_one_of_state(office.role or ""):
            return None
        here = {id(group) for group in self._subjects.around(office.span.start)}
        for back in range(1, REACH + 1):
            found = [each.group for each in self._subjects.within(number - back)]
            people = {id(group): group for group in found if group is not None and group.kind == "person"}
            if not people:
                continue
            (group, *others) = people.values()
            if others or id(group) in here or not self._may_hold(group, office):
                return None
            if self._is_something_else(group):
                return None
            if self._state(group) == office.state:
                return group, JUST_BEFORE, "the subject just before,"
            return None
        return None

    def _may_hold(self, group: Group, office: Candidate) -> bool:
        if self._is_hers(office) and id(group) in self._men:
            return False
        return not contradicts(group, office)

    def _is_hers(self, office: Candidate) -> bool:
        """Whether a description says "she"; one that says "he" may mean a woman: "le ministre Florence Parly"."""
        return gender.of_description(self._text, office, self._language) == "f"

    def _state(self, group: Group) -> str | None:
        """The state that somebody is spoken of with more than with any other."""
        if id(group) not in self._with:
            where = {self._subjects.number(member.candidate.span.start) for member in group.members}
            counts = Counter(each for number in where for each in self._states.get(number, ()))
            first, *others = [*counts.most_common(2), (None, 0)]
            self._with[id(group)] = first[0] if others and first[1] > others[0][1] else None
        return self._with[id(group)]

    def _is_something_else(self, group: Group) -> bool:
        """Whether a noun stands before somebody's name or behind it: "the writer X", "X, a doctor"."""
        for member in group.members[:_LOOKED_AT]:
            span = member.candidate.span
            if member.candidate.form != "name":
                continue
            if self._new.match(self._text, span.end):
                return True
            tokens = self._subjects.sentences[self._subjects.number(span.start)].tokens
            at = bisect_left(tokens, span.start, key=lambda token: token.span.start)
            if at and tokens[at - 1].pos in ("NOUN", "ADJ") and tokens[at - 1].text.islower():
                return True
        return False


def _is_one_of_state(role: str) -> bool:
    """Whether an office is one that a state has one holder of, or what such a holder is called in general."""
    return is_sole(role) or is_general(role, "president")
