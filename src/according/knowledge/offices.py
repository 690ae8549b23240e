"""Descriptions: what persons and organs are called by office, with the state whose they are.

>>> [(found.name, found.role, found.state) for found in descriptions("le ministre turc des Affaires étrangères", "fr")]
[('Foreign Minister of Türkiye', 'foreign-minister', 'TR')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from according.knowledge.office_drafts import Draft, Reading
from according.knowledge.office_words import rules
from according.knowledge.states import state_by_code
from according.model import Span

_SMALL_WORDS = re.compile(r"\b(Of|In|And|The|For)\b")


@dataclass(frozen=True, slots=True)
class Description:
    """An office, an organ or a form of address in a text.

    `role` is its slug, with what modifies it (`former-foreign-minister`); `state` the code of the state whose it is and
    `state_span` where the text says so: inside `span`, or in the name of the organ that the office belongs to
    ("Russian Foreign Ministry spokeswoman"). Where states share an office ("the Armenian and Azerbaijani
    presidents"), each but the nearest has a description of its own that spans the state's word alone. `plural` is True
    when it means several persons, `of_other` when a name in the genitive follows that is no state's: the president of
    the European Commission is not "the president". `name` is in English.
    """

    span: Span
    kind: Literal["office", "institution", "title"]
    role: str
    state: str | None
    state_span: Span | None
    name: str
    plural: bool = False
    of_other: bool = False


def institution_key(role: str, state: str | None) -> str:
    """Return the key of an organ: `institution:foreign-ministry@RU`, with nothing after the @ for no state."""
    return f"institution:{role}@{state or ''}"


def institution_wikidata(role: str, state: str | None) -> str | None:
    """Return the Wikidata id of an organ where it is known for certain."""
    return rules().wikidata.get((role, state or ""))


def descriptions(text: str, language: str | None) -> list[Description]:
    """Return the offices, organs and forms of address in a text of a language (BCP 47), in order.

    Every description is as long as it can be, with its state, its portfolio and its modifiers. None overlaps another,
    except that of a state that shares an office (`Description`), which may lie inside.
    """
    return described(text, language)[0]


def described(text: str, language: str | None) -> tuple[list[Description], list[Span]]:
    """Return the `descriptions` in a text and where bodies stand that have a name of their own.

    The Free Syrian Army is no army of Syria's: no description lies inside of its name.
    """
    primary = language.partition("-")[0] if language else None
    reading = Reading(text, primary)
    titles = (
        Description(span, "title", "title", None, None, text[span.start : span.end])
        for span in reading.titles()
    )
    offices = (description for draft in reading.drafts() for description in _finished(draft))
    return sorted([*titles, *offices], key=lambda description: description.span), reading.own


def _finished(draft: Draft) -> Iterator[Description]:
    """Yield the description of a draft, and one for each further state that shares the office."""
    kind: Literal["office", "institution"] = "office" if draft.word.kind == "office" else "institution"
    # Feminine nouns of the Slavic languages have one form for "of the army" and "armies": only persons are counted.
    plural = draft.plural and kind == "office"
    states = [(draft.state, draft.state_span), *draft.sharing]
    for index, (state, state_span) in enumerate(states):
        span = state_span if index and state_span else Span(draft.start, draft.end)
        role = _modified(rules().same.get(f"{draft.role}@{state}", draft.role), draft.modifiers)
        own = draft.word.name if state == draft.word.state and draft.role == draft.word.role else None
        name = own or role_name(role, state)
        yield Description(span, kind, role, state, state_span, name, plural, draft.of_other)


def _modified(role: str, modifiers: list[str]) -> str:
    """Return the role with its modifiers, deputies inside: former-deputy-minister."""
    for modifier in sorted(modifiers, key=lambda modifier: modifier != "deputy-"):
        role = modifier + role if modifier.endswith("-") else role + modifier
    return role


def role_name(role: str, state: str | None) -> str:
    """Return the English name of a role or organ, with the state whose it is."""
    named = rules().english.get(role) or _SMALL_WORDS.sub(
        lambda word: word[0].lower(), role.replace("-", " ").title()
    )
    known = state_by_code(state) if state else None
    if known is None:
        return named
    return f"{named} of {'the ' if known.code in rules().article else ''}{known.name}"
