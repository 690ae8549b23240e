from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.inflection import key
from according.knowledge.phrases import Phrases

KNOWN: tuple[tuple[str, str | None], ...] = (
    ("Arménie", "fr"),
    ("Azerbaïdjan", "fr"),
    ("Haut-Karabagh", "fr"),
    ("Côte d'Ivoire", "fr"),
    ("turc", "fr"),
    ("OTAN", "fr"),
    ("Armenia", "en"),
    ("Nagorno-Karabakh", "en"),
    ("Karabakh", "en"),
    ("O'Brien", "en"),
    ("St Petersburg", "en"),
    ("Minsk Group", "en"),
    ("EU Council", "en"),
    ("SIPRI US", "en"),
    ("foreign minister", "en"),
    ("US", "en"),
    ("UN", "en"),
    ("ISI", "en"),
    ("NATO", None),
    ("Türke", "de"),
    ("ОБСЕ", "ru"),
    ("Минская группа ОБСЕ", "ru"),
    ("Россия", "ru"),
    ("Соединённые Штаты", "ru"),
    ("Нагорный Карабах", "ru"),
    ("Движение Хезболла", "ru"),
    ("министр иностранных дел", "ru"),
    ("армянский", "ru"),
    ("Грузия", "ru"),
    ("МИД", "ru"),
    ("Ermenistan", "tr"),
    ("Birleşmiş Milletler", "tr"),
    ("Dışişleri Bakanlığı", "tr"),
    ("Հայաստան", "hy"),
    ("Երևան", "hy"),
    ("العراق", "ar"),
    ("俄罗斯", "zh"),
)
PHRASES = Phrases((phrase, language, phrase) for phrase, language in KNOWN)


def found(text: str, language: str | None) -> list[str]:
    """What is found in a text, each as it stands there with what it stands for when that differs."""
    return [
        match.phrase if stands == match.phrase else f"{stands} = {match.phrase}"
        for match in PHRASES.find(text, language)
        for stands in [text[match.span.start : match.span.end]]
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "в Минской группе ОБСЕ", ["Минской группе ОБСЕ = Минская группа ОБСЕ"]),
        ("ru", "Соединённых Штатов", ["Соединённых Штатов = Соединённые Штаты"]),
        ("ru", "Нагорного Карабаха", ["Нагорного Карабаха = Нагорный Карабах"]),
        ("ru", "лидер Движения «Хезболла» прибыл", ["Движения «Хезболла = Движение Хезболла"]),
        ("ru", "по словам Министра иностранных дел", ["Министра иностранных дел = министр иностранных дел"]),
        ("ru", "с грузом и Грузией", ["Грузией = Грузия"]),
        ("ru", "В МИДе России", ["МИДе = МИД", "России = Россия"]),
        ("tr", "Ermenistan'ın ve Ermenistan’a", ["Ermenistan", "Ermenistan"]),
        ("tr", "Ermenistanın", ["Ermenistanın = Ermenistan"]),
        ("tr", "Birleşmiş Milletler'in", ["Birleşmiş Milletler"]),
        ("tr", "Dışişleri Bakanlığının", ["Dışişleri Bakanlığının = Dışişleri Bakanlığı"]),
        ("hy", "Հայաստանում և Երեւանի մոտ", ["Հայաստանում = Հայաստան", "Երեւանի = Երևան"]),
        ("fr", "L'Arménie, d’Azerbaïdjan, qu'OTAN", ["Arménie", "Azerbaïdjan", "OTAN"]),
        ("fr", "la Côte d’Ivoire", ["Côte d’Ivoire = Côte d'Ivoire"]),
        ("fr", "des Turques", ["Turques = turc"]),
        ("de", "die Türken", ["Türken = Türke"]),
        ("en", "Armenia's O’Brien", ["Armenia", "O’Brien = O'Brien"]),
        ("ar", "والعراق", ["والعراق = العراق"]),
        ("zh", "在俄罗斯的", ["俄罗斯"]),
    ],
)
def test_finds_inflected_words(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nagorno Karabakh", ["Nagorno Karabakh = Nagorno-Karabakh"]),
        ("Nagorno–Karabakh", ["Nagorno–Karabakh = Nagorno-Karabakh"]),
        ("Nagorno-\nKarabakh", ["Nagorno-\nKarabakh = Nagorno-Karabakh"]),
        ("Nagorno \nKarabakh", ["Nagorno \nKarabakh = Nagorno-Karabakh"]),
        ("Nagorno\n\nKarabakh", ["Karabakh"]),
        ("Nagorno, Karabakh", ["Karabakh"]),
        ("Armenia-Azerbaijan", ["Armenia"]),
        ("St. Petersburg", ["St. Petersburg = St Petersburg"]),
        ("in Minsk. Group", []),
        ("in the EU. Council", []),
        ("_Armenia_ in (Armenia).", ["Armenia", "Armenia"]),
        ("Arme\u00adnia", ["Arme\u00adnia = Armenia"]),
        ("Panarmenia", []),
    ],
)
def test_what_may_stand_between_words(text: str, expected: list[str]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("give us un", []),
        ("SIPRI us, sipri US", ["US"]),
        ("Us and Un", []),
        ("the US and UN", ["US", "UN"]),
        ("US-led U.S. and U.N.’s", ["US", "U.S. = US", "U.N. = UN"]),
        ("NATO Nato nato NAtO", ["NATO", "Nato = NATO"]),
        ("minsk group", []),
        ("Minsk group", ["Minsk group = Minsk Group"]),
        ("MINSK GROUP: US TALKS", ["MINSK GROUP = Minsk Group", "US"]),
        (
            "FOREIGN MINISTER, Foreign minister",
            ["FOREIGN MINISTER = foreign minister", "Foreign minister = foreign minister"],
        ),
        ("armenia", []),
    ],
)
def test_capitals(text: str, expected: list[str]) -> None:
    assert found(text, "en") == expected


