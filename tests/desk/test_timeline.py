"""A chronology, as one looks through it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.desk.conftest import Reader
from tests.texts import FOUGHT

TEXTS = FOUGHT


def test_happenings_are_counted_and_told(reader: Reader) -> None:
    page = reader.open("/timeline")
    cards = page.locator("article.happening")
    expect(cards.first).to_be_visible()
    total = int(re.sub(r"\D", "", page.get_by_role("status").locator("strong").inner_text()))
    assert cards.count() == total > 1
    expect(page.get_by_role("img", name=re.compile("^Happenings"))).to_be_visible()


def test_a_sentence_leads_to_its_place_in_the_article(reader: Reader) -> None:
    page = reader.open("/timeline")
    sentence = page.locator(".sentence a").first
    finding = (sentence.get_attribute("href") or "").partition("#")[2]
    sentence.click()
    expect(page).to_have_url(re.compile(r"/article/\d+#"))
    expect(page.locator(f"[id='{finding}']")).to_be_visible()
    page.go_back()
    expect(page.locator("article.happening").first).to_be_visible()


def test_a_filter_is_in_the_address_and_back_takes_it_away(reader: Reader) -> None:
    page = reader.open("/timeline")
    before = page.locator("article.happening").count()
    kind = page.get_by_label("Kind")
    kind.select_option(index=1)
    expect(page).to_have_url(re.compile(r"root=[A-Z]+"))
    expect(page.locator("article.happening")).not_to_have_count(before)
    left = page.locator("article.happening").count()
    assert 0 < left < before
    page.reload()
    expect(page.locator("article.happening")).to_have_count(left)
    page.go_back()
    expect(page.locator("article.happening")).to_have_count(before)


def test_one_looks_closer_by_the_table_and_out_again(reader: Reader) -> None:
    page = reader.open("/timeline")
    page.get_by_text("Counts as a table").click()
    page.locator("table a").first.click()
    expect(page).to_have_url(re.compile("since="))
    page.get_by_role("link", name="All of time").click()
    expect(page).not_to_have_url(re.compile("since="))


def test_one_looks_closer_by_pressing_a_bar(reader: Reader) -> None:
    page = reader.open("/timeline")
    box = page.get_by_role("img", name=re.compile("^Happenings")).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 3, box["y"] + 60)
    expect(page).to_have_url(re.compile("since=.*until="))


def test_nobody_of_that_name_is_said(reader: Reader) -> None:
    page = reader.open("/timeline?actor=Nobody+Whatever")
    expect(page.get_by_text("Nothing is told of that")).to_be_visible()


def test_nothing_stands_in_the_way(reader: Reader) -> None:
    for theme in ("light", "dark"):
        page = reader.open("/timeline")
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == []


def test_filters_go_along_to_the_screens_that_have_them(reader: Reader) -> None:
    page = reader.open("/timeline?actor=Mali&since=2021-05&status=happened")
    menu = page.get_by_role("navigation", name="Screens")
    menu.get_by_role("link", name="Stories").click()
    expect(page.get_by_label("Who is named")).to_have_value("Mali")
    expect(page).to_have_url(re.compile(r"/stories\?(?!.*status)(?=.*since=2021-05)"))
    menu.get_by_role("link", name="Actors").click()
    menu.get_by_role("link", name="Timeline").click()
    expect(page).to_have_url(
        re.compile(r"/timeline\?(?=.*actor=Mali)(?=.*since=2021-05)(?=.*status=happened)")
    )
    page.get_by_role("button", name="Clear the filters").click()
    menu.get_by_role("link", name="Stories").click()
    expect(page.get_by_label("Who is named")).to_have_value("")
