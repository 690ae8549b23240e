"""Those who hold a land apart or fight a state, where a text does not name them: "the separatist authorities"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import load_data
from according.model import Span


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Where a text speaks of such people. `of_land`: of those of a land apart, rather than of any who fight."""

    span: Span
    of_land: bool


@cache
def _words(language: str) -> re.Pattern[str] | None:
    entry = cast(dict[str, dict[str, str]], load_data("rebels.yml")).get(language)
    if entry is None:
        return None
    article = entry.get("article", "")
    kinds = (("land", ""), ("separatists", article), ("rebels", article))
    forms = "|".join(f"{before}(?P<{kind}>{entry[kind]})" for kind, before in kinds)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def unnamed(text: str, language: str | None) -> Iterator[Unnamed]:
    """Yield the descriptions of separatists and rebels in a text of a language (BCP 47), in order.

    >>> [text[each.span.start : each.span.end] for text in ["Thus the rebels."] for each in unnamed(text, "en")]
    ['rebels']
    """
    words = _words((language or "").partition("-")[0])
    for match in words.finditer(text) if words else ():
        kind = match.lastgroup or ""
        yield Unnamed(Span(*match.span(kind)), of_land=kind != "rebels")
