"""The index of places in a text answers as a look at each of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.extract.mentions.taken import Taken, taken
from according.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 300), st.integers(0, 200))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_it_finds_what_a_look_at_every_place_finds(spans: list[Span], asked: Span) -> None:
    index = taken(spans)
    over = [span for span in spans if span.overlap(asked)]
    assert index.over(asked) == over
    assert index.overlaps(asked) == bool(over)
    assert list(index) == spans


def test_what_is_added_later_counts() -> None:
    index: Taken[str] = Taken([(Span(0, 5), "first")])
    assert not index.overlaps(Span(5, 9))
    index.add(Span(4, 400), "second")
    assert index.over(Span(4, 5)) == ["first", "second"]
    assert index.over(Span(200, 201)) == ["second"]
