"""What happens to people in a conflict: words that say the same (`fates.yml`)."""

from __future__ import annotations

from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data


@cache
def fates() -> tuple[tuple[str, ...], ...]:
    """Return groups of words that say the same of those who are counted, as they are written."""
    raw = cast(dict[str, dict[str, list[str]]], load_data("fates.yml"))
    return tuple(tuple(word for words in group.values() for word in words) for group in raw.values())


@cache
def fatal() -> frozenset[str]:
    """Return the words by which somebody is said to be killed, folded."""
    raw = cast(dict[str, dict[str, list[str]]], load_data("fates.yml"))
    return frozenset(fold_name(word) for words in raw["killed"].values() for word in words)
