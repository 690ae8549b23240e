"""What stood beside what people added, in records that knew it by ids: where it stood, whatever has become of it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.model import Change, Correcting, Correction, Layer, Span
from according.store.database import sqlite
from tests.conftest import record_of
from tests.test_adding import TEXTS, add


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("beside"), TEXTS)


def neighbours(folder: Path, of: Correction) -> list[dict[str, int]]:
    """What is kept of the findings beside one that somebody added."""
    with closing(sqlite.connect(folder / "record.according")) as connection:
        (traits,) = connection.execute("SELECT traits FROM corrections WHERE id = ?", [of.id]).fetchone()
    return sorted(json.loads(traits)["beside"], key=lambda each: (each["start"], each["stop"]))


def from_version_14(folder: Path, of: Correction, ids: list[str]) -> None:
    """Open the record as one of version 14, which kept the ids of the findings beside one."""
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        beside = json.dumps({"beside": [*ids, "gone"]})
        connection.execute("UPDATE corrections SET traits = ? WHERE id = ?", [beside, of.id])
        connection.execute("PRAGMA user_version = 14")
    with Record.open(folder / "record.according"):
        pass


WARNING: tuple[Layer, str, Change] = (
    "commitment", "we had no warning", Change(source=(("Abdi Hassan", None),)),
)  # fmt: skip
BESIDE: list[tuple[Layer, str, Change, tuple[str, ...], tuple[Correcting, ...]]] = [
    ("statement", "died", Change(), ("cue_start", "cue_stop"), ("boundary", "wrong")),
    ("figure", "that 12 people had", Change(value=30), (), ("boundary", "wrong")),
    ("event", "brought troops", Change(root="COERCE"), ("root",), ("boundary", "wrong")),
    ("date", "on 2 May 2024", Change(date="2024-05"), (), ("boundary", "wrong")),
    ("mention", "troops of Kenya", Change(name="Abdi Hassan"), ("form",), ("wrong",)),
    ("commitment", "had no warning", Change(source=(("Kenya", None),)), ("root",), ()),
]
"""What is added beside what, by what that is told beside its place, and how people may have corrected that since."""


@pytest.mark.parametrize(
    ("layer", "words", "change", "told", "since"),
    [(*each[:4], since) for each in BESIDE for since in (None, *each[4])],
    ids=[f"{each[0]}-{since}" for each in BESIDE for since in (None, *each[4])],
)
def test_a_record_of_version_14_knows_where_the_neighbours_stood(
    folder: Path,
    record: Record,
    layer: Layer,
    words: str,
    change: Change,
    told: tuple[str, ...],
    since: Correcting | None,
) -> None:
    if layer == "commitment":  # the machine finds none there
        add(record, *WARNING)
    said = add(record, layer, words, change)
    seen = neighbours(folder, said)
    assert {tuple(each) for each in seen} == {("start", "stop", *told)}
    spans = [(each["start"], each["stop"]) for each in seen]
    with closing(sqlite.connect(folder / "record.according")) as connection:
        wanted = f"SELECT id FROM {layer}s WHERE start = ? AND stop = ? AND id != ?"  # noqa: S608 - a name of ours
        ids = [id for span in spans for (id,) in connection.execute(wanted, [*span, said.finding])]
    start, stop = spans[0]
    if since == "boundary":
        record.correct(since, layer, ids[0], Change(span=Span(start, stop - 1)))
    elif since is not None:
        record.correct(since, layer, ids[0])
    from_version_14(folder, said, ids)
    assert neighbours(folder, said) == seen


def test_a_record_of_version_14_knows_where_added_neighbours_stand_now(folder: Path, record: Record) -> None:
    first = add(record, "figure", "umpteen houses", Change(value=20))
    said = add(record, "figure", "In Jamame umpteen", Change(value=30))
    start, stop = first.span
    record.correct("boundary", "figure", first.finding, Change(span=Span(start, stop - 1)))
    from_version_14(folder, said, [first.finding])
    assert neighbours(folder, said) == [{"start": start, "stop": stop - 1}]
