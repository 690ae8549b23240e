"""Searching, as one does it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.api.conftest import opened
from tests.desk.conftest import Reader, reading


@pytest.fixture(scope="module")
def people(browser: Browser, named: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody at the desk of a record of her own, in which men go by several names."""
    record = tmp_path_factory.mktemp("people") / "record.according"
    shutil.copy(named / "record.according", record)
    for desk in opened(record):
        desk.enter()
        yield from reading(browser, desk)


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


def test_a_facet_narrows_and_gives_way(people: Reader) -> None:
    page = people.open("/search?q=Geneva+OR+Gen%C3%A8ve")
    expect(page.locator(".hit")).to_have_count(2)
    page.get_by_role("button", name="French").click()
    expect(page.locator(".hit")).to_have_count(1)
    assert "language=fr" in page.url
    page.get_by_role("button", name="French").click()
    expect(page.locator(".hit")).to_have_count(2)
    page.go_back()
    expect(page.locator(".hit")).to_have_count(1)


def test_somebody_is_found_under_all_his_names_when_asked(people: Reader) -> None:
    page = people.open("/search?q=Pashinyan")
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_label("Also under other names").check()
    expect(page.locator(".hit")).to_have_count(3)
    expect(page.locator("mark", has_text="Пашинян").first).to_be_visible()
    assert "names=1" in page.url


def test_a_search_is_kept_and_forgotten(people: Reader) -> None:
    page = people.open("/search?q=Pashinyan&language=en")
    page.get_by_label("Name of the search").fill("The premier")
    page.get_by_role("button", name="Keep this search").click()
    expect(page.get_by_role("link", name="The premier")).to_be_visible()
    people.open("/search")
    page.get_by_role("link", name="The premier").click()
    expect(page).to_have_url(re.compile("q=Pashinyan"))
    assert "language=en" in page.url
    people.open("/search")
    page.get_by_role("button", name="Forget: The premier").click()
    expect(page.get_by_role("link", name="The premier")).to_have_count(0)
    people.open("/search")
    expect(page.get_by_text("You keep no search yet")).to_be_visible()


def test_nothing_stands_in_the_way(reader: Reader) -> None:
    for path in ("/search", "/search?q=houses"):
        reader.open(path)
        assert reader.barriers() == []


def test_a_search_that_cannot_be_kept_is_said(reader: Reader) -> None:
    page = reader.open("/search?q=houses")
    refusal = {"error": "Another process is writing."}
    headers = {"x-according-refused": "503"}
    page.route("**/api/searches", lambda route: route.fulfill(json=refusal, headers=headers))
    page.get_by_role("button", name="Keep this search").click()
    expect(page.get_by_role("alert")).to_contain_text("Another process is writing.")
