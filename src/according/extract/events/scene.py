"""Where and when an event took place, what measures it, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Date, Figure, Party, Span, Statement, Text

_LED = ("oblique", "genitive", "modifier", "other")


class Scene:
    """What an article tells around its events."""

    def __init__(
        self,
        text: Text,
        actors: Actors,
        dates: Sequence[Date],
        statements: Sequence[Statement],
        figures: Sequence[Figure],
    ) -> None:
        self._text, self._actors = text, actors
        self._dates, self._statements, self._figures = dates, statements, figures

    def reporter(self, trigger: Span) -> Statement | None:
        """Return the innermost statement in whose content a word stands."""
        inside = [
            each for each in self._statements if any(stretch.contains(trigger) for stretch in each.content)
        ]
        return min(inside, key=lambda each: each.content_span.end - each.content_span.start, default=None)

    def meant(self, tree: Tree, party: Party, reporter: Statement | None, cues: SpeechCues) -> Party:
        """Return whom a pronoun means that no chain has: in what somebody says in the same sentence, himself."""
        if party.chains or party.span is None or reporter is None or reporter.speaker_span is None:
            return party
        word = self._text.text[party.span.start : party.span.end].casefold()
        own = word in cues.persons or word in cues.things or word in cues.pronouns
        if not own or not tree.span(0, len(tree.tokens) - 1).contains(reporter.speaker_span):
            return party
        return Party(() if reporter.speaker is None else (reporter.speaker,), reporter.speaker_span, None)

    def date(self, tree: Tree, word: int) -> str | None:
        """Return the date that hangs on a word; else the only one of its sentence."""
        sentence = tree.span(0, len(tree.tokens) - 1)
        inside = [each for each in self._dates if each.value is not None and sentence.contains(each.span)]
        own = [
            each
            for each in inside
            if any(
                tree.tokens[below].span.overlap(each.span) and tree.tokens[below].relation != "clause"
                for below in self._near(tree, word)
            )
        ]
        if own:
            return own[0].value
        return inside[0].value if len(inside) == 1 else None

    def place(self, tree: Tree, word: int, *parties: Party) -> str | None:
        """Return the place behind a preposition that hangs on a word, or on what is done to it."""
        for below in self._near(tree, word):
            token = tree.tokens[below]
            if token.relation not in _LED or tree.child(below, "case") is None:
                continue
            for actor in self._actors.at(token.span):
                taken = any(actor.chain in party.chains for party in parties)
                if actor.kind in ("place", "state") and actor.form == "name" and not taken:
                    return actor.chain
        return None

    def measures(self, tree: Tree, word: int) -> tuple[Span, ...]:
        """Return where the figures stand that hang on a word."""
        near = self._near(tree, word)
        return tuple(
            each.span
            for each in self._figures
            if any(tree.tokens[below].span.overlap(each.span) for below in near)
        )

    def _near(self, tree: Tree, word: int) -> list[int]:
        """Return what hangs on a word, two steps down at most, no other clause's words."""
        near = list(tree.below[word])
        for each in tuple(near):
            if tree.tokens[each].relation not in ("clause", "conjunct"):
                near += [
                    below
                    for below in tree.below[each]
                    if tree.tokens[below].relation not in ("clause", "conjunct")
                ]
        return near
