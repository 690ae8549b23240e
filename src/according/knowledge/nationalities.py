"""States in words: "Armenian", "arméniens", "армянских"; and who is named by them in a text, "the Armenian side"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from according.knowledge.inflection import bases, key
from according.knowledge.phrases import Phrases
from according.knowledge.states import StateWord, readings, state_words
from according.model import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_ROLES = ("name", "adjective", "demonym")


@cache
def _codes(language: str | None) -> dict[str, str]:
    """The states by the words of a language, of any if None, that can mean no other, nor anything else."""
    found: dict[str, set[str]] = {}
    for phrase, spoken, word in state_words():
        if word.role in _ROLES and " " not in phrase and language in (None, spoken):
            found.setdefault(key(phrase), set()).add("" if word.ambiguous else word.code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1 and codes != {""}}


def nationalities(words: str) -> tuple[str, ...]:
    """Return the codes of the states that words in any language say somebody or something is of, in their order."""
    known = _codes(None)
    found = (
        next((known[base] for base in bases(word, None) if base in known), None)
        for word in _WORD.findall(words)
    )
    return tuple(dict.fromkeys(code for code in found if code is not None))


@lru_cache(maxsize=1 << 14)
def state_of(word: str, language: str | None) -> str | None:
    """Return the code of the state that a folded word of a language (BCP 47) names, in any form; None for others.

    >>> state_of("azerbaidjanaises", "fr")
    'AZ'
    """
    known = _codes((language or "").partition("-")[0])
    return next((known[base] for base in bases(word, language) if base in known), None)


@cache
def _phrases() -> Phrases[StateWord]:
    return Phrases(each for each in state_words() if each[2].role in _ROLES)


def states_named(text: str, language: str | None) -> tuple[tuple[Span, str], ...]:
    """Return where a text names states, their people or what is theirs, with their codes, in order.

    Words that may stand for two states are left out, those that may also be something else (Chad) are not.
    `language` (BCP 47) is the text's.

    >>> [code for _, code in states_named("La partie azerbaïdjanaise a accusé l'Arménie.", "fr")]
    ['AZ', 'AM']
    """
    found = defaultdict[Span, list[tuple[str, StateWord]]](list)
    for match in _phrases().find(text, language):
        found[match.span].append((match.phrase, match.payload))
    named = list[tuple[Span, str]]()
    for span, words in sorted(found.items()):
        meant = readings(text[span.start : span.end], words, language)
        if len(meant) == 1:
            named.append((span, meant[0].code))
    return tuple(named)
