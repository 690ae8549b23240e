"""What one article says, as far as it is compared with what others say."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Commitment, Event, Figure, Instrument, Span, Statement


@dataclass(frozen=True, slots=True)
class Compared:
    """An article with its findings, in which entities stand for chains; whoever is no entity keeps his chain.

    `published` is EDTF. `origin` is the id that all copies of one original share, `story` the story that the article
    is of. `sentences` are spans with what stands there, `named` where entities are named, both in order. `happenings`
    are those of its events, by the events' ids, `agreements` those of its instruments. `language`
    is BCP 47.
    """

    article: str
    published: str | None
    origin: str
    story: str | None
    sentences: tuple[tuple[Span, str], ...]
    named: tuple[tuple[Span, str], ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    instruments: tuple[Instrument, ...]
    happenings: dict[str, str]
    agreements: dict[str, str]
    language: str | None = None
