"""Given names: words that more likely belong to a person than to a place ("Vahan", "Florence")."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, cast

from anyascii import anyascii

from according.knowledge.fold import fold_name, load_data, texts
from according.knowledge.inflection import key

_STEM = 2
"""Letters before a surname's ending, at least."""


@cache
def _given() -> frozenset[str]:
    data = cast(dict[str, Any], load_data("names.yml"))
    groups: list[list[str]] = [*data["given"], *data["familiar"], data["alone"]]
    more = cast(dict[str, Any], load_data("persons.yml"))["given"]
    groups += [list(texts(names)) for names in (more.values() if isinstance(more, dict) else [more])]
    return frozenset(_key(name) for group in groups for name in group)


def _key(name: str) -> str:
    return fold_name(anyascii(name))


@cache
def _endings() -> tuple[str, ...]:
    rows = cast(dict[str, Any], load_data("persons.yml"))["surname"]
    return tuple(key(ending) for row in rows for ending in texts(row))


@lru_cache(maxsize=1 << 14)
def ends_like_surname(word: str) -> bool:
    """Return whether `word`, in any script, has an ending that surnames have: -yan, -ов, -ić."""
    return key(word)[_STEM:].endswith(_endings())


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """Return whether `word`, in any script, is listed as a given name in one of its usual spellings."""
    return _key(word) in _given()


@cache
def _before() -> frozenset[str]:
    return frozenset(map(_key, texts(cast(dict[str, Any], load_data("persons.yml"))["before"])))


@lru_cache(maxsize=1 << 14)
def is_given_before(word: str) -> bool:
    """Return whether `word` is a given name, or one that is more often something else, before a surname: Rose, Chad."""
    return is_given(word) or _key(word) in _before()


@cache
def _common() -> frozenset[str]:
    return frozenset(map(_key, texts(cast(dict[str, Any], load_data("names.yml"))["common"])))


def is_common_surname(word: str) -> bool:
    """Return whether `word`, in any script, is listed among the surnames that very many bear."""
    return _key(word) in _common()
