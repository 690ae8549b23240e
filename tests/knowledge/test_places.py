"""The places of `places.yml`, as data and as the gazetteer finds them."""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from functools import cache
from typing import Any, cast

import pytest

from according.knowledge.fold import load_data, texts
from according.knowledge.gazetteer import Place, candidates, place
from according.knowledge.gazetteer_build import built
from according.knowledge.toponymy import place_key

# On no land, or far from the towns of any one country.
_WIDE = {"sea", "ocean", "continent", "pipeline"}
_SMALL = {"town", "village", "district", "neighbourhood", "camp", "church", "monastery", "mosque", "airport"}
_FIELDS = {"name", "kind", "lat", "lon", "countries", "contested", "wikidata", "geonames", "names"}


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    return tuple(cast(list[dict[str, Any]], load_data("places.yml")))


@cache
def _towns() -> dict[str, list[tuple[float, float]]]:
    """Return where the towns of each country lie."""
    found: dict[str, list[tuple[float, float]]] = {}
    with sqlite3.connect(built()) as database:
        rows = database.execute("SELECT country, latitude, longitude FROM place WHERE id > 0")
        for country, latitude, longitude in rows:
            found.setdefault(country, []).append((latitude, longitude))
    return found


def _degrees(entry: dict[str, Any], latitude: float, longitude: float) -> float:
    """Return how far a point lies from an entry, in degrees of latitude (111 km)."""
    east = abs(longitude - entry["lon"])
    return math.hypot(latitude - entry["lat"], min(east, 360 - east) * math.cos(math.radians(entry["lat"])))


def _is(found: Place, entry: dict[str, Any]) -> bool:
    if "geonames" in entry:
        return bool(found.geonames == entry["geonames"])
    return bool(found.name == entry["name"])


def _spellings(entry: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, language) for language, names in entry["names"].items() for name in texts(names)]


