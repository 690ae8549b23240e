"""What a person means by the names of articles, stories, events and happenings of which she says that they are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from according.errors import JudgementError, NotFoundError
from according.model import BondKind, Seen, Span
from according.store import happenings, query, stories, tables
from according.store.shown import among, sentences

_MOST = 100
"""Characters of what stands there that are kept to be shown."""


def sides(
    connection: Connection, kind: BondKind, first: Iterable[str], second: Iterable[str]
) -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
    """Return the articles, or events, of both sides of a judgement.

    Args:
        connection: To the record.
        kind: What they have in common or have not.
        first: Numbers or ids of articles, of stories also the ids of all their articles; ids of events, or of
            happenings for all of their events.
        second: Those of the other side. What one side names by itself, with its copies, is left out of a story or
            happening on the other; what both name in one way is of the first.

    Raises:
        NotFoundError: there is no such thing, or there are several.
        JudgementError: nothing is left of a side.
    """
    here, there = ([_meant(connection, kind, name) for name in names] for names in (first, second))
    one = _left(here, _own(connection, kind, there))
    taken = set(one)
    other = tuple(each for each in _left(there, _own(connection, kind, here)) if each not in taken)
    if not one or not other:
        raise JudgementError("Both sides are the same. Name two articles, stories, events or happenings.")
    return one, other


def _left(side: Sequence[Sequence[Seen]], own: frozenset[str]) -> tuple[Seen, ...]:
    """Return what a side names, without what the other names by itself where this one does not, too."""
    kept = (each for some in side for each in some if len(some) == 1 or each.id not in own)
    return tuple(dict.fromkeys(kept))


def _own(connection: Connection, kind: BondKind, side: Sequence[Sequence[Seen]]) -> frozenset[str]:
    """Return the ids of what a side names by itself; copies go with their original."""
    named = [some[0] for some in side if len(some) == 1]
    copies = _copies(connection, named) if kind == "story" else frozenset()
    return copies.union(each.id for each in named)


def _copies(connection: Connection, some: Iterable[Seen]) -> frozenset[str]:
    """Return the ids of the articles that have one origin with any of these."""
    table = tables.origins.c
    of = select(table.origin).where(table.article.in_(among(each.id for each in some)))
    return frozenset(connection.execute(select(table.article).where(table.origin.in_(of))).scalars())


def _meant(connection: Connection, kind: BondKind, name: str) -> list[Seen]:
    if kind == "happening":
        return _events(connection, name)
    try:
        return [_article(query.article(connection, name).article)]
    except NotFoundError:
        if kind != "story":
            raise
        return [_article(each.row.article) for each in stories.story(connection, name).members]


def _article(article: Any) -> Seen:
    return Seen(article.id, article.document, article.span, _short(article.title or ""))


def _events(connection: Connection, name: str) -> list[Seen]:
    """Return the events of a happening, or the one that is named."""
    table, article = tables.events.c, tables.articles.c
    wanted = select(tables.events, article.document).join_from(
        tables.events, tables.articles, article.id == table.article
    )
    rows = connection.execute(wanted.where(table.id == name)).all()
    if not rows:
        happening = happenings.happening(connection, name).happening.id
        rows = connection.execute(wanted.where(table.happening == happening).order_by(table.account)).all()
    texts = sentences(connection, [(row.article, row.start) for row in rows])
    return [_event(row, texts.get((row.article, row.start), row.text)) for row in rows]


def _event(row: Row[Any], sentence: str) -> Seen:
    return Seen(row.id, row.document, Span(row.start, row.stop), _short(sentence), row.root)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1].rstrip() + "…"
