"""What is known about an entity beyond what articles write: names of all sides, identifiers, where it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from according.knowledge.gazetteer import place
from according.knowledge.offices import institution_wikidata
from according.knowledge.organizations import organization_by_key
from according.knowledge.states import state_by_code
from according.link.units import Unit
from according.views import Entity

_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the knowledge says of a key."""

    name: str | None = None
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    at: tuple[float, float] | None = None
    country: str | None = None
    precision: str | None = None
    contested: bool = False


def described(id: str, head: Unit, units: Sequence[Unit]) -> Entity:
    """Return the entity of a cluster: `units` are its units, `head` the one that it is called by.

    What the knowledge knows counts before what the articles' places say. Counts are left 0.
    """
    known = _known(head.key) if head.key else _Known()
    at = next((unit.example.location for unit in units if unit.example and unit.example.location), None)
    point = known.at or ((at.latitude, at.longitude) if at else None)
    countries = sum((unit.countries for unit in units), Counter[str]())
    country = known.country
    if country is None and not known.contested and countries:
        country = min(countries, key=lambda code: (-countries[code], code))
    return Entity(
        id=id,
        kind=head.kind,
        name=known.name or head.name,
        names=known.names if known.contested else (),
        key=head.key,
        wikidata=known.wikidata,
        geonames=known.geonames,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        country=country,
        precision=known.precision or (at.precision if at else None),
        contested=known.contested,
        articles=0,
        mentions=0,
    )


def _known(key: str) -> _Known:
    kind, _, name = key.partition(":")
    if kind == "state":
        return _state(name)
    if kind == "place":
        return _place(key)
    if kind == "organization":
        try:
            found = organization_by_key(name)
        except KeyError:  # found by another version of the knowledge
            return _Known()
        return _Known(name=found.name, wikidata=found.wikidata, country=found.country)
    if kind == "own":
        wikidata = name.rpartition(":")[2]
        return _Known(wikidata=wikidata if _WIKIDATA.fullmatch(wikidata) else None)
    if kind == "institution":
        role, _, code = name.partition("@")
        state = state_by_code(code)
        return _Known(wikidata=institution_wikidata(role, code), country=state.country if state else None)
    return _Known()


def _state(code: str) -> _Known:
    state = state_by_code(code)
    if state is None:
        return _Known()
    return _Known(
        name=state.name,
        wikidata=state.wikidata,
        geonames=state.geonames,
        at=(state.latitude, state.longitude),
        country=state.country,
        precision="country",
    )


def _place(key: str) -> _Known:
    found = place(key)
    if found is None:
        return _Known()
    return _Known(
        name=found.name,
        names=found.names,
        wikidata=found.wikidata,
        geonames=found.geonames,
        at=(found.latitude, found.longitude),
        # A contested place belongs to whom the reader thinks: the point says where it is.
        country=None if found.contested else found.country,
        precision=found.precision,
        contested=found.contested,
    )
