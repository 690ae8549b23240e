from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import fold_name, load_data
from according.knowledge.inflection import key as word_key
from according.knowledge.organizations import (
    organization_by_key,
    organization_words,
    organizations,
    press_words,
)
from according.knowledge.phrases import Match, Phrases

WORD = re.compile(r"\w+")
PHRASES = Phrases(organization_words())


def found(text: str, language: str | None) -> dict[str, str]:
    """What stands in the text for which organization."""
    return {text[match.span.start : match.span.end]: match.payload[0] for match in matches(text, language)}


def matches(text: str, language: str | None) -> list[Match[tuple[str, bool]]]:
    return PHRASES.find(text, language)


def words_of(name: str) -> tuple[str, ...]:
    return tuple(word_key(word) for word in fold_name(name).split())


def test_names_are_of_one_organization_or_ambiguous_in_all() -> None:
    owners: dict[tuple[str, ...], dict[str, bool]] = defaultdict(dict)
    for name, _, (key, ambiguous) in organization_words():
        owners[words_of(name)][key] = ambiguous and owners[words_of(name)].get(key, True)
    shared = {name: keys for name, keys in owners.items() if len(keys) > 1 and not all(keys.values())}
    assert shared == {}


def test_the_file_covers_the_world() -> None:
    kinds = {organization.kind for organization in organizations()}
    assert len(organizations()) >= 450
    assert {"igo", "mission", "court", "bank", "ngo", "church", "armed-group", "party", "company"} <= kinds


def test_entries_refer_to_entries() -> None:
    for organization in organizations():
        if organization.part_of is not None:
            assert organization_by_key(organization.part_of) is not organization


def test_identifiers_have_their_form_and_are_given_once() -> None:
    ids = [organization.wikidata for organization in organizations() if organization.wikidata]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"Q[1-9]\d*", wikidata) for wikidata in ids)
    for organization in organizations():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", organization.key)
        assert organization.country is None or re.fullmatch(r"[A-Z]{2}", organization.country)


def test_the_wide_bodies_have_names_in_the_six_first_languages() -> None:
    for key in (
        "un",
        "osce",
        "osce-minsk-group",
        "eu",
        "council-of-europe",
        "nato",
        "csto",
        "cis",
        "eaeu",
        "icrc",
        "imf",
    ):
        languages = {language for _, language in organization_by_key(key).names}
        assert {"en", "fr", "ru", "tr", "az", "hy"} <= languages, key


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The OSCE Minsk Group met in Vienna.", "en", {"OSCE Minsk Group": "osce-minsk-group"}),
        (
            "les coprésidents du Groupe de Minsk de l'OSCE",
            "fr",
            {"Groupe de Minsk de l'OSCE": "osce-minsk-group"},
        ),
        ("сопредседатели Минской группы ОБСЕ", "ru", {"Минской группы ОБСЕ": "osce-minsk-group"}),
        ("AGİT Minsk Grubu toplandı", "tr", {"AGİT Minsk Grubu": "osce-minsk-group"}),
        ("Մինսկի խումբը", "hy", {"Մինսկի խումբը": "osce-minsk-group"}),
        ("L'Otan et l'OTSC", "fr", {"Otan": "nato", "OTSC": "csto"}),
        ("генсек НАТО и генсек ОДКБ", "ru", {"НАТО": "nato", "ОДКБ": "csto"}),
        ("KGAÖ ve BDT ülkeleri", "tr", {"KGAÖ": "csto", "BDT": "cis"}),
        ("KTMT və MDB", "az", {"KTMT": "csto", "MDB": "cis"}),
        ("ՀԱՊԿ և ՄԻԵԴ", "hy", {"ՀԱՊԿ": "csto", "ՄԻԵԴ": "ecthr"}),
        ("ЕСПЧ вынес решение, в Страсбургском суде", "ru", {"ЕСПЧ": "ecthr", "Страсбургском суде": "ecthr"}),
        ("Le CICR et la CEDH", "fr", {"CICR": "icrc", "CEDH": "ecthr"}),
        ("The Houthis and Hezbollah", "en", {"Houthis": "houthis", "Hezbollah": "hezbollah"}),
        ("les talibans et le Hamas", "fr", {"talibans": "taliban", "Hamas": "hamas"}),
    ],
)
def test_organizations_are_found_in_texts(text: str, language: str, expected: dict[str, str]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Council of Europe", "en"),
        ("Conseil de l'Europe", "fr"),
        ("Совета Европы", "ru"),
        ("Avrupa Konseyi", "tr"),
        ("Avropa Şurası", "az"),
        ("Եվրոպայի խորհուրդ", "hy"),
    ],
)
def test_the_council_of_europe_is_neither_europe_nor_the_union(text: str, language: str) -> None:
    assert found(text, language) == {text: "council-of-europe"}
    assert found("in Europe, en Europe, в Европе", language) == {}


