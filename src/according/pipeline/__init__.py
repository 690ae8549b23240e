"""The only place that orders stages.

`split.py` goes from a document to its articles, `analyse.py` from an article to what is found in it, `linking.py` from
what was found in all articles to what they have in common; here inputs are read into a record, in batches.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from according.engine.local import Work, Workers
from according.knowledge.codebook import own_words
from according.knowledge.own_actors import own_actors
from according.language.engine import models
from according.model import Article, Document, Findings, Notice, NoticeKind, content_id
from according.pipeline.analyse import FOUND, findings, mistake
from according.pipeline.linking import link
from according.pipeline.split import VERSION, Reading, articles, explain, readings
from according.read import documents, sources
from according.read.source import Source
from according.settings import Settings
from according.store.batch import BATCH_CHARACTERS, Batch
from according.store.database import Database
from according.store.write import Writer
from according.views import ReadReport, Saved

__all__ = ["Reading", "articles", "explain", "findings", "link", "read", "readings"]

WAITING = 16
"""Articles for each process that are analysed before a batch is saved: two seconds of work, so that who watches sees
it go on."""
LONG = 5_000
"""Characters of an article that counts as one: a longer one counts for as many as it is long."""
AHEAD = 128
"""Articles for each process that are handed out before the oldest is waited for: what the others do while one has a
long article, in some megabytes."""


@dataclass(frozen=True, slots=True)
class _Task:
    """An article that is being analysed, the document's uri, and the input that it came from with its hash."""

    article: Article
    findings: Work[Findings]
    uri: str
    source: str
    sha256: str


def read(
    paths: Iterable[str],
    settings: Settings,
    database: Database,
    *,
    stdin: BinaryIO,
    progress: Callable[[Saved], None],
    linking: Callable[[int], None],
) -> ReadReport:
    """Read inputs into a record: bytes to documents, documents to articles, articles to chains, saved in batches.

    Args:
        paths: Files, folders, globs, `-` or addresses, as `according.read.sources.find` takes them.
        settings: Limits, the mapping of table columns, how many processes, the user's own actors and words.
        database: The record, open for writing.
        stdin: What `-` reads from.
        progress: Called after each commit with what it made safe.
        linking: Called before `link` works entities out anew, as `link` calls it.

    Returns:
        The totals of this read.

    Raises:
        RecordError: the record cannot be written any more; what `progress` was told about is safe.
        WorkerError: a process has died; what `progress` was told about is safe.
        SettingsError: the file of own actors or that of own words is missing or wrong.
    """
    actors = own_actors(settings.actors) if settings.actors else ()
    words = own_words(settings.codebook) if settings.codebook else None
    # What changes what an input says counts; a limit only changes how much of it is taken.
    run = content_id("run", VERSION, repr(settings.columns))
    if not settings.articles_only:
        own = repr(actors), repr(words and words.data)
        run += "+" + content_id("found", FOUND, *own, *models())
    with Workers(partial(findings, actors=actors, words=words), settings.jobs) as workers:
        reader = _Reader(settings, Writer(database, run), workers, progress)
        for path in paths:
            reader.writer.search(sources.uri(path))
            for found in sources.find([path], settings, stdin=stdin, record=database.path):
                if isinstance(found, Notice):
                    reader.writer.notice(found, found.uri)
                else:
                    reader.read(found)
                reader.save_if_full()
        total = reader.save()
    link(database, linking)
    return total


@dataclass(frozen=True, slots=True)
class _Closed:
    """A batch to which nothing comes any more but what is found in its articles."""

    batch: Batch
    tasks: tuple[_Task, ...]

    @property
    def is_done(self) -> bool:
        return all(task.findings.is_done() for task in self.tasks)


class _Reader:
    """One read: documents are split here while the workers analyse the articles of those before.

    Batches are saved in the order in which they were closed, each when all of its articles are analysed. One that takes
    long holds up what is saved, not the workers: they go on with the articles of later batches.
    """

    def __init__(
        self,
        settings: Settings,
        writer: Writer,
        workers: Workers[Reading, Findings],
        progress: Callable[[Saved], None],
    ) -> None:
        self.writer = writer
        self._settings = settings
        self._workers = workers
        self._progress = progress
        self._tasks: list[_Task] = []
        self._closed: deque[_Closed] = deque()
        self._without_model: set[tuple[str, str]] = set()

    def read(self, source: Source) -> None:
        """Read one input to its end."""
        sha256 = source.sha256()
        if self.writer.skip(source.uri, sha256):
            return
        self.writer.start(source.uri, sha256)
        for found in documents(source, self._settings):
            if isinstance(found, Notice):
                self.writer.notice(found, source.uri, sha256)
            elif not self.writer.holds(found):
                self._split(found, source.uri, sha256)
            self.save_if_full()
        self.writer.finish()

    def _split(self, document: Document, source: str, sha256: str) -> None:
        # Hostile text may hit a mistake of ours in any of the stages. The document is safe without its articles,
        # and one document must not cost the user all the others. Besides the readers (`read._guarded`) and the
        # analysis of an article (`findings`) this is the only place that catches what nobody foresaw.
        try:
            split = readings(document)
        except MemoryError:
            raise
        except Exception as error:
            split = ()
            message = f"Its text is kept but could not be split into articles ({mistake(error)}"
            self.writer.notice(Notice(document.uri, "damaged", message, lost=False), source, sha256)
        self.writer.add(document, [(reading.article, reading.flow.text) for reading in split])
        if not self._settings.articles_only:
            self._tasks += [
                _Task(reading.article, self._workers.start(reading), document.uri, source, sha256)
                for reading in split
            ]

    def save_if_full(self) -> None:
        """Close the batch when it is large enough; save those that are analysed, and wait when much is waiting."""
        work = sum(1 + (task.article.span.end - task.article.span.start) // LONG for task in self._tasks)
        if self.writer.is_full or work >= WAITING * self._workers.jobs:
            self._close()
        while self._closed and (self._closed[0].is_done or self._is_ahead):
            self._save_first()

    @property
    def _is_ahead(self) -> bool:
        waiting = sum(len(closed.tasks) for closed in self._closed)
        return waiting >= AHEAD * self._workers.jobs or self.writer.characters >= BATCH_CHARACTERS

    def save(self) -> ReadReport:
        """Save all that is waiting with what is found in it; return the totals so far."""
        self._close()
        while self._closed:
            total = self._save_first()
        return total

    def _close(self) -> None:
        self._closed.append(_Closed(self.writer.close(), tuple(self._tasks)))
        self._tasks = []

    def _save_first(self) -> ReadReport:
        first = self._closed.popleft()
        for task in first.tasks:
            found = task.findings()
            first.batch.found(task.article.id, found)
            if found.problem is not None:
                _notice(first.batch, task, task.uri, "damaged", found.problem)
            if found.cut is not None:
                _notice(first.batch, task, task.uri, "too-large", found.cut)
            if found.missing is not None and (task.source, found.missing) not in self._without_model:
                self._without_model.add((task.source, found.missing))
                message = (
                    f"For articles in {task.article.language} the package {found.missing} is not installed: names "
                    "were found without it, fewer and less surely. Install it and read this again."
                )
                _notice(first.batch, task, task.source, "model", message)
        saved = self.writer.commit()
        self._progress(saved)
        return saved.total


def _notice(batch: Batch, task: _Task, uri: str, kind: NoticeKind, message: str) -> None:
    batch.notice(Notice(uri, kind, message, lost=False), task.source, task.sha256)
