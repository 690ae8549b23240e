"""Addresses, fetched from a real server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from according.model import Notice
from according.read.fetch import fetch
from according.read.source import Source
from according.settings import Settings


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/ok":
            self.answer(200, f"Hello {self.headers['User-Agent']}".encode(), "text/plain; charset=koi8-r")
        elif path == "/hop":
            self.redirect("/ok")
        elif path == "/loop":
            self.redirect("/loop")
        elif path == "/file":
            self.redirect("file:///etc/passwd")
        elif path == "/ftp":
            self.redirect("ftp://x.example/a")
        elif path == "/large":
            self.answer(200, b"x" * 5000, "text/plain")
        elif path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"less")
            self.close_connection = True
        elif path == "/silent":
            self.server.release.wait(20)  # type: ignore[attr-defined]
        else:
            self.answer(404, b"no", "text/plain")

    def answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        running.release = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.release.set()  # type: ignore[attr-defined]
        running.shutdown()


def test_a_document_is_fetched(server: str) -> None:
    for source in fetch(f"{server}/ok", Settings()):
        assert isinstance(source, Source)
        body = source.stream.read()
        assert body.startswith(b"Hello according/")
        assert (source.uri, source.size) == (f"{server}/ok", len(body))
        assert source.declared == "text/plain; charset=koi8-r"


def test_the_uri_is_the_final_address_without_a_password(server: str) -> None:
    address = server.replace("http://", "http://name:password@")
    assert [item.uri for item in fetch(f"{address}/hop", Settings())] == [f"{server}/ok"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "answered 404"),
        ("/loop", "redirected too often"),
        ("/file", "not followed"),
        ("/ftp", "not followed"),
        ("/short", "broke off"),
        ("/silent", "did not answer in time"),
    ],
)
def test_a_failure_is_a_notice(server: str, path: str, words: str) -> None:
    (notice,) = fetch(server + path, Settings(fetch_seconds=0.5))
    assert isinstance(notice, Notice)
    assert (notice.uri, notice.kind, notice.lost) == (server + path, "network", True)
    assert words in notice.message


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:1/", "cannot be reached"),
        ("http://", "not an address"),
        ("http://[", "not an address"),
        ("http://no-such-host.invalid/", "no server of this name"),
        ("http://a\nb/", "not an address"),
    ],
)
def test_an_address_without_a_server_is_a_notice(url: str, words: str) -> None:
    (notice,) = fetch(url, Settings(fetch_seconds=2))
    assert isinstance(notice, Notice)
    assert notice.kind == "network"
    assert notice.uri.isprintable()
    assert words in notice.message


def test_an_answer_may_be_larger_than_a_document(server: str) -> None:
    assert [
        item.size
        for item in fetch(f"{server}/large", Settings(document_bytes=1000))
        if isinstance(item, Source)
    ]


def test_too_large_an_answer_is_a_notice(server: str) -> None:
    (notice,) = fetch(f"{server}/large", Settings(archive_bytes=1000))
    assert isinstance(notice, Notice)
    assert notice.kind == "too-large"
