"""Where things are said to be: counts by place, and what there is at one.

Counts are made by the record, over indexes that hold all they need: a map asks for thousands of places at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, func, or_, select

from according.model import Span
from according.store import tables
from according.store.fold import fold
from according.store.happenings import told
from according.store.meant import named
from according.store.query import ArticleFilter
from according.store.shown import among, articles_of, sentences
from according.views import HappeningRow, Place, Sighting, Sought, Whereabouts

_FROM = (
    "id",
    "name",
    "kind",
    "key",
    "geonames",
    "latitude",
    "longitude",
    "precision",
    "country",
    "contested",
)


def whereabouts(connection: Connection, sought: Sought) -> Whereabouts:
    """Return the places of all that is sought, those with most there first.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=sought.since, until=sought.until)  # says what is wrong with them
    counted = _of_happenings if sought.what == "happenings" else _of_mentions
    counts, days, elsewhere = counted(connection, sought)
    held = counts.subquery()
    entity = tables.entities.c
    rows = connection.execute(
        select(*(entity[name] for name in _FROM), held.c.number)
        .join_from(held, tables.entities, entity.id == held.c.place)
        .where(entity.latitude.is_not(None))
        .order_by(held.c.number.desc(), entity.id)
    )
    places = tuple(Place(*row[:9], contested=bool(row.contested), count=row.number) for row in rows)
    return Whereabouts(
        places,
        tuple((row.day, row.number) for row in connection.execute(days)),
        connection.execute(elsewhere).scalar_one() if elsewhere is not None else 0,
    )


_Counts = tuple[Select[Any], Select[Any], Select[Any] | None]
"""Queries: the count of each place, that of each day, and of what is nowhere."""


def _of_happenings(connection: Connection, sought: Sought) -> _Counts:
    table = tables.happenings.c
    plain = list(_happenings(sought))
    wanted = [*plain, *_told_by(connection, sought)]
    within = list(_within(sought, table.earliest, table.latest))
    count = func.count().label("number")
    counts = select(table.place, count).where(table.place.is_not(None), *wanted, *within)
    days = (
        select(table.earliest.label("day"), count)
        .where(table.place.is_not(None), table.earliest.is_not(None), *wanted)
        .group_by(table.earliest)
        .order_by(table.earliest)
    )
    elsewhere = select(count).where(table.place.is_(None), *wanted, *within)
    return counts.group_by(table.place), days, elsewhere


def _of_mentions(connection: Connection, sought: Sought) -> _Counts:
    chain, article, entity = tables.chains.c, tables.articles.c, tables.entities.c
    day = func.substr(article.published, 1, 10).label("day")
    placed = select(entity.id).where(entity.latitude.is_not(None))
    asked = list(_articles(connection, sought))
    within = list(_within(sought, article.published, article.published))
    counts = select(chain.entity.label("place"), func.count(chain.article.distinct()).label("number"))
    counts = counts.where(chain.entity.in_(placed))
    if asked or within:
        counts = counts.where(chain.article.in_(select(article.id).where(*asked, *within)))
    days = select(day, func.count().label("number")).where(article.published.is_not(None), *asked)
    return counts.group_by(chain.entity), days.group_by(day).order_by(day), None


def _happenings(sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of happenings must itself be."""
    table = tables.happenings.c
    if sought.root is not None:
        yield table.root == sought.root
    if sought.statuses:
        yield table.status.in_(sought.statuses)


def _told_by(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what must be so of who takes part in a happening, and of its accounts."""
    table, event = tables.happenings.c, tables.events.c
    if sought.actor is not None:
        whom = connection.execute(named(connection, sought.actor)).scalars()
        # Ids are JSON strings there. Nobody known by that name: nothing is found.
        sides = (
            side.contains(f'"{each}"', autoescape=True)
            for each in whom
            for side in (table.source, table.target)
        )
        yield or_(false(), *sides)
    asked = list(_articles(connection, sought, actor=False))
    if asked:
        article = tables.articles.c
        theirs = select(article.id).where(*asked)
        yield select(event.id).where(event.happening == table.id, event.article.in_(theirs)).exists()


def _articles(connection: Connection, sought: Sought, *, actor: bool = True) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of articles must be, but for its day."""
    article, chain = tables.articles.c, tables.chains.c
    if sought.language is not None:
        language = sought.language.lower()
        own = func.lower(article.language)
        yield or_(own == language, own.startswith(f"{language}-", autoescape=True))
    if sought.outlet is not None:
        # Spellings are compared once each, not once an article.
        wanted = fold(sought.outlet)
        columns = (article.outlet, article.agency)
        known = {
            each for column in columns for each in connection.execute(select(column).distinct()).scalars()
        }
        same = sorted(each for each in known if each is not None and fold(each) == wanted)
        yield or_(*(column.in_(same) for column in columns))
    if actor and sought.actor is not None:
        yield article.id.in_(select(chain.article).where(chain.entity.in_(named(connection, sought.actor))))


def _within(
    sought: Sought, first: ColumnElement[Any], last: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """Yield what must be so of the first and last day of something. `~` sorts after every digit and hyphen."""
    if sought.since is not None:
        yield func.substr(last, 1, 10) + "~" >= sought.since if first is last else last >= sought.since
    if sought.until is not None:
        yield first <= f"{sought.until}~"


def happened_at(
    connection: Connection, place: str, sought: Sought, *, limit: int, offset: int
) -> Iterator[HappeningRow]:
    """Yield what happened at a place, an entity's id, the latest first."""
    table = tables.happenings.c
    within = _within(sought, table.earliest, table.latest)
    wanted = (
        select(tables.happenings)
        .where(table.place == place, *_happenings(sought), *_told_by(connection, sought), *within)
        .order_by(table.earliest.is_(None), table.earliest.desc(), table.id)
        .limit(limit)
        .offset(offset)
    )
    yield from told(connection, connection.execute(wanted).all())


def sightings(
    connection: Connection, place: str, sought: Sought, *, limit: int, offset: int
) -> Iterator[Sighting]:
    """Yield the articles that name a place, an entity's id, the latest first."""
    chain, article, mention = tables.chains.c, tables.articles.c, tables.mentions.c
    asked = [*_articles(connection, sought), *_within(sought, article.published, article.published)]
    those: Select[Any] = (
        select(chain.article, func.min(chain.id).label("chain"))
        .join_from(tables.chains, tables.articles, article.id == chain.article)
        .where(chain.entity == place, *asked)
        .group_by(chain.article)
        .order_by(article.published.is_(None), article.published.desc(), article.number)
        .limit(limit)
        .offset(offset)
    )
    found = connection.execute(those).all()
    articles = articles_of(connection, found)
    first: dict[str, Any] = {}
    wanted = select(tables.mentions).where(mention.chain.in_(among(row.chain for row in found)))
    for row in connection.execute(wanted.order_by(mention.form != "name", mention.start)):
        first.setdefault(row.chain, row)
    at = [(row.article, first[row.chain].start) for row in found if row.chain in first]
    texts = sentences(connection, at)
    for row in found:
        if (seen := first.get(row.chain)) is not None:
            sentence = texts.get((row.article, seen.start), seen.text)
            yield Sighting(articles[row.article], seen.id, Span(seen.start, seen.stop), seen.text, sentence)
