"""From which day to which an EDTF value reaches."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.edtf import bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-01-15", "2021-01-15", "2021-01-15"),
        ("2021-01-15T17:30", "2021-01-15", "2021-01-15"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020~", "2020-01-01", "2020-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2020-22", "2020-06-01", "2020-08-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2020-34", "2020-04-01", "2020-06-30"),
        ("2020-41", "2020-07-01", "2020-12-31"),
        ("2020-09-27/2020-11-10", "2020-09-27", "2020-11-10"),
        ("2020-01/2020-11", "2020-01-01", "2020-11-30"),
        ("../2021", "2021-01-01", "2021-12-31"),
        ("2021-03/..", "2021-03-01", "2021-03-31"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "..", "/", "0000", "2021-13", "2021-02-30", "2021-00", "next week", "1/2/3", "198X-05", "9999-24"],
)
def test_what_is_no_value_has_none(value: str) -> None:
    assert bounds(value) is None


@given(st.dates())
def test_a_day_is_itself(day: date) -> None:
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.text(alphabet="0123456789X-/.T~?") | st.text())
def test_any_text(value: str) -> None:
    found = bounds(value)
    assert found is None or all(date.fromisoformat(end) for end in found)
