"""Input that is made to hurt: nothing raises, no neighbour is lost, each bad thing is told once."""

import base64
import gzip
import io
import json
import os
import random
import socket
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from according.model import Document, Notice
from according.read import documents
from according.read.source import Source
from according.read.sources import find
from according.settings import Settings
from tests.read.conftest import parquet, zipped

GOOD = "The delegations met in the border town and agreed on a second round of talks."
SMALL: dict[str, Any] = {"document_bytes": 200_000, "archive_bytes": 3_000_000, "archive_members": 1000}


def nested_zip(depth: int) -> bytes:
    data = GOOD.encode()
    for _ in range(depth):
        data = zipped({"x.zip": data}, zipfile.ZIP_STORED)
    return data


def nested_gzip(depth: int) -> bytes:
    data = GOOD.encode()
    for _ in range(depth):
        data = gzip.compress(data)
    return data


def nested_mail(depth: int) -> bytes:
    data = b"Subject: Innermost\r\nFrom: a@x.example\r\n\r\n" + GOOD.encode()
    for number in range(depth):
        boundary = b"b%d" % number
        data = (
            b"Message-ID: <%d@x>\r\nFrom: a@x.example\r\nTo: b@x.example\r\nSubject: Level %d\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/mixed; boundary="%b"\r\n\r\n'
            b"--%b\r\nContent-Type: text/plain\r\n\r\nForwarded talks, number %d.\r\n"
            b"--%b\r\nContent-Type: message/rfc822\r\n\r\n%b\r\n--%b--\r\n"
        ) % (number, number, boundary, boundary, number, boundary, data, boundary)
    return data


def encrypted_zip() -> bytes:
    data = bytearray(zipped({"a.txt": GOOD.encode()}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    return bytes(data)


def overlapping_zip() -> bytes:
    data = zipped({"a.txt": GOOD.encode()})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 2, 2, 2 * (end - start))
    return data[:start] + data[start:end] * 2 + bytes(tail)


def lying_zip() -> bytes:
    """The directory says 10 bytes, the member holds more."""
    data = bytearray(zipped({"a.txt": GOOD.encode()}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    return bytes(data)


def pdf(text: str = GOOD, password: str | None = None) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, encrypt=StandardEncryption(password) if password else None)
    if text:
        canvas.drawString(72, 720, text)
    else:
        canvas.rect(10, 10, 100, 100)
    canvas.save()
    return target.getvalue()


def docx(document: bytes | None) -> bytes:
    types = (
        b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument"/></Relationships>'
    )
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations}
    return zipped(parts | ({"word/document.xml": document} if document is not None else {}))


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%b</w:body></w:document>'


def laughs(root: str) -> bytes:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY e0 "lol">{entities}]>'.encode()


RANDOM = random.Random(1).randbytes(5000)  # noqa: S311 - the same on every run
RUSSIAN = "Стороны договорились продолжить переговоры на следующей неделе в приграничном городе. "
LETTER = (
    b"Message-ID: <1@x>\r\nFrom: a@x.example\r\nTo: b@x.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n"
)
BASE64 = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
PAGE = b"<!DOCTYPE html><html><head><title>Talks</title></head><body>%b</body></html>"


@dataclass(frozen=True)
class Case:
    """A bad file, the kinds of the notices about it, and how many documents come out of it."""

    name: str
    data: bytes | Callable[[], bytes]
    kinds: tuple[str, ...]
    documents: int = 0


