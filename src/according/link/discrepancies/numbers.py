"""Which values a figure leaves open, and whether two can be of one quantity."""

from __future__ import annotations

from math import floor, inf, log10

from according.knowledge.comparable import comparable
from according.model import Figure

_ROUND, _ABOUT = 0.05, 0.1
"""Shares by which a round number may lie off what it stands for, and one that is said to be about right."""
_VAGUE = 8.0
"""How many times its least a number told in words may be: dozens are below 200, hundreds below 2,000."""

Range = tuple[float, float]


def dimension(unit: str | None) -> tuple[str | None, float]:
    """Return what a unit measures and how many of it one is."""
    return comparable().measures.get(unit or "", (unit, 1.0))


def values(figure: Figure) -> Range | None:
    """Return the least and the greatest value that a figure leaves open, in its dimension; None for no number."""
    factor, low, high = dimension(figure.unit)[1], figure.low, figure.high
    if figure.value is not None:
        low, high = _around(figure.value, figure.qualifier)
    elif low is not None:
        most = _VAGUE * low if low > 0 else inf
        high = most if high is None else high
    elif high is not None:
        low = min(0.0, high)
    else:
        return None
    return min(low, high) * factor, max(low, high) * factor


def _around(value: float, qualifier: str) -> Range:
    """Return the least and the greatest value of a number, as it is qualified."""
    if qualifier in ("at least", "more than"):
        return value, inf
    if qualifier in ("at most", "less than"):
        return (0.0, value) if value >= 0 else (-inf, value)
    step, size = _step(abs(value)) / 2, abs(value)
    slack = max(step, _ABOUT * size) if qualifier == "about" else min(step, _ROUND * size)
    return value - slack, value + slack


def _step(value: float) -> float:
    """Return the place of the last digit that is not 0: 100 of 4,200, 0.1 of 8.5; 0 of what is counted one by one."""
    if value == 0 or value != int(value):
        return 0.1 if value else 0.0
    whole = int(value)
    if whole < 100:
        return 0.0
    step = 10 ** floor(log10(whole))
    while whole % step:
        step //= 10
    return float(step) if step > 1 else 0.0


def can_be_one(one: Range, other: Range) -> bool:
    """Return whether two ranges have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]
