"""Agreements and commitments in a record: written, and linked. What can be asked about them is in `agreed.py`."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.model import Commitment, Findings, Instrument, Party, Span
from according.store import tables
from according.store.shown import sentences
from according.views import Agreed, Deed, Named

_WRITE_INSTRUMENT, _WRITE_COMMITMENT = (
    insert_or(table).on_conflict_do_nothing() for table in (tables.instruments, tables.commitments)
)


_BEFORE, _BEHIND = 60, 160
"""Characters around a word that tells an event which tell what is done."""
_SEVERAL = 2
"""The least quantity that tells one act from another."""
_TALK = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT")
"""Roots of what is only said: no act that anybody promised."""


def write(connection: Connection, found: Mapping[str, Findings]) -> None:
    """Write the agreements and commitments found in articles that the record holds, by their ids."""
    instruments = [_instrument_values(one) for each in found.values() for one in each.instruments]
    commitments = [commitment_values(one) for each in found.values() for one in each.commitments]
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


def commitment_values(each: Commitment) -> dict[str, Any]:
    """Return the columns of `commitments`."""
    return {
        "id": each.id,
        "start": each.span.start,
        "stop": each.span.end,
        "by_party": party_json(each.by),
        "to_party": party_json(each.to),
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


def party_json(party: Party) -> str:
    """Return who takes part, as a cell holds it."""
    span = None if party.span is None else list(party.span)
    return json.dumps({"chains": party.chains, "span": span, "text": party.text})


def party(cell: str) -> Party:
    """Return who takes part, as a cell holds it."""
    held = json.loads(cell)
    return Party(tuple(held["chains"]), None if held["span"] is None else Span(*held["span"]), held["text"])


def called(connection: Connection, article: str) -> dict[str, list[str]]:
    """Return what an article calls each agreement that it names, the fullest first, by the instruments' ids."""
    table = tables.instruments.c
    wanted = select(tables.instruments).where(table.article == article).order_by(table.start, table.id)
    return {
        row.id: list(dict.fromkeys([row.name, *json.loads(row.texts)])) for row in connection.execute(wanted)
    }


def named(connection: Connection, entities: Mapping[str, str]) -> Iterator[Named]:
    """Yield the agreements of all articles as linking compares them, `entities` being those of chains by their ids."""
    table, articles = tables.instruments.c, tables.articles.c
    wanted = select(tables.instruments, articles.published).join_from(
        tables.instruments, tables.articles, articles.id == table.article
    )
    countries = _countries(connection)
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
            countries.get(row.article, frozenset()),
        )


def _countries(connection: Connection) -> dict[str, frozenset[str]]:
    """Return the countries that articles with agreements tell of most, by how many states and places are of each."""
    chain = tables.chains.c
    code = func.coalesce(
        chain.country, case((chain.key.like("state:%"), func.substr(chain.key, len("state:") + 1)))
    )
    some = select(tables.instruments.c.article)
    wanted = select(chain.article, code, func.count()).where(chain.article.in_(some), code.is_not(None))
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for article, country, count in connection.execute(wanted.group_by(chain.article, code)):
        counts[article][country] = count
    return {
        article: frozenset(country for country, count in of.items() if 2 * count >= max(of.values()))
        for article, of in counts.items()
    }


def tellings(connection: Connection, entities: Mapping[str, str]) -> Iterator[Deed]:
    """Yield all commitments as linking compares them."""
    table, articles = tables.commitments.c, tables.articles.c
    wanted = select(tables.commitments, articles.published, articles.language).join_from(
        tables.commitments, tables.articles, articles.id == table.article
    )
    marks = _Marks(connection, entities)
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
            row.language,
            marks.within(row.article, row.what_start, row.what_stop),
            row.due,
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
        select(tables.events, articles.published, articles.language)
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
    marks = _Marks(connection, entities)
    for row in some:
        near = max(row.sentence_start, row.start - _BEFORE), min(row.sentence_stop, row.stop + _BEHIND)
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
            row.language,
            marks.within(row.article, *near),
        )


class _Marks:
    """What is told in the same way in any language: who and what is named, no states, and quantities."""

    def __init__(self, connection: Connection, entities: Mapping[str, str]) -> None:
        chain, mention, figure = tables.chains.c, tables.mentions.c, tables.figures.c
        self._at: dict[str, list[tuple[int, str | float]]] = defaultdict(list)
        named = (
            select(chain.article, mention.start, mention.chain)
            .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
            .where(mention.form != "pronoun", chain.kind != "state")
        )
        for row in connection.execute(named):
            if row.chain in entities:
                self._at[row.article].append((row.start, entities[row.chain]))
        counted = select(figure.article, figure.start, figure.value).where(figure.value >= _SEVERAL)
        for row in connection.execute(counted):
            self._at[row.article].append((row.start, row.value))
        for found in self._at.values():
            found.sort(key=lambda each: each[0])

    def within(self, article: str, start: int, stop: int) -> frozenset[str | float]:
        """Return what begins inside a stretch of an article's document."""
        found = self._at.get(article, [])
        first, last = (bisect_left(found, at, key=lambda each: each[0]) for at in (start, stop))
        return frozenset(each for _, each in found[first:last])


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
