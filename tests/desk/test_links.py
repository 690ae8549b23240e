"""Links are judged as a person does it: in the queue, beside a story's columns, on a happening's card; and adding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from according import Record
from tests.conftest import record_of
from tests.desk.conftest import Reader, select
from tests.desk.test_article import number_of
from tests.test_bonds import TEXTS


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("links"), TEXTS)


def judged(folder: Path) -> list[tuple[str, str | None, str, bool]]:
    with Record.open(folder / "record.according") as record:
        return [
            (each.what, each.kind, each.verdict, each.revoked_at is not None) for each in record.judgements()
        ]


def test_the_queue_asks_about_links_with_both_contexts_and_keys_answer(judge: Reader, folder: Path) -> None:
    page = judge.open("/review?what=link")
    expect(page.locator(".question")).to_contain_text(re.compile("one (story|happening|original)"))
    expect(page.locator(".question .mark")).to_have_text(re.compile("taken for (one|two)"))
    expect(page.locator(".sides section")).to_have_count(2)
    expect(page.locator(".sides blockquote").first).not_to_be_empty()
    assert judge.barriers() == []
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_contain_text("Kept")
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Different")).to_be_enabled()
    page.keyboard.press("h")
    expect(page.get_by_role("status")).to_contain_text("Kept")
    page.get_by_role("link", name="All judgements").click()
    expect(page.get_by_role("listitem")).to_have_count(2)
    assert [(what, verdict, revoked) for what, _, verdict, revoked in judged(folder)] == [
        ("link", "unsure", False), ("link", "different", True),
    ]  # fmt: skip


def test_an_article_leaves_its_story_and_a_copy_becomes_independent(judge: Reader, folder: Path) -> None:
    page = judge.open(f"/story/{number_of(judge, 'Panique à Rutshuru')}")
    head = page.locator("thead th", has_text="Panique")
    head.get_by_text("Judge", exact=True).click()
    head.get_by_role("button", name="Does not belong to this story").click()
    expect(head.get_by_text("Kept.")).to_be_visible()
    copy = page.locator("thead th", has_text="Rebels shell")
    copy.get_by_text("Judge", exact=True).click()
    copy.get_by_role("button", name="Is no copy: independent").click()
    expect(copy.get_by_text("Kept.")).to_be_visible()
    assert judge.barriers() == []
    with Record.open(folder / "record.according") as record:
        record.settle()
        every = list(record.stories(single=True))
        found = [sorted(each.row.uri.rpartition("/")[2] for each in one.members) for one in every]
        assert ["other.txt"] in found
        one = next(each for each in every if len(each.members) > 1)
        assert (one.story.origins, len(one.members)) == (2, 2)
    head.get_by_role("button", name="Undo").click()
    expect(head.get_by_role("button", name="Does not belong to this story")).to_be_visible()
    assert [(kind, revoked) for _, kind, _, revoked in judged(folder)] == [("origin", False), ("story", True)]


def test_one_original_of_two_is_said_to_copy_the_other(judge: Reader, folder: Path) -> None:
    page = judge.open(f"/story/{number_of(judge, 'Panique à Rutshuru')}")
    head = page.locator("thead th", has_text="Panique")
    head.get_by_text("Judge", exact=True).click()
    choice = head.get_by_role("combobox", name="It copies the same original as")
    expect(choice.locator("option")).to_have_text([re.compile("^article no. [0-9]+, 3 May 2024$")])
    head.get_by_role("button", name="same original").click()
    expect(head.get_by_text("Kept.")).to_be_visible()
    head.get_by_text("Judge", exact=True).click()
    head.get_by_text("Judge", exact=True).click()
    expect(head.get_by_role("button", name="Undo")).to_be_visible()
    assert judge.barriers() == []
    with Record.open(folder / "record.according") as record:
        record.settle()
        one = record.story(str(number_of(judge, "Panique à Rutshuru"))).story
        assert (len(one.articles), one.origins) == (3, 1)
    assert judged(folder) == [("link", "origin", "same", False)]


def test_an_account_of_another_happening(judge: Reader, folder: Path) -> None:
    page = judge.open("/timeline")
    card = page.locator("article.happening", has=page.locator("details")).first
    card.locator("summary").click()
    card.get_by_role("button", name="Not the same happening").first.click()
    expect(card.get_by_text("Kept.")).to_be_visible()
    assert judged(folder) == [("link", "happening", "different", False)]
    assert judge.barriers() == []


def test_what_was_missed_is_added_by_keys_and_undone(judge: Reader, folder: Path) -> None:
    page = judge.open(f"/article/{number_of(judge, 'Rebels shell the market of Rutshuru')}")
    expect(page.locator("li.figure").first).to_be_visible()
    figures = page.locator("li.figure").count()
    select(page, "stalls")
    page.keyboard.press("a")
    panel = page.get_by_role("region", name="Add what was missed")
    expect(panel).to_contain_text("stalls")
    panel.get_by_label("What it is").select_option("figure")
    panel.get_by_label("Value").fill("30")
    panel.get_by_label("How the figure is meant").select_option("at least")
    panel.get_by_label("What is counted").fill("stalls")
    panel.get_by_label("Note").fill("by eye")
    assert judge.barriers() == []
    panel.get_by_role("button", name="Keep").click()
    lit = page.locator("li.figure.lit")
    expect(lit).to_contain_text("≥ 30")
    expect(lit).to_contain_text("added by a person")
    expect(page.locator("li.figure")).to_have_count(figures + 1)
    page.mouse.move(0, 0)
    page.keyboard.press("u")
    expect(page.locator("li.figure")).to_have_count(figures)
    assert judged(folder) == [("finding", None, "added", True)]


def test_a_statement_an_event_a_day_and_a_name_are_added(judge: Reader, folder: Path) -> None:
    number = number_of(judge, "Coffee harvest begins in Huila")
    page = judge.open(f"/article/{number}?show=statement,figure,event,date,name")
    expect(page.locator("article p.text").first).to_be_visible()
    for words, layer, fields in (
        ("two weeks early", "statement", {"Speaker": "the federation"}),
        ("have begun", "event", {"Who does it": "Farmers", "Date": "2023-09-18"}),
        ("before Christmas", "date", {"Date": "2023-12-24"}),
        ("federation", "name", {"Who or what is meant": "Federation of Growers"}),
    ):
        before = page.locator(f"li.{layer}").count()
        select(page, words)
        page.get_by_text("Add what was missed").click()
        panel = page.get_by_role("region", name="Add what was missed")
        panel.get_by_label("What it is").select_option(layer)
        for label, value in fields.items():
            panel.get_by_label(re.compile(f"^{label}")).fill(value)
        if layer == "name":
            panel.get_by_label("What that is").select_option("organization")
        panel.get_by_role("button", name="Keep").click()
        expect(panel).to_have_count(0)
        if layer != "name":
            expect(page.locator(f"li.{layer}")).to_have_count(before + 1)
    assert [verdict for *_, verdict, _ in judged(folder)] == ["added"] * 4
    with Record.open(folder / "record.according") as record:
        record.settle()
        assert record.entity("Federation of Growers").entity.kind == "organization"
        dates = record.shown(str(number)).dates
        assert [each.date.value for each in dates].count("2023-12-24") == 1


def test_a_day_a_qualifier_and_a_manner_are_put_right(judge: Reader) -> None:
    page = judge.open(f"/article/{number_of(judge, 'Rebels shell the market of Rutshuru')}")
    for layer, label, field, value, shown in (
        ("event", "Date", "fill", "2024-05-01", "1 May 2024"),
        ("figure", "How the figure is meant", "select", "at least", "≥"),
        ("statement", "How it is said", "select", "accuse", "accuses"),
    ):
        page.mouse.move(0, 0)
        page.locator(f"li.{layer} a").first.click()
        page.mouse.move(0, 0)
        page.get_by_text("Correct", exact=True).click()
        if field == "fill":
            page.get_by_label(re.compile(f"^{label}")).fill(value)
        else:
            page.get_by_label(label).select_option(value)
        form = page.locator(f"li.{layer}.lit form", has=page.get_by_label(re.compile(f"^{label}")))
        form.get_by_role("button", name="Keep").click()
        expect(page.locator(f"li.{layer}.lit")).to_contain_text(shown)
        expect(page.locator(f"li.{layer}.lit")).to_contain_text("corrected by a person")


def test_all_of_it_is_said_in_french(judge: Reader) -> None:
    page = judge.open("/review?what=link")
    page.get_by_role("button", name="Français").click()
    expect(page.locator(".question")).to_contain_text(re.compile("même|un seul et même"))
    expect(page.get_by_role("button", name="Différent")).to_be_visible()
    page = judge.open(f"/story/{number_of(judge, 'Panique à Rutshuru')}")
    page.locator("thead th", has_text="Panique").get_by_text("Juger", exact=True).click()
    expect(page.get_by_role("button", name="N’est pas de ce sujet")).to_be_visible()
    assert judge.barriers() == []
