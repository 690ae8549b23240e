"""Dictionary forms that a verb may have by its ending: `infinitives.yml`, whose head tells what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from according.knowledge.fold import load_data, texts

_SHORTEST = 3
"""Letters of a verb before its ending."""


def infinitives(word: str, language: str) -> tuple[str, ...]:
    """Return the dictionary forms that a verb in small letters may have, those with the longest ending taken off first.

    A language without endings has none.
    """
    return tuple(
        word[: len(word) - len(ending)] + base
        for ending, base in _endings(language)
        if word.endswith(ending) and len(word) >= _SHORTEST + len(ending)
    )


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    table = cast(Mapping[str, Mapping[str, object]], load_data("infinitives.yml")).get(language, {})
    rows = [(ending, base) for base, cell in table.items() for ending in texts(cell)]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))
