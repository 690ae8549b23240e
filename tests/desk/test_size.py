"""What the page weighs before the map: all of its screens, their scripts and styles."""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path

import pytest

WEB = Path(str(files("according").joinpath("web")))
MOST = 350_000
"""Bytes, gzipped."""


def test_the_page_is_light_before_the_map() -> None:
    parts = [each for each in WEB.rglob("*") if each.suffix in {".html", ".js", ".css"}]
    weights = {each.name: len(gzip.compress(each.read_bytes())) for each in parts}
    if not weights:
        pytest.skip("needs the built page: make install")
    assert "index.html" in weights
    before = {name: weight for name, weight in weights.items() if not name.startswith("Map-")}
    assert len(before) < len(weights)
    assert sum(before.values()) <= MOST, before
