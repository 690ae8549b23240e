"""Kinds of events and their places in other schemes: what `codebook.yml` holds, whose head tells its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which an event of a root is done, with its places in other schemes.

    `cameo` is a code of CAMEO. `acled` are sub-event types: of two, the second is for targets without arms; empty
    where ACLED has no such event. `ucdp` says whether UCDP counts it when somebody is killed. `own` marks those that
    PLOVER does not have.
    """

    name: str
    says: str
    cameo: str
    acled: tuple[str, ...] = ()
    ucdp: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Root(Mode):
    """One of PLOVER's sixteen kinds of events. `quad` is its class: verbal or material, cooperation or conflict."""

    quad: str = ""
    modes: Mapping[str, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All kinds of events, what they are about, what measures them, and their places in other schemes.

    `contexts` and `magnitudes` are by name; a magnitude is its unit (None: any) and what is counted. `quads` says by
    class which root PLOVER gives what has not happened ("planned", "demanded", "threatened", "refused"). `acled` has
    the sub-event types by event type, `violence` UCDP's types by their number, `cameo` root and mode by the beginning
    of a code (None: not in PLOVER).
    """

    roots: Mapping[str, Root]
    contexts: Mapping[str, str]
    magnitudes: Mapping[str, tuple[str | None, str]]
    quads: Mapping[str, Mapping[str, str]]
    acled: Mapping[str, tuple[str, ...]]
    violence: Mapping[int, str]
    cameo: Mapping[str, tuple[str, str | None] | None]

    def mode(self, root: str, mode: str | None) -> Mode:
        """Return a mode of a root, or the root itself where the mode is not known. Raises KeyError for neither."""
        known = self.roots[root]
        return known if mode is None else known.modes[mode]

    def from_cameo(self, code: str) -> tuple[str, str | None] | None:
        """Return root and mode of a code of CAMEO; None for what PLOVER leaves out and for what is no code."""
        known = (code[:end] for end in range(len(code), 1, -1) if code[:end] in self.cameo)
        longest = next(known, None)
        return None if longest is None else self.cameo[longest]

    def event_type(self, sub_event: str) -> str | None:
        """Return the event type of ACLED that a sub-event type belongs to."""
        return next((name for name, subs in self.acled.items() if sub_event in subs), None)


@cache
def ontology() -> Ontology:
    """Return the kinds of events."""
    raw = cast(dict[str, Any], load_data("codebook.yml"))
    return Ontology(
        roots={name: _root(name, cell) for name, cell in raw["roots"].items()},
        contexts=raw["contexts"],
        magnitudes={name: (cell["unit"], cell["of"]) for name, cell in raw["magnitudes"].items()},
        quads=raw["quads"],
        acled={name: texts(cell) for name, cell in raw["acled"].items()},
        violence={number: cell["name"] for number, cell in raw["types_of_violence"].items()},
        cameo={code: _root_and_mode(cell) for code, cell in raw["from_cameo"].items()},
    )


def _root(name: str, cell: Mapping[str, Any]) -> Root:
    modes = {mode: Mode(mode, **_kind(each)) for mode, each in cell["modes"].items()}
    return Root(name, **_kind(cell), quad=cell["quad"], modes=modes)


def _kind(cell: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: cell[key] for key in ("says", "cameo", "ucdp", "own") if key in cell}
    return {**kept, "acled": texts(cell.get("acled"))}


def _root_and_mode(cell: str | None) -> tuple[str, str | None] | None:
    if cell is None:
        return None
    root, _, mode = cell.partition(" ")
    return root, mode or None
