"""What linking events asks about entities: which state somebody acts for, and where places are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from according.model import Kind, Location
from according.views import Entity

_STATE, _INSTITUTION = "state:", "institution:"


@dataclass(frozen=True, slots=True)
class World:
    """The state (an entity) that somebody acts for or a place lies in; where places and states are; kinds."""

    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Location] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))

    def spot(self, entity: str | None) -> str | None:
        """Return an entity that is a place no larger than a town or a district; None for any other."""
        where = self.places.get(entity or "")
        return entity if where is not None and where.precision in ("point", "town", "district") else None


def world(entities: Iterable[Entity], offices: Mapping[str, Sequence[str]]) -> World:
    """Return what is known of entities; `offices` are what articles call them (`president@AZ`), by their ids.

    An institution acts for its state, a person for the state whose offices he is called by most; a place lies in its
    country, a contested one in none.
    """
    some = list(entities)
    known = {each.key: each.id for each in some if each.key is not None and each.key.startswith(_STATE)}
    codes = {each.id: code for each in some if (code := _code(each, offices.get(each.id, ()))) is not None}
    return World(
        {entity: known[key] for entity, code in codes.items() if (key := f"{_STATE}{code}") in known},
        {
            each.id: Location(each.latitude, each.longitude, each.country, _precision(each), 1.0)  # type: ignore[arg-type]
            for each in some
            if each.latitude is not None and each.longitude is not None
        },
        {each.id: each.kind for each in some},
    )


def _precision(entity: Entity) -> str:
    return entity.precision or "point"


def _code(entity: Entity, offices: Sequence[str]) -> str | None:
    """Return the code of the state that an entity acts for or lies in; None for a state itself."""
    if entity.kind == "person":
        held = Counter(code for office in offices if (code := office.partition("@")[2]))
        return min(held, key=lambda code: (-held[code], code)) if held else None
    if entity.kind == "organization" and entity.key is not None and entity.key.startswith(_INSTITUTION):
        return entity.key.partition("@")[2] or None
    return entity.country if entity.kind == "place" else None
