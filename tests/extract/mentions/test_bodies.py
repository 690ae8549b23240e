"""Organizations by the noun for a body that they are called by."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.mentions.bodies import bodies
from according.language.engine import engine
from tests.chains import parsed, told
from tests.texts import ANY


def found(text: str, language: str | None) -> list[str]:
    return [text[slice(*each.span)] for each in bodies(text, engine(language).annotate(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Le Centre de surveillance conjoint russo-turc a ouvert ses portes.", "fr",
            "Centre de surveillance conjoint russo-turc"),
        ("Le diocèse de Goma a appelé au calme.", "fr", "diocèse de Goma"),
        ("Le Comité de soutien aux réfugiés a écrit au maire.", "fr", "Comité de soutien aux réfugiés"),
        ("Une mission du Comité olympique de son côté de la frontière a commencé.", "fr", "Comité olympique"),
        ("The State Commission on Captives and Missing Persons met in Kuwait.", "en",
            "State Commission on Captives and Missing Persons"),
        ("The diocese of Goma called for calm.", "en", "diocese of Goma"),
        ("Вчера Комитет солдатских матерей обратился к властям.", "ru", "Комитет солдатских матерей"),
    ],
)  # fmt: skip
def test_a_name_has_all_that_belongs_to_it(text: str, language: str, name: str) -> None:
    assert found(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The commission met again on Monday.", "en"),
        ("Centre parties lost, and the army withdrew.", "en"),
        ("La commission s'est réunie, et l'armée a reculé.", "fr"),
        ("Комиссия заседала весь день.", "ru"),
    ],
)
def test_ordinary_nouns_are_no_names(text: str, language: str) -> None:
    assert found(text, language) == []


def test_two_bodies_beside_each_other_are_two() -> None:
    names = found("The Peace Committee and the Water Agency met on Monday.", "en")
    assert names == ["Peace Committee", "Water Agency"]


def test_without_a_parse_or_words_for_a_language_there_are_none() -> None:
    text = "Peace Committee"
    unparsed = parsed(text, ("Peace", "PROPN", 0, "root"), ("Committee", "PROPN", 1, "root"))
    tree = parsed(text, ("Peace", "PROPN", 1, "modifier"), ("Committee", "PROPN", 1, "root"))
    assert [each.name for each in bodies(text, [tree], "en")] == [text]
    assert bodies(text, [unparsed], "en") == []
    assert bodies(text, [tree], "zh") == []
    assert bodies(text, [tree], None) == []


def test_a_weak_noun_needs_a_name() -> None:
    text = "the large hospital"
    tree = parsed(
        text,
        ("the", "DET", 2, "determiner"),
        ("large", "ADJ", 2, "modifier"),
        ("hospital", "NOUN", 2, "root"),
    )
    assert bodies(text, [tree], "en") == []
    text = "the Shifa hospital"
    tree = parsed(
        text, ("the", "DET", 2, "determiner"), ("Shifa", "PROPN", 2, "name"), ("hospital", "NOUN", 2, "root")
    )
    assert [each.name for each in bodies(text, [tree], "en")] == ["Shifa hospital"]


def test_a_name_that_lies_in_a_name_is_named_as_well() -> None:
    article = told("Le diocèse de Goma a appelé au calme.", "fr")
    assert article.seen("diocèse de Goma") == {"organization"}
    assert article.seen("Goma") == {"place"}


@settings(max_examples=25)
@given(ANY, st.sampled_from(["en", "fr", "ru", "tr", "az", "hy"]))
def test_any_text_gives_bodies_as_they_are_written(text: str, language: str) -> None:
    for each in bodies(text, engine(language).annotate(text), language):
        assert each.kind == "organization"
        assert each.name == " ".join(text[slice(*each.span)].split()) != ""
