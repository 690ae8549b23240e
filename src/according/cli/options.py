"""Options that verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

DEFAULT_RECORD = "record.according"
LIMIT = click.IntRange(min=1, max=2**31 - 1)

Verb = TypeVar("Verb", bound=Callable[..., object])


def _named(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    if value == Path():  # what an empty name becomes
        raise click.BadParameter("the name is empty. Name a file.")
    return value


def record_option(verb: Verb) -> Verb:
    """Add `--record`."""
    return click.option(
        "--record",
        "record_path",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_named,
        envvar="ACCORDING_RECORD",
        default=DEFAULT_RECORD,
        show_default=True,
        show_envvar=True,
        help="The record file.",
    )(verb)


def json_option(verb: Verb) -> Verb:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")(verb)


def note_option(verb: Verb) -> Verb:
    """Add `--note`: what a person has to say about what she judges."""
    return click.option("--note", metavar="TEXT", help="What there is to say about it; kept with it.")(verb)


def since_until(verb: Verb) -> Verb:
    """Add `--since` and `--until`: when the articles were published."""
    until = click.option("--until", metavar="DATE", help="Only from articles published on or before it.")
    since = click.option(
        "--since", metavar="DATE", help="Only from articles published on or after this day, month or year."
    )
    return since(until(verb))


def columns(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Read `--map`: pairs of a field and a column. Raises BadParameter for anything else."""
    pairs = [pair.partition("=") for mapping in value for pair in mapping.split(",")]
    for field, equals, column in pairs:
        if not (field and equals and column):
            raise click.BadParameter(
                "give FIELD=COLUMN pairs with commas between them, such as text=body,date=published"
            )
    return tuple((field.strip(), column.strip()) for field, _, column in pairs)


def token() -> str | None:
    """Return the token that the user has set. No option: other users of a machine see what a command is given."""
    return os.environ.get("ACCORDING_TOKEN") or None
