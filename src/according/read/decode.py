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
    observed: Observations

    @property
    def reasons(self) -> tuple[str, ...]:
        """What spoke for the label, strongest first, with its weight in log-odds."""
        w = weights()
        state = w.states.index(self.state)
        spoke = [(strength * dict(w.emissions[name]).get(state, 0.0), name) for name, strength in self.observed.items()]
        return tuple(f"{w.says[name]} ({value:+.1f})" for value, name in sorted(spoke, key=lambda x: (-x[0], x[1])) if value > 0)


@functools.cache
def weights() -> Weights:
    """Return the weights of knowledge/splitter.yml."""
    raw = yaml.load(  # noqa: S506 - the C version of the safe loader
        resources.files("according.knowledge").joinpath("splitter.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
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
    total = [bias.get(state, 0.0) for state in w.states] if bias else [0.0] * len(w.states)
    for name, strength in observed.items():
        for i, weight in w.emissions[name]:
            total[i] += strength * weight
    return total


def decode(observed: Sequence[Observations], biases: Sequence[Mapping[str, float]]) -> list[Step]:
    """Return the best label for every unit.

    Runs forwards and backwards (max-product), so that the margin of each label is measured over whole sequences:
    what the best reading of the document loses when this one unit is labelled otherwise.
    """
    if not observed:
        return []
    w = weights()
    n, size = len(observed), len(w.states)
    emitted = [scores(one, bias) for one, bias in zip(observed, biases, strict=True)]
    forward = [[a + b for a, b in zip(w.start, emitted[0], strict=True)]]
    for t in range(1, n):
        last, here = forward[-1], emitted[t]
        row = []
        for j, pairs in enumerate(w.before):
            best = IMPOSSIBLE
            for s, weight in pairs:
                value = last[s] + weight
                if value > best:
                    best = value
            row.append(best + here[j])
        forward.append(row)
    backward = [list(w.finish)]
    for t in range(n - 1, 0, -1):
        following = backward[-1]
        row = [IMPOSSIBLE] * size
        for j in range(size):
            value = following[j] + emitted[t][j]
            for s, weight in w.before[j]:
                if value + weight > row[s]:
                    row[s] = value + weight
        backward.append(row)
    backward.reverse()
    return _trace(observed, forward, backward)


def _trace(observed: Sequence[Observations], forward: list[list[float]], backward: list[list[float]]) -> list[Step]:
    """Follow the best sequence from the end; max-marginals give the margins."""
    w = weights()
    steps: list[Step] = []
    ahead: int | None = None
    for t in range(len(observed) - 1, -1, -1):
        if ahead is None:
            best = max(range(len(w.states)), key=lambda s: forward[t][s] + backward[t][s])
        else:
            pairs = w.before[ahead]
            best = max(pairs, key=lambda pair: forward[t][pair[0]] + pair[1])[0]
        whole = [f + b for f, b in zip(forward[t], backward[t], strict=True)]
        rival = max(value for s, value in enumerate(whole) if s != best)
        steps.append(Step(w.states[best], round(whole[best] - rival, 2), observed[t]))
        ahead = best
    steps.reverse()
    return steps
