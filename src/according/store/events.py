"""Asking what happened according to articles: events, as views, and as accounts for happenings to be made of."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from according.model import Event, Party, Root, Span, Status
from according.store import tables
from according.store.fold import fold
from according.store.meant import named
from according.store.query import ArticleFilter
from according.store.shown import NOBODY, Told, among, chunks, in_articles, sentences, who, whose
from according.views import Account, ArticleRow, EventRow

_T = TypeVar("_T")

SOURCE, TARGET = "source", "target"
"""The sides of an event in `event_parties`."""


def events(
    connection: Connection,
    *,
    article: str | None = None,
    root: Root | None = None,
    by: str | None = None,
    to: str | None = None,
    status: Status | None = None,
    since: str | None = None,
    until: str | None = None,
    sure: float = 0.0,
    limit: int | None = None,
) -> Iterator[EventRow]:
    """Yield events, sorted by the uri of their document and their place in it.

    Args:
        connection: To the record.
        article: Only those in the article of this id.
        root: Only those of this root.
        by: Only those that the entities that go by this name do, or somebody in whose description these words stand.
        to: Only those done to them, likewise.
        status: Only those of this status.
        since: Only those that reach to this day, month or year or beyond it (ISO 8601); those without a date by when
            their article was published.
        until: Only those that begin on or before it, likewise.
        sure: Only those with at least this confidence, 0 to 1.
        limit: At most this many.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    table, articles = tables.events.c, tables.articles.c
    wanted = in_articles(tables.events, ArticleFilter(), article).where(
        *conditions(connection, root=root, by=by, to=to, status=status)
    )
    if sure:
        wanted = wanted.where(table.confidence >= sure)
    if since is not None:
        wanted = wanted.where(func.coalesce(table.latest, articles.published) >= since)
    if until is not None:
        wanted = wanted.where(func.coalesce(table.earliest, articles.published) <= f"{until}~")
    wanted = wanted.order_by(table.start, table.stop, table.id).limit(limit)
    for some, found in chunks(connection, wanted):
        yield from shown(connection, some, found)


