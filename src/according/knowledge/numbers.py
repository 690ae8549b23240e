"""Number words: what the words and signs of a language are worth when they stand in a number.

`numbers/<language>.yml` holds, each word in every form that stands in texts:

small: below 100, by value; round: hundreds in one word (двести); own: whole numbers in one word (полтора).
hundreds, magnitudes: multiply what stands before. bare: those of them that stand without a one (mille).
groups: a dozen, une centaine; vague: dozens, hundreds, of which at least two are meant.
few: words that make a hundred into several hundred; few_apart: those of them that are no part of it.
articles: mean one only before such words; ones: mean one, and stand as article or pronoun as well.
fractions: by denominator; singular_fractions: need no numerator; ordinals: of fractions, the words that are ordinals
  as well, and fractions only before `links`. and_half: said after the number. fraction_links: a word for part.
decimal: the decimal sign. joiners, tens_joiners: "and" after hundreds, after tens. scores, long_tens, ten_adds: of
  French counting (quatre-vingt, soixante-dix, dix-sept). units_first: the joiner of einundzwanzig. glued: words are
  written together. links: between a group and what is counted. in_all: one in three. over: 2 over 3.
every, nth: every third.
suffixes: letters written onto digits. multiples: twice. digits: numbers of one, two or three digits. minus, point.
genitive_after: words after which тысячи is one thousand. ordinal_ends: how words begin that make an ordinal of the
  tens before them (twenty-fifth). coins: after digits the word for a hundred is one for a coin (50 cents).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

from according.knowledge.fold import fold, load_data

_FOLDER = Path(__file__).with_name("numbers")


@dataclass(slots=True)
class Roles:
    """What a word may be in a number; None where it may not."""

    small: int | None = None
    round: int | None = None
    own: float | None = None
    hundred: bool = False
    magnitude: float | None = None
    group: float | None = None
    vague: float | None = None
    fraction: int | None = None
    multiple: float | None = None
    joiner: bool = False
    tens_joiner: bool = False
    units_joiner: bool = False
    article: bool = False
    one: bool = False
    score: bool = False
    bare: bool = False
    ordinal: bool = False
    singular: bool = False
    link: bool = False
    in_all: bool = False
    point: bool = False
    nth: int | None = None
    over: bool = False

    @property
    def counts(self) -> bool:
        """Whether the word is worth something by itself."""
        whole = (
            self.small,
            self.round,
            self.own,
            self.magnitude,
            self.group,
            self.vague,
            self.fraction,
            self.multiple,
        )
        return self.hundred or any(value is not None for value in whole)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language, folded."""

    decimal: str = "."
    words: dict[str, Roles] = field(default_factory=dict)
    long_tens: frozenset[int] = frozenset()
    ten_adds: frozenset[int] = frozenset()
    glued: tuple[str, ...] = ()
    """The words that are written together with others, the longest first."""
    suffixes: dict[str, float] = field(default_factory=dict)
    few: tuple[str, ...] = ()
    few_apart: tuple[str, ...] = ()
    in_all: frozenset[str] = frozenset()
    every: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    and_half: tuple[tuple[str, float], ...] = ()
    fraction_links: tuple[str, ...] = ()
    digits: tuple[tuple[str, int], ...] = ()
    genitive_after: tuple[str, ...] = ()
    ordinal_ends: tuple[str, ...] = ()
    coins: bool = False

    def roles(self, word: str) -> Roles | None:
        """Return what a folded word may be in a number; None for any other word."""
        return self.words.get(word)


_FLAGS = {
    "joiners": "joiner", "tens_joiners": "tens_joiner", "units_first": "units_joiner", "articles": "article",
    "ones": "one", "scores": "score", "bare": "bare", "ordinals": "ordinal", "singular_fractions": "singular",
    "links": "link", "point": "point", "over": "over",
}  # fmt: skip
_VALUES = {
    "small": "small", "round": "round", "own": "own", "magnitudes": "magnitude", "groups": "group", "vague": "vague",
    "fractions": "fraction", "multiples": "multiple", "nth": "nth",
}  # fmt: skip


@cache
def number_words(language: str | None) -> NumberWords:
    """Return the number words of a language (BCP 47); without any where it has none."""
    name = (language or "").partition("-")[0]
    if not name.isalpha() or not (_FOLDER / f"{name}.yml").is_file():
        return NumberWords()
    entry = cast(dict[str, Any], load_data("numbers", f"{name}.yml"))
    words = _words(entry)
    glued = (
        sorted((word for word, roles in words.items() if _is_part(roles)), key=len, reverse=True)
        if entry.get("glued")
        else ()
    )
    return NumberWords(
        decimal=entry["decimal"],
        words=words,
        long_tens=frozenset(entry.get("long_tens", ())),
        ten_adds=frozenset(entry.get("ten_adds", ())),
        glued=tuple(glued),
        suffixes={word: float(value) for value, word in _cells(entry.get("suffixes", {}))},
        few=_phrases(entry.get("few", ())),
        few_apart=_phrases(entry.get("few_apart", ())),
        in_all=frozenset(_phrases(entry.get("in_all", ()))),
        every=_phrases(entry.get("every", ())),
        minus=_phrases(entry.get("minus", ())),
        and_half=tuple(_said(entry.get("and_half", {}))),
        fraction_links=tuple(fold(entry.get("fraction_links", "")).text.split()),
        digits=tuple((phrase, int(count)) for phrase, count in _said(entry.get("digits", {}))),
        genitive_after=_phrases(entry.get("genitive_after", ())),
        coins=entry.get("coins", False),
        ordinal_ends=_phrases(entry.get("ordinal_ends", ())),
    )


def _is_part(roles: Roles) -> bool:
    """Whether a word may be written together with other number words."""
    whole = roles.small is not None and not roles.article
    return whole or roles.hundred or roles.magnitude == 1000 or roles.units_joiner or roles.small == 1


def _words(entry: dict[str, Any]) -> dict[str, Roles]:
    words: dict[str, Roles] = {}
    for cell, name in _VALUES.items():
        for value, word in _cells(entry.get(cell, {})):
            setattr(words.setdefault(word, Roles()), name, value)
    for _, word in _cells(entry.get("hundreds", {})):
        words.setdefault(word, Roles()).hundred = True
    for cell, name in _FLAGS.items():
        for word in fold(str(entry.get(cell, ""))).text.split():
            setattr(words.setdefault(word, Roles()), name, True)
    for phrase in _phrases(entry.get("in_all", ())):
        words.setdefault(phrase.partition(" ")[0], Roles()).in_all = True
    return words


def _cells(table: dict[float, str]) -> Iterator[tuple[float, str]]:
    for value, cell in table.items():
        for word in fold(cell or "null").text.split():
            yield value, word


def _phrases(cells: Any) -> tuple[str, ...]:
    return tuple(sorted((fold(str(cell)).text for cell in cells), key=len, reverse=True))


def _said(table: dict[float, list[str]]) -> Iterator[tuple[str, float]]:
    for value, cells in table.items():
        for phrase in _phrases(cells):
            yield phrase, float(value)
