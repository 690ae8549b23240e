"""Who is let in, and what a browser is told."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from starlette.datastructures import Headers

from according.api.door import HEADERS, Door
from tests.api.conftest import Desk, opened

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

    @pytest.mark.parametrize("other", ['x={"a":1}', "user name=1", "x@y=1", 'a="', "b", "=", "a=b; ;;"])
    def test_what_other_programs_left_with_the_browser_locks_nobody_out(self, other: str) -> None:
        door = Door(8000)
        inside = door.answer("GET", "/", f"token={door.invite()}", Headers({"host": "localhost"}))
        assert inside is not None
        cookie = inside.headers["set-cookie"].partition(";")[0]
        assert door.knows(Headers({"cookie": f"{other}; {cookie}"}))
        assert door.knows(Headers({"cookie": f"{cookie}; {other}"}))
        assert not door.knows(Headers({"cookie": other}))


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
            {"Origin": "http://["},
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


class TestBrowser:
    def test_one_of_the_terminal_finds_the_desk_open_and_does_not_hold_it_up(
        self, claimed: Path, tmp_path: Path
    ) -> None:
        """The browser asks before it lets go, as lynx and w3m do."""
        browser = tmp_path / "browser.py"
        browser.write_text(
            "import http.client, sys, urllib.parse\n"
            "at = urllib.parse.urlsplit(sys.argv[1])\n"
            "asking = http.client.HTTPConnection(at.hostname, at.port, timeout=60)\n"
            "asking.request('GET', '/?' + at.query)\n"
            "answer = asking.getresponse()\n"
            "print('seen', answer.status, flush=True)\n",
            "utf-8",
        )
        command = [sys.executable, "-m", "according", "serve", "--port", "0"]
        command += ["--record", str(claimed / "record.according")]
        environment = {**os.environ, "BROWSER": shlex.join([sys.executable, str(browser), "%s"])}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            # A desk that never opens its browser would print nothing more, and be waited for without end.
            late = Timer(120, process.kill)
            late.start()
            try:
                assert process.stdout is not None
                assert any(line == "seen 303\n" for line in process.stdout)
            finally:
                late.cancel()
                process.terminate()


class TestOtherMachines:
    def test_whoever_has_set_a_token_is_let_in_by_the_printed_link_and_told_how(
        self, claimed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ACCORDING_TOKEN", "a long token of hers")
        for each in opened(claimed / "record.according"):
            answer, text = each.ask("/")
            assert answer.status == 401
            assert "?token=" in text
            assert "a long token of hers" not in each.link
            answer, _ = each.ask("/api/status", headers={"Host": "evil.example"})
            assert answer.status == 403
            each.enter()
            assert each.json("status")

    def test_only_where_they_may_knock_any_name_is_answered(self) -> None:
        named = Headers({"host": "desk.example:8000"})
        assert Door(8000, own="a long token of hers").refusal("GET", named) is not None
        assert Door(8000, own="a long token of hers", local=False).refusal("GET", named) is None

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
