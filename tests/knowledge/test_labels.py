"""The names on a base map."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.labels import box, labels
from according.model import Label


def over(latitude: float, longitude: float, zoom: int, language: str = "en") -> tuple[Label, ...]:
    """The labels of the tile that a point lies in."""
    side = 1 << zoom
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * side
    return labels(zoom, int((longitude + 180) / 360 * side), int(y), language)


def test_states_are_named_from_afar_in_the_readers_language() -> None:
    assert "Germany" in {each.name for each in over(51, 10, 4)}
    assert "Allemagne" in {each.name for each in over(51, 10, 4, "fr")}


def test_towns_have_their_name_in_the_script_of_their_country() -> None:
    names = {each.name: each.local for each in over(40.18, 44.51, 8)}
    assert names["Yerevan"] == "Երևան"


def test_contested_places_have_the_names_of_all_sides() -> None:
    (found,) = (each for each in over(39.82, 46.75, 10) if each.name.startswith("Stepanakert ·"))
    assert found.contested
    assert "Khankendi" in found.name
    assert "Xankəndi" in found.local
    assert "Ստեփանակերտ" in found.local


def test_nearer_there_are_smaller_towns() -> None:
    far, near = over(40.18, 44.51, 5), over(40.18, 44.51, 10)
    assert min(each.rank for each in near) < min(each.rank for each in far if each.kind == "town")


@given(st.integers(0, 12), st.floats(0, 0.999), st.floats(0, 0.999), st.sampled_from(["en", "fr", "xx", ""]))
def test_every_name_lies_in_its_tile(zoom: int, across: float, down: float, language: str) -> None:
    x, y = int(across * (1 << zoom)), int(down * (1 << zoom))
    west, south, east, north = box(zoom, x, y)
    found = labels(zoom, x, y, language)
    assert all(west <= each.longitude < east and south <= each.latitude < north for each in found)
    assert [each.rank for each in found] == sorted((each.rank for each in found), reverse=True)
    assert len(found) < 300
