"""What tells of no act: accidents, illness, contests, things in danger; and what does, in the same words."""

from __future__ import annotations

import pytest

from tests.extract.events.test_events import read


def roots(text: str, language: str) -> list[str]:
    return [event.root for event in read(text, language).events]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An earthquake hit Mali, killing 30 people."),
        ("en", "Two people were killed by the floods."),
        ("en", "He was killed in a car crash."),
        ("en", "Chad beat Niger in the final."),
        ("en", "The minister bombed at the box office."),
        ("en", "Chad has already given advance notice."),
        ("fr", "Un incendie a tué 12 personnes."),
        ("fr", "Le Tchad a battu le Niger en finale."),
        ("ru", "Землетрясение убило двенадцать человек."),
        ("ru", "При пожаре погибли 12 человек."),
        ("fr", "Un agriculteur a été attaqué par un cochon."),
        (
            "en",
            "The striker beat the goalkeeper. The referee stopped the match. City battles Chad on Tuesday.",
        ),
        ("en", "You can attack the problem with a budget."),
    ],
)
def test_what_nobody_does_is_no_attack(language: str, text: str) -> None:
    assert "ASSAULT" not in roots(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The police released a statement."),
        ("en", "In a report released on Monday, Chad said so."),
        ("fr", "Un rapport libéré hier par le Tchad le dit."),
    ],
)
def test_what_is_written_is_nobody_who_is_set_free(language: str, text: str) -> None:
    assert "RETREAT" not in roots(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebel fire killed 12 people."),
        ("en", "Gunmen attacked a football match in Niger."),
        ("en", "Police fled the match. The striker left, the referee hid. Men attacked the goalkeeper."),
        ("en", "“You attacked Niger,” the president of Chad told Mali."),
        ("en", "Soldiers killed 12 people after the earthquake."),
        ("en", "Chad is at war."),
        ("en", "The town fell to the rebels."),
        ("fr", "Des soldats ont tué 12 personnes."),
        ("fr", "Le Tchad a violé le cessez-le-feu."),
        ("ru", "Если Чад нападет, Нигер ответит."),
    ],
)
def test_what_somebody_does_is_one(language: str, text: str) -> None:
    assert "ASSAULT" in roots(text, language)


def test_things_are_in_danger_and_people_are_threatened() -> None:
    assert "THREATEN" not in roots("Il faut sauver ces forêts menacées.", "fr")
    assert "THREATEN" in roots("Les journalistes ont été menacés.", "fr")


def test_whoever_wants_to_be_let_in_asks_for_it() -> None:
    assert roots("Chad hopes to be readmitted to the union.", "en") == ["REQUEST"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad did not accept the plan."),
        ("en", "“We can never accept this plan,” the president said."),
        ("fr", "Le Tchad n'acceptera jamais ces conditions."),
        ("ru", "Чад никогда не примет эти условия."),
    ],
)
def test_whoever_does_not_accept_refuses(language: str, text: str) -> None:
    assert [(each.root, each.status) for each in read(text, language).events] == [("REJECT", "happened")]


def test_a_threat_is_the_speakers_even_if_nobody_knows_him() -> None:
    found = read("“We will bomb your cities,” the general told Chad.").events
    assert [each.status for each in found if each.root == "ASSAULT"] == ["threatened"]


def test_a_plan_for_talks_is_the_talks() -> None:
    (event,) = read("Запланированная встреча президентов не состоялась.", "ru").events
    assert (event.text, event.status) == ("встреча", "denied")


def test_verbs_that_the_engine_cannot_name_are_found_by_their_ending() -> None:
    (event,) = read("L'aviation bombarde la ville depuis l'aube.", "fr").events
    assert (event.root, event.status) == ("ASSAULT", "ongoing")
