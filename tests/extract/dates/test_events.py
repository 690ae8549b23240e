"""Dates that are counted from an event that the article dates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.dates import dates
from according.language.engine import engine
from according.model import Date, Span, Text


def found(written: str, language: str, published: str | None = "2021-01-15") -> tuple[Date, ...]:
    sentences = tuple(engine(language).annotate(written))
    return dates(Text("a", written, language, published, Span(0, 0), (Span(0, len(written)),), sentences, ()))


@pytest.mark.parametrize(
    ("language", "written", "words", "value"),
    [
        (
            "en",
            "The attack on 27 September 2020 killed ten. Two days after the attack, he left.",
            "Two days after the attack",
            "2020-09-29",
        ),
        (
            "en",
            "Friday's attack was long. The day after the attack, shops were closed.",
            "The day after the attack",
            "2021-01-16",
        ),
        ("en", "A month before the vote of 3 May 2020 they met.", "A month before the vote", "2020-04"),
        ("en", "Two days after the 10 November 2020 ceasefire, talks began.", "Two days after", "2020-11-12"),
        ("en", "He left two days before 5 May 2020.", "two days before", "2020-05-03"),
        ("en", "A day after an attack on Friday they met.", "A day after an attack", "2021-01-16"),
        (
            "en",
            "The vote of 3 May 2020 was close. On the eve of the vote, they met.",
            "the eve of the vote",
            "2020-05-02",
        ),
        (
            "fr",
            "La signature du 10 novembre 2020 a surpris. Le lendemain de la signature, ils sont partis.",
            "Le lendemain de la signature",
            "2020-11-11",
        ),
        ("fr", "Deux ans avant la guerre de 1994, ils ont fui.", "Deux ans avant la guerre", "1992"),
        (
            "ru",
            "Подписание 10 ноября 2020 года удивило всех. На следующий день после подписания они уехали.",
            "следующий день после подписания",
            "2020-11-11",
        ),
        (
            "ru",
            "Теракт 3 мая 2020 года. Спустя два дня после теракта он уехал.",
            "Спустя два дня после теракта",
            "2020-05-05",
        ),
    ],
)
def test_counted_from_its_event(language: str, written: str, words: str, value: str) -> None:
    assert (words, value) in [(date.text, date.value) for date in found(written, language)]


@pytest.mark.parametrize(
    ("language", "written", "words"),
    [
        ("en", "They met two days after the ceasefire.", "two days after the ceasefire"),
        (
            "en",
            "The attack on Friday and the attack on Sunday. A day after the attack they met.",
            "A day after the attack",
        ),
        ("en", "The attack on Friday. A day after an attack they met.", "A day after an attack"),
        ("en", "The minister on Friday left. Two days after he left, they met.", "Two days after"),
        (
            "en",
            "The attack in May 2020 was long. Two days after the attack they met.",
            "Two days after the attack",
        ),
        ("fr", "Ils sont partis cinq mois après le sommet.", "cinq mois après le sommet"),
        ("ru", "За два дня до выборов он уехал.", "За два дня до выборов"),
    ],
)
def test_open_where_the_event_has_no_certain_day(language: str, written: str, words: str) -> None:
    assert (words, None) in [(date.text, date.value) for date in found(written, language)]


_WORDS = [
    "two",
    "days",
    "after",
    "the",
    "attack",
    "on",
    "Friday",
    "of",
    "May",
    "2020",
    ".",
    "eve",
    "a",
    "vote",
    "'s",
    ",",
]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_any_text(written: str) -> None:
    end = 0
    for date in found(written, "en"):
        assert end <= date.span.start < date.span.end
        assert date.text == written[date.span.start : date.span.end]
        end = date.span.end
