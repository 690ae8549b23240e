"""Whom the nouns of a sentence name: the actor at the head of a phrase, or the one to whom it belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.extract.events.acting import Acting
from according.extract.events.antecedents import antecedent, stands_for
from according.extract.events.groups import Groups
from according.extract.events.joined import HYPHENS, called, ending, hyphened, torn
from according.extract.events.listed import Listed
from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import Tree
from according.knowledge.party_words import possessives, whose
from according.knowledge.speech_cues import SpeechCues
from according.model import NOBODY, Actor, Party, Span

_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET")
_DEEP = 4
"""Nouns from the head of a phrase down to whoever it belongs to: "positions of the forces of X"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom some nouns name; whether they are anybody, a thing being none; whether they are several."""

    party: Party
    somebody: bool
    several: bool


NONE = Named(NOBODY, somebody=False, several=False)


@dataclass(frozen=True, slots=True)
class Names:
    """A sentence in which phrases name actors.

    `acting` adds the states for which they act. `of` are the words between a thing and whose it is, `people` nouns for
    people beside those that the cues know, `apart` those for who stands against the one to whom he belongs ("critics
    of X"). `groups` knows whom "the two sides" means, `listed` who stands in a row.
    """

    tree: Tree
    actors: Actors
    cues: SpeechCues
    of: frozenset[str]
    acting: Acting | None = None
    people: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    groups: Groups | None = None
    listed: Listed | None = None

    def named(self, heads: Iterable[int], without: int) -> Named:
        """Return who some nouns name, each with those that are joined to it. `without` is the event's own word."""
        chains: dict[str, None] = {}
        spans: list[Span] = []
        somebody = several = False
        for head in self._standing(heads, without):
            owners, span = self._owned(head, without)
            spans.append(span)
            found = [chain for owner in owners for chain in self._behind(owner)]
            found += self._told_beside(head, found)
            found += [] if len(found) > 1 else self._whose(head, without)
            several = several or len(owners) > 1 or len(spans) > 1
            chains.update(dict.fromkeys(found))
            somebody = somebody or bool(found) or self._is_somebody(head)
            beside = self._beside(head, without)
            somebody = somebody or any(map(self._is_name, (head, *beside)))
            somebody = somebody or any(
                self.tree.tokens[each].pos == "NOUN" and self._is_somebody(each) for each in beside
            )
        if not spans:
            return NONE
        span = Span(min(each.start for each in spans), max(each.end for each in spans))
        return Named(Party(tuple(chains), span, None), somebody, several)

    def _told_beside(self, head: int, chains: Sequence[str]) -> tuple[str, ...]:
        """Return the state that an adjective gives to a body called by a noun alone: "32 Armenian servicemen"."""
        tree, token = self.tree, self.tree.tokens[head]
        own = token.pos == "NOUN" and tree.lemmas[head] not in self.apart and not self._is_private(head)
        if self.acting is None or len(chains) != 1 or not own:
            return ()
        bare = [each for each in self.actors.at(token.span) if each.chain == chains[0]]
        if not any(each.form == "description" and each.kind == "organization" for each in bare):
            return ()
        words = (
            each for each in tree.children(head, "modifier") if tree.tokens[each].pos in ("ADJ", "PROPN")
        )
        return self.acting.told_by(tree, words)

    def parted(
        self, heads: Iterable[int], without: int, things: frozenset[str]
    ) -> tuple[Party, Party] | None:
        """Return the first of several and the others, where some of them are no known actors; else None.

        `things` are nouns for what is nobody.
        """
        standing = [each for each in self._standing(heads, without) if self._is_anybody(each)]
        standing = [each for each in standing if self.tree.lemmas[each] not in things]
        each = [self._owned(head, without) for head in standing]
        if len(each) < 2 or all(owners for owners, _ in each):
            return None
        (owners, span), *others = each
        last = self.tree.first(standing[1]) - 1
        while last > standing[0] and self.tree.tokens[last].pos in ("CCONJ", "PUNCT"):
            last -= 1
        end = self.tree.tokens[last].span.end
        span = Span(span.start, end) if span.start < end else span
        rest = tuple(
            dict.fromkeys(chain for one, _ in others for owner in one for chain in self._behind(owner))
        )
        over = Span(min(one.start for _, one in others), max(one.end for _, one in others))
        first = tuple(dict.fromkeys(chain for owner in owners for chain in self._behind(owner)))
        return Party(first, span, None), Party(rest, over, None)

    def _owned(self, head: int, without: int) -> tuple[tuple[str, ...], Span]:
        """Return the actors that a noun names, or to whom it belongs, and where its phrase stands."""
        phrase = phrase_at(self.tree, head, without)
        span = self._whole(head, self.tree.span(phrase.first, phrase.last))
        return self._with_neighbour(self._chains(head, without), span)

    def _standing(self, heads: Iterable[int], without: int) -> Iterator[int]:
        """Yield nouns and those joined to them, for a pronoun those whom it means."""
        for head in self._joined(heads, without):
            meant = antecedent(self, head)
            yield from (head,) if meant == head else self._joined((meant,), without)

    def _is_somebody(self, head: int) -> bool:
        tree = self.tree
        if tree.tokens[head].pos == "PRON":
            return True
        return self.is_people(head) or tree.tokens[head].pos == "NUM"

    def is_of_state(self, head: int) -> bool:
        """Return whether an adjective beside a noun says of which state it is: "Russian missiles"."""
        beside = self.tree.children(head, "modifier")
        words = (each for each in beside if self.tree.tokens[each].pos in ("ADJ", "PROPN"))
        return self.acting is not None and bool(self.acting.told_by(self.tree, words))

    def is_people(self, head: int) -> bool:
        """Return whether a noun is one for people or bodies."""
        lemma = self.tree.lemmas[head]
        return self.cues.is_somebody(lemma) or lemma in self.people

    def _is_anybody(self, head: int) -> bool:
        return (
            self._is_somebody(head)
            or self._is_name(head)
            or self.tree.tokens[head].text[:1].isupper()
            or bool(self.actors.at(self.tree.tokens[head].span))
        )

    def _is_name(self, at: int) -> bool:
        """Return whether a word is a name, or an adjective of a state."""
        tree = self.tree
        return tree.tokens[at].pos == "PROPN" or (
            self.acting is not None and self.acting.is_of_state((tree.lemmas[at], tree.words[at]))
        )

    def _joined(self, heads: Iterable[int], without: int) -> Iterator[int]:
        """Yield nouns and those joined to them by "and", in order, each once."""
        waiting, seen = list(heads), {without}
        while waiting:
            head = waiting.pop(0)
            if head in seen or not self._is_noun(head):
                continue
            seen.add(head)
            if self.listed is not None and head < self.listed.start:
                waiting.extend(self.listed.behind(head))
                continue
            yield head
            waiting.extend(self.tree.children(head, "conjunct"))
            waiting.extend(() if self.listed is None else self.listed.beside(head))
            waiting.extend(hyphened(self.tree, head, self.actors))
            waiting.extend(() if self.groups is None else torn(self.tree, head, self.groups.between))

    def _is_noun(self, at: int) -> bool:
        """Return whether a word is a noun, or part of a known name that a parser takes for a verb."""
        token = self.tree.tokens[at]
        return token.pos in _NOUNS or any(actor.form == "name" for actor in self.actors.at(token.span))

    def _chains(self, head: int, without: int, sought: tuple[int, ...] = ()) -> tuple[str, ...]:
        """Return the actor that a noun names, or to whom it belongs: "Armenian villages", "positions of the army".

        `sought` are the nouns that led here through pronouns: they may mean one another.
        """
        tree = self.tree
        for _ in range(_DEEP):
            meant = () if self.groups is None else self.groups.meant(tree, head)
            if meant:
                return meant
            actor = self.actors.named_by(tree, phrase_at(tree, head, without))
            if actor is not None and actor.kind != "other":
                other = self._other_owner(head, actor, without)
                alone = actor.kind == "place" or self._behind(actor.chain) == (actor.chain,)
                if alone and actor.kind != "state" and self.is_own(head):  # "their cathedral"
                    other = (actor.chain, *self._owners(self._beside(head, without), without, sought))
                return (actor.chain,) if other is None else other
            if self._is_adjective(head):
                told = () if self.acting is None else self.acting.told_by(tree, (head,))
                if told:
                    return told
            torn_off = ending(self.tree, head, self.actors) or called(self.tree, head, self.actors)
            if torn_off is not None:
                return (torn_off.chain,)
            if tree.lemmas[head] in self.apart or self._is_private(head):
                return ()
            beside = self._beside(head, without)
            found = self._owners(beside, without, sought)
            if found:
                return found
            states = () if self.acting is None else self.acting.told_by(tree, self._joined(beside, without))
            if states:
                return states
            further = next((each for each in beside if tree.tokens[each].relation == "genitive"), None)
            if further is None:
                return ()
            head = further
        return ()

    def _is_adjective(self, head: int) -> bool:
        """Return whether a word tells of a state without a noun of its own: "Turkish-backed", "the Armenian and …"."""
        behind = self.tree.words[head + 1] if head + 1 < len(self.tree.words) else ""
        known = self.tree.tokens[head].pos == "ADJ" or behind in HYPHENS
        return known and self.tree.child(head, "name") is None

    def _is_private(self, head: int) -> bool:
        """Return whether a noun tells of people, or a text, that do nothing in the name of the place they are of."""
        if self.acting is None:
            return False
        lemma = self.tree.lemmas[head]
        own = any(self.tree.tokens[each].pos == "PROPN" for each in self.tree.children(head, "genitive"))
        own = own and self.tree.tokens[head].pos == "NOUN"  # not "the Hong Kong Rights Act"
        return lemma in self.acting.private or (lemma in self.acting.laws and not own)

    def _other_owner(self, head: int, actor: Actor, without: int) -> tuple[str, ...] | None:
        """Return to whom a bare "army" belongs, if not to the state whose army it was taken for; else None."""
        tree = self.tree
        bare = actor.kind == "organization" and actor.form == "description"
        if not bare or actor.span != tree.tokens[head].span:
            return None
        own = (each for each in tree.children(head, "genitive") if each != without and self._belongs(each))
        owner = next((each for each in own if tree.tokens[each].pos in ("NOUN", "PROPN")), None)
        if owner is None:
            return None
        found = self._chains(owner, without)
        if not found and not self._is_somebody(owner):
            return None
        return None if set(found) & set(self._behind(actor.chain)) else found

    def _whole(self, head: int, span: Span) -> Span:
        """Return a phrase with the whole name that ends at its head."""
        name = ending(self.tree, head, self.actors)
        return span if name is None else Span(min(span.start, name.span.start), max(span.end, name.span.end))

    def _with_neighbour(self, owners: tuple[str, ...], span: Span) -> tuple[tuple[str, ...], Span]:
        """Return who is named with the one whose name stands before, behind an "and" that the parser lost."""
        tree = self.tree
        at = bisect_left([token.span.end for token in tree.tokens], span.start + 1)
        if len(owners) != 1:
            return owners, span
        while at > 1 and self._is_part(at - 1, owners[0]):  # "and his Iranian counterpart, Y"
            at -= 1
        if at < 2 or tree.tokens[at - 1].pos != "CCONJ":
            return owners, span
        other = ending(self.tree, at - 2, self.actors)
        if other is None or other.chain in owners or other.kind == "place":
            return owners, span
        return (other.chain, *owners), Span(other.span.start, span.end)

    def _is_part(self, at: int, chain: str) -> bool:
        """Return whether a word says of somebody what he is, or whose."""
        token = self.tree.tokens[at]
        own = any(actor.chain == chain for actor in self.actors.at(token.span))
        return own or token.pos == "DET" or self.tree.lemmas[at] in possessives()

    def _whose(self, head: int, without: int) -> list[str]:
        """Return to whom a noun belongs by the relative clause that it stands in: "a state whose army shelled"."""
        tree = self.tree
        verb = tree.tokens[head].head
        above = tree.tokens[verb].head
        if tree.tokens[verb].relation != "modifier" or tree.tokens[above].pos not in ("NOUN", "PROPN"):
            return []
        beside = [*tree.children(head, "genitive", "determiner", "modifier")]
        if tree.tokens[head].relation == "subject":
            beside += tree.children(verb, "indirect object")
        if not any(tree.words[each] in whose() and each < head for each in beside):
            return []
        subject = tree.child(above, "subject")  # "X is a state whose"
        owners = self._chains(above if subject is None else subject, without)
        return [chain for owner in owners for chain in self._behind(owner)]

    def owners(self, head: int, without: int) -> list[int]:
        """Return the nouns and pronouns to whom a noun belongs: "Ghana's bid", "their bid", "the bid of Ghana"."""
        return [each for each in self._beside(head, without) if self._owns(each)]

    def is_group(self, head: int) -> bool:
        """Return whether a noun means those who were named before: "the two sides"."""
        return self.groups is not None and bool(self.groups.meant(self.tree, head))

    def is_own(self, head: int) -> bool:
        """Return whether a noun belongs to somebody whom a pronoun means: "its objections"."""
        beside = self.tree.children(head, "genitive", "determiner")
        return any(stands_for(self.tree, each) for each in beside)

    def _owns(self, at: int) -> bool:
        token = self.tree.tokens[at]
        return stands_for(self.tree, at) or token.relation == "genitive" or bool(self.actors.at(token.span))

    def _beside(self, head: int, without: int) -> list[int]:
        tree = self.tree
        beside = [*tree.children(head, "modifier", "genitive", "name", "determiner")]
        near = head + 1  # an adjective that the parser has hung on what comes behind it
        if near < len(tree.tokens) and tree.tokens[near].pos == "ADJ" and tree.tokens[near].head > near:
            forms = tree.lemmas[near], tree.words[near]
            beside += [near] if self.acting is not None and self.acting.is_of_state(forms) else []
        return [each for each in beside if each != without and self._belongs(each)]

    def _owners(self, beside: Sequence[int], without: int, sought: tuple[int, ...] = ()) -> tuple[str, ...]:
        """Return the actors among what stands beside a noun, and those joined to them: "leaders of X and Y"."""
        found: dict[str, None] = {}
        for word in self._joined(beside, without):
            each = antecedent(self, word) if stands_for(self.tree, word) else word
            for one in (each,) if each == word else self._joined((each,), without):
                actors = (
                    actor for actor in self.actors.at(self.tree.tokens[one].span) if actor.kind != "other"
                )
                known = [actor.chain for actor in actors][:1] or self._of_states(one)
                met = one == word or one in sought
                if not known and not met and not self.is_own(one):  # "the leaders of X … their army"
                    known = self._chains(one, without, (*sought, one))
                found.update(dict.fromkeys(known))
        return tuple(found)

    def _of_states(self, head: int) -> tuple[str, ...]:
        """Return of which states people are who are named behind: "the heads of the Malian and Togolese diplomats"."""
        noun = self.tree.tokens[head].pos == "NOUN" and self.is_people(head)
        if self.acting is None or not noun or self.tree.child(head, "conjunct") is None:
            return ()
        own = self._joined(self.tree.children(head, "modifier", "conjunct"), head)
        return self.acting.told_by(self.tree, own)

    def _behind(self, chain: str) -> tuple[str, ...]:
        return (chain,) if self.acting is None else self.acting.behind(chain)

    def _belongs(self, word: int) -> bool:
        """Return whether no other word than "of" leads to a word, and no "pro-" stands before it."""
        tree = self.tree
        toward = frozenset[str]() if self.acting is None else self.acting.toward
        if word > 1 and tree.words[word - 1] in HYPHENS and tree.words[word - 2] in toward:
            return False
        cases = [self.tree.words[each] for each in self.tree.children(word, "case")]
        return all(each in self.of for each in cases)
