"""What is known when a date of an article is settled: the article's own date, and the dates before it in the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from according.extract.dates.found import Said
from according.extract.dates.moments import Point, When
from according.extract.dates.tense import SINCE

Tense = Callable[[Said], int]
"""What the verb of a date tells: -1 what has been, 1 what is to come, PRESENT what is, 0 nothing."""

_NEAR = 300
"""Characters within which a date still belongs to what was said before it: two sentences of news."""
_WITHIN = 600
"""Characters within which a narrative without a date of its own goes on in the year that it named."""
_NO_YEAR = ("today", "decade", "century")
"""Shapes that tell no year in which a narrative goes on."""
_DATED = ("date", "days", "iso", "numeric", "monthyear")
"""Shapes that tell more than a year: what has such a date is of the story itself, not of its history."""
_FAR = 8
"""Years from which on a year alone is an aside in a narrative: a book, a birth."""


@dataclass(slots=True)
class Context:
    """Goes through the dates of one article in their order.

    `anchor` is the article's own date, as exact as it is known; `sentence` numbers the sentences by position; `years`
    are those of days that the article also names with their year, by month and day; `weekday` is the day that an
    article without a date calls by its weekday; `full` the last date that was told with more than a year.
    """

    anchor: Point | None
    tense: Tense
    sentence: Callable[[int], int]
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    weekday: Point | None = None
    full: Point | None = None
    last: Point | None = None
    _last_at: int = 0
    _year: int | None = None
    _year_at: int = 0
    _aside: int | None = None

    def note(self, said: Said, when: When) -> None:
        """Remember a date that was settled, for those after it."""
        if said.shape in _NO_YEAR or self._is_aside(said, when.start):
            return
        self.last, self._last_at = when.start, said.span.end
        if said.has("year") and said.shape != "years":
            self.full = when.start if said.shape in _DATED else self.full
            if self.tense(said) != SINCE:  # "since 2015" is not when the rest was
                self._year, self._year_at = when.start.year, said.span.end

    def _is_aside(self, said: Said, point: Point) -> bool:
        """Whether a year alone, far from those before, is not where the narrative goes on: it must be named twice."""
        if said.shape != "bare" or self.last is None or abs(point.year - self.last.year) <= _FAR:
            self._aside = None
            return False
        again = self._aside is not None and abs(point.year - self._aside) <= _FAR
        self._aside = None if again else point.year
        return not again

    def before(self, said: Said) -> Point | None:
        """Return the date that "the day before" is counted from: one just named, else the article's."""
        near = self.last is not None and self.sentence(said.span.start) - self.sentence(self._last_at) <= 1
        return self.last if near or self.anchor is None else self.anchor

    def base(self, said: Said) -> tuple[Point | None, str]:
        """Return what a day without a year is counted from, and the reason for people."""
        if self.anchor is None:
            near = said.span.start - self._last_at < _WITHIN
            # A year alone, in a story that looks ahead, is one of its past: "lost in 1962, the ruling will come on …".
            aside = self.full is None and self.tense(said) == 1
            return self.last if near and not aside else None, "the year of the dates before it"
        past = self._year is not None and self._year < self.anchor.year - 1
        near = self.sentence(said.span.start) - self.sentence(self._year_at) <= 1
        if past and near and said.span.start - self._year_at < _NEAR and not said.has("weekday"):
            return self.last, "the year of the dates before it"
        return self.anchor, "the year that is nearest to the article's date"
