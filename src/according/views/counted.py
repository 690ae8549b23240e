"""What is counted: things with how often they are, and the figures of one."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from according.views.claims import FigureRow
from according.views.documents import Json


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that figures count: `id` says the unit and the thing, `words` are how articles write it, most first."""

    id: str
    unit: str | None
    words: tuple[str, ...]
    figures: int

    def as_json(self) -> Json:
        """Return the thing as one JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A figure of a thing, and what is told to have happened to what it counts (a class of words), None for nothing."""

    row: FigureRow
    act: str | None
