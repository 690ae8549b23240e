"""The record: the one door through which the command line, servers and Python programs look."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from according.errors import ExportError
from according.export import FORMATS
from according.model import Article, Document, Kind, Line, Notice
from according.record.actors import Actors
from according.record.desk import Desk
from according.record.differences import Differences
from according.record.judging import Judging
from according.record.papers import Papers
from according.record.places import Places
from according.record.stories import Stories
from according.settings import Settings
from according.store import (
    agreed,
    agreements,
    audit,
    claims,
    discrepancies,
    entities,
    events,
    happenings,
    query,
    search,
    stories,
    tables,
)
from according.store.database import BUSY_SECONDS, Database
from according.views import (
    ArticleRow,
    Content,
    Dossier,
    Entity,
    Hit,
    ReadReport,
    Saved,
    Shown,
    Status,
)


class Record(Differences, Stories, Places, Papers, Desk, Actors, Judging):
    """A record: one SQLite file with documents, articles, notices and a search index.

    Open it with `Record.open` in a `with` statement. Lists are iterators that stream; each sees one state of the
    record from its first to its last row, whatever is written meanwhile. Every method raises RecordError when the
    file cannot be read.

    Example:
        with Record.open("news.according", create=True) as record:
            record.read(["news/"])
            for hit in record.search("ceasefire"):
                print(hit.row.article.title, hit.snippet)
    """

    def __init__(self, database: Database) -> None:
        """Look at an open database; see `open`."""
        super().__init__(database)

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], *, create: bool = False, busy_seconds: float = BUSY_SECONDS
    ) -> Record:
        """Open the record at `path`; with `create`, make it when there is none.

        Args:
            path: The file.
            create: Whether a missing record is made.
            busy_seconds: How long to wait for another process that writes, in seconds.

        Raises:
            RecordError: it is missing, no record, made by a newer According, or the system refuses.
        """
        return cls(Database(Path(path), create=create, busy_seconds=busy_seconds))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(
        self,
        paths: Iterable[str],
        settings: Settings | None = None,
        *,
        stdin: BinaryIO | None = None,
        progress: Callable[[Saved], None] = lambda saved: None,
        linking: Callable[[int], None] = lambda chains: None,
    ) -> ReadReport:
        """Read inputs into the record. Problems with them become notices, never exceptions.

        A large read starts processes, which import the program that calls it: in a program of your own, call it under
        `if __name__ == "__main__":` or with `Settings(jobs=1)`.

        Args:
            paths: Files, folders, globs, `-` for `stdin`, http(s) addresses.
            settings: Limits and column mapping; the defaults when None.
            stdin: What `-` reads from; the process's own standard input when None.
            progress: Called after each commit with what it made safe.
            linking: Called when all is read and saved and entities are to be worked out anew, with the number of chains
                that they are worked out from.

        Returns:
            The totals of this read, all of it saved.

        Raises:
            RecordBusyError: another process writes and did not finish in time.
            RecordError: the record cannot be written (any more). What `progress` was told about is safe.
            WorkerError: a process has died, for want of memory as a rule. What `progress` was told about is safe.
            SettingsError: the file of own actors is missing or wrong.
        """
        # Here, not above: the readers bring large libraries that a search or a list need not wait for.
        from according import pipeline

        stdin = stdin or sys.stdin.buffer
        return pipeline.read(
            paths, settings or Settings(), self._database, stdin=stdin, progress=progress, linking=linking
        )

    def articles(
        self,
        *,
        document: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Iterator[ArticleRow]:
        """Yield articles, sorted by the uri of their document and their place in it.

        Args:
            document: Only those of this document: its id, the beginning of it, or a path it was met at.
            outlet: Only those of this outlet or agency, upper and lower case and accents aside.
            language: Only those in this language (BCP 47), its regional forms included.
            since: Only those published on or after this day, month or year (ISO 8601).
            until: Only those published on or before it.
            limit: At most this many.

        Raises:
            NotFoundError: there is no such document.
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            # Resolved in the same state of the record as the list.
            id = query.document(connection, document).id if document is not None else None
            which = query.ArticleFilter(id, outlet, language, since, until)
            yield from query.articles(connection, which, limit)

    def article(self, name: str) -> ArticleRow:
        """Return the article that `name` means: its number, its id or the beginning of its id.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            return query.article(connection, name)

    def text(self, article: Article) -> str:
        """Return the article's characters as they stand in its document, marks included."""
        with self._database.reading() as connection:
            return query.text(connection, article)

    def document(self, name: str) -> Document:
        """Return the document that `name` means: its id, the beginning of its id, or a path it was met at.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            return query.document(connection, name)

    def lines(self, document: Document) -> tuple[Line, ...]:
        """Return every line of a document with its label and the reasons for it, as the splitter sees it now."""
        from according import pipeline

        return pipeline.explain(document)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Return the articles that answer a query best, best first.

        Words must all occur; `"words in quotes"` side by side; `word*` begins a word; `a OR b` needs one of the
        two; `-word` or `NOT word` must not occur. Case and accents do not matter. No text is a wrong query.

        Raises:
            QueryError: there is no word to search for.
        """
        with self._database.reading() as connection:
            return search.search(connection, text, limit)

    def entities(self, *, kind: Kind | None = None, limit: int | None = None) -> Iterator[Entity]:
        """Yield who and what is named, those in most articles first.

        Args:
            kind: Only those of this kind: person, organization, state, place.
            limit: At most this many.
        """
        with self._database.reading() as connection:
            yield from entities.entities(connection, kind=kind, limit=limit)

    def entity(self, name: str) -> Dossier:
        """Return all that is known about the entity that `name` means: its id or one of its names.

        Raises:
            NotFoundError: there is none, or several go by that name.
        """
        with self._database.reading() as connection:
            return entities.dossier(connection, name)

    def shown(self, name: str) -> Shown:
        """Return the article that `name` means, as `article` takes it, with all that is found in it.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        everywhere = query.ArticleFilter()
        with self._database.reading() as connection:
            row = query.article(connection, name)
            id = row.article.id
            return Shown(
                row,
                query.text(connection, row.article),
                tuple(entities.named_in(connection, id)),
                tuple(claims.statements(connection, everywhere, article=id)),
                tuple(claims.figures(connection, everywhere, article=id)),
                tuple(events.events(connection, article=id)),
                tuple(claims.dates(connection, everywhere, article=id)),
                tuple(agreed.commitments(connection, tables.commitments.c.article == id)),
                tuple(names[0] for names in agreements.called(connection, id).values()),
                query.sentences(connection, id),
            )

    def notices(self, *, limit: int | None = None, offset: int = 0) -> Iterator[Notice]:
        """Yield the problems with the input as of its last read, those of lost inputs first.

        Args:
            limit: At most this many,
            offset: after so many.
        """
        with self._database.reading() as connection:
            yield from query.notices(connection, limit=limit, offset=offset)

    def status(self) -> Status:
        """Return the record at a glance."""
        path = self._database.path
        with self._database.reading() as connection:
            return query.status(connection, str(path), self._database.size())

    def export(
        self,
        folder: str | os.PathLike[str],
        *,
        format: str,
        text: bool = False,
        times: bool = False,
    ) -> dict[str, int]:
        """Write the record into files of `folder`; the same input gives the same bytes.

        Args:
            folder: Where the files go; it is made when missing.
            format: One of `according.export.FORMATS`.
            text: Whether documents carry their text.
            times: Whether documents carry when they were read; two exports of the same input then differ.

        Returns:
            The number of rows of each file, by kind.

        Raises:
            ExportError: the folder cannot be written.
        """
        everywhere = query.ArticleFilter()
        with self._database.reading() as connection:
            try:
                content = Content(
                    documents=query.documents(connection, with_text=text),
                    articles=query.articles(connection, everywhere),
                    entities=entities.entities(connection, by_count=False),
                    mentions=entities.mentions(connection),
                    dates=claims.dates(connection, everywhere),
                    statements=claims.statements(connection, everywhere),
                    figures=claims.figures(connection, everywhere),
                    events=events.events(connection),
                    happenings=happenings.exported(connection),
                    agreements=agreed.exported(connection),
                    commitments=agreed.commitments(connection),
                    stories=stories.exported(connection),
                    discrepancies=discrepancies.exported(connection),
                    judgements=audit.exported(connection),
                )
                return FORMATS[format](Path(folder), content, times=times)
            except OSError as error:
                raise ExportError(
                    f"The export cannot be written to {folder}: {error.strerror}. Check the folder's permissions and "
                    "free space, or name another one."
                ) from error