def test_other_languages_find_only_names_and_only_unchanged() -> None:
    assert found("Россия, России, Armenia, turc, Ermenistanın", "en") == ["Россия", "Armenia"]
    assert found("Армянский", "uk") == []
    assert found("NATO'nun Armenia'da Armeniada", "tr") == ["NATO", "Armenia"]


def test_unknown_language_finds_inflected_words() -> None:
    assert found("России, Երևանում, Armenia's", None) == ["России = Россия", "Երևանում = Երևան", "Armenia"]


def test_region_of_a_language_does_not_matter() -> None:
    assert [match.payload for match in Phrases([("ministro", "pt-BR", 1)]).find("Ministros", "pt-PT")] == [1]


def test_phrases_inside_longer_ones_are_left_out_unless_asked_for() -> None:
    text = "the Nagorno-Karabakh war"
    assert [match.phrase for match in PHRASES.find(text, "en")] == ["Nagorno-Karabakh"]
    assert [match.phrase for match in PHRASES.find(text, "en", nested=True)] == [
        "Nagorno-Karabakh",
        "Karabakh",
    ]
    both = Phrases([("New York", None, 1), ("New York Times", None, 2), ("Times Square", None, 3)])
    assert [match.payload for match in both.find("New York Times Square", None)] == [2, 3]
    assert [match.payload for match in both.find("New York Times Square", None, nested=True)] == [2, 1, 3]


def test_all_that_a_phrase_stands_for_is_returned_once() -> None:
    phrases = Phrases([("Congo", None, "CG"), ("Congo", "fr", "CD"), ("congo", "fr", "dance")])
    assert [match.payload for match in phrases.find("Congo", "fr")] == ["CG", "CD", "dance"]


def test_what_needs_no_inflection_wins() -> None:
    phrases = Phrases([("Захаров", "ru", "he"), ("Захарова", "ru", "she")])
    assert [match.payload for match in phrases.find("Захарова", "ru")] == ["she"]
    assert [match.payload for match in phrases.find("Захарову", "ru")] == ["he", "she"]


def test_french_names_have_one_form_and_french_words_several() -> None:
    phrases = Phrases([("Chang", None, 1), ("président de la République", "fr", 2), ("allemand", "fr", 3)])
    text = "Change : la Présidente de la République, les Allemandes"
    assert [match.payload for match in phrases.find(text, "fr")] == [2, 3]


def test_phrases_need_a_word() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        Phrases([("—", None, 1)])


WORDS = [word for phrase, _ in KNOWN for word in phrase.split()]
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.one_of(
            st.sampled_from(WORDS),
            st.sampled_from([" ", "-", "'", "’s ", ". ", "\n", "  ", "\u0301", "ий", "'ın"]),
        ),
        max_size=12,
    ).map("".join),
)
TAGS = st.sampled_from(["en", "fr", "ru", "tr", "az", "hy", "ar", "zh", None])


@given(TEXTS, TAGS, st.booleans())
def test_any_text_gives_spans_in_order_that_hold_whole_words(
    text: str, language: str | None, nested: bool
) -> None:
    matches = PHRASES.find(text, language, nested=nested)
    starts = [match.span.start for match in matches]
    assert starts == sorted(starts)
    for match in matches:
        assert 0 <= match.span.start < match.span.end <= len(text)
        stands = text[match.span.start : match.span.end]
        assert key(stands)[0] == key(match.phrase)[0] or language == "ar"
        assert stands == stands.strip()
    if not nested:
        spans = {match.span for match in matches}
        assert not any(
            one != other and other.start <= one.start and one.end <= other.end
            for one in spans
            for other in spans
        )


@given(
    st.text(min_size=1), st.sampled_from([phrase for phrase in KNOWN if phrase[1] != "zh"]), st.text(), TAGS
)
def test_a_known_name_on_its_own_line_is_always_found(
    before: str, known: tuple[str, str | None], after: str, language: str | None
) -> None:
    phrase, of = known
    text = f"{before}\n\n{phrase}\n\n{after}"
    start = len(before) + 2
    matches = [match for match in PHRASES.find(text, language) if match.span.start == start]
    if of in (language, None) or language is None or not phrase.islower():
        assert phrase in [match.phrase for match in matches]
        assert {match.span.end for match in matches} == {start + len(phrase)}


@pytest.mark.parametrize(
    ("text", "language", "stands"),
    [
        ("ISIS met.", "en", []),
        ("The ISIs met.", "en", ["ISIs = ISI"]),
        ("The ISI's men met.", "en", ["ISI = ISI"]),
        ("ПРЕДСТАВИТЕЛЬ МИДА", "ru", ["МИДА = МИД"]),
    ],
)
def test_another_capital_makes_another_acronym_where_names_stand_in_no_cases(
    text: str, language: str, stands: list[str]
) -> None:
    assert [each if "=" in each else f"{each} = {each}" for each in found(text, language)] == stands
