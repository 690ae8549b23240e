"""Russian text cut into words and signs as razdel cuts it, which natasha's models were trained on, in less time.

razdel (Kukushkin, https://github.com/natasha/razdel) looks at every pair of neighbouring signs; but it never joins
across a space, and looks across one only from a hyphen, stroke, point or comma that stands beside it. What lies between
two spaces is therefore cut once for each that a text has, and together with its neighbours only in those rare cases.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import razdel

_CHUNK = re.compile(r"\S+")
_ACROSS = "-‑–—−_/\\"
"""Signs that razdel joins with what stands on both of their sides."""
_APART = re.compile(rf".|(?![{re.escape(_ACROSS)}.,]).*(?<![{re.escape(_ACROSS)}])(?<!\d[.,])")
"""A piece of text that razdel cuts alike whatever stands around it."""
_LONGEST = 32
"""Longer pieces seldom come twice."""


class Cut(NamedTuple):
    """A word or sign, and where it lies in what was cut."""

    start: int
    stop: int
    text: str


def cuts(text: str) -> list[Cut]:
    """Return the words and signs of a text, as `razdel.tokenize` does."""
    chunks = list(_CHUNK.finditer(text))
    found = []
    for index, chunk in enumerate(chunks):
        piece, at = chunk[0], chunk.start()
        if len(piece) <= _LONGEST and _APART.fullmatch(piece):
            found += [Cut(at + start, at + stop, part) for start, stop, part in _cut(piece)]
            continue
        first, last = chunks[max(0, index - 1)].start(), chunks[min(index + 1, len(chunks) - 1)].end()
        for each in razdel.tokenize(text[first:last]):
            if at <= first + each.start < chunk.end():
                found.append(Cut(first + each.start, first + each.stop, each.text))
    return found


@lru_cache(maxsize=1 << 15)
def _cut(piece: str) -> tuple[Cut, ...]:
    return tuple(Cut(each.start, each.stop, each.text) for each in razdel.tokenize(piece))
