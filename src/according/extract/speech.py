"""What extractors of statements hand over before it is known who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Manner, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with the words attributed and who speaks, before quotations complete them.

    `speaker` is the phrase; `chain` the actor in it. `after` is True when the words follow the cue. `weak` drafts
    stand only with words in quotation marks.
    """

    cue: Span
    speaker: Span | None
    chain: str | None
    addressee: str | None
    content: tuple[Span, ...]
    manner: Manner
    lemma: str
    confidence: float
    reason: str
    quoted_only: bool = False
