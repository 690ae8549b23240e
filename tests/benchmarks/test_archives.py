"""Differences in an archive: what is marked, and when a discrepancy is the labelled one."""

from __future__ import annotations

import pytest

from according.model import Span
from benchmarks.archives import HALVES, Case, Mark, _archive, _pairs, unmarked


def test_marks_are_taken_out_and_tell_where_they_stood() -> None:
    text, marks = unmarked("Mali said {1A:ten died}, Ghana {1B 2A:three}.", "a")
    assert text == "Mali said ten died, Ghana three."
    assert [(each.number, each.position, text[slice(*each.span)]) for each in marks] == [
        (1, "A", "ten died"),
        (1, "B", "three"),
        (2, "A", "three"),
    ]


def test_every_label_is_marked_and_what_differs_has_two_positions() -> None:
    rows, cases = _archive()
    assert not any(sign in row["text"] + row["title"] for row in rows for sign in "{}")
    for case in cases:
        assert case.half in HALVES
        assert len({mark.position for mark in case.marks}) >= (2 if case.kinds else 1), (
            case.story,
            case.number,
        )


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        pytest.param(("a", Span(10, 12)), ("b", Span(0, 4)), True, id="two positions"),
        pytest.param(("a", Span(10, 12)), ("c", Span(0, 4)), False, id="one position"),
        pytest.param(("a", Span(10, 12)), ("b", Span(40, 44)), False, id="elsewhere"),
    ],
)
def test_a_hit_pairs_two_labelled_positions(
    first: tuple[str, Span], second: tuple[str, Span], right: bool
) -> None:
    marks = Mark(1, "A", "a", Span(8, 20)), Mark(1, "B", "b", Span(0, 9)), Mark(1, "A", "c", Span(0, 9))
    case = Case("story", "tune", 1, ("figure",), "figure", marks)
    assert _pairs(case, [[first], [second]]) is right
