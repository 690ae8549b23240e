"""Dates of running text: one table of phrases per language, and what holds for any text."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.dates import anchor, dates
from according.extract.dates.moments import easter
from according.language.engine import engine
from according.model import Date, Named, Sentence, Span, Text, Token

ANCHOR = "2021-01-15"  # a Friday


def text_of(
    written: str, language: str | None, published: str | None, sentences: tuple[Sentence, ...] = ()
) -> Text:
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", written))
    return Text("a", written, language, published, Span(0, 0), paragraphs, sentences, ())


def found(
    written: str, language: str | None = "en", published: str | None = ANCHOR
) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in dates(text_of(written, language, published))]


@cache
def parsed(written: str, language: str, published: str | None) -> tuple[Date, ...]:
    return dates(text_of(written, language, published, tuple(engine(language).annotate(written))))


ENGLISH = [
    ("on 27 September 2020 the", "27 September 2020", "2020-09-27"),
    ("on September 27th, 2020, the", "September 27th, 2020", "2020-09-27"),
    ("on Friday, January 15", "Friday, January 15", "2021-01-15"),
    ("since September 27", "September 27", "2020-09-27"),
    ("in April 2020 for", "April 2020", "2020-04"),
    ("in mid-December, after", "mid-December", "2020-12"),
    ("at the end of March 2019", "the end of March 2019", "2019-03"),
    ("on Dec. 14 they", "Dec. 14", "2020-12-14"),
    ("on 2020-11-09 they", "2020-11-09", "2020-11-09"),
    ("signed 15.01.2021", "15.01.2021", "2021-01-15"),
    ("in 1998–2008 and", "1998–2008", "1998/2008"),
    ("the season 2019/20 was", "2019/20", "2019/2020"),
    ("from 2016 to 2019 he", "from 2016 to 2019", "2016/2019"),
    ("between May 3 and June 1, 2020", "between May 3 and June 1, 2020", "2020-05-03/2020-06-01"),
    ("from 5 to 8 November 2020", "from 5 to 8 November 2020", "2020-11-05/2020-11-08"),
    ("January–November 2020 was", "January–November 2020", "2020-01/2020-11"),
    ("in the second quarter of 2020", "the second quarter of 2020", "2020-04/2020-06"),
    ("the first half of 2020", "the first half of 2020", "2020-01/2020-06"),
    ("in the summer of 2003", "the summer of 2003", "2003-22"),
    ("in the early 1990s", "the early 1990s", "199X"),
    ("in the ’80s", "the ’80s", "198X"),
    ("a 19th-century church", "19th-century", "18XX"),
    ("in 480 BC they", "480 BC", "-0479"),
    ("last month the", "last month", "2020-12"),
    ("early last year", "early last year", "2020"),
    ("this week the", "this week", "2021-01-11/2021-01-17"),
    ("two months ago", "two months ago", "2020-11"),
    ("three days ago", "three days ago", "2021-01-12"),
    ("a year ago", "a year ago", "2020"),
    ("yesterday evening", "yesterday evening", "2021-01-14"),
    ("over the last three months", "the last three months", "2020-10-15/2021-01-15"),
    ("last Thursday he", "last Thursday", "2021-01-14"),
    ("during the night from Thursday to Friday", "the night from Thursday to Friday", "2021-01-14/2021-01-15"),
    ("in October 2020. The following month they", "The following month", "2020-11"),
    ("on 9 November 2020. The next day they", "The next day", "2020-11-10"),
    ("on 9 November 2020. Three days later they", "Three days later", "2020-11-12"),
    ("on Tuesday, Nov. 19, 2019, in", "Tuesday, Nov. 19, 2019", "2019-11-19"),
    ("on Tuesday (Nov. 19) they", "Tuesday (Nov. 19", "2019-11-19"),
    ("on Jan. 12-14 they", "Jan. 12-14", "2021-01-12/2021-01-14"),
    ("the night of May 12-13, 2020", "the night of May 12-13, 2020", "2020-05-12/2020-05-13"),
    ("in August this year", "August this year", "2021-08"),
    ("last January the", "last January", "2020-01"),
    ("the last week of March 2020", "the last week of March 2020", "2020-03"),
    ("in the week of January 11", "the week of January 11", "2021-01-11/2021-01-17"),
    ("by year-end it", "year-end", "2021"),
    ("later in the month", "later in the month", "2021-01"),
    ("half a year ago", "half a year ago", "2020-07"),
    ("in Q3 2020 the", "Q3 2020", "2020-07/2020-09"),
    ("between March and May they", "between March and May", "2021-03/2021-05"),
    ("flood watches for Monday", "Monday", "2021-01-18"),
    ("the accord of 6 February, signed on 6 February 2019", "6 February", "2019-02-06"),
    ("by Christmas, he", "Christmas", "2020-12-25"),
    ("on New Year's Day they", "New Year's Day", "2021-01-01"),
    ("on Easter Sunday 2019, bombs", "Easter Sunday 2019", "2019-04-21"),
    ("on Good Friday 1998 they", "Good Friday 1998", "1998-04-10"),
    ("in October, last year, they", "October, last year", "2020-10"),
    ("the last Easter they", "last Easter", "2020-04-12"),
    ("since Easter.", "Easter", "2020-04-12"),
    ("on Orthodox Easter.", "Orthodox Easter", "2021-05-02"),
    ("from 22:30 on 9 May to 6:30", "9 May", "2021-05-09"),
    ("by Kim Jong-in a year ago", "a year ago", "2020"),
    ("at 2019-11-19T12:48:14Z they", "2019-11-19", "2019-11-19"),
]  # fmt: skip

FRENCH = [
    ("le 13 janvier, les forces", "13 janvier", "2021-01-13"),
    ("le vendredi 15 janvier 2021", "vendredi 15 janvier 2021", "2021-01-15"),
    ("le 1er février 2020", "1er février 2020", "2020-02-01"),
    ("le 19 décembre dernier", "19 décembre dernier", "2020-12-19"),
    ("en novembre dernier", "novembre dernier", "2020-11"),
    ("à la mi-septembre", "mi-septembre", "2020-09"),
    ("d'ici fin janvier", "fin janvier", "2021-01"),
    ("le mois dernier", "le mois dernier", "2020-12"),
    ("la semaine prochaine", "la semaine prochaine", "2021-01-18/2021-01-24"),
    ("l’année 2021", "l’année 2021", "2021"),
    ("il y a un an", "il y a un an", "2020"),
    ("dans trois jours", "dans trois jours", "2021-01-18"),
    ("aujourd’hui à Moscou", "aujourd’hui", "2021-01-15"),
    ("hier soir", "hier soir", "2021-01-14"),
    ("en janvier-novembre 2020", "janvier-novembre 2020", "2020-01/2020-11"),
    ("du 27 septembre au 10 novembre 2020", "du 27 septembre au 10 novembre 2020", "2020-09-27/2020-11-10"),
    ("au deuxième trimestre", "deuxième trimestre", "2020-04/2020-06"),
    ("dans les années 1990", "les années 1990", "199X"),
    ("dans les années 90", "les années 90", "199X"),
    ("au XIXe siècle", "XIXe siècle", "18XX"),
    ("l'été dernier", "l'été dernier", "2020-22"),
    ("le 9 novembre 2020. Le lendemain, ils", "Le lendemain", "2020-11-10"),
    ("dans la nuit de jeudi à vendredi", "la nuit de jeudi à vendredi", "2021-01-14/2021-01-15"),
    ("les 12, 13 et 14 mai 2020", "13", "2020-05-13"),
    ("mardi 12, il a dit", "mardi 12", "2021-01-12"),
    ("en début d'année", "début d'année", "2021"),
    ("d'ici la fin du mois", "la fin du mois", "2021-01"),
    ("dans le courant de l'année", "le courant de l'année", "2021"),
    ("plus tôt dans l’année", "plus tôt dans l’année", "2021"),
    ("courant 2021", "courant 2021", "2021"),
    ("d'ici à 2030", "2030", "2030"),
    ("jusqu'au 30 juin", "30 juin", "2021-06-30"),
    ("la nuit du lundi 4 au mardi 5 janvier", "la nuit du lundi 4 au mardi 5 janvier", "2021-01-04/2021-01-05"),
    ("en janvier de l'année dernière", "janvier de l'année dernière", "2020-01"),
    ("en mars 2016. En mai de la même année", "mai de la même année", "2016-05"),
    ("en octobre, l'an dernier, ils", "octobre, l'an dernier", "2020-10"),
    ("au mois d'août dernier", "mois d'août dernier", "2020-08"),
    ("au 3e trimestre", "3e trimestre", "2020-07/2020-09"),
    ("il y a plus de trois ans", "il y a plus de trois ans", "2018"),
    ("la première moitié de l'année 2020", "la première moitié de l'année 2020", "2020-01/2020-06"),
    ("depuis la Toussaint, ils", "la Toussaint", "2020-11-01"),
    ("le lundi de Pâques 2020", "le lundi de Pâques 2020", "2020-04-13"),
]  # fmt: skip

RUSSIAN = [
    ("27 сентября 2020 года", "27 сентября 2020 года", "2020-09-27"),
    ("в сентябре 2020 г. они", "сентябре 2020 г.", "2020-09"),
    ("10 ноября стороны", "10 ноября", "2020-11-10"),
    ("в 2019 году", "2019 году", "2019"),
    ("в 2016 и 2018 годах", "2018 годах", "2018"),
    ("с 27 сентября по 10 ноября 2020 года", "с 27 сентября по 10 ноября 2020 года", "2020-09-27/2020-11-10"),
    ("в 1998-2008 годах", "1998-2008 годах", "1998/2008"),
    ("в 1980-х годах", "1980-х годах", "198X"),
    ("в прошлом году", "прошлом году", "2020"),
    ("на следующей неделе", "следующей неделе", "2021-01-18/2021-01-24"),
    ("два года назад", "два года назад", "2019"),
    ("через три дня", "через три дня", "2021-01-18"),
    ("вчера вечером", "вчера вечером", "2021-01-14"),
    ("в начале января", "начале января", "2021-01"),
    ("летом 2020 года", "летом 2020 года", "2020-22"),
    ("в ночь с четверга на пятницу", "ночь с четверга на пятницу", "2021-01-14/2021-01-15"),
    ("во втором квартале 2020 года", "втором квартале 2020 года", "2020-04/2020-06"),
    ("12 и 13 мая", "12", "2021-05-12"),
    ("в ночь на 12 мая", "ночь на 12 мая", "2021-05-12"),
    ("в ночь с 12 на 13 мая", "ночь с 12 на 13 мая", "2021-05-12/2021-05-13"),
    ("в начале недели", "начале недели", "2021-01-11/2021-01-17"),
    ("первого января", "первого января", "2021-01-01"),
    ("в первой половине января", "первой половине января", "2021-01"),
    ("в III квартале 2020", "III квартале 2020", "2020-07/2020-09"),
    ("полгода назад", "полгода назад", "2020-07"),
    ("в девяностые годы", "девяностые годы", "199X"),
    ("не позднее пятницы", "пятницы", "2021-01-15"),
    ("на Пасху 2020 года", "Пасху 2020 года", "2020-04-19"),
    ("в Рождество они", "Рождество", "2021-01-07"),
    ("в День Победы они", "День Победы", "2021-05-09"),
    ("ноябрьские выборы", "ноябрьские", "2020-11"),
    ("после субботней встречи", "субботней", "2021-01-09"),
    ("в 1950-53 гг. они", "1950-53 гг.", "1950/1953"),
]  # fmt: skip

OTHERS = [
    ("tr", "27 Eylül 2020'de başladı", "27 Eylül 2020'de", "2020-09-27"),
    ("tr", "2019 yılında", "2019 yılında", "2019"),
    ("tr", "10 Kasım’da sona erdi", "10 Kasım’da", "2020-11-10"),
    ("az", "2020-ci ilin sentyabrın 27-də", "2020-ci ilin sentyabrın 27-də", "2020-09-27"),
    ("az", "10 noyabr 2020-ci il tarixli", "10 noyabr 2020-ci il", "2020-11-10"),
    ("az", "noyabrın 10-da", "noyabrın 10-da", "2020-11-10"),
    ("hy", "2020 թվականի սեպտեմբերի 27-ին", "2020 թվականի սեպտեմբերի 27-ին", "2020-09-27"),
    ("hy", "նոյեմբերի 9-ին", "նոյեմբերի 9-ին", "2020-11-09"),
    ("de", "am 9. November 2020", "9. November 2020", "2020-11-09"),
    ("uk", "27 вересня 2020 року", "27 вересня 2020 року", "2020-09-27"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "written", "words", "value"),
    [
        *(("en", *row) for row in ENGLISH),
        *(("fr", *row) for row in FRENCH),
        *(("ru", *row) for row in RUSSIAN),
        *OTHERS,
    ],
)
def test_phrase(language: str, written: str, words: str, value: str) -> None:
    assert (words, value) in found(written, language)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "The runner, 41, trained for three months with 2000 soldiers and 1,950 others."),
        ("en", "It may march on and began to fall; the fall of the city came at the end of the day."),
        ("en", "for two months, 12.5 % and $2020, T-2000, 11:30, tel. 138-2010-2015"),
        ("fr", "41 ans, quarante-quatre jours, 1500 soldats, il a été vu de la part des deux"),
        ("fr", "place du 14 Juillet, boulevard du 8 mai 1945"),
        ("ru", "41 год, 44 дня, 2020 солдат, в течение трёх лет"),
        ("en", "on 31 February 2021"),
        ("en", "within a day, for two years, every Friday, Black Friday, on Saturday Night Live"),
        ("en", "a Christmas tree, Easter eggs, the christmas"),
        ("fr", "un marché de Noël, un noël"),
        ("fr", "pendant deux ans, chaque vendredi, la seconde moitié du match"),
        ("ru", "во второй половине дня, каждую пятницу, за два дня"),
    ],
)
def test_no_date(language: str, written: str) -> None:
    assert [row for row in found(written, language) if row[0] != "2021"] == []


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "The ministers met on Wednesday.", "2021-01-13"),
        ("en", "The ministers will meet on Wednesday.", "2021-01-20"),
        ("en", "The ministers are expected to meet on Wednesday.", "2021-01-20"),
        ("en", "The ministers made the remark on Friday.", "2021-01-15"),
        ("fr", "Le ministre a rencontré son homologue mercredi.", "2021-01-13"),
        ("fr", "Le ministre se rendra mercredi à Bakou.", "2021-01-20"),
        ("ru", "Министры встретились в среду в Москве.", "2021-01-13"),
        ("ru", "Министры встретятся в среду в Москве.", "2021-01-20"),
        ("en", "The court ruled in October.", "2020-10"),
        ("en", "The court will rule in October.", "2021-10"),
        ("en", "Prices have been rising since March.", "2020-03"),
        ("en", "She hopes to leave by the end of July.", "2021-07"),
        ("en", "Officials put the toll at twelve on Friday.", "2021-01-15"),
        ("fr", "L'équipe espérait une victoire en mai.", "2020-05"),
        ("fr", "Le groupe entra dans la ville lundi.", "2021-01-11"),
        ("en", "The quarrel over Wednesday's debate goes on.", "2021-01-13"),
    ],
)
def test_verb_tells_the_direction(language: str, written: str, value: str) -> None:
    assert [date.value for date in parsed(written, language, ANCHOR)] == [value]


def test_feasts_by_the_moon_stay_open() -> None:
    assert found("until Ramadan, he said") == [("Ramadan", None)]


def test_relative_words_stay_open_without_an_anchor() -> None:
    assert found("He said on Thursday that last month was hard.", published=None) == [
        ("Thursday", None),
        ("last month", None),
    ]


def test_year_since_which_something_is_so_is_not_that_of_the_rest() -> None:
    assert found("Depuis 2015, rien ne change. L'accord du 6 février est lettre morte.", "fr", "2020-12-03")[
        -1
    ] == (
        "6 février",
        "2021-02-06",
    )
    assert found("En 2015, tout a changé. Le 6 février, ils ont signé.", "fr", "2020-12-03")[-1] == (
        "6 février",
        "2015-02-06",
    )


def test_month_is_enough_for_months_and_not_for_days() -> None:
    assert found("le mois dernier, hier", "fr", "2021-01") == [("le mois dernier", "2020-12"), ("hier", None)]


def test_narrative_is_its_own_context() -> None:
    told = "War began on 12 June 1935. In October the army attacked. By January they had lost."
    assert [value for _, value in found(told, published=None)] == ["1935-06-12", "1935-10", "1936-01"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The island was lost in 1962. The court will rule on 1 October."),
        ("en", "It was ceded in the 19th century. The court ruled on 1 October."),
        ("fr", "Une côte perdue au XIXe siècle est présente. La décision sera rendue le 1er octobre."),
        ("fr", "Le bâtiment date de 1950. Cette année, il a rouvert."),
        ("ru", "Берег был потерян в XIX веке. Суд вынес решение 1 октября."),
    ],
)
def test_history_gives_no_year_to_the_story(language: str, told: str) -> None:
    assert parsed(told, language, None)[-1].value is None


def test_text_may_say_which_day_today_is() -> None:
    assert found("Today, 11 January 2021, they met. He left yesterday.", published="2021-01")[-1] == (
        "yesterday",
        "2021-01-10",
    )


def test_text_may_tell_its_day_with_this() -> None:
    assert found("Réunis ce samedi 9 mai 2020, ils sont partis hier.", "fr", None)[-1] == (
        "hier",
        "2020-05-08",
    )


def test_text_may_tell_its_day_beside_this_evening() -> None:
    assert found("ce soir, samedi 9 mai 2020. Il est parti hier.", "fr", None)[-1] == ("hier", "2020-05-08")


def test_weekday_of_an_article_without_a_date_is_the_one_that_it_tells_in_full() -> None:
    told = "The vote on Sunday was close. The last was in May. A voter in Skopje, September 30, 2018"
    assert [value for _, value in found(told, published=None)] == ["2018-09-30", "2018-05", "2018-09-30"]
    for other in ("On Sunday they met. It began on October 2, 1968.", f"{told}. The next is in 2020."):
        assert found(other, published=None)[0] == ("Sunday", None)


def test_weekdays_that_are_told_together_follow_one_another() -> None:
    assert [value for _, value in found("flood watches for Monday and Tuesday")] == [
        "2021-01-18",
        "2021-01-19",
    ]
    assert [value for _, value in found("samedi et dimanche", "fr")] == ["2021-01-09", "2021-01-10"]


@pytest.mark.parametrize("written", ["wrote the Sunday Example", "told the Friday Herald"])
def test_name_that_begins_with_a_weekday(written: str) -> None:
    assert found(written) == []


def test_what_was_promised_is_to_come_and_the_promise_has_been() -> None:
    assert [date.value for date in parsed("He promised Thursday to leave.", "en", ANCHOR)] == ["2021-01-14"]
    assert [date.value for date in parsed("He promised to leave on Thursday.", "en", ANCHOR)] == [
        "2021-01-21"
    ]


def test_two_days_of_a_month_are_two_dates() -> None:
    assert found("(The Example, December 8, 10, 2020)") == [
        ("December 8", "2020-12-08"),
        ("10, 2020", "2020-12-10"),
    ]


def test_date_does_not_run_over_a_paragraph() -> None:
    assert found("on 11\nJanuary 2021 was") == [("January 2021", "2021-01")]


def test_part_of_a_name_is_no_date() -> None:
    written = "the Sunday Herald wrote"
    token = Token(Span(0, 3), "the", "the", "DET", 0, "root")
    named = Named(Span(4, 17), "organization", "Sunday Herald")
    sentence = Sentence(Span(0, len(written)), (token,), (named,))
    assert dates(text_of(written, "en", ANCHOR, (sentence,))) == ()


def test_ambiguous_figures_give_the_year() -> None:
    assert found("08/12/2023") == [("08/12/2023", "2023")]
    assert found("08/12/2023", "fr") == [("08/12/2023", "2023-12-08")]


@pytest.mark.parametrize(
    "published", ["0001-01-01", "9999-12-31", "0000", "10000-01-01", "2021-02-31", "x", ""]
)
def test_ends_of_the_calendar(published: str) -> None:
    written = (
        "yesterday, tomorrow, last week, next century, 500 years ago, on Monday, in May, the last 90 decades"
    )
    for date in dates(text_of(written, "en", published)):
        assert date.value is None or EDTF.fullmatch(date.value)


def test_anchor_reads_what_is_there() -> None:
    assert [str(anchor(each)) for each in ("2021", "2021-01", "2021-01-15T10:00:00Z")] == [
        "2021",
        "2021-01",
        "2021-01-15",
    ]


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1954, "1954-04-18", "1954-04-25"),
        (2000, "2000-04-23", "2000-04-30"),
        (2019, "2019-04-21", "2019-04-28"),
        (2024, "2024-03-31", "2024-05-05"),
        (2038, "2038-04-25", "2038-04-25"),
        (2100, "2100-03-28", "2100-05-02"),
    ],
)
def test_easter(year: int, western: str, eastern: str) -> None:
    assert (str(easter(year)), str(easter(year, eastern=True))) == (western, eastern)


def test_easter_beyond_the_calendar() -> None:
    assert [easter(year) for year in (0, 1582, 9999)] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The agreement of 6 February has not been kept.", "en", "2019-02-06"),
        ("The peace agreement of 6 February will be honoured.", "en", "2019-02-06"),
        ("The February 6 peace agreement holds.", "en", "2019-02-06"),
        ("The agreement will be signed on 6 February.", "en", "2020-02-06"),
        ("L'accord politique du 6 février sera appliqué.", "fr", "2019-02-06"),
        ("L'accord sera signé le 6 février.", "fr", "2020-02-06"),
        ("They will observe a truce from 6 February.", "en", "2020-02-06"),
        ("The December ceasefire will be monitored by the mission.", "en", "2019-12"),
        ("6 февраля соглашение будет подписано.", "ru", "2020-02-06"),
        ("В пятницу перемирие вступит в силу.", "ru", "2019-11-22"),
        ("Стороны выполнят соглашение от 6 февраля.", "ru", "2019-02-06"),
    ],
)
def test_an_agreement_that_has_a_date_for_its_name_was_made(text: str, language: str, value: str) -> None:
    assert [each.value for each in parsed(text, language, "2019-11-16")] == [value]


_PART = r"(?:-?\d{4}(?:-\d{2}(?:-\d{2})?)?)"
EDTF = re.compile(rf"{_PART}(?:/{_PART})?|\d{{3}}X|\d{{2}}XX")
LANGUAGES = ["en", "fr", "ru", "tr", "az", "hy", "de", None]
WORDS = sorted({word for rows in (ENGLISH, FRENCH, RUSSIAN) for row in rows for word in row[0].split()})


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from([*WORDS, "-", ",", "\n", "31", "0"]), max_size=30).map(" ".join),
    ),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, "2021-01-15", "2021-01", "2021", "0001-01-01", "9999-12-31"]),
)
def test_any_text(written: str, language: str | None, published: str | None) -> None:
    end = 0
    for date in dates(text_of(written, language, published)):
        assert end <= date.span.start < date.span.end <= len(written)
        assert date.text == written[date.span.start : date.span.end]
        assert date.value is None or EDTF.fullmatch(date.value)
        assert 0 < date.confidence <= 1
        assert date.reason
        end = date.span.end
