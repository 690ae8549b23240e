"""Which languages the sentence encoder can read, and how those are spelled for it that it knows by a relative only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import load_data


@dataclass(frozen=True, slots=True)
class _Read:
    served: frozenset[str]
    respelled: dict[str, dict[int, str]]


@cache
def _read() -> _Read:
    data = cast(dict[str, object], load_data("encoder.yml"))
    respelled = {
        language: str.maketrans({**letters, **{a.upper(): b.upper() for a, b in letters.items()}})
        for language, letters in cast(dict[str, dict[str, str]], data["respelled"]).items()
    }
    return _Read(frozenset(cast(list[str], data["served"])) | frozenset(respelled), respelled)


def encodable(language: str | None) -> bool:
    """Return whether sentences of a language (BCP 47) can be compared as vectors."""
    return language is not None and language.partition("-")[0] in _read().served


def spelled(text: str, language: str) -> str:
    """Return a text as the encoder reads it best."""
    table = _read().respelled.get(language.partition("-")[0])
    return text.translate(table) if table else text
