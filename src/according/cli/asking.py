"""The verbs that ask for what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, get_args

import click
from rich.console import Console

from according.cli import claims, options, render, who
from according.cli.printable import json_line
from according.model import Kind
from according.record import Record
from according.views import EventRow, FigureRow, StatementRow, TimelineEntry, objects

Row = TypeVar("Row", StatementRow, FigureRow, EventRow, TimelineEntry)


@click.command()
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Only entities of this kind.")
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def entities(kind: Kind | None, limit: int | None, record_path: Path, as_json: bool) -> None:
    """List who and what is named: persons, organizations, states, places.

    Those in most articles first, each under one name with its others.
    """
    with Record.open(record_path) as record:
        found = record.entities(kind=kind, limit=limit)
        if as_json:
            for each in found:
                click.echo(json_line(each.as_json()))
        elif not who.entities(render.console(), found):
            filled = record.status().articles > 0
            render.empty(render.console(), "Nobody and nothing is named." if filled else render.EMPTY_RECORD)


@click.command()
@click.argument("name")
@options.record_option
@options.json_option
def entity(name: str, record_path: Path, as_json: bool) -> None:
    """Show one entity: spellings, articles, companions, doubts.

    NAME is one of its names in any language, its id or the beginning of its id.
    """
    with Record.open(record_path) as record:
        dossier = record.entity(name)
    if as_json:
        click.echo(json_line(objects.dossier(dossier)))
    else:
        who.dossier(render.console(), dossier)


@click.command()
@click.option("--by", metavar="WHO", help="Only what this one says: a name, or a word such as residents.")
@click.option(
    "--about", metavar="WORD", help="Only what has these words in it, or mentions who is called so."
)
@options.since_until
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def said(
    by: str | None,
    about: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    record_path: Path,
    as_json: bool,
) -> None:
    """List who says what.

    Every statement with its speaker, as the article has it: “in quotation marks” when the words are the speaker's own.
    """
    with Record.open(record_path) as record:
        rows = record.statements(speaker=by, about=about, since=since, until=until, limit=limit)
        show(record, rows, claims.statements, as_json)


@click.command()
@click.option("--of", metavar="WHAT", help="Only those that count this or have this unit: killed, percent.")
@click.option("--by", metavar="WHO", help="Only those that this one gives.")
@options.since_until
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def figures(
    of: str | None,
    by: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    record_path: Path,
    as_json: bool,
) -> None:
    """List figures, and whose they are.

    ≈ about, > more than, ≥ at least, ≤ at most, < less than; a range as 1–3. Where nobody stands, nobody is said to
    give it and the outlet is not known.
    """
    with Record.open(record_path) as record:
        rows = record.figures(of=of, claimant=by, since=since, until=until, limit=limit)
        show(record, rows, claims.figures, as_json)


NOTHING = (
    "Nothing of the kind is found. `according entities` lists who is named and how; words that only describe somebody, "
    "such as residents, can be asked for, too."
)


def show(
    record: Record,
    rows: Iterable[Row],
    printed: Callable[[Console, Iterable[Row]], int],
    as_json: bool,
) -> None:
    """Print what articles say, or that there is nothing of the kind."""
    if as_json:
        for row in rows:
            click.echo(json_line(objects.claim(row)))
    elif not printed(render.console(), rows):
        filled = record.status().articles > 0
        render.empty(render.console(), NOTHING if filled else render.EMPTY_RECORD)
