"""A capital's name: the city, or the government that sits there ("Ankara said", "in Ankara")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.fold import load_data, texts
from according.model import Sentence, Span, Token

Sense = Literal["government", "place"]

_ACTING = ("subject", "agent", "indirect object")
_ACTED_ON = ("object", "passive subject")

_INDENTED = 8
"""Characters before a place at the beginning of its paragraph, at most."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(
    r"(?:, (?![^\W\d_]+\.? \d)[^\W\d_][^\W\d_ .'’-]{1,30})?"
    r"(?:,? (?:(?P<numbers>\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)"
    r"|(?P<date>\d{1,2}(?:er|st|nd|rd|th)?\.? [^\W\d_]{3,12}\.?(?:,? \d{4}(?: ?(?:г\.?|года|թ\.?))?)?"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:, \d{4})?)))?"
    r"(?P<agency>,? ?[(/\[][^()/\[\]\n]{2,40}[)/\]]|, [^\W\d_]{2,20}(?= ?[-–—]))?"
    r"(?:(?P<dash>[.,]? ?(?:--?|[–—])(?= |$))|[.:։]|(?=\n|\Z))"
)
"""What stands behind a dateline's place: a region, a date, an agency, and a dash or a stop."""


@dataclass(frozen=True, slots=True)
class _Signs:
    place: frozenset[str]
    government: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    endings: tuple[str, ...]


@cache
def _signs(language: str) -> _Signs:
    entry = cast(dict[str, dict[str, Any]], load_data("metonymy.yml")).get(language, {})
    return _Signs(
        frozenset(texts(entry.get("place"))),
        frozenset(texts(entry.get("government"))),
        frozenset(texts(entry.get("nouns"))),
        frozenset(texts(entry.get("verbs"))),
        texts(entry.get("endings")),
    )


def sense(span: Span, name: str, sentence: Sentence, language: str | None) -> Sense | None:
    """Return what a capital's name at `span` means in its sentence; None when nothing there tells.

    Whoever acts is a government, where something is done is a place: told by the grammatical relation, the
    preposition, and where there is no parser by the case ending.
    """
    signs = _signs((language or "").partition("-")[0])
    inside = [n for n, token in enumerate(sentence.tokens) if token.span.overlap(span)]
    if not inside:
        return None
    written = " ".join(sentence.tokens[n].text for n in inside)
    if signs.endings and _has_ending(sentence, inside, written, name, signs.endings):
        return "place"
    head = _top(sentence.tokens, inside)
    return _by_relation(sentence.tokens, head, signs) or _by_verb(sentence.tokens, inside)


def is_dateline(text: str, span: Span) -> bool:
    """Return whether a name opens a paragraph as the place that it is reported from: "KYIV, 3 May (Interfax) —"."""
    before = text[max(0, span.start - _INDENTED) : span.start].rpartition("\n")
    if (before[2] if before[1] or span.start <= _INDENTED else "x").strip(' \t"«“[('):
        return False
    found = _DATELINE.match(text, span.end)
    if found is None:
        return False
    date = found["date"] is not None and any(map(is_month_or_weekday, _LETTERS.findall(found["date"])))
    date = date or (found["numbers"] is not None)
    dash = found["dash"] is not None
    loud = text[span.start : span.end].isupper()
    return date or (dash and (found["agency"] is not None or loud))


def _by_verb(tokens: Sequence[Token], inside: list[int]) -> Sense | None:
    """Who opens a sentence right before its verb acts, whatever the parser makes of it."""
    opens = all(not token.text[:1].isalnum() for token in tokens[: inside[0]])
    after = next((token for token in tokens[inside[-1] + 1 :] if token.relation != "negation"), None)
    return "government" if opens and after is not None and after.pos in ("AUX", "VERB") else None


def _has_ending(
    sentence: Sentence, inside: list[int], written: str, name: str, endings: tuple[str, ...]
) -> bool:
    """Whether the name carries an ending of place, in the word itself or after an apostrophe."""
    after = inside[-1] + 1
    suffix = sentence.tokens[after].text if after < len(sentence.tokens) else ""
    if suffix[:1] in "'’" and suffix[1:].lower() in endings:
        return True
    rest = written.lower()[len(name) :] if written.lower().startswith(name.lower()) else ""
    return rest.strip("'’") in endings


def _top(tokens: Sequence[Token], inside: list[int]) -> int:
    """The word of the name that the others hang on."""
    return next((n for n in inside if tokens[n].head not in inside or tokens[n].head == n), inside[0])


def _by_relation(tokens: Sequence[Token], at: int, signs: _Signs) -> Sense | None:
    for _ in range(len(tokens)):  # along a list ("Paris and Washington") to its first member
        token = tokens[at]
        preposition = _preposition(tokens, at)
        if preposition in signs.place:
            return "place"
        if preposition in signs.government:
            # Flights are between towns, agreements between governments.
            return "place" if _is_of_towns(tokens[token.head], signs) else "government"
        if token.relation in _ACTING:
            return "government"
        head = tokens[token.head]
        if token.relation in _ACTED_ON:
            return "place" if head.lemma in signs.verbs else "government"
        if token.relation == "genitive":
            return "place" if _is_of_towns(head, signs) else None
        if token.relation != "conjunct" or token.head == at:
            return None
        at = token.head
    return None


def _is_of_towns(head: Token, signs: _Signs) -> bool:
    return head.lemma in signs.nouns or head.lemma.casefold() in signs.nouns


def _preposition(tokens: Sequence[Token], at: int) -> str:
    cases = [
        token.text.lower()
        for token in tokens
        if token.relation == "case" and tokens[token.head] is tokens[at]
    ]
    return cases[0] if cases else ""


def place_prepositions(language: str | None) -> frozenset[str]:
    """Return the prepositions that places stand behind."""
    return _signs((language or "").partition("-")[0]).place
