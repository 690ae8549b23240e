"""Organizations by the noun of their name."""

from __future__ import annotations

import pytest

from tests.chains import told


@pytest.mark.parametrize(
    ("text", "noun", "language"),
    [
        ("Le Comité électoral du Ghana a publié un rapport. Le comité a démenti la fraude.", "comité", "fr"),
        ("The Ghana Electoral Commission published a report. The commission denied it.", "commission", "en"),
    ],
)
def test_the_one_named_so_before(text: str, noun: str, language: str) -> None:
    found = told(text, language)
    chain = found.chain(noun)
    assert chain.named
    assert chain.kind == "organization"
    assert chain.mentions[0].span.start < 10


@pytest.mark.parametrize(
    "text",
    [
        "The commission denied it. The Ghana Electoral Commission published a report.",
        "The Ghana Electoral Commission met the Kenya Land Commission. The commission denied it.",
        "The Ghana Electoral Commission published a report. A commission denied it.",
        "The Ghana Electoral Commission published a report. The commission of a crime is another thing.",
    ],
)
def test_none(text: str) -> None:
    assert not any(mention.text == "commission" for chain in told(text).chains for mention in chain.mentions)
