"""Everything that people judged, in one list: who, when, of what, with which note, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, union_all

from according.errors import JudgementError, NotFoundError
from according.model import Called, Correction, Layer, Seen
from according.store import amending, bonds, corrected, entities, rows, tables
from according.store.discrepancies import to_ruling
from according.store.moment import now
from according.store.shown import among
from according.views import Act, Json


def revoke(connection: Connection, name: str, author: str, note: str | None) -> Act:
    """Take back what somebody judged: it is as if it had not been said, but stays in the list.

    Raises:
        NotFoundError: nothing has been judged under an id that begins so, or several things have.
        JudgementError: it has been taken back already.
    """
    every = _all().subquery()
    wanted = select(every.c.id).where(every.c.id.startswith(name, autoescape=True)).limit(2)
    ids = [row.id for row in connection.execute(wanted)] if name else []
    if len(ids) != 1:
        what = "Nothing has been judged" if not ids else "Several things have been judged"
        raise NotFoundError(
            f"{what} under an id that begins with {name!r}. `according judgements` lists all."
        )
    act = acts(connection, ids)[0]
    if act.revoked_at is not None:
        raise JudgementError(f"{act.about}: that has been taken back already.")
    connection.execute(
        insert(tables.revocations), {"judged": act.id, "made_at": now(), "author": author, "note": note}
    )
    if act.what == "finding":
        corrected.again(connection, act.id)
    if act.what != "difference":
        entities.linking_is_due(connection)
    return acts(connection, ids)[0]


def audit(connection: Connection, *, limit: int | None, offset: int) -> list[Act]:
    """Return what people judged, the latest first."""
    every = _all().subquery()
    wanted = select(every.c.id).order_by(every.c.made_at.desc(), every.c.id).limit(limit).offset(offset)
    return acts(connection, list(connection.execute(wanted).scalars()))


def exported(connection: Connection) -> Iterator[Act]:
    """Yield what people judged, the first first."""
    yield from reversed(audit(connection, limit=None, offset=0))


def _all() -> Any:
    judged = (tables.judgements, tables.rulings, tables.corrections, tables.bonds)
    return union_all(*(select(table.c.id, table.c.made_at) for table in judged))


def acts(connection: Connection, ids: list[str]) -> list[Act]:
    """Return what was judged under some ids, in their order."""
    found = [
        *_names(connection, ids),
        *_differences(connection, ids),
        *_findings(connection, ids),
        *_links(connection, ids),
    ]
    of = {each.id: each for each in found}
    return [of[id] for id in ids]


def _with_revocation(table: Any, ids: list[str]) -> Select[Any]:
    revoked = tables.revocations.c
    taken_back = (revoked.made_at.label("at"), revoked.author.label("by"), revoked.note.label("because"))
    joined = select(table, *taken_back).join_from(
        table, tables.revocations, revoked.judged == table.c.id, isouter=True
    )
    return joined.where(table.c.id.in_(among(ids)))


def _names(connection: Connection, ids: list[str]) -> list[Act]:
    found = []
    for row in connection.execute(_with_revocation(tables.judgements, ids)):
        judged = rows.to_judgement(row)
        said: Json = {"first": asdict(judged.first), "second": asdict(judged.second)}
        found.append(_act(row, "names", f"{judged.first.name} – {judged.second.name}", said))
    return found


def _differences(connection: Connection, ids: list[str]) -> list[Act]:
    """Rulings, each by what the discrepancy with most of its findings is about."""
    account, differ = tables.discrepancy_accounts.c, tables.discrepancies.c
    found = []
    for row in connection.execute(_with_revocation(tables.rulings, ids)).all():
        positions = to_ruling(row).findings
        seen = [each for position in positions for each in position]
        about = connection.execute(
            select(differ.about)
            .join_from(tables.discrepancies, tables.discrepancy_accounts, account.discrepancy == differ.id)
            .where(account.finding.in_(among(seen)), differ.kind == row.kind)
            .group_by(differ.id)
            .order_by(func.count().desc(), differ.id)
            .limit(1)
        ).scalar()
        said: Json = {"kind": row.kind, "findings": positions}
        act = _act(row, "difference", about or row.kind, said)
        found.append(replace(act, kind=row.kind, void=about is None and row.at is None))
    return found


def _links(connection: Connection, ids: list[str]) -> list[Act]:
    """What people said of articles and events, each by the first of both sides."""
    rows = connection.execute(_with_revocation(tables.bonds, ids)).all()
    said = {row.id: bonds.to_bonded(row) for row in rows}
    there = bonds.resolved(connection, said.values())
    article = tables.articles.c
    wanted = select(article.number, article.id).where(
        article.id.in_(among(there.get(each.first[0]) for each in said.values()))
    )
    number = {each.id: each.number for each in connection.execute(wanted)}
    found = []
    for row in rows:
        one = said[row.id]
        sides = {
            "first": [asdict(each) for each in one.first],
            "second": [asdict(each) for each in one.second],
        }
        about = f"{_some(one.first)} – {_some(one.second)}"
        void = any(not any(each in there for each in side) for side in (one.first, one.second))
        act = _act(
            row, "link", about, {"kind": one.kind, **sides}, None, number.get(there.get(one.first[0], ""))
        )
        found.append(replace(act, kind=one.kind, void=void and row.at is None))
    return found


def _some(side: Sequence[Seen]) -> str:
    more = f" (+{len(side) - 1})" if len(side) > 1 else ""
    return f"{side[0].text or side[0].id}{more}"


def _findings(connection: Connection, ids: list[str]) -> list[Act]:
    article = tables.articles.c
    found = []
    for row in connection.execute(_with_revocation(tables.corrections, ids)).all():
        said = corrected.to_correction(row)
        inside = (
            article.document == said.document,
            article.start <= said.span.start,
            article.stop >= said.span.end,
        )
        number = connection.execute(select(article.number).where(*inside).limit(1)).scalar()
        whole = {name: getattr(said, name) for name in ("document", "article", "span", "text")}
        told: Json = {**whole, "change": said.change.as_json()}
        act = _act(row, "finding", _told(connection, said), told, row.layer, number, row.finding)
        now_is, void = corrected.now(connection, said)
        found.append(replace(act, now=now_is, void=void and row.at is None))
    return found


def _told(connection: Connection, said: Correction) -> str:
    """Return what a correction says, in one line."""
    change, words = said.change, " ".join(said.text.split())
    if change.span is not None:
        instead = " ".join(amending.written_at(connection, said.document, change.span).split())
    elif change.source is not None or change.target is not None:
        sides = [change.source, change.target]
        if said.verdict == "added":  # nothing was there before
            sides = [side for side in sides if side]
        instead = " → ".join(map(_called, sides))
    else:
        number = f"{change.value:,.15g}" if change.value is not None else ""
        reach = f"{change.low:,.15g}–{change.high:,.15g}" if change.low is not None else ""
        parts = (
            change.name,
            change.root,
            change.date,
            change.status,
            number,
            reach,
            change.unit,
            change.what,
        )
        instead = " ".join(each for each in parts if each)
    return f"{words} → {instead}" if instead else words


def _called(side: tuple[Called, ...] | None) -> str:
    """Return who takes part: "…" where that stays as it is, "?" where it is nobody."""
    return "…" if side is None else ", ".join(name for name, _ in side) or "?"


def _act(
    row: Row[Any],
    what: Any,
    about: str,
    said: Json,
    layer: Layer | None = None,
    number: int | None = None,
    finding: str | None = None,
) -> Act:
    return Act(
        row.id, what, row.verdict, about, row.made_at, row.author, row.note, layer, number, finding, row.at, row.by,
        row.because, said,
    )  # fmt: skip
