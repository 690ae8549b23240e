"""What stands beside the name of a place in a text and says which place it is: "Paris, Texas", "ville d'Alep"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from according.knowledge.gazetteer import lookup
from according.knowledge.inflection import bases
from according.knowledge.states import state_words
from according.knowledge.toponymy import (
    Level,
    is_and,
    is_direction,
    is_inside,
    is_link,
    level_of,
    place_key,
)

_NEIGHBOURS = 4
"""Words looked at on either side for a kind ("in the city of")."""
_LOOKED_AT = 100
"""Characters before a name in which those words are looked for."""
_LOOKED_BEHIND = 60
"""Characters behind a name in which they are: no word of a language is longer than that, and no text costs more."""
_BEHIND = re.compile(r"\s*[,(،]\s*([^,;:()«»\"“”\n]{1,60})")
_WORD = re.compile(r"[^\W_]+(?:[.’'\-][^\W_]+)*\.?")
_LONGEST_QUALIFIER = 4
_MOST_BEHIND = 6


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place as an article uses it.

    `count` is how often; `within` are the countries (AM) and first-level regions (AM.09, the codes of GeoNames) that
    the article says it lies in; `level` is the kind that a word beside it asks for.
    """

    text: str
    language: str | None = None
    count: int = 1
    within: frozenset[str] = frozenset()
    level: Level | None = None


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Return the countries that each word of `states.py` may stand for, capitals and seats left out."""
    found: dict[str, set[str]] = {}
    for phrase, _, word in state_words():
        if word.role not in ("capital", "seat"):
            found.setdefault(place_key(phrase), set()).add(word.code)
    return {key: frozenset(codes) for key, codes in found.items()}


@lru_cache(maxsize=4096)
def containers(name: str, language: str | None) -> frozenset[str]:
    """Return the countries and first-level regions that `name` stands for behind a comma or as an adjective."""
    words = name.split()
    forms = {place_key(name)} | (
        {place_key(base) for base in bases(name, language)} if len(words) == 1 else set()
    )
    found = {code for form in forms for code in _countries().get(form, ())}
    regions = [match.place for match in lookup(name, language) if match.place.precision == "region"]
    found |= {region.admin for region in regions if region.admin}
    return frozenset(found)


def place_name(text: str, start: int, end: int, language: str | None, count: int = 1) -> PlaceName:
    """Return the name at `text[start:end]` with what its surroundings say of it. Positions are in code points."""
    level, before = _before(text, start, language)
    level = _after(text, end, language) or level
    return PlaceName(text[start:end], language, count, before | _behind(text, start, end, language), level)


def _after(text: str, end: int, language: str | None) -> Level | None:
    """Return the kind named behind: "Syunik Province" is a region, "Kentucky State Police" none."""
    word = _word(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    if word is None:
        return None
    following = _word(text, word.end() + 1)
    goes_on = word[0][0].isupper() and following is not None and following[0][0].isupper()
    return None if goes_on else level_of(word[0], language)


def _word(text: str, start: int) -> re.Match[str] | None:
    return _WORD.match(text, start, start + _LOOKED_BEHIND)


def _before(text: str, start: int, language: str | None) -> tuple[Level | None, frozenset[str]]:
    """Return the kind named before, and the country or region that owns it: "the Turkish city of", "Syria's"."""
    line = text[max(0, start - _LOOKED_AT) : start].rpartition("\n")[2]
    words = _WORD.findall(line)[-_NEIGHBOURS:]
    owner = words[-1] if words else ""
    if re.search(r"['’]s$", owner):
        return None, containers(owner[:-2], language)
    while words and is_link(words[-1]):
        words.pop()
    level = level_of(words[-1], language) if words else None
    if level is None:
        return None, frozenset()
    return level, frozenset().union(*(_states(word, language) for word in words[:-1]))


def _states(word: str, language: str | None) -> frozenset[str]:
    owner = re.sub(r"['’]s$", "", word)
    return frozenset().union(*(_countries().get(place_key(base), ()) for base in bases(owner, language)))


def _behind(text: str, start: int, end: int, language: str | None) -> frozenset[str]:
    """Return what the words behind a comma, in brackets or after "in" stand for: the first name that is a container."""
    if behind := _BEHIND.match(text, end):
        words = _WORD.findall(behind[1])[:_MOST_BEHIND]
        if _goes_on(words, text[start:end], language):
            return frozenset()
        names = [name for first in range(len(words)) for name in _names_at(words, first)]
    elif (word := _word(text, end + 1)) and is_inside(word[0]):
        names = list(_names_at(_WORD.findall(text[word.end() : word.end() + _LOOKED_BEHIND]), 0))
    else:
        return frozenset()
    return next(filter(None, (containers(name, language) for name in names)), frozenset())


def _goes_on(words: list[str], name: str, language: str | None) -> bool:
    """Whether the words behind a comma go on with a list: "Sonora, and the U.S.", "Nevada, southern California"."""
    if not words or is_and(words[0]):
        return True
    return is_direction(words[0]) and bool(containers(name, language))


def _names_at(words: list[str], first: int) -> Iterator[str]:
    """Yield the runs of words that begin at `first` with a capital, the longest first."""
    if words[first:] and not words[first][0].islower():
        for size in range(min(_LONGEST_QUALIFIER, len(words) - first), 0, -1):
            yield " ".join(words[first : first + size])
