"""What a desk shows first, and the searches that a person keeps."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, true

from according.errors import NotFoundError
from according.model import content_id
from according.store import discrepancies, query, review, tables
from according.store.moment import now
from according.store.shown import among
from according.views import DiscrepancyRow, NamePair, Overview, SavedSearch, Status, StoryCard

STORIES, DIFFERENCES, DOUBTS, NOTICES = 8, 5, 4, 5
"""How many of each an overview has."""
LAST_DAYS = 7
"""The days, up to the last publication, whose stories are the latest."""
_DAY = 10
"""Characters of a day (ISO 8601)."""


def overview(connection: Connection, status: Status) -> Overview:
    """Return the record as one looks at it first."""
    return Overview(
        status,
        _days(connection),
        connection.execute(select(func.count()).select_from(tables.happenings)).scalar_one(),
        _latest(connection),
        _sharpest(connection),
        connection.execute(
            select(func.count()).select_from(tables.discrepancies).where(discrepancies.counting(connection))
        ).scalar_one(),
        _doubts(connection),
        review.waiting(connection),
        tuple(islice(query.notices(connection), NOTICES)),
    )


def _days(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return the days of publication with their articles; the first day of those that are known less exactly."""
    published = tables.articles.c.published
    counted = select(published, func.count().label("number")).where(published.is_not(None))
    days = Counter[str]()
    for row in connection.execute(counted.group_by(published)):
        days[row.published[:_DAY].partition("/")[0]] += row.number
    return tuple(sorted(days.items()))


def _latest(connection: Connection) -> tuple[StoryCard, ...]:
    """Return the stories of the last days, those most tell first; where these are few, the ones before them."""
    story = tables.stories.c
    last = connection.execute(select(func.max(story.latest)).where(story.latest <= _tomorrow())).scalar()
    if last is None:
        return _cards(connection, true())
    found = _cards(connection, and_(story.latest >= _before(last), story.latest <= last))
    if len(found) < STORIES:
        earlier = and_(story.origins > 1, story.latest < _before(last))
        order = (story.latest.desc(), story.origins.desc(), story.id)
        wanted = select(story.id).where(earlier).order_by(*order).limit(STORIES - len(found))
        more = _cards(connection, story.id.in_(connection.execute(wanted).scalars().all()))
        found += tuple(sorted(more, key=lambda each: each.latest or "", reverse=True))
    return found


def _cards(connection: Connection, which: ColumnElement[bool]) -> tuple[StoryCard, ...]:
    story, member, article = tables.stories.c, tables.story_articles.c, tables.articles.c
    number = func.count().label("number")
    wanted = (
        select(
            tables.stories,
            number,
            func.json_group_array(article.outlet.distinct()).label("outlets"),
            func.json_group_array(article.language.distinct()).label("languages"),
        )
        .join_from(tables.stories, tables.story_articles, member.story == story.id)
        .join(tables.articles, article.id == member.article)
        .where(which)
        .group_by(story.id)
        .order_by(story.origins.desc(), number.desc(), story.latest.desc(), story.id)
        .limit(STORIES)
    )
    return tuple(
        StoryCard(
            row.id,
            row.title,
            row.earliest,
            row.latest,
            row.origins,
            row.number,
            *(
                tuple(sorted(each for each in json.loads(some) if each))
                for some in (row.outlets, row.languages)
            ),
        )
        for row in connection.execute(wanted)
    )


def _tomorrow() -> str:
    """A day after which nothing can have been published: dates in the future are mistakes of print."""
    return (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


def _before(last: str) -> str:
    try:
        return (date.fromisoformat(last[:_DAY]) - timedelta(days=LAST_DAYS)).isoformat()
    except ValueError:  # a month or a year
        return last[:4]


def _sharpest(connection: Connection) -> tuple[DiscrepancyRow, ...]:
    differ = tables.discrepancies.c
    order = (differ.score.desc(), differ.kind, differ.id)
    first = select(differ.id).where(discrepancies.counting(connection)).order_by(*order).limit(DIFFERENCES)
    ids = connection.execute(first).scalars().all()
    return tuple(discrepancies.listed(connection, ids=ids))


def _doubts(connection: Connection) -> tuple[NamePair, ...]:
    entity, some = tables.entities.c, review.undecided(connection, DOUBTS)
    ids = among(id for row in some for id in (row.first, row.second))
    known = connection.execute(select(entity.id, entity.name).where(entity.id.in_(ids)))
    name = {row.id: row.name for row in known}
    return tuple(
        NamePair(row.first, name[row.first], row.second, name[row.second], row.score, row.reason)
        for row in some
        if row.first in name and row.second in name
    )


def searches(connection: Connection) -> tuple[SavedSearch, ...]:
    """Return the searches that are kept, by name."""
    table = tables.searches.c
    rows = connection.execute(select(tables.searches).order_by(func.lower(table.name), table.id))
    return tuple(
        SavedSearch(row.id, row.name, tuple(json.loads(row.asked).items()), row.made_at) for row in rows
    )


def keep(connection: Connection, name: str, asked: dict[str, str]) -> SavedSearch:
    """Keep a search under a name; one of the same name is replaced."""
    made_at = now()
    table = tables.searches.c
    found = SavedSearch(content_id("search", name), name, tuple(sorted(asked.items())), made_at)
    connection.execute(delete(tables.searches).where(table.id == found.id))
    values = {"id": found.id, "name": name, "asked": json.dumps(dict(found.asked), ensure_ascii=False)}
    connection.execute(insert(tables.searches), {**values, "made_at": made_at})
    return found


def forget(connection: Connection, id: str) -> None:
    """Keep a search no longer.

    Raises:
        NotFoundError: there is none of this id.
    """
    if not connection.execute(delete(tables.searches).where(tables.searches.c.id == id)).rowcount:
        raise NotFoundError(f"No search is kept under {id!r}.")
