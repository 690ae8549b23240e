"""Discrepancies: where accounts of one thing cannot all be right, and series, where they follow one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from according.model import ASSERTED, Span
from according.views.claims import Who
from according.views.documents import ArticleRow, Json
from according.views.events import EventRow, HappeningRow

Difference = Literal["figure", "denial", "blame", "date", "place", "fate"]
"""What accounts differ in: a number, whether it took place, who did it, when, where, or what became of a commitment."""
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)

Ruled = Literal["confirm", "dismiss", "unsure"]
"""What a person says of a discrepancy: that it is one, that it is none, or that it cannot be said."""


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
    `verdict` is what a person said of it last; `partly` what was said of some of its positions before others came up.
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
    verdict: Ruled | None = None
    partly: Ruled | None = None

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
            "verdict": self.verdict,
            "partly": self.partly,
        }


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's verdict on a discrepancy: its kind, and the findings of each position that the person saw."""

    id: str
    verdict: str
    kind: str
    findings: tuple[tuple[str, ...], ...]
    made_at: str
    author: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account of a discrepancy in a list: its article, who says so, the sentence, and the origin of the article."""

    says: Says
    row: ArticleRow
    claimant: Who
    sentence: str
    origin: str


@dataclass(frozen=True, slots=True)
class Corroboration:
    """A happening and its accounts by the original that they come from, those of the original told first, first.

    `origins` assert it; `others` deny it, or tell of it as planned or not: they corroborate nothing.
    """

    row: HappeningRow
    origins: tuple[tuple[str, tuple[EventRow, ...]], ...]
    others: tuple[tuple[str, tuple[EventRow, ...]], ...]

    @classmethod
    def make(cls, row: HappeningRow, origins: Mapping[str, str]) -> Corroboration:
        """Return the corroboration of a happening, `origins` being those of articles by their ids."""
        groups: dict[bool, dict[str, list[EventRow]]] = {True: {}, False: {}}
        for each in row.accounts:
            asserts = each.event.status in ASSERTED
            groups[asserts].setdefault(origins[each.row.article.id], []).append(each)

        def first(item: tuple[str, list[EventRow]]) -> tuple[bool, str, str]:
            published = min((each.row.article.published or "" for each in item[1]), default="")
            return not published, published, item[0]

        told, others = (
            tuple((origin, tuple(some)) for origin, some in sorted(groups[asserts].items(), key=first))
            for asserts in (True, False)
        )
        return cls(row, told, others)

    def as_json(self) -> Json:
        """Return the happening, its accounts by original, and likewise those that do not assert it."""
        return {
            **self.row.as_json(),
            "corroboration": [_original(origin, some) for origin, some in self.origins],
            "other_accounts": [_original(origin, some) for origin, some in self.others],
        }


def _original(origin: str, some: tuple[EventRow, ...]) -> Json:
    accounts: list[Json] = [
        {
            "event": each.event.id,
            "article": each.row.article.id,
            "outlet": each.row.article.outlet,
            "published": each.row.article.published,
            "status": each.event.status,
            "reported_name": each.reporter.name,
            "sentence": each.sentence,
        }
        for each in some
    ]
    return {"origin": origin, "accounts": accounts}


@dataclass(frozen=True, slots=True)
class DiscrepancyRow:
    """A discrepancy in a list, with what its accounts are shown with, by position."""

    discrepancy: Discrepancy
    positions: tuple[tuple[AccountRow, ...], ...]

    def as_json(self) -> Json:
        """Return the discrepancy as the export writes it, and for each account what it is shown with."""
        shown = [each for position in self.positions for each in position]
        accounts = cast("list[Json]", self.discrepancy.as_json()["accounts"])
        return {
            **self.discrepancy.as_json(),
            "accounts": [
                {
                    **account,
                    "claimant_name": each.claimant.name,
                    "outlet": each.row.article.outlet,
                    "published": each.row.article.published,
                    "origin": each.origin,
                    "sentence": each.sentence,
                }
                for account, each in zip(accounts, shown, strict=True)
            ],
        }
