"""Whose a figure is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.figures import figures
from according.extract.figures.claimants import is_written_by_one, own_text
from according.model import Actor, Span, Statement
from tests.extract.figures.test_figures import text_of


def said(text: str, content: str, speaker: str | None, name: str | None) -> Statement:
    start = text.index(content)
    span = Span(start, start + len(content))
    return Statement(
        "a", speaker, None, name, None, Span(0, 1), (span,), "indirect", "say", "certain", 0.9, "test"
    )  # fmt: skip


def actor(text: str, words: str, chain: str, kind: str = "organization") -> Actor:
    start = text.index(words)
    return Actor(Span(start, start + len(words)), chain, kind, "name", words)  # type: ignore[arg-type]


class TestStatement:
    """Of the sentence itself, and of the title."""

    TEXT = "The army said that 12 men died, but that rebels spoke of 40 dead men. Some 300 people fled."

    def test_is_the_speaker_of_the_innermost_statement(self) -> None:
        outer = said(self.TEXT, "12 men died, but that rebels spoke of 40 dead men", "c1", "The army")
        inner = said(self.TEXT, "40 dead men", "c2", "rebels")
        made = figures(text_of(self.TEXT, "en"), (), (outer, inner))
        assert [(figure.value, figure.claimant, figure.claimant_text) for figure in made] == [
            (12, "c1", "The army"),
            (40, "c2", "rebels"),
            (300, None, None),
        ]

    def test_the_title_repeats_the_figure_of_the_article(self) -> None:
        text = "Twelve men dead\nThe army said that 12 men died."
        statement = said(text, "12 men died", "c1", "The army")
        made = figures(text_of(text, "en", title=Span(0, 15)), (), (statement,))
        assert [figure.claimant for figure in made] == ["c1", "c1"]

    def test_what_is_expected_is_a_forecast(self) -> None:
        text = "The bank thinks output will grow 3 percent."
        said_so = said(text, "output will grow 3 percent", "c1", "The bank")
        expected = replace(said_so, manner="expect")
        assert [figure.qualifier for figure in figures(text_of(text, "en"), (), (expected,))] == ["forecast"]


class TestRepeated:
    """The same figure told twice."""

    def test_the_lead_has_the_source_of_the_sentence_that_repeats_it(self) -> None:
        text = "Floods killed 40 villagers in the valley. The ministry said floods had killed 40 villagers."
        made = figures(
            text_of(text, "en"), (), (said(text, "floods had killed 40 villagers", "c1", "The ministry"),)
        )
        assert [figure.claimant for figure in made] == ["c1", "c1"]

    @pytest.mark.parametrize(
        "lead",
        [
            "A bus carried 40 villagers home.",
            "Floods killed 41 villagers in the valley.",
            "It is 40 km away.",
        ],
    )
    def test_another_figure_has_none(self, lead: str) -> None:
        text = lead + " The ministry said the flood in the northern valley killed 40 villagers."
        content = "the flood in the northern valley killed 40 villagers"
        made = figures(text_of(text, "en"), (), (said(text, content, "c1", "The ministry"),))
        assert [figure.claimant for figure in made] == [None, "c1"]

    def test_two_sources_are_none(self) -> None:
        lead = "Floods killed 40 villagers. "
        text = (
            lead + "The ministry said floods killed 40 villagers. The army says floods killed 40 villagers."
        )
        start = text.index("floods killed 40 villagers. The")
        one = said(text, "floods killed 40 villagers", "c1", "The ministry")
        other = replace(one, speaker="c2", content=(Span(text.rindex("floods"), len(text) - 1),))
        assert start < other.content[0].start
        made = figures(text_of(text, "en"), (), (one, other))
        assert [figure.claimant for figure in made] == [None, "c1", "c2"]

    def test_a_length_of_time_in_the_title_is_not_just_any(self) -> None:
        text = "Two days of talks end\nThe army said that it needs two days."
        made = figures(
            text_of(text, "en", title=Span(0, 21)), (), (said(text, "it needs two days", "c1", "The army"),)
        )
        assert [figure.claimant for figure in made] == [None, "c1"]


class TestGoesOn:
    """What comes after somebody's words in the mood of hearsay, and what he plans."""

    @pytest.mark.parametrize(
        ("language", "first", "content", "second"),
        [
            ("en", "The bank announced a plan.", "a plan", "It would cost 30 million euros."),
            ("fr", "La banque annonce un plan.", "un plan", "Il coûterait 30 millions d'euros."),
            ("ru", "Банк объявил о плане.", "о плане", "Он якобы стоит 30 миллионов евро."),
        ],
    )
    def test_is_the_speaker_s(self, language: str, first: str, content: str, second: str) -> None:
        text = f"{first} {second}"
        made = figures(text_of(text, language), (), (said(text, content, "c1", "the bank"),))
        assert [(figure.value, figure.claimant) for figure in made] == [(30_000_000, "c1")]

    @pytest.mark.parametrize(
        "text",
        [
            "The bank announced a plan. It cost 30 million euros.",
            "The bank announced a plan.\nIt would cost 30 million euros.",
        ],
    )
    def test_not_in_another_mood_or_paragraph(self, text: str) -> None:
        made = figures(text_of(text, "en"), (), (said(text, "a plan", "c1", "The bank"),))
        assert [figure.claimant for figure in made] == [None]

    @pytest.mark.parametrize(
        ("language", "text", "name"),
        [
            ("en", "Unibank plans to lend 30 million euros.", "Unibank"),
            ("fr", "Unibank prévoit un gain de 30 millions d'euros.", "Unibank"),
            ("ru", "Юнибанк планирует занять 30 миллионов евро.", "Юнибанк"),
        ],
    )
    def test_plans_are_whose_they_are(self, language: str, text: str, name: str) -> None:
        made = figures(text_of(text, language, (actor(text, name, "c1"),)), (), ())
        assert [(figure.claimant, figure.claimant_text) for figure in made] == [("c1", name)]


