"""Articles as origins and stories are worked out from them: sketches with who, where, when and how many."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.knowledge.stems import stems
from according.model import Findings, Sketch, Span
from according.store import tables
from according.store.query import CHUNK
from according.views import Item, Prose

LEAD = 3
"""Sentences that say what an article is about: its title and two of the text. What follows is often background."""
CHARACTERS = 400
"""Of these at most."""
_TEXTS = 8
"""Documents that are kept in mind: the articles of a digest are asked for one after the other."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_WRITE = insert_or(tables.sketches).on_conflict_do_nothing()


def write(connection: Connection, found: Mapping[str, Findings]) -> None:
    """Write the sketches of articles that the record holds, by their ids."""
    values = [
        {
            "article": article,
            "words": each.sketch.words,
            "shingles": each.sketch.shingles,
            "vector": each.sketch.vector,
        }
        for article, each in found.items()
        if each.sketch is not None
    ]
    if values:
        connection.execute(_WRITE, values)


def items(
    connection: Connection, entities: Mapping[str, str], places: Mapping[str, str | None]
) -> Iterator[Item]:
    """Yield all articles that have a sketch, by their ids.

    Args:
        connection: To the record.
        entities: Those of chains, by the chains' ids.
        places: Those of the entities that are places or states, with their countries (ISO 3166-1 alpha-2).
    """
    openings, counts = _sentences(connection)
    begun = _beginnings(connection, openings)
    actors, lead = _actors(connection, entities, openings)
    days, figures = _days(connection), _figures(connection)
    table, articles = tables.sketches.c, tables.articles.c
    wanted = select(
        tables.sketches,
        articles.title, articles.language, articles.translated, articles.outlet, articles.agency, articles.published,
    ).join_from(tables.sketches, tables.articles, articles.id == table.article)  # fmt: skip
    for row in connection.execute(wanted.order_by(table.article)):
        named = actors.get(row.article, Counter())
        first = frozenset(lead.get(row.article, ()))
        opening, beginning = begun.get(row.article, ("", ""))
        yield Item(
            article=row.article,
            title=row.title,
            language=row.language,
            translated=bool(row.translated),
            outlet=row.outlet,
            agency=row.agency,
            published=row.published,
            sentences=counts[row.article],
            sketch=Sketch(row.words, row.shingles, row.vector),
            actors=tuple(sorted(named.items())),
            places=frozenset(each for each in named if each in places),
            days=frozenset(days.get(row.article, ())),
            figures=frozenset(figures.get(row.article, ())),
            lead=first,
            lands=frozenset(land for each in first if (land := places.get(each)) is not None),
            stems=stems(f"{row.title or ''} {beginning}"),
            opening=opening,
        )


def proses(connection: Connection) -> Callable[[str], Prose]:
    """Return what tells the sentences of an article, by its id, while the connection is open."""
    articles, documents, sentences = tables.articles.c, tables.documents.c, tables.sentences.c

    @lru_cache(maxsize=_TEXTS)
    def written(document: str) -> str:
        text: str = connection.execute(select(documents.text).where(documents.id == document)).scalar_one()
        return text

    def prose(article: str) -> Prose:
        document = connection.execute(select(articles.document).where(articles.id == article)).scalar_one()
        spans = select(sentences.start, sentences.stop).where(sentences.article == article)
        rows = connection.execute(spans.order_by(sentences.start))
        return Prose(written(document), tuple(Span(row.start, row.stop) for row in rows))

    return prose


def _sentences(connection: Connection) -> tuple[dict[str, list[Span]], Counter[str]]:
    """Return the first sentences of each article, and how many it has."""
    table = tables.sentences.c
    openings: dict[str, list[Span]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for row in connection.execute(select(tables.sentences).order_by(table.article, table.start)):
        if counts[row.article] < LEAD:
            openings[row.article].append(Span(row.start, row.stop))
        counts[row.article] += 1
    return openings, counts


def _beginnings(connection: Connection, openings: Mapping[str, Sequence[Span]]) -> dict[str, tuple[str, str]]:
    """Return the first sentence and the lead of each article, cut where they are very long."""
    articles, documents = tables.articles.c, tables.documents.c
    wanted = select(documents.id, documents.text)
    of: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(articles.id, articles.document)):
        if row.id in openings:
            of[row.document].append(row.id)
    found: dict[str, tuple[str, str]] = {}
    # A long document is read once, however many articles it has.
    for row in connection.execute(wanted.execution_options(yield_per=CHUNK)):
        for article in of.get(row.id, ()):
            first, last = openings[article][0], openings[article][-1]
            stop = min(last.end, first.start + CHARACTERS)
            opening = " ".join(row.text[first.start : min(first.end, stop)].split())
            found[article] = opening, row.text[first.start : stop]
    return found


def _actors(
    connection: Connection, entities: Mapping[str, str], openings: Mapping[str, Sequence[Span]]
) -> tuple[dict[str, Counter[str]], dict[str, set[str]]]:
    """Return how often each article mentions which entities, and which of them in its lead."""
    chain, mention = tables.chains.c, tables.mentions.c
    wanted = select(chain.article, mention.chain, mention.start).join_from(
        tables.mentions, tables.chains, chain.id == mention.chain
    )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    lead: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(wanted):
        entity = entities.get(row.chain)
        if entity is not None:
            counts[row.article][entity] += 1
            if row.article in openings and row.start < openings[row.article][-1].end:
                lead[row.article].add(entity)
    return counts, lead


def _days(connection: Connection) -> dict[str, set[str]]:
    """Return the days that the dates and events of each article name."""
    date, event = tables.dates.c, tables.events.c
    found: dict[str, set[str]] = defaultdict(set)
    for wanted in (select(date.article, date.value), select(event.article, event.date.label("value"))):
        for row in connection.execute(wanted):
            if row.value is not None and _DAY.fullmatch(row.value):
                found[row.article].add(row.value)
    return found


def _figures(connection: Connection) -> dict[str, set[tuple[float, str]]]:
    """Return the figures of each article: value and unit."""
    table = tables.figures.c
    wanted: Any = select(table.article, table.value, table.unit).where(table.value.is_not(None))
    found: dict[str, set[tuple[float, str]]] = defaultdict(set)
    for row in connection.execute(wanted):
        found[row.article].add((row.value, row.unit or ""))
    return found
