"""Folding: one spelling for the many ways in which the same word is written.

`fold` keeps a way back to the original characters and serves matching inside text; `fold_name` does not and
serves as a key for names.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar, cast

import yaml
from ahocorasick_rs import AhoCorasick

from according.model import Span

T = TypeVar("T")

# Letters that NFKD leaves whole, and punctuation with typographic variants. One character each: see `fold`.
_LETTERS = {"ı": "i", "ə": "e", "ł": "l", "đ": "d", "ø": "o", "œ": "o", "æ": "a", "ß": "s", "ħ": "h"}
_PUNCTUATION = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
}
# Arabic and Persian keyboards give two code points for the same yeh and kaf; the tatweel only stretches a word.
_ARABIC = {"ی": "ي", "ى": "ي", "ک": "ك", "ـ": ""}
_EXPANDED = str.maketrans({"œ": "oe", "æ": "ae"})
_NO_APOSTROPHES = str.maketrans("", "", "'`")

_WORD = re.compile(r"\w+|©")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
_NOT_ALNUM = re.compile(r"[\W_]+")


class _Table(dict[int, str]):
    """`str.translate` table that works out each character once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = folded = _fold_char(char)
        return folded


class _NameTable(dict[int, str]):
    """`str.translate` table for names: plain letters, neither marks nor apostrophes."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        dropped = unicodedata.category(char)[0] == "M" or char in "'’‘ʼ`´"
        self[code] = plain = "" if dropped else _ARABIC.get(char, _LETTERS.get(char, char))
        return plain


def _fold_char(char: str) -> str:
    if char == "\n":
        return char
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return ""
    known = {**_PUNCTUATION, **_ARABIC}.get(char)
    if known is not None:
        return known
    # The first character alone, so that an unchanged length means unchanged positions.
    # Folding again after the decomposition: styled capitals (𝕬) only become letters by it.
    base = unicodedata.normalize("NFKD", char.casefold())[:1].casefold()[:1]
    base = "" if base and unicodedata.category(base)[0] == "M" else base
    return _LETTERS.get(base, base)


_TABLE = _Table()
_NAME_TABLE = _NameTable()


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back. `offsets[i]` is where character i came from; None when nothing moved."""

    text: str
    length: int
    """Length of the original text in code points."""
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` lies in the original text, marks on its last character included."""
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.length
            return Span(at, at)
        # What was dropped after a letter are its marks; what was dropped after a space are more spaces.
        last = self.offsets[end - 1] + 1
        if self.text[end - 1] == " ":
            return Span(self.offsets[start], last)
        return Span(self.offsets[start], self.offsets[end] if end < len(self.offsets) else self.length)

    def position(self, original: int) -> int:
        """Return the index in `text` of the character that stands at or before `original`."""
        return original if self.offsets is None else max(0, bisect_right(self.offsets, original) - 1)


def fold(text: str) -> Folded:
    """Return `text` case-folded, without marks, with plain quotes, dashes and single spaces; line feeds stay."""
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and "  " not in folded:
        return Folded(folded, len(text))
    kept: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        piece = _TABLE[ord(char)]
        if piece and not (piece == " " and kept and kept[-1] == " "):
            kept.append(piece)
            offsets.append(index)
    return Folded("".join(kept), len(text), tuple(offsets))


@lru_cache(maxsize=1 << 14)
def fold_name(text: str) -> str:
    """Return the key under which a name is found, however it is written.

    Case-folded, without marks; punctuation and spaces become one space, apostrophes and the dots of initials
    disappear, a leading English article is dropped: "The U.S. Times’" and "US TIMES" are the same.
    """
    if text.isascii():
        plain = text.lower().translate(_NO_APOSTROPHES)
    else:
        plain = (
            unicodedata.normalize("NFKD", text.casefold().translate(_EXPANDED))
            .casefold()
            .translate(_NAME_TABLE)
        )
    return _NOT_ALNUM.sub(" ", _INITIALS.sub(r"\1", plain)).strip().removeprefix("the ")


def load_data(*names: str) -> object:
    """Return the content of a YAML file of this room."""
    path = Path(__file__).parent.joinpath(*names)
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def texts(value: object) -> tuple[str, ...]:
    """Return the items of a cell of a data file: a list, one text, or nothing."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in cast(list[object], value))


def parent_domains(host: str) -> Iterator[str]:
    """Yield `host` and the domains above it, down to two labels: www.bbc.co.uk, bbc.co.uk, co.uk."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels) - 1):
        yield ".".join(labels[start:])


class PhraseIndex(Generic[T]):
    """Finds many phrases in one pass over a folded text (Aho and Corasick 1975)."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Take pairs of a phrase (folded here) and what it stands for. Raises ValueError for one without a word."""
        values: dict[str, list[T]] = {}
        for phrase, value in phrases:
            folded = fold(phrase).text
            if _WORD.search(folded) is None:
                raise ValueError(f"a phrase needs at least one word: {phrase!r}")
            values.setdefault(folded, []).append(value)
        self._phrases = list(values)
        self._values = list(values.values())
        self._signs = [_first_word(phrase) for phrase in self._phrases]
        self._automaton = AhoCorasick(self._phrases)

    def find(self, folded: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of every phrase that stands in `folded` as whole words.

        In the order of their first words; of phrases with one first word the longest comes first.
        """
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            word = start + self._signs[index]
            inside = word > 0 and _is_word(folded[word - 1]) and _is_word(folded[word])
            runs_on = end < len(folded) and folded[end - 1].isalnum() and folded[end].isalnum()
            if not inside and not runs_on:
                found.append((word, start - end, index, start, end))
        for _, _, index, start, end in sorted(found):
            for value in self._values[index]:
                yield start, end, value


def _first_word(phrase: str) -> int:
    found = _WORD.search(phrase)
    return found.start() if found else 0


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
