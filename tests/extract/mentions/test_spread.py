"""Names that were seen once, wherever else they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.mentions.spread import everywhere
from according.model import Candidate, Kind
from tests.chains import named, told


def spread(text: str, *names: Candidate) -> list[tuple[str, Kind, str]]:
    return [(text[slice(*each.span)], each.kind, each.name) for each in everywhere(text, names)]


TITLE = "Gbagbo returns to Abidjan\nLaurent Gbagbo landed on Thursday.\nGbagbo at the airport"


def test_a_surname_is_found_in_title_and_caption() -> None:
    assert spread(TITLE, named(TITLE, "Laurent Gbagbo", "person")) == [
        ("Gbagbo", "person", "Gbagbo"),
        ("Laurent Gbagbo", "person", "Laurent Gbagbo"),
        ("Gbagbo", "person", "Gbagbo"),
    ]


def test_a_name_without_people_is_found_as_a_whole_only() -> None:
    text = "Blue Line holds. UN troops at the Blue Line. A line."
    assert spread(text, named(text, "Blue Line", "place", 1)) == [("Blue Line", "place", "Blue Line")] * 2


@pytest.mark.parametrize(
    ("full", "rest"),
    [
        ("Anna Mann", "Manned missions and Mannheim."),
        ("Anna Mann", "A man and a mann."),
        ("Theresa May", "They met in May."),
        ("Théodore Mars", "En Mars."),
        ("Bob Lie", "Lies and Li."),
        ("Bob Li", "Li is a unit of length."),
    ],
)
def test_what_only_looks_like_a_surname_is_left(full: str, rest: str) -> None:
    text = f"{full} spoke. {rest}"
    assert len(spread(text, named(text, full, "person"))) == 1


def test_a_surname_that_was_taken_for_something_else_is_mended() -> None:
    text = "Laurent Gbagbo landed. Gbagbo spoke."
    full = named(text, "Laurent Gbagbo", "person")
    seen = spread(text, full, named(text, "Gbagbo", "place", 1))
    assert seen[1][:2] == ("Gbagbo", "person")
    known = spread(text, full, named(text, "Gbagbo", "place", 1, basis="known"))
    assert known[1][:2] == ("Gbagbo", "place")


def test_what_the_knowledge_found_is_not_looked_for() -> None:
    text = "Niger was poor. The Niger is a river."
    assert len(spread(text, named(text, "Niger", "state", basis="known", key="state:NE"))) == 1
    assert len(spread(text, named(text, "Niger", "state"))) == 2


def test_a_new_place_costs_confidence_and_says_why() -> None:
    first, *_ = everywhere(TITLE, [named(TITLE, "Laurent Gbagbo", "person")])
    assert first.confidence < 0.8
    assert first.basis == "named elsewhere"


def test_in_an_article() -> None:
    found = told("Ruto wins\nWilliam Ruto won the vote on Monday.\nRuto in Nairobi. Rutos live there.")
    assert found.of("person") == [["Ruto", "William Ruto", "Ruto"]]


@given(st.text("Aab \n.-’", max_size=60), st.data())
def test_any_text_keeps_its_names_and_none_overlap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    written = text[start:end]
    if not written.strip():
        return
    name = named(text, written, data.draw(st.sampled_from(["person", "place"])))
    found = everywhere(text, [name])
    assert name in found
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for each in found:
        assert text[slice(*each.span)] in written
