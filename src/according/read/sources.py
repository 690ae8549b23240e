"""From what the user typed to sources: files, folders, patterns, standard input and addresses."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from according.model import Notice
from according.read.fetch import fetch
from according.read.source import CHUNK, Source, printable, spool
from according.settings import Settings

BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a record."""
OUR_OWN = (".according", *(f".according{ending}" for ending in BESIDE))
"""Endings of record files, which may lie among the news."""
EXPORTED = {"documents.jsonl", "articles.jsonl"}
"""A folder that holds both is one that we exported to."""

_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")
SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def find(
    paths: Iterable[str], settings: Settings, *, stdin: BinaryIO, record: str | os.PathLike[str] | None = None
) -> Iterator[Source | Notice]:
    """Yield what `paths` name, one open source at a time; each is closed when the next is asked for.

    A path is a file, a folder (read recursively in order of names, without hidden files), a pattern (`*`, `?`, `[…]`,
    `**`), `-` for standard input, or an http(s) address. What cannot be read is a notice. Left out are the file
    `record` that is written to, and in folders the files of our exports.
    """
    real = os.path.realpath(record) if record is not None else ""
    own = frozenset(real + ending for ending in ("", *BESIDE))
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin, settings)
        elif re.match("https?://", path, re.I):
            yield from fetch(path, settings)
        elif _ADDRESS.match(path):
            message = "Only http and https addresses can be fetched. Save it and give the path."
            yield Notice(uri(path), "unsupported", message, lost=True)
        elif glob.has_magic(path) and not os.path.lexists(path):
            yield from _matches(path, own)
        else:
            yield from _path(path, own)


def _standard_input(stdin: BinaryIO, settings: Settings) -> Iterator[Source | Notice]:
    """Copy standard input, which cannot be read twice, to a temporary file."""
    with spool() as copy:
        while piece := stdin.read(CHUNK):
            copy.write(piece)
            if copy.tell() > settings.archive_bytes:
                message = f"More than {settings.archive_bytes:,} bytes came in. Save it and give the path."
                yield Notice("-", "too-large", message, lost=True)
                return
        size = copy.tell()
        copy.seek(0)
        yield Source("-", copy, size)


def _matches(pattern: str, own: frozenset[str]) -> Iterator[Source | Notice]:
    """Yield what a pattern matches; folders among the matches stand for what is in them."""
    found = sorted({PurePath(match) for match in glob.iglob(pattern, recursive=True)})  # noqa: PTH207
    folders = {path for path in found if os.path.isdir(path)}  # noqa: PTH112 - as in `_path`
    paths = [path for path in found if folders.isdisjoint(path.parents)]
    if not paths:
        message = "Nothing matches this pattern. Hidden files have to be named."
        yield Notice(uri(pattern), "unreadable", message, lost=True)
    for path in paths:
        yield from _path(str(path), own)


def _path(path: str, own: frozenset[str]) -> Iterator[Source | Notice]:
    # os.path instead of Path, here and below: it answers False where Path raises (a name that is too long, a NUL, a
    # folder that may not be searched), and 100,000 waiting names as strings take a third of the memory.
    if not os.path.isdir(path):  # noqa: PTH112
        yield from _file(path, own)
        return
    empty = True
    for item in _folder(path, own):
        empty = False
        yield item
    if empty:
        yield Notice(uri(path), "empty", "There is no file to read in this folder.", lost=True)


def _folder(top: str, own: frozenset[str]) -> Iterator[Source | Notice]:
    """Walk a folder in order of names. A folder that links lead to again is entered once."""
    entered: set[str] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path != top and not os.path.isdir(path):  # noqa: PTH112
            yield from _file(path, own)
            continue
        real = os.path.realpath(path)
        if real in entered:
            continue
        entered.add(real)
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            yield _unreadable(path, error)
            continue
        # Only the files of an export: what else lies in its folder may be news.
        skipped = (*OUR_OWN, ".jsonl") if EXPORTED.issubset(names) else OUR_OWN
        waiting.extend(
            os.path.join(path, name)  # noqa: PTH118
            for name in reversed(names)
            if not name.startswith(".") and not name.endswith(skipped)
        )


def _file(path: str, own: frozenset[str]) -> Iterator[Source | Notice]:
    try:
        if os.path.realpath(path) in own:
            return
        mode = os.stat(path).st_mode  # noqa: PTH116
        special = next((name for test, name in SPECIAL if test(mode)), None)
        if special:  # opening one can wait for ever
            message = f"This is {special}, not a file. What a program writes is read with `-`."
            yield Notice(uri(path), "unsupported", message, lost=True)
            return
        stream = open(path, "rb")  # noqa: PTH123, SIM115 - closed below, after the consumer is done
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        yield _unreadable(path, error)
        return
    with stream:
        yield Source(uri(path), stream, os.fstat(stream.fileno()).st_size)


def _unreadable(path: str, error: OSError | ValueError) -> Notice:
    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH110, PTH114
        reason = "it is a link that leads nowhere"
    else:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Notice(uri(path), "unreadable", f"It cannot be read: {reason}.", lost=True)


def uri(path: str) -> str:
    """Return the uri of what the user typed: what notices about it are kept under."""
    return printable(path if _ADDRESS.match(path) else PurePath(path).as_posix())
