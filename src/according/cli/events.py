"""Events, happenings and the codebook on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import get_args

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from according.cli import claims
from according.cli.printable import one_line
from according.cli.render import plural
from according.model import Event, Status
from according.views import CodeEntry, EventRow, HappeningRow, Who

_DIM = "dim"
_CHUNK = 200
_SHOWN = 4
"""Accounts of a happening that a chronology shows; `--json` has all."""
_NAME = 40
"""Characters of a name; what only describes somebody may be a whole clause."""
_SEASON, _DECADE = re.compile(r"(\d{4})-2([1-4])\b"), re.compile(r"\b(\d{3})X\b")
_SEASONS = ("spring", "summer", "autumn", "winter")
_STYLES: dict[Status, str] = {"happened": "", "ongoing": "", "denied": "red"}
"""How a status looks; those that are not here have not happened."""


def sides(source: Iterable[Who], target: Iterable[Who]) -> str:
    """Return who does it to whom on one line, "Ghana → Mali", "? → Mali"; nothing when neither is known."""
    one, other = _names(source), _names(target)
    return f"{one or '?'} → {other or '?'}" if one or other else ""


def kind_of(event: Event) -> str:
    """Return what kind of event it is on one line: "ASSAULT drone (planned)"."""
    status = "" if event.status == "happened" else f"({event.status})"
    return " ".join(filter(None, (event.root, event.mode, status)))


def _names(some: Iterable[Who]) -> str:
    return ", ".join(dict.fromkeys(_short(who.name) for who in some if who.name))


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= _NAME else line[: _NAME - 1].rstrip() + "…"


def events(out: Console, rows: Iterable[EventRow]) -> int:
    """Print who did what to whom, article by article; return how many events there were."""

    def cells(each: EventRow) -> tuple[Text, ...]:
        event = each.event
        where = ", ".join(one_line(value) for value in (each.place.name, event.date) if value)
        told = claims.doubted(claims.cut(each.sentence), event.confidence)
        if each.reporter.name is not None:
            told.append(f" · says {one_line(each.reporter.name)}", style=_DIM)
        who = _cell(sides(each.source, each.target), where)
        return Text(kind_of(event), style=_STYLES.get(event.status, "yellow")), who, told

    columns = (("What", 6), ("Who", 4), ("Told", 0))
    return claims.by_article(out, rows, columns, cells, "event")


def timeline(out: Console, rows: Iterable[HappeningRow], statuses: Sequence[Status] = ()) -> int:
    """Print happenings in their order, each with the accounts that it is known from; return how many there were.

    `statuses` are those that were asked for, none for all: the foot names the others.
    """
    count = 0
    rest = iter(rows)
    while some := list(islice(rest, _CHUNK)):
        columns = (("When", 5), ("What", 6), ("Who", 4), ("Told", 0))
        out.print(claims.table(out, columns, map(_happening, some), heads=count == 0))
        count += len(some)
    if count:
        legend = f"{plural(count, 'happening')}; ≤ a day is when it was first told. "
        others = [each for each in get_args(Status) if statuses and each not in statuses]
        legend += f"Not listed: {', '.join(others)} (--status). " if others else ""
        out.print()
        out.print(
            Text(legend, style=_DIM),
            Text("according timeline --dates", style="bold"),
            Text(" lists all days that are named.", style=_DIM),
            sep="",
        )
    return count


def _happening(each: HappeningRow) -> Iterator[Text]:
    happening = each.happening
    yield Text(
        _day(happening.date) if happening.date else f"≤ {happening.told}" if happening.told else "?",
        style="bold",
    )
    what = " ".join(filter(None, (happening.root, happening.mode, _status(each))))
    yield Text(what, style=_STYLES.get(happening.status, "yellow"))
    yield _cell(sides(each.source, each.target), one_line(each.place.name or ""))
    first = each.accounts[0]
    told = claims.doubted(claims.cut(first.sentence), first.event.confidence)
    told.append(f" · {_sources(each.accounts)}", style=_DIM)
    yield told


def _day(date: str) -> str:
    """Return an EDTF date as people read it: "summer 2016", not "2016-22"; "1940s", not "194X"."""
    seasons = _SEASON.sub(lambda found: f"{_SEASONS[int(found[2]) - 1]} {found[1]}", date)
    return _DECADE.sub(r"\g<1>0s", seasons)


def _status(each: HappeningRow) -> str:
    """Return what status a happening has that is not plainly one that took place, and who denies it."""
    status = each.happening.status
    told = [] if status == "happened" else [str(status)]
    denied = [one for one in each.accounts if one.event.status == "denied"]
    if denied and status != "denied":
        who = list(dict.fromkeys(_short(one.reporter.name) for one in denied if one.reporter.name))
        told.append(f"denied by {', '.join(who)}" if who else "denied by an account")
    return f"({', '.join(told)})" if told else ""


def _cell(who: str, where: str) -> Text:
    return Text(" ").join(filter(None, (Text(who, style="bold"), Text(where, style=_DIM))))


def _sources(accounts: Iterable[EventRow]) -> str:
    """Return who tells of it: the articles' numbers with their outlets."""
    articles = list(dict.fromkeys(" ".join(filter(None, claims.source(each.row)[::2])) for each in accounts))
    more = f" and {len(articles) - _SHOWN} more" if len(articles) > _SHOWN else ""
    return "; ".join(articles[:_SHOWN]) + more


def code(out: Console, entries: Iterable[CodeEntry]) -> None:
    """Print kinds of events as the codebook defines them, with the words that tell of them, and how to add others."""
    for entry in entries:
        out.print(Text.assemble((entry.root, "bold cyan"), f"  {entry.says}"))
        places = f"{entry.quad}; CAMEO {entry.cameo}"
        out.print(Text(places + (f"; ACLED {', '.join(entry.acled)}" if entry.acled else ""), style=_DIM))
        out.print()
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="cyan", no_wrap=True)
        grid.add_column(overflow="fold")
        for mode, says in entry.modes:
            grid.add_row(mode, says)
        out.print(Padding(grid, (0, 0, 1, 2)))
        for (mode, construction), words in groupby(
            entry.words, key=lambda each: (each.mode, each.construction)
        ):
            head = Text.assemble((mode or "any", "cyan"), (f"  {construction}  ", _DIM))
            out.print(Padding(head + Text(", ".join(each.text for each in words)), (0, 0, 0, 2)))
        out.print()
    out.print(
        Text("Words of your own go into a file for ", style=_DIM),
        Text("according read --codebook FILE", style="bold"),
        Text(": docs/codebook.md tells how to write one, and what the constructions mean.", style=_DIM),
        sep="",
    )
