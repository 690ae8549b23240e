from datetime import date

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.calendar import date_line, find_dates, weekday_of, years_with

LANGUAGES = ["en", "fr", "ru", "uk", "tr", "az", "hy", "de", "es", "it", "pt", "ar", "fa", "ka"]
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 janvier 2021", "2021-01-15"),
        ("1er janvier 2021", "2021-01-01"),
        ("15 janv. 2021", "2021-01-15"),
        ("mar. 15 janv. 2021", "2021-01-15"),
        ("DÉCEMBRE 2020", "2020-12"),
        ("DECEMBRE 2020", "2020-12"),
        ("Dec 8 2023", "2023-12-08"),
        ("8 December 2023", "2023-12-08"),
        ("Friday, December 8, 2023", "2023-12-08"),
        ("Jan. 15, 2021", "2021-01-15"),
        ("15th of January, 2021", "2021-01-15"),
        ("2023-12-08", "2023-12-08"),
        ("2023/12/08", "2023-12-08"),
        ("08.12.2023", "2023-12-08"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("07/07/2023", "2023-07-07"),
        ("8 декабря 2023 года", "2023-12-08"),
        ("четверг, 21 декабря 2023 г.", "2023-12-21"),
        ("п’ятниця, 5 березня 2022 р.", "2022-03-05"),
        ("15 Ocak 2021 Cuma", "2021-01-15"),
        ("5 yanvar 2021-ci il", "2021-01-05"),
        ("12 հունվարի 2021", "2021-01-12"),
        ("2021 թ. հունվարի 15", "2021-01-15"),
        ("3. März 2020", "2020-03-03"),
        ("15 de enero de 2021", "2021-01-15"),
        ("1º de maio de 2022", "2022-05-01"),
        ("3 settembre 2020", "2020-09-03"),
        ("15 يناير/كانون الثاني 2021", "2021-01-15"),
        ("١٥ يناير ٢٠٢١", "2021-01-15"),
        ("۱۵ ژانویهٔ ۲۰۲۱", "2021-01-15"),
        ("15 მარტი 2021", "2021-03-15"),
    ],
)
def test_the_whole_text_is_one_date(text: str, value: str) -> None:
    [found] = find_dates(text)
    assert (text[slice(*found.span)], found.value) == (text, value)


@pytest.mark.parametrize(
    ("text", "month", "day", "weekday"),
    [
        ("vendredi 15 janvier", 1, 15, 4),
        ("THURSDAY, DECEMBER 8", 12, 8, 3),
        ("jeudi", None, None, 3),
        ("on Thursday", None, None, 3),
        ("в четверг", None, None, 3),
        ("29 février", 2, 29, None),
    ],
)
def test_what_the_text_does_not_say_stays_open(
    text: str, month: int | None, day: int | None, weekday: int | None
) -> None:
    [found] = find_dates(text)
    assert (found.year, found.month, found.day, found.weekday) == (None, month, day, weekday)
    assert found.value is None


