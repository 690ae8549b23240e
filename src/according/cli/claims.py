"""Statements, figures and dates on a terminal: lists with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from according.cli.printable import one_line
from according.cli.render import plural
from according.model import Date, Figure, Qualifier
from according.views import ArticleRow, FigureRow, StatementRow, TimelineEntry, Who

_DIM = "dim"
_CHUNK = 200
_DOUBTFUL = 0.6
"""Confidence below which a finding carries a question mark."""
_SIGNS: dict[Qualifier, str] = {
    "exact": "",
    "about": "≈ ",
    "at least": "≥ ",
    "at most": "≤ ",
    "more than": "> ",
    "less than": "< ",
    "forecast": "forecast ",
}

Row = TypeVar("Row", StatementRow, FigureRow, TimelineEntry)


def measure(figure: Figure) -> str:
    """Return a figure on one line: "> 13 percent", "1–3 m"."""
    ends = [_number(end) for end in (figure.low, figure.high) if end is not None]
    number = _number(figure.value) if figure.value is not None else "–".join(ends)
    return f"{_SIGNS[figure.qualifier]}{number} {figure.unit or ''}".rstrip()


def moment(date: Date) -> str:
    """Return a date with its time of day as people read it: "2020-11-10 00:00+03:00", "open"."""
    return " ".join(filter(None, (date.value or "open", date.time)))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"


def statements(out: Console, rows: Iterable[StatementRow]) -> int:
    """Print who says what; return how many statements there were."""

    def cells(each: StatementRow) -> tuple[Text, ...]:
        statement = each.statement
        said = one_line(statement.text)
        said = f"“{said}”" if statement.kind == "direct" else said
        manner = (
            statement.manner
            if statement.certainty == "certain"
            else f"{statement.manner} ({statement.certainty})"
        )
        to = f" → {one_line(each.addressee.name)}" if each.addressee.name else ""
        via = f" via {one_line(each.via.name)}" if each.via.name is not None else ""
        who = Text.assemble(_who(each.speaker), (via, _DIM))
        return who, Text(manner + to), _doubted(said, statement.confidence)

    return _table(out, rows, (("Who", 26), ("How", 12), ("What", None)), cells, "statement")


def figures(out: Console, rows: Iterable[FigureRow]) -> int:
    """Print figures; return how many there were."""

    def cells(each: FigureRow) -> tuple[Text, ...]:
        figure = each.figure
        where = [value for value in (each.place.name, figure.date) if value]
        of = one_line(figure.what or figure.text) + (f" ({one_line(', '.join(where))})" if where else "")
        return (
            Text(measure(figure), style="cyan"),
            _doubted(of, figure.confidence),
            _who(each.claimant, nobody=""),
        )

    return _table(out, rows, (("Figure", 24), ("Of", None), ("According to", 26)), cells, "figure")


def timeline(out: Console, rows: Iterable[TimelineEntry]) -> int:
    """Print dates in their order; return how many there were."""

    def cells(each: TimelineEntry) -> tuple[Text, ...]:
        sentence = _doubted(one_line(each.sentence), each.date.confidence)
        return Text(moment(each.date), style="bold"), sentence, _who(each.speaker, nobody="")

    return _table(out, rows, (("When", 22), ("What", None), ("According to", 26)), cells, "date")


def _table(
    out: Console,
    rows: Iterable[Row],
    columns: tuple[tuple[str, int | None], ...],
    cells: Callable[[Row], tuple[Text, ...]],
    noun: str,
) -> int:
    """Print rows under their article's number, day and outlet, some at a time so that long lists stream."""
    count = 0
    rest = iter(rows)
    while some := list(islice(rest, _CHUNK)):
        table = Table(
            box=None, show_header=count == 0, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False
        )
        table.add_column("No.", justify="right", width=6, style="green")
        table.add_column("Published", width=11)
        table.add_column("Outlet", width=14, no_wrap=True, overflow="ellipsis", style=_DIM)
        for name, width in columns:
            table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
        for each in some:
            table.add_row(*_source(each.row), *cells(each))
        out.print(table)
        count += len(some)
    if count:
        out.print()
        out.print(
            Text(
                f"{plural(count, noun)}, each as its source has it. ? doubtful, ~ inferred date. ", style=_DIM
            ),
            Text("according show NUMBER", style="bold"),
            Text(" opens the article.", style=_DIM),
            sep="",
        )
    return count


def _source(row: ArticleRow) -> tuple[str, str, str]:
    article = row.article
    inferred = "~" if article.published_basis == "inferred" else ""
    outlet = one_line(article.outlet or article.agency or "")
    return str(row.number), one_line(article.published or "") + inferred, outlet


def _who(who: Who, nobody: str = "unknown") -> Text:
    if who.name is None:
        return Text(nobody, style=_DIM)
    return Text(one_line(who.name), style="bold" if who.entity else "")


def _doubted(text: str, confidence: float) -> Text:
    return Text(text) if confidence >= _DOUBTFUL else Text.assemble(text, (" ?", "yellow"))
