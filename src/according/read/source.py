"""What readers read from: a named stream of bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from according.model import Document, Notice
from according.settings import Settings

CHUNK = 1024 * 1024
SPOOL = 4 * CHUNK
"""Members up to this many bytes are unpacked in memory, larger ones to a temporary file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A named, seekable stream of `size` bytes that is not decoded yet.

    `uri` is the path as the user gave it (POSIX separators, control and undecodable characters percent-encoded), an
    address, `-`, or for something inside a container `container!/member`. `declared` is the media type that a
    container states for its member (a mail part), parameters included, None otherwise: a hint, never trusted over
    the bytes. Whoever yields a source closes its stream when asked for the next one.
    """

    uri: str
    stream: BinaryIO
    size: int
    declared: str | None = None

    def sha256(self) -> str:
        """Return the hash of all bytes, read in pieces; leaves the stream at its start."""
        digest = hashlib.sha256()
        self.stream.seek(0)
        while piece := self.stream.read(CHUNK):
            digest.update(piece)
        self.stream.seek(0)
        return digest.hexdigest()

    @property
    def ending(self) -> str:
        """The name's ending in lower case with its dot (`.csv`), empty when it has none."""
        name = self.uri.rpartition("!/")[2]
        if name == self.uri and re.match("https?://", name):
            name = urlsplit(name).path
        return PurePosixPath(name).suffix.lower()


Reader = Callable[[Source, Settings], Iterator[Document | Source | Notice]]
"""One kind of file: yields the documents in a source, the sources inside it (attachments, archive members), and
notices. A reader never raises for bad input."""


def spool() -> BinaryIO:
    """Return an empty file for something unpacked: in memory while it is small, on disk above; gone when closed."""
    return cast(BinaryIO, SpooledTemporaryFile(max_size=SPOOL))


def printable(name: str) -> str:
    """Return a name as one printable line of valid UTF-8.

    Control, format and undecodable characters are percent-encoded, and so is a `%` that would read as such a code:
    no two names become the same.
    """
    name = re.sub("%(?=[0-9A-Fa-f]{2})", "%25", name)
    return name if name.isprintable() else "".join(c if c.isprintable() else _percent(c) for c in name)


def _percent(character: str) -> str:
    """Return the bytes of a character as %XX; U+DC80 to U+DCFF are the bytes that a file name could not decode."""
    code = ord(character)
    encoded = (
        bytes([code - 0xDC00]) if 0xDC80 <= code <= 0xDCFF else character.encode("utf-8", "surrogatepass")
    )
    return "".join(f"%{byte:02X}" for byte in encoded)


def member_uri(container: str, name: str) -> str:
    """Return the uri of a member of a container: `container!/name`.

    The name comes from outside: drive letters, leading slashes, `.` and `..` are dropped, and it cannot pretend to
    be a member of a member.
    """
    parts = re.sub("^[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    safe = "/".join(part for part in parts if part not in ("", ".", ".."))
    return f"{container}!/{printable(safe).replace('!/', '%21/') or 'unnamed'}"
