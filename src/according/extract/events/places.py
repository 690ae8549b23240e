"""What fills the places of a construction around a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from according.extract.events.acting import Acting
from according.extract.events.frames import Frame, of_noun
from according.extract.events.joined import HYPHENS
from according.extract.events.rows import idiomatic
from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.codebook import Codebook
from according.knowledge.constructions import Place
from according.knowledge.lexicon import Entry
from according.knowledge.party_words import contracted, possessives
from according.knowledge.speech_cues import SpeechCues

PARTS = "parts"
"""The class of nouns that only say how much or which of something: "part of the aid", "a series of attacks"."""
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_DEEP = 3
"""Such nouns above one another: "the first of a series of rounds"."""


@dataclass(slots=True)
class Filled:
    """What fills the places of a construction: tokens by role, the nouns that it asked for, what complements the word.

    `whole` is whether nothing is missing that it requires.
    """

    roles: dict[str, list[int]] = field(
        default_factory=lambda: {"source": [], "target": [], "both": [], "event": []}
    )
    nouns: list[int] = field(default_factory=list)
    clause: int | None = None
    whole: bool = True


class Places:
    """A sentence in which tokens are sought for the places of constructions."""

    def __init__(
        self,
        tree: Tree,
        book: Codebook,
        cues: SpeechCues,
        actors: Actors,
        acting: Acting,
        days: frozenset[int],
    ) -> None:
        """`days` are the tokens of dates, which take no part."""
        self.idioms = idiomatic(tree, book.idioms)
        self._away = days | {at for at in self.idioms if at - 1 in self.idioms}
        self._tree, self._cues, self._actors, self._acting = tree, cues, actors, acting
        self._troops = book.classes.get("troops", frozenset())
        self._parts = book.classes.get(PARTS, frozenset())
        self._forms = _forms(tree)
        self._met: dict[frozenset[str], bool] = {}
        self._somebody: dict[int, bool] = {}

    def can_fill(self, entry: Entry) -> bool:
        """Return whether the sentence has the words without which nothing fills an entry's places."""
        return all(self._has(need) for need in entry.construction.needs)

    def _has(self, need: frozenset[str]) -> bool:
        met = self._met.get(need)
        if met is None:
            met = self._met[need] = not self._forms.isdisjoint(need)
        return met

    def filled(
        self, frame: Frame, entry: Entry, lacking: bool = False, row: Iterable[int] = ()
    ) -> Filled | None:
        """Return what fills an entry's places in a frame; None when one that is required stays empty.

        A subject may be missing: nobody says who. With `lacking`, so may a plain object, which parsers lose. `row` are
        the event's own words.
        """
        found = Filled()
        used = set(row)
        # Nouns that are asked for choose their places before those that anything can fill.
        for place in entry.construction.chosen:
            head = next(self._fitting(frame, place, found.nouns, used), None)
            if head is None:
                if not place.required or _nobody(place, "subject"):
                    continue
                if not (lacking and _nobody(place, "object")):
                    return None
                found.whole = False
                continue
            if place.where in ("clause", "infinitive"):
                found.clause = frame.clause if place.where == "clause" else frame.infinitive
                if place.role is None:
                    continue
            used.add(head)
            if place.role is not None:
                found.roles[place.role].append(head)
            elif place.nouns:
                found.nouns.append(head)
        if found.clause is None:
            found.clause = frame.clause if frame.clause is not None else frame.infinitive
        return found

    def event_noun(self, frame: Frame, entry: Entry, noun: int) -> bool:
        """Return whether an event noun, or what it hangs on, stands where a light verb's construction has it."""
        place = next((each for each in entry.construction.places if each.role == "event"), None)
        if place is None:
            return False
        return any(self._tree.under(noun, each) for each in self._candidates(frame, place, ()))

    def owners(self, frame: Frame) -> list[int]:
        """Return whose an event noun is: "Ghana's attack", "the Ghanaian attack", "their attack"."""
        return [each for each in frame.possessives if self._owns(each)]

    def _owns(self, at: int) -> bool:
        tree, token = self._tree, self._tree.tokens[at]
        if at > 1 and tree.words[at - 1] in HYPHENS and tree.words[at - 2] in self._acting.toward:
            return False  # "anti-government"
        own = token.pos == "PRON" or tree.lemmas[at] in possessives()
        if own or self._acting.is_of_state((tree.lemmas[at], tree.words[at])):
            return True
        if token.relation == "genitive":
            return self.is_somebody(at)
        return any(actor.kind != "place" for actor in self._actors.at(token.span))

    def _fitting(self, frame: Frame, place: Place, nouns: Sequence[int], used: set[int]) -> Iterator[int]:
        for each in self._candidates(frame, place, nouns):
            for inner in self._inner(each) if place.nouns else (each,):
                if inner not in used and inner not in self._away and self._fits(inner, place):
                    yield inner

    def _inner(self, head: int) -> Iterator[int]:
        """Yield a noun, those joined to it, and what it is a part of: "part of the aid", "photographs and maps"."""
        yield head
        yield from self._tree.children(head, "conjunct")
        for _ in range(_DEEP):
            if self._tree.lemmas[head] not in self._parts and self._tree.tokens[head].pos != "NUM":
                return
            below = self._tree.child(head, "genitive", "oblique")
            if below is None or below < head:
                return
            yield below
            head = below

    def _fits(self, head: int, place: Place) -> bool:
        tree = self._tree
        if place.nouns and not (tree.lemmas[head] in place.nouns or tree.words[head] in place.nouns):
            return False
        form = tree.tokens[head].form
        if place.case is not None and form in _CASES and form.casefold() != place.case:
            return False
        return not place.actor or self.is_somebody(head)

    def is_somebody(self, head: int) -> bool:
        """Return whether an actor stands there, or a noun for people or bodies."""
        known = self._somebody.get(head)
        if known is None:
            known = self._somebody[head] = self._is_somebody(head)
        return known

    def _is_somebody(self, head: int) -> bool:
        tree = self._tree
        if tree.tokens[head].pos == "PRON":
            return tree.words[head] in self._cues.pronouns or tree.words[head] in self._cues.persons
        lemma = tree.lemmas[head]
        known = self._cues.is_somebody(lemma) or lemma in self._troops
        return known or bool(self._actors.at(tree.tokens[head].span))

    def _candidates(self, frame: Frame, place: Place, nouns: Sequence[int]) -> Iterator[int]:
        """Yield the tokens that may fill a place, the likeliest first; `nouns` are those already found."""
        tree, where = self._tree, place.where
        if where == "behind":
            leading = frozenset(place.leads)
            led = (*frame.led, *(each for noun in nouns for each in of_noun(tree, noun).led))
            yield from (each for each, known in led if known & leading)
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
        elif where == "subject":
            yield from frame.subjects
        elif where == "object":
            yield from frame.objects
        elif where == "possessive":
            yield from self.owners(frame)


def _forms(tree: Tree) -> frozenset[str]:
    """Return the words of a sentence by which a construction can be met, as written and in dictionary form."""
    forms = {*tree.words, *tree.lemmas}
    forms |= {form.partition(" ")[0] for form in forms}
    return frozenset(forms | {contracted()[form] for form in forms & contracted().keys()})


def _nobody(place: Place, where: str) -> bool:
    """Return whether a place there may stay empty after all: nobody and nothing in particular is asked for."""
    return place.where == where and not place.actor and not place.nouns
