"""Which towns are contested because the land is in which they lie: `contested.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, cast

from according.knowledge.fold import load_data

Corner = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Land:
    """A land that is claimed as a whole.

    `of` are the places of `places.yml` that it is; `codes` the countries and first-level regions (of GeoNames) inside
    it; or it has a `border` within `countries`.
    """

    of: tuple[str, ...]
    codes: frozenset[str]
    countries: frozenset[str]
    border: tuple[Corner, ...]

    def holds(self, country: str | None, admin: str | None, latitude: float, longitude: float) -> bool:
        """Return whether a place of a country and first-level region lies in the land."""
        if country in self.codes or admin in self.codes:
            return True
        return country in self.countries and _is_inside((latitude, longitude), self.border)


def _is_inside(point: Corner, border: tuple[Corner, ...]) -> bool:
    """Whether a line from the point to the east crosses the border an odd number of times."""
    latitude, longitude = point
    inside = False
    for (south, west), (north, east) in pairwise((*border, border[0])):
        if (south > latitude) != (north > latitude):
            crossing = west + (latitude - south) / (north - south) * (east - west)
            inside ^= longitude < crossing
    return inside


@cache
def lands() -> tuple[Land, ...]:
    """Return the lands that are claimed as a whole."""
    data = cast(dict[str, list[dict[str, Any]]], load_data("contested.yml"))
    return tuple(
        Land(
            tuple(entry["of"]),
            frozenset(entry.get("codes", ())),
            frozenset(entry.get("country", ())),
            tuple((latitude, longitude) for latitude, longitude in entry.get("border", ())),
        )
        for entry in data["claimed"]
    )


@cache
def states_apart() -> Mapping[str, frozenset[str]]:
    """Return the states that were proclaimed in such a land, and the names of places (`Place.name`) that mean it."""
    data = cast(dict[str, dict[str, list[str]]], load_data("contested.yml"))
    return {code: frozenset(names) for code, names in data["apart"].items()}


def lies_in_claimed(country: str | None, admin: str | None, latitude: float, longitude: float) -> bool:
    """Return whether a place lies in a land that is claimed as a whole."""
    return any(land.holds(country, admin, latitude, longitude) for land in lands())
