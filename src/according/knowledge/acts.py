"""Which kinds of events can be two ways to tell of one act: what `acts.yml` holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.event_kinds import ontology
from according.knowledge.fold import load_data

Act = tuple[str, str | None]
"""A root and a mode, None where the mode is not known."""
STATE = "state"
"""The organ that is told for the state itself."""


@dataclass(frozen=True, slots=True)
class Acts:
    """Which kinds can be one. `families` names for each root one that stands for all roots that it can be one with.

    `organs` names for an organ of a state the one that stands for all that are told for one another, `STATE` among
    them.
    """

    pairs: frozenset[tuple[Act, Act]]
    families: Mapping[str, str]
    apart: frozenset[Act]
    mutual: frozenset[Act]
    once: frozenset[Act]
    killing: frozenset[Act]
    worded: frozenset[Act]
    organs: Mapping[str, str]

    def can_be_one(self, one: Act, other: Act) -> bool:
        """Return whether two kinds can be told of one act."""
        if one == other or (one, other) in self.pairs:
            return True
        return one[0] == other[0] and None in (one[1], other[1]) and not {one, other} & self.apart

    def is_mutual(self, act: Act) -> bool:
        """Return whether both sides do it together."""
        return act in self.mutual or (act[0], None) in self.mutual

    def is_once(self, act: Act) -> bool:
        """Return whether the same hardly do it to the same again on the next day."""
        return act in self.once


@cache
def acts() -> Acts:
    """Return which kinds of events can be one act."""
    raw = cast(dict[str, Any], load_data("acts.yml"))
    groups = [[_act(each) for each in group] for group in raw["one_act"]]
    families = {root: root for root in ontology().roots}
    for group in groups:
        joined = {families[root] for root, _ in group}
        families = {root: min(joined) if family in joined else family for root, family in families.items()}
    return Acts(
        frozenset((one, other) for group in groups for one in group for other in group if one != other),
        families,
        frozenset(map(_act, raw["apart"])),
        frozenset(map(_act, raw["mutual"])),
        frozenset(map(_act, raw["once"])),
        frozenset(map(_act, raw["killing"])),
        frozenset(map(_act, raw["worded"])),
        {organ: name for name, some in raw["organs"].items() for organ in some},
    )


def _act(written: str) -> Act:
    root, _, mode = written.partition(" ")
    return root, mode or None
