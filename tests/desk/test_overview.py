"""The record at a glance."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Reader


def test_it_says_what_is_in_the_record_and_leads_on(reader: Reader) -> None:
    page = reader.open("/")
    expect(page.locator("p.lead")).to_contain_text("2 articles · 2 documents")
    page.get_by_role("link", name="French").click()
    expect(page).to_have_url(re.compile(r"/timeline\?language=fr"))
    page.go_back()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()


def test_every_screen_of_the_menu_opens(reader: Reader) -> None:
    page = reader.open("/")
    for name in page.get_by_role("navigation", name="Screens").get_by_role("link").all_inner_texts():
        page.get_by_role("navigation", name="Screens").get_by_role("link", name=name, exact=True).click()
        # The map is drawn by the processor where there is nothing better, and nothing else moves meanwhile.
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
        expect(page).to_have_title(re.compile("According"))


def test_it_is_french_for_who_reads_french(reader: Reader) -> None:
    page = reader.open("/")
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("heading", name="Aperçu")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Aperçu")).to_be_visible()


def test_the_slash_key_leads_to_the_search(reader: Reader) -> None:
    page = reader.open("/")
    page.keyboard.press("/")
    page.keyboard.type("houses")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=houses"))
    expect(page.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere/%E0%A4%A", "/%zz", "/%E0", "/timelines"])
def test_an_address_of_no_screen_is_said(reader: Reader, path: str) -> None:
    page = reader.open(path)
    expect(page.get_by_role("heading", name="There is no such page.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/article/999999",
        "/article",
        "/article/%E0%A4%A",
        "/story/none",
        "/story/a%2Fb",
        "/actor/none",
        "/actor/%zz",
    ],
)
def test_what_is_not_in_the_record_is_said(reader: Reader, path: str) -> None:
    """Its console stays empty, too: `reader` looks at it."""
    page = reader.open(path)
    expect(page.get_by_role("heading", name="The record holds nothing under this address.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Search")).to_be_visible()
    assert reader.barriers() == []


@pytest.mark.parametrize(
    "path", ["/timeline?since=soon", "/stories?since=soon", "/map?root=x", "/figures?of=%zz"]
)
def test_filters_that_mean_nothing_are_no_accident(reader: Reader, path: str) -> None:
    page = reader.open(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_it_fits_a_telephone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    for path in ("/", "/timeline", "/search?q=houses"):
        page = reader.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path


def test_nothing_stands_in_the_way(reader: Reader) -> None:
    for theme in ("light", "dark"):
        page = reader.open("/")
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == []
