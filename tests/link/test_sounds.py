"""How words sound, in any script."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import load_data, texts
from according.link.sounds import alike, begins_alike, onsets, skeletons

WORDS = st.text(max_size=20) | st.sampled_from(
    ["Pachinian", "Чавушоглу", "Ərdoğan", "Փաշինյան", "القذافي", "习", "Ng"]
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chirac", "Ширак"),
        ("Shirak", "Շիրակ"),
        ("Schirak", "Şirak"),
        ("Gorbatchev", "Горбачёв"),
        ("Gorbatschow", "Gorbachev"),
        ("Djaparidzé", "ჯაფარიძე"),
        ("Cəfərov", "Джафаров"),
        ("Cavusoglu", "Çavuşoğlu"),
        ("Zaloujny", "Залужный"),
        ("Chakhnazarian", "Шахназарян"),
        ("Qasım", "Гасым"),
        ("Vučić", "Вучић"),
        ("Τσίπρας", "Tsipras"),
    ],
)
def test_one_word_sounds_alike_however_it_is_spelled(a: str, b: str) -> None:
    assert alike(a, b) > 0.9
    assert set(skeletons(a)) & set(skeletons(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Petrov", "Petrosyan"),
        ("Aliyev", "Valiyev"),
        ("Алиев", "Valiyev"),
        ("Zakharov", "Захарова"),
        ("Abbas", "Аббаси"),
        ("Kocharyan", "Кочаров"),
        ("Li", "Lu"),
        ("", "Li"),
        ("!", "?"),
    ],
)
def test_two_words_do_not(a: str, b: str) -> None:
    assert alike(a, b) < 0.84


def test_initials_begin_as_their_words_do() -> None:
    assert begins_alike("Ш", "Chahine")
    assert begins_alike("J", "Джейхун")
    assert not begins_alike("N", "Мария")
    assert not begins_alike("", "Мария")


@given(WORDS, WORDS)
def test_likeness_of_any_words_is_symmetric_and_within_bounds(a: str, b: str) -> None:
    assert 0.0 <= alike(a, b) <= 1.0
    assert alike(a, b) == alike(b, a)
    assert alike(a, a) == 1.0
    assert bool(skeletons(a)) == bool(onsets(a))


def test_the_data_use_only_known_signs_and_name_nobody_twice() -> None:
    data = cast(dict[str, dict[str, str]], load_data("names.yml"))
    signs = set("aeioujpbfvmnlrtdszkghcDCJSZxGNX0123456789~ ")
    for script in ("latin", "cyrillic", "armenian", "georgian", "greek", "hebrew", "arabic"):
        assert all(set(sounds) <= signs for sounds in data[script].values()), script
    grouped = [set(texts(names)) for part in ("given", "family") for names in data[part]]
    twice = {name for group in grouped for name in group if sum(name in other for other in grouped) > 1}
    assert not twice
    assert not set(texts(data["alone"])) & set().union(*grouped)
