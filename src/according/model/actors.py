"""Who and what an article names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model.span import Span

Kind = Literal["person", "organization", "state", "place", "other"]
"""What a name stands for. A state is a country as an actor or a territory; a place is any other location."""

Form = Literal["name", "description", "pronoun"]
"""How a mention refers: by a name (or a part of one), by a description ("the Turkish president"), by a pronoun."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of running text that names or describes somebody or something, before it is decided who or what.

    `name` is it in the nominative. `key` names it in the knowledge (`state:AM`, `organization:osce`), None when it
    is not known there. A description of a person has the `role` and, when it is said, the `state` of the office
    (`foreign-minister`, `TR`). `basis` says what saw it, for people to read.
    """

    span: Span
    kind: Kind
    form: Form
    name: str
    key: str | None
    role: str | None
    state: str | None
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article that stands for a person, organization, state or place.

    `span` is in the document; `text` is exactly what stands there. `reason` says why it belongs to its chain.
    """

    id: str
    article: str
    span: Span
    text: str
    kind: Kind
    form: Form
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where something is. Degrees north and east (WGS 84); `country` is ISO 3166-1 alpha-2.

    `precision` says what the point stands for, `probability` how sure it is that this place is meant.
    """

    latitude: float
    longitude: float
    country: str | None
    precision: Literal["point", "town", "district", "region", "country"]
    probability: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one article that refer to one thing (a coreference chain), and what the article says of it.

    `name` is its fullest name, in the nominative. `key` names it in the knowledge or in a gazetteer
    (`state:AM`, `organization:Q7184`, `place:geonames:616052`), None when neither knows it. `offices` are what the
    article calls it, as `office@state` (`foreign-minister@TR`, `president@`). `named` is False when it is
    only described ("the president"). Named chains of one article are never joined with each other by the machine.
    """

    id: str
    article: str
    kind: Kind
    name: str
    language: str | None
    key: str | None
    offices: tuple[str, ...]
    location: Location | None
    named: bool
    mentions: tuple[Mention, ...]
