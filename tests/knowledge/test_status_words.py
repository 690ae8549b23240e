"""Words of status: each language has them for every status, and none has two."""

from __future__ import annotations

from typing import get_args

import pytest

from according.knowledge.status_words import Status, StatusWords, _by_word, status_words

LANGUAGES = ("en", "fr", "ru")


def words(language: str) -> StatusWords:
    found = status_words(language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_verbs_and_nouns(language: str) -> None:
    found = words(language)
    assert set(found.verbs.values()) == set(get_args(Status))
    assert set(found.nouns.values()) == set(get_args(Status))
    assert found.negations
    assert found.around_not
    assert found.past


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_as_engines_give_them(language: str) -> None:
    found = words(language)
    for table in (found.verbs, found.modals, found.nouns, found.words, found.leads):
        for word in table:
            assert word == word.lower().strip()
            assert "ё" not in word


@pytest.mark.parametrize(
    ("language", "table", "word", "status"),
    [
        ("en", "verbs", "threaten", "threatened"),
        ("en", "verbs", "refuse", "denied"),
        ("en", "modals", "would", "hypothetical"),
        ("en", "leads", "if", "hypothetical"),
        ("fr", "verbs", "apprêter", "planned"),
        ("fr", "nouns", "menace", "threatened"),
        ("ru", "verbs", "потребовать", "demanded"),
        ("ru", "modals", "бы", "hypothetical"),
        ("ru", "leads", "если", "hypothetical"),
    ],
)
def test_a_word_has_its_status(language: str, table: str, word: str, status: Status) -> None:
    assert getattr(words(language), table)[word] == status


def test_languages_without_words_have_none() -> None:
    assert status_words("tlh") is None
    assert status_words(None) is None
    assert status_words("en-GB") == status_words("en")


def test_a_word_with_two_statuses_is_refused() -> None:
    with pytest.raises(ValueError, match="both"):
        _by_word({"planned": ["hope"], "denied": ["hope"]})
    with pytest.raises(ValueError, match="no status"):
        _by_word({"rumoured": ["hope"]})
