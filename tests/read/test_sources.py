"""From what the user typed to sources."""

import os
import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.model import Notice
from according.read.source import Source, member_uri, printable
from according.read.sources import find
from according.settings import Settings


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `news` with files in folders; it lies in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.md", ".hidden", ".git/x.txt", "z.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}")
    return tmp_path / "news"


def found(*paths: str, stdin: bytes = b"") -> list[tuple[str, str]]:
    """(uri, content or kind of notice) of everything found."""
    return [
        (item.uri, item.kind if isinstance(item, Notice) else item.stream.read().decode())
        for item in find(paths, Settings(), stdin=BytesIO(stdin))
    ]


def uris(*paths: str) -> list[str]:
    return [uri for uri, _ in found(*paths)]


ALL = ["news/a.txt", "news/b.txt", "news/sub/c.txt", "news/sub/deep/d.md", "news/z.txt"]


@pytest.mark.parametrize(
    "path", ["news", "news/", "./news", "news//", "new?", "news/*", "news/**", "**/news"]
)
def test_folders_and_patterns_give_their_files_once_in_order(news: Path, path: str) -> None:
    assert uris(path) == ALL


def test_paths_stay_as_they_were_given(news: Path) -> None:
    assert uris(str(news)) == [str(news.parent / uri) for uri in ALL]
    assert uris("news/b.txt", "./news/sub/../a.txt") == ["news/b.txt", "news/sub/../a.txt"]
    assert found("news/b.txt") == [("news/b.txt", "Text of b.txt")]


def test_patterns_reach_into_folders(news: Path) -> None:
    assert uris("news/**/*.md") == ["news/sub/deep/d.md"]
    assert uris("news/[ab].txt") == ["news/a.txt", "news/b.txt"]


def test_a_name_that_looks_like_a_pattern_is_a_name(news: Path) -> None:
    (news / "x[1].txt").write_text("One")
    assert found("news/x[1].txt") == [("news/x[1].txt", "One")]


def test_hidden_files_are_read_when_named(news: Path) -> None:
    assert uris("news/.hidden") == ["news/.hidden"]


def test_records_among_the_news_are_skipped(news: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        (news / f"my.according{ending}").write_text("x")
    assert uris("news") == ALL


@pytest.mark.parametrize("path", ["news", "news/*", "."])
def test_the_record_that_is_written_is_left_out_whatever_its_name(news: Path, path: str) -> None:
    for name in ("my.db", "my.db-wal", "my.db-shm", "my.db-journal", "my.db.txt"):
        (news / name).write_text("x")
    items = find([path, "news/my.db"], Settings(), stdin=BytesIO(), record=Path("news/sub/../my.db"))
    assert [item.uri for item in items] == sorted([*ALL, "news/my.db.txt"])


def test_the_files_of_an_export_are_left_out_and_their_neighbours_read(news: Path) -> None:
    for name in ("documents.jsonl", "stories.jsonl"):
        (news / "sub" / name).write_text("{}")
    assert len(uris("news")) == len(ALL) + 2
    (news / "sub" / "articles.jsonl").write_text("{}")
    assert uris("news") == ALL
    assert uris("news/sub/stories.jsonl") == ["news/sub/stories.jsonl"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("news/none.txt", "unreadable"),
        ("news/*.pdf", "unreadable"),
        ("news/a.txt/b", "unreadable"),
        ("ftp://x.example/a", "unsupported"),
        ("file:///etc/passwd", "unsupported"),
        ("x" * 5000, "unreadable"),
        ("a\0b", "unreadable"),
        ("", "unreadable"),
    ],
)
def test_what_is_not_there_is_told_and_the_next_is_read(news: Path, path: str, kind: str) -> None:
    outcome = found(path, "news/a.txt")
    assert [outcome[0][1], outcome[1][0]] == [kind, "news/a.txt"]
    assert len(outcome) == 2


