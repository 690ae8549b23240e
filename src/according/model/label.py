"""Names on a map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A name on a map. `kind` is state, region, town or point; `local` is the name in the scripts used there, if other.

    `rank` orders names that have no room beside each other: the higher is written. Degrees are WGS 84.
    """

    kind: str
    name: str
    local: str
    latitude: float
    longitude: float
    rank: float
    capital: bool
    contested: bool
