"""Who takes part in an event: the phrases that fill its roles, and the actors in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.extract.events.acting import Acting
from according.extract.events.elsewhere import Elsewhere
from according.extract.events.frames import of_verb
from according.extract.events.groups import Groups
from according.extract.events.listed import Listed
from according.extract.events.matches import Match
from according.extract.events.names import NONE, Names
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.knowledge.party_words import one_another
from according.knowledge.speech_cues import SpeechCues
from according.model import NOBODY, Party, Span

_PEOPLE = ("troops", "police", "crowd", "people", "prisoners", "suspect", "diplomats")
_THINGS = ("buildings", "property", "place")
_WORDS = ("agreement", "ceasefire", "plan", "claim", "demand", "talks", "aid", "sanctions", "ties", "idle")
_FORCES = ("troops", "arms", "police")
"""Classes of the codebook: people, things that suffer what is done to them, what does nothing, what one sends."""
_FORCE = ("ASSAULT", "COERCE")
_ABOUT_SOMEBODY = (
    "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "CONCEDE", "AID", "SANCTION", "COERCE",
)  # fmt: skip
"""Roots that are done to somebody even where the words name a thing: whoever the thing is about."""
_CORE = ("subject", "passive subject", "object")
_DONE = ("object", "oblique", "conjunct")
_NOT_THERE = ("PROTEST", "MOBILIZE", "CONSULT", "COOPERATE")
"""Roots of what is not done to those who are at the place of its object: "met in X"."""
_SUFFERED = ("ASSAULT", "COERCE", "RETREAT", "ACCUSE")
"""Roots of what is done to a state's people as to the state."""
_HARSH = ("ACCUSE", "ASSAULT", "REJECT")
"""Roots of what nobody answers by refusing."""
_GIVEN, _SHARED = ("AID", "AGREE", "REQUEST"), ("CONSULT", "AGREE", "COOPERATE")
"""Roots that are done to whom one did the other with: "met X and promised aid"."""
_UP = 3
"""Nouns from an event up to the verb that tells who does it: "considers the possibility of strikes"."""


def idle_words(book: Codebook, cues: SpeechCues) -> frozenset[str]:
    """Return the words of a language for what does nothing by itself: papers, plans, ties."""
    return (book.among(*_WORDS) | cues.papers) - book.among(*_PEOPLE, *_FORCES)


