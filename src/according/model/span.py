"""Positions in a text, and the ids of what is found there."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)` of code points in a document's text."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Return how many characters both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


def content_id(*parts: str | int) -> str:
    """Return the id of the thing that `parts` describe: 16 hex digits of a SHA-256, the same on every run."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
