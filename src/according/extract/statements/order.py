"""The words of a sentence without a parse: its cues, and the phrases beside them that name somebody."""

from __future__ import annotations

from bisect import bisect_right

from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues

MOST = 14
"""Words of a phrase that names who speaks."""
COMMAS = frozenset((",", "՝"))
DASHES = frozenset(("-", "–", "—", ",-", ",–", ",—"))
_BREAKS = (
    COMMAS | DASHES | frozenset((";", ":", ".", "!", "?", "…", "(", ")", "«", "»", "„", "“", "”", '"', "։"))
)
_STEM = 4
"""Letters of a noun for somebody before which endings may stand."""
_MOST_CUES = 40
"""Cues of one sentence that are looked at: more are no sentence."""
_FEW = 8
"""Cues behind a word among which the one is looked for that ends what is said."""
_APART = 2
"""Commas over which a phrase before a cue goes back: those around what somebody is called."""

Part = tuple[int, int]
"""The first and the last of a run of words."""


class Order:
    """A sentence from its first word to its last while its cues are looked at, in order."""

    def __init__(self, tree: Tree, cues: SpeechCues, actors: Actors) -> None:
        self.tree = tree
        self.words = cues
        self.actors = actors
        self.cues = [at for at in range(len(tree.words)) if self._is_cue(at)][:_MOST_CUES]
        self._leading = cues.as_ | cues.joining | cues.where | cues.complementisers | COMMAS
        self._are_cues = frozenset(self.cues)
        self.begin = 0
        """Where what belongs to the next cue may begin."""
        self.last: Part | None = None
        """Who the cue before belongs to."""

    def _is_cue(self, at: int) -> bool:
        words, cues = self.tree.words, self.words
        if cues.form(words[at]) is None or (cues.endings and words[at].endswith(tuple(cues.endings))):
            return False
        light = self._light(at)
        if light is not None:
            return at > 0 and any(words[at - 1].startswith(noun) for noun in cues.light[light])
        parts = cues.parts.get(words[at])
        if parts and parts.isdisjoint(words[at + 1 : at + 1 + 2 * MOST]):
            return False
        if at + 1 < len(words) and words[at + 1] in cues.first:  # the writer's own "I"
            return False
        return not any(word in cues.denied for word in words[max(0, at - 2) : at])

    def _light(self, at: int) -> str | None:
        """Return the verb that a word is a form of, if that is a cue behind some nouns only."""
        word = self.tree.words[at]
        return next((word[:end] for end in range(len(word), 2, -1) if word[:end] in self.words.light), None)

    def first(self, at: int) -> int:
        """Return the first word of a cue: the noun of "ifade etti"."""
        return at if self._light(at) is None else at - 1

    def spoke(self, at: int, speaker: Part | None) -> None:
        """Take a cue as done: the next one begins behind it, and is the same one's if nobody else is named."""
        self.begin = at + 1
        while self.begin < len(self.tree.words) - 1 and self.tree.words[self.begin] in COMMAS:
            self.begin += 1
        self.last = speaker if speaker is not None else self.last

    def end(self, first: int) -> int:
        """Return the last word of what is said from a word on: before a further cue that is joined, or the stop."""
        index = bisect_right(self.cues, first)
        for at in self.cues[index : index + _FEW]:
            before = self.first(at) - 1
            if before > first and self.tree.words[before] in self.words.joining:
                stop = before - 1
                while stop > first and self.tree.words[stop] in COMMAS:
                    stop -= 1
                return stop
        return len(self.tree.words) - 1

    def is_last(self, at: int) -> bool:
        """Return whether nothing but auxiliaries and particles follows a cue up to the next comma or stop."""
        for word in self.tree.words[at + 1 : at + 1 + MOST]:
            if word in _BREAKS or word in self.words.joining:
                return True
            if word not in self.words.auxiliaries:
                return False
        return True

    def names_somebody(self, first: int, last: int) -> bool:
        """Return whether some words name or describe somebody, or stand for him."""
        if first > last:
            return False
        named = bool(self.actors.within(self.tree.span(first, last)))
        named = named or any(token.pos == "PROPN" for token in self.tree.tokens[first : last + 1])
        return named or any(self._is_somebody(word) for word in self.tree.words[first : last + 1])

    def has_capital(self, first: int, last: int) -> bool:
        """Return whether a word begins with a capital for another reason than to begin the sentence."""
        return any(token.text[:1].isupper() for token in self.tree.tokens[max(first, 1) : last + 1])

    def _is_somebody(self, word: str) -> bool:
        cues = self.words
        if word in cues.persons or word in cues.pronouns or cues.can_speak(word):
            return True
        return any(cues.can_speak(word[:end]) for end in range(_STEM, len(word)))

    def before(self, first: int) -> Part | None:
        """Return the words before a cue that name somebody, back to the comma or the auxiliary."""
        last = first - 1
        apart = 0
        if last > self.begin and self.tree.words[last] == ":":
            last -= 1
        if last > self.begin and self.tree.words[last] in COMMAS:
            last, apart = last - 1, _APART
        while last >= self.begin and self.tree.words[last] in self.words.particles:
            last -= 1
        start = last
        while start >= self.begin and last - start < MOST:
            word = self.tree.words[start]
            if word in COMMAS and apart > 1:
                apart -= 1
            elif word in _BREAKS or word in self.words.auxiliaries or self._parts(start):
                break
            start -= 1
        return self._named(start + 1, last)

    def _parts(self, at: int) -> bool:
        """Return whether a word for "and" joins clauses, and not two names."""
        if self.tree.words[at] not in self.words.joining:
            return False
        beside = [self.tree.tokens[n].text[:1] for n in (at - 1, at + 1) if 0 <= n < len(self.tree.tokens)]
        return not all(char.isupper() for char in beside)

    def _named(self, first: int, last: int) -> Part | None:
        """Return some words if they name somebody and are no aside of time or place."""
        while first <= last and self.tree.words[first] in self._leading:
            first += 1
        if first > last or self.tree.words[first] in self.words.nobody:
            return None
        if self.tree.words[first] in self.words.within and self._is_body(first, last):
            return first, last
        if self.tree.words[first] in self.words.asides:
            return None
        return (first, last) if self.names_somebody(first, last) else None

    def _is_body(self, first: int, last: int) -> bool:
        """Return whether words behind a preposition are for a body that speaks: "in the ministry"."""
        inside = self.actors.within(self.tree.span(first, last))
        speaks = any(self._is_somebody(word) for word in self.tree.words[first + 1 : last + 1])
        return speaks or any(actor.kind == "organization" for actor in inside)

    def between(self, first: int, last: int) -> Part | None:
        """Return the words that name somebody in a stretch, up to the comma or the preposition."""
        first = max(first, 0)
        while first <= last and (
            self.tree.words[first] in _BREAKS or self.tree.words[first] in self.words.particles
        ):
            first += 1
        return self._run(first, last)

    def behind(self, at: int) -> Part | None:
        """Return the words behind a cue that name somebody, up to a sign, a preposition or another cue."""
        first = at + 1
        while first < len(self.tree.words) and self.tree.words[first] in self.words.auxiliaries:
            first += 1
        return self._run(first, len(self.tree.words) - 1)

    def _run(self, first: int, last: int) -> Part | None:
        stop = first
        if first <= last and self.tree.words[first] in self.words.within:
            stop += 1
        while stop <= min(last, first + MOST) and not self._ends(stop):
            stop += 1
        if stop > first and self.tree.words[first] in self.words.persons:
            return first, first
        found = self._named(first, stop - 1)
        capitals = first < stop and self.tree.tokens[first].text[:1].isupper()
        return found if found is not None or not capitals else (first, stop - 1)

    def _ends(self, at: int) -> bool:
        word = self.tree.words[at]
        cues = self.words
        apart = word in _BREAKS or word in cues.complementisers or word in cues.asides
        return apart or at in self._are_cues or any(word in parts for parts in cues.parts.values())

    def opening(self, last: int) -> Part | None:
        """Return who is named first in a clause that ends with its verb: up to the comma, or the run of his names."""
        words = self.tree.words
        comma = next(
            (n for n in range(self.begin + 1, min(self.begin + MOST, last)) if words[n] in COMMAS), None
        )
        if comma is not None and self.names_somebody(self.begin, comma - 1):
            return self.begin, comma - 1
        stop = next(
            (n for n in range(self.begin, min(self.begin + MOST, last)) if words[n] in self.words.particles),
            None,
        )
        if stop is not None and stop > self.begin:
            return self.begin, stop - 1
        return self._names_from(self.begin, last)

    def _names_from(self, first: int, last: int) -> Part | None:
        """Return the names and nouns for somebody that stand at a place, with what stands between them."""
        end = first - 1
        for at in range(first, min(first + MOST, last)):
            covered = any(
                actor.span.start <= self.tree.tokens[at].span.start < actor.span.end
                for actor in self.actors.at(self.tree.tokens[at].span)
            )
            if covered or self._is_somebody(self.tree.words[at]):
                if at - end > 2:
                    break
                end = at
        return (first, end) if end >= first else None

    def noun_phrase(self, first: int) -> Part | None:
        """Return the phrase behind "according to": up to the comma, else to the verb or the stop."""
        words = self.tree.words
        last = first
        while last < min(first + MOST, len(words)) and words[last] not in _BREAKS - frozenset('„«"“'):
            verb = words[last] in self.words.auxiliaries or words[last].endswith(tuple(self.words.finite))
            verb = verb or last in self._are_cues
            if verb and last > first and not self.tree.tokens[last].text[0].isupper():
                break
            last += 1
        return (first, last - 1) if last > first else None

    def owner(self, last: int, cited: bool) -> Part | None:
        """Return the phrase before "according to": back to the comma or the stop; of who is cited, to another name."""
        first = last
        while first >= 0 and last - first < MOST and self.tree.words[first] not in _BREAKS:
            first -= 1
        if first == last:
            return None
        whole, end = self.tree.span(first + 1, last), self.tree.tokens[last].span
        named = [actor.span.end for actor in self.actors.within(whole)]
        # Who stands before another who is cited relays him: "Reuters polisə istinadən".
        before = [stop for stop in named if stop < end.start and any(other >= end.start for other in named)]
        while cited and before and self.tree.tokens[first + 1].span.start < max(before):
            first += 1
        return first + 1, last
