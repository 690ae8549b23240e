"""How a word sounds, whatever script and language it is spelled in, and how far two words are apart.

Each spelling stands for the sounds that languages give it (French ch for "sh", English ch for "tch"): a word becomes
one row of such choices, and two rows are compared by a weighted edit distance (Wagner and Fischer 1974) in which
similar consonants, vowels and glides cost little. The tables are in `knowledge/names.yml`; the costs below were set
by hand, in consonants: one consonant in the place of an unlike one costs 1.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import inf
from typing import cast

import numpy as np
import numpy.typing as npt
from anyascii import anyascii

from according.knowledge.fold import load_data

_SCRIPTS = ("latin", "cyrillic", "armenian", "georgian", "greek", "hebrew", "arabic")
_VOWELS = frozenset("aeiou")

_RARE = 0.12  # a reading that is rarer, or that supposes a lost mark
_VOWEL_GAP = 0.35
_GAPS = {**dict.fromkeys(_VOWELS, _VOWEL_GAP), "j": 0.1, "h": 0.25}
_GAP = 0.9
_FIRST = 1.3  # a consonant missing at the beginning
_FIRST_VOWEL = 0.6
_FIRST_COUNTS = 0.4  # of the distance of two first consonants, once more in one script: Parker, Barker
_FINAL_A = 1.4  # Valentin is not Valentina
_FINAL = {"e": 0.15, "h": 0.1}  # Alexandre, Aleksandr; Fatimah, Fatima
_FINAL_VOWEL = 0.8  # Abbas is not Abbasi
_SLIGHT = 0.1  # Xi Jinping, Си Цзиньпин; Suu, Su
_LITTLE_KNOWN = 1.25  # without vowels, what differs in consonants counts more
_SILENT = 0.4  # Laurent, Лоран
_MAY_BE_SILENT = frozenset("tdszpX")

_STRICT, _ACROSS, _WITHOUT = range(3)
"""How words are compared: in one script, across two, and with a script that leaves vowels out."""
_VOWEL_SHARE = (1.0, 0.7, 0.2)
"""What vowels count in each of these ways."""

_ROUNDING = 1e-9
LEAST_WEIGHT = 1.8
"""Shorter words are judged as if they had this weight, so that Li and Le are not two thirds different."""

_CLASSES = {
    sound: name
    for name, sounds in {
        "P": "pb",
        "F": "fv",
        "T": "td",
        "S": "szcDCJSZX",
        "K": "kgxGh",
        "M": "m",
        "N": "nN",
    }.items()
    for sound in sounds
} | {"l": "L", "r": "R"}
_MUTE = frozenset("h")  # often left out: Hovhannes, Ованес
_SKELETON = 4
_MOST_SKELETONS = 8


@dataclass(frozen=True, slots=True)
class Sounds:
    """A word as it sounds: `units` are rows of the tables, `weight` is what the whole word weighs."""

    units: tuple[int, ...]
    weight: float
    script: str


class _Tables:
    """The units that spellings stand for, numbered, and the distances among them."""

    def __init__(self) -> None:
        data = cast(Mapping[str, Mapping[str, str]], load_data("names.yml"))
        near = cast(Mapping[str, Mapping[str, float]], data)
        self.near = {
            frozenset(pair): cost for part in ("near", "vowels") for pair, cost in near[part].items()
        }
        self.names: list[str] = []
        self.spellings = {
            spelling: tuple(self._number(unit) for unit in sounds.split())
            for script in _SCRIPTS
            for spelling, sounds in data[script].items()
        }
        self.scripts = {
            spelling: script for script in _SCRIPTS for spelling in data[script] if len(spelling) == 1
        }
        self.longest = max(map(len, self.spellings))
        self.vowelless = frozenset(data["abjads"])
        self.nominative = data["nominative"]
        self.distances = tuple(
            tuple(tuple(self._distance(a, b, share) for b in self.names) for a in self.names)
            for share in _VOWEL_SHARE
        )
        self.matrices = tuple(np.array(rows) for rows in self.distances)

    def _number(self, unit: str) -> int:
        if unit not in self.names:
            self.names.append(unit)
        return self.names.index(unit)

    def _distance(self, a: str, b: str, vowel_share: float) -> float:
        return min(
            rare_a + rare_b + self._apart(first, second, vowel_share)
            for first, rare_a in _readings(a)
            for second, rare_b in _readings(b)
        )

    def _apart(self, a: str, b: str, vowel_share: float) -> float:
        if a == b:
            return 0.0
        cost = self.near.get(frozenset((a, b)), 1.0)
        return cost * vowel_share if a in _VOWELS and b in _VOWELS else cost


def _readings(unit: str) -> Iterator[tuple[str, float]]:
    """Yield the sounds that a unit can stand for and what it costs to suppose them."""
    usual, _, rare = unit.partition("~")
    yield from ((sound, 0.0) for sound in usual)
    yield from ((sound, _RARE) for sound in rare)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    return _Tables()


@lru_cache(maxsize=1 << 18)
def sounds(word: str) -> Sounds:
    """Return how a word sounds. Signs without a sound count for nothing; digits stand for themselves."""
    small = word.casefold()
    return _sounds(word) if small == word else sounds(small)


def _sounds(word: str) -> Sounds:
    tables = _tables()
    plain = _plain(word, tables)
    units: list[int] = []
    at = 0
    while at < len(plain):
        length = next(
            size
            for size in range(tables.longest, 0, -1)
            if size == 1 or plain[at : at + size] in tables.spellings
        )
        for unit in tables.spellings.get(plain[at : at + length], ()):
            if not units or unit != units[-1] or tables.names[unit] in _VOWELS:
                units.append(unit)
        at += length
    script = next((tables.scripts[char] for char in plain), "")
    weight = sum(_GAPS.get(tables.names[unit][0], _GAP) for unit in units)
    return Sounds(tuple(units), weight, script)


@lru_cache(maxsize=1 << 17)
def _gaps(word: str, way: int) -> tuple[float, ...]:
    """Return what it costs to leave out each unit of a word when it is compared in this way."""
    tables, made = _tables(), sounds(word)
    names = [tables.names[unit] for unit in made.units]
    nominative = tables.nominative.get(made.script, "")
    return tuple(_gap(names, index, way, made.script, nominative) for index in range(len(names)))


def _plain(word: str, tables: _Tables) -> str:
    """Return the word in lower-case letters that the tables know, nearest to how it is written."""
    known: list[str] = []
    for char in unicodedata.normalize("NFC", word.casefold()):
        if char in tables.scripts:
            known.append(char)
            continue
        bare = [part for part in unicodedata.normalize("NFKD", char).casefold() if part in tables.scripts]
        known.extend(bare or [part for part in anyascii(char).lower() if part in tables.scripts])
    return "".join(known)


def _gap(names: list[str], index: int, way: int, script: str, nominative: str) -> float:
    """Return what it costs to leave a unit of a word out."""
    sound, before = names[index][0], names[index - 1] if index else ""
    if before and (names[index] == before or (sound == "g" and before == "n")):
        return _SLIGHT
    if before and index == len(names) - 1:
        if sound in _FINAL:
            return _FINAL[sound]
        if names[index] == nominative:
            return _SLIGHT
        if sound == "a" and way != _WITHOUT:
            return _FINAL_A
        if sound in _VOWELS or (sound == "j" and "i" in names[index] and before[0] not in _VOWELS):
            return _FINAL_VOWEL
        if way == _ACROSS and script == "latin" and sound in _MAY_BE_SILENT:
            return _SILENT
    usual = names[index].partition("~")[0]
    if not before and sound not in _GAPS and not ("j" in usual and names[1:2] == ["e"]):
        return _FIRST  # but Jelzin, Ельцин
    cost = min(_GAPS.get(reading, _GAP) for reading in usual)
    if not before and sound in _VOWELS:
        cost = _FIRST_VOWEL
    return cost * _VOWEL_SHARE[way] if sound in _VOWELS else cost


@lru_cache(maxsize=1 << 17)
def alike(a: str, b: str) -> float:
    """Return how alike two words sound, 0 to 1. Symmetric."""
    first, second = sounds(a), sounds(b)
    tables = _tables()
    if not first.units or not second.units:
        return float(a == b)
    if first.units == second.units:
        return 1.0
    way = _way(first, second)
    gaps = _gaps(a, way), _gaps(b, way)
    cost = _distance(first.units, gaps[0], second.units, gaps[1], tables.distances[way])
    if way == _STRICT and gaps[0][0] == gaps[1][0] == _FIRST:
        cost += _FIRST_COUNTS * tables.distances[way][first.units[0]][second.units[0]]
    elif way == _WITHOUT:
        cost *= _LITTLE_KNOWN
    return max(0.0, 1.0 - cost / max(LEAST_WEIGHT, (first.weight + second.weight) / 2))


def _way(first: Sounds, second: Sounds) -> int:
    """Return how two words are compared, by their scripts."""
    if first.script == second.script:
        return _STRICT
    return _WITHOUT if {first.script, second.script} & _tables().vowelless else _ACROSS


def are_near(a: str, b: str, least: float) -> bool:
    """Return whether two words are at least so alike: for most that are not, sooner than `alike` tells."""
    first, second = sounds(a), sounds(b)
    if first.units and second.units and first.units != second.units:
        way = _way(first, second)
        gaps_a, nearest_a = _apart(a, way)
        gaps_b, nearest_b = _apart(b, way)
        most = (1.0 - least) * max(LEAST_WEIGHT, (first.weight + second.weight) / 2) + _ROUNDING
        # Each unit is left out or stands for one of the other word: changes cost no less than the least of each.
        if sum(map(min, gaps_a, map(nearest_b, first.units))) > most:
            return False
        if sum(map(min, gaps_b, map(nearest_a, second.units))) > most:
            return False
        if _distance(first.units, gaps_a, second.units, gaps_b, _tables().distances[way], most) > most:
            return False
    return alike(a, b) >= least


def least_costs(scripts: Collection[str]) -> tuple[npt.NDArray[np.float32], tuple[int, ...]]:
    """Return what units cost in the place of one another at least, and the ways in which these scripts are compared.

    One row and column more than there are units: that one is in no place of any other.
    """
    tables = _tables()
    without = (_WITHOUT,) if tables.vowelless.intersection(scripts) else ()
    ways = (_STRICT, _ACROSS, *without)
    costs = np.minimum.reduce([tables.matrices[way] for way in ways])
    return np.pad(costs, (0, 1), constant_values=inf).astype(np.float32), ways


def least_gaps(word: str, ways: Iterable[int]) -> tuple[float, ...]:
    """Return what it costs at least to leave out each unit of a word, in any of some ways."""
    return tuple(map(min, zip(*(_gaps(word, way) for way in ways), strict=True)))


@lru_cache(maxsize=1 << 18)
def _apart(word: str, way: int) -> tuple[tuple[float, ...], Callable[[int], float]]:
    """Return the gaps of a word, and how far each unit there is is from the nearest of the word's."""
    nearest = _tables().matrices[way][list(sounds(word).units)].min(axis=0).tolist()
    return _gaps(word, way), cast(list[float], nearest).__getitem__


