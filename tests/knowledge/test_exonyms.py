"""Names of towns and regions in other languages than their own."""

from __future__ import annotations

import pytest

from according.knowledge.exonyms import exonyms_of_region, exonyms_of_town, with_exonyms
from according.knowledge.gazetteer import candidates


def test_time_zones_name_their_towns_in_many_languages() -> None:
    names = exonyms_of_town("KG", ("Bishkek", "Bishkek"), 900_000)
    assert "Бишкек" in names["ru"]
    assert {"hy", "az", "tr", "ka"} <= set(names)
    assert exonyms_of_town("IN", ("Kolkata", "Kolkata"), 4_000_000)["ru"]


def test_villages_and_namesakes_elsewhere_have_none() -> None:
    assert exonyms_of_town("KG", ("Bishkek", "Bishkek"), 900) == {}
    assert exonyms_of_town("US", ("Bishkek", "Bishkek"), 900_000) == {}


def test_regions_by_their_code() -> None:
    assert exonyms_of_region("XX-XX") == {}
    assert exonyms_of_region("US-CA")


def test_names_of_both_sources_stand_once() -> None:
    assert with_exonyms({"ru": "А"}, {"ru": ["А", "Б"], "hy": "Վ"}) == {"ru": ["А", "Б"], "hy": ["Վ"]}


@pytest.mark.parametrize(
    ("name", "language", "country"), [("Buenos-Ayres", "az", "AR"), ("Մոնտեվիդեո", "hy", "UY")]
)
def test_the_gazetteer_finds_them(name: str, language: str, country: str) -> None:
    assert candidates(name, language)[0].country == country
