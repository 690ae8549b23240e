"""The best sequence of labels for the units of a document (Viterbi 1967, in log-odds).

What an observation says about each label and what may follow what stands in knowledge/splitter.yml, so that every
decision can be shown as a sum of reasons.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import yaml

Observations = Mapping[str, float]
"""What was seen on one unit: name of the observation → strength, 1.0 for one that is simply there."""

IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Weights:
    """The splitter's knowledge: states in a fixed order, and their weights."""

    states: tuple[str, ...]
    says: dict[str, str]
    emissions: dict[str, tuple[tuple[int, float], ...]]
    """For each observation the (state, weight) pairs that are not zero."""
    before: tuple[tuple[tuple[int, float], ...], ...]
    """For each state the (state before it, weight) pairs that are possible."""
    start: tuple[float, ...]
    finish: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The label of one unit: by how much it beats the next best label there, and what spoke for it."""

    state: str
    margin: float
    reasons: tuple[str, ...]


@functools.cache
def weights() -> Weights:
    """Return the weights of knowledge/splitter.yml."""
    raw = yaml.load(
        resources.files("according.knowledge").joinpath("splitter.yml").read_text("utf-8"),
        Loader=yaml.CSafeLoader,
    )
    states = tuple(raw["finish"])
    index = {state: i for i, state in enumerate(states)}
    before: list[list[tuple[int, float]]] = [[] for _ in states]
    for source, targets in raw["transitions"].items():
        if source != "start":
            for target, weight in targets.items():
                before[index[target]].append((index[source], float(weight)))
    return Weights(
        states,
        {name: entry["says"] for name, entry in raw["emissions"].items()},
        {
            name: tuple(
                (i, weight)
                for i, state in enumerate(states)
                if (weight := float(entry.get(state, entry.get(raw["like"].get(state), 0.0))))
            )
            for name, entry in raw["emissions"].items()
        },
        tuple(tuple(pairs) for pairs in before),
        tuple(float(raw["transitions"]["start"].get(state, IMPOSSIBLE)) for state in states),
        tuple(float(raw["finish"][state]) for state in states),
    )


def scores(observed: Observations, bias: Mapping[str, float]) -> list[float]:
    """Return the sum of weights for every state; `bias` adds to single states."""
    w = weights()
    total = [0.0] * len(w.states)
    for state, weight in bias.items():
        total[w.states.index(state)] = weight
    for name, strength in observed.items():
        for i, weight in w.emissions[name]:
            total[i] += strength * weight
    return total


def decode(observed: Sequence[Observations], biases: Sequence[Mapping[str, float]]) -> list[str]:
    """Return the states of the best sequence, one for every unit; `biases` add to single states of single units."""
    if not observed:
        return []
    w = weights()
    forward = _forward(_emitted(observed, biases))
    best = max(range(len(w.states)), key=lambda s: forward[-1][s] + w.finish[s])
    path = [best]
    for t in range(len(observed) - 2, -1, -1):
        row = forward[t]
        best = max(w.before[best], key=lambda pair: row[pair[0]] + pair[1])[0]
        path.append(best)
    return [w.states[s] for s in reversed(path)]


def explain(observed: Sequence[Observations], biases: Sequence[Mapping[str, float]]) -> list[Step]:
    """Return the best label for every unit with its margin and its reasons.

    Runs forwards and backwards (max-product), so that the margin of each label is measured over whole sequences:
    what the best reading of the document loses when this one unit is labelled otherwise.
    """
    if not observed:
        return []
    w = weights()
    emitted = _emitted(observed, biases)
    forward, backward = _forward(emitted), _backward(emitted)
    steps = []
    for t, state in enumerate(decode(observed, biases)):
        best = w.states.index(state)
        whole = [f + b for f, b in zip(forward[t], backward[t], strict=True)]
        rival = max(value for s, value in enumerate(whole) if s != best)
        spoke = [
            (strength * dict(w.emissions[name]).get(best, 0.0), name)
            for name, strength in observed[t].items()
        ]
        spoke.sort(key=lambda pair: (-pair[0], pair[1]))
        reasons = tuple(f"{w.says[name]} ({value:+.1f})" for value, name in spoke if value > 0)
        steps.append(Step(state, round(whole[best] - rival, 2), reasons))
    return steps


def _emitted(observed: Sequence[Observations], biases: Sequence[Mapping[str, float]]) -> list[list[float]]:
    return [scores(one, bias) for one, bias in zip(observed, biases, strict=True)]


def _forward(emitted: list[list[float]]) -> list[list[float]]:
    """The best score of any sequence up to each unit, by the state that it ends in there."""
    w = weights()
    rows = [[a + b for a, b in zip(w.start, emitted[0], strict=True)]]
    for here in emitted[1:]:
        last = rows[-1]
        row = []
        for j, pairs in enumerate(w.before):
            best = IMPOSSIBLE
            for s, weight in pairs:
                value = last[s] + weight
                if value > best:
                    best = value
            row.append(best + here[j])
        rows.append(row)
    return rows


def _backward(emitted: list[list[float]]) -> list[list[float]]:
    """The best score of any sequence after each unit, by the state of that unit."""
    w = weights()
    rows = [list(w.finish)]
    for here in reversed(emitted[1:]):
        following = rows[-1]
        row = [IMPOSSIBLE] * len(w.states)
        for j, pairs in enumerate(w.before):
            value = following[j] + here[j]
            for s, weight in pairs:
                row[s] = max(row[s], value + weight)
        rows.append(row)
    rows.reverse()
    return rows
