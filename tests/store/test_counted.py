"""What is counted, and what is told to have happened to it: the nearer word says so."""

from __future__ import annotations

import pytest

from according.model import Figure, Span
from according.store.counted import happened, scope, thing


def _figure(text: str, what: str | None, unit: str | None) -> Figure:
    return Figure(
        "a", Span(0, len(text)), text, 8.0, None, None, "exact", unit, what, None, None, None, None, 1.0, ""
    )


@pytest.mark.parametrize("what", ["dead", "morts", "погибших", "Killed"])
def test_the_dead_are_one_thing_in_every_language(what: str) -> None:
    assert thing(what, "person") == "person:killed"


@pytest.mark.parametrize("what", ["погибших шахтёров", "wounded firefighters", "number of dead miners"])
def test_those_of_whom_more_is_said_are_not_the_dead(what: str) -> None:
    assert thing(what, "person") not in ("person:killed", "person:wounded")


def test_people_killed_are_the_dead_and_soldiers_killed_are_soldiers() -> None:
    assert scope(_figure("12 people", "people", "person"), "killed") == thing("dead", "person")
    assert scope(_figure("12 soldiers", "soldiers", "person"), "killed") == thing("soldiers", "person")
    assert scope(_figure("12 people", "people", "person"), None) == thing("people", "person")


@pytest.mark.parametrize(
    ("sentence", "text", "act"),
    [
        ("The economy contracted by 8% after three years of growth.", "8%", "shrank"),
        ("L'économie s'est contractée de 8 % en 2020 après trois années de croissance.", "8 %", "shrank"),
        ("Eight people were killed and others were wounded.", "Eight people", "killed"),
    ],
)
def test_the_nearer_word_says_what_happened(sentence: str, text: str, act: str | None) -> None:
    assert happened(_figure(text, None, None), sentence) == act


def test_nothing_happens_to_a_length_of_time() -> None:
    sentence = "More than two months after the killings the figures still differ."
    assert happened(_figure("two months", None, "month"), sentence) is None
    assert happened(_figure("two months", None, None), sentence) == "killed"
