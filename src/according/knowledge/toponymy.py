"""How names of places vary between texts: the key under which a name is found, and what may be left out of it.

>>> place_key("Saint-Pétersbourg") == place_key("St. Petersbourg")
True
>>> strip_generic("région de Tavouch")
('tavouch', 'region')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from anyascii import anyascii

from according.knowledge.fold import fold_name, load_data
from according.knowledge.inflection import bases

Level = Literal["region", "town"]
"""What a word beside a name asks for: a first-level division or the like, or a settlement."""

_ELISION = re.compile(r"\b[dl]['’](?=\w)", re.IGNORECASE)

_SHORT = re.compile(r"[^\W\d_](?:[^\W\d_]|[. ])*")
_SCRIPTS = (("Ѐ", "ӿ", "cyrl"), ("ա", "և", "armn"), ("ა", "ჿ", "geor"))
"""First and last letter of the scripts that `respell` has tables for."""

_MOST_READINGS = 8
_MOST_CONSONANTS = 5
"""As many consonants tell names apart that are compared more closely afterwards."""


class Stripped(NamedTuple):
    """A name without the words for its kind: folded, with spaces; and the kind they asked for."""

    name: str
    level: Level | None


@cache
def _data() -> dict[str, object]:
    return cast(dict[str, object], load_data("toponymy.yml"))


@cache
def _same() -> dict[str, str]:
    return {word: row[0] for row in cast(list[list[str]], _data()["same"]) for word in row}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in cast(list[str], _data()[name]))


@cache
def _in_languages(name: str) -> frozenset[str]:
    languages = cast(dict[str, list[str]], _data()[name])
    return frozenset(place_key(word) for words in languages.values() for word in words)


@cache
def _generic() -> dict[tuple[str, ...], Level]:
    groups = cast(dict[str, dict[str, list[str]]], _data()["generic"])
    return {
        tuple(fold_name(phrase).split()): "town" if group == "town" else "region"
        for group, languages in groups.items()
        for phrases in languages.values()
        for phrase in phrases
    }


@cache
def _inside_names() -> frozenset[str]:
    groups = cast(dict[str, dict[str, list[str]]], _data()["generic"])
    return frozenset(fold_name(word) for words in groups["only inside names"].values() for word in words)


@cache
def _longest_generic() -> int:
    return max(len(phrase) for phrase in _generic())


def place_key(name: str) -> str:
    """Return the key of a place name: folded, "saint" and "st" one word, without spaces.

    Folded as `fold_name` does; the spellings of the Armenian ew become one, as in `inflection.bases`.
    """
    words = fold_name(name).split()
    if len(words) > 1:
        same = _same()
        words = [same.get(word, word) for word in words]
    key = "".join(words)
    return key if key.isascii() else key.replace("եւ", "ե").replace("եվ", "ե")


def strip_generic(name: str) -> Stripped:
    """Return `name` without words like "province", "ville de" or "мухафаза" at its ends, and the kind they name.

    The name comes back folded, and whole when nothing else would be left.
    """
    words = fold_name(_ELISION.sub(" ", name)).split()
    links = _words("links")
    for size in range(min(_longest_generic(), len(words) - 1), 0, -1):
        if level := _generic().get(tuple(words[:size])):
            rest = words[size:]
            while len(rest) > 1 and rest[0] in links:
                rest = rest[1:]
            return Stripped(" ".join(rest), level)
        if level := _generic().get(tuple(words[-size:])):
            return Stripped(" ".join(words[:-size]), level)
    return Stripped(" ".join(words), None)


def whole_of(name: str, language: str | None) -> str | None:
    """Return the place that `name` lies in by its words, None when they do not say so.

    "Syria" for "northern Syria", "Goris" for "aérodrome de Goris" and "Goris airport".
    """
    words = re.split(r"[\s-]+(?=\w)", _ELISION.sub(" ", name.strip()))
    parts, facilities = _in_languages("parts"), _in_languages("facilities")
    first, end = 0, len(words)
    while end - first > 1 and _is_one_of(words[end - 1], language, facilities):
        end -= 1
    while end - first > 1 and _is_one_of(words[first], language, parts | facilities):
        first += 1
        while end - first > 1 and is_link(words[first]):
            first += 1
    if end - first == len(words) or _is_one_of(words[first], language, parts | facilities):
        return None
    return " ".join(words[first:end])


def is_direction(name: str) -> bool:
    """Return whether `name` only says on which side something lies: "South West"."""
    words = fold_name(name).split()
    return bool(words) and all(word in _in_languages("parts") for word in words)


def _is_one_of(word: str, language: str | None, known: frozenset[str]) -> bool:
    return any(place_key(base) in known for base in bases(word, language))


@lru_cache(maxsize=4096)
def level_of(word: str, language: str | None) -> Level | None:
    """Return what a word asks of the name beside it, in any inflected form: "region" for областью, "town" for ville."""
    forms = [fold_name(base) for base in bases(word, language)]
    if not _inside_names().isdisjoint(forms):
        return None
    return next((level for form in forms if (level := _generic().get((form,)))), None)


def is_link(word: str) -> bool:
    """Return whether `word` may stand between a kind and a name, as in "province of the Rhine", "ville d'Alep"."""
    folded = fold_name(word)
    return folded in _words("links") or folded in _words("articles")


def is_inside(word: str) -> bool:
    """Return whether `word` may stand between a place and what it lies in, as in "Goris en Arménie"."""
    return fold_name(word) in _words("inside")


def is_and(word: str) -> bool:
    """Return whether `word` goes on with a list, as in "Tripoli, and Lebanon"."""
    return fold_name(word) in _words("and")


def strip_article(name: str) -> str:
    """Return `name` folded and without an article at its start: "Le Caire" is "caire", "al-Hasakah" "hasakah"."""
    folded = fold_name(_ELISION.sub(" ", name))
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _words("articles") else folded


def region_root(name: str) -> str | None:
    """Return the place in an adjective of a region, folded: "Тавушская область" is "тавуш"; None for other names."""
    plain, level = strip_generic(name)
    if level != "region":
        return None
    for ending in sorted(_words("adjectives")):
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return plain.removesuffix(ending)
    return None


@cache
def _spellings() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """Return how each language or script is spelt in English: what to look for and what to put there."""
    tables = cast(dict[str, dict[str, str]], _data()["respell"])
    return {
        name: (re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))), table)
        for name, table in tables.items()
    }


def respelt(name: str, language: str | None) -> str | None:
    """Return `name` as English spells it, None when it is spelt so: "Tavush" for "Tavouch" (fr) and "Тавуш"."""
    lower = name.lower().replace("̇", "")
    script = next(
        (code for first, last, code in _SCRIPTS if any(first <= char <= last for char in lower)), None
    )
    pattern, table = _spellings().get(script or (language or "").partition("-")[0], (None, {}))
    found = pattern.sub(lambda match: table[match[0]], lower) if pattern else lower
    return found if found != lower else None


def is_phonetic(name: str, language: str | None) -> bool:
    """Return whether `name` is written as foreign names sound: in no Latin letters, or in Azerbaijani and the like."""
    first = next((char for char in name if char.isalpha()), "a")
    return first >= "Ͱ" or (language or "").partition("-")[0] in _words("phonetic")


@cache
def _consonants() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    table = cast(dict[str, str], _data()["consonants"])
    spellings = sorted(table, key=len, reverse=True)
    # A doubled consonant is one; whatever else stands between two keeps them apart.
    pattern = re.compile(rf"({'|'.join(spellings)})\1*|.", re.DOTALL)
    return pattern, {
        spelling: tuple("" if kind == "-" else kind for kind in kinds.split())
        for spelling, kinds in table.items()
    }


def consonants(name: str, language: str | None) -> tuple[str, ...]:
    """Return the kinds of consonants that a name begins with, as many ways as it may be read: "KRTN" for "Кройдон"."""
    pattern, kinds = _consonants()
    spelt = anyascii(respelt(name, language) or name).lower()
    found = [""]
    for match in pattern.finditer(spelt):
        if options := kinds.get(match[1] or ""):
            found = list(dict.fromkeys(each + kind for each in found for kind in options))[:_MOST_READINGS]
    return tuple(dict.fromkeys(each[:_MOST_CONSONANTS] for each in found))


@cache
def _short_regions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for country, regions in cast(dict[str, dict[str, list[str]]], _data()["short"]).items():
        for code, forms in regions.items():
            for form in {place_key(form) for form in (code, *forms)}:
                found[form] = (*found.get(form, ()), f"{country}-{code}")
    return found


def short_regions(name: str) -> tuple[str, ...]:
    """Return the regions (ISO 3166-2) that `name` is short for: "Ill." gives ("US-IL",), "WA" US-WA and AU-WA.

    Without its dot, a short form must be in capitals: "Or" and "In" are words, "OR" and "Ore." are not.
    """
    short = _SHORT.fullmatch(name) and (name.isupper() or name.endswith("."))
    return _short_regions().get(place_key(name), ()) if short else ()
