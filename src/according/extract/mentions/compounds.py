"""Longer names that a state's name is a part of: Port Sudan, New Mexico, Порт-Судан, India Gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.extract.mentions import toponyms
from according.extract.mentions.known import Known, Sight
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import taken
from according.model import Span

_BEFORE = re.compile(r"(?:[^\W\d_]+[ -]){1,2}\Z")
_AFTER = re.compile(r"[ -][^\W\d_]+")
_LOOKED_AT = 32
"""Characters before a name among which the words of a longer one are looked for."""


def with_compounds(scene: Scene, sights: Sequence[Sight]) -> list[Sight]:
    """Return `sights` with the longer names of places instead of the states' names that are only a part of them."""
    known = taken(sight.span for sight in sights)
    found: list[Sight] = []
    longest = -1
    for sight in sights:
        inside = any(span != sight.span and span.contains(sight.span) for span in known.over(sight.span))
        state = sight.known.kind == "state" and sight.known.role == "name"
        place = _compound(scene, sight.span) if state and not inside else None
        if place is None:
            found.append(sight)
        elif place.start >= longest:
            longest = place.end
            written = " ".join(scene.text[place.start : place.end].split())
            found.append(
                Sight(place, written, Known(f"place:{written}", "place", written, None, "name", False))
            )
    return sorted(found, key=lambda each: each.span)


def _compound(scene: Scene, span: Span) -> Span | None:
    """The longer name of a place that the name of a state is only a part of; None when there is none."""
    for longer in _longer(scene, span):
        written = scene.text[longer.start : longer.end]
        if toponyms.is_known(written, scene.language):
            return longer
        first, last = written.partition("-")[0], written.rpartition(" ")[2]
        if " " not in written and first.casefold() in scene.cues.town:
            return longer
        if (
            longer.start == span.start
            and last.casefold() in scene.cues.land
            and not scene.is_titled(span.start)
        ):
            return longer
    return None


def _longer(scene: Scene, span: Span) -> Iterator[Span]:
    """Yield the stretches of capitalised words around a name, the longest first."""
    text = scene.text
    starts = [span.start]
    before = _BEFORE.search(text[max(0, span.start - _LOOKED_AT) : span.start])
    if before is not None:
        at = span.start
        for word in reversed(re.split(r"(?<=[ -])", before.group())[:-1]):
            if not toponyms.is_capital(word) or scene.has_article(at):
                break
            at -= len(word)
            starts.insert(0, at)
    after = _AFTER.match(text, span.end)
    capital = after is not None and toponyms.is_capital(after.group()[1:])
    ends = [after.end(), span.end] if after is not None and capital else [span.end]
    for start in starts:
        for end in ends:
            if (start, end) != (span.start, span.end):
                yield Span(start, end)
