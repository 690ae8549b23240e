"""Events in languages without a parser: words of the codebook's stems, and who is named around them in a clause.

Nothing tells who does what to whom but the order of names and the few words that mark a role, so that these events are
less sure than others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from according.extract.near import Near
from according.extract.statements.speakers import Actors
from according.knowledge.codebook import Codebook
from according.knowledge.event_kinds import ontology
from according.knowledge.lexicon import GAP, SHORTEST, Stem
from according.knowledge.speech_cues import SpeechCues
from according.knowledge.status_signs import Sign, StatusSigns, met
from according.model import NOBODY, Date, Event, Figure, Party, Root, Sentence, Span, Statement, Status, Text

_ENDS = (",", ";", ":", "—", "–", ".", "!", "?", "։", "«", "»", "“", "”", '"')
_NEAR = 3
"""Words around an event in which signs of its status are looked for."""
_WIDE = 12
"""Words over which a gap reaches."""
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
"""Roots of what two do together: both may stand before it."""
_SHORTEST = 4
"""Letters of a beginning by which a noun for people is known."""
_TALK = ("REQUEST", "AGREE", "REJECT", "THREATEN")
"""Roots of what is said: other events of the clause are what it is about."""
_SURE, _NAMED = 0.2, 0.15
"""Confidence in an event that a stem tells, and what a known party adds."""


@dataclass(frozen=True, slots=True)
class _Someone:
    """Tokens `first` to `last` name somebody, known or not."""

    first: int
    last: int
    chain: str | None


@dataclass(frozen=True, slots=True)
class _Clause:
    """Tokens `first` to `last` of a sentence, and who is named there."""

    first: int
    last: int
    someone: tuple[_Someone, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Tokens `first` to `last` begin as a stem does."""

    first: int
    last: int
    stem: Stem


