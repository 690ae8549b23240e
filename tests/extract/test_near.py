"""Findings by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.extract.near import Near
from according.model import Span

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9_000), st.integers(0, 4_000)
)


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=12), SPANS)
def test_nothing_that_stands_there_is_missed(found: list[list[Span]], asked: Span) -> None:
    near = Near(found, lambda spans: spans).at(asked)
    assert [spans for spans in found if any(span.overlap(asked) for span in spans)] == [
        spans for spans in near if any(span.overlap(asked) for span in spans)
    ]


@given(st.lists(SPANS, max_size=12), SPANS)
def test_what_stands_far_off_is_left_out(found: list[Span], asked: Span) -> None:
    for span in Near(found, lambda span: (span,)).at(asked):
        assert max(span.start - asked.end, asked.start - span.end) < 1_000
