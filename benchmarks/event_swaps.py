"""Sentences about two parties, and the same sentences with the parties exchanged: is what happened coded alike?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("event_swaps.yml")

_SLOT = re.compile(r"\{([ab])(?:\.(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sentence `a` and the same sentence `b` with its two parties exchanged.

    `parties` are their names as `a` has them in the places {a} and {b}; `kind` is what they are: state, rebels, army,
    ethnic party or party.
    """

    language: str
    kind: str
    parties: tuple[str, str]
    a: str
    b: str


def filled(pattern: str, one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """Return the pattern with the forms of `one` in the slots of {a}, of `other` in those of {b}.

    Raises:
        ValueError: a party has no such form.
    """

    def form(slot: re.Match[str]) -> str:
        party, name = (one if slot[1] == "a" else other), slot[2] or "name"
        if name not in party:
            raise ValueError(f"{party['name']} has no form {name}: {pattern}")
        return party[name]

    text = _SLOT.sub(form, pattern)
    return text[0].upper() + text[1:]


def _party(forms: Mapping[str, str], genders: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the party's forms and those that its gender has by itself."""
    return {**forms, **genders.get(forms.get("gender", ""), {})}


def _pair(pairs: Sequence[Mapping[str, Any]], kinds: Sequence[str], turn: int) -> Mapping[str, Any]:
    """Return the pair whose turn it is: of each kind one, then of each kind the next."""
    suited = [pair for pair in pairs if pair["kind"] == kinds[turn % len(kinds)]]
    return suited[turn // len(kinds) % len(suited)]


def _exchanges(language: str, content: Mapping[str, Any]) -> Iterator[Exchange]:
    """Yield the sentences of a language, each with a pair that suits it."""
    for group, patterns in content["sentences"][language].items():
        for turn, pattern in enumerate(patterns):
            pair = _pair(content["pairs"][language], content["groups"][group], turn)
            one, other = (_party(pair[name], content["genders"][language]) for name in "ab")
            texts = filled(pattern, one, other), filled(pattern, other, one)
            yield Exchange(language, pair["kind"], (one["name"], other["name"]), *texts)


def load(text: str) -> tuple[Exchange, ...]:
    """Return the exchanges of a file's content, one for each sentence, in its order.

    Raises:
        ValueError: a sentence asks for a form that a party does not have.
    """
    content = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(exchange for language in content["sentences"] for exchange in _exchanges(language, content))
