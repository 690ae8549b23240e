"""The words of offices and organs, loaded from their data files, and the grammar that joins them with states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from according.knowledge.fold import load_data
from according.knowledge.phrases import Phrases
from according.knowledge.states import StateWord, state_words
from according.model import Span

WordKind = Literal["office", "institution", "portfolio", "before", "after", "title", "stop"]
"""What a phrase is: an office, an organ, what a ministry is for, a modifier that stands before or after ("former",
"par intérim"), a form of address, or a phrase that names no office though it has the word of one in it."""

_NEEDS: dict[str, Literal["noun", "state"]] = {"~": "noun", "+": "state"}
_LONGEST_ACRONYM = 4
"""Names of organs up to this length mean something else in another language (MİT, SAF): found in their own only."""


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A phrase of offices.yml or institutions.yml. `needs` says what it asks for to count: see offices.yml.

    `state` and `name` are those of an organ with a name of its own.
    """

    kind: WordKind
    role: str
    language: str
    needs: Literal["noun", "state"] | None = None
    state: str | None = None
    name: str | None = None
    anywhere: bool = False
    """It is also found in texts of other languages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase of the data files in the text, with all that it can be; `plural` when it is written so."""

    span: Span
    words: tuple[OfficeWord, ...]
    plural: bool

    def one(self, *kinds: str) -> OfficeWord | None:
        """Return the first word of these kinds."""
        return next((word for word in self.words if word.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class StateName:
    """A phrase of states in the text, with all that it can be; `phrase` is its dictionary form."""

    span: Span
    phrase: str
    words: tuple[StateWord, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language joins a state's name with an office: see `grammar` in institutions.yml.

    Each pattern is for all the characters between the two; None where the language does not join so.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    organ: re.Pattern[str] | None
    adjective: Literal["before", "after"]
    conjunction: re.Pattern[str]
    plural: re.Pattern[str]
    oblique: re.Pattern[str] | None
    away: re.Pattern[str] | None
    determiners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What institutions.yml says of roles; the roles of `of_capitals` are a state's by the name of its capital."""

    grammars: Mapping[str, Grammar]
    led_by: Mapping[str, str]
    leading: frozenset[str]
    serving: frozenset[str]
    same: Mapping[str, str]
    of_capitals: frozenset[str]
    posted: frozenset[str]
    article: frozenset[str]
    english: Mapping[str, str]
    wikidata: Mapping[tuple[str, str], str]


@cache
def _data() -> tuple[dict[str, Any], dict[str, Any]]:
    return cast(dict[str, Any], load_data("offices.yml")), cast(dict[str, Any], load_data("institutions.yml"))


@cache
def rules() -> Rules:
    """Return what the data files say of roles and languages."""
    offices, organs = _data()
    return Rules(
        grammars={
            language: Grammar(
                before=_pattern(entry.get("before")),
                after=_pattern(entry.get("after")),
                organ=_pattern(entry.get("organ")),
                adjective=entry["adjective"],
                conjunction=re.compile(entry["and"]),
                plural=re.compile(rf".*(?:{entry['plural']})"),
                oblique=_pattern(entry.get("oblique"), ".*"),
                away=_pattern(entry.get("away")),
                determiners=frozenset(offices["determiners"].get(language, ())),
            )
            for language, entry in organs["grammar"].items()
        },
        led_by=organs["led_by"],
        leading=frozenset(organs["leading"]),
        serving=frozenset(organs["serving"]),
        same=organs["same"],
        of_capitals=frozenset(organs["of_capitals"]),
        posted=frozenset(organs["posted"]),
        article=frozenset(organs["article"]),
        english=offices["english"],
        wikidata={
            (entry["role"], entry["state"]): entry["wikidata"]
            for entry in organs["named"].values()
            if "wikidata" in entry
        },
    )


def _pattern(written: str | None, start: str = "") -> re.Pattern[str] | None:
    return None if written is None else re.compile(f"{start}(?:{written})")


@cache
def phrases() -> Phrases[OfficeWord | StateWord]:
    """Return the index of all words of offices, organs and states."""
    return Phrases([*_office_words(), *state_words(), *_region_words()])


def _region_words() -> Iterator[tuple[str, str, StateWord]]:
    for code, entry in _data()[1]["regions"].items():
        for language, words in entry.items():
            for word in words:
                yield word, language, StateWord(code, "name", True, language)


def _office_words() -> Iterator[tuple[str, str, OfficeWord]]:
    offices, organs = _data()
    for role, entry in offices["offices"].items():
        yield from _of_entry("office", role, entry)
    yield from _of_entry("office", "counterpart", offices["counterpart"])
    for role, entry in organs["institutions"].items():
        yield from _of_entry("institution", role, entry)
    yield from _of_entry("title", "title", offices["titles"])
    yield from _of_entry("stop", "", offices["not"])
    for role, entry in offices["modifiers"].items():
        for language, sides in entry.items():
            for side, words in sides.items():
                yield from _of_entry(side, role, {language: words})
    yield from _of_portfolios(organs["portfolios"], organs["compounds"])
    for name, entry in organs["named"].items():
        yield from _of_named(name, entry)


def _of_entry(
    kind: WordKind, role: str, entry: Mapping[str, list[str]]
) -> Iterator[tuple[str, str, OfficeWord]]:
    for language, words in entry.items():
        for written in words:
            needs = _NEEDS.get(written[0])
            yield written.lstrip("~+"), language, OfficeWord(kind, role, language, needs)


def _of_portfolios(
    portfolios: Mapping[str, Mapping[str, list[str]]], compounds: Mapping[str, Mapping[str, list[str]]]
) -> Iterator[tuple[str, str, OfficeWord]]:
    for portfolio, entry in portfolios.items():
        for language, words in entry.items():
            for written in words:
                if not written.endswith("-"):
                    yield written, language, OfficeWord("portfolio", portfolio, language)
                    continue
                for head, endings in compounds[language].items():
                    kind: WordKind = "institution" if head == "ministry" else "office"
                    word = OfficeWord(kind, of_portfolio(portfolio, head), language)
                    yield from ((written[:-1] + ending, language, word) for ending in endings)


def takes_portfolio(role: str) -> bool:
    """Return whether a role is of the kind that has a portfolio: minister, ministry and their deputies."""
    return role in ("minister", "deputy-minister", "ministry")


def of_portfolio(portfolio: str, role: str) -> str:
    """Return the role with its portfolio: `foreign` and `deputy-minister` make `deputy-foreign-minister`."""
    before, found, head = role.rpartition("minist")
    return f"{before}{portfolio}-{found}{head}"


def may_stand_for(word: StateWord, role: str) -> bool:
    """Return whether a state's word can say whose office it is: Moscow has a mayor who is no mayor of Russia."""
    return word.role != "capital" or role in rules().of_capitals


def head_of(organ: str) -> str:
    """Return the role of whoever heads an organ."""
    before, found, _ = organ.rpartition("ministry")
    return rules().led_by.get(organ) or (f"{before}minister" if found else f"head-of-{organ}")


def _of_named(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str, OfficeWord]]:
    for language, words in entry.items():
        if language in ("role", "state", "wikidata"):
            continue
        for written in words:
            phrase = written.lstrip("~+")
            anywhere = len(phrase) > _LONGEST_ACRONYM
            needs = _NEEDS.get(written[0])
            word = OfficeWord("institution", entry["role"], language, needs, entry["state"], name, anywhere)
            yield phrase, language, word
