"""Who led a state, a land apart or an armed group when: `leaders.yml`.

>>> led_by("Emmanuel Macron", "2021-01-16"), led_by("Emmanuel Macron", "2015-01-16")
(('FR',), ())
"""

from __future__ import annotations

from functools import cache
from typing import cast

from according.knowledge.fold import fold_name, load_data
from according.knowledge.organizations import organizations

_MONTH = len("2021-01")
_KNOWN = "2025-06"
"""The month in which a term ends that had not ended when it was written down."""


def led_by(name: str, day: str | None) -> tuple[str, ...]:
    """Return the codes of the states and keys of the groups that somebody of a full name led on a day (EDTF).

    A day less exact than a month is no day on which that is known. In a text without a day (`None`), those count
    who led it still when the terms were written.
    """
    terms = _terms().get(fold_name(name), ())
    if day is None:
        return tuple(dict.fromkeys(side for _, last, side in terms if last == _KNOWN))
    month = day[:_MONTH]
    if len(month) < _MONTH or not month.replace("-", "").isdigit():
        return ()
    return tuple(dict.fromkeys(side for first, last, side in terms if first <= month <= last))


@cache
def groups() -> dict[str, str]:
    """Return the keys of the armed groups whose leaders are known, by what the groups are called, small letters."""
    return {each.name.casefold(): each.key for each in organizations() if each.key in _table()}


@cache
def _table() -> dict[str, list[list[str]]]:
    return cast(dict[str, list[list[str]]], load_data("leaders.yml"))


@cache
def _terms() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The terms of each name, folded: first month, last month, whose."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for side, rows in _table().items():
        for first, last, *names in rows:
            for key in dict.fromkeys(map(fold_name, names)):
                found[key] = (*found.get(key, ()), (first, last, side))
    return found
