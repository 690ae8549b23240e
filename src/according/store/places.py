"""Where things are said to be: counts by place, and what there is at one.

Counts are made by the record, over indexes that hold all they need: a map asks for thousands of places at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, false, func, insert, or_, select

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


_DAY = 10
"""Characters of a day (ISO 8601)."""


def save(connection: Connection) -> None:
    """Work out anew which happenings and articles are at which places, from what is kept of them."""
    table, event, article = tables.happenings.c, tables.events.c, tables.articles.c
    told_in = (article.language, article.outlet, article.agency)
    happened = (
        select(
            table.place,
            table.id,
            event.account,
            table.earliest,
            table.latest,
            table.status,
            table.root,
            table.source.concat(table.target),
            *told_in,
        )
        .join_from(tables.happenings, tables.events, event.happening == table.id)
        .join(tables.articles, article.id == event.article)
        .where(table.place.is_not(None))
    )
    entity, chain = tables.entities.c, tables.chains.c
    named_in = (
        select(entity.id, article.number, article.published, *told_in)
        .join_from(tables.entities, tables.chains, chain.entity == entity.id)
        .join(tables.articles, article.id == chain.article)
        .where(entity.latitude.is_not(None))
        .distinct()
    )
    for kept, rows in ((tables.placed_happenings, happened), (tables.placed_articles, named_in)):
        connection.execute(delete(kept))
        connection.execute(insert(kept).from_select([each.name for each in kept.c], rows))


def whereabouts(connection: Connection, sought: Sought) -> Whereabouts:
    """Return the places of all that is sought, those with most there first.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=sought.since, until=sought.until)  # says what is wrong with them
    counts, days, elsewhere = (_of_happenings if sought.what == "happenings" else _of_mentions)(
        connection, sought
    )
    held, entity = counts.subquery(), tables.entities.c
    rows = connection.execute(
        select(*(entity[name] for name in _FROM), held.c.number)
        .join_from(held, tables.entities, entity.id == held.c.place)
        .where(entity.latitude.is_not(None))
        .order_by(held.c.number.desc(), entity.id)
    )
    places = tuple(Place(*row[:9], contested=bool(row.contested), count=row.number) for row in rows)
    by_day: Counter[str] = Counter()
    for row in connection.execute(days):
        by_day[row.day[:_DAY].partition("/")[0]] += row.number
    nowhere = connection.execute(elsewhere).scalar_one() if elsewhere is not None else None
    return Whereabouts(places, tuple(sorted(by_day.items())), nowhere)


_Counts = tuple[Select[Any], Select[Any], Select[Any] | None]
"""Queries: the count of each place, that of each day, and of what is nowhere."""


