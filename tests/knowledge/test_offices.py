import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import load_data
from according.knowledge.offices import (
    Description,
    descriptions,
    institution_key,
    institution_wikidata,
)
from according.knowledge.states import state_by_code

# Each description as "what is written > role@state", several in the order of the text; * means several persons.
ENGLISH = [
    ("The Russian Foreign Ministry said so.", "Russian Foreign Ministry > foreign-ministry@RU"),
    (
        "Ministry of Foreign Affairs of Armenia",
        "Ministry of Foreign Affairs of Armenia > foreign-ministry@AM",
    ),
    ("Armenia's foreign minister left.", "Armenia's foreign minister > foreign-minister@AM"),
    ("Armenia’s Deputy Foreign Minister", "Armenia’s Deputy Foreign Minister > deputy-foreign-minister@AM"),
    ("the Turkish president spoke", "Turkish president > president@TR"),
    ("the president of the Russian Federation", "president of the Russian Federation > president@RU"),
    ("the president and the government", "president > president@ | government > government@"),
    ("U.S. President Joe Biden", "U.S. President > president@US"),
    ("former US president Donald Trump", "former US president > former-president@US"),
    ("President-elect Joe Biden", "President-elect > president-elect@"),
    ("acting Prime Minister of Moldova", "acting Prime Minister of Moldova > acting-prime-minister@MD"),
    ("the US ambassador to Armenia", "US ambassador > ambassador@US"),
    ("US Secretary of State Antony Blinken", "US Secretary of State > foreign-minister@US"),
    ("British Foreign Secretary David Cameron", "British Foreign Secretary > foreign-minister@GB"),
    ("Kremlin spokesman Dmitry Peskov", "Kremlin spokesman > spokesperson@RU"),
    (
        "Russian Foreign Ministry spokeswoman Maria Zakharova",
        "Russian Foreign Ministry > foreign-ministry@RU | spokeswoman > spokesperson@RU",
    ),
    ("his Armenian counterpart", "Armenian counterpart > counterpart@AM"),
    (
        "the Armenian and Azerbaijani foreign ministers",
        "Armenian > foreign-minister@AM* | Azerbaijani foreign ministers > foreign-minister@AZ*",
    ),
    (
        "the speaker of the Armenian parliament",
        "speaker of the Armenian parliament > speaker-of-parliament@AM",
    ),
    ("the Duma speaker", "Duma speaker > speaker-of-lower-house@RU"),
    ("Israel's Knesset and the IDF", "Israel's Knesset > parliament@IL | IDF > armed-forces@IL"),
    (
        "The State Department and the Pentagon",
        "State Department > foreign-ministry@US | Pentagon > defence-ministry@US",
    ),
    ("the Armenian army", "Armenian army > armed-forces@AM"),
    ("Azerbaijani forces shelled the village", "Azerbaijani forces > armed-forces@AZ"),
    (
        "the Chief of the General Staff of the Armenian Armed Forces",
        "Chief of the General Staff > chief-of-staff@AM | Armenian Armed Forces > armed-forces@AM",
    ),
    (
        "head of the National Security Service",
        "head of the National Security Service > head-of-security-service@",
    ),
    ("Mr. Smith met Dr Jones", "Mr. > title@ | Dr > title@"),
    ("General Assembly, general elections and General Gerasimov", "General > general@"),
    ("in Armenia Foreign Minister Lavrov said", "Foreign Minister > foreign-minister@"),
    ("Moscow Mayor Sergei Sobyanin", "Mayor > mayor@"),
    ("told parliament President Putin would come", "parliament > parliament@ | President > president@"),
    # What belongs to one belongs to no other.
    (
        "the president of Russia President Putin",
        "president of Russia > president@RU | President > president@",
    ),
    ("minister of defence minister", "minister of defence > defence-minister@ | minister > minister@"),
    ("the Congress of Peru", "Congress of Peru > parliament@PE"),
    ("The forces of nature judge leaders", ""),
]
FRENCH = [
    (
        "le ministère russe des Affaires étrangères",
        "ministère russe des Affaires étrangères > foreign-ministry@RU",
    ),
    ("au ministère de la Défense russe", "ministère de la Défense russe > defence-ministry@RU"),
    (
        "ministère des Affaires étrangères de Russie",
        "ministère des Affaires étrangères de Russie > foreign-ministry@RU",
    ),
    ("le ministre est allé au ministère", "ministre > minister@ | ministère > ministry@"),
    (
        "la ministre arménienne de la Défense par intérim",
        "ministre arménienne de la Défense par intérim > acting-defence-minister@AM",
    ),
    ("l'ancien président arménien", "ancien président arménien > former-president@AM"),
    ("le chef de la diplomatie turque", "chef de la diplomatie turque > foreign-minister@TR"),
    ("son homologue azerbaïdjanais", "homologue azerbaïdjanais > counterpart@AZ"),
    ("le président de la République d'Arménie", "président de la République d'Arménie > president@AM"),
    ("le président de l’Artsakh", "président de l’Artsakh > president@az-nk"),
    ("le président du Parlement arménien", "président du Parlement arménien > speaker-of-parliament@AM"),
    (
        "les présidents russe, turc et iranien",
        "présidents russe > president@RU* | turc > president@TR* | iranien > president@IR*",
    ),
    (
        "les présidents de Russie et de Turquie",
        "présidents de Russie > president@RU* | Turquie > president@TR*",
    ),
    (
        "les ministères russe et turc de la Défense",
        "ministères russe et turc de la Défense > defence-ministry@RU | turc > defence-ministry@TR",
    ),
    ("l'armée turque", "armée turque > armed-forces@TR"),
    ("les forces armées azerbaïdjanaises", "forces armées azerbaïdjanaises > armed-forces@AZ"),
    ("l’Armée de défense d’Artsakh", "Armée de défense d’Artsakh > armed-forces@az-nk"),
    ("l'ambassade d'Arménie à Moscou", "ambassade d'Arménie > embassy@AM"),
    ("le gouvernement de Kiev", "gouvernement de Kiev > government@UA"),
    (
        "le porte-parole du ministère de la Défense d'Azerbaïdjan",
        "porte-parole > spokesperson@AZ | ministère de la Défense d'Azerbaïdjan > defence-ministry@AZ",
    ),
    ("M Macron, M. Macron et le général Gomart, en général", "M. > title@ | général > general@"),
    ("le secrétaire américain à la Défense", "secrétaire américain à la Défense > defence-minister@US"),
    ("la Douma russe", "Douma russe > lower-house@RU"),
]
RUSSIAN = [
    ("в МИД России сообщили", "МИД России > foreign-ministry@RU"),
    (
        "представители российского МИД",
        "представители > representative@RU* | российского МИД > foreign-ministry@RU",
    ),
    ("министерством обороны Азербайджана", "министерством обороны Азербайджана > defence-ministry@AZ"),
    ("главой МИД Турции", "главой МИД Турции > foreign-minister@TR"),
    (
        "глава внешнеполитического ведомства Армении",
        "глава внешнеполитического ведомства Армении > foreign-minister@AM",
    ),
    (
        "бывший министр иностранных дел Армении",
        "бывший министр иностранных дел Армении > former-foreign-minister@AM",
    ),
    (
        "заместителя министра иностранных дел РФ",
        "заместителя министра иностранных дел РФ > deputy-foreign-minister@RU",
    ),
    ("и.о. премьер-министра Армении", "и.о. премьер-министра Армении > acting-prime-minister@AM"),
    ("экс-президент Армении", "экс-президент Армении > former-president@AM"),
    ("турецкому президенту", "турецкому президенту > president@TR"),
    ("президенты России и Турции", "президенты России > president@RU* | Турции > president@TR*"),
    ("президент России и Турция", "президент России > president@RU"),
    (
        "главы МИД Армении и Азербайджана",
        "главы МИД Армении > foreign-minister@AM* | Азербайджана > foreign-minister@AZ*",
    ),
    ("спикер Госдумы", "спикер Госдумы > speaker-of-lower-house@RU"),
    ("ВС Азербайджана", "ВС Азербайджана > armed-forces@AZ"),
    (
        "пресс-секретарь президента России",
        "пресс-секретарь > spokesperson@RU | президента России > president@RU",
    ),
    ("в Госдепе США", "Госдепе США > foreign-ministry@US"),
    ("посол Армении в России", "посол Армении > ambassador@AM"),
    (
        "министр иностранных дел и торговли Венгрии",
        "министр иностранных дел и торговли Венгрии > foreign-minister@HU",
    ),
    ("первая глава книги", ""),
]
TURKISH = [
    ("Türk Dışişleri Bakanlığı", "Türk Dışişleri Bakanlığı > foreign-ministry@TR"),
    ("Azerbaycan Savunma Bakanlığı'ndan", "Azerbaycan Savunma Bakanlığı > defence-ministry@AZ"),
    (
        "Ermenistan'ın eski Dışişleri Bakanı",
        "Ermenistan'ın eski Dışişleri Bakanı > former-foreign-minister@AM",
    ),
    ("ABD Başkanı Joe Biden", "ABD Başkanı > president@US"),
    ("Cumhurbaşkanı Erdoğan", "Cumhurbaşkanı > president@"),
    ("Türkiye'nin Bakü Büyükelçisi", "Türkiye'nin Bakü Büyükelçisi > ambassador@TR"),
    (
        "Ermenistan ve Azerbaycan dışişleri bakanları",
        "Ermenistan > foreign-minister@AM* | Azerbaycan dışişleri bakanları > foreign-minister@AZ*",
    ),
    ("TBMM Başkanı", "TBMM Başkanı > speaker-of-parliament@TR"),
    ("Ermenistan'da Dışişleri Bakanı", "Dışişleri Bakanı > foreign-minister@"),
]
AZERBAIJANI = [
    ("Azərbaycan Müdafiə Nazirliyi", "Azərbaycan Müdafiə Nazirliyi > defence-ministry@AZ"),
    ("Ermənistanın xarici işlər naziri", "Ermənistanın xarici işlər naziri > foreign-minister@AM"),
    ("xarici işlər nazirinin müavini", "xarici işlər nazirinin müavini > deputy-foreign-minister@"),
    ("Milli Məclisin sədri", "Milli Məclisin sədri > speaker-of-parliament@AZ"),
    (
        "Azərbaycan Prezidentinin köməkçisi",
        "Azərbaycan Prezidentinin > president@AZ | köməkçisi > adviser@AZ",
    ),
    ("Rusiya sülhməramlıları", "Rusiya sülhməramlıları > peacekeepers@RU"),
    ("Ermənistanda xarici işlər naziri", "xarici işlər naziri > foreign-minister@"),
    ("ABŞ-ın dövlət katibi", "ABŞ-ın dövlət katibi > foreign-minister@US"),
    ("Kanada baş naziri", "Kanada baş naziri > prime-minister@CA"),
]
ARMENIAN = [
    ("ՀՀ ԱԳՆ", "ՀՀ ԱԳՆ > foreign-ministry@AM"),
    (
        "Հայաստանի պաշտպանության նախարարությունը",
        "Հայաստանի պաշտպանության նախարարությունը > defence-ministry@AM",
    ),
    ("ՀՀ ԱԳ նախարարը", "ՀՀ ԱԳ նախարարը > foreign-minister@AM"),
    ("Ադրբեջանի նախագահ Իլհամ Ալիևի", "Ադրբեջանի նախագահ > president@AZ"),
    ("Արցախի նախկին նախագահ", "Արցախի նախկին նախագահ > former-president@az-nk"),
    (
        "Հայաստանի և Ադրբեջանի արտգործնախարարները",
        "Հայաստանի > foreign-minister@AM* | Ադրբեջանի արտգործնախարարները > foreign-minister@AZ*",
    ),
    ("Ռուսաստանի ԱԳՆ խոսնակ", "Ռուսաստանի ԱԳՆ > foreign-ministry@RU | խոսնակ > spokesperson@RU"),
    ("Հայաստանում արտգործնախարարը", "արտգործնախարարը > foreign-minister@"),
]
OTHERS = [
    ("uk", "міністра закордонних справ України", "міністра закордонних справ України > foreign-minister@UA"),
    ("uk", "речник МЗС РФ", "речник > spokesperson@RU | МЗС РФ > foreign-ministry@RU"),
    ("de", "der russische Außenminister", "russische Außenminister > foreign-minister@RU"),
    ("de", "Russlands Präsident Wladimir Putin", "Russlands Präsident > president@RU"),
    (
        "de",
        "das armenische Verteidigungsministerium",
        "armenische Verteidigungsministerium > defence-ministry@AM",
    ),
    ("es", "el ministro ruso de Exteriores", "ministro ruso de Exteriores > foreign-minister@RU"),
    ("es", "la cancillería rusa", "cancillería rusa > foreign-ministry@RU"),
    ("it", "il Bundestag e la Knesset", "Bundestag > lower-house@DE | Knesset > parliament@IL"),
    (
        None,
        "le ministre russe des Affaires étrangères",
        "ministre russe des Affaires étrangères > foreign-minister@RU",
    ),
    ("fr-CH", "le président suisse", "président suisse > president@CH"),
]
LANGUAGES = ["en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", None, "ka"]
CASES = [
    *(("en", *case) for case in ENGLISH),
    *(("fr", *case) for case in FRENCH),
    *(("ru", *case) for case in RUSSIAN),
    *(("tr", *case) for case in TURKISH),
    *(("az", *case) for case in AZERBAIJANI),
    *(("hy", *case) for case in ARMENIAN),
    *OTHERS,
]