def conditions(
    connection: Connection, *, root: Root | None, by: str | None, to: str | None, status: Status | None
) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of events must be, as `events` takes it."""
    table = tables.events.c
    if root is not None:
        yield table.root == root
    if status is not None:
        yield table.status == status
    if by is not None:
        yield _takes_part(connection, SOURCE, by, table.source_text)
    if to is not None:
        yield _takes_part(connection, TARGET, to, table.target_text)


def _takes_part(
    connection: Connection, side: str, name: str, words: ColumnElement[Any]
) -> ColumnElement[bool]:
    party, chain = tables.event_parties.c, tables.chains.c
    beside = (
        select(party.chain)
        .join_from(tables.event_parties, tables.chains, chain.id == party.chain)
        .where(party.event == tables.events.c.id, party.side == side)
        .correlate(tables.events)
    )
    theirs = beside.where(chain.entity.in_(named(connection, name)))
    known = beside.where(chain.entity.is_not(None))
    # Words alone count where nobody is known: "the Ghanaian residents" are not Ghana.
    described = and_(*(func.fold(words).contains(word, autoescape=True) for word in fold(name).split()))
    return or_(theirs.exists(), and_(~known.exists(), words.is_not(None), described))


def shown(
    connection: Connection, some: Sequence[Row[Any]], articles: Mapping[str, ArticleRow]
) -> Iterator[EventRow]:
    """Yield rows of events as views, `articles` being theirs by id."""
    parties = _parties(connection, [row.id for row in some])
    sides = {
        (row.id, side): _told(tuple(parties.get((row.id, side), ())), words)
        for row in some
        for side, words in ((SOURCE, row.source_text), (TARGET, row.target_text))
    }
    reporters = [(row.reported_by, row.reported_text) for row in some]
    names = whose(connection, [*reporters, *(told for side in sides.values() for told in side)])
    places = who(connection, [row.place for row in some])
    texts = sentences(connection, [(row.article, row.start) for row in some])
    for row in some:
        source, target = (
            tuple(names[told] for told in sides[row.id, side] if names[told].name is not None)
            for side in (SOURCE, TARGET)
        )
        yield EventRow(
            articles[row.article],
            to_event(row, *(tuple(parties.get((row.id, side), ())) for side in (SOURCE, TARGET))),
            source,
            target,
            places.get(row.place, NOBODY),
            names[row.reported_by, row.reported_text],
            row.happening,
            texts.get((row.article, row.start), row.text),
        )


def _told(chains: tuple[str, ...], words: str | None) -> list[Told]:
    """Return who takes part as the article tells it: words are those of one, or of nobody known."""
    if len(chains) > 1:
        return [(chain, None) for chain in chains]
    return [(chain, words) for chain in chains] or [(None, words)]


def _parties(connection: Connection, events: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """The chains on the sides of some events, by event and side."""
    party = tables.event_parties.c
    wanted = select(tables.event_parties).where(party.event.in_(among(events))).order_by(party.position)
    found: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(wanted):
        found.setdefault((row.event, row.side), []).append(row.chain)
    return found


def accounts(
    connection: Connection,
    entities: Mapping[str, str],
    origins: Mapping[str, str],
    stories: Mapping[str, str],
) -> Iterator[Account]:
    """Yield all events as happenings are made of them.

    `entities` are those of chains by the chains' ids, `origins` and `stories` those of articles by the articles' ids.
    """
    table, articles, party = tables.events.c, tables.articles.c, tables.event_parties.c
    sides: dict[tuple[str, str], set[str]] = {}
    for row in connection.execute(select(party.event, party.side, party.chain)):
        if row.chain in entities:
            sides.setdefault((row.event, row.side), set()).add(entities[row.chain])
    company, figures = _named(connection, entities), _counted(connection)
    texts = tables.documents.c
    wanted = (
        select(tables.events, articles.document, articles.published, articles.language, articles.title_stop)
        .join_from(tables.events, tables.articles, articles.id == table.article)
        .order_by(articles.document, table.id)
    )
    # A long document is read once, however many events it has.
    for document, rows in groupby(connection.execute(wanted), key=lambda row: row.document):
        text = connection.execute(select(texts.text).where(texts.id == document)).scalar_one()
        for row in rows:
            at = slice(row.sentence_start, row.sentence_stop)
            yield Account(
                row.id,
                row.article,
                row.text,
                row.sentence_start,
                row.root,
                row.mode,
                row.status,
                frozenset(sides.get((row.id, SOURCE), ())),
                row.source_text,
                frozenset(sides.get((row.id, TARGET), ())),
                row.target_text,
                entities.get(row.place),
                row.date,
                row.published,
                origins.get(row.article, row.article),
                row.confidence,
                row.language,
                row.start,
                text[row.sentence_start : row.start],
                text[row.stop : row.sentence_stop],
                frozenset(_within(company.get(row.article, ()), at)),
                frozenset(_within(figures.get(row.article, ()), at)),
                row.reported_text is not None,
                row.title_stop is not None and row.stop <= row.title_stop,
                stories.get(row.article),
            )


def _within(some: Sequence[tuple[int, _T]], at: slice) -> Iterator[_T]:
    """Yield what begins inside a stretch."""
    first = bisect_left(some, at.start, key=lambda each: each[0])
    for start, each in islice(some, first, None):
        if start >= at.stop:
            return
        yield each


def _named(connection: Connection, entities: Mapping[str, str]) -> dict[str, list[tuple[int, str]]]:
    """Return which entities an article names where, by article."""
    chain, mention = tables.chains.c, tables.mentions.c
    wanted = select(chain.article, mention.start, mention.chain).join_from(
        tables.mentions, tables.chains, chain.id == mention.chain
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for row in connection.execute(wanted.where(mention.form != "pronoun")):
        if row.chain in entities:
            found.setdefault(row.article, []).append((row.start, entities[row.chain]))
    return {article: sorted(some) for article, some in found.items()}


def _counted(connection: Connection) -> dict[str, list[tuple[int, float]]]:
    """Return which quantities of two or more an article gives where, by article."""
    figure = tables.figures.c
    wanted = select(figure.article, figure.start, figure.value).where(figure.value >= 2)
    found: dict[str, list[tuple[int, float]]] = {}
    for row in connection.execute(wanted.order_by(figure.article, figure.start)):
        found.setdefault(row.article, []).append((row.start, row.value))
    return found


def offices(connection: Connection, entities: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what articles call persons (`president@AZ`), by their entities, as often as they do."""
    chain = tables.chains.c
    wanted = select(chain.id, chain.offices).where(chain.kind == "person", chain.offices.like("%@_%"))
    found: dict[str, list[str]] = {}
    for row in connection.execute(wanted.order_by(chain.id)):
        if row.id in entities:
            found.setdefault(entities[row.id], []).extend(json.loads(row.offices))
    return found


def to_event(row: Row[Any], source: tuple[str, ...], target: tuple[str, ...]) -> Event:
    """Return a row of events as the event that it is, `source` and `target` being who takes part."""
    return Event(
        article=row.article,
        trigger=Span(row.start, row.stop),
        sentence=Span(row.sentence_start, row.sentence_stop),
        text=row.text,
        root=row.root,
        mode=row.mode,
        source=_party(source, row.source_start, row.source_stop, row.source_text),
        target=_party(target, row.target_start, row.target_stop, row.target_text),
        place=row.place,
        date=row.date,
        status=row.status,
        reported_by=row.reported_by,
        reported_text=row.reported_text,
        measures=tuple(Span(start, end) for start, end in json.loads(row.measures)),
        confidence=row.confidence,
        reason=row.reason,
    )


def _party(chains: tuple[str, ...], start: int | None, stop: int | None, words: str | None) -> Party:
    return Party(chains, None if start is None or stop is None else Span(start, stop), words)
