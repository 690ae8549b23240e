"""All that a record holds, as exports take it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.views.agreements import AgreementRow, CommitmentRow
from according.views.claims import FigureRow, StatementRow, TimelineEntry
from according.views.discrepancies import Discrepancy
from according.views.documents import ArticleRow, DocumentRow
from according.views.entities import Entity, MentionRow
from according.views.events import EventRow, Happening
from according.views.judged import Act
from according.views.stories import Story


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of each kind in a stable order, to be gone through once. Documents have a text when it was asked for."""

    documents: Iterable[DocumentRow] = ()
    articles: Iterable[ArticleRow] = ()
    entities: Iterable[Entity] = ()
    mentions: Iterable[MentionRow] = ()
    dates: Iterable[TimelineEntry] = ()
    statements: Iterable[StatementRow] = ()
    figures: Iterable[FigureRow] = ()
    events: Iterable[EventRow] = ()
    happenings: Iterable[Happening] = ()
    agreements: Iterable[AgreementRow] = ()
    commitments: Iterable[CommitmentRow] = ()
    stories: Iterable[Story] = ()
    discrepancies: Iterable[Discrepancy] = ()
    judgements: Iterable[Act] = ()
