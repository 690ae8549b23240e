"""Figures in sentences with words of somebody other than the author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.dates import dates
from according.extract.figures import figures
from according.extract.figures.assumed import are_told
from according.extract.statements import statements
from tests.extract.figures.test_figures import LANGUAGES, text_of


def told(written: str, language: str, *, deaf: bool) -> list[bool]:
    """With `deaf` as if no statement were found."""
    text = text_of(written, language)
    said = () if deaf else statements(text)
    return are_told(text, said, figures(text, dates(text), said))


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "The aid is worth $200 million, Lind announced."),
        ("en", "A study of the valley shows that 40 villages burned."),
        ("fr", "Le journal parle de huit blessés."),
        ("fr", "Selon la police, 40 maisons ont brûlé."),
        ("ru", "Ущерб составил 2,5 млрд долларов, говорится в докладе банка."),
        ("tr", "Vali 40 kişinin öldüğünü söyledi."),
    ],
)
def test_words_of_which_no_statement_is_made_are_somebody_s(language: str, written: str) -> None:
    assert told(written, language, deaf=True) == [True]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "The flood wrecked 40 houses."),
        ("en", "Lind told his story on Friday. The flood wrecked 40 houses."),
        ("fr", "La crue a détruit 40 maisons."),
        ("ru", "Наводнение разрушило 40 домов."),
    ],
)
def test_a_plain_sentence_is_the_author_s(language: str, written: str) -> None:
    assert told(written, language, deaf=True) == [False]


def test_a_statement_uses_its_cue() -> None:
    written = "The flood that wrecked 40 houses is over, Lind said."
    assert told(written, "en", deaf=False) == [False]
    assert told(written, "en", deaf=True) == [True]


@given(st.text(max_size=300), st.sampled_from([*LANGUAGES, None]))
def test_any_text(written: str, language: str | None) -> None:
    text = text_of(written, language)
    made = figures(text, (), ())
    assert len(are_told(text, statements(text), made)) == len(made)
