"""The verbs that ask where accounts differ, and that keep what a person says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from according.cli import claims, options, render
from according.cli.events import sides
from according.cli.printable import json_line, one_line
from according.errors import NotFoundError
from according.record import Record
from according.views import (
    DIFFERENCES,
    AccountRow,
    Corroboration,
    Difference,
    DiscrepancyRow,
    EventRow,
    Ruled,
)

_DIM = "dim"
_NONE = "No accounts differ. `--series` lists what changes with time, `--all` what was dismissed as well."
_SAID: dict[Ruled, str] = {"confirm": "confirmed", "dismiss": "dismissed", "unsure": "left open"}
_ID = re.compile(r"[0-9a-fA-F]{6,64}")
"""The beginning of an id of a difference; of digits alone it may be the number of an article, which goes before."""
_FEW = 3
"""Accounts of a position that a line shows."""
_VALUES: tuple[Difference, ...] = ("figure", "date", "place")
"""What is compared at a glance, and shown beside its sentence."""
_POSITIONS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_LIMIT = click.option("--limit", type=options.LIMIT, help="At most this many.")
_KIND = click.option("--kind", type=click.Choice(DIFFERENCES), help="Only what differs in this.")
_SERIES = click.option(
    "--series", is_flag=True, help="Also what changes with time: tolls that rise, forecasts and outcomes."
)
_ALL = click.option("--all", "dismissed", is_flag=True, help="Also what was dismissed.")


@click.command()
@_KIND
@click.option("--story", metavar="ID", help="Only in articles of this story.")
@_SERIES
@_ALL
@_LIMIT
@options.record_option
@options.json_option
def differences(
    kind: str | None,
    story: str | None,
    series: bool,
    dismissed: bool,
    limit: int | None,
    record_path: Path,
    as_json: bool,
) -> None:
    """List where accounts of one thing cannot all be right, the surest first.

    Kinds: figure, denial (one tells, another denies), blame (the same laid at each other's door), date, place, fate (a
    commitment kept or broken). `according accounts` shows the sentences side by side.
    """
    asked = _Asked(cast("Difference | None", kind), story, series, dismissed, limit)
    with Record.open(record_path) as record:
        _show(record, asked.rows(record), as_json, _line)


@click.command()
@click.argument("story", required=False, metavar="[STORY]")
@_KIND
@_SERIES
@_ALL
@_LIMIT
@options.record_option
@options.json_option
def accounts(
    story: str | None,
    kind: str | None,
    series: bool,
    dismissed: bool,
    limit: int | None,
    record_path: Path,
    as_json: bool,
) -> None:
    """Print the positions side by side: who says what, where, when, in which sentence.

    Of every story, or of one: its id, the beginning of it, or the number of one of its articles. Or of one difference,
    by the id that `according differences` prints.
    """
    asked = _Asked(cast("Difference | None", kind), story, series, dismissed, limit)
    with Record.open(record_path) as record:
        one = None if story is None else _difference(record, story)
        _show(record, asked.rows(record) if one is None else [one], as_json, _whole)


def _difference(record: Record, name: str) -> DiscrepancyRow | None:
    """Return the difference that a name is the id of, or enough of it to mean nothing else."""
    if not _ID.fullmatch(name) or _is_number(record, name):
        return None
    try:
        return record.difference(name)
    except NotFoundError:
        return None


def _is_number(record: Record, name: str) -> bool:
    try:
        return name.isdecimal() and record.article(name).number == int(name)
    except NotFoundError:
        return False


@click.command()
@click.argument("happening", metavar="HAPPENING")
@options.record_option
@options.json_option
def corroboration(happening: str, record_path: Path, as_json: bool) -> None:
    """List who tells of a happening independently: its accounts by the originals that they come from.

    HAPPENING is its id or the beginning of it, or the id of an event; `according timeline --json` has them. Articles
    that copy one another are one original, and originals that cite one ministry one voice: its own.
    """
    with Record.open(record_path) as record:
        found = record.corroboration(happening)
    if as_json:
        click.echo(json_line(found.as_json()))
    else:
        _corroborated(render.console(), found)


@click.command()
@click.argument("id", metavar="ID")
@options.note_option
@options.record_option
@options.json_option
def dismiss(id: str, note: str | None, record_path: Path, as_json: bool) -> None:
    """Say that a difference is none: it is no longer listed.

    ID is that of the difference, or the beginning of it. The verdict is kept when articles are read again or further
    accounts join; a later one takes its place. It is on the positions that you saw: when another one comes up, the
    difference is listed again.
    """
    _rule("dismiss", id, note, record_path, as_json)


@click.command()
@click.argument("id", metavar="ID")
@options.note_option
@options.record_option
@options.json_option
def confirm(id: str, note: str | None, record_path: Path, as_json: bool) -> None:
    """Say that a difference is one; kept as `dismiss` is."""
    _rule("confirm", id, note, record_path, as_json)


def _rule(verdict: Ruled, id: str, note: str | None, record_path: Path, as_json: bool) -> None:
    with Record.open(record_path) as record:
        ruling = record.rule(verdict, id, note=note)
        row = record.difference(id)
    if as_json:
        click.echo(json_line({"id": ruling.id, "verdict": verdict, "discrepancy": row.as_json()}))
    else:
        line = Text.assemble(f"{_SAID[verdict].capitalize()}: ", (row.discrepancy.id[:8], "green"), "  ")
        render.console().print(line.append(one_line(row.discrepancy.about), style="bold"))


@dataclass(frozen=True)
class _Asked:
    """Which differences are asked for."""

    kind: Difference | None
    story: str | None
    series: bool
    dismissed: bool
    limit: int | None

    def rows(self, record: Record) -> Iterator[DiscrepancyRow]:
        """Yield them, the surest first."""
        found = record.differences(
            kind=self.kind, story=self.story, series=self.series, dismissed=self.dismissed
        )
        return islice(found, self.limit)


def _show(
    record: Record, rows: Iterable[DiscrepancyRow], as_json: bool, shown: Callable[[DiscrepancyRow], Table]
) -> None:
    count = 0
    out = render.console()
    for row in rows:
        count += 1
        if as_json:
            click.echo(json_line(row.as_json()))
        else:
            out.print(shown(row))
    if as_json:
        return
    if not count:
        render.empty(out, _NONE if record.status().articles > 0 else render.EMPTY_RECORD)
        return
    out.print(
        Text(f"{render.plural(count, 'difference')}. ", style=_DIM),
        Text("according dismiss ID", style="bold"),
        Text(" and ", style=_DIM),
        Text("confirm ID", style="bold"),
        Text(" keep your verdict.", style=_DIM),
        sep="",
    )


def _table(row: DiscrepancyRow) -> Table:
    """Return a table that begins with what accounts differ in; whatever is longer than a line stays in its column."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=8)
    table.add_column(overflow="fold")
    found = row.discrepancy
    line = Text.assemble((f"{found.kind}, series" if found.series else found.kind, "yellow"), "  ")
    line.append_text(claims.doubted(one_line(found.about), found.score))
    if found.verdict is not None:
        line.append(f"  {_SAID[found.verdict]}", style=_DIM)
    if found.partly is not None:
        line.append(f"  partly {_SAID[found.partly]}", style=_DIM)
    table.add_row(Text(found.id[:8], style="green"), line)
    return table


