"""The verbs that ask where accounts differ, and that keep what a person says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from according.cli import claims, options, render
from according.cli.events import sides
from according.cli.printable import json_line, one_line
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
_POSITIONS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

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
@options.record_option
@options.json_option
def differences(
    kind: str | None, story: str | None, series: bool, dismissed: bool, record_path: Path, as_json: bool
) -> None:
    """List where accounts of one thing cannot all be right, the surest first.

    Kinds: figure, denial (one tells, another denies), blame (the same laid at each other's door), date, place, fate (a
    commitment kept or broken). `according accounts` shows the sentences side by side.
    """
    _list(kind, story, series, dismissed, record_path, as_json, _line)


@click.command()
@click.argument("story", required=False, metavar="[STORY]")
@_KIND
@_SERIES
@_ALL
@options.record_option
@options.json_option
def accounts(
    story: str | None, kind: str | None, series: bool, dismissed: bool, record_path: Path, as_json: bool
) -> None:
    """Print the positions side by side: who says what, where, when, in which sentence.

    Of every story, or of one: its id, the beginning of it, or the number of one of its articles.
    """
    _list(kind, story, series, dismissed, record_path, as_json, _whole)


@click.command()
@click.argument("happening", metavar="HAPPENING")
@options.record_option
@options.json_option
def corroboration(happening: str, record_path: Path, as_json: bool) -> None:
    """List who tells of a happening independently: its accounts by the originals that they come from.

    HAPPENING is its id or the beginning of it, or the id of an event; `according timeline --json` has them. Articles
    that copy one another are one original.
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


def _list(
    kind: str | None,
    story: str | None,
    series: bool,
    dismissed: bool,
    record_path: Path,
    as_json: bool,
    shown: Callable[[DiscrepancyRow], Iterator[Text | Padding]],
) -> None:
    with Record.open(record_path) as record:
        rows = list(
            record.differences(
                kind=cast("Difference | None", kind), story=story, series=series, dismissed=dismissed
            )
        )
        filled = record.status().articles > 0
    _show(rows, as_json, filled, shown)


def _show(
    rows: Iterable[DiscrepancyRow],
    as_json: bool,
    filled: bool,
    shown: Callable[[DiscrepancyRow], Iterator[Text | Padding]],
) -> None:
    some = list(rows)
    if as_json:
        for row in some:
            click.echo(json_line(row.as_json()))
        return
    out = render.console()
    if not some:
        render.empty(out, _NONE if filled else render.EMPTY_RECORD)
        return
    for row in some:
        for line in shown(row):
            out.print(line)
    out.print()
    out.print(
        Text(f"{render.plural(len(some), 'difference')}. ", style=_DIM),
        Text("according dismiss ID", style="bold"),
        Text(" and ", style=_DIM),
        Text("confirm ID", style="bold"),
        Text(" keep your verdict.", style=_DIM),
        sep="",
    )


def _head(row: DiscrepancyRow) -> Text:
    found = row.discrepancy
    kind = f"{found.kind}, series" if found.series else found.kind
    line = Text.assemble((found.id[:8], "green"), "  ", (f"{kind:<9}", "yellow"), "  ")
    line.append_text(claims.doubted(one_line(found.about), found.score))
    if found.verdict is not None:
        line.append(f"  {_SAID[found.verdict]}", style=_DIM)
    if found.partly is not None:
        line.append(f"  partly {_SAID[found.partly]}", style=_DIM)
    return line


def _line(row: DiscrepancyRow) -> Iterator[Text | Padding]:
    """Yield what accounts differ in, and what each position says in a few words."""
    yield _head(row)
    told = "  |  ".join("; ".join(dict.fromkeys(map(_says, position))) for position in row.positions)
    yield Padding(Text(told), (0, 0, 0, 10))


def _says(each: AccountRow) -> str:
    """Return who says what; the article itself where nobody is named."""
    return one_line(f"{each.claimant.name or f'article {each.row.number}'}: {each.says.says}")


def _whole(row: DiscrepancyRow) -> Iterator[Text | Padding]:
    """Yield what accounts differ in, and all accounts by position, each with its sentence and where it is from."""
    yield _head(row)
    yield Padding(Text(f"{row.discrepancy.reason} ({row.discrepancy.score:.2f})", style=_DIM), (0, 0, 0, 10))
    for number, position in enumerate(row.positions):
        for each in position:
            letter = _POSITIONS[number] if number < len(_POSITIONS) else str(number + 1)
            line = Text.assemble((f"{letter}  ", "bold cyan"), (_says(each), "bold"))
            yield Padding(line, (0, 0, 0, 4))
            article = each.row.article
            where = (
                f"{each.row.number}", article.outlet or article.agency, article.published, f"original {each.origin[:8]}"
            )  # fmt: skip
            sentence = Text(f"“{one_line(each.sentence)}”")
            sentence.append(f"  {' · '.join(one_line(part) for part in where if part)}", style=_DIM)
            yield Padding(sentence, (0, 0, 0, 7))
    yield Text()


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
            f"{render.plural(len(found.origins), 'original')}, {render.plural(articles, 'article')}",
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
