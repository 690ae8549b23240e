"""Texts as articles, and what the pipeline finds in them, for the benchmarks that look at who and where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from according.model import Article, Document, Findings, Span, content_id
from according.pipeline import Reading, findings, readings
from according.read.flow import Flow
from benchmarks import shared


def reading(text: str, language: str, name: str) -> Reading:
    """Return a text as an article of its own; its first line is the title."""
    span = Span(0, len(text))
    flow = Flow(text, (span,), (0,), (0,))
    article = Article(
        id=content_id("article", name), document=name, span=span, title=None, title_span=None, outlet=None,
        agency=None, author=None, place=None, published=None, published_basis=None, url=None, language=language,
        translated=False, translated_from=None, marks=(), passages=(), evidence=(),
    )  # fmt: skip
    return Reading(article, text, flow, flow)


def analysed(article: Reading) -> Findings:
    """Return what the pipeline finds in an article.

    Raises:
        RuntimeError: a mistake of ours kept it from finding anything. A read keeps that as a notice; here it would
            pass for an article that names nobody.
    """
    found = findings(article)
    if found.problem is not None:
        raise RuntimeError(f"{article.article.document}: {found.problem}")
    return found


def real() -> Iterator[tuple[str, dict[str, Any], Findings]]:
    """Yield the articles annotated by hand: their document's text, the annotation, and what is found there."""
    for path in sorted(shared("gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        raw = (shared("seeds") / gold["document"]).read_bytes()
        document = Document.make(gold["document"], raw, "text/plain", "utf-8", raw.decode())
        found = [(each.article.span, analysed(each)) for each in readings(document)]
        for article in gold["articles"]:
            span = Span(*article["span"])
            yield document.text, article, max(found, key=lambda each: each[0].overlap(span))[1]
