"""Amounts in two units: 3 dollars 50 cents, 5 feet 2 inches."""

from __future__ import annotations

import re
from dataclasses import replace

from according.extract.figures.drafts import Draft
from according.extract.figures.surroundings import Surroundings
from according.knowledge.units import symbols
from according.model import Span

_LONGEST_GAP = 5
_INCHES = re.compile(r"-(\d{1,2})(?![\w-])")
_PER = {"inch": 12, "ounce": 16, "cent": 100, "penny": 100}
"""How many of a smaller unit its whole has."""
_WHOLE = {"inch": "foot", "ounce": "pound", "penny": "GBP"}
"""What they are parts of; a cent is one of any money."""


def with_part(scene: Surroundings, one: Draft | None, other: Draft) -> Draft | None:
    """Return an amount with the smaller one that follows it and belongs to it; None when it does not."""
    if one is None or one.counted.how != "measure" or other.counted.how != "measure":
        return None
    size = _PER.get(other.counted.unit or "")
    if size is None or not _is_whole_of(one.counted.unit or "", other.counted.unit or ""):
        return None
    gap = scene.text[one.span.end : other.span.start]
    known = not gap.strip() or scene.words.has("range and", gap.strip())
    whole, part = one.numeral.value, other.numeral.value
    if (
        len(gap) > _LONGEST_GAP
        or not known
        or whole is None
        or part is None
        or not 0 < part < size
        or whole % 1
    ):
        return None
    span = Span(one.span.start, other.span.end)
    return replace(one, numeral=replace(one.numeral, value=whole + part / size), span=span)


def with_inches(scene: Surroundings, one: Draft) -> Draft:
    """Return a length in feet with the inches that are joined to it: 6-foot-6."""
    match = _INCHES.match(scene.text, one.span.end)
    value = one.numeral.value
    if match is None or value is None or not one.counted.hyphen or one.counted.unit != _WHOLE["inch"]:
        return one
    inches = int(match[1])
    if not 0 < inches < _PER["inch"]:
        return one
    total = replace(one.numeral, value=value + inches / _PER["inch"])
    return replace(one, numeral=total, span=Span(one.span.start, match.end()))


def _is_whole_of(whole: str, part: str) -> bool:
    """Whether a unit is the whole of a smaller one."""
    return _WHOLE[part] == whole if part in _WHOLE else whole in symbols().codes
