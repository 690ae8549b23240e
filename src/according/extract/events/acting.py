"""For which state people and bodies act, as far as an article tells: "the Turkish foreign minister", "Ghana's army"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from according.extract.tree import Tree
from according.knowledge.states import states
from according.model import Span, Text


class Acting:
    """Whose people and bodies the actors of a text are. What is asked for and given are chains."""

    def __init__(self, text: Text, apart: frozenset[str]) -> None:
        """`apart` are words for those who are of a state and do not act for it: "opposition", "former"."""
        self._codes = _codes(text.language)
        self._apart = apart
        self._chains: dict[str, str] = {}
        named = _named(text.language)
        for actor in text.actors:
            code = named.get(actor.name.casefold()) if actor.kind in ("state", "place") else None
            if code is not None:
                self._chains.setdefault(code, actor.chain)
        told = [
            (actor.span.start, actor.chain)
            for actor in text.actors
            if actor.kind == "state" and actor.form == "name"
        ]
        away: list[int] = []
        for sentence in text.sentences:
            for token in sentence.tokens:
                chain = self._state((token.lemma.casefold(), token.text.casefold()))
                if chain is not None:
                    told.append((token.span.start, chain))
                if token.lemma.casefold() in apart:
                    away.append(token.span.start)
        self._told, self._away = sorted(told), away
        self._states: dict[str, str] = {}
        for actor in text.actors:
            office = actor.kind == "organization" or (actor.kind == "person" and actor.form == "description")
            state = self._within(actor.span) if office and actor.chain not in self._states else None
            if state is not None and state != actor.chain:
                self._states[actor.chain] = state

    def behind(self, chain: str) -> tuple[str, ...]:
        """Return a chain, and behind it the state for which a person or a body acts."""
        state = self._states.get(chain)
        return (chain,) if state is None else (chain, state)

    def is_of_state(self, forms: Iterable[str]) -> bool:
        """Return whether a word, given its forms, says of which state or people somebody is."""
        return any(form in self._codes for form in forms)

    def told_by(self, tree: Tree, words: Iterable[int]) -> tuple[str, ...]:
        """Return the states that adjectives among some words tell of, of those that the article names."""
        found = (self._state((tree.lemmas[each], tree.words[each])) for each in words)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _state(self, forms: Iterable[str]) -> str | None:
        code = next((self._codes[form] for form in forms if form in self._codes), None)
        return None if code is None else self._chains.get(code)

    def _within(self, span: Span) -> str | None:
        at = bisect_left(self._told, (span.start, ""))
        inside = at < len(self._told) and self._told[at][0] < span.end
        apart = bisect_left(self._away, span.start) < bisect_left(self._away, span.end)
        return self._told[at][1] if inside and not apart else None


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
