"""Events: who did what to whom, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.language.engine import missing
from according.model import Event, Findings, Party, Span
from benchmarks.articles import analysed, reading
from tests.texts import ANY

HERE = Path(__file__).parent
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "Chad ", "attacked ", "and ", "Niger ", "which ", "between ", "of war ", "its ", "an agreement ",
            "signed ", "by ", "must ", "to withdraw ", "sanctions ", "on ", ", ", "heart ", "attack ", "said ",
            "that ", ". ", "\n", "“", "”",
        ]
    ),
    max_size=18,
).map("".join)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A sentence and its events: root, mode, status, trigger, source, target."""

    text: str
    rows: list[tuple[str | None, ...]]


def load(name: str) -> list[Case]:
    table: list[list[Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return [Case(text, [tuple(row) for row in rows]) for text, *rows in table]


def read(text: str, language: str = "en") -> Findings:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return analysed(reading(text, language, "test"))


def row(each: Event) -> tuple[str | None, ...]:
    return each.root, each.mode, each.status, each.text, each.source.text, each.target.text


@pytest.mark.parametrize("case", load("en"), ids=lambda case: case.text[:50])
def test_who_does_what_to_whom(case: Case) -> None:
    assert [row(each) for each in read(case.text).events] == case.rows


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Tchad a attaqué le Niger."),
        ("fr", "Le Niger a été attaqué par le Tchad."),
        ("ru", "Чад атаковал Нигер."),
    ],
)
def test_other_languages(language: str, text: str) -> None:
    found = read(text, language)
    (event,) = found.events
    names = {chain.id: chain.name for chain in found.chains}
    assert event.root == "ASSAULT"
    assert [names[each] for each in (*event.source.chains, *event.target.chains)] == ["Chad", "Niger"]


def one(text: str) -> tuple[Event, dict[str, str]]:
    found = read(text)
    return found.events[0], {chain.id: chain.name for chain in found.chains}


def test_people_and_bodies_bring_the_state_for_which_they_act() -> None:
    event, names = one("Chad is large. The Chadian foreign minister met the Nigerien army chief. Niger won.")
    sources = [names[each] for each in event.source.chains]
    assert len(sources) == 2
    assert sources[1] == "Chad"


def test_who_is_against_a_state_does_not_act_for_it() -> None:
    event, names = one("The Chadian opposition leader visited Niger. Chad was silent.")
    assert "Chad" not in [names[each] for each in event.source.chains]


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Three soldiers were wounded in an ambush near Accra on 3 May 2021.", "Accra", "2021-05-03"),
        ("ACCRA — Chad attacked Niger.", None, None),
        ("Niger said on 3 May 2021 that Chad had attacked Mali.", None, None),
        ("Chad's attack on Niger killed ten people.", None, None),
    ],
)
def test_where_and_when(text: str, place: str | None, date: str | None) -> None:
    found = read(text)
    event = found.events[-1]
    assert next((chain.name for chain in found.chains if chain.id == event.place), None) == place
    assert event.date == date


def test_figures_that_measure_it() -> None:
    text = "Chad's army killed twelve rebels near Accra."
    (event,) = read(text).events
    assert [text[span.start : span.end].split()[0] for span in event.measures] == ["twelve"]


def test_the_surer_the_more_is_named() -> None:
    named, half, nobody = (
        read(text).events[0].confidence
        for text in ("Chad attacked Niger.", "Chad attacked a village.", "The attack near Accra failed.")
    )
    assert 1 >= named > half > nobody > 0


def test_who_says_so() -> None:
    found = read("Niger said that Chad had attacked Mali.")
    (event,) = found.events
    assert event.reported_text == "Niger"
    assert event.reported_by in {chain.id for chain in found.chains if chain.name == "Niger"}


def _is_evidence(text: str, found: Findings) -> None:
    for event in found.events:
        assert text[event.trigger.start : event.trigger.end] == event.text
        assert event.sentence.contains(event.trigger)
        assert 0 < event.confidence <= 1
        for party in (event.source, event.target):
            _party_is_evidence(text, party, {chain.id for chain in found.chains})


def _party_is_evidence(text: str, party: Party, chains: set[str]) -> None:
    assert set(party.chains) <= chains
    if party.span is None:
        assert party.text is None
    else:
        assert Span(0, len(text)).contains(party.span)
        assert text[party.span.start : party.span.end] == party.text


@given(ANY)
def test_any_text(text: str) -> None:
    _is_evidence(text, read(text))


@given(FRAGMENTS)
def test_any_words(text: str) -> None:
    _is_evidence(text, read(text))
