"""Places of the world by name, in any script: towns, first-level regions, and places that news speaks of.

>>> candidates("Ереван")[0].key
'place:geonames:616052'

States as such are not here, see `states.py`. The data lie in one file, see `gazetteer_build.py`; it is read where a
name needs it, so that a process holds next to nothing of it.
"""

from __future__ import annotations

import json
import math
import os
import re
import sqlite3
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from according.knowledge.gazetteer_build import DERIVED, KNOWN, Precision, built
from according.knowledge.inflection import bases
from according.knowledge.toponymy import (
    Level,
    consonants,
    is_phonetic,
    place_key,
    respelt,
    short_regions,
    strip_article,
    strip_generic,
    whole_of,
)

_MOST_PLACES = 50
"""Places looked at per name: the 51st Springfield is not the one that an article means without saying more."""

_UNCOUNTED = 100_000
"""Inhabitants that a region whose inhabitants nobody counted is taken to have."""
_MOST_FORMS = 24
"""Dictionary forms looked at per name of several words."""
_MOST_WORDS = 3
"""Words of a name whose dictionary forms are combined; longer names are found as they are written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. Degrees north and east (WGS 84), country in ISO 3166-1 alpha-2.

    `key` is place:geonames:…, place:iso:AM-SU, place:wikidata:Q… or place:name:…; `names` are its names by language
    (BCP 47), as far as they are known by language; `admin` is its first-level region in the codes of GeoNames
    ("AM.09"); `population` is 0 where unknown. `contested`: sides name it differently or dispute it, so all its names
    are shown. `country` is None for what lies in several. `capital`: it is its country's.
    `renown` is how many names GeoNames has of it in all languages: how far it is known.
    """

    key: str
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    latitude: float
    longitude: float
    country: str | None
    admin: str | None
    population: int
    precision: Precision
    contested: bool
    wikidata: str | None
    geonames: int | None
    capital: bool
    renown: int


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean.

    `evidence` is how good the name is, from DERIVED to MAIN; `spellings` in how many spellings the gazetteer has it
    (many for a name in use, one for an obscure one). `prominence` is the decimal logarithm of its inhabitants, for
    places that news speaks of at least 7. `inflected`: the name was found through a dictionary form of what is written.
    `level` is what a word in the name asks for ("Tavush province").
    """

    place: Place
    evidence: int
    spellings: int
    prominence: float
    inflected: bool = False
    level: Level | None = None


@cache
def _database(process: int) -> sqlite3.Connection:
    # One connection a process: one that was opened before a fork must not be used after it.
    return sqlite3.connect(f"{built().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


_COLUMNS = (
    "id, key, place.name, names, latitude, longitude, country, admin, population, precision, contested, wikidata, "
    "geonames, capital, renown"
)
_BY_NAME = (
    f"SELECT {_COLUMNS}, evidence, spellings, rank FROM name JOIN place ON place.id = place "  # noqa: S608
    "WHERE name.name IN ({}) "
    f"ORDER BY rank, place LIMIT {_MOST_PLACES}"
)
_BY_SOUND = (
    f"SELECT DISTINCT {_COLUMNS} FROM sound JOIN place ON place.id = place "  # noqa: S608
    f"WHERE consonants IN ({{}}) AND country IN ({{}}) ORDER BY population DESC, id LIMIT {_MOST_PLACES}"
)
_BEARS = "SELECT 1 FROM name WHERE name = ? LIMIT 1"
_BY_KEY = f"SELECT {_COLUMNS} FROM place WHERE key = ?"  # noqa: S608
_BY_ID = f"SELECT {_COLUMNS} FROM place WHERE id = ? AND key IS NULL"  # noqa: S608

_Row = tuple[
    int, str | None, str, str | None, float, float, str | None, str | None, int, Precision,
    int, str | None, int | None, int, int,
]  # fmt: skip


def _place(row: _Row) -> Place:
    id_, key, name, names, latitude, longitude, country, admin, population, precision = row[:10]
    contested, wikidata, geonames, capital, renown = row[10:]
    known = tuple((language, tuple(each)) for language, each in json.loads(names).items()) if names else ()
    return Place(
        key or f"place:geonames:{id_}", name, known, latitude, longitude, country, admin, population, precision,
        bool(contested), wikidata, geonames, bool(capital), renown,
    )  # fmt: skip


def _under(keys: tuple[str, ...]) -> list[Match]:
    """Return what lies under the keys, the most prominent first."""
    if not keys:
        return []
    query = _BY_NAME.format(", ".join("?" * len(keys)))
    rows = _database(os.getpid()).execute(query, keys).fetchall()
    return [Match(_place(row[:15]), row[15], row[16], -row[17] / 100) for row in rows]


def _forms(name: str, language: str | None) -> tuple[str, ...]:
    """Return the dictionary forms that `name` may be a form of, folded, itself among them."""
    if len(name.split()) > _MOST_WORDS:
        return (name,)
    ranked = [list(enumerate(bases(word, language))) for word in name.split()]
    # The likeliest of all combinations: those that lie highest in the lists of their words.
    combined = sorted(product(*ranked), key=lambda form: sum(rank for rank, _ in form))
    return tuple(" ".join(word for _, word in form) for form in combined[:_MOST_FORMS])


def _inflected(name: str, language: str | None) -> list[Match]:
    keys = dict.fromkeys(map(place_key, _forms(name, language)))
    keys.pop(place_key(name), None)
    return [replace(each, inflected=True) for each in _under(tuple(keys))]


def _elsewhere(name: str, language: str | None) -> list[Match]:
    """Return what a name that is nowhere in the gazetteer stands for in other words or another spelling."""
    found = _under((place_key(strip_article(name)),))
    if not found and (whole := whole_of(name, language)):
        found = [replace(each, evidence=DERIVED) for each in lookup(whole, language)]
    if not found:
        spelt = {
            place_key(form) for each in (name, *_forms(name, language)) if (form := respelt(each, language))
        }
        found = [replace(each, evidence=DERIVED) for each in _under(tuple(sorted(spelt)))]
    return found


def _abbreviated(name: str) -> list[Match]:
    regions = (place(f"place:iso:{code}") for code in short_regions(name))
    return [Match(each, KNOWN, 1, math.log10(each.population + 1)) for each in regions if each]


@lru_cache(maxsize=4096)
def lookup(name: str, language: str | None = None) -> tuple[Match, ...]:
    """Return what `name` may mean, as it stands in a text of `language`, likeliest by the name alone first.

    Finds it without regard to case, marks, hyphens and spaces, in an inflected form, without or with its article, and
    with a word for its kind ("province de Syunik"), and shortened as regions are behind towns ("Ill."). What is found
    in none of these ways may still be a part of a place ("northern Syria") or have another spelling ("Tavouch").
    """
    if not place_key(name):
        return ()
    found = _under((place_key(name),)) + _abbreviated(name)
    plain, level = strip_generic(name)
    if level:
        found += [replace(each, level=level) for each in _under((place_key(plain),))]
    found += _inflected(name, language)
    if level:
        found += [replace(each, level=level) for each in _inflected(plain, language)]
    found = found or _elsewhere(plain, language)
    first = {each.place.key: each for each in reversed(found)}
    return tuple(sorted(first.values(), key=_likelihood, reverse=True)[:_MOST_PLACES])


@lru_cache(maxsize=4096)
def heard(name: str, language: str | None, countries: tuple[str, ...]) -> tuple[Match, ...]:
    """Return places of these countries whose consonants are like those of `name`, the largest first.

    For names of languages that spell foreign ones as they sound (Кройдон); whoever asks compares them more closely.
    """
    keys = consonants(name, language) if is_phonetic(name, language) else ()
    keys = tuple(key for key in keys if len(key) > 1)
    if not keys or not countries:
        return ()
    query = _BY_SOUND.format(", ".join("?" * len(keys)), ", ".join("?" * len(countries)))
    rows = _database(os.getpid()).execute(query, (*keys, *countries)).fetchall()
    places = map(_place, (row[:15] for row in rows))
    return tuple(Match(each, KNOWN, 1, math.log10(each.population or _UNCOUNTED)) for each in places)


def _likelihood(candidate: Match) -> tuple[float, str]:
    """Sort key: prominence, less for a name that is not the place's own or not as written; then something fixed."""
    return candidate.prominence + candidate.evidence / 2 - 2 * candidate.inflected, candidate.place.key


