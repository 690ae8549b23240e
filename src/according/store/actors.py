"""Asking who acts: a list, one actor over time, and what is told to have happened between two."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, insert, literal, or_, select, text

from according.model import Kind, Root, Status
from according.store import claims, entities, tables
from according.store.happenings import told
from according.store.meant import entity, looked_up
from according.store.query import ArticleFilter
from according.store.shown import among
from according.views import Actor, Doubt, HappeningRow, Office, Profile, StatementRow, Tie, Ties

NEAREST = 24
"""Others that a network shows, those with most in common first."""
FACT: tuple[Status, ...] = ("happened", "ongoing")
"""Statuses of what is told as fact: what is denied, planned, demanded or threatened did not happen by being told."""
_READ = 300
"""Articles, the latest first, in which it is looked up at once what is said about somebody."""
_MONTH = 7
_FROM = ("id", "kind", "name", "country", "contested", "articles", "mentions")
_ROWS = text(
    "SELECT DISTINCT s.value, t.value, h.id, h.root, h.status, h.earliest FROM happenings h, json_each(h.source) s, "
    "json_each(h.target) t WHERE s.value <> t.value"
)


def save(connection: Connection) -> None:
    """Work out anew between whom happenings are.

    Those who do something together are its sources and its targets. Of what is done to nobody who is known nothing
    follows between those who do it.
    """
    table = tables.relations
    connection.execute(delete(table))
    names = [each.name for each in table.c]
    connection.execute(insert(table).from_select(names, _ROWS.columns(*(each for each in table.c))))


def listed(
    connection: Connection, *, kind: Kind | None, words: str | None, limit: int, offset: int
) -> list[Actor]:
    """Return entities in the order of how many articles name them."""
    table, names = tables.entities.c, tables.entity_names.c
    wanted = select(*(table[name] for name in _FROM))
    if kind is not None:
        wanted = wanted.where(table.kind == kind)
    for word in looked_up(words or "").split():
        within = literal(" ").concat(names.name).contains(f" {word}", autoescape=True)
        wanted = wanted.where(table.id.in_(select(names.entity).where(within)))
    order = (table.articles.desc(), table.mentions.desc(), table.name, table.id)
    return [_actor(row) for row in connection.execute(wanted.order_by(*order).limit(limit).offset(offset))]


def _actor(row: Row[Any]) -> Actor:
    return Actor(row.id, row.kind, row.name, row.country, bool(row.contested), row.articles, row.mentions)


def profile(connection: Connection, name: str) -> Profile:
    """Return what the entity that `name` means is called, its offices, and its articles by month.

    Raises:
        NotFoundError: there is none, or several go by that name.
    """
    found = entities.one(connection, name)
    chain, articles = tables.chains.c, tables.articles.c
    month = func.substr(articles.published, 1, _MONTH)
    joined = select(month, func.count(chain.article.distinct())).join_from(
        tables.chains, tables.articles, articles.id == chain.article
    )
    months = connection.execute(
        joined.where(chain.entity == found.id, articles.published.is_not(None))
        .group_by(month)
        .order_by(month)
    )
    return Profile(
        found,
        tuple(_offices(connection, found.id)),
        tuple(_doubts(connection, found.id)),
        tuple((row[0].partition("/")[0], row[1]) for row in months),
    )


def _offices(connection: Connection, id: str) -> list[Office]:
    chain, articles = tables.chains.c, tables.articles.c
    told_in = func.count(chain.article.distinct())
    rows = connection.execute(
        select(chain.offices, told_in, func.min(articles.published), func.max(articles.published))
        .join_from(tables.chains, tables.articles, articles.id == chain.article)
        .where(chain.entity == id, chain.offices != "[]")
        .group_by(chain.offices)
    )
    counts: Counter[str] = Counter()
    days: dict[str, set[str]] = defaultdict(set)
    for offices, count, first, last in rows:
        for office in json.loads(offices):
            counts[office] += count
            days[office] |= {day for day in (first, last) if day is not None}
    found = [
        Office(office, count, min(days[office], default=None), max(days[office], default=None))
        for office, count in counts.items()
    ]
    return sorted(found, key=lambda each: (each.first is None, each.first, -each.articles, each.office))


def _doubts(connection: Connection, id: str) -> Iterator[Doubt]:
    table, doubt = tables.entities.c, tables.suggestions.c
    other = case((doubt.first == id, doubt.second), else_=doubt.first)
    wanted = (
        select(table.id, table.name, doubt.score, doubt.reason)
        .join_from(tables.suggestions, tables.entities, table.id == other)
        .where(or_(doubt.first == id, doubt.second == id))
        .order_by(doubt.score.desc(), table.name, table.id)
    )
    return (Doubt(row.id, row.name, row.score, row.reason) for row in connection.execute(wanted))


def ties(connection: Connection, name: str) -> Ties:
    """Return with whom the entity that `name` means has to do, and how.

    Raises:
        NotFoundError: there is none, or several go by that name.
    """
    centre, table = entity(connection, name, leading=True).id, tables.relations.c
    together = func.count(table.happening.distinct()).label("number")
    theirs = [
        select(other.label("other"), table.happening, table.status).where(mine == centre)
        for mine, other in ((table.source, table.target), (table.target, table.source))
    ]
    both = theirs[0].union(theirs[1]).subquery()
    facts = func.sum(both.c.status.in_(FACT))
    near = connection.execute(
        select(both.c.other)
        .group_by(both.c.other)
        .order_by(facts.desc(), func.count().desc(), both.c.other)
        .limit(NEAREST)
    ).scalars()
    ids = [centre, *near]
    rows = connection.execute(
        select(
            table.source, table.target, table.root, table.status, together, func.min(table.earliest),
            func.max(table.earliest),
        )
        .where(table.source.in_(ids), table.target.in_(ids))
        .group_by(table.source, table.target, table.root, table.status)
        .order_by(together.desc(), table.source, table.target, table.root, table.status)
    )  # fmt: skip
    of = tables.entities.c
    actors = {
        row.id: _actor(row)
        for row in connection.execute(select(*(of[each] for each in _FROM)).where(of.id.in_(ids)))
    }
    return Ties(
        centre,
        tuple(actors[each] for each in ids if each in actors),
        tuple(Tie(*row) for row in rows),
        tuple(_months(connection, centre)),
    )


def _months(connection: Connection, centre: str) -> Iterator[tuple[str, str, int]]:
    table = tables.relations.c
    month = func.substr(table.earliest, 1, _MONTH)
    wanted = (
        select(month, table.root, func.count(table.happening.distinct()))
        .where(_with(centre, None), table.earliest.is_not(None), table.status.in_(FACT))
        .group_by(month, table.root)
        .order_by(month, table.root)
    )
    return ((row[0], row[1], row[2]) for row in connection.execute(wanted))


def _with(one: str, other: str | None) -> ColumnElement[bool]:
    table = tables.relations.c
    if other is None:
        return or_(table.source == one, table.target == one)
    return or_(
        (table.source == one) & (table.target == other), (table.source == other) & (table.target == one)
    )


def between(
    connection: Connection, name: str, other: str | None, *, root: Root | None, limit: int, offset: int
) -> Iterator[HappeningRow]:
    """Yield what is told to have happened between two, or between one and anybody, the latest first."""
    one = entity(connection, name, leading=True).id
    another = None if other is None else entity(connection, other, leading=True).id
    table, happening = tables.relations.c, tables.happenings.c
    wanted = select(table.happening, table.earliest).where(_with(one, another)).distinct()
    if root is not None:
        wanted = wanted.where(table.root == root)
    order = (table.earliest.is_(None), table.earliest.desc(), table.happening)
    ids = [row.happening for row in connection.execute(wanted.order_by(*order).limit(limit).offset(offset))]
    rows = connection.execute(select(tables.happenings).where(happening.id.in_(ids))).all()
    yield from told(connection, sorted(rows, key=lambda row: ids.index(row.id)))


def sayings(connection: Connection, name: str, *, about: bool, limit: int, offset: int) -> list[StatementRow]:
    """Return statements by or about the entity that `name` means, the latest first."""
    id = entity(connection, name, leading=True).id
    table, chain, articles = tables.statements.c, tables.chains.c, tables.articles.c
    order = (articles.published.is_(None), articles.published.desc(), articles.number, table.start)
    if about:
        ids = list(islice(_about(connection, id), offset, offset + limit))
    else:
        wanted = (
            select(table.id)
            .join_from(tables.chains, tables.statements, table.speaker == chain.id)
            .join(tables.articles, articles.id == table.article)
            .where(chain.entity == id)
            .order_by(*order)
        )
        ids = list(connection.execute(wanted.limit(limit).offset(offset)).scalars())
    rows = claims.statements(connection, ArticleFilter(), ids=ids)
    return sorted(rows, key=lambda row: ids.index(row.statement.id))


def _about(connection: Connection, id: str) -> Iterator[str]:
    """Yield statements in which an entity is mentioned, by others than itself, those of the latest articles first."""
    chain, articles = tables.chains.c, tables.articles.c
    latest = (
        select(chain.id, chain.article)
        .join_from(tables.chains, tables.articles, articles.id == chain.article)
        .where(chain.entity == id)
        .order_by(articles.published.is_(None), articles.published.desc(), articles.number)
    )
    held: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(latest):
        if row.article not in held and len(held) == _READ:
            yield from _said_around(connection, held)
            held.clear()
        held[row.article].append(row.id)
    yield from _said_around(connection, held)


def _said_around(connection: Connection, held: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield statements by others around the names of some chains, by their articles, in the order of these."""
    table, chain, mention = tables.statements.c, tables.chains.c, tables.mentions.c
    own = {id for chains in held.values() for id in chains}
    named = connection.execute(
        select(chain.article, mention.start, mention.stop)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .where(mention.chain.in_(among(own)), mention.form != "pronoun")
    )
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mentioned in named:
        places[mentioned.article].append((mentioned.start, mentioned.stop))
    said: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(table.id, table.article, table.speaker, table.content)
        .where(table.article.in_(among(places)))
        .order_by(table.start, table.id)
    ):
        if row.speaker not in own and _holds(json.loads(row.content), places[row.article]):
            said[row.article].append(row.id)
    for article in held:
        yield from said[article]


def _holds(stretches: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at and stop <= end for start, end in stretches for at, stop in places)
