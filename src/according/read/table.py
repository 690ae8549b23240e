"""Tables of articles: each row is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from according.model import Document, Given, Notice, Span
from according.read import sniff
from according.read.columns import choose
from according.read.given import edtf_day, language_tag, web_address
from according.read.rows import Row, csv_rows, json_line_rows, json_rows, parquet_rows
from according.read.source import Source, printable
from according.read.text import without_surrogates
from according.settings import Settings

ROWS: dict[str, Callable[[Source, Settings], Iterator[Row | Notice]]] = {
    sniff.CSV: csv_rows,
    sniff.TSV: csv_rows,
    sniff.JSON: json_rows,
    sniff.JSON_LINES: json_line_rows,
    sniff.PARQUET: parquet_rows,
}

FREE = (sniff.JSON, sniff.JSON_LINES)
"""Tables whose rows may have different columns."""
MOST_COLUMNS = 1000
MOST_NOTICES = 100
MOST_SHOWN = 20


@dataclass(slots=True)
class _Numbers:
    """How many rows something is true of, and which are the first."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        self.count += 1
        if len(self.first) < MOST_SHOWN:
            self.first.append(number)

    def __str__(self) -> str:
        return ", ".join(map(str, self.first)) + (
            f" … ({self.count} in all)" if self.count > MOST_SHOWN else ""
        )


@dataclass(slots=True)
class _Tally:
    """What is told once at the end instead of once per row."""

    rows: int = 0
    notices: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    """Name → characters of its longest cell."""
    without_text: _Numbers = field(default_factory=_Numbers)
    wide: _Numbers = field(default_factory=_Numbers)
    read: int = 0

    def see(self, cells: Mapping[str, Any]) -> None:
        """Take notice of the columns of a row."""
        for name, value in cells.items():
            self.columns[name] = max(self.columns.get(name, 0), len(_words(value, ", ")))


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield one document per row of a CSV, TSV, JSON, JSON Lines or Parquet table; memory does not grow with it."""
    kind = sniff.media_type(source)
    mapped = dict(settings.columns)
    tally = _Tally()
    for item in ROWS[kind](source, settings):
        if isinstance(item, Notice):
            tally.notices += 1
            if tally.notices <= MOST_NOTICES:
                yield item
            continue
        tally.rows += 1
        if item.extra:
            tally.wide.add(item.number)
        chosen = choose(item.cells, mapped)
        if tally.rows == 1 or (kind in FREE and len(tally.columns) < MOST_COLUMNS):
            tally.see(item.cells)
        if "text" not in chosen and kind not in FREE:
            break
        yield from _document(item, chosen, kind, source, settings, tally)
    yield from _summary(source, mapped, tally)


def _document(
    row: Row, chosen: Mapping[str, str], kind: str, source: Source, settings: Settings, tally: _Tally
) -> Iterator[Document | Notice]:
    uri = f"{source.uri}!/row-{row.number}"
    cells = {
        name: _words(row.cells[column], "\n\n" if name == "text" else ", ") for name, column in chosen.items()
    }
    text = cells.get("text", "")
    title = " ".join(cells.get("title", "").split())
    if not text.strip():
        tally.without_text.add(row.number)
        return
    if len(text) > settings.document_bytes:
        yield Notice(
            uri, "too-large", f"Row {row.number} is longer than a document may be. Split its text.", lost=True
        )
        return
    if title and title != " ".join(text.lstrip().partition("\n")[0].split()):
        text = f"{title}\n\n{text}"
    given = Given(
        title=title or None,
        outlet=" ".join(cells.get("outlet", "").split()) or None,
        author=" ".join(cells.get("author", "").split()) or None,
        published=edtf_day(cells.get("date", "")),
        url=web_address(cells.get("url", "")),
        language=language_tag(cells.get("language", "")),
    )
    tally.read += 1
    yield Document.make(uri, row.original, kind, "utf-8", text, given, Span(0, len(text)))


def _words(value: Any, joint: str) -> str:
    """Return a cell as text. Lists are joined; of an object its name counts, as in schema.org."""
    if value is None or value != value:  # NaN, which tables hold for nothing
        return ""
    parts = value if isinstance(value, list) else [value]
    named = (part.get("name") if isinstance(part, dict) else part for part in parts)
    return without_surrogates(joint.join(str(part) for part in named if part is not None))


def _summary(source: Source, mapped: Mapping[str, str], tally: _Tally) -> Iterator[Notice]:
    """Yield what there is to say about the table as a whole."""
    if tally.notices > MOST_NOTICES:
        message = f"{tally.notices - MOST_NOTICES} more rows are damaged. Export the table again."
        yield Notice(source.uri, "damaged", message, lost=False)
    if not tally.rows:
        return
    shown = ", ".join(printable(name)[:40] for name in list(tally.columns)[:MOST_SHOWN])
    chosen = choose(tally.columns, mapped)
    if "text" not in chosen:
        longest = max(tally.columns, key=lambda name: tally.columns[name], default="NAME")
        likely = printable(longest)[:40]
        message = (
            f"No column holds the text. The columns are: {shown}. Name it like this: --map 'text={likely}'"
        )
        yield Notice(source.uri, "column", message, lost=True)
        return
    missing = [name for name in mapped if name not in chosen]
    if missing:
        message = f"The columns named for {', '.join(missing)} do not exist. The columns are: {shown}."
        yield Notice(source.uri, "column", message, lost=False)
    if tally.without_text.count:
        message = f"There is no text in row {tally.without_text}."
        yield Notice(source.uri, "empty", message, lost=tally.read == 0)
    if tally.wide.count:
        message = f"There are more cells than columns in row {tally.wide}: text may be cut at a delimiter."
        yield Notice(
            source.uri, "damaged", f"{message} Export the table with quotes around texts.", lost=False
        )
