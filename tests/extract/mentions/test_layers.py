"""Names of several sources laid over one another."""

from __future__ import annotations

import pytest

from according.extract.mentions.known import sights
from according.extract.mentions.layers import laid, nominative
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import words_at
from according.knowledge.offices import descriptions
from according.model import Candidate, Kind, Named, Sentence, Span, Token
from tests.chains import named, told


def layered(
    text: str, *models: tuple[str, Kind], bodies: tuple[str, ...] = (), proper: tuple[str, ...] = ()
) -> list[tuple[str, Kind]]:
    """What stays of what the knowledge knows in an English text, what models see and what bodies are in it."""
    seen = []
    for written, kind in models:
        start = text.index(written)
        seen.append(Named(Span(start, start + len(written)), kind, written))
    institutions = [each for each in descriptions(text, "en") if each.kind == "institution"]
    parsed = [named(text, body, "organization", basis="body") for body in bodies]
    tokens = tuple(Token(_at(text, word), word, word, "PROPN", n, "other") for n, word in enumerate(proper))
    scene = Scene(text, [Sentence(Span(0, len(text)), tokens, ())], "en")
    found = laid(scene, sights(text, "en", ()), institutions, parsed, seen)
    return [(text[slice(*each.span)], each.kind) for each in found]


def _at(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


class TestRanks:
    def test_what_is_known_counts_before_what_a_model_sees(self) -> None:
        assert layered("Sudan protested.", ("Sudan", "person")) == [("Sudan", "state")]
        assert layered("Rwasari protested.", ("Rwasari", "person")) == [("Rwasari", "person")]

    def test_a_known_body_at_the_end_of_a_man_cuts_him_free(self) -> None:
        text = "Sudan Abdalla Hamdok left."
        assert layered(text, ("Sudan Abdalla Hamdok", "person")) == [
            ("Sudan", "state"),
            ("Abdalla Hamdok", "person"),
        ]

    def test_a_single_word_that_is_left_over_is_nobody(self) -> None:
        found = layered("United Nations Rwasari left.", ("United Nations Rwasari", "place"))
        assert found == [("United Nations", "organization")]

    def test_a_known_body_before_a_man_is_no_part_of_him(self) -> None:
        assert layered("At the UN Rwasari spoke.", ("UN Rwasari", "person")) == [("UN", "organization")]

    def test_a_known_name_inside_of_a_man_is_no_state(self) -> None:
        assert layered("Georgia Brown left.", ("Georgia Brown", "person")) == [("Georgia Brown", "person")]
        assert layered("Israel Katz left.", ("Israel Katz", "person")) == [("Israel Katz", "person")]

    def test_a_known_name_inside_of_a_longer_body_is_no_state(self) -> None:
        text = "Bank Sudan Holding closed."
        assert layered(text, ("Bank Sudan Holding", "organization")) == [
            ("Bank Sudan Holding", "organization")
        ]
        text = "Holding; Sudan closed."
        assert ("Sudan", "state") in layered(text, ("Holding; Sudan", "organization"))

    def test_peoples_are_no_names(self) -> None:
        assert layered("Syrian officers spoke to Syrians.") == []


class TestDoubtful:
    def test_a_state_that_is_also_a_name_needs_a_proper_noun(self) -> None:
        assert layered("Georgia won.") == []
        assert layered("Georgia won.", proper=("Georgia",)) == [("Georgia", "state")]
        assert layered("Georgia won.", ("Georgia", "place")) == [("Georgia", "state")]

    def test_it_is_none_where_somebody_bears_it(self) -> None:
        text = "Jordan won, and Jordan Peterson left."
        assert layered(text, ("Jordan Peterson", "person"), proper=("Jordan",)) == [
            ("Jordan Peterson", "person")
        ]

    def test_a_model_that_takes_it_for_a_given_name_alone_does_not_count(self) -> None:
        assert layered("Chad won.", ("Chad", "person"), proper=("Chad",)) == [("Chad", "state")]

    def test_it_is_none_where_a_country_of_the_article_has_such_a_region(self) -> None:
        text = "Georgia voted, the United States said."
        assert ("Georgia", "state") not in layered(text, proper=("Georgia",))
        assert ("Georgia", "place") in layered(text, ("Georgia", "place"))


class TestNested:
    def test_a_state_in_the_name_of_its_ministry(self) -> None:
        text = "The ministry of defence of Kenya spoke."
        assert layered(text) == [("ministry of defence of Kenya", "organization"), ("Kenya", "state")]

    def test_a_body_in_the_name_of_its_part(self) -> None:
        text = "The Minsk Group of the OSCE spoke to the OSCE."
        assert layered(text) == [
            (name, "organization") for name in ("Minsk Group of the OSCE", "OSCE", "OSCE")
        ]

    def test_it_is_one_wherever_in_the_name_it_stands(self) -> None:
        found = layered("The OSCE Minsk Group spoke.", ("OSCE Minsk Group", "organization"))
        assert found == [("OSCE", "organization"), ("OSCE Minsk Group", "organization")]

    def test_a_place_that_is_a_part_of_a_known_name_is_none(self) -> None:
        assert layered("The Council of Europe spoke.", ("Europe", "place")) == [
            ("Council of Europe", "organization")
        ]

    def test_a_body_that_the_knowledge_has_at_more_length_is_no_more_than_that(self) -> None:
        text = "The United Nations Security Council spoke."
        found = layered(text, bodies=("Security Council",))
        assert ("United Nations Security Council", "organization") in found
        assert ("Security Council", "organization") not in found

    def test_a_body_that_says_more_takes_the_known_one(self) -> None:
        text = "The Sudan Doctors Union spoke."
        assert ("Sudan Doctors Union", "organization") in layered(text, bodies=("Sudan Doctors Union",))


@pytest.mark.parametrize(
    ("text", "language", "outer", "inner"),
    [
        ("Le ministère de la Défense du Soudan et le Groupe de Minsk de l'OSCE se sont tus.", "fr",
            ("ministère de la Défense du Soudan", "institution:defence-ministry@SD"), ("Soudan", "state:SD")),
        ("Le ministère de la Défense du Soudan et le Groupe de Minsk de l'OSCE se sont tus.", "fr",
            ("Groupe de Minsk de l'OSCE", "organization:osce-minsk-group"), ("OSCE", "organization:osce")),
        ("Министерство обороны Армении и Минская группа ОБСЕ выступили с заявлениями.", "ru",
            ("Министерство обороны Армении", "institution:defence-ministry@AM"), ("Армении", "state:AM")),
        ("Министерство обороны Армении и Минская группа ОБСЕ выступили с заявлениями.", "ru",
            ("Минская группа ОБСЕ", "organization:osce-minsk-group"), ("ОБСЕ", "organization:osce")),
        ("The Supreme Court of Israel heard Benny Gantz.", "en",
            ("Supreme Court of Israel", "institution:supreme-court@IL"), ("Israel", "state:IL")),
    ],
)  # fmt: skip
def test_nested_names_of_an_article(
    text: str, language: str, outer: tuple[str, str], inner: tuple[str, str]
) -> None:
    found = told(text, language)
    for written, key in (outer, inner):
        assert found.chain(written).key == key


def test_the_dictionary_form_but_with_the_marks_that_it_is_written_with() -> None:
    assert nominative("Erevan", "Érévan") == "Érévan"
    assert nominative("Москва", "Москве") == "Москва"


def test_words_of_two_lines_are_on_one() -> None:
    assert words_at("the  African\nUnion met", Span(5, 18)) == "African Union"


def test_the_more_certain_has_the_higher_confidence() -> None:
    found: dict[str, Candidate] = {}
    for each in told("Sudan spoke to Kofi Annan. Cairo agreed.").candidates:
        found[each.name] = each
    assert found["Sudan"].confidence > found["Kofi Annan"].confidence
    assert found["Egypt"].confidence == found["Kofi Annan"].confidence
