"""Keys of place names, words for kinds, parts, facilities and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.toponymy import (
    consonants,
    is_and,
    is_direction,
    is_phonetic,
    level_of,
    place_key,
    region_root,
    respelt,
    short_regions,
    strip_article,
    strip_generic,
    whole_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Pétersbourg", "st petersbourg"),
        ("St. Louis", "Saint Louis"),
        ("Haut-Karabagh", "haut karabagh"),
        ("Hong Kong", "Hongkong"),
        ("Երևան", "ԵՐԵՒԱՆ"),
        ("Орёл", "Орел"),
        ("Xankəndi", "Xankendi"),
        ("The Hague", "Hague"),
        ("Washington, D.C.", "Washington DC"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("Saint", "St"), ("Paris", "Pari"), ("Шуша", "Şuşa")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


@pytest.mark.parametrize(
    ("written", "name", "level"),
    [
        ("région de Tavouch", "tavouch", "region"),
        ("Syunik Province", "syunik", "region"),
        ("Одесская область", "одесская", "region"),
        ("ville d'Alep", "alep", "town"),
        ("Province", "province", None),
        ("Goris", "goris", None),
        ("Տավուշի մարզ", "տավուշի", "region"),
        ("Guatemala Department", "guatemala", "region"),
        ("Nakhchivan Autonomous Republic", "nakhchivan", "region"),
    ],
)
def test_words_for_a_kind_come_off(written: str, name: str, level: str | None) -> None:
    assert strip_generic(written) == (name, level)


@pytest.mark.parametrize(
    ("word", "language", "level"),
    [
        ("области", "ru", "region"),
        ("ville", "fr", "town"),
        ("provinces", "en", "region"),
        ("шагает", "ru", None),
    ],
)
def test_a_word_asks_for_a_kind_in_any_form(word: str, language: str, level: str | None) -> None:
    assert level_of(word, language) == level


def test_an_adjective_of_a_region_holds_its_name() -> None:
    assert region_root("Тавушская область") == "тавуш"
    assert region_root("Тавушская") is None
    assert region_root("Краснодарский край") == "краснодар"


def test_articles_come_off() -> None:
    assert strip_article("Le Caire") == "caire"
    assert strip_article("al-Hasakah") == "hasakah"
    assert strip_article("L'Aquila") == "aquila"
    assert strip_article("La") == "la"


@pytest.mark.parametrize(
    ("written", "language", "whole"),
    [
        ("northern Syria", "en", "Syria"),
        ("северной Сирии", "ru", "Сирии"),
        ("aéroport d'Erevan", "fr", "Erevan"),
        ("Stepanakert airport", "en", "Stepanakert"),
        ("аэропорта Домодедово", "ru", "Домодедово"),
        ("Goris", "en", None),
        ("North", "en", None),
        ("Nuclear Power Plant", "en", None),
    ],
)
def test_parts_and_facilities_name_what_they_lie_in(written: str, language: str, whole: str | None) -> None:
    assert whole_of(written, language) == whole


@pytest.mark.parametrize(
    ("written", "language", "spelt"),
    [
        ("Tavouch", "fr", "tavush"),
        ("Djermouk", "fr", "jermuk"),
        ("Тавуш", "ru", "tavush"),
        ("Տավուշ", "hy", "tavush"),
        ("Tschernihiw", "de", "chernihiv"),
        ("Goris", "fr", None),
        ("Şuşa", "az", "shusha"),
        ("ქობულეთი", None, "kobuleti"),
    ],
)
def test_names_are_spelt_as_in_english(written: str, language: str | None, spelt: str | None) -> None:
    assert respelt(written, language) == spelt


def test_short_forms_of_regions_need_a_dot_or_capitals() -> None:
    assert short_regions("Ill.") == ("US-IL",)
    assert short_regions("N.Y.") == ("US-NY",)
    assert set(short_regions("WA")) == {"US-WA", "AU-WA"}
    assert short_regions("Or") == ()
    assert short_regions("Ill") == ()


@given(st.text(max_size=40), st.sampled_from(["en", "fr", "ru", "hy", None]))
def test_any_text_has_a_key_and_stays_a_name(text: str, language: str | None) -> None:
    key = place_key(text)
    assert key == place_key(text.upper().lower()) or not text.isascii()
    assert " " not in key
    name, level = strip_generic(text)
    assert level is None or name
    whole = whole_of(text, language)
    assert whole is None or len(whole) <= len(text)
    respelt(text, language)
    strip_article(text)


@pytest.mark.parametrize(
    ("written", "language", "english"),
    [
        ("Кройдон", "ru", "Croydon"),
        ("Ֆլագստաֆ", "hy", "Flagstaff"),
        ("Birkenhed", "az", "Birkenhead"),
        ("Хартлпул", "ru", "Hartlepool"),
        ("Уичита", "ru", "Wichita"),
        ("Чичестер", "ru", "Chichester"),
    ],
)
def test_a_name_and_its_spelling_by_sound_share_their_consonants(
    written: str, language: str, english: str
) -> None:
    assert not set(consonants(written, language)).isdisjoint(consonants(english, None))


def test_other_consonants_are_another_name() -> None:
    assert set(consonants("Кройдон", "ru")).isdisjoint(consonants("Brighton", None))


@given(st.text(max_size=40))
def test_readings_of_any_text_are_few_and_short(name: str) -> None:
    found = consonants(name, None)
    assert 1 <= len(found) <= 8
    assert all(len(each) <= 5 for each in found)


def test_languages_that_spell_by_sound() -> None:
    assert is_phonetic("Кройдон", None)
    assert is_phonetic("Kroydon", "az")
    assert not is_phonetic("Croydon", "en")
    assert not is_phonetic("", None)


def test_directions_are_no_names() -> None:
    assert is_direction("South West")
    assert is_direction("Nord-Ouest")
    assert not is_direction("South Carolina")
    assert not is_direction("")


def test_words_that_go_on_with_a_list() -> None:
    assert is_and("And")
    assert is_and("և")
    assert not is_and("in")


@pytest.mark.parametrize("name", ["M&S", "N/A", "MS-13"])
def test_other_signs_are_no_short_form_of_a_region(name: str) -> None:
    assert short_regions(name) == ()
