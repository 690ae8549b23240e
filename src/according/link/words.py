"""The words of a name: which are initials, particles or a father's name, and which names each may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from according.knowledge.fold import load_data, texts
from according.link.sounds import alike, are_near, is_plain, skeletons, sounds

Part = Literal["word", "initial", "father", "particle"]
"""What a word of a name is. Fathers' names and particles are often left out."""

_SPLIT = re.compile(r"[\s\-‐‑‒–—―/,;:·•*\"«»„“”()\[\]{}|_&+]+")
_DOTTED = re.compile(r"[^.․]+[.․]?")
_QUOTES = str.maketrans("", "", "'’‘ʼ`´ʻʿʾ՚\u200b\u200c\u200d\u200e\u200f\ufeff")
_ARTICLE = "ال"
# Ideographs and Hangul: one sign a syllable, the surname first and without a space.
_SYLLABLE = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLES = re.compile(rf"{_SYLLABLE.pattern}{{2,4}}")
_MOST_WORDS = 8
_LONGEST = 40
_NEAREST = 0.97
"""How alike a word must sound to a listed name to be it: half a vowel of a short word is too much."""


_SHORTEST = 4
"""Words of fewer sounds are looked up by their spelling alone: by sound Ян would be Jan."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name and what it is in it."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of `names.yml`. Every name belongs to one group: the spellings of one name, or it alone."""

    exact: dict[str, frozenset[int]]
    by_skeleton: dict[str, tuple[tuple[str, int], ...]]
    familiar: dict[int, frozenset[int]]
    common: frozenset[int]
    given: frozenset[int]
    particles: frozenset[str]
    fatherly: frozenset[str]
    fathers: tuple[str, ...]


@lru_cache(maxsize=1 << 18)
def plain(word: str) -> str:
    """Return a word case-folded and without marks."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", word.casefold()).casefold()
        if not unicodedata.combining(char)
    )


class _Groups:
    """Groups of names as they are read."""

    def __init__(self) -> None:
        self.members: list[tuple[str, int]] = []
        self.of: dict[str, set[int]] = {}
        self.count = 0

    def add(self, names: Iterable[str]) -> int:
        number, self.count = self.count, self.count + 1
        for name in names:
            self.members.append((name, number))
            self.of.setdefault(plain(name), set()).add(number)
        return number

    def find(self, name: str) -> set[int]:
        return self.of.get(plain(name)) or {self.add([name])}


@lru_cache(maxsize=1)
def _known() -> _Known:
    data = cast(dict[str, list[object]], load_data("names.yml"))
    groups = _Groups()
    given = {groups.add(texts(names)) for names in data["given"]}
    for names in data["family"]:
        groups.add(texts(names))
    given |= {number for name in texts(data["alone"]) for number in groups.find(name)}
    for name in texts(data["apart"]):
        groups.find(name)
    common = {number for name in texts(data["common"]) for number in groups.find(name)}
    familiar: dict[int, set[int]] = {}
    for names in data["familiar"]:
        numbers = {number for name in texts(names) for number in groups.find(name)}
        for number in numbers:
            familiar.setdefault(number, set()).update(numbers - {number})
    by_skeleton: dict[str, dict[tuple[str, int], None]] = {}
    for member in groups.members:
        for skeleton in skeletons(member[0]) if is_plain(member[0]) else ():
            by_skeleton.setdefault(skeleton, {})[member] = None
    return _Known(
        {name: frozenset(numbers) for name, numbers in groups.of.items()},
        {skeleton: tuple(members) for skeleton, members in by_skeleton.items()},
        {number: frozenset(others) for number, others in familiar.items()},
        frozenset(common),
        frozenset(given),
        frozenset(map(plain, texts(data["particles"]))),
        frozenset(map(plain, texts(data["fatherly"]))),
        tuple(map(plain, texts(data["fathers"]))),
    )


@lru_cache(maxsize=1 << 18)
def groups_of(word: str) -> frozenset[int]:
    """Return the groups of names that a word belongs to: by its spelling, else by its sound; in any case of letters."""
    small = word.casefold()
    return _groups_of(word) if small == word else groups_of(small)


def _groups_of(word: str) -> frozenset[int]:
    known = _known()
    found = known.exact.get(plain(word))
    if found is not None:
        return found
    nearest, numbers = _NEAREST, set[int]()
    for skeleton in skeletons(word) if is_plain(word) and len(sounds(word).units) >= _SHORTEST else ():
        for name, number in known.by_skeleton.get(skeleton, ()):
            near = alike(word, name) if are_near(word, name, nearest) else 0.0
            if near > nearest:
                nearest, numbers = near, {number}
            elif near == nearest:
                numbers.add(number)
    return frozenset(numbers)


@lru_cache(maxsize=1 << 16)
def relatives_of(word: str) -> tuple[int, ...]:
    """Return the groups of names that a word belongs to and those of its familiar and full forms."""
    groups = groups_of(word)
    familiar = _known().familiar
    return tuple(sorted(groups.union(*(familiar.get(number, frozenset()) for number in groups))))


def is_familiar(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether one of two words is a familiar form of the other, by their groups."""
    known = _known().familiar
    return any(not known.get(number, frozenset()).isdisjoint(b) for number in a)


def is_common(word: str) -> bool:
    """Whether many people bear this surname."""
    return not groups_of(word).isdisjoint(_known().common)


def is_given(word: str) -> bool:
    """Whether the word is listed as a given name."""
    return not groups_of(word).isdisjoint(_known().given)


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[Word, ...]:
    """Return the words of a name in order; () for a text without letters or digits."""
    words = [_word(piece) for piece in _pieces(name)][:_MOST_WORDS]
    words = [word for word in words if any(map(str.isalnum, word.text))]
    known = _known()
    for index in range(2, len(words)):
        # "Heydar Alirza oghlu": the word before is the father's name.
        if plain(words[index].text) in known.fatherly:
            words[index] = replace(words[index], part="particle")
            words[index - 1] = replace(words[index - 1], part="father")
    full = [word for word in words if word.part == "word"]
    if len(full) > 2:
        words = [
            replace(word, part="father")
            if word.part == "word" and plain(word.text).endswith(known.fathers)
            else word
            for word in words
        ]
    if not any(word.part == "word" for word in words):
        words = [replace(word, part="word") if word.part == "particle" else word for word in words]
    return tuple(words)


def _word(piece: str) -> Word:
    text = piece.rstrip(".․")
    letters = len(text)
    if (letters == 1 and not _SYLLABLE.match(text)) or (letters == 2 and piece != text):
        return Word(text, "initial")
    if plain(text) in _known().particles:
        return Word(text, "particle")
    return Word(text, "word")


def _pieces(name: str) -> Iterator[str]:
    """Yield the words of a name, initials with their dots."""
    for chunk in _SPLIT.split(unicodedata.normalize("NFC", name).translate(_QUOTES)):
        for piece in _DOTTED.findall(chunk[: _LONGEST * 2]):
            if _SYLLABLES.fullmatch(piece):
                yield from (piece[:1], piece[1:])
            elif piece.startswith(_ARTICLE) and len(piece) > len(_ARTICLE) + 2:
                yield from (_ARTICLE, piece.removeprefix(_ARTICLE))
            else:
                yield piece[:_LONGEST]
