"""Names of places that news speaks of and gazetteers lack, ready to be found in running text.

What the names stand for, and where that is, the gazetteer tells (`gazetteer.py`), which knows them as well.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts


@cache
def place_words() -> tuple[tuple[str, str | None, str], ...]:
    """Return every name of every place of `places.yml` with its language and the place's main name."""
    data = cast(list[dict[str, Any]], load_data("places.yml"))
    return tuple(
        (name, language, entry["name"])
        for entry in data
        for language, names in (("en", [entry["name"]]), *entry.get("names", {}).items())
        for name in dict.fromkeys(texts(names))
    )
