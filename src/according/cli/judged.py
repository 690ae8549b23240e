"""The verbs for what people judged: the list of it, and what is taken back."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from according.cli import options, render
from according.cli.printable import json_line, one_line
from according.record import Record
from according.views import Act

_DIM = "dim"
_MINUTE = 16
"""Characters of a time up to its minutes (ISO 8601)."""


@click.command()
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def judgements(limit: int | None, record_path: Path, as_json: bool) -> None:
    """List what people judged, the latest first.

    Of names (`same`, `different`), of differences (`confirm`, `dismiss`) and of findings, which the desk corrects: who,
    when, with which note, and what was taken back.
    """
    with Record.open(record_path) as record:
        acts = record.judgements(limit=limit)
    if as_json:
        for act in acts:
            click.echo(json_line(act.as_json()))
    elif acts:
        render.console().print(_table(acts))
    else:
        render.empty(
            render.console(), "Nobody has judged anything. `according serve` opens the desk: see Review."
        )


def _table(acts: list[Act]) -> Table:
    table = Table(box=None, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("Id", width=8, style=_DIM)
    table.add_column("When", width=_MINUTE)
    table.add_column("Who", width=12, no_wrap=True, overflow="ellipsis")
    table.add_column("Says", width=10)
    table.add_column("Of", ratio=1, no_wrap=True, overflow="ellipsis")
    for act in acts:
        about = Text(one_line(act.about))
        if act.note:
            about.append(f"  {one_line(act.note)}", style=_DIM)
        if act.revoked_at is not None:
            about = Text(f"taken back by {one_line(act.revoked_by or '?')}: ", style="yellow").append_text(
                about
            )
        when = act.made_at[:_MINUTE].replace("T", " ")
        table.add_row(act.id[:8], when, one_line(act.author or ""), act.verdict, about)
    return table


@click.command()
@click.argument("id", metavar="ID")
@options.note_option
@options.record_option
@options.json_option
def revoke(id: str, note: str | None, record_path: Path, as_json: bool) -> None:
    """Take back what somebody judged.

    ID is what `according judgements` lists, or the beginning of it. It is as if it had not been said, but stays in the
    list.
    """
    with Record.open(record_path) as record:
        act = record.revoke(id, note=note)
    if as_json:
        click.echo(json_line(act.as_json()))
    else:
        render.console().print(Text("Taken back: ").append(one_line(act.about), style="bold"))


@click.command()
@click.argument("name", required=False)
@options.record_option
@options.json_option
def sign(name: str | None, record_path: Path, as_json: bool) -> None:
    """Say by which name judgements are signed in this record, or set it.

    Until one is set it is that of the system's user.
    """
    with Record.open(record_path) as record:
        signed = record.author() if name is None else record.sign(name)
    if as_json:
        click.echo(json_line({"author": signed}))
    else:
        render.console().print(Text("Signed by ").append(one_line(signed), style="bold"))
