"""Which words of a sentence tell of an event: entries of the codebook whose constructions are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from according.extract.events.acting import Acting
from according.extract.events.acts import Acts
from according.extract.events.frames import (
    Frame,
    is_reflexive,
    leads,
    of_noun,
    of_verb,
    with_sides,
    with_verb,
)
from according.extract.events.places import PARTS, Filled, Places
from according.extract.events.rows import in_a_row, particles
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.knowledge.infinitives import infinitives
from according.knowledge.lexicon import Entry
from according.knowledge.speech_cues import SpeechCues

_WIDE = 3
"""Words of a trigger at most: what stands between a verb and a particle farther on is not part of it."""
_NOUNS = ("NOUN", "ADJ", "X")
_MISTAKEN = ("PROPN", "VERB")
"""What parsers take the noun for that opens a headline."""
_DEMANDING = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
_TALK = (*_DEMANDING, "SUPPORT", "CONSULT", "CONCEDE")
"""Roots of what is said: in a sentence, they are about another event."""
_ASKED_FOR = (
    ("CONSULT", None), ("CONSULT", "multilateral"), ("CONSULT", "third-party"), ("CONSULT", "visit"),
    ("CONSULT", "phone"), ("CONCEDE", "resign"), ("ACCUSE", "investigate"), ("SUPPORT", "sign"),
    ("SUPPORT", "recognize"),
)  # fmt: skip
"""Of those, what somebody does when another asks for it: "called for talks", "seeks an inquiry"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word that tells of an event, and the tokens that fill its roles.

    `last` is the last token of the trigger. `through` is the light verb of an event noun. `nouns` are those that the
    construction asked for; `clause` is what complements the word; `whole` is False where an object is missing. `noun`
    says that the word is one.
    """

    word: int
    last: int
    entry: Entry
    source: tuple[int, ...]
    target: tuple[int, ...]
    both: tuple[int, ...]
    nouns: tuple[int, ...]
    clause: int | None
    whole: bool
    through: int | None = None
    noun: bool = False


def matches(
    tree: Tree, book: Codebook, cues: SpeechCues, actors: Actors, acting: Acting, days: frozenset[int]
) -> list[Match]:
    """Return the words of a sentence that tell of events, in order; of a word the entry that asks for most.

    `days` are the tokens of dates, which take no part.
    """
    seeker = _Seeker(tree, book, cues, actors, Places(tree, book, cues, actors, acting, days), days, acting)
    found = {match.word: match for match in seeker.verbs()}
    asked = {noun: match.entry.root for match in found.values() for noun in match.nouns}
    holders = {noun: match.word for match in found.values() for noun in match.nouns}
    for match in seeker.nouns():
        verb = found.get(-1 if match.through is None else match.through)
        more = len(match.entry.words) > 1 and verb is not None and match.entry.root != verb.entry.root
        if verb is not None and more and match.word in verb.nouns:
            del found[verb.word]  # "held joint exercises": the noun says more than the verb with it
            del asked[match.word]
        ceased = found.get(holders.get(match.word, -1))
        if ceased is not None and seeker.goes_on(ceased, match):
            del found[ceased.word]
            del asked[match.word]
        if match.word not in found and _of_its_own(match, asked):
            found[match.word] = match
    return _told_once([match for _, match in sorted(found.items()) if seeker.is_act(match)])


def _told_once(found: list[Match]) -> list[Match]:
    """Return matches without nouns of nobody whose kind the sentence tells before: "reached a deal … the deal"."""
    kept: list[Match] = []
    for match in found:
        nobody = not (match.source or match.target or match.both)
        again = any(
            (each.entry.root, each.entry.mode) == (match.entry.root, match.entry.mode) for each in kept
        )
        if not (nobody and again and match.noun and match.through is None):
            kept.append(match)
    return kept


def _of_its_own(match: Match, asked: dict[int, str]) -> bool:
    """Return whether a noun that a verb asks for is an event beside the verb's: "call for a withdrawal"."""
    root, entry = asked.get(match.word), match.entry
    if root is None:
        return True
    done = entry.root not in _TALK or (
        root not in (entry.root, "REJECT") and (entry.root, entry.mode) in _ASKED_FOR
    )
    return root in _DEMANDING and done