def test_an_empty_folder_is_told(news: Path) -> None:
    (news / "empty" / "inside").mkdir(parents=True)
    assert found("news/empty") == [("news/empty", "empty")]


def test_loops_of_links_end(news: Path) -> None:
    (news / "sub" / "up").symlink_to("..")
    (news / "sub" / "self").symlink_to("self")
    (news / "again").symlink_to("sub")
    outcome = dict(found("news"))
    assert sum(content == "Text of sub/c.txt" for content in outcome.values()) == 1
    assert outcome["news/z.txt"] == "Text of z.txt"
    assert [kind for uri, kind in outcome.items() if uri.endswith("/self")] == ["unreadable"]


def test_broken_links_are_told(news: Path) -> None:
    (news / "broken").symlink_to("nowhere")
    outcome = found("news")
    assert ("news/broken", "unreadable") in outcome
    assert len(outcome) == 6


@pytest.fixture
def socket_file(news: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("news/m.socket")
        yield news / "m.socket"


def test_pipes_sockets_and_devices_do_not_block(news: Path, socket_file: Path) -> None:
    os.mkfifo(news / "m.pipe")
    (news / "m.device").symlink_to("/dev/zero")
    outcome = found("news", "/dev/null")
    assert [uri for uri, kind in outcome if kind == "unsupported"] == [
        "news/m.device",
        "news/m.pipe",
        "news/m.socket",
        "/dev/null",
    ]
    assert len(outcome) == 9


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_files_and_folders_are_told(news: Path) -> None:
    (news / "a.txt").chmod(0)
    (news / "sub").chmod(0)
    outcome = found("news")
    (news / "sub").chmod(0o700)
    assert [uri for uri, kind in outcome if kind == "unreadable"] == ["news/a.txt", "news/sub"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        (b"a\nb.txt", "a%0Ab.txt"),
        (b"a\xff.txt", "a%FF.txt"),
        (b"--help", "--help"),
        ("😀.txt".encode(), "😀.txt"),
        ("a\u202eb.txt".encode(), "a%E2%80%AEb.txt"),
        (b"a%0Ab.txt", "a%250Ab.txt"),
        (b"50% off.txt", "50% off.txt"),
        (b"\x1b[31m.txt", "%1B[31m.txt"),
    ],
)
def test_strange_names_become_printable_uris(news: Path, name: bytes, uri: str) -> None:
    Path(os.fsdecode(os.fsencode(news) + b"/" + name)).write_text("Text")
    assert (f"news/{uri}", "Text") in found("news")
    assert (f"news/{uri}", "Text") in found(f"news/{os.fsdecode(name)}")


def test_very_deep_folders_are_read(news: Path) -> None:
    path = news
    for _ in range(300):
        path /= "f"
    path.mkdir(parents=True)
    (path / "x.txt").write_text("Text")
    assert len(uris("news")) == 6


def test_standard_input_is_read() -> None:
    assert found("-", stdin=b"Text") == [("-", "Text")]
    (notice,) = find(["-"], Settings(archive_bytes=10), stdin=BytesIO(b"x" * 11))
    assert isinstance(notice, Notice)
    assert notice.kind == "too-large"


def test_one_file_is_open_at_a_time(news: Path) -> None:
    streams = []
    for item in find(["news"], Settings(), stdin=BytesIO()):
        assert isinstance(item, Source)
        assert all(stream.closed for stream in streams)
        assert item.size == len(item.stream.read())
        streams.append(item.stream)
    assert len(streams) == 5
    assert streams[-1].closed


@given(st.text(max_size=50), st.text(max_size=50))
def test_uris_are_printable_and_tell_names_apart(one: str, other: str) -> None:
    for name in (one, other):
        assert printable(name).isprintable()
        printable(name).encode("utf-8")
        inside = member_uri("a.zip", name).removeprefix("a.zip!/")
        assert inside.isprintable()
        assert "!/" not in inside
        assert not {"", ".", ".."} & set(inside.split("/"))
    assert (printable(one) == printable(other)) == (one == other)
