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
from tests.desk.test_retold import RETOLD, patterns
from tests.desk.test_words import words

OURS = """() => {
  const theirs = "[lang]:not(html), [dir], bdi, q, blockquote, option";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(theirs)) found.push(walker.currentNode.data);
  for (const name of ["title", "aria-label", "placeholder"]) {
    const told = [...document.querySelectorAll(`main [${name}]`)].filter((each) => !each.closest(theirs));
    found.push(...told.map((each) => each.getAttribute(name)));
  }
  return found;
}"""
"""What the page says of its own: texts that are of no document, and what is said to those who do not see it."""


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
    _no_english(reader, desk)


def _addresses(desk: Desk) -> dict[str, str]:
    story = max(desk.json("stories?single=true&limit=50"), key=lambda each: int(each["articles"]))["id"]
    actor = desk.json("actors?limit=1")[0]["id"]
    names = {"story": quote(story, safe=""), "actor": quote(actor, safe="")}
    document = max(desk.json("documents?limit=50"), key=lambda each: int(each["articles"]))["id"]
    some = {
        "documents": "/documents",
        "notices": "/documents?about=notices",
        "document": f"/document/{document}",
    }
    return {screen: address.format_map(names) for screen, address in {**SCREENS, **some}.items()}


def _every_screen(reader: Reader, desk: Desk) -> None:
    for screen, address in _addresses(desk).items():
        page = reader.open(address)
        if screen == "map":
            page.locator("[data-drawn]").wait_for(timeout=60_000)
        page.get_by_role("heading").first.wait_for()
        assert page.get_by_role("alert").all_inner_texts() == [], screen
        said = [each for each in CODES.findall(page.get_by_role("main").inner_text()) if each != "null"]
        assert said == [], screen
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, screen


def _no_english(reader: Reader, desk: Desk) -> None:
    """In French nothing that the page or the program says is English: only documents and names may be."""
    english, french = words("en"), words("fr")
    ours = {said for name, said in english.items() if french[name] != said and said not in french.values()}
    told = patterns((RETOLD[0]).read_text("utf-8"))
    reader.open("/nowhere").evaluate("localStorage.setItem('language', 'fr')")
    for screen, address in _addresses(desk).items():
        page = reader.open(address)
        page.get_by_role("heading").first.wait_for()
        texts = {each.strip() for each in page.evaluate(OURS)} - {""}
        assert len(texts) >= 3, screen
        found = {each for each in texts if each in ours or any(one.fullmatch(each) for one in told)}
        assert found == set(), screen
    reader.page.evaluate("localStorage.removeItem('language')")


def _every_sentence(reader: Reader, desk: Desk) -> None:
    rows = desk.json("chronology?limit=20")
    assert rows
    for account in [row["accounts"][0] for row in rows]:
        page = reader.open(f"/article/{account['number']}#{account['id']}")
        page.locator(f"li.lit[id='{account['id']}']").wait_for()
