"""Peoples without a state are nobody by name."""

from __future__ import annotations

import pytest
from hypothesis import given

from according.knowledge.peoples import peoples
from tests.texts import ANY


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Rohingya refugees met Kurds and Uyghurs.", ["Rohingya", "Kurds", "Uyghurs"]),
        ("fr", "Les Kurdes et les Ouïghours sont venus.", ["Kurdes", "Ouïghours"]),
        ("ru", "Курды и уйгуры пришли.", ["Курды", "уйгуры"]),
        ("en", "Ersin Tatar and Aldo Moro spoke in Roma.", []),
        ("en", "Kurdsville is no people.", []),
        ("ka", "ქურთები", []),
    ],
)
def test_peoples(language: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(peoples(text, language))] == found


@given(ANY)
def test_any_text(text: str) -> None:
    for span in peoples(text, "en"):
        assert text[span.start : span.end].strip()
