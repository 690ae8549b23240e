"""Acronyms across articles: FDPC alone is the front that another article calls so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from according.link.cluster import Edge
from according.link.units import Unit

EXPLAINED = 0.88
"""Score of an acronym that other articles explain by one name only."""


def is_acronym(name: str) -> bool:
    """Return whether a name is an acronym as far as its letters tell: two to eight capitals."""
    return name.isupper() and name.isalpha() and 2 <= len(name) <= 8


def is_short(unit: Unit) -> bool:
    """Return whether a unit is an organization that its articles name by an acronym only."""
    return unit.kind == "organization" and not unit.key and is_acronym(unit.name)


def by_acronym(found: Sequence[Unit], of: Sequence[int]) -> list[list[Edge]]:
    """Return for each acronym the edges to what articles explain it by, one for each cluster `of` units.

    More than one: nobody knows which is meant.
    """
    explained: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(found):
        for acronym in sorted(unit.acronyms):
            explained[acronym].append(number)
    return [list(_edges(found, of, number, explained)) for number, unit in enumerate(found) if is_short(unit)]


def _edges(
    found: Sequence[Unit], of: Sequence[int], number: int, explained: dict[str, list[int]]
) -> Iterator[Edge]:
    short = found[number].name
    edges: dict[int, Edge] = {}
    for long in explained.get(short, ()):
        if long != number:
            reason = f"{short} is explained as {found[long].name}"
            edges.setdefault(of[long], Edge(EXPLAINED, min(number, long), max(number, long), reason))
    yield from edges.values()