def shown(text: str, found: Iterable[Description]) -> str:
    return " | ".join(
        f"{text[one.span.start : one.span.end]} > {one.role}@{one.state or ''}{'*' * one.plural}"
        for one in found
    )


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_descriptions(language: str | None, text: str, expected: str) -> None:
    assert shown(text, descriptions(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "state_text"),
    [
        ("en", "the Russian Foreign Ministry", "institution", "Foreign Ministry of Russia", "Russian"),
        ("fr", "le président des Etats-Unis", "office", "President of the United States", "Etats-Unis"),
        ("ru", "президент", "office", "President", None),
        ("en", "the Bundestag", "institution", "Bundestag", None),
        ("ru", "российская Госдума", "institution", "State Duma", "российская"),
        ("en", "the foreign minister of Peru", "office", "Foreign Minister of Peru", "Peru"),
        ("en", "chargé d'affaires of Iran", "office", "Chargé d'affaires of Iran", "Iran"),
        ("en", "Mrs Miller", "title", "Mrs", None),
    ],
)
def test_kind_and_name_and_where_the_state_is(
    language: str, text: str, kind: str, name: str, state_text: str | None
) -> None:
    (found,) = descriptions(text, language)
    assert (found.kind, found.name) == (kind, name)
    span = found.state_span
    assert (text[span.start : span.end] if span else None) == state_text


