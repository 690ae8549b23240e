"""What articles say: statements, figures and dates."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Date, Figure, Statement
from according.views.documents import ArticleRow, Json, span_json


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a claim: the entity, None when the article names none, and the name or words that stand for it."""

    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list: where it stands, who says it to whom, and the sentence that its cue is in.

    `via` is who else tells that the speaker says it: the speaker of the statement that this one lies within.
    """

    row: ArticleRow
    statement: Statement
    speaker: Who
    addressee: Who
    via: Who
    sentence: str

    def as_json(self) -> Json:
        """Return the statement as the export writes it: the contract's keys, then what else is known."""
        statement = self.statement
        return {
            "id": statement.id,
            "article": statement.article,
            "speaker": self.speaker.entity,
            "speaker_text": statement.speaker_text,
            "cue_span": list(statement.cue),
            "content_span": list(statement.content_span),
            "kind": statement.kind,
            "confidence": statement.confidence,
            "speaker_name": self.speaker.name,
            "speaker_span": span_json(statement.speaker_span),
            "content_spans": [list(span) for span in statement.content],
            "text": statement.text,
            "manner": statement.manner,
            "certainty": statement.certainty,
            "addressee": self.addressee.entity,
            "reason": statement.reason,
            "within": statement.within,
            "via": self.via.entity,
            "via_name": self.via.name,
        }


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a list: where it stands, whose it is, the place it is about, and its sentence."""

    row: ArticleRow
    figure: Figure
    claimant: Who
    place: Who
    sentence: str

    def as_json(self) -> Json:
        """Return the figure as the export writes it: the contract's keys, then what else is known."""
        figure = self.figure
        return {
            "id": figure.id,
            "article": figure.article,
            "span": list(figure.span),
            "text": figure.text,
            "value": _number(figure.value),
            "low": _number(figure.low),
            "high": _number(figure.high),
            "qualifier": figure.qualifier,
            "unit": figure.unit,
            "what": figure.what,
            "claimant": self.claimant.entity,
            "claimant_text": figure.claimant_text,
            "date": figure.date,
            "place": self.place.entity,
            "confidence": figure.confidence,
            "claimant_name": self.claimant.name,
            "reason": figure.reason,
        }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date that an article names, its sentence, and who says it when it lies in a statement."""

    row: ArticleRow
    date: Date
    sentence: str
    speaker: Who

    def as_json(self) -> Json:
        """Return the date as the export writes it: the contract's keys, then what else is known."""
        date = self.date
        return {
            "id": date.id, "article": date.article, "span": list(date.span), "text": date.text, "value": date.value,
            "confidence": date.confidence, "reason": date.reason, "time": date.time,
        }  # fmt: skip
