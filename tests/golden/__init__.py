"""Whole documents and what According makes of them, kept as files that a person can read as a diff."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import yaml

from according.model import Article, Document, Mark, Notice
from according.pipeline import articles
from according.read import documents
from according.read.source import Source
from according.settings import Settings

FOLDER = Path(__file__).resolve().parent
DOCUMENTS = sorted((FOLDER / "documents").iterdir())
ENDS = 6
"""Words of an article's beginning and end that are kept."""


def read(path: Path, data: bytes | None = None) -> list[Document]:
    """Return the documents in a golden file, or in other `data` under its name; notices are mistakes here."""
    data = path.read_bytes() if data is None else data
    found = list(documents(Source(path.name, BytesIO(data), len(data)), Settings()))
    assert not [item for item in found if isinstance(item, Notice)], found
    return [item for item in found if isinstance(item, Document)]


def expected(path: Path) -> Path:
    """Return where the expected result of a golden document lies."""
    return FOLDER / "expected" / f"{path.name}.yml"


def render(path: Path) -> str:
    """Return what According makes of a golden document, as text."""
    told = [{"document": d.uri, "articles": [_article(d.text, a) for a in articles(d)]} for d in read(path)]
    return yaml.safe_dump_all(told, allow_unicode=True, sort_keys=False, width=10_000)


def _article(text: str, article: Article) -> dict[str, Any]:
    words = text[article.span.start : article.span.end].split()
    return {
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "author": article.author,
        "place": article.place,
        "published": f"{article.published} ({article.published_basis})" if article.published else None,
        "url": article.url,
        "language": article.language,
        "translated": article.translated,
        "first": " ".join(words[:ENDS]),
        "last": " ".join(words[-ENDS:]),
        "marks": [_mark(text, mark) for mark in article.marks],
    }


def _mark(text: str, mark: Mark) -> dict[str, str]:
    return {mark.kind: text[mark.span.start : mark.span.end]}
