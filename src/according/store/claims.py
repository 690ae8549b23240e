"""Asking what articles say, and according to whom: dates, statements and figures, as views."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    Table,
    and_,
    column,
    func,
    literal,
    or_,
    select,
    text,
    true,
)

from according.knowledge.fates import fates
from according.model import Date, Figure, Span, Statement
from according.store import tables
from according.store.fold import fold
from according.store.meant import named
from according.store.query import ArticleFilter
from according.store.search import parse
from according.store.shown import NOBODY, Told, among, chunks, in_articles, sentences, who, whose
from according.views import ArticleRow, FigureRow, StatementRow, TimelineEntry, Who


def statements(
    connection: Connection,
    which: ArticleFilter,
    *,
    article: str | None = None,
    by: str | None = None,
    about: str | None = None,
    ids: Sequence[str] | None = None,
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
        ids: Only these.
        limit: At most this many.

    Raises:
        QueryError: there is no word in `about`.
    """
    outer = tables.statements.alias("outer")
    wanted = in_articles(tables.statements, which, article).join(
        outer, outer.c.id == tables.statements.c.within, isouter=True
    )
    wanted = wanted.add_columns(outer.c.speaker.label("via"), outer.c.speaker_text.label("via_text"))
    if about is not None:
        wanted = wanted.where(_is_about(connection, about))
    if ids is not None:
        wanted = wanted.where(tables.statements.c.id.in_(ids))
    for some in _listed(connection, _STATEMENTS, wanted, by, limit):
        for row in some.rows:
            speaker = some.tellers[row.speaker, row.speaker_text]
            via = some.tellers[row.via, row.via_text]
            same = via == speaker or (row.via is not None and row.via == row.speaker)
            yield StatementRow(
                some.articles[row.article],
                to_statement(row),
                speaker,
                some.others.get(row.addressee, NOBODY),
                NOBODY if same else via,
                some.sentences.get((row.article, row.cue_start), row.said),
            )


