from collections import defaultdict
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rigour.territories import get_territories, get_territory

from according.knowledge.inflection import key
from according.knowledge.phrases import Phrases
from according.knowledge.states import (
    LANGUAGES,
    Role,
    StateWord,
    location,
    readings,
    state_by_code,
    state_words,
    states,
)

# Territories with a code of their own and hardly a government of their own.
UNPEOPLED = {"CC", "CX", "GS", "IO", "NF", "PN"}
COUNTRIES = sorted(
    {
        territory.code.upper()
        for territory in get_territories()
        if territory.is_country and not territory.is_historical and len(territory.code) == 2
    }
    | {"PS"} - UNPEOPLED
)


@cache
def phrases() -> Phrases[StateWord]:
    return Phrases(state_words())


def found(text: str, language: str | None) -> list[tuple[str, str, Role, bool]]:
    """What a text names: the words as written, the state, what they are of it, and whether that is in doubt."""
    by_span: dict[tuple[int, int], list[tuple[str, StateWord]]] = defaultdict(list)
    for match in phrases().find(text, language):
        by_span[match.span.start, match.span.end].append((match.phrase, match.payload))
    return [
        (text[start:end], word.code, word.role, word.ambiguous)
        for (start, end), words in by_span.items()
        for word in readings(text[start:end], words, language)
    ]


@pytest.mark.parametrize("code", sorted(set(COUNTRIES) - UNPEOPLED))
def test_every_country_has_names_and_adjectives(code: str) -> None:
    state = state_by_code(code)
    assert state is not None
    assert state.country == code
    assert state.geonames is not None
    for language in ("en", "fr", "ru", "tr", "az", "hy"):
        assert state.names(language), language
    for language in ("en", "fr", "ru"):
        adjectives = [
            word for _, word in state.words if (word.language, word.role) == (language, "adjective")
        ]
        assert adjectives or code == "VG", language


def test_every_state_is_found_by_its_names() -> None:
    for state in states():
        for language in ("en", "fr", "ru", "tr", "az", "hy"):
            for name in state.names(language):
                assert (name, state.code, "name") in [each[:3] for each in found(name, language)]


def test_capitals_come_from_cldr_and_the_file() -> None:
    capitals = {
        (phrase, word.language) for phrase, word in state_by_code("AM").words if word.role == "capital"
    }
    assert {
        ("Erevan", "fr"),
        ("Érévan", "fr"),
        ("Ереван", "ru"),
        ("İrəvan", "az"),
        ("Երևան", "hy"),
    } <= capitals


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "L’Arménie accuse Bakou ; les autorités artsakhiotes, la diplomatie russe et les Turques",
            "fr",
            "AM name, AZ capital, az-nk adjective, RU adjective, TR adjective",
        ),
        ("Le Kremlin, la Maison Blanche et l'Élysée", "fr", "RU seat, US seat, FR seat"),
        ("U.S. and UK envoys met Armenians in Yerevan", "en", "US name, GB name, AM adjective, AM capital"),
        ("The Nagorno-Karabakh Republic and the Republic of Artsakh", "en", "az-nk name, az-nk name"),
        (
            "Кремль и США: армянами, турок, в Ереване и Баку",
            "ru",
            "RU seat, US name, AM demonym, TR demonym, AM capital, AZ capital",
        ),
        ("в Нагорно-Карабахской Республике и НКР", "ru", "az-nk name, az-nk name"),
        (
            "ABD, Rusya'nın Bakü'ye çağrısını Ermenilere iletti",
            "tr",
            "US name, RU name, AZ capital, AM adjective",
        ),
        (
            "Ermənistanın və Rusiyanın nümayəndələri Bakıda, ruslar",
            "az",
            "AM name, RU name, AZ capital, RU adjective",
        ),
        (
            "Արցախի Հանրապետությունում, Բաքվի, ԱՄՆ-ի և հայկական ուժերը",
            "hy",
            "az-nk name, AZ capital, US name, AM adjective",
        ),
        ("росіяни в Україні, вірменського", "uk", "RU demonym, UA name, AM adjective"),
        ("Die türkische Regierung und die Armenier in Eriwan", "de", "TR adjective, AM demonym, AM capital"),
        ("los armenios y EE.UU.", "es", "AM adjective, US name"),
    ],
)
def test_states_in_sentences(text: str, language: str, expected: str) -> None:
    assert ", ".join(f"{code} {role}" for _, code, role, _ in found(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Georgia", "en", {"GE"}),
        ("Jordan", "en", {"JO"}),
        ("Chad", "en", {"TD"}),
        ("Congo", "en", {"CD", "CG"}),
        ("Congolese", "en", {"CD", "CG"}),
        ("coréen", "fr", {"KP", "KR"}),
        ("Dominican", "en", {"DM", "DO"}),
        ("Jérusalem", "fr", {"IL", "PS"}),
        ("Того", "ru", {"TG"}),
        ("عمّان", "ar", {"JO", "OM"}),
    ],
)
def test_words_that_need_context_say_so(text: str, language: str, codes: set[str]) -> None:
    words = found(text, language)
    assert {code for _, code, _, _ in words} == codes
    assert all(ambiguous for *_, ambiguous in words)


