"""Asking what was agreed, who promised what, and what became of it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    distinct,
    false,
    func,
    or_,
    select,
    true,
)

from according.knowledge.agreement_words import readable
from according.knowledge.edtf import bounds
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.model import InstrumentKind, Kept, Party, Span
from according.store import tables
from according.store.agreements import party, to_commitment
from according.store.fold import fold
from according.store.meant import named
from according.store.query import ArticleFilter
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
    names = _agreement_names(connection)
    for some, articles in chunks(connection, wanted.order_by(table.start, table.what_start, table.id)):
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
            agreement, name = names.get(row.instrument, (None, None))
            yield CommitmentRow(
                articles[row.article],
                to_commitment(row, *parties[row.id]),
                tuple(by),
                tuple(to),
                who[row.reported_by, row.reported_text],
                agreement,
                name,
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


def _agreement_names(connection: Connection) -> dict[str | None, tuple[str | None, str | None]]:
    """The agreement of each instrument, and its name: the longest of a line that an article which dates it writes."""
    table, articles = tables.instruments.c, tables.articles.c
    wanted = select(tables.instruments, articles.language).join_from(
        tables.instruments, tables.articles, articles.id == table.article
    )
    best: dict[str, tuple[tuple[object, ...], str]] = {}
    agreement: dict[str | None, str] = {}
    for row in connection.execute(wanted.order_by(table.id)):
        agreement[row.id] = row.agreement or row.id
        for text in dict.fromkeys([row.name, *json.loads(row.texts)]):
            name = readable(text, row.language)
            rank = (row.date is None, text != row.name, len(name) > _LINE, -len(name), row.id)
            best[agreement[row.id]] = min(best.get(agreement[row.id], (rank, name)), (rank, name))
    return {one: (of, best[of][1]) for one, of in agreement.items()}


def agreements(
    connection: Connection,
    *,
    by: str | None = None,
    status: Kept | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> Iterator[AgreementRow]:
    """Yield agreements by their days, undated ones later, each with its commitments; last what is under none.

    Commitments come in the order of the articles that tell of them first. An agreement counts by its day, or by when
    it was first named, with all that is promised in it; what is promised under none by when it was told.

    Args:
        connection: To the record.
        by: Only what the entities that go by this name promise, or somebody in whose description these words stand,
            and agreements that they made.
        status: Only commitments of which this is known after all reports.
        since: Only what reaches to this day, month or year or beyond it (ISO 8601).
        until: Only what begins on or before it.
        limit: At most this many agreements, and as many commitments under none.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    days = None if since is None and until is None else _reaching(connection, since, until)
    promised = _promised(connection, by, status, days, since, until)
    under: dict[str | None, list[CommitmentRow]] = defaultdict(list)
    for each in sorted(
        commitments(connection, *promised), key=lambda each: each.row.article.published or "~"
    ):
        under[each.agreement].append(each)
    made = _made(connection, _wanted(connection, by, status, days, under), under)
    yield from islice(
        sorted(made, key=lambda each: (each.date is None, each.date or "", -len(each.articles), each.id)),
        limit,
    )
    if under[None]:
        yield AgreementRow(None, None, None, (), None, NOBODY, (), (), (), tuple(under[None][:limit]))


def _which() -> ColumnElement[str]:
    """Return what tells which agreement a row of instruments means: its own id until linking has made one of it."""
    table = tables.instruments.c
    return func.coalesce(table.agreement, table.id)


def _reaching(connection: Connection, since: str | None, until: str | None) -> frozenset[str]:
    """Return the agreements whose day, or when they were first named, lies in a stretch of time."""
    table, articles = tables.instruments.c, tables.articles.c
    wanted = select(_which().label("id"), table.date, articles.published).join_from(
        tables.instruments, tables.articles, articles.id == table.article
    )
    days: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(wanted):
        days[row.id].update(filter(None, [row.date]))
        named[row.id] += filter(None, [row.published])
    found = []
    for id, first in named.items():
        when = _commonest(days[id]) or min(first, default=None)
        ends = bounds(when) if when is not None else None
        if ends is not None and ends[1] >= (since or "") and ends[0] <= f"{until or ''}~":
            found.append(id)
    return frozenset(found)


