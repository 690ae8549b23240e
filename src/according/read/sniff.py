"""Which format a source is in: by its bytes first, then by its name, then by what its container declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from according.read.archive import BROKEN, TooLargeError, open_zip
from according.read.source import Source
from according.read.text import is_text, marks
from according.settings import MIB

HEAD = 64 * 1024

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
XHTML = "application/xhtml+xml"
PDF = "application/pdf"
MAIL = "message/rfc822"
MBOX = "application/mbox"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RSS = "application/rss+xml"
ATOM = "application/atom+xml"
XML = "application/xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
JSON = "application/json"
JSON_LINES = "application/x-ndjson"
PARQUET = "application/vnd.apache.parquet"
ZIP = "application/zip"
GZIP = "application/gzip"
BINARY = "application/octet-stream"

BY_ENDING = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".eml": MAIL,
    ".mbox": MBOX,
}
"""What a text is by its name where the bytes alone cannot tell."""

MAGIC = (
    (0, b"PAR1", PARQUET),
    (0, b"\x1f\x8b", GZIP),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (257, b"ustar", "application/x-tar"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
)
BINARY_MAGIC = (
    (0, b"GIF8", "image/gif"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (4, b"ftyp", "video/mp4"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"MZ", "application/x-executable"),
    (0, b"\xca\xfe\xba\xbe", "application/x-executable"),
    (0, b"ITSF", "application/vnd.ms-htmlhelp"),
    (60, b"BOOKMOBI", "application/x-mobipocket-ebook"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
)
"""(place, bytes, media type); the second list holds marks that a text could begin with, so it is only for what is
no text."""

OFFICE = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xl/workbook.bin", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("META-INF/container.xml", "application/epub+zip"),
    ("content.xml", "application/vnd.oasis.opendocument"),
)
"""A member that only this kind of zip has."""
MOST_OFFICE_MEMBERS = 10_000
LARGEST_OFFICE_BYTES = 256 * MIB

SAVE_AS = "Save it as PDF, DOCX, HTML or text and read that."
TABLE_AS = "Export the table as CSV and read that."
UNPACK = "Unpack it and read the folder."
NO_TEXT = "It holds no text; leave it out, or type in what it says."
UNSUPPORTED = {
    "application/x-ole-storage": ("an old Office file (.doc, .xls, .ppt, .msg)", SAVE_AS),
    OFFICE[1][1]: ("an Excel workbook", TABLE_AS),
    OFFICE[3][1]: ("a PowerPoint presentation", SAVE_AS),
    "application/epub+zip": ("an e-book (EPUB)", SAVE_AS),
    "application/vnd.oasis.opendocument": ("an OpenDocument file (.odt, .ods, .odp)", SAVE_AS),
    "application/rtf": ("a Rich Text file (.rtf)", SAVE_AS),
    "application/postscript": ("a PostScript file", SAVE_AS),
    "application/x-mobipocket-ebook": ("an e-book (MOBI)", SAVE_AS),
    "application/vnd.ms-htmlhelp": ("a Windows help file (.chm)", SAVE_AS),
    "image/vnd.djvu": ("a DjVu scan", SAVE_AS),
    XML: ("XML that is neither a feed nor a web page", SAVE_AS),
    "application/vnd.sqlite3": ("an SQLite database", TABLE_AS),
    "application/x-7z-compressed": ("a 7-Zip archive", UNPACK),
    "application/vnd.rar": ("a RAR archive", UNPACK),
    "application/x-tar": ("a tar archive", UNPACK),
    "application/x-xz": ("an xz archive", UNPACK),
    "application/zstd": ("a Zstandard archive", UNPACK),
    "application/x-bzip2": ("a bzip2 archive", UNPACK),
    "application/x-executable": ("a program", NO_TEXT),
}
"""Media type → what it is in the user's words, and what to do; images, sound and films are in `unsupported`."""

PROLOG = re.compile(
    r"\s*(?:<\?[^>]{0,2000}\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,20000}?\]\s*)?>|\s+)", re.S
)
ROOT = re.compile(r"\s*<([A-Za-z][\w:.-]*)([^>]{0,4000})")
PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
FRAGMENT = re.compile(
    r"\s*<(?:script|iframe|h1|h2|div|font|table|a|style|title|br|p|meta|link|article|main|section|span|ul|img)[\s>/]",
    re.I,
)
"""How the HTML of a page without its head begins (WHATWG MIME Sniffing, section 7.1, and today's elements)."""
TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*[\s>/]|!doctype|!--)", re.I)

