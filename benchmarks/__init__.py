"""Figures that hold the house up: every module here but the helpers has `measure() -> dict[str, float]`."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Third-party material to measure on. It lies beside the checkout and is no part of the project."""


class SkippedError(Exception):
    """The material of a benchmark is absent; the message says which."""


def shared(relative: str) -> Path:
    """Return a path under `SHARED`, or raise SkippedError when it is absent."""
    path = SHARED / relative
    if not path.exists():
        raise SkippedError(f"no {path}")
    return path
