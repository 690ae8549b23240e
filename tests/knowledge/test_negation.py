"""How languages deny."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import according.knowledge
from according.knowledge.fold import fold, load_data
from according.knowledge.negation import negation

LANGUAGES = sorted(str(name) for name in dict(load_data("negation.yml")))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("language", "denies", "tells"),
    [
        ("en", "denied", "said"),
        ("fr", "dément", "confirme"),
        ("ru", "опровергло", "сообщило"),
        ("uk", "заперечило", "повідомило"),
        ("tr", "vurulmadığını", "vurulduğunu"),
        ("tr", "reddetti", "medya"),
        ("az", "təkzib", "təmir"),
        ("hy", "չգնդակոծեց", "չորս"),
        ("fa", "نکردند", "کردند"),
        ("fa", "نگشودند", "گشودند"),
        ("az", "açmayıb", "açıb"),
        ("tr", "vurmadı", "vurdu"),
        ("ar", "نفت", "قالت"),
        ("ka", "უარყო", "განაცხადა"),
        ("de", "bestritt", "sagte"),
        ("es", "desmintió", "dijo"),
        ("pt-BR", "não", "disse"),
        ("zh", "没有", "非洲"),
    ],
)
def test_words_that_deny_and_words_that_do_not(language: str, denies: str, tells: str) -> None:
    known = negation(language)
    assert known is not None
    assert known.denies(fold(denies).text)
    assert not known.denies(fold(tells).text)


def test_nobody_knows_every_language() -> None:
    assert negation(None) is None
    assert negation("xx") is None


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.text())
def test_any_word_denies_or_not(language: str, word: str) -> None:
    known = negation(language)
    assert known is not None
    assert known.denies(fold(word).text) in (True, False)
    assert not known.denies("")


def test_every_language_of_names_is_known() -> None:

    folder = Path(str(according.knowledge.__file__)).with_name("cues")
    assert {each.stem for each in folder.glob("*.yml")} <= set(LANGUAGES)
