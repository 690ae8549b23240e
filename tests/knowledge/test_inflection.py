from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from according.knowledge.inflection import MOST_BASES, bases, key, names_are_declined

LANGUAGES = (
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "ru",
    "uk",
    "pl",
    "tr",
    "az",
    "hy",
    "ka",
    "ar",
    "fa",
    "he",
    "el",
    "ko",
)

FORMS = [
    ("ru", "Армения", "Армении Армению Арменией"),
    ("ru", "Ереван", "Еревана Еревану Ереваном Ереване"),
    ("ru", "Россия", "России Россию Россией"),
    ("ru", "Москва", "Москвы Москве Москву Москвой"),
    ("ru", "Пашинян", "Пашиняна Пашиняну Пашиняном Пашиняне"),
    ("ru", "Захарова", "Захаровой Захарову"),
    ("ru", "Лавров", "Лаврова Лаврову Лавровым Лаврове"),
    ("ru", "Путин", "Путина Путину Путиным Путине"),
    ("ru", "Зеленский", "Зеленского Зеленскому Зеленским Зеленском"),
    ("ru", "Толстой", "Толстого Толстому Толстым Толстом"),
    ("ru", "Баку", "Баку"),
    ("ru", "Китай", "Китая Китаю Китаем Китае"),
    ("ru", "Кремль", "Кремля Кремлю Кремлём Кремле"),
    ("ru", "Казань", "Казани Казанью"),
    ("ru", "Павел", "Павла Павлу Павлом Павле"),
    ("ru", "Сергей", "Сергея Сергею Сергеем Сергее"),
    (
        "ru",
        "армянский",
        "армянского армянскому армянским армянском армянская армянской армянскую армянское армянских",
    ),
    ("ru", "Минская", "Минской Минскую"),
    ("ru", "армяне", "армян армянам армянами армянах"),
    ("ru", "армянин", "армянина армяне армян"),
    ("ru", "армянка", "армянки армянке армянку армянкой армянок"),
    ("ru", "азербайджанец", "азербайджанца азербайджанцы азербайджанцев азербайджанцами"),
    ("ru", "министерство", "министерства министерству министерством министерстве"),
    ("ru", "министр", "министра министры министров министрами"),
    ("ru", "Штаты", "Штатов Штатам Штатами Штатах"),
    ("ru", "Соединённые", "Соединённых Соединенным Соединёнными"),
    ("ru", "Приднестровье", "Приднестровья Приднестровью Приднестровьем"),
    ("ru", "область", "области областью областей"),
    ("ru", "Нью-Йорк", "Нью-Йорка Нью-Йорке"),
    ("ru", "Ростов-на-Дону", "Ростове-на-Дону Ростова-на-Дону"),
    ("uk", "Вірменія", "Вірменії Вірменію Вірменією"),
    ("uk", "Київ", "Києва Києву Києвом Києві"),
    ("uk", "Харків", "Харкова Харкову Харковом Харкові"),
    ("uk", "Туреччина", "Туреччини Туреччині Туреччину Туреччиною"),
    ("uk", "Америка", "Америки Америці Америку"),
    ("uk", "Зеленський", "Зеленського Зеленському Зеленським"),
    ("uk", "президент", "президента президентові президентом президенти президентів"),
    ("fr", "arménien", "arménienne arméniens Arméniennes"),
    ("fr", "français", "française françaises"),
    ("fr", "turc", "turcs turque turques"),
    ("fr", "grec", "grecque grecques"),
    ("fr", "offensif", "offensive offensives"),
    ("fr", "directeur", "directrice directrices"),
    ("fr", "européen", "européenne européens"),
    ("fr", "Arménie", "l'Arménie d’Arménie qu’Arménie"),
    ("fr", "occidental", "occidentaux occidentale"),
    ("tr", "Ermenistan", "Ermenistan'ın Ermenistan’a Ermenistanın Ermenistan'daki"),
    ("tr", "Bakü", "Bakü'de Bakü'nün Baküde Bakü’ye"),
    ("tr", "bakanlık", "Bakanlığı Bakanlığının Bakanlığına bakanlıklar"),
    ("tr", "Bakanlığı", "Bakanlığının Bakanlığı'na Bakanlığından"),
    ("tr", "Cumhurbaşkanı", "Cumhurbaşkanının Cumhurbaşkanına Cumhurbaşkanı'nın"),
    ("tr", "İstanbul", "İSTANBUL'DA İstanbul'dan istanbulda"),
    ("az", "Ermənistan", "Ermənistanın Ermənistana Ermənistanda Ermənistandan Ermənistanı"),
    ("az", "Bakı", "Bakıda Bakının Bakıya Bakını"),
    ("az", "Azərbaycan", "Azərbaycanla Azərbaycandakı"),
    ("az", "prezident", "prezidenti prezidentinin prezidentlər"),
    ("az", "nazir", "nazirinin naziri nazirlərin"),
    ("az", "nazirlik", "nazirliyi nazirliyinin nazirliyinə"),
    ("hy", "Հայաստան", "Հայաստանի Հայաստանում Հայաստանը Հայաստանից Հայաստանին"),
    ("hy", "Երևան", "Երևանում Երեւանի ԵՐԵՎԱՆԻՑ Երևանն"),
    ("hy", "Ադրբեջան", "Ադրբեջանը Ադրբեջանի"),
    ("hy", "Թուրքիա", "Թուրքիայի Թուրքիայում Թուրքիան"),
    ("hy", "Բաքու", "Բաքվի Բաքվում Բաքուն"),
    ("hy", "նախարարություն", "նախարարության նախարարությունը նախարարությանը"),
    ("hy", "հայ", "հայեր հայերի հայերը"),
    ("hy", "նախագահ", "նախագահի նախագահը նախագահներ նախագահների"),
    ("de", "armenisch", "armenische armenischen armenischer"),
    ("de", "Armenien", "Armeniens"),
    ("de", "Armenier", "Armeniern Armeniers"),
    ("de", "Türke", "Türken"),
    ("de", "Minister", "Ministers Ministerin Ministerinnen Ministern"),
    ("ka", "თბილისი", "თბილისში თბილისის თბილისიდან თბილისს"),
    ("ka", "საქართველო", "საქართველოს საქართველოში საქართველოდან"),
    ("en", "Armenia", "Armenia's Armenia’s"),
    ("en", "Armenian", "Armenians Armenians’"),
    ("en", "ministry", "ministries"),
    ("es", "armenio", "armenia armenios armenias"),
    ("es", "español", "española españoles"),
    ("it", "turco", "turchi turche turca"),
    ("pt", "alemão", "alemã alemães"),
    ("pl", "Armenia", "Armenii Armenię Armenią"),
    ("ar", "أرمينيا", "وأرمينيا بأرمينيا لأرمينيا"),
    ("ar", "العراق", "والعراق للعراق بالعراق"),
    ("el", "Αρμενία", "Αρμενίας"),
]


