"""Points of a map as a Mapbox vector tile, version 2.1: a protocol buffer that map libraries read.

Source: github.com/mapbox/vector-tile-spec/tree/master/2.1. Only what points need of it is written.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping

from according.model import Label

EXTENT = 4096
"""Steps of a coordinate across a tile."""
_VARINT, _BYTES, _FIXED = 0, 2, 5
_POINT = 1
_MOVE_ONCE = 1 | 1 << 3


def tile(zoom: int, x: int, y: int, names: Iterable[Label]) -> bytes:
    """Return a tile with one layer, `names`."""
    keys: dict[str, int] = {}
    values: dict[bytes, int] = {}
    features = b"".join(_field(2, _feature(zoom, x, y, each, keys, values)) for each in names)
    layer = _field(1, b"names") + features
    layer += b"".join(_field(3, key.encode()) for key in keys) + b"".join(
        _field(4, value) for value in values
    )
    return _field(3, layer + _number(5, EXTENT) + _number(15, 2))


def _feature(zoom: int, x: int, y: int, each: Label, keys: dict[str, int], values: dict[bytes, int]) -> bytes:
    said: Mapping[str, str | float | bool] = {
        "kind": each.kind,
        "name": each.name,
        "local": each.local,
        "rank": each.rank,
        "capital": each.capital,
        "contested": each.contested,
    }
    tags = [
        number
        for key, value in said.items()
        for number in (keys.setdefault(key, len(keys)), values.setdefault(_value(value), len(values)))
    ]
    across = (each.longitude + 180) / 360 * (1 << zoom) - x
    down = (1 - math.asinh(math.tan(math.radians(each.latitude))) / math.pi) / 2 * (1 << zoom) - y
    place = [_MOVE_ONCE, *(_zigzag(round(part * EXTENT)) for part in (across, down))]
    return _field(2, _varints(tags)) + _number(3, _POINT) + _field(4, _varints(place))


def _value(value: str | float | bool) -> bytes:
    if isinstance(value, bool):
        return _number(7, int(value))
    if isinstance(value, str):
        return _field(1, value.encode())
    return _varints([2 << 3 | _FIXED]) + struct.pack("<f", value)


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _varints(values: Iterable[int]) -> bytes:
    written = bytearray()
    for value in values:
        while value > 0x7F:
            written.append(value & 0x7F | 0x80)
            value >>= 7
        written.append(value)
    return bytes(written)


def _field(number: int, content: bytes) -> bytes:
    return _varints([number << 3 | _BYTES, len(content)]) + content


def _number(number: int, value: int) -> bytes:
    return _varints([number << 3 | _VARINT, value])
