"""Who led a state when: `leaders.yml`.

>>> led_by("Emmanuel Macron", "2021-01-16"), led_by("Emmanuel Macron", "2015-01-16")
('FR', None)
"""

from __future__ import annotations

from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data

_MONTH = len("2021-01")
_KNOWN = "2025-06"
"""The month in which a term ends that had not ended when it was written down."""


def led_by(name: str, day: str | None) -> str | None:
    """Return the code of the state that somebody of a full name led on a day (EDTF); None where that is not known.

    A day less exact than a month is no day on which that is known. In a text without a day (`None`), those count
    who led it still when the terms were written.
    """
    terms = _terms().get(fold_name(name), ())
    if day is None:
        return next((state for _, last, state in terms if last == _KNOWN), None)
    month = day[:_MONTH]
    if len(month) < _MONTH or not month.replace("-", "").isdigit():
        return None
    return next((state for first, last, state in terms if first <= month <= last), None)


@cache
def _terms() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The terms of each name, folded: first month, last month, state."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    table = cast(dict[str, list[list[str]]], load_data("leaders.yml"))
    for state, rows in table.items():
        for first, last, *names in rows:
            for key in dict.fromkeys(map(fold_name, names)):
                found[key] = (*found.get(key, ()), (first, last, state))
    return found