def test_the_two_european_councils_differ_from_the_council_of_europe() -> None:
    assert found("The European Council met the Council of the EU.", "en") == {
        "European Council": "european-council",
        "Council of the EU": "eu-council",
    }


@pytest.mark.parametrize(
    ("acronym", "language", "keys"),
    [
        ("RSF", "en", {"rsf-sudan", "rsf-reporters"}),
        ("АНК", "ru", {"anc", "anc-armenia"}),
        ("ADF", "en", {"adf"}),
        ("IRA", "en", {"ira"}),
        ("CEI", "fr", {"cis"}),
        ("PACE", "en", {"pace"}),
    ],
)
def test_acronyms_of_several_meanings_are_ambiguous(acronym: str, language: str, keys: set[str]) -> None:
    payloads = {match.payload for match in matches(f"{acronym} said", language)}
    assert payloads == {(key, True) for key in keys}


def test_full_names_of_ambiguous_acronyms_are_certain() -> None:
    payloads = {
        match.payload for match in matches("Reporters Without Borders and Rapid Support Forces", "en")
    }
    assert payloads == {("rsf-reporters", False), ("rsf-sudan", False)}


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    for match in matches(text, None):
        assert WORD.search(text[match.span.start : match.span.end])
        assert organization_by_key(match.payload[0])


def test_press_names_that_are_words_are_ambiguous() -> None:
    words = {(name, key): ambiguous for name, _, (key, ambiguous) in press_words()}
    for name in (
        "Le Monde",
        "Libération",
        "The Independent",
        "Time",
        "Le Temps",
        "Le Soir",
        "Правда",
        "Республика Армения",
    ):
        assert any(ambiguous for (known, _), ambiguous in words.items() if known == name), name
    for name in ("BBC", "The New York Times", "Mediapart", "France24", "Nice-Matin", "LA Times"):
        assert not any(ambiguous for (known, _), ambiguous in words.items() if known == name), name
    assert words["AFP", "agency:AFP"] is False
    assert words["AP", "agency:AP"] is True
    assert words["Le Monde", "outlet:Le Monde"] is True


def test_press_leaves_organizations_alone() -> None:
    taken = {fold_name(name) for name, _, _ in organization_words()}
    assert not taken & {fold_name(name) for name, _, _ in press_words()}
    assert "outlet:NATO" not in {key for _, _, (key, _) in press_words()}


def test_exceptions_of_the_press_are_names_of_the_press() -> None:
    data = load_data("press.yml")
    assert isinstance(data, dict)
    known = {fold_name(name) for name, _, _ in press_words()}
    assert [name for names in data.values() for name in names if fold_name(name) not in known] == []


def test_no_name_is_that_of_an_institution_and_of_an_organization() -> None:
    named = load_data("institutions.yml")["named"]
    organs = {
        (fold_name(word.lstrip("~+")), language): name
        for name, entry in named.items()
        for language, words in entry.items()
        if language not in ("role", "state", "wikidata")
        for word in words
    }
    twice = {
        (name, language, key, organs[fold_name(name), language])
        for name, language, (key, ambiguous) in organization_words()
        if not ambiguous and (fold_name(name), language) in organs
    }
    assert twice == set()
