"""What capital letters tell, by language: `words.yml`."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data


@cache
def capitals_tell(language: str | None) -> bool:
    """Return whether a capital inside a sentence shows a name: not where all nouns have one.

    >>> capitals_tell("fr"), capitals_tell("de")
    (True, False)
    """
    habits = cast(dict[str, dict[str, Any]], load_data("words.yml"))
    return not habits.get((language or "").partition("-")[0], {}).get("nouns", False)
