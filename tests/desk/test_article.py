"""Reading an article with its margins."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.desk.conftest import Reader


def number_of(reader: Reader, title: str) -> int:
    """The number of the article with this headline."""
    rows = reader.page.request.get(f"{reader.address}/api/articles").json()
    return int(next(row["number"] for row in rows if row["title"] == title))


def test_margins_say_who_says_what(reader: Reader) -> None:
    page = reader.open(f"/article/{number_of(reader, 'Floods in Ghana')}")
    expect(page.get_by_role("heading", name="Floods in Ghana")).to_be_visible()
    said = page.locator("li.statement", has_text="Residents")
    expect(said).to_be_visible()
    expect(page.locator("li.figure", has_text="12")).to_contain_text("Residents")


def test_a_finding_has_an_address_and_gives_its_reason(reader: Reader) -> None:
    number = number_of(reader, "Floods in Ghana")
    page = reader.open(f"/article/{number}")
    page.locator("li.figure a").first.click()
    assert "#" in page.url
    expect(page.locator("li.figure .why").first).to_contain_text("%")
    kept = page.url.removeprefix(reader.address)
    reader.open("/")
    page = reader.open(kept)
    expect(page.locator("li.figure.lit .why")).to_be_visible()
    expect(page.locator(".text .figure.lit")).to_be_visible()


def test_layers_are_hidden_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open(f"/article/{number_of(reader, 'Floods in Ghana')}")
    page.get_by_label("figures").uncheck()
    expect(page.locator("li.figure")).to_have_count(0)
    page.reload()
    expect(page.locator("li.statement").first).to_be_visible()
    expect(page.locator("li.figure")).to_have_count(0)


def test_nothing_stands_in_the_way(reader: Reader) -> None:
    for theme in ("light", "dark"):
        page = reader.open(f"/article/{number_of(reader, 'Crue au Ghana')}")
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert reader.barriers() == []
