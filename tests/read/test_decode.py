"""The best sequence of labels, against one found by trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.read.decode import IMPOSSIBLE, decode, explain, scores, weights

NAMES = sorted(weights().emissions)
OBSERVED = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from([0.4, 1.0]), max_size=4), min_size=1, max_size=3
)


def total(path: tuple[int, ...], observed: list[dict[str, float]]) -> float:
    """The score of one sequence of states, added up step by step."""
    w = weights()
    value = w.start[path[0]] + w.finish[path[-1]]
    value += sum(scores(one, {})[state] for one, state in zip(observed, path, strict=True))
    for before, state in pairwise(path):
        value += dict(w.before[state]).get(before, IMPOSSIBLE)
    return value


@settings(max_examples=12)
@given(OBSERVED)
def test_no_other_sequence_is_better(observed: list[dict[str, float]]) -> None:
    w = weights()
    none: list[dict[str, float]] = [{} for _ in observed]
    values = {path: total(path, observed) for path in product(range(len(w.states)), repeat=len(observed))}
    best = max(values.values())
    steps = explain(observed, none)
    assert decode(observed, none) == [step.state for step in steps]
    chosen = tuple(w.states.index(step.state) for step in steps)
    assert values[chosen] == pytest.approx(best)
    for t, step in enumerate(steps):
        otherwise = max(value for path, value in values.items() if path[t] != chosen[t])
        assert step.margin == pytest.approx(best - otherwise, abs=0.01)
        assert step.margin >= 0


def test_nothing_has_no_labels() -> None:
    assert decode([], []) == []
    assert explain([], []) == []


def test_a_sequence_can_be_forced() -> None:
    path = ["open", "outlet", "date", "body", "caption", "body", "separator", "open", "body"]
    biases = [{state: 100.0} for state in path]
    assert decode([{} for _ in path], biases) == path


def test_impossible_neighbours_are_not_forced_together() -> None:
    found = decode([{}, {}, {}], [{"open": 100.0}, {"separator": 100.0}, {"open": 100.0}])
    assert found != ["open", "separator", "open"], "an article has a text"


def test_the_plain_case() -> None:
    title = {"any": 1.0, "words_6_20": 1.0, "open_ended": 1.0, "prose_below": 1.0, "first": 1.0}
    prose = {"any": 1.0, "words_31": 1.0, "ends": 1.0, "sentences": 1.0}
    rule = {"any": 1.0, "rule": 1.0}
    assert decode([title, prose, rule, title, prose], [{}] * 5) == [
        "open",
        "body",
        "separator",
        "open",
        "body",
    ]


def test_reasons_name_what_spoke_for_the_label_strongest_first() -> None:
    (step,) = explain([{"any": 1.0, "rule": 1.0}], [{}])
    assert step.state == "separator"
    assert step.reasons[0].startswith(weights().says["rule"])
    assert not any(weights().says["any"] in reason for reason in step.reasons), (
        "what spoke against it is no reason"
    )
    values = [
        float(reason.rpartition("(")[2].rstrip(")"))
        for reason in explain([{"first": 1.0, "numbered": 1.0}], [{}])[0].reasons
    ]
    assert values == sorted(values, reverse=True)
    assert all(value > 0 for value in values)


def test_a_fainter_observation_weighs_less() -> None:
    strong, faint = scores({"rule": 1.0}, {}), scores({"rule": 0.5}, {})
    assert [2 * value for value in faint] == pytest.approx(strong)


def test_every_observation_says_what_it_means() -> None:
    assert all(weights().says[name] for name in NAMES)
    assert all(value != 0 for pairs in weights().emissions.values() for _, value in pairs)
