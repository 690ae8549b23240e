from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.store.fold import find, fold, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Erévan", "erevan"),
        ("ЕРЕВАН", "ереван"),
        ("Ёлкин", "елкин"),
        ("Bakı, Şuşa, Gəncə", "baki, susa, gence"),
        ("İstanbul", "istanbul"),
        ("Cœur, Æsir, Łódź, Đoković, Straße, Søren", "coeur, aesir, lodz, dokovic, strasse, soren"),
        ("և", "եւ"),
        ("ի՞նչ", "ինչ"),
        ("l’État", "l'etat"),
        ("co\u00adoperation", "cooperation"),
        ("Hawai\u02bbi", "hawai'i"),
        ("ﬁre ²", "fire 2"),
        ("e\u0301te\u0301", "ete"),
        ("السـلام", "السلام"),
    ],
)
def test_folds_what_people_write_to_what_they_type(written: str, typed: str) -> None:
    assert fold(written) == typed


def test_scripts_are_not_transliterated() -> None:
    assert fold("Ереван") != fold("Erevan")


def test_half_a_surrogate_pair_becomes_a_space() -> None:
    assert fold("a\ud800b") == "a b"


def test_words_are_runs_of_letters_and_numbers() -> None:
    assert words("L’ONU_a dit : 44-day, 3.5!") == ["l", "onu", "a", "dit", "44", "day", "3", "5"]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_folds_character_by_character(first: str, second: str) -> None:
    assert fold(first + second) == fold(first) + fold(second)


@given(st.text())
def test_composed_and_decomposed_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.text())
def test_finds_each_word_where_it_stands(text: str) -> None:
    for match, span in find(re.compile(r"[^\W_]+"), text):
        assert 0 <= span.start < span.end <= len(text)
        assert match.group() in fold(text[span.start : span.end])


def test_a_match_covers_whole_characters_and_their_marks() -> None:
    text = "Le \u00abcœur\u00bb d'E\u0301tat"
    found = {match.group(): text[span.start : span.end] for match, span in find(re.compile(r"[^\W_]+"), text)}
    assert found == {"le": "Le", "coeur": "cœur", "d": "d", "etat": "E\u0301tat"}
