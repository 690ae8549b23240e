"""Ordinary words, and those that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.ordinary import is_formed, is_ordinary, is_proper, knows_words


@pytest.mark.parametrize(
    ("word", "language", "ordinary"),
    [
        ("Hükümet", "tr", True), ("Okazaki", "tr", False), ("Justin", "tr", False),
        ("Birləşmiş", "az", True), ("Nazirliyinin", "az", True), ("Okazaki", "az", False),
        ("Կառավարություն", "hy", True), ("Hükümet", "xx", False), ("Hükümet", None, False),
    ],
)  # fmt: skip
def test_ordinary(word: str, language: str | None, ordinary: bool) -> None:
    assert is_ordinary(word, language) is ordinary


def test_languages() -> None:
    assert knows_words("tr")
    assert knows_words("az")
    assert not knows_words("xx")


def test_proper_names_of_the_dictionary() -> None:
    assert is_proper("Лондоні", "uk")
    assert not is_proper("Команда", "uk")
    assert not is_proper("Stadt", "de")


def test_formed() -> None:
    assert is_formed("Վարակված", "hy")
    assert not is_formed("Օկազակի", "hy")


@given(st.text(max_size=20), st.sampled_from(["tr", "az", "hy", "uk", "de", "xx", None]))
def test_any_word(word: str, language: str | None) -> None:
    assert is_ordinary(word, language) in (True, False)
    assert is_proper(word, language) in (True, False)
    assert is_formed(word, language) in (True, False)
