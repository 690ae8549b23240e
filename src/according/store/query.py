"""Asking a record: lists and single things, as views. Each function looks through a connection that is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal_column, or_, select

from according.errors import NotFoundError, SettingsError
from according.model import Article, Document, Kind, Notice, Span
from according.store import rows, tables
from according.store.fold import fold
from according.views import ArticleRow, DocumentRow, Status

CHUNK = 500
"""Rows that are fetched at a time: lists are streamed, whatever their length."""
_SHOWN_NAMES = 3
# The plus keeps SQLite from looking documents up by id: it walks them in the order of the list instead, and a long
# list begins at once, not after all of it was sorted.
_UNSOUGHT_ID: ColumnElement[str] = literal_column("+documents.id")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles to list; a field that is None does not restrict.

    `document` is a document id. `outlet` is compared folded, with the outlet or the agency. `language` is BCP 47
    and includes its regional forms. `since` and `until` are days, months or years (ISO 8601); an article passes
    when some day of its publication date lies between them, both included. Raises SettingsError for other dates.
    """

    document: str | None = None
    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            if day is not None and not _is_date(day):
                raise SettingsError(
                    f"{day!r} is no date. Give a day, a month or a year: 2021-01-15, 2021-01, 2021."
                )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def articles(connection: Connection, which: ArticleFilter, limit: int | None = None) -> Iterator[ArticleRow]:
    """Yield articles, sorted by the uri of their document and their place in it."""
    documents, table = tables.documents.c, tables.articles.c
    origin, story = tables.origins.c, tables.story_articles.c
    wanted = (
        select(documents.uri, tables.articles, origin.origin, story.story)
        .join_from(tables.documents, tables.articles, table.document == _UNSOUGHT_ID)
        .join(tables.origins, origin.article == table.id, isouter=True)
        .join(tables.story_articles, story.article == table.id, isouter=True)
        .where(*conditions(which))
        .order_by(documents.uri, documents.id, table.start, table.id)
        .limit(limit)
    )
    return (article_row(row) for row in _stream(connection, wanted))


