"""Asking what was agreed, who promised what, and what became of it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, select

from according.knowledge.agreement_words import readable
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.model import InstrumentKind, Party, Span
from according.store import pacts, tables
from according.store.agreements import party, to_commitment
from according.store.pacts import Asked
from according.store.query import CHUNK, ArticleFilter
from according.store.shown import (
    NOBODY,
    Told,
    among,
    articles_of,
    chunks,
    in_articles,
    sentences,
    whose,
)
from according.views import AgreementRow, ArticleRow, CommitmentRow, Mentioned, ReportRow, Who

_LINE = 80
"""Characters of a name that can be read at a glance."""


def commitments(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[CommitmentRow]:
    """Yield commitments that meet all conditions, sorted by the uri of their document and their place in it."""
    table = tables.commitments.c
    wanted = in_articles(tables.commitments, ArticleFilter(), None).where(*conditions)
    for some, articles in chunks(connection, wanted.order_by(table.start, table.what_start, table.id)):
        pact = _agreements_of(connection, [row.instrument for row in some])
        names = _names(connection, list(set(pact.values())))
        later = _later(connection, [row.id for row in some])
        parties = {row.id: (party(row.by_party), party(row.to_party)) for row in some}
        told = {row.id: [*map(_tellers, parties[row.id])] for row in some}
        who = whose(
            connection,
            [
                *(each for sides in told.values() for side in sides for each in side),
                *((row.reported_by, row.reported_text) for row in some),
            ],
        )
        texts = sentences(connection, [(row.article, row.what_start) for row in some])
        for row in some:
            language = articles[row.article].article.language
            by, to = (
                [who[each] for each in side if _is_somebody(who[each], language)] for side in told[row.id]
            )
            agreement = pact.get(row.instrument)
            yield CommitmentRow(
                articles[row.article],
                to_commitment(row, *parties[row.id]),
                tuple(by),
                tuple(to),
                who[row.reported_by, row.reported_text],
                agreement,
                None if agreement is None else names[agreement],
                texts.get((row.article, row.what_start), row.text),
                tuple(later.get(row.id, ())),
            )


def _is_somebody(who: Who, language: str | None) -> bool:
    """Return whether it is told who is meant: no pronoun that means nobody known."""
    if who.name is None or who.entity is not None:
        return who.name is not None
    return fold_name(who.name) not in retold(language).whoever


def _tellers(party: Party) -> list[Told]:
    if len(party.chains) > 1:
        return [(chain, None) for chain in party.chains]
    return [(chain, party.text) for chain in party.chains] or [(None, party.text)]


def _later(connection: Connection, some: Sequence[str]) -> dict[str, list[ReportRow]]:
    """What was told later of some commitments, by their ids, in order of time."""
    link, table, event = tables.commitment_reports.c, tables.commitments.c, tables.events.c
    found: list[Any] = []
    for one, columns in ((tables.commitments, table), (tables.events, event)):
        wanted = select(
            link.commitment, link.status.label("told"), link.reason.label("why"), columns.article, columns.start,
            columns.stop, columns.reported_by, columns.reported_text,
        ).join_from(tables.commitment_reports, one, columns.id == link.report)  # fmt: skip
        found += connection.execute(wanted.where(link.commitment.in_(some)).order_by(columns.id)).all()
    articles = articles_of(connection, found)
    who = whose(connection, [(row.reported_by, row.reported_text) for row in found])
    texts = sentences(connection, [(row.article, row.start) for row in found])
    rows: dict[str, list[ReportRow]] = defaultdict(list)
    for row in sorted(
        found, key=lambda row: (articles[row.article].article.published or "", row.article, row.start)
    ):
        rows[row.commitment].append(
            ReportRow(
                articles[row.article],
                Span(row.start, row.stop),
                row.told,
                who[row.reported_by, row.reported_text],
                texts.get((row.article, row.start), ""),
                row.why,
            )
        )
    return rows


def _agreements_of(connection: Connection, some: Iterable[str | None]) -> dict[str | None, str]:
    """The agreement that each of some instruments means, by their ids."""
    table = tables.instruments.c
    rows = connection.execute(select(table.id, table.agreement).where(table.id.in_(among(some))))
    return {row.id: row.agreement or row.id for row in rows}


def _names(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The name of each of some agreements: the longest of a line that an article which dates it writes."""
    table, articles = tables.instruments.c, tables.articles.c
    wanted = (
        select(tables.instruments, articles.language)
        .join_from(tables.instruments, tables.articles, articles.id == table.article)
        .where(table.id.in_(pacts.under(ids)))
    )
    best: dict[str, tuple[tuple[object, ...], str]] = {}
    for row in connection.execute(wanted.order_by(table.id)):
        agreement = row.agreement or row.id
        for text in dict.fromkeys([row.name, *json.loads(row.texts)]):
            name = readable(text, row.language)
            rank = (row.date is None, text != row.name, len(name) > _LINE, -len(name), row.id)
            best[agreement] = min(best.get(agreement, (rank, name)), (rank, name))
    return {agreement: name for agreement, (_, name) in best.items()}


