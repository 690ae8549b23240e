"""Names of states inside the longer names of places."""

from __future__ import annotations

import pytest

from tests.chains import told


@pytest.mark.parametrize(
    ("text", "language", "places", "states"),
    [
        ("Fighting reached Port Sudan.", "en", ["Port Sudan"], []),
        ("The drought in New Mexico goes on.", "en", ["New Mexico"], []),
        ("Les combats ont atteint Port-Soudan.", "fr", ["Port-Soudan"], []),
        ("La sécheresse au Nouveau-Mexique continue.", "fr", ["Nouveau-Mexique"], []),
        ("Бои дошли до Порт-Судана.", "ru", ["Порт-Судана"], []),
        ("A crowd blocked India Street on Monday.", "en", ["India Street"], []),
        ("He was born in Armenia, Quindío.", "en", ["Armenia", "Quindío"], []),
        ("She moved to Atlanta, Georgia.", "en", ["Atlanta", "Georgia"], []),
        ("Fighting in Batumi, Georgia, ended.", "en", ["Batumi"], ["Georgia"]),
        ("Lebanon, Georgia and Jordan agreed.", "en", [], ["Lebanon", "Georgia", "Jordan"]),
        ("La Chine a fermé sa frontière.", "fr", [], ["Chine"]),
        ("South Sudan closed its border.", "en", [], ["South Sudan"]),
        ("The Russia-Ukraine war goes on.", "en", [], ["Russia", "Ukraine"]),
        ("The US-Mexico border is closed.", "en", [], ["US", "Mexico"]),
    ],
)
def test_a_state_in_a_longer_name(text: str, language: str, places: list[str], states: list[str]) -> None:
    found = told(text, language)
    assert found.named("place") == places
    assert found.named("state") == states


def test_whose_office_is_not_a_states_whose_name_is_in_a_regions() -> None:
    found = told("The New Mexico governor Jane Roe left. The New Jersey police said no.")
    assert found.chain("Jane Roe").offices == ("governor@",)
    assert not any((chain.key or "").endswith(("@MX", "@JE")) for chain in found.chains)
