from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from according.export.jsonl import write
from according.model import (
    Article,
    Date,
    Event,
    Evidence,
    Figure,
    Mark,
    Mention,
    Party,
    Passage,
    Span,
    Statement,
)
from according.views import (
    ArticleRow,
    Content,
    DocumentRow,
    Entity,
    EventRow,
    FigureRow,
    Happening,
    Joined,
    MentionRow,
    StatementRow,
    TimelineEntry,
    Who,
)

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
DATE = TimelineEntry(
    ARTICLE, Date("a1", Span(0, 4), "2021", "2021", 0.9, "stated", "14:30+04:00"), "2021.", Who(None, None)
)
OPEN = TimelineEntry(
    ARTICLE, Date("a1", Span(5, 9), "then", None, 0.5, "no anchor"), "Then.", Who(None, None)
)
STATEMENT = StatementRow(
    ARTICLE,
    Statement(
        "a1", "c1", Span(0, 3), "She", None, Span(4, 8), (Span(9, 12), Span(14, 16)), "mixed", "deny", "certain", 0.8,
        "clause", "one … two", "s2",
    ),
    Who("e1", "Anna"),
    Who(None, None),
    Who(None, "the agency"),
    "She said one, two.",
)  # fmt: skip
FIGURE = FigureRow(
    ARTICLE,
    Figure(
        "a1", Span(0, 9), "1 to 3 km", None, 1.0, 3.5, "exact", "km", "road", "c1", "She", "2021", None, 0.9, "range"
    ),
    Who("e1", "Anna"),
    Who(None, None),
    "1 to 3 km.",
)  # fmt: skip
EVENT = EventRow(
    ARTICLE,
    Event(
        "a1", Span(4, 8), Span(0, 20), "shelled", "ASSAULT", "heavy-weapons", Party(("c1", "c2"), Span(0, 3), "They"),
        Party((), Span(9, 12), "it"), None, "2021-01", "denied", "c1", "she", (Span(10, 12),), 0.7, "S V T",
    ),
    (Who("e1", "Anna"), Who("e1", "Anna"), Who(None, "others")),
    (Who(None, "it"),),
    Who("e1", "Erévan"),
    Who("e1", "Anna"),
    "h1",
    "They shelled it.",
)  # fmt: skip
HAPPENING = Happening(
    "h1", "ASSAULT", "heavy-weapons", ("e1",), (), "e1", "2021-01", "2021-01-15", "denied",
    (Joined("v1", "a1", "denied", 1.0, "tells most"), Joined("v2", "a1", "denied", 0.6, "same ASSAULT")), 1,
)  # fmt: skip
ONE = ([DOCUMENT], [ARTICLE], [ENTITY], [MENTION], [DATE, OPEN], [STATEMENT], [FIGURE], [EVENT], [HAPPENING])
TWO = (
    *([row] * 2 for row in (DOCUMENT, ARTICLE, ENTITY)),
    [MENTION, DESCRIBED],
    *([row] * 2 for row in (DATE, STATEMENT, FIGURE, EVENT, HAPPENING)),
)
"""Rows of every kind, in the order in which `Content` has them."""
CONTRACT = {
    "documents": "id uri sha256 media_type encoding characters read_at",
    "articles": "id document span title title_span outlet agency author published published_basis url language "
    "translated translated_from boilerplate origin story",
    "entities": "id kind name names wikidata geonames latitude longitude country",
    "mentions": "id article span text kind entity confidence",
    "dates": "id article span text value",
    "statements": "id article speaker speaker_text cue_span content_span kind confidence",
    "figures": "id article span text value low high qualifier unit what claimant claimant_text date place confidence",
    "events": "id article trigger_span sentence_span root mode source target place date status reported_by confidence",
    "happenings": "id root source target place date events articles origins",
}
KINDS = {
    "documents", "articles", "entities", "mentions", "dates", "statements", "figures", "events", "agreements",
    "commitments", "happenings", "stories", "discrepancies", "judgements",
}  # fmt: skip