def test_long_names_are_clear_where_short_ones_are_not() -> None:
    assert found("DR Congo", "en") == [("DR Congo", "CD", "name", False)]
    assert found("Republic of the Congo", "en") == [("Republic of the Congo", "CG", "name", False)]
    assert found("South Korea", "en") == [("South Korea", "KR", "name", False)]
    assert found("nigérien", "fr") == [("nigérien", "NE", "adjective", False)]
    assert found("nigérian", "fr") == [("nigérian", "NG", "adjective", False)]


def test_the_own_language_of_a_text_counts_alone() -> None:
    assert found("Mali", "tr") == [("Mali", "ML", "name", True)]
    assert found("Mali", "fr") == [("Mali", "ML", "name", False)]
    assert found("Cuba", "en") == [("Cuba", "CU", "name", False)]
    assert found("Cuba", "tr") == [("Cuba", "SS", "capital", False)]
    assert found("Long Island", "en") == [("Island", "IS", "name", True)]


def test_names_of_other_languages_count_to_the_letter() -> None:
    assert found("Sam", "en") == []
    assert found("Şam", "en") == found("Şam", "tr") == [("Şam", "SY", "capital", False)]
    assert found("the IRA", "en") == []
    assert found("Washington", "ru") == [("Washington", "US", "capital", False)]
    assert found("Etats-Unis", "fr") == [("Etats-Unis", "US", "name", False)]
    assert found("Ереване", None) == [("Ереване", "AM", "capital", False)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La réunion", "fr"),
        ("Seul", "fr"),
        ("Fin", "fr"),
        ("La paz", "es"),
        ("Sana", "tr"),
        ("Банкова", "uk"),
    ],
)
def test_words_at_the_beginning_of_a_sentence_are_doubtful(text: str, language: str) -> None:
    assert all(ambiguous for *_, ambiguous in found(text, language))


def test_names_of_a_contested_region_alone_are_no_state() -> None:
    for name, language in [
        ("Nagorno-Karabakh", "en"),
        ("Haut-Karabagh", "fr"),
        ("Artsakh", "en"),
        ("Нагорный Карабах", "ru"),
        ("Dağlıq Qarabağ", "az"),
        ("Արցախ", "hy"),
    ]:
        assert found(name, language) == []


def test_no_two_states_share_a_phrase_without_doubt() -> None:
    clear: dict[tuple[str, str], set[str]] = defaultdict(set)
    every: dict[tuple[str, str], set[str]] = defaultdict(set)
    for phrase, language, word in state_words():
        every[language, key(phrase)].add(word.code)
        if not word.ambiguous:
            clear[language, key(phrase)].add(word.code)
    assert not {phrase for phrase, codes in clear.items() if every[phrase] != codes or len(codes) > 1}


def test_phrases_are_written_once_and_in_known_languages() -> None:
    words = [(phrase, language, word.code) for phrase, language, word in state_words()]
    assert not [first for first, second in pairwise(sorted(words)) if first == second]
    assert {language for _, language, _ in words} == set(LANGUAGES)
    assert all(phrase == phrase.strip() and not set(phrase) & set(";?") for phrase, _, _ in words)


def test_wikidata_ids_are_those_of_rigour() -> None:
    ids = [state.wikidata for state in states()]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    for state in states():
        territory = get_territory(state.code)
        if territory is not None and state.code != "iq-kr":  # there rigour's is all of Kurdistan
            assert state.wikidata == territory.qid


def test_entries_without_an_iso_code_have_no_country() -> None:
    for code in ("az-nk", "ge-ab", "x-so", "cy-trnc", "dd", "ottoman-empire"):
        state = state_by_code(code)
        assert state is not None
        assert state.country is None
    assert state_by_code("XX") is None


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("AM", 40.2, 44.9),
        ("RU", 61.5, 96.7),
        ("US", 39.8, -98.6),
        ("AR", -35.4, -65.2),
        ("az-nk", 39.9, 46.7),
    ],
)
def test_locations(code: str, latitude: float, longitude: float) -> None:
    place = location(code)
    assert place is not None
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=1.5)
    assert place.precision == "country"


def test_locations_are_on_the_globe() -> None:
    assert location("nowhere") is None
    for state in states():
        assert -90 <= state.latitude <= 90
        assert -180 <= state.longitude <= 180


@given(st.data())
def test_readings_give_one_word_per_state_in_any_order(data: st.DataObject) -> None:
    pairs = [(phrase, word) for phrase, _, word in state_words()]
    words = data.draw(st.lists(st.sampled_from(pairs), max_size=12))
    language = data.draw(st.sampled_from([None, *LANGUAGES]))
    written = data.draw(st.sampled_from([phrase for phrase, _ in words] or ["?"]))
    read = readings(written, words, language)
    assert {word.code for word in read} <= {word.code for _, word in words}
    assert len({word.code for word in read}) == len(read)
    assert bool(read) == bool(words)
    shuffled = readings(written, data.draw(st.permutations(words)), language)
    assert {(word.code, word.role, word.ambiguous) for word in shuffled} == {
        (word.code, word.role, word.ambiguous) for word in read
    }


@given(st.text(), st.sampled_from([None, *LANGUAGES]))
def test_any_text(text: str, language: str | None) -> None:
    for written, code, _, _ in found(text, language):
        assert written in text
        assert state_by_code(code) is not None