def figures(
    connection: Connection,
    which: ArticleFilter,
    *,
    article: str | None = None,
    of: str | None = None,
    by: str | None = None,
    ids: Sequence[str] | None = None,
    limit: int | None = None,
) -> Iterator[FigureRow]:
    """Yield figures, sorted as `statements` are.

    Args:
        connection: To the record.
        which: Only those in these articles.
        article: Only those in the article of this id.
        of: Only those in which each of these words is counted, is the unit, or says what happened to what is counted.
        by: Only those that this claimant gives, as in `statements`.
        ids: Only these.
        limit: At most this many.
    """
    wanted = in_articles(tables.figures, which, article)
    if of is not None:
        wanted = wanted.where(*map(_is_of, fold(of).split()))
    if ids is not None:
        wanted = wanted.where(tables.figures.c.id.in_(ids))
    for some in _listed(connection, _FIGURES, wanted, by, limit):
        for row in some.rows:
            yield FigureRow(
                some.articles[row.article],
                to_figure(row),
                some.tellers[row.claimant, row.claimant_text],
                some.others.get(row.place, NOBODY),
                some.sentences.get((row.article, row.start), row.text),
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
    wanted = in_articles(tables.dates, ArticleFilter(), None).where(
        table.earliest.is_not(None), _is_of_the_text(tables.dates)
    )
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


@dataclass(frozen=True, slots=True)
class _Claims:
    """Statements or figures: their table, and which of its columns say where one stands and who has to do with it.

    `tellers` are chains with the words that stand there for them, first whose claim it is; `other` is a further chain.
    """

    table: Table
    order: tuple[str, ...]
    place: str
    tellers: tuple[tuple[str, str], ...]
    other: str


_STATEMENTS = _Claims(
    tables.statements,
    ("start", "cue_start", "id"),
    "cue_start",
    (("speaker", "speaker_text"), ("via", "via_text")),
    "addressee",
)
_FIGURES = _Claims(tables.figures, ("start", "id"), "start", (("claimant", "claimant_text"),), "place")


@dataclass(frozen=True, slots=True)
class _Some:
    """Some claims, and what they are shown with: articles by id, people by their columns, sentences by their place."""

    rows: Sequence[Row[Any]]
    articles: dict[str, ArticleRow]
    tellers: dict[Told, Who]
    others: dict[str | None, Who]
    sentences: dict[tuple[str, int], str]


def _listed(
    connection: Connection, claims: _Claims, wanted: Select[Any], by: str | None, limit: int | None
) -> Iterator[_Some]:
    """Yield the claims that are wanted, of those the ones that are `by` somebody, in their order, some at a time."""
    if by is not None:
        wanted = wanted.where(_is_by(connection, by, *(claims.table.c[name] for name in claims.tellers[0])))
    wanted = wanted.order_by(*(claims.table.c[name] for name in claims.order)).limit(limit)
    for some, articles in chunks(connection, wanted):
        told = [(getattr(row, chain), getattr(row, words)) for row in some for chain, words in claims.tellers]
        yield _Some(
            some,
            articles,
            whose(connection, told),
            who(connection, [getattr(row, claims.other) for row in some]),
            sentences(connection, [(row.article, getattr(row, claims.place)) for row in some]),
        )


def _is_by(
    connection: Connection, name: str, chain: ColumnElement[Any], words: ColumnElement[Any]
) -> ColumnElement[bool]:
    theirs = select(tables.chains.c.id).where(tables.chains.c.entity.in_(named(connection, name)))
    spoken = and_(*(func.fold(words).contains(word, autoescape=True) for word in fold(name).split()))
    # Words alone count where nobody is known: "the Ghanaian residents" are not Ghana.
    described = select(tables.chains.c.id).where(tables.chains.c.entity.is_(None))
    unknown = or_(chain.is_(None), chain.in_(described))
    return or_(chain.in_(theirs), and_(unknown, words.is_not(None), spoken))


def _is_about(connection: Connection, about: str) -> ColumnElement[bool]:
    table, mention, chain = tables.statements.c, tables.mentions.c, tables.chains.c
    matching = (
        text("SELECT rowid FROM statement_index WHERE statement_index MATCH :about")
        .bindparams(about=parse(about).expression())
        .columns(column("rowid"))
    )
    stretch = func.json_each(table.content).table_valued("value").alias("stretch")
    mentioned = (
        select(mention.id)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .join(stretch, true())
        .where(
            chain.entity.in_(named(connection, about)),
            chain.article == table.article,
            mention.start >= func.json_extract(stretch.c.value, "$[0]"),
            mention.stop <= func.json_extract(stretch.c.value, "$[1]"),
        )
        .correlate(tables.statements)
    )
    return or_(table.number.in_(matching), mentioned.exists())


def _is_of(word: str) -> ColumnElement[bool]:
    """Whether a figure counts what a folded word says, or whom it happened to: "43 civilians were killed"."""
    table, event = tables.figures.c, tables.events.c
    counted = table.text + " " + func.coalesce(table.what, "") + " " + func.coalesce(table.unit, "")
    measure = func.json_each(event.measures).table_valued("value").alias("measure")
    happened = (
        select(event.id)
        .join_from(tables.events, measure, true())
        .where(
            event.article == table.article,
            table.start < func.json_extract(measure.c.value, "$[1]"),
            table.stop > func.json_extract(measure.c.value, "$[0]"),
            _says(event.text, word),
        )
        .correlate(tables.figures)
    )
    return or_(_says(counted, word), happened.exists())


def _says(words: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    """Whether a folded word is among some words, or one that says the same of people."""
    alike = {each for group in fates() if word in map(fold, group) for each in map(fold, group)}
    whole = func.fold(literal(" ").concat(words).concat(" "))
    return or_(
        whole.contains(word, autoescape=True), *(whole.contains(f" {each} ") for each in sorted(alike))
    )


def _is_of_the_text(date: FromClause) -> ColumnElement[bool]:
    """Whether a date is not in what is no article: a copyright line, a credit. What a caption dates is told by it."""
    mark = func.json_each(tables.articles.c.marks).table_valued("value").alias("mark")
    start, stop, kind = (func.json_extract(mark.c.value, f"$[{number}]") for number in range(3))
    inside = select(mark.c.value).where(start <= date.c.start, date.c.stop <= stop, kind != "caption")
    return ~inside.correlate(date, tables.articles).exists()


def _speakers(connection: Connection, some: Sequence[Row[Any]]) -> dict[str, Who]:
    """Who says what the dates stand in."""
    table = tables.statements.c
    held: dict[str, list[Row[Any]]] = {row.article: [] for row in some}
    wanted: Select[Any] = select(
        table.article, table.start, table.stop, table.content, table.within, table.speaker, table.speaker_text
    ).where(table.article.in_(among(held)))
    for said in connection.execute(wanted.order_by(table.start, table.id)):
        held[said.article].append(said)
    innermost = {article: _innermost(statements) for article, statements in held.items()}
    inside = {}
    for row in some:
        bounds, inner = innermost[row.article]
        said_there = inner[bisect_right(bounds, row.start)]
        if said_there is not None:
            inside[row.id] = said_there.speaker, said_there.speaker_text
    known = whose(connection, inside.values())
    return {date: known[told] for date, told in inside.items()}


def _innermost(statements: Sequence[Row[Any]]) -> tuple[list[int], list[Row[Any] | None]]:
    """Positions in order, and what is said before, between and behind them: of several statements the innermost."""
    stretches = sorted(
        (start, stop, number)
        for number, said in enumerate(statements)
        for start, stop in json.loads(said.content)
    )
    bounds = sorted({bound for start, stop, _ in stretches for bound in (start, stop)})
    inner: list[Row[Any] | None] = [None]
    waiting = deque(stretches)
    around: list[tuple[int, bool, int, int]] = []
    for bound in bounds:
        while waiting and waiting[0][0] <= bound:
            _, stop, number = waiting.popleft()
            said = statements[number]
            heappush(around, (said.stop - said.start, said.within is None, number, stop))
        while around and around[0][-1] <= bound:
            heappop(around)
        inner.append(statements[around[0][2]] if around else None)
    return bounds, inner


def to_statement(row: Row[Any]) -> Statement:
    """Return a row of statements as the statement that it is."""
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


def to_figure(row: Row[Any]) -> Figure:
    """Return a row of figures as the figure that it is."""
    return Figure(
        row.article, Span(row.start, row.stop), row.text, row.value, row.low, row.high, row.qualifier, row.unit,
        row.what, row.claimant, row.claimant_text, row.date, row.place, row.confidence, row.reason,
    )  # fmt: skip
