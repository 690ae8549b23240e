"""Dictionary forms by the endings of verbs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.infinitives import infinitives


def test_endings_lead_to_dictionary_forms() -> None:
    assert "bombarder" in infinitives("bombarderaient", "fr")
    assert "admit" in infinitives("admitted", "en")
    assert "атаковать" in infinitives("атаковали", "ru")


def test_the_longest_ending_comes_first() -> None:
    assert infinitives("bombardait", "fr")[0] == "bombarder"


def test_short_words_and_other_languages_have_none() -> None:
    assert infinitives("est", "fr") == infinitives("attackiert", "de") == ()


@given(st.text(max_size=30), st.sampled_from(("en", "fr", "ru", "tr")))
def test_any_word_is_read(word: str, language: str) -> None:
    assert all(word[:3] == each[:3] for each in infinitives(word, language))