@pytest.mark.parametrize(
    "text",
    [
        "may 15 people come",
        "31 February 2021",
        "version 1.12.2023.4",
        "https://example.org/2023/12/08/title",
        "8 Dec",
        "30/02/2021",
        "99/99/2021",
        "call 12-05-2021-33",
        "set 3 out of 10",
        "she sat, the sun shone",
        "Im Mai",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_day_and_month_that_may_be_swapped() -> None:
    [unknown] = find_dates("08/12/2023")
    assert (unknown.ambiguous, unknown.value) == (True, "2023")
    [english] = find_dates("08/12/2023", "en")
    assert english.ambiguous
    [french] = find_dates("08/12/2023", "fr")
    assert (french.ambiguous, french.value) == (False, "2023-12-08")


def test_several_dates_with_exact_spans() -> None:
    text = "  Publié le 15 janvier 2021, mis à jour le 16/01/2021 (jeudi)"
    assert [text[slice(*found.span)] for found in find_dates(text)] == [
        "15 janvier 2021",
        "16/01/2021",
        "jeudi",
    ]


def test_spans_survive_decomposed_letters() -> None:
    text = "— le 8 de\u0301cembre 2020 —"
    [found] = find_dates(text)
    assert text[slice(*found.span)] == "8 de\u0301cembre 2020"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_month_of_every_language(language: str, width: str) -> None:
    for month, name in Locale.parse(language).months["format"][width].items():
        text = f"15 {name} 2021"
        assert [(text[slice(*found.span)], found.value) for found in find_dates(text)] == [
            (text, f"2021-{month:02d}-15")
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_weekday_of_every_language(language: str) -> None:
    locale = Locale.parse(language)
    for weekday, name in locale.days["format"]["wide"].items():
        [found] = find_dates(f"{name}, 15 {locale.months['format']['wide'][1]} 2021")
        assert found.weekday == weekday


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DATES)
def test_written_dates_are_read_back(language: str, day: date) -> None:
    month = Locale.parse(language).months["format"]["wide"][day.month]
    text = f"× {day.day} {month} {day.year} ×"
    [found] = find_dates(text)
    assert found.value == day.isoformat()
    assert text[slice(*found.span)] == text[2:-2]


@given(st.text() | st.text(alphabet="0123456789./-, janvierDecemb年г\n\u0301\u200f"))
def test_anything_goes_in_and_only_real_dates_come_out(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        if found.year and found.month and found.day:
            assert date(found.year, found.month, found.day)
    line = date_line(text)
    assert line is None or 0 <= line.span.start < line.span.end <= len(text)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Dec 8 2023", "2023-12-08"),
        ("Published: 8 December 2023, 14:30 GMT", "2023-12-08"),
        ("Publié le 15 janvier 2021 à 14h30", "2021-01-15"),
        ("Mis à jour le 16/01/2021 - 10:00 Publié le 15/01/2021", "2021-01-15"),
        ("Updated 9 Dec 2023, published 8 Dec 2023", "2023-12-08"),
        ("Updated Dec 9, 2023 9:14 pm", "2023-12-09"),
        ("Last updated: Dec 8, 2023, 3:15 PM ET", "2023-12-08"),
        ("Yayınlanma: 15.01.2021 - 14:25 Güncelleme: 15.01.2021 - 15:02", "2021-01-15"),
        ("Опубликовано: 8 декабря 2023, 14:30", "2023-12-08"),
        ("Le Monde, 15 janvier 2021", "2021-01-15"),
        ("Le Monde | 15 janvier 2021", "2021-01-15"),
        ("AFP – 8 December 2023", "2023-12-08"),
        ("Geneva, 8 December 2023", "2023-12-08"),
        ("2023-12-08T14:30:00Z", "2023-12-08"),
        ("(8 December 2023)", "2023-12-08"),
        ("8 декабря 2023, 14:30 (MSK)", "2023-12-08"),
    ],
)
def test_lines_that_are_only_a_date(line: str, value: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.value == value


def test_a_short_month_needs_no_year_when_the_line_is_nothing_else() -> None:
    found = date_line("8 Dec")
    assert found is not None
    assert (found.month, found.day, found.year) == (12, 8, None)


@pytest.mark.parametrize(
    "line",
    [
        "On 8 December 2023 the army left",
        "The war of December 2023",
        "Election day: 8 December 2023",
        "Moscow, May 2021",
        "8 December 2023 - 12 January 2024",
        "Le Monde, 8 January 2021; BBC, 9 January 2021",
        "1990",
        "May",
        "14:30",
        "",
        "Dec 8 2023 " + "x" * 200,
    ],
)
def test_lines_that_are_more_or_less_than_a_date(line: str) -> None:
    assert date_line(line) is None


@given(DATES)
def test_weekdays_and_years_agree(day: date) -> None:
    assert weekday_of(day.year, day.month, day.day) == day.weekday()
    assert day.year in years_with(day.day, day.month, day.weekday(), range(day.year - 3, day.year + 4))


def test_years_in_which_a_date_cannot_be() -> None:
    assert years_with(29, 2, 0, range(2021, 2024)) == ()
    assert years_with(15, 1, 4, range(2015, 2027)) == (2016, 2021)
