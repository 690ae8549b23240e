"""The gazetteer: places by name in any script, by key, and what is kept of their data."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import according.knowledge
from according.knowledge.gazetteer import candidates, is_place_word, lookup, place
from according.knowledge.gazetteer_build import built, cache_folder

YEREVAN = "place:geonames:616052"
TAVUSH = "place:iso:AM-TV"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Yerevan", "en"),
        ("Erevan", "fr"),
        ("Érévan", "fr"),
        ("Ереван", "ru"),
        ("Ереване", "ru"),
        ("Երևան", "hy"),
        ("Երևանում", "hy"),
        ("İrəvan", "az"),
        ("İrəvanda", "az"),
        ("YEREVAN", None),
        ("يريفان", "ar"),
        ("ერევანი", "ka"),
    ],
)
def test_a_city_is_found_by_its_names_in_any_script_and_form(name: str, language: str | None) -> None:
    assert candidates(name, language)[0].key == YEREVAN


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Tavush", "en"),
        ("Tavush Province", "en"),
        ("région de Tavouch", "fr"),
        ("Тавушская область", "ru"),
        ("Тавушской области", "ru"),
        ("Тавуш", "ru"),
    ],
)
def test_a_region_is_found_with_and_without_its_kind(name: str, language: str) -> None:
    assert candidates(name, language)[0].key == TAVUSH


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("Saint-Pétersbourg", "fr", "place:geonames:498817"),
        ("St Petersburg", "en", "place:geonames:498817"),
        ("Le Caire", "fr", "place:geonames:360630"),
        ("Caire", "fr", "place:geonames:360630"),
        ("Deir ez-Zor", "en", "place:geonames:170794"),
        ("Deir Ezzor", "en", "place:geonames:170794"),
        ("Нью-Йорке", "ru", "place:geonames:5128581"),
        ("İstanbul'da", "tr", "place:geonames:745044"),
        ("Ill.", "en", "place:iso:US-IL"),
        ("northern Idlib", "en", "place:geonames:169389"),
    ],
)
def test_spelling_articles_inflection_and_parts_are_no_obstacle(name: str, language: str, key: str) -> None:
    assert key in {found.key for found in candidates(name, language)[:3]}


def test_all_places_of_a_name_are_returned_the_most_populous_first() -> None:
    found = [each for each in candidates("Springfield", "en") if each.name == "Springfield"]
    assert len(found) > 10
    assert found == sorted(found, key=lambda each: -each.population)
    paris = candidates("Paris", "en")
    assert paris[0].country == "FR"
    assert {"US", "CA"} <= {each.country for each in paris}


def test_a_word_for_a_kind_is_kept_as_what_the_name_asks_for() -> None:
    assert {match.level for match in lookup("Washington state", "en")} == {"region"}
    assert {match.level for match in lookup("Washington", "en")} == {None}


def test_a_place_says_what_it_is() -> None:
    yerevan = place(YEREVAN)
    assert yerevan is not None
    assert (yerevan.country, yerevan.admin, yerevan.precision, yerevan.capital) == (
        "AM",
        "AM.11",
        "town",
        True,
    )
    assert yerevan.population > 1_000_000
    assert abs(yerevan.latitude - 40.18) < 0.1
    assert abs(yerevan.longitude - 44.51) < 0.1
    assert ("Ереван",) in [names for language, names in yerevan.names if language == "ru"]
    region = place(TAVUSH)
    assert region is not None
    assert (region.country, region.admin, region.precision, region.capital) == (
        "AM",
        "AM.09",
        "region",
        False,
    )


def test_a_country_has_one_capital_however_many_towns_bear_its_name() -> None:
    assert [each.geonames for each in candidates("Washington", "en") if each.capital] == [4140963]


def test_a_region_that_is_a_city_is_that_city_alone() -> None:
    assert [each.precision for each in candidates("Yerevan", "en") if each.country == "AM"] == ["town"]


def test_contested_places_keep_the_names_of_all_sides() -> None:
    for name, language in [
        ("Haut-Karabagh", "fr"),
        ("Artsakh", "en"),
        ("Dağlıq Qarabağ", "az"),
        ("Արցախ", "hy"),
    ]:
        found = candidates(name, language)[0]
        assert found.contested
        assert found.name == "Nagorno-Karabakh"
    shushi = {candidates(name, language)[0].key for name, language in [
        ("Shusha", "en"), ("Shushi", "en"), ("Chouchi", "fr"), ("Şuşa", "az"), ("Шуша", "ru"), ("Շուշի", "hy"),
    ]}  # fmt: skip
    assert len(shushi) == 1


def test_every_candidate_is_found_again_by_its_key() -> None:
    for name in ("Ararat", "Texas", "Nagorno-Karabakh", "Goma", "Nice"):
        for found in candidates(name, "en"):
            assert place(found.key) == found


@pytest.mark.parametrize(
    "key", ["", "place:geonames:", "place:geonames:x", "place:geonames:0", "state:AM", "'; --"]
)
def test_an_unknown_key_is_nobodys(key: str) -> None:
    assert place(key) is None


def test_codes_and_transliterations_are_no_names() -> None:
    assert not is_place_word("EVN")  # the code of an airport
    assert not is_place_word("ye li wen")  # Chinese syllables in Latin letters
    assert is_place_word("Goris")
    assert is_place_word("goris")
    assert not is_place_word("")


@given(st.text(max_size=30), st.sampled_from(["en", "fr", "ru", "az", "hy", "xx", None]))
def test_any_text_may_be_asked(text: str, language: str | None) -> None:
    for match in lookup(text, language):
        assert -90 <= match.place.latitude <= 90
        assert -180 <= match.place.longitude <= 180
        assert match.prominence >= 0
        assert match.spellings >= 1


def test_regions_are_well_formed() -> None:
    path = Path(according.knowledge.__file__).parent / "regions.json"
    codes = set()
    for country, iso, admin, geonames, latitude, longitude, population, city, name, names in json.loads(
        path.read_text("utf-8")
    ):
        assert len(country) == 2
        assert (country, iso or geonames) not in codes
        codes.add((country, iso or geonames))
        assert admin
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
        assert population >= 0
        assert city is None or city > 0
        assert name
        assert names["en"]
    assert len(codes) > 3000


def test_the_cache_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("ACCORDING_CACHE", raising=False)
    assert cache_folder() == tmp_path / "xdg" / "according"
    monkeypatch.setenv("ACCORDING_CACHE", str(tmp_path / "mine"))
    assert cache_folder() == tmp_path / "mine"
    assert (tmp_path / "mine").is_dir()


def test_without_a_cache_that_can_be_written_a_temporary_folder_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ACCORDING_CACHE", str(tmp_path / "file" / "cache"))
    folder = cache_folder()
    assert os.access(folder, os.W_OK)
    assert folder.stat().st_mode & 0o077 == 0


def test_the_gazetteer_cannot_be_written_by_its_readers() -> None:
    with (
        sqlite3.connect(f"{built().as_uri()}?mode=ro&immutable=1", uri=True) as database,
        pytest.raises(sqlite3.OperationalError),
    ):
        database.execute("DELETE FROM place")


def test_a_region_that_is_only_a_direction_is_not_sure_of_its_name() -> None:
    assert {match.evidence for match in lookup("Southwest", "en") if match.place.precision == "region"} == {0}
