"""Whose figure it is, of which date and of which place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from according.extract.figures.clauses import goes_with
from according.extract.figures.surroundings import Surroundings
from according.extract.mentions.metonymy import place_prepositions, sense
from according.knowledge.dates import date_rules
from according.knowledge.fold import fold
from according.knowledge.units import unit_words
from according.model import Actor, Date, Span, Statement, Text

_BREAKS = ",;:()—–"
_FARTHEST = 400
_UNSURE = 0.65
"""Confidence of dates that are counted from another in the text, by words that may as well tell how long it was."""


class Grounds:
    """The statements, dates and places of an article, as a figure asks for them."""

    def __init__(
        self, text: Text, scene: Surroundings, dates: Sequence[Date], statements: Sequence[Statement]
    ) -> None:
        self._text = text
        self._scene = scene
        pieces = [(span, index) for index, statement in enumerate(statements) for span in statement.content]
        self._contents = sorted(pieces, key=lambda piece: (piece[0], piece[1]))
        self._longest = max((span.end - span.start for span, _ in pieces), default=0)
        self._statements = statements
        self._sizes = [sum(part.end - part.start for part in each.content) for each in statements]
        self._dates = sorted(
            (date for date in dates if self._dates_figures(date)), key=lambda date: date.span
        )
        self._date_starts = [date.span.start for date in self._dates]
        self._places = [
            actor for actor in text.actors if actor.form == "name" and actor.kind in ("place", "state")
        ]
        self._place_starts = [actor.span.start for actor in self._places]

    def statement(self, span: Span) -> tuple[Statement | None, Span | None]:
        """Return the innermost statement that a figure stands in, and the stretch of it.

        Of equals it is the one that another relays: of "the minister said, citing the army" the army's, of "media
        citing channels" the channels'. Whoever is named last in the row of sources is said to have given the number.
        """
        index = bisect_left(self._contents, (Span(span.start + 1, 0), -1))
        best: tuple[tuple[int, bool, bool, int], Span] | None = None
        looked = 0
        while index > 0 and looked < _FARTHEST:
            index, looked = index - 1, looked + 1
            content, number = self._contents[index]
            if content.start < span.start - self._longest:
                break
            if content.end >= span.end:
                statement = self._statements[number]
                rank = (
                    self._sizes[number], statement.within is None, statement.speaker_text is None, number
                )  # fmt: skip
                best = (rank, content) if best is None else min(best, (rank, content))
        return (None, None) if best is None else (self._statements[best[0][3]], best[1])

    def date(self, span: Span, within: Span, sentence: int | None) -> str | None:
        """Return the date of a figure: of its clause, else the only one before it. `within`: where to look."""
        near = self._inside(self._date_starts, within)
        dates = [
            date
            for date in self._dates[near[0] : near[1]]
            if date.span.end <= within.end and self._goes_with(sentence, span, date.span)
        ]
        same = [date for date in dates if self._one_clause(span, date.span)]
        values = {date.value for date in same or [date for date in dates if date.span.end <= span.start]}
        return values.pop() if len(values) == 1 else None

    def place(self, span: Span, within: Span, sentence: int | None) -> str | None:
        """Return the chain of the place that a figure's clause, else what stands before it, says it is of."""
        near = self._inside(self._place_starts, within)
        places = [
            actor
            for actor in self._places[near[0] : near[1]]
            if actor.span.end <= within.end
            and self._is_where(actor, sentence)
            and self._goes_with(sentence, span, actor.span)
        ]
        same = [actor for actor in places if self._one_clause(span, actor.span)]
        chains = {actor.chain for actor in same or [each for each in places if each.span.end <= span.start]}
        return chains.pop() if len(chains) == 1 else None

    def _dates_figures(self, date: Date) -> bool:
        """Whether a date is told well enough: not "ten years before", no year that names something (the 2016 model)."""
        if not date.value or date.confidence <= _UNSURE:
            return False
        before = self._text.text[max(0, date.span.start - 12) : date.span.start].casefold().split()
        rules = date_rules((self._text.language or "").partition("-")[0])
        start = self._scene.before(date.span.start)
        if start.endswith(tuple(f"{phrase} " for phrase in self._scene.words.phrases("compared"))):
            return False
        # "Since 1950" is a time of which that year is the beginning.
        if before and rules is not None and fold(before[-1]).text in rules.behind:
            return False
        bare = len(date.text) == len("2016") and date.text.isdigit()
        if not bare or not before:
            return True
        named = unit_words(self._text.language).has("definite", before[-1])
        return not named and not any(letter.isdigit() for letter in before[-1])

    def _inside(self, starts: list[int], within: Span) -> tuple[int, int]:
        first = bisect_left(starts, within.start)
        return first, min(bisect_left(starts, within.end), first + _FARTHEST)

    def _goes_with(self, sentence: int | None, span: Span, other: Span) -> bool:
        return sentence is None or goes_with(self._scene, sentence, span, other)

    def _one_clause(self, one: Span, other: Span) -> bool:
        """Whether no sign that parts clauses stands between two stretches."""
        between = self._text.text[min(one.end, other.end) : max(one.start, other.start)]
        return not any(sign in between for sign in _BREAKS)

    def _is_where(self, actor: Actor, sentence: int | None) -> bool:
        if sentence is None:
            return False
        written = self._text.text[max(0, actor.span.start - 12) : actor.span.start]
        words = written.casefold().split()
        if words and words[-1] in place_prepositions(self._text.language):
            return True
        return sense(actor.span, actor.name, self._text.sentences[sentence], self._text.language) == "place"
