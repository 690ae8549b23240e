"""Archives: .zip and .gz, unpacked one member at a time and never under a name that the archive chose."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from according.model import Document, Notice
from according.read.source import CHUNK, Source, member_uri, spool
from according.settings import MIB, Settings

DIRECTORY_ENTRY = b"PK\x01\x02"
MEMBER = b"PK\x03\x04"
MEMBER_HEADER = struct.Struct("<4s5H3L2H")
"""PKWARE APPNOTE 4.3.7: signature, version, flags, method, time, date, CRC, packed size, size, lengths of name and
extra field."""
ENCRYPTED, SIZE_FOLLOWS = 0x1, 0x8
STORED, DEFLATED = 0, 8
LONGEST_DESCRIPTOR = 24
GZIP = b"\x1f\x8b"

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
)
"""What the standard library raises for a damaged or foreign zip; ValueError also for names that are not UTF-8."""


class TooLargeError(Exception):
    """A member or a directory is over a limit; the message says which."""


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield the members of a zip or gz as sources; a member that cannot be unpacked is a notice of its own."""
    source.stream.seek(0)
    is_gzip = source.stream.read(2) == GZIP
    source.stream.seek(0)
    yield from (_gzip if is_gzip else _zip)(source, settings)


def open_zip(stream: BinaryIO, most_members: int) -> zipfile.ZipFile:
    """Open a zip after counting its directory, which would be loaded whole.

    Raises TooLargeError for more than `most_members`, one of `BROKEN` for a zip that cannot be opened.
    """
    stream.seek(0)
    count, tail = 0, b""
    while piece := stream.read(CHUNK):
        piece = tail + piece
        count += piece.count(DIRECTORY_ENTRY)
        tail = piece[1 - len(DIRECTORY_ENTRY) :]
    if count > most_members:
        raise TooLargeError(
            f"The archive holds more than {most_members:,} members. Unpack it and read the folder."
        )
    return zipfile.ZipFile(stream)


def _zip(source: Source, settings: Settings) -> Iterator[Source | Notice]:
    try:
        archive = open_zip(source.stream, settings.archive_members)
    except TooLargeError as error:
        yield Notice(source.uri, "too-large", str(error), lost=True)
        return
    except BROKEN:
        yield from _salvage(source, settings)
        return
    with archive:
        members = archive.infolist()
        overlapping = _overlapping(members, archive.start_dir)
        left = settings.archive_bytes
        seen: Counter[str] = Counter()
        for index, info in enumerate(members):
            name = _name(info)
            if info.filename.endswith("/") or name.startswith("__MACOSX/") or name.endswith(".DS_Store"):
                continue
            uri = _unique(member_uri(source.uri, name), seen)
            if info.flag_bits & ENCRYPTED:
                yield Notice(
                    uri, "encrypted", "It needs a password. Unpack the archive and read the files.", lost=True
                )
            elif index in overlapping:
                message = "It shares its bytes with another member, as zip bombs do, and was left out."
                yield Notice(uri, "damaged", message, lost=True)
            else:
                for item in _unpack(archive, info, uri, settings, left):
                    left -= item.size if isinstance(item, Source) else 0
                    yield item


