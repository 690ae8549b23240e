"""How much time lies between two publication dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.days import apart, days, year_of, years_apart


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2021-01-15", "2021-01-15", "2021-01-15"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2021-01-15/2021-01-17", "2021-01-15", "2021-01-17"),
        ("2020-12/2021", "2020-12-01", "2021-12-31"),
        ("2021-01-15~", "2021-01-15", "2021-01-15"),
        ("202X", "2020-01-01", "2029-12-31"),
    ],
)
def test_a_date_spans_the_days_that_it_can_mean(published: str, first: str, last: str) -> None:
    assert days(published) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("published", [None, "", "/", "2021-13", "2021-02-30", "0000", "2021/2020", "soon"])
def test_what_is_no_date_is_unknown(published: str | None) -> None:
    assert days(published) is None


@given(st.text(max_size=24) | st.dates().map(str))
def test_any_text_can_be_asked_about(published: str) -> None:
    found = days(published)
    assert found is None or found[0] <= found[1]


def test_time_between_dates_is_the_least_that_it_can_be() -> None:
    assert apart(days("2021-01-15"), days("2021-01-18")) == 3
    assert apart(days("2021-01-18"), days("2021-01-15")) == 3
    assert apart(days("2021"), days("2021-06-01")) == 0
    assert apart(days("2021"), None) is None


def test_years_between_the_nearest() -> None:
    assert years_apart({1995, 2003}, {2008, 2020}) == 5
    assert years_apart(set(), {2008}) is None


def test_a_year_is_known_when_the_date_lies_in_one() -> None:
    assert year_of(days("2021-03")) == 2021
    assert year_of(days("202X")) is None
    assert year_of(None) is None
