"""Words by which it is told who takes part in an event, by language: `party_words.yml`, whose head tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts

_APART = (
    "counts",
    "compounds",
    "possessives",
    "whose",
    "of",
    "using",
    "transitive",
    "relative",
    "mutual",
    "contracted",
    "purpose",
    "company",
)
"""Lists that are no plain field."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A language's words; `counts` gives how many a word says are meant. `party_words.yml` tells the others."""

    counts: Mapping[str, int]
    sides: frozenset[str]
    people: frozenset[str]
    plain: frozenset[str]
    alone: frozenset[str]
    beside: frozenset[str]
    joining: frozenset[str]
    small: frozenset[str]
    partners: frozenset[str]
    against: frozenset[str]
    despite: frozenset[str]
    last: frozenset[str]
    ethnic: frozenset[str]
    plurals: frozenset[str]
    during: frozenset[str]
    doing: frozenset[str]
    plural: frozenset[str]
    you: frozenset[str]
    ours: frozenset[str]
    toward: frozenset[str]
    private: frozenset[str]
    laws: frozenset[str]
    compounds: Mapping[str, str]


@cache
def party_words(language: str | None) -> PartyWords | None:
    """Return the words of a language (BCP 47), None for one that has none."""
    name = (language or "").partition("-")[0]
    raw = cast(Mapping[str, Mapping[str, Any]], load_data("party_words.yml")).get(name)
    if raw is None:
        return None
    return PartyWords(
        {word: count for count, words in raw["counts"].items() for word in texts(words)},
        **{key: frozenset(texts(words)) for key, words in raw.items() if key not in _APART},
        compounds=raw["compounds"],
    )


@cache
def possessives() -> frozenset[str]:
    """Return the words of all languages that say that something is of somebody named before: "its", "leur", "свой"."""
    return _of_all("possessives")


@cache
def whose() -> frozenset[str]:
    """Return the words of all languages by which a relative clause says whose something is: "whose", "dont"."""
    return _of_all("whose")


@cache
def of() -> frozenset[str]:
    """Return the words of all languages between a thing and whose it is."""
    return _of_all("of")


@cache
def contracted() -> Mapping[str, str]:
    """Return the prepositions of all languages that have taken up an article, with what they are without it."""
    tables = cast(Mapping[str, Mapping[str, Any]], load_data("party_words.yml"))
    return {word: alone for raw in tables.values() for word, alone in raw["contracted"].items()}


@cache
def purpose() -> frozenset[str]:
    """Return the words of all languages before an infinitive that tells what something is done for."""
    return _of_all("purpose")


@cache
def using() -> frozenset[str]:
    """Return the verbs of all languages whose object is a means: "used drones to attack"."""
    return _of_all("using")


@cache
def transitive() -> frozenset[str]:
    """Return the verbs of all languages whose past form without an object is passive: "12 killed in Kati"."""
    return _of_all("transitive")


@cache
def company() -> frozenset[str]:
    """Return the nouns of all languages that say with whom something is done: "in the company of"."""
    return _of_all("company")


@cache
def relative() -> frozenset[str]:
    """Return the pronouns of all languages for whatever a relative clause is about, but its subject."""
    return _of_all("relative")


@cache
def one_another() -> frozenset[tuple[str, ...]]:
    """Return the rows of words of all languages by which several do something to one another: "each other"."""
    return frozenset(tuple(row.split()) for row in _of_all("mutual"))


def _of_all(name: str) -> frozenset[str]:
    tables = cast(Mapping[str, Mapping[str, Any]], load_data("party_words.yml"))
    return frozenset(word for raw in tables.values() for word in texts(raw[name]))
