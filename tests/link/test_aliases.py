"""Two names of one, as an article says."""

from __future__ import annotations

import pytest

from tests.chains import told


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Abu Bakr Saleh, known as Abu Jihad, left. Abu Jihad is dead.",
            "en",
            ["Abu Bakr Saleh", "Abu Jihad", "Abu Jihad"],
        ),
        ("Arsen Pavlov (aka Motorola) died.", "en", ["Arsen Pavlov", "Motorola"]),
        ("Jean Dupont, connu sous le nom de Joe Star, est venu.", "fr", ["Jean Dupont", "Joe Star"]),
        ("Иван Петров, известный как Моторола, погиб.", "ru", ["Иван Петров", "Моторола"]),
    ],
)
def test_one_person(text: str, language: str, names: list[str]) -> None:
    assert told(text, language).of("person") == [names]


@pytest.mark.parametrize(
    "text",
    ["Abu Bakr Saleh, who knows Abu Jihad, left.", "Kofi Boateng left. Known as brave, Kwame Mensah stayed."],
)
def test_two(text: str) -> None:
    assert len(told(text).of("person")) == 2
