"""Findings as people corrected them.

The tables of findings hold what a person says instead of what the machine found, so that every list, count and link
goes by it; the machine's rows are kept in `corrected` and come back when a correction is taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    and_,
    delete,
    insert,
    or_,
    select,
    text,
    update,
)

from according.model import Change, Correction, Span, content_id
from according.store import added, tables
from according.store.agreements import party, to_commitment
from according.store.amending import SIDES, Fields, fields, located, lost, taking_part
from according.store.claims import to_figure, to_statement
from according.store.events import to_event
from according.store.fold import fold
from according.store.layers import TABLES, rows
from according.store.recognised import kept_of, meant
from according.store.shown import among

CONFIRMED, CORRECTED = "confirmed by a person", "corrected by a person"
"""Reasons of findings that people have judged."""
_LOST = "as the machine found it: the article does not name any more whom or what a person put there"
"""Reason of a finding whose correction names somebody whom nothing in its article is called now."""

_BY_NAME = {table.name: table for table in (*TABLES.values(), tables.chains)}
_LINKED: Mapping[str, tuple[str, ...]] = {
    "events": ("happening", "account", "score", "because"),
    "chains": ("entity", "score", "reason"),
}
"""Columns that linking fills in: the machine's row comes back with what they hold now."""


def _in_force(connection: Connection, among_them: ColumnElement[bool]) -> list[Correction]:
    """Return what people say of some findings, the first first, what was taken back left out."""
    table = tables.corrections.c
    revoked = select(tables.revocations.c.judged)
    wanted = select(tables.corrections).where(among_them, table.id.not_in(revoked))
    return [to_correction(row) for row in connection.execute(wanted.order_by(table.number))]


def to_correction(row: Row[Any]) -> Correction:
    """Return the correction of a row of corrections."""
    change = json.loads(row.change)
    if "span" in change:
        change["span"] = Span(*change["span"])
    change |= {side: tuple(map(tuple, change[side])) for side in SIDES if side in change}
    return Correction(
        row.id, row.verdict, row.layer, row.finding, row.document, row.article, Span(row.start, row.stop), row.text,
        Change(**change), row.made_at, row.author, row.note, row.was,
        None if row.traits is None else json.loads(row.traits),
    )  # fmt: skip


def apply(connection: Connection, documents: Iterable[str]) -> None:
    """Put into effect what people say of findings in some documents, which hold what the machine found."""
    _apply(connection, _in_force(connection, tables.corrections.c.document.in_(among(documents))), None)


def _apply(connection: Connection, some: Sequence[Correction], article: str | None) -> None:
    """Put some corrections into effect: those of findings in one article, unless it is None."""
    said = [each for each in some if each.verdict != "unsure"]
    last = {(each.layer, each.lineage): each for each in said}
    for each in said:
        # Who later says anything else of a finding says that it is one.
        if each.verdict != "wrong" or last[each.layer, each.lineage] is each:
            row = meant(connection, each)
            if row is not None and article in (None, row.article):
                _correct(connection, each, row)
            elif row is None and each.verdict == "added" and kept_of(connection, each) is None:
                _add(connection, each, article)


def again(connection: Connection, said: str) -> None:
    """Put into effect what people say now of the findings of the article that the correction of an id is of.

    What they said of them before does not matter; the other articles of the document stay as they are.
    """
    table, article = tables.corrections.c, tables.articles.c
    here = and_(
        article.document == table.document,
        or_(article.id == table.article, and_(article.start < table.stop, article.stop > table.start)),
    )
    wanted = select(tables.articles).where(here, table.id == said)
    for row in connection.execute(wanted.order_by(article.start, article.id)).all():
        _again(connection, row)


def _again(connection: Connection, article: Row[Any]) -> None:
    kept = tables.corrected.c.article == article.id
    held = connection.execute(select(tables.corrected).where(kept)).all()
    # Mentions before the chains that they are of.
    for row in sorted(held, key=lambda row: row.place, reverse=True):
        if row.is_now is not None and (row.is_now != row.was or row.machine == "null"):
            _delete(connection, _BY_NAME[row.place], row.is_now)
    for row in held:
        if row.machine != "null":
            _restore(connection, row)
    connection.execute(delete(tables.corrected).where(kept))
    # Articles may have been cut otherwise since: what stood where this one stands may be of a finding in it.
    table = tables.corrections.c
    around = and_(table.start < article.stop, table.stop > article.start)
    here = and_(table.document == article.document, or_(table.article == article.id, around))
    _apply(connection, _in_force(connection, here), article.id)


