"""Which values a figure leaves open."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.discrepancies.numbers import can_be_one, values
from tests.link.test_discrepancies import figure


@pytest.mark.parametrize(
    ("given", "low", "high"),
    [
        ({"value": 24.0}, 24, 24),
        ({"value": 4000.0, "qualifier": "about"}, 3500, 4500),
        ({"value": 120000.0}, 115000, 125000),
        ({"value": 100.0, "qualifier": "more than"}, 100, inf),
        ({"value": 100.0, "qualifier": "at most"}, 0, 100),
        ({"value": None, "low": 10.0, "high": 20.0}, 10, 20),
        ({"value": None, "low": 24.0}, 24, 192),
        ({"value": 2.0, "unit": "km"}, 2000, 2000),
        ({"value": 0.0}, 0, 0),
        ({"value": -500.0}, -525, -475),
        ({"value": -5.0, "qualifier": "about"}, -5.5, -4.5),
        ({"value": -5.0, "qualifier": "less than"}, -inf, -5),
        ({"value": None, "low": 0.0, "high": 0.0}, 0, 0),
        ({"value": None, "high": 0.0}, 0, 0),
        ({"value": None, "low": -5.0, "high": -8.0}, -8, -5),
        ({"value": None, "low": 0.0}, 0, inf),
    ],
)
def test_values_that_a_figure_leaves_open(given: dict[str, Any], low: float, high: float) -> None:
    assert values(replace(figure("a", "x", 0.0), **given)) == pytest.approx((low, high))


@given(st.floats(-1e12, 1e12), st.sampled_from(["exact", "about", "at least", "at most"]))
def test_a_figure_can_be_the_number_that_it_tells(value: float, qualifier: str) -> None:
    told = values(figure("a", "x", value, qualifier=qualifier))
    assert told is not None
    assert can_be_one(told, (value, value))
    assert can_be_one((value, value), told)
