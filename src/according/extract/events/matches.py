"""Which words of a sentence tell of an event: entries of the codebook whose constructions are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from according.extract.events.frames import Frame, of_noun, of_verb
from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.codebook import Codebook
from according.knowledge.constructions import Place
from according.knowledge.lexicon import Entry
from according.knowledge.speech_cues import SpeechCues

_WIDE = 3
"""Words of a trigger at most: what stands between a verb and a particle farther on is not part of it."""
_NEAR = 5
"""Words from a verb to a particle of it: "gunned three of them down"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word that tells of an event, and the tokens that fill its roles.

    `through` is the light verb of an event noun. `nouns` are those that the construction asked for; `clause` is what
    complements the word.
    """

    word: int
    last: int
    entry: Entry
    source: tuple[int, ...]
    target: tuple[int, ...]
    both: tuple[int, ...]
    nouns: tuple[int, ...]
    clause: int | None
    through: int | None = None


def matches(tree: Tree, book: Codebook, cues: SpeechCues, actors: Actors) -> list[Match]:
    """Return the words of a sentence that tell of events, in order; of a word the entry that asks for most."""
    seeker = _Seeker(tree, book, cues, actors)
    verbs = [seeker.verb(at) for at, token in enumerate(tree.tokens) if token.pos in _VERBS]
    found = {match.word: match for match in verbs if match is not None}
    asked = {noun: match.entry.root for match in found.values() for noun in match.nouns}
    taken: set[int] = set()
    for at, token in enumerate(tree.tokens):
        if at in taken or token.pos not in _NOUNS:
            continue
        match = seeker.noun(at)
        if match is None or match.word in found or not _of_its_own(match, asked):
            continue
        taken.update(range(at, match.last + 1))
        found[match.word] = seeker.carried(match)
    return [match for _, match in sorted(found.items())]


_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "ADJ", "X")
_TALK = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONSULT", "CONCEDE")
"""Roots of what is said: in a sentence, they are about another event."""


def _of_its_own(match: Match, asked: dict[int, str]) -> bool:
    """Return whether a noun that a verb asks for is an event beside the verb's: "call for a withdrawal"."""
    root = asked.get(match.word)
    return root is None or (root in _TALK[:5] and match.entry.root not in _TALK)


