"""Who relays whom: both statements are found, and the inner one lies within the outer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.engine import missing
from according.model import Findings, Statement
from benchmarks.articles import analysed, reading

CITED = [
    ("en", "RIA Novosti reported, citing the defence ministry, that two soldiers had been killed.",
     "RIA Novosti", "the defence ministry", "two soldiers had been killed"),
    ("en", "Two soldiers were killed, Reuters reported, citing a senior official.",
     "Reuters", "a senior official", "Two soldiers were killed"),
    ("en", "At least 40 people were killed, Al Jazeera reported, quoting medics.",
     "Al Jazeera", "medics", "At least 40 people were killed"),
    ("en", "According to the Sudan Tribune, which cited a military source, 30 fighters died.",
     "the Sudan Tribune", "a military source", "30 fighters died"),
    ("en", "Reuters reported that, according to the army, 30 fighters died.",
     "Reuters", "the army", "30 fighters died"),
    ("fr", "Selon l'AFP, qui cite un responsable militaire, deux soldats ont été tués.",
     "l'AFP", "un responsable militaire", "deux soldats ont été tués"),
    ("fr", "RIA Novosti a rapporté, citant le ministère de la Défense, que deux soldats avaient été tués.",
     "RIA Novosti", "le ministère de la Défense", "deux soldats avaient été tués"),
    ("ru", "Двое военных погибли, сообщает ТАСС со ссылкой на министерство обороны.",
     "ТАСС", "министерство обороны", "Двое военных погибли"),
    ("ru", "По данным агентства Reuters, ссылающегося на источники в правительстве, переговоры провалились.",
     "агентства Reuters", "источники в правительстве", "переговоры провалились"),
]  # fmt: skip
"""Language, text, who relays, whom, and what both say."""
TOLD = [
    ("en", "The ministry said, according to Interfax, that the talks had failed.",
     "Interfax", "The ministry", "the talks had failed"),
    ("en", "The ministry said the talks had failed, according to Interfax.",
     "Interfax", "The ministry", "the talks had failed"),
    ("en", "“We will not retreat,” President Salva Kiir said, as quoted by TASS.",
     "TASS", "President Salva Kiir", "We will not retreat"),
    ("en", "The minister was quoted by TASS as saying that the talks had failed.",
     "TASS", "minister", "the talks had failed"),
    ("fr", "Le ministre a dit, rapporte Armenpress, que les discussions avaient échoué.",
     "Armenpress", "Le ministre", "les discussions avaient échoué"),
    ("fr", "« Nous resterons », a déclaré le ministre, cité par l'AFP.", "l'AFP", "le ministre", "Nous resterons"),
    ("fr", "D'après l'agence TASS, le ministère a affirmé que les discussions avaient échoué.",
     "l'agence TASS", "le ministère", "les discussions avaient échoué"),
    ("ru", "Министр заявил, передает ТАСС, что переговоры провалились.", "ТАСС", "Министр", "переговоры провалились"),
    ("ru", "Министр сообщил, что президент пообещал вывести войска.", "Министр", "президент", "вывести войска"),
]  # fmt: skip
"""Language, text, who tells that another says something, who says it, and what."""
PIECES = st.lists(
    st.sampled_from(
        [
            "RIA Novosti reported", "citing the ministry", "citing Reuters", "according to the army", "that ", ", ",
            ". ",            "as quoted by TASS", "Anna said", "“We stay”", "two men died", "which cited medics",
            "was quoted by TASS as saying",
            "the minister promised that", "\n",
        ]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


def found(text: str, language: str) -> Findings:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return analysed(reading(text, language, "test"))


def said(text: str, each: Statement) -> str:
    return " … ".join(text[span.start : span.end] for span in each.content)


def pair(text: str, language: str) -> tuple[Statement, Statement]:
    """The only two statements of a text, the outer one first."""
    first, second = found(text, language).statements
    return (first, second) if first.within is None else (second, first)


@pytest.mark.parametrize(("language", "text", "relay", "source", "content"), CITED)
def test_who_cites_and_who_is_cited_say_the_same(
    language: str, text: str, relay: str, source: str, content: str
) -> None:
    outer, inner = pair(text, language)
    assert (outer.speaker_text, inner.speaker_text) == (relay, source)
    assert said(text, outer) == said(text, inner) == content
    assert (outer.within, inner.within) == (None, outer.id)


@pytest.mark.parametrize(("language", "text", "relay", "source", "content"), TOLD)
def test_who_tells_what_another_says_says_that_he_says_it(
    language: str, text: str, relay: str, source: str, content: str
) -> None:
    outer, inner = pair(text, language)
    assert (outer.speaker_text, inner.speaker_text) == (relay, source)
    assert said(text, inner) == content
    assert (outer.within, inner.within) == (None, outer.id)


def test_a_figure_is_the_innermost_sources() -> None:
    text = "Two soldiers were killed, Reuters reported, citing the defence ministry."
    assert [each.claimant_text for each in found(text, "en").figures] == ["the defence ministry"]


def test_statements_of_two_sentences_lie_in_nothing() -> None:
    text = "Anna Lee said the bridge was open. According to the mayor, the road was closed."
    assert [each.within for each in found(text, "en").statements] == [None, None]


@given(PIECES)
def test_the_way_outwards_ends_and_what_is_within_is_told_around_it(text: str) -> None:
    statements = {each.id: each for each in found(text, "en").statements}
    for each in statements.values():
        seen, inner = {each.id}, each
        while inner.within is not None:
            outer = statements[inner.within]
            assert outer.id not in seen
            assert outer.content_span.overlap(inner.content_span)
            assert outer.content_span.contains(inner.content_span) or outer.content[0] == inner.content[0]
            seen.add(outer.id)
            inner = outer
