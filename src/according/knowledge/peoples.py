"""Peoples without a state of their own: names that stand for nobody whom a record keeps."""

from __future__ import annotations

from functools import cache
from typing import cast

from according.knowledge.fold import PhraseIndex, fold, load_data, texts
from according.model import Span


@cache
def _index(language: str) -> PhraseIndex[None] | None:
    named = texts(cast(dict[str, object], load_data("peoples.yml")).get(language))
    return PhraseIndex((name, None) for name in named) if named else None


def peoples(text: str, language: str | None) -> set[Span]:
    """Return where a text names a people that is no state's; nowhere in a language without data."""
    index = _index(language) if language else None
    if index is None:
        return set()
    folded = fold(text)
    return {folded.span(start, end) for start, end, _ in index.find(folded.text)}