def _unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, uri: str, settings: Settings, left: int
) -> Iterator[Source | Notice]:
    """Yield one member as a source, or the notice why not. `left` is how many bytes the archive may still grow."""
    with spool() as target:
        try:
            with archive.open(info) as packed:
                _copy(packed, target, _limit(info.compress_size, settings, left))
        except TooLargeError as error:
            yield Notice(uri, "too-large", str(error), lost=True)
            return
        except (*BROKEN, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # not the member (bz2 data errors have no number) but the disk
            yield Notice(
                uri, "damaged", f"It cannot be unpacked ({error}). Ask for a better copy.", lost=True
            )
            return
        yield _source(uri, target)


def _salvage(source: Source, settings: Settings) -> Iterator[Source | Notice]:
    """Read a zip without its directory, which stands at the end and is what truncation takes first."""
    stream, left, count = source.stream, settings.archive_bytes, 0
    seen: Counter[str] = Counter()
    stream.seek(0)
    while (
        len(header := stream.read(MEMBER_HEADER.size)) == MEMBER_HEADER.size
        and count < settings.archive_members
    ):
        signature, _, flags, method, _, _, _, packed, _, name_length, extra = MEMBER_HEADER.unpack(header)
        name = stream.read(name_length).decode("utf-8", "replace")
        stream.seek(extra, 1)
        if signature != MEMBER or flags & ENCRYPTED:
            break
        with spool() as target:
            try:
                whole = _salvage_member(stream, target, method, flags, packed, settings, left)
            except (TooLargeError, zlib.error):
                break
            if not whole:
                break
            count += 1
            place = stream.tell()
            if not name.endswith("/"):
                inner = _source(_unique(member_uri(source.uri, name), seen), target)
                left -= inner.size
                yield inner
        stream.seek(place)
        if flags & SIZE_FOLLOWS:
            stream.seek(place + max(0, stream.read(LONGEST_DESCRIPTOR + len(MEMBER)).find(MEMBER)))
    message = f"The archive is incomplete: its first members (whole ones: {count}) were read. Ask for a better copy."
    yield Notice(source.uri, "damaged", message, lost=count == 0)


def _salvage_member(
    stream: BinaryIO, target: BinaryIO, method: int, flags: int, packed: int, settings: Settings, left: int
) -> bool:
    """Unpack the member at the stream's place and return whether all of it was there."""
    if method == DEFLATED:
        return _inflate(stream, target, -zlib.MAX_WBITS, _limit(packed, settings, left))
    if method != STORED or flags & SIZE_FOLLOWS:
        return False
    while packed and (piece := stream.read(min(packed, CHUNK))):
        target.write(piece)
        packed -= len(piece)
    return packed == 0


def _gzip(source: Source, settings: Settings) -> Iterator[Source | Notice]:
    name = PurePosixPath(source.uri)
    inner = name.stem if name.suffix.lower() in (".gz", ".gzip") else name.name
    problem = None
    with spool() as target:
        limit = _limit(source.size, settings, settings.archive_bytes)
        try:
            while True:
                if not _inflate(source.stream, target, zlib.MAX_WBITS | 16, limit - target.tell()):
                    problem = "It breaks off"
                    break
                more = source.stream.read(2)
                if more != GZIP:  # the end, or padding as tapes have it
                    break
                source.stream.seek(-2, 1)
        except TooLargeError as error:
            yield Notice(source.uri, "too-large", str(error), lost=True)
            return
        except zlib.error as error:
            problem = f"It is broken ({error})"
        size = target.tell()
        if size or not problem:
            yield _source(member_uri(source.uri, inner), target)
    if problem:
        message = f"{problem}: what could be unpacked before was read. Ask for a better copy."
        yield Notice(source.uri, "damaged", message, lost=size == 0)


def _inflate(stream: BinaryIO, target: BinaryIO, window: int, limit: int) -> bool:
    """Inflate one deflate or gzip stream and stop behind it; return False when the bytes end before it does.

    Raises zlib.error when they are broken, after writing what comes before, and TooLargeError.
    """
    inflater = zlib.decompressobj(window)
    while not inflater.eof:
        piece = inflater.unconsumed_tail or stream.read(CHUNK)
        before = inflater.copy()
        try:
            data = inflater.decompress(piece, CHUNK)
        except zlib.error:
            _write(target, _until_error(before, piece), limit)
            raise
        if not piece and not data:
            return False
        limit = _write(target, data, limit)
    stream.seek(-len(inflater.unused_data), 1)
    return True


def _until_error(inflater: zlib._Decompress, piece: bytes) -> bytes:
    """Return what a piece gives byte by byte: an error in its last byte loses all of it otherwise."""
    data = b""
    for place in range(len(piece)):
        try:
            data += inflater.decompress(piece[place : place + 1])
        except zlib.error:
            break
        if len(data) > CHUNK:
            break
    return data


def _copy(packed: IO[bytes], target: BinaryIO, limit: int) -> None:
    while data := packed.read(CHUNK):
        limit = _write(target, data, limit)


def _write(target: BinaryIO, data: bytes, limit: int) -> int:
    """Write what was unpacked and return the rest of the limit. Raises TooLargeError at its end."""
    if len(data) > limit:
        raise TooLargeError(
            "It unpacks to more than the limits allow, as zip bombs do. Unpack it and read the files."
        )
    target.write(data)
    return limit - len(data)


def _limit(packed: int, settings: Settings, left: int) -> int:
    """Return to how many bytes `packed` bytes may grow."""
    return min(left, max(MIB, packed * settings.archive_ratio))


def _source(uri: str, target: BinaryIO) -> Source:
    size = target.tell()
    target.seek(0)
    return Source(uri, target, size)


def _overlapping(members: list[zipfile.ZipInfo], end: int) -> set[int]:
    """Return which members share bytes with the next one or with the directory at `end` (Fifield 2019)."""
    order = sorted(range(len(members)), key=lambda index: members[index].header_offset)
    starts = [members[index].header_offset for index in order] + [end]
    return {
        index
        for index, (start, following) in zip(order, pairwise(starts), strict=True)
        if start + MEMBER_HEADER.size + members[index].compress_size > following
    }


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name: many programs write UTF-8 without the flag that says so."""
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _unique(uri: str, seen: Counter[str]) -> str:
    """Tell members of the same name apart by a number before the ending, which says what they are."""
    seen[uri] += 1
    if seen[uri] == 1:
        return uri
    folder, slash, name = uri.rpartition("/")
    path = PurePosixPath(name)
    return f"{folder}{slash}{path.stem} ({seen[uri]}){path.suffix}"
