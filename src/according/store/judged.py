"""What people judge is kept for good: who, when, with which note."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.errors import NotFoundError
from according.model import (
    Bonded,
    BondKind,
    Change,
    Correcting,
    Correction,
    Layer,
    Span,
    Verdict,
    content_id,
)
from according.store import amending, bonds, corrected, entities, sayable, seen, tables
from according.store.layers import TABLES, rows
from according.store.moment import now

SIGNED = "signed"
"""The preference that holds the name that people sign with."""


def author(connection: Connection) -> str | None:
    """Return the name that people sign with in this record; None when they have not set one."""
    table = tables.preferences.c
    return connection.execute(select(table.value).where(table.name == SIGNED)).scalar()


def sign(connection: Connection, name: str) -> None:
    """Let people sign with this name from now on."""
    write = insert_or(tables.preferences).values(name=SIGNED, value=name)
    connection.execute(write.on_conflict_do_update(index_elements=["name"], set_={"value": name}))


def correct(
    connection: Connection,
    verdict: Correcting,
    layer: Layer,
    finding: str,
    change: Change,
    author: str,
    note: str | None,
) -> Correction:
    """Keep what a person says of a finding, and put it into effect.

    Raises:
        NotFoundError: there is no such finding, or nothing goes by the name of the place.
        JudgementError: that cannot be said of such a finding.
    """
    row = connection.execute(rows(layer).where(TABLES[layer].c.id == finding)).one_or_none()
    if row is None:
        raise NotFoundError(
            f"No {layer} has the id {finding!r}. Open its article again: it may have been corrected."
        )
    change = sayable.meant_by(connection, verdict, layer, row, change)
    made_at, span = now(), Span(row.start, row.stop)
    id = content_id("correction", verdict, layer, finding, repr(change), author, made_at)
    said = Correction(
        id, verdict, layer, finding, row.document, row.article, span,
        amending.written_at(connection, row.document, span), change, made_at, author, note,
    )  # fmt: skip
    values = {
        name: getattr(said, name)
        for name in (
            "id",
            "verdict",
            "layer",
            "finding",
            "document",
            "article",
            "text",
            "made_at",
            "author",
            "note",
        )
    }
    told = json.dumps(change.as_json(), ensure_ascii=False)
    connection.execute(
        insert(tables.corrections), {**values, "start": span.start, "stop": span.end, "change": told}
    )
    if verdict != "unsure":
        corrected.again(connection, said.id)
        entities.linking_is_due(connection)
    return said


def bond(
    connection: Connection,
    verdict: Verdict,
    kind: BondKind,
    first: Iterable[str],
    second: Iterable[str],
    author: str,
    note: str | None,
) -> Bonded:
    """Keep what a person says of articles, or events, that are one or are not; linking is due then.

    Raises:
        NotFoundError: one of the names means nothing, or several things.
        JudgementError: both sides are the same.
    """
    one, other = seen.sides(connection, kind, first, second)
    made_at = now()
    id = content_id("bond", verdict, kind, repr(one), repr(other), author, made_at)
    said = Bonded(id, verdict, kind, one, other, made_at, author, note)
    bonds.keep(connection, said)
    entities.linking_is_due(connection)
    return said
