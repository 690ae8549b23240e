"""Agreements, as one follows them: who made them, what was promised, and what was told of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Reader

TEXTS = {
    "one.txt": "Ghana and Mali sign a ceasefire\n\nACCRA, May 6, 2021 (Reuters) - Ghana and Mali signed the Accra "
    "ceasefire agreement on 5 May 2021, mediated by Kenya. Under the agreement, Mali will withdraw its "
    "troops by 1 June 2021.\n",
    "two.txt": "Withdrawal\n\nBAMAKO, June 3, 2021 (Reuters) - Mali has withdrawn its troops, as the Accra "
    "ceasefire agreement of 5 May 2021 between Ghana and Mali demands, officials said.\n",
}


def test_an_agreement_has_its_parties_and_promises(reader: Reader) -> None:
    page = reader.open("/agreements")
    one = page.get_by_role("article", name=re.compile("Accra ceasefire agreement")).first
    expect(one.get_by_role("link", name="Ghana", exact=True)).to_be_visible()
    expect(one.get_by_role("link", name="Mali", exact=True).first).to_be_visible()
    expect(one).to_contain_text("withdraw its troops")
    said = one.get_by_role("link", name=re.compile("Under the agreement, Mali will withdraw"))
    assert re.fullmatch(r"/article/\d+#\w+", said.get_attribute("href") or "")


def test_filters_narrow_and_say_so_when_nothing_is_left(reader: Reader) -> None:
    page = reader.open("/agreements")
    page.get_by_label("Party").fill("Iceland")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No agreement here.")).to_be_visible()
    assert "by=Iceland" in page.url


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way(reader: Reader, theme: str) -> None:
    page = reader.open("/agreements")
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert reader.barriers() == []


def test_it_fits_a_telephone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    page = reader.open("/agreements")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
