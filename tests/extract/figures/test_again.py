"""Bare tolls: numbers whose noun is left to a toll, a verb of telling, or the figure before; and who gives them."""

from __future__ import annotations

import pytest

from according.extract.dates import dates
from according.extract.figures import figures
from according.extract.statements import statements
from according.model import Actor, Figure, Span
from tests.extract.figures.test_figures import text_of


def read(written: str, language: str, *named: str) -> tuple[Figure, ...]:
    """The figures of a text in which some words name an organization each."""
    actors = tuple(
        Actor(Span(at, at + len(name)), name, "organization", "name", name)
        for name in named
        for at in (written.index(name),)
    )
    text = text_of(written, language, actors)
    return figures(text, dates(text), statements(text))


def shown(found: tuple[Figure, ...]) -> list[tuple[float | None, str | None, str]]:
    return [(each.value, each.unit, each.qualifier) for each in found]


@pytest.mark.parametrize(
    ("language", "written", "value", "qualifier"),
    [
        ("en", "The toll has passed 40, according to local officials.", 40, "more than"),
        ("en", "Toll of Attacks Passes 40, Local Officials Say", 40, "more than"),
        ("en", "Death toll tops 50 in village raids", 50, "more than"),
        ("en", "The toll of the wounded passed 40.", 40, "more than"),
        ("fr", "Le bilan s'élève à 46, selon les autorités.", 46, "exact"),
        ("fr", "Le nombre de morts dépasse 40, selon des responsables locaux.", 40, "more than"),
        ("ru", "Число погибших превысило 40, сообщили местные власти.", 40, "more than"),
        ("es", "El número de muertos supera los 40, según las autoridades.", 40, "more than"),
        ("de", "Die Zahl der Toten stieg auf 46, teilte die Polizei mit.", 46, "exact"),
        ("de", "Die Zahl der Toten ist auf über 40 gestiegen.", 40, "more than"),
        ("uk", "Кількість загиблих перевищила 40, повідомила поліція.", 40, "more than"),
        ("tr", "Ölü sayısı 46'ya yükseldi.", 46, "exact"),
    ],
)
def test_a_toll_is_of_people(language: str, written: str, value: float, qualifier: str) -> None:
    assert shown(read(written, language)) == [(value, "person", qualifier)]


@pytest.mark.parametrize(
    ("language", "written", "value", "claimant"),
    [
        ("en", "At least 26 people died. Over 40, say local officials.", 40, "local officials"),
        ("en", "At least 26 people died. Local officials put it at over 40.", 40, "Local officials"),
        ("en", "At least 26 people died. The army gave a figure of more than 30.", 30, "The army"),
        ("en", "There were 26 dead, but more than 40 according to local officials.", 40, "local officials"),
        ("fr", "Au moins 26 personnes ont été tuées. Plus de 40, selon les maires.", 40, "les maires"),
        ("fr", "On a compté 26 morts. Les autorités parlent de plus de 40.", 40, "Les autorités"),
        ("ru", "Погибли 26 человек. Не менее 30, по данным местных властей.", 30, "местных властей"),
        ("es", "Murieron 26 personas. Más de 40, según las autoridades.", 40, "las autoridades"),
    ],
)
def test_another_number_of_those_before(language: str, written: str, value: float, claimant: str) -> None:
    found = read(written, language)
    assert [(each.value, each.unit) for each in found] == [(26, "person"), (value, "person")]
    assert found[1].claimant_text == claimant


@pytest.mark.parametrize(
    "written",
    [
        "Twelve people died in the crash. The score was 40.",
        "Twelve people died. They spoke of page 40.",
        "Twelve people died and 30 were wounded. Officials put it at over 40.",
        "The plan was signed by 12 states. Officials put it at over 40.",
        "Officials met 12 journalists. They gave a figure of more than 40.",
        "Twelve people died. It happened in 2012, officials say.",
    ],
)
def test_what_nothing_settles_is_no_figure(written: str) -> None:
    assert not {40, 2012} & {each.value for each in read(written, "en")}


@pytest.mark.parametrize(
    ("language", "written", "claimant"),
    [
        ("en", "The mission had spoken of at least 26 dead on the first day.", "mission"),
        ("en", "A first count by the mission put the number of dead at at least 26.", "mission"),
        ("fr", "La mission parle d'au moins 26 morts.", "mission"),
    ],
)
def test_who_tells_a_number_gives_it(language: str, written: str, claimant: str) -> None:
    assert [each.claimant for each in read(written, language, "mission")] == [claimant]


def test_who_counts_others_than_victims_claims_nothing() -> None:
    assert [each.claimant_text for each in read("The museum counted 40 visitors.", "en", "museum")] == [None]


def test_a_count_of_two_is_of_neither() -> None:
    written = "A count by the mission and the army put the number of dead at 26."
    assert [each.claimant for each in read(written, "en", "mission", "army")] == [None]
