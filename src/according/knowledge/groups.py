"""Words for those who were named just before ("the two sides"), by language: `groups.yml`, whose head tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts

_APART = ("counts", "compounds", "possessives", "whose", "of")
"""Lists that are no plain field."""


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A language's words; `counts` gives how many a word says are meant. The head of `groups.yml` tells the others."""

    counts: Mapping[str, int]
    sides: frozenset[str]
    people: frozenset[str]
    plain: frozenset[str]
    alone: frozenset[str]
    beside: frozenset[str]
    joining: frozenset[str]
    small: frozenset[str]
    partners: frozenset[str]
    doing: frozenset[str]
    plural: frozenset[str]
    compounds: Mapping[str, str]


@cache
def group_words(language: str | None) -> GroupWords | None:
    """Return the words of a language (BCP 47), None for one that has none."""
    name = (language or "").partition("-")[0]
    raw = cast(Mapping[str, Mapping[str, Any]], load_data("groups.yml")).get(name)
    if raw is None:
        return None
    return GroupWords(
        {word: count for count, words in raw["counts"].items() for word in texts(words)},
        **{key: frozenset(texts(words)) for key, words in raw.items() if key not in _APART},
        compounds=raw["compounds"],
    )


@cache
def possessives() -> frozenset[str]:
    """Return the words of all languages that say that something is of somebody named before: "its", "leur", "свой"."""
    return _of_all("possessives")


@cache
def whose() -> frozenset[str]:
    """Return the words of all languages by which a relative clause says whose something is: "whose", "dont"."""
    return _of_all("whose")


@cache
def of() -> frozenset[str]:
    """Return the words of all languages between a thing and whose it is."""
    return _of_all("of")


def _of_all(name: str) -> frozenset[str]:
    tables = cast(Mapping[str, Mapping[str, Any]], load_data("groups.yml"))
    return frozenset(word for raw in tables.values() for word in texts(raw[name]))
