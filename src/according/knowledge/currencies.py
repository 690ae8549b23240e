"""The money of the world: names of currencies in many languages and their codes in ISO 4217, from CLDR."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from according.knowledge.fold import fold

_SHORTEST = 4
"""Letters of a noun that is enough by itself: lek, kip and sol are other words as well."""
_MOST_WORDS = 2


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes of all currencies that are legal tender somewhere."""
    rows = get_global("territory_currencies").values()
    return frozenset(code for row in rows for code, _, until, tender in row if until is None and tender)


@dataclass(frozen=True, slots=True)
class Currencies:
    """The names of the currencies in one language, folded."""

    codes: dict[str, str]
    """Code by name: "sudanese pound", and "kyat", where a noun is that of one currency only."""
    shared: frozenset[str]
    """The nouns that several currencies have: pound, franc, dollar."""


@cache
def currencies(language: str, noun: Literal["first", "last"] | None) -> Currencies:
    """Return the names of all currencies in a language (BCP 47).

    `noun` says where in them the noun stands (livre soudanaise, Sudanese pound); None: no noun is a name by itself.
    """
    written: Mapping[str, str] = {}
    with suppress(UnknownLocaleError):
        written = Locale(language).currencies
    names = {code: written[code] for code in sorted(currency_codes()) if code in written}
    names = {code: name for code, name in names.items() if "(" not in name}
    often = Counter(word for name in names.values() for word in set(fold(name).text.split()))
    nouns = {code: fold(found).text for code, name in names.items() if noun and (found := _noun(name, noun))}
    alone = {word: code for code, word in nouns.items() if often[word] == 1 and len(word) >= _SHORTEST}
    return Currencies(
        alone | {fold(name).text: code for code, name in names.items()},
        frozenset(word for word in nouns.values() if often[word] > 1),
    )


def _noun(name: str, place: Literal["first", "last"]) -> str | None:
    """Return the noun of a name of one or two words; None where it is that of a place (доллар Фиджи)."""
    words = name.split()
    found = words[0 if place == "first" else -1]
    return found if len(words) <= _MOST_WORDS and (name[:1].isupper() or found[:1].islower()) else None
