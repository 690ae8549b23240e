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