class Plain:
    """An article in a language without a parser."""

    def __init__(self, text: Text, book: Codebook, cues: SpeechCues, signs: StatusSigns) -> None:
        self._text, self._book, self._cues, self._signs = text, book, cues, signs
        self._actors = Actors(text.actors)
        self._quads = {name: root.quad for name, root in ontology().roots.items()}
        self._stems: dict[str, list[Stem]] = {}
        for each in book.stems:
            stem = replace(each, words=tuple(map(str.casefold, each.words)))
            self._stems.setdefault(stem.words[0][:SHORTEST], []).append(stem)

    def events(
        self, dates: Sequence[Date], statements: Sequence[Statement], figures: Sequence[Figure]
    ) -> Iterator[Event]:
        """Yield the events, in order. All spans are in `text.text`."""
        days = Near(dates, lambda date: (date.span,))
        said = Near(statements, lambda statement: statement.content)
        counted = Near(figures, lambda figure: (figure.span,))
        for sentence in self._text.sentences:
            words = [token.text.casefold().replace("\u0307", "") for token in sentence.tokens]
            near = days.at(sentence.span)
            inside = [each for each in near if each.value is not None and sentence.span.contains(each.span)]
            date = inside[0].value if len(inside) == 1 else None
            for clause in self._clauses(sentence, words):
                for told in _main(self._told(words, clause)):
                    event = self._event(sentence, words, clause, told)
                    if event is not None:
                        yield _placed(
                            event,
                            date,
                            said.at(sentence.span),
                            counted.at(sentence.span),
                            _span(sentence, clause.first, clause.last),
                        )

    def _clauses(self, sentence: Sentence, words: Sequence[str]) -> Iterator[_Clause]:
        """Yield the stretches between signs that hold words."""
        ends = [-1, *(at for at, word in enumerate(words) if word in _ENDS), len(words)]
        for before, end in pairwise(ends):
            if end - before > 1:
                someone = tuple(self._someone(sentence, words, before + 1, end - 1))
                yield _Clause(before + 1, end - 1, someone)

    def _someone(self, sentence: Sentence, words: Sequence[str], first: int, last: int) -> Iterator[_Someone]:
        """Yield who is named between two tokens; what stands side by side is one."""
        held: _Someone | None = None
        for at in range(first, last + 1):
            found = next(iter(self._actors.at(sentence.tokens[at].span)), None)
            party = found is not None and found.kind in ("state", "organization", "person")
            if not party and not (found is None and self._is_somebody(words[at])):
                continue
            chain = None if found is None else found.chain
            same = held is not None and (chain is None or held.chain in (None, chain))
            if held is not None and same and at - held.last == 1:
                held = _Someone(held.first, at, chain or held.chain)
                continue
            if held is not None and not self._elsewhere(words, held):
                yield held
            held = _Someone(at, at, chain)
        if held is not None and not self._elsewhere(words, held):
            yield held

    def _is_somebody(self, word: str) -> bool:
        known = (word[:size] for size in range(len(word), min(len(word), _SHORTEST) - 1, -1))
        return any(self._cues.is_somebody(each) for each in known)

    def _elsewhere(self, words: Sequence[str], who: _Someone) -> bool:
        """Return whether a name only tells where."""
        beside = (who.last, who.last + 1) if self._signs.behind else (who.first - 1,)
        near = [words[at] for at in beside if 0 <= at < len(words)]
        return any(met(sign, (word,)) for sign in self._signs.where for word in near)

    def _told(self, words: Sequence[str], clause: _Clause) -> list[_Told]:
        found: list[_Told] = []
        at = clause.first
        while at <= clause.last:
            near = words[at : clause.last + 1]
            for stem in self._stems.get(words[at][:SHORTEST], ()):
                size = _met(stem, near)
                if size and not (size == 1 and self._is_somebody(words[at])):
                    last = at if GAP in stem.words else at + size - 1
                    found.append(_Told(at, last, stem))
                    at = last
                    break
            at += 1
        return found

    def _event(self, sentence: Sentence, words: Sequence[str], clause: _Clause, told: _Told) -> Event | None:
        """Return the event of a stem; None when nobody takes part."""
        free = [each for each in clause.someone if each.last < told.first or each.first > told.last]
        source, target = self._sides(words, free, told)
        if source is None and target is None:
            return None
        trigger = _span(sentence, told.first, told.last)
        return Event(
            article=self._text.article,
            trigger=trigger,
            sentence=sentence.span,
            text=self._text.text[trigger.start : trigger.end],
            root=cast(Root, told.stem.root),
            mode=told.stem.mode,
            source=self._party(sentence, source),
            target=self._party(sentence, target),
            place=None,
            date=None,
            status=self._status(words, clause, told),
            reported_by=None,
            reported_text=None,
            measures=(),
            confidence=round(_SURE + _NAMED * sum(bool(each and each.chain) for each in (source, target)), 2),
            reason=f"stem, {' '.join(told.stem.words)}",
        )

    def _party(self, sentence: Sentence, who: _Someone | None) -> Party:
        if who is None:
            return NOBODY
        span = _span(sentence, who.first, who.last)
        return Party(() if who.chain is None else (who.chain,), span, self._text.text[span.start : span.end])

    def _sides(
        self, words: Sequence[str], someone: Sequence[_Someone], told: _Told
    ) -> tuple[_Someone | None, _Someone | None]:
        """Return who does it and to whom: by the words that mark a role, then by order."""
        roles = {each: self._role(words, each) for each in someone}
        both = [each for each, role in roles.items() if role == "both"]
        if both and len(someone) > 1:
            return someone[0], next(each for each in someone[1:] if each in both or each is someone[-1])
        source = next((each for each, role in roles.items() if role == "source"), None)
        target = next((each for each, role in roles.items() if role == "target"), None)
        free = [each for each, role in roles.items() if role is None and each not in (source, target)]
        before = [each for each in free if each.last < told.first]
        after = [each for each in free if each.first > told.last]
        if source is None and (before or self._signs.last):
            source = next(iter(before or after), None)
        mutual = told.stem.root in _MUTUAL
        rest = [each for each in ((*before, *after) if mutual else (*after, *before)) if each is not source]
        return source, target if target is not None else next(iter(rest), None)

    def _role(self, words: Sequence[str], who: _Someone) -> str | None:
        """Return the role that a word beside somebody marks."""
        for role, marks in self._book.marks.items():
            for mark in marks:
                row = mark.split()
                start = who.last + 1 if self._signs.behind else who.first - len(row)
                if start >= 0 and list(words[start : start + len(row)]) == row:
                    return role
        return None

    def _status(self, words: Sequence[str], clause: _Clause, told: _Told) -> Status:
        first = max(clause.first, told.first - _NEAR)
        last = clause.last if self._signs.last else min(clause.last, told.last + _NEAR)
        near = tuple(words[first : last + 1])
        for sign, status in self._signs.status:
            if _in(sign, near):
                return status
        deed = self._quads[told.stem.root].startswith("material")
        return "ongoing" if deed and any(_in(sign, near) for sign in self._signs.lasting) else "happened"


def _in(sign: Sign, words: tuple[str, ...]) -> bool:
    size = len(sign)
    return any(met(sign, words[at : at + size]) for at in range(len(words) - size + 1))


def _met(stem: Stem, words: Sequence[str]) -> int:
    """Return over how many words from the first on a stem reaches; 0 when they do not begin as it does."""
    at = 0
    for number, begin in enumerate(stem.words):
        if begin == GAP:
            part = stem.words[number + 1]
            near = range(at, min(at + _WIDE, len(words)))
            at = next((each for each in near if words[each].startswith(part)), len(words))
        elif at < len(words) and words[at].startswith(begin):
            at += 1
        else:
            return 0
    return at


def _main(told: Sequence[_Told]) -> Iterator[_Told]:
    """Yield one event of each root, and of what is said without what it is about."""
    talk = next((each for each in told if each.stem.root in _TALK), None)
    seen: set[str] = set()
    for each in told:
        if each.stem.root not in seen and (talk is None or each.stem.root == talk.stem.root):
            seen.add(each.stem.root)
            yield each


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def _placed(
    event: Event, date: str | None, statements: Sequence[Statement], figures: Sequence[Figure], clause: Span
) -> Event:
    """Return an event with its date, who says so, and the figures of its clause."""
    around = [each for each in statements if any(stretch.contains(event.trigger) for stretch in each.content)]
    said = min(around, key=lambda each: each.content_span.end - each.content_span.start, default=None)
    return replace(
        event,
        date=date,
        reported_by=None if said is None else said.speaker,
        reported_text=None if said is None else said.speaker_text,
        measures=tuple(each.span for each in figures if clause.contains(each.span)),
    )
