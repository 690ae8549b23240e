"""What the record says of its own in English, in the other languages of the page: every saying that the program has."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
import yaml

from according.api.door import _AGAIN, _ONCE
from according.knowledge.comparable import comparable
from according.knowledge.fold import load_data
from according.store.database import _ADVICE
from tests.conftest import REPOSITORY

SOURCES = REPOSITORY / "src" / "according"
RETOLD = sorted((REPOSITORY / "frontend" / "src" / "words" / "record").glob("??.ts"))
_SAYING = re.compile(
    r"""^    (?:("(?:[^"\\]|\\.)*")|'((?:[^'\\]|\\.)*)'|(\w+)):\s+("(?:[^"\\]|\\.)*")""", re.M
)
_PART = re.compile(r"\\\{(\w+)\\\}")
_CALLS = {
    "Evidence": 2, "Notice": 2, "Verdict": 3, "_notice": 4, "JudgementError": 0, "NotFoundError": 0, "QueryError": 0,
    "RecordError": 0, "RecordBusyError": 0, "SettingsError": 0,
}  # fmt: skip
"""What says why something is so, and which of its arguments the words are."""
_BEFORE = ("api", "knowledge", "settings.py")
"""Where settings are refused before there is a desk."""
_SHOWN = "x"
"""What stands for a value in an f-string."""
_MISTAKE = "). This is a mistake in According: please report it."
"""What ends the value that says what went wrong on our side."""


def sayings(text: str) -> dict[str, str]:
    """Return what a language has for what the record says, by the English of it."""
    found = {}
    for double, single, bare, said in _SAYING.findall(text.partition("  words: {")[0]):
        english = json.loads(double) if double else single.replace('\\"', '"') or bare
        found[english] = json.loads(said)
    return found


def patterns(text: str) -> list[re.Pattern[str]]:
    """Return what the sayings of a language match."""
    found = []
    for english in sayings(text):
        pattern = _PART.sub(".+", re.escape(english)).replace(r"\[", "(?:").replace(r"\]", ")?")
        found.append(re.compile(pattern, re.S))
    return found


def _words(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        text = "".join(_words(each) or _SHOWN for each in node.values)
        return text + _MISTAKE if text.endswith(f"({_SHOWN}") else text
    if isinstance(node, ast.Subscript):
        return _words(node.value)
    return None


def said() -> Iterator[str]:
    """Yield what the program's own calls say to the record, values in it as `_SHOWN`."""
    for path in sorted(SOURCES.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            held: dict[str, list[ast.expr]] = {}
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    held.setdefault(node.targets[0].id, []).append(node.value)
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
                    if node.func.id == "SettingsError" and path.relative_to(SOURCES).parts[0] in _BEFORE:
                        continue
                    for argument in node.args[_CALLS[node.func.id] :][:1]:
                        values = held.get(argument.id, []) if isinstance(argument, ast.Name) else [argument]
                        yield from filter(None, map(_words, values))


def _clues() -> Iterator[str]:
    for path in sorted((SOURCES / "knowledge" / "translationese").glob("*.yml")):
        waiting = [yaml.safe_load(path.read_text("utf-8"))]
        while waiting:
            each = waiting.pop()
            if isinstance(each, dict):
                yield from [each["reason"]] if "reason" in each else []
                waiting.extend(each.values())
            elif isinstance(each, list):
                waiting.extend(each)


def _refusals() -> Iterator[str]:
    """Yield what the system's refusals come to, and what is said to whoever the desk does not know."""
    yield from (f"{_SHOWN}: {advice}" for advice in _ADVICE.values())
    yield from (_ONCE, _AGAIN)


@pytest.fixture(scope="module", params=RETOLD, ids=lambda path: path.stem)
def language(request: pytest.FixtureRequest) -> str:
    """The file of a language."""
    text: str = request.param.read_text("utf-8")
    return text


def test_what_the_program_says_to_the_record_is_said_in_every_language(language: str) -> None:
    known = patterns(language)
    everything = {*said(), *_clues(), *_refusals()}
    assert len(everything) > 150
    whole = [each for each in everything if len(each) > len(_SHOWN) and re.search("[a-z]{3}", each)]
    assert [
        each
        for each in whole
        if not any(one.fullmatch(each) for one in known)
        # Several reasons in one are said one by one.
        and not all(
            any(one.fullmatch(part) for one in known) or part == _SHOWN for part in re.split("[;,] ", each)
        )
    ] == []


def test_the_parts_of_a_saying_stand_in_every_language(language: str) -> None:
    """What is left out of a saying is lost to the reader; but the English of another program need not be repeated."""
    spare = {"what", "advice", "saved"}
    for english, other in sayings(language).items():
        parts = set(re.findall(r"\{(\w+)\}", english))
        assert set(re.findall(r"\{(\w+)\}", other)) >= parts - spare, english


def test_whatever_is_counted_and_whoever_holds_an_office_has_words(language: str) -> None:
    words = language.partition("  words: {")[2].partition("  offices: {")
    known = {one or other for one, other in re.findall(r'(?:"([\w -]+)"|(\w+)): "', words[0])}
    lists = comparable()
    assert {*lists.plural, *lists.plural.values()} - known == set()
    held = {one or other for one, other in re.findall(r'(?:"([\w -]+)"|(\w+)): "', words[2])}
    institutions = cast(dict[str, Any], load_data("institutions.yml"))
    known_offices = cast(dict[str, Any], load_data("offices.yml"))["offices"]
    offices = {each for each in known_offices if not each.endswith(("-minister", "representative"))}
    assert offices | set(institutions["portfolios"]) <= held
