"""Figures of running text: value, unit, qualifier, what is counted, claimant, date, place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.extract.dates import dates
from according.extract.figures import figures
from according.language.engine import engine
from according.model import Actor, Date, Figure, Span, Text

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es")


def text_of(
    written: str, language: str | None, actors: tuple[Actor, ...] = (), title: Span | None = None
) -> Text:
    """The text as an article; its lines are its paragraphs."""
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", written))
    sentences = tuple(engine(language).annotate(written))
    return Text("a", written, language, "2021-03-04", title or Span(0, 0), paragraphs, sentences, actors)


def found(written: str, language: str) -> tuple[Figure, ...]:
    text = text_of(written, language)
    return figures(text, dates(text), ())


def described(figure: Figure) -> str:
    """The figure as the tables write it."""
    number = f"{figure.value:g}" if figure.value is not None and figure.value < 1000 else ""
    if figure.value is not None and not number:
        number = str(int(figure.value))
    if figure.value is None:
        number = f"{int(figure.low or 0)}.." + (f"{int(figure.high)}" if figure.high is not None else "")
    parts = [figure.text, number, figure.unit or "-"]
    return " | ".join(parts + ([figure.qualifier] if figure.qualifier != "exact" else []))


def rows(language: str) -> list[tuple[str, list[str]]]:
    loaded: list[tuple[str, list[str]]] = yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8"))
    return loaded


def more() -> Iterator[tuple[str, str, list[str]]]:
    for language, cases in yaml.safe_load((FOLDER / "more.yml").read_text("utf-8")).items():
        for written, expected in cases:
            yield language, written, expected


@pytest.mark.parametrize(("written", "expected"), rows("en"))
def test_english(written: str, expected: list[str]) -> None:
    assert [described(figure) for figure in found(written, "en")] == expected


@pytest.mark.parametrize(("written", "expected"), rows("fr"))
def test_french(written: str, expected: list[str]) -> None:
    assert [described(figure) for figure in found(written, "fr")] == expected


@pytest.mark.parametrize(("written", "expected"), rows("ru"))
def test_russian(written: str, expected: list[str]) -> None:
    assert [described(figure) for figure in found(written, "ru")] == expected


@pytest.mark.parametrize(("language", "written", "expected"), list(more()))
def test_languages_without_a_parser(language: str, written: str, expected: list[str]) -> None:
    assert [described(figure) for figure in found(written, language)] == expected


class TestWhat:
    """The words for what is counted."""

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("The storm displaced 300 inhabitants of Port Vila.", "inhabitants of Port Vila"),
            ("He met seven other wounded soldiers.", "other wounded soldiers"),
            ("It burned 40 percent of the crop.", "crop"),
            ("Industrial output fell by 8 percent.", "Industrial output"),
            ("The five-year plan failed.", "plan"),
            ("It drained to the tune of 4 percent.", None),
            ("Add 1 tsp soy sauce.", "soy sauce"),
            ("The death toll rose to 832.", None),
            ("They pay tariffs on $360 billion worth of Chinese goods.", "Chinese goods"),
            ("A four-day working week is planned.", "working week"),
            ("Voter turnout was 61 percent.", "Voter turnout"),
            ("Fuel prices rose 8.5%.", "Fuel prices"),
            ("He owns 8.5%.", None),
            ("Add 20 g white sugar.", "white sugar"),
            ("It is less than the $53 million figure.", None),
            ("At least 12 were killed.", "killed"),
            ("They freed eight of its members.", "members"),
        ],
    )
    def test_stands_as_it_is_written(self, written: str, expected: str) -> None:
        assert [figure.what for figure in found(written, "en")] == [expected]


class TestPeoples:
    """Those who are counted are persons, of whatever people they are."""

    @pytest.mark.parametrize(
        ("language", "written", "peoples"),
        [
            ("en", "The camp holds 300 {}.", "Armenians Azerbaijanis Russians Ukrainians Hutus Tutsis"),
            ("en", "At dawn 300 {} were killed.", "Ossetians Georgians Houthis Saudis Tigrayans Karens"),
            ("fr", "Le camp abrite 300 {}.", "Hutus Tutsis Peuls Dogons Touaregs Maliens Russes Ukrainiens"),
            ("ru", "В лагере живут 300 {}.", "суданцев малийцев афганцев армян азербайджанцев хуту тутси"),
            ("uk", "Загинули 300 {}.", "вірмен росіян грузинів"),
        ],
    )  # fmt: skip
    def test_all_sides_alike(self, language: str, written: str, peoples: str) -> None:
        units = {
            people: [each.unit for each in found(written.format(people), language)]
            for people in peoples.split()
        }
        assert units == {people: ["person"] for people in units}

    def test_things_with_a_capital_are_no_people(self) -> None:
        assert [each.unit for each in found("The army lost 12 Abrams.", "en")] != ["person"]


class TestDateAndPlace:
    """Of when and of where a figure is."""

    def test_the_date_of_the_clause(self) -> None:
        written = "In May 2019 40 people died, and in June 2020 12 people died."
        text = text_of(written, "en")
        made = figures(text, dates(text), ())
        assert [(figure.value, figure.date) for figure in made] == [(40, "2019-05"), (12, "2020-06")]

    def test_two_dates_in_one_clause_settle_nothing(self) -> None:
        written = "From May 2019 until June 2020 40 people died"
        spans = [Span(5, 13), Span(20, 29)]
        two = [
            Date("a", span, "", value, 1.0, "")
            for span, value in zip(spans, ("2019-05", "2020-06"), strict=True)
        ]
        assert [figure.date for figure in figures(text_of(written, "en"), two, ())] == [None]

    @pytest.mark.parametrize(
        "written",
        [
            "Three men whom rebels had held since May 2019 were freed for 40 fighters.",
            "The party gave 40 million dollars toward its 2016 campaign.",
            "The film about the flood that had wrecked the town in 2019 was seen by 40 million people.",
            "Only 40 storms have struck since 1950.",
            "The valley saw 40 percent more storms than in 2019.",
        ],
    )
    def test_a_date_of_another_verb_is_not_its(self, written: str) -> None:
        text = text_of(written, "en")
        made = figures(text, dates(text), ())
        assert [figure.date for figure in made if figure.value in (40, 4e7)] == [None]

    @pytest.mark.parametrize(
        "written",
        [
            "Disney spent 3 million dollars to remain a leader in Gyumri.",
            "Orbis is based in Gyumri, and runs schools in 18 countries.",
        ],
    )
    def test_a_place_of_another_verb_is_not_its(self, written: str) -> None:
        start = written.index("Gyumri")
        place = (Actor(Span(start, start + 6), "c1", "place", "name", "Gyumri"),)
        assert [figure.place for figure in figures(text_of(written, "en", place), (), ())] == [None]

    def test_a_place_in_front_is_of_all_verbs(self) -> None:
        written = "In Gyumri 40 people died and 12 people were hurt."
        place = (Actor(Span(3, 9), "c1", "place", "name", "Gyumri"),)
        assert [figure.place for figure in figures(text_of(written, "en", place), (), ())] == ["c1", "c1"]

    def test_the_place_that_it_is_in(self) -> None:
        written = "In Gyumri 40 people died. Gyumri mourns 40 people."
        actors = (
            Actor(Span(3, 9), "c1", "place", "name", "Gyumri"),
            Actor(Span(26, 32), "c1", "place", "name", "Gyumri"),
        )
        made = figures(text_of(written, "en", actors), (), ())
        assert [figure.place for figure in made] == ["c1", None]


class TestAnyText:
    """Whatever comes in."""

    @given(st.text(max_size=300), st.sampled_from([*LANGUAGES, None, "xx"]))
    def test_spans_lie_in_the_text_in_order(self, written: str, language: str | None) -> None:
        text = text_of(written, language)
        made = figures(text, (), ())
        assert all(written[figure.span.start : figure.span.end] == figure.text for figure in made)
        assert [figure.span.start for figure in made] == sorted(figure.span.start for figure in made)

    @given(
        st.lists(
            st.sampled_from(
                (
                    "12 3,5 1_000 twelve hundred million deux cents of de the half % $ people ans years - to à one in "
                    "and et двести тысяч человек из . dozen third"
                ).replace("_", "\u00a0").split(" ")
            ),
            max_size=40,
        ),
        st.sampled_from(LANGUAGES),
    )  # fmt: skip
    def test_numbers_in_any_order(self, words: list[str], language: str) -> None:
        written = " ".join(words)
        made = figures(text_of(written, language), (), ())
        assert all(written[figure.span.start : figure.span.end] == figure.text for figure in made)
        assert all(figure.value is not None or figure.low is not None for figure in made)

    def test_of_an_unknown_language_only_signs_are_read(self) -> None:
        made = figures(text_of("A ponte de 6 anos custou 40 % mais.", "pt"), (), ())
        assert [(figure.value, figure.unit) for figure in made] == [(40, "percent")]

    def test_a_fraction_after_a_space(self) -> None:
        assert [figure.value for figure in found("It cost 3 ¼ dollars and 0 ¼.", "en")] == [3.25]

    def test_rows_of_digits_are_no_figures(self) -> None:
        assert found("9" * 400 + " people came with 1" + "0" * 20 + " dollars.", "en") == ()
