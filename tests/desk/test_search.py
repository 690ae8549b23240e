"""Searching, as one does it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.desk.conftest import Reader


def test_typing_finds_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open("/search")
    page.get_by_role("searchbox").fill("houses")
    expect(page.locator("mark").first).to_be_visible()
    assert "q=houses" in page.url
    page.reload()
    expect(page.locator("mark").first).to_be_visible()


def test_nothing_found_is_said(reader: Reader) -> None:
    page = reader.open("/search?q=xylophonists")
    expect(page.get_by_text("No article has all of these words")).to_be_visible()


def test_nothing_stands_in_the_way(reader: Reader) -> None:
    reader.open("/search?q=houses")
    assert reader.barriers() == []
