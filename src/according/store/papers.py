"""Documents as a desk shows them: listed, and cut into their articles with what lies between them."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from according.errors import NotFoundError
from according.model import Notice, Span
from according.store import query, rows, tables
from according.views import Cut, Paper, Piece

_BETWEEN, _ABOUT = 20_000, 400
"""The most characters of what lies between articles, and of an article, that are shown."""
_NOTICES = 50
"""The most notices of one document that are shown."""


def listed(
    connection: Connection, *, words: str | None, noticed: bool, limit: int, offset: int
) -> list[Paper]:
    """Return documents by their uris, those in whose uri all words stand, those with notices alone when `noticed`."""
    table = tables.documents.c
    wanted = [table.uri.icontains(word, autoescape=True) for word in (words or "").split()]
    if noticed:
        notice, location = tables.notices.c, tables.locations.c
        about = or_(notice.uri == location.uri, notice.uri == notice.source)
        joined = select(location.document).join_from(
            tables.notices, tables.locations, and_(location.source == notice.source, about)
        )
        wanted.append(table.id.in_(joined))
    page = select(table.id).where(*wanted).order_by(table.uri, table.id).limit(limit).offset(offset)
    return [_paper(connection, id) for id in connection.execute(page).scalars().all()]


def cut(connection: Connection, id: str, *, limit: int, offset: int) -> Cut:
    """Return a document with some of its articles, and what lies before, between and, on the last page, behind them.

    Raises:
        NotFoundError: there is none of this id.
    """
    paper = _paper(connection, id)
    table, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(documents.uri, tables.articles)
        .join_from(tables.articles, tables.documents, documents.id == table.document)
        .where(table.document == id)
        .order_by(table.start, table.id)
    )
    some = connection.execute(wanted.limit(limit).offset(offset)).all()
    begins = 0
    if offset:
        before = select(table.stop).where(table.document == id).order_by(table.start, table.id)
        begins = connection.execute(before.offset(offset - 1).limit(1)).scalar() or paper.characters
    ends = paper.characters if offset + len(some) >= paper.articles else some[-1].stop
    whole = connection.execute(select(documents.text, documents.marks).where(documents.id == id)).one()
    pieces = _pieces(some, Span(begins, max(begins, ends)), whole.text, json.loads(whole.marks))
    return Cut(paper, tuple(pieces), _notices(connection, paper))


def _paper(connection: Connection, id: str) -> Paper:
    table = tables.documents.c
    columns = (table.id, table.uri, table.media_type, table.encoding, table.characters)
    row = connection.execute(select(*columns).where(table.id == id)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no document {id!r}.")
    articles = select(func.count()).where(tables.articles.c.document == id)
    notices = select(func.count()).select_from(tables.notices).where(_about(id, row.uri))
    return Paper(*row, *(connection.execute(each).scalar_one() for each in (articles, notices)))


def _about(id: str, uri: str) -> ColumnElement[bool]:
    """Return what a notice about a document is: about itself, or the whole input that it comes from."""
    notice, location = tables.notices.c, tables.locations.c
    sources = select(location.source).where(location.document == id).scalar_subquery()
    return and_(notice.source.in_(sources), or_(notice.uri == uri, notice.uri == notice.source))


def _notices(connection: Connection, paper: Paper) -> tuple[Notice, ...]:
    table = tables.notices.c
    wanted = select(tables.notices).where(_about(paper.id, paper.uri))
    ordered = wanted.order_by(table.lost.desc(), table.uri, table.kind, table.id).limit(_NOTICES)
    return tuple(rows.to_notice(row) for row in connection.execute(ordered))


def _pieces(some: Sequence[Row[Any]], within: Span, text: str, marks: Iterable[Any]) -> Iterator[Piece]:
    """Yield articles and what lies around them in a stretch of their document."""
    known = Marks(marks)
    at = within.start
    for row in some:
        yield from _between(Span(at, max(at, row.start)), text, known)
        article = query.article_row(row)
        noise = Counter[str]()
        for mark in article.article.marks:
            noise[mark.kind] += mark.span.end - mark.span.start
        span = Span(row.start, row.stop)
        title = article.article.title_span
        begins = span.start if title is None else max(span.start, min(title.end, span.end))
        shown = " ".join(text[begins : span.end][: 2 * _ABOUT].split())[:_ABOUT]
        yield Piece(span, shown, article, tuple(sorted(noise.items())))
        at = max(at, row.stop)
    yield from _between(Span(at, max(at, within.end)), text, known)


class Marks:
    """The marks of a document, where each stretch finds its own without a look at all of them."""

    def __init__(self, marks: Iterable[Any]) -> None:
        """`marks` are start, stop, kind and more, in any order."""
        self._marks = sorted((Span(start, stop), kind) for start, stop, kind, *_ in marks)
        self._starts = [span.start for span, _ in self._marks]
        self._reached = list(accumulate((span.end for span, _ in self._marks), max))

    def over(self, span: Span) -> Sequence[tuple[Span, str]]:
        """Return the marks from the first to the last that has a part of a stretch."""
        return self._marks[bisect_right(self._reached, span.start) : bisect_left(self._starts, span.end)]


def _between(span: Span, text: str, marks: Marks) -> Iterator[Piece]:
    """Yield what lies between two articles, unless it is nothing but white space."""
    written = text[span.start : span.end]
    if not written.strip():
        return
    noise = Counter[str]()
    for mark, kind in marks.over(span):
        if common := span.overlap(mark):
            noise[kind] += common
    yield Piece(span, written[:_BETWEEN].strip("\r\n"), None, tuple(sorted(noise.items())))
