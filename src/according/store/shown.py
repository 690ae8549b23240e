"""What findings are shown with: their articles, their sentences, and who their chains stand for."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from according.store import tables
from according.store.fold import fold
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
    return articles_by_id(connection, (row.article for row in some))


def articles_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleRow]:
    """Return some articles by their ids."""
    articles, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(documents.uri, tables.articles)
        .join_from(tables.documents, tables.articles, articles.document == documents.id)
        .where(articles.id.in_(among(ids)))
    )
    return {row.id: article_row(row) for row in connection.execute(wanted)}


def among(ids: Iterable[str | None]) -> Select[Any]:
    """Return a query for some ids themselves: a list to compare with that may be of any length."""
    listed = json.dumps(sorted({each for each in ids if each is not None}))
    return select(func.json_each(listed).table_valued("value").c.value)


def who(connection: Connection, chains: Iterable[str | None]) -> dict[str | None, Who]:
    """Return who chains stand for: the entity, else what the article calls them ("the president").

    Those of which it has only pronouns are left out.
    """
    chain, entity, mention = tables.chains.c, tables.entities.c, tables.mentions.c
    called = select(mention.id).where(mention.chain == chain.id, mention.form != "pronoun").exists()
    found = connection.execute(
        select(chain.id, chain.entity, func.coalesce(entity.name, chain.name).label("name"))
        .join_from(tables.chains, tables.entities, entity.id == chain.entity, isouter=True)
        .where(chain.id.in_(among(chains)), or_(chain.entity.is_not(None), called))
    )
    return {row.id: Who(row.entity, row.name) for row in found}


Told = tuple[str | None, str | None]
"""A chain and the words that stand there for it."""


def whose(connection: Connection, told: Iterable[Told]) -> dict[Told, Who]:
    """Return who it is that tells something.

    An entity goes by its name. Whom the article only describes goes by the words that stand there, which say more than
    what all of them have in common; by what else it calls him where they are a pronoun.
    """
    pairs = set(told)
    known = who(connection, [chain for chain, _ in pairs])
    unknown = [chain for chain, _ in pairs if known.get(chain, NOBODY).entity is None]
    mention = tables.mentions.c
    pronouns = {
        (row.chain, fold(row.text))
        for row in connection.execute(
            select(mention.chain, mention.text)
            .where(mention.chain.in_(among(unknown)), mention.form == "pronoun")
            .distinct()
        )
    }

    def called(chain: str | None, words: str | None) -> Who:
        found = known.get(chain, NOBODY)
        if found.entity is not None or words is None:
            return found
        if found.name is not None and (chain, fold(words)) in pronouns:
            return found
        return Who(None, " ".join(words.split()))

    return {pair: called(*pair) for pair in pairs}


def sentences(connection: Connection, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the sentence, on one line, at each place: an article and a position in its document."""
    table, articles, documents = tables.sentences.c, tables.articles.c, tables.documents.c
    of = among(article for article, _ in places)
    starts: dict[str, list[int]] = defaultdict(list)
    stops: dict[str, list[int]] = defaultdict(list)
    for row in connection.execute(
        select(tables.sentences).where(table.article.in_(of)).order_by(table.start)
    ):
        starts[row.article].append(row.start)
        stops[row.article].append(row.stop)
    by_document: dict[str, list[tuple[str, int]]] = defaultdict(list)
    held = {
        row.id: row.document
        for row in connection.execute(select(articles.id, articles.document).where(articles.id.in_(of)))
    }
    for article, at in places:
        by_document[held[article]].append((article, at))
    found: dict[tuple[str, int], str] = {}
    # A long document is read once, however many of its articles are asked for.
    for row in connection.execute(
        select(documents.id, documents.text).where(documents.id.in_(among(by_document)))
    ):
        for article, at in by_document[row.id]:
            number = bisect_right(starts[article], at) - 1
            if number >= 0 and at < stops[article][number]:
                written = row.text[starts[article][number] : stops[article][number]]
                found[article, at] = " ".join(written.split())
    return found