class Parties:
    """A sentence in which those who take part in its events are sought."""

    def __init__(
        self,
        tree: Tree,
        actors: Actors,
        acting: Acting,
        groups: Groups,
        book: Codebook,
        cues: SpeechCues,
        of: frozenset[str],
        idle: frozenset[str],
    ) -> None:
        """`of` are the words between a thing and whose it is; `idle` is what `idle_words` returns."""
        self._tree, self._actors, self._acting = tree, actors, acting
        people, self._things, self._forces = (book.among(*names) for names in (_PEOPLE, _THINGS, _FORCES))
        self._book, self._cues = book, cues
        self._idle = idle
        apart = book.classes.get("apart", frozenset())
        listed = Listed(tree, actors, cues, of)
        self.names = Names(tree, actors, cues, of, acting, people, apart, groups, listed)
        self._elsewhere = Elsewhere(tree, actors, acting, book, self.names, self._things)

    def of(self, found: Sequence[Match]) -> Iterator[tuple[Match, Party, Party]]:
        """Yield events with their sources and targets."""
        sides = {match.word: self._sides(match) for match in found}
        for match in found:
            sides[match.word] = self._by_event(match, found, sides)
        told: dict[int, tuple[Party, Party]] = {}
        for match in found:
            source, target = self._sought(match, found, sides)
            if not target.chains:
                target = self._beside(match, found, told, source) or target
            source = self._before(source, target)
            told[match.word] = source, target
            yield match, source, target

    def _before(self, source: Party, target: Party) -> Party:
        """Return a source up to its target, where a parser has hung that on it: "strikes of the army on Kati"."""
        if source.span is None or target.span is None or not source.span.contains(target.span):
            return source
        tokens = self._tree.tokens
        at = next(at for at, token in enumerate(tokens) if token.span.end > target.span.start)
        while at > 0 and tokens[at - 1].pos in ("ADP", "DET"):
            at -= 1
        end = tokens[at - 1].span.end if at else 0
        return Party(source.chains, Span(source.span.start, end), None) if end > source.span.start else source

    def _sought(
        self, match: Match, found: Sequence[Match], sides: dict[int, tuple[Party, Party]]
    ) -> tuple[Party, Party]:
        """Return the sides of an event with those whom the sentence tells elsewhere."""
        source, target = self._inherited(match, found, sides)
        if target.span is None and match.clause is not None:
            target = self._within(match, found, sides, source)
        if match.entry.root in ("ACCUSE", "REJECT", "SUPPORT") and (told := self._done_by(match, sides)):
            target = told if told.span != source.span else target
        mutual = match.both or is_mutual(match)
        if mutual and target.span is None and (source != target or source.span is None):
            source, target = self._elsewhere.partner(match, source)
        known = source.chains or not mutual
        if known and not target.chains and match.entry.root in _ABOUT_SOMEBODY:
            target = self._elsewhere.further(match, source) or target
        if target.span is None and not mutual:
            target = self._elsewhere.led_to(match, source)
        if not target.chains and match.entry.root not in _NOT_THERE:
            target = self._elsewhere.there(match, known=target.span is not None) or target
        if target.chains == source.chains and not mutual and source.span != target.span:
            target = Party((), target.span, None)  # two phrases, of which one is taken for the other
        return source, target

    def _beside(
        self,
        match: Match,
        found: Sequence[Match],
        told: dict[int, tuple[Party, Party]],
        source: Party,
    ) -> Party | None:
        """Return the target of an event by what stands beside it: an event before it, pressure, a people."""
        root, before = match.entry.root, [each for each in found if each.word in told]
        if root == "REJECT":
            asking = (told[each.word] for each in before if each.entry.root not in _HARSH)
            asked = (
                one
                for one, other in asking
                if one.chains and set(other.chains) & set(source.chains) - set(one.chains)
            )
            return self._elsewhere.despite(match, source) or next(asked, None)
        if root in _SUFFERED:
            return self._elsewhere.people(match)
        token = self._tree.tokens[match.word if match.through is None else match.through]
        joined = root in _GIVEN and token.relation == "conjunct"
        for each in before if joined else ():
            doer, other = told[each.word]
            if token.head in (each.word, each.through) and each.entry.root in _SHARED:
                fresh = bool(other.chains) and other.chains != doer.chains
                return other if fresh and doer.chains == source.chains else None
        return None

    def _inherited(
        self, match: Match, found: Sequence[Match], sides: dict[int, tuple[Party, Party]]
    ) -> tuple[Party, Party]:
        """Return the sides of an event; what is not said of them is as in its promise, demand, threat."""
        source, target = sides[match.word]
        about = next((each for each in found if match.word in each.nouns), None)
        if about is None or about.word == match.through or match.both:
            return source, target
        doer, other = sides[about.word]
        if about.entry.root in ("REQUEST", "ACCUSE"):
            doer, other = other, NOBODY
        source = doer if source.span is None and doer.span != target.span else source
        other = doer if is_mutual(match) and not other.chains and len(doer.chains) > 1 else other
        fresh = other.span != source.span or is_mutual(match)
        return source, other if target.span is None and fresh else target

    def _by_event(
        self, match: Match, found: Sequence[Match], sides: dict[int, tuple[Party, Party]]
    ) -> tuple[Party, Party]:
        """Return the sides of an event; what another one does, is done by whoever does that: "the attack killed X"."""
        source, target = sides[match.word]
        deed = next((each for each in found if each.word in match.source and each.word != match.word), None)
        if deed is None or not deed.noun:
            return source, target
        doer, _ = sides[deed.word]
        if is_mutual(deed) or doer.span == target.span:  # a war kills, not one of those who fight it
            return NOBODY, target
        return Party((), source.span, None) if doer.span is None else doer, target

    def _sides(self, match: Match) -> tuple[Party, Party]:
        """Return who does it and to whom; of several who do it to each other the first, and the others."""
        root = match.entry.root
        both = [each for each in self._acting_words(match.both, match.word) if not self._is_seat(each)]
        both = [] if len(both) == 1 and self._elsewhere.is_only_where(both[0]) else both
        if both:
            first = self.names.named(both[:1], match.word)
            one = first.party
            others = self.names.named((*both[1:], *match.target), match.word).party
            if others.span is None and first.several:
                return self.names.parted(both[:1], match.word, self._idle) or (one, one)
            named_after = self._tree.tokens[both[0]].relation == "modifier" and self._is_bare_name(both[0])
            named_after = named_after and both[0] + 2 != match.word  # "Ghana-brokered"
            if others.span is None and named_after:  # "the Ghana war": where it is, not who fights
                return NOBODY, NOBODY
            return one, others
        sides = self.names.named(match.nouns, match.word) if is_mutual(match) else NONE
        if sides.several:  # "the agreement of the leaders of X and Y was signed"
            return self.names.parted(match.nouns, match.word, self._idle) or (sides.party, sides.party)
        if any(map(self._is_mutual, match.target)):
            one = self.names.named(self._acting_words(match.source, match.word), match.word).party
            return one, one
        source = self.names.named(self._acting_words(match.source, match.word), match.word)
        if source.party.span is None and not is_mutual(match):
            source = self.names.named(self._acting_words(self._doers(match), match.word), match.word)
        if source.party.span is None and _receives(match):  # "Ghana bought Chadian drones"
            theirs = [each for each in match.nouns if self.names.is_of_state(each)]
            source = self.names.named(theirs, match.word)
        target = self.names.named(
            [each for each in match.target if not self._elsewhere.is_where(match, each)], match.word
        )
        bare = target.party.span is None and not match.target and root != "PROTEST"
        if bare and not (self._sends(match) or is_mutual(match) or _receives(match)):
            target = self.names.named(match.nouns, match.word)
            if not target.somebody and not self._suffers(match):
                target = NONE
        own = any(self.names.is_own(head) for head in match.target or match.nouns)
        own = own and not set(target.party.chains).isdisjoint(source.party.chains)
        bare = target.party.span is None or not (match.target or target.party.chains)
        if root == "RETREAT" and bare and any(map(self.names.is_group, match.source)):
            return source.party, source.party  # "both sides released prisoners"
        rest = tuple(each for each in target.party.chains if each not in source.party.chains)
        if own and rest and root != "RETREAT":  # "surrounded its capital"
            return source.party, Party(rest, target.party.span, None)
        somebody = (target.somebody or root in _FORCE) and not own
        return source.party, target.party if somebody else NOBODY

    def _is_bare_name(self, head: int) -> bool:
        return self._tree.tokens[head].pos == "PROPN" and self._tree.child(head, "case") is None

    def _is_mutual(self, head: int) -> bool:
        """Return whether a word stands for those who do something to one another."""
        words = self._tree.words
        rows = (tuple(words[max(0, head - size + 1) : head + 1]) for size in (2, 3, 4))
        return any(row in one_another() for row in rows)

    def _doers(self, match: Match) -> list[int]:
        """Return who does what a noun tells by the verb that it is the object of: "X prepares an attack on Y"."""
        tree, noun = self._tree, match.word
        if tree.tokens[noun].pos in VERBS or match.through is not None:
            return []
        light = (each for each in tree.children(noun, "modifier") if self._carries(each, match.entry.root))
        agents = [agent for each in light for agent in tree.children(each, "agent")]
        if agents:  # "the invasion carried out by X"
            return agents
        for _ in range(_UP):
            token = tree.tokens[noun]
            if token.relation not in ("object", "oblique", "genitive", "conjunct", "modifier"):
                return []
            above = token.head
            if tree.tokens[above].pos in VERBS:
                does = tree.lemmas[above] in self._acting.doing and token.relation in _DONE
                does = does or (match.entry.mode == "visit" and self._is_on(match.word))
                return (
                    list(of_verb(tree, above, self._cues, self._actors, self._book).subjects) if does else []
                )
            noun = above
        return []

    def _carries(self, verb: int, root: str) -> bool:
        """Return whether a verb is a light one: whoever gives what a deed of force is done with does not do it."""
        lemma = self._tree.lemmas[verb]
        aids = (entry for entry in self._book.verbs.get(lemma, ()) if entry.root == "AID")
        gives = any(
            place.role == "target" and place.actor for each in aids for place in each.construction.places
        )
        return lemma in self._book.light and not (gives and root in _FORCE)

    def _is_on(self, noun: int) -> bool:
        """Return whether a visit is when its guest does something else: "said during a visit to X"."""
        tree = self._tree
        cases = {tree.words[each] for each in tree.children(noun, "case")}
        return tree.tokens[noun].relation == "oblique" and bool(cases & self._acting.during)

    def _is_seat(self, head: int) -> bool:
        """Return whether something is but called by a place: "the Astana talks", "the talks of Astana"."""
        return self._tree.tokens[head].relation not in _CORE and self._elsewhere.is_place(head)

    def _sends(self, match: Match) -> bool:
        """Return whether the nouns that a construction asked for are the doer's own forces."""
        forces = all(self._tree.lemmas[each] in self._forces for each in match.nouns)
        return forces and (match.entry.root == "MOBILIZE" or match.entry.mode == "withdraw")

    def _acting_words(self, heads: Sequence[int], without: int) -> list[int]:
        """Return the nouns that can act: of a thing, whose it is, "their intention to withdraw"; else none."""
        found: list[int] = []
        for head in heads:
            if self._tree.lemmas[head] not in self._idle or self._acts(head):
                found.append(head)
            else:
                found += self.names.owners(head, without)
        return found

    def _acts(self, head: int) -> bool:
        """Return whether a noun that may be a thing that is given, or a meeting, is somebody: doctors, a congress."""
        if self.names.is_people(head):
            return True
        token = self._tree.tokens[head].span
        bodies = (each for each in self._actors.at(token) if each.kind in ("organization", "person"))
        return any(each.form == "name" for each in bodies)

    def _suffers(self, match: Match) -> bool:
        """Return whether the noun that a construction asked for is a thing that is hit, taken or held."""
        lemmas = (self._tree.lemmas[each] for each in match.nouns)
        return match.entry.root in _FORCE and any(lemma in self._things for lemma in lemmas)

    def _within(
        self, match: Match, found: Sequence[Match], sides: dict[int, tuple[Party, Party]], source: Party
    ) -> Party:
        """Return whom a demand, a promise, a threat is about: who takes part in the event that it is about."""
        near = (each for each in found if each is not match and self._heads(match.clause, each.word))
        inner = next(near, None)
        if inner is None:
            return NOBODY
        asked = sides[inner.word][match.entry.root != "REQUEST"]
        return asked if asked.span != source.span else NOBODY

    def _heads(self, clause: int | None, word: int) -> bool:
        """Return whether a word heads a clause, or is what its verb does or is done to."""
        head = self._tree.tokens[word].head
        return clause in (word, head, self._tree.tokens[head].head)

    def _done_by(self, match: Match, sides: dict[int, tuple[Party, Party]]) -> Party | None:
        """Return who did what somebody condemns, denies or welcomes: "condemned the shelling by X"."""
        thing = next(iter(match.target or match.nouns), None)
        if thing is None or thing == match.word or thing not in sides or match.both:
            return None
        doer, other = sides[thing]
        nobody = match.entry.root == "REJECT" and not match.source
        return None if nobody and doer == other else doer  # "talks between X and Y were called off"


def _receives(match: Match) -> bool:
    """Return whether the subject of an event's word is whom something is done to or given: "bought drones"."""
    return any(
        place.where == "subject" and place.role == "target" for place in match.entry.construction.places
    )


def is_mutual(match: Match) -> bool:
    """Return whether an event is what several do to each other or together."""
    return any(place.role == "both" for place in match.entry.construction.places)
