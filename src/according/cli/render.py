"""Views as tables and sentences on a terminal, readable in a pipe as well."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from according.cli.printable import one_line, printable
from according.model import Document, Kind, Line, Notice
from according.views import ArticleRow, Hit, ReadReport, Status

EMPTY_RECORD = "The record is empty: according read PATH…"
_PIPED_WIDTH = 120
_CHUNK = 200
_NAMES_SHOWN = 10
_TITLE_GAP = 4  # white space that may lie between a title and its text
_DIM = "dim"


def console(*, stderr: bool = False) -> Console:
    """Return a console that takes text for text: no markup, no emoji codes, no colours where nobody sees them."""
    stream = sys.stderr if stderr else sys.stdout
    # In a pipe there is no width; the usual guess of 80 would cut what a following program looks for.
    width = None if stream.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False)


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 article", "2,000 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted(count: int, nouns: str) -> str:
    """Return a count with a noun that is given as several: "1 story", "2 stories", "1 article"."""
    one = f"{nouns[:-3]}y" if nouns.endswith("ies") else nouns.removesuffix("s")
    return f"{count:,} {one if count == 1 else nouns}"


def kinds(counts: Iterable[tuple[Kind, int]]) -> str:
    """Return the numbers of entities by kind: "12 persons, 1 organization"."""
    return ", ".join(plural(count, kind) for kind, count in counts)


def empty(out: Console, what: str) -> None:
    """Say that there is nothing to show, and what to do about it."""
    out.print(Text(what, style=_DIM))


def articles(out: Console, rows: Iterable[ArticleRow]) -> int:
    """Print a list of articles under the inputs they come from, and return their number."""
    count = 0
    header = True
    for container, group in groupby(rows, key=lambda row: row.uri.split("!/")[0]):
        if not header:
            out.print()
        out.print(Text(one_line(container), style="bold cyan"))
        # Tables measure all of their rows before they print the first: cut long lists so that they stream.
        for chunk in _chunks(group):
            out.print(_article_table(chunk, header=header))
            header = False
            count += len(chunk)
    return count


def _chunks(rows: Iterable[ArticleRow]) -> Iterator[list[ArticleRow]]:
    rows = iter(rows)
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


def _article_table(rows: Iterable[ArticleRow], *, header: bool) -> Table:
    table = Table(
        box=None, show_header=header, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False
    )
    table.add_column("No.", justify="right", width=6, no_wrap=True, style="green")
    table.add_column("Published", width=11, no_wrap=True)
    table.add_column("Lang", width=6, no_wrap=True)
    table.add_column("Outlet", width=20, no_wrap=True, overflow="ellipsis")
    table.add_column("Title", ratio=1, no_wrap=True, overflow="ellipsis")
    for row in rows:
        article = row.article
        # Every list shows how sure a date is: ~ for one that is inferred.
        published = (article.published or "") + ("~" if article.published_basis == "inferred" else "")
        language = (article.language or "?") + ("*" if article.translated else "")
        outlet = article.outlet or article.agency or ""
        title = Text(one_line(article.title)) if article.title else Text("(no title)", style=_DIM)
        table.add_row(str(row.number), one_line(published), one_line(language), one_line(outlet), title)
    return table


def article_footer(out: Console, count: int) -> None:
    """Explain the signs of the list, on its last line."""
    out.print()
    out.print(
        Text(f"{plural(count, 'article')}. ~ inferred date, * reads as a translation. ", style=_DIM),
        Text("according show NUMBER", style="bold"),
        Text(" opens one.", style=_DIM),
        sep="",
    )


def lines(out: Console, document: Document, labelled: Iterable[Line]) -> None:
    """Print each line of a document with its label, by how much it won, and why."""
    out.print(Text(one_line(document.uri), style="bold cyan"))
    table = Table(box=None, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("", width=1)
    table.add_column("Label", width=9, no_wrap=True)
    table.add_column("Margin", width=6, justify="right", no_wrap=True)
    table.add_column("Line", ratio=3, no_wrap=True, overflow="ellipsis")
    table.add_column("Because", ratio=2, overflow="fold", style=_DIM)
    for line in labelled:
        text = one_line(document.text[line.span.start : line.span.end])
        reasons = ", ".join(map(one_line, line.reasons))
        style = (
            "bold" if line.first else _DIM if line.label in ("noise", "separator", "contents", "end") else ""
        )
        table.add_row(
            "▶" if line.first else "", line.label, f"{line.margin:+.1f}", Text(text, style=style), reasons
        )
    out.print(table)
    out.print()


def hits(out: Console, found: Iterable[Hit]) -> None:
    """Print what a search found: a title line, and the stretch of text with the matched words standing out."""
    for hit in found:
        article = hit.row.article
        parts = (article.outlet or article.agency, article.published, article.language)
        about = one_line(" · ".join(part for part in parts if part))
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", width=6, style="green", no_wrap=True)
        grid.add_column(overflow="fold")
        title = Text.assemble((one_line(article.title or "(no title)"), "bold"), ("  " + about, _DIM))
        grid.add_row(str(hit.row.number), title)
        grid.add_row("", _snippet(hit, marked=out.color_system is None))
        out.print(grid)
        out.print()


def _snippet(hit: Hit, *, marked: bool) -> Text:
    """Return the snippet with its matches in reverse, or between stars where only plain text can be shown."""
    stars = "**" if marked else ""
    article = hit.row.article
    after_title = article.title_span.end if article.title_span else article.span.start
    snippet = Text("… " if hit.span.start > after_title + _TITLE_GAP else "")
    at = 0
    for span in hit.highlights:
        snippet.append(printable(hit.snippet[at : span.start]))
        snippet.append(stars + printable(hit.snippet[span.start : span.end]) + stars, style="bold reverse")
        at = span.end
    snippet.append(printable(hit.snippet[at:]))
    return snippet.append(" …" if hit.span.end < article.span.end else "")


def notices(out: Console, found: Iterable[Notice]) -> int:
    """Print notices and return their number."""
    count = 0
    for count, notice in enumerate(found, start=1):  # noqa: B007 - the number of the last one is the result
        lost = Text("lost   ", style="bold red") if notice.lost else Text("partly ", style="yellow")
        out.print(Text.assemble(lost, one_line(notice.uri), (f"  {notice.kind}", _DIM)))
        table = Table.grid(padding=0)
        table.add_column(width=7)
        table.add_column(overflow="fold")
        table.add_row("", one_line(notice.message))
        out.print(table)
    return count


def status(out: Console, status: Status) -> None:
    """Print a record at a glance."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_DIM, no_wrap=True)
    grid.add_column(overflow="fold")
    undated = status.articles - status.dated
    dates = f"{status.first} to {status.last}" if status.dated else "none"
    grid.add_row("Record", f"{one_line(status.path)} ({_size(status.size)}, SQLite {status.sqlite})")
    grid.add_row("Documents", f"{status.documents:,} ({plural(status.characters, 'character')})")
    grid.add_row("Articles", f"{status.articles:,}")
    grid.add_row("Published", f"{one_line(dates)}; {undated:,} without a date" if status.articles else "—")
    grid.add_row("Languages", _frequent(status.languages))
    grid.add_row("Outlets", _frequent(status.outlets))
    grid.add_row("Named", kinds(status.entities) or "nobody and nothing")
    grid.add_row(
        "Notices",
        f"{status.notices:,}, {status.lost:,} of them for lost inputs" if status.notices else "none",
    )
    out.print(grid)


def _frequent(counts: Iterable[tuple[str | None, int]]) -> str:
    named = [f"{one_line(name) if name else 'unknown'} {count:,}" for name, count in counts]
    more = f", and {len(named) - _NAMES_SHOWN} more" if len(named) > _NAMES_SHOWN else ""
    return ", ".join(named[:_NAMES_SHOWN]) + more or "—"


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def report(out: Console, total: ReadReport, record: str) -> None:
    """Print what a read has come to."""
    unchanged = f" ({total.unchanged:,} unchanged)" if total.unchanged else ""
    out.print(
        Text.assemble(
            f"{plural(total.inputs, 'input')}{unchanged}: ",
            (f"{plural(total.new, 'new document')} with {plural(total.articles, 'article')}", "bold"),
            f", {total.known:,} known already. ",
            (f"{plural(total.notices, 'notice')}, {total.lost:,} lost. ", "yellow") if total.notices else "",
            f"Saved in {one_line(record)}.",
        )
    )