def _commonest(days: Counter[str]) -> str | None:
    return min(days, key=lambda day: (-days[day], day), default=None)


def _promised(
    connection: Connection,
    by: str | None,
    status: Kept | None,
    days: frozenset[str] | None,
    since: str | None,
    until: str | None,
) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of commitments must be, as `agreements` takes it."""
    table, articles, instrument = tables.commitments.c, tables.articles.c, tables.instruments.c
    if by is not None:
        words = func.json_extract(table.by_party, "$.text")
        known = _parties(table.by_party, "$.chains")
        described = and_(*(func.fold(words).contains(word, autoescape=True) for word in fold(by).split()))
        yield or_(_is_among(connection, known, by), and_(~known.exists(), words.is_not(None), described))
    if status is not None:
        yield _now() == status
    if days is not None:
        under = select(instrument.id).where(_which().in_(among(days)))
        told = [articles.published >= since] if since is not None else []
        told += [articles.published <= f"{until}~"] if until is not None else []
        yield or_(table.instrument.in_(under), and_(table.instrument.is_(None), *told))


def _parties(cell: ColumnElement[Any], path: str) -> Select[Any]:
    """Return the query for the entities of the chains that a cell of JSON holds at a path."""
    chain = tables.chains.c
    held = func.json_each(cell, path).table_valued("value")
    return select(chain.entity).where(chain.id == held.c.value, chain.entity.is_not(None))


def _is_among(connection: Connection, parties: Select[Any], name: str) -> ColumnElement[bool]:
    return parties.where(tables.chains.c.entity.in_(named(connection, name))).exists()


def _now() -> ColumnElement[Kept]:
    """Return what is known of a commitment after all reports, as `CommitmentRow.now` has it."""
    table, report = tables.commitments.c, tables.commitment_reports.c
    reports = select(report.status).where(report.commitment == table.id)
    settled = reports.where(report.status != "unclear")
    several = settled.with_only_columns(func.count(distinct(report.status))).scalar_subquery()
    one, any_ = (
        each.with_only_columns(func.max(report.status)).scalar_subquery() for each in (settled, reports)
    )
    return case(
        (table.status != "promised", table.status),
        (several > 1, "disputed"),
        else_=func.coalesce(one, any_, table.status),
    )


def _wanted(
    connection: Connection,
    by: str | None,
    status: Kept | None,
    days: frozenset[str] | None,
    under: Mapping[str | None, Sequence[CommitmentRow]],
) -> ColumnElement[bool]:
    """Return what a row of instruments must be: one with commitments that are asked for, or asked for itself."""
    table = tables.instruments.c
    asked = [] if days is None else [_which().in_(among(days))]
    if by is not None:
        made = select(_which()).where(_is_among(connection, _parties(table.parties, "$"), by))
        asked.append(_which().in_(made))
    itself = and_(true(), *asked) if status is None else false()
    return or_(_which().in_(among(under)), itself)


def _made(
    connection: Connection,
    wanted: ColumnElement[bool],
    under: Mapping[str | None, Sequence[CommitmentRow]],
) -> Iterator[AgreementRow]:
    """Yield the agreements of some rows of instruments, each with its commitments."""
    table, articles = tables.instruments.c, tables.articles.c
    rows = (
        select(tables.instruments, articles.published, articles.language)
        .join_from(tables.instruments, tables.articles, articles.id == table.article)
        .where(wanted)
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
        dict(_agreement_names(connection).values()),
        articles_of(connection, told),
        whose(connection, [(chain, None) for chain in chains]),
    )
    return (known.agreement(id, some, under.get(id, ())) for id, some in groups.items())


def exported(connection: Connection) -> Iterator[AgreementRow]:
    """Yield all agreements that have a name, by their ids."""
    named = (each for each in agreements(connection) if each.id is not None)
    return iter(sorted(named, key=lambda each: each.id or ""))


class _Known(NamedTuple):
    """What agreements are shown with: their names, the articles, whom chains stand for."""

    names: Mapping[str | None, str | None]
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
            _commonest(dates),
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
