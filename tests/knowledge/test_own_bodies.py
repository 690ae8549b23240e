"""Armies and governments with a name of their own, beside those of states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.offices import described

OWN = {
    "en": [
        "Balochistan Liberation Army", "Free Syrian Army", "Irish Republican Army", "Arakan Army",
        "Kachin Independence Army", "Syrian National Army", "Libyan National Army", "Kosovo Liberation Army",
        "Oromo Liberation Army", "Sudan People's Liberation Army", "Ta'ang National Liberation Army",
        "National Liberation Army", "Iraqi Islamic Army", "Kurdish Volunteer Army", "Wa State Army",
        "Arakan Rohingya Salvation Army", "National Unity Government", "Government of National Accord",
        "Government of National Unity", "Chechen National Salvation Government",
    ],
    "fr": [
        "Armée de libération du Kosovo", "Armée syrienne libre", "Armée nationale de libération",
        "Armée nationale syrienne", "Armée nationale libyenne", "Armée républicaine irlandaise",
        "Armée de résistance du Seigneur", "Armée de l'Arakan", "Armée de libération du Baloutchistan",
        "Armée de l'indépendance du Kachin", "Armée de libération de l'Oromia", "Armée islamique d'Irak",
        "Armée populaire de libération du Soudan", "Armée révolutionnaire du peuple", "Armée secrète",
        "Armée de libération nationale", "Gouvernement d'union nationale",
        "Gouvernement d'union nationale libyen", "Gouvernement d'unité nationale", "gouvernement en exil",
        "Gouvernement de salut national",
    ],
    "ru": [
        "Армия освобождения Косово", "Свободная сирийская армия", "Сирийская национальная армия",
        "Ливийская национальная армия", "Ирландская республиканская армия", "Армия Аракана",
        "Армия независимости Качина", "Армия освобождения Белуджистана", "Армия сопротивления Господа",
        "Национально-освободительная армия", "Армия национального освобождения",
        "Народно-освободительная армия Судана", "Русская освободительная армия",
        "Украинская повстанческая армия", "Исламская армия Ирака", "Армия освобождения Оромо",
        "Правительство национального согласия", "Правительство народного единства",
        "Правительство национального единства", "правительство в изгнании",
        "Правительство национального спасения",
    ],
    "tr": [
        "Özgür Suriye Ordusu", "Suriye Milli Ordusu", "Kosova Kurtuluş Ordusu", "Arakan Ordusu",
        "Ulusal Birlik Hükümeti",
    ],
    "az": [
        "Azad Suriya Ordusu", "Kosovo Azadlıq Ordusu", "Arakan Ordusu", "Milli Birlik Hökuməti",
    ],
    "hy": [
        "Սիրիայի ազատ բանակ", "Կոսովոյի ազատագրական բանակ", "Իռլանդական հանրապետական բանակ",
    ],
}  # fmt: skip
STATE = {
    "en": ("the {} of 1999 fought the Syrian army.", "Syrian army"),
    "fr": ("Depuis 1999, l'{} combat l'armée syrienne.", "armée syrienne"),
    "ru": ("В 1999 году {} напала на сирийскую армию.", "сирийскую армию"),
    "tr": ("1999'da {} ile Suriye ordusu çatıştı.", "Suriye ordusu"),
    "az": ("1999-da {} ilə Suriya ordusu toqquşdu.", "Suriya ordusu"),
    "hy": ("1999-ին {} և սիրիական բանակը մարտնչեցին։", "սիրիական բանակը"),
}


def found(text: str, language: str) -> tuple[list[str], list[tuple[str, str | None]]]:
    """Return the bodies of their own and the institutions in a text, as they are written, with their states."""
    all_, own = described(text, language)
    organs = [(text[slice(*each.span)], each.state) for each in all_ if each.kind == "institution"]
    return [text[slice(*span)] for span in own], organs


@pytest.mark.parametrize(
    ("language", "name"), [(code, name) for code, names in OWN.items() for name in names]
)
def test_beside_the_army_of_a_state(language: str, name: str) -> None:
    frame, army = STATE[language]
    assert found(frame.format(name), language) == ([name], [(army, "SY")])


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "The Pakistan Army withdrew.", "PK"),
        ("en", "The Royal Thai Army withdrew.", "TH"),
        ("en", "The Syrian national army withdrew.", "SY"),
        ("en", "On Monday the Indian Army withdrew.", "IN"),
        ("en", "The Syrian Arab Army withdrew.", "SY"),
        ("en", "The Chinese People's Liberation Army withdrew.", "CN"),
        ("en", "The Government of India withdrew.", "IN"),
        ("fr", "L'armée nationale malienne a reculé.", "ML"),
        ("fr", "Les forces armées du Mali ont reculé.", "ML"),
        ("fr", "Le gouvernement malien a reculé.", "ML"),
        ("ru", "Армия Мали отступила.", "ML"),
        ("ru", "Правительство Ливии отступило.", "LY"),
        ("tr", "Mısır Ordusu çekildi.", "EG"),
        ("az", "Azərbaycan ordusu geri çəkildi.", "AZ"),
        ("hy", "Հայաստանի բանակը նահանջեց։", "AM"),
    ],
)
def test_what_is_a_states(language: str, text: str, state: str) -> None:
    own, organs = found(text, language)
    assert own == []
    assert [code for _, code in organs] == [state]


def test_soldiers_of_an_army_leave_it_its_state() -> None:
    _, organs = found("Ten soldiers of the Pakistan Army died.", "en")
    assert organs == [("soldiers", "PK"), ("Pakistan Army", "PK")]


def test_a_heading_is_no_name() -> None:
    own, _ = found("Rebels Leave Northern Town While Free Syrian Army Waits", "en")
    assert own == ["Free Syrian Army"]


def test_a_bare_noun_is_none() -> None:
    assert found("The army left. The Army left. The government stayed.", "en")[0] == []
    assert found("The Army of General Burhan left.", "en")[0] == []


@given(
    st.text(alphabet="Free Syran'-Lbt\nАрмия освобд.", max_size=80),
    st.sampled_from([*OWN, "de", "es", "uk", None]),
)
def test_any_text(text: str, language: str | None) -> None:
    own = described(text + " Army", language)[1]
    assert all(0 <= span.start < span.end <= len(text) + 5 for span in own)
    assert own == sorted(own)
