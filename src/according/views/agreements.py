"""Agreements that several articles name, what was promised, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.model import Commitment, InstrumentKind, Kept, Root, Span, Status
from according.views.claims import Who
from according.views.documents import ArticleRow, Json
from according.views.events import entities


@dataclass(frozen=True, slots=True)
class Named:
    """An agreement as one article names it, as far as it is compared with others'.

    `place`, `parties` and `mediators` are entities; `own` are the words of its proper name. `about` are the countries
    (ISO 3166-1 alpha-2) that the article tells of most.
    """

    instrument: str
    article: str
    kind: InstrumentKind
    date: str | None
    place: str | None
    parties: frozenset[str]
    mediators: frozenset[str]
    own: frozenset[str]
    named: bool
    published: str | None
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deed:
    """A commitment, or an event that may be what was promised, as far as they are compared.

    `by` and `to` are entities, `words` those of the act. `status` is a commitment's; an event has its own. `marks` are
    what tells the act in any language: places, persons and organizations that are named in it, and quantities. `due` is
    when a commitment is to be kept (EDTF).
    """

    id: str
    article: str
    start: int
    status: Kept | Status
    root: Root | None
    by: frozenset[str]
    to: frozenset[str]
    words: str
    published: str | None
    language: str | None = None
    marks: frozenset[str | float] = frozenset()
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A later report on a commitment: which commitment or event tells it, what it says became of it, and why."""

    commitment: str
    report: str
    status: Kept
    reason: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What linking found: the agreement of each instrument, and what was told of commitments later."""

    agreements: tuple[tuple[str, str], ...]
    followed: tuple[Followed, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What an article tells became of a commitment: where, the sentence, and who says so."""

    row: ArticleRow
    span: Span
    status: Kept
    reporter: Who
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in a list: where it stands, who binds himself to whom, under what, and what was told later."""

    row: ArticleRow
    commitment: Commitment
    by: tuple[Who, ...]
    to: tuple[Who, ...]
    reporter: Who
    agreement: str | None
    agreement_name: str | None
    sentence: str
    later: tuple[ReportRow, ...]

    @property
    def is_told(self) -> bool:
        """Whether it is told who binds himself, or under which agreement."""
        return bool(self.by) or self.agreement is not None

    @property
    def now(self) -> Kept:
        """What is known of it after all reports: disputed where they differ."""
        told = [self.commitment.status, *(each.status for each in self.later)]
        kept = {each for each in told if each not in ("promised", "unclear")}
        if len(kept) > 1 or "disputed" in kept:
            return "disputed"
        return next(iter(kept), told[-1])

    def as_json(self) -> Json:
        """Return the commitment as the export writes it: the contract's keys, then what else is known."""
        told = self.commitment
        return {
            "id": told.id,
            "article": told.article,
            "span": list(told.span),
            "by": entities(self.by),
            "to": entities(self.to),
            "what": told.what,
            "agreement": self.agreement_name,
            "due": told.due,
            "status": told.status,
            "text": told.text,
            "what_span": list(told.what_span),
            "by_text": told.by.text,
            "by_names": [who.name for who in self.by],
            "to_text": told.to.text,
            "to_names": [who.name for who in self.to],
            "due_text": told.due_text,
            "agreement_id": self.agreement,
            "root": told.root,
            "reported_by": self.reporter.entity,
            "reported_name": self.reporter.name,
            "now": self.now,
            "later": [
                {
                    "article": each.row.article.id,
                    "span": list(each.span),
                    "status": each.status,
                    "reported_by": each.reporter.entity,
                    "reported_name": each.reporter.name,
                    "sentence": each.sentence,
                    "reason": each.reason,
                }
                for each in self.later
            ],
            "confidence": told.confidence,
            "reason": told.reason,
        }


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Where an agreement is named: the article, the stretch of its document, and what stands there."""

    row: ArticleRow
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement with its names, who made it, and what was promised in it or about it.

    `id` is None for what was promised under no agreement that is named. `names` come with how often they are written,
    most frequent first. `date` is EDTF. `mentions` are where it is named.
    """

    id: str | None
    kind: InstrumentKind | None
    name: str | None
    names: tuple[tuple[str, int], ...]
    date: str | None
    place: Who
    parties: tuple[Who, ...]
    mediators: tuple[Who, ...]
    mentions: tuple[Mentioned, ...]
    commitments: tuple[CommitmentRow, ...]

    @property
    def articles(self) -> tuple[ArticleRow, ...]:
        """The articles that name it."""
        return tuple({each.row.article.id: each.row for each in self.mentions}.values())

    @property
    def is_told(self) -> bool:
        """Whether more than its name is told: what was promised, who made it, or the day with a side or a place."""
        sided = len(self.parties) > 1 or bool(self.mediators)
        dated = self.date is not None and (bool(self.parties) or self.place.name is not None)
        return sided or dated or any(each.is_told for each in self.commitments)

    def as_json(self) -> Json:
        """Return the agreement as the export writes it, its commitments by their ids."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "names": dict(self.names),
            "date": self.date,
            "place": self.place.entity,
            "place_name": self.place.name,
            "parties": entities(self.parties),
            "party_names": _names(self.parties),
            "mediators": entities(self.mediators),
            "mediator_names": _names(self.mediators),
            "articles": [row.article.id for row in self.articles],
            "mentions": [
                {"article": each.row.article.id, "span": list(each.span), "text": each.text}
                for each in self.mentions
            ],
            "commitments": [each.commitment.id for each in self.commitments],
        }


def _names(some: Iterable[Who]) -> list[str]:
    return [who.name for who in some if who.name is not None]
