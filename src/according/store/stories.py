"""Origins and stories in a record: what linking leaves behind, and what can be asked about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from according.errors import NotFoundError
from according.model import Span
from according.store import tables
from according.store.query import CHUNK, article, article_row
from according.store.shown import among
from according.views import Belonging, Borrowed, Descent, Member, Story, StoryRow

_NAMED = 3
"""Stories that are named where one of several can be meant."""


def save(connection: Connection, descents: Iterable[Descent], stories: Iterable[Story]) -> None:
    """Replace origins, the passages that are copied, and stories."""
    for table in (tables.origins, tables.copies, tables.stories, tables.story_articles):
        connection.execute(delete(table))
    come, told = list(descents), list(stories)
    for table, values in (
        (tables.origins, [_origin_values(each) for each in come]),
        (tables.copies, [values for each in come for values in _copy_values(each)]),
        (tables.stories, [_story_values(each) for each in told]),
        (tables.story_articles, [values for each in told for values in _belonging_values(each)]),
    ):
        if values:
            connection.execute(insert(table).prefix_with("OR IGNORE"), values)


def _origin_values(each: Descent) -> dict[str, Any]:
    return {name: getattr(each, name) for name in ("article", "origin", "kind", "score", "reason")}


def _copy_values(descent: Descent) -> Iterator[dict[str, Any]]:
    for each in descent.passages:
        yield {
            "article": descent.article,
            "start": each.span.start,
            "stop": each.span.end,
            "other": each.other,
            "other_start": each.other_span.start,
            "other_stop": each.other_span.end,
            "translated": int(each.translated),
            "score": each.score,
        }


def _story_values(each: Story) -> dict[str, Any]:
    return {name: getattr(each, name) for name in ("id", "title", "earliest", "latest", "origins")}


def _belonging_values(story: Story) -> Iterator[dict[str, Any]]:
    for each in story.articles:
        yield {"article": each.article, "story": story.id, "score": each.score, "reason": each.reason}


def exported(connection: Connection) -> Iterator[Story]:
    """Yield all stories by their ids."""
    wanted = select(tables.stories).order_by(tables.stories.c.id)
    for some in connection.execute(wanted.execution_options(yield_per=CHUNK)).partitions():
        yield from _stories(connection, some)


def listed(connection: Connection, *, single: bool = False, limit: int | None = None) -> Iterator[StoryRow]:
    """Yield stories with their articles, those of most origins first, then those of most articles.

    Args:
        connection: To the record.
        single: Whether those that only one original tells are listed, too, however many copies it has.
        limit: At most this many.
    """
    table, member = tables.stories.c, tables.story_articles.c
    count = select(func.count()).where(member.story == table.id).scalar_subquery()
    wanted = select(tables.stories).order_by(
        table.origins.desc(), count.desc(), table.earliest.is_(None), table.earliest, table.id
    )
    if not single:
        wanted = wanted.where(table.origins > 1)
    rows = connection.execute(wanted.limit(limit).execution_options(yield_per=CHUNK))
    for some in rows.partitions():
        yield from _shown(connection, _stories(connection, some))


def story(connection: Connection, name: str) -> StoryRow:
    """Return the story that `name` means: its id, the beginning of its id, or one of its articles.

    Raises:
        NotFoundError: there is none, or several begin like this.
    """
    table, member = tables.stories.c, tables.story_articles.c
    begins = table.id.startswith(name.lower(), autoescape=True)
    found = connection.execute(
        select(tables.stories).where(begins).order_by(table.id).limit(_NAMED + 1)
    ).all()
    # Everything begins with nothing, and a number is that of an article.
    if not name or not found or name.isdecimal():
        of = article(connection, name).article.id
        told = select(tables.stories).join(tables.story_articles, member.story == table.id)
        found = connection.execute(told.where(member.article == of)).all()
        if not found:
            raise NotFoundError(f"No story is worked out for the article {name!r}. Read its document again.")
    if len(found) > 1:
        some = ", ".join(row.id for row in found[:_NAMED])
        raise NotFoundError(f"{name!r} can mean several stories ({some}, …). Give more characters of its id.")
    (row,) = _shown(connection, _stories(connection, found))
    return row


def _stories(connection: Connection, some: Sequence[Row[Any]]) -> list[Story]:
    """Return the stories of some rows, in their order."""
    member, articles = tables.story_articles.c, tables.articles.c
    wanted = (
        select(tables.story_articles)
        .join(tables.articles, articles.id == member.article)
        .where(member.story.in_(among(row.id for row in some)))
        .order_by(articles.published.is_(None), articles.published, articles.id)
    )
    held: dict[str, list[Belonging]] = {}
    for row in connection.execute(wanted):
        held.setdefault(row.story, []).append(Belonging(row.article, row.score, row.reason))
    return [
        Story(row.id, row.title, tuple(held.get(row.id, ())), row.earliest, row.latest, row.origins)
        for row in some
    ]


def _shown(connection: Connection, some: Iterable[Story]) -> Iterator[StoryRow]:
    told = list(some)
    ids = [each.article for one in told for each in one.articles]
    articles, documents = tables.articles.c, tables.documents.c
    wanted = select(documents.uri, tables.articles).join_from(
        tables.documents, tables.articles, articles.document == documents.id
    )
    rows = {row.id: article_row(row) for row in connection.execute(wanted.where(articles.id.in_(among(ids))))}
    come = _descents(connection, ids)
    for one in told:
        yield StoryRow(
            one, tuple(Member(rows[each.article], each, come.get(each.article)) for each in one.articles)
        )


def _descents(connection: Connection, articles: Sequence[str]) -> dict[str, Descent]:
    """Return where some articles come from, by their ids."""
    origin, copy = tables.origins.c, tables.copies.c
    of = among(articles)
    passages: dict[str, list[Borrowed]] = {}
    copied = select(tables.copies).where(copy.article.in_(of)).order_by(copy.article, copy.start, copy.other)
    for row in connection.execute(copied):
        passages.setdefault(row.article, []).append(
            Borrowed(
                Span(row.start, row.stop),
                row.other,
                Span(row.other_start, row.other_stop),
                bool(row.translated),
                row.score,
            )
        )
    return {
        row.article: Descent(
            row.article, row.origin, row.kind, row.score, row.reason, tuple(passages.get(row.article, ()))
        )
        for row in connection.execute(select(tables.origins).where(origin.article.in_(of)))
    }