def agreements(
    connection: Connection, asked: Asked, *, limit: int | None = None, offset: int | None = None
) -> Iterator[AgreementRow]:
    """Yield agreements by their days, undated ones later, each with its commitments; last what is under none.

    Commitments come in the order of the articles that tell of them first. An agreement counts by its day, or by when
    it was first named, with all that is promised in it; what is promised under none by when it was told.

    Args:
        connection: To the record.
        asked: Which ones.
        limit: At most this many agreements, and as many commitments under none.
        offset: After so many agreements: one page, and what is under none stands on the last page only.
    """
    ids = pacts.chosen(connection, asked, limit=limit, offset=offset or 0)
    for first in range(0, len(ids), CHUNK):
        some = ids[first : first + CHUNK]
        below: dict[str | None, list[CommitmentRow]] = defaultdict(list)
        instrument = tables.commitments.c.instrument.in_(pacts.under(some))
        for each in _told(connection, instrument, *pacts.promised(connection, asked)):
            below[each.agreement].append(each)
        yield from _made(connection, some, below)
    if offset is None or _is_last(connection, asked, len(ids), limit, offset):
        alone = pacts.nowhere(connection, asked, limit)
        rows = _told(connection, tables.commitments.c.id.in_(among(alone)))
        if rows:
            yield AgreementRow(None, None, None, (), None, NOBODY, (), (), (), tuple(rows))


def _is_last(connection: Connection, asked: Asked, found: int, limit: int | None, offset: int) -> bool:
    """Return whether a page on which some agreements were found is the last that has anything."""
    if limit is not None and found == limit:
        return False
    return bool(found) or not offset or offset == pacts.count(connection, asked)


def _told(connection: Connection, *conditions: ColumnElement[bool]) -> list[CommitmentRow]:
    """Return commitments in the order of when they were told."""
    return sorted(commitments(connection, *conditions), key=lambda each: each.row.article.published or "~")


def _made(
    connection: Connection, ids: Sequence[str], below: Mapping[str | None, Sequence[CommitmentRow]]
) -> Iterator[AgreementRow]:
    """Yield agreements in the order of their ids here, each with its commitments."""
    table, articles = tables.instruments.c, tables.articles.c
    rows = (
        select(tables.instruments, articles.published, articles.language)
        .join_from(tables.instruments, tables.articles, articles.id == table.article)
        .where(table.id.in_(pacts.under(ids)))
        .order_by(articles.published.is_(None), articles.published, table.id)
    )
    told = connection.execute(rows).all()
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in told:
        groups[row.agreement or row.id].append(row)
    chains = {
        chain for row in told for chain in (*json.loads(row.parties), *json.loads(row.mediators), row.place)
    }
    known = _Known(
        _names(connection, ids),
        articles_of(connection, told),
        whose(connection, [(chain, None) for chain in chains]),
    )
    return (known.agreement(id, groups[id], below.get(id, ())) for id in ids)


def exported(connection: Connection) -> Iterator[AgreementRow]:
    """Yield all agreements that have a name, by their ids."""
    named = (each for each in agreements(connection, Asked()) if each.id is not None)
    return iter(sorted(named, key=lambda each: each.id or ""))


class _Known(NamedTuple):
    """What agreements are shown with: their names, the articles, whom chains stand for."""

    names: Mapping[str, str]
    articles: Mapping[str, ArticleRow]
    who: Mapping[Told, Who]

    def agreement(self, id: str, some: Sequence[Row[Any]], under: Iterable[CommitmentRow]) -> AgreementRow:
        """Return an agreement as the rows of its instruments tell it."""
        written = Counter(readable(text, row.language) for row in some for text in json.loads(row.texts))
        dates = Counter(row.date for row in some if row.date is not None)
        places = Counter(who for row in some if (who := self.who[row.place, None]).name is not None)
        parties, mediators = (
            tuple(dict.fromkeys(self._some(cells)))
            for cells in ([row.parties for row in some], [row.mediators for row in some])
        )
        return AgreementRow(
            id,
            min({row.kind for row in some}, key=get_args(InstrumentKind).index),
            self.names[id],
            tuple(sorted(written.items(), key=lambda item: (-item[1], item[0]))),
            min(dates, key=lambda day: (-dates[day], day), default=None),
            max(places, key=lambda place: places[place], default=NOBODY),
            tuple(each for each in parties if each not in mediators) if len(parties) > 2 else parties,
            mediators,
            tuple(
                Mentioned(self.articles[row.article], Span(*span), text)
                for row in some
                for span, text in zip(json.loads(row.mentions), json.loads(row.texts), strict=True)
            ),
            tuple(under),
        )

    def _some(self, cells: Iterable[str]) -> Iterator[Who]:
        found = (self.who[chain, None] for cell in cells for chain in json.loads(cell))
        return (each for each in found if each.name is not None)
