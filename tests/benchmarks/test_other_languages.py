"""Marks in paragraphs are taken out, and tell who says what."""

from __future__ import annotations

from according.model import Span
from benchmarks.other_languages import Told, paragraphs, unmarked


def test_marks_are_taken_out_and_tell_the_statements() -> None:
    text, told = unmarked(
        "{s12 Anna} {v1 said} {c1 so}, {v2 adding} {c2 {s3 Bo} {v3 saw} {c3 it}}. {c1 Really}."
    )
    assert text == "Anna said so, adding Bo saw it. Really."
    assert told == [
        Told(Span(10, 38), Span(5, 9), Span(0, 4)),
        Told(Span(21, 30), Span(14, 20), Span(0, 4)),
        Told(Span(28, 30), Span(24, 27), Span(21, 23)),
    ]


def test_every_language_has_paragraphs_of_both_halves_with_twenty_statements() -> None:
    counts: dict[str, dict[str, int]] = {}
    for language, half, text, told in paragraphs():
        assert not {"{", "}"} & set(text)
        halves = counts.setdefault(language, {"tune": 0, "held": 0})
        halves[half] += len(told)
    assert set(counts) == {"tr", "az", "hy", "uk", "de", "es"}
    assert all(min(halves.values()) >= 10 and sum(halves.values()) >= 20 for halves in counts.values())
