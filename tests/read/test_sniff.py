"""Which format bytes are in, whatever they are called."""

import gzip
from io import BytesIO

import pytest

from according.read import READERS
from according.read.sniff import UNSUPPORTED, media_type, unsupported
from according.read.source import Source
from tests.read.conftest import zipped

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kind(data: bytes, name: str = "file", declared: str | None = None) -> str:
    return media_type(Source(name, BytesIO(data), len(data), declared))


def archived(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, b"content"))


RSS = b'<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0"><channel/></rss>'
ATOM = (
    b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>'
)
MAIL = b"Message-ID: <1@x>\r\nFrom: a@x\r\nTo: b@x\r\nSubject: Talks\r\n\r\nBody"
MBOX = b"From a@x.org Fri Dec  8 10:00:00 2023\nFrom: a@x\nSubject: Talks\n\nBody\n"


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("application/pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
        ("application/pdf", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n"),
        ("application/zip", archived("a.txt", "b.txt")),
        ("application/zip", archived()),
        ("application/zip", archived("a.docx")),
        (DOCX, archived("[Content_Types].xml", "word/document.xml")),
        ("application/gzip", gzip.compress(b"text", mtime=0)),
        ("application/vnd.apache.parquet", b"PAR1\x15\x00\x15\x00PAR1"),
        ("text/html", b"<!DOCTYPE html><html><body>x"),
        ("text/html", b"\n\n  <!doctype HTML>\n<p>"),
        ("text/html", b"<HTML><p>x"),
        ("text/html", '<html lang="ru"><p>я'.encode("utf-16")),
        ("text/html", "<html><p>я".encode("utf-16-le")),
        ("text/html", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>'),
        ("text/html", b"<!-- saved page --><html><p>x"),
        ("text/html", b'<div class="story"><p>x</p></div>'),
        ("application/rss+xml", RSS),
        ("application/rss+xml", RSS.decode().encode("utf-16")),
        ("application/rss+xml", b"<rss version='2.0'><channel></channel></rss>"),
        ("application/rss+xml", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "y">]><rss></rss>'),
        ("application/rss+xml", b'<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>'),
        ("application/atom+xml", ATOM),
        ("application/xml", b'<?xml version="1.0"?><nitf><body/></nitf>'),
        ("message/rfc822", MAIL),
        ("application/mbox", MBOX),
        ("application/x-ndjson", b'{"text": "a"}\n{"text": "b"}\n'),
        ("application/json", b'[{"text": "a"}]'),
        ("application/json", b'[\n  {"text": "a"}\n]'),
        ("application/json", b'{\n "text": "a"\n}'),
        ("text/plain", "Переговоры продолжились".encode("koi8-r")),
        ("text/plain", "Переговоры продолжились в городе".encode("utf-16-le")),
        ("text/plain", b"From Monday on, the talks at 10:30 will be held weekly.\nThe ministry said: no."),
        ("text/plain", b"From: The Valley Post\nSubject: Talks\nDate: 8 December\n\nPasted text."),
        ("text/plain", b"[Photo] The delegations met."),
        ("text/plain", b"{sic} The delegations met."),
        ("text/plain", b"a < b and <c> d"),
        ("text/plain", b"BM and MZ are the marks of files, but this is a text."),
        ("application/octet-stream", bytes(range(256)) * 3),
        ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("image/jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
        ("image/gif", b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0"),
        ("application/x-ole-storage", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20),
        ("application/x-7z-compressed", b"7z\xbc\xaf\x27\x1c\0\x04"),
        ("application/vnd.rar", b"Rar!\x1a\x07\x01\0"),
        ("application/vnd.sqlite3", b"SQLite format 3\0\x10\0"),
        ("application/x-tar", b"a.txt".ljust(257, b"\0") + b"ustar\00000"),
        ("application/rtf", b"{\\rtf1\\ansi text}"),
        ("application/x-executable", b"\x7fELF\x02\x01\x01\0"),
        ("application/epub+zip", archived("mimetype", "META-INF/container.xml")),
        ("application/vnd.oasis.opendocument", archived("mimetype", "content.xml")),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            archived("[Content_Types].xml", "xl/workbook.xml"),
        ),
    ],
)
@pytest.mark.parametrize("name", ["file", "file.txt", "file.bin"])
def test_bytes_come_before_names(data: bytes, expected: str, name: str) -> None:
    assert kind(data, name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.csv", "text/csv"),
        ("A.TSV", "text/tab-separated-values"),
        ("a.jsonl", "application/x-ndjson"),
        ("a.ndjson", "application/x-ndjson"),
        ("a.md", "text/markdown"),
        ("a.txt", "text/plain"),
        ("a.mbox", "application/mbox"),
        ("a.zip!/b/c.csv", "text/csv"),
        ("https://x.example/a.csv?key=1.txt", "text/csv"),
        ("a.csv/b", "text/plain"),
    ],
)
def test_names_tell_what_bytes_cannot(name: str, expected: str) -> None:
    assert kind(b"title,text\na,b\n", name) == expected


def test_the_ending_of_a_page_needs_a_tag() -> None:
    assert kind(b"Just words", "a.html") == "text/plain"
    assert kind(b"Just <b>words</b>", "a.html") == "text/html"
    assert kind(b"Just <b>words</b>", "a.txt") == "text/plain"


def test_the_ending_of_a_message_needs_a_header() -> None:
    assert kind(b"Subject: Talks\n\nBody", "a.eml") == "message/rfc822"
    assert kind(b"Just words", "a.eml") == "text/plain"


def test_markdown_may_begin_with_html() -> None:
    assert kind(b"<h1 align=center>Talks</h1>\n\n* one", "a.md") == "text/markdown"


def test_what_a_container_declares_comes_last() -> None:
    assert kind(b"Just <b>words</b>", declared="text/html; charset=utf-8") == "text/html"
    assert kind(b"Subject: Talks\n\nBody", declared="message/rfc822") == "message/rfc822"
    assert kind(b"%PDF-1.4", declared="text/html") == "application/pdf"
    assert kind(b"a,b\n", declared="text/csv") == "text/csv"


def test_a_damaged_office_file_is_still_one() -> None:
    assert kind(archived("[Content_Types].xml"), "a.docx") == DOCX
    assert kind(archived("[Content_Types].xml", "word/document.xml")[:60], "a.docx") == DOCX


def test_the_stream_is_left_at_its_start() -> None:
    for data in (archived("a.txt"), b"text", RSS):
        stream = BytesIO(data)
        media_type(Source("a", stream, len(data)))
        assert stream.tell() == 0


def test_formats_that_are_not_read_have_a_name_and_advice() -> None:
    assert unsupported("image/png") == unsupported("image/jpeg")
    assert unsupported("application/x-unheard-of") is None
    assert not UNSUPPORTED.keys() & READERS.keys()
