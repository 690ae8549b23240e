"""What is left to judge of links: articles that may have one origin or story, events that may be one happening."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, or_, select

from according.model import BondKind, Span
from according.store import bonds, events, review_labels, tables
from according.store.shown import among, articles_by_id, articles_of
from according.views import ArticleRow, Aspect, Context, EventRow, Task

_ORDER = {"story": 0, "origin": 1, "happening": 2}
"""What is asked first: one story decides what many articles are held against."""
_OPENING = 400
"""Characters of the beginning of an article that is shown."""


def open_(connection: Connection) -> Select[Any]:
    """Return the query for the links in doubt of which nobody has said anything."""
    return select(tables.doubts).where(_there(), _unspoken(connection))


def tasks(connection: Connection, open_: Select[Any], limit: int, offset: int) -> Iterator[Task]:
    """Yield what is left of links that are `open_`: of one kind after the other, those that are likeliest first."""
    doubt = tables.doubts.c
    order = (case(_ORDER, value=doubt.kind), doubt.score.desc(), doubt.first, doubt.second)
    rows = connection.execute(open_.order_by(*order).limit(limit).offset(offset)).all()
    sides = {**_articles(connection, rows), **_events(connection, rows)}
    for row in rows:
        one, other = sides[row.kind, row.first, row.second]
        about = f"{one.label} – {other.label}"
        id = f"{row.kind}.{row.first}.{row.second}"
        yield Task(id, "link", row.kind, about, row.score, row.reason, (one, other), bool(row.joined))


def _there() -> ColumnElement[bool]:
    """Return the condition on doubts that both are in the record still: they may have gone since it was linked."""
    doubt, events, articles = tables.doubts.c, select(tables.events.c.id), select(tables.articles.c.id)
    return or_(
        and_(doubt.kind == "happening", doubt.first.in_(events), doubt.second.in_(events)),
        and_(doubt.kind != "happening", doubt.first.in_(articles), doubt.second.in_(articles)),
    )


def _unspoken(connection: Connection) -> ColumnElement[bool]:
    """Return the condition on doubts that nobody has said anything of the two."""
    doubt = tables.doubts.c
    on = _sides(connection)
    ids = among(id for _, id in on)
    known = select(doubt.kind, doubt.first, doubt.second).where(doubt.first.in_(ids), doubt.second.in_(ids))
    told = [
        " ".join(row)
        for row in (connection.execute(known) if on else ())
        if _faces(on.get((row.kind, row.first), ()), on.get((row.kind, row.second), ()))
    ]
    return doubt.kind.concat(" ").concat(doubt.first).concat(" ").concat(doubt.second).not_in(among(told))


_Side = tuple[int, int]
"""A side of a judgement: the judgement's number, and 0 or 1."""


def _sides(connection: Connection) -> dict[tuple[BondKind, str], set[_Side]]:
    """Return on which sides people have named articles and events; as much as was named, not its pairs."""
    known = bonds.in_force(connection)
    now = bonds.resolved(connection, known)
    on: dict[tuple[BondKind, str], set[_Side]] = {}
    for number, each in enumerate(known):
        for side, some in enumerate((each.first, each.second)):
            for id in filter(None, map(now.get, some)):
                on.setdefault((each.kind, id), set()).add((number, side))
    return on


def _faces(one: Collection[_Side], other: Collection[_Side]) -> bool:
    """Return whether somebody named two on the two sides of one judgement."""
    few, many = sorted((one, other), key=len)
    return any((number, 1 - side) in many for number, side in few)


Key = tuple[str, str, str]


def _articles(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Key, tuple[Aspect, Aspect]]:
    of = [row for row in rows if row.kind != "happening"]
    ids = [id for row in of for id in (row.first, row.second)]
    articles = articles_by_id(connection, ids)
    openings = _openings(connection, ids)
    found = {}
    for row in of:
        shared = _shared(connection, row.first, row.second) if row.kind == "origin" else None
        told = shared or (openings.get(row.first, ""), openings.get(row.second, ""))
        found[row.kind, row.first, row.second] = (
            _article(articles[row.first], told[0]),
            _article(articles[row.second], told[1]),
        )
    return found


def _article(row: ArticleRow, told: str) -> Aspect:
    article = row.article
    label = " ".join((article.title or told).split())
    return Aspect(article.id, label, "", (Context(row, told, "", None),))


def _openings(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """Return how articles begin, by their ids."""
    table, article, document = tables.sentences.c, tables.articles.c, tables.documents.c
    first = select(table.article, func.min(table.start).label("start")).group_by(table.article)
    behind = first.join_from(tables.sentences, tables.articles, article.id == table.article).where(
        table.start >= func.coalesce(article.title_stop, 0)
    )
    begins = behind.where(table.article.in_(among(articles))).subquery()
    wanted = (
        select(
            begins.c.article,
            func.substr(document.text, begins.c.start + 1, _OPENING).label("text"),
            article.stop,
            begins.c.start,
        )
        .join(tables.articles, article.id == begins.c.article)
        .join(tables.documents, document.id == article.document)
    )
    return {row.article: _clip(row.text[: row.stop - row.start]) for row in connection.execute(wanted)}


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(text) < _OPENING else f"{line.rpartition(' ')[0]} …"


def _shared(connection: Connection, first: str, second: str) -> tuple[str, str] | None:
    """Return the longest passage that two articles have in common, as it stands in each."""
    copy = tables.copies.c
    for one, other in ((first, second), (second, first)):
        wanted = select(tables.copies).where(copy.article == one, copy.other == other)
        row = connection.execute(
            wanted.order_by((copy.stop - copy.start).desc(), copy.start).limit(1)
        ).one_or_none()
        if row is not None:
            here = _written(connection, one, Span(row.start, row.stop))
            there = _written(connection, other, Span(row.other_start, row.other_stop))
            return (here, there) if one == first else (there, here)
    return None


def _written(connection: Connection, article: str, span: Span) -> str:
    table, document = tables.articles.c, tables.documents.c
    wanted = (
        select(func.substr(document.text, span.start + 1, span.end - span.start))
        .join(tables.articles, table.document == document.id)
        .where(table.id == article)
    )
    return " ".join(str(connection.execute(wanted).scalar_one()).split())


def _events(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Key, tuple[Aspect, Aspect]]:
    of = [row for row in rows if row.kind == "happening"]
    ids = among(id for row in of for id in (row.first, row.second))
    held = connection.execute(select(tables.events).where(tables.events.c.id.in_(ids))).all()
    articles = articles_of(connection, held)
    views = {each.event.id: each for each in events.shown(connection, held, articles)}
    return {
        (row.kind, row.first, row.second): (_event(views[row.first]), _event(views[row.second])) for row in of
    }


def _event(each: EventRow) -> Aspect:
    event = each.event
    context = Context(each.row, each.sentence, " ".join(event.text.split()), event.id)
    return Aspect(event.id, review_labels.event(each), event.date or "", (context,))