class TestOwnText:
    """Articles that are one person's words."""

    TEXT = "Ada Lind: the dam is weak\nThe dam has 40 cracks."

    def label(self) -> Statement:
        return replace(
            said(self.TEXT, "the dam is weak", "c1", "Ada Lind"), cue=Span(8, 9), reason="label"
        )  # fmt: skip

    def test_the_title_gives_a_person_s_words(self) -> None:
        text = text_of(self.TEXT, "en", (actor(self.TEXT, "Ada Lind", "c1", "person"),), Span(0, 25))
        assert own_text(text, (self.label(),)) == "c1"

    def test_a_report_of_them_is_not_his(self) -> None:
        text = text_of(self.TEXT, "en", (actor(self.TEXT, "Ada Lind", "c1", "person"),), Span(0, 25))
        again = replace(self.label(), cue=Span(30, 33), reason="verb, clause")
        assert own_text(text, (self.label(), again)) is None

    def test_a_body_s_title_is_not_a_person_s(self) -> None:
        text = text_of(self.TEXT, "en", (actor(self.TEXT, "Ada Lind", "c1"),), Span(0, 25))
        assert own_text(text, (self.label(),)) is None

    @pytest.mark.parametrize(
        ("language", "written", "expected"),
        [
            ("en", "I saw 40 cracks. My car broke down.", True),
            ("en", "“I saw 40 cracks. My car broke down.”", False),
            ("en", "The dam has 40 cracks.", False),
            ("en", "I saw 40 cracks. My car broke down. " + 200 * "The dam has 40 cracks. ", False),
            ("fr", "J'ai vu 40 fissures. Je le sais.", True),
            ("ru", "Я видел 40 трещин. Мне страшно.", True),
        ],
    )
    def test_who_says_i_writes(self, language: str, written: str, expected: bool) -> None:
        assert is_written_by_one(text_of(written, language), ()) is expected


WORDS = (
    "I",
    "the",
    "40",
    "men",
    "would",
    "plan",
    "bank",
    "“",
    "”",
    '"',
    ".",
    "\n",
    "said",
    "je",
    "plans",
    "Ада",
)


class TestAnyText:
    """Whatever comes in."""

    @given(
        st.lists(
            st.sampled_from(WORDS),
            max_size=40,
        ),
        st.sampled_from(("en", "fr", "ru", "tr", None)),
        st.data(),
    )
    def test_claimants_are_of_the_statements_or_actors(
        self, words: list[str], language: str | None, data: st.DataObject
    ) -> None:
        written = " ".join(words) or "x"
        start = data.draw(st.integers(0, len(written) - 1))
        end = data.draw(st.integers(start + 1, len(written)))
        statement = replace(said(written, written, "c1", "the bank"), content=(Span(start, end),))
        text = text_of(written, language, title=Span(0, data.draw(st.integers(0, len(written)))))
        made = figures(text, (), (statement,))
        assert {figure.claimant for figure in made} <= {None, "c1"}
        assert isinstance(is_written_by_one(text, (statement,)), bool)
        assert own_text(text, (statement,)) is None
