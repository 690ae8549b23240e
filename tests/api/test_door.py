"""Who is let in, and what a browser is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from according.api.door import HEADERS, Door
from tests.api.conftest import Desk

JSON = "application/json"


def own(desk: Desk) -> str:
    return f"http://127.0.0.1:{desk.port}"


class TestToken:
    def test_nobody_comes_in_without(self, closed_desk: Desk) -> None:
        for path in ("/", "/api/status", "/api", "/?token=", "/?token=wrong", "/assets/x.js"):
            answer, text = closed_desk.ask(path)
            assert answer.status == 401
            assert "link" in text

    def test_it_lets_in_once_and_leaves_the_address(self, claimed: Path) -> None:
        door = Door(8000)
        token = door.invite()
        assert [door.admits(token) for _ in range(3)] == [True, False, False]
        assert not door.admits("")

    def test_the_cookie_is_kept_from_scripts_and_other_pages(self, closed_desk: Desk) -> None:
        answer, _ = closed_desk.ask(
            "//elsewhere.example/a%20b?" + closed_desk.link.partition("?")[2] + "&q=x%26y"
        )
        assert answer.status == 303
        assert answer.getheader("Location") == "/elsewhere.example/a%20b?q=x%26y"
        cookie = answer.getheader("Set-Cookie") or ""
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()

    def test_two_desks_do_not_take_each_others_cookie(self) -> None:
        first, second = Door(8000), Door(8001)
        inside = [
            door.answer("GET", "/", f"token={door.invite()}", Headers({"host": "localhost"}))
            for door in (first, second)
        ]
        # What a browser that is in both sends to either.
        both = "; ".join(
            answer.headers["set-cookie"].partition(";")[0] for answer in inside if answer is not None
        )
        assert first.knows(Headers({"cookie": both}))
        assert second.knows(Headers({"cookie": both}))


class TestRequests:
    def test_one_who_is_in_is_answered(self, desk: Desk) -> None:
        answer, _ = desk.ask("/api/status")
        assert answer.status == 200
        assert {name: answer.getheader(name) for name in HEADERS} == HEADERS
        assert answer.getheader("Cache-Control") == "no-store"

    @pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "localhost.:1", "[::2]"])
    def test_another_name_for_this_machine_is_not(self, desk: Desk, name: str) -> None:
        answer, _ = desk.ask("/api/status", headers={"Host": name})
        assert answer.status == 403

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://127.0.0.1:1"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ],
    )
    def test_another_page_is_not(self, desk: Desk, headers: dict[str, str]) -> None:
        answer, _ = desk.ask("/api/status", headers=headers)
        assert answer.status == 403

    @pytest.mark.parametrize(
        ("origin", "kind", "status"),
        [(True, JSON, 404), (False, JSON, 403), (True, "text/plain", 403), (True, "", 403)],
    )
    def test_only_the_desk_itself_writes(self, desk: Desk, origin: bool, kind: str, status: int) -> None:
        headers = {"Content-Type": kind, **({"Origin": own(desk)} if origin else {})}
        judged = {"verdict": "same", "first": "nobody at all", "second": "nor he"}
        answer, _ = desk.ask("/api/judgements", method="POST", headers=headers, body=judged)
        assert answer.status == status


class TestOtherMachines:
    @pytest.mark.parametrize("token", [None, "short"])
    def test_not_without_a_token_of_ones_own(self, claimed: Path, token: str | None) -> None:
        command = [sys.executable, "-m", "according", "serve", "--no-open", "--host", "192.0.2.1"]
        command += ["--record", str(claimed / "record.according"), "--port", "0"]
        environment = {} if token is None else {"ACCORDING_TOKEN": token}
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, check=False, timeout=60
        )
        assert done.returncode == 2
        assert "ACCORDING_TOKEN" in done.stderr

    def test_a_token_of_ones_own_lets_in_again_and_again(self) -> None:
        door = Door(8000, own="a long token of hers")
        assert all(door.admits("a long token of hers") for _ in range(2))
        assert not door.admits("another token of hers")
