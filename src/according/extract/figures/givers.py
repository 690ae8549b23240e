"""Who gives a number of casualties by the verb or the noun that it hangs on: "the mission spoke of 26 dead"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from according.extract.figures.again import AGAIN, is_of_harmed
from according.extract.figures.surroundings import Surroundings
from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import Tree
from according.knowledge.speech_cues import speech_cues
from according.model import Actor, Figure, Span, Text

_AROUND = 40
"""Mentions before a word that are looked at for one that it stands in."""
_HIGHEST = 6
"""Words above a number up to the verb that tells it."""
_GIVING = ("state", "organization", "person")


class Mentions:
    """The mentions of actors in an article, to be looked up by place."""

    def __init__(self, text: Text) -> None:
        self._actors = text.actors
        self._starts = [actor.span.start for actor in text.actors]
        self._longest = max((actor.span.end - actor.span.start for actor in text.actors), default=0)

    def around(self, token: Span) -> Actor | None:
        """Return the longest mention that a word stands in."""
        first = bisect_left(self._starts, token.start - self._longest)
        last = bisect_left(self._starts, token.start + 1)
        around = [
            actor for actor in self._actors[max(first, last - _AROUND) : last] if actor.span.contains(token)
        ]
        return max(
            around, key=lambda actor: (actor.span.end - actor.span.start, -actor.span.start), default=None
        )

    def inside(self, span: Span) -> list[Actor]:
        """Return the mentions that begin in a stretch, as many as a phrase holds."""
        first = bisect_left(self._starts, span.start)
        return list(self._actors[first : min(bisect_left(self._starts, span.end), first + _AROUND)])


class Givers:
    """Who gives numbers in an article."""

    def __init__(self, text: Text, scene: Surroundings) -> None:
        self._text, self._scene = text, scene
        self._mentions, self._actors = Mentions(text), Actors(text.actors)
        self._cues = speech_cues(text.language)

    def given(self, figure: Figure) -> Figure:
        """Return a figure with its claimant, where no statement tells one that is known."""
        if figure.claimant is not None or figure.unit != "person":
            return figure
        if figure.claimant_text is not None:
            chain = self._reckons(figure.claimant_text)
            return figure if chain is None else replace(figure, claimant=chain)
        return self._told(figure)

    def _reckons(self, written: str) -> str | None:
        """Return the only actor in the words for a count or report: whose "a first count by the mission" is."""
        at = self._text.text.find(written)
        index = self._scene.sentence(at) if at >= 0 else None
        if index is None:
            return None
        tree, starts = self._scene.tree(index)
        first, end = bisect_left(starts, at), bisect_left(starts, at + len(written))
        noun = next((token for token in tree.tokens[first:end] if token.pos == "NOUN"), None)
        if noun is None or not any(
            self._scene.words.has("reckonings", key) for key in self._scene.keys(noun)
        ):
            return None
        actors = self._mentions.inside(Span(noun.span.end, at + len(written)))
        chains = {actor.chain for actor in actors if actor.kind in _GIVING}
        return chains.pop() if len(chains) == 1 else None

    def _told(self, figure: Figure) -> Figure:
        """Return a figure with the subject of the verb of telling that its number hangs on."""
        index = self._scene.sentence(figure.span.start)
        if index is None or self._cues is None:
            return figure
        tree, starts = self._scene.tree(index)
        verb = self._verb(tree, bisect_right(starts, figure.span.end - 1) - 1)
        subject = None if verb is None else tree.child(verb, "subject")
        if verb is None or subject is None or not subject < verb:
            return figure
        harmed = figure.reason == AGAIN or is_of_harmed(self._scene, index)
        if tree.tokens[verb].span.end > figure.span.start or not harmed:
            return figure
        phrase = phrase_at(tree, subject, verb)
        actor, span = self._actors.named_by(tree, phrase), tree.span(phrase.first, phrase.last)
        if (
            actor is None
            and not self._cues.can_speak(tree.lemmas[subject])
            and not self._mentions.inside(span)
        ):
            return figure
        written = self._text.text[span.start : span.end]
        return replace(figure, claimant=None if actor is None else actor.chain, claimant_text=written)

    def _verb(self, tree: Tree, at: int) -> int | None:
        """Return the verb of telling that a word hangs on, through nouns and what leads to them."""
        for _ in range(_HIGHEST):
            token = tree.tokens[at]
            if token.head == at or token.relation in ("subject", "passive subject"):
                return None
            at = token.head
            if tree.tokens[at].pos == "VERB":
                keys = self._scene.keys(tree.tokens[at])
                return at if any(self._scene.words.has("tells", key) for key in keys) else None
        return None
