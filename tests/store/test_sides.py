"""Accounts side by side: a line holds what is said alike, and nobody stands behind what he does not say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pytest

from according import Record
from according.views import Line, Sides
from according.views.sides import Cell
from tests.conftest import record_of

TEXTS = {
    "one.txt": "Ferry sinks off Zanzibar\n\nSTONE TOWN, March 3, 2021 (Reuters) - A ferry sank off Zanzibar on "
    "Tuesday. Police said that 12 people had died near Stone Town. President Samia Suluhu Hassan said that the "
    "captain had been warned.\n",
    "two.txt": "Zanzibar ferry disaster: many dead\n\nNAIROBI, March 3, 2021 (AP) - Divers searched the sea near "
    "Stone Town in Zanzibar on Wednesday, a day after the ferry sank. The Red Cross said that 40 "
    "people had died near Stone Town. President Samia Suluhu Hassan said that the harbour would be closed.\n",
    "three.txt": "Naufrage d'un ferry au large de Zanzibar\n\nLe 4 mars 2021\n\nUn ferry a coulé mardi au large de "
    "Zanzibar. Selon la police, 12 personnes sont mortes près de Stone Town.\n",
}


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sides]:
    folder = record_of(tmp_path_factory.mktemp("sides"), TEXTS)
    with Record.open(folder / "record.according") as record:
        (story,) = record.headlines()
        yield record.sides(story.id)


def of(sides: Sides, kind: str) -> list[Line]:
    return [each for _, each in sides.lines if each.kind == kind]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = record_of(tmp_path_factory.mktemp("paged"), TEXTS)
    with Record.open(folder / "record.according") as found:
        yield found


def test_a_long_story_is_shown_by_parts(record: Record) -> None:
    (story,) = record.headlines()
    everything = record.sides(story.id)
    assert [origin for origin, _ in everything.columns] == [origin for origin, _ in everything.among]
    later = record.sides(story.id, at=1)
    assert later.among == everything.among[1:]
    first = everything.among[0][0]
    assert not any(first in line.origins for _, line in later.lines if line.kind != "difference")


def test_the_columns_that_are_asked_for_are_shown_with_what_they_tell(record: Record) -> None:
    (story,) = record.headlines()
    everything = record.sides(story.id)
    (one, *_, last) = [origin for origin, _ in everything.among]
    some = record.sides(story.id, columns=[last[:6]])
    assert [origin for origin, _ in some.columns] == [last]
    assert some.among == everything.among
    assert all(last in line.origins for _, line in some.lines)
    # What stands in how many originals stays as it is, whichever are looked at.
    kept = [pair for pair in everything.lines if last in pair[1].origins]
    assert [(group, line.cells) for group, line in some.lines] == [
        (group, line.cells) for group, line in kept
    ]
    assert one not in some.alone
    assert record.sides(story.id, columns=[last[:6]], whole=True).columns == everything.columns


def test_the_lines_of_a_group_go_on_where_they_were_left(record: Record) -> None:
    (story,) = record.headlines()
    alone = record.sides(story.id, show="one")
    assert {group for group, _ in alone.lines} == {"one"}
    assert len(alone.lines) == alone.counts["one"] == sum(alone.alone.values())
    rest = record.sides(story.id, show="one", first=1)
    assert len(rest.lines) == alone.counts["one"] - len(alone.alone)
    assert set(rest.lines) <= set(alone.lines)


def test_numbers_that_differ_stand_in_their_difference_alone(sides: Sides) -> None:
    (line,) = of(sides, "difference")
    assert {cell.says.split()[0] for cell in line.cells} == {"12", "40"}
    assert of(sides, "figure") == []


def test_one_line_has_all_numbers_of_what_happened_to_people(tmp_path: Path) -> None:
    bounds = {
        "12 people": "at least 12 people",
        "40 people": "more than 13 people",
        "12 pers": "au moins 11 pers",
    }
    texts = {
        name: reduce(lambda told, pair: told.replace(*pair), bounds.items(), text)
        for name, text in TEXTS.items()
    }
    with Record.open(record_of(tmp_path, texts) / "record.according") as record:
        (story,) = record.headlines()
        sides = record.sides(story.id)
    (line,) = of(sides, "figure")
    assert (line.act, len(line.origins)) == ("killed", 3)
    assert sorted(cell.says for cell in line.cells) == [
        "at least 12 people",
        "au moins 11 personnes",
        "more than 13 people",
    ]
    assert len(line.alike) == 1
    assert line.group(line.origins) == "several"


def test_two_sentences_of_one_speaker_are_not_said_alike(sides: Sides) -> None:
    lines = [
        each for each in of(sides, "statement") if "Hassan" in ((each.speaker and each.speaker.name) or "")
    ]
    assert len(lines) == 2
    assert [len(each.origins) for each in lines] == [1, 1]


def test_a_happening_is_told_alike_by_those_of_one_status(sides: Sides) -> None:
    (told, *_) = sides.lines[0][1].cells

    def cell(origin: str, status: str) -> Cell:
        return Cell(origin, told.row, f"{origin}{status}", "s", "s", told.who, status)

    some = (cell("a", "happened"), cell("b", "denied"), cell("c", "ongoing"), cell("d", "planned"))
    assert Line("happening", some).alike == (some[0], some[2])
    assert Line("figure", some).alike == some
    assert Line("difference", some).alike == ()
