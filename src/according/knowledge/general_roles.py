"""What bearers of an office are also called, more generally: a defence minister is "the minister"."""

from __future__ import annotations

from functools import cache
from typing import cast

from according.knowledge.fold import load_data, texts

_OTHERS = ("former-", "deputy-")
"""Modifiers of roles that make their bearers no holders of the office."""


@cache
def is_general(role: str, held: str) -> bool:
    """Return whether `role` may mean one who holds the office `held`: more generally, not the same role.

    >>> is_general("minister", "defence-minister"), is_general("minister", "prime-minister")
    (True, False)
    """
    kinds = texts(cast(dict[str, object], load_data("general_roles.yml")).get(role))
    held = held.removeprefix("acting-")
    if held == role or held.startswith(_OTHERS) or f"!{held}" in kinds:
        return False
    return held in kinds or any(kind.startswith("-") and held.endswith(kind) for kind in kinds)


@cache
def is_sole(role: str) -> bool:
    """Return whether a state has one holder of an office at a time.

    >>> is_sole("foreign-minister"), is_sole("ambassador"), is_sole("former-president"), is_sole("minister")
    (True, False, False, False)
    """
    roles = texts(cast(dict[str, object], load_data("general_roles.yml"))["sole"])
    if role.startswith(_OTHERS) or f"!{role}" in roles:
        return False
    return role in roles or any(each.startswith("-") and role.endswith(each) for each in roles)


@cache
def may_be_one(role: str, other: str) -> bool:
    """Return whether one person may be called both: the same, one more generally, or what does not exclude it.

    >>> may_be_one("president", "leader"), may_be_one("president", "foreign-minister")
    (True, False)
    """
    if role == other or is_general(role, other) or is_general(other, role):
        return True
    general = cast(dict[str, object], load_data("general_roles.yml"))
    if (role in general and is_sole(other)) or (other in general and is_sole(role)):
        return False  # a foreign minister is not "the leader"
    return not (is_sole(role) or role.startswith(_OTHERS)) or not (
        is_sole(other) or other.startswith(_OTHERS)
    )
