"""Lands that are claimed as a whole, and what lies in them."""

from __future__ import annotations

from typing import Any, cast

import pytest

from according.knowledge.contested import lands
from according.knowledge.fold import load_data
from according.knowledge.gazetteer import Place, candidates, place

# By land: towns in it, and towns beside it; the names are those of the gazetteer.
INSIDE = {
    "Nagorno-Karabakh": ("Stepanakert", "Shusha", "Lachin"),
    "Abkhazia": ("Sukhumi", "Gudauta", "Pitsunda"),
    "South Ossetia": ("Tskhinvali", "Java"),
    "Crimea": ("Simferopol", "Sevastopol", "Dzhankoy", "Feodosiya"),
    "Donbas": ("Makiyivka", "Lysychansk", "Alchevsk", "Kramatorsk"),
    "Zaporizhzhia Oblast": ("Melitopol", "Tokmak"),
    "Kherson Oblast": ("Kherson", "Nova Kakhovka"),
    "Transnistria": ("Tiraspol", "Rîbnița", "Bender"),
    "Kosovo and Metohija": ("Gjilan", "Prizren", "Pristina", "Peja"),
    "Northern Cyprus": ("Kyrenia", "Famagusta", "Mórfou"),
    "West Bank": ("Ramallah", "Jenin", "Nablus", "Rafah", "Khan Yunis"),
    "Golan Heights": ("Majdal Shams", "Katsrin"),
    "Western Sahara": ("Laayoune", "Dakhla"),
    "Halaib Triangle": (),
    "Abyei": ("Abyei",),
    "Somaliland": ("Hargeysa", "Berbera", "Burao", "Las Anod"),
    "Kashmir": ("Srinagar", "Jammu", "Poonch", "Pahalgam", "Leh", "Kargil"),
    "Azad Kashmir": ("Muzaffarabad", "Gilgit", "Skardu"),
    "Arunachal Pradesh": ("Itanagar", "Tawang"),
    "Kinmen": ("Taipei", "Kaohsiung"),
    "Kuril Islands": ("Yuzhno-Kuril’sk", "Kurilsk"),
    "Essequibo": ("Bartica", "Lethem"),
    "Falkland Islands": ("Stanley",),
    "Gibraltar": ("Gibraltar",),
}
BESIDE = (
    ("Gori", "GE"), ("Zugdidi", "GE"), ("Dnipro", "UA"), ("Kharkiv", "UA"), ("Chisinau", "MD"), ("Niš", "RS"),
    ("Larnaca", "CY"), ("Limassol", "CY"), ("Tiberias", "IL"), ("Haifa", "IL"), ("Damascus", "SY"), ("Tarfaya", "MA"),
    ("Mogadishu", "SO"), ("Garoowe", "SO"), ("Amritsar", "IN"), ("Shimla", "IN"), ("Lahore", "PK"), ("Nemuro", "JP"),
    ("Georgetown", "GY"), ("Barda", "AZ"), ("Ganja", "AZ"), ("Goris", "AM"), ("Aswan", "EG"), ("Xiamen", "CN"),
)  # fmt: skip


def of_that_name(name: str) -> list[Place]:
    return [each for each in candidates(name) if each.precision != "point"]


def test_every_land_has_its_examples() -> None:
    assert set(INSIDE) == {land.of[0] for land in lands()}


@pytest.mark.parametrize(("land", "town"), [(land, town) for land in INSIDE for town in INSIDE[land]])
def test_what_lies_in_a_claimed_land_is_contested(land: str, town: str) -> None:
    (within,) = (each for each in lands() if each.of[0] == land)
    inside = [
        each
        for each in of_that_name(town)
        if within.holds(each.country, each.admin, each.latitude, each.longitude)
    ]
    assert inside or any(each.name == town and each.contested for each in of_that_name(town))
    assert all(each.contested for each in inside)


@pytest.mark.parametrize(("town", "country"), BESIDE)
def test_what_lies_beside_is_not(town: str, country: str) -> None:
    largest = max(
        (each for each in of_that_name(town) if each.country == country), key=lambda each: each.population
    )
    assert not largest.contested


def test_of_every_contested_region_it_is_said_whether_its_towns_are() -> None:
    entries = cast(list[dict[str, Any]], load_data("places.yml"))
    regions = {each["name"] for each in entries if each["kind"] == "region" and each.get("contested")}
    others = set(cast(dict[str, list[str]], load_data("contested.yml"))["others"])
    claimed = {name for land in lands() for name in land.of}
    contested = {each["name"] for each in entries if each.get("contested")}
    assert not claimed & others
    assert claimed <= contested
    assert regions <= claimed | others
    assert others <= regions


def test_kashmir_is_one_place_in_all_languages() -> None:
    names = (("Kashmir", "en"), ("Cachemire", "fr"), ("Кашмир", "ru"), ("Keşmir", "tr"), ("Kəşmir", "az"))
    assert {candidates(name, language)[0].key for name, language in names} == {"place:wikidata:Q43100"}
    jammu = place("place:iso:IN-JK")
    assert jammu is not None
    assert jammu not in candidates("Kashmir")
