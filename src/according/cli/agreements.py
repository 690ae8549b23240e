"""Agreements on a terminal: what was promised in them, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from according.cli import claims, options, render
from according.cli.asking import NOTHING
from according.cli.events import sides
from according.cli.printable import json_line, one_line
from according.model import Kept
from according.record import Record
from according.views import AgreementRow, CommitmentRow, ReportRow, Who

_DIM = "dim"
_STYLES: dict[Kept, str] = {
    "reported done": "green",
    "reported broken": "red",
    "disputed": "yellow",
    "unclear": "yellow",
}
_NAMES = 4
"""Further names of an agreement that are shown; `--json` has all."""


@click.command()
@options.record_option
@options.json_option
def agreements(record_path: Path, as_json: bool) -> None:
    """List what was agreed, and what became of it.

    Every agreement with its names, day, parties and mediators; under it who promised what, by when, and what articles
    reported later: done, broken, disputed. What was promised outside any named agreement stands at the end.
    """
    with Record.open(record_path) as record:
        found = record.agreements()
        if as_json:
            for each in found:
                click.echo(json_line(each.as_json()))
        elif not show(render.console(), found):
            filled = record.status().articles > 0
            render.empty(render.console(), NOTHING if filled else render.EMPTY_RECORD)


def show(out: Console, rows: Iterable[AgreementRow]) -> int:
    """Print agreements with their commitments; return how many of either there were."""
    count = commitments = 0
    for each in rows:
        out.print(_head(each))
        if detail := _detail(each):
            out.print(Padding(Text(detail, style=_DIM), (0, 0, 0, 2)))
        for commitment in each.commitments:
            out.print(Padding(_commitment(commitment), (0, 0, 0, 2)))
            for report in commitment.later:
                out.print(Padding(_report(report), (0, 0, 0, 6)))
        out.print()
        count += each.id is not None
        commitments += len(each.commitments)
    if count + commitments:
        told = f"{render.plural(count, 'agreement')}, {render.plural(commitments, 'commitment')}. "
        out.print(
            Text(told, style=_DIM),
            Text("according show NUMBER", style="bold"),
            Text(" opens the article.", style=_DIM),
            sep="",
        )
    return count + commitments


def _head(each: AgreementRow) -> Text:
    if each.id is None:
        return Text("Under no agreement that is named", style="bold")
    day = one_line(each.date or "no day")
    return Text.assemble(
        (f"{day}  ", "cyan"), (one_line(each.name or ""), "bold"), (f"  {each.kind or ''}", _DIM)
    )


def _detail(each: AgreementRow) -> str:
    """Return who made an agreement, where, and what else it is called, on one line."""
    others = [one_line(name) for name, _ in each.names if name != each.name][:_NAMES]
    told = (
        ("between", _names(each.parties)),
        ("mediated by", _names(each.mediators)),
        ("at", one_line(each.place.name or "")),
        ("also", "; ".join(others)),
    )
    return " · ".join(f"{label} {value}" for label, value in told if value)


def _names(some: Iterable[Who]) -> str:
    return ", ".join(one_line(who.name) for who in some if who.name is not None)


def _commitment(each: CommitmentRow) -> Text:
    told = each.commitment
    who = sides(each.by, each.to) if each.to else sides(each.by, ()).removesuffix(" → ?")
    due = f" (due {one_line(told.due or told.due_text or '')})" if told.due or told.due_text else ""
    line = Text.assemble((f"{told.status:<16}", _STYLES.get(told.status, "")), (who, "bold"), ": ")
    line.append_text(claims.doubted(claims.cut(told.what), told.confidence))
    line.append(due)
    line.append(f" · {_source(each.row.number, each.reporter)}", style=_DIM)
    if each.now != told.status:
        line.append(f" → {each.now}", style=_STYLES.get(each.now, ""))
    return line


def _report(each: ReportRow) -> Text:
    told = Text.assemble((f"{each.status}: ", _STYLES.get(each.status, "")), claims.cut(each.sentence))
    told.append(f" · {_source(each.row.number, each.reporter)}", style=_DIM)
    return told


def _source(number: int, reporter: Who) -> str:
    return f"{number}" if reporter.name is None else f"{number}, says {one_line(reporter.name)}"
