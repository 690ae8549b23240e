from __future__ import annotations

from dataclasses import dataclass
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
LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es")


@dataclass(frozen=True)
class Case:
    """A text and its statements as rows of a table."""

    language: str
    text: str
    rows: list[tuple[str | None, str, str, str, str]]


def load(name: str) -> list[Case]:
    cases = []
    for language, text, *rows in (
        each if name == "plain" else [name, *each] for each in _yaml(f"statements_{name}.yml")
    ):
        cases.append(Case(language, text, [tuple(row) for row in rows]))
    return cases


def _yaml(name: str) -> list[list[Any]]:
    found: list[list[Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found


def found(text: str, language: str) -> list[Statement]:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return list(analysed(reading(text, language, "test")).statements)


def row(text: str, each: Statement) -> tuple[str | None, str, str, str, str]:
    content = " … ".join(text[span.start : span.end] for span in each.content)
    return each.speaker_text, text[each.cue.start : each.cue.end], content, each.kind, each.manner


CASES = [case for name in ("en", "fr", "ru", "plain") for case in load(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text[:50]}")
def test_who_says_what(case: Case) -> None:
    assert [row(case.text, each) for each in found(case.text, case.language)] == case.rows