POSTMARK = re.compile(r"From \S.{0,200}\d:\d{2}.{0,60}\n[!-9;-~]+:")
"""What separates the messages of an mbox (RFC 4155): sender and time, then a message's first header."""
HEADER = re.compile(r"([!-9;-~]+):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
MACHINE_HEADERS = {
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "content-type",
    "x-mailer",
}
PEOPLE_HEADERS = {"from", "to", "subject", "date", "cc", "reply-to", "sender"}


def unsupported(kind: str) -> tuple[str, str] | None:
    """Return what a format that is not read is called, and what to do about it; None when it is not known."""
    family = {"image": "an image", "audio": "a sound recording", "video": "a film"}.get(
        kind.partition("/")[0]
    )
    return UNSUPPORTED.get(kind) or ((family, NO_TEXT) if family else None)


def media_type(source: Source) -> str:
    """Return the media type of a source; leaves the stream at its start.

    Raises OSError when the stream cannot be read.
    """
    source.stream.seek(0)
    head = source.stream.read(HEAD)
    source.stream.seek(0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        kind = _zip_kind(source)
        source.stream.seek(0)
        return kind
    if kind_by_magic := _magic(head, MAGIC):
        return kind_by_magic
    if re.search(rb"(?:^|[\r\n])\s*%PDF-\d", head[:1024]) or head.startswith(b"\xef\xbb\xbf%PDF-"):
        return PDF
    if not is_text(head):
        return _magic(head, BINARY_MAGIC) or BINARY
    return _text_kind(marks(head), source)


def _magic(head: bytes, table: Iterable[tuple[int, bytes, str]]) -> str | None:
    return next((kind for place, mark, kind in table if head.startswith(mark, place)), None)


def _zip_kind(source: Source) -> str:
    """Tell office documents from archives by a member that only they have."""
    if source.size <= LARGEST_OFFICE_BYTES:
        try:
            with open_zip(source.stream, MOST_OFFICE_MEMBERS) as archive:
                names = set(archive.namelist())
        except (TooLargeError, *BROKEN):
            names = set()
        for member, kind in OFFICE:
            if member in names:
                return kind
    # A document that is damaged is one still; its reader says what is missing.
    return DOCX if source.ending == ".docx" else ZIP


def _text_kind(text: str, source: Source) -> str:
    """Return what kind of text begins with `text`."""
    text = text.lstrip("\ufeff\0 \t\r\n")
    declared = (source.declared or "").partition(";")[0].strip().lower()
    if PAGE.match(text):
        return HTML
    if text.startswith(("<?xml", "<!DOCTYPE", "<!--", "<rss", "<feed", "<rdf:RDF")):
        return _xml_kind(text)
    if POSTMARK.match(text):
        return MBOX
    if source.ending in BY_ENDING and not (source.ending == ".eml" and not HEADER.match(text)):
        return BY_ENDING[source.ending]
    if FRAGMENT.match(text) or (_is_page_by_name(source, declared) and TAG.search(text)):
        return HTML
    if _is_mail(text, trusted=declared == MAIL):
        return MAIL
    if kind := _json_kind(text, source.ending == ".json" or declared == JSON):
        return kind
    if source.ending in ("", ".bin", ".dat") and declared in (CSV, TSV, JSON_LINES, MARKDOWN):
        return declared
    return TEXT


def _is_page_by_name(source: Source, declared: str) -> bool:
    return source.ending in (".html", ".htm", ".xhtml") or declared in (HTML, XHTML)


def _xml_kind(text: str) -> str:
    """Return the kind of an XML document by its root element."""
    place = 0
    while match := PROLOG.match(text, place):
        place = match.end()
    root = ROOT.match(text, place)
    if not root:
        return XML if text.startswith("<?xml") else HTML
    name = root[1].lower()
    if name == "rss" or (name == "rdf:rdf" and "http://purl.org/rss/" in text):
        return RSS
    if name.rpartition(":")[2] == "feed" and "http://www.w3.org/2005/Atom" in root[2]:
        return ATOM
    if name == "html":
        return HTML
    return XML if text.startswith("<?xml") else HTML if FRAGMENT.match(text, place) else XML


def _is_mail(text: str, *, trusted: bool) -> bool:
    """Return whether text begins with the headers of a message.

    People paste `From:` and `Subject:` lines into texts; only programs write `Message-ID:`.
    """
    names: set[str] = set()
    place = 0
    while match := HEADER.match(text, place):
        names.add(match[1].lower())
        place = match.end()
    if trusted:
        return bool(names)
    return bool(names & MACHINE_HEADERS) and len(names & PEOPLE_HEADERS) >= 2


def _json_kind(text: str, by_name: bool) -> str | None:
    """Return whether text is a JSON document or one object a line, None when it is neither."""
    if not re.match(r"[\[{]" if by_name else r'\{\s*"|\[\s*\{\s*"', text):
        return None
    line, newline, _ = text.partition("\n")
    if text.startswith("{") and newline:
        try:
            return JSON_LINES if isinstance(json.loads(line), dict) else JSON
        except (ValueError, RecursionError):
            return JSON
    return JSON
