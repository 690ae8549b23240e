"""One article with all that is found in it."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Span
from according.views.agreements import CommitmentRow
from according.views.claims import FigureRow, StatementRow, TimelineEntry
from according.views.documents import ArticleRow
from according.views.entities import Presence
from according.views.events import EventRow


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with its characters, marks included, who it names, those most named first, and what it says.

    `agreements` is what it calls those that it names, `sentences` are those of its running text, as spans of the
    document.
    """

    row: ArticleRow
    text: str
    named: tuple[Presence, ...]
    statements: tuple[StatementRow, ...]
    figures: tuple[FigureRow, ...]
    events: tuple[EventRow, ...]
    dates: tuple[TimelineEntry, ...]
    commitments: tuple[CommitmentRow, ...]
    agreements: tuple[str, ...]
    sentences: tuple[Span, ...]
