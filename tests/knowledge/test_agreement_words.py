"""The words of agreements: every language has all of them, in the forms that engines give."""

from __future__ import annotations

from dataclasses import fields
from unicodedata import normalize

import pytest

from according.knowledge.agreement_words import agreement_words, readable

LANGUAGES = ("en", "fr", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_small_composed_letters(language: str) -> None:
    words = agreement_words(language)
    assert words is not None
    for field in fields(words):
        for word in getattr(words, field.name):
            written = word if isinstance(word, str) else " ".join(word)
            assert written == normalize("NFC", written.casefold()).replace("ё", "е").strip(), field.name


def test_a_word_with_a_hyphen_is_known_whole_and_parted() -> None:
    words = agreement_words("en")
    assert words is not None
    assert ((), "ceasefire") in words.instruments["cease-fire"]
    assert (("-", "fire"), "ceasefire") in words.instruments["cease"]


def test_reflexives_are_told_apart() -> None:
    words = agreement_words("fr-CA")
    assert words is not None
    assert {"engager", "promettre"} <= words.commits
    assert "engager" in words.reflexive
    assert "promettre" not in words.reflexive


def test_other_languages_have_none() -> None:
    assert agreement_words("xx") is None
    assert agreement_words(None) is None


@pytest.mark.parametrize(
    ("written", "language", "name"),
    [
        ("the … peace deal", "en", "peace deal"),
        ("« l'accord de\ntransport", "fr", "accord de transport"),
        ("a “historic” deal", "en", "“historic” deal"),
        ("The", "en", "The"),
        ("соглашение", "ru", "соглашение"),
        ("", None, ""),
    ],
)
def test_a_name_that_can_be_read(written: str, language: str | None, name: str) -> None:
    assert readable(written, language) == name
