"""Places that only the gazetteer knows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.mentions.toponyms import is_capital, is_known, is_named_place, is_region_of, unseen
from according.model import Candidate, Sentence, Span
from tests.chains import named, told
from tests.texts import ANY


def found(text: str, language: str | None = "en", *names: Candidate) -> list[str]:
    whole = Sentence(Span(0, len(text)), (), ())
    return [text[slice(*each.span)] for each in unseen(text, names, [whole], language)]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("They fled to Bouaké on foot.", "en", ["Bouaké"]),
        ("Ils ont fui vers Bouaké.", "fr", ["Bouaké"]),
        ("Они бежали из Мариуполя.", "ru", ["Мариуполя"]),
        ("Shells fell near Frankfurt am Main.", "en", ["Frankfurt am Main"]),
        ("Ils vivent à Palma de Mallorca.", "fr", ["Palma de Mallorca"]),
        ("The bridge is in ruins.", "en", []),
        ("They met in May and in Bagdassarovka.", "en", []),
        ("The people were reading.", "en", []),
    ],
)
def test_behind_prepositions(text: str, language: str, places: list[str]) -> None:
    assert found(text, language) == places


def test_without_a_preposition_only_large_towns_inside_a_sentence() -> None:
    assert found("They shelled Kharkiv again.") == ["Kharkiv"]
    assert found("Kharkiv was calm.") == []
    assert found("They shelled Borodino again.") == []


def test_what_is_named_already_is_left() -> None:
    text = "They fled to Bouaké and to Korhogo."
    assert found(text, "en", named(text, "Bouaké", "person")) == ["Korhogo"]


def test_parts_of_longer_names_are_left() -> None:
    assert found("It was said at Kharkiv Olena Martynenko Hotel.") == []


def test_known_places_and_given_names() -> None:
    assert is_known("Kharkiv", "en")
    assert not is_known("Florence", "en")  # more often a woman's name without a sign
    assert not is_known("Qzyxland", "en")
    assert is_known("Харькове", "ru")


def test_any_village_is_a_place_that_is_named() -> None:
    assert is_named_place("Deauville", "fr")
    assert not is_named_place("Qzyxland", "en")


def test_regions_of_the_countries_that_an_article_is_about() -> None:
    assert is_region_of("Georgia", {"US"})
    assert not is_region_of("Georgia", {"GE", "UA"})
    assert not is_region_of("Georgia", ())


@pytest.mark.parametrize(
    ("word", "expected"), [("Nice", True), ("nice", False), ("دمشق", True), ("", False), ("7", False)]
)
def test_capitals(word: str, expected: bool) -> None:
    assert is_capital(word) is expected


@pytest.mark.parametrize(
    ("text", "language", "written", "country"),
    [
        ("Près de Bouaké, des habitants de Korhogo ont fui.", "fr", "Bouaké", "CI"),
        ("В Мариуполе и под Полтавой стреляли.", "ru", "Полтавой", "UA"),
        ("Aid reached Deir ez-Zor and Raqqa.", "en", "Deir ez-Zor", "SY"),
        ("The doctors, based in Omdurman, wrote to Sudan's government.", "en", "Omdurman", "SD"),
    ],
)
def test_in_an_article(text: str, language: str, written: str, country: str) -> None:
    chain = told(text, language).chain(written)
    assert chain.kind == "place"
    assert chain.location is not None
    assert chain.location.country == country


@settings(max_examples=60)
@given(ANY, st.sampled_from(["en", "fr", "ru", "hy", "ar", None]))
def test_any_text_gives_places_as_they_are_written(text: str, language: str | None) -> None:
    places = unseen(text, (), [], language)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
    assert all(each.name == " ".join(text[slice(*each.span)].split()) != "" for each in places)
