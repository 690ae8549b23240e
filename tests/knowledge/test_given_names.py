"""Given names, and the endings of surnames."""

from __future__ import annotations

import pytest

from according.knowledge.given_names import ends_like_surname, is_given


@pytest.mark.parametrize(
    "word", ["Vahan", "Vladimir", "Владимир", "VLADIMIR", "Florence", "Giorgia", "Jordan", "Chad"]
)
def test_given_names_in_any_script(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["Bamako", "Georgia", "Thursday", "Sudan", "", "7"])
def test_other_words_are_none(word: str) -> None:
    assert not is_given(word)


@pytest.mark.parametrize("word", ["Sargsyan", "Petrović", "Иванов", "Шевченко", "Пашинян", "Կարապետյան"])
def test_surnames_show_by_their_endings(word: str) -> None:
    assert ends_like_surname(word)


@pytest.mark.parametrize("word", ["yan", "ov", "ić", "Milan", "Iran", "Kenya", ""])
def test_an_ending_alone_is_no_surname(word: str) -> None:
    assert not ends_like_surname(word)
