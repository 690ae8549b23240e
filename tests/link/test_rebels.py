"""Separatists and rebels that an article does not name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.knowledge.fold import load_data
from according.knowledge.rebels import unnamed
from tests.chains import told
from tests.texts import ANY

LANGUAGES = sorted(load_data("rebels.yml"))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "words", "key", "language"),
    [
        (
            "The Republic of Artsakh was shelled. The separatist authorities left.",
            "separatist authorities",
            "state:az-nk",
            "en",
        ),
        ("Fighting went on in Abkhazia. The separatists denied it.", "separatists", "state:ge-ab", "en"),
        (
            "Ships left Somaliland. Leaders of the self-proclaimed republic met.",
            "Leaders of the self-proclaimed republic",
            "state:so-som",
            "en",
        ),
        (
            "The Donetsk People's Republic voted. The pro-Russian separatists won.",
            "separatists",
            "state:ua-dpr",
            "en",
        ),
        (
            "Kosovo closed the road. The breakaway authorities said why.",
            "breakaway authorities",
            "state:XK",
            "en",
        ),
        ("The Houthis took the port. The rebels denied it.", "rebels", "organization:houthis", "en"),
        (
            "La Transnistrie a voté. Les autorités séparatistes ont gagné.",
            "autorités séparatistes",
            "state:md-pmr",
            "fr",
        ),
        (
            "Le Haut-Karabagh est bombardé. Les séparatistes le disent.",
            "séparatistes",
            "institution:government@az-nk",
            "fr",
        ),
        ("Приднестровье закрыло границу. Сепаратисты подтвердили это.", "Сепаратисты", "state:md-pmr", "ru"),
    ],
)
def test_the_only_one(text: str, words: str, key: str, language: str) -> None:
    chain = told(text, language).chain(words)
    assert chain.key == key


@pytest.mark.parametrize(
    "text",
    [
        "Abkhazia and South Ossetia voted. The separatist authorities left.",
        "The Houthis met Hezbollah. The rebels denied it.",
        "Abkhazia voted. The Catalan separatist leaders left.",
        "Abkhazia voted. The Kurdish separatists left.",
        "Hezbollah fired. The Colombian rebels left.",
        "The rebels left. The Houthis took the port.",
        "France voted. The separatists left.",
        "Abkhazia voted. Two separatists were arrested.",
    ],
)
def test_undecided(text: str) -> None:
    found = told(text)
    for each in unnamed(text, "en"):
        written = text[slice(*each.span)]
        assert all(mention.text != written for chain in found.chains for mention in chain.mentions)


def test_of_all_lands_alike() -> None:
    keys = {
        told(f"{land} was shelled. The separatist authorities denied it.").chain("separatist authorities").key
        for land in (
            "Nagorno-Karabakh",
            "Abkhazia",
            "Transnistria",
            "Northern Cyprus",
            "Somaliland",
            "South Ossetia",
        )
    }
    assert {str(key).replace("@", ":").rpartition(":")[2] for key in keys} == {
        "az-nk",
        "ge-ab",
        "md-pmr",
        "cy-trnc",
        "so-som",
        "x-so",
    }


@settings(max_examples=60)
@given(ANY, st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    spans = [each.span for each in unnamed(f"The rebels. {text}", language)]
    assert spans == sorted(spans)
    assert all(span.start < span.end <= len(text) + 12 for span in spans)
