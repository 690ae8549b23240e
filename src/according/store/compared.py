"""Articles with all that they say, as what differs between them is worked out from it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from according.model import Commitment, Event, Figure, Instrument, Party, Span, Statement
from according.store import tables
from according.store.agreements import party, to_commitment
from according.store.claims import to_figure, to_statement
from according.store.events import SOURCE, TARGET, to_event
from according.store.query import CHUNK
from according.store.shown import among
from according.views import Compared

Rows = Mapping[str, Sequence[Row[Any]]]
"""Rows of one table by their article, in the order of their places."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What linking has joined, by the ids of what it joins.

    `entities` of chains, `origins` and `stories` of articles, `happenings` of events, `agreements` of instruments.
    """

    entities: Mapping[str, str]
    origins: Mapping[str, str]
    stories: Mapping[str, str]
    happenings: Mapping[str, str]
    agreements: Mapping[str, str]


def compared(connection: Connection, joined: Joined) -> Iterator[Compared]:
    """Yield all articles that say anything, by their ids, with what linking has just made of them."""
    article = tables.articles.c
    wanted = select(article.id, article.document, article.published, article.language).order_by(article.id)
    rows = connection.execute(wanted.execution_options(yield_per=CHUNK))
    for some in rows.partitions():
        yield from _Some(connection, joined, some).articles()


class _Some:
    """Some articles, and the rows of all tables that are about them."""

    def __init__(self, connection: Connection, joined: Joined, articles: Sequence[Any]) -> None:
        self._joined = joined
        self._articles = articles
        self._connection = connection
        self._ids = [row.id for row in articles]
        self._texts = {
            row.id: row.text
            for row in connection.execute(
                select(tables.documents.c.id, tables.documents.c.text).where(
                    tables.documents.c.id.in_(among(row.document for row in articles))
                )
            )
        }

    def articles(self) -> Iterator[Compared]:
        figures, statements, events, commitments, instruments, sentences = (
            self._of(table)
            for table in (
                tables.figures,
                tables.statements,
                tables.events,
                tables.commitments,
                tables.instruments,
                tables.sentences,
            )
        )
        named, parties, of = self._named(), self._parties(), self._joined
        for row in self._articles:
            at = row.id
            if not any(at in found for found in (figures, statements, events, commitments, instruments)):
                continue
            text = self._texts[row.document]
            yield Compared(
                article=at,
                published=row.published,
                origin=of.origins.get(at, at),
                story=of.stories.get(at),
                sentences=tuple(
                    (Span(each.start, each.stop), text[each.start : each.stop])
                    for each in sentences.get(at, ())
                ),
                named=tuple(named.get(at, ())),
                figures=tuple(map(self._figure, figures.get(at, ()))),
                statements=tuple(map(self._statement, statements.get(at, ()))),
                events=tuple(self._event(each, parties) for each in events.get(at, ())),
                commitments=tuple(map(self._commitment, commitments.get(at, ()))),
                instruments=tuple(map(self._instrument, instruments.get(at, ()))),
                happenings=_some_of(of.happenings, events.get(at, ())),
                agreements=_some_of(of.agreements, instruments.get(at, ())),
                language=row.language,
            )

    def _of(self, table: Table) -> Rows:
        found: dict[str, list[Row[Any]]] = defaultdict(list)
        order = [table.c.start, *([table.c.id] if "id" in table.c else [])]
        wanted = select(table).where(table.c.article.in_(among(self._ids))).order_by(*order)
        for row in self._connection.execute(wanted):
            found[row.article].append(row)
        return found

    def _named(self) -> dict[str, list[tuple[Span, str]]]:
        """Return where somebody or something that is an entity is called by more than a pronoun, by article."""
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        mention, chain = tables.mentions.c, tables.chains.c
        wanted = (
            select(chain.article, mention.chain, mention.start, mention.stop)
            .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
            .where(chain.article.in_(among(self._ids)))
            .order_by(mention.start, mention.stop, mention.chain)
        )
        for row in self._connection.execute(wanted):
            found[row.article].append((Span(row.start, row.stop), self._who(row.chain)))
        return found

    def _parties(self) -> dict[tuple[str, str], list[str]]:
        part, event = tables.event_parties.c, tables.events.c
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        wanted = (
            select(part.event, part.side, part.chain)
            .join_from(tables.event_parties, tables.events, event.id == part.event)
            .where(event.article.in_(among(self._ids)))
            .order_by(part.event, part.side, part.position)
        )
        for row in self._connection.execute(wanted):
            found[row.event, row.side].append(self._who(row.chain))
        return found

    def _who(self, chain: str) -> str:
        return self._joined.entities.get(chain, chain)

    def _maybe(self, chain: str | None) -> str | None:
        return None if chain is None else self._who(chain)

    def _all(self, some: Party) -> Party:
        return replace(some, chains=tuple(dict.fromkeys(map(self._who, some.chains))))

    def _figure(self, row: Row[Any]) -> Figure:
        figure = to_figure(row)
        return replace(figure, claimant=self._maybe(figure.claimant), place=self._maybe(figure.place))

    def _statement(self, row: Row[Any]) -> Statement:
        said = to_statement(row)
        return replace(said, speaker=self._maybe(said.speaker), addressee=self._maybe(said.addressee))

    def _event(self, row: Row[Any], parties: Mapping[tuple[str, str], Sequence[str]]) -> Event:
        event = to_event(row, *(tuple(parties.get((row.id, side), ())) for side in (SOURCE, TARGET)))
        return replace(event, place=self._maybe(event.place), reported_by=self._maybe(event.reported_by))

    def _commitment(self, row: Row[Any]) -> Commitment:
        told = to_commitment(row, self._all(party(row.by_party)), self._all(party(row.to_party)))
        return replace(told, reported_by=self._maybe(told.reported_by))

    def _instrument(self, row: Row[Any]) -> Instrument:
        return Instrument(
            article=row.article,
            kind=row.kind,
            name=row.name,
            mentions=tuple(Span(start, end) for start, end in json.loads(row.mentions)),
            texts=tuple(json.loads(row.texts)),
            date=row.date,
            place=self._maybe(row.place),
            parties=tuple(map(self._who, json.loads(row.parties))),
            mediators=tuple(map(self._who, json.loads(row.mediators))),
            own=tuple(json.loads(row.own)),
            named=bool(row.named),
        )


def _some_of(joined: Mapping[str, str], rows: Sequence[Row[Any]]) -> dict[str, str]:
    return {row.id: joined[row.id] for row in rows if row.id in joined}
