"""Which column of a table holds what: by the name that the user gave, or by a usual one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from according.knowledge.fold import load_data


def choose(names: Iterable[str], mapped: Mapping[str, str]) -> dict[str, str]:
    """Return field → column, for the fields of `Given` and the text, as far as there is a column for them.

    `names` are the columns of the table; `mapped` names the columns of fields that the user settled.
    """
    columns = {_plain(name): name for name in names}
    chosen = {}
    for field, usual in _usual().items():
        candidates = (_plain(mapped[field]),) if field in mapped else usual
        column = next((columns[candidate] for candidate in candidates if candidate in columns), None)
        if column is not None:
            chosen[field] = column
    return chosen


def _plain(name: str) -> str:
    name = name.casefold().replace("ı", "i")  # the small letter of the Turkish I
    return re.sub(r"[\W_]+", "", name)


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    data = cast(dict[str, list[str]], load_data("columns.yml"))
    return {field: tuple(map(_plain, names)) for field, names in data.items()}
