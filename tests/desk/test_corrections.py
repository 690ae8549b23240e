"""Putting right what an article is said to tell: what happened, who took part, what was counted, what was promised."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.desk.conftest import Reader
from tests.desk.test_article import number_of
from tests.texts import AGREED, FOUGHT

TEXTS = {"fought.txt": FOUGHT["north.txt"], "agreed.txt": AGREED["first.txt"]}


def article(reader: Reader, title: str) -> Page:
    """Open the article with this headline."""
    return reader.open(f"/article/{number_of(reader, title)}")


def opened(page: Page, finding: str, words: str) -> None:
    """Choose a finding and open what can be said of it."""
    page.locator(f"li.{finding}", has_text=words).first.locator("a").first.click()
    page.get_by_text("Correct", exact=True).click()


def keep(page: Page, label: str) -> None:
    """Keep what stands in the form with this field."""
    keep_in(page, label, "Keep")


def keep_in(page: Page, label: str, name: str) -> None:
    """Keep it in the language in which the button has this name."""
    page.locator("form", has=page.get_by_label(label)).get_by_role("button", name=name).click()


def test_who_did_what_to_whom_is_put_right_and_taken_back(reader: Reader) -> None:
    page = article(reader, "Clashes in Mali")
    before = page.locator("li.event").all_inner_texts()
    opened(page, "event", "Mali → Timbuktu")
    expect(page.get_by_label("Who does it")).to_have_value("Armed Forces of Mali, Mali")
    page.get_by_label("Who does it").fill("Ghana, Mali")
    keep(page, "Who does it")
    expect(page.locator("li.event.lit")).to_contain_text("Ghana, Mali → Timbuktu")
    page.get_by_label("Kind").select_option("COERCE")
    page.get_by_label("Status").select_option("denied")
    keep(page, "Kind")
    expect(page.locator("li.event.lit")).to_contain_text("coercion · denied")
    expect(page.locator("li.event.lit")).to_contain_text("corrected by a person")
    for _ in range(2):
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    page.reload()
    expect(page.locator("li.event").first).to_be_visible()
    page.mouse.move(0, 0)
    shown = [each.split("\n")[0] for each in page.locator("li.event").all_inner_texts()]
    assert shown == [each.split("\n")[0] for each in before]


def test_keys_go_through_the_findings_and_judge_them(reader: Reader) -> None:
    page = article(reader, "Clashes in Mali")
    events = page.locator("li.event")
    expect(events.first).to_be_visible()
    count = events.count()
    lit = page.locator(".margin > li.lit")
    for _ in range(page.locator(".margin > li").count()):
        page.keyboard.press("j")
        expect(lit).to_have_count(1)
        if page.locator("li.event.lit").count():
            break
    page.keyboard.press("n")
    expect(events).to_have_count(count - 1)
    page.keyboard.press("u")
    expect(events).to_have_count(count)
    page.keyboard.press("k")
    page.keyboard.press("j")
    page = reader.open("/review/audit")
    expect(page.get_by_text("Taken back by").first).to_be_visible()


def test_a_promise_is_shown_and_put_right(reader: Reader) -> None:
    page = article(reader, "Truce signed")
    opened(page, "commitment", "Eritrea")
    page.get_by_label("What became of it").select_option("disputed")
    page.get_by_label("Due").fill("2021-04")
    keep(page, "What became of it")
    expect(page.locator("li.commitment.lit")).to_contain_text("disputed")
    expect(page.locator("li.commitment.lit")).to_contain_text("due Apr 2021")
    page = reader.open("/agreements")
    expect(page.locator(".mark", has_text="disputed").first).to_be_visible()


def test_a_unit_and_a_thing_are_put_right_and_what_was_not_changed_is_said(reader: Reader) -> None:
    page = article(reader, "Truce signed")
    opened(page, "figure", "40")
    keep(page, "What is counted")
    expect(page.get_by_role("alert")).to_contain_text("Change something first")
    page.get_by_label("What is counted").fill("captives")
    keep(page, "What is counted")
    expect(page.locator("li.figure.lit")).to_contain_text("captives")
    assert reader.barriers() == []


def test_a_number_is_read_as_its_reader_writes_it(reader: Reader) -> None:
    page = article(reader, "Truce signed")
    opened(page, "figure", "40")
    value = page.get_by_label("Value")
    value.fill("12,000")
    keep(page, "Value")
    expect(page.locator("li.figure.lit strong")).to_have_text("12,000")
    held = page.request.get(page.url.replace("/article/", "/api/articles/").partition("#")[0]).json()[
        "figures"
    ]
    assert 12000 in [each["value"] for each in held]
    page.evaluate("localStorage.setItem('language', 'fr')")
    page.reload()
    value = page.get_by_label("Valeur")
    page.get_by_text("Corriger", exact=True).click()
    for doubtful in ("1.200", "12 or so", "1.2.3", "1,2,3"):
        value.fill(doubtful)
        keep_in(page, "Valeur", "Garder")
        expect(page.get_by_role("alert")).to_contain_text("deux façons")
    for typed, read in (
        ("1 200,5", r"1\s200,5"),
        ("1.5", "1,5"),
        ("1.234.567", r"1\s234\s567"),
        ("-3,25", "-3,25"),
    ):
        value.fill(typed)
        keep_in(page, "Valeur", "Garder")
        expect(page.locator("li.figure.lit strong")).to_have_text(re.compile(f"^{read}"))


def test_what_is_found_in_a_headline_has_a_margin(reader: Reader) -> None:
    page = article(reader, "Clashes in Mali")
    expect(page.get_by_role("heading", name="Clashes in Mali")).to_be_visible()
    page.get_by_label("names").check()
    named = page.locator(".row", has=page.locator(".headline")).locator("li.name", has_text="Mali")
    named.locator("a").first.click()
    expect(named.get_by_text("Correct", exact=True)).to_be_visible()
    expect(page.locator(".headline .lit")).to_have_text("Mali")


def test_the_list_of_judgements_leads_to_the_finding_as_it_stands_now(reader: Reader) -> None:
    page = article(reader, "Clashes in Mali")
    opened(page, "event", "Ghana")
    page.get_by_label("Kind").select_option("REJECT")
    keep(page, "Kind")
    expect(page.locator("li.event.lit")).to_contain_text("corrected by a person")
    now = page.locator("li.event.lit").get_attribute("id")
    page = reader.open("/review/audit")
    page.get_by_role("listitem").first.get_by_role("link").click()
    expect(page.locator("li.event.lit")).to_have_attribute("id", now or "?")
