"""The rows of a table, one at a time: CSV, JSON Lines, JSON and Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from tempfile import NamedTemporaryFile
from typing import Any

import duckdb

from according.model import Notice
from according.read.columns import choose
from according.read.source import CHUNK, Source
from according.read.text import charset, decode, stream_encoding, without_surrogates
from according.settings import Settings

DELIMITERS = ",;\t|"
SEPARATOR = re.compile(r"""["']?sep=([^\w\s"']|\t)["']?\s*""", re.IGNORECASE)
"""The line before the header by which spreadsheets are told the delimiter."""
SAMPLE_LINES = 20
BATCH = 256
MOST_OPEN_QUOTES = 20
"""Behind an open quote the rest of a table is read twice; more of them are not an accident."""
LARGEST_CSV_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (from 1, without the header; in JSON Lines the line's), its cells by the column's name.

    `original` is the line itself in UTF-8 for JSON Lines, otherwise the row as compact JSON with sorted keys. `extra`
    is how many cells lie beyond the last column.
    """

    number: int
    cells: Mapping[str, Any]
    original: bytes
    extra: int = 0


def csv_rows(source: Source, settings: Settings) -> Iterator[Row | Notice]:
    """Yield the rows of a CSV or TSV; the first line names the columns, the delimiter is found out."""
    encoding, doubt = stream_encoding(source.stream)
    if doubt:
        yield Notice(source.uri, "encoding", doubt, lost=False)
    wrapper = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="")
    try:
        lines = _lines(wrapper, settings.document_bytes)
        first = list(islice(lines, SAMPLE_LINES))
        stated = SEPARATOR.fullmatch(first[0]) if first else None
        first = first[1:] if stated else first
        delimiter = stated[1] if stated else _delimiter(first)
        yield from _records(_Feed(first, lines, settings.document_bytes), delimiter, source.uri)
    finally:
        wrapper.detach()


def json_line_rows(source: Source, settings: Settings) -> Iterator[Row | Notice]:
    """Yield the rows of JSON Lines: one object a line."""
    encoding, doubt = stream_encoding(source.stream)
    if doubt:
        yield Notice(source.uri, "encoding", doubt, lost=False)
    wrapper = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="")
    try:
        for number, line in enumerate(_lines(wrapper, settings.document_bytes), 1):
            uri = f"{source.uri}!/row-{number}"
            if len(line) > settings.document_bytes:
                yield _too_long(uri, number)
            elif content := line.strip("\r\n\t \0\x1e"):
                try:
                    cells = json.loads(content)
                except (ValueError, RecursionError) as error:
                    message = (
                        f"Line {number} is not JSON ({error}). Correct the line, or export the table again."
                    )
                    yield Notice(uri, "damaged", message, lost=True)
                    continue
                yield _row(number, cells, uri, content.encode())
    finally:
        wrapper.detach()


def json_rows(source: Source, settings: Settings) -> Iterator[Row | Notice]:
    """Yield the rows of a JSON document: an array of objects, a single object, or an array that an object wraps."""
    decoded = decode(source.stream.read(), charset(source.declared))
    if decoded.notice:
        yield Notice(source.uri, "encoding", decoded.notice, lost=False)
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        message = f"This is not whole JSON ({error}). Export it again; one object a line (.jsonl) is safest."
        yield Notice(source.uri, "damaged", message, lost=True)
        return
    for number, cells in enumerate(_unwrapped(content, dict(settings.columns)), 1):
        yield _row(number, cells, f"{source.uri}!/row-{number}")


def _unwrapped(content: Any, mapped: Mapping[str, str]) -> list[Any]:
    """Return the rows of a JSON document; those of an object without a text are its only list of objects."""
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and "text" not in choose(content, mapped):
        lists = [
            value
            for value in content.values()
            if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
        ]
        if len(lists) == 1:
            return lists[0]
    return [content]


