"""Figures, as one compares them: a counted thing, by whom, when, and where it stands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Reader


def test_a_counted_thing_is_found_drawn_and_listed(reader: Reader) -> None:
    page = reader.open("/figures")
    expect(
        page.get_by_role("navigation", name=re.compile("A counted thing")).locator("[aria-current]")
    ).to_have_count(1)
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    page.get_by_role("searchbox", name=re.compile("A counted thing")).fill("perso")
    page.wait_for_url(re.compile("q=perso"))
    page.get_by_role("navigation", name=re.compile("A counted thing")).get_by_role("link").first.click()
    expect(page.get_by_role("row").filter(has_text="12 people")).to_contain_text("Residents")
    expect(page.get_by_role("row").filter(has_text="15 personnes")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Values by claimant"))).to_be_visible()
    said = page.get_by_role("link", name="Residents said that 12 people had died.")
    assert re.fullmatch(r"/article/\d+#\w+", said.get_attribute("href") or "")


def test_filters_are_kept_in_the_address(reader: Reader) -> None:
    page = reader.open("/figures?of=person:people")
    page.get_by_label("According to").select_option("Residents")
    page.wait_for_url(re.compile("by=Residents"))
    page.reload()
    expect(page.get_by_role("row").filter(has_text="12 people")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="15 personnes")).to_have_count(0)


def test_who_looks_for_another_thing_does_not_ask_for_the_figures_again(reader: Reader) -> None:
    page = reader.open("/figures?of=person:people")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response(re.compile("/api/things[?]")):
        page.get_by_role("searchbox", name=re.compile("A counted thing")).fill("pers")
    expect(page).to_have_url(re.compile("q=pers"))
    assert [each for each in asked if "/api/things/" in each] == []


def test_what_nobody_counts_is_said(reader: Reader) -> None:
    page = reader.open("/figures?q=xylophone")
    expect(page.get_by_text("Nothing of that name is counted.")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way(reader: Reader, theme: str) -> None:
    page = reader.open("/figures?of=person:people")
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert reader.barriers() == []


def test_it_fits_a_telephone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    page = reader.open("/figures?of=person:people")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