def now(connection: Connection, said: Correction) -> tuple[str | None, bool]:
    """Return what has become of the finding that a correction is of.

    Under which id it stands in its article now, None when it does not, and whether what was said of it has no effect,
    because it has gone or because nothing there is called as the person said.
    """
    kept = kept_of(connection, said)
    if kept is not None and kept.place == TABLES[said.layer].name:
        if kept.is_now is None:
            return None, said.verdict not in ("wrong", "unsure") and not _is_rejected(connection, said)
        table = TABLES[said.layer].c
        reason = connection.execute(select(table.reason).where(table.id == kept.is_now)).scalar()
        return kept.is_now, reason == _LOST
    row = meant(connection, said)
    return (None if row is None else row.id), kept is None and (row is None or said.verdict != "unsure")


def _is_rejected(connection: Connection, said: Correction) -> bool:
    """Whether somebody said later that there is no such finding."""
    table = tables.corrections.c
    of = and_(table.layer == said.layer, or_(table.was == said.lineage, table.finding == said.lineage))
    every = _in_force(connection, of)
    return bool(every) and every[-1].verdict == "wrong"


def _correct(connection: Connection, said: Correction, row: Row[Any]) -> None:
    table = TABLES[said.layer]
    if said.verdict == "wrong":
        _reject(connection, table, row, said.lineage)
    elif said.verdict == "place" and said.layer == "mention":
        chain = connection.execute(select(tables.chains).where(tables.chains.c.id == row.chain)).one()
        _change(connection, tables.chains, chain, located(said.change), lineage=said.lineage)
    elif said.verdict == "added":
        _instead(connection, said, row)
    elif lost(connection, said, row):
        _change(connection, table, row, {"reason": _LOST}, lineage=said.lineage)
    else:
        reason = CONFIRMED if said.verdict == "right" else CORRECTED
        changed = {**fields(connection, said, row), "confidence": 1.0, "reason": reason}
        parties = said.change if table is tables.events else None
        _change(connection, table, row, changed, parties, lineage=said.lineage)


def _add(connection: Connection, said: Correction, article: str | None) -> None:
    """Put into its article what a person has found there and the machine has not."""
    made = added.made(connection, said)
    if made is None or article not in (None, made.article):
        return
    for table, values in made.rows:
        number = connection.execute(insert(table), values).inserted_primary_key
        if table is tables.statements and number is not None:
            _index(connection, number[0], values["said"])
        kept = {"place": table.name, "was": values["id"], "is_now": values["id"], "article": made.article}
        connection.execute(
            insert(tables.corrected), {**kept, "machine": "null", "parties": "[]", "judged_as": said.lineage}
        )
    if made.parties:
        connection.execute(insert(tables.event_parties), made.parties)


def _instead(connection: Connection, said: Correction, row: Row[Any]) -> None:
    """Let what a person added stand in place of what a newer extractor finds there."""
    made = added.made(connection, said)
    if made is None:
        return
    *_, (table, values) = made.rows
    unchanged = ("id", "article", "number", "chain")
    changed = {name: value for name, value in values.items() if name not in unchanged}
    parties = said.change if table is tables.events else None
    _change(connection, table, row, changed, parties, lineage=said.lineage)


def _change(
    connection: Connection,
    table: Table,
    row: Row[Any],
    fields: Fields,
    parties: Change | None = None,
    *,
    lineage: str | None = None,
) -> None:
    """Change a finding, its id too where it stands elsewhere now, whatever refers to it, and who takes part in it.

    `lineage` is the id under which people judge it, None where it changes only because another one does.
    """
    _keep(connection, table, row, lineage)
    held = _parties(connection, row.id) if table is tables.events else []
    now = held if parties is None else taking_part(connection, row.article, parties, held)
    columns = {name: getattr(row, name) for name in table.c.keys()} | fields  # noqa: SIM118 - not a mapping
    id = _id(table, SimpleNamespace(**columns), now)
    if id != row.id and connection.execute(select(table.c.id).where(table.c.id == id)).first() is not None:
        _reject(connection, table, row, lineage)  # another finding stands there already
        return
    if table is tables.events:
        connection.execute(delete(tables.event_parties).where(tables.event_parties.c.event == row.id))
    connection.execute(update(table).where(table.c.id == row.id).values(**fields, id=id))
    if table is tables.events and now:
        connection.execute(insert(tables.event_parties), [{**each, "event": id} for each in now])
    if table is tables.statements and id != row.id:
        _hand_over(connection, row.id, id)
        _index(connection, row.number, columns["said"])
    kept = tables.corrected.c
    connection.execute(
        update(tables.corrected).where(kept.place == table.name, kept.is_now == row.id).values(is_now=id)
    )


