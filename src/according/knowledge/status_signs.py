"""Signs that tell how sure an event is in a language that no engine parses: `status_signs.yml`, whose head tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts
from according.model import Status

Sign = tuple[tuple[str, str | None], ...]
"""Words in a row: each as its beginning and its end; whole words have None for an end."""


@dataclass(frozen=True, slots=True)
class StatusSigns:
    """A language's signs: of a mere place, of each status, of a present that goes on; and where its words stand."""

    last: bool
    behind: bool
    where: tuple[Sign, ...]
    status: tuple[tuple[Sign, Status], ...]
    lasting: tuple[Sign, ...]


def met(sign: Sign, words: tuple[str, ...]) -> bool:
    """Return whether words in a row are those of a sign."""
    return len(sign) == len(words) and all(
        word == begin if end is None else _between(word, begin, end)
        for (begin, end), word in zip(sign, words, strict=True)
    )


def _between(word: str, begin: str, end: str) -> bool:
    return len(word) > len(begin) + len(end) and word.startswith(begin) and word.endswith(end)


@cache
def status_signs(language: str | None) -> StatusSigns | None:
    """Return the signs of a language (BCP 47), None for one that has none."""
    name = (language or "").partition("-")[0]
    raw = cast(Mapping[str, Mapping[str, Any]], load_data("status_signs.yml")).get(name)
    if raw is None:
        return None
    tables = cast(Mapping[str, object], raw["status"])
    known = [
        (_sign(written), cast(Status, status))
        for status, cell in tables.items()
        if status != "lasting"
        for written in texts(cell)
    ]
    known.sort(key=lambda each: -sum(len(begin) + len(end or "") for begin, end in each[0]))
    lasting = tuple(_sign(written) for written in texts(tables["lasting"]))
    return StatusSigns(
        raw["last"], raw["behind"], tuple(map(_sign, texts(raw["where"]))), tuple(known), lasting
    )


def _sign(written: str) -> Sign:
    return tuple(_part(word) for word in written.split())


def _part(word: str) -> tuple[str, str | None]:
    begin, star, end = word.partition("*")
    return begin, end if star else None
