from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from according.export.jsonl import write
from according.model import Article, Evidence, Mark, Passage, Span
from according.views import ArticleRow, DocumentRow

DOCUMENT = DocumentRow("d1", "a\nb.txt", "ff", "text/plain", "utf-8", 20, "2021-01-15T00:00:00+00:00")
ARTICLE = ArticleRow(
    7,
    "a\nb.txt",
    Article(
        id="a1",
        document="d1",
        span=Span(0, 20),
        title="Été «à» Երևան\u2028",
        title_span=Span(0, 5),
        outlet="Outlet",
        agency=None,
        author=None,
        place="Erévan",
        published="2021-01",
        published_basis="inferred",
        url=None,
        language="fr",
        translated=True,
        translated_from="tr",
        marks=(Mark(Span(6, 9), "credit", "names an agency"),),
        passages=(Passage(Span(0, 9), "fr"),),
        evidence=(Evidence("outlet", None, "given"),),
    ),
)
CONTRACT = {
    "documents": "id uri sha256 media_type encoding characters read_at",
    "articles": "id document span title title_span outlet agency author published published_basis url language "
    "translated translated_from boilerplate origin story",
}
KINDS = {
    "documents", "articles", "entities", "mentions", "dates", "statements", "figures", "events", "commitments",
    "happenings", "stories", "discrepancies",
}  # fmt: skip


def test_writes_all_kinds_with_the_keys_of_the_contract_first(tmp_path: Path) -> None:
    counts = write(tmp_path / "new" / "folder", [DOCUMENT], [ARTICLE], times=False)
    assert {file.name for file in (tmp_path / "new" / "folder").iterdir()} == {
        f"{kind}.jsonl" for kind in KINDS
    }
    assert counts == {**dict.fromkeys(KINDS, 0), "documents": 1, "articles": 1}
    for kind, keys in CONTRACT.items():
        row = json.loads((tmp_path / "new" / "folder" / f"{kind}.jsonl").read_bytes())
        assert list(row)[: len(keys.split())] == keys.split()


def test_values(tmp_path: Path) -> None:
    write(tmp_path, [DOCUMENT], [ARTICLE], times=False)
    document = json.loads((tmp_path / "documents.jsonl").read_text("utf-8"))
    article = json.loads((tmp_path / "articles.jsonl").read_text("utf-8"))
    assert document["read_at"] is None
    assert "text" not in document
    assert article["title"] == ARTICLE.article.title
    assert (article["span"], article["title_span"], article["translated"]) == ([0, 20], [0, 5], True)
    assert article["boilerplate"] == [{"span": [6, 9], "kind": "credit", "reason": "names an agency"}]
    assert (article["origin"], article["story"], article["place"]) == (None, None, "Erévan")


def test_one_object_a_line_in_utf_8(tmp_path: Path) -> None:
    write(tmp_path, [DOCUMENT, DOCUMENT], [ARTICLE, ARTICLE], times=True)
    for kind in CONTRACT:
        raw = (tmp_path / f"{kind}.jsonl").read_bytes()
        assert raw.count(b"\n") == 2
        assert raw.endswith(b"}\n")
        assert b"\r" not in raw
    assert "Երևան".encode() in (tmp_path / "articles.jsonl").read_bytes()
    assert b"2021-01-15T00:00:00+00:00" in (tmp_path / "documents.jsonl").read_bytes()


def test_an_export_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    def broken() -> Iterator[ArticleRow]:
        yield ARTICLE
        raise OSError("disk full")

    write(tmp_path, [DOCUMENT], [ARTICLE], times=False)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path, [], broken(), times=False)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
