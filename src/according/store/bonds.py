"""What people said of articles and events that are one, or are not: kept for good, and found again when ids change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, insert, select

from according.model import Bond, Bonded, BondKind, Seen, Span
from according.store import tables
from according.store.shown import among

SAME_PLACE = 0.5
"""What share of both stretches two must have in common to be at the same place when their ids differ."""


class Said(NamedTuple):
    """What people said of origins, stories and happenings, the latest first, as linking takes it."""

    origins: tuple[Bond, ...]
    stories: tuple[Bond, ...]
    happenings: tuple[Bond, ...]


def keep(connection: Connection, bonded: Bonded) -> None:
    """Keep what a person says."""
    values = {
        "id": bonded.id,
        "verdict": bonded.verdict,
        "kind": bonded.kind,
        "first": _sides_json(bonded.first),
        "second": _sides_json(bonded.second),
        "made_at": bonded.made_at,
        "author": bonded.author,
        "note": bonded.note,
    }
    connection.execute(insert(tables.bonds), values)


def _sides_json(side: Iterable[Seen]) -> str:
    return json.dumps([asdict(each) for each in side], ensure_ascii=False)


def to_bonded(row: Row[Any]) -> Bonded:
    """Return the verdict of a row of `bonds`."""
    first, second = (tuple(map(_to_seen, json.loads(side))) for side in (row.first, row.second))
    return Bonded(row.id, row.verdict, row.kind, first, second, row.made_at, row.author, row.note)


def _to_seen(seen: dict[str, Any]) -> Seen:
    return Seen(**{**seen, "span": Span(*seen["span"])})


def said(connection: Connection) -> Said:
    """Return what people said and nobody has taken back, by what the record holds now.

    Copies of one original tell one story: who says that articles have one origin says the latter, too, and who says
    that they tell two stories, that they have two origins. Who cannot tell whether they have one origin takes back
    nothing that was said of their stories, nor the other way round: judgements keep their kind.
    """
    known = in_force(connection)
    now = resolved(connection, known)
    of: dict[BondKind, list[Bond]] = {"origin": [], "story": [], "happening": []}
    for each in known:
        first, second = (
            tuple(dict.fromkeys(now[one] for one in side if one in now)) for side in (each.first, each.second)
        )
        if not first or not second:
            continue
        bond = Bond(each.verdict, first, second, each.kind)
        of[each.kind].append(bond)
        if each.kind == "story" and each.verdict != "same":
            of["origin"].append(bond)
        elif each.kind == "origin" and each.verdict != "different":
            of["story"].append(bond)
    return Said(tuple(of["origin"]), tuple(of["story"]), tuple(of["happening"]))


def in_force(connection: Connection, kind: BondKind | None = None) -> list[Bonded]:
    """Return what people said and nobody has taken back, the latest first."""
    table = tables.bonds.c
    wanted = select(tables.bonds).where(table.id.not_in(select(tables.revocations.c.judged)))
    if kind is not None:
        wanted = wanted.where(table.kind == kind)
    return [to_bonded(row) for row in connection.execute(wanted.order_by(table.number.desc()))]


def resolved(connection: Connection, some: Iterable[Bonded]) -> dict[Seen, str]:
    """Return the ids under which what people saw stands in the record now; what is not there any more is left out."""
    seen: dict[bool, dict[Seen, None]] = {True: {}, False: {}}
    for each in some:
        seen[each.kind == "happening"] |= dict.fromkeys((*each.first, *each.second))
    return {**_articles(connection, seen[False]), **_events(connection, seen[True])}


def _articles(connection: Connection, some: Mapping[Seen, None]) -> dict[Seen, str]:
    table = tables.articles.c
    wanted: Select[Any] = select(table.id, table.document, table.start, table.stop)
    held = connection.execute(wanted.where(table.id.in_(among(each.id for each in some)))).all()
    found = _by_id(some, held)
    gone = [each for each in some if each not in found]
    there = wanted.where(table.document.in_(among(each.document for each in gone))).order_by(table.start)
    return {**found, **_by_place(gone, connection.execute(there).all())} if gone else found


def _events(connection: Connection, some: Mapping[Seen, None]) -> dict[Seen, str]:
    """By their ids, by what a person has made of them since, else by the word that tells them and their root."""
    table, article, kept = tables.events.c, tables.articles.c, tables.corrected.c
    if not some:
        return {}
    columns = (table.id, article.document, table.start, table.stop, table.root)
    wanted: Select[Any] = select(*columns).join_from(
        tables.events, tables.articles, article.id == table.article
    )
    held = connection.execute(wanted.where(table.id.in_(among(each.id for each in some)))).all()
    found = _by_id(some, held)
    gone = [each for each in some if each not in found]
    if not gone:
        return found
    changed = select(kept.was, kept.is_now).where(
        kept.place == tables.events.name, kept.was.in_(among(each.id for each in gone))
    )
    now = {row.was: row.is_now for row in connection.execute(changed)}
    found |= {each: now[each.id] for each in gone if now.get(each.id) is not None}
    gone = [each for each in gone if each.id not in now]
    there = wanted.where(article.document.in_(among(each.document for each in gone))).order_by(table.start)
    return {**found, **_by_place(gone, connection.execute(there).all())}


def _by_id(some: Iterable[Seen], held: Sequence[Row[Any]]) -> dict[Seen, str]:
    ids = {row.id for row in held}
    return {each: each.id for each in some if each.id in ids}


def _by_place(some: Iterable[Seen], held: Sequence[Row[Any]]) -> dict[Seen, str]:
    """Return what stands where some stood that have gone."""
    by_document: dict[str, list[Row[Any]]] = {}
    for row in held:
        by_document.setdefault(row.document, []).append(row)
    there = {each: _there(each, by_document.get(each.document, ())) for each in some}
    return {each: id for each, id in there.items() if id is not None}


def _there(seen: Seen, rows: Sequence[Row[Any]]) -> str | None:
    """Return the id of what stands in half of where something stood at least; an event's is of the same root."""
    near = [
        (share(seen.span, Span(row.start, row.stop)), row.id)
        for row in rows
        if seen.root is None or row.root == seen.root
    ]
    alike = [each for each in near if each[0] >= SAME_PLACE]
    return max(alike)[1] if alike else None


def share(one: Span, other: Span) -> float:
    """Return what share of the longer of two stretches they have in common."""
    return one.overlap(other) / max(one.end - one.start, other.end - other.start, 1)
