"""The verbs by which people judge whether two are one; the list of all that they judged, and what is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar, cast, get_args

import click
from rich.table import Table
from rich.text import Text

from according.cli import options, render
from according.cli.printable import json_line, one_line
from according.model import BondKind, Verdict
from according.record import Record
from according.views import Act

_DIM = "dim"
_MINUTE = 16
"""Characters of a time up to its minutes (ISO 8601)."""


_RELATIONS: dict[Verdict, str] = {
    "same": "are the same",
    "different": "are different",
    "unsure": "may be the same or not",
}
Verb = TypeVar("Verb", bound=Callable[..., object])


def _two(verb: Verb) -> Verb:
    """Add both sides of a judgement, and what it is of."""
    of = click.option(
        "--of",
        "kind",
        type=click.Choice(get_args(BondKind)),
        help="Judge articles that copy one origin or tell one story, or events that are one happening, not names.",
    )
    all_of_it = (click.argument("a"), click.argument("b"), of, options.note_option, options.record_option)
    for option in reversed((*all_of_it, options.json_option)):
        verb = option(verb)
    return verb


def _judge(
    verdict: Verdict, a: str, b: str, kind: str | None, note: str | None, record_path: Path, as_json: bool
) -> None:
    with Record.open(record_path) as record:
        if kind is None:
            judged = record.judge(verdict, a, b, note=note)
            said, names = asdict(judged), (judged.first.name, judged.second.name)
        else:
            bonded = record.bond(verdict, cast("BondKind", kind), a.split(","), b.split(","), note=note)
            said, names = asdict(bonded), (bonded.first[0].text or a, bonded.second[0].text or b)
    if as_json:
        click.echo(json_line(said))
        return
    one, other = (one_line(name) for name in names)
    what = f" ({kind})" if kind else ""
    render.console().print(Text(f"Judged: {one} and {other} {_RELATIONS[verdict]}{what}."))


@click.command()
@_two
def same(a: str, b: str, kind: str | None, note: str | None, record_path: Path, as_json: bool) -> None:
    """Judge that two names mean one entity, or that two articles or events are one.

    A and B are names or ids of entities; with `--of story` or `--of origin` numbers or ids of articles, several with
    commas between, or a story's id; with `--of happening` ids of events or happenings. Your judgement is
    kept, holds for what is read later and wins over the machine; a later one on the same pair takes its place.
    """
    _judge("same", a, b, kind, note, record_path, as_json)


@click.command()
@_two
def different(a: str, b: str, kind: str | None, note: str | None, record_path: Path, as_json: bool) -> None:
    """Judge that two names mean two entities, or that two articles or events are two.

    A and B as for `same`; two names of what the machine took for one entity part it. With `--of` none of A is one with
    any of B.
    """
    _judge("different", a, b, kind, note, record_path, as_json)


@click.command()
@_two
def unsure(a: str, b: str, kind: str | None, note: str | None, record_path: Path, as_json: bool) -> None:
    """Say that it cannot be told whether two are one.

    A and B as for `same`. The machine goes by itself then, and does not ask again.
    """
    _judge("unsure", a, b, kind, note, record_path, as_json)


@click.command()
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def judgements(limit: int | None, record_path: Path, as_json: bool) -> None:
    """List what people judged, the latest first.

    Of names and links (`same`, `different`, `unsure`), of differences (`confirm`, `dismiss`) and of findings, which the
    desk corrects: who, when, with which note, what was taken back, and what has no effect any more.
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
        if act.void:
            about = Text("without effect: ", style="yellow").append_text(about)
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
