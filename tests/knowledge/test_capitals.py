"""Text in capitals, written small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.capitals import calmed
from according.model import Span
from tests.texts import ANY


@pytest.mark.parametrize(
    ("text", "language", "quiet"),
    [
        ("PRESIDENT PAUL BIYA MEETS ANNA KUBWALO IN LAGOS", "en", "President Paul Biya meets Anna Kubwalo in Lagos"),
        ("THE OSCE AND THE WHO HAVE LEFT", "en", "The OSCE and the who have left"),
        ("SELON M. TOUADÉRA, L'ATTAQUE A ÉCHOUÉ", "fr", "Selon M. Touadéra, l'attaque a échoué"),
        ("НИКОЛ ПАШИНЯН ВСТРЕТИЛСЯ С НИМ", "ru", "Никол Пашинян встретился с ним"),
        ("One line.\nPAUL BIYA HAS LEFT\nNATO has not.", "en", "One line.\nPaul Biya has left\nNATO has not."),
        ("Paul Biya has left NATO", "en", "Paul Biya has left NATO"),
        ("UNHCR", "en", "UNHCR"),
        ("გამარჯობა", "ka", "გამარჯობა"),
        ("ΚΑΛΗΜΕΡΑ ΚΟΣΜΕ", "el", "ΚΑΛΗΜΕΡΑ ΚΟΣΜΕ"),
    ],
)  # fmt: skip
def test_names_keep_their_capitals(text: str, language: str, quiet: str) -> None:
    assert calmed(text, language) == quiet


def test_what_is_known_to_be_a_name_is_one() -> None:
    text = "US AND IVORY COAST AGREE ON TRADE"
    names = [Span(0, 2), Span(7, 18)]
    assert calmed(text, "en", names) == "US and Ivory Coast agree on trade"


@given(ANY, st.sampled_from(["en", "fr", "ru", "tr", "hy", "ka", None]))
def test_no_character_moves(text: str, language: str | None) -> None:
    for each in (text, text.upper()):
        quiet = calmed(each, language)
        assert len(quiet) == len(each)
        assert quiet.casefold().replace("i̇", "i") == each.casefold().replace("i̇", "i")
