"""Sources behind sources: who relays whose words, and which statement lies within which.

"RIA reported, citing the ministry, that P": both say P, the ministry through RIA. "The ministry said, according to
RIA, that P": RIA says that the ministry said P. Of a pair of which one is a news agency or an outlet, it is the one
that relays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from according.extract.statements.content import trimmed
from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors
from according.knowledge.agencies import agency_by_name
from according.knowledge.outlets import outlet_by_name
from according.knowledge.speech_cues import SpeechCues
from according.model import Span, Statement, Text

_BESIDE = 8
"""Statements of a sentence before and behind a source among which the one that it belongs to is looked for."""
_OPEN = 200
"""Statements that may lie around another."""
_NEAR = 3
"""Characters between a source and the words that it parts: a comma and a space."""
_LONGEST_WORD = 24


def relayed(text: Text, cues: SpeechCues, actors: Actors, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, in the order of their cues, with who relays and who is relayed told apart.

    A source that is relayed has the content of the one who does and names its cue as `carrier`; the phrase for a
    source is no part of what others say, and no cue of its own.
    """
    relays = _Relays(text, cues, actors, drafts)
    for at in range(len(drafts)):
        relays.settle(at)
    return relays.drafts()


class _Relays:
    """The statements of an article while it is settled who relays whom; by their numbers in the order of their cues."""

    def __init__(self, text: Text, cues: SpeechCues, actors: Actors, drafts: Sequence[Draft]) -> None:
        self._text = text.text
        self._cues = cues
        self._actors = actors
        self._names = {actor.chain: actor.name for actor in text.actors}
        self._found = dict(enumerate(sorted(drafts, key=lambda draft: (draft.cue, draft.content))))
        starts = [sentence.span.start for sentence in text.sentences]
        self._sentences = [bisect_right(starts, draft.cue.start) for draft in self._found.values()]

    def drafts(self) -> list[Draft]:
        """Return those that are left, in order, relayed ones with the content that their carriers have in the end."""
        final: dict[Span, Draft] = {}
        ranks = {"relaying source": 1, "source": 2, "cited source": 3}
        for draft in sorted(self._found.values(), key=lambda each: ranks.get(each.reason, 0)):
            carrier = None if draft.carrier is None else final.get(draft.carrier)
            final[draft.cue] = draft if carrier is None else replace(draft, content=carrier.content)
        return [final[draft.cue] for draft in self._found.values()]

    def settle(self, at: int) -> None:
        """Put a source and the statements around it right."""
        source = self._found.get(at)
        if source is None or not source.reason.endswith("source"):
            return
        phrase = _phrase(source)
        others = [
            each for each in self._beside(at, source, phrase) if _touches(self._found[each], source, phrase)
        ]
        if not others:
            if source.reason == "relaying source":
                del self._found[at]
            return
        nearest = min(others, key=lambda each: _distance(self._found[each].cue, phrase))
        inner = self._is_inner(self._found[nearest], source, phrase)
        for each in others:
            self._found[each] = self._without(self._found[each], phrase)
        carrier = self._found[nearest]
        if inner:
            self._found[at] = replace(source, content=carrier.content, carrier=carrier.cue)
        elif carrier.speaker is not None and phrase.contains(carrier.speaker):
            self._found[at] = replace(source, content=carrier.content)
            self._found[nearest] = self._quoted(source, carrier)

    def _beside(self, at: int, source: Draft, phrase: Span) -> Iterator[int]:
        """Yield the statements of a source's sentence that may carry it; drop what its own words were taken for."""
        special = source.reason != "source"
        for each in range(max(0, at - _BESIDE), at + _BESIDE + 1):
            other = self._found.get(each)
            if other is None or each == at or self._sentences[each] != self._sentences[at]:
                continue
            if phrase.contains(other.cue):
                if special:
                    del self._found[each]
            elif not other.reason.endswith("source") or (special and other.reason == "source"):
                yield each

    def _is_inner(self, other: Draft, source: Draft, phrase: Span) -> bool:
        """Return whether somebody tells what a source says, and not the source what somebody says."""
        if source.reason != "source":
            return source.reason == "cited source"
        relays, is_relayed = self._is_press(source), self._is_press(other)
        if relays != is_relayed:
            return is_relayed
        first, last = other.content[0], other.content[-1]
        if not Span(first.start, last.end).contains(phrase):
            return False
        aside = phrase.start - first.start <= _NEAR and self._led(phrase.end, last.end) > 0
        return last.end - phrase.end > _NEAR and not aside

    def _is_press(self, draft: Draft) -> bool:
        """Return whether a news agency or an outlet speaks."""
        written = "" if draft.speaker is None else self._text[draft.speaker.start : draft.speaker.end]
        for name in (written, self._names.get(draft.chain or "", "")):
            outlet = outlet_by_name(name)
            agency = agency_by_name(name, credit=True)
            if agency is not None or (outlet is not None and outlet.kind != "institution"):
                return True
        return False

    def _quoted(self, source: Draft, carrier: Draft) -> Draft:
        """Return who is quoted in "X was quoted by Y as saying that P", where the parser has Y say it."""
        before = self._actors.within(source.content[0])
        named = next((actor for actor in before if actor.kind != "place"), None)
        return replace(
            carrier,
            speaker=named.span if named else None,
            chain=named.chain if named else None,
            carrier=source.cue,
        )

    def _without(self, draft: Draft, phrase: Span) -> Draft:
        """Return a statement without the phrase for a source at the ends of what is said, and of who says it."""
        content = [part for span in draft.content if (part := self._cut(span, phrase)) is not None]
        speaker, chain = draft.speaker, draft.chain
        if speaker is not None and speaker.overlap(phrase) and speaker.start < phrase.start:
            speaker = trimmed(self._text, Span(speaker.start, phrase.start))
            left = [] if speaker is None else [actor.chain for actor in self._actors.within(speaker)]
            chain = chain if chain in left else next(iter(left), None)
        return replace(draft, content=tuple(content), speaker=speaker, chain=chain) if content else draft

    def _cut(self, span: Span, phrase: Span) -> Span | None:
        """Return a stretch without a phrase at its beginning or end, nor the word that leads on from there ("that")."""
        start, end = span
        inside = start - _NEAR <= phrase.start and phrase.end <= end
        if abs(start - phrase.end) <= _NEAR or (inside and phrase.start - start <= _NEAR):
            start = max(start, phrase.end)
            start += self._led(start, end)
        elif inside and end - phrase.end <= _NEAR:
            end = phrase.start
        return span if (start, end) == span else trimmed(self._text, Span(start, end))

    def _led(self, start: int, end: int) -> int:
        """Return how many characters a word for "that" takes at a place, with the comma before it; 0 for none."""
        stop = min(end, start + _LONGEST_WORD)
        first = start
        while first < stop and not self._text[first].isalnum():
            first += 1
        last = first
        while last < stop and self._text[last].isalnum():
            last += 1
        last += last < stop and self._text[last] in "'’"
        word = self._text[first:last].casefold().replace("’", "'")
        return last - start if word in self._cues.complementisers else 0


