"""Bringing units together by weighted edges, strongest first, as far as nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edge(NamedTuple):
    """Two units (by their numbers, the smaller first) that may be one: how sure, 0 to 1, and why."""

    score: float
    first: int
    second: int
    reason: str


@dataclass(frozen=True, slots=True)
class Clusters:
    """What came of it: the cluster of each unit (named by its smallest unit), the edges used and those refused."""

    of: tuple[int, ...]
    used: tuple[Edge, ...]
    refused: tuple[Edge, ...]


def cluster(
    count: int,
    edges: Iterable[Edge],
    forced: Iterable[Edge],
    compatible: Callable[[frozenset[int], frozenset[int]], bool],
    allowed: Callable[[frozenset[int], frozenset[int]], bool],
) -> Clusters:
    """Join `count` units along `forced` edges in their order, then along `edges` from the strongest on.

    A forced edge joins two clusters when that is `allowed(units of the one, units of the other)`, any other when they
    are `compatible`: what a chain of similar names would bring together is looked at as a whole. Equal scores go by
    number: the order of `edges` does not matter.
    """
    of = list(range(count))
    members = [frozenset((unit,)) for unit in range(count)]
    used, refused = [], []

    def join(edge: Edge, must: bool) -> None:
        one, other = sorted((of[edge.first], of[edge.second]))
        if one == other:
            used.append(edge)
        elif (allowed if must else compatible)(members[one], members[other]):
            used.append(edge)
            members[one] |= members[other]
            for unit in members[other]:
                of[unit] = one
        else:
            refused.append(edge)

    for edge in forced:
        join(edge, must=True)
    for edge in sorted(edges, key=lambda edge: (-edge.score, edge[1:])):
        join(edge, must=False)
    # An edge refused at first may lie inside a cluster in the end.
    return Clusters(
        tuple(of), tuple(used), tuple(edge for edge in refused if of[edge.first] != of[edge.second])
    )
