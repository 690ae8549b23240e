"""Asking what articles say, and according to whom: dates, statements and figures, as views."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, text

from according.model import Date, Figure, Span, Statement
from according.store import tables
from according.store.fold import fold
from according.store.meant import named
from according.store.query import ArticleFilter
from according.store.search import parse
from according.store.shown import NOBODY, chunks, in_articles, sentences, who
from according.views import FigureRow, StatementRow, TimelineEntry, Who


def statements(
    connection: Connection,
    which: ArticleFilter,
    *,
    article: str | None = None,
    by: str | None = None,
    about: str | None = None,
    limit: int | None = None,
) -> Iterator[StatementRow]:
    """Yield statements, sorted by the uri of their document and their place in it.

    Args:
        connection: To the record.
        which: Only those in these articles.
        article: Only those in the article of this id.
        by: Only those of the entities that go by this name, or of a speaker in whose words it stands ("residents").
        about: Only those in which these words stand or the entities of that name are mentioned. A query as in
            `search`.
        limit: At most this many.

    Raises:
        QueryError: there is no word in `about`.
    """
    table = tables.statements.c
    wanted = in_articles(tables.statements, which, article)
    if by is not None:
        wanted = wanted.where(_is_by(connection, by, table.speaker, table.speaker_text))
    if about is not None:
        wanted = wanted.where(_is_about(connection, about))
    wanted = wanted.order_by(table.start, table.cue_start, table.id).limit(limit)
    for some, articles in chunks(connection, wanted):
        outer = _outer(connection, some)
        known = who(
            connection, [chain for row in (*some, *outer.values()) for chain in (row.speaker, row.addressee)]
        )
        shown = sentences(connection, [(row.article, row.cue_start) for row in some])
        for row in some:
            speaker = known.get(row.speaker, Who(None, row.speaker_text))
            carrier = outer.get(row.within)
            via = NOBODY if carrier is None else known.get(carrier.speaker, Who(None, carrier.speaker_text))
            yield StatementRow(
                articles[row.article],
                _to_statement(row),
                speaker,
                known.get(row.addressee, NOBODY),
                NOBODY if via == speaker else via,
                shown.get((row.article, row.cue_start), row.said),
            )


def figures(
    connection: Connection,
    which: ArticleFilter,
    *,
    article: str | None = None,
    of: str | None = None,
    by: str | None = None,
    limit: int | None = None,
) -> Iterator[FigureRow]:
    """Yield figures, sorted as `statements` are.

    Args:
        connection: To the record.
        which: Only those in these articles.
        article: Only those in the article of this id.
        of: Only those of which one of these words is counted, or is the unit.
        by: Only those that this claimant gives, as in `statements`.
        limit: At most this many.
    """
    table = tables.figures.c
    wanted = in_articles(tables.figures, which, article)
    if of is not None:
        counted = table.text + " " + func.coalesce(table.what, "") + " " + func.coalesce(table.unit, "")
        wanted = wanted.where(
            *(func.fold(counted).contains(word, autoescape=True) for word in fold(of).split())
        )
    if by is not None:
        wanted = wanted.where(_is_by(connection, by, table.claimant, table.claimant_text))
    wanted = wanted.order_by(table.start, table.id).limit(limit)
    for some, articles in chunks(connection, wanted):
        known = who(connection, [chain for row in some for chain in (row.claimant, row.place)])
        shown = sentences(connection, [(row.article, row.start) for row in some])
        for row in some:
            yield FigureRow(
                articles[row.article],
                _to_figure(row),
                known.get(row.claimant, Who(None, row.claimant_text)),
                known.get(row.place, NOBODY),
                shown.get((row.article, row.start), row.text),
            )


def timeline(
    connection: Connection,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> Iterator[TimelineEntry]:
    """Yield the dates that articles name in the order of their days, those that reach further later.

    Args:
        connection: To the record.
        since: Only those that reach to this day, month or year or beyond it (ISO 8601).
        until: Only those that begin on or before it.
        limit: At most this many.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    table, article, documents = tables.dates.c, tables.articles.c, tables.documents.c
    wanted = in_articles(tables.dates, ArticleFilter(), None).where(table.earliest.is_not(None))
    if since is not None:
        wanted = wanted.where(table.latest >= since)
    if until is not None:
        wanted = wanted.where(table.earliest <= f"{until}~")
    order = (table.earliest, table.latest, documents.uri, documents.id, article.start, table.start, table.id)
    yield from _dated(connection, wanted.order_by(None).order_by(*order).limit(limit))


