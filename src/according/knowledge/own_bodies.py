"""Armies and governments with a name of their own: no state's institution, whatever state their name has in it.

What stands beside the noun says so: the Free Syrian Army is not Syria's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from according.knowledge.fold import load_data, texts
from according.knowledge.ordinary import is_ordinary, is_proper
from according.model import Span

_WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?"
_LAST_WORD = re.compile(rf"({_WORD})[ -]\Z")
_MOST_WORDS = 6
"""Words on either side of the noun, at most."""
_LONGEST = 40
"""Characters of a word and of what joins it, at most."""
_AROUND = 80
"""Characters on either side that tell whether a line is a heading."""
_SHORT = 3
_TITLED = 0.7
"""Share of the words longer than the short ones that have a capital in headings."""
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class _Signs:
    """`marks` by role, folded: whole words or beginnings, those of the second set only with a capital."""

    marks: dict[str, tuple[frozenset[str], frozenset[str]]]
    after: re.Pattern[str]
    capital_before: bool
    capital_after: bool
    neutral: frozenset[str]

    def mark(self, word: str, role: str, *, proper: bool) -> bool:
        """Whether a word, or a part of one with hyphens, makes a body of its own."""
        sure, doubtful = self.marks[role]
        wanted = sure | doubtful if proper else sure
        folded = word.casefold().replace("’", "'")
        return any(
            part in wanted or any(f"{part[:n]}-" in wanted for n in range(3, len(part) + 1))
            for part in {folded, *folded.split("-")}
        )


@cache
def _signs(language: str) -> _Signs | None:
    entry = cast(dict[str, dict[str, Any]], load_data("own_bodies.yml")).get(language)
    if entry is None:
        return None
    marks = {}
    for role in ("armed-forces", "government"):
        words = texts(entry[role])
        sure = frozenset(word for word in words if word[0] != "~")
        marks[role] = sure, frozenset(word[1:] for word in words if word[0] == "~")
    capital: Literal["before", "after", "both", "none"] = entry["capital"]
    return _Signs(
        marks,
        re.compile(rf" ((?:(?:{entry['links']})(?:(?<=['’])| ))?)({_WORD})"),
        capital in ("before", "both"),
        capital in ("after", "both"),
        frozenset(texts(entry["neutral"])),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """A noun for an army or a government in a text: `own` is the state that has a body of just this name."""

    span: Span
    role: str
    own: str | None
    plain: bool
    """It asks for nothing beside it to be an institution: "army", unlike "forces"."""


class OwnNames:
    """The names of such bodies in one text.

    Args:
        text: The text.
        language: BCP 47, its first part.
        states: Where states and their adjectives stand, with their codes.
        offices: Where offices and forms of address stand, which end a name: "the Army of General …".
    """

    def __init__(
        self, text: str, language: str | None, states: Mapping[Span, str], offices: Iterable[Span]
    ) -> None:
        self._text = text
        self._language = language
        self._signs = _signs(language or "")
        self._states = states
        self._starts = {span.start: span for span in states}
        self._ends = {span.end: span for span in states}
        self._offices = {word.start() for span in offices for word in re.compile(_WORD).finditer(text, *span)}

    def all(self, heads: Iterable[Head]) -> list[Span]:
        """Return the names around nouns that are given in order; none overlaps another."""
        found: list[Span] = []
        for head in heads:
            name = self.around(head)
            if name and (not found or found[-1].end <= name.start):
                found.append(name)
        return found

    def around(self, head: Head) -> Span | None:
        """Return the whole name of a body of its own; None where the noun stands for a state's."""
        signs = self._signs
        if signs is None or head.role not in ("armed-forces", "government"):
            return None
        before = self._before(signs, head)
        after = self._after(signs, head)
        start = before[-1].start if before else head.span.start
        end = after[-1].end if after else head.span.end
        proper = self._is_proper(signs, head, start)
        beside = [*before, *after]
        inside = (
            [] if head.own else [Span(*found.span()) for found in re.finditer(_WORD, self._at(head.span))]
        )
        words = [self._at(span) for span in beside]
        words += [self._at(head.span)[slice(*span)] for span in inside]
        marked = any(signs.mark(word, head.role, proper=proper) for word in words)
        capital = self._is_capital(head.span.start) and not self._opens(head.span)
        if not (head.plain or head.own or capital):
            return None
        if head.own:
            marked = marked or any(self._states.get(span, head.own) != head.own for span in beside)
        if not marked and not self._is_named(signs, head, before, after):
            return None
        return Span(start, end)

    def _before(self, signs: _Signs, head: Head) -> list[Span]:
        """What stands before the noun and belongs to it, the nearest first."""
        found: list[Span] = []
        at = head.span.start
        for _ in range(_MOST_WORDS):
            state = self._ends.get(at - 1) if self._text[at - 1 : at] in (" ", "-") else None
            word = _LAST_WORD.search(self._text, max(0, at - _LONGEST), at)
            if word is None:
                break
            span = state or Span(word.start(1), word.end(1))
            written = self._at(span)
            if not state and self._starts.get(span.start) and _POSSESSIVE.search(written):
                break  # "Syria's": whose it is
            if not (state or self._belongs(signs, head, span, signs.capital_before)):
                break
            found.append(span)
            at = span.start
        return found

    def _belongs(self, signs: _Signs, head: Head, span: Span, capital: bool) -> bool:
        written = self._at(span)
        if written.casefold() in signs.neutral or span.start in self._offices:
            return False
        if signs.mark(written, head.role, proper=True):
            return True
        if not capital or not self._is_capital(span.start):
            return False
        ordinary = is_ordinary(written, self._language) and not is_proper(written, self._language)
        return not (ordinary and (self._opens(span) or self._is_titled(span.start)))

    def _after(self, signs: _Signs, head: Head) -> list[Span]:
        """What stands behind the noun and belongs to it."""
        found: list[Span] = []
        at = head.span.end
        for _ in range(_MOST_WORDS):
            word = signs.after.match(self._text, at, at + _LONGEST)
            if word is None:
                break
            span = self._starts.get(word.start(2)) or Span(word.start(2), word.end(2))
            state = span.start in self._starts
            linked = bool(word.group(1)) or not signs.capital_before
            if not state and not self._belongs(signs, head, span, signs.capital_after and linked):
                break
            found.append(span)
            at = span.end
        return found

    def _is_named(self, signs: _Signs, head: Head, before: list[Span], after: list[Span]) -> bool:
        """Whether a capitalised army has a proper name of its own, with no state in it: the Arakan Army."""
        if head.own or not head.plain or head.role != "armed-forces" or not self._is_capital(head.span.start):
            return False
        beside = [*before, *after]
        if any(span in self._states for span in beside):
            return False
        return any(self._is_capital(span.start) and not self._opens(span) for span in beside)

    def _is_proper(self, signs: _Signs, head: Head, start: int) -> bool:
        """Whether capitals show a name: of the noun, or where only a name's first word has one, of that."""
        if not signs.capital_before:
            return self._is_capital(start) or self._is_capital(head.span.start)
        words = list(re.finditer(_WORD, self._at(head.span)))
        return bool(words) and self._is_capital(head.span.start + words[-1].start())

    def _is_titled(self, at: int) -> bool:
        """Whether nearly all words around have a capital, as in a heading."""
        around = self._text[max(0, at - _AROUND) : at].rpartition("\n")[2]
        around += self._text[at : at + _AROUND].partition("\n")[0]
        long = [word for word in re.findall(_WORD, around) if len(word) > _SHORT]
        return len(long) > _SHORT and sum(word[0].isupper() for word in long) > _TITLED * len(long)

    def _opens(self, span: Span) -> bool:
        """Whether a word opens its line or sentence, where any word has a capital."""
        before = self._text[max(0, span.start - 3) : span.start].rstrip(' "«“(')
        return not before or before[-1] in ".!?…\n։:;"

    def _is_capital(self, at: int) -> bool:
        letter = self._text[at : at + 1]
        return letter.isupper()

    def _at(self, span: Span) -> str:
        return self._text[span.start : span.end]


def lies_in(span: Span, longer: Sequence[Span]) -> bool:
    """Return whether a stretch lies in one of `longer`, which are in order."""
    near = bisect_right(longer, span.start, key=lambda each: each.start) - 1
    return near >= 0 and longer[near].contains(span)
