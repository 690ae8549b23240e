"""The words of the page: the same ones in every language, and one for everything that the record says in codes."""

from __future__ import annotations

import re
from typing import Any, cast, get_args

import pytest

from according.knowledge.event_kinds import ontology
from according.knowledge.fold import load_data
from according.model import Kind, Status
from according.model.agreements import InstrumentKind, Kept
from according.model.claims import Certainty, Manner
from according.model.documents import MarkKind
from tests.conftest import REPOSITORY

WORDS = REPOSITORY / "frontend" / "src" / "words"
LANGUAGES = sorted(path.stem for path in WORDS.glob("??.ts"))
_ENTRY = re.compile(r'(\w+): "((?:[^"\\]|\\.)*)"')
_PLACE = re.compile(r"\{\w+\}")


def words(language: str) -> dict[str, str]:
    """Return what the page says in a language, by what it is called in all of them."""
    return dict(_ENTRY.findall((WORDS / f"{language}.ts").read_text("utf-8")))


def codes() -> set[str]:
    """Return what the words for everything that the record says in codes are called."""
    found = {
        *(f"status_{each}" for each in get_args(Status)),
        *(f"{sort}_{each}" for sort in ("kind", "oneKind") for each in get_args(Kind)),
        *(f"instrument_{each}" for each in get_args(InstrumentKind)),
        *(f"kept_{each}" for each in get_args(Kept)),
        *(f"manner_{each}" for each in get_args(Manner)),
        *(f"certainty_{each}" for each in get_args(Certainty) if each != "certain"),
        *(f"mark_{each}" for each in get_args(MarkKind)),
        *(
            f"act_{each}"
            for each in cast(dict[str, Any], load_data("comparable.yml"))["acts"]
            if each != "not"
        ),
    }
    for root, known in ontology().roots.items():
        found |= {f"root_{root}", *(f"mode_{root}_{mode}" for mode in known.modes)}
    return {re.sub(r"[ -]", "_", each) for each in found}


def test_there_are_several_languages() -> None:
    assert {"en", "fr"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_all_that_the_first_says(language: str) -> None:
    first, other = words("en"), words(language)
    assert list(other) == list(first)
    assert all(other.values())
    places = {name: sorted(_PLACE.findall(said)) for name, said in first.items()}
    assert {name: sorted(_PLACE.findall(said)) for name, said in other.items()} == places


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_a_code_in_the_record_has_words(language: str) -> None:
    assert codes() - set(words(language)) == set()


def test_no_word_is_called_twice() -> None:
    for language in LANGUAGES:
        text = (WORDS / f"{language}.ts").read_text("utf-8")
        names = [name for name, _ in _ENTRY.findall(text)]
        assert len(names) == len(set(names))


def test_every_word_is_used() -> None:
    """A word that no screen says is one that a translator translates for nobody."""
    sources = [
        path for path in (REPOSITORY / "frontend" / "src").rglob("*") if path.suffix in {".ts", ".svelte"}
    ]
    text = "\n".join(
        path.read_text("utf-8") for path in sources if path.parent != WORDS or path.stem not in LANGUAGES
    )
    said = set(re.findall(r"\w+", text))
    composed = {*re.findall(r"`(\w+)_\$\{", text), *re.findall(r'known\("(\w+)"', text)}
    assert {
        name for name in words("en") if name not in said and name.partition("_")[0] not in composed
    } == set()
