"""Datelines: the place that a paragraph is reported from is no government."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.extract.mentions.metonymy import is_dateline
from according.model import Span
from tests.chains import told


@pytest.mark.parametrize(
    "text",
    [
        "YANGON, 21 December 2024 - The army attacked.",
        "PRISTINA, 20 June 2024 (AP) — The government said so.",
        "PRISTINA, June 20, 2024 (AP) - The government said so.",
        "YANGON (Reuters) - The army attacked.",
        "LAGOS, Nigeria (AP) — The army attacked.",
        "NAIROBI, 4 mai (AFP) - Le gouvernement a parlé.",
        "Киев, 3 февраля 2025 г. (Интерфакс) — Правительство сообщило.",
        "Нью-Дели, 4 мая. Правительство сообщило.",
        "ANKARA (AA) - Bakanlık açıkladı.",
        "Bakı, 5 mart, AZƏRTAC - Nazirlik bildirib.",
        "Երևան, 5 մարտի. Կառավարությունը հայտնեց։",
    ],
)
def test_opens_a_paragraph(text: str) -> None:
    end = next(n for n, char in enumerate(text) if not (char.isalpha() or char == "-"))
    assert is_dateline(text, Span(0, end))
    assert is_dateline("Title\n" + text, Span(6, 6 + end))
    assert not is_dateline("They said " + text, Span(10, 10 + end))


@pytest.mark.parametrize(
    "text",
    ["Kyiv, Moscow and Minsk met.", "Kyiv said (again) that", "Kyiv, 20 soldiers said", "Kyiv – the city"],
)
def test_is_none(text: str) -> None:
    assert not is_dateline(text, Span(0, 4))


@given(st.text(alphabet="KYIV, 3май(AP).-—\n", max_size=200))
def test_any_text(text: str) -> None:
    assert is_dateline("KYIV" + text, Span(0, 4)) in (True, False)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "YANGON, 21 December 2024 - The army attacked two villages.", "YANGON"),
        ("ru", "Киев, 3 февраля 2025 г. (Интерфакс) — Правительство сообщило о потерях.", "Киев"),
        ("fr", "KIEV, 4 mai (AFP) - Le gouvernement a annoncé des pertes.", "KIEV"),
    ],
)
def test_is_a_place_with_a_point(language: str, text: str, name: str) -> None:
    chains = [chain for chain in told(text, language).chains if any(m.text == name for m in chain.mentions)]
    assert [(chain.kind, chain.location is not None) for chain in chains] == [("place", True)]
