"""Who stands behind an office or a body is somebody, and the words of an office are no names."""

from __future__ import annotations

import pytest

from tests.chains import told


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("fr", "L'émissaire de l'ONU Ramtane Lamamra a rencontré les rebelles.", ["Ramtane Lamamra"]),
        ("fr", "Le chef de l'OTAN Mark Rutte a parlé à Kiev.", ["Mark Rutte"]),
        ("ru", "Президент встретился с главнокомандующим ВСУ Александром Сырским.", ["Александром Сырским"]),
        (
            "en",
            "Home Minister Amit Shah and National Security Adviser Ajit Doval met on Monday.",
            ["Amit Shah", "Ajit Doval"],
        ),
    ],
)
def test_is_a_person(language: str, text: str, people: list[str]) -> None:
    names = [each for each in told(text, language).candidates if each.form == "name"]
    assert [text[slice(*each.span)] for each in names if each.kind == "person"] == people
    assert not [each for each in names if each.kind == "organization" and any(p in each.name for p in people)]


def test_the_words_of_an_office_are_no_names() -> None:
    text = "Глава МИД Украины прибыл в Варшаву."
    names = [each for each in told(text, "ru").candidates if each.form == "name"]
    assert [(text[slice(*each.span)], each.kind) for each in names] == [
        ("Украины", "state"),
        ("Варшаву", "place"),
    ]


def test_a_breakaway_capital_acts_as_any_other() -> None:
    for city in ("Stepanakert", "Donetsk", "Luhansk", "Tskhinvali", "Sukhumi", "Tiraspol", "Hargeisa"):
        text = f"{city} accused Geneva of shelling the road. Two men died in {city}."
        kinds = [each.kind for each in told(text).candidates if text[slice(*each.span)] == city]
        assert kinds == ["state", "place"], city
