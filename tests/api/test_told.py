"""Stories, actors, counted things and agreements over the server: what the record says, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.api.conftest import Desk, opened


@pytest.fixture(scope="module")
def pacts(agreed: Path) -> Iterator[Desk]:
    """A desk of a record with agreements."""
    for each in opened(agreed / "record.according"):
        each.enter()
        yield each


def paged(desk: Desk, path: str, size: int = 1) -> list[str | None]:
    """Ask for a list a page at a time, until one is not full; return the ids."""
    found: list[str | None] = []
    while True:
        page = desk.json(f"{path}{'&' if '?' in path else '?'}limit={size}&offset={len(found)}")
        found += [each["id"] for each in page]
        if len(page) < size:
            return found


def test_stories_have_columns_whose_articles_are_theirs(desk: Desk) -> None:
    stories = desk.json("stories?single=true")
    assert paged(desk, "stories?single=true") == [each["id"] for each in stories]
    for each in stories:
        told = desk.json(f"stories/{each['id']}")
        members = [member["id"] for column in told["columns"] for member in column["members"]]
        assert len(set(members)) == len(members) == told["articles"] == each["articles"]
        assert told["origins"] == len(told["columns"]) == each["origins"]
        own = [line["cells"] for line in told["lines"] if line["kind"] != "difference"]
        assert {cell["article"] for cells in own for cell in cells} <= {*members}
    assert desk.json("stories?single=true&words=nothing+of+that+kind") == []


def test_actors_are_paged_found_and_profiled(desk: Desk) -> None:
    actors = desk.json("actors")
    assert paged(desk, "actors", 2) == [each["id"] for each in actors]
    assert [each["kind"] for each in desk.json("actors?kind=person")] == ["person"]
    (one,) = desk.json("actors?words=Akufo")
    profile = desk.json(f"actors/{one['id']}")
    assert "Nana Akufo-Addo" in [name for names in profile["names"].values() for name in names]
    assert desk.json(f"actors/{quote('Nana Akufo-Addo')}")["id"] == one["id"]
    says = desk.json(f"actors/{one['id']}/statements")
    assert says
    assert {each["speaker"] for each in says} == {one["id"]}
    assert paged(desk, f"actors/{one['id']}/statements") == [each["id"] for each in says]
    ties = desk.json(f"actors/{one['id']}/ties")
    assert ties["centre"] == one["id"]
    assert {tie[side] for tie in ties["ties"] for side in ("source", "target")} <= {
        each["id"] for each in ties["actors"]
    }


def test_counted_things_have_their_figures_with_the_day_and_the_sentence(desk: Desk) -> None:
    things = desk.json("things")
    assert things
    for thing in things:
        figures = desk.json(f"things/{quote(thing['id'], safe='')}")
        assert len(figures) == thing["figures"]
        for each in figures:
            assert " ".join(each["text"].split()) in each["sentence"]
        assert len(desk.json(f"things/{quote(thing['id'], safe='')}?limit=1")) == 1
    assert desk.json("things?words=xylophones") == []


def test_agreements_come_a_page_at_a_time_and_what_is_under_none_comes_last(pacts: Desk) -> None:
    every = [each["id"] for each in pacts.json("agreements")]
    named = [each for each in every if each is not None]
    assert named
    for size in (1, 2, 50):
        found: list[str | None] = []
        while True:
            page = pacts.json(f"agreements?limit={size}&offset={len([each for each in found if each])}")
            found += [each["id"] for each in page]
            if len([each for each in page if each["id"]]) < size:
                break
        assert found == every, size
    assert pacts.json("agreements?by=Nobody") == []
    assert {
        each["now"] for one in pacts.json("agreements?status=promised") for each in one["commitments"]
    } == {"promised"}


@pytest.mark.parametrize(
    "path",
    [
        "stories/none",
        "actors/nobody",
        "actors/nobody/ties",
        "actors/nobody/happenings",
        "actors/nobody/statements",
    ],
)
def test_what_is_not_there_is_said(desk: Desk, path: str) -> None:
    answer, text = desk.ask(f"/api/{path}")
    assert answer.status == 404
    assert '"error"' in text


@pytest.mark.parametrize("path", ["stories?since=soon", "agreements?until=x", "things/x?since=13.13"])
def test_a_date_that_is_none_is_refused(desk: Desk, path: str) -> None:
    assert desk.ask(f"/api/{path}")[0].status == 400


@pytest.mark.parametrize(
    "path", ["stories?limit=0", "actors?kind=dog", "agreements?offset=-1", "agreements?status=x"]
)
def test_what_means_nothing_is_refused(desk: Desk, path: str) -> None:
    assert desk.ask(f"/api/{path}")[0].status == 422
