"""Agreements on a terminal: what was promised in them, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast, get_args

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
from according.views import AgreementRow, ArticleRow, CommitmentRow, ReportRow, Who, objects

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
@click.option("--by", metavar="WHO", help="Only what this one promises, and agreements that it made.")
@click.option("--status", type=click.Choice(get_args(Kept)), help="Only commitments with this outcome.")
@click.option("--since", metavar="DATE", help="Only what reaches to this day, month or year or beyond it.")
@click.option("--until", metavar="DATE", help="Only what begins on or before it.")
@click.option("--limit", type=options.LIMIT, help="At most this many, and as many outside agreements.")
@click.option(
    "--all", "everything", is_flag=True, help="Also agreements that are only mentioned; --json has them."
)
@options.record_option
@options.json_option
def agreements(
    by: str | None,
    status: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    everything: bool,
    record_path: Path,
    as_json: bool,
) -> None:
    """List what was agreed, and what became of it.

    Every agreement with its names, day, parties and mediators; under it who promised what, by when, and what articles
    reported later: done, broken, disputed. What was promised outside any named agreement stands at the end. An
    agreement counts by its day, or by when it was first named; what is promised outside one by when it was told. Left
    out are "the deal" of which nobody tells who made it or what is in it, and what nobody known promised.
    """
    whole = everything or as_json
    with Record.open(record_path) as record:
        found = record.agreements(
            by=by,
            status=cast("Kept | None", status),
            since=since,
            until=until,
            limit=limit if whole else None,  # else counted below, where those only mentioned are left out
        )
        if as_json:
            for each in found:
                click.echo(json_line(objects.agreement(each)))
        elif not show(render.console(), found, everything=everything, limit=limit):
            filled = record.status().articles > 0
            render.empty(render.console(), NOTHING if filled else render.EMPTY_RECORD)


def show(
    out: Console, rows: Iterable[AgreementRow], *, everything: bool = False, limit: int | None = None
) -> int:
    """Print agreements with their commitments; return how many of either there were, printed or not."""
    count = commitments = mentioned = 0
    for each in rows:
        told = [one for one in each.commitments if everything or one.is_told]
        mentioned += len(each.commitments) - len(told)
        if not (everything or each.is_told):
            mentioned += each.id is not None
            continue
        if each.id is not None and count == limit:
            continue
        told = told if each.id is not None else told[:limit]
        _agreement(out, each, told)
        count += each.id is not None
        commitments += len(told)
    if count + commitments:
        shown = f"{render.plural(count, 'agreement')}, {render.plural(commitments, 'commitment')}. "
        out.print(
            Text(shown, style=_DIM),
            Text("according show NUMBER", style="bold"),
            Text(" opens the article.", style=_DIM),
            sep="",
        )
    if mentioned:
        out.print(
            Text(f"{mentioned} more of which little is told: ", style=_DIM),
            Text("according agreements --all", style="bold"),
            sep="",
        )
    return count + commitments + mentioned


def _agreement(out: Console, each: AgreementRow, told: Iterable[CommitmentRow]) -> None:
    """Print an agreement with some of its commitments."""
    out.print(_head(each))
    if detail := _detail(each):
        out.print(Padding(Text(detail, style=_DIM), (0, 0, 0, 2)))
    for commitment in told:
        out.print(Padding(_commitment(commitment), (0, 0, 0, 2)))
        for report in commitment.later:
            out.print(Padding(_report(report), (0, 0, 0, 6)))
    out.print()


def _head(each: AgreementRow) -> Text:
    if each.id is None:
        return Text("Under no agreement that is named", style="bold")
    day = one_line(each.date or "no day")
    return Text.assemble(
        (f"{day}  ", "cyan"), (one_line(each.name or ""), "bold"), (f"  {each.kind or ''}", _DIM)
    )


def _detail(each: AgreementRow) -> str:
    """Return who made an agreement, where, and what else it is called, on one line."""
    others = {one_line(name).casefold(): one_line(name) for name, _ in reversed(each.names)}
    others.pop(one_line(each.name or "").casefold(), None)
    told = (
        ("between", _names(each.parties)),
        ("mediated by", _names(each.mediators)),
        ("at", one_line(each.place.name or "")),
        ("also", "; ".join(list(others.values())[::-1][:_NAMES])),
        ("in", _numbers(each.articles)),
    )
    return " · ".join(f"{label} {value}" for label, value in told if value)


def _numbers(articles: Sequence[ArticleRow]) -> str:
    more = f" and {len(articles) - _NAMES} more" if len(articles) > _NAMES else ""
    return ", ".join(f"{row.number}" for row in articles[:_NAMES]) + more


def _names(some: Iterable[Who]) -> str:
    return ", ".join(one_line(who.name) for who in some if who.name is not None)


def _commitment(each: CommitmentRow) -> Text:
    told = each.commitment
    who = sides(each.by, each.to) if each.to else sides(each.by, ()).removesuffix(" → ?") or "?"
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
