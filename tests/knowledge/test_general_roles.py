"""What bearers of an office are also called."""

from __future__ import annotations

import pytest

from according.knowledge.fold import load_data
from according.knowledge.general_roles import is_general
from according.knowledge.offices import descriptions


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("minister", "defence-minister"),
        ("minister", "acting-foreign-minister"),
        ("leader", "president"),
        ("head-of-state", "king"),
        ("analyst", "political-scientist"),
    ],
)
def test_an_office_is_called_so(role: str, held: str) -> None:
    assert is_general(role, held)
    assert not is_general(held, held)


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("minister", "prime-minister"),
        ("minister", "deputy-foreign-minister"),
        ("minister", "former-defence-minister"),
        ("defence-minister", "minister"),
        ("leader", "minister"),
        ("nobody", "president"),
    ],
)
def test_an_office_is_not_called_so(role: str, held: str) -> None:
    assert not is_general(role, held)


def test_its_roles_are_offices() -> None:
    found = {
        each.role
        for each in descriptions("the minister, the leader, the diplomat and the head of state", "en")
    }
    assert {"minister", "leader", "diplomat", "head-of-state"} <= found
    known = set(load_data("offices.yml")["offices"])
    general = load_data("general_roles.yml")
    assert set(general) - {"sole"} <= known
    assert {held for kinds in general.values() for held in kinds if held[0] not in "-!"} <= known
