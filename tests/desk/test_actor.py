"""An actor, as one looks at him: his names and offices, what he says, and with whom he has to do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Reader

TEXTS = {
    "one.txt": "Talks in Accra\n\nACCRA, May 6, 2021 (Reuters) - The president of Ghana, Nana Akufo-Addo, met the "
    "president of Kenya, Uhuru Kenyatta, in Accra on 5 May 2021. Akufo-Addo accused Mali of attacks. "
    "Kenyatta said that Akufo-Addo was a friend.\n",
    "two.txt": "Переговоры в Аккре\n\n7 мая 2021 года\n\nПрезидент Ганы Нана Акуфо-Аддо встретился с президентом "
    "Кении Ухуру Кениатой. «Мы договорились», — заявил Нана Акуфо-Аддо.\n",
    "three.txt": "Horn\n\nNAIROBI, May 7, 2021 (AP) - Ethiopia did not attack Eritrea. Ethiopia plans to attack "
    "Eritrea in June 2021.\n",
}


def test_a_name_in_any_script_finds_and_opens(reader: Reader) -> None:
    page = reader.open("/actors")
    page.get_by_role("searchbox", name=re.compile("A name in any script")).fill("акуфо")
    page.wait_for_url(re.compile("q="))
    page.get_by_role("listitem").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Akufo-Addo")
    expect(page.get_by_text("Нана Акуфо-Аддо").first).to_be_visible()
    expect(page.get_by_role("cell", name="president, Ghana")).to_be_visible()


def test_whom_he_met_is_in_the_table_beside_the_network(reader: Reader) -> None:
    page = reader.open("/actor/Akufo-Addo")
    page.locator("[data-drawn]").wait_for(timeout=30_000)
    page.get_by_role("button", name=re.compile("Kenyatta")).click()
    assert "with=" in page.url
    expect(page.get_by_role("heading", name=re.compile("Between them and.*Kenyatta"))).to_be_visible()
    said = page.get_by_role("link", name=re.compile("встретился")).first
    assert re.fullmatch(r"/article/\d+#\w+", said.get_attribute("href") or "")
    kept = page.url.removeprefix(reader.address)
    page = reader.open(kept)
    expect(page.get_by_role("button", name=re.compile("Kenyatta"))).to_have_attribute("aria-pressed", "true")


def test_what_he_says_and_what_others_say_of_him(reader: Reader) -> None:
    page = reader.open("/actor/Akufo-Addo")
    expect(page.get_by_text("«Мы договорились», — заявил Нана Акуфо-Аддо.")).to_be_visible()
    page.get_by_role("radio", name="What others say about them").check()
    expect(page.get_by_text("Kenyatta said that Akufo-Addo was a friend.")).to_be_visible()


def test_what_is_denied_or_planned_is_not_told_as_what_happened(reader: Reader) -> None:
    page = reader.open("/actor/Ethiopia")
    row = page.get_by_role("row").filter(has_text="Eritrea")
    expect(row).to_contain_text(re.compile("denied:"))
    expect(row).to_contain_text(re.compile("planned, demanded, threatened or supposed:"))
    expect(row).not_to_contain_text("took place")
    expect(page.get_by_role("heading", name="Over time")).to_have_count(0)


@pytest.mark.parametrize(
    ("months", "bars", "said"),
    [
        ([["2021", 5], ["2021-04", 2], ["2021-06", 1]], 3, "6 articles of which no month is known"),
        ([["2021", 9]], 0, "9 articles of which no month is known"),
        ([["2021-04", 2], ["2021-06", 7]], 3, None),
    ],
)
def test_articles_of_which_only_the_year_is_known_are_counted(
    reader: Reader, months: list[list[object]], bars: int, said: str | None
) -> None:
    asked = f"{reader.address}/api/actors/Akufo-Addo"
    told = {**reader.page.request.get(asked).json(), "months": months, "articles": 9}
    reader.page.route("**/api/actors/Akufo-Addo", lambda route: route.fulfill(status=200, json=told))
    page = reader.open("/actor/Akufo-Addo")
    expect(page.get_by_role("heading", name="Articles by month")).to_be_visible()
    expect(page.locator("svg.bars rect")).to_have_count(bars)
    shown = page.get_by_text("of which no month is known")
    if said is None:
        expect(shown).to_have_count(0)
    else:
        expect(shown).to_have_text(said)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way(reader: Reader, theme: str) -> None:
    for path in ("/actors", "/actor/Akufo-Addo"):
        page = reader.open(path)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == [], path


def test_it_fits_a_telephone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    for path in ("/actors", "/actor/Akufo-Addo"):
        page = reader.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path
