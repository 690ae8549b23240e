"""Events: who did what to whom, and whether it happened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.engine import missing
from according.model import Event, Span
from benchmarks.articles import analysed, reading


def found(written: str, language: str = "en") -> tuple[Event, ...]:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return analysed(reading(written, language, "test")).events


def one(written: str, language: str = "en") -> Event:
    (only,) = found(written, language)
    return only


@pytest.mark.parametrize(
    ("language", "written", "root", "source", "target"),
    [
        ("en", "Chad attacked Niger.", "ASSAULT", "Chad", "Niger"),
        ("en", "Niger was attacked by Chad.", "ASSAULT", "Chad", "Niger"),
        ("en", "The shelling of Niger by Chad.", "ASSAULT", "Chad", "Niger"),
        ("en", "Chad launched an attack on Niger.", "ASSAULT", "Chad", "Niger"),
        ("en", "Chad accused Niger.", "ACCUSE", "Chad", "Niger"),
        ("fr", "Le Tchad a attaqué le Niger.", "ASSAULT", "Tchad", "Niger"),
        ("fr", "Le Niger a été attaqué par le Tchad.", "ASSAULT", "Tchad", "Niger"),
        ("ru", "Чад атаковал Нигер.", "ASSAULT", "Чад", "Нигер"),
    ],
)
def test_who_did_what_to_whom(language: str, written: str, root: str, source: str, target: str) -> None:
    event = one(written, language)
    assert event.root == root
    assert source in (event.source.text or "") and target in (event.target.text or "")


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Chad attacked Niger.", "happened"),
        ("Chad did not attack Niger.", "denied"),
        ("Chad will attack Niger.", "planned"),
        ("Chad is attacking Niger.", "ongoing"),
        ("Chad may attack Niger.", "hypothetical"),
        ("Chad must attack Niger.", "demanded"),
    ],
)
def test_whether_it_happened(written: str, status: str) -> None:
    assert one(written).status == status


def test_what_is_threatened_is_an_event_of_its_own() -> None:
    assert [(each.root, each.status) for each in found("Chad threatened to attack Niger.")] == [
        ("THREATEN", "happened"),
        ("ASSAULT", "threatened"),
    ]


@given(st.text(max_size=80))
def test_evidence_stands_in_the_text(written: str) -> None:
    text = f"Chad attacked {written} and Niger met Mali."
    for event in found(text):
        assert text[event.trigger.start : event.trigger.end] == event.text
        assert event.sentence.contains(event.trigger)
        for party in (event.source, event.target):
            assert party.span is None or Span(0, len(text)).contains(party.span)
