"""For which state people and bodies act: "the Turkish foreign minister", "Ghana's army", whoever led it on that day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from according.extract.tree import Tree
from according.knowledge.leaders import groups, led_by
from according.knowledge.party_words import of, party_words
from according.knowledge.states import states
from according.model import Span, Text

_COMBINING = ("o", "о")
_CONTEST = 3
"""Different words of contests in a text that is about one."""
_STEM = 4
"""How the first part of a compound ends, Latin and Cyrillic, and letters of it that tell whose it is: "arméno-turc"."""


class Acting:
    """Whose people and bodies the actors of a text are. What is asked for and given are chains.

    `told` holds where the text names states, and where adjectives tell of them, in order, with their chains.
    """

    def __init__(
        self, text: Text, apart: frozenset[str], sport: frozenset[str], armed: frozenset[str]
    ) -> None:
        """`apart` are words for those who are of a state and do not act for it: "opposition", "former".

        `sport` are words of contests, `armed` nouns for those who fight elsewhere: `at_play` is True of a text that is
        about a contest.
        """
        self.at_play = _at_play(text, sport, armed)
        self._codes = _codes(text.language)
        words = party_words(text.language)
        self._compounds = {} if words is None else words.compounds
        self.partners = frozenset[str]() if words is None else words.partners
        self.plural = frozenset[str]() if words is None else words.plural
        self.plurals = () if words is None else tuple(sorted(words.plurals))
        self._ethnic = frozenset[str]() if words is None else words.ethnic
        self.despite = frozenset[str]() if words is None else words.despite
        self.against = frozenset[str]() if words is None else words.against
        self.during = frozenset[str]() if words is None else words.during
        self.doing = frozenset[str]() if words is None else words.doing
        self.toward = frozenset[str]() if words is None else words.toward
        self.you = frozenset[str]() if words is None else words.you
        self.ours = frozenset[str]() if words is None else words.ours
        self.private = frozenset[str]() if words is None else words.private
        self.laws = frozenset[str]() if words is None else words.laws
        self._apart = apart
        self._chains: dict[str, str] = {}
        named = _named(text.language)
        for actor in text.actors:
            name = actor.name.casefold()
            code = named.get(name) if actor.kind in ("state", "place") else None
            code = groups().get(name) if actor.kind == "organization" else code
            if code is not None:
                self._chains.setdefault(code, actor.chain)
        told = {
            (actor.span, actor.chain)
            for actor in text.actors
            if actor.kind == "state" and actor.form == "name"
        }
        away: list[int] = []
        for sentence in text.sentences:
            for token in sentence.tokens:
                lemma, word = token.lemma.casefold(), token.text.casefold()
                if "-" in lemma or "-" in word or lemma in self._codes or word in self._codes:
                    told.update((token.span, chain) for chain in self._states_of((lemma, word)))
                if lemma in apart:
                    away.append(token.span.start)
        self.told, self._away = sorted(told), away
        self._states: dict[str, str] = {}
        self._serve(text)

    def _serve(self, text: Text) -> None:
        """Find the states for which people and bodies act: by their offices, by whose they are, as their leaders."""
        owned = sorted(self._owned(text))
        for actor in text.actors:
            office = actor.kind == "organization" or (actor.kind == "person" and actor.form == "description")
            state = self._within(actor.span) if office and actor.chain not in self._states else None
            if state is not None and state != actor.chain:
                self._states[actor.chain] = state
        for actor in text.actors:
            office = actor.form == "description" and actor.kind in ("organization", "person")
            state = self._owner(actor.span, owned) if office and actor.chain not in self._states else None
            if state is not None and state != actor.chain:
                self._states[actor.chain] = state
        for actor in text.actors:
            if actor.kind == "person" and actor.chain not in self._states:
                sides = led_by(actor.name, text.published)
                led = next((self._chains[side] for side in sides if side in self._chains), None)
                if led is not None:
                    self._states[actor.chain] = led

    def behind(self, chain: str) -> tuple[str, ...]:
        """Return a chain, and behind it the state for which a person or a body acts."""
        state = self._states.get(chain)
        return (chain,) if state is None else (chain, state)

    def is_of_state(self, forms: Iterable[str]) -> bool:
        """Return whether a word, given its forms, says of which state or people somebody is."""
        return any(True for form in forms for _ in self._codes_of(form))

    def told_by(self, tree: Tree, words: Iterable[int]) -> tuple[str, ...]:
        """Return the states that adjectives among some words tell of, of those that the article names."""
        own = (each for each in words if each == 0 or tree.lemmas[each - 1] not in self._ethnic)
        found = (chain for each in own for chain in self._states_of((tree.lemmas[each], tree.words[each])))
        return tuple(dict.fromkeys(found))

    def whose_people(self, tree: Tree, noun: int) -> tuple[str, ...]:
        """Return the state whose people a noun means, "Ghanaians"; none where it means them in other states, too."""
        if noun > 0 and tree.lemmas[noun - 1] in self._ethnic:
            return ()
        word = tree.words[noun]
        alone = (word.removesuffix(ending) for ending in self.plurals)
        return tuple(dict.fromkeys(self._states_of((tree.lemmas[noun], word, *alone))))

    def _states_of(self, forms: Iterable[str]) -> list[str]:
        """Return the chains of the states that a word tells of, those that the text names."""
        codes = next((codes for form in forms if (codes := self._codes_of(form))), ())
        return [self._chains[code] for code in codes if code in self._chains]

    def _codes_of(self, form: str) -> tuple[str, ...]:
        """Return the states that a word tells of, each part of a compound its own: "franco-russe"."""
        if form in self._codes:
            return (self._codes[form],)
        first, hyphen, last = form.rpartition("-")
        if not hyphen or last not in self._codes or first in self.toward:
            return ()
        before = self._compounds.get(first) or self._codes.get(first) or self._combining(first)
        return (self._codes[last],) if before is None else (before, self._codes[last])

    def _combining(self, part: str) -> str | None:
        """Return the state whose adjective begins as the first part of a compound does; None when it is not sure."""
        stem = part[:-1]
        if len(stem) < _STEM or part[-1] not in _COMBINING:
            return None
        codes = {code for adjective, code in self._codes.items() if adjective.startswith(stem)}
        return codes.pop() if len(codes) == 1 else None

    def _owned(self, text: Text) -> Iterator[tuple[int, str]]:
        """Yield where nouns begin that are of a state by grammar, with the state: "Mali's so-called president"."""
        chains = {span.start: chain for span, chain in self.told}
        for sentence in text.sentences:
            led = {
                token.head
                for token in sentence.tokens
                if token.relation == "case" and token.text.casefold() not in of()
            }
            for at, token in enumerate(sentence.tokens):
                chain = chains.get(token.span.start)
                if chain is None or token.relation != "genitive" or at in led:
                    continue
                between = sentence.tokens[min(at, token.head) : max(at, token.head) + 1]
                if not any(each.lemma.casefold() in self._apart for each in between):
                    yield sentence.tokens[token.head].span.start, chain

    def _owner(self, span: Span, owned: Sequence[tuple[int, str]]) -> str | None:
        at = bisect_left(owned, (span.start, ""))
        return owned[at][1] if at < len(owned) and owned[at][0] < span.end else None

    def _within(self, span: Span) -> str | None:
        at = bisect_left(self.told, (Span(span.start, 0), ""))
        inside = at < len(self.told) and self.told[at][0].start < span.end
        apart = bisect_left(self._away, span.start) < bisect_left(self._away, span.end)
        return self.told[at][1] if inside and not apart else None


def _at_play(text: Text, sport: frozenset[str], armed: frozenset[str]) -> bool:
    """Return whether a text has several words of contests and none for soldiers or the police."""
    tokens = (token for sentence in text.sentences for token in sentence.tokens)
    words = {form for token in tokens for form in (token.lemma.casefold(), token.text.casefold())}
    return len(words & sport) >= _CONTEST and words.isdisjoint(armed)


@cache
def _codes(language: str | None) -> dict[str, str]:
    """The states by their adjectives and peoples in a language, small letters."""
    return {
        phrase.casefold(): state.code
        for state in states()
        for phrase, word in state.words
        if word.language == language and word.role in ("adjective", "demonym") and not word.ambiguous
    }


@cache
def _named(language: str | None) -> dict[str, str]:
    """The states by their names, small letters."""
    own = {name.casefold(): state.code for state in states() for name in state.names(language or "en")}
    return {state.name.casefold(): state.code for state in states()} | own
