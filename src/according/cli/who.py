"""Entities on a terminal: the list, and all that the record holds about one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from according.cli.printable import one_line
from according.cli.render import plural
from according.views import Appearance, Dossier, Entity

_DIM = "dim"
_CHUNK = 200
_NAMES, _ARTICLES = 6, 30


def entities(out: Console, found: Iterable[Entity]) -> int:
    """Print a list of entities and return their number."""
    count = 0
    rows = iter(found)
    while chunk := list(islice(rows, _CHUNK)):
        table = Table(
            box=None, show_header=count == 0, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False
        )
        table.add_column("Articles", justify="right", width=8, style="green")
        table.add_column("Kind", width=12)
        table.add_column("Name", width=30, no_wrap=True, overflow="ellipsis")
        table.add_column("Also", ratio=1, no_wrap=True, overflow="ellipsis")
        table.add_column("Id", width=8, style=_DIM)
        for entity in chunk:
            name = one_line(entity.name) + (" ⚑" if entity.contested else "")
            also = ", ".join(map(one_line, _others(entity)))
            table.add_row(str(entity.articles), entity.kind, name, also, entity.id[:8])
        out.print(table)
        count += len(chunk)
    if count:
        out.print()
        out.print(
            Text(
                f"{plural(count, 'name')} with others. ⚑ contested: the names of all sides are shown. ",
                style=_DIM,
            ),
            Text("according entity NAME", style="bold"),
            Text(" shows one.", style=_DIM),
            sep="",
        )
    return count


def _others(entity: Entity) -> Iterator[str]:
    seen = {entity.name}
    for _, names in entity.names:
        for name in names:
            if name not in seen:
                seen.add(name)
                yield name


def dossier(out: Console, found: Dossier) -> None:
    """Print all that is known about one entity."""
    entity = found.entity
    out.print(Text.assemble((one_line(entity.name), "bold"), (f"  {entity.kind}  {entity.id}", _DIM)))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_DIM, no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _facts(found):
        grid.add_row(label, value)
    out.print(grid)
    out.print()
    _appearances(out, found.appearances)
    for doubt in found.doubts:
        out.print(
            Text.assemble(
                ("May be the same: ", "yellow"),
                one_line(doubt.name),
                (f"  {doubt.score:.2f}  {one_line(doubt.reason)}", _DIM),
            )
        )
        out.print(Text(f"  according same {entity.id[:8]} {doubt.entity[:8]}", style=_DIM))


def _facts(found: Dossier) -> Iterator[tuple[str, str]]:
    entity = found.entity
    for language, variants in groupby(found.variants, key=lambda variant: variant.language):
        yield language, ", ".join(f"{one_line(each.text)} {each.count}" for each in variants)
    if entity.contested:
        written = {variant.text for variant in found.variants}
        more = [
            f"{name} ({language})"
            for language, names in entity.names
            for name in names
            if name not in written
        ]
        yield "All sides", "contested; also " + ", ".join(map(one_line, more[:_ARTICLES]))
    if found.offices:
        yield (
            "Called",
            ", ".join(f"{one_line(office).rstrip('@')} {count}" for office, count in found.offices[:_NAMES]),
        )
    if entity.latitude is not None and entity.longitude is not None:
        country = f", {entity.country}" if entity.country else ""
        yield "Where", f"{entity.latitude:.3f}, {entity.longitude:.3f} ({entity.precision}{country})"
    known = [f"Wikidata {entity.wikidata}"] if entity.wikidata else []
    known += [f"GeoNames {entity.geonames}"] if entity.geonames else []
    if known:
        yield "Known as", ", ".join(known)
    if found.companions:
        yield "With", ", ".join(f"{one_line(each.name)} {each.articles}" for each in found.companions)


def _appearances(out: Console, appearances: tuple[Appearance, ...]) -> None:
    table = Table(box=None, header_style=_DIM, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("No.", justify="right", width=6, style="green")
    table.add_column("Published", width=10)
    table.add_column("Sure", width=4)
    table.add_column("Title", ratio=2, no_wrap=True, overflow="ellipsis")
    table.add_column("Because", ratio=2, no_wrap=True, overflow="ellipsis", style=_DIM)
    for each in appearances[:_ARTICLES]:
        article = each.row.article
        title = one_line(article.title or "(no title)")
        table.add_row(
            str(each.row.number), article.published or "", f"{each.score:.2f}", title, one_line(each.reason)
        )
    out.print(table)
    if len(appearances) > _ARTICLES:
        out.print(Text(f"… and {len(appearances) - _ARTICLES} more: --json lists them all.", style=_DIM))
