"""Ordinary words of a language: what has a capital for another reason than that it is a name.

The dictionaries are simplemma's (Barbaresi, https://github.com/adbar/simplemma); where it has none for a language,
`ordinary` of `words.yml` lists frequent words. `formed` there lists the endings that show a word to be one of the
language that no dictionary has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import cast

import simplemma

from according.knowledge.fold import load_data, texts
from according.knowledge.given_names import is_given
from according.knowledge.inflection import bases, key

_DICTIONARIES = frozenset(("de", "en", "es", "fr", "hy", "it", "ka", "pl", "pt", "ru", "tr", "uk"))
"""Languages of which simplemma's dictionary is asked."""


_STEM = 3
"""Letters before an ending that shows a word's formation, at least."""


@cache
def _habits(language: str | None) -> dict[str, object]:
    return cast(dict[str, dict[str, object]], load_data("words.yml")).get(language or "", {})


def _keys(what: str, language: str | None) -> Iterator[str]:
    return map(key, texts(_habits(language).get(what)))


@cache
def _listed(language: str | None) -> frozenset[str]:
    listed = frozenset(_keys("ordinary", language))
    if not listed:
        return listed
    cues = cast(dict[str, dict[str, object]], load_data("name_cues.yml")).get(language or "", {})
    return listed | {
        key(word) for kind in ("office", "body", "field", "land") for word in texts(cues.get(kind))
    }


@cache
def _endings(language: str | None) -> tuple[str, ...]:
    return tuple(_keys("formed", language))


def knows_words(language: str | None) -> bool:
    """Return whether anything is known of a language's ordinary words."""
    return language in _DICTIONARIES or bool(_listed(language))


@lru_cache(maxsize=1 << 14)
def is_ordinary(word: str, language: str | None) -> bool:
    """Return whether a language has the word, written small, as an ordinary one; given names are none."""
    if not word or not knows_words(language) or is_given(word):
        return False
    if language in _DICTIONARIES:
        return simplemma.is_known(word.lower(), lang=language)
    return not _listed(language).isdisjoint(bases(word, language))


def is_formed(word: str, language: str | None) -> bool:
    """Return whether a word has an ending by which a language forms its own words; given names are none."""
    return key(word)[_STEM:].endswith(_endings(language)) and not is_given(word)


@lru_cache(maxsize=1 << 14)
def is_proper(word: str, language: str | None) -> bool:
    """Return whether a dictionary has a word, even when it is written small, as a form of a proper name only.

    Its dictionary form has a capital then; where all nouns have one (German), that tells nothing.
    """
    if not word or language not in _DICTIONARIES or _habits(language).get("nouns"):
        return False
    return not simplemma.lemmatize(word.lower(), lang=language)[:1].islower()