@pytest.mark.parametrize(
    ("language", "dictionary", "form"),
    [(language, dictionary, form) for language, dictionary, forms in FORMS for form in forms.split()],
)
def test_finds_the_dictionary_form(language: str, dictionary: str, form: str) -> None:
    assert key(dictionary) in bases(form, language)


@pytest.mark.parametrize(
    ("language", "other", "form"),
    [
        ("ru", "Грузия", "груз"),
        ("ru", "Грузия", "грузом"),
        ("ru", "Грузия", "грузы"),
        ("ru", "Грузия", "груза"),
        ("ru", "Россия", "росс"),
        ("ru", "Иран", "иранский"),
        ("tr", "Rus", "Rusya"),
        ("tr", "Alman", "Almanya"),
        ("en", "u", "us"),
        ("fr", "Mal", "Mali"),
        ("fr", "rménie", "Arménie"),
    ],
)
def test_other_words_stay_others(language: str, other: str, form: str) -> None:
    assert key(other) not in bases(form, language)


def test_the_language_decides() -> None:
    assert bases("Ереване", "fr") == ("ереване",)
    assert bases("Ереване", "ko") == ("ереване",)
    assert bases("Ministers", "en-GB") == bases("Ministers", "en")


def test_the_script_decides_where_the_language_is_unknown() -> None:
    assert "армения" in bases("Армении", None)
    assert key("Երևան") in bases("Երևանում", None)
    assert "armenia" in bases("Armenia's", None)
    assert bases("2020", None) == ("2020",)


def test_the_three_spellings_of_the_armenian_ew_are_one() -> None:
    assert key("Երևան") == key("Երեւան") == key("ԵՐԵՎԱՆ")


def test_without_article_or_ending_comes_next() -> None:
    assert bases("l'Arménie", "fr")[:2] == ("l'armenie", "armenie")
    assert bases("Ermenistan’ın", "tr")[:2] == ("ermenistan'in", "ermenistan")


@example("Москве-Ереване-Ереване", "ru")
@given(st.text(), st.sampled_from((*LANGUAGES, None, "", "x-y")))
def test_any_text_gives_few_folded_candidates_itself_first(word: str, language: str | None) -> None:
    found = bases(word, language)
    assert found[0] == key(word)
    assert len(found) == len(set(found)) <= MOST_BASES


@pytest.mark.parametrize("word", ["l'" * 5000, "Дону-" * 5000, "'" * 5000, "-" * 5000, "а" * 5000])
@pytest.mark.parametrize("language", ["fr", "ru", "tr", "it"])
def test_what_is_no_word_is_no_trouble(word: str, language: str) -> None:
    assert bases(word, language)[0] == key(word)


LETTERS = "абвгийоуыяАБОВИЯ'-’ёеiıİşşeəғaeéèsnrtմնիեւևվ"


@given(st.text(LETTERS, max_size=14), st.sampled_from(LANGUAGES))
def test_candidates_do_not_depend_on_case_marks_or_quotes(word: str, language: str) -> None:
    assert bases(key(word), language) == bases(word, language)


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "from according.knowledge.inflection import bases\n"
        "print([bases(w, l) for w in 'Минской Нью-Йорке Bakanlığının Ռուսաստանի'.split() for l in ('ru', 'tr', 'hy')])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("name", "language", "declined"),
    [
        ("Александра Иванова", "ru", False),
        ("Олена Шевченкова", "uk", False),
        ("Никола Пашиняна", "ru", True),
        ("Anna Nowak", "pl", True),
        ("Nikol Pashinyan", "en", False),
        ("Nikol Pashinyan", None, False),
    ],
)
def test_names_that_may_stand_in_a_case(name: str, language: str | None, declined: bool) -> None:
    assert names_are_declined(name, language) == declined
