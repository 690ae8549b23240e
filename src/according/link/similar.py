"""Units whose names are alike: found by the sounds that they share, believed as far as nothing else is as likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from according.knowledge.fold import fold_name
from according.link.bare import TERM
from according.link.cluster import Edge
from according.link.company import Company
from according.link.names import MAYBE, SAME, whole_words
from according.link.spellings import compare_spellings
from according.link.units import Unit

CONTRADICTED = 0.5
"""Likeness below which two names have words that contradict each other (`names.compare` caps those at 0.45)."""
ABOUT = 0.1
"""Difference up to which a name that is cut short fits two longer ones about equally: one spelling heard worse."""
_NAMED = 3


def in_doubt(found: Sequence[Unit], edges: Iterable[Edge]) -> frozenset[Edge]:
    """Return the edges from names cut short to people of whom it fits two about equally: it may be either of them.

    "Hamdan Dagalo" is Mohamed, Abdelrahim or Algoney Hamdan Dagalo; also where an article names one of them beside it.
    An office of a state that the name shares with one of them alone decides.
    """
    longer: dict[int, list[tuple[Edge, int]]] = defaultdict(list)
    for edge in edges:
        if found[edge.first].kind == "person":
            words = whole_words(found[edge.first].name), whole_words(found[edge.second].name)
            if words[0] < words[1]:
                longer[edge.first].append((edge, edge.second))
            elif words[1] < words[0]:
                longer[edge.second].append((edge, edge.first))
    doubtful: set[Edge] = set()
    for number, fitting in longer.items():
        best = max(edge.score for edge, _ in fitting)
        near = [(edge, other) for edge, other in fitting if edge.score >= best - ABOUT]
        if not _is_one(found, [other for _, other in near]):
            called = [other for _, other in near if _offices(found[number], found[other])]
            one = set(called) if called and _is_one(found, called) else set()
            doubtful |= {edge for edge, other in near if other not in one}
    return frozenset(doubtful)


def _is_one(found: Sequence[Unit], numbers: Sequence[int]) -> bool:
    """Whether no name contradicts the first."""
    first = found[numbers[0]]
    return all(
        compare_spellings(first.name, first.language, other.name, other.language, "person").score
        >= CONTRADICTED
        for other in (found[number] for number in numbers[1:])
    )


def _offices(one: Unit, other: Unit) -> list[str]:
    """Offices of a state that both are called by within a `TERM`."""
    return sorted(
        office
        for office in one.offices.keys() & other.offices.keys()
        if not office.endswith("@") and (one.apart(other, office) or 0) <= TERM
    )


def by_known_place(found: Sequence[Unit]) -> Iterator[Edge]:
    """Yield edges from places that an article leaves in doubt to the one of that name that others are sure of."""
    known: dict[str, set[int]] = defaultdict(set)
    for number, unit in enumerate(found):
        if unit.kind == "place" and unit.key:
            for name in unit.names:
                known[fold_name(name)].add(number)
    for number, unit in enumerate(found):
        places = known.get(fold_name(unit.name), set()) if unit.kind == "place" and not unit.key else set()
        if len(places) == 1:
            first, second = sorted((number, *places))
            yield Edge(SAME, first, second, f"the only place called {unit.name} that is known here")


def by_company(
    found: Sequence[Unit], edges: Iterable[Edge], of: Sequence[int], company: Company
) -> Iterator[Edge]:
    """Yield the edges of similar names that are believed: their articles name the same others or the same office."""
    for edge in edges:
        if edge.score >= SAME or of[edge.first] == of[edge.second]:
            continue
        offices = _offices(found[edge.first], found[edge.second])
        shared = company.shared(edge.first, edge.second)
        if offices and edge.score >= MAYBE:
            yield edge._replace(score=SAME, reason=f"{edge.reason}; both {offices[0]}")
        elif shared:
            others = ", ".join(found[number].name for number in shared[:_NAMED])
            yield edge._replace(score=SAME, reason=f"{edge.reason}; both named with {others}")
