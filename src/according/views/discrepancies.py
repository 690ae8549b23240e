"""Discrepancies: where accounts of one thing cannot all be right, and series, where they follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from according.model import Span
from according.views.documents import Json

Difference = Literal["figure", "denial", "blame", "date", "place", "fate"]
"""What accounts differ in: a number, whether it took place, who did it, when, where, or what became of a commitment."""
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)


@dataclass(frozen=True, slots=True)
class Says:
    """What one account of a discrepancy says.

    `finding` is the id of the figure, event, statement, date or commitment, `span` where it stands. `says` is what it
    comes to in a few words. `claimant` is an entity, None when nobody known says so; `claimant_text` what stands there.
    """

    finding: str
    article: str
    span: Span
    says: str
    claimant: str | None
    claimant_text: str | None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Accounts of one thing, by position: those within one agree, those of two cannot both be right.

    A `series` is no contradiction: values of several times, or a forecast and what came of it, in order of time.
    `about` says in one line what it is about. `score` is how sure it is that they differ about one thing, 0 to 1.
    """

    id: str
    kind: Difference
    series: bool
    about: str
    positions: tuple[tuple[Says, ...], ...]
    story: str | None
    happening: str | None
    score: float
    reason: str

    def as_json(self) -> Json:
        """Return the discrepancy as the export writes it: the contract's keys, then what else is known."""
        return {
            "id": self.id,
            "kind": self.kind,
            "about": self.about,
            "accounts": [
                {
                    "article": each.article,
                    "span": list(each.span),
                    "says": each.says,
                    "claimant": each.claimant,
                    "claimant_text": each.claimant_text,
                    "position": number,
                    "finding": each.finding,
                }
                for number, position in enumerate(self.positions)
                for each in position
            ],
            "series": self.series,
            "story": self.story,
            "happening": self.happening,
            "score": self.score,
            "reason": self.reason,
        }