def test_names_and_ids_are_used_once() -> None:
    entries = _entries()
    for field in ("name", "wikidata", "geonames"):
        counts = Counter(entry[field] for entry in entries if field in entry)
        assert [value for value, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("entry", _entries(), ids=lambda entry: entry["name"])
def test_entry_is_well_formed(entry: dict[str, Any]) -> None:
    assert set(entry) <= _FIELDS
    assert -90 <= entry["lat"] <= 90
    assert -180 <= entry["lon"] <= 180
    assert all(re.fullmatch("[A-Z]{2}", country) for country in entry["countries"])
    assert {"en", "fr", "ru"} <= set(entry["names"])
    assert entry["names"]["en"][0] == entry["name"]
    for language, names in entry["names"].items():
        assert re.fullmatch("[a-z]{2,3}", language)
        keys = [place_key(name) for name in names]
        assert all(keys)
        assert len(set(keys)) == len(keys), "one that differs in marks, hyphens or case alone stands once"
        assert not [name for name in names if re.search(r"[(),\[\]]", name)]


def test_every_place_lies_in_or_near_the_states_that_are_named() -> None:
    far = []
    for entry in _entries():
        if entry["kind"] in _WIDE or not entry["countries"]:
            continue
        most = 1.5 if entry["kind"] in _SMALL else 6
        towns = [at for country in entry["countries"] for at in _towns().get(country, ())]
        if towns and min(_degrees(entry, *at) for at in towns) > most:
            far.append(entry["name"])
    assert far == []


def test_towns_lie_where_geonames_has_them() -> None:
    for entry in _entries():
        known = place(f"place:geonames:{entry.get('geonames')}")
        if known and known.precision == "town":
            assert _degrees(entry, known.latitude, known.longitude) < 0.01, entry["name"]
            assert known.country in entry["countries"]


def test_most_names_lead_to_their_place_first() -> None:
    spellings = [(entry, *each) for entry in _entries() for each in _spellings(entry)][::5]
    missed = [
        (name, language)
        for entry, name, language in spellings
        if not (found := candidates(name, language)) or not _is(found[0], entry)
    ]
    assert len(missed) < 0.03 * len(spellings), missed


def test_names_of_contested_places_lead_to_them_in_every_language() -> None:
    contested = [entry for entry in _entries() if entry.get("contested")]
    assert len(contested) > 100
    for entry in contested:
        for name, language in _spellings(entry):
            if language in ("ru", "az", "hy", "ar", "he", "zh"):
                assert any(_is(each, entry) for each in candidates(name, language)), (name, language)


@pytest.mark.parametrize(
    "names",
    [
        ("Nagorno-Karabakh", "Haut-Karabagh", "Haut-Karabakh", "Artsakh", "Нагорный Карабах", "Арцах", "Dağlıq Qarabağ",
         "Yukarı Karabağ", "Dağlık Karabağ", "Լեռնային Ղարաբաղ", "Արցախ", "Karabagh", "Bergkarabach"),
        ("Stepanakert", "Khankendi", "Xankəndi", "Ханкенди", "Степанакерт", "Ստեփանակերտ"),
        ("Shusha", "Shushi", "Chouchi", "Choucha", "Şuşa", "Шуша", "Шуши", "Շուշի"),
        ("Aghdam", "Akna", "Ağdam", "Агдам", "Ակնա"),
        ("Lachin", "Berdzor", "Laçın", "Лачин", "Latchine", "Բերձոր"),
        ("Kalbajar", "Kelbajar", "Karvachar", "Kəlbəcər", "Քարվաճառ", "Кельбаджар"),
        ("Nakhchivan", "Nakhitchevan", "Nakhijevan", "Naxçıvan", "Nahçıvan", "Нахичевань", "Նախիջևան"),
        ("Syunik", "Sunik", "Zangezur", "Сюник", "Зангезур", "Zəngəzur", "Սյունիք", "Siounik"),
        ("Dadivank", "Khudavang", "Xudavəng", "Դադիվանք", "Дадиванк"),
        ("Sukhumi", "Sokhumi", "Soukhoumi", "Сухум", "სოხუმი"),
        ("South Ossetia", "Ossétie du Sud", "Южная Осетия", "სამხრეთ ოსეთი", "Samachablo"),
        ("Bakhmut", "Artyomovsk", "Бахмут", "Артёмовск", "Бахмут"),
        ("Crimea", "Crimée", "Крым", "Крим", "Kırım", "Qırım"),
        ("Pristina", "Prishtina", "Приштина", "Prishtinë"),
        ("Nicosia", "Lefkosia", "Lefkoşa", "Λευκωσία", "Nicosie"),
        ("Varosha", "Maraş", "Βαρώσι"),
        ("West Bank", "Judea and Samaria", "Cisjordanie", "Judée-Samarie", "الضفة الغربية", "יהודה ושומרון"),
        ("Temple Mount", "Haram al-Sharif", "esplanade des Mosquées", "הר הבית", "الحرم القدسي"),
        ("Hebron", "Al-Khalil", "الخليل", "חברון", "Hébron"),
        ("Derry", "Londonderry", "Doire", "Лондондерри"),
        ("Falkland Islands", "Malvinas", "Malouines", "Мальвинские острова"),
        ("Senkaku Islands", "Diaoyu", "尖閣諸島", "钓鱼岛"),
        ("Liancourt Rocks", "Dokdo", "Takeshima", "독도", "竹島"),
        ("Xinjiang", "East Turkestan", "新疆", "Doğu Türkistan"),
        ("Kobani", "Ayn al-Arab", "عين العرب", "Kobanê"),
        ("Diyarbakir", "Amed", "Диярбакыр"),
        ("Western Sahara", "Sahara occidental", "Sahara marocain", "الصحراء الغربية"),
        ("Essequibo", "Guayana Esequiba", "Эссекибо"),
        ("Upper Lars", "Verkhny Lars", "Верхний Ларс", "ზემო ლარსი", "Վերին Լարս"),
    ],
    ids=lambda names: names[0],
)  # fmt: skip
def test_names_of_all_sides_are_one_place(names: tuple[str, ...]) -> None:
    assert {name: candidates(name)[0].name for name in names} == dict.fromkeys(names, names[0])


@pytest.mark.parametrize(
    ("country", "sides"),
    list(
        {
            "AM": "az hy",
            "AZ": "az hy",
            "GE": "ka ru",
            "CY": "el tr",
            "PS": "ar he",
            "UA": "ru uk",
            "XK": "sq sr",
        }.items()
    ),
)
def test_sides_are_treated_alike(country: str, sides: str) -> None:
    disputed = [each for each in _entries() if each.get("contested") and each["countries"] == [country]]
    assert disputed
    assert [each["name"] for each in disputed if not set(sides.split()) <= set(each["names"])] == []


def test_one_name_of_two_places_gives_both() -> None:
    assert {"AM", "AZ"} <= {each.country for each in candidates("Martuni")}
    assert {"AM", "IR"} <= {each.country for each in candidates("Batı Azerbaycan", "tr")}
    assert {"Masis", "Mount Ararat"} <= {each.name for each in candidates("Масис", "ru")}


def test_places_elsewhere_keep_their_names() -> None:
    """A place is not so well known here that it takes the name of a greater one."""
    meant = {
        "Casablanca": "MA", "Barcelona": "ES", "Santiago": "CL", "Vladimir": "RU", "Paris": "FR", "Madrid": "ES",
        "Saint Petersburg": "RU", "Alexandria": "EG", "Hyderabad": "IN", "Cordoba": "AR", "Birmingham": "GB",
    }  # fmt: skip
    assert {name: candidates(name)[0].country for name in meant} == meant


def test_given_names_and_common_words_are_not_places_here() -> None:
    words = "lars ariel karen gal java sus pile tech тех та дом град место տեղ enclave border capital dpr lpr"
    names = {place_key(name) for entry in _entries() for name, _ in _spellings(entry)}
    assert not names & {place_key(word) for word in words.split()}
