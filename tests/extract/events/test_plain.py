"""Events in languages without a parser: stems, roles by marks and order, status by signs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.events import events
from according.knowledge.codebook import codebook
from according.knowledge.status_signs import met, status_signs
from according.language.engine import engine
from according.model import Actor, Event, Span, Text

LANGUAGES = ("tr", "az", "hy", "uk", "de", "es")


def found(text: str, language: str, *names: str) -> tuple[Event, ...]:
    """Return the events of a text in which some names are those of states."""
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    actors = tuple(
        Actor(span, name, "state", "name", name) for span, name in sorted(zip(spans, names, strict=True))
    )
    sentences = tuple(engine(language).annotate(text))
    whole = Text("a", text, language, None, Span(0, 0), (Span(0, len(text)),), sentences, actors)
    return events(whole, (), (), ())


@pytest.mark.parametrize(
    ("language", "text", "root", "status", "source", "target"),
    [
        ("tr", "Peru Bolivya'yı kınadı.", "ACCUSE", "happened", "Peru", "Bolivya"),
        ("tr", "Peru Bolivya'ya yardım gönderecek.", "AID", "planned", "Peru", "Bolivya"),
        ("az", "Peru Boliviyanı ittiham edib.", "ACCUSE", "happened", "Peru", "Boliviyanı"),
        ("hy", "Պերուն մերժել է Բոլիվիայի առաջարկը։", "REJECT", "happened", "Պերուն", "Բոլիվիայի"),
        ("uk", "Перу не засудило Болівію.", "ACCUSE", "denied", "Перу", "Болівію"),
        ("de", "Peru griff Bolivien an.", "ASSAULT", "happened", "Peru", "Bolivien"),
        ("de", "Peru begrüßt Bolivien.", "SUPPORT", "happened", "Peru", "Bolivien"),
        ("es", "Perú fue atacado por Bolivia.", "ASSAULT", "happened", "Bolivia", "Perú"),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(
    language: str, text: str, root: str, status: str, source: str, target: str
) -> None:
    (event,) = found(text, language, source, target)
    assert (event.root, event.status) == (root, status)
    assert (event.source.text, event.target.text) == (source, target)


def test_what_is_asked_for_is_no_event_of_its_own() -> None:
    roots = [each.root for each in found("Perú pidió a Bolivia un alto el fuego.", "es", "Perú", "Bolivia")]
    assert roots == ["REQUEST"]


def test_where_nobody_takes_part_nothing_is_told() -> None:
    assert found("Der Angriff begann am Morgen.", "de") == ()


def test_signs_are_words_beginnings_and_ends() -> None:
    assert met((("a", "z"),), ("abcz",))
    assert not met((("a", "z"),), ("az",))
    assert met((("no", None), ("", "ing")), ("no", "going"))
    assert not met((("no", None),), ("nor",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_stems_and_signs(language: str) -> None:
    book, signs = codebook(language), status_signs(language)
    assert book is not None
    assert signs is not None
    assert len(book.stems) > 150
    assert {status for _, status in signs.status} == {"denied", "planned", "demanded", "hypothetical"}
    assert all(stem.words[0] != "…" != stem.words[-1] for stem in book.stems)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(max_size=200))
def test_any_text_has_events_in_its_own_characters(language: str, text: str) -> None:
    for event in found(text, language):
        assert event.text == text[event.trigger.start : event.trigger.end]


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a language and words of its stems in any order."""
    language = draw(st.sampled_from(LANGUAGES))
    book = codebook(language)
    assert book is not None
    words = [word for stem in book.stems[:80] for word in stem.words]
    return language, draw(st.lists(st.sampled_from([*words, "Peru", ","]), max_size=20))


@settings(max_examples=60, deadline=None)
@given(rows())
def test_stems_in_any_order_are_read(told: tuple[str, list[str]]) -> None:
    language, words = told
    text = " ".join(["Peru", *words])
    for event in found(text, language, "Peru"):
        assert event.text == text[event.trigger.start : event.trigger.end]
        assert event.source.span or event.target.span