def test_writes_all_kinds_with_the_keys_of_the_contract_first(tmp_path: Path) -> None:
    counts = write(tmp_path / "new" / "folder", Content(*ONE), times=False)
    assert {file.name for file in (tmp_path / "new" / "folder").iterdir()} == {
        f"{kind}.jsonl" for kind in KINDS
    }
    assert counts == {**dict.fromkeys(KINDS, 0), **dict.fromkeys(CONTRACT, 1)}
    for kind, keys in CONTRACT.items():
        row = json.loads((tmp_path / "new" / "folder" / f"{kind}.jsonl").read_bytes())
        assert list(row)[: len(keys.split())] == keys.split()


def test_a_statement_names_what_it_is_within_and_who_relays_it(tmp_path: Path) -> None:
    write(tmp_path, Content(*ONE), times=False)
    (row,) = rows(tmp_path, "statements")
    assert (row["within"], row["via"], row["via_name"]) == ("s2", None, "the agency")


def test_an_event_has_entities_and_the_words_for_who_is_none(tmp_path: Path) -> None:
    write(tmp_path, Content(*ONE), times=False)
    (row,) = rows(tmp_path, "events")
    assert (row["source"], row["source_names"]) == (["e1"], ["Anna", "Anna", "others"])
    assert (row["target"], row["target_text"]) == ([], "it")
    assert (row["happening"], row["measures"], row["reported_text"]) == ("h1", [[10, 12]], "she")


def test_a_happening_has_its_accounts(tmp_path: Path) -> None:
    write(tmp_path, Content(*ONE), times=False)
    (row,) = rows(tmp_path, "happenings")
    assert (row["events"], row["articles"], row["origins"]) == (["v1", "v2"], ["a1"], 1)
    assert row["accounts"][1] == {"event": "v2", "status": "denied", "score": 0.6, "reason": "same ASSAULT"}


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{kind}.jsonl").read_bytes().splitlines()]


def test_values(tmp_path: Path) -> None:
    write(tmp_path, Content(*TWO), times=False)
    document = rows(tmp_path, "documents")[0]
    article = rows(tmp_path, "articles")[0]
    assert document["read_at"] is None
    assert "text" not in document
    assert article["title"] == ARTICLE.article.title
    assert (article["span"], article["title_span"], article["translated"]) == ([0, 20], [0, 5], True)
    assert article["boilerplate"] == [{"span": [6, 9], "kind": "credit", "reason": "names an agency"}]
    assert (article["origin"], article["story"], article["place"]) == (None, None, "Erévan")
    entity = rows(tmp_path, "entities")[0]
    assert entity["names"] == {"fr": ["Erévan", "Erevan"], "hy": ["Երևան"]}
    assert (entity["latitude"], entity["country"], entity["contested"]) == (40.18, "AM", False)
    mentions = rows(tmp_path, "mentions")
    assert [(row["text"], row["span"], row["entity"]) for row in mentions] == [
        ("Երևան\u2028", [6, 12], "e1"),
        ("the man", [13, 20], None),
    ]
    statement = rows(tmp_path, "statements")[0]
    assert (statement["speaker"], statement["speaker_text"], statement["content_span"]) == (
        "e1",
        "She",
        [9, 16],
    )
    assert (statement["content_spans"], statement["manner"]) == ([[9, 12], [14, 16]], "deny")
    figure = rows(tmp_path, "figures")[0]
    assert (figure["value"], figure["low"], figure["high"]) == (None, 1, 3.5)
    assert (figure["claimant"], figure["claimant_text"], figure["date"]) == ("e1", "She", "2021")


def test_one_object_a_line_in_utf_8(tmp_path: Path) -> None:
    write(tmp_path, Content(*TWO), times=True)
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

    write(tmp_path, Content(*ONE), times=False)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path, Content(articles=broken()), times=False)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
