"""What linking events asks about entities: which state somebody acts for, and where places are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from according.knowledge.acts import STATE, acts
from according.link.places import distance_km
from according.model import Kind, Location
from according.views import Entity

NEAR_KM, REGION_KM = 25.0, 150.0
"""How far apart two points may lie that are one place, and a point and the middle of the region that it lies in."""
_STATE, _INSTITUTION = "state:", "institution:"


@dataclass(frozen=True, slots=True)
class World:
    """The state (an entity) that somebody acts for or a place lies in; where places and states are; kinds.

    `organs` are the organs that are told for one another, by entity (`army@ML`).
    """

    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Location] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))
    organs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def spot(self, entity: str | None) -> str | None:
        """Return an entity that is a place no larger than a town or a district; None for any other."""
        where = self.places.get(entity or "")
        return entity if where is not None and where.precision in ("point", "town", "district") else None

    def is_small(self, entity: str | None) -> bool:
        """Whether an entity is a spot, or a place that nobody knows: those are not large."""
        return entity is not None and (
            self.spot(entity) is not None or (entity not in self.places and self.is_place(entity))
        )

    def actor(self, entity: str) -> str:
        """Return who acts when an entity does: its state for a government, else itself."""
        return self.states[entity] if self.organs.get(entity, "").startswith(f"{STATE}@") else entity

    def is_place(self, entity: str) -> bool:
        """Whether an entity is a place and no state."""
        return self.kinds.get(entity) == "place"

    def is_country(self, entity: str) -> bool:
        """Whether an entity is a state or a place as large as one."""
        where = self.places.get(entity)
        return self.kinds.get(entity) == "state" or (where is not None and where.precision == "country")

    def near(self, one: str, other: str) -> str | None:
        """Return how two places can be one, in words; None where they cannot, or it is not known where one is."""
        here, there = self.places.get(one), self.places.get(other)
        if here is None or there is None:
            return None
        precisions = (here.precision, there.precision)
        if here.country is not None and here.country == there.country and "country" in precisions:
            return "one place in the other"
        wide = "region" in precisions and here.precision != there.precision
        return (
            "places near each other" if distance_km(here, there) <= (REGION_KM if wide else NEAR_KM) else None
        )


def world(entities: Iterable[Entity], offices: Mapping[str, Sequence[str]]) -> World:
    """Return what is known of entities; `offices` are what articles call them (`president@AZ`), by their ids.

    An institution acts for its state, a person for the state whose offices he is called by most; a place lies in its
    country, a contested one in none.
    """
    some = list(entities)
    known = {each.key: each.id for each in some if each.key is not None and each.key.startswith(_STATE)}
    codes = {each.id: code for each in some if (code := _code(each, offices.get(each.id, ()))) is not None}
    states = {entity: known[key] for entity, code in codes.items() if (key := f"{_STATE}{code}") in known}
    return World(
        states,
        {
            each.id: Location(each.latitude, each.longitude, each.country, _precision(each), 1.0)  # type: ignore[arg-type]
            for each in some
            if each.latitude is not None and each.longitude is not None
        },
        {each.id: each.kind for each in some},
        {each.id: organ for each in some if each.id in states and (organ := _organ(each)) is not None},
    )


def _precision(entity: Entity) -> str:
    return entity.precision or "point"


def _organ(entity: Entity) -> str | None:
    """Return the organ that stands for all that an organ is told for: `army@ML`; None for any other entity."""
    if entity.key is None or not entity.key.startswith(_INSTITUTION):
        return None
    role, _, state = entity.key.removeprefix(_INSTITUTION).partition("@")
    organ = acts().organs.get(role)
    return organ and f"{organ}@{state}"


def _code(entity: Entity, offices: Sequence[str]) -> str | None:
    """Return the code of the state that an entity acts for or lies in; None for a state itself."""
    if entity.kind == "person":
        held = Counter(code for office in offices if (code := office.partition("@")[2]))
        return min(held, key=lambda code: (-held[code], code)) if held else None
    if entity.kind == "organization" and entity.key is not None and entity.key.startswith(_INSTITUTION):
        return entity.key.partition("@")[2] or None
    return entity.country if entity.kind == "place" else None
