"""The names that a base map writes where they belong: of states, regions, towns and the places that news speaks of.

What several sides claim has the names of all of them, whoever holds it.
"""

from __future__ import annotations

import json
import math
import os
from functools import cache, lru_cache
from typing import Any

import numpy as np
from babel.languages import get_official_languages

from according.knowledge.gazetteer import places_by_id, positions
from according.knowledge.states import states
from according.model import Label

_CURATED = 20_000
"""Inhabitants that a place is ranked by that news speaks of, where nobody counted them."""
_FEWEST = {3: 1_000_000, 4: 400_000, 5: 150_000, 6: 40_000, 7: 10_000}
"""Inhabitants of the smallest towns that have a name on a map of that zoom; nearer by, all have."""
_MOST = 48
"""Names of one tile: more have no room, and those that lie under others are not drawn."""
_REGIONS_FROM, _STATES_UNTIL = 5, 6
_DISPUTED = 3
"""Names of a contested place in one language: as many as its sides have."""
_NEIGHBOURS = 4.0
"""Degrees around a contested place in which states lie whose languages name it."""


def box(zoom: int, x: int, y: int) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a tile of the web's Mercator map, in degrees."""
    side = 1 << zoom

    def latitude(row: int) -> float:
        return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / side))))

    return x / side * 360 - 180, latitude(y + 1), (x + 1) / side * 360 - 180, latitude(y)


@lru_cache(maxsize=512)
def labels(zoom: int, x: int, y: int, language: str) -> tuple[Label, ...]:
    """Return the names of one tile in a language (BCP 47), the most important first."""
    west, south, east, north = box(zoom, x, y)
    ids, latitudes, longitudes, people, is_region = _places(os.getpid())
    inside = (latitudes >= south) & (latitudes < north) & (longitudes >= west) & (longitudes < east)
    wanted = inside & np.where(is_region, zoom >= _REGIONS_FROM, people >= _FEWEST.get(zoom, 0))
    if zoom < min(_FEWEST):
        wanted &= False
    there = np.flatnonzero(wanted)
    chosen = there[np.argsort(-people[there], kind="stable")][:_MOST]
    rows = places_by_id([int(each) for each in ids[chosen]])
    found = [_label(row, float(people[at]), language) for at, row in zip(chosen, rows, strict=True)]
    if zoom <= _STATES_UNTIL:
        found += [
            each
            for each in _states(language)
            if south <= each.latitude < north and west <= each.longitude < east
        ]
    return tuple(sorted(found, key=lambda each: (-each.rank, each.name)))


@cache
def _places(process: int) -> tuple[Any, ...]:
    """Ids, degrees and inhabitants of all places, and whether each is a region, as arrays."""
    ids, latitudes, longitudes, people, precision, known = zip(*positions(), strict=True)
    counted = np.array(people, dtype=np.int64)
    counted[(np.array(known, dtype=bool)) & (counted < _CURATED)] = _CURATED
    is_region = np.array([each in ("region", "country") for each in precision])
    return np.array(ids), np.array(latitudes), np.array(longitudes), counted, is_region


def _label(row: tuple[Any, ...], people: float, language: str) -> Label:
    name, names, latitude, longitude, country, precision, contested, capital = row
    known: dict[str, list[str]] = json.loads(names) if names else {}
    own = known.get(language) or [name]
    tongues = _tongues(country, latitude, longitude, contested=bool(contested))
    most = _DISPUTED if contested else 1
    shown = own[:most]
    local = [known[each][0] for each in tongues if each != language and known.get(each)][:_DISPUTED]
    return Label(
        kind="point" if precision == "point" else "region" if precision in ("region", "country") else "town",
        name=" · ".join(shown),
        local=" · ".join(each for each in dict.fromkeys(local) if each not in shown),
        latitude=latitude,
        longitude=longitude,
        rank=math.log10(people + 1) + 2 * bool(capital),
        capital=bool(capital),
        contested=bool(contested),
    )


def _tongues(country: str | None, latitude: float, longitude: float, *, contested: bool) -> tuple[str, ...]:
    """Return the languages that a place is named in where it lies: of a contested one those of the states around."""
    if not contested:
        return _official(country) if country else ()
    near = sorted(
        (math.hypot(each.latitude - latitude, each.longitude - longitude), each.code)
        for each in states()
        if each.country
    )
    codes = [code for far, code in near if far < _NEIGHBOURS]
    return tuple(dict.fromkeys(tongue for code in codes for tongue in _official(code)))


@cache
def _official(country: str) -> tuple[str, ...]:
    return tuple(each.partition("_")[0] for each in get_official_languages(country))


@cache
def _states(language: str) -> tuple[Label, ...]:
    """The names of all states that the standard of country codes has."""
    return tuple(
        Label(
            "state",
            (each.names(language) or (each.name,))[0],
            "",
            each.latitude,
            each.longitude,
            9.0,
            False,
            False,
        )
        for each in states()
        if each.country is not None
    )
