"""What the record shows: frozen views, computed from what is stored."""

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
    "Appearance",
    "ArticleRow",
    "CodeEntry",
    "Companion",
    "Content",
    "DocumentRow",
    "Dossier",
    "Doubt",
    "Entity",
    "EventRow",
    "FigureRow",
    "Happening",
    "HappeningRow",
    "Hit",
    "Joined",
    "Json",
    "MentionRow",
    "Presence",
    "ReadReport",
    "Saved",
    "StatementRow",
    "Status",
    "TimelineEntry",
    "Variant",
    "Who",
    "Word",
]
