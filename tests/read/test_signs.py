"""What a line says about itself by its words."""

from __future__ import annotations

import pytest

from according.read.signs import agency_named, has_small_word, known_outlet, masthead, signs
from tests.texts import unit

SIGNS = {
    "share": ["FacebookTwitterWhatsApp", "Facebook Twitter", "Partager sur Facebook"],
    "credit": [
        "Photo: AFP",
        "© AFP",
        "Delegates in the hall (AFP)",
        "Delegates in the hall. © Jane Example/AFP",
        "Фото: ТАСС",
        "Getty Images",
    ],
    "caption_like": ["Pictured: the old bridge"],
    "byline_line": ["By Jane Example", "Par Jean Exemple"],
    "agency_line": ["AFP", "(AFP)", "— Reuters", "ТАСС"],
    "date_line": ["3 March 2021", "mercredi 3 mars 2021", "3 марта 2021 года", "Published on 3 March 2021"],
    "outlet_line": ["Le Monde", "Haaretz", "The Kyiv Independent"],
    "outlet_date": ["Le Monde, 3 mars 2021", "El Tiempo | 3 de marzo de 2021"],
    "dated": ["Monde, lundi 1 octobre 2018, p. 8"],
    "code": ["EXAMP0020230504ej540001p", "document EXAMP0020230504ej540001p"],
    "counter": ["3 of 25 DOCUMENTS", "Document 3 de 25", "Message: 3"],
    "the_end": ["(END)", "(END) ab/cd", "- 30 -", "Конец"],
    "bio_line": ["bur-jbr/cad"],
    "player": ["0:45 / 2:10", "1:02:33"],
    "reading_time": ["450 words", "5 min read", "3 мин."],
    "person_line": ["Jane Example", "Имя Фамилия"],
    "person_role": ["Jane Example, head of the mission."],
    "signature": ["Jane Example (@jane) November 10, 2020"],
    "address": ["https://example.org/a?b=c", "<www.example.org>", "Lien : https://example.org"],
    "related": [
        "Also read: The corridor",
        "(Lire aussi : Le couloir)",
        "Читайте также: Мост",
        "Related articles",
    ],
    "advert": ["Advertisement"],
    "comment_form": ["Leave a comment"],
    "newsletter": ["Subscribe to our newsletter"],
    "paywall": ["This article is for subscribers only"],
    "copyright": ["Copyright 2021 Example. All rights reserved."],
    "published_line": ["Published on 3 March 2021"],
    "section": ["World", "Politique"],
    "contents_open": ["In this issue:", "Au sommaire"],
    "furniture": ["Page 3 of 7", "Skip to main content"],
}


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in SIGNS.items() for text in texts])
def test_a_line_has_the_sign(sign: str, text: str) -> None:
    assert sign in signs(unit(text))


@pytest.mark.parametrize(
    "text",
    [
        "The delegations met on Tuesday in Geneva.",
        "La délégation a quitté la salle sans un mot.",
        "Делегация вышла из зала, не сказав ни слова.",
        "Officials share the view that the photo was taken by a soldier.",
        "The world watched the page being turned, the subscribers to the pact said.",
        "Talks on the corridor resume",
        "3,000 people crossed the bridge",
    ],
)
def test_prose_and_titles_have_no_sign(text: str) -> None:
    assert signs(unit(text)) == set()


def test_a_long_paragraph_has_no_sign_whatever_it_says() -> None:
    assert (
        signs(unit("Advertisement: " + "they sell carpets and kilims on both banks of the river, " * 12))
        == set()
    )


def test_masthead_lines() -> None:
    assert masthead({"date_line": 1.0, "any": 1.0})
    assert not masthead({"share": 1.0})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("le monde", "Le Monde"),
        ("Le Monde, France", "Le Monde"),
        ("HAARETZ", "Haaretz"),
        ("The Nobody Herald", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_outlets_are_known_by_name(text: str, name: str | None) -> None:
    assert known_outlet(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(AFP)", "AFP"),
        ("© AFP", "AFP"),
        ("/ТАСС/", "TASS"),
        ("— Reuters", "Reuters"),
        ("AFP says", None),
        ("", None),
        ("()", None),
    ],
)
def test_agencies_are_named_by_the_whole_line(text: str, name: str | None) -> None:
    found = agency_named(text)
    assert (found.name if found else None) == name


def test_small_words_of_all_languages() -> None:
    assert has_small_word("Hope for peace")
    assert has_small_word("Надежда на мир")
    assert not has_small_word("Jane Example")