def test_ministers_are_no_ministries() -> None:
    for word in ("ministre", "ministres", "ministre de la Défense", "Premier ministre", "vice-ministre"):
        assert {found.kind for found in descriptions(f"Le {word} parle.", "fr")} == {"office"}
    for word in ("ministère", "ministères", "ministère de la Défense"):
        assert {found.kind for found in descriptions(f"Le {word} parle.", "fr")} == {"institution"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "le président de la Commission européenne", True),
        ("fr", "le président d’Air France", True),
        ("en", "the president of the European Council", True),
        ("en", "the president of the club", False),
        ("en", "the president. Of course", False),
        ("fr", "le président de la Russie", False),
        ("ru", "президент Путин", False),
    ],
)
def test_offices_of_something_that_is_no_state(language: str, text: str, expected: bool) -> None:
    (found,) = descriptions(text, language)
    assert found.of_other is expected


def test_a_line_end_separates() -> None:
    assert shown("x\ny", descriptions("armée\nturque", "fr")) == shown("x\ny", descriptions("armée\n", "fr"))
    assert [found.state for found in descriptions("le président\narménien", "fr")] == [None]


def test_keys_of_institutions() -> None:
    assert institution_key("foreign-ministry", "RU") == "institution:foreign-ministry@RU"
    assert institution_key("parliament", None) == "institution:parliament@"
    assert institution_wikidata("lower-house", "DE") == "Q154797"
    assert institution_wikidata("lower-house", None) is None


