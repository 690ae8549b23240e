"""What the server says is what the record says."""

from __future__ import annotations

import json

from tests.api.conftest import Desk


def test_every_address_is_described(desk: Desk) -> None:
    answer, text = desk.ask("/api")
    assert answer.status == 200
    paths = json.loads(text)["paths"]
    assert {"/api/status", "/api/articles", "/api/search", "/api/happenings", "/api/judgements"} <= set(paths)


def test_an_article_with_its_findings(desk: Desk) -> None:
    for row in desk.json("articles"):
        shown = desk.json(f"articles/{row['id']}")
        start = shown["span"][0]
        for each in shown["figures"]:
            first, last = each["span"]
            assert shown["text"][first - start : last - start] == each["text"]


def test_lists(desk: Desk) -> None:
    assert desk.json("status")["articles"] == len(desk.json("articles"))
    for kind in ("statements", "figures", "happenings", "agreements", "entities", "notices"):
        assert isinstance(desk.json(kind), list)
    assert len(desk.json("statements?limit=1")) == 1
    assert desk.json("entities?kind=person")[0]["kind"] == "person"


def test_what_is_wrong_is_said(desk: Desk) -> None:
    for path, status in (
        ("articles/nothing", 404),
        ("search?q=-", 400),
        ("articles?since=soon", 400),
        ("x", 404),
        ("notices?offset=10000000000000000000", 422),
        ("places?root=x", 422),
        ("places/Ghana?since=soon", 400),
        ("ground/0/0/-1000000", 404),
        ("ground/0/0/16384", 404),
    ):
        answer, text = desk.ask(f"/api/{path}")
        assert answer.status == status, path
        assert "Traceback" not in text
        if status == 422:
            assert json.loads(text)["error"].startswith(("offset: ", "root: "))


def test_the_page_is_told_in_an_answer_what_is_refused(desk: Desk) -> None:
    for path, status in (("articles/nothing", "404"), ("search?q=-", "400"), ("find", "422"), ("x", "404")):
        answer, text = desk.ask(f"/api/{path}", headers={"X-According-Page": "1"})
        assert (answer.status, answer.getheader("X-According-Refused")) == (200, status), path
        assert text
    answer, _ = desk.ask("/api/status", headers={"X-According-Page": "1"})
    assert (answer.status, answer.getheader("X-According-Refused")) == (200, None)


def test_the_page_is_at_every_other_address(desk: Desk) -> None:
    for path in ("/", "/search?q=x", "/article/1"):
        answer, text = desk.ask(path)
        assert answer.status == 200
        assert "<title>According</title>" in text
    for path in ("/assets/none.js", "/assets/../../pyproject.toml", "/..%2f..%2fpyproject.toml"):
        answer, text = desk.ask(path)
        assert "[project]" not in text