CASES = [
    # nothing in it
    Case("empty.txt", b"", ("empty",)),
    Case("empty.pdf", b"", ("empty",)),
    Case("space.txt", b" \r\n\t \n" * 100, ("empty",)),
    Case("bom.txt", b"\xef\xbb\xbf", ("empty",)),
    Case("bom16.txt", b"\xff\xfe", ("empty",)),
    Case("header.csv", b"title,text\n", ("empty",)),
    Case("none.zip", zipped({}), ("empty",)),
    Case("folders.zip", zipped({"a/": b"", "a/b/": b""}), ("empty",)),
    Case("none.gz", gzip.compress(b""), ("empty",)),
    Case("none.xml", b"<rss version='2.0'><channel></channel></rss>", ("empty",)),
    Case("none.html", PAGE % b"<script>alert(1)</script>", ("empty",)),
    Case("none.mbox", b"Nothing that begins like a message.\n", (), 1),
    Case("none.docx", docx(WORD % b""), ("empty",)),
    # no text
    Case("random.txt", RANDOM, ("binary",)),
    Case("random", RANDOM, ("binary",)),
    Case("zeros.txt", b"\0" * 5000, ("binary",)),
    Case("random.csv", RANDOM, ("binary",)),
    Case("image.txt", b"\x89PNG\r\n\x1a\n" + RANDOM, ("unsupported",)),
    Case("photo.html", b"\xff\xd8\xff\xe0" + RANDOM, ("unsupported",)),
    Case("song.pdf", b"ID3\x04\0\0" + RANDOM, ("unsupported",)),
    Case("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + RANDOM, ("unsupported",)),
    Case("sheet.xlsx", zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"x"}), ("unsupported",)),
    Case("slides.pptx", zipped({"[Content_Types].xml": b"", "ppt/presentation.xml": b"x"}), ("unsupported",)),
    Case("text.odt", zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"x"}), ("unsupported",)),
    Case("text.rtf", b"{\\rtf1\\ansi The talks.}", ("unsupported",)),
    Case("a.7z", b"7z\xbc\xaf\x27\x1c" + RANDOM, ("unsupported",)),
    Case("a.tar", b"a.txt".ljust(257, b"\0") + b"ustar\00000" + b"\0" * 500, ("unsupported",)),
    Case("a.sqlite", b"SQLite format 3\0" + RANDOM, ("unsupported",)),
    Case("a.exe", b"\x7fELF" + RANDOM, ("unsupported",)),
    Case("drawing.svg", b'<?xml version="1.0"?><svg xmlns="x"><text>no</text></svg>', ("unsupported",)),
    Case("laughs.xml", laughs("lolz") + b"<lolz>&e11;</lolz>", ("unsupported",)),
    # encodings
    Case("stray.txt", (RUSSIAN * 3).encode() + b"\xff\xfe" + RUSSIAN.encode(), ("encoding",), 1),
    Case("cut.txt", (RUSSIAN * 3).encode()[:-3], ("encoding",), 1),
    Case("surrogate8.txt", RUSSIAN.encode() + b"\xed\xa0\x80", ("encoding",), 1),
    Case("surrogate16.txt", b"\xff\xfe" + RUSSIAN.encode("utf-16-le") + b"\x00\xd8 \0", ("encoding",), 1),
    Case("odd16.txt", b"\xff\xfe" + RUSSIAN.encode("utf-16-le")[:-1], ("encoding",), 1),
    Case("cyrillic.txt", RUSSIAN.encode("windows-1251"), (), 1),
    Case("bare16.txt", RUSSIAN.encode("utf-16-le"), (), 1),
    Case("lying.html", PAGE % (b'<meta charset="utf-8"><p>' + (RUSSIAN * 5).encode("windows-1251")), (), 1),
    Case("nuls.txt", GOOD.encode() + b"\0\0" + GOOD.encode(), (), 1),
    Case("bidi.txt", f"{GOOD} \u202e{GOOD}\u2066\u200b\ufeff".encode(), (), 1),
    Case("escapes.txt", f"\x1b[31m{GOOD}\x1b[0m\x07".encode(), (), 1),
    # too large, too deep, too many
    Case("line.txt", b"x" * 200_001, ("too-large",)),
    Case("line.html", PAGE % (b"x" * 200_001), ("too-large",)),
    Case("bomb.zip", zipped({"a.txt": b"0" * 2_500_000}), ("too-large",)),
    Case(
        "total.zip",
        zipped({f"{i}.txt": RANDOM.hex().encode() * 15 for i in range(25)}),
        ("too-large",) * 5,
        20,
    ),
    Case("many.zip", zipped({f"{i}.txt": b"x" for i in range(1001)}), ("too-large",)),
    Case("deep.zip", nested_zip(50), ("nested",)),
    Case("deep.gz", nested_gzip(50), ("nested",)),
    Case("deep.eml", nested_mail(50), ("nested",), 3),
    Case("bomb.gz", gzip.compress(b"0" * 5_000_000), ("too-large",)),
    # broken archives
    Case("cut.zip", zipped({"a.txt": GOOD.encode(), "b.txt": GOOD.encode() * 9})[:150], ("damaged",), 1),
    Case("head.zip", zipped({"a.txt": GOOD.encode()})[:20], ("damaged",)),
    Case("garbage.zip", b"PK\x03\x04" + RANDOM, ("damaged",)),
    Case("crc.zip", zipped({"a.txt": b"One"}, zipfile.ZIP_STORED).replace(b"One", b"Two"), ("damaged",)),
    Case("locked.zip", encrypted_zip, ("encrypted",)),
    Case("overlap.zip", overlapping_zip, ("damaged",), 1),
    Case("lying.zip", lying_zip, ("damaged",)),
    Case("climb.zip", zipped({"../../../etc/x.txt": GOOD.encode(), "/abs.txt": GOOD.encode()}), (), 2),
    Case(
        "mixed.zip", zipped({"a.txt": b"", "b.txt": RANDOM, "c.txt": GOOD.encode()}), ("empty", "binary"), 1
    ),
    Case("cut.gz", gzip.compress(RANDOM.hex().encode())[:-500], ("damaged",), 1),
    Case("head.gz", b"\x1f\x8b\x08", ("damaged",)),
    Case("garbage.gz", b"\x1f\x8b\x08\0" + RANDOM, ("damaged",)),
    # tables
    Case("quote.csv", b'title,text\na,"b\nc,d\n', ("damaged",), 1),
    Case("one.csv", b"words\nThe talks.\n", ("column",)),
    Case("giant.csv", b'text\n"' + b"x" * 200_001 + b'"\nTalks\n', ("too-large",), 1),
    Case("nuls.csv", b"title,text\na\0,b\0\n", (), 1),
    Case("wide.csv", b"text\n" + b"a,b,c\n" * 50, ("damaged",), 50),
    Case("bad.jsonl", b'{"text": "a"}\n{"text": \n{"text": "b"}\n', ("damaged",), 2),
    Case("surrogates.jsonl", b'{"text": "a \\ud800"}\n', (), 1),
    Case("bomb.jsonl", b"[" * 100_000 + b'\n{"text": "a"}\n', ("damaged",), 1),
    Case("bomb.json", b"[" * 100_000, ("damaged",)),
    Case("digits.json", b'[{"text": ' + b"9" * 10_000 + b"}]", ("damaged",)),
    Case("cut.json", json.dumps([{"text": GOOD}] * 10).encode()[:-5], ("damaged",)),
    Case("cut.parquet", lambda: parquet("SELECT 'Talks' AS text FROM range(100)")[:-20], ("damaged",)),
    Case("garbage.parquet", b"PAR1" + RANDOM + b"PAR1", ("damaged",)),
    # pages and feeds
    Case("divs.html", PAGE % (b"<div>" * 10_000 + GOOD.encode() * 9), (), 1),
    Case("scripts.html", PAGE % (b"<script>document.write('x')</script><p>" + GOOD.encode() * 9), (), 1),
    Case("entities.html", laughs("html") + PAGE % (b"<p>&e11;" + GOOD.encode() * 9), (), 1),
    Case("attributes.html", PAGE % (b"<p " + b"a=b " * 20_000 + b">" + GOOD.encode() * 9), (), 1),
    Case(
        "laughs.rss",
        laughs("rss") + b"<rss><channel><item><title>&e11;</title></item></channel></rss>",
        ("damaged",),
        1,
    ),
    Case(
        "cut.rss",
        b"<?xml version='1.0'?><rss><channel><item><title>Talks</title></item><item><ti",
        ("damaged",),
        1,
    ),
    # mail
    Case("base64.eml", LETTER + BASE64 + base64.b64encode(GOOD.encode())[:-3], ("damaged",), 1),
    Case(
        "charset.eml", LETTER + b"Content-Type: text/plain; charset=x-unheard\r\n\r\n" + GOOD.encode(), (), 1
    ),
    Case("headers.eml", b"Message-ID: <1@x>\r\nFrom: a@x.example\r\nTo: b@x.example\r\n\r\n", ("empty",)),
    # PDF and Word
    Case("garbage.pdf", b"%PDF-1.7\n" + RANDOM, ("damaged",)),
    Case("head.pdf", lambda: pdf()[:100], ("damaged",)),
    Case("locked.pdf", lambda: pdf(password="secret"), ("encrypted",)),
    Case("scan.pdf", lambda: pdf(""), ("no-text",)),
    Case("no-document.docx", docx(None), ("damaged",)),
    Case("laughs.docx", docx(laughs("w") + WORD % b"<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>"), ("damaged",)),
    Case("cut.docx", docx(WORD % b"")[:200], ("damaged",)),
    Case("garbage.docx", docx(RANDOM), ("damaged",)),
]