def _distance(
    a: tuple[int, ...],
    gaps_a: tuple[float, ...],
    b: tuple[int, ...],
    gaps_b: tuple[float, ...],
    distances: tuple[tuple[float, ...], ...],
    most: float = inf,
) -> float:
    """Return the least cost of turning one row of units into the other; of more than `most`, as much as is known."""
    row = [0.0]
    for gap in gaps_b:
        row.append(row[-1] + gap)
    for unit, gap_a in zip(a, gaps_a, strict=True):
        costs = distances[unit]
        diagonal = row[0]
        left = row[0] = diagonal + gap_a
        for column, (other, gap_b) in enumerate(zip(b, gaps_b, strict=True), 1):
            above = row[column]
            best = diagonal + costs[other]
            if above + gap_a < best:
                best = above + gap_a
            if left + gap_b < best:
                best = left + gap_b
            diagonal = above
            left = row[column] = best
        if left > most and min(row) > most:
            return most + 1.0
    return row[-1]


@lru_cache(maxsize=1 << 16)
def is_plain(word: str) -> bool:
    """Whether a word says how it sounds: its script writes vowels, its consonants are of one kind in every language."""
    tables, made = _tables(), sounds(word)
    return made.script not in tables.vowelless and all(
        len([kind for kind in _kinds(tables.names[unit]) if kind]) < 2 for unit in made.units
    )


