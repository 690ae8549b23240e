"""A promise that was missed is added in the article and stands under its agreement."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import record_of
from tests.desk.conftest import Reader, select
from tests.desk.test_article import number_of
from tests.texts import AGREED


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("promises"), AGREED)


def test_a_promise_is_added_by_keys_stands_under_its_agreement_and_is_undone(judge: Reader) -> None:
    article = f"/article/{number_of(judge, 'Truce signed')}"
    page = judge.open(article)
    promises = page.locator("li.commitment")
    expect(promises.first).to_be_visible()
    before = promises.count()
    select(page, "brokered by Kenya")
    page.keyboard.press("a")
    panel = page.get_by_role("region", name="Add what was missed")
    panel.get_by_label("What it is").select_option("commitment")
    expect(panel.get_by_label("What became of it")).to_have_value("promised")
    panel.get_by_label(re.compile("^Who promises")).fill("Kenya")
    panel.get_by_label(re.compile("^To whom")).fill("Ethiopia, Eritrea")
    panel.get_by_label("What became of it").select_option("unclear")
    offered = page.locator("#pacts option")
    expect(offered).to_have_count(1)
    panel.get_by_label(re.compile("^Under which agreement")).fill(offered.first.get_attribute("value") or "")
    assert judge.barriers() == []
    panel.get_by_role("button", name="Keep").click()
    lit = page.locator("li.commitment.lit")
    expect(lit).to_contain_text("Kenya")
    expect(lit).to_contain_text("added by a person")
    expect(promises).to_have_count(before + 1)
    page = judge.open("/agreements")
    one = page.get_by_role("article", name=re.compile("Nairobi")).first
    expect(one).to_contain_text(re.compile("Kenya\\s*→ Ethiopia, Eritrea"))
    expect(one).to_contain_text("brokered by Kenya")
    page = judge.open("/review")
    page.get_by_role("link", name="All judgements").click()
    act = page.get_by_role("listitem").filter(has_text="brokered by Kenya → Kenya → Ethiopia, Eritrea")
    act.get_by_role("button", name="Take back").click()
    expect(act.get_by_role("button", name="Take back")).to_have_count(0)
    page = judge.open(article)
    expect(promises).to_have_count(before)


def test_what_was_written_of_another_kind_is_not_taken_over(judge: Reader) -> None:
    page = judge.open(f"/article/{number_of(judge, 'Truce signed')}")
    expect(page.locator("li.commitment").first).to_be_visible()
    select(page, "brokered by Kenya")
    page.keyboard.press("a")
    panel = page.get_by_role("region", name="Add what was missed")
    panel.get_by_label("What it is").select_option("event")
    panel.get_by_role("textbox", name=re.compile("^Date")).fill("2021-03")
    panel.get_by_label("What it is").select_option("commitment")
    expect(panel.get_by_role("textbox", name=re.compile("^Due"))).to_have_value("")
    panel.get_by_label("What it is").select_option("date")
    expect(panel.get_by_role("textbox", name=re.compile("^Date"))).to_have_value("")


def test_a_refusal_is_said_in_the_language_of_the_page(judge: Reader) -> None:
    page = judge.open(f"/article/{number_of(judge, 'Truce signed')}")
    page.get_by_role("button", name="Français").click()
    expect(page.locator("li.commitment").first).to_be_visible()
    select(page, "brokered by Kenya")
    page.keyboard.press("a")
    panel = page.get_by_role("region", name="Ajouter ce qui a été manqué")
    panel.get_by_label("Ce que c’est").select_option("commitment")
    panel.get_by_role("button", name="Garder").click()
    said = panel.get_by_role("alert")
    expect(said).to_have_text("Une promesse demande quelqu’un qui s’engage. Donnez qui promet.")
    panel.get_by_label(re.compile("^Qui promet")).fill("Kenya")
    panel.get_by_label(re.compile("^En vertu de quel accord")).fill("the treaty of Lome")
    panel.get_by_role("button", name="Garder").click()
    expect(said).to_contain_text("L’article ne nomme aucun accord 'the treaty of Lome'.")
    assert judge.barriers() == []
