"""The desk's first screens over its server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.conftest import Desk, opened


@pytest.fixture
def own(named: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk of a record that may be changed."""
    shutil.copy(named / "record.according", tmp_path / "record.according")
    for each in opened(tmp_path / "record.according"):
        each.enter()
        yield each


def test_overview_density_and_chronology(desk: Desk) -> None:
    assert desk.json("overview")["status"]["articles"] == 2
    density = desk.json("density")
    assert density["total"] == len(desk.json("chronology?limit=200"))
    assert desk.json("density?actor=nobody")["total"] == 0


def test_find_counts_and_offers_names(own: Desk) -> None:
    found = own.json("find/counts?q=Pashinyan")
    assert (found["total"], found["languages"]) == (1, [["en", 1]])
    assert own.json("find/counts?q=Pashinyan&names=true")["total"] == 3
    assert own.json("find/counts?q=Pashinyan&names=true&language=ru")["total"] == 1
    assert [hit["language"] for hit in own.json("find?q=Pashinyan")["hits"]] == ["en"]
    assert len(own.json("find?q=Pashinyan&names=true")["hits"]) == 3
    assert [hit["language"] for hit in own.json("find?q=Pashinyan&names=true&language=ru")["hits"]] == ["ru"]


def test_searches_are_kept_over_the_door(own: Desk) -> None:
    headers = {"Origin": f"http://127.0.0.1:{own.port}", "Content-Type": "application/json"}
    body = {"name": "Mine", "asked": {"q": "x"}}
    answer, _ = own.ask("/api/searches", method="POST", headers=headers, body=body)
    assert answer.status == 201
    (kept,) = own.json("searches")
    assert kept["asked"] == {"q": "x"}
    answer, _ = own.ask(f"/api/searches/{kept['id']}/forget", method="POST", headers=headers)
    assert answer.status == 204
    assert own.json("searches") == []
    answer, _ = own.ask("/api/searches", method="POST", body=body)
    assert answer.status == 403


def test_what_is_wrong_is_said(desk: Desk) -> None:
    for path, status in (
        ("density?since=soon", 400),
        ("find?q=-", 400),
        ("find/counts?q=-", 400),
        ("find", 422),
        ("chronology?limit=0", 422),
    ):
        answer, _ = desk.ask(f"/api/{path}")
        assert answer.status == status, path
