"""From a document to its articles: split, cleaned, with masthead, date and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.language.detect import language, passages
from according.language.translated import Translation, translation
from according.model import Article, Document, Evidence, Line, Mark, Passage, Span, content_id
from according.read import clean, digest
from according.read.flow import Flow, flow, framed
from according.read.masthead import Masthead, masthead, outlet_slot
from according.read.published import Clues, Published, clues, digest_day, published
from according.read.subjects import tongue

LONG_PARAGRAPH = 150
"""Characters of the shortest paragraph that can be a passage in another language."""
REGULAR = 2
"""Articles of a document that name an outlet in the same place before unknown names are believed there."""
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
