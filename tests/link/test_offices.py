"""Offices that stand alone, whose holder the article never calls so."""

from __future__ import annotations

import pytest

from tests.chains import told


class TestOfTheState:
    @pytest.mark.parametrize(
        ("text", "described", "name", "language"),
        [
            ("Kenya's Ruto flew to Doha. Nobody came to the airport. The Kenyan president thanked Qatar.",
             "Kenyan president", "Ruto", "en"),
            ("La Turquie de Recep Erdogan avance. Le temps passe. Le président turc a parlé.", "président turc",
             "Recep Erdogan", "fr"),
        ],
    )  # fmt: skip
    def test_who_is_said_to_be_of_it(self, text: str, described: str, name: str, language: str) -> None:
        found = told(text, language)
        assert found.chain(described) == found.chain(name)

    def test_two_of_one_state_are_neither(self) -> None:
        found = told(
            "Kenya's William Ruto met Kenya's Raila Odinga. It rained. The Kenyan president thanked Qatar."
        )
        assert not found.chain("Kenyan president").named

    def test_who_is_called_something_else_is_not_meant(self) -> None:
        found = told(
            "Kenya's Foreign Minister Alfred Mutua met Kenya's Mutua. It rained. The Kenyan president left."
        )
        assert not found.chain("Kenyan president").named


class TestJustBefore:
    def test_the_subject_spoken_of_with_the_state(self) -> None:
        found = told(
            "Recep Erdogan hopes that Turkey will buy the jets. The Turkish president wants a compromise with Congress."
        )
        chain = found.chain("Turkish president")
        assert chain == found.chain("Recep Erdogan")
        mention = next(each for each in chain.mentions if each.text == "Turkish president")
        assert mention.confidence < 0.7
        assert mention.reason == "the subject just before, Recep Erdogan"

    @pytest.mark.parametrize(
        "text",
        [
            "Haile Tadesse spoke in Ethiopia. The Egyptian president spoke later.",
            "Egypt waits, the writer Alaa Fahmy said. The Egyptian president spoke later.",
            "Alaa Fahmy, a doctor from Egypt, left Egypt. The Egyptian president spoke later.",
            "Alaa Fahmy left Egypt. The Egyptian president told Alaa Fahmy to return.",
            "Alaa Fahmy and Omar Said left Egypt. The Egyptian president spoke later.",
            "Foreign Minister Alaa Fahmy left Egypt. The Egyptian president spoke later.",
            "Alaa Fahmy left Egypt. A crowd met the Egyptian president.",
        ],
    )
    def test_somebody_else(self, text: str) -> None:
        assert not told(text).chain("Egyptian president").named
