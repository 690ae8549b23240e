"""What stands in a text without being its masthead is never taken for it."""

from __future__ import annotations

import pytest

from according.model import Article, Document
from according.pipeline import articles

BODY = (
    "The delegations met for three hours behind closed doors and agreed to exchange lists of missing persons. "
    "Neither side said when the next round would be held, and observers doubted that it would be soon.\n\n"
    "Farmers on both banks of the river asked for the bridge to be opened before the harvest begins."
)


def only(text: str) -> Article:
    found = articles(Document.make("x.txt", text.encode(), "text/plain", "utf-8", text))
    assert len(found) == 1, [article.title for article in found]
    return found[0]


@pytest.mark.parametrize(
    "head",
    [
        "Talks end without a result\nA fragile deal\n3 March 2022",
        "Talks end without a result\nRegional affairs desk\n3 March 2022",
        "Türkiye, Armenia to hold talks in Geneva\n\n3 March 2021",
        "Liberation, at last for the valley of the Drina",
    ],
)
def test_no_line_becomes_an_outlet_by_its_place_alone(head: str) -> None:
    assert only(f"{head}\n\n{BODY}\n").outlet is None


@pytest.mark.parametrize(
    "text",
    [
        f"Talks end without a result\n\n{BODY}\n\nAccessed 7 July 2024\n",
        f"Talks end without a result\nUpdated 7 July 2024\n\n{BODY}\n",
        f"On 2020-09-27 the army crossed the river. {BODY}\n",
        f"Depuis 2020-09-27 la frontière est fermée. {BODY}\n",
        f"The village gathered on Friday at the memorial for the victims of the flood of 5 March 2010. {BODY}\n",
        f"On July 6, 2015, a ruling was made. On Monday the court spoke again. {BODY}\n",
    ],
)
def test_no_date_in_the_text_becomes_the_day_of_publication(text: str) -> None:
    assert only(text).published is None


@pytest.mark.parametrize(
    "tail",
    [
        "Read more: https://www.lemonde.fr/international/article/2021/03/03/example.html",
        "https://t.me/somechannel",
        "Follow Reuters on Twitter",
        "Photo AFP",
    ],
)
def test_links_buttons_and_credits_are_no_masthead(tail: str) -> None:
    found = only(f"Talks end without a result\n\n{BODY}\n\n{tail}\n")
    assert (found.url, found.outlet, found.agency) == (None, None, None)


def test_an_agency_that_carried_somebodys_words_did_not_write_the_article() -> None:
    text = f"Talks end\n\nThe ministry said so in a statement carried by TASS, and gave no reason. {BODY}\n"
    assert only(text).agency is None


def test_a_report_that_an_agency_carried_is_that_agencys() -> None:
    assert only(f"Talks end\n\nThe first report was carried by Reuters. {BODY}\n").agency == "Reuters"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("БАКУ, 20 сентября. /ТАСС/. ", "TASS"),
        ("ЕРЕВАН, 20 СЕНТЯБРЯ, АРМЕНПРЕСС. ", "Armenpress"),
        ("YEREVAN, DECEMBER 8, ARMENPRESS. ", "Armenpress"),
        ("Baku, January 15, AZERTAC. ", "AZERTAC"),
        ("YEREVAN, Armenia (AP) — ", "AP"),
        ("МОСКВА, 15 янв — РИА Новости. ", "RIA Novosti"),
    ],
)
def test_datelines_of_all_sides(dateline: str, agency: str) -> None:
    found = only(f"Talks end without a result\n\n{dateline}{BODY}\n")
    assert found.agency == agency
    assert found.place is not None
    assert not found.marks


@pytest.mark.parametrize(
    "title",
    [
        "Airbus A320 lands in Baku",
        "S400 arrive in Ankara",
        "V. Putin signs the decree",
        "No 10 denies claims",
    ],
)
def test_names_and_types_stay_whole_in_titles(title: str) -> None:
    assert only(f"{title}\n\n{BODY}\n").title == title


def test_short_items_are_not_lost() -> None:
    rule = "\n\n____________\n\n"
    titles = [
        "Bridge over the Drina opens again",
        "Mine found near Brod",
        "School in the valley reopens after a year",
    ]
    bodies = ["Traffic flows in both directions.", "Nobody was hurt, the police said.", BODY]
    text = rule.join(f"{title}\n\n{body}" for title, body in zip(titles, bodies, strict=True))
    found = articles(Document.make("x.txt", text.encode(), "text/plain", "utf-8", text))
    assert [article.title for article in found] == titles


def test_an_essay_in_markdown_is_one_article() -> None:
    sections = "\n\n".join(f"## Part {name}\n\n{BODY}" for name in ("first", "second", "third"))
    assert only(f"# A river and its two banks\n\n{BODY}\n\n{sections}\n").title == "A river and its two banks"
