"""Bytes → documents: the one table of formats, and what holds for all of them."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass

from according.errors import AccordingError
from according.model import Document, Notice
from according.read import archive, feed, mail, office, page, pdf, sniff, table, text
from according.read.source import Reader, Source
from according.settings import MIB, Settings

READERS: dict[str, Reader] = {
    sniff.TEXT: text.read,
    sniff.MARKDOWN: text.read,
    sniff.HTML: page.read,
    sniff.PDF: pdf.read,
    sniff.MAIL: mail.read,
    sniff.MBOX: mail.read,
    sniff.DOCX: office.read,
    sniff.RSS: feed.read,
    sniff.ATOM: feed.read,
    sniff.CSV: table.read,
    sniff.TSV: table.read,
    sniff.JSON: table.read,
    sniff.JSON_LINES: table.read,
    sniff.PARQUET: table.read,
    sniff.ZIP: archive.read,
    sniff.GZIP: archive.read,
}
"""Media type → reader. A new format is one file in this room, one line here and its marks in `sniff`."""

STREAMED = {sniff.MBOX, sniff.CSV, sniff.TSV, sniff.JSON_LINES, sniff.PARQUET, sniff.ZIP, sniff.GZIP}
"""Read piece by piece, so that only their parts have a limit."""

CONTAINERS = {sniff.MAIL, sniff.MBOX, sniff.ZIP, sniff.GZIP}

NO_ROOM = {errno.EFBIG, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE}
"""Errors of this machine, not of the input."""


@dataclass(slots=True)
class _Allowance:
    """How many bytes may still come out of one source, all archives inside it together."""

    left: int


def documents(source: Source, settings: Settings) -> Iterator[Document | Notice]:
    """Yield the documents in a source and in all that it contains, and a notice for each thing that went wrong.

    Streams are read once, front to back; nothing of what was yielded is kept. Raises AccordingError when this machine
    has no room for temporary files; never for bad input.
    """
    yield from _read(source, settings, 0, _Allowance(settings.archive_bytes))


def _read(
    source: Source, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[Document | Notice]:
    if source.size == 0:
        yield Notice(source.uri, "empty", "The file is empty.", lost=True)
        return
    try:
        kind = sniff.media_type(source)
    except OSError as error:
        yield _unreadable(source, error)
        return
    refused = _refusal(source, kind, settings, depth)
    if refused:
        yield refused
        return
    count = 0
    for item in _guarded(READERS[kind], source, settings):
        count += 1
        if not isinstance(item, Source):
            yield item
            continue
        allowance.left -= item.size
        if allowance.left < 0:
            message = "What it unpacks to is over the limit for one archive. Unpack it and read the files."
            yield Notice(item.uri, "too-large", message, lost=True)
            return
        yield from _read(item, settings, depth + 1, allowance)
    if not count:
        yield Notice(source.uri, "empty", "There is nothing to read in it.", lost=True)


def _refusal(source: Source, kind: str, settings: Settings, depth: int) -> Notice | None:
    """Return why a source is not even tried."""
    if kind == sniff.BINARY:
        message = "This is not text, and no format that According knows. Leave it out."
        return Notice(source.uri, "binary", message, lost=True)
    if kind not in READERS:
        name, advice = sniff.unsupported(kind) or (f"of the type {kind}", sniff.SAVE_AS)
        return Notice(
            source.uri, "unsupported", f"This is {name}, which According does not read. {advice}", lost=True
        )
    if kind not in STREAMED and source.size > settings.document_bytes:
        limit = settings.document_bytes
        readable = f"{limit // MIB} MiB" if limit >= MIB else f"{limit:,} bytes"
        message = f"It has {source.size:,} bytes; a document may have {readable}. Split it."
        return Notice(source.uri, "too-large", message, lost=True)
    if kind in CONTAINERS and depth >= settings.nesting:
        message = f"It lies {depth} containers deep, which is the limit. Unpack the outer ones and read this."
        return Notice(source.uri, "nested", message, lost=True)
    return None


def _guarded(reader: Reader, source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Run a reader; what it raises becomes a notice.

    Readers handle what they know can happen. But they stand on parsers of PDF, HTML, XML, mail and office files, some
    of them in C, whose exceptions on hostile bytes nobody can list (RecursionError, AssertionError, KeyError,
    struct.error, UnicodeError have all been seen), and one such file must not cost the user all the others. This is
    the only place that catches them.
    """
    read = False
    try:
        for item in reader(source, settings):
            read = read or not isinstance(item, Notice)
            yield item
    except (MemoryError, AccordingError):
        raise
    except OSError as error:
        yield _unreadable(source, error, lost=not read)
    except Exception as error:
        message = f"It is damaged beyond what its reader can handle ({type(error).__name__}: {error})."[:300]
        yield Notice(source.uri, "damaged", message, lost=not read)


def _unreadable(source: Source, error: OSError, lost: bool = True) -> Notice:
    if error.errno in NO_ROOM:
        reason = f"There is no room for temporary files ({error.strerror})"
        raise AccordingError(
            f"{reason}. Free some space, or set TMPDIR to a folder that has some."
        ) from error
    return Notice(source.uri, "unreadable", f"It cannot be read ({error.strerror or error}).", lost=lost)
