"""States in words: names, adjectives and peoples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import fold
from according.knowledge.nationalities import nationalities, state_of, states_named


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("The Ethiopian side blamed Eritrea.", "en", ["ET", "ER"]),
        ("Les unités érythréennes et l'armée éthiopienne", "fr", ["ER", "ET"]),
        ("камбоджийская сторона и силы Таиланда", "ru", ["KH", "TH"]),
        ("сербська сторона та косовські сили", "uk", ["RS", "XK"]),
        ("kambodschanische Truppen, thailändischen Boden", "de", ["KH", "TH"]),
        ("fuerzas venezolanas y la parte colombiana", "es", ["VE", "CO"]),
        ("forze israeliane e la parte libanese", "it", ["IL", "LB"]),
        ("forças ruandesas e a parte burundiana", "pt", ["RW", "BI"]),
        ("Kırgızistan'ın ve Tacik güçlerinin", "tr", ["KG", "TJ"]),
        ("gürcü qüvvələri, Rusiyanın", "az", ["GE", "RU"]),
        ("պակիստանյան ուժերը և Հնդկաստանի", "hy", ["PK", "IN"]),
        ("აზერბაიჯანულ მხარეს, სომხური", "ka", ["AZ", "AM"]),
        ("الجانب المغربي والقوات الجزائرية", "ar", ["MA", "DZ"]),
        ("طرف عراقی و نیروهای ایرانی", "fa", ["IQ", "IR"]),
        ("South Sudanese troops", "en", ["SS"]),
        ("Congo", "en", []),
    ],
)
def test_whoever_is_named_by_an_adjective_is_the_state(text: str, language: str, codes: list[str]) -> None:
    assert [code for _, code in states_named(text, language)] == codes


def test_a_folded_word_alone() -> None:
    assert state_of(fold("érythréennes").text, "fr") == "ER"
    assert state_of(fold("partie").text, "fr") is None
    assert state_of("indian", None) is None
    assert nationalities("armenischen Einheiten, Indian soldiers") == ("IN",)


@given(st.text(), st.sampled_from(["en", "fr", "ka", "ar", "xx", None]))
def test_what_is_named_stands_in_the_text(text: str, language: str | None) -> None:
    for span, code in states_named(text, language):
        assert 0 <= span.start < span.end <= len(text)
        assert code
