"""A desk that is open: a process of its own that serves the record of `tests.texts.CLAIMED`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from benchmarks.desk import opened as served


class Desk:
    """A desk from outside: `link` lets in once, `cookie` is what it gave."""

    def __init__(self, link: str) -> None:
        self.link = link
        self.port = int(link.split(":")[2].split("/")[0])
        self.cookie = ""

    def ask(
        self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None, body: object = None
    ) -> tuple[HTTPResponse, str]:
        """Send one request; return the answer and its text."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Cookie": self.cookie, **(headers or {})}
        connection.request(method, path, None if body is None else json.dumps(body), sent)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        return answer, text

    def json(self, path: str) -> Any:
        """Return what the record says."""
        answer, text = self.ask(f"/api/{path}")
        assert answer.status == 200, text
        return json.loads(text)

    def enter(self) -> None:
        """Come in by the link."""
        answer, _ = self.ask("/?" + self.link.partition("/?")[2])
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]


def opened(record: Path, *options: str) -> Iterator[Desk]:
    """Serve a record until the caller is done."""
    with served(record, *options) as (link, _):
        yield Desk(link)


@pytest.fixture(scope="session")
def closed_desk(claimed: Path) -> Iterator[Desk]:
    """A desk that nobody has entered."""
    yield from opened(claimed / "record.according")


@pytest.fixture(scope="session")
def desk(claimed: Path) -> Iterator[Desk]:
    """A desk that one has entered."""
    for each in opened(claimed / "record.according"):
        each.enter()
        yield each
