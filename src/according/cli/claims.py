"""Statements, figures and dates on a terminal: lists with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, islice
from typing import TypeVar

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from according.cli.printable import one_line
from according.cli.render import plural
from according.model import Date, Figure, Qualifier
from according.views import ArticleRow, EventRow, FigureRow, StatementRow, TimelineEntry, Who

_DIM = "dim"
_CHUNK = 200
_DOUBTFUL = 0.6
"""Confidence below which a finding carries a question mark."""
_LONGEST = 400
"""Characters of a statement or a sentence in a list."""
_INDENT = 7
_NARROWEST, _WIDEST = 9, 26
"""Columns of what stands beside the words."""
_TABLE = 70
"""Columns of a terminal from which rows are a table: in a narrower one a table breaks within words."""
_SIGNS: dict[Qualifier, str] = {
    "exact": "",
    "about": "≈ ",
    "at least": "≥ ",
    "at most": "≤ ",
    "more than": "> ",
    "less than": "< ",
    "forecast": "forecast ",
}

Row = TypeVar("Row", StatementRow, FigureRow, EventRow)


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
    """Print who says what, article by article; return how many statements there were."""

    def cells(each: StatementRow) -> tuple[Text, ...]:
        statement = each.statement
        said = cut(statement.text)
        said = f"“{said}”" if statement.kind == "direct" else said
        manner = (
            statement.manner
            if statement.certainty == "certain"
            else f"{statement.manner} ({statement.certainty})"
        )
        to = f" → {one_line(each.addressee.name)}" if each.addressee.name else ""
        via = f" via {one_line(each.via.name)}" if each.via.name is not None else ""
        who = Text.assemble(_who(each.speaker), (via, _DIM))
        return who, Text(manner + to), doubted(said, statement.confidence)

    return by_article(out, rows, (("Who", 4), ("How", 7), ("What", 0)), cells, "statement")


def figures(out: Console, rows: Iterable[FigureRow]) -> int:
    """Print figures, article by article; return how many there were."""

    def cells(each: FigureRow) -> tuple[Text, ...]:
        figure = each.figure
        where = [value for value in (each.place.name, figure.date) if value]
        of = one_line(figure.what or figure.text) + (f" ({one_line(', '.join(where))})" if where else "")
        return (
            Text(measure(figure), style="cyan"),
            doubted(of, figure.confidence),
            _who(each.claimant, nobody=""),
        )

    return by_article(out, rows, (("Figure", 4), ("Of", 0), ("According to", 4)), cells, "figure")


def timeline(out: Console, rows: Iterable[TimelineEntry]) -> int:
    """Print dates in their order, each with its article's number and outlet; return how many there were."""
    count = 0
    rest = iter(rows)
    while some := list(islice(rest, _CHUNK)):
        out.print(
            table(out, (("When", 5), ("What", 0), ("According to", 4)), map(_dated, some), heads=count == 0)
        )
        count += len(some)
    _foot(out, count, "date")
    return count


def _dated(each: TimelineEntry) -> tuple[Text, ...]:
    sentence = doubted(cut(each.sentence), each.date.confidence)
    sentence.append(f" · {' '.join(filter(None, source(each.row)))}", style=_DIM)
    return Text(moment(each.date), style="bold"), sentence, _who(each.speaker, nobody="")


def by_article(
    out: Console,
    rows: Iterable[Row],
    columns: Sequence[tuple[str, int]],
    cells: Callable[[Row], tuple[Text, ...]],
    noun: str,
) -> int:
    """Print rows under a line for each article: its number, day, outlet and title."""
    count = 0
    for article, group in groupby(rows, key=lambda each: each.row):
        number, published, outlet = source(article)
        title = Text(cut(article.article.title or ""), style=_DIM)
        head = Text.assemble(
            (f"{number:>5}", "green"), f"  {published}", "  " if published else "", f"{outlet}  "
        )
        out.print(Text.assemble("" if count == 0 else "\n", head, title), no_wrap=True, overflow="ellipsis")
        some = list(group)
        rows_below = table(out, columns, map(cells, some), heads=count == 0)
        out.print(Padding(rows_below, (0, 0, 0, _INDENT if out.width >= _TABLE else 0)))
        count += len(some)
    _foot(out, count, noun)
    return count


def table(
    out: Console, columns: Sequence[tuple[str, int]], rows: Iterable[Iterable[Text]], *, heads: bool
) -> RenderableType:
    """Return rows as a table; in a narrow terminal one below the other, what is long under the rest.

    A column has so large a part of the terminal as its number says, or (0) the rest.
    """
    if out.width < _TABLE:
        return Group(*(part for row in rows for part in _block(columns, row)))
    made = Table(box=None, show_header=heads, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False)
    for name, part in columns:
        width = min(_WIDEST, max(_NARROWEST, out.width // part)) if part else None
        made.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    for row in rows:
        made.add_row(*row)
    return made


def _block(columns: Sequence[tuple[str, int]], row: Iterable[Text]) -> tuple[RenderableType, RenderableType]:
    cells = [(cell, part) for cell, (_, part) in zip(row, columns, strict=True) if cell]
    beside = Text("  ").join(cell for cell, part in cells if part)
    below = Text("  ").join(cell for cell, part in cells if not part)
    return beside, Padding(below, (0, 0, 0, 2))


def _foot(out: Console, count: int, noun: str) -> None:
    if not count:
        return
    legend = f"{plural(count, noun)}, each as its source has it. (?) doubtful, ~ inferred date. "
    out.print()
    out.print(
        Text(legend, style=_DIM),
        Text("according show NUMBER", style="bold"),
        Text(" opens the article.", style=_DIM),
        sep="",
    )


def cut(text: str) -> str:
    """Return a text on one line, its beginning when it is long: `show` and `--json` have the whole."""
    line = one_line(text[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def source(row: ArticleRow) -> tuple[str, str, str]:
    """Return an article's number, its day (~ inferred) and its outlet, each on one line."""
    article = row.article
    inferred = "~" if article.published_basis == "inferred" else ""
    outlet = one_line(article.outlet or article.agency or "")
    return str(row.number), one_line(article.published or "") + inferred, outlet


def _who(who: Who, nobody: str = "unknown") -> Text:
    if who.name is None:
        return Text(nobody, style=_DIM)
    return Text(one_line(who.name), style="bold" if who.entity else "")


def doubted(text: str, confidence: float) -> Text:
    """Return a text, with a question mark behind it when it is doubtful."""
    return Text(text) if confidence >= _DOUBTFUL else Text.assemble(text, (" (?)", "yellow"))
