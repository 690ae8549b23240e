"""What extractors of statements hand over before it is known who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model import Manner, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with the words attributed and who speaks, before quotations complete them.

    `speaker` is the phrase; `chain` the actor in it; `carrier` the cue of who relays the same words. Of a draft that
    is "quoted" only the words in quotation marks are attributed; one that is "quotation" stands only with such words;
    one that is "own" are somebody's words without any; of one that is a "rumour" nobody is to be guessed who says it.
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
    mode: Literal["", "quoted", "quotation", "own", "rumour"] = ""
    carrier: Span | None = None
