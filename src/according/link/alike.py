"""Pairs of names that are alike, found by keys that they share; those compared before are not compared again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from according.link.cluster import Edge
from according.link.far import Far
from according.link.kept import Kept
from according.link.near import NEAR, Forms, can_be_alike, forms
from according.link.spellings import compare_spellings, spelling_keys
from according.link.units import Unit
from according.model import Kind

DISTANT = 0.62
"""Likeness from which on names are one when their articles name the same others. Chosen on names of 59 people of eleven
conflicts and of 73 relatives, who do keep one company, in six and three scripts: against 0.6 it loses one of 1,104
pairs that are one person, and 17 of 43 wrong ones. 0.6 is what the list of names gives two that it knows as two."""
CROWD = 300
"""Units that share a blocking key from which on the key says nothing: a common surname with that many given names is
found by its other keys."""
CROWD_OF_WORDS = 60
"""The same for names that are not a person's: their common words (party, committee) say less than a surname."""
_NAMED_KINDS = ("organization", "place", "other")

Name = tuple[Kind, str, str | None, bool]
"""What decides whether two are compared and alike: kind, name, its language, and whether it has a key."""
Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class _Compared:
    """What earlier work has compared: the names, the keys that too many of them bore, and who was alike."""

    names: frozenset[Name]
    crowded: frozenset[Key]
    alike: tuple[tuple[Name, Name], ...]


def alike(found: Sequence[Unit], kept: Kept) -> list[Edge]:
    """Return pairs of units whose names are alike from `DISTANT` on, sorted by the second, then the first.

    Two names are compared when they share a key that is not `_crowded`. What is kept are all names, and which of them
    are alike; so a pair is compared anew only where one of them was not there before, or where a key that was crowded
    no longer is.
    """
    names = {number: _name(unit) for number, unit in enumerate(found) if _is_asked(unit)}
    keys = {number: [(name[0], key) for key in spelling_keys(*name[1:3])] for number, name in names.items()}
    crowded = _crowded(keys)
    telling = {number: frozenset(some) - crowded for number, some in keys.items()}
    before = _before(kept)
    fresh = {
        number
        for number, name in names.items()
        if name not in before.names or not before.crowded.isdisjoint(telling[number])
    }
    edges = [*_known(found, names, telling, before, fresh), *_fresh(found, names, telling, fresh)]
    edges.sort(key=lambda edge: (edge.second, edge.first))
    _keep(kept, names, crowded, edges)
    return edges


def _is_asked(unit: Unit) -> bool:
    # Of what is no person, the knowledge has the spellings of what it knows.
    return not unit.alone and (unit.kind == "person" or (unit.kind in _NAMED_KINDS and not unit.key))


def _name(unit: Unit) -> Name:
    return unit.kind, unit.name, unit.language, unit.key is not None


def _crowded(keys: Mapping[int, Iterable[Key]]) -> frozenset[Key]:
    borne = Counter(key for some in keys.values() for key in some)
    most = {"person": CROWD}
    return frozenset(key for key, count in borne.items() if count > most.get(key[0], CROWD_OF_WORDS))


def _known(
    found: Sequence[Unit],
    names: Mapping[int, Name],
    telling: Mapping[int, frozenset[Key]],
    before: _Compared,
    fresh: set[int],
) -> Iterator[Edge]:
    """Yield the pairs that are known to be alike, as far as a key still tells."""
    of: dict[Name, list[int]] = defaultdict(list)
    for number, name in names.items():
        if number not in fresh:
            of[name].append(number)
    pairs = [(a, b) for one, other in before.alike for a in of.get(one, ()) for b in of.get(other, ())]
    pairs += [pair for same in of.values() for pair in combinations(same, 2)]
    for a, b in pairs:
        if not telling[a].isdisjoint(telling[b]):
            yield from _edge(found, min(a, b), max(a, b))


def _fresh(
    found: Sequence[Unit],
    names: Mapping[int, Name],
    telling: Mapping[int, frozenset[Key]],
    fresh: set[int],
) -> Iterator[Edge]:
    """Yield the pairs that are alike of which one is new."""
    asked = frozenset(key for number in fresh for key in telling[number])
    written: dict[int, Forms] = {
        number: forms(name[1], name[2], name[0] == "person")
        for number, name in names.items()
        if not asked.isdisjoint(telling[number])
    }
    if not written:
        return
    words = Far(word for each in written.values() for word in each.words)
    bearers: dict[Key, list[int]] = defaultdict(list)
    new: dict[Key, list[int]] = defaultdict(list)
    for number in written:
        among = bearers if number in fresh else new
        shared = [key for key in telling[number] if key in asked]
        near = sorted(set().union(*(among.get(key, ()) for key in shared)))
        if near:
            others = frozenset().union(*(written[earlier].words for earlier in near))
            far = words.of(written[number].words, others, NEAR)
            for earlier in near:
                if can_be_alike(written[earlier], written[number], found[number].kind, far):
                    yield from _edge(found, earlier, number)
        for key in shared:
            bearers[key].append(number)
            if number in fresh:
                new[key].append(number)


def _edge(found: Sequence[Unit], first: int, second: int) -> Iterator[Edge]:
    one, other = found[first], found[second]
    if one.key and other.key:
        return
    likeness = compare_spellings(one.name, one.language, other.name, other.language, other.kind)
    if likeness.score >= DISTANT:
        yield Edge(likeness.score, first, second, likeness.reason)


def _before(kept: Kept) -> _Compared:
    known = kept.before("names")
    if known is None:
        return _Compared(frozenset(), frozenset(), ())
    names = [cast(Name, tuple(name)) for name in known["names"]]
    return _Compared(
        frozenset(names),
        frozenset((kind, key) for kind, key in known["crowded"]),
        tuple((names[one], names[other]) for one, other in known["alike"]),
    )


def _keep(kept: Kept, names: Mapping[int, Name], crowded: frozenset[Key], edges: Iterable[Edge]) -> None:
    listed = sorted(set(names.values()), key=lambda name: (name[0], name[1], name[2] or "", name[3]))
    place = {name: number for number, name in enumerate(listed)}
    pairs = {tuple(sorted((place[names[edge.first]], place[names[edge.second]]))) for edge in edges}
    of_two = sorted(pair for pair in pairs if pair[0] != pair[1])
    kept.keep({"names": listed, "crowded": sorted(crowded), "alike": of_two}, "names")
