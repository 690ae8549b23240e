"""What a correction makes of a finding: the columns of its row that change, and who takes part instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from according.knowledge.edtf import bounds
from according.knowledge.fold import fold_name
from according.model import Called, Change, Correction, Layer, Party, Span
from according.store import meant, tables
from according.store.agreements import party_json
from according.store.shown import among

Fields = dict[str, Any]
SIDES = ("source", "target")


def fields(connection: Connection, said: Correction, row: Row[Any]) -> Fields:
    """Return the columns of a finding that change."""
    change = said.change
    if said.verdict == "speaker":
        return _spoken(said.layer, change, chain_of(connection, row.article, change))
    if said.verdict == "place":
        return {"place": chain_of(connection, row.article, change)}
    if said.verdict == "boundary" and change.span is not None:
        return _moved(connection, said.layer, row, change.span)
    if said.verdict == "value":
        return _valued(said.layer, change)
    if said.verdict == "parties":
        return _bound(connection, row, change) if said.layer == "commitment" else _described(change)
    return {}


def chain_of(connection: Connection, article: str, change: Change) -> str | None:
    """Return the chain of an article that a person means: the one that she saw, else what its name means there.

    Who was nobody of the article when she named him is looked for by that very name alone.
    """
    table = tables.chains.c
    wanted = select(table.id, table.name).where(table.article == article)
    held = connection.execute(wanted.order_by(table.named.desc(), table.id)).all()
    if any(row.id == change.chain for row in held):
        return change.chain
    found = None if change.chain is None else _of_entity(connection, article, change.name or "")
    name = fold_name(change.name or "")
    return found or next((row.id for row in held if name and fold_name(row.name) == name), None)


def called(connection: Connection, article: str, name: str) -> str | None:
    """Return the chain of an article that a name means: of the entity, else the one of that name."""
    found = _of_entity(connection, article, name)
    return found or chain_of(connection, article, Change(name=name))


def _of_entity(connection: Connection, article: str, name: str) -> str | None:
    """Return the chain of an article that is of an entity of this name, or is to be one when it is linked again."""
    table, known = tables.chains.c, tables.entity_names.c
    meant_by = meant.named(connection, name)
    wanted = select(table.id, table.name, table.entity).where(table.article == article)
    rows = connection.execute(wanted.order_by(table.named.desc(), table.id)).all()
    entities = set(connection.execute(meant_by).scalars())
    linked = next((row.id for row in rows if row.entity in entities), None)
    if linked is not None:
        return str(linked)
    names = set(connection.execute(select(known.name).where(known.entity.in_(among(entities)))).scalars())
    free = (row.id for row in rows if row.entity is None and meant.looked_up(row.name) in names)
    return next(free, None)


def lost(connection: Connection, said: Correction, row: Row[Any]) -> bool:
    """Return whether what a person said instead was in the article, and nothing there is called so any more."""
    change = said.change
    named = [*(change.source or ()), *(change.target or ())]
    if said.verdict == "place" and said.layer == "event" and change.name is not None:
        named.append((change.name, change.chain))
    return any(
        chain is not None and chain_of(connection, row.article, Change(name=name, chain=chain)) is None
        for name, chain in named
    )


def taking_part(
    connection: Connection, article: str, change: Change, held: Sequence[Fields]
) -> Sequence[Fields]:
    """Return the rows of `event_parties` of an event after a change, `held` being those before."""
    return [row for side in SIDES for row in _side(connection, article, side, getattr(change, side), held)]


def located(change: Change) -> Fields:
    """Return the columns of a chain that say which place it is."""
    names = ("key", "latitude", "longitude", "country", "precision")
    return {**{name: getattr(change, name) for name in names}, "probability": 1.0}


def written_at(connection: Connection, document: str, span: Span) -> str:
    """Return what stands in a document."""
    table = tables.documents.c
    whole: str = connection.execute(select(table.text).where(table.id == document)).scalar_one()
    return whole[span.start : span.end]


def _spoken(layer: Layer, change: Change, chain: str | None) -> Fields:
    words = None if chain else change.name
    if layer == "figure":
        return {"claimant": chain, "claimant_text": words}
    if layer in ("event", "commitment"):
        return {"reported_by": chain, "reported_text": words}
    return {"speaker": chain, "speaker_text": words, "speaker_start": None, "speaker_stop": None}


def _moved(connection: Connection, layer: Layer, row: Row[Any], span: Span) -> Fields:
    written = written_at(connection, row.document, span)
    fields: Fields = {"start": span.start, "stop": span.end}
    if layer == "statement":
        return {**fields, "content": json.dumps([list(span)]), "said": written}
    return {**fields, "text": written}


def _valued(layer: Layer, change: Change) -> Fields:
    if layer == "event":
        kind: Fields = {} if change.root is None else {"root": change.root, "mode": None}
        if change.date is not None:
            kind |= _dated("date", change.date)
        return kind if change.status is None else {**kind, "status": change.status}
    if layer == "statement":
        return {"manner": change.manner}
    if layer == "commitment":
        due: Fields = {} if change.date is None else {"due": change.date, "due_text": None}
        return due if change.status is None else {**due, "status": change.status}
    if layer == "date":
        return _dated("value", change.date)
    given = {name: getattr(change, name) for name in ("qualifier", "unit", "what")}
    known: Fields = {name: value or None for name, value in given.items() if value is not None}
    if change.value is None and change.low is None:
        return known
    return {"value": change.value, "low": change.low, "high": change.high, **known}


def _dated(column: str, date: str | None) -> Fields:
    earliest, latest = (date and bounds(date)) or (None, None)
    return {column: date, "earliest": earliest, "latest": latest}


def _side(
    connection: Connection, article: str, side: str, now: tuple[Called, ...] | None, held: Sequence[Fields]
) -> Iterator[Fields]:
    if now is None:
        yield from (row for row in held if row["side"] == side)
        return
    for position, chain in enumerate(_chains(connection, article, now)):
        yield {"side": side, "position": position, "chain": chain}


def _chains(connection: Connection, article: str, called: tuple[Called, ...]) -> list[str]:
    some = (chain_of(connection, article, Change(name=name, chain=chain)) for name, chain in called)
    return list(dict.fromkeys(chain for chain in some if chain is not None))


def _described(change: Change) -> Fields:
    """Return the words for who takes part in an event: those of somebody whom the article does not name."""
    found: Fields = {}
    for side in SIDES:
        now: tuple[Called, ...] | None = getattr(change, side)
        if now is not None:
            found |= {f"{side}_start": None, f"{side}_stop": None, f"{side}_text": _words(now)}
    return found


def _bound(connection: Connection, row: Row[Any], change: Change) -> Fields:
    """Return who binds himself, and to whom."""
    found: Fields = {}
    for column, now in (("by_party", change.source), ("to_party", change.target)):
        if now is not None:
            chains = tuple(_chains(connection, row.article, now))
            found[column] = party_json(Party(chains, None, _words(now)))
    return found


def _words(called: tuple[Called, ...]) -> str | None:
    return next((name for name, chain in called if chain is None), None)
