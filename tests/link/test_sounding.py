"""Places that are spelt as they sound, found where the article speaks of their country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.place_context import PlaceName
from according.link.places import Context, resolve
from according.link.sounding import sounding


def countries_of(name: str, language: str, *countries: str) -> set[tuple[str, str | None]]:
    return {
        (match.place.name, match.place.country) for match in sounding(PlaceName(name, language), countries)
    }


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Кройдон", "ru"),
        ("Кройдоне", "ru"),
        ("Կրոյդոն", "hy"),
        ("კროიდონი", "ka"),
    ],
)
def test_a_name_is_found_by_its_sound_in_any_form(name: str, language: str) -> None:
    assert ("Croydon", "GB") in countries_of(name, language, "GB")


def test_only_in_the_countries_that_are_asked_for() -> None:
    assert countries_of("Кройдон", "ru", "FR") == set()
    assert countries_of("Кройдон", "ru") == set()


def test_languages_that_keep_foreign_spellings_are_taken_as_they_are() -> None:
    assert countries_of("Birkenhed", "az", "GB") == {("Birkenhead", "GB")}
    assert countries_of("Birkenhed", "en", "GB") == set()


def test_another_name_with_the_same_consonants_is_none() -> None:
    assert countries_of("Кередено", "ru", "GB") == set()


def test_the_article_decides() -> None:
    name = PlaceName("Биркенхед", "ru")
    (found,) = resolve([name], Context({"GB": 2.0}))
    assert found is not None
    assert (found.place.name, found.place.country, found.sure) == ("Birkenhead", "GB", True)
    (elsewhere,) = resolve([PlaceName("Биркенхедион", "ru")], Context({"GB": 2.0}))
    assert elsewhere is None or not elsewhere.sure


@given(st.text(max_size=20), st.sampled_from(["ru", "az", "hy", "en", None]))
def test_any_text_can_be_asked(name: str, language: str | None) -> None:
    for match in sounding(PlaceName(name, language), ("GB", "US")):
        assert match.place.country in ("GB", "US")
