"""What happened, as an article tells it: events, and what was promised in agreements.

Extractors find them in running text; `placed` gives them their spans in the document. Their ids are hashes of where
they stand, so a new version of an extractor that finds the same gives it the same id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from according.model.claims import Original
from according.model.span import Span, content_id

Root = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""The kinds of political events (PLOVER, Open Event Data Alliance 2021): the first six are cooperative, RETREAT too."""

Status = Literal["happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical"]
"""Whether it took place, as the words tell: modality and negation decide."""
ASSERTED: tuple[Status, ...] = ("happened", "ongoing")
"""Statuses of what is told as fact: only such accounts corroborate one another."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an event: chains of the article, none when nobody known is named, and the words for it.

    Behind the chain of a person or a body stands that of the state for which it acts, where the article names it.
    """

    chains: tuple[str, ...]
    span: Span | None
    text: str | None


NOBODY = Party((), None, None)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where, when, and how sure.

    `trigger` is the word that tells it, `text` what stands there, `sentence` the sentence around it. `root` and `mode`
    are PLOVER's. `place` is the id of a chain (its own place, never the dateline's), `date` EDTF. `reported_by` is the
    chain of whoever says so, None for the article's own voice; `reported_text` what stands there. `measures` is
    where the figures stand that measure it (killed, displaced, delivered). `reason` names what found it.
    """

    article: str
    trigger: Span
    sentence: Span
    text: str
    root: Root
    mode: str | None
    source: Party
    target: Party
    place: str | None
    date: str | None
    status: Status
    reported_by: str | None
    reported_text: str | None
    measures: tuple[Span, ...]
    confidence: float
    reason: str

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("event", self.article, *self.trigger, self.root)

    def placed(self, original: Original, written: Callable[[Span], str]) -> Event:
        """Return it with its spans in the document and its words as they are `written` there."""
        trigger = original(*self.trigger)
        return replace(
            self,
            trigger=trigger,
            sentence=original(*self.sentence),
            text=written(trigger),
            source=placed_party(self.source, original, written),
            target=placed_party(self.target, original, written),
            measures=tuple(original(*span) for span in self.measures),
        )


def placed_party(party: Party, original: Original, written: Callable[[Span], str]) -> Party:
    """Return who takes part with where he stands in the document, and the words as they are `written` there."""
    if party.span is None:
        return party
    span = original(*party.span)
    return Party(party.chains, span, written(span))
