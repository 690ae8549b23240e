"""What the tests of the store share: a record on disk, and articles without a pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from according.model import Article, Document, Span, content_id
from according.store.database import Database
from according.store.write import Writer

Save = Callable[..., Document]


def make_article(document: Document, **fields: Any) -> Article:
    """An article over the whole of a document, with the given fields."""
    known = dict.fromkeys(
        (
            "title", "title_span", "outlet", "agency", "author", "place", "published", "published_basis", "url",
            "language", "translated_from",
        )
    )  # fmt: skip
    span = Span(0, len(document.text))
    own = {
        "id": content_id("article", document.id, 0),
        "document": document.id,
        "span": span,
        "translated": False,
    }
    return Article(**{**known, "marks": (), "passages": (), "evidence": (), **own, **fields})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "record.according", create=True) as database:
        yield database


@pytest.fixture
def save(database: Database) -> Save:
    """Save one document with one article over all of it; fields go into the article."""

    def save(text: str, uri: str = "a.txt", run: str = "run", **fields: Any) -> Document:
        document = Document.make(uri, text.encode(), "text/plain", "utf-8", text)
        writer = Writer(database, run)
        if not writer.holds(document):
            writer.add(document, [(make_article(document, **fields), text)])
        writer.commit()
        return document

    return save
