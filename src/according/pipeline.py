"""The only file that orders stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from according.engine.local import Workers
from according.extract import mentions
from according.knowledge.own_actors import OwnActor, own_actors
from according.language.detect import language, passages
from according.language.engine import engine, missing, models
from according.language.translated import Translation, translation
from according.link import coreference, entities
from according.model import (
    Article,
    Chain,
    Document,
    Evidence,
    Found,
    Line,
    Mark,
    Notice,
    NoticeKind,
    Passage,
    Span,
    content_id,
)
from according.read import clean, digest, documents, sources
from according.read.flow import Flow, flow, framed
from according.read.masthead import Masthead, masthead, outlet_slot
from according.read.published import Clues, Published, clues, digest_day, published
from according.read.source import Source
from according.read.subjects import tongue
from according.settings import Settings
from according.store import entities as store_entities
from according.store.database import Database
from according.store.write import Writer
from according.views import ReadReport, Saved

LONG_PARAGRAPH = 150
"""Characters of the shortest paragraph that can be a passage in another language."""
REGULAR = 2
"""Articles of a document that name an outlet in the same place before unknown names are believed there."""
WAITING = 16
"""Articles for each process that are analysed before a batch is saved: two seconds of work, so that who watches sees
it go on."""
LONGEST = 500_000
"""Characters of one article that are analysed, a novel's worth: a longer one is a dump or a table, and would hold up
all else."""
VERSION = 2
"""Raised with every change that makes `articles` return something else for the same document: what was read by an
older version is split anew when it is read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article in the forms that the stages need.

    `written` is as it stands in its document, `flow` its running text, which is searched, `told` the same under its
    title, which is analysed.
    """

    article: Article
    written: str
    flow: Flow
    told: Flow


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article while the rest of its document is still being read."""

    part: digest.Part
    marks: tuple[Mark, ...]
    flow: Flow
    language: str | None
    masthead: Masthead
    clues: Clues


@dataclass(frozen=True, slots=True)
class _Task:
    """An article that is being analysed, the document's uri, and the input that it came from with its hash."""

    article: Article
    findings: Callable[[], Findings]
    uri: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one article.

    `missing` is what to install to find more, `cut` says that no more than its beginning was looked at, `problem` why
    nothing could be found.
    """

    chains: tuple[Chain, ...] = ()
    missing: str | None = None
    cut: str | None = None
    problem: str | None = None


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
        settings: Limits, the mapping of table columns, how many processes, the user's own actors.
        database: The record, open for writing.
        stdin: What `-` reads from.
        progress: Called after each commit with what it made safe.
        linking: Called before `link` works entities out anew, as `link` calls it.

    Returns:
        The totals of this read.

    Raises:
        RecordError: the record cannot be written any more; what `progress` was told about is safe.
        WorkerError: a process has died; what `progress` was told about is safe.
        SettingsError: the file of own actors is missing or wrong.
    """
    actors = own_actors(settings.actors) if settings.actors else ()
    # What changes what an input says counts; a limit only changes how much of it is taken.
    run = content_id("run", VERSION, repr(settings.columns))
    if not settings.articles_only:
        run += "+" + content_id("actors", repr(actors), *models())
    with Workers(partial(findings, actors=actors), settings.jobs) as workers:
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


