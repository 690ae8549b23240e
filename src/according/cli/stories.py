"""The verbs that ask which articles tell of one piece of news, and who copies whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from according.cli import options, render
from according.cli.printable import json_line, one_line
from according.model import Article
from according.record import Record
from according.views import Borrowed, CopyKind, Member, StoryRow, objects

_DIM = "dim"
_SHOWN = 8
"""Articles of a story that a list shows; `according story ID` has all."""
_COPIES: dict[CopyKind, str] = {
    "original": "",
    "exact": "a copy",
    "near": "a copy, nearly word for word",
    "shortened": "shortened",
    "stitched": "put together from others",
    "translated": "translated",
}


@click.command()
@click.option("--all", "single", is_flag=True, help="Also stories that only one original tells.")
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@options.record_option
@options.json_option
def stories(single: bool, limit: int | None, record_path: Path, as_json: bool) -> None:
    """List stories: articles on one piece of news, in any language.

    Those that most independent originals tell come first: articles that copy one another are one original.
    """
    with Record.open(record_path) as record:
        found = record.stories(single=single, limit=limit)
        if as_json:
            for row in found:
                click.echo(json_line(objects.story(row)))
        elif not _listed(render.console(), found):
            filled = record.status().articles > 0
            advice = (
                "No two articles tell of one piece of news. `according stories --all` lists them one by one."
            )
            render.empty(render.console(), advice if filled else render.EMPTY_RECORD)


@click.command()
@click.argument("name", metavar="ID")
@options.record_option
@options.json_option
def story(name: str, record_path: Path, as_json: bool) -> None:
    """Show one story: its articles, why they belong, who copies whom.

    ID is that of the story, the beginning of it, or the number of one of its articles.
    """
    with Record.open(record_path) as record:
        row = record.story(name)
        texts = {
            each.row.article.id: record.text(each.row.article) for each in row.members if _passages(each)
        }
    if as_json:
        click.echo(json_line(objects.story(row)))
    else:
        _one(render.console(), row, texts)


def _listed(out: Console, rows: Iterable[StoryRow]) -> int:
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the number of the last row is the result
        out.print(_head(row))
        out.print(Padding(_members(row.members[:_SHOWN]), (0, 0, 0, 2)))
        if len(row.members) > _SHOWN:
            out.print(Text(f"  and {len(row.members) - _SHOWN} more", style=_DIM))
        out.print()
    if count:
        out.print(
            Text(f"{count:,} {'story' if count == 1 else 'stories'}. ", style=_DIM),
            Text("according story ID", style="bold"),
            Text(" shows why they belong together.", style=_DIM),
            sep="",
        )
    return count


def _head(row: StoryRow) -> Text:
    story = row.story
    days = " to ".join(dict.fromkeys(filter(None, (story.earliest, story.latest)))) or "no date"
    told = f"{render.plural(len(story.articles), 'article')}, {render.plural(story.origins, 'original')}"
    return Text.assemble(
        (story.id[:8], "green"),
        "  ",
        (one_line(story.title or "(no title)"), "bold"),
        (f"  {days} · {told}", _DIM),
    )


def _members(members: Iterable[Member]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", width=6, style="green", no_wrap=True)
    table.add_column(width=10, no_wrap=True)
    table.add_column(width=5, no_wrap=True)
    table.add_column(overflow="fold")
    for each in members:
        table.add_row(*_cells(each))
    return table


def _cells(member: Member) -> tuple[str, str, str, Text]:
    article = member.row.article
    title = Text(one_line(article.title or "(no title)"))
    if told := _source(article, member):
        title.append(f"  {told}", style=_DIM)
    return str(member.row.number), one_line(article.published or ""), one_line(article.language or "?"), title


def _source(article: Article, member: Member) -> str:
    """Return who prints an article, and what it is of another one."""
    copy = _COPIES[member.descent.kind] if member.descent is not None else ""
    return " · ".join(one_line(part) for part in (article.outlet or article.agency, copy) if part)


def _passages(member: Member) -> tuple[Borrowed, ...]:
    return member.descent.passages if member.descent is not None else ()


def _one(out: Console, row: StoryRow, texts: dict[str, str]) -> None:
    out.print(_head(row))
    out.print()
    numbers = {each.row.article.id: each.row.number for each in row.members}
    for member in row.members:
        out.print(_members([member]))
        belonging = member.belonging
        out.print(Text(f"       {belonging.reason} ({belonging.score:.2f})", style=_DIM))
        if member.descent is not None and member.descent.kind != "original":
            out.print(Text(f"       {one_line(member.descent.reason)}", style=_DIM))
        article = member.row.article
        for passage in islice(_passages(member), _SHOWN):
            start, stop = (at - article.span.start for at in passage.span)
            of = numbers.get(passage.other)
            where = "an article outside this story" if of is None else f"{of}"
            line = Text(f"       from {where}: ", style=_DIM)
            line.append(f"“{one_line(texts[article.id][start:stop])}”")
            out.print(line)