def _id(table: Table, row: Any, parties: Sequence[Fields]) -> str:
    """Return the id that a finding has where it stands now."""
    if table is tables.statements:
        return to_statement(row).id
    if table is tables.figures:
        return to_figure(row).id
    if table is tables.events:
        sides = (
            tuple(each["chain"] for each in parties if each["side"] == side) for side in ("source", "target")
        )
        return to_event(row, *sides).id
    if table is tables.commitments:
        return to_commitment(row, party(row.by_party), party(row.to_party)).id
    if table is tables.dates:
        return content_id("date", row.article, row.start, row.stop)
    return str(row.id)


def _hand_over(connection: Connection, old: str, new: str | None) -> None:
    """Let the statements inside one be inside another."""
    inside = rows("statement").where(tables.statements.c.within == old)
    for row in connection.execute(inside).all():
        _change(connection, tables.statements, row, {"within": new})


def _reject(connection: Connection, table: Table, row: Row[Any], lineage: str | None) -> None:
    _keep(connection, table, row, lineage)
    if table is tables.statements:
        _hand_over(connection, row.id, row.within)
    _delete(connection, table, row.id)
    kept = tables.corrected.c
    connection.execute(
        update(tables.corrected).where(kept.place == table.name, kept.is_now == row.id).values(is_now=None)
    )


def _delete(connection: Connection, table: Table, id: str) -> None:
    if table is tables.events:
        connection.execute(delete(tables.event_parties).where(tables.event_parties.c.event == id))
    if table is tables.statements:
        number = connection.execute(select(table.c.number).where(table.c.id == id)).scalar_one()
        _index(connection, number, None)
    connection.execute(delete(table).where(table.c.id == id))


def _index(connection: Connection, number: int, said: str | None) -> None:
    """Let a statement be found by other words, or not any more."""
    connection.execute(text("DELETE FROM statement_index WHERE rowid = :number"), {"number": number})
    if said is not None:
        found = {"number": number, "said": fold(said)}
        connection.execute(text("INSERT INTO statement_index (rowid, said) VALUES (:number, :said)"), found)


def _parties(connection: Connection, event: str) -> list[Fields]:
    party = tables.event_parties.c
    wanted = select(tables.event_parties).where(party.event == event).order_by(party.side, party.position)
    return [dict(row._mapping) for row in connection.execute(wanted)]


def _keep(connection: Connection, table: Table, row: Row[Any], lineage: str | None) -> None:
    """Keep the machine's row, unless what stands there is a person's already."""
    kept = tables.corrected.c
    there = and_(kept.place == table.name, kept.is_now == row.id)
    held = connection.execute(select(kept.judged_as).where(there)).first()
    if held is not None:
        if held.judged_as is None and lineage is not None:
            connection.execute(update(tables.corrected).where(there).values(judged_as=lineage))
        return
    machine = {name: getattr(row, name) for name in table.c.keys()}  # noqa: SIM118 - not a mapping
    values = {
        "place": table.name,
        "was": row.id,
        "article": row.article,
        "is_now": row.id,
        "machine": json.dumps(machine),
        "parties": json.dumps(_parties(connection, row.id) if table is tables.events else []),
        "judged_as": lineage,
    }
    connection.execute(insert(tables.corrected), values)


def _restore(connection: Connection, kept: Row[Any]) -> None:
    """Let the machine's row stand there again."""
    table = _BY_NAME[kept.place]
    machine = {
        name: value
        for name, value in json.loads(kept.machine).items()
        if name not in _LINKED.get(kept.place, ())
    }
    if kept.is_now == kept.was:
        connection.execute(update(table).where(table.c.id == kept.was).values(machine))
        _take_part(connection, kept)
        return
    if table is tables.statements:
        del machine["number"]  # it may have been given to another one since
    number = connection.execute(insert(table), machine).inserted_primary_key
    if table is tables.statements and number is not None:
        _index(connection, number[0], machine["said"])
    _take_part(connection, kept)


def _take_part(connection: Connection, kept: Row[Any]) -> None:
    """Let those take part in an event again of whom the machine found that they do."""
    if kept.place != tables.events.name:
        return
    connection.execute(delete(tables.event_parties).where(tables.event_parties.c.event == kept.was))
    if parties := json.loads(kept.parties):
        connection.execute(insert(tables.event_parties), parties)
