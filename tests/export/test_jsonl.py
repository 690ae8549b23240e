from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from according.export.jsonl import write
from according.model import Article, Evidence, Mark, Mention, Passage, Span
from according.views import ArticleRow, DocumentRow, Entity, MentionRow

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
ENTITY = Entity(
    id="e1",
    kind="place",
    name="Erévan",
    names=(("fr", ("Erévan", "Erevan")), ("hy", ("Երևան",))),
    key="place:geonames:616052",
    wikidata="Q1953",
    geonames=616052,
    latitude=40.18,
    longitude=44.51,
    country="AM",
    precision="town",
    contested=False,
    articles=1,
    mentions=2,
)
MENTION = MentionRow(Mention("m1", "a1", Span(6, 12), "Երևան\u2028", "place", "name", 0.9, "known"), "e1")
DESCRIBED = MentionRow(
    Mention("m2", "a1", Span(13, 20), "the man", "person", "description", 0.5, "described"), None
)
CONTRACT = {
    "documents": "id uri sha256 media_type encoding characters read_at",
    "articles": "id document span title title_span outlet agency author published published_basis url language "
    "translated translated_from boilerplate origin story",
    "entities": "id kind name names wikidata geonames latitude longitude country",
    "mentions": "id article span text kind entity confidence",
}
KINDS = {
    "documents", "articles", "entities", "mentions", "dates", "statements", "figures", "events", "commitments",
    "happenings", "stories", "discrepancies",
}  # fmt: skip


def test_writes_all_kinds_with_the_keys_of_the_contract_first(tmp_path: Path) -> None:
    counts = write(tmp_path / "new" / "folder", [DOCUMENT], [ARTICLE], [ENTITY], [MENTION], times=False)
    assert {file.name for file in (tmp_path / "new" / "folder").iterdir()} == {
        f"{kind}.jsonl" for kind in KINDS
    }
    assert counts == {**dict.fromkeys(KINDS, 0), "documents": 1, "articles": 1, "entities": 1, "mentions": 1}
    for kind, keys in CONTRACT.items():
        row = json.loads((tmp_path / "new" / "folder" / f"{kind}.jsonl").read_bytes())
        assert list(row)[: len(keys.split())] == keys.split()


def test_values(tmp_path: Path) -> None:
    write(tmp_path, [DOCUMENT], [ARTICLE], [ENTITY], [MENTION, DESCRIBED], times=False)
    document = json.loads((tmp_path / "documents.jsonl").read_text("utf-8"))
    article = json.loads((tmp_path / "articles.jsonl").read_text("utf-8"))
    assert document["read_at"] is None
    assert "text" not in document
    assert article["title"] == ARTICLE.article.title
    assert (article["span"], article["title_span"], article["translated"]) == ([0, 20], [0, 5], True)
    assert article["boilerplate"] == [{"span": [6, 9], "kind": "credit", "reason": "names an agency"}]
    assert (article["origin"], article["story"], article["place"]) == (None, None, "Erévan")
    entity = json.loads((tmp_path / "entities.jsonl").read_text("utf-8"))
    assert entity["names"] == {"fr": ["Erévan", "Erevan"], "hy": ["Երևան"]}
    assert (entity["latitude"], entity["country"], entity["contested"]) == (40.18, "AM", False)
    mentions = [json.loads(line) for line in (tmp_path / "mentions.jsonl").read_bytes().splitlines()]
    assert [(row["text"], row["span"], row["entity"]) for row in mentions] == [
        ("Երևան\u2028", [6, 12], "e1"),
        ("the man", [13, 20], None),
    ]


def test_one_object_a_line_in_utf_8(tmp_path: Path) -> None:
    write(tmp_path, [DOCUMENT] * 2, [ARTICLE] * 2, [ENTITY] * 2, [MENTION, DESCRIBED], times=True)
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

    write(tmp_path, [DOCUMENT], [ARTICLE], [ENTITY], [MENTION], times=False)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path, [], broken(), [], [], times=False)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
