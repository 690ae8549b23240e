"""The map, as one reads it: where things are said to be, how well that is known, and who says so."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.desk.conftest import Reader

TEXTS = {
    "one.txt": "Unrest in the north\n\nACCRA, May 6, 2021 (Reuters) - In Accra, the president of Ghana met the "
    "president of Mali on 5 May 2021. They spoke of Nagorno-Karabakh.\n",
    "two.txt": "Rencontre à Accra\n\nLe 9 mai 2021\n\nLe président du Ghana a rencontré le président du Mali à Accra "
    "le 8 mai 2021. <img src=x onerror=alert(1)> Le Haut-Karabagh est calme.\n",
}


def drawn(reader: Reader, path: str = "/map") -> Page:
    """Open the map and wait until it is drawn."""
    page = reader.open(path)
    page.locator("[data-drawn]").wait_for(timeout=60_000)
    return page


def test_what_is_on_the_map_is_in_the_table_beside_it(reader: Reader) -> None:
    page = drawn(reader)
    row = page.get_by_role("row").filter(has_text="Nagorno-Karabakh")
    expect(row).to_contain_text("contested")
    expect(row).to_contain_text("a region")
    expect(page.get_by_role("row").filter(has_text="Accra")).to_contain_text("a town")
    expect(page.locator(".maplibregl-ctrl-attrib")).to_contain_text("Natural Earth")
    expect(page.locator(".maplibregl-ctrl-attrib")).to_contain_text("GeoNames")


def test_a_place_shows_all_its_names_and_who_names_it(reader: Reader) -> None:
    page = drawn(reader)
    page.get_by_role("link", name="Nagorno-Karabakh").click()
    panel = page.get_by_role("region", name="Nagorno-Karabakh")
    for name in ("Haut-Karabagh", "Нагорный Карабах", "Dağlıq Qarabağ", "Լեռնային Ղարաբաղ"):
        expect(panel).to_contain_text(name)
    expect(panel.get_by_text("Contested.", exact=True)).to_be_visible()
    said = panel.get_by_role("link", name="They spoke of Nagorno-Karabakh.")
    said.click()
    expect(page.locator("li.name.lit")).to_contain_text("Nagorno-Karabakh")
    expect(page.locator(".text .name.lit")).to_have_text("Nagorno-Karabakh")
    for _ in range(3):  # out of the article, of what it shows, and of the place
        if "/article/" in page.url or "place=" in page.url:
            page.go_back()
    expect(page.get_by_role("region", name="Places as a table")).to_be_visible()


def test_who_moves_the_map_asks_nothing_of_the_place_again(reader: Reader) -> None:
    page = drawn(reader, "/map?place=Accra")
    expect(page.get_by_role("heading", name="Accra")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("canvas").focus()
    before = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => location.href !== before", arg=before)
    # What depends on the address is asked for before the next frame.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert [each for each in asked if "/api/places" in each] == []


def test_the_address_restores_what_is_seen(reader: Reader) -> None:
    page = drawn(reader)
    page.get_by_role("radio", name="Happenings").check()
    page.get_by_role("link", name="Accra").click()
    expect(page.get_by_role("heading", name="Accra")).to_be_visible()
    page.locator("canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"at="))
    address = page.url
    page = drawn(reader, address.removeprefix(reader.address))
    expect(page.get_by_role("radio", name="Happenings")).to_be_checked()
    expect(page.get_by_role("heading", name="Accra")).to_be_visible()
    expect(page.locator("strong", has_text="talks").first).to_be_visible()
    assert re.search(r"at=[^&]+", page.url)[0] == re.search(r"at=[^&]+", address)[0]  # type: ignore[index]


def test_days_are_drawn_on_the_histogram(reader: Reader) -> None:
    page = drawn(reader, "/map?what=happenings")
    expect(page.get_by_role("status").filter(has_text="happenings at")).to_contain_text("2 happenings")
    box = page.get_by_role("img", name=re.compile("^When")).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=2021-05-0[78].*until=2021-05-08"))
    expect(page.get_by_role("status").filter(has_text="happenings at")).to_contain_text("1 happenings")
    page.get_by_role("button", name="All days").click()
    expect(page.get_by_role("status").filter(has_text="happenings at")).to_contain_text("2 happenings")


def test_filters_narrow_and_say_so_when_nothing_is_left(reader: Reader) -> None:
    page = drawn(reader)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Outlet").fill("Nobody's Paper")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is known of where this was")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.get_by_role("row").filter(has_text="Accra")).to_be_visible()


def test_pointing_at_a_country_opens_it(reader: Reader) -> None:
    page = drawn(reader, "/map?at=5.00/17.500/-2.000")
    page.locator("canvas").click()
    expect(page.get_by_role("heading", name="Mali")).to_be_visible()
    expect(page.get_by_text("a country").first).to_be_visible()


@pytest.mark.parametrize("path", ["/map", "/map?place=Nagorno-Karabakh", "/map?what=happenings&place=Accra"])
def test_nothing_stands_in_the_way(reader: Reader, path: str) -> None:
    drawn(reader, path)
    assert reader.barriers() == []


def test_it_fits_a_telephone_in_the_dark(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    reader.page.emulate_media(color_scheme="dark")
    page = drawn(reader, "/map?place=Nagorno-Karabakh")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    assert reader.barriers() == []
