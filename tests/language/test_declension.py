"""Russian names of people: back to the nominative from every case."""

from functools import cache
from typing import Any

import natasha
import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.declension import SPLIT, explain


@cache
def forms() -> Any:
    return natasha.MorphVocab()


@pytest.mark.parametrize(
    ("written", "case", "gender", "base"),
    [
        ("Стивена Джеррарда", "Gen", "Masc", "Стивен Джеррард"),
        ("Скотту Робинсону", "Dat", "Masc", "Скотт Робинсон"),
        ("Джорданом Спитом", "Ins", "Masc", "Джордан Спит"),
        ("Дастина Джонсона", "Acc", "Masc", "Дастин Джонсон"),
        ("Матео Ковачич", "Nom", "Masc", "Матео Ковачич"),
        ("Тарой Кэпп", "Ins", "Fem", "Тара Кэпп"),
        ("Ариане Гранде", "Dat", "Fem", "Ариана Гранде"),
        ("Ариана Гранде", "Nom", "Fem", "Ариана Гранде"),
        ("Марии Захаровой", "Gen", "Fem", "Мария Захарова"),
        ("Никола Пашиняна", "Gen", "Masc", "Никол Пашинян"),
        ("Дмитрия Медведева", "Gen", "Masc", "Дмитрий Медведев"),
        ("Оливера Георгиевская", "Nom", "Fem", "Оливера Георгиевская"),
        ("Эмили Ратаковски", "Gen", "Fem", "Эмили Ратаковски"),
        # The tagger errs: the words tell the case.
        ("Джеффа Флейка", "Nom", "Masc", "Джефф Флейк"),
        ("Пол Миллс-Хикс", "Gen", "Masc", "Пол Миллс-Хикс"),
    ],
)
def test_nominative(written: str, case: str, gender: str, base: str) -> None:
    assert " ".join(explain(written.split(), case, gender, forms())[1]) == base


def test_two_people_in_a_row_have_no_case_together() -> None:
    words = ["Стивена", "Джеррарда", "Робинсоном"]
    together, _ = explain(words, "Gen", "Masc", forms())
    first, _ = explain(words[:2], "Gen", "Masc", forms())
    assert together - first >= SPLIT


@given(
    st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4),
    st.sampled_from(["Nom", "Gen", "Acc", "Ins", "Xyz"]),
)
def test_any_words(words: list[str], case: str) -> None:
    cost, bases = explain(words, case, "", forms())
    assert cost >= 0
    assert len(bases) == len(words)
