from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.extract.statements import statements
from according.language.engine import engine, missing
from according.model import Actor, Span, Statement, Text
from benchmarks.articles import analysed, reading
from tests.texts import ANY

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", "ka")
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "The minister said ", "“We will stay”", "« Nous restons »", "«Мы остаемся»", ", said Anna.", " that ",
            ", a déclaré Anna.", ", — заявил министр.", " according to the police", "selon la police, ", " что ",
            "по словам Анны, ", ": ", "Anna told Boris: ", "dedi", " söyledi.", "X : « Y z w »", "-t-il", "(", ")",
            "“", "”", "«", "»", "\"", "'", "\n", ", ", ". ",
        ]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A text and its statements: speaker, cue, content, kind, manner."""

    language: str
    text: str
    rows: list[tuple[str | None, ...]]


def load(name: str) -> list[Case]:
    table: list[list[Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    whole = [row if name == "plain" else [name, *row] for row in table]
    return [Case(language, text, [tuple(row) for row in rows]) for language, text, *rows in whole]


def found(text: str, language: str) -> list[Statement]:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return list(analysed(reading(text, language, "test")).statements)


def row(text: str, each: Statement) -> tuple[str | None, ...]:
    content = " … ".join(text[span.start : span.end] for span in each.content)
    return each.speaker_text, text[each.cue.start : each.cue.end], content, each.kind, each.manner


CASES = [case for name in ("en", "fr", "ru", "plain") for case in load(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text[:40]}")
def test_who_says_what(case: Case) -> None:
    assert [row(case.text, each) for each in found(case.text, case.language)] == case.rows


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_the_commonest_verbs_say_something(language: str) -> None:
    table: dict[str, Any] = yaml.safe_load((HERE / "verbs.yml").read_text("utf-8"))[language]
    text = "\n\n".join(table["sentence"].format(verb) for verb in table["verbs"])
    told = [
        each
        for each in found(text, language)
        if text[each.content_span.start : each.content_span.end] == table["said"] and each.speaker_text
    ]
    lines = [text.count("\n\n", 0, each.cue.start) for each in told]
    silent = [verb for number, verb in enumerate(table["verbs"]) if number not in lines]
    assert silent == []


def one(text: str, language: str) -> Statement:
    (only,) = found(text, language)
    return only


@pytest.mark.parametrize(
    ("language", "text", "certainty"),
    [
        ("en", "The minister said the bridge was open.", "certain"),
        ("en", "The minister said the bridge might be open.", "possible"),
        ("en", "The minister said the bridge opened on May 21.", "certain"),
        ("en", "The analyst believes that the bridge is open.", "probable"),
        ("fr", "Le ministre a dit que le pont était peut-être ouvert.", "possible"),
        ("fr", "Le ministre estime que le pont est ouvert.", "probable"),
        ("ru", "Министр сказал, что мост, возможно, открыт.", "possible"),
        ("ru", "Министр считает, что мост открыт.", "probable"),
    ],
)
def test_how_sure_the_speaker_is(language: str, text: str, certainty: str) -> None:
    assert one(text, language).certainty == certainty


@pytest.mark.parametrize(
    ("language", "title", "body", "issuer", "is_own"),
    [
        (
            "en",
            "Statement by the Ministry of Ghana",
            "Armed men came. We condemn it.",
            "Ministry of Ghana",
            True,
        ),
        ("fr", "Communiqué du ministère ghanéen", "Un soldat a été blessé.", "ministère ghanéen", True),
        ("ru", "Заявление МИД Ганы", "Один солдат ранен.", "МИД Ганы", True),
        ("en", "Statement on the Ministry of Ghana", "Armed men came.", "Ministry of Ghana", False),
        (
            "en",
            "Statement by the Ministry of Ghana",
            "John Brown said that men came.",
            "Ministry of Ghana",
            False,
        ),
    ],
)
def test_a_communique_is_its_authors_own(
    language: str, title: str, body: str, issuer: str, is_own: bool
) -> None:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    start = title.index(issuer)
    actor = Actor(Span(start, start + len(issuer)), "c", "organization", "name", issuer)
    text = replace(text_of(f"{title}\n{body}", language, (actor,)), title=Span(0, len(title)))
    issued = [each for each in statements(text) if each.reason == "communiqué"]
    assert [(each.speaker_text, each.kind) for each in issued] == ([(issuer, "direct")] if is_own else [])


def chain_names(text: str, language: str) -> dict[str, str]:
    return {chain.id: chain.name for chain in analysed(reading(text, language, "test")).chains}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "addressee"),
    [
        ("en", "John Brown told Maria Lopez that the road was open.", "John Brown", "Maria Lopez"),
        ("en", "The body, known as UNESCO, said the road was open.", "UNESCO", None),
        ("fr", "L'organisme, connu sous le nom d'UNESCO, a dit que la route était ouverte.", "UNESCO", None),
        ("en", "John Brown said to Maria Lopez that the road was open.", "John Brown", "Maria Lopez"),
        ("fr", "Pierre Morel a dit à Anna Novak que la route était ouverte.", "Pierre Morel", "Anna Novak"),
        ("en", "John Brown told reporters that the road was open.", "John Brown", None),
    ],
)
def test_to_whom_it_is_said(language: str, text: str, speaker: str, addressee: str | None) -> None:
    names, statement = chain_names(text, language), one(text, language)
    assert names.get(statement.speaker or "") == speaker
    assert names.get(statement.addressee or "") == addressee


def test_who_is_not_named_again_is_who_spoke_last() -> None:
    text = "“It is late,” said Maria Lopez.\n\nSnow fell on the town.\n\n“The road is closed and nobody will open it.”"
    first, second = found(text, "en")
    assert first.speaker is not None
    assert second.speaker == first.speaker


def test_one_of_two_whom_a_pronoun_may_mean_is_less_sure() -> None:
    alone, between = "Ivan Petrov came.", "Ivan Petrov met Boris Novak."
    sure, unsure = (one(f"{first} He said the road was closed.", "en") for first in (alone, between))
    assert unsure.confidence < sure.confidence


def test_it_is_the_body_of_its_own_sentence_when_nobody_spoke_just_before() -> None:
    text = "The Red Cross said the road was open. Snow fell. UNESCO closed its office, it said."
    names = chain_names(text, "en")
    first, second = (names[each.speaker or ""] for each in found(text, "en"))
    assert ("Red Cross" in first, second) == (True, "UNESCO")


def test_they_are_not_one_person() -> None:
    first, second = found("Maria Lopez said it was late. They said the road was closed.", "en")
    assert (first.speaker is not None, second.speaker) == (True, None)


def test_nobody_is_invented() -> None:
    statement = one("It all ended well. “The road is closed and nobody will open it.”", "en")
    assert (statement.speaker, statement.speaker_span, statement.speaker_text) == (None, None, None)


def test_who_stands_in_another_line_does_not_speak_before_a_colon() -> None:
    """A colon is preceded by who speaks in its own sentence, not by whoever was named before."""
    text = "Maria Lopez slept well.\n\nThe question on the ballot read as follows: “Are you for the road or not?”"
    assert one(text, "en").speaker is None


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We have waited for two years,” said Maria Lopez. “We shall wait no more.\n\n“The road is ours.”"
    statement = one(text, "en")
    assert text[statement.content_span.start : statement.content_span.end].endswith("The road is ours.")


@pytest.mark.parametrize(
    ("language", "title", "speaker"),
    [
        ("en", "Maria Lopez: “The road is ours”", "Maria Lopez"),
        ("fr", "Marie Dupont : « La route est à nous »", "Marie Dupont"),
        ("ru", "Анна Новак: «Дорога наша»", "Анна Новак"),
    ],
)
def test_headlines_with_a_colon(language: str, title: str, speaker: str) -> None:
    statement = one(title, language)
    assert (statement.speaker_text, statement.reason) == (speaker, "label")


@pytest.mark.parametrize(
    ("language", "title", "body", "is_said"),
    [
        ("en", "Anna Novak: the road is closed", "Anna Novak said that the road was closed.", True),
        ("en", "Anna Novak: driver of the year", "Anna Novak said that the road was closed.", False),
        ("fr", "Anna Novak : la route est fermée", "Anna Novak a dit que la route était fermée.", True),
        ("fr", "Anna Novak : une femme pressée", "Anna Novak a dit que la route était fermée.", False),
        ("ru", "Анна Новак: дорога закрыта", "Анна Новак заявила, что дорога закрыта.", True),
        ("ru", "Анна Новак: портрет женщины", "Анна Новак заявила, что дорога закрыта.", False),
    ],
)
def test_a_title_without_marks_is_said_by_whom_the_body_has_say_it(
    language: str, title: str, body: str, is_said: bool
) -> None:
    reasons = [each.reason for each in found(f"{title}\n{body}", language)]
    assert ("label" in reasons) == is_said
    assert "verb, clause" in reasons


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Anna Novak spoke at length, saying he is the only one who can win.", "Anna Novak"),
        ("en", "Arguing that the road was safe, Anna Novak left.", "Anna Novak"),
        ("fr", "La route est sûre, a dit Anna Novak, ajoutant que le pont était fermé.", "Anna Novak"),
    ],
)
def test_a_participle_is_its_own_subjects(language: str, text: str, speaker: str) -> None:
    assert {each.speaker_text for each in found(text, language)} == {speaker}


def test_nobody_holds_a_rumour() -> None:
    """Who spoke last is not who is feared, accused or believed, where it is not said who does so."""
    text = "John Brown said the road was open. The trip was put off for fear that the bridge might fall."
    first, second = found(text, "en")
    assert (first.speaker_text, second.reason) == ("John Brown", "noun")
    assert (second.speaker, second.speaker_text) == (None, None)


def test_parties_exchanged_are_coded_alike() -> None:
    text = "Armenia accused Azerbaijan of firing first. Azerbaijan denied that it had fired. Armenia says two died."
    other = text.replace("Armenia", "*").replace("Azerbaijan", "Armenia").replace("*", "Azerbaijan")
    sides = [
        [
            (each.kind, each.manner, each.certainty, each.confidence, each.reason)
            for each in found(written, "en")
        ]
        for written in (text, other)
    ]
    assert sides[0] == sides[1]
    assert len(sides[0]) == 3


def text_of(written: str, language: str | None, actors: tuple[Actor, ...] = ()) -> Text:
    lines = [Span(0, 0)]
    for line in written.splitlines(keepends=True):
        lines.append(Span(lines[-1].end, lines[-1].end + len(line)))
    sentences = tuple(engine(language).annotate(written))
    return Text("a", written, language, None, Span(0, 0), tuple(lines[1:]), sentences, actors)


@given(ANY | FRAGMENTS, st.sampled_from(LANGUAGES))
def test_any_text(written: str, language: str) -> None:
    text = text_of(written, None if missing(language) else language)
    for statement in statements(text):
        assert all(0 <= span.start < span.end <= len(written) for span in statement.content)
        assert all(a.end <= b.start for a, b in pairwise(statement.content))
        assert written[statement.cue.start : statement.cue.end]
        if statement.speaker_span is not None:
            assert (
                written[statement.speaker_span.start : statement.speaker_span.end] == statement.speaker_text
            )


def test_cues_are_in_order() -> None:
    text = (
        "Anna Novak said it was late. “Go home,” John Brown told them. According to Maria Lopez, they stayed."
    )
    cues = [each.cue for each in found(text, "en")]
    assert cues == sorted(cues)
    assert len(cues) == 3


def test_a_hundred_thousand_marks() -> None:
    """Nothing to find, in a time that pytest bears: each mark is looked at a few times only."""
    for mark in ('"', "«", "“", "«»", '"a ', "A : « b "):
        written = mark * (100_000 // len(mark))
        text = Text("a", written, "en", None, Span(0, 0), (Span(0, len(written)),), (), ())
        assert len(statements(text)) <= 100_000


@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("en", "The statement said the bridge was open."),
        ("en", "According to the same statement, the bridge was open."),
        ("fr", "Selon ce communiqué, le pont était ouvert."),
    ],
)
def test_a_text_that_was_spoken_of_says_what_its_author_says(language: str, second: str) -> None:
    first = {
        "en": "Maria Lopez said the road was closed.",
        "fr": "Maria Lopez a dit que la route était fermée.",
    }
    own, issued = found(f"{first[language]} {second}", language)
    assert own.speaker is not None
    assert issued.speaker == own.speaker
    assert found(second, language)[0].speaker is None
