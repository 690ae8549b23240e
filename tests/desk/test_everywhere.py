"""Every screen, in both themes, on a desk and on a telephone, in both languages: nothing is in anybody's way."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.api.conftest import Desk
from tests.desk.conftest import Reader

SCREENS = {
    "overview": "/",
    "timeline": "/timeline",
    "a month": "/timeline?since=2021-05&until=2021-05",
    "map": "/map",
    "stories": "/stories?single=1",
    "story": "/story/{story}",
    "brief": "/story/{story}?brief=1",
    "actors": "/actors",
    "actor": "/actor/{actor}",
    "figures": "/figures",
    "agreements": "/agreements",
    "search": "/search?q=houses",
    "kept searches": "/search",
    "review": "/review",
    "judgements": "/review/audit",
    "article": "/article/1?show=statement,figure,event,date,name",
}
WIDTHS = (1280, 380)
CODES = re.compile(
    r"\b(undefined|NaN|null|\w+@[A-Z]{2}|(?:root|mode|status|kind|mark|field)_\w+)\b|\[object|\{\w+\}"
)
"""What no reader should ever see: values of the program and names of words."""


@pytest.fixture(scope="module")
def names(desk: Desk) -> dict[str, str]:
    """What the addresses name: the first story and actor."""
    story = desk.json("stories?single=true&limit=1")[0]["id"]
    actor = desk.json("actors?kind=person&limit=1")[0]["id"]
    return {"story": quote(story, safe=""), "actor": quote(actor, safe="")}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_in_the_way(reader: Reader, names: dict[str, str], screen: str, language: str) -> None:
    page = reader.open("/nowhere")
    page.evaluate("language => localStorage.setItem('language', language)", language)
    page = reader.open(SCREENS[screen].format_map(names))
    if screen == "map":
        page.locator("[data-drawn]").wait_for(timeout=60_000)
    assert page.locator("html").get_attribute("lang") == language
    assert CODES.findall(page.locator("body").inner_text()) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert reader.barriers() == [], (width, theme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
