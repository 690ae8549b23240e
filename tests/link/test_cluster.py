from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from according.link.cluster import Edge, cluster

PAIRS = st.sampled_from(list(combinations(range(8), 2)))
EDGES = st.lists(
    st.builds(lambda score, pair: Edge(score, *pair, "alike"), st.sampled_from([0.5, 0.7, 0.9]), PAIRS),
    max_size=20,
)
FORBIDDEN = st.frozensets(PAIRS, max_size=6)


def never(one: frozenset[int], other: frozenset[int]) -> bool:
    return False


def always(one: frozenset[int], other: frozenset[int]) -> bool:
    return True


def test_units_without_edges_stay_alone() -> None:
    assert cluster(3, [], [], always, always).of == (0, 1, 2)


def test_a_cluster_is_named_by_its_smallest_unit() -> None:
    found = cluster(5, [Edge(0.9, 2, 4, ""), Edge(0.8, 1, 2, "")], [], always, always)
    assert found.of == (0, 1, 1, 3, 1)


def test_the_strongest_edge_comes_first_and_the_weaker_one_that_contradicts_it_is_refused() -> None:
    strong, weak = Edge(0.9, 0, 1, "strong"), Edge(0.8, 1, 2, "weak")
    found = cluster(3, [weak, strong], [], lambda one, other: not {0, 2} <= one | other, always)
    assert found.of == (0, 0, 2)
    assert (found.used, found.refused) == ((strong,), (weak,))


def test_what_is_forced_is_joined_whatever_speaks_against_it() -> None:
    forced = Edge(0.1, 0, 1, "judged")
    found = cluster(3, [Edge(0.9, 1, 2, "")], [forced], never, always)
    assert found.of == (0, 0, 2)
    assert found.used == (forced,)


def test_an_edge_inside_a_cluster_is_used_however_it_came_there() -> None:
    refused_at_first = Edge(0.9, 0, 1, "refused until a third unit has joined them")
    bridge = [Edge(0.8, 0, 2, ""), Edge(0.7, 1, 2, "")]
    found = cluster(3, [refused_at_first, *bridge], [], lambda one, other: 2 in one | other, always)
    assert found.of == (0, 0, 0)
    assert found.refused == ()


def test_of_two_that_are_forced_the_first_stands_when_they_may_not_be_one() -> None:
    newer, older = Edge(1.0, 1, 2, "newer"), Edge(1.0, 0, 1, "older")
    found = cluster(3, [], [newer, older], always, lambda one, other: not {0, 2} <= one | other)
    assert found.of == (0, 1, 1)


@given(EDGES, EDGES, FORBIDDEN, st.randoms(use_true_random=False))
def test_any_edges(
    edges: list[Edge], forced: list[Edge], forbidden: frozenset[tuple[int, int]], rng: Random
) -> None:
    def compatible(one: frozenset[int], other: frozenset[int]) -> bool:
        assert one.isdisjoint(other)
        return not any((min(a, b), max(a, b)) in forbidden for a in one for b in other)

    found = cluster(8, edges, forced, compatible, always)
    assert cluster(8, rng.sample(edges, len(edges)), forced, compatible, always).of == found.of
    assert all(found.of[edge.first] == found.of[edge.second] for edge in (*forced, *found.used))
    assert all(found.of[edge.first] != found.of[edge.second] for edge in found.refused)
    assert all(found.of[root] == root <= unit for unit, root in enumerate(found.of))
    if not forced:
        assert all(found.of[a] != found.of[b] for a, b in forbidden)
