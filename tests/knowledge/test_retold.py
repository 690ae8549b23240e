"""Words by which events are told again: every one of them can be met in a folded text."""

from __future__ import annotations

import re

import pytest

from according.knowledge.fold import fold_name
from according.knowledge.retold import retold

LANGUAGES = ("en", "fr", "ru", "uk", "de", "es", "tr", "az", "hy")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_compared_singly_are_single_words(language: str) -> None:
    words = retold(language)
    for each in words.articles | words.the | words.another:
        assert re.fullmatch(r"\w+", each), each


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_anybody_are_long_enough_to_be_compared(language: str) -> None:
    words = retold(language)
    assert words.anyone
    assert words.people
    for each in words.anyone | words.people:
        assert re.fullmatch(r"\w{4,}", each), each


@pytest.mark.parametrize("language", LANGUAGES)
def test_turns_are_folded_as_texts_are(language: str) -> None:
    assert retold(language).turns
    assert all(fold_name(each) == each for each in retold(language).turns)


@pytest.mark.parametrize(
    ("language", "written"),
    [("de", "Unbekannte Täter"), ("az", "bir neçə naməlum şəxs"), ("hy", "մի քանի զինված անձինք")],
)
def test_all_words_for_somebody_unknown_are_met(language: str, written: str) -> None:
    left = set(fold_name(written).split()) - retold(language).anyone
    assert all(len(each) < 4 for each in left), left
