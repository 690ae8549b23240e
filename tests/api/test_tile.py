"""Vector tiles, read back as their specification says."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from according.api.tile import EXTENT, tile
from according.model import Label


def varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at, value, shift = at + 1, value | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            return value, at


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message: their numbers with what they hold."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        held: int | bytes
        if key & 7 == 0:
            held, at = varint(data, at)
        else:
            size, at = varint(data, at) if key & 7 == 2 else (4, at)
            held, at = data[at : at + size], at + size
        yield key >> 3, held


def numbers(data: bytes) -> list[int]:
    at, found = 0, []
    while at < len(data):
        value, at = varint(data, at)
        found.append(value)
    return found


def value(data: bytes) -> object:
    ((kind, held),) = fields(data)
    if kind == 1:
        assert isinstance(held, bytes)
        return held.decode()
    if kind == 2:
        assert isinstance(held, bytes)
        return struct.unpack("<f", held)[0]
    return bool(held)


def read(data: bytes) -> list[tuple[dict[str, object], tuple[int, int]]]:
    """What a tile with one layer holds: properties and places."""
    ((_, layer),) = fields(data)
    assert isinstance(layer, bytes)
    held: dict[int, list[int | bytes]] = {}
    for number, each in fields(layer):
        held.setdefault(number, []).append(each)
    assert held[1] == [b"names"]
    assert held[15] == [2]
    assert held[5] == [EXTENT]
    keys = [bytes(each).decode() for each in held.get(3, []) if isinstance(each, bytes)]
    values = [value(each) for each in held.get(4, []) if isinstance(each, bytes)]
    found = []
    for feature in held.get(2, []):
        assert isinstance(feature, bytes)
        parts = dict(fields(feature))
        tags, place = (numbers(each) for each in (parts[2], parts[4]) if isinstance(each, bytes))
        said = {keys[key]: values[at] for key, at in zip(tags[::2], tags[1::2], strict=True)}
        x, y = ((each >> 1) ^ -(each & 1) for each in place[1:])
        found.append((said, (x, y)))
    return found


def label(name: str, latitude: float, longitude: float) -> Label:
    return Label("town", name, "", latitude, longitude, 5.0, False, True)


def test_the_middle_of_the_world_is_the_middle_of_its_tile() -> None:
    ((said, place),) = read(tile(0, 0, 0, [label("Null", 0, 0)]))
    assert place == (EXTENT // 2, EXTENT // 2)
    assert said == {
        "kind": "town",
        "name": "Null",
        "local": "",
        "rank": 5.0,
        "capital": False,
        "contested": True,
    }


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"])), st.floats(-85, 85), st.floats(-180, 179.9)
        ),
        max_size=20,
    )
)
def test_every_name_comes_back(places: list[tuple[str, float, float]]) -> None:
    names = [label(*each) for each in places]

    found = read(tile(0, 0, 0, names))
    assert [said["name"] for said, _ in found] == [each.name for each in names]
    assert all(0 <= x <= EXTENT and 0 <= y <= EXTENT for _, (x, y) in found)
