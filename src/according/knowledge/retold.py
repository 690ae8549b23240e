"""Words by which an article speaks of an event once more, or of another of its kind: what `retold.yml` holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data, texts


@dataclass(frozen=True, slots=True)
class Retold:
    """Words of a language, folded: articles, what stands before an event told before, what tells another, pronouns.

    `anyone` say nothing of who did it, `people` nothing of to whom. After one of `turns` a sentence tells of another
    matter.
    """

    articles: frozenset[str] = frozenset()
    the: frozenset[str] = frozenset()
    another: frozenset[str] = frozenset()
    whoever: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()


@cache
def retold(language: str | None) -> Retold:
    """Return the words of a language (BCP 47); none for a language without an entry."""
    entry = _table().get((language or "").partition("-")[0], {})
    return Retold(**{name: frozenset(map(fold_name, texts(some))) for name, some in entry.items()})


@cache
def _table() -> dict[str, dict[str, object]]:
    return cast(dict[str, dict[str, object]], load_data("retold.yml"))
