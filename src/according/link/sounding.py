"""Places that no gazetteer has as a text writes them, found by their sound: Кройдон in an article about London."""

from __future__ import annotations

from collections.abc import Collection

from according.knowledge.gazetteer import Match, heard
from according.knowledge.inflection import bases
from according.link.place_context import PlaceName
from according.link.sounds import alike

SOUNDS_THE_SAME = 0.92
"""Likeness of each word from which on a name is a spelling of a place's own: below it come other towns' names."""
_LEAST_LETTERS = 5
"""Shorter names sound like too many others."""


def sounding(name: PlaceName, countries: Collection[str]) -> list[Match]:
    """Return the places of these countries that `name` may spell as they sound; [] for one spelt as at home.

    Only the likeliest sound counts, in any dictionary form: Марлоу is Marlow, and no Merlo.
    """
    forms = dict.fromkeys((name.text, *_forms(name)))
    where = tuple(sorted(countries))
    found = [
        (_likeness(form, match.place.name), match)
        for form in forms
        if len(form) >= _LEAST_LETTERS
        for match in heard(form, name.language, where)
    ]
    best = max((likeness for likeness, _ in found), default=0.0)
    if best < SOUNDS_THE_SAME:
        return []
    first = {match.place.key: match for likeness, match in found if likeness == best}
    return list(first.values())


def _forms(name: PlaceName) -> tuple[str, ...]:
    return bases(name.text, name.language) if len(name.text.split()) == 1 else ()


def _likeness(name: str, other: str) -> float:
    """Return how alike two names sound, word by word."""
    words, others = (each.replace("-", " ").split() for each in (name, other))
    if len(words) != len(others):
        return 0.0
    return min(alike(word, each) for word, each in zip(words, others, strict=True))
