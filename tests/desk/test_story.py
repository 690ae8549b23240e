"""A story, as one reads it: its accounts side by side, what they share, and where they differ."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.desk.conftest import Reader

TEXTS = {
    "one.txt": "Ferry sinks off Zanzibar\n\nSTONE TOWN, March 3, 2021 (Reuters) - A ferry sank off Zanzibar on "
    "Tuesday. Police said that 12 people had died near Stone Town. President Samia Suluhu Hassan met "
    "the relatives in Zanzibar.\n",
    "two.txt": "Zanzibar ferry disaster: many dead\n\nNAIROBI, March 3, 2021 (AP) - Divers searched the sea near "
    "Stone Town in Zanzibar on Wednesday, a day after the ferry went down. The Red Cross said that 40 "
    "people had died near Stone Town.\n",
    "three.txt": "Naufrage d'un ferry au large de Zanzibar\n\nLe 4 mars 2021\n\nUn ferry a coulé mardi au large de "
    "Zanzibar. <img src=x onerror=alert(1)> Selon la police, 12 personnes sont mortes près de Stone "
    "Town.\n",
}


def story(reader: Reader) -> str:
    """The address of the story."""
    rows = reader.page.request.get(f"{reader.address}/api/stories").json()
    return f"/story/{rows[0]['id']}"


def test_stories_are_listed_and_opened(reader: Reader) -> None:
    page = reader.open("/stories")
    page.get_by_role("link", name=re.compile("erry")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("erry")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")


def test_every_original_has_a_column_and_every_cell_leads_to_its_sentence(reader: Reader) -> None:
    page = reader.open(story(reader))
    columns = page.get_by_role("columnheader")
    expect(columns.filter(has_text="Ferry sinks off Zanzibar")).to_be_visible()
    expect(columns.filter(has_text="many dead")).to_contain_text("AP")
    said = page.get_by_role("link", name=re.compile("12 people had died")).first
    said.click()
    page.wait_for_url(re.compile(r"/article/\d+#\w+"))
    expect(page.locator("li.lit")).to_be_visible()


def test_what_differs_is_marked_and_what_is_asked_for_is_kept_in_the_address(reader: Reader) -> None:
    page = reader.open(story(reader))
    page.get_by_role("radio", name=re.compile("where they differ")).check()
    assert "show=differs" in page.url
    page.reload()
    row = page.get_by_role("row").filter(has_text="a number")
    drawn = row.get_by_role("img", name="Where the numbers lie")
    expect(drawn.locator("circle")).to_have_count(3)  # twelve by two originals, and forty
    expect(row).to_contain_text("12")
    expect(row).to_contain_text("40")
    expect(row.get_by_text("B", exact=True).first).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="what only one says")).to_have_count(0)


def test_a_brief_is_what_is_printed(reader: Reader) -> None:
    page = reader.open(story(reader))
    page.emulate_media(media="print")
    brief = page.get_by_role("region", name="Brief")
    expect(brief).to_be_visible()
    expect(brief).to_contain_text("What is disputed")
    expect(brief).to_contain_text("40 people")
    expect(brief).to_contain_text("Zanzibar ferry disaster: many dead")
    expect(page.get_by_role("table")).to_be_hidden()


def test_nobody_stands_behind_a_number_that_is_not_his(reader: Reader) -> None:
    page = reader.open(f"{story(reader)}?brief=1")
    brief = page.get_by_role("region", name="Brief")
    disputed = brief.get_by_role("listitem").filter(has_text=re.compile("40 people")).last
    expect(disputed).to_contain_text(re.compile(r"\[\d\]"))
    alike = brief.locator("h2:has-text('What two or more') + *")
    expect(alike).to_be_visible()
    expect(alike).not_to_contain_text("12 people")
    page = reader.open(story(reader))
    for heading in ("what all say", "what several say"):
        under = page.locator("tbody").filter(has_text=heading)
        expect(under.get_by_text("40 people")).to_have_count(0)


def test_columns_are_chosen_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open(story(reader))
    columns = page.get_by_role("columnheader")
    expect(columns).to_have_count(4)
    page.get_by_text("Originals shown: 3 / 3").click()
    page.get_by_role("checkbox", name=re.compile("^AP")).uncheck()
    expect(columns).to_have_count(3)
    expect(columns.filter(has_text="many dead")).to_have_count(0)
    assert "columns=" in page.url
    page.reload()
    expect(columns).to_have_count(3)
    page.get_by_text("Originals shown: 2 / 3").click()
    page.get_by_role("button", name="Show all").click()
    expect(columns).to_have_count(4)
    assert "columns=" not in page.url


def told_more(reader: Reader, lines: int, columns: int, longer: int, positions: int = 1) -> str:
    """The story that the desk has, told by many times as many, each at greater length; return its address."""
    address = story(reader)
    told = reader.page.request.get(f"{reader.address}/api/stories/{address.rpartition('/')[2]}").json()
    more = "and nobody on the quay could say how many had been on board when it left "
    for line in told["lines"]:
        if line["kind"] == "difference":
            line["cells"] = [
                {**cell, "position": cell["position"] + 2 * copy, "origin": f"{copy or ''}{cell['origin']}"}
                for copy in range(positions)
                for cell in line["cells"]
            ]
    for cell in (cell for line in told["lines"] for cell in line["cells"]):
        cell["sentence"] += more * longer
    told["lines"] = [
        {**line, "id": f"{line.get('id')}{copy}"} for copy in range(lines) for line in told["lines"]
    ]
    for name in ("columns", "among"):
        told[name] = [
            {**column, "origin": f"{copy or ''}{column['origin']}"}
            for copy in range(columns)
            for column in told[name]
        ]
    told["origins"] = len(told["columns"])
    reader.page.route("**/api/stories/*", lambda route: route.fulfill(status=200, json=told))
    return address


@pytest.mark.parametrize(
    ("lines", "columns", "longer", "positions"), [(1, 1, 0, 1), (8, 4, 5, 1), (30, 20, 40, 1), (3, 8, 2, 20)]
)
def test_a_brief_is_one_page(reader: Reader, lines: int, columns: int, longer: int, positions: int) -> None:
    address = told_more(reader, lines, columns, longer, positions)
    page = reader.open(address)
    page.locator("[data-fits]").wait_for(state="attached")
    page.emulate_media(media="print")
    brief = page.get_by_role("region", name="Brief")
    shown = brief.locator("ol[type=A]").first.locator("li:has(q)").count()
    assert shown >= 2
    document = PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(document) == 1
    printed = document[0].get_textpage().get_text_range()
    for head in ("What two or more", "What is disputed", "Sources"):
        assert head in printed
    # All of it is there, to the last line, and of what is not it says how much that is.
    last = brief.locator("ol.sources li").last.inner_text().split(":")[-1].strip()
    assert last in " ".join(printed.split())
    left = brief.locator("ol[type=A]").first.get_by_text(f"+ {2 * positions - shown} further position")
    expect(left).to_have_count(int(shown < 2 * positions))


def test_what_can_be_judged_of_an_original_is_there_once_it_is_opened(reader: Reader) -> None:
    page = reader.open(told_more(reader, 1, 20, 0))
    heads = page.locator("thead th")
    expect(heads).to_have_count(61)
    before = page.locator("*").count()
    expect(heads.locator("button, select")).to_have_count(0)
    heads.nth(3).get_by_text("Judge", exact=True).click()
    choice = heads.nth(3).get_by_role("combobox", name="It copies the same original as")
    expect(choice.locator("option")).to_have_count(59)
    expect(heads.get_by_role("button", name="same original")).to_have_count(1)
    assert page.locator("*").count() < before + 59 + 20


def test_a_story_of_which_nothing_is_told_says_so(reader: Reader) -> None:
    groups = ("differs", "all", "several", "one")
    nothing: dict[str, object] = {
        **{name: [] for name in ("among", "columns", "lines")},
        "id": "none",
        "title": "",
        "articles": 0,
        "origins": 0,
        "from": None,
        "to": None,
        "at": 0,
        "counts": dict.fromkeys(groups, 0),
        "alone": {},
    }
    reader.page.route("**/api/stories/none", lambda route: route.fulfill(status=200, json=nothing))
    page = reader.open("/story/none")
    expect(page.get_by_text("None of this story’s accounts is of that kind.")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way(reader: Reader, theme: str) -> None:
    for path in ("/stories", story(reader), f"{story(reader)}?brief=1"):
        page = reader.open(path)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == [], path


def test_it_fits_a_telephone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    for path in ("/stories", story(reader)):
        page = reader.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path