def _phrase(source: Draft) -> Span:
    """Return from where to where a source and the words before or behind it stand."""
    if source.speaker is None:
        return source.cue
    return Span(min(source.cue.start, source.speaker.start), max(source.cue.end, source.speaker.end))


def _touches(other: Draft, source: Draft, phrase: Span) -> bool:
    """Return whether a source says that somebody says something, or stands in what he says or in who he is."""
    within = any(part.contains(phrase) for part in other.content)
    mine = any(part.contains(other.cue) for part in source.content)
    called = other.speaker is not None and other.speaker.overlap(phrase) > 0
    return within or mine or called or source.reason == "cited source"


def _distance(cue: Span, phrase: Span) -> int:
    return max(cue.start - phrase.end, phrase.start - cue.end)


def nested(statements: Sequence[Statement], carriers: Mapping[Span, Span]) -> tuple[Statement, ...]:
    """Return an article's statements, each with what it lies within: the smallest that says its cue and content.

    Args:
        statements: In the order of their cues.
        carriers: By the cue of a statement the cue of the one that relays it.
    """
    by_cue = {each.cue: each for each in statements}
    order = sorted(statements, key=lambda each: (each.content_span.start, -each.content_span.end, each.cue))
    within: dict[Statement, str] = {}
    around: list[Statement] = []
    for inner in order:
        start = inner.content_span.start
        around = [each for each in around if each.content_span.end > start][-_OPEN:]
        carrier = by_cue.get(carriers.get(inner.cue, inner.cue))
        apart = carrier is None or not carrier.content_span.overlap(inner.content_span)
        if carrier is None or carrier is inner or apart or _size(carrier) < _size(inner):
            holding = (each for each in around if _holds(each, inner))
            carrier = min(holding, key=_size, default=None)
        if carrier is not None:
            within[inner] = carrier.id
        around.append(inner)
    return tuple(replace(each, within=within.get(each)) for each in statements)


def _holds(outer: Statement, inner: Statement) -> bool:
    larger = _size(outer) > _size(inner) and outer.content_span.contains(inner.content_span)
    return larger and any(part.contains(inner.cue) for part in outer.content)


def _size(statement: Statement) -> int:
    return statement.content_span.end - statement.content_span.start
