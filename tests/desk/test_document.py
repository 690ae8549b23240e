"""A document as it was read: its articles in their order, and what was cut away between them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Reader
from tests.texts import PASTED

TEXTS = {
    "digest.txt": PASTED,
    "mali.txt": "Talks in Mali\n\nThe Post, 4 March 2021\n\nTalks began in Bamako.\n",
}


def test_from_the_overview_to_a_document_and_its_articles(reader: Reader) -> None:
    page = reader.open("/")
    page.get_by_role("link", name=re.compile("2 documents")).click()
    page.get_by_role("link", name="digest.txt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("digest.txt")
    heads = page.locator("li.article h2").all_inner_texts()
    assert [re.sub(r"^\d\. ", "", each) for each in heads] == [
        "Floods in Ghana",
        "Clashes in Mali",
        "A ferry sinks",
    ]
    page.get_by_role("link", name=re.compile("Clashes in Mali")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Clashes in Mali")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("digest.txt")


def test_what_was_cut_away_is_there_and_the_address_keeps_it_open(reader: Reader) -> None:
    page = reader.open("/documents?words=digest")
    page.get_by_role("link", name="digest.txt").click()
    between = page.locator("li.between")
    expect(between.filter(has_text="PRESS REVIEW").locator("summary")).to_be_visible()
    expect(page.get_by_text("In this issue:")).to_be_hidden()
    page.get_by_label("Show all that was cut away").check()
    expect(page.get_by_text("In this issue:")).to_be_visible()
    page.reload()
    expect(page.get_by_text("In this issue:")).to_be_visible()


def test_the_reader_leads_to_the_document_and_to_the_place_in_it(reader: Reader) -> None:
    number = next(
        row["number"]
        for row in reader.page.request.get(f"{reader.address}/api/articles").json()
        if "ferry" in (row["title"] or "")
    )
    page = reader.open(f"/article/{number}")
    page.get_by_role("link", name="digest.txt").click()
    expect(page).to_have_url(re.compile(rf"/document/\w+#article-{number}$"))
    expect(page.locator(f"#article-{number}")).to_be_in_viewport()


def test_documents_are_found_by_the_name_of_their_file(reader: Reader) -> None:
    page = reader.open("/documents")
    expect(page.get_by_role("listitem").filter(has_text=".txt")).to_have_count(2)
    page.get_by_label("Words of the file name").fill("mali")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text=".txt")).to_have_count(1)
    assert "words=mali" in page.url
    page = reader.open("/documents?words=nothing")
    expect(page.get_by_text("No document of that name")).to_be_visible()
    page = reader.open("/documents?about=notices")
    expect(page.get_by_text("Everything could be read.")).to_be_visible()
    page = reader.open("/document/none")
    expect(page.get_by_role("heading", name="The record holds nothing under this address.")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way_and_it_fits_a_telephone(reader: Reader, theme: str) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    document = reader.page.request.get(f"{reader.address}/api/documents").json()[0]["id"]
    for path in ("/documents", "/documents?about=notices", f"/document/{document}?all=1"):
        page = reader.open(path)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path