def dates(
    connection: Connection, which: ArticleFilter, *, article: str | None = None
) -> Iterator[TimelineEntry]:
    """Yield the dates that articles name, those left open as well, sorted as `statements` are."""
    table = tables.dates.c
    wanted = in_articles(tables.dates, which, article)
    yield from _dated(connection, wanted.order_by(table.start, table.id))


def _dated(connection: Connection, wanted: Select[Any]) -> Iterator[TimelineEntry]:
    for some, articles in chunks(connection, wanted):
        shown = sentences(connection, [(row.article, row.start) for row in some])
        speakers = _speakers(connection, some)
        for row in some:
            date = Date(
                row.article,
                Span(row.start, row.stop),
                row.text,
                row.value,
                row.confidence,
                row.reason,
                row.time,
            )
            sentence = shown.get((row.article, row.start), row.text)
            yield TimelineEntry(articles[row.article], date, sentence, speakers.get(row.id, NOBODY))


def _is_by(
    connection: Connection, name: str, chain: ColumnElement[Any], words: ColumnElement[Any]
) -> ColumnElement[bool]:
    entities = named(connection, name)
    theirs = select(tables.chains.c.id).where(tables.chains.c.entity.in_(entities))
    spoken = and_(*(func.fold(words).contains(word, autoescape=True) for word in fold(name).split()))
    # Words alone count where nobody is known: "the Ghanaian residents" are not Ghana.
    described = select(tables.chains.c.id).where(tables.chains.c.entity.is_(None))
    unknown = or_(chain.is_(None), chain.in_(described))
    return or_(chain.in_(theirs), and_(unknown, words.is_not(None), spoken))


def _is_about(connection: Connection, about: str) -> ColumnElement[bool]:
    table, mention, chain = tables.statements.c, tables.mentions.c, tables.chains.c
    matching = text("SELECT rowid FROM statement_index WHERE statement_index MATCH :about").bindparams(
        about=parse(about).expression()
    )
    numbers = [row.rowid for row in connection.execute(matching)]
    mentioned = (
        select(mention.id)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .where(
            chain.entity.in_(named(connection, about)),
            chain.article == table.article,
            mention.start >= table.start,
            mention.stop <= table.stop,
        )
        .correlate(tables.statements)
    )
    return or_(table.number.in_(numbers), mentioned.exists())


def _outer(connection: Connection, some: Sequence[Row[Any]]) -> dict[str | None, Row[Any]]:
    """The statements that some are part of, by their ids."""
    wanted = sorted({row.within for row in some if row.within is not None})
    found = connection.execute(select(tables.statements).where(tables.statements.c.id.in_(wanted)))
    return {row.id: row for row in found}


def _speakers(connection: Connection, some: Sequence[Row[Any]]) -> dict[str, Who]:
    """Who says what the dates stand in: of statements that lie in one another the innermost counts."""
    table = tables.statements.c
    held: dict[str, list[Any]] = {}
    wanted = select(table.article, table.start, table.stop, table.within, table.speaker, table.speaker_text)
    for said in connection.execute(
        wanted.where(table.article.in_({row.article for row in some})).order_by(table.start, table.id)
    ):
        held.setdefault(said.article, []).append(said)
    inside = {}
    for row in some:
        around = [each for each in held.get(row.article, ()) if each.start <= row.start < each.stop]
        if around:
            said = min(around, key=lambda each: (each.stop - each.start, each.within is None, each.start))
            inside[row.id] = said.speaker, said.speaker_text
    known = who(connection, [speaker for speaker, _ in inside.values()])
    return {date: known.get(speaker, Who(None, words)) for date, (speaker, words) in inside.items()}


def _to_statement(row: Row[Any]) -> Statement:
    speaker = None if row.speaker_start is None else Span(row.speaker_start, row.speaker_stop)
    return Statement(
        article=row.article,
        speaker=row.speaker,
        speaker_span=speaker,
        speaker_text=row.speaker_text,
        addressee=row.addressee,
        cue=Span(row.cue_start, row.cue_stop),
        content=tuple(Span(start, end) for start, end in json.loads(row.content)),
        kind=row.kind,
        manner=row.manner,
        certainty=row.certainty,
        confidence=row.confidence,
        reason=row.reason,
        text=row.said,
        within=row.within,
    )


def _to_figure(row: Row[Any]) -> Figure:
    return Figure(
        row.article, Span(row.start, row.stop), row.text, row.value, row.low, row.high, row.qualifier, row.unit,
        row.what, row.claimant, row.claimant_text, row.date, row.place, row.confidence, row.reason,
    )  # fmt: skip
