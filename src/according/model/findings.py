"""What was found in one article."""

from __future__ import annotations

from dataclasses import dataclass

from according.model.actors import Chain
from according.model.agreements import Commitment, Instrument
from according.model.claims import Date, Figure, Statement
from according.model.events import Event
from according.model.sketch import Sketch
from according.model.span import Span


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, in the order in which it stands, and its sentences. Spans are in the document.

    `missing` is what to install to find more, `cut` says that no more than the article's beginning was looked at,
    `problem` why nothing could be found.
    """

    chains: tuple[Chain, ...] = ()
    sentences: tuple[Span, ...] = ()
    dates: tuple[Date, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    sketch: Sketch | None = None
    missing: str | None = None
    cut: str | None = None
    problem: str | None = None
