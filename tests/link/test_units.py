from __future__ import annotations

from collections.abc import Sequence

from according.link.units import Unit, identifies
from according.link.units import units as units_of
from according.link.verdicts import Verdicts
from according.model import Chain, Judgement
from tests.chains import chain, judged, side


def units(chains: Sequence[Chain], judgements: Sequence[Judgement]) -> list[Unit]:
    return units_of(chains, Verdicts(judgements))


def test_chains_of_one_key_are_one_unit_whatever_their_names() -> None:
    found = units(
        [
            chain("OSCE", "a", "organization", key="organization:osce"),
            chain("ОБСЕ", "b", "organization", key="organization:osce", language="ru"),
            chain("OSCE", "c", "organization", key="organization:osce"),
        ],
        [],
    )
    assert [(unit.name, unit.key, unit.articles, unit.alone) for unit in found] == [
        ("OSCE", "organization:osce", {"a", "b", "c"}, False)
    ]


def test_chains_of_one_full_name_are_one_unit_whatever_the_case_and_marks() -> None:
    names = ("Nikol Pashinyan", "NIKOL PASHINYAN", "Nikol Pashinyán")
    (unit,) = units([chain(name, str(number)) for number, name in enumerate(names)], [])
    assert len(unit.chains) == 3


def test_the_same_words_for_two_kinds_are_two_units() -> None:
    assert len(units([chain("Kadima Now", "a"), chain("Kadima Now", "a", "organization")], [])) == 2


def test_a_bare_surname_is_a_unit_of_its_own_but_with_one_office() -> None:
    found = units(
        [
            chain("Aliyev", "a"),
            chain("Aliyev", "b"),
            chain("Aliyev", "c", offices=("president@AZ",)),
            chain("Aliyev", "d", offices=("president@AZ",)),
            chain("Aliyev", "e", offices=("president@",)),
        ],
        [],
    )
    assert sorted(len(unit.chains) for unit in found) == [1, 1, 1, 2]
    assert all(unit.alone for unit in found)


def test_places_of_one_name_in_two_countries_are_two_units() -> None:
    found = units(
        [chain("Agdam", str(n), "place", country=code) for n, code in enumerate(("AZ", "AZ", "GE", None))], []
    )
    assert sorted(len(unit.chains) for unit in found) == [1, 1, 2]


def test_an_institution_of_no_known_state_identifies_nobody() -> None:
    assert identifies("institution:parliament@AM")
    assert not identifies("institution:parliament@")
    found = units(
        [chain("Parliament", article, "organization", key="institution:parliament@") for article in "ab"], []
    )
    assert [(len(unit.chains), unit.alone, unit.key) for unit in found] == [(1, True, None)] * 2


def test_a_unit_gathers_offices_and_shows_its_most_frequent_name() -> None:
    (unit,) = units(
        [
            chain("Sergei Lavrov", "a", offices=("foreign-minister@RU",)),
            chain("SERGEI LAVROV", "b", offices=("foreign-minister@RU", "minister@")),
            chain("SERGEI LAVROV", "c", language="fr"),
        ],
        [],
    )
    assert unit.name == "SERGEI LAVROV"
    assert unit.offices == {"foreign-minister@RU": 2, "minister@": 1}


def test_two_persons_of_one_name_told_apart_by_a_person_are_two_units() -> None:
    one, other, later = (chain("Arayik Harutyunyan", article) for article in "abc")
    found = units([one, other, later], [judged("different", side(one), side(other))])
    assert sorted(unit.chains for unit in found) == sorted([[one.id], [other.id], [later.id]])