def parquet_rows(source: Source, settings: Settings) -> Iterator[Row | Notice]:
    """Yield the rows of a Parquet file. DuckDB reads a copy and may touch nothing else on this machine."""
    count = 0
    with NamedTemporaryFile(suffix=".parquet") as copy, closing(duckdb.connect(":memory:")) as connection:
        source.stream.seek(0)
        shutil.copyfileobj(source.stream, copy, CHUNK)
        copy.flush()
        path = copy.name.replace("'", "''")
        for setting in (
            "threads = 1",  # the order of rows is the file's
            "memory_limit = '2GB'",
            "temp_directory = ''",
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            f"allowed_paths = ['{path}']",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            connection.execute(f"SET {setting}")
        try:
            connection.execute("SELECT * FROM read_parquet(?)", [copy.name])
            names = [str(column[0]) for column in connection.description or ()]
            while batch := connection.fetchmany(BATCH):
                for values in batch:
                    count += 1
                    yield _row(count, dict(zip(names, values, strict=True)), f"{source.uri}!/row-{count}")
        except duckdb.Error as error:
            reason = str(error).splitlines()[0].replace(copy.name, "the file")
            message = f"It is not a whole Parquet file ({reason}); {count} rows were read. Export it again."
            yield Notice(source.uri, "damaged", message, lost=count == 0)


def _row(number: int, cells: object, uri: str, original: bytes | None = None) -> Row | Notice:
    """Return a row of cells that came as an object; anything else is a notice."""
    if not isinstance(cells, dict):
        message = (
            f"Row {number} is no object with named fields. Export the table with the names of its columns."
        )
        return Notice(uri, "damaged", message, lost=True)
    try:
        return Row(number, cells, _canonical(cells) if original is None else original)
    except (ValueError, RecursionError) as error:
        return Notice(
            uri, "damaged", f"Row {number} cannot be written down ({error}). Flatten it.", lost=True
        )


def _canonical(cells: Mapping[str, Any]) -> bytes:
    text = json.dumps(cells, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return without_surrogates(text).encode()


def _lines(stream: io.TextIOWrapper, limit: int) -> Iterator[str]:
    """Yield lines with their ends; of a line longer than `limit` only the beginning, one character over."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(("\n", "\r")):
            line = stream.readline(limit + 1)
            if len(line) <= limit:
                break


class _Feed(Iterator[str]):
    """Lines for the csv module, which remembers those of the row being read so that they can be read again."""

    def __init__(self, first: list[str], rest: Iterator[str], limit: int) -> None:
        self.again = first[::-1]
        self.rest = rest
        self.limit = limit
        self.start()

    def start(self) -> None:
        """Begin a row."""
        self.used: list[str] = []
        self.size = 0
        self.is_open = False

    def __next__(self) -> str:
        line = self.again.pop() if self.again else next(self.rest, "")
        if not line or self.size > self.limit:
            if line:
                self.again.append(line)
            self.is_open = bool(self.used)  # the row is not at its end, but there is no more
            raise StopIteration
        self.used.append(line)
        self.size += len(line)
        return line

    def skip_line(self) -> None:
        """Go on behind the first line of the row."""
        self.again.extend(reversed(self.used[1:]))


def _records(feed: _Feed, delimiter: str, uri: str) -> Iterator[Row | Notice]:
    csv.field_size_limit(LARGEST_CSV_FIELD)  # the feed has a limit for the whole row
    reader = csv.reader(feed, delimiter=delimiter)
    header: list[str] | None = None
    number = open_quotes = 0
    while True:
        feed.start()
        values = next(reader, None)
        if values is None:
            return
        if not values:
            continue
        if header is None:
            header = [
                name.strip().lstrip("\ufeff") or f"column {place}" for place, name in enumerate(values, 1)
            ]
            continue
        number += 1
        row_uri = f"{uri}!/row-{number}"
        if feed.is_open:
            open_quotes += 1
            # Either the table breaks off in this row, or a stray quote has swallowed the rows that follow.
            swallowed = next(csv.reader(feed.used[1:2], delimiter=delimiter), [])
            if open_quotes <= MOST_OPEN_QUOTES and len(header) == len(swallowed):
                message = f"Row {number} opens a quote that is not closed; reading went on in the next line."
                yield Notice(row_uri, "damaged", message, lost=True)
                feed.skip_line()
                continue
            if feed.size <= feed.limit:
                message = (
                    f"Row {number} opens a quote that is not closed; all that follows was taken for its text."
                )
                yield Notice(row_uri, "damaged", message, lost=False)
        if feed.size > feed.limit:
            yield _too_long(row_uri, number)
            continue
        cells = dict(zip(header, values, strict=False))
        yield Row(number, cells, _canonical(cells), max(0, len(values) - len(header)))


def _too_long(uri: str, number: int) -> Notice:
    return Notice(
        uri, "too-large", f"Row {number} is longer than a document may be. Split its text.", lost=True
    )


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter that gives the most columns of the same number in the first rows."""

    def columns(delimiter: str) -> tuple[int, int]:
        csv.field_size_limit(LARGEST_CSV_FIELD)
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        width = widths[0] if widths else 0
        return (widths.count(width) if width > 1 else 0, width)

    return max(DELIMITERS, key=columns)