def conditions(which: ArticleFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what rows of `articles` must fulfil."""
    table = tables.articles.c
    if which.document is not None:
        yield table.document == which.document
    if which.outlet is not None:
        name = fold(which.outlet)
        yield or_(func.fold(table.outlet) == name, func.fold(table.agency) == name)
    if which.language is not None:
        language = _storable(which.language).lower()
        yield or_(
            func.lower(table.language) == language,
            func.lower(table.language).startswith(f"{language}-", autoescape=True),
        )
    # Dates of different precision compare as text: `~` sorts after every digit and hyphen, so that "2021-01~" is the
    # end of January. An interval is "first/last".
    first = func.substr(table.published, 1, func.instr(table.published + "/", "/") - 1)
    last = func.substr(table.published, func.instr(table.published, "/") + 1)
    if which.since is not None:
        yield last + "~" >= which.since
    if which.until is not None:
        yield first <= f"{which.until}~"


def article_row(row: Row[Any]) -> ArticleRow:
    """Return the view of a row of `articles` that also has its document's `uri`, and perhaps origin and story."""
    asked = row._mapping
    return ArticleRow(row.number, row.uri, rows.to_article(row), asked.get("origin"), asked.get("story"))


def article(connection: Connection, name: str) -> ArticleRow:
    """Return the article that `name` means: its number, its id or the beginning of its id.

    Raises:
        NotFoundError: there is none, or several begin like this.
    """
    table, documents = tables.articles.c, tables.documents.c
    wanted = select(documents.uri, tables.articles).join_from(
        tables.documents, tables.articles, table.document == documents.id
    )
    # Ids have 16 characters; nobody writes a number that long.
    name = _storable(name)
    if name.isascii() and name.isdecimal() and len(name) < 16:
        row = connection.execute(wanted.where(table.number == int(name))).one_or_none()
        if row is not None:
            return article_row(row)
    return article_row(
        _only(connection, wanted, table.id, name, "article", "`according articles` lists them.")
    )


def document(connection: Connection, name: str) -> Document:
    """Return the document that `name` means: its id, the beginning of its id, or a path it was met at.

    Raises:
        NotFoundError: there is none, or several begin like this.
    """
    documents, originals, locations = tables.documents.c, tables.originals.c, tables.locations.c
    wanted = select(tables.documents, originals.bytes).join_from(
        tables.documents, tables.originals, originals.sha256 == documents.sha256
    )
    name = _storable(name)
    at_path = wanted.where(documents.id.in_(select(locations.document).where(locations.uri == name)))
    # A file that changed was met at its path as two documents: the path means the one that was read last.
    newest = at_path.order_by(
        select(func.max(locations.read_at))
        .where(locations.document == documents.id, locations.uri == name)
        .scalar_subquery()
        .desc(),
        documents.id,
    )
    row = connection.execute(newest.limit(1)).one_or_none()
    if row is None:
        row = _only(
            connection, wanted, documents.id, name, "document", "`according articles --json` names them."
        )
    return rows.to_document(row, row.bytes)


def _storable(name: str) -> str:
    """Return `name` without the half surrogates that undecodable arguments have; nothing in a record has any."""
    return name.encode("utf-8", "replace").decode()


def _only(
    connection: Connection,
    wanted: Select[Any],
    id_column: ColumnElement[str],
    name: str,
    noun: str,
    hint: str,
) -> Row[Any]:
    begins = wanted.where(id_column.startswith(name.lower(), autoescape=True)).order_by(id_column)
    # Everything begins with nothing.
    found = connection.execute(begins.limit(_SHOWN_NAMES + 1)).all() if name else []
    if not found:
        raise NotFoundError(f"There is no {noun} {name!r}. {hint}")
    if len(found) > 1:
        some = ", ".join(row.id for row in found[:_SHOWN_NAMES])
        more = ", …" if len(found) > _SHOWN_NAMES else ""
        raise NotFoundError(
            f"{name!r} can mean several {noun}s ({some}{more}). Give more characters of its id."
        )
    return found[0]


def text(connection: Connection, article: Article) -> str:
    """Return the article's characters as they stand in its document, marks included."""
    # Cut by SQLite, whose substr counts code points as well, would stop at a NUL character: cut here.
    wanted = select(tables.documents.c.text).where(tables.documents.c.id == article.document)
    whole: str = connection.execute(wanted).scalar_one()
    return whole[article.span.start : article.span.end]


def documents(connection: Connection, *, with_text: bool) -> Iterator[DocumentRow]:
    """Yield all documents, sorted by uri."""
    table, locations = tables.documents.c, tables.locations.c
    read_at = select(func.min(locations.read_at)).where(locations.document == table.id).scalar_subquery()
    columns = [table.id, table.uri, table.sha256, table.media_type, table.encoding, table.characters]
    if with_text:
        columns.append(table.text)
    wanted = select(*columns, read_at.label("read_at")).order_by(table.uri, table.id)
    for row in _stream(connection, wanted):
        yield DocumentRow(**row._mapping)


def notices(connection: Connection, *, limit: int | None = None, offset: int = 0) -> Iterator[Notice]:
    """Yield all notices, those of lost inputs first, then by uri."""
    table = tables.notices.c
    wanted = select(tables.notices).order_by(table.lost.desc(), table.uri, table.kind, table.id)
    return (rows.to_notice(row) for row in _stream(connection, wanted.limit(limit).offset(offset)))


def _stream(connection: Connection, wanted: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(wanted.execution_options(yield_per=CHUNK))


def status(connection: Connection, path: str, size: int) -> Status:
    """Return the record at a glance; `path` and `size` (bytes) are its file's."""
    table, held, problems = tables.articles.c, tables.documents.c, tables.notices.c
    documents, characters = connection.execute(
        select(func.count(), func.coalesce(func.sum(held.characters), 0))
    ).one()
    articles, dated, first, last = connection.execute(
        select(
            func.count(), func.count(table.published), func.min(table.published), func.max(table.published)
        )
    ).one()
    notices, lost = connection.execute(select(func.count(), func.coalesce(func.sum(problems.lost), 0))).one()
    return Status(
        path=path,
        size=size,
        sqlite=connection.exec_driver_sql("SELECT sqlite_version()").scalar_one(),
        documents=documents,
        characters=characters,
        articles=articles,
        dated=dated,
        first=first,
        last=last,
        languages=_frequent(connection, table.language),
        outlets=_frequent(connection, table.outlet),
        entities=_kinds(connection),
        notices=notices,
        lost=lost,
    )


def _kinds(connection: Connection) -> tuple[tuple[Kind, int], ...]:
    kind = tables.entities.c.kind
    found = connection.execute(select(kind, func.count().label("number")).group_by(kind))
    counts: dict[str, int] = {row.kind: row.number for row in found}
    return tuple((each, counts[each]) for each in get_args(Kind) if each in counts)


def _frequent(
    connection: Connection, column: ColumnElement[str | None]
) -> tuple[tuple[str | None, int], ...]:
    wanted = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
    return tuple((value, count) for value, count in connection.execute(wanted))


def sentences(connection: Connection, article: str) -> tuple[Span, ...]:
    """Return the sentences of an article's running text, as spans of its document."""
    table = tables.sentences.c
    wanted = select(table.start, table.stop).where(table.article == article).order_by(table.start)
    return tuple(Span(start, stop) for start, stop in connection.execute(wanted))
