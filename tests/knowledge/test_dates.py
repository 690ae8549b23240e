"""Words and shapes of dates: every language's file holds together."""

from __future__ import annotations

import pytest

from according.knowledge.dates import date_rules, languages


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_month_and_weekday_is_known(language: str) -> None:
    rules = date_rules(language)
    assert rules is not None
    known = [word for words in rules.words.values() for word in words]
    assert {word.value for word in known if word.kind == "month"} == set(range(1, 13))
    assert {word.value for word in known if word.kind == "weekday"} == set(range(7))


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_shape_is_reached_and_wants_something(language: str) -> None:
    rules = date_rules(language)
    assert rules is not None
    shapes = {shape for fitting in rules.shapes.values() for shape in fitting}
    assert {"date", "iso", "numeric", "year"} <= {shape.name for shape in shapes}
    for shape in shapes:
        assert shape.pattern.fullmatch("") is None


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_shape_is_filed_under_all_letters_that_it_begins_with(language: str) -> None:
    rules = date_rules(language)
    assert rules is not None
    for letter, fitting in rules.shapes.items():
        for other in rules.letters.values():
            for shape in {shape for shapes in rules.shapes.values() for shape in shapes}:
                if shape.pattern.match(letter + other):
                    assert shape in fitting


def test_words_of_several_tokens_come_before_their_first_alone() -> None:
    rules = date_rules("fr")
    assert rules is not None
    assert rules.words["avant"][0].tokens > ("avant",)


def test_language_without_a_file() -> None:
    assert date_rules("xx") is None
