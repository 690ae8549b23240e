"""Who takes part in an event though the parser has hung him elsewhere in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.events.acting import Acting
from according.extract.events.frames import leads
from according.extract.events.matches import Match
from according.extract.events.names import Names
from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.model import NOBODY, Party, Span

_NOUNS = ("NOUN", "PROPN")
_MONEY = ("$", "€", "£", "¥")
_CORE = ("subject", "passive subject", "object")
_THERE = ("ASSAULT", "AID", "SANCTION")
"""Roots of what is done to those who are at the place of its object ("shelled homes in X")."""
_HELD = ("curfew", "martial-law")
"""Modes of what is in force at a place and is done to nobody in particular."""
_FAR = 60
"""Words behind an event within which that somebody is sought: hostile sentences have no end."""
_FOR = ("SUPPORT", "AGREE", "AID", "CONCEDE")
"""Roots that are never done to whom their object is against: "backs the protest against X"."""


class Elsewhere:
    """A sentence in which those are sought whom nothing names where an event's construction has them."""

    def __init__(
        self,
        tree: Tree,
        actors: Actors,
        acting: Acting,
        book: Codebook,
        names: Names,
        things: frozenset[str],
    ) -> None:
        """`things` are nouns for what suffers what is done to it."""
        self._tree, self._actors, self._acting, self._names = tree, actors, acting, names
        self._between = book.classes.get("between", frozenset())
        self._things, self._where = things, book.classes.get("where", frozenset())

    def is_where(self, match: Match, head: int) -> bool:
        """Return whether a target is but the place of what is done there, to somebody else or to nobody."""
        cases = {self._tree.words[each] for each in self._tree.children(head, "case")}
        if match.entry.root == "MOBILIZE":
            return bool(cases) and self.is_place(head)
        return match.entry.mode in _HELD and bool(cases & self._where) and self.is_place(head)

    def is_only_where(self, head: int) -> bool:
        """Return whether a name stands behind "in" and by itself: "the truce in Mali" is there, with whomever."""
        tree = self._tree
        cases = (
            {tree.words[each] for each in tree.children(head, "case")} - self._between - self._acting.partners
        )
        alone = tree.child(head, "conjunct") is None and not self._names.is_people(head)
        return alone and bool(cases & self._where) and not cases & self._names.of

    def further(self, match: Match, source: Party) -> Party | None:
        """Return the first actor below a word, behind it, that is not its source."""
        tree = self._tree
        above = match.word if match.through is None else match.through
        for at in range(match.word + 1, min(tree.last(above), match.word + _FAR) + 1):
            if tree.tokens[at].pos in ("PUNCT", "ADP", "DET"):
                continue
            if at + 1 < len(tree.tokens) and tree.words[at + 1].startswith(_MONEY):  # "US $400 million"
                continue
            if tree.words[at - 1] == "(":  # what it is called for short
                continue
            for actor in self._actors.at(tree.tokens[at].span):
                other = actor.chain not in source.chains and actor.form != "pronoun"
                known = other and actor.kind in ("state", "organization", "person")
                if (
                    known
                    and self._belongs(at, above, match.clause)
                    and not self._is_against(at, above, match)
                ):
                    return Party(self._acting.behind(actor.chain), actor.span, None)
        return None

    def _is_against(self, at: int, above: int, match: Match) -> bool:
        """Return whether what is done for something leads to somebody whom that is against."""
        tree = self._tree
        while match.entry.root in _FOR and at != above:
            if self._acting.against.intersection(tree.words[each] for each in tree.children(at, "case")):
                return True
            at = tree.tokens[at].head
        return False

    def despite(self, match: Match, source: Party) -> Party | None:
        """Return against whose calls, pressure, warnings somebody does something: "despite US pressure"."""
        tree, words = self._tree, self._acting.despite
        above = match.word if match.through is None else match.through
        for each in tree.children(above, "oblique", "modifier", "other"):
            heads = [[each]] if leads(tree, each) & words else []
            if heads or tree.lemmas[each] in words:  # "en dépit de"
                heads.append([*tree.children(each, "genitive", "oblique")])
            for row in heads:
                party = self._names.named(row, match.word).party
                if party.chains and not set(party.chains) & set(source.chains):
                    return party
        return None

    def people(self, match: Match) -> Party | None:
        """Return whose people are those to whom something is done: "54 Ghanaians were captured"."""
        tree = self._tree
        for head in match.target or match.nouns:
            states = self._acting.whose_people(tree, head) if tree.tokens[head].pos in _NOUNS else ()
            if states:
                phrase = phrase_at(tree, head, match.word)
                return Party(states, tree.span(phrase.first, phrase.last), None)
        return None

    def partner(self, match: Match, source: Party) -> tuple[Party, Party]:
        """Return the sides of what several do, with whoever stands elsewhere in the clause behind "with"."""
        between = self._between if source.span is None else frozenset[str]()
        for heads in self._partners(match, between):
            other = self._names.named(heads, match.word)
            fresh = not set(other.party.chains) <= set(source.chains)
            if other.party.chains and fresh:
                if source.span is None:
                    return other.party, other.party if other.several else NOBODY
                return source, other.party
        return source, NOBODY

    def _partners(self, match: Match, between: frozenset[str]) -> Iterator[tuple[int, ...]]:
        """Yield the nouns behind "with", or `between`."""
        tree = self._tree
        asked = (place.leads for place in match.entry.construction.places if place.role == "both")
        with_ = self._acting.partners.union(between, *asked) - {"of", "de", "from"}
        with_ -= self._where - self._between - self._acting.partners
        above = match.word if match.through is None else match.through
        while tree.tokens[above].pos not in VERBS and tree.tokens[above].relation in _CORE:
            above = tree.tokens[above].head
        above = self._torn_from(above)
        for at in range(match.word + 1, min(tree.last(above), match.word + _FAR) + 1):
            led = with_.intersection(tree.words[each] for each in tree.children(at, "case"))
            if led and self._belongs(at, above, match.clause):
                yield (at,)

    def _torn_from(self, noun: int) -> int:
        """Return the verb without a subject, behind a noun, that a parser has hung the noun beside: else the noun."""
        tree, at = self._tree, noun
        while tree.tokens[at].pos not in VERBS and tree.tokens[at].head != at:
            at = tree.tokens[at].head
        alone = tree.child(at, "subject", "passive subject") is None
        torn = tree.tokens[noun].relation == "conjunct" and at > noun and alone
        return at if torn and tree.tokens[at].pos in VERBS else noun

    def led_to(self, match: Match, source: Party) -> Party:
        """Return the target behind a preposition that a parser has hung elsewhere: "fired rockets and shells at X"."""
        tree = self._tree
        asked = (place.leads for place in match.entry.construction.places if place.role == "target")
        toward = frozenset[str]().union(*asked) - self._where - self._names.of
        above = match.word if match.through is None else match.through
        for at in range(match.word + 1, min(tree.last(above), match.word + _FAR) + 1) if toward else ():
            led = toward.intersection(tree.words[each] for each in tree.children(at, "case"))
            if led and self._belongs(at, above, match.clause):
                other = self._names.named((at,), match.word)
                if other.somebody and other.party.span != source.span and not self.is_where(match, at):
                    return other.party
        return NOBODY

    def there(self, match: Match, known: bool) -> Party | None:
        """Return the place where a thing is to which something is done: "shelled residential areas in X".

        Of those who are `known` by other words than a thing's, it is not sought.
        """
        tree = self._tree
        for thing in match.target or match.nouns:
            thing_like = tree.lemmas[thing] in self._things
            if not thing_like and (known or match.entry.root not in _THERE):
                continue
            if known and self._names.owners(thing, match.word):  # "positions of the forces near X"
                continue
            near = (
                each
                for each in tree.children(match.word, "oblique")
                if tree.first(each) == tree.last(thing) + 1
            )
            for each in (*tree.children(thing, "genitive", "oblique", "modifier"), *near):
                cases = {tree.words[case] for case in tree.children(each, "case")}
                if each > thing and cases & self._where and each not in match.source:
                    named = self._names.named((each,), match.word)
                    if named.party.chains and named.party.span is not None:
                        first = phrase_at(tree, thing, match.word).first if thing_like else each
                        start = min(tree.tokens[first].span.start, named.party.span.start)
                        return Party(named.party.chains, Span(start, named.party.span.end), None)
        return None

    def is_place(self, at: int) -> bool:
        """Return whether a word names a place and nobody."""
        actors = self._actors.at(self._tree.tokens[at].span)
        return bool(actors) and all(actor.kind == "place" for actor in actors)

    def _is_apart(self, verb: int) -> bool:
        """Return whether a verb tells something else: of another doer, or beside the one that it is joined to."""
        joined = self._tree.tokens[verb].relation in ("conjunct", "other")
        return joined or self._tree.child(verb, "subject") is not None

    def _belongs(self, at: int, above: int, clause: int | None) -> bool:
        """Return whether a word hangs on another one, through no clause but the one that complements it."""
        tree = self._tree
        while at != above:
            other = tree.tokens[at].pos in VERBS and at != clause and self._is_apart(at)
            other = (
                other or tree.tokens[at].relation == "agent"
            )  # who does something else, not who it is done to
            if tree.tokens[at].head == at or other:
                return False
            at = tree.tokens[at].head
        return True
