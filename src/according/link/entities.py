"""One entity for all chains that mean it, across articles and languages; what is uncertain stays apart.

Chains of one key or one full name are a unit (`units.py`). Units are joined by name evidence (`names.py`) and
context: a bare surname only through an office or a story (`bare.py`), similar names only when no office, article or
judgement speaks against it. What a person judged is done first and wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from according.knowledge.fold import fold_name
from according.link import bare
from according.link.acronyms import by_acronym, is_short
from according.link.alike import alike
from according.link.cluster import Clusters, Edge, cluster
from according.link.company import Company
from according.link.days import days
from according.link.describe import described
from according.link.holders import Holders
from according.link.kept import Kept
from according.link.names import MAYBE, SAME, surname_agrees
from according.link.similar import CONTRADICTED, by_company, by_known_place, in_doubt
from according.link.spellings import compare_spellings
from according.link.units import Unit, units
from according.link.verdicts import JUDGED, Verdicts
from according.model import Chain, Judgement, Link, Suggestion, content_id
from according.views import Entity

GARBLED = 0.15
"""Share of the pairs of two clusters' chains whose names may contradict each other: a translation got it wrong."""
LESS_SURE = 0.9
"""Likeness from which on two names are one although their offices are of different states."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Entities, the link of each chain to its entity, and pairs that a person should look at."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    suggestions: tuple[Suggestion, ...]


def link(
    chains: Iterable[Chain],
    judgements: Sequence[Judgement],
    published: Mapping[str, str] = MappingProxyType({}),
    acronyms: Mapping[str, Sequence[str]] = MappingProxyType({}),
    kept: Kept | None = None,
) -> Linked:
    """Link chains to entities.

    Args:
        chains: In a stable order; their mentions are not looked at. Those without a name are linked to the entities
            of others when their offices tell whose they are (`holders.py`), and are no entities by themselves.
        judgements: All of them, in the order in which they were made: of two on one pair the later counts.
        published: When articles were published (EDTF), by their ids; those that do not say are left out.
        acronyms: The acronyms among the mentions of chains that have a longer name, by the chains' ids.
        kept: Which names were compared in earlier work, and with what result. It changes nothing but the time.

    Returns:
        The entities (their counts of articles and mentions 0, to be filled in by the store), sorted by id.
    """
    verdicts = Verdicts(judgements)
    when = {article: days(date) for article, date in published.items()}
    nameless: list[Chain] = []
    found = units(_named(chains, nameless), verdicts, when, acronyms)
    forced, forbidden = verdicts.edges([unit.sides for unit in found])

    def clustered(edges: Iterable[Edge]) -> Clusters:
        compatible, allowed = partial(_compatible, found, forbidden), partial(_allowed, forbidden)
        return cluster(len(found), edges, forced, compatible, allowed)

    similar = [*alike(found, Kept() if kept is None else kept), *by_known_place(found)]
    doubtful = in_doubt(found, similar)
    clear = [edge for edge in similar if edge not in doubtful]
    strong = [edge for edge in clear if edge.score >= SAME]
    # Offices after names: whether one person alone fits is known only when all her spellings are one.
    of = clustered(strong).of
    company = Company(found, of, when)
    strong += by_company(found, clear, of, company)
    of = clustered(strong).of
    by_office = bare.by_office(found, of)
    strong += (fitting.sure for fitting in by_office.values() if fitting.sure)
    strong += bare.of_one_office(found, by_office)
    short = by_acronym(found, of)
    strong += (edges[0] for edges in short if len(edges) == 1)
    strong += bare.by_story(found, of, company, by_office)
    clusters = clustered(strong)
    edges = [
        *(edge for edge in similar if edge.score >= MAYBE),
        *(edge for fitting in by_office.values() for edge in fitting.edges),
        *(edge for several in short for edge in several),
    ]
    ids = _ids(found, clusters)
    return Linked(
        entities=tuple(sorted(_entities(found, clusters, ids), key=lambda entity: entity.id)),
        links=(*_links(found, clusters, ids), *Holders(found, clusters.of).links(nameless, ids, when)),
        suggestions=tuple(_suggestions(edges, clusters, ids, forbidden)),
    )


def _named(chains: Iterable[Chain], nameless: list[Chain]) -> Iterator[Chain]:
    """Pass on chains with a name, and put the others by."""
    for chain in chains:
        if chain.named or chain.kind == "state":  # "the Malian army" tells of Mali by its adjective
            yield chain
        else:
            nameless.append(chain)


def _allowed(forbidden: frozenset[tuple[int, int]], one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether nobody judged that a member of one is none of the other."""
    return not any((min(a, b), max(a, b)) in forbidden for a in one for b in other)


