"""What findings are shown with: their articles, their sentences, and who their chains stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select

from according.model import Span
from according.store import tables
from according.store.query import CHUNK, ArticleFilter, article_row, conditions
from according.views import ArticleRow, Who

NOBODY = Who(None, None)
"""Somebody of whom the article says nothing."""


def in_articles(table: Table, which: ArticleFilter, article: str | None) -> Select[Any]:
    """Return the query for rows of a table of findings in the order of their articles, of those that are asked for."""
    articles, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(table)
        .join_from(table, tables.articles, articles.id == table.c.article)
        .join(tables.documents, documents.id == articles.document)
        .where(*conditions(which))
        .order_by(documents.uri, documents.id, articles.start)
    )
    return wanted if article is None else wanted.where(articles.id == article)


def chunks(
    connection: Connection, wanted: Select[Any]
) -> Iterator[tuple[Sequence[Row[Any]], dict[str, ArticleRow]]]:
    """Yield rows of findings, some at a time, with their articles by id."""
    rows = connection.execute(wanted.execution_options(yield_per=CHUNK))
    for some in rows.partitions():
        yield some, articles_of(connection, some)


def articles_of(connection: Connection, some: Iterable[Row[Any]]) -> dict[str, ArticleRow]:
    """Return the articles of some rows of findings, by id."""
    articles, documents = tables.articles.c, tables.documents.c
    of = select(documents.uri, tables.articles).join_from(
        tables.documents, tables.articles, articles.document == documents.id
    )
    held = connection.execute(of.where(articles.id.in_({row.article for row in some})))
    return {row.id: article_row(row) for row in held}


def who(connection: Connection, chains: Iterable[str | None]) -> dict[str | None, Who]:
    """Return who the chains stand for: the entity and its name, or the chain's own name ("the president")."""
    wanted = sorted({chain for chain in chains if chain is not None})
    chain, entity = tables.chains.c, tables.entities.c
    name = func.coalesce(entity.name, chain.name).label("name")
    found = connection.execute(
        select(chain.id, chain.entity, name)
        .join_from(tables.chains, tables.entities, entity.id == chain.entity, isouter=True)
        .where(chain.id.in_(wanted))
    )
    return {row.id: Who(row.entity, row.name) for row in found}


def sentences(connection: Connection, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the sentence, on one line, at each place: an article and a position in its document."""
    table, articles, documents = tables.sentences.c, tables.articles.c, tables.documents.c
    of = sorted({article for article, _ in places})
    held = connection.execute(select(tables.sentences).where(table.article.in_(of)).order_by(table.start))
    spans: dict[str, list[Span]] = {}
    for row in held:
        spans.setdefault(row.article, []).append(Span(row.start, row.stop))
    texts = {
        row.id: row.text
        for row in connection.execute(
            select(articles.id, documents.text)
            .join_from(tables.articles, tables.documents, documents.id == articles.document)
            .where(articles.id.in_(of))
        )
    }
    found: dict[tuple[str, int], str] = {}
    for article, at in places:
        span = next((span for span in spans.get(article, ()) if span.start <= at < span.end), None)
        if span is not None:
            found[article, at] = " ".join(texts[article][span.start : span.end].split())
    return found
