"""Constructions: rows of signs and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.constructions import Construction, Place, construction

CLASSES = {"troops": frozenset({"army", "soldier"})}


def verb(text: str) -> Construction:
    return construction(text, "V", CLASSES)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("S V T", [Place("subject", "source"), Place("object", "target")]),
        ("T V", [Place("subject", "target")]),
        ("B V [with|and B!]", [
            Place("subject", "both"), Place("behind", "both", ("with", "and"), actor=True, required=False),
        ]),
        ("S V (@troops tank) out_of T", [
            Place("subject", "source"),
            Place("object", nouns=frozenset({"army", "soldier", "tank"})),
            Place("behind", "target", ("out of",)),
        ]),
        ("S(crowd) V into (war)", [
            Place("subject", "source", nouns=frozenset({"crowd"})),
            Place("behind", None, ("into",), nouns=frozenset({"war"})),
        ]),
        ("S V T.dat (санкция).ins", [
            Place("subject", "source"), Place("case", "target", case="dat"),
            Place("case", case="ins", nouns=frozenset({"санкция"})),
        ]),
        ("S V that T", [Place("subject", "source"), Place("clause", "target")]),
        ("S V that", [Place("subject", "source"), Place("clause")]),
        ("S V [à T] de inf", [
            Place("subject", "source"), Place("behind", "target", ("à",), required=False),
            Place("infinitive", None, ("de",)),
        ]),
        ("S V T of", [Place("subject", "source"), Place("object", "target"), Place("behind", None, ("of",))]),
        ("S V in N", [Place("subject", "source"), Place("behind", "event", ("in",))]),
        ("(hunger_strike) V", [Place("subject", nouns=frozenset({"hunger strike"}))]),
    ],
)  # fmt: skip
def test_signs_have_their_meaning(text: str, places: list[Place]) -> None:
    assert list(verb(text).places) == places


def test_nouns_have_possessives() -> None:
    found = construction("T's N [by S]", "N", {})
    assert found.places == (
        Place("possessive", "target"),
        Place("behind", "source", ("by",), required=False),
    )


@pytest.mark.parametrize(
    "text",
    ["", "S T", "V V", "S V [T", "S V T]", "S V [[T]]", "S V [with]", "S V X", "S V ()", "S V (@ships)", "S V [inf]",
     "at S V", "S V T.xyz", "S V (a", "S V !(a)", "S V 7", "S V T inf|into"],
)  # fmt: skip
def test_what_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        verb(text)


def test_what_asks_for_more_ranks_higher() -> None:
    rows = ["S V (army) from T", "S V (army soldier) from T", "S V (army)", "S V from T", "S V T", "S V"]
    ranks = [verb(row).rank for row in rows]
    assert ranks[:3] == sorted(ranks[:3], reverse=True)
    assert ranks[2] > ranks[3] == ranks[4] > ranks[5]
    assert verb("S V T!").rank > verb("S V T").rank
    assert verb("S V [from T]").rank == verb("S V").rank


def test_what_may_be_missing_asks_for_nothing() -> None:
    assert verb("S V [at T]").asked() == verb("S V").asked() != verb("S V at T").asked()
    assert verb("S V at|on T").asked() > verb("S V on T").asked()
    assert verb("S V (@troops)").asked() > verb("S V (army)").asked()


@given(st.text(alphabet="SVTBN!.()[]|@_ 'abinfthgeds", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_construction_or_refused(text: str) -> None:
    try:
        found = verb(text)
    except ValueError:
        return
    assert found.text == text
    assert found.asked()