class _Reader:
    """One read: documents are split here while the workers analyse the articles of those before."""

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
        self._waiting: list[_Task] = []
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
            message = f"Its text is kept but could not be split into articles ({_mistake(error)}"
            self.writer.notice(Notice(document.uri, "damaged", message, lost=False), source, sha256)
        self.writer.add(document, [(reading.article, reading.flow.text) for reading in split])
        if not self._settings.articles_only:
            self._waiting += [
                _Task(reading.article, self._workers.start(reading), document.uri, source, sha256)
                for reading in split
            ]

    def save_if_full(self) -> None:
        """Save the batch when it is large enough."""
        if self.writer.is_full or len(self._waiting) >= WAITING * self._workers.jobs:
            self.save()

    def save(self) -> ReadReport:
        """Save the batch with what is found in it; return the totals so far."""
        for task in self._waiting:
            found = task.findings()
            self.writer.found(task.article.id, Found(found.chains))
            if found.problem is not None:
                self._notice(task, task.uri, "damaged", found.problem)
            if found.cut is not None:
                self._notice(task, task.uri, "too-large", found.cut)
            if found.missing is not None and (task.source, found.missing) not in self._without_model:
                self._without_model.add((task.source, found.missing))
                message = (
                    f"For articles in {task.article.language} the package {found.missing} is not installed: names "
                    "were found without it, fewer and less surely. Install it and read this again."
                )
                self._notice(task, task.source, "model", message)
        self._waiting = []
        saved = self.writer.commit()
        self._progress(saved)
        return saved.total

    def _notice(self, task: _Task, uri: str, kind: NoticeKind, message: str) -> None:
        self.writer.notice(Notice(uri, kind, message, lost=False), task.source, task.sha256)


def _mistake(error: Exception) -> str:
    return f"{type(error).__name__}: {error})"[:300] + ". This is a mistake in According: please report it."


def findings(reading: Reading, actors: tuple[OwnActor, ...] = ()) -> Findings:
    """Return who and what an article names: the same for the same article, wherever and whenever it is asked."""
    article, told = reading.article, _beginning(reading.told)
    # Engines and cue words are by the language alone, whatever the region or script.
    spoken = article.language.partition("-")[0] if article.language else None
    try:
        sentences = engine(spoken).annotate(told.text)
        candidates = mentions.candidates(told.text, sentences, spoken, actors)
        chains = coreference.chains(
            article, reading.written, told.text, told.original, sentences, candidates, actors
        )
    except MemoryError:
        raise
    except Exception as error:
        message = f"Article at {article.span.start}: no actors or places could be found ({_mistake(error)}"
        return Findings(problem=message)
    return Findings(chains, missing(spoken), _cut(article, len(told.text), len(reading.told.text)))


