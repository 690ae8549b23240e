"""A chronology, as one looks through it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from according.store.database import sqlite
from benchmarks.large import compose
from tests.api.conftest import opened
from tests.desk.conftest import Reader, reading
from tests.texts import FOUGHT

TEXTS = FOUGHT
COPIES = 90


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


@pytest.fixture
def long(browser: Browser, fought: Path, tmp_path: Path) -> Iterator[Reader]:
    """Somebody at the desk of a record with hundreds of happenings, one of them long before all others."""
    record = tmp_path / "long.according"
    compose(fought / "record.according", record, COPIES * len(FOUGHT))
    with closing(sqlite.connect(record)) as connection, connection:
        (first,) = connection.execute("SELECT min(happening) FROM chronicle WHERE wide = 0").fetchone()
        for change in (
            "UPDATE chronicle SET earliest = :day, latest = :day, month = '1950-03' WHERE happening = :id",
            "UPDATE happenings SET earliest = :day, latest = :day, date = :day WHERE id = :id",
        ):
            connection.execute(change, {"day": "1950-03-01", "id": first})
    for desk in opened(record):
        desk.enter()
        yield from reading(browser, desk)


def test_one_scrolls_to_the_end_of_a_long_time_and_back(long: Reader) -> None:
    page = long.open("/timeline")
    cards = page.locator("article.happening")
    expect(cards.first).to_be_visible()
    total = int(re.sub(r"\D", "", page.get_by_role("status").locator("strong").inner_text()))
    assert total > 250
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_function(
        """end => {
            scrollTo(0, document.body.scrollHeight)
            return new URLSearchParams(location.search).get("from") === String(end)
        }""",
        arg=total - 200,
        polling=200,  # milliseconds: what comes into sight is seen between two frames
    )
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)
    expect(cards).to_have_count(200)
    assert not [each for each in asked if "density" in each]
    page.get_by_role("button", name="Show earlier ones").click()
    expect(page).to_have_url(re.compile(f"from={total - 240}"))
    expect(cards).to_have_count(200)
    page.reload()
    expect(page).to_have_url(re.compile(f"from={total - 240}"))
    expect(cards.first).to_be_visible()


def test_a_very_long_time_is_told_by_month_until_one_looks_closer(long: Reader) -> None:
    """Twenty thousand cards are read by nobody: first how many of which kind when, cards on looking closer."""

    def many(route: Route) -> None:
        density = route.fetch().json()
        if "since" not in route.request.url:
            bins = [
                {**each, "start": each["start"][:7], "roots": [["ASSAULT", 9]]} for each in density["bins"]
            ]
            bins = [*{each["start"]: each for each in bins}.values()]
            density |= {"total": 20_000, "unit": "month", "bins": bins}
        route.fulfill(json=density)

    long.page.route("**/api/density*", many)
    page = long.open("/timeline")
    rows = page.locator("table.digest tbody tr")
    expect(rows.first).to_contain_text("attack 9")
    expect(page.locator("article.happening")).to_have_count(0)
    rows.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("since="))
    expect(page.locator("article.happening").first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="one by one").click()
    expect(page.locator("article.happening").first).to_be_visible()


def test_what_lies_far_before_is_a_list_of_its_own(long: Reader) -> None:
    page = long.open("/timeline?from=80")
    before = page.get_by_role("link", name=re.compile("begins? earlier"))
    number = int(re.sub(r"\D", "", before.inner_text()))
    before.click()
    expect(page.locator("article.happening")).to_have_count(number)
    expect(page.get_by_label("From", exact=True)).to_have_value("")
    expect(page).not_to_have_url(re.compile("from=|since="))
