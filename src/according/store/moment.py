"""This moment, as the record writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return this moment (ISO 8601), exactly enough that of two acts the later is known."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
