"""A browser before an open desk: Debian's Chromium, which nothing here downloads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.api.conftest import Desk, opened
from tests.conftest import REPOSITORY, record_of

expect.set_options(timeout=30_000)  # milliseconds: a busy machine is no failure
AXE = REPOSITORY / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
BARRIERS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}"""
"""What axe-core finds serious or critical: told by the page, for all that it finds is long."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads at a desk: her page, where the desk is, what it asked of others, and what went wrong."""

    page: Page
    address: str
    outside: list[str]
    errors: list[str]

    def open(self, path: str) -> Page:
        """Go to an address of the desk and wait until it is all there."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def barriers(self) -> list[str]:
        """Return what axe-core finds serious or critical on the page as it stands."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text("utf-8"))
        found: list[str] = self.page.evaluate(BARRIERS)
        return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; skips the test where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as found,
    ):
        yield found


def reading(browser: Browser, desk: Desk) -> Iterator[Reader]:
    """Enter a desk with a fresh browser profile; nothing may go wrong or be asked of others until it is closed."""
    address = f"http://127.0.0.1:{desk.port}"
    name, _, value = desk.cookie.partition("=")
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    reader = Reader(page, address, [], [])

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            reader.outside.append(request.url)

    page.on("request", asked)
    page.on("pageerror", lambda error: reader.errors.append(str(error)))
    page.on("console", lambda said: reader.errors.append(said.text) if said.type == "error" else None)
    yield reader
    context.close()
    assert reader.outside == []
    assert reader.errors == []


@pytest.fixture
def reader(browser: Browser, desk: Desk) -> Iterator[Reader]:
    """Somebody at the desk."""
    yield from reading(browser, desk)


@pytest.fixture
def judge(browser: Browser, folder: Path) -> Iterator[Reader]:
    """Somebody at the desk of a record that may be changed."""
    for desk in opened(folder / "record.according"):
        desk.enter()
        yield from reading(browser, desk)


def select(page: Page, words: str) -> None:
    """Select words in the text of an article, as the pointer does."""
    done = page.evaluate(
        """words => {
          const pieces = [...document.querySelectorAll("article p.text span")];
          const nodes = pieces.map(each => each.firstChild).filter(Boolean);
          const start = nodes.map(node => node.data).join("").indexOf(words);
          const there = at => {
            for (const node of nodes) {
              if (at <= node.length) return [node, at];
              at -= node.length;
            }
          };
          if (start < 0) return false;
          getSelection().setBaseAndExtent(...there(start), ...there(start + words.length));
          return true;
        }""",
        words,
    )
    assert done, f"{words!r} is in the text"


@pytest.fixture(scope="session")
def at_claimed(claimed: Path) -> Iterator[Desk]:
    """An entered desk on the record of `tests.texts.CLAIMED`."""
    for each in opened(claimed / "record.according"):
        each.enter()
        yield each


@pytest.fixture(scope="module")
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An entered desk on a record of the module's own `TEXTS`; where it has none, on that of `tests.texts.CLAIMED`."""
    texts: dict[str, str] | None = getattr(request.module, "TEXTS", None)
    if texts is None:
        yield request.getfixturevalue("at_claimed")
        return
    for each in opened(record_of(tmp_path_factory.mktemp("told"), texts) / "record.according"):
        each.enter()
        yield each
