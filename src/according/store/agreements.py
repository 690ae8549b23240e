"""Agreements and commitments in a record: written, linked, and asked for as views."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.knowledge.agreement_words import readable
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.model import Commitment, Findings, Instrument, InstrumentKind, Party, Span
from according.store import tables
from according.store.query import ArticleFilter
from according.store.shown import NOBODY, Told, articles_of, chunks, in_articles, sentences, whose
from according.views import Agreed, AgreementRow, ArticleRow, CommitmentRow, Deed, Named, ReportRow, Who

_WRITE_INSTRUMENT, _WRITE_COMMITMENT = (
    insert_or(table).on_conflict_do_nothing() for table in (tables.instruments, tables.commitments)
)


_LINE = 80
"""Characters of a name that can be read at a glance."""
_BEFORE, _BEHIND = 60, 160
"""Characters around a word that tells an event which tell what is done."""
_TALK = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT")
"""Roots of what is only said: no act that anybody promised."""


def write(connection: Connection, found: Mapping[str, Findings]) -> None:
    """Write the agreements and commitments found in articles that the record holds, by their ids."""
    instruments = [_instrument_values(one) for each in found.values() for one in each.instruments]
    commitments = [_commitment_values(one) for each in found.values() for one in each.commitments]
    for statement, values in ((_WRITE_INSTRUMENT, instruments), (_WRITE_COMMITMENT, commitments)):
        if values:
            connection.execute(statement, values)


def _instrument_values(each: Instrument) -> dict[str, Any]:
    return {
        "id": each.id,
        "start": each.mentions[0].start,
        "stop": each.mentions[0].end,
        "mentions": json.dumps([list(span) for span in each.mentions]),
        **{name: json.dumps(getattr(each, name)) for name in ("texts", "parties", "mediators", "own")},
        **{name: getattr(each, name) for name in ("article", "kind", "name", "date", "place", "named")},
    }


def _commitment_values(each: Commitment) -> dict[str, Any]:
    return {
        "id": each.id,
        "start": each.span.start,
        "stop": each.span.end,
        "by_party": _party_json(each.by),
        "to_party": _party_json(each.to),
        "what_start": each.what_span.start,
        "what_stop": each.what_span.end,
        "instrument": each.agreement,
        **{
            name: getattr(each, name)
            for name in (
                "article", "text", "what", "due", "due_text", "status", "root", "reported_by", "reported_text",
                "confidence", "reason",
            )
        },
    }  # fmt: skip


def _party_json(party: Party) -> str:
    span = None if party.span is None else list(party.span)
    return json.dumps({"chains": party.chains, "span": span, "text": party.text})


def party(cell: str) -> Party:
    """Return who takes part, as a cell holds it."""
    held = json.loads(cell)
    return Party(tuple(held["chains"]), None if held["span"] is None else Span(*held["span"]), held["text"])


def named(connection: Connection, entities: Mapping[str, str]) -> Iterator[Named]:
    """Yield the agreements of all articles as linking compares them, `entities` being those of chains by their ids."""
    table, articles = tables.instruments.c, tables.articles.c
    wanted = select(tables.instruments, articles.published).join_from(
        tables.instruments, tables.articles, articles.id == table.article
    )
    for row in connection.execute(wanted.order_by(table.id)):
        yield Named(
            row.id,
            row.article,
            row.kind,
            row.date,
            entities.get(row.place),
            _known(json.loads(row.parties), entities),
            _known(json.loads(row.mediators), entities),
            frozenset(json.loads(row.own)),
            bool(row.named),
            row.published,
        )


def tellings(connection: Connection, entities: Mapping[str, str]) -> Iterator[Deed]:
    """Yield all commitments as linking compares them."""
    table, articles = tables.commitments.c, tables.articles.c
    wanted = select(tables.commitments, articles.published).join_from(
        tables.commitments, tables.articles, articles.id == table.article
    )
    for row in connection.execute(wanted.order_by(table.id)):
        by, to = party(row.by_party), party(row.to_party)
        yield Deed(
            row.id,
            row.article,
            row.what_start,
            row.status,
            row.root,
            _known(by.chains, entities),
            _known(to.chains, entities),
            row.what,
            row.published,
        )


def acts(connection: Connection, entities: Mapping[str, str]) -> Iterator[Deed]:
    """Yield the events that happened or did not, of kinds that somebody promises, as linking compares them."""
    table, articles = tables.events.c, tables.articles.c
    promised = select(tables.commitments.c.root).where(tables.commitments.c.root.is_not(None)).distinct()
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    party = tables.event_parties.c
    for row in connection.execute(select(party.event, party.side, party.chain)):
        if row.chain in entities:
            sides[row.event, row.side].add(entities[row.chain])
    inside = tables.commitments.c  # what is told by the words of a promise is the promise itself
    itself = (
        select(inside.id)
        .where(inside.article == table.article, inside.start <= table.start, inside.stop >= table.stop)
        .correlate(tables.events)
    )
    wanted = (
        select(tables.events, articles.published)
        .join_from(tables.events, tables.articles, articles.id == table.article)
        .where(
            table.root.in_(promised),
            table.root.not_in(_TALK),
            ~itself.exists(),
            table.status.in_(("happened", "ongoing", "denied")),
        )
    )
    some = connection.execute(wanted.order_by(table.id)).all()
    texts = sentences(connection, [(row.article, row.start) for row in some])
    for row in some:
        yield Deed(
            row.id,
            row.article,
            row.start,
            row.status,
            row.root,
            frozenset(sides[row.id, "source"]),
            frozenset(sides[row.id, "target"]),
            _around(row.text, texts.get((row.article, row.start), row.text)),
            row.published,
        )


def _around(word: str, sentence: str) -> str:
    """Return what stands around the word that tells an event: the rest of a long sentence tells of other things."""
    at = max(0, sentence.find(word))
    return sentence[max(0, at - _BEFORE) : at + len(word) + _BEHIND]


def _known(chains: Iterable[str], entities: Mapping[str, str]) -> frozenset[str]:
    return frozenset(entities[chain] for chain in chains if chain in entities)


def save(connection: Connection, agreed: Agreed) -> None:
    """Replace what linking made of agreements, and what was told of commitments later."""
    connection.execute(update(tables.instruments).values(agreement=None))
    connection.execute(delete(tables.commitment_reports))
    if agreed.agreements:
        table = tables.instruments
        connection.execute(
            update(table).where(table.c.id == bindparam("one")).values(agreement=bindparam("of")),
            [{"one": instrument, "of": agreement} for instrument, agreement in agreed.agreements],
        )
    if agreed.followed:
        connection.execute(
            insert(tables.commitment_reports).prefix_with("OR IGNORE"),
            [
                {
                    "commitment": each.commitment,
                    "report": each.report,
                    "status": each.status,
                    "reason": each.reason,
                }
                for each in agreed.followed
            ],
        )


def commitments(connection: Connection) -> Iterator[CommitmentRow]:
    """Yield all commitments, sorted by the uri of their document and their place in it."""
    table = tables.commitments.c
    wanted = in_articles(tables.commitments, ArticleFilter(), None)
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


def to_commitment(row: Row[Any], by: Party, to: Party) -> Commitment:
    """Return a row of commitments as the commitment that it is, between `by` and `to`."""
    return Commitment(
        article=row.article,
        span=Span(row.start, row.stop),
        text=row.text,
        by=by,
        to=to,
        what=row.what,
        what_span=Span(row.what_start, row.what_stop),
        due=row.due,
        due_text=row.due_text,
        agreement=row.instrument,
        status=row.status,
        root=row.root,
        reported_by=row.reported_by,
        reported_text=row.reported_text,
        confidence=row.confidence,
        reason=row.reason,
    )


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


def agreements(connection: Connection) -> Iterator[AgreementRow]:
    """Yield agreements by their days, undated ones later, each with its commitments; last what is under none.

    Commitments come in the order of the articles that tell of them first.
    """
    under: dict[str | None, list[CommitmentRow]] = defaultdict(list)
    for each in sorted(commitments(connection), key=lambda each: each.row.article.published or "~"):
        under[each.agreement].append(each)
    table, articles = tables.instruments.c, tables.articles.c
    wanted = select(tables.instruments, articles.published, articles.language).join_from(
        tables.instruments, tables.articles, articles.id == table.article
    )
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(
        wanted.order_by(articles.published.is_(None), articles.published, table.id)
    ):
        groups[row.agreement or row.id].append(row)
    told = [row for some in groups.values() for row in some]
    chains = {
        chain for row in told for chain in (*json.loads(row.parties), *json.loads(row.mediators), row.place)
    }
    known = _Known(
        dict(_agreement_names(connection).values()),
        articles_of(connection, told),
        whose(connection, [(chain, None) for chain in chains]),
    )
    made = [known.agreement(id, some, under[id]) for id, some in groups.items()]
    yield from sorted(
        made, key=lambda each: (each.date is None, each.date or "", -len(each.articles), each.id)
    )
    if under[None]:
        yield AgreementRow(None, None, None, (), None, NOBODY, (), (), (), tuple(under[None]))


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
            min(dates, key=lambda day: (-dates[day], day), default=None),
            max(places, key=lambda place: places[place], default=NOBODY),
            tuple(each for each in parties if each not in mediators) if len(parties) > 2 else parties,
            mediators,
            tuple(
                (self.articles[row.article], Span(*span)) for row in some for span in json.loads(row.mentions)
            ),
            tuple(under),
        )

    def _some(self, cells: Iterable[str]) -> Iterator[Who]:
        found = (self.who[chain, None] for cell in cells for chain in json.loads(cell))
        return (each for each in found if each.name is not None)