class _Seeker:
    """A sentence whose words are looked up in the codebook."""

    def __init__(
        self,
        tree: Tree,
        book: Codebook,
        cues: SpeechCues,
        actors: Actors,
        places: Places,
        days: frozenset[int],
        acting: Acting,
    ) -> None:
        self._plurals = acting.plurals
        self._tree, self._book, self._cues, self._actors, self._days = tree, book, cues, actors, days
        self._places, self._idioms = places, places.idioms
        self._between = book.classes.get("between", frozenset())
        self._acts = Acts(tree, book, places.is_somebody, cues.papers, acting.at_play)
        self._judging = book.among("blame", "merit")

    def verbs(self) -> Iterator[Match]:
        """Yield the verbs that tell of events."""
        for at, token in enumerate(self._tree.tokens):
            entries = self._entries(at) if token.pos in VERBS else None
            if entries and at not in self._idioms:
                match = self._verb(at, entries)
                if match is not None:
                    yield match

    def is_act(self, match: Match) -> bool:
        """Return whether a match tells of what somebody does."""
        source, target = (*match.source, *match.both), (*match.target, *match.both)
        return self._acts.is_act(match.word, match.entry, source, target)

    def goes_on(self, verb: Match, noun: Match) -> bool:
        """Return whether what a verb says to cease does not: "the fighting has not stopped"."""
        ceases = (verb.entry.root, verb.entry.mode) == ("RETREAT", "ceasefire")
        return ceases and noun.entry.root == "ASSAULT" and self._tree.child(verb.word, "negation") is not None

    def _entries(self, at: int) -> tuple[Entry, ...]:
        """Return the entries of a verb: by its dictionary form or, where the engine does not know it, by its ending."""
        found = self._book.verbs.get(self._tree.lemmas[at])
        if found is not None:
            return found
        likely = infinitives(self._tree.words[at], self._book.language)
        return next((self._book.verbs[each] for each in likely if each in self._book.verbs), ())

    def nouns(self) -> Iterator[Match]:
        """Yield the nouns that tell of events; of words side by side, those of the longest row."""
        past = 0
        for at, token in enumerate(self._tree.tokens):
            parted = self._tree.words[at + 1 : at + 2] == [
                "-"
            ]  # "cease-fire", of which no part need be a noun
            noun = token.pos in _NOUNS or parted or self._opening(at) is not None
            if at < past or at in self._idioms or not noun:
                continue
            match = self._noun(at)
            if match is not None:
                past = match.last + 1
                if not self._within_name(at):
                    yield match

    def _within_name(self, at: int) -> bool:
        """Return whether a noun is a word of somebody's or a body's name: "the Combat Sports Federation"."""
        span = self._tree.tokens[at].span
        names = (each for each in self._actors.at(span) if each.form == "name" and each.kind != "place")
        return any(each.span.start < span.start or span.end < each.span.end for each in names)

    def _verb(self, at: int, entries: Sequence[Entry]) -> Match | None:
        reflexive = is_reflexive(self._tree, at, self._cues)
        other = self._other_particle(at)
        fitting = [
            (entry, further)
            for entry in entries
            if entry.reflexive == reflexive
            and self._places.can_fill(entry)
            and other in (None, *entry.words[1:])
            and (further := particles(self._tree, at, entry.words[1:])) is not None
        ]
        if not fitting:
            return None
        frame = self._raised(of_verb(self._tree, at, self._cues, self._actors, self._book))
        reflexive, acted_on = self._acted_on(frame)
        fitting = [each for each in fitting if not _done_to_something(each[0], reflexive, acted_on)]
        if not fitting:
            return None
        frame = self._judged(frame)
        for lacking in (False, True) if frame.subjects else (False,):
            for entry, further in fitting:
                found = self._places.filled(self._with_particle(frame, further), entry, lacking)
                if found is not None:
                    return _match(frame, max([at, *further]), entry, found)
        return None

    def _raised(self, frame: Frame) -> Frame:
        """Return a passive's frame with whom a verb above it has for its subject: "a deal may be reached"."""
        tree, at = self._tree, frame.word
        token = tree.tokens[at]
        helped = any(tree.lemmas[each] in self._cues.passive for each in tree.children(at, "auxiliary"))
        if token.relation != "clause" or not helped or frame.passive or tree.child(at, "object") is not None:
            return frame
        above = tree.child(token.head, "passive subject", "subject")
        if above is None or tree.child(at, "subject", "passive subject") is not None:
            return frame
        return replace(frame, subjects=tuple(tree.children(at, "agent")), objects=(above,), passive=True)

    def _judged(self, frame: Frame) -> Frame:
        """Return a verb's frame with what its object is called: "called the raid illegal", "traité X d'espion"."""
        tree = self._tree
        called = [
            each for each in self._verdicts(tree.children(frame.word, "clause")) if not leads(tree, each)
        ]
        beside, led = list[int](), list(frame.led)
        for each in frame.objects:
            beside += [below for below in self._verdicts(tree.children(each, "modifier")) if below > each]
            led += [row for row in of_noun(tree, each).led if tree.lemmas[row[0]] in self._judging]
        bare = (*frame.bare, *called)
        return replace(frame, objects=(*frame.objects, *beside, *called), bare=bare, led=tuple(led))

    def _verdicts(self, words: Iterable[int]) -> Iterator[int]:
        return (each for each in words if self._tree.lemmas[each] in self._judging)

    def _acted_on(self, frame: Frame) -> tuple[bool, bool]:
        """Return whether what is acted on is whoever acts, and whether it is something else than somebody."""
        tree = self._tree
        if any(tree.words[each] in self._cues.reflexives for each in frame.objects):
            return True, False
        objects = (each for each in frame.objects if each not in self._days)
        things = (each for each in objects if tree.tokens[each].pos == "NOUN")
        return False, not frame.passive and any(not self._places.is_somebody(each) for each in things)

    def _other_particle(self, verb: int) -> str | None:
        """Return the particle right behind a verb, which makes another verb of it: "break out"."""
        tree = self._tree
        behind = tree.children(verb, "other")
        return next(
            (tree.words[at] for at in behind if at == verb + 1 and tree.tokens[at].pos == "ADP"), None
        )

    def _noun(self, at: int) -> Match | None:
        tree = self._tree
        for entry in self._noun_entries(at):
            if not self._places.can_fill(entry):
                continue
            opening = entry.words == (self._opening(at),)
            last = at if opening else in_a_row(tree, at, entry.words, self._plurals)
            head = None if last is None else self._head(at, last)
            if last is None or head is None:
                continue
            frame, verb = with_sides(tree, of_noun(tree, head), self._between), self._light_verb(head)
            if verb is not None:
                frame = with_verb(tree, frame, verb)
            found = self._places.filled(frame, entry, row=range(at, last + 1))
            if found is not None:
                match = replace(self._owned(_match(frame, last, entry, found), frame), noun=True)
                return match if verb is None else self._carried(match, verb)
        return None

    def _noun_entries(self, at: int) -> Sequence[Entry]:
        """Return the entries of a noun, as written and in its dictionary form; those that ask for most first."""
        nouns = self._book.nouns
        lemma, word = nouns.get(self._tree.lemmas[at], ()), nouns.get(self._tree.words[at], ())
        if not (lemma or word):
            return [each for each in nouns.get(self._opening(at) or "", ()) if len(each.words) == 1]
        if lemma is word or not (lemma and word):
            return lemma or word
        return sorted(dict.fromkeys((*lemma, *word)), key=lambda entry: [-each for each in entry.rank])

    def _opening(self, at: int) -> str | None:
        """Return the noun that opens a headline, which parsers take for a name or a verb: "Frappes sur Kati"."""
        tree, token = self._tree, self._tree.tokens[at]
        opens = (at == 0 or tree.words[at - 1] == ":") and token.text[:1].isupper()
        if not opens or token.pos not in _MISTAKEN or self._actors.at(token.span):
            return None
        if tree.child(at, "subject", "passive subject", "object", "auxiliary", "name") is not None:
            return None
        word = tree.words[at]
        forms = (word, *(word.removesuffix(ending) for ending in self._plurals))
        return next((form for form in forms if form in self._book.nouns), None)

    def _owned(self, match: Match, frame: Frame) -> Match:
        """Return the match of an event noun with its owner as who does it, if nothing else says who."""
        places = match.entry.construction.places
        owners = [each for each in self._places.owners(frame) if each not in match.target]
        if match.source or not owners or any(place.where == "possessive" for place in places):
            return match
        if any(place.role == "both" for place in places):
            return replace(match, both=(*owners, *match.both))
        return replace(match, source=tuple(owners))

    def _head(self, first: int, last: int) -> int | None:
        """Return the noun that heads some words; None where they are but a part of another's name ("war museum")."""
        tree = self._tree
        at = next((at for at in range(first, last + 1) if not first <= tree.tokens[at].head <= last), first)
        token = tree.tokens[at]
        if token.pos not in ("NOUN", "X", "PROPN") and self._opening(at) is None:
            return None
        above = tree.tokens[token.head]
        compound = token.relation in ("modifier", "name") and token.head > at and above.pos == "NOUN"
        return None if compound else at

    def _with_particle(self, frame: Frame, further: Sequence[int]) -> Frame:
        """Return a frame in which what the verb's own preposition leads to is its object: "call on T"."""
        moved = [
            noun for noun, _ in frame.led if any(self._tree.tokens[each].head == noun for each in further)
        ]
        if not moved:
            return frame
        led = tuple(each for each in frame.led if each[0] not in moved)
        return replace(frame, objects=(*frame.objects, *moved), led=led)

    def _light_verb(self, noun: int) -> int | None:
        """Return the light verb that an event noun, or what it is a part of, hangs on: "carried out attacks"."""
        tree = self._tree
        verb = tree.tokens[noun].head
        part = tree.lemmas[verb] in self._book.classes.get(PARTS, ())
        if part or tree.tokens[noun].relation == "conjunct":  # "carried out a series of attacks"
            verb = tree.tokens[verb].head
        light = verb != noun and tree.tokens[verb].pos in VERBS and tree.lemmas[verb] in self._book.light
        return verb if light else None

    def _carried(self, match: Match, verb: int) -> Match:
        """Return the match of an event noun with the roles that its light verb gives."""
        noun = match.word
        frame = of_verb(self._tree, verb, self._cues, self._actors, self._book)
        for entry in self._book.light.get(self._tree.lemmas[verb], ()):
            if not self._places.can_fill(entry):
                continue
            further = particles(self._tree, verb, entry.words[1:])
            if further is None:
                continue
            found = self._places.filled(self._with_particle(frame, further), entry)
            if found is None or not self._places.event_noun(frame, entry, noun):
                continue
            roles = {
                role: tuple(each for each in found.roles[role] if each != noun)
                for role in ("source", "target", "both")
            }
            taken = set(match.source) | set(match.target) | set(match.both)
            if match.entry.construction.text.count("B") and roles["source"]:
                roles = {**roles, "both": roles["source"], "source": ()}
            return replace(
                match,
                through=verb,
                source=match.source or tuple(each for each in roles["source"] if each not in taken),
                target=match.target or tuple(each for each in roles["target"] if each not in taken),
                both=(*roles["both"], *match.both) if match.both != roles["both"] else match.both,
            )
        return match


def _done_to_something(entry: Entry, reflexive: bool, acted_on: bool) -> bool:
    """Return whether something is acted on in what asks for nothing: "pull back the curtains", "hang oneself"."""
    places = entry.construction.places
    if reflexive:
        return entry.root == "ASSAULT" and not any(place.nouns for place in places)
    asks = any(place.where == "object" or (place.required and place.nouns) for place in places)
    return acted_on and not asks


def _match(frame: Frame, last: int, entry: Entry, found: Filled) -> Match:
    return Match(
        frame.word,
        last if frame.word <= last <= frame.word + _WIDE else frame.word,
        entry,
        tuple(found.roles["source"]),
        tuple(found.roles["target"]),
        tuple(found.roles["both"]),
        tuple(found.nouns),
        found.clause,
        found.whole,
    )
