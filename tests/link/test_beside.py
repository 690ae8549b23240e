"""What stands beside a name."""

from __future__ import annotations

import pytest

from according.link.beside import office_of
from tests.chains import named, told


def test_an_office_as_chains_have_it() -> None:
    text = "president"
    office = named(text, text, "person", form="description", role="president", state="KE")
    assert office_of(office) == "president@KE"
    assert office_of(named(text, text, "person", form="description", role="president")) == "president@"


class TestExplained:
    @pytest.mark.parametrize(
        ("text", "language", "office"),
        [
            ("« Nous partons », a affirmé Shoukry Fahmy le ministre égyptien des Affaires étrangères à Khartoum.", "fr",
             "foreign-minister@EG"),
            ("William Ruto, who serves as president of Kenya, spoke.", "en", "president@KE"),
            ("William Ruto (the president of Kenya) spoke.", "en", "president@KE"),
            ("William Ruto is the president of Kenya. Nothing else is known.", "en", "president@KE"),
            ("Aminata Touré, nommée Première ministre du Sénégal, a parlé.", "fr", "prime-minister@SN"),
            ("After talks with William Ruto, the president of Kenya, they left.", "en", "president@KE"),
        ],
    )  # fmt: skip
    def test_one_person(self, text: str, language: str, office: str) -> None:
        (person,) = [chain for chain in told(text, language).chains if chain.kind == "person"]
        assert (person.named, person.offices) == (True, (office,))

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Après ses entretiens avec Hailé Tadesse, le président égyptien a quitté la salle.", "fr"),
            ("After talks with Haile Tadesse, the Egyptian president left the room.", "en"),
            ("« Non », a répondu à Hailé Tadesse le président égyptien.", "fr"),
            ("William Ruto is not the president of Uganda.", "en"),
        ],
    )
    def test_two_people(self, text: str, language: str) -> None:
        people = [chain for chain in told(text, language).chains if chain.kind == "person"]
        assert [chain.named for chain in people] == [True, False]
        assert people[0].offices == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If he is elected president, Kwame Mensah said, taxes will rise.", "en"),
        ("Kwame Mensah left. Nobody was elected president.", "en"),
        ("S'il est élu président, Kwame Mensah partira.", "fr"),
    ],
)
def test_an_office_that_somebody_may_get_is_nobodys_name(text: str, language: str) -> None:
    (person,) = [chain for chain in told(text, language).chains if chain.kind == "person"]
    assert (person.name, person.offices) == ("Kwame Mensah", ())
