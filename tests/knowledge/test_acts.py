"""Which kinds of events can be one act."""

from __future__ import annotations

from typing import Any

from according.knowledge.acts import STATE, acts
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import load_data


def test_every_kind_is_one_of_the_codebook() -> None:
    raw: dict[str, Any] = load_data("acts.yml")  # type: ignore[assignment]
    for written in (
        *raw["mutual"],
        *raw["once"],
        *raw["worded"],
        *raw["apart"],
        *raw["killing"],
        *(each for group in raw["one_act"] for each in group),
    ):
        root, _, mode = written.partition(" ")
        ontology().mode(root, mode or None)


def test_roots_that_tell_one_act_are_of_one_class() -> None:
    kinds = ontology().roots
    assert all(kinds[one[0]].quad == kinds[other[0]].quad for one, other in acts().pairs)


def test_a_kind_without_a_mode_is_one_with_all_of_its_root() -> None:
    assert acts().can_be_one(("ASSAULT", None), ("ASSAULT", "drone"))
    assert not acts().can_be_one(("ASSAULT", None), ("COERCE", "arrest"))
    assert not acts().can_be_one(("RETREAT", "release"), ("RETREAT", "ceasefire"))


def test_families_hold_what_can_be_one() -> None:
    families = acts().families
    assert set(families) == set(ontology().roots)
    assert all(families[one[0]] == families[other[0]] for one, other in acts().pairs)
    assert families["AID"] != families["ASSAULT"]


def test_what_both_sides_do() -> None:
    assert acts().is_mutual(("CONSULT", "visit"))
    assert acts().is_mutual(("SUPPORT", "sign"))
    assert not acts().is_mutual(("SUPPORT", "praise"))


def test_organs_that_are_told_for_one_another() -> None:
    assert acts().organs["government"] == acts().organs["cabinet"] == STATE
    assert acts().organs["armed-forces"] == acts().organs["defence-ministry"] != STATE
    assert "police" not in acts().organs


def test_what_is_done_once() -> None:
    assert acts().is_once(("SUPPORT", "sign"))
    assert not acts().is_once(("ASSAULT", "heavy-weapons"))
