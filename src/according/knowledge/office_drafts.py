"""Drafts: offices and organs in a text, put together phrase by phrase with their states, portfolios and modifiers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from according.knowledge.office_words import (
    Grammar,
    OfficeWord,
    Part,
    StateName,
    head_of,
    may_stand_for,
    of_portfolio,
    phrases,
    rules,
    takes_portfolio,
)
from according.knowledge.own_bodies import Head, OwnNames, lies_in
from according.knowledge.phrases import Match
from according.knowledge.states import StateWord
from according.model import Span

_Found = Match[OfficeWord | StateWord]

_FARTHEST = 24
"""So many characters at most stand between the parts of one description ("chargée de l'")."""
_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
_LAST_WORD = re.compile(r"(\w+'?)[^\w\n]*\Z")
_CAPITAL = re.compile(r"\b(?=[^\W\d_])(?![a-zß-ÿ])")
_NEXT_LETTER = re.compile(r"[^\S\n]+([^\W\d_])")


@dataclass(slots=True)
class Draft:
    """A description as far as it has been put together."""

    word: OfficeWord
    grammar: Grammar
    start: int
    end: int
    plural: bool
    leads: bool
    role: str
    state: str | None
    state_span: Span | None = None
    organ: bool = False
    """An organ or a portfolio is joined to it."""
    of_other: bool = False
    merged: bool = False
    """It became a part of another description."""
    modifiers: list[str] = field(default_factory=list)
    sharing: list[tuple[str, Span]] = field(default_factory=list)


class Reading:
    """One text with the phrases of offices, organs and states in it."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self._grammar = rules().grammars.get(language or "")
        self._parts: list[Part] = []
        self._states: list[StateName] = []
        found = phrases().find(text, language, nested=True)
        for same in _longest([match for match in found if _is_of(match.payload, language)]):
            span = same[0].span
            words = tuple(match.payload for match in same if isinstance(match.payload, OfficeWord))
            states = [match.payload for match in same if isinstance(match.payload, StateWord)]
            if words:
                self._parts.append(Part(span, words, self._is_plural(span, same[0].phrase, words[0])))
            if states:
                # What it is in the text's own language comes first.
                states.sort(key=lambda word: word.language != language)
                self._states.append(StateName(span, same[0].phrase, tuple(states)))
        self.own = self._own_bodies(language)
        self._parts = [part for part in self._parts if not lies_in(part.span, self.own)]
        self._states = [name for name in self._states if not lies_in(name.span, self.own)]
        self._part_starts = [part.span.start for part in self._parts]
        self._state_starts = [name.span.start for name in self._states]
        self._taken: set[Span] = set()

    def _own_bodies(self, language: str | None) -> list[Span]:
        states = {name.span: name.words[0].code for name in self._states}
        offices = [part.span for part in self._parts if part.one("office", "title")]
        heads = [(part.span, word) for part in self._parts if (word := part.one("institution"))]
        found = OwnNames(self._text, language, states, offices)
        return found.all(Head(span, word.role, word.state, not word.needs) for span, word in heads)

    def drafts(self) -> list[Draft]:
        """Return the offices and organs, in order."""
        drafts = list(self._cores())
        # Organs first: "spokesman for Russia's foreign ministry" is a ministry of Russia, then its spokesman.
        for draft in sorted(drafts, key=lambda draft: (draft.word.kind != "institution", draft.start)):
            self._extend(draft)
        self._join_organs(drafts)
        for draft in drafts:
            draft.of_other = draft.state is None and self._belongs(draft)
        return [draft for draft in drafts if not draft.merged and self._counts(draft)]

    def _is_plural(self, span: Span, phrase: str, word: OfficeWord) -> bool:
        plural = self._grammar_of(word).plural
        written = self._text[span.start : span.end].casefold().split()
        pairs = zip(written, phrase.casefold().split(), strict=False)
        return any(form != base and plural.fullmatch(form) for form, base in pairs)

    def _grammar_of(self, word: OfficeWord) -> Grammar:
        return self._grammar or rules().grammars[word.language]

    def _cores(self) -> Iterator[Draft]:
        """Yield a draft for every office and organ, with its portfolio and a state between the two."""
        for index, part in enumerate(self._parts):
            words = [word for word in part.words if word.kind in ("office", "institution")]
            if not words or part.one("stop"):
                continue
            # Of several meanings the one that asks for nothing; the head of an organ only when an organ follows.
            word = min(words, key=lambda word: (word.role == "head", word.needs is not None))
            leads = any(other.role in rules().leading for other in words)
            plural = part.plural and word.name is None
            draft = Draft(word, self._grammar_of(word), *part.span, plural, leads, word.role, word.state)
            self._add_portfolio(draft, index)
            yield draft

    def _add_portfolio(self, draft: Draft, index: int) -> None:
        """Join "Foreign" or "des Affaires étrangères" to a minister or ministry, also over a state between."""
        if not takes_portfolio(draft.role):
            return
        before = self._parts[index - 1] if index and draft.grammar.before is not None else None
        word = before.one("portfolio") if before else None
        if (
            before
            and word
            and before.span not in self._taken
            and self._gap(before.span.end, draft.start) == ""
        ):
            draft.start = before.span.start
            self._taken.add(before.span)
            draft.role, draft.organ = of_portfolio(word.role, draft.role), True
            return
        between = self._right(draft, draft.end) if draft.grammar.adjective == "after" else None
        sharing = self._shared(draft, between[1], right=True) if between else []
        for states in ([], [between, *sharing] if between else []):
            end = states[-1][1].end if states else draft.end
            part = self._part_at(end)
            word = part.one("portfolio") if part else None
            if part and word and _fits(draft.grammar.organ, self._gap(end, part.span.start)):
                self._take_portfolios(draft, part)
                draft.role, draft.organ = of_portfolio(word.role, draft.role), True
                if states:
                    self._set_states(draft, states)
                return

    def _take_portfolios(self, draft: Draft, part: Part | None) -> None:
        """Take a portfolio and those that "and" joins to it: foreign affairs and trade."""
        while part and part.one("portfolio"):
            draft.end = part.span.end
            self._taken.add(part.span)
            part = self._part_at(draft.end)
            gap = self._gap(draft.end, part.span.start) if part else None
            if not gap or not draft.grammar.conjunction.fullmatch(gap):
                return

    def _extend(self, draft: Draft) -> None:
        """Join what stands at both sides, as long as something does: states and modifiers."""
        size = -1
        while size != (size := draft.end - draft.start):
            if draft.state_span is None:
                self._join_state(draft)
            self._join_modifiers(draft)

    def _join_state(self, draft: Draft) -> None:
        right = self._right(draft, draft.end)
        if right:
            self._set_states(draft, [right, *self._shared(draft, right[1], right=True)])
            draft.end = right[1].end
            return
        left = self._left(draft, draft.start)
        if left is None:
            return
        if draft.role in rules().posted:
            self._taken.add(left[1])
            left = self._left(draft, left[1].start) or left
        self._set_states(draft, [left, *self._shared(draft, left[1], right=False)])
        draft.start = left[1].start

    def _set_states(self, draft: Draft, states: list[tuple[str, Span]]) -> None:
        draft.state, draft.state_span = states[0]
        draft.sharing += states[1:]
        self._taken.update(span for _, span in states)

    def _shared(self, draft: Draft, span: Span, *, right: bool) -> list[tuple[str, Span]]:
        """Return the further states of an office in the plural: "the Armenian and Azerbaijani presidents"."""
        found: list[tuple[str, Span]] = []
        while draft.plural:
            near = (
                bisect_right(self._state_starts, span.start)
                if right
                else bisect_left(self._state_starts, span.start) - 1
            )
            if not 0 <= near < len(self._states):
                break
            other = self._states[near].span
            gap = self._gap(span.end, other.start) if right else self._gap(other.end, span.start)
            if not gap or not draft.grammar.conjunction.fullmatch(gap) or other in self._taken:
                break
            found.append((self._states[near].words[0].code, other))
            span = other
        return found

    def _right(self, draft: Draft, end: int) -> tuple[str, Span] | None:
        """Return the state that stands behind, and where."""
        near = bisect_left(self._state_starts, end)
        if near == len(self._states):
            return None
        span, words = self._states[near].span, self._states[near].words
        gap = self._gap(end, span.start)
        if gap is None or span in self._taken:
            return None
        for word in words:
            if word.role in ("adjective", "demonym"):
                joined = draft.grammar.adjective == "after" and gap == ""
            else:
                joined = _fits(draft.grammar.after, gap) and may_stand_for(word, draft.role)
                joined = joined and not self._is_of_next(draft, span.end)
            if joined:
                return word.code, span
        return None

    def _is_of_next(self, draft: Draft, end: int) -> bool:
        """Whether a state is that of the organ behind it: "soldiers of the Pakistan Army"."""
        part = self._part_at(end) if _fits(draft.grammar.before, "") else None
        return (
            part is not None and part.one("institution") is not None and self._gap(end, part.span.start) == ""
        )

    def _left(self, draft: Draft, start: int) -> tuple[str, Span] | None:
        """Return the state that stands before, and where."""
        near = bisect_left(self._state_starts, start) - 1
        if near < 0:
            return None
        name = self._states[near]
        span = name.span
        gap = self._gap(span.end, start)
        written = self._text[span.start : span.end]
        # Kanada ends like a locative and is none.
        oblique = written.casefold() != name.phrase.casefold() and _fits(
            draft.grammar.oblique, written.casefold()
        )
        if gap is None or span in self._taken or oblique:
            return None
        for word in name.words:
            if word.role in ("adjective", "demonym"):
                joined = draft.grammar.adjective == "before" and gap in ("", "-")
            else:
                # "in Armenia Foreign Minister Lavrov said": where he was, not whose minister he is.
                away = (
                    gap == ""
                    and not written.isupper()
                    and _fits(draft.grammar.away, self._word_before(span.start))
                )
                joined = _fits(draft.grammar.before, gap) and not away and may_stand_for(word, draft.role)
            if joined:
                return word.code, span
        return None

    def _join_modifiers(self, draft: Draft) -> None:
        for part, side in ((self._part_before(draft.start), "before"), (self._part_at(draft.end), "after")):
            word = part.one(side) if part else None
            if not part or not word or part.span in self._taken:
                continue
            first, second = (part.span, Span(draft.start, draft.end))[:: 1 if side == "before" else -1]
            if self._gap(first.end, second.start) in ("", "-", "."):
                draft.start, draft.end = first.start, second.end
                draft.plural |= part.plural
                self._taken.add(part.span)
                draft.modifiers.append(word.role)

    def _join_organs(self, drafts: list[Draft]) -> None:
        """Join organs and offices with those beside them: "speaker of the parliament", "staff of the Turkish army"."""
        beside = {
            id(draft): (before, after)
            for before, draft, after in zip([None, *drafts], drafts, [*drafts[1:], None], strict=False)
        }
        # Organs first again: the chief of the staff of the Turkish army is Turkish by two steps.
        for draft in sorted(drafts, key=lambda draft: (draft.word.kind != "institution", draft.start)):
            before, after = beside[id(draft)]
            of = draft.grammar.organ if draft.word.kind == "office" else draft.grammar.after
            if after and _fits(of, self._gap(draft.end, after.start)):
                self._join_organ(draft, after)
            elif before and not before.merged and self._has_genitive_before(draft, before.end):
                self._join_organ(draft, before)

    def _has_genitive_before(self, draft: Draft, end: int) -> bool:
        # "told parliament President Putin": only where genitives stand before alone is he a president of parliament.
        possible = draft.grammar.after is None or draft.word.role != "president"
        return possible and _fits(draft.grammar.before, self._gap(end, draft.start))

    def _join_organ(self, draft: Draft, other: Draft) -> None:
        """Make an office that of an organ: its head, or somebody who serves it and has the state from it."""
        if other.word.kind == "office" and draft.word.kind == "institution":
            return
        heads = draft.leads and other.word.kind == "institution"
        if not heads and draft.word.kind == "office" and draft.role not in rules().serving:
            return
        draft.organ = True
        if draft.state is None:
            draft.state, draft.state_span = other.state, other.state_span
        if not heads:
            return
        other.merged = True
        draft.role = head_of(other.role)
        draft.start, draft.end = min(draft.start, other.start), max(draft.end, other.end)
        if other.state_span:
            right = other.state_span.start > other.start
            self._set_states(
                draft,
                [(other.state or "", other.state_span), *self._shared(draft, other.state_span, right=right)],
            )

    def _belongs(self, draft: Draft) -> bool:
        """Whether a name follows in the genitive: "président de la Commission européenne"."""
        found = _CAPITAL.search(self._text, draft.end, draft.end + _FARTHEST)
        gap = self._gap(draft.end, found.start()) if found else None
        return bool(gap) and _fits(draft.grammar.after, gap)

    def _counts(self, draft: Draft) -> bool:
        """Whether a word that is also an ordinary one has beside it what it needs."""
        needs = draft.word.needs
        if needs is None or draft.state_span or draft.organ or draft.modifiers:
            return True
        if needs == "state":
            return False
        return self._name_follows(draft.end) or self._word_before(draft.start) in draft.grammar.determiners

    def titles(self) -> Iterator[Span]:
        """Yield the forms of address that stand before a name."""
        for part in self._parts:
            if part.one("title") is None or part.one("stop"):
                continue
            start, end = part.span
            dotted = self._text[end : end + 1] == "."
            # A single letter is a title only with its stop: M. Macron.
            if self._name_follows(end + dotted) and (dotted or end - start > 1):
                yield Span(start, end + dotted)

    def _part_before(self, start: int) -> Part | None:
        near = bisect_left(self._part_starts, start) - 1
        return self._parts[near] if near >= 0 else None

    def _part_at(self, end: int) -> Part | None:
        near = bisect_left(self._part_starts, end)
        return self._parts[near] if near < len(self._parts) else None

    def _gap(self, start: int, end: int) -> str | None:
        """Return what stands between two parts, plainly written; None when too much, another line or nothing does."""
        between = self._text[start:end]
        if not 0 < end - start <= _FARTHEST or "\n" in between:
            return None
        return " ".join(between.translate(_APOSTROPHES).casefold().split())

    def _word_before(self, start: int) -> str:
        found = _LAST_WORD.search(self._text[max(0, start - _FARTHEST) : start].translate(_APOSTROPHES))
        return found[1].casefold() if found else ""

    def _name_follows(self, end: int) -> bool:
        found = _NEXT_LETTER.match(self._text, end, end + 3)
        return found is not None and found[1] != found[1].lower()


def _is_of(word: OfficeWord | StateWord, language: str | None) -> bool:
    """Whether a word belongs into a text of this language: German nouns have capitals and look like names."""
    return isinstance(word, StateWord) or word.anywhere or language in (None, word.language)


def _longest(matches: list[_Found]) -> list[list[_Found]]:
    """Return the longest matches, those of one span together; what overlaps a longer or earlier one is left out."""
    found: list[list[_Found]] = []
    for match in sorted(matches, key=lambda match: (match.span.start, -match.span.end)):
        if found and match.span == found[-1][0].span:
            found[-1].append(match)
        elif not found or match.span.start >= found[-1][0].span.end:
            found.append([match])
    return found


def _fits(pattern: re.Pattern[str] | None, text: str | None) -> bool:
    return pattern is not None and text is not None and pattern.fullmatch(text) is not None