def _letter(number: int) -> Text:
    name = _POSITIONS[number] if number < len(_POSITIONS) else str(number + 1)
    return Text(name, style="bold cyan", justify="right")


def _line(row: DiscrepancyRow) -> Table:
    """Return what accounts differ in, and what each position says in a few words."""
    table = _table(row)
    for number, position in enumerate(row.positions):
        told = list(dict.fromkeys(map(_says, position)))
        line = Text("; ".join(told[:_FEW]))
        if len(told) > _FEW:
            line.append(f"; and {len(told) - _FEW} more", style=_DIM)
        table.add_row(_letter(number), line)
    table.add_row("", "")
    return table


def _says(each: AccountRow) -> str:
    """Return who says what; the article itself where nobody is named."""
    return one_line(f"{_who(each)}: {each.says.says}")


def _who(each: AccountRow) -> str:
    return each.claimant.name or f"article {each.row.number}"


def _whole(row: DiscrepancyRow) -> Table:
    """Return what accounts differ in, and all accounts by position, each with its sentence and where it is from."""
    table = _table(row)
    table.add_row("", Text(f"{row.discrepancy.reason} ({row.discrepancy.score:.2f})", style=_DIM))
    for number, position in enumerate(row.positions):
        for at, each in enumerate(position):
            sentence, says = Text(f"“{one_line(each.sentence)}”"), one_line(each.says.says)
            # What is said in so many words stands in the sentence; anything else comes to it.
            if says in sentence.plain and row.discrepancy.kind not in _VALUES:
                who = Text(one_line(_who(each)), style="bold")
            else:
                who = Text(_says(each), style="bold")
            sentence.highlight_words([says], style="bold")
            article = each.row.article
            where = (
                f"{each.row.number}", article.outlet or article.agency, article.published, f"original {each.origin[:8]}"
            )  # fmt: skip
            table.add_row(_letter(number) if at == 0 else "", who)
            table.add_row("", sentence)
            table.add_row("", Text(" · ".join(one_line(part) for part in where if part), style=_DIM))
    table.add_row("", "")
    return table


def _corroborated(out: Console, found: Corroboration) -> None:
    row = found.row
    happening = row.happening
    head = Text.assemble(
        (one_line(happening.date or happening.told or "no day"), "cyan"), "  ", happening.root, "  "
    )
    out.print(head.append(sides(row.source, row.target), style="bold"))
    articles = len({each.row.article.id for _, some in found.origins for each in some})
    out.print(
        Text(
            f"{render.plural(len(found.origins), 'original')}, {render.plural(articles, 'article')}"
            + ("" if happening.voices is None else f", {render.plural(happening.voices, 'voice')}"),
            style=_DIM,
        )
    )
    _originals(out, found.origins)
    if found.others:
        out.print(Text("Denied or not told as fact, which corroborates nothing:", style=_DIM))
        _originals(out, found.others)


def _originals(out: Console, some: Iterable[tuple[str, Iterable[EventRow]]]) -> None:
    for origin, accounts in some:
        out.print(Text.assemble(("original ", _DIM), (origin[:8], "green")))
        for each in accounts:
            out.print(Padding(_account(each), (0, 0, 0, 4)))


def _account(each: EventRow) -> Text:
    article = each.row.article
    line = Text(f"“{one_line(each.sentence)}”")
    parts = (
        f"{each.row.number}",
        article.outlet or article.agency,
        article.published,
        None if each.reporter.name is None else f"says {each.reporter.name}",
        None if each.event.status == "happened" else each.event.status,
    )
    return line.append(f"  {' · '.join(one_line(part) for part in parts if part)}", style=_DIM)