def _compatible(
    found: list[Unit], forbidden: frozenset[tuple[int, int]], one: frozenset[int], other: frozenset[int]
) -> bool:
    """Whether two clusters may be one: no judgement, key, article or name of any pair of theirs speaks against it."""
    known = {found[n].key for n in one | other} - {None}
    if len(known) > 1:
        return False
    chains, agreeing, contradicting = 0, 0, 0
    for a in one:
        for b in other:
            if (min(a, b), max(a, b)) in forbidden or found[a].articles & found[b].articles:
                return False
            agreement = _agreement(found[a], found[b])
            if not agreement:
                return False
            weight = len(found[a].chains) * len(found[b].chains)
            chains += weight
            agreeing += agreement >= MAYBE
            contradicting += weight * (agreement < CONTRADICTED)
    # Not all: of a name in ten spellings some are far from one another, and one may be garbled.
    return 2 * agreeing >= len(one) * len(other) and contradicting <= GARBLED * chains


def _agreement(one: Unit, other: Unit) -> float:
    """How far two units can be one, as `names.likeness` counts; 0 when something rules it out."""
    if one.alone and other.alone:
        return float(fold_name(one.name) == fold_name(other.name))
    if one.alone or other.alone:
        surname, full = (one, other) if one.alone else (other, one)
        return float(surname_agrees(surname.name, full.name))
    if is_short(one) != is_short(other):
        return SAME  # an acronym and a name: their letters say nothing against it
    likeness = compare_spellings(one.name, one.language, other.name, other.language, one.kind).score
    return 0.0 if likeness < LESS_SURE and _other_states(one, other) else likeness


def _other_states(one: Unit, other: Unit) -> bool:
    """Whether both hold offices of states, and of no state in common."""
    states = [{office.partition("@")[2] for office in unit.offices} - {""} for unit in (one, other)]
    return bool(states[0] and states[1] and not states[0] & states[1])


def _ids(found: list[Unit], clusters: Clusters) -> dict[int, str]:
    """The id of each cluster: of its key, else of its name, else of its first chain."""
    members = _members(clusters)
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for root, numbers in members.items():
        head = _head(found, numbers)
        if head.key:
            id = content_id("entity", head.kind, head.key)
        elif head.alone:
            id = content_id("entity", head.kind, fold_name(head.name), min(head.chains))
        else:
            id = content_id("entity", head.kind, fold_name(head.name))
        if id in taken:
            id = content_id("entity", head.kind, fold_name(head.name), min(head.chains))
        taken.add(id)
        ids[root] = id
    return ids


def _members(clusters: Clusters) -> dict[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for number, root in enumerate(clusters.of):
        members[root].append(number)
    return members


def _head(found: list[Unit], numbers: Iterable[int]) -> Unit:
    """The unit that a cluster is called by: the one with a key, else a full name, in most articles."""
    return min(
        (found[number] for number in numbers),
        key=lambda unit: (unit.key is None, unit.alone, -len(unit.articles), -len(unit.name), unit.name),
    )


def _entities(found: list[Unit], clusters: Clusters, ids: dict[int, str]) -> Iterator[Entity]:
    for root, numbers in _members(clusters).items():
        head = _head(found, numbers)
        yield described(ids[root], head, [found[number] for number in numbers])


def _links(found: list[Unit], clusters: Clusters, ids: dict[int, str]) -> Iterator[Link]:
    """One link for each chain: the score and reason of the strongest edge that holds its unit in its cluster.

    The unit that the cluster is called by has its own, unless a person judged: that holds for both sides.
    """
    best: dict[int, Edge] = {}
    for edge in clusters.used:
        for number in (edge.first, edge.second):
            if number not in best or edge.score > best[number].score:
                best[number] = edge
    heads = {id(_head(found, numbers)) for numbers in _members(clusters).values()}
    for number, unit in enumerate(found):
        score, reason = _own_reason(unit)
        judged = number in best and best[number].reason == JUDGED
        if judged or (id(unit) not in heads and number in best):
            score, reason = best[number].score, best[number].reason
        for chain in unit.chains:
            yield Link(chain, ids[clusters.of[number]], round(score, 3), reason)


def _own_reason(unit: Unit) -> tuple[float, str]:
    if unit.key:
        return 0.99, f"known as {unit.key}"
    if unit.alone:
        return 0.5, "a name that says too little to be linked"
    return 0.97, "the same full name" if unit.kind == "person" else "the same name"


def _suggestions(
    edges: Iterable[Edge], clusters: Clusters, ids: dict[int, str], forbidden: frozenset[tuple[int, int]]
) -> Iterator[Suggestion]:
    best: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        roots = clusters.of[edge.first], clusters.of[edge.second]
        if roots[0] == roots[1] or (edge.first, edge.second) in forbidden:
            continue
        first, second = sorted(ids[root] for root in roots)
        if (first, second) not in best or edge.score > best[first, second].score:
            best[first, second] = edge
    for (first, second), edge in sorted(best.items()):
        yield Suggestion(first, second, round(edge.score, 3), edge.reason)
