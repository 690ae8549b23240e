"""Names of towns and regions in other languages than their own: from `exonyms.yml` and from the names of time zones."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from babel import Locale
from babel.core import get_global

from according.knowledge.fold import load_data, texts
from according.knowledge.toponymy import place_key

_LANGUAGES = (
    "ru", "uk", "fr", "de", "es", "it", "pt", "pl", "tr", "az", "hy", "ka", "ar", "fa", "he", "el", "sr", "bg", "ro",
)  # fmt: skip
_ZONES = {"Asia/Ho_Chi_Minh": "Ho Chi Minh City"}
"""Towns of time zones by their English names, where these are not in the zone's."""

_LEAST = 10_000
"""Inhabitants of a town that `exonyms.yml` may mean."""


@cache
def _exonyms() -> dict[str, dict[str, Any]]:
    """Return the names of `exonyms.yml` by language: of towns by "country/name", of regions by their code."""
    data = cast(dict[str, dict[str, Any]], load_data("exonyms.yml"))
    towns = {
        f"{country}/{name}": names for country, some in data["towns"].items() for name, names in some.items()
    }
    return {**data["regions"], **towns}


@cache
def _zone_towns() -> dict[tuple[str, str], dict[str, Any]]:
    """Return the names by language of the towns that time zones are called after, by country and English name.

    They are in the Common Locale Data Repository (https://cldr.unicode.org), which babel holds.
    """
    countries, renamed = get_global("zone_territories"), get_global("zone_aliases")
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for language in _LANGUAGES:
        for name, names in Locale(language).time_zones.items():
            zone = renamed.get(name, name)
            if "city" in names and (country := countries.get(zone)):
                town = place_key(_ZONES.get(zone, zone.rpartition("/")[2]))
                found.setdefault((country, town), {})[language] = names["city"]
    return found


def with_exonyms(names: dict[str, Any], exonyms: dict[str, Any]) -> dict[str, Any]:
    """Return names by language together with others, which come after those of the same language."""
    merged = {language: list(texts(each)) for language, each in names.items()}
    for language, each in exonyms.items():
        merged[language] = list(dict.fromkeys([*merged.get(language, []), *texts(each)]))
    return merged


def exonyms_of_region(code: str) -> dict[str, Any]:
    """Return the names by language of a first-level region (ISO 3166-2)."""
    return _exonyms().get(code, {})


def exonyms_of_town(country: str, names: tuple[str, str], population: int) -> dict[str, Any]:
    """Return the names by language of a town that has one of these names in a country; {} for a village."""
    if population < _LEAST:
        return {}
    own = next((_exonyms()[at] for at in (f"{country}/{name}" for name in names) if at in _exonyms()), {})
    zones = (_zone_towns().get((country, place_key(name)), {}) for name in names)
    return with_exonyms(own, next(filter(None, zones), {}))
