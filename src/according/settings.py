"""Configuration, validated once. Limits exist because every document is treated as hostile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from according.errors import SettingsError

MIB = 1024 * 1024

COLUMN_FIELDS = ("text", "title", "outlet", "author", "date", "url", "language")
"""Fields that a column of a table can hold."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of a run. Sizes are bytes, times seconds. Raises SettingsError for limits below 1 and unknown fields."""

    document_bytes: int = 64 * MIB
    """Largest single document (a message, a page, an archive member). Larger ones become a Notice. Containers that
    are read as a stream (tables, mailboxes, archives) have no limit of their own."""
    archive_bytes: int = 4096 * MIB
    """Most that one archive may unpack to, all members together."""
    archive_ratio: int = 200
    """Most that one archive member may grow when unpacked, once it is over 1 MiB."""
    archive_members: int = 100_000
    """Most members that one archive may hold."""
    nesting: int = 3
    """How deep containers may lie in containers (an archive in a mail in an archive)."""
    fetch_seconds: float = 30.0
    """How long a URL may take to answer."""
    jobs: int = 0
    """Processes that find actors and places; 0 is one for each core, as far as memory goes (1.5 GB each), and only
    for more than a few articles. The result is the same for any number."""
    articles_only: bool = False
    """Whether to stop at articles, without looking for actors and places: many times faster. Reading the same input
    again without it makes up for it."""
    actors: Path | None = None
    """The user's own actors (docs/actors.md)."""
    codebook: Path | None = None
    """The user's own words for kinds of events (docs/codebook.md)."""
    columns: tuple[tuple[str, str], ...] = ()
    """Which column of a table holds which field, as (field, column), fields as in COLUMN_FIELDS. Columns of the same
    names are found without it."""

    def __post_init__(self) -> None:
        for name in ("document_bytes", "archive_bytes", "archive_ratio", "archive_members", "nesting"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.jobs < 0:
            raise SettingsError(f"jobs must be at least 1, or 0 for one on each core, not {self.jobs}")
        for field, _ in self.columns:
            if field not in COLUMN_FIELDS:
                raise SettingsError(f"A table has no field {field!r}. Fields are {', '.join(COLUMN_FIELDS)}.")
