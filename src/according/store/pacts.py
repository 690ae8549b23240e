"""Which agreements and commitments are asked for: chosen by the record itself, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    distinct,
    func,
    or_,
    select,
    true,
)

from according.knowledge.edtf import bounds
from according.model import Kept
from according.store import tables
from according.store.fold import fold
from according.store.meant import named
from according.store.query import ArticleFilter
from according.store.shown import among

_ends = lru_cache(maxsize=100_000)(bounds)
_MANY = 999_999_999
"""More than there are instruments: what is counted down from, so that the commonest is the smallest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which agreements and commitments: as `according.store.agreed.agreements` takes it."""

    by: str | None = None
    status: Kept | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        """Raise SettingsError where a date is none."""
        ArticleFilter(since=self.since, until=self.until)

    @property
    def is_dated(self) -> bool:
        """Whether a stretch of time is asked for."""
        return self.since is not None or self.until is not None


def chosen(connection: Connection, asked: Asked, *, limit: int | None, offset: int) -> Sequence[str]:
    """Return the ids of agreements in the order of their days, undated ones last, those in most articles first."""
    table, day = tables.instruments.c, _days()
    number = func.count(table.article.distinct()).label("number")
    pact = (
        select(_which().label("id"), number).where(_wanted(connection, asked)).group_by(_which()).subquery()
    )
    wanted = select(pact.c.id).join_from(pact, day, day.c.id == pact.c.id, isouter=True)
    order = (day.c.date.is_(None), day.c.date, pact.c.number.desc(), pact.c.id)
    return connection.execute(wanted.order_by(*order).limit(limit).offset(offset)).scalars().all()


def count(connection: Connection, asked: Asked) -> int:
    """Return how many agreements are asked for."""
    return connection.execute(
        select(func.count(_which().distinct())).where(_wanted(connection, asked))
    ).scalar_one()


def under(ids: Sequence[str]) -> Select[Any]:
    """Return the query for the ids of the instruments of some agreements."""
    table = tables.instruments.c
    alone = select(table.id).where(table.agreement.is_(None), table.id.in_(among(ids)))
    return select(table.id).where(table.agreement.in_(among(ids))).union_all(alone).subquery().select()


def nowhere(connection: Connection, asked: Asked, limit: int | None) -> Sequence[str]:
    """Return the ids of the first commitments under no agreement, in the order of when they were told."""
    table, articles, documents = tables.commitments.c, tables.articles.c, tables.documents.c
    instrument = tables.instruments.c.id
    none = ~select(instrument).where(instrument == table.instrument).exists()
    wanted = (
        select(table.id)
        .join_from(tables.commitments, tables.articles, articles.id == table.article)
        .join(tables.documents, documents.id == articles.document)
        .where(none, *promised(connection, asked))
        .order_by(
            func.coalesce(func.nullif(articles.published, ""), "~"),
            documents.uri, documents.id, articles.start, table.start, table.what_start, table.id,
        )
    )  # fmt: skip
    if asked.since is not None:
        wanted = wanted.where(articles.published >= asked.since)
    if asked.until is not None:
        wanted = wanted.where(articles.published <= f"{asked.until}~")
    return connection.execute(wanted.limit(limit)).scalars().all()


def promised(connection: Connection, asked: Asked) -> list[ColumnElement[bool]]:
    """Return what a row of commitments must be, whenever it or its agreement was made."""
    table = tables.commitments.c
    found: list[ColumnElement[bool]] = []
    if asked.by is not None:
        words = func.json_extract(table.by_party, "$.text")
        known = _parties(table.by_party, "$.chains")
        described = and_(
            *(func.fold(words).contains(word, autoescape=True) for word in fold(asked.by).split())
        )
        among_them = _is_among(connection, known, asked.by)
        found.append(or_(among_them, and_(~known.exists(), words.is_not(None), described)))
    if asked.status is not None:
        found.append(_now() == asked.status)
    return found


def _wanted(connection: Connection, asked: Asked) -> ColumnElement[bool]:
    """Return what a row of instruments must be: one with commitments that are asked for, or asked for itself."""
    dated = _which().in_(_reaching(connection, asked)) if asked.is_dated else true()
    kept = promised(connection, asked)
    if not kept:
        return dated
    table, instrument = tables.commitments.c, tables.instruments.alias()
    promising = (
        select(func.coalesce(instrument.c.agreement, instrument.c.id))
        .join_from(tables.commitments, instrument, instrument.c.id == table.instrument)
        .where(*kept)
    )
    if asked.by is None or asked.status is not None:
        return and_(dated, _which().in_(promising))
    parties = _parties(tables.instruments.c.parties, "$")
    made = select(_which()).where(_is_among(connection, parties, asked.by))
    return and_(dated, or_(_which().in_(promising), _which().in_(made)))


def _which() -> ColumnElement[str]:
    """Return what tells which agreement a row of instruments means: its own id until linking has made one of it."""
    table = tables.instruments.c
    return func.coalesce(table.agreement, table.id)


def _days() -> CTE:
    """Return the query for the day of each agreement that has one: the commonest, of several the first."""
    table = tables.instruments.c
    number = func.count().label("number")
    each = (
        select(_which().label("id"), table.date, number)
        .where(table.date.is_not(None))
        .group_by(_which(), table.date)
        .subquery()
    )
    least = func.min(func.printf(f"%0{len(str(_MANY))}d", _MANY - each.c.number).concat(each.c.date))
    return select(each.c.id, func.substr(least, len(str(_MANY)) + 1).label("date")).group_by(each.c.id).cte()


def _reaching(connection: Connection, asked: Asked) -> Select[Any]:
    """Return the query for the agreements whose day, else when they were first named, lies in a stretch of time."""
    table, articles, day = tables.instruments.c, tables.articles.c, _days()
    every = select(table.date.label("day")).union(select(articles.published))
    told = [each for each in connection.execute(every).scalars() if each and _reaches(each, asked)]
    first = func.min(func.nullif(articles.published, ""))
    undated = (
        select(_which())
        .join_from(tables.instruments, tables.articles, articles.id == table.article)
        .where(_which().not_in(select(day.c.id)))
        .group_by(_which())
        .having(first.in_(among(told)))
    )
    return select(day.c.id).where(day.c.date.in_(among(told))).union_all(undated).subquery().select()


def _reaches(day: str, asked: Asked) -> bool:
    ends = _ends(day)
    return ends is not None and ends[1] >= (asked.since or "") and ends[0] <= f"{asked.until or ''}~"


def _parties(cell: ColumnElement[Any], path: str) -> Select[Any]:
    """Return the query for the entities of the chains that a cell of JSON holds at a path."""
    chain = tables.chains.c
    held = func.json_each(cell, path).table_valued("value")
    return select(chain.entity).where(chain.id == held.c.value, chain.entity.is_not(None))


def _is_among(connection: Connection, parties: Select[Any], name: str) -> ColumnElement[bool]:
    return parties.where(tables.chains.c.entity.in_(named(connection, name))).exists()


def _now() -> ColumnElement[Kept]:
    """Return what is known of a commitment after all reports, as `CommitmentRow.now` has it."""
    table, report = tables.commitments.c, tables.commitment_reports.c
    reports = select(report.status).where(report.commitment == table.id)
    settled = reports.where(report.status != "unclear")
    several = settled.with_only_columns(func.count(distinct(report.status))).scalar_subquery()
    one, any_ = (
        each.with_only_columns(func.max(report.status)).scalar_subquery() for each in (settled, reports)
    )
    return case(
        (table.status != "promised", table.status),
        (several > 1, "disputed"),
        else_=func.coalesce(one, any_, table.status),
    )
