"""Which finding a correction is of, when ids have changed since it was made.

It is the one of the id that the person saw, or what later corrections have made of that. When a newer extractor gives
other ids it is what stands in the same place and is told by the same: never a neighbour that the person saw beside it,
nor one of which people have said something of its own.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from according.model import Correction, Layer, Span
from according.store import tables
from according.store.amending import chain_of
from according.store.bonds import SAME_PLACE, share
from according.store.layers import TABLES, rows

_TOLD_BY: dict[Layer, tuple[str, ...]] = {
    "statement": ("cue_start", "cue_stop"),
    "event": ("root",),
    "commitment": ("root",),
    "mention": ("form",),
}
"""Columns by which findings of a layer at one place are told from one another."""


def lineage(connection: Connection, layer: Layer, id: str) -> str:
    """Return under which id people judge a finding: its own, or that of what a correction has changed."""
    kept = tables.corrected.c
    wanted = select(kept.judged_as).where(kept.place == TABLES[layer].name, kept.is_now == id)
    return str(connection.execute(wanted).scalar() or id)


def is_changed(connection: Connection, layer: Layer, id: str) -> bool:
    """Return whether corrections have made something else of the finding that people judge under an id."""
    kept = tables.corrected.c
    changed = select(kept.was).where(
        kept.place == TABLES[layer].name, or_(kept.was == id, kept.judged_as == id), kept.is_now.is_not(None)
    )
    return connection.execute(changed).first() is not None


def traits(connection: Connection, layer: Layer, row: Row[Any]) -> dict[str, Any]:
    """Return by what a finding is told, as the machine had it, and the ids of others that stand beside it."""
    kept = tables.corrected.c
    wanted = select(kept.machine).where(kept.place == TABLES[layer].name, kept.is_now == row.id)
    machine = json.loads(connection.execute(wanted).scalar() or "null") or row._mapping
    return {
        **{name: machine[name] for name in _TOLD_BY.get(layer, ())},
        "beside": beside(connection, layer, row.document, Span(row.start, row.stop), but=row.id),
    }


def beside(connection: Connection, layer: Layer, document: str, span: Span, *, but: str = "") -> list[str]:
    """Return the ids of the findings of a layer that have characters of a stretch of a document."""
    return [row.id for row in _around(connection, layer, document, span) if row.id != but]


def _around(connection: Connection, layer: Layer, document: str, span: Span) -> list[Row[Any]]:
    table = TABLES[layer].c
    there = (tables.articles.c.document == document, table.start < span.end, table.stop > span.start)
    return list(connection.execute(rows(layer).where(*there).order_by(table.start, table.id)).all())


def kept_of(connection: Connection, said: Correction) -> Row[Any] | None:
    """Return what is kept of the finding that a correction is of, where corrections have changed it."""
    kept = tables.corrected.c
    places = {TABLES[said.layer].name, tables.chains.name if said.layer == "mention" else ""}
    wanted = select(tables.corrected).where(kept.judged_as == said.lineage, kept.place.in_(places))
    return connection.execute(wanted.order_by(kept.place.desc()).limit(1)).one_or_none()


def meant(connection: Connection, said: Correction) -> Row[Any] | None:
    """Return the finding that a correction is of; None where it is not there, or somebody has rejected it."""
    kept = kept_of(connection, said)
    changed = None if kept is None or kept.place == tables.chains.name else kept
    if changed is not None and changed.is_now is None:
        return None
    table = TABLES[said.layer].c
    here = rows(said.layer).where(tables.articles.c.document == said.document)
    for id in (said.finding, changed.is_now if changed is not None else said.lineage, said.lineage):
        row = connection.execute(here.where(table.id == id)).one_or_none()
        if row is not None:
            return row
    near = [
        (share(said.span, Span(row.start, row.stop)), row)
        for row in _around(connection, said.layer, said.document, said.span)
    ]
    alike = [each for each in near if each[0] >= SAME_PLACE and _is_same(connection, said, each[1])]
    spoken = _spoken(connection, said) if alike else set()
    return next((row for _, row in sorted(alike, key=lambda each: -each[0]) if row.id not in spoken), None)


def _is_same(connection: Connection, said: Correction, row: Row[Any]) -> bool:
    told = said.traits
    if said.verdict == "added" and said.layer == "mention":
        # Whoever says who is meant by some words says nothing of a pronoun, or of somebody else, among them.
        there = Span(row.start, row.stop) == said.span
        return there and row.chain == chain_of(connection, row.article, said.change)
    if told is None:
        return True
    if "cue_start" in told and (row.cue_start >= told["cue_stop"] or row.cue_stop <= told["cue_start"]):
        return False
    by = (name for name in _TOLD_BY.get(said.layer, ()) if name in told and not name.startswith("cue"))
    return row.id not in told.get("beside", ()) and all(getattr(row, name) == told[name] for name in by)


def _spoken(connection: Connection, said: Correction) -> set[str]:
    """Return the ids of findings of which people have said something of their own."""
    table, kept = tables.corrections.c, tables.corrected.c
    revoked = select(tables.revocations.c.judged)
    others = select(table.finding, table.was).where(
        table.document == said.document, table.layer == said.layer, table.id.not_in(revoked)
    )
    others = others.where(or_(table.was.is_(None), table.was != said.lineage), table.finding != said.lineage)
    here = select(tables.articles.c.id).where(tables.articles.c.document == said.document)
    changed = select(kept.was, kept.is_now).where(
        kept.article.in_(here),
        kept.place == TABLES[said.layer].name,
        kept.judged_as.is_not(None),
        kept.judged_as != said.lineage,
    )
    ids = {id for row in connection.execute(others) for id in row}
    return ids | {id for row in connection.execute(changed) for id in row} - {None}
