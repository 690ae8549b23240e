"""Judging one thing after the other, and correcting what an article is said to say."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from according import Record
from according.store.database import sqlite
from tests.conftest import read_again
from tests.desk.conftest import Reader
from tests.desk.test_article import number_of


@pytest.fixture
def folder(claimed: Path, tmp_path: Path) -> Path:
    """A record that may be changed, with two statements in doubt, and the folder `news` beside it."""
    shutil.copytree(claimed, tmp_path, dirs_exist_ok=True)
    with closing(sqlite.connect(tmp_path / "record.according")) as connection, connection:
        for table in ("statements", "figures", "events", "dates", "mentions", "commitments"):
            connection.execute(f"UPDATE {table} SET confidence = 0.9")  # noqa: S608
        connection.execute("UPDATE statements SET confidence = 0.2 WHERE said LIKE '%12 people%'")
        connection.execute("UPDATE statements SET confidence = 0.3 WHERE said LIKE '%rebuild%'")
    return tmp_path


def test_keys_judge_undo_and_move(judge: Reader, folder: Path) -> None:
    page = judge.open("/review?what=finding")
    expect(page.locator("mark")).to_have_text("12 people had died")
    page.get_by_role("textbox", name="Note, kept with the judgement").fill("hearsay")
    page.get_by_role("heading", name="Review").click()
    page.keyboard.press("n")
    expect(page.locator("mark")).to_contain_text("rebuild")
    page.keyboard.press("k")
    expect(page.get_by_role("button", name="Wrong")).to_be_disabled()
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Wrong")).to_be_enabled()
    page.keyboard.press("h")
    expect(page.locator("mark")).to_contain_text("rebuild")
    page.keyboard.press("y")
    expect(page.get_by_role("button", name="Right")).to_be_disabled()
    page.get_by_role("link", name="All judgements").click()
    rows = page.get_by_role("listitem")
    expect(rows).to_have_count(3)
    expect(rows.nth(2)).to_contain_text("hearsay")
    expect(rows.nth(2)).to_contain_text("Taken back by")
    rows.nth(0).get_by_role("button", name="Take back").click()
    expect(rows.nth(0)).to_contain_text("Taken back by")
    page.go_back()
    expect(page.locator("mark")).to_contain_text("rebuild")


def test_the_address_keeps_what_is_looked_at(judge: Reader) -> None:
    page = judge.open("/review?what=finding")
    page.keyboard.press("j")
    expect(page.locator("mark")).to_contain_text("rebuild")
    page.reload()
    expect(page.locator("mark")).to_contain_text("rebuild")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_speaker_corrected_in_the_article_stays_so_when_it_is_read_again(
    judge: Reader, folder: Path
) -> None:
    number = number_of(judge, "Floods in Ghana")
    page = judge.open(f"/article/{number}")
    page.locator("li.statement a", has_text="Residents").click()
    page.get_by_text("Correct", exact=True).click()
    page.get_by_label("Speaker").fill("Nana Akufo-Addo")
    page.get_by_label("Note, kept with the judgement").fill("see the paragraph above")
    page.locator("form", has=page.get_by_label("Speaker")).get_by_role("button", name="Keep").click()
    expect(page.locator("li.statement", has_text="corrected by a person")).to_contain_text("Nana Akufo-Addo")
    read_again(folder)
    page = judge.open(f"/article/{number}")
    expect(page.locator("li.statement", has_text="Residents")).to_have_count(0)
    page = judge.open("/review/audit")
    expect(page.get_by_role("listitem")).to_contain_text("see the paragraph above")


def test_a_boundary_is_what_is_selected(judge: Reader) -> None:
    page = judge.open(f"/article/{number_of(judge, 'Floods in Ghana')}")
    page.locator("li.figure a", has_text="12").click()
    page.evaluate(
        """() => {
            const figures = [...document.querySelectorAll(".text .figure")]
            const piece = figures.find(each => each.textContent.startsWith("12"))
            getSelection().setBaseAndExtent(piece.firstChild, 0, piece.firstChild, 2)
        }"""
    )
    page.get_by_text("Correct", exact=True).click()
    page.get_by_role("button", name="Take the words selected in the text").click()
    expect(page.locator(".text .figure", has_text="12")).to_have_text("12")


def test_what_was_judged_before_the_page_was_closed_is_worked_out_all_the_same(
    judge: Reader, folder: Path
) -> None:
    page = judge.open("/review?what=finding")
    page.keyboard.press("n")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    page = judge.open("/review/audit")
    page.reload()
    page.get_by_role("link", name="Back").click()
    with page.expect_response(re.compile("/api/settle$")) as told:
        page.get_by_role("button", name="Work it out now").click()
    assert told.value.json() == {"settled": True}
    with Record.open(folder / "record.according") as record:
        assert record.is_settled()


def test_nothing_stands_in_the_way(judge: Reader) -> None:
    for path in ("/review", "/review?what=finding", "/review?what=names", "/review/audit"):
        for theme in ("light", "dark"):
            page = judge.open(path)
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert judge.barriers() == []
