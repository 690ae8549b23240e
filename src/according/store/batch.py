"""A batch: what is saved as a whole or not at all."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from according.model import Article, Findings, Notice

BATCH_SECONDS = 1.0
BATCH_DOCUMENTS = 200
BATCH_CHARACTERS = 4_000_000
"""A batch is closed when it reaches any of these. A commit is one flush to disk: at 200 small documents it costs 2 %
of the time that splitting them takes. The last bound keeps memory flat over documents of any size."""


@dataclass(slots=True)
class Batch:
    """What one transaction is to write, in the order in which it came."""

    uri: str
    """The input that was read last."""
    searched: list[str] = field(default_factory=list)
    skipped: list[dict[str, str]] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    finished: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=dict)
    articles: dict[str, list[tuple[Article, str, str, str]]] = field(default_factory=dict)
    findings: dict[str, Findings] = field(default_factory=dict)
    met: list[dict[str, str]] = field(default_factory=list)
    notices: list[tuple[Notice, str, str]] = field(default_factory=list)
    recalled: list[Notice] = field(default_factory=list)
    characters: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """What this batch adds to each number of the report."""
    since: float = field(default_factory=time.monotonic)

    @property
    def is_full(self) -> bool:
        """Whether it is time to close it."""
        return (
            len(self.documents) >= BATCH_DOCUMENTS
            or self.characters >= BATCH_CHARACTERS
            or time.monotonic() - self.since >= BATCH_SECONDS
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (
            self.searched
            or self.skipped
            or self.started
            or self.notices
            or self.met
            or self.documents
            or self.finished
        )

    def found(self, article: str, found: Findings) -> None:
        """Take what was found in an article of this batch."""
        self.findings[article] = found

    def notice(self, notice: Notice, source: str, sha256: str = "") -> None:
        """Take a problem; `source` is the uri of the input that it came up in, `sha256` its hash if it was opened."""
        self.notices.append((notice, source, sha256))
        self.counts.update(notices=1, lost=int(notice.lost))
