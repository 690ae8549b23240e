"""Articles as origins and stories are worked out from them: sketches with who, where, when and how many."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.knowledge.stems import stems
from according.model import Findings, Sketch, Span
from according.store import tables
from according.store.query import CHUNK
from according.views import Item, Lead, Prose, Referent

LEAD = 3
"""Sentences that say what an article is about: its title and two of the text. What follows is often background."""
CHARACTERS = 400
"""Of these at most."""
_MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
"""What two do with each other: who is named first is a matter of the language."""
_PRONOUN = "pronoun"
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
    openings, counts, layouts = _sentences(connection)
    found = _Found(openings)
    _find(connection, entities, found)
    begun = _beginnings(connection, openings, found)
    table, articles = tables.sketches.c, tables.articles.c
    wanted = select(
        tables.sketches,
        articles.title, articles.language, articles.translated, articles.outlet, articles.agency, articles.published,
    ).join_from(tables.sketches, tables.articles, articles.id == table.article)  # fmt: skip
    for row in connection.execute(wanted.order_by(table.article)):
        of = row.article
        actors, named = found.actors[of], found.first[of]
        opening, beginning, spelled = begun.get(of, ("", "", frozenset()))
        lands = {land for each in named.actors if (land := places.get(each)) is not None}
        yield Item(
            article=of,
            title=row.title,
            language=row.language,
            translated=bool(row.translated),
            outlet=row.outlet,
            agency=row.agency,
            published=row.published,
            sentences=counts[of],
            sketch=Sketch(row.words, row.shingles, row.vector),
            actors=tuple(sorted(actors.items())),
            places=frozenset(each for each in actors if each in places),
            days=frozenset(found.all[of].days),
            figures=frozenset(found.all[of].figures),
            lead=Lead(
                frozenset(named.actors), frozenset(lands), frozenset(named.days), frozenset(named.figures),
                stems(f"{row.title or ''} {beginning}"), spelled, opening,
            ),
            layout=layouts.get(of, 0),
            naming=found.naming[of],
        )  # fmt: skip


@dataclass(slots=True)
class _Named:
    """What some text of an article names."""

    actors: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    figures: set[tuple[float, str]] = field(default_factory=set)


class _Found:
    """What articles name: all of it, and what their first sentences do."""

    def __init__(self, openings: Mapping[str, Sequence[Span]]) -> None:
        self._openings = openings
        self.actors: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.all: defaultdict[str, _Named] = defaultdict(_Named)
        self.first: defaultdict[str, _Named] = defaultdict(_Named)
        self.naming: Counter[str] = Counter()
        self.spelled: defaultdict[str, set[tuple[int, int, Referent]]] = defaultdict(set)

    def named(self, article: str, at: int, stop: int, what: Referent) -> list[_Named]:
        """Return where to put what an article names at a place; what its lead names there is kept."""
        spans = self._openings.get(article)
        if spans is None or at >= spans[-1].end:
            return [self.all[article]]
        self.spelled[article].add((at, stop, what))
        return [self.all[article], self.first[article]]


def _find(connection: Connection, entities: Mapping[str, str], found: _Found) -> None:
    """Look up entities, days and figures."""
    chain, mention, date, event = (
        each.c for each in (tables.chains, tables.mentions, tables.dates, tables.events)
    )
    named = select(chain.article, mention.chain, mention.start, mention.stop, mention.form).join_from(
        tables.mentions, tables.chains, chain.id == mention.chain
    )
    for row in connection.execute(named):
        if (entity := entities.get(row.chain)) is not None:
            found.actors[row.article][entity] += 1
            if row.form != _PRONOUN:
                # A sum, so that the order in which mentions are stored does not show.
                found.naming[row.article] += crc32(f"{row.start},{row.stop},{entity}".encode())
            for each in found.named(row.article, row.start, row.stop, entity):
                each.actors.add(entity)
    dated = select(date.article, date.start, date.stop, date.value).union(
        select(event.article, event.start, event.start, event.date)
    )
    for day in connection.execute(dated):
        if day.value is not None and _DAY.fullmatch(day.value):
            for each in found.named(day.article, day.start, day.stop, day.value):
                each.days.add(day.value)
    parties = event.source_start, event.source_stop, event.target_start, event.target_stop
    for done in connection.execute(select(event.article, event.start, *parties)):
        found.naming[done.article] += crc32(repr(tuple(done[1:])).encode())
    figure = tables.figures.c
    counted = select(figure.article, figure.start, figure.stop, figure.value, figure.unit)
    for of in connection.execute(counted.where(figure.value.is_not(None))):
        value = of.value, of.unit or ""
        for each in found.named(of.article, of.start, of.stop, value):
            each.figures.add(value)


# Asked for of one article after the other: put together once.
_OF: BindParameter[str] = bindparam("of")
_TEXT = select(tables.documents.c.text).where(tables.documents.c.id == _OF)
_DOCUMENT = select(tables.articles.c.document).where(tables.articles.c.id == _OF)
_SPANS = (
    select(tables.sentences.c.start, tables.sentences.c.stop)
    .where(tables.sentences.c.article == _OF)
    .order_by(tables.sentences.c.start)
)
_MENTION = tables.mentions.c
_MENTIONS = (
    select(_MENTION.chain, _MENTION.start, _MENTION.stop)
    .join(tables.chains, tables.chains.c.id == _MENTION.chain)
    .where(_MENTION.form != _PRONOUN, tables.chains.c.article == _OF)
    .order_by(_MENTION.start, _MENTION.stop, _MENTION.chain)
)
_EVENT = tables.events.c
_DEEDS = (
    select(
        _EVENT.start, _EVENT.stop,
        _EVENT.source_start, _EVENT.source_stop, _EVENT.target_start, _EVENT.target_stop,
    )
    .where(_EVENT.source_start.is_not(None), _EVENT.target_start.is_not(None), _EVENT.root.not_in(_MUTUAL))
    .where(_EVENT.article == _OF)
    .order_by(_EVENT.start, _EVENT.id)
)  # fmt: skip


def proses(connection: Connection, entities: Mapping[str, str]) -> Callable[[str], Prose]:
    """Return what tells the sentences of an article, by its id, while the connection is open.

    Args:
        connection: To the record.
        entities: Those of chains, by the chains' ids.
    """

    @lru_cache(maxsize=_TEXTS)
    def written(document: str) -> str:
        text: str = connection.execute(_TEXT, {"of": document}).scalar_one()
        return text

    def prose(article: str) -> Prose:
        document, *_ = connection.execute(_DOCUMENT, {"of": article}).one()
        rows, named, done = (
            connection.execute(each, {"of": article}) for each in (_SPANS, _MENTIONS, _DEEDS)
        )
        return Prose(
            written(document),
            tuple(Span(row.start, row.stop) for row in rows),
            tuple(
                (Span(row.start, row.stop), of)
                for row in named
                if (of := entities.get(row.chain)) is not None
            ),
            tuple(
                (
                    Span(row.start, row.stop),
                    Span(row.source_start, row.source_stop),
                    Span(row.target_start, row.target_stop),
                )
                for row in done
            ),
        )

    return prose


def _sentences(connection: Connection) -> tuple[dict[str, list[Span]], Counter[str], dict[str, int]]:
    """Return the first sentences of each article, how many it has, and a checksum of where they stand."""
    table = tables.sentences.c
    openings: dict[str, list[Span]] = defaultdict(list)
    counts: Counter[str] = Counter()
    layouts: dict[str, int] = {}
    for row in connection.execute(select(tables.sentences).order_by(table.article, table.start)):
        if counts[row.article] < LEAD:
            openings[row.article].append(Span(row.start, row.stop))
        counts[row.article] += 1
        layouts[row.article] = crc32(b"%d,%d;" % (row.start, row.stop), layouts.get(row.article, 0))
    return openings, counts, layouts


_Begun = tuple[str, str, frozenset[tuple[Referent, str]]]
"""The first sentence of an article, its lead, and the stems there of what is named, with what that is."""


def _beginnings(
    connection: Connection, openings: Mapping[str, Sequence[Span]], named: _Found
) -> dict[str, _Begun]:
    """Return how each article begins, cut where that is very long."""
    articles, documents = tables.articles.c, tables.documents.c
    wanted = select(documents.id, documents.text)
    of: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(articles.id, articles.document)):
        if row.id in openings:
            of[row.document].append(row.id)
    found: dict[str, _Begun] = {}
    # A long document is read once, however many articles it has.
    for row in connection.execute(wanted.execution_options(yield_per=CHUNK)):
        for article in of.get(row.id, ()):
            first, last = openings[article][0], openings[article][-1]
            stop = min(last.end, first.start + CHARACTERS)
            opening = " ".join(row.text[first.start : min(first.end, stop)].split())
            spelled = frozenset(
                (what, stem)
                for start, end, what in named.spelled[article]
                for stem in stems(row.text[start : min(end, stop)])
            )
            found[article] = opening, row.text[first.start : stop], spelled
    return found
