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
from according.views.discrepancies import DIFFERENCES, Difference, Discrepancy, Says
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
from according.views.shown import Shown
from according.views.stories import (
    COPY_KINDS,
    Belonging,
    Borrowed,
    CopyKind,
    Descent,
    Item,
    Member,
    Story,
    StoryRow,
)

__all__ = [
    "COPY_KINDS",
    "DIFFERENCES",
    "Account",
    "Agreed",
    "AgreementRow",
    "Appearance",
    "ArticleRow",
    "Belonging",
    "Borrowed",
    "CodeEntry",
    "CommitmentRow",
    "Companion",
    "Content",
    "CopyKind",
    "Deed",
    "Descent",
    "Difference",
    "Discrepancy",
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
    "Item",
    "Joined",
    "Json",
    "Member",
    "MentionRow",
    "Named",
    "Presence",
    "ReadReport",
    "ReportRow",
    "Saved",
    "Says",
    "Shown",
    "StatementRow",
    "Status",
    "Story",
    "StoryRow",
    "TimelineEntry",
    "Variant",
    "Who",
    "Word",
]
