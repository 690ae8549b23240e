"""Numbers in words and digits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from according.extract.figures.numbers import numerals

LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es")


def values(written: str, language: str | None) -> list[float | None]:
    return [numeral.value for numeral in numerals(written, language)]


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "twenty-one thousand three hundred and five", 21305),
        ("en", "two hundred million", 200_000_000),
        ("en", "2.3 billion", 2_300_000_000),
        ("en", "1.5", 1.5),
        ("en", "1,500", 1500),
        ("en", "1.500", 1.5),
        ("en", "12,34,567.89", 1234567.89),
        ("en", "one million two hundred thousand", 1_200_000),
        ("en", "a hundred", 100),
        ("en", "two dozen", 24),
        ("en", "half a dozen", 6),
        ("en", "three-quarters", 0.75),
        ("en", "two and a half", 2.5),
        ("en", "a million and a half", 1_500_000),
        ("en", "2½", 2.5),
        ("en", "10 1/2", 10.5),
        ("en", "one in five", 0.2),
        ("en", "three out of ten", 0.3),
        ("en", "minus five", -5),
        ("en", "-3.5", -3.5),
        ("en", "nine point zero four", 9.04),
        ("en", "10k", 10_000),
        ("en", "3bn", 3_000_000_000),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-dix-neuf", 79),
        ("fr", "quatre-vingts", 80),
        ("fr", "septante-deux", 72),
        ("fr", "deux cent mille", 200_000),
        ("fr", "mille neuf cent quatre-vingt-quatre", 1984),
        ("fr", "deux millions mille", 2_001_000),
        ("fr", "24 000", 24_000),
        ("fr", "24\u202f000,5", 24000.5),
        ("fr", "1.500", 1500),
        ("fr", "8,5", 8.5),
        ("fr", "une dizaine de milliers", 10_000),
        ("fr", "un million et demi", 1_500_000),
        ("fr", "trois quarts", 0.75),
        ("ru", "двести семьдесят три", 273),
        ("ru", "пять тысяч сто одиннадцать", 5111),
        ("ru", "1,5 млн", 1_500_000),
        ("ru", "полтора миллиона", 1_500_000),
        ("ru", "три с половиной", 3.5),
        ("ru", "две трети", 2 / 3),
        ("ru", "двумястами", 200),
        ("de", "siebenundzwanzig", 27),
        ("de", "dreihundertfünfundzwanzigtausend", 325_000),
        ("de", "24.000", 24_000),
        ("tr", "yirmi beş bin üç yüz", 25_300),
        ("tr", "ikibinbeşyüz", 2500),
        ("az", "iki yüz on beş", 215),
        ("hy", "քսանհինգ", 25),
        ("hy", "երկու հարյուր հազար", 200_000),
        ("es", "treinta y dos mil quinientos", 32_500),
        ("uk", "двісті тридцять п'ять", 235),
        (None, "1 234", 1234),
    ],
)
def test_a_number_is_read_whole(language: str | None, written: str, value: float) -> None:
    read = numerals(written, language)
    assert [numeral.value for numeral in read] == [pytest.approx(value)]
    assert read[0].span == (0, len(written))


@pytest.mark.parametrize(
    ("language", "written", "low"),
    [
        ("en", "hundreds", 200),
        ("en", "tens of thousands", 20_000),
        ("en", "several hundred", 200),
        ("fr", "dizaines de milliers", 20_000),
        ("fr", "quelques centaines", 200),
        ("ru", "десятки тысяч", 20_000),
        ("tr", "binlerce", 2000),
    ],
)
def test_what_is_vague_has_twice_its_unit_at_least(language: str, written: str, low: float) -> None:
    assert [(numeral.value, numeral.low) for numeral in numerals(written, language)] == [(None, low)]


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("en", "five and six", [5, 6]),
        ("en", "seventy, eighty", [70, 80]),
        ("en", "twelve thirteen", [12, 13]),
        ("en", "two hundred three hundred", [200, 300]),
        ("en", "in 2020 300 came", [2020, 300]),
        ("en", "423 0000", [423, 0]),
        ("fr", "vingt et un ou vingt-deux", [21, 22]),
        ("fr", "deux mille trois mille", [2000, 3000]),
        ("ru", "сто двести", [100, 200]),
    ],
)
def test_where_a_number_ends(language: str, written: str, expected: list[float]) -> None:
    assert values(written, language) == expected


@pytest.mark.parametrize(
    "written",
    ["F-35", "GM200", "192.168.1.2", "12.05.2020", "v1.2.3", "someone", "tennis", "twenty-fifth", "9" * 400],
)
def test_no_numbers(written: str) -> None:
    assert numerals(written, "en") == []


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_digits_as_each_language_groups_them(number: int, language: str) -> None:
    assert values(format_decimal(number, locale=language), language) == [number]


@given(st.decimals("0.01", "999999.99", places=2), st.sampled_from(LANGUAGES))
def test_decimals_as_each_language_writes_them(number: float, language: str) -> None:
    written = format_decimal(number, locale=language, decimal_quantization=False)
    assert values(written, language) == [pytest.approx(float(number))]


EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
RU = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = [
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
RU_HUNDREDS = [
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]
WORDS = [
    "1",
    "12",
    "1.500",
    ",",
    "3/4",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "and",
    "a",
    "half",
    "of",
    "third",
    "dozen",
    "in",
    "-",
]


def english(number: int) -> str:
    if number < 20:
        return EN[number]
    if number < 100:
        return EN_TENS[number // 10 - 2] + (f"-{EN[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{EN[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    unit, word = (1_000_000, "million") if number >= 1_000_000 else (1000, "thousand")
    rest = number % unit
    return f"{english(number // unit)} {word}" + (
        f"{' and' if rest < 100 else ''} {english(rest)}" if rest else ""
    )


def french(number: int) -> str:
    if number < 17:
        return FR[number]
    if number < 20:
        return f"dix-{FR[number - 10]}"
    if number < 70:
        one = number % 10
        tens = FR_TENS[number // 10 - 2]
        return tens + ("" if not one else " et un" if one == 1 else f"-{FR[one]}")
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{french(number - 60)}"
    if number < 100:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{french(number - 80)}"
    if number < 1000:
        hundred = "cent" if number < 200 else f"{FR[number // 100]} cent"
        return hundred + (f" {french(number % 100)}" if number % 100 else "s" if number >= 200 else "")
    if number < 1_000_000:
        head = "mille" if number < 2000 else f"{french(number // 1000)} mille"
        return head + (f" {french(number % 1000)}" if number % 1000 else "")
    million = f"{french(number // 1_000_000)} million{'s' if number >= 2_000_000 else ''}"
    return million + (f" {french(number % 1_000_000)}" if number % 1_000_000 else "")


def russian(number: int) -> str:
    if number < 20:
        return RU[number]
    if number < 100:
        return RU_TENS[number // 10 - 2] + (f" {RU[number % 10]}" if number % 10 else "")
    if number < 1000:
        return RU_HUNDREDS[number // 100 - 1] + (f" {russian(number % 100)}" if number % 100 else "")
    unit, word = (1_000_000, "миллионов") if number >= 1_000_000 else (1000, "тысяч")
    return f"{russian(number // unit)} {word}" + (f" {russian(number % unit)}" if number % unit else "")


@pytest.mark.parametrize(("language", "spell"), [("en", english), ("fr", french), ("ru", russian)])
@given(number=st.one_of(st.integers(0, 2500), st.integers(0, 999_999_999)))
def test_every_number_in_words_is_read_back(language: str, spell: object, number: int) -> None:
    assert callable(spell)
    assert values(spell(number), language) == [number]


@given(st.text(max_size=200), st.sampled_from([*LANGUAGES, None]))
def test_any_text(written: str, language: str | None) -> None:
    spans = [numeral.span for numeral in numerals(written, language)]
    assert all(0 <= span.start < span.end <= len(written) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_number_words_in_any_order(words: list[str]) -> None:
    written = " ".join(words)
    spans = [numeral.span for numeral in numerals(written, "en")]
    assert all(one.end <= other.start for one, other in pairwise(spans))
