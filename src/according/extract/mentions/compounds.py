"""Longer names that a state's name is a part of: Port Sudan, New Mexico, Порт-Судан, India Gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.extract.mentions import toponyms
from according.extract.mentions.known import Known, Sight
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import Taken, taken
from according.knowledge.gazetteer import lookup
from according.model import Span

_BEFORE = re.compile(r"(?:[^\W\d_]+[ -]){1,2}\Z")
_AFTER = re.compile(r"[ -][^\W\d_]+")
_WORDS = r"(?![a-zß-ÿа-яё])[^\W\d_][\w’'-]*(?: (?![a-zß-ÿа-яё])[^\W\d_][\w’'-]*){0,2}"
_QUALIFIER = re.compile(rf", ({_WORDS})")
_QUALIFIED = re.compile(rf"(?<!\w)({_WORDS}), \Z")
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
        place = (
            (_compound(scene, sight.span) or _elsewhere(scene, sight, known))
            if state and not inside
            else None
        )
        if place is None:
            found.append(sight)
        elif place.start >= longest:
            longest = place.end
            written = " ".join(scene.text[place.start : place.end].split())
            found.append(
                Sight(place, written, Known(f"place:{written}", "place", written, None, "name", False))
            )
    return sorted(found, key=lambda each: each.span)


def _elsewhere(scene: Scene, sight: Sight, known: Taken[Span]) -> Span | None:
    """Where a state's name is that of a town or region elsewhere: "Armenia, Quindío", "Atlanta, Georgia"."""
    text, span = scene.text, sight.span
    written = " ".join(text[span.start : span.end].split())
    behind = _QUALIFIER.match(text, span.end)
    if behind is not None and not known.overlaps(Span(behind.start(1), behind.end())):
        regions = _regions(behind[1], scene.language)
        if any(
            each.place.admin in regions for each in lookup(sight.phrase) if each.place.precision != "region"
        ):
            return span
    before = _QUALIFIED.search(text, max(0, span.start - _LOOKED_AT), span.start)
    if before is not None and not known.overlaps(Span(before.start(1), before.end(1))):
        towns = {each.place.admin for each in lookup(before[1], scene.language)}
        own = any((each or "").partition(".")[0] == sight.known.country for each in towns)
        if not own and towns & _regions(written, scene.language):
            return span
    return None


def _regions(name: str, language: str | None) -> set[str | None]:
    """The codes of the regions that have a name."""
    found = (match.place for match in lookup(name, language))
    return {place.admin for place in found if place.precision == "region" and place.admin}


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