class _Seeker:
    def __init__(self, tree: Tree, book: Codebook, cues: SpeechCues, actors: Actors) -> None:
        self.tree, self.book, self.cues, self.actors = tree, book, cues, actors

    def verb(self, at: int) -> Match | None:
        entries = self.book.verbs.get(self.tree.lemmas[at], ())
        if not entries:
            return None
        frame = of_verb(self.tree, at, self.cues, self.actors)
        reflexive = any(self.tree.words[each] in self.cues.reflexives for each in self.tree.below[at])
        for entry in entries:
            if entry.reflexive != reflexive:
                continue
            particles = self._particles(at, entry.words[1:])
            if particles is None:
                continue
            match = self._filled(self._with_particle(frame, particles), entry, max([at, *particles]))
            if match is not None:
                return match
        return None

    def noun(self, at: int) -> Match | None:
        tried = {self.tree.lemmas[at], self.tree.words[at]}
        entries = sorted(
            (entry for word in sorted(tried) for entry in self.book.nouns.get(word, ())),
            key=lambda entry: [-each for each in entry.rank],
        )
        for entry in entries:
            last = self._row(at, entry.words)
            if last is None:
                continue
            head = next(
                (each for each in range(at, last + 1) if not at <= self.tree.tokens[each].head <= last), at
            )
            if self.tree.tokens[head].pos not in ("NOUN", "X", "PROPN"):
                continue
            match = self._filled(of_noun(self.tree, head), entry, last)
            if match is not None:
                return match
        return None

    def _row(self, at: int, words: Sequence[str]) -> int | None:
        """Return the last token of words that stand in a row from a token on."""
        for each in words:
            for part in _parts(each):
                if at >= len(self.tree.words) or part not in (self.tree.words[at], self.tree.lemmas[at]):
                    return None
                at += 1
        return at - 1

    def _particles(self, verb: int, words: Sequence[str]) -> list[int] | None:
        """Return the tokens of a verb's further words, each near it; None when one is missing."""
        found: list[int] = []
        at = verb
        for word in words:
            near = range(at + 1, min(at + 1 + (_NEAR if at == verb else 2), len(self.tree.words)))
            place = next(
                (each for each in near if word in (self.tree.words[each], self.tree.lemmas[each])), None
            )
            if place is None:
                return None
            found.append(place)
            at = place
        return found

    def _with_particle(self, frame: Frame, particles: Sequence[int]) -> Frame:
        """Return a frame in which what the verb's own preposition leads to is its object: "call on T"."""
        moved = [
            noun for noun, _ in frame.led if any(self.tree.tokens[each].head == noun for each in particles)
        ]
        if not moved:
            return frame
        led = tuple(each for each in frame.led if each[0] not in moved)
        return replace(frame, objects=(*frame.objects, *moved), led=led)

    def _filled(self, frame: Frame, entry: Entry, last: int) -> Match | None:
        """Return what fills the places of an entry's construction; None when one that is required stays empty."""
        roles: dict[str, list[int]] = {"source": [], "target": [], "both": [], "event": []}
        nouns: list[int] = []
        used: set[int] = set()
        clause = None
        # Nouns that are asked for choose their places before those that anything can fill.
        for place in sorted(
            entry.construction.places, key=lambda place: (not place.nouns, not place.required)
        ):
            found = [
                each
                for each in self._candidates(frame, place, nouns)
                if each not in used and self._fits(each, place)
            ]
            if not found:
                if place.required and not self._may_lack(place):
                    return None
                continue
            head = found[0]
            if place.where in ("clause", "infinitive"):
                clause = frame.clause if place.where == "clause" else frame.infinitive
                if place.role is None:
                    continue
            used.add(head)
            if place.role is not None:
                roles[place.role].append(head)
            elif place.nouns:
                nouns.append(head)
        if clause is None:
            clause = frame.clause if frame.clause is not None else frame.infinitive
        last = last if frame.word <= last <= frame.word + _WIDE else frame.word
        return Match(
            frame.word,
            last,
            entry,
            tuple(roles["source"]),
            tuple(roles["target"]),
            tuple(roles["both"]),
            tuple(nouns),
            clause,
        )

    def _may_lack(self, place: Place) -> bool:
        """Return whether a place may stay empty after all: a subject or an object that nobody names."""
        if place.actor or place.nouns:
            return False
        return place.where == "subject"

    def _fits(self, head: int, place: Place) -> bool:
        tree = self.tree
        if place.nouns and not (tree.lemmas[head] in place.nouns or tree.words[head] in place.nouns):
            return False
        return not place.actor or self._is_actor(head)

    def _is_actor(self, head: int) -> bool:
        """Return whether somebody stands there: an actor, or a noun for people or bodies."""
        tree = self.tree
        if tree.tokens[head].pos == "PRON":
            return tree.words[head] in self.cues.pronouns or tree.words[head] in self.cues.persons
        return self.cues.is_somebody(tree.lemmas[head]) or bool(self.actors.at(tree.tokens[head].span))

    def _candidates(self, frame: Frame, place: Place, nouns: Sequence[int]) -> Iterator[int]:
        """Yield the tokens that may fill a place, the likeliest first; `nouns` are those already found."""
        tree, where = self.tree, place.where
        if where == "behind":
            leads = frozenset(place.leads)
            led = (*frame.led, *(each for noun in nouns for each in of_noun(tree, noun).led))
            yield from (each for each, known in led if known & leads)
        elif where == "case":
            yield from frame.bare
            for noun in nouns:
                yield from tree.children(noun, "genitive", "oblique", "indirect object")
        elif where == "clause" and frame.clause is not None:
            if place.role is None:
                yield frame.clause
            yield from tree.children(frame.clause, "subject", "passive subject")
        elif where == "infinitive" and frame.infinitive is not None:
            yield frame.infinitive
        else:
            yield from {
                "subject": frame.subjects,
                "object": frame.objects,
                "possessive": frame.possessives,
            }.get(where, ())

    def carried(self, match: Match) -> Match:
        """Return the match of an event noun with the roles that the light verb gives of which it is a part."""
        tree, noun = self.tree, match.word
        verb = tree.tokens[noun].head
        for _ in range(2):  # "carried out a series of attacks"
            if tree.tokens[verb].pos in _VERBS:
                break
            verb = tree.tokens[verb].head
        entries = self.book.light.get(tree.lemmas[verb], ()) if tree.tokens[verb].pos in _VERBS else ()
        if not entries or verb == noun:
            return match
        frame = of_verb(tree, verb, self.cues, self.actors)
        for entry in entries:
            particles = self._particles(verb, entry.words[1:])
            if particles is None:
                continue
            found = self._filled(self._with_particle(frame, particles), entry, noun)
            told = None if found is None else self._event_place(frame, entry, noun)
            if found is not None and told:
                return replace(
                    match,
                    through=verb,
                    source=match.source or tuple(each for each in found.source if each != noun),
                    target=match.target or tuple(each for each in found.target if each != noun),
                    both=match.both or tuple(each for each in found.both if each != noun),
                    clause=match.clause,
                )
        return match

    def _event_place(self, frame: Frame, entry: Entry, noun: int) -> bool:
        """Return whether an event noun, or what it hangs on, stands where a light verb's construction has it."""
        place = next((each for each in entry.construction.places if each.role == "event"), None)
        if place is None:
            return False
        return any(self.tree.under(noun, each) for each in self._candidates(frame, place, ()))


def _parts(word: str) -> list[str]:
    """Return a word as engines part it: at hyphens and behind apostrophes."""
    parts: list[str] = []
    for piece in word.replace("'", "' ").split():
        for number, part in enumerate(piece.split("-")):
            parts += ["-", part] if number else [part]
    return parts