def outcome_of(folder: Path) -> tuple[list[Document], list[Notice]]:
    limits = Settings(**SMALL)
    read: list[Document] = []
    notices: list[Notice] = []
    for source in find([str(folder)], limits, stdin=io.BytesIO()):
        for item in [source] if isinstance(source, Notice) else documents(source, limits):
            if isinstance(item, Notice):
                notices.append(item)
            else:
                read.append(item)
    return read, notices


def check(folder: Path, kinds: tuple[str, ...], count: int) -> None:
    """Read a folder with two good files around the bad one."""
    for name in ("0-good.txt", "zz-good.txt"):
        (folder / name).write_text(GOOD)
    read, notices = outcome_of(folder)
    assert [notice.kind for notice in notices] == list(kinds), notices
    assert read[0].text == read[-1].text == GOOD
    assert len(read) == count + 2
    for notice in notices:
        assert "damaged beyond" not in notice.message, "the net is for what nobody foresaw"
        assert notice.message.isprintable()
        assert notice.uri.isprintable()
        assert len(notice.message) < 500
    for document in read:
        document.text.encode("utf-8")
        assert document.uri.isprintable()
        for span in (document.article, *(mark.span for mark in document.marks)):
            assert span is None or 0 <= span.start <= span.end <= len(document.text)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_bad_files_are_told_once_and_cost_no_neighbour(case: Case, tmp_path: Path) -> None:
    (tmp_path / case.name).write_bytes(case.data() if callable(case.data) else case.data)
    check(tmp_path, case.kinds, case.documents)


