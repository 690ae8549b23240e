"""Texts as articles, and what the pipeline finds in them, for the benchmarks that look at who and where."""

from __future__ import annotations

from according.model import Article, Findings, Span, content_id
from according.pipeline import Reading, findings
from according.read.flow import Flow


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
