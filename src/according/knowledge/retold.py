"""Words by which an article speaks of an event once more, or of another of its kind: what `retold.yml` holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data, texts


@dataclass(frozen=True, slots=True)
class Retold:
    """Words of a language, folded: before an event that has been told, of another event, and pronouns.

    `articles`: whether it has articles, so that a noun without one of the first is another event.
    """

    articles: bool = False
    the: frozenset[str] = frozenset()
    another: frozenset[str] = frozenset()
    whoever: frozenset[str] = frozenset()


@cache
def retold(language: str | None) -> Retold:
    """Return the words of a language (BCP 47); none for a language without an entry."""
    entry = dict(_table().get((language or "").partition("-")[0], {}))
    articles = bool(entry.pop("articles", False))
    return Retold(articles, **{name: frozenset(map(fold_name, texts(some))) for name, some in entry.items()})


@cache
def _table() -> dict[str, dict[str, object]]:
    return cast(dict[str, dict[str, object]], load_data("retold.yml"))
