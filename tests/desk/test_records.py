"""Every screen on records of real size: of the examples, and of real news where it lies beside the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from according import Record
from tests.api.conftest import Desk, opened
from tests.conftest import REPOSITORY
from tests.desk.conftest import Reader
from tests.desk.test_everywhere import CODES, SCREENS


def _desk(folder: Path, read: Path) -> Iterator[Desk]:
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(read)])
    for each in opened(folder / "record.according"):
        each.enter()
        yield each


@pytest.fixture(scope="module", params=["examples", "seeds"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An entered desk on a record of the examples, then on one of real news."""
    folder = REPOSITORY / "examples"
    if request.param == "seeds":
        shared: Path = request.getfixturevalue("shared")
        folder = shared / "seeds"
        if not folder.is_dir():
            pytest.skip("needs the folder seeds/ in the data beside the repository")
    yield from _desk(tmp_path_factory.mktemp(request.param), folder)


def test_every_screen_shows_what_there_is_and_sentences_lead_to_their_findings(
    reader: Reader, desk: Desk
) -> None:
    """One test a record: it is read once, whichever process the test falls to."""
    _every_screen(reader, desk)
    _every_sentence(reader, desk)


def _every_screen(reader: Reader, desk: Desk) -> None:
    story = max(desk.json("stories?single=true&limit=50"), key=lambda each: int(each["articles"]))["id"]
    actor = desk.json("actors?limit=1")[0]["id"]
    names = {"story": quote(story, safe=""), "actor": quote(actor, safe="")}
    for screen, address in {**SCREENS, "documents": "/documents"}.items():
        page = reader.open(address.format_map(names))
        if screen == "map":
            page.locator("[data-drawn]").wait_for(timeout=60_000)
        page.get_by_role("heading").first.wait_for()
        assert page.get_by_role("alert").all_inner_texts() == [], screen
        said = [each for each in CODES.findall(page.get_by_role("main").inner_text()) if each != "null"]
        assert said == [], screen
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, screen


def _every_sentence(reader: Reader, desk: Desk) -> None:
    rows = desk.json("chronology?limit=20")
    assert rows
    for account in [row["accounts"][0] for row in rows]:
        page = reader.open(f"/article/{account['number']}#{account['id']}")
        page.locator(f"li.lit[id='{account['id']}']").wait_for()
