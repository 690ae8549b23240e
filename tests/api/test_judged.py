"""Judging over the door: what is said is kept, put into effect and taken back, by nobody from outside."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Desk, opened


@pytest.fixture
def judge(claimed: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a record that may be changed."""
    shutil.copytree(claimed, tmp_path, dirs_exist_ok=True)
    for desk in opened(tmp_path / "record.according"):
        desk.enter()
        yield desk


def tell(desk: Desk, path: str, body: object, origin: str | None = None) -> tuple[int, Any]:
    headers = {"Content-Type": "application/json", "Origin": origin or f"http://127.0.0.1:{desk.port}"}
    answer, text = desk.ask(f"/api/{path}", method="POST", headers=headers, body=body)
    return answer.status, json.loads(text) if text.startswith(("{", "[")) else text


def test_a_value_is_corrected_listed_and_taken_back(judge: Desk) -> None:
    figure = next(each for each in judge.json("figures") if each["text"].startswith("12"))
    assert tell(judge, "author", {"author": "Ama"}) == (200, {"author": "Ama"})
    said = {"verdict": "value", "layer": "figure", "finding": figure["id"], "value": 14, "note": "misprint"}
    status, kept = tell(judge, "corrections", said)
    assert status == 201
    assert next(each for each in judge.json("figures") if each["id"] == figure["id"])["value"] == 14
    (act,) = judge.json("judged")
    assert (act["id"], act["author"], act["note"], act["about"]) == (
        kept["id"],
        "Ama",
        "misprint",
        "12 people → 14",
    )
    assert tell(judge, f"judged/{act['id']}/revoke", {})[1]["revoked_by"] == "Ama"
    assert next(each for each in judge.json("figures") if each["id"] == figure["id"])["value"] == 12
    assert tell(judge, "settle", {}) == (200, {"settled": True})


def test_kind_parties_and_thing_are_corrected(judge: Desk) -> None:
    number = judge.json("articles")[0]["number"]
    event = judge.json(f"articles/{number}")["events"][0]
    said = {"layer": "event", "finding": event["id"]}
    status, _ = tell(
        judge, "corrections", {**said, "verdict": "parties", "source": ["Nana Akufo-Addo"], "target": []}
    )
    assert status == 201
    assert tell(judge, "corrections", {**said, "verdict": "value", "root": "AID"})[0] == 201
    now = next(each for each in judge.json(f"articles/{number}")["events"] if each["root"] == "AID")
    assert (now["source_names"], now["target_names"]) == (["Nana Akufo-Addo"], [])
    figure = judge.json("figures")[0]
    said = {"layer": "figure", "finding": figure["id"], "verdict": "value", "what": "tents", "unit": ""}
    assert tell(judge, "corrections", said)[0] == 201
    now = next(each for each in judge.json("figures") if each["id"] == figure["id"])
    assert (now["what"], now["unit"], now["value"]) == ("tents", None, figure["value"])
    assert len(judge.json("judged")) == 3


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"verdict": "value", "layer": "figure", "finding": "0" * 16, "value": 1}, 404),
        ({"verdict": "value", "layer": "nothing", "finding": "0" * 16}, 422),
        ({"verdict": "boundary", "layer": "figure", "finding": "0" * 16, "span": [1]}, 422),
    ],
)
def test_what_cannot_be_said_is_refused(judge: Desk, said: dict[str, object], status: int) -> None:
    assert tell(judge, "corrections", said)[0] == status
    assert judge.json("judged") == []


def test_another_site_cannot_judge(judge: Desk) -> None:
    said = {"verdict": "wrong", "layer": "figure", "finding": judge.json("figures")[0]["id"]}
    assert tell(judge, "corrections", said, origin="http://example.org")[0] == 403
    assert judge.json("judged") == []


def test_the_queue_counts_what_is_left(judge: Desk) -> None:
    queue = judge.json("queue?limit=5")
    assert set(queue["counts"]) == {"names", "difference", "link", "finding"}
    assert len(queue["tasks"]) == min(5, sum(queue["counts"].values()))


def test_links_are_judged_listed_and_taken_back(judge: Desk) -> None:
    one, other = (str(each["number"]) for each in judge.json("articles")[:2])
    said = {"verdict": "different", "kind": "story", "first": [one], "second": [other], "note": "hm"}
    status, kept = tell(judge, "bonds", said)
    assert (status, kept["kind"], len(kept["first"])) == (201, "story", 1)
    (act,) = judge.json("judged")
    assert (act["what"], act["kind"], act["verdict"], act["note"], act["void"]) == (
        "link", "story", "different", "hm", False,
    )  # fmt: skip
    assert tell(judge, "settle", {}) == (200, {"settled": True})
    assert tell(judge, f"judged/{act['id']}/revoke", {})[0] == 200
    assert tell(judge, "bonds", {**said, "second": [one]})[0] == 400
    assert tell(judge, "bonds", {**said, "first": []})[0] == 422
    assert tell(judge, "bonds", {**said, "kind": "names"})[0] == 422
    assert tell(judge, "bonds", said, origin="http://example.org")[0] == 403


def test_what_was_missed_is_added_over_the_door(judge: Desk) -> None:
    number = judge.json("articles")[0]["number"]
    article = judge.json(f"articles/{number}")
    start, end = article["sentences"][-1]
    said = {"layer": "date", "article": str(number), "span": [start, start + 5], "date": "2021-03"}
    status, kept = tell(judge, "additions", said)
    assert status == 201
    added = next(each for each in judge.json(f"articles/{number}")["dates"] if each["id"] == kept["finding"])
    assert (added["span"], added["value"], added["reason"]) == (
        [start, start + 5],
        "2021-03",
        "added by a person",
    )
    promise = {
        "layer": "commitment",
        "article": str(number),
        "span": [start, start + 9],
        "source": ["the mayor"],
    }
    status, kept = tell(judge, "additions", {**promise, "status": "unclear", "target": ["the town"]})
    assert status == 201
    found = judge.json(f"articles/{number}")
    one = next(each for each in found["commitments"] if each["id"] == kept["finding"])
    assert (one["by_names"], one["to_names"], one["status"]) == (["the mayor"], ["the town"], "unclear")
    assert found["agreements"] == []
    assert tell(judge, "additions", {**promise, "agreement": "the treaty"})[0] == 404
    assert tell(judge, "additions", {**promise, "source": []})[0] == 400
    assert tell(judge, "additions", {**said, "date": "soon"})[0] == 400
    assert tell(judge, "additions", {**said, "span": [end + 10**6, end + 10**6 + 3]})[0] == 400
    assert tell(judge, "additions", {**said, "layer": "nothing"})[0] == 422