def candidates(name: str, language: str | None = None) -> tuple[Place, ...]:
    """Return the places that `name` may mean, likeliest by the name alone first. See `lookup`."""
    return tuple(each.place for each in lookup(name, language))


def place(key: str) -> Place | None:
    """Return the place with that key."""
    database = _database(os.getpid())
    kind, _, id_ = key.rpartition(":")
    row = None
    if kind == "place:geonames" and re.fullmatch("[0-9]{1,12}", id_):
        row = database.execute(_BY_ID, (int(id_),)).fetchone()
    row = row or database.execute(_BY_KEY, (key,)).fetchone()
    return _place(row) if row else None


@lru_cache(maxsize=1 << 14)
def is_place_word(name: str) -> bool:
    """Return whether `name`, as it stands, is the name of a place, however small."""
    key = place_key(name)
    return bool(key) and _database(os.getpid()).execute(_BEARS, (key,)).fetchone() is not None


def positions() -> list[tuple[int, float, float, int, Precision, bool]]:
    """Return id, degrees, inhabitants and precision of every place, and whether its names are known by language."""
    query = "SELECT id, latitude, longitude, population, precision, names IS NOT NULL FROM place ORDER BY id"
    return _database(os.getpid()).execute(query).fetchall()


def places_by_id(ids: list[int]) -> list[tuple[object, ...]]:
    """Return name, names (JSON), degrees, country, precision, and whether contested and a capital, of each of `ids`."""
    query = "SELECT name, names, latitude, longitude, country, precision, contested, capital FROM place WHERE id = ?"
    database = _database(os.getpid())
    return [database.execute(query, (each,)).fetchone() for each in ids]
