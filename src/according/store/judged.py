"""What people judge is kept for good: who, when, with which note."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.errors import JudgementError, NotFoundError
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
from according.store import (
    added,
    amending,
    bonds,
    corrected,
    entities,
    query,
    recognised,
    sayable,
    seen,
    tables,
)
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
    said = Correction(
        "", verdict, layer, finding, row.document, row.article, Span(row.start, row.stop), "", change, now(), author,
        note, recognised.lineage(connection, layer, finding), recognised.traits(connection, layer, row),
    )  # fmt: skip
    return _keep(connection, said)


def add(
    connection: Connection,
    layer: Layer,
    article: str,
    span: Span,
    change: Change,
    author: str,
    note: str | None,
) -> Correction:
    """Keep a finding that the machine has missed, and put it into its article.

    Raises:
        NotFoundError: there is no such article, or nothing goes by a name that is given.
        JudgementError: something is missing, or there is such a finding at the same place.
    """
    of = query.article(connection, article).article.id
    row = connection.execute(select(tables.articles).where(tables.articles.c.id == of)).one()
    change = added.meant_by(connection, layer, row, span, change)
    text = amending.written_at(connection, row.document, span)
    made = added.rows_of(connection, layer, row, span, text, change)
    table, values = made.rows[-1]
    finding = values["id"]
    if recognised.is_changed(connection, layer, finding):
        raise JudgementError(
            "That was found there and somebody has changed it since: correct what stands there, or take that back."
        )
    if connection.execute(
        select(table.c.id).where(table.c.id == finding)
    ).first() is not None or recognised.is_found(connection, layer, row.document, span, made):
        raise JudgementError("That has been found already: correct what stands there.")
    traits: dict[str, Any] = {"beside": recognised.beside(connection, layer, row.document, span)}
    if layer == "event":
        traits["root"] = change.root
    said = Correction(
        "", "added", layer, finding, row.document, of, span, "", change, now(), author, note, finding, traits
    )
    return _keep(connection, said)


def _keep(connection: Connection, said: Correction) -> Correction:
    """Keep a correction and put it into effect."""
    id = content_id(
        "correction", said.verdict, said.layer, said.finding, repr(said.change), said.author, said.made_at
    )
    said = replace(said, id=id, text=amending.written_at(connection, said.document, said.span))
    names = (
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
        "was",
    )
    values = {
        **{name: getattr(said, name) for name in names},
        "start": said.span.start,
        "stop": said.span.end,
        "change": json.dumps(said.change.as_json(), ensure_ascii=False),
        "traits": json.dumps(said.traits, ensure_ascii=False),
    }
    connection.execute(insert(tables.corrections), values)
    if said.verdict != "unsure":
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
