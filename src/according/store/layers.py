"""The tables of findings that people judge, by their layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Table, select

from according.model import Layer
from according.store import tables

TABLES: Mapping[Layer, Table] = {
    "statement": tables.statements,
    "figure": tables.figures,
    "event": tables.events,
    "date": tables.dates,
    "mention": tables.mentions,
    "commitment": tables.commitments,
}
DOUBTFUL: Mapping[Layer, float] = {**dict.fromkeys(TABLES, 0.5), "mention": 0.6}
"""Findings with less confidence than this are asked about; the indexes of the schema know it, too."""


def rows(layer: Layer) -> Select[Any]:
    """Return the query for findings of a layer with their articles' documents."""
    table, article = TABLES[layer], tables.articles.c
    if layer == "mention":
        chain = tables.chains.c
        wanted = select(table, chain.article, article.document).join_from(
            table, tables.chains, chain.id == table.c.chain
        )
        return wanted.join(tables.articles, article.id == chain.article)
    return select(table, article.document).join_from(table, tables.articles, article.id == table.c.article)
