"""Writing: what one read brings in, in batches, each saved as a whole or not at all."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.model import Article, Document, Findings, Notice
from according.store import corrected, found, rows, tables
from according.store.batch import Batch
from according.store.database import Database
from according.store.entities import linking_is_due
from according.store.fold import fold
from according.store.moment import now
from according.views import ReadReport, Saved

_HELD = text(
    "SELECT run, variant, EXISTS (SELECT 1 FROM locations WHERE document = :document AND uri = :uri "
    "AND source = :source AND sha256 = :sha256 AND run = :run) AS here FROM documents WHERE id = :document"
)
_WRITE_LOCATION = insert_or(tables.locations)
_WRITE_LOCATION = _WRITE_LOCATION.on_conflict_do_update(
    index_elements=["document", "uri"],
    set_={name: _WRITE_LOCATION.excluded[name] for name in ("source", "sha256", "run")},
)
_WRITE_ORIGINAL = insert_or(tables.originals).on_conflict_do_nothing()
_WRITE_NOTICE = insert_or(tables.notices).on_conflict_do_nothing()
_VOID_NOTICES = delete(tables.notices).where(tables.notices.c.source == bindparam("uri"))
_VOID_OTHER_NOTICES = text("DELETE FROM notices WHERE source = :uri AND (sha256, run) <> (:sha256, :run)")
_VOID_UNOPENED = text(
    "DELETE FROM notices WHERE sha256 = '' AND (source = :uri "
    "OR substr(source, 1, length(rtrim(:uri, '/')) + 1) = rtrim(:uri, '/') || '/' "
    # What lies in the current folder is named without it.
    "OR (:uri = '.' AND source <> '-' AND source NOT GLOB '/*' AND source NOT GLOB '../*' AND source NOT GLOB '*://*'))"
)
_WRITE_INPUT = insert_or(tables.inputs)
_WRITE_INPUT = _WRITE_INPUT.on_conflict_do_update(index_elements=["uri"], set_=dict(_WRITE_INPUT.excluded))
_WRITE_DOCUMENT = insert_or(tables.documents)
_WRITE_DOCUMENT = _WRITE_DOCUMENT.on_conflict_do_update(
    index_elements=["id"],
    set_={
        column.name: _WRITE_DOCUMENT.excluded[column.name]
        for column in tables.documents.c
        if column.name != "uri"
    },
)
# Statements are put together from constants of this file alone: nothing from outside is in their text (S608).
# Fewest containers first: a file that lies there is more easily opened than its copy in an archive.
_FIRST_URI = (
    "SELECT uri FROM locations WHERE document = documents.id "
    "ORDER BY length(uri) - length(replace(uri, '!/', '')), uri LIMIT 1"
)
_KEEP_FIRST_URI = text(f"UPDATE documents SET uri = ({_FIRST_URI}) WHERE id = :document")  # noqa: S608
_WRITE_INDEX = text(
    "INSERT INTO article_index (rowid, title, body, byline) VALUES (:number, :title, :body, :byline)"
)
_OF_DOCUMENT = "(SELECT id FROM articles WHERE document = :document)"
_CLEAR_FOUND = tuple(map(text, found.cleared(_OF_DOCUMENT)))
_CLEAR_INDEX = text("DELETE FROM article_index WHERE rowid = :number")
_FORGET_LOCATIONS = text("DELETE FROM locations WHERE source = :uri AND sha256 = :sha256 AND run <> :run")
_NOWHERE = (
    "(SELECT id FROM documents WHERE NOT EXISTS (SELECT 1 FROM locations WHERE document = documents.id))"
)
_NO_ARTICLES = f"(SELECT id FROM articles WHERE document IN {_NOWHERE})"  # noqa: S608
_FORGET_DOCUMENTS = (
    *found.cleared(_NO_ARTICLES),
    f"DELETE FROM article_index WHERE rowid IN (SELECT number FROM articles WHERE document IN {_NOWHERE})",  # noqa: S608
    f"DELETE FROM articles WHERE document IN {_NOWHERE}",  # noqa: S608
    f"DELETE FROM documents WHERE id IN {_NOWHERE}",  # noqa: S608
    "DELETE FROM originals WHERE NOT EXISTS (SELECT 1 FROM documents WHERE sha256 = originals.sha256)",
    f"UPDATE documents SET uri = ({_FIRST_URI}) WHERE NOT EXISTS "  # noqa: S608
    "(SELECT 1 FROM locations WHERE document = documents.id AND uri = documents.uri)",
)


class Writer:
    """Takes what a read finds and saves it in batches, in the order in which it came. One for each read.

    A document is saved with its articles; a kill at any moment leaves whole batches. Everything that takes time
    (compression, folding) is done before the file is locked.
    """

    def __init__(self, database: Database, run: str) -> None:
        """Write to `database` what the pipeline `run` (its version and settings) finds.

        A run whose name goes on after a plus does the same and more: what it has read need not be read again.
        """
        self._database = database
        self._run = run
        self._total = ReadReport()
        self._sha256 = ""
        self._input_documents = 0
        self._batch = Batch("")
        self._closed: deque[Batch] = deque()

    def search(self, uri: str) -> None:
        """Begin a path: that it, or something below it, could not be opened at an earlier read is void from here on."""
        self._batch.searched.append(uri)

    def skip(self, uri: str, sha256: str) -> bool:
        """Return True for an input that was read to its end with these bytes, and count it with its notices."""
        columns = tables.inputs.c
        found = select(columns.documents, columns.run).where(columns.uri == uri, columns.sha256 == sha256)
        with self._database.reading() as connection:
            held = connection.execute(found).one_or_none()
            if held is None or not self._is_enough(held.run):
                return False
            stored = connection.execute(select(tables.notices).where(tables.notices.c.source == uri)).all()
        notices = [rows.to_notice(row) for row in stored if (row.sha256, row.run) == (sha256, held.run)]
        if len(notices) < len(stored):
            self._batch.skipped.append({"uri": uri, "sha256": sha256, "run": held.run})
        self._batch.uri = uri
        lost = sum(each.lost for each in notices)
        self._batch.counts.update(
            inputs=1, unchanged=1, known=held.documents, notices=len(notices), lost=lost
        )
        self._batch.recalled += notices
        return True

    def _is_enough(self, run: str | None) -> bool:
        return run is not None and (run == self._run or run.startswith(f"{self._run}+"))

    def start(self, uri: str, sha256: str) -> None:
        """Begin an input: the notices of its last read are void from here on."""
        self._batch.uri, self._sha256 = uri, sha256
        self._input_documents = 0
        self._batch.started.append(uri)

    def holds(self, document: Document) -> bool:
        """Return whether the record holds this document as read by this run, here; note where it was met."""
        self._input_documents += 1
        met = {
            "document": document.id,
            "uri": document.uri,
            "source": self._batch.uri,
            "sha256": self._sha256,
            "run": self._run,
        }
        run, variant, here = self._held(met)
        if not here:
            self._batch.met.append(met)
        if not self._is_enough(run) or variant > rows.variant_of(document):
            return False
        self._batch.counts.update(known=1)
        return True

    def _held(self, met: dict[str, str]) -> tuple[str | None, str, bool]:
        """Return run and variant of the document in the batches or record, and whether it is known to be met here."""
        for batch in (self._batch, *reversed(self._closed)):
            waiting = batch.documents.get(met["document"])
            if waiting is not None:
                return self._run, waiting[0]["variant"], False
        with self._database.reading() as connection:
            held = connection.execute(_HELD, met).one_or_none()
        return (None, "", False) if held is None else (held.run, held.variant, bool(held.here))

    def add(self, document: Document, articles: list[tuple[Article, str]]) -> None:
        """Take a document with its articles, each with its reading text."""
        self._batch.documents[document.id] = (
            rows.document_values(document, self._run),
            rows.original_values(document),
        )
        self._batch.articles[document.id] = [
            (article, fold(article.title or ""), fold(reading), fold(_byline(article)))
            for article, reading in articles
        ]
        self._batch.characters += len(document.text)
        self._batch.counts.update(new=1, articles=len(articles))

    def found(self, article: str, found: Findings) -> None:
        """Take what was found in an article of the batch."""
        self._batch.found(article, found)

    def notice(self, notice: Notice, source: str, sha256: str = "") -> None:
        """Take a problem; `source` is the uri of the input that it came up in, `sha256` its hash if it was opened."""
        self._batch.notice(notice, source, sha256)

    def finish(self) -> None:
        """Say that the input was read to its end."""
        self._batch.finished.append(
            {
                "uri": self._batch.uri,
                "sha256": self._sha256,
                "run": self._run,
                "documents": self._input_documents,
            }
        )
        self._batch.counts.update(inputs=1)

    @property
    def is_full(self) -> bool:
        """Whether it is time to close the batch."""
        return self._batch.is_full

    @property
    def characters(self) -> int:
        """How much text is held that is not saved."""
        return sum(batch.characters for batch in (*self._closed, self._batch))

    def close(self) -> Batch:
        """End the batch: what comes from here on is of the next one. What is found later may still be added to it."""
        closed = self._batch
        self._closed.append(closed)
        self._batch = Batch(closed.uri)
        return closed

    def commit(self) -> Saved:
        """Save the batch that was closed first, without one the batch as it is; return what is safe now.

        Raises:
            RecordBusyError: another process writes and did not finish in time; the batch is not saved.
            RecordError: the system refuses; the batch is not saved.
        """
        batch = self._closed[0] if self._closed else self.close()
        if not batch.is_empty:
            with self._database.writing() as connection:
                self._write(connection, batch)
        self._closed.popleft()
        total = {name: getattr(self._total, name) + count for name, count in batch.counts.items()}
        self._total = replace(self._total, **total)
        self._batch.since = time.monotonic()
        return Saved(
            uri=batch.uri,
            documents=tuple(dict.fromkeys([*batch.documents, *(met["document"] for met in batch.met)])),
            notices=(*batch.recalled, *(notice for notice, *_ in batch.notices)),
            total=self._total,
        )

    def _write(self, connection: Connection, batch: Batch) -> None:
        if batch.searched:
            connection.execute(_VOID_UNOPENED, [{"uri": uri} for uri in batch.searched])
        if batch.skipped:
            connection.execute(_VOID_OTHER_NOTICES, batch.skipped)
        if batch.started:
            connection.execute(_VOID_NOTICES, [{"uri": uri} for uri in batch.started])
        if batch.notices:
            values = [rows.notice_values(*noticed, self._run) for noticed in batch.notices]
            connection.execute(_WRITE_NOTICE, values)
        if batch.documents:
            connection.execute(_WRITE_DOCUMENT, [document for document, _ in batch.documents.values()])
            connection.execute(_WRITE_ORIGINAL, [original for _, original in batch.documents.values()])
            self._write_articles(connection, batch)
        if batch.met:
            # Microseconds, so that of two readings of one path the later is known.
            moment = now()
            connection.execute(_WRITE_LOCATION, [{**met, "read_at": moment} for met in batch.met])
            connection.execute(_KEEP_FIRST_URI, batch.met)
        if batch.finished:
            connection.execute(_WRITE_INPUT, batch.finished)
            # A run that finds nothing in an input (a mistyped column) takes away nothing that was found before.
            superseded = [
                connection.execute(_FORGET_LOCATIONS, finished).rowcount
                for finished in batch.finished
                if finished["documents"]
            ]
            if any(superseded):
                for statement in _FORGET_DOCUMENTS:
                    connection.exec_driver_sql(statement)
                linking_is_due(connection)

    def _write_articles(self, connection: Connection, batch: Batch) -> None:
        """Replace the articles of a batch's documents; an article that stays keeps its number."""
        articles = tables.articles
        of_batch = articles.c.document.in_(list(batch.documents))
        held = connection.execute(select(articles.c.id, articles.c.number).where(of_batch))
        numbers = {row.id: row.number for row in held}
        if numbers:
            connection.execute(_CLEAR_INDEX, [{"number": number} for number in numbers.values()])
            for statement in _CLEAR_FOUND:
                connection.execute(statement, [{"document": document} for document in batch.documents])
            connection.execute(delete(articles).where(of_batch))
        last = (
            connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").scalar()
            or 0
        )
        values, index = [], []
        for article, title, body, byline in (each for split in batch.articles.values() for each in split):
            if article.id not in numbers:
                last = numbers[article.id] = last + 1
            values.append(rows.article_values(article, numbers[article.id]))
            index.append({"number": numbers[article.id], "title": title, "body": body, "byline": byline})
        if values:
            connection.execute(insert(articles), values)
            connection.execute(_WRITE_INDEX, index)
        # A document met twice in a batch may have been split in two ways: the later one counts.
        split = [article.id for parts in batch.articles.values() for article, *_ in parts]
        found.write(
            connection, {article: batch.findings[article] for article in split if article in batch.findings}
        )
        corrected.apply(connection, batch.documents)
        linking_is_due(connection)


def _byline(article: Article) -> str:
    """Return who an article is from, as it is searched: names on lines of their own."""
    return "\n".join(name or "" for name in (article.outlet, article.agency, article.author))
