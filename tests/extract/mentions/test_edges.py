"""Names that a model cuts short, or takes too much into."""

from __future__ import annotations

import pytest

from tests.chains import told


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("The army fought Abdelrahim Hamdan Dagalo.", "en", ["Abdelrahim Hamdan Dagalo"]),
        (
            "Les gens ont fui, a déclaré Sutopo Purwo Nugroho, porte-parole de l’agence. Nugroho le dit.",
            "fr",
            ["Sutopo Purwo Nugroho", "Nugroho"],
        ),
        ("The Israeli Benjamin Netanyahu met Hamas.", "en", ["Benjamin Netanyahu"]),
        ("In Paris Emmanuel Macron said no.", "en", ["Emmanuel Macron"]),
    ],
)
def test_the_whole_name(text: str, language: str, people: list[str]) -> None:
    assert told(text, language).named("person") == people


def test_two_names_that_a_comma_parts() -> None:
    found = told("“It was bad,” Mayer, Disney’s chairman, said.")
    assert "Mayer, Disney" not in {chain.name for chain in found.chains}


@pytest.mark.parametrize(
    "text",
    [
        "They went to Milan Design Week in April.",
        "It happened near Evelyn Street, a busy road.",
        "Shares of Walter Energy fell.",
        "The crude Brent LCOc1 was last at $60.",
        "Brexit will happen.",
    ],
)
def test_nobody(text: str) -> None:
    assert told(text).named("person") == []


@pytest.mark.parametrize("word", ["Western", "Welsh", "European"])
def test_who_is_of_a_part_of_the_world_is_nobody_by_name(word: str) -> None:
    assert not any(
        mention.text == word
        for chain in told(f"{word} officials said no.").chains
        for mention in chain.mentions
    )


def test_a_surname_that_stands_first_is_somebody() -> None:
    found = told("Ri Yong Ho told the assembly this. The tone of Ri's speech was another one.")
    assert ["Ri Yong Ho", "Ri"] in found.of("person")
