"""Words by which an article speaks of an event once more, or of another of its kind: what `retold.yml` holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data


@dataclass(frozen=True, slots=True)
class Retold:
    """Words of a language, folded: before an event that has been told, of another event, and pronouns."""

    the: frozenset[str] = frozenset()
    another: frozenset[str] = frozenset()
    whoever: frozenset[str] = frozenset()


@cache
def retold(language: str | None) -> Retold:
    """Return the words of a language (BCP 47); none for a language without an entry."""
    table = cast(dict[str, dict[str, list[str]]], load_data("retold.yml"))
    entry = table.get((language or "").partition("-")[0], {})
    return Retold(**{name: frozenset(map(fold_name, words)) for name, words in entry.items()})
