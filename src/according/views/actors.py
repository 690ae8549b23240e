"""Who acts: in a list, over time, and towards others."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from according.model import Kind
from according.views.documents import Json
from according.views.entities import Doubt, Entity


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that is named, in a long list: with its known names by language, none that is read."""

    id: str
    kind: Kind
    name: str
    country: str | None
    contested: bool
    articles: int
    mentions: int

    def as_json(self) -> Json:
        """Return the actor as one JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Office:
    """What articles call somebody (`office@state`): in how many, and published when at first and at last (EDTF)."""

    office: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity with its offices, the last told first, who else it may be, and in how many articles it is by month."""

    entity: Entity
    offices: tuple[Office, ...]
    doubts: tuple[Doubt, ...]
    months: tuple[tuple[str, int], ...]

    def as_json(self) -> Json:
        """Return the profile as one JSON object."""
        return {
            **self.entity.as_json(),
            "offices": [asdict(each) for each in self.offices],
            "may_be": [asdict(each) for each in self.doubts],
            "months": [list(each) for each in self.months],
        }


@dataclass(frozen=True, slots=True)
class Tie:
    """Happenings of one kind and status between two: how many, told to have been when at first and at last."""

    source: str
    target: str
    root: str
    status: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Ties:
    """Who has to do with somebody: `actors` by how much, the ties among all of them, his by month and kind as facts."""

    centre: str
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    months: tuple[tuple[str, str, int], ...]

    def as_json(self) -> Json:
        """Return the ties as one JSON object."""
        return {
            "centre": self.centre,
            "actors": [each.as_json() for each in self.actors],
            "ties": [asdict(each) for each in self.ties],
            "months": [list(each) for each in self.months],
        }
