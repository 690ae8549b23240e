"""What the record shows: frozen views, computed from what is stored."""

from according.views.agreements import (
    Agreed,
    AgreementRow,
    CommitmentRow,
    Deed,
    Followed,
    Named,
    ReportRow,
)
from according.views.claims import FigureRow, StatementRow, TimelineEntry, Who
from according.views.content import Content
from according.views.documents import ArticleRow, DocumentRow, Hit, Json, ReadReport, Saved, Status
from according.views.entities import (
    Appearance,
    Companion,
    Dossier,
    Doubt,
    Entity,
    MentionRow,
    Presence,
    Variant,
)
from according.views.events import Account, CodeEntry, EventRow, Happening, HappeningRow, Joined, Word

__all__ = [
    "Account",
    "Agreed",
    "AgreementRow",
    "Appearance",
    "ArticleRow",
    "CodeEntry",
    "CommitmentRow",
    "Companion",
    "Content",
    "Deed",
    "DocumentRow",
    "Dossier",
    "Doubt",
    "Entity",
    "EventRow",
    "FigureRow",
    "Followed",
    "Happening",
    "HappeningRow",
    "Hit",
    "Joined",
    "Json",
    "MentionRow",
    "Named",
    "Presence",
    "ReadReport",
    "ReportRow",
    "Saved",
    "StatementRow",
    "Status",
    "TimelineEntry",
    "Variant",
    "Who",
    "Word",
]
