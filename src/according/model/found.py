"""What was found in one article."""

from __future__ import annotations

from dataclasses import dataclass

from according.model.actors import Chain
from according.model.claims import Date, Figure, Statement
from according.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of one article, in the order in which they stand, and its sentences. Spans are in the document."""

    chains: tuple[Chain, ...] = ()
    sentences: tuple[Span, ...] = ()
    dates: tuple[Date, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
