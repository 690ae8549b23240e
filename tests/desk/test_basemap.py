"""The base map that the page carries: what several claim is nobody's, and it is small."""

from __future__ import annotations

import gzip
import itertools
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from according.knowledge.contested import lands

Ring = list[tuple[float, float]]
WEB = Path(str(files("according").joinpath("web", "assets")))
LARGEST = 2_000_000
"""Bytes of the whole base map, compressed."""


@cache
def topology(name: str) -> dict[str, Any]:
    found = sorted(WEB.glob(f"{name}-*.json"))
    if not found:
        pytest.skip("needs the built page: make install")
    whole: dict[str, Any] = json.loads(found[0].read_text("utf-8"))
    return whole


@cache
def arcs(name: str) -> list[Ring]:
    whole = topology(name)
    (wide, high), (west, south) = whole["transform"]["scale"], whole["transform"]["translate"]
    found = []
    for arc in whole["arcs"]:
        x = y = 0
        points = []
        for right, up in arc:
            x, y = x + right, y + up
            points.append((x * wide + west, y * high + south))
        found.append(points)
    return found


def ring(name: str, parts: list[int]) -> Ring:
    points: Ring = []
    for part in parts:
        arc = arcs(name)[part] if part >= 0 else arcs(name)[~part][::-1]
        points += arc[1:] if points else arc
    return points


def shapes(name: str, layer: str) -> list[tuple[dict[str, Any], list[Ring]]]:
    """The features of a layer: what is said of each, and its rings or lines."""
    found = []
    for each in topology(name)["objects"][layer]["geometries"]:
        parts = each.get("arcs", [])
        if each["type"] == "MultiPolygon":
            parts = [one for polygon in parts for one in polygon]
        found.append((each.get("properties", {}), [ring(name, one) for one in parts]))
    return found


def holds(rings: list[Ring], longitude: float, latitude: float) -> bool:
    inside = False
    for each in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(each):
            if (ay > latitude) != (by > latitude) and longitude < (bx - ax) * (latitude - ay) / (
                by - ay
            ) + ax:
                inside = not inside
    return inside


def test_every_land_that_several_claim_is_drawn() -> None:
    found = {tuple(said["of"]): rings for said, rings in shapes("world", "claimed")}
    assert set(found) == {land.of for land in lands()}
    assert all(found.values())


@pytest.mark.parametrize(
    ("place", "longitude", "latitude"),
    [
        ("Stepanakert", 46.75, 39.82),
        ("Lachin", 46.55, 39.64),
        ("Sukhumi", 41.02, 43.01),
        ("Tskhinvali", 43.97, 42.23),
        ("Simferopol", 34.1, 44.95),
        ("Donetsk", 37.8, 48.0),
        ("Pristina", 21.17, 42.66),
        ("Ramallah", 35.2, 31.9),
        ("Gaza", 34.46, 31.5),
        ("Laayoune", -13.2, 27.15),
        ("Hargeisa", 44.06, 9.56),
        ("Srinagar", 74.8, 34.09),
        ("Gilgit", 74.31, 35.92),
        ("Taipei", 121.5, 25.05),
    ],
)
def test_what_lies_in_one_is_in_no_other_country(place: str, longitude: float, latitude: float) -> None:
    inside = [said["of"] for said, rings in shapes("world", "claimed") if holds(rings, longitude, latitude)]
    assert len(inside) == 1, place
    land = next(each for each in lands() if list(each.of) == inside[0])
    owners = [
        said["code"] for said, rings in shapes("world", "countries") if holds(rings, longitude, latitude)
    ]
    # A land that is a code of its own is that; nobody else has it.
    assert set(owners) <= land.codes | {"so-som", "cy-trnc"}, place


def test_no_border_through_or_around_one_is_drawn_as_settled() -> None:
    ((_, lines),) = shapes("world", "borders")
    for said, rings in shapes("world", "claimed"):
        points = [
            ((ax + bx) / 2, (ay + by) / 2)
            for line in lines
            for (ax, ay), (bx, by) in itertools.pairwise(line)
        ]
        west, east = min(x for each in rings for x, _ in each), max(x for each in rings for x, _ in each)
        south, north = min(y for each in rings for _, y in each), max(y for each in rings for _, y in each)
        near = [(x, y) for x, y in points if west < x < east and south < y < north]
        assert not [point for point in near if holds(rings, *point)], said["of"]


def test_borders_of_one_are_dashed_on_land_only() -> None:
    ((_, dashed),) = shapes("world", "disputed")
    corners = [point for line in dashed for point in line]
    assert any(abs(x - 33.6) < 0.5 and abs(y - 46.15) < 0.3 for x, y in corners), "the isthmus of Crimea"
    assert any(abs(x - 39.9) < 0.4 and abs(y - 48.4) < 0.6 for x, y in corners), "the east of Donbas"
    assert not any(abs(x - 34.1) < 0.5 and y < 44.6 and y > 44 for x, y in corners), "its coast"
    assert not any(-62 < x < -57 and -53 < y < -50 for x, y in corners), "islands"


def test_countries_have_their_codes() -> None:
    codes = [said["code"] for said, _ in shapes("world", "countries") if said["code"]]
    assert len(codes) == len(set(codes)) > 190
    at = {said["code"]: rings for said, rings in shapes("world", "countries")}
    assert holds(at["AM"], 44.5, 40.18)
    assert holds(at["MY"], 101.7, 3.14)
    assert holds(at["ID"], 106.8, -6.3)


def test_regions_go_by_their_number() -> None:
    found = {
        each["id"]: [ring("regions", one) for polygon in each["arcs"] for one in polygon]
        for each in topology("regions")["objects"]["regions"]["geometries"]
        if each.get("arcs")
    }
    assert holds(found[828265], 45.15, 40.97)  # Tavush
    assert len(found) > 3000


def test_it_is_small() -> None:
    packed = [gzip.compress(json.dumps(topology(name)).encode(), 9) for name in ("world", "regions")]
    assert sum(map(len, packed)) < LARGEST
