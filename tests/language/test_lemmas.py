"""Dictionary forms of Russian words are those that natasha finds."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.lemmas import Lemmas, Tag

pytest.importorskip("natasha")

POS = ("NOUN", "PROPN", "VERB", "ADJ", "DET", "PRON", "AUX")
FEATS = {
    "Case": ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"),
    "Number": ("Sing", "Plur"),
    "Gender": ("Masc", "Fem", "Neut"),
    "Tense": ("Past", "Pres"),
}


@cache
def forms() -> Any:
    import natasha

    return natasha.MorphVocab()


@cache
def lemmas() -> Lemmas:
    return Lemmas(forms())


def tag(pos: str, feats: dict[str, str]) -> Tag:
    return Tag("|".join((pos, *(f"{name}={value}" for name, value in feats.items()))), pos, feats)


@pytest.mark.parametrize(
    ("word", "pos", "feats", "lemma"),
    [
        ("стали", "VERB", {"Number": "Plur", "Tense": "Past"}, "стать"),
        ("стали", "NOUN", {"Case": "Gen", "Number": "Sing"}, "сталь"),
        ("Её", "DET", {}, "ее"),
        ("Степанакертом", "PROPN", {"Case": "Ins"}, "степанакерт"),
    ],
)
def test_the_form_that_fits_the_tag(word: str, pos: str, feats: dict[str, str], lemma: str) -> None:
    assert lemmas().of(word, tag(pos, feats)) == lemma


WORDS = st.one_of(
    st.sampled_from(
        ["стали", "рой", "мыла", "был", "ему", "Ереване", "три", "душа", "стекло", "Саакян", "всё", "белки"]
    ),
    st.text(st.sampled_from("абвгеийклмнорстуыья"), min_size=1, max_size=8),
)


@given(
    WORDS,
    st.sampled_from(POS),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in FEATS.items()}),
)
def test_as_natasha_does(word: str, pos: str, feats: dict[str, str]) -> None:
    assert lemmas().of(word, tag(pos, feats)) == forms().lemmatize(word, pos, feats)
