"""The figures about dates count what they say."""

from __future__ import annotations

from datetime import date

import pytest

from according.model import Date, Span
from benchmarks.date_cases import Case, passes, stretch_of
from benchmarks.dates import Gold, Tally, compare, edtf


@pytest.mark.parametrize(
    ("timex", "value"),
    [
        ("2003-03-20T05:34", "2003-03-20"),
        ("1954-11-01TMO", "1954-11-01"),
        ("2003-SU", "2003-22"),
        ("2008-H2", "2008-07/2008-12"),
        ("195", "195X"),
        ("18", "18XX"),
        ("BC0480-08", "-0479-08"),
        ("P3M", None),
        ("PAST_REF", None),
        ("XXXX-XX-XX", None),
    ],
)
def test_values_of_timeml(timex: str, value: str | None) -> None:
    assert edtf(timex) == value


def found(start: int, end: int, value: str | None) -> Date:
    return Date("a", Span(start, end), "", value, 0.9, "stated")


def test_only_equal_values_are_right() -> None:
    gold = [Gold(Span(0, 4), "2020"), Gold(Span(10, 14), "2021"), Gold(Span(20, 24), None)]
    tally, wrong = compare(gold, [found(0, 4, "2020"), found(10, 14, "2022"), found(20, 24, "2023")])
    assert tally == Tally(right=1, annotated=2, found=2)
    assert len(wrong) == 1


def test_what_is_left_open_makes_no_claim_and_what_is_not_annotated_is_one() -> None:
    tally, _ = compare([Gold(Span(0, 4), "2020")], [found(0, 4, None), found(8, 9, "2021")])
    assert tally == Tally(right=0, annotated=1, found=1)


def test_interval_that_is_annotated_as_two_dates_counts_twice() -> None:
    gold = [Gold(Span(0, 4), "2020"), Gold(Span(5, 9), "2021")]
    assert compare(gold, [found(0, 9, "2020/2021")])[0] == Tally(2, 2, 2)


def test_case_passes_when_its_date_is_met() -> None:
    october = frozenset(stretch_of("2016-10"))
    case = Case("en", "in October", "2016-11-07", ((3, 10, october),))
    assert passes(case, [(3, 10, "2016-10")])
    assert not passes(case, [(3, 10, "2017-10")])
    assert not passes(case, [])
    assert not passes(Case("en", "x", "2016-11-07", ()), [(0, 1, "2016")])


def test_end_of_a_stretch_may_be_outside_it() -> None:
    assert set(stretch_of("2016-11-04/2016-11-22")) == {
        (date(2016, 11, 4), date(2016, 11, 23)),
        (date(2016, 11, 4), date(2016, 11, 22)),
    }
