"""Times of day beside dates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.dates import dates
from according.model import Span, Text

ANCHOR = "2021-01-15"  # a Friday
LANGUAGES = ["en", "fr", "ru", "uk", "tr", "az", "hy", "de", "el"]


def times(written: str, language: str, published: str | None = ANCHOR) -> list[tuple[str | None, str | None]]:
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", written))
    text = Text("a", written, language, published, Span(0, 0), paragraphs, (), ())
    return [(date.value, date.time) for date in dates(text)]


@pytest.mark.parametrize(
    ("language", "written", "day", "time"),
    [
        ("en", "The shelling began at 14:30 local time on Friday.", "2021-01-15", "14:30"),
        ("en", "in force from 00:00 Moscow time on 10 November 2020", "2020-11-10", "00:00+03:00"),
        ("en", "They met on Thursday at 6 p.m. GMT.", "2021-01-14", "18:00+00:00"),
        ("en", "They met on Thursday, at about 7.30am.", "2021-01-14", "07:30"),
        ("en", "It ended at 12 a.m. on Sunday.", "2021-01-10", "00:00"),
        ("en", "at 11 at night on Sunday", "2021-01-10", "23:00"),
        ("en", "as of 5 a.m. Eastern time Sunday", "2021-01-10", "05:00-05:00"),
        ("en", "at 5 a.m. Eastern time on 3 July 2020", "2020-07-03", "05:00-04:00"),
        ("en", "at 15:00 Yerevan time on 3 July 2010", "2010-07-03", "15:00+05:00"),
        ("en", "at 15:00 Yerevan time on 3 July 2020", "2020-07-03", "15:00+04:00"),
        ("en", "at 2:30 London time on 25 October 2020, when clocks go forth", "2020-10-25", "02:30+00:00"),
        ("en", "at 1:30 London time on 25 October 2020, when clocks go back", "2020-10-25", "01:30"),
        ("en", "at 15:00 Paris time on 3 July 1930", "1930-07-03", "15:00"),
        ("en", "close to 2 a.m. local time (0100 GMT) on Wednesday", "2021-01-13", "02:00+01:00"),
        ("en", "at 7 a.m. local time (2130 GMT) on Wednesday", "2021-01-13", "07:00+09:30"),
        ("en", "between 14:00 and 16:00 on Friday", "2021-01-15", "14:00/16:00"),
        ("en", "on Friday at noon", "2021-01-15", "12:00"),
        ("fr", "vendredi à 18h30, heure de Moscou", "2021-01-15", "18:30+03:00"),
        ("fr", "prévu pour 19 h 00 (heure de l’Est) ce dimanche", "2021-01-17", "19:00-05:00"),
        ("fr", "le 10 novembre à minuit", "2020-11-10", "00:00"),
        ("fr", "jeudi vers 3 heures du matin heure locale", "2021-01-14", "03:00"),
        ("ru", "с 00:00 часов по московскому времени 10 ноября 2020 года", "2020-11-10", "00:00+03:00"),
        ("ru", "в 15:00 мск в пятницу", "2021-01-15", "15:00+03:00"),
        ("ru", "в 2 часа дня в пятницу", "2021-01-15", "14:00"),
        ("ru", "около 4 часов утра в субботу", "2021-01-09", "04:00"),
        ("uk", "27 вересня 2020 року о 6:00 за київським часом", "2020-09-27", "06:00+03:00"),
        ("tr", "10 Kasım 2020 saat 14:30'da", "2020-11-10", "14:30"),
        ("az", "10 noyabr 2020-ci il saat 00:00", "2020-11-10", "00:00"),
        ("hy", "նոյեմբերի 10-ին ժամը 00:00-ին", "2020-11-10", "00:00"),
        ("de", "am 9. November 2020 um 14.30 Uhr MEZ", "2020-11-09", "14:30+01:00"),
    ],
)
def test_time_beside_a_day(language: str, written: str, day: str, time: str) -> None:
    assert times(written, language) == [(day, time)]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "The toll stood at 12 on Friday."),
        ("en", "It rose by 14.30 on Friday."),
        ("en", "on Friday 25:10 homes"),
        ("en", "On Friday they left for the town, which they reached at 14:30."),
        ("en", "It was dark in May at 6 p.m."),
        ("fr", "pendant 15 heures vendredi"),
        ("ru", "за 2 дня в пятницу"),
        ("el", "at 14:30 on 10/11/2020"),
    ],
)
def test_no_time(language: str, written: str) -> None:
    assert [time for _, time in times(written, language)] in ([], [None])


def test_time_goes_with_the_nearer_day() -> None:
    assert times("On Friday at 10:00, on Saturday at 11:00 they left.", "en") == [
        ("2021-01-15", "10:00"),
        ("2021-01-09", "11:00"),
    ]
    assert times("On Friday, at 10:00 on Saturday they left.", "en") == [
        ("2021-01-15", None),
        ("2021-01-09", "10:00"),
    ]


def test_zone_with_seasons_stays_out_when_the_day_is_not_known() -> None:
    assert times("at 10:00 London time on Friday", "en", None) == [(None, "10:00")]
    assert times("at 10:00 GMT on Friday", "en", None) == [(None, "10:00+00:00")]


_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?:[+-]\d\d:\d\d)?")
_WORDS = [
    "at", "Friday", "10 May 2020", "14:30", "p.m.", "0100", "GMT", "(", ")", ",", "Moscow time", "to", "0000-01-01",
    "9999-12-31", "vendredi", "18h30", "à", "heure de Paris", "в", "2 часа", "дня", "пятницу", "мск", "\n",
]  # fmt: skip


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=20).map(" ".join)),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, ANCHOR, "0001-01-01", "9999-12-31"]),
)
def test_any_text(written: str, language: str, published: str | None) -> None:
    for _, time in times(written, language, published):
        assert time is None or all(_TIME.fullmatch(end) for end in time.split("/"))
