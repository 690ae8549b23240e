"""What people add that the machine has missed: it counts as any other finding, survives, and can be taken back."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.errors import JudgementError, NotFoundError
from according.model import Change, Correction, Layer, Span
from according.store.database import sqlite
from tests.conftest import read_again, record_of
from tests.test_cli import objects

TEXTS = {
    "river.txt": "Flood on the Juba\n\nThe Kismayo Courier, 3 May 2024\n\nThe river Juba rose by two metres on 2 May "
    "2024. In Jamame umpteen houses fell. Mayor Abdi Hassan: we had no warning. The ferry brought troops of Kenya "
    "into Buulo Xaaji. Abdi Hassan said that 12 people had died.\n",
    "coast.txt": "Nine dead on the Juba\n\nCoast Radio, 4 May 2024\n\nThe floods on the Juba have killed 9 people in "
    "Jamame, police said on 4 May 2024.\n",
}
XAAJI = (("Buulo Xaaji", None),)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("added"), TEXTS)


def number(record: Record) -> str:
    return next(str(each.number) for each in record.articles() if each.uri.endswith("river.txt"))


def add(record: Record, layer: Layer, words: str, change: Change) -> Correction:
    start = TEXTS["river.txt"].index(words)
    return record.add(
        layer, number(record), Span(start, start + len(words)), change, author="Ama", note="by eye"
    )


def dumped(folder: Path, name: str) -> list[dict[str, object]]:
    with Record.open(folder / "record.according") as record:
        record.export(folder / "out", format="jsonl")
    return objects((folder / "out" / f"{name}.jsonl").read_text("utf-8"))


LAYERS: list[tuple[Layer, str, str, Change]] = [
    ("statement", "statements", "we had no warning", Change(name="Abdi Hassan", manner="accuse")),
    ("figure", "figures", "umpteen houses", Change(value=20, what="houses", qualifier="about")),
    (
        "event",
        "events",
        "fell",
        Change(root="ASSAULT", status="denied", target=(("Jamame", None),), date="2024-05-02"),
    ),
    ("date", "dates", "the ferry".capitalize(), Change(date="2024-05")),
    ("mention", "mentions", "Buulo Xaaji", Change(name="Kismayo", kind="place")),
    (
        "commitment",
        "commitments",
        "we had no warning",
        Change(source=(("Abdi Hassan", None),), target=(("Kenya", None),), date="2024-06", name="Kenya"),
    ),
]


@pytest.mark.parametrize(("layer", "kind", "words", "change"), LAYERS, ids=[each[0] for each in LAYERS])
def test_it_is_there_after_another_read_and_gone_when_it_is_taken_back(
    folder: Path, record: Record, layer: Layer, kind: str, words: str, change: Change
) -> None:
    before = dumped(folder, kind)
    said = add(record, layer, words, change)
    found = [each for each in dumped(folder, kind) if each["id"] not in {one["id"] for one in before}]
    (one,) = found
    assert one["id"] == said.finding
    assert one["confidence"] == 1.0
    if layer != "mention":
        assert one["reason"] == "added by a person"
    read_again(folder)
    assert [each for each in dumped(folder, kind) if each["id"] == said.finding] == [one]
    (act,) = record.judgements()
    assert (act.verdict, act.layer, act.author, act.note, act.now, act.void) == (
        "added", layer, "Ama", "by eye", said.finding, False,
    )  # fmt: skip
    record.revoke(said.id)
    assert dumped(folder, kind) == before
    read_again(folder)
    assert dumped(folder, kind) == before


def test_who_says_it_is_found_with_all_that_he_says(record: Record) -> None:
    before = len(list(record.statements(speaker="Abdi Hassan")))
    add(record, "statement", "we had no warning", Change(name="Abdi Hassan"))
    found = list(record.statements(speaker="Abdi Hassan"))
    assert len(found) == before + 1
    assert {"we had no warning"} <= {each.statement.text for each in found}
    assert [each.statement.text for each in record.statements(about="warning")] == ["we had no warning"]


def test_an_event_becomes_a_happening(record: Record) -> None:
    change = Change(root="MOBILIZE", source=(("Kenya", None),), date="2024-05-02")
    said = add(record, "event", "ferry", change)
    (row,) = (row for row in record.happenings(by="Kenya") if row.accounts[0].event.id == said.finding)
    assert (row.happening.root, row.happening.date, row.happening.status) == (
        "MOBILIZE",
        "2024-05-02",
        "happened",
    )


@pytest.mark.parametrize("gone", [("Kenya",), ("Kenya", "Abdi Hassan")])
def test_of_several_parties_none_is_lost_when_a_newer_extractor_names_some_no_more(
    folder: Path, record: Record, gone: tuple[str, ...]
) -> None:
    both = (("Kenya", None), ("Abdi Hassan", None))
    said = add(record, "event", "fell", Change(root="ASSAULT", source=both))
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        source = [[name, "gone" if name in gone else chain] for name, chain in said.change.source or ()]
        change = json.dumps({"root": "ASSAULT", "status": "happened", "source": source})
        connection.execute("UPDATE corrections SET change = ?", [change])
        for name in gone:
            connection.execute("UPDATE chains SET name = 'another', entity = NULL WHERE name = ?", [name])
    other = next(each for each in record.figures() if each.figure.value == 2)
    record.correct("right", "figure", other.figure.id)
    (one,) = (each for each in dumped(folder, "events") if each["id"] == said.finding)
    assert one["source_text"] == "Kenya, Abdi Hassan"


def test_what_was_added_is_corrected_as_anything_else(folder: Path, record: Record) -> None:
    said = add(record, "figure", "umpteen houses", Change(value=21, what="houses"))
    record.correct("value", "figure", said.finding, Change(value=20))
    read_again(folder)
    assert [each.figure.value for each in record.figures(of="houses")] == [20]
    record.correct("wrong", "figure", said.finding)
    assert not list(record.figures(of="houses"))
    assert [act.void for act in record.judgements()] == [False] * 3
    read_again(folder)
    assert not list(record.figures(of="houses"))


def test_somebody_new_is_named(record: Record) -> None:
    add(record, "mention", "The ferry", Change(name="Queen of Lamu", kind="organization"))
    assert record.entity("Queen of Lamu").entity.kind == "organization"


def test_somebody_named_already_gets_another_mention(record: Record) -> None:
    before = len(record.entity("Kenya").appearances)
    add(record, "mention", "The ferry", Change(name="Kenya"))
    assert len(record.entity("Kenya").appearances) == before


@pytest.mark.parametrize(
    ("layer", "words", "change", "error"),
    [
        ("figure", "umpteen", Change(what="houses"), JudgementError),
        ("event", "fell", Change(), JudgementError),
        ("event", "fell", Change(root="ASSAULT", date="soon"), JudgementError),
        ("date", "fell", Change(date="soon"), JudgementError),
        ("mention", "The ferry", Change(name="Nobody at all"), JudgementError),
        ("mention", "The ferry", Change(name="Qqxzyv", kind="place"), NotFoundError),
        ("commitment", "fell", Change(status="promised"), JudgementError),
        ("figure", "12", Change(value=12), JudgementError),
    ],
)
def test_what_cannot_be_added(
    record: Record, layer: Layer, words: str, change: Change, error: type[Exception]
) -> None:
    if words == "12":
        row = next(each for each in record.figures() if each.figure.value == 12)
        words = row.figure.text
    with pytest.raises(error):
        add(record, layer, words, change)
    assert not record.judgements()


@pytest.mark.parametrize(
    ("layer", "words", "change"),
    [
        ("statement", "that 12 people had died", Change(name="Abdi Hassan", manner="accuse")),
        ("statement", "people had died", Change()),
        ("figure", "that 12 people", Change(value=12)),
        ("date", "on 2 May 2024", Change(date="2024-05-02")),
        ("event", "The ferry brought troops", Change(root="MOBILIZE", source=(("Kenya", None),))),
        ("event", "brought troops", Change(root="MOBILIZE", source=(("the ferry", None),), target=XAAJI)),
        ("event", "brought troops of Kenya", Change(root="MOBILIZE", target=XAAJI)),
        ("event", "brought troops", Change(root="MOBILIZE")),
        ("mention", "Mayor Abdi Hassan", Change(name="Abdi Hassan")),
    ],
)
def test_what_has_been_found_in_about_the_same_words_is_not_added(
    folder: Path, record: Record, layer: Layer, words: str, change: Change
) -> None:
    with pytest.raises(JudgementError, match="found already"):
        add(record, layer, words, change)
    assert not record.judgements()


@pytest.mark.parametrize(
    ("layer", "words", "change"),
    [
        ("statement", "that 12 people had died", Change(name="Kenya")),
        ("statement", "died", Change()),
        ("figure", "12 people", Change(value=13)),
        ("date", "on 2 May 2024", Change(date="2024-05")),
        ("event", "brought", Change(root="AID", source=(("Kenya", None),))),
        ("event", "brought troops", Change(root="MOBILIZE", source=XAAJI, target=(("Kenya", None),))),
        ("event", "brought troops", Change(root="MOBILIZE", source=(("two lorries", None),), target=XAAJI)),
        ("event", "ght troops of Kenya into", Change(root="MOBILIZE", target=XAAJI)),
        ("mention", "troops of Kenya", Change(name="Abdi Hassan")),
    ],
)
def test_what_tells_something_else_in_the_same_words_is_added(
    folder: Path, record: Record, layer: Layer, words: str, change: Change
) -> None:
    if layer == "figure":  # what stands in the very place can be corrected
        words += " had"
    said = add(record, layer, words, change)
    assert [(each.now, each.void) for each in record.judgements()] == [(said.finding, False)]


@pytest.mark.parametrize(
    ("layer", "words", "change", "newer"),
    [
        (
            "statement",
            "people had died",
            Change(name="Kenya"),
            "DELETE FROM statements WHERE said = 'people had died'; "
            "UPDATE statements SET id = 'newer', cue_stop = cue_stop + 1, start = start - 1 WHERE said LIKE '12 %'",
        ),
        (
            "figure",
            "12 people had",
            Change(value=30),
            "DELETE FROM figures WHERE value = 30; "
            "UPDATE figures SET id = 'newer', start = start - 1 WHERE text = '12 people'",
        ),
        (
            "date",
            "on 2 May 2024",
            Change(date="2024-05"),
            "DELETE FROM dates WHERE value = '2024-05'; "
            "UPDATE dates SET id = 'newer', start = start + 2 WHERE text = '2 May 2024'",
        ),
    ],
)
def test_a_neighbour_of_what_was_added_stays_when_ids_change(
    folder: Path, record: Record, layer: Layer, words: str, change: Change, newer: str
) -> None:
    add(record, layer, words, change)
    ids = "UPDATE corrections SET finding = 'older', was = 'older'; DELETE FROM corrected; "
    with closing(sqlite.connect(folder / "record.according")) as connection:
        connection.executescript(ids + newer)
    before = dumped(folder, f"{layer}s")
    other = next(each for each in record.figures() if each.figure.value == 2)
    record.correct("right", "figure", other.figure.id)
    reasons = [each["reason"] for each in dumped(folder, f"{layer}s")]
    assert (len(reasons), reasons.count("added by a person")) == (len(before) + 1, 1)
    assert not any(act.void for act in record.judgements())


def test_what_a_newer_extractor_finds_there_is_the_same(folder: Path, record: Record) -> None:
    said = add(record, "figure", "umpteen houses", Change(value=20, what="houses"))
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        # As if the machine had found it, a little shorter, and otherwise.
        connection.execute("UPDATE corrections SET finding = 'older', was = 'older'")
        change = "UPDATE figures SET id = 'newer', start = start + 2, value = 19 WHERE id = ?"
        connection.execute(change, [said.finding])
        connection.execute("DELETE FROM corrected")
    other = next(each for each in record.figures() if each.figure.value == 12)
    record.correct("right", "figure", other.figure.id)
    (found,) = record.figures(of="houses")
    figure = found.figure
    assert (figure.text, figure.value, figure.reason) == ("umpteen houses", 20, "added by a person")


@pytest.mark.parametrize(
    ("layer", "kind", "words", "change"), LAYERS[:4], ids=[each[0] for each in LAYERS[:4]]
)
def test_nothing_is_added_in_place_of_what_a_correction_has_changed(
    folder: Path, record: Record, layer: Layer, kind: str, words: str, change: Change
) -> None:
    said = add(record, layer, words, change)
    start = TEXTS["river.txt"].index(words)
    record.correct("boundary", layer, said.finding, Change(span=Span(start, start + len(words) - 1)))
    if layer == "event":
        record.correct("value", layer, record.judgements()[0].now or "", Change(root="COERCE"))
    before = dumped(folder, kind)
    assert said.finding not in {each["id"] for each in before}
    with pytest.raises(JudgementError, match="changed it since"):
        add(record, layer, words, change)
    assert dumped(folder, kind) == before


def test_what_was_rejected_may_be_added(record: Record) -> None:
    row = next(each for each in record.figures() if each.figure.value == 12)
    record.correct("wrong", "figure", row.figure.id)
    add(record, "figure", row.figure.text, Change(value=13, what="people"))
    assert 13 in {each.figure.value for each in record.figures()}


def mentions(folder: Path, words: str) -> list[tuple[str, str]]:
    """The mentions that have characters of some words: what they say, and the name of the chain."""
    start = TEXTS["river.txt"].index(words)
    with closing(sqlite.connect(folder / "record.according")) as connection:
        wanted = (
            "SELECT mentions.text, chains.name FROM mentions JOIN chains ON chains.id = chain "
            "JOIN articles ON articles.id = article JOIN locations USING (document) "
            "WHERE uri LIKE '%river.txt' AND mentions.start < ? AND mentions.stop > ? ORDER BY 1, 2"
        )
        return [(text, name) for text, name in connection.execute(wanted, [start + len(words), start])]


@pytest.mark.parametrize(
    ("change", "also"),
    [
        (
            "UPDATE mentions SET chain = (SELECT id FROM chains WHERE name = 'Kenya') WHERE id = ?",
            [("The ferry", "Kenya")],
        ),
        (
            "UPDATE mentions SET start = start + 4, text = 'ferry', form = 'description' WHERE id = ?",
            [("ferry", "Abdi Hassan")],
        ),
        ("UPDATE mentions SET confidence = 0.7 WHERE id = ?", []),
    ],
    ids=["of somebody else", "of a part", "of the same"],
)
def test_an_added_mention_stays_when_a_newer_extractor_finds_another(
    folder: Path, record: Record, change: str, also: list[tuple[str, str]]
) -> None:
    said = add(record, "mention", "The ferry", Change(name="Abdi Hassan"))
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute("UPDATE corrections SET finding = 'older', was = 'older'")
        connection.execute(change, [said.finding])
        connection.execute("UPDATE mentions SET id = 'newer' WHERE id = ?", [said.finding])
        connection.execute("DELETE FROM corrected")
    other = next(each for each in record.figures() if each.figure.value == 12)
    record.correct("right", "figure", other.figure.id)
    assert mentions(folder, "The ferry") == sorted([("The ferry", "Abdi Hassan"), *also])
    assert not any(act.void for act in record.judgements())


@pytest.mark.parametrize(("name", "kind"), [("Abdi Hassan", "person"), ("Kenya", "state")])
def test_an_added_mention_is_of_the_kind_of_what_it_names(
    folder: Path, record: Record, name: str, kind: str
) -> None:
    said = add(record, "mention", "The ferry", Change(name=name))
    (found,) = (each for each in dumped(folder, "mentions") if each["id"] == said.finding)
    assert found["kind"] == kind


def chains(folder: Path, name: str) -> list[tuple[object, ...]]:
    """What is known of the chains of a name."""
    with closing(sqlite.connect(folder / "record.according")) as connection:
        wanted = "SELECT kind, key, latitude, longitude, country, precision FROM chains WHERE name = ?"
        return [tuple(row) for row in connection.execute(wanted, [name])]


@pytest.mark.parametrize(("name", "kind"), [("Queen of Lamu", "organization"), ("Mombasa", "place")])
def test_one_added_mention_stays_whole_when_another_is_taken_back(
    folder: Path, record: Record, name: str, kind: str
) -> None:
    first = add(record, "mention", "The ferry", Change(name=name, kind=kind))
    ((_, written),) = mentions(folder, "The ferry")
    (known,) = before = chains(folder, written)
    assert known[0] == kind
    assert (known[2] is not None) == (kind == "place")
    add(record, "mention", "Buulo Xaaji", Change(name=written))
    record.revoke(first.id)
    assert mentions(folder, "The ferry") == []
    assert ("Buulo Xaaji", written) in mentions(folder, "Buulo Xaaji")
    assert chains(folder, written) == before
    assert record.entity(name).entity.kind == kind
