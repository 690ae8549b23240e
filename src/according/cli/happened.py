"""The verbs that ask for what happened: events, their chronology, and the codebook that they are told by."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from according.cli import claims, options, render
from according.cli import events as event_view
from according.cli.asking import NOTHING, show
from according.cli.printable import json_line
from according.model import Root, Status
from according.record import Record
from according.record.code import code as look_up
from according.views import objects

_ROOT = click.Choice(get_args(Root), case_sensitive=False)
_STATUS = click.Choice(get_args(Status))
_SURE = click.option(
    "--sure",
    type=click.FloatRange(0, 1),
    default=0.2,
    show_default=True,
    help="Only what is at least as sure, 0 to 1; 0 lists also what nobody is named with.",
)
_CHRONICLE: tuple[Status, ...] = ("happened", "ongoing", "planned")
"""What a chronology shows unasked: what took place, takes place or is to."""


@click.command()
@click.option("--root", type=_ROOT, help="Only events of this kind; `according code ROOT` says what it is.")
@click.option("--by", metavar="WHO", help="Only what this one does: a name, or a word such as protesters.")
@click.option("--to", metavar="WHO", help="Only what is done to this one.")
@click.option("--status", type=_STATUS, help="Only events of this status.")
@click.option("--since", metavar="DATE", help="Only what reaches to this day, month or year or beyond it.")
@click.option("--until", metavar="DATE", help="Only what begins on or before it.")
@_SURE
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def events(
    root: str | None,
    by: str | None,
    to: str | None,
    status: str | None,
    since: str | None,
    until: str | None,
    sure: float,
    limit: int | None,
    record_path: Path,
    as_json: bool,
) -> None:
    """List who did what to whom.

    Every event as its article tells it, with its kind (PLOVER) and whether it happened. An event that names no day
    counts by when its article was published.
    """
    with Record.open(record_path) as record:
        rows = record.events(
            root=cast("Root | None", root),
            by=by,
            to=to,
            status=cast("Status | None", status),
            since=since,
            until=until,
            sure=sure,
            limit=limit,
        )
        show(record, rows, event_view.events, as_json)


@click.command()
@click.option("--root", type=_ROOT, help="Only happenings of this kind.")
@click.option("--by", metavar="WHO", help="Only what this one does.")
@click.option("--to", metavar="WHO", help="Only what is done to this one.")
@click.option(
    "--status",
    "statuses",
    type=_STATUS,
    multiple=True,
    default=_CHRONICLE,
    show_default=True,
    help="Only happenings of this status; may be given several times.",
)
@click.option("--since", metavar="DATE", help="Only what reaches to this day, month or year or beyond it.")
@click.option("--until", metavar="DATE", help="Only what begins on or before it.")
@_SURE
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@click.option("--dates", is_flag=True, help="List the days that articles name instead, with their sentences.")
@options.record_option
@options.json_option
def timeline(
    root: str | None,
    by: str | None,
    to: str | None,
    statuses: tuple[Status, ...],
    since: str | None,
    until: str | None,
    sure: float,
    limit: int | None,
    dates: bool,
    record_path: Path,
    as_json: bool,
) -> None:
    """List what took place, first day first, with its sources.

    Events that articles tell of are one happening when kind, participants, time and place agree. With --dates, every
    day that an article names. Dates are EDTF: 2021-01-15, 2021-01, 2020-09-27/2020-11-10.
    """
    if dates and (root or by or to or statuses != _CHRONICLE):
        raise click.UsageError("--dates lists days, which have no --root, --by, --to or --status.")
    with Record.open(record_path) as record:
        if dates:
            rows = record.timeline(since=since, until=until, limit=limit)
            show(record, rows, claims.timeline, as_json)
            return
        found = record.happenings(
            root=cast("Root | None", root),
            by=by,
            to=to,
            statuses=statuses,
            since=since,
            until=until,
            sure=sure,
            limit=limit,
        )
        if as_json:
            for row in found:
                click.echo(json_line(objects.happening(row)))
        elif not event_view.timeline(render.console(), found, statuses):
            filled = record.status().articles > 0
            render.empty(render.console(), NOTHING if filled else render.EMPTY_RECORD)


@click.command()
@click.argument("name", metavar="ROOT|WORD")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="Of the words, such as fr.")
@click.option(
    "--codebook",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="ACCORDING_CODEBOOK",
    show_envvar=True,
    help="Your own words, to be shown beside ours.",
)
@options.json_option
def code(name: str, language: str, codebook: Path | None, as_json: bool) -> None:
    """Print an entry of the codebook: what a kind of event is, and the words that tell of it.

    ROOT is one of PLOVER's sixteen, such as ASSAULT; WORD is a verb or noun as a dictionary has it, and the kinds
    that it tells of are printed. Words of your own go into a file for `according read --codebook` (docs/codebook.md).
    """
    entries = look_up(name, language=language, own=codebook)
    if as_json:
        for entry in entries:
            click.echo(json_line(entry.as_json()))
    else:
        event_view.code(render.console(), entries)
