"""Labelled lines of mastheads and of press databases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.read.fields import field, is_dump

DUMP = "HD   A title\nSN   A source\nPD   4 May 2023\nLP   A paragraph.\n"


@pytest.mark.parametrize(
    ("line", "role", "value"),
    [
        ("Subject: Talks resume", "title", "Talks resume"),
        ("Titre : Reprise des pourparlers", "title", "Reprise des pourparlers"),
        ("Тема: Переговоры", "title", "Переговоры"),
        ("Başlık: Görüşmeler", "title", "Görüşmeler"),
        ("Source: Le Monde", "outlet", "Le Monde"),
        ("**Date:** 4 May 2023", "date", "4 May 2023"),
        ("Автор: Имя Фамилия", "byline", "Имя Фамилия"),
        ("Section: World", "noise", "World"),
        ("URL: https://example.org/a", "url", "https://example.org/a"),
        ("SUBJECT: TALKS: A SECOND ROUND", "title", "TALKS: A SECOND ROUND"),
        ("Date:", "date", ""),
    ],
)
def test_a_label_tells_the_role_of_what_follows(line: str, role: str, value: str) -> None:
    found = field(line)
    assert found is not None
    assert (found.role, found.value, found.coded) == (role, value, False)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Le Monde",
        "https://example.org",
        "source://x",
        "He said: we will come",
        "An unknown label: value",
        "12:30",
        "HD   A title",
    ],
)
def test_other_lines_are_no_fields(line: str) -> None:
    assert field(line) is None


@pytest.mark.parametrize(
    ("line", "role", "value"),
    [
        ("HD   A title", "title", "A title"),
        ("PD 4 May 2023", "date", "4 May 2023"),
        ("TD", "body", ""),
        ("AN   X1", "end", "X1"),
    ],
)
def test_codes_count_in_a_dump(line: str, role: str, value: str) -> None:
    found = field(line, coded=True)
    assert found is not None
    assert (found.role, found.value, found.coded) == (role, value, True)


def test_an_unknown_code_is_text_even_in_a_dump() -> None:
    assert field("ZZ   something", coded=True) is None
    assert field("EU and UN officials met", coded=True) is None


def test_four_different_codes_make_a_dump() -> None:
    assert is_dump(DUMP)
    assert is_dump(DUMP.replace("\n", "\n\n"))


@pytest.mark.parametrize(
    "text",
    ["", DUMP.replace("LP ", "   "), DUMP.replace("   ", " "), "HD   a\n" * 9, "IN   a\nCO   b\nUN   c\n"],
)
def test_fewer_do_not(text: str) -> None:
    assert not is_dump(text)


@given(st.text(max_size=80) | st.from_regex(r"[\w ]{0,12}:.*", fullmatch=True), st.booleans())
def test_the_value_stands_in_the_line(line: str, coded: bool) -> None:
    found = field(line, coded)
    assert found is None or found.value in line