def _of_happenings(connection: Connection, sought: Sought) -> _Counts:
    wanted, within = (
        list(_happened(connection, sought)),
        list(_days_of_happening(tables.placed_happenings, sought)),
    )
    number = func.count().label("number")

    def each(column: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Select[Any]:
        table = tables.placed_happenings.c
        if not _asks_for_articles(sought):
            return select(column, number).where(table.account == 0, *conditions).group_by(column)
        # Any of the accounts will do, and one is enough.
        some = select(column, table.place, table.happening).where(*conditions).distinct().subquery()
        return select(some.c[0], number).group_by(some.c[0])

    table = tables.placed_happenings.c
    days = each(table.earliest.label("day"), table.earliest.is_not(None), *wanted)
    elsewhere = None
    if sought.actor is None and not _asks_for_articles(sought):
        known = tables.happenings
        plain = [*_kinds(known, sought), *_days_of_happening(known, sought)]
        elsewhere = select(number).select_from(known).where(known.c.place.is_(None), *plain)
    return each(table.place, *wanted, *within), days, elsewhere


def _of_mentions(connection: Connection, sought: Sought) -> _Counts:
    number, table = func.count().label("number"), tables.placed_articles.c
    asked, within = list(_named(connection, sought)), list(_days_of_article(tables.placed_articles, sought))
    counts = select(table.place, number).where(*asked, *within).group_by(table.place)
    # An article of a day counts once, however many places it names.
    article = tables.articles.c
    those = list(_from(connection, tables.articles, sought))
    those += _naming(connection, article.number, sought)
    days = select(article.published.label("day"), number).where(article.published.is_not(None), *those)
    return counts, days.group_by(article.published), None


def _asks_for_articles(sought: Sought) -> bool:
    return sought.language is not None or sought.outlet is not None


def _kinds(table: Table, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of happenings must itself be."""
    if sought.root is not None:
        yield table.c.root == sought.root
    if sought.statuses:
        yield table.c.status.in_(sought.statuses)


def _happened(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of placed happenings must be, but for its day."""
    table = tables.placed_happenings
    yield from _kinds(table, sought)
    yield from _from(connection, table, sought)
    if sought.actor is not None:
        whom = connection.execute(named(connection, sought.actor)).scalars()
        # Ids are JSON strings there. Nobody known by that name: nothing is found.
        yield or_(false(), *(func.instr(table.c.parties, f'"{each}"') > 0 for each in whom))


def _named(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of placed articles must be, but for its day."""
    yield from _from(connection, tables.placed_articles, sought)
    yield from _naming(connection, tables.placed_articles.c.article, sought)


def _naming(
    connection: Connection, number: ColumnElement[Any], sought: Sought
) -> Iterator[ColumnElement[bool]]:
    """Yield that articles, by their number, name the actor."""
    if sought.actor is None:
        return
    chain, article, entity, placed = (
        tables.chains.c,
        tables.articles.c,
        tables.entities.c,
        tables.placed_articles,
    )
    whom = select(entity.id, entity.latitude).where(entity.id.in_(named(connection, sought.actor)))
    known = connection.execute(whom).all()
    lands = [row.id for row in known if row.latitude is not None]
    others = [row.id for row in known if row.latitude is None]
    ways: list[ColumnElement[bool]] = [false()]
    if lands:
        # States and places are looked up where they are kept by place, which is much less to read.
        other = placed.alias("theirs")
        ways.append(number.in_(select(other.c.article).where(other.c.place.in_(lands))))
    if others:
        theirs = select(article.number).join_from(tables.chains, tables.articles, article.id == chain.article)
        ways.append(number.in_(theirs.where(chain.entity.in_(others))))
    yield or_(*ways)


def _from(connection: Connection, table: Table, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what the language and outlet of a row must be."""
    if sought.language is not None:
        language = sought.language.lower()
        own = func.lower(table.c.language)
        yield or_(own == language, own.startswith(f"{language}-", autoescape=True))
    if sought.outlet is not None:
        # Spellings are compared once each, not once an article.
        wanted, article = fold(sought.outlet), tables.articles.c
        columns = (article.outlet, article.agency)
        known = {
            each for column in columns for each in connection.execute(select(column).distinct()).scalars()
        }
        same = sorted(each for each in known if each is not None and fold(each) == wanted)
        yield or_(table.c.outlet.in_(same), table.c.agency.in_(same))


# Days, months and years compare as text: `~` sorts after every digit and hyphen.


def _days_of_happening(table: Table, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.since is not None:
        yield table.c.latest >= sought.since
    if sought.until is not None:
        yield table.c.earliest <= f"{sought.until}~"


def _days_of_article(table: Table, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.since is not None:
        yield func.substr(table.c.published, 1, _DAY).concat("~") >= sought.since
    if sought.until is not None:
        yield table.c.published <= f"{sought.until}~"


def happened_at(
    connection: Connection, place: str, sought: Sought, *, limit: int, offset: int
) -> Iterator[HappeningRow]:
    """Yield what happened at a place, an entity's id, the latest first.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=sought.since, until=sought.until)  # says what is wrong with them
    table, placed = tables.happenings.c, tables.placed_happenings
    within = _days_of_happening(placed, sought)
    there = select(placed.c.happening).where(placed.c.place == place, *_happened(connection, sought), *within)
    wanted = (
        select(tables.happenings)
        .where(table.id.in_(there))
        .order_by(table.earliest.is_(None), table.earliest.desc(), table.id)
        .limit(limit)
        .offset(offset)
    )
    yield from told(connection, connection.execute(wanted).all())


def sightings(
    connection: Connection, place: str, sought: Sought, *, limit: int, offset: int
) -> Iterator[Sighting]:
    """Yield the articles that name a place, an entity's id, the latest first.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=sought.since, until=sought.until)  # says what is wrong with them
    chain, article, mention = tables.chains.c, tables.articles.c, tables.mentions.c
    placed = tables.placed_articles
    within = _days_of_article(placed, sought)
    there = (
        select(placed.c.article)
        .where(placed.c.place == place, *_named(connection, sought), *within)
        .order_by(placed.c.published.is_(None), placed.c.published.desc(), placed.c.article)
        .limit(limit)
        .offset(offset)
    )
    # Looked up first: with a query in its place SQLite would go through all that is known of the place.
    numbers = list(connection.execute(there).scalars())
    ids = list(connection.execute(select(article.id).where(article.number.in_(numbers))).scalars())
    those: Select[Any] = (
        select(chain.article, func.min(chain.id).label("chain"))
        .join_from(tables.chains, tables.articles, article.id == chain.article)
        .where(chain.entity == place, chain.article.in_(ids))
        .group_by(chain.article)
        .order_by(article.published.is_(None), article.published.desc(), article.number)
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