def begins_alike(a: str, b: str) -> bool:
    """Whether two words begin with the same sound, as a word and its initial do."""
    first, second = sounds(a).units[:1], sounds(b).units[:1]
    return bool(first and second) and _tables().distances[_ACROSS][first[0]][second[0]] <= _RARE


@lru_cache(maxsize=1 << 16)
def skeletons(word: str) -> tuple[str, ...]:
    """Return the first consonants of a word by kind ("PSN"), in each way they can be read; () for no sound at all."""
    return _skeletons(sounds(word).units)


@lru_cache(maxsize=1 << 16)
def onsets(word: str) -> tuple[str, ...]:
    """Return the kinds of sound that a word can begin with; "-" is a vowel."""
    units = sounds(word).units[:1]
    if not units:
        return ()
    return tuple(kind or "-" for kind in _kinds(_tables().names[units[0]]))


def _skeletons(units: tuple[int, ...]) -> tuple[str, ...]:
    names = _tables().names
    found = [""] if units else []
    before = ""
    for unit in units:
        kinds = _kinds(names[unit])
        if before == "n" and "K" in kinds:
            kinds = (*kinds, "")  # the g of Jinping
        before = names[unit]
        grown = dict.fromkeys(
            skeleton if len(skeleton) == _SKELETON or skeleton.endswith(kind) else skeleton + kind
            for skeleton, kind in product(found, kinds)
        )
        found = list(grown)[:_MOST_SKELETONS]
    return tuple(found)


@lru_cache(maxsize=1 << 10)
def _kinds(unit: str) -> tuple[str, ...]:
    """Return the kinds of consonant that a unit can stand for; "" when it can be a vowel, a glide or mute."""
    usual = unit.partition("~")[0]
    kinds = dict.fromkeys(_CLASSES.get(sound, "" if not sound.isdigit() else sound) for sound in usual)
    if not _MUTE.isdisjoint(usual):
        kinds[""] = None
    return tuple(kinds)
