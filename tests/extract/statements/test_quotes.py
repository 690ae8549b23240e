from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.statements.quotes import Quotation, quotations
from according.model import Span

MARKS = st.text(alphabet="«»“”„\"'‘’` \nab.,(", max_size=80)


def quoted(text: str) -> list[Quotation]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return quotations(text, spans)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “go” and left.", ["go"]),
        ("« Un « deux » trois », dit-il.", ["Un « deux » trois"]),
        ("„Deutsch“ und „so“", ["Deutsch", "so"]),
        ('"One," she said, "two."', ["One,", "two."]),
        ("''One,'' she said.", ["One,"]),
        ("Don't say it's 'late', I said.", ["late"]),
        ("was ” not ours ” and", ["not ours"]),
        ("a “lone mark", []),
        ("“One.\n“Two.\n“Three.” End.", ["One.", "Two.", "Three."]),
        ("«One.\nTwo.\nThree», end.", ["One.", "Two.", "Three"]),
        ("«One and\nnothing more", ["One and"]),
        ("“”", []),
        ("", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inside: list[str]) -> None:
    assert [text[each.inner.start : each.inner.end] for each in quoted(text)] == inside


def test_pieces_run_on_into_the_next_paragraph() -> None:
    assert [each.runs_on for each in quoted("“One.\n“Two.” End.\n“Three.”")] == [True, False, False]


@given(MARKS)
def test_any_marks(text: str) -> None:
    found = quoted(text)
    for each in found:
        assert each.outer.contains(each.inner)
        assert each.inner.start < each.inner.end <= len(text)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