def _beginning(told: Flow) -> Flow:
    """As much of a text as is analysed: all of it, or its beginning up to the end of a paragraph, else of a word."""
    if len(told.text) <= LONGEST:
        return told
    # Not less than half: behind a title there may be one paragraph only.
    ends = (told.text.rfind(sign, LONGEST // 2, LONGEST) + 1 for sign in "\n ")
    end = next(filter(None, ends), LONGEST)
    return replace(
        told,
        text=told.text[:end],
        paragraphs=tuple(Span(start, min(stop, end)) for start, stop in told.paragraphs if start < end),
    )


def _cut(article: Article, analysed: int, whole: int) -> str | None:
    if analysed == whole:
        return None
    return (
        f"Article at {article.span.start}: actors and places were looked for in the first {analysed:,} of its "
        f"{whole:,} characters. Split it to have all of it analysed."
    )


def link(database: Database, linking: Callable[[int], None] = lambda chains: None) -> None:
    """Work out which chains are one entity, if anything has changed since; `linking` is told first how many they are.

    Raises:
        RecordError: the record cannot be written.
    """
    with database.reading() as connection:
        change = store_entities.due(connection)
        if change is None:
            return
        if chains := store_entities.count_chains(connection):
            linking(chains)
        linked = entities.link(*store_entities.for_linking(connection))
    with database.writing() as connection:
        store_entities.save(connection, change, linked.entities, linked.links, linked.suggestions)


def readings(document: Document) -> tuple[Reading, ...]:
    """Return the articles of a document in order, each with its running text.

    Split into parts, each part cleaned; its language told from its running text; its masthead read; the dates of
    publication last, because they follow from all the document's articles together.
    """
    parts = digest.split(document)
    regular = sum(outlet_slot(part.units) is not None for part in parts) >= REGULAR
    drafts = [_draft(document, part, len(parts) == 1, regular) for part in parts]
    bound = document.given.published
    if bound is None and len(parts) > 1:
        bound = digest_day(document.text[: parts[0].span.start])
    dates = published([draft.clues for draft in drafts], bound)
    return tuple(
        Reading(
            _article(document, draft, when),
            document.text[draft.part.span.start : draft.part.span.end],
            draft.flow,
            framed(document.text, draft.masthead.title_span, draft.flow, _margins(draft.marks)),
        )
        for draft, when in zip(drafts, dates, strict=True)
    )


def articles(document: Document) -> tuple[Article, ...]:
    """Return the articles of a document in order: split, cleaned, with masthead and language."""
    return tuple(reading.article for reading in readings(document))


def explain(document: Document) -> tuple[Line, ...]:
    """Return every line of the document with the label that the splitter gave it and why."""
    return digest.explain(document)


def _draft(document: Document, part: digest.Part, alone: bool, regular: bool) -> _Draft:
    text = document.text
    marks = clean.marks(text, part, document.marks)
    prose = [labelled.unit for labelled in part.units if labelled.state in digest.PROSE]
    running = flow(text, prose, [mark.span for mark in marks])
    title = " ".join(x.unit.text for x in part.units[:2] if x.state in ("open", "title"))
    spoken = language(
        running.text if len(running.text) > len(title) else f"{title}\n{running.text}",
        document.given.language,
    )
    top = masthead(text, part, document.given, alone, spoken, running.text, regular)
    spans = [running.original(*paragraph) for paragraph in running.paragraphs]
    return _Draft(part, marks, running, spoken, top, clues(text, top.dates, spans, spoken))


def _article(document: Document, draft: _Draft, when: Published) -> Article:
    top, running = draft.masthead, draft.flow
    told = f"{top.title}\n{running.text}" if top.title else running.text
    foreign = translation(told, draft.language) if draft.language else None
    return Article(
        id=content_id("article", document.id, draft.part.span.start),
        document=document.id,
        span=draft.part.span,
        title=top.title,
        title_span=top.title_span,
        outlet=top.outlet,
        agency=top.agency,
        author=top.author,
        place=top.place,
        published=when.value,
        published_basis=when.basis,
        url=top.url,
        language=draft.language,
        translated=foreign is not None,
        translated_from=foreign.source if foreign else None,
        marks=draft.marks,
        passages=_mixed(running, draft.language),
        evidence=(*top.evidence, *when.evidence, *_traces(draft, foreign)),
    )


def _margins(marks: Iterable[Mark]) -> list[Span]:
    """What beside the running text names people: captions and credits."""
    return [mark.span for mark in marks if mark.kind in ("caption", "credit")]


def _mixed(running: Flow, main: str | None) -> tuple[Passage, ...]:
    """The passages of an article in more than one language; the model is asked only where small words leave a doubt."""
    paragraphs = [running.text[span.start : span.end] for span in running.paragraphs]
    if all(tongue(text) == main for text in paragraphs if len(text) >= LONG_PARAGRAPH):
        return ()
    found = passages(running.text, running.paragraphs, main)
    return tuple(Passage(running.original(*passage.span), passage.language) for passage in found)


def _traces(draft: _Draft, foreign: Translation | None) -> tuple[Evidence, ...]:
    """The traces of a machine translation, with their places in the document: in the title or in the running text."""
    if foreign is None:
        return ()
    before = len(draft.masthead.title) + 1 if draft.masthead.title else 0
    traces = []
    for trace in foreign.evidence:
        span = trace.span
        if span is not None and span.start < before:
            span = draft.masthead.title_span
        elif span is not None:
            span = draft.flow.original(span.start - before, span.end - before)
        traces.append(Evidence("translated", span, trace.reason))
    return tuple(traces)