def test_the_data_agree_with_each_other() -> None:
    offices, organs = load_data("offices.yml"), load_data("institutions.yml")
    assert isinstance(offices, dict)
    assert isinstance(organs, dict)
    entries = [
        *organs["named"].values(),
        *({"state": code} for code in [*organs["regions"], *organs["article"]]),
    ]
    assert [entry["state"] for entry in entries if state_by_code(entry["state"]) is None] == []
    roles = {*offices["offices"], "counterpart", *organs["institutions"]}
    portfolios = {f"{name}-{head}" for name in organs["portfolios"] for head in ("minister", "ministry")}
    assert {
        *organs["leading"],
        *organs["serving"],
        *organs["of_capitals"],
        *organs["posted"],
    } <= roles | portfolios
    assert set(organs["led_by"]) <= roles
    languages = {language for entry in offices["offices"].values() for language in entry}
    assert languages == set(organs["grammar"])
    wikidata = [entry["wikidata"] for entry in organs["named"].values() if "wikidata" in entry]
    assert len(wikidata) == len(set(wikidata))
    assert all(re.fullmatch(r"Q\d+", item) for item in wikidata)


def test_every_office_is_found_by_each_of_its_words() -> None:
    offices = load_data("offices.yml")
    assert isinstance(offices, dict)
    lost = [
        (role, language, word)
        for role, entry in offices["offices"].items()
        for language, words in entry.items()
        for word in words
        if word[0] not in "~+" and not descriptions(word, language)
    ]
    assert lost == []


# Texts made of the very words that are joined meet more of the code than any characters do.
PIECES = sorted({piece for _, text, _ in CASES for piece in re.split(r"(\W)", text) if piece})
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES + [" "] * 200), max_size=30).map("".join))


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str | None) -> None:
    found = descriptions(text, language)
    assert found == descriptions(text, language)
    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.role
        assert one.name
        assert one.state is None or state_by_code(one.state) is not None
    # Only a state that shares an office may lie inside: "ministres russe et turc des Affaires étrangères".
    for first, second in pairwise(found):
        assert not first.span.overlap(second.span) or (
            first.span.contains(second.span) and second.span == second.state_span
        )
