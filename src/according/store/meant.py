"""What a person means by a name: an entity, or one side of a judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, literal, select

from according.errors import NotFoundError
from according.model import Side
from according.store import rows, tables
from according.store.fold import fold

_NAMED_SHOWN = 5
_MOST = 20
"""Entities that part of a name can mean."""
_ID = re.compile(r"[0-9A-Fa-f]{6,16}")
_LEAD = 3


def looked_up(name: str) -> str:
    """A name as it is looked up: folded, and on one line."""
    return fold(" ".join(name.split()))


def entity(connection: Connection, name: str, *, leading: bool = False) -> Row[Any]:
    """Return the row of the entity that `name` means: its id, the beginning of its id, or one of its names.

    With `leading`, of several that go by the name the one that is in `_LEAD` times as many articles as any other.

    Raises:
        NotFoundError: there is none, or several go by that name.
    """
    found = _called(connection, name)
    if not found:
        raise NotFoundError(
            f"Nobody and nothing is called {name!r}. `according entities` lists who is named."
        )
    if len(found) > 1 and not (leading and found[0].articles >= _LEAD * found[1].articles):
        some = "; ".join(f"{row.name}, {row.kind}: {row.id}" for row in found[:_NAMED_SHOWN])
        raise NotFoundError(f"{name!r} can mean several ({some}). Give the id instead.")
    return found[0]


def _called(connection: Connection, name: str) -> Sequence[Row[Any]]:
    """The rows of some of the entities that go by a name, those in most articles first."""
    table = tables.entities.c
    order = (table.articles.desc(), table.mentions.desc(), table.id)
    wanted = select(tables.entities).where(table.id.in_(named(connection, name)))
    return connection.execute(wanted.order_by(*order).limit(_NAMED_SHOWN)).all()


def named(connection: Connection, name: str) -> Select[Any]:
    """Return the query for the ids of all entities that go by a name; `entity` is for one of them."""
    ways = list(_ways(name))
    found = (way for way in ways if connection.execute(way.limit(1)).first() is not None)
    return next(found, ways[0])


def _ways(name: str) -> Iterator[Select[Any]]:
    """Queries for the entities that can be meant by a name: those of the first that finds some are."""
    table, names = tables.entities.c, tables.entity_names.c
    words = looked_up(name)
    yield select(table.id).where(table.id.in_(select(names.entity).where(names.name == words)))
    if any(map(str.isalnum, words)):
        # Nobody is called so alone: whose name has these words in it?
        within = literal(" ").concat(names.name).concat(" ").contains(f" {words} ", autoescape=True)
        yield _foremost(table.id.in_(select(names.entity).where(within)))
    if _ID.fullmatch(name):
        yield _foremost(table.id.startswith(name.lower(), autoescape=True))


def _foremost(condition: ColumnElement[bool]) -> Select[Any]:
    """The query for the ids of the entities in most articles among those that fulfil a condition."""
    table = tables.entities.c
    order = (table.articles.desc(), table.mentions.desc(), table.id)
    return select(table.id).where(condition).order_by(*order).limit(_MOST)


def sides(connection: Connection, first: str, second: str) -> tuple[Side, Side]:
    """Return what a judgement on two names is about: two entities, or of one entity what bears each of the names.

    An id that an entity had when an earlier judgement named it still means what it meant then.

    Raises:
        NotFoundError: there is no such entity, or several go by one of the names.
    """
    judged = connection.execute(select(tables.judgements).order_by(tables.judgements.c.number))
    earlier = {side.id: side for each in map(rows.to_judgement, judged) for side in (each.first, each.second)}
    one, other = (
        earlier.get(name.strip().lower()) or entity(connection, name, leading=True)
        for name in (first, second)
    )
    if isinstance(one, Row) and isinstance(other, Row) and one.id == other.id:
        inside = _bearing(connection, one, first)
        rest = tuple(chain for chain in _bearing(connection, one, second) if chain not in inside)
        return _side(one, first, inside), _side(one, second, rest)
    return _whole(connection, one, first), _whole(connection, other, second)


def _whole(connection: Connection, meant: Side | Row[Any], name: str) -> Side:
    """All chains of what is meant, under the name that was given where a chain bears it."""
    if isinstance(meant, Side):
        return meant
    chain = tables.chains.c
    held = connection.execute(
        select(chain.id, chain.name).where(chain.entity == meant.id).order_by(chain.id)
    ).all()
    borne = any(looked_up(each.name) == looked_up(name) for each in held)
    return _side(meant, name if borne else meant.name, tuple(each.id for each in held))


def _side(row: Row[Any], name: str, chains: tuple[str, ...]) -> Side:
    return Side(" ".join(name.split()), row.kind, chains, row.id)


def _bearing(connection: Connection, row: Row[Any], name: str) -> tuple[str, ...]:
    """The chains of an entity that bear a name: as their own, else in one of their mentions."""
    chain, mention, wanted = tables.chains.c, tables.mentions.c, looked_up(name)
    held = connection.execute(
        select(chain.id, chain.name).where(chain.entity == row.id).order_by(chain.id)
    ).all()
    own = tuple(each.id for each in held if looked_up(each.name) == wanted)
    if own:
        return own
    written = connection.execute(
        select(chain.id, mention.text)
        .join_from(tables.chains, tables.mentions, mention.chain == chain.id)
        .where(chain.entity == row.id, mention.form == "name")
        .order_by(chain.id)
    )
    return tuple(dict.fromkeys(each.id for each in written if looked_up(each.text) == wanted))
