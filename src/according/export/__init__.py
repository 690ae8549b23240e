"""Export: one file per format, listed here."""

from __future__ import annotations

from according.export import jsonl

FORMATS = {"jsonl": jsonl.write}
"""Writers by the name of their format."""
