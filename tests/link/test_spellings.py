"""Names that may stand in a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.names import SAME
from according.link.spellings import compare_spellings, spelling_keys, spellings


def same(a: str, b: str, language: str) -> bool:
    return compare_spellings(a, language, b, language, "person").score >= SAME


@pytest.mark.parametrize(
    ("written", "base", "language"),
    [
        ("Ивану Петрову", "Иван Петров", "ru"),
        ("Иваном Петровым", "Иван Петров", "ru"),
        ("Володимира Зеленського", "Володимир Зеленський", "uk"),
        ("Նիկոլ Փաշինյանի", "Նիկոլ Փաշինյան", "hy"),
        ("Recep Tayyip Erdoğan'ın", "Recep Tayyip Erdoğan", "tr"),
    ],
)
def test_a_name_in_a_case_is_the_name(written: str, base: str, language: str) -> None:
    assert same(written, base, language)


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Александра Иванова", "Александр Иванов"),
        ("Валерия Попова", "Валерий Попов"),
        ("Євгенія Ковальова", "Євгеній Ковальов"),
    ],
)
def test_a_woman_is_not_the_genitive_of_a_man(woman: str, man: str) -> None:
    assert not same(woman, man, "ru")
    assert spellings(woman, "ru") == (woman,)


def test_two_people_of_one_surname_are_two_in_any_case() -> None:
    assert not same("Ильхама Алиева", "Нурлан Алиев", "ru")


@pytest.mark.parametrize("language", ["en", "fr", "de", None])
def test_languages_that_do_not_inflect_names_have_one_form(language: str | None) -> None:
    assert spellings("Anna Petrova", language) == ("Anna Petrova",)


def test_a_form_costs_something() -> None:
    written = compare_spellings("Иван Петров", "ru", "Иван Петров", "ru", "person").score
    assert compare_spellings("Ивану Петрову", "ru", "Иван Петров", "ru", "person").score < written


def test_names_in_any_case_meet_in_a_key() -> None:
    assert spelling_keys("Ивана Петрова", "ru") & spelling_keys("Ivan Petrov", "en")


@given(st.text(max_size=40), st.sampled_from(["ru", "uk", "tr", "hy", "en", "ru-RU", None]))
def test_any_name_is_among_its_own_spellings(name: str, language: str | None) -> None:
    found = spellings(name, language)
    assert found[0] == name
    assert len(found) == len(set(found)) <= 7
