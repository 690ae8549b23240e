"""A record that is read in several steps is the one that is read at once, whatever the order of its files."""

from __future__ import annotations

import gc
import json
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from according import Record
from according.settings import Settings

DISPATCH = (
    "The bridge over the Ilwa near Dornach was hit by two rockets on Tuesday, 14 March 2023. Rescue workers searched "
    "the river until nightfall. The governor of the province, Kerem Aldin, said that {toll} people were killed and "
    "that the road to the coast would stay closed for a week. Hospitals asked for blood. Schools in the three "
    "villages on the eastern bank were shut, and trains from the capital ended at Talvik station."
)
BULLETIN = "At least {toll} people were killed when rockets hit the bridge near Dornach on 14 March 2023, {who} said."
ARTICLES = {
    "a.txt": ("Rockets hit bridge near Dornach", "2023-03-14", DISPATCH.format(toll="twelve")),
    "b.txt": ("Bridge at Dornach hit, many dead", "2023-03-15", DISPATCH.format(toll="twelve") + " It rained."),
    "c.txt": ("Army: thirty dead at Dornach", "2023-03-14", BULLETIN.format(toll="thirty", who="the army")),
    "d.txt": ("Doctors count the dead of Dornach", "2023-03-14", BULLETIN.format(toll="nine", who="Doctors")),
    "e.txt": ("Harvest fair opens in Moravec", "2023-05-02", "The fair opened with forty bakers on 2 May."),
    "f.txt": ("Rockets near Dornach", "2023-03-16", DISPATCH.format(toll="twelve").partition(" Hospitals")[0]),
}  # fmt: skip
KINDS = ("stories", "happenings", "discrepancies", "entities", "articles")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for name, (title, day, text) in ARTICLES.items():
        (folder / name).write_text(f"{title}\n\n{day}\n\n{text}\n", "utf-8")
    return folder


def told(record: Record, folder: Path) -> dict[str, Any]:
    """What a record says its articles have in common."""
    record.export(folder, format="jsonl")
    return {kind: [json.loads(line) for line in (folder / f"{kind}.jsonl").open("rb")] for kind in KINDS}


def read(folder: Path, out: Path, *steps: list[str]) -> dict[str, Any]:
    out.mkdir()
    with Record.open(out / "record.according", create=True) as record:
        for step in steps:
            record.read([str(folder / name) for name in step], Settings(jobs=1))
        return told(record, out / "export")


@pytest.mark.parametrize("seed", range(3))
def test_in_steps_and_at_once(folder: Path, tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    names = rng.sample(sorted(ARTICLES), len(ARTICLES))
    cuts = [0, *sorted(rng.sample(range(1, len(names)), 2)), len(names)]
    at_once = read(folder, tmp_path / "once", sorted(ARTICLES))
    in_steps = read(folder, tmp_path / "steps", *(names[start:stop] for start, stop in pairwise(cuts)))
    assert in_steps == at_once
    assert any(len(each["articles"]) > 2 for each in at_once["stories"])
    assert len({each["origin"] for each in at_once["articles"]}) < len(ARTICLES)
    assert at_once["discrepancies"]


def test_what_was_ruled_before_holds_for_what_comes_later(folder: Path, tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.according", create=True) as record:
        record.read([str(folder / name) for name in ("a.txt", "c.txt")], Settings(jobs=1))
        (before,) = record.differences()
        record.rule("dismiss", before.discrepancy.id)
        record.read([str(folder)], Settings(jobs=1))
        (story,) = (each for each in record.stories() if len(each.members) > 2)
        assert {each.row.article.title for each in story.members} >= {"Rockets hit bridge near Dornach"}
        found = [each.discrepancy for each in record.differences(dismissed=True, series=True)]
        seen = {says.finding for position in before.discrepancy.positions for says in position}
        (still,) = (
            each for each in found if seen <= {says.finding for some in each.positions for says in some}
        )
        assert "dismiss" in (still.verdict, still.partly)


def test_reading_leaves_how_memory_is_looked_after(folder: Path, tmp_path: Path) -> None:
    before = gc.get_threshold()
    read(folder, tmp_path / "one", ["a.txt", "b.txt"])
    assert gc.get_threshold() == before
