"""What an article says, and according to whom: dates, statements, figures.

Extractors find them in running text; `placed` gives them their spans in the document. Their ids are hashes of where
they stand, so a new version of an extractor that finds the same gives it the same id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from according.model.span import Span, content_id

Original = Callable[[int, int], Span]
"""From a stretch of running text to its span in the document."""

Speech = Literal["direct", "indirect", "mixed"]
"""Words in quotation marks, words of the reporter, or the reporter's with quoted ones among them."""

Manner = Literal[
    "say", "accuse", "criticize", "deny", "confirm", "welcome", "threaten", "warn", "promise", "demand", "propose",
    "estimate", "expect", "ask",
]  # fmt: skip
"""What a speaker does by saying it, as the cue tells. `say` where the cue tells no more."""

Certainty = Literal["certain", "probable", "possible"]
"""How sure the speaker is of what is said, as the words tell (the degrees of FactBank, Saurí and Pustejovsky 2009)."""

Qualifier = Literal["exact", "about", "at least", "at most", "more than", "less than", "forecast"]
"""How a figure is meant. `forecast` is of what is still to come."""


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, year, interval or time that an article names.

    `value` is EDTF; None when the words are relative and the article has no date to count from. `reason` says how the
    value came about ("stated", "the Thursday before 2020-10-09"). `time` is the time of that day by the clock which
    the words name, where one stands beside it: "14:30", and "14:30+04:00" when its zone is certain.
    """

    article: str
    span: Span
    text: str
    value: str | None
    confidence: float
    reason: str
    time: str | None = None

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("date", self.article, *self.span)

    def placed(self, original: Original, written: Callable[[Span], str]) -> Date:
        """Return it with its span in the document and the text that is `written` there."""
        span = original(*self.span)
        return replace(self, span=span, text=written(span))


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what: one for each cue.

    `speaker` and `addressee` are ids of chains of the article, None when the text names none; `speaker_text` is what
    stands there ("residents"). `cue` is the word that says that it is said. `content` are the stretches of what is
    said, in order: more than one when the cue interrupts it; `text` is what stands there. `reason` names the pattern
    that found it. `within` is the id of the statement that it is part of, when somebody else tells that it is said: a
    news agency that cites a ministry, a minister who tells what a president has promised.
    """

    article: str
    speaker: str | None
    speaker_span: Span | None
    speaker_text: str | None
    addressee: str | None
    cue: Span
    content: tuple[Span, ...]
    kind: Speech
    manner: Manner
    certainty: Certainty
    confidence: float
    reason: str
    text: str = ""
    within: str | None = None

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("statement", self.article, *self.cue, *self.content_span)

    @property
    def content_span(self) -> Span:
        """From the first character that is said to the last."""
        return Span(self.content[0].start, self.content[-1].end)

    def placed(self, original: Original, written: Callable[[Span], str]) -> Statement:
        """Return it with its spans in the document and the speaker as `written` there."""
        speaker = None if self.speaker_span is None else original(*self.speaker_span)
        content = tuple(original(*span) for span in self.content)
        return replace(
            self,
            speaker_span=speaker,
            speaker_text=self.speaker_text if speaker is None else written(speaker),
            cue=original(*self.cue),
            content=content,
            text=" … ".join(map(written, content)),
        )


def all_placed(
    statements: Iterable[Statement], original: Original, written: Callable[[Span], str]
) -> tuple[Statement, ...]:
    """Return statements with their spans in the document, as `placed` does, and still within one another."""
    placed = {each.id: each.placed(original, written) for each in statements}
    return tuple(
        replace(each, within=outer.id if (outer := placed.get(each.within or "")) is not None else None)
        for each in placed.values()
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that reports a fact.

    `value` is the number that stands there (of "more than 13 %" 13), None for a range, which has `low` and `high`;
    `unit` what it is counted in (`person`, `percent`, `USD`, `km`), `what` the words for what is counted. `date` is
    EDTF. `claimant` and `place` are ids of chains of the article: whose figure it is (the outlet's when nobody else is
    said to give it; None when that is not known), and where it is so; `claimant_text` is what stands there.
    """

    article: str
    span: Span
    text: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    what: str | None
    claimant: str | None
    claimant_text: str | None
    date: str | None
    place: str | None
    confidence: float
    reason: str

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("figure", self.article, *self.span)

    def placed(self, original: Original, written: Callable[[Span], str]) -> Figure:
        """Return it with its span in the document and the text that is `written` there."""
        span = original(*self.span)
        return replace(self, span=span, text=written(span))
