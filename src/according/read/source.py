"""What readers read from: a named stream of bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from according.model import Document, Notice
from according.settings import Settings

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A named, seekable stream of `size` bytes that is not decoded yet.

    `uri` is the path as the user gave it (POSIX separators, control and undecodable characters percent-encoded), an
    address, `-`, or for something inside a container `container!/member`. `declared` is the media type that a
    container states for its member (a mail part), None otherwise: a hint, never trusted over the bytes.
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


Reader = Callable[[Source, Settings], Iterator[Document | Source | Notice]]
"""One kind of file: yields the documents in a source, the sources inside it (attachments, archive members), and
notices. A reader never raises for bad input."""
