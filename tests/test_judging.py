"""What people judge is kept with who says so, wins over the machine, survives another read, and can be taken back."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from according import Record
from according.errors import JudgementError, NotFoundError
from according.model import Change, Span
from according.store.database import sqlite
from according.views import FigureRow, StatementRow
from tests.conftest import read_again
from tests.test_cli import Run, objects

FINDINGS = ("statements", "figures", "events", "dates", "chains", "mentions")


@pytest.fixture(scope="module")
def made(claimed: Path) -> Path:
    return claimed


def residents(record: Record) -> StatementRow:
    """The statement of those who say that people have died."""
    return next(each for each in record.statements() if "people had died" in each.statement.text)


def dead(record: Record) -> FigureRow:
    return next(each for each in record.figures() if each.figure.text.startswith("12"))


def found(folder: Path) -> dict[str, list[Any]]:
    """All rows of the tables of findings, but for what linking fills in and the numbers of statements."""
    with closing(sqlite.connect(folder / "record.according")) as connection:
        connection.row_factory = sqlite.Row
        return {
            table: [
                {
                    name: row[name]
                    for name in row.keys()  # noqa: SIM118 - not a mapping
                    if name not in {"number", "happening", "account", "score", "because", "entity"}
                }
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
            ]
            for table in FINDINGS
        }


def test_another_speaker_survives_another_read(folder: Path, record: Record) -> None:
    said = residents(record).statement.id
    record.correct(
        "speaker", "statement", said, Change(name="Nana Akufo-Addo"), author="Ama", note="see line 3"
    )
    assert residents(record).speaker.name == "Nana Akufo-Addo"
    assert residents(record).speaker.entity == record.entity("Nana Akufo-Addo").entity.id
    read_again(folder)
    row = residents(record)
    assert (row.speaker.name, row.statement.reason) == ("Nana Akufo-Addo", "corrected by a person")
    assert row in list(record.statements(speaker="Akufo-Addo"))
    act = record.judgements()[0]
    assert (act.author, act.note, act.verdict, act.finding) == ("Ama", "see line 3", "speaker", said)


def test_a_speaker_whom_the_article_does_not_name(record: Record) -> None:
    record.correct("speaker", "statement", residents(record).statement.id, Change(name="the neighbours"))
    assert (residents(record).speaker.entity, residents(record).speaker.name) == (None, "the neighbours")


def test_another_value_is_compared_and_exported(folder: Path, record: Record) -> None:
    record.correct("value", "figure", dead(record).figure.id, Change(low=12, high=14))
    figure = dead(record).figure
    assert (figure.value, figure.low, figure.high) == (None, 12, 14)
    record.export(folder / "out", format="jsonl")
    lines = (folder / "out" / "figures.jsonl").read_text("utf-8").splitlines()
    assert [12, 14] in [[each["low"], each["high"]] for each in map(json.loads, lines)]


def test_what_is_wrong_is_gone_and_comes_back_when_that_is_taken_back(folder: Path, record: Record) -> None:
    before = found(folder)
    said, figure = residents(record).statement.id, dead(record).figure.id
    acts = [
        record.correct("wrong", "statement", said, later=True),
        record.correct("wrong", "figure", figure, later=True),
        *(record.correct("wrong", "event", each.event.id, later=True) for each in list(record.events())),
        *(
            record.correct("wrong", "mention", mention.id, later=True)
            for named in record.shown("1").named
            for mention in named.mentions
        ),
    ]
    record.settle()
    assert list(record.events()) == []
    assert said not in {each.statement.id for each in record.statements()}
    read_again(folder)
    assert figure not in {each.figure.id for each in record.figures()}
    for act in acts:
        record.revoke(act.id, later=True)
    record.settle()
    after = found(folder)
    for table in before:
        assert [{**row, "reason": None} for row in after[table]] == [
            {**row, "reason": None} for row in before[table]
        ]
    assert [each.statement.id for each in record.statements(about="died")] == [said]


def test_another_boundary_moves_the_finding_and_its_id(folder: Path, record: Record) -> None:
    before, row = found(folder), residents(record)
    start, end = row.statement.content_span
    span = Span(start + 3, end)
    act = record.correct("boundary", "statement", row.statement.id, Change(span=span), later=True)
    moved = residents(record).statement
    assert moved.content == (span,)
    assert moved.text == row.statement.text[3:]
    record.correct("speaker", "statement", moved.id, Change(name="the mayor"), later=True)
    assert residents(record).speaker.name == "the mayor"
    read_again(folder)
    assert (residents(record).statement.id, residents(record).speaker.name) == (moved.id, "the mayor")
    record.revoke(record.judgements()[0].id, later=True)
    record.revoke(act.id)
    assert found(folder)["statements"] == before["statements"]


def test_of_two_words_on_one_finding_the_later_counts(record: Record) -> None:
    figure = dead(record).figure.id
    record.correct("value", "figure", figure, Change(value=13), later=True)
    record.correct("value", "figure", figure, Change(value=14), later=True)
    assert dead(record).figure.value == 14
    record.revoke(record.judgements()[0].id, later=True)
    assert dead(record).figure.value == 13


def test_a_place_is_that_of_an_entity_or_of_the_gazetteer(record: Record) -> None:
    shown = next(each for each in record.shown("1").named if each.name == "Tamale")
    record.correct("place", "mention", shown.mentions[0].id, Change(name="Kumasi"))
    place = record.entity(
        next(each for each in record.shown("1").named if each.mentions[0].text == "Tamale").entity
    )
    assert place.entity.latitude == pytest.approx(6.69, abs=0.1)


@pytest.mark.parametrize(
    ("verdict", "layer", "change"),
    [
        ("value", "statement", Change(value=1)),
        ("value", "figure", Change()),
        ("value", "figure", Change(low=3, high=2)),
        ("speaker", "statement", Change()),
        ("boundary", "statement", Change(span=Span(0, 10**9))),
        ("boundary", "statement", Change(span=Span(5, 5))),
    ],
)
def test_what_cannot_be_said_changes_nothing(
    folder: Path, record: Record, verdict: Any, layer: Any, change: Change
) -> None:
    before = found(folder)
    finding = dead(record).figure.id if layer == "figure" else residents(record).statement.id
    with pytest.raises(JudgementError):
        record.correct(verdict, layer, finding, change)
    assert (found(folder), record.judgements()) == (before, [])


def test_what_nobody_found_cannot_be_corrected_or_taken_back(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.correct("wrong", "event", "0" * 16)
    with pytest.raises(NotFoundError):
        record.revoke("0" * 16)


def test_names_are_judged_and_taken_back(named: Path, tmp_path: Path) -> None:
    shutil.copytree(named, tmp_path, dirs_exist_ok=True)
    with Record.open(tmp_path / "record.according") as record:
        one = record.entity("Pashinyan").entity.id
        act = record.judge("different", "Pashinyan", "Pachinian", author="Ama")
        assert record.entity("Pashinyan").entity.id != record.entity("Pachinian").entity.id
        record.revoke(act.id, author="Kofi", note="the same after all")
        assert record.entity("Pachinian").entity.id == one
        told = record.judgements()[0]
        assert (told.author, told.revoked_by, told.revoked_note) == ("Ama", "Kofi", "the same after all")
        with pytest.raises(JudgementError):
            record.revoke(act.id)


def test_a_number_is_listed_with_all_its_digits(record: Record) -> None:
    record.correct("value", "figure", dead(record).figure.id, Change(value=1_234_567), later=True)
    assert record.judgements(limit=1)[0].about.endswith("→ 1,234,567")


def test_the_queue_asks_about_the_least_sure_until_somebody_has_spoken(folder: Path, record: Record) -> None:
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute("UPDATE statements SET confidence = 0.2 WHERE said LIKE '%12 people%'")
    before = record.queue("finding")
    task = before.tasks[0]
    assert (task.kind, task.score, task.sides[0].contexts[0].sentence) == (
        "statement",
        0.2,
        "Residents said that 12 people had died.",
    )
    act = record.correct("unsure", "statement", task.id, later=True)
    assert task.id not in {each.id for each in record.queue("finding").tasks}
    record.revoke(act.id, later=True)
    assert record.queue("finding") == before
    assert dict(record.queue(limit=1, offset=sum(dict(before.counts).values())).counts) == dict(before.counts)


def test_the_overview_tells_of_what_nobody_has_judged(named: Path, tmp_path: Path) -> None:
    shutil.copytree(named, tmp_path, dirs_exist_ok=True)
    with Record.open(tmp_path / "record.according") as record:
        pair = sorted(record.entity(name).entity.id for name in ("Nurlan Aliyev", "Ilham Aliyev"))
        with closing(sqlite.connect(tmp_path / "record.according")) as connection, connection:
            connection.execute("DELETE FROM suggestions")
            connection.execute("INSERT INTO suggestions VALUES (?, ?, 0.5, 'alike')", pair)
            connection.execute("UPDATE events SET confidence = 0.2")
        before = record.overview()
        assert [[each.first, each.second] for each in before.doubts] == [pair]
        assert before.waiting == record.queue(limit=1).counts
        assert dict(before.waiting)["names"] == 1
        said = record.judge("unsure", *pair, later=True)
        event = next(record.events()).event.id
        record.correct("unsure", "event", event, later=True)
        after = record.overview()
        assert after.doubts == ()
        assert after.waiting == record.queue(limit=1).counts
        assert dict(after.waiting)["names"] == 0
        assert dict(after.waiting)["finding"] == dict(before.waiting)["finding"] - 1
        record.revoke(said.id, later=True)
        assert record.overview().doubts == before.doubts


def test_the_name_that_one_signs_with_is_kept_in_the_record(folder: Path, run: Run) -> None:
    record = str(folder / "record.according")
    assert run("sign", "Ama  Mensah", "--record", record)[1] == "Signed by Ama Mensah\n"
    with Record.open(Path(record)) as opened:
        opened.correct("right", "figure", dead(opened).figure.id, later=True)
        assert dead(opened).figure.confidence == 1.0
    (act,) = objects(run("judgements", "--json", "--record", record)[1])
    assert (act["author"], act["verdict"], act["what"]) == ("Ama Mensah", "right", "finding")
    assert "Ama Mensah" in run("judgements", "--record", record)[1]
    status, out, _ = run("revoke", act["id"][:8], "--note", "a slip", "--record", record)
    assert (status, out) == (0, "Taken back: 12 people\n")
    (act,) = objects(run("judgements", "--json", "--record", record)[1])
    assert act["revoked_note"] == "a slip"
    assert run("revoke", "zzz", "--record", record)[0] == 1