@settings(max_examples=200)
@given(
    case=st.sampled_from(CASES), place=st.floats(0, 1), patch=st.binary(max_size=6), gap=st.integers(0, 30)
)
def test_no_change_of_a_bad_file_raises(case: Case, place: float, patch: bytes, gap: int) -> None:
    data = bytearray(case.data() if callable(case.data) else case.data)
    start = int(place * len(data))
    data[start : start + gap] = patch
    limits = Settings(**SMALL)
    for item in documents(Source(case.name, io.BytesIO(bytes(data)), len(data)), limits):
        if isinstance(item, Document):
            item.text.encode("utf-8")
            spans = (item.article, *(mark.span for mark in item.marks))
            assert all(span is None or 0 <= span.start <= span.end <= len(item.text) for span in spans)
        assert item.uri.isprintable()


NAMES = [
    b"a\nb.txt",
    b"a\xff\xfe.txt",
    b"--record",
    "😀😀.txt".encode(),
    b"a\x1b]0;x\x07.txt",
    b"x" * 250 + b".txt",
    b"*?[a]",
]


@pytest.mark.parametrize(
    "name", [*NAMES, "\u202egpj.txt".encode(), b"%0A%00.txt", b"a!b!.txt", b" .txt", b"'\"$(x).txt"]
)
def test_hostile_names_are_read(name: bytes, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(GOOD)
    (tmp_path / "0-good.txt").write_text(GOOD)
    (tmp_path / "zz-good.txt").write_text(GOOD)
    read, notices = outcome_of(tmp_path)
    assert not notices
    assert len({document.uri for document in read}) == 3
    assert all(document.uri.isprintable() and document.text == GOOD for document in read)


def make_loop(folder: Path) -> None:
    (folder / "bad").mkdir()
    (folder / "bad" / "up").symlink_to("..")
    (folder / "bad" / "side").symlink_to(".")


def make_forbidden(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (folder / "bad.txt").write_text(GOOD)
    (folder / "bad.txt").chmod(0)


def make_socket(folder: Path) -> None:
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(os.path.relpath(folder / "bad"))
    listening.close()


@pytest.mark.parametrize(
    ("make", "kinds"),
    [
        (make_loop, ()),
        (lambda folder: (folder / "bad").symlink_to("bad"), ("unreadable",)),
        (lambda folder: (folder / "bad").symlink_to("nowhere"), ("unreadable",)),
        (lambda folder: (folder / "bad.txt").mkdir(), ()),
        (lambda folder: os.mkfifo(folder / "bad"), ("unsupported",)),
        (lambda folder: (folder / "bad").symlink_to("/dev/zero"), ("unsupported",)),
        (make_socket, ("unsupported",)),
        (make_forbidden, ("unreadable",)),
    ],
    ids=["loop", "self", "broken", "folder", "pipe", "device", "socket", "forbidden"],
)
def test_what_is_no_file_is_told(
    make: Callable[[Path], object], kinds: tuple[str, ...], tmp_path: Path
) -> None:
    make(tmp_path)
    check(tmp_path, kinds, 0)
