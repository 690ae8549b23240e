"""Draw the pictures of the desk: three screens on the demo record, as PNG in docs/.

`make pictures` runs it, with Chromium as the tests do. The pictures are results that are committed; draw them anew when
the desk or the reading changes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH, HEIGHT = 1180, 760
SHARP = 1.25
"""Pixels of a picture for one of the page: sharp where it is shown smaller, and no heavier than a README bears."""
PLACE = "Nagorno-Karabakh"
VIEW = "7.1/39.85/46.75"
"""Zoom, latitude and longitude."""


def story(page: Page) -> None:
    """Open the story whose accounts differ most often."""
    most = "stories => stories.sort((one, other) => other.differences - one.differences)[0].id"
    name = page.evaluate(f"fetch('/api/stories?limit=200').then(told => told.json()).then({most})")
    page.goto(f"/story/{name}")
    page.get_by_role("table").wait_for()


def article(page: Page) -> None:
    """Open an article at the finding that differs most surely from what others tell."""
    wanted = "told => told.differences[0].accounts[0]"
    first = page.evaluate(f"fetch('/api/overview').then(told => told.json()).then({wanted})")
    page.goto(f"/article/{first['article']}#{first['finding']}")
    page.locator(".margin > li.lit").wait_for()
    page.evaluate("scrollTo(0, 0)")


def places(page: Page) -> None:
    """Open the map where land is contested, with all names of that."""
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.goto(f"/map?at={VIEW}&place={PLACE}")
    page.locator("[data-drawn]").wait_for(timeout=60_000)
    page.get_by_role("heading", name=PLACE).wait_for()


def main(record: str) -> None:
    """Draw the pictures of a record."""
    command = [sys.executable, "-m", "according", "serve", "--no-open", "--port", "0", "--record", record]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk,
        sync_playwright() as playwright,
    ):
        try:
            said = desk.stdout.readline() if desk.stdout else ""
            link = re.search(r"http://\S+", said)
            path = (
                shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
            )
            if link is None or path is None:
                sys.exit(f"The desk did not open, or there is no Chromium. {said}")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT},
                device_scale_factor=SHARP,
                locale="en-GB",
                base_url=link[0].partition("/?")[0],
            )
            page.goto(link[0])
            for name, opened in (("story", story), ("article", article), ("map", places)):
                opened(page)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=DOCS / f"desk-{name}.png")
            browser.close()
        finally:
            desk.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
