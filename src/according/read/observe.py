"""What can be seen on a unit and around it; knowledge/splitter.yml says what each observation means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from according.model import Mark
from according.read.context import (
    broken_titles,
    edges,
    gaps,
    labelled_lines,
    markdown,
    neighbours,
    recurring,
    signatures,
    writers,
)
from according.read.lines import Unit
from according.read.series import contents, numbers
from according.read.shape import shape
from according.read.signs import signs
from according.read.subjects import languages, subjects


def observe(text: str, found: Sequence[Unit], known: Sequence[Mark] = ()) -> list[dict[str, float]]:
    """Return for every unit what is observed on it: name → strength. `known` are marks from the layout alone."""
    if not found:
        return []
    observed = [shape(unit) for unit in found]
    starts = [mark.span.start for mark in known]
    for one, unit in zip(observed, found, strict=True):
        one.update(dict.fromkeys(signs(unit), 1.0))
        near = known[max(0, bisect_right(starts, unit.span.start) - 1)] if known else None
        if near and near.span.contains(unit.span):
            one["marked"] = 1.0
    broken_titles(found, observed)
    labelled_lines(text, found, observed)
    recurring(found, observed)
    gaps(found, observed)
    edges(found, observed)
    signatures(found, observed)
    markdown(found, observed)
    writers(found, observed)
    numbers(found, observed)
    contents(found, observed)
    neighbours(found, observed)
    languages(found, observed)
    subjects(found, observed)
    for one in observed:
        one["any"] = 1.0
    return observed
