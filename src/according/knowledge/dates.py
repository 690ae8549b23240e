"""Words and shapes of dates in running prose, per language: `dates/<language>.yml`, with the names of CLDR.

A text is cut into tokens, every token becomes one letter that stands for its class (a month, a unit, "ago"), and the
shapes of dates are short regular expressions over these letters. All that differs between languages is in the files;
their first lines say how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from babel import Locale
from babel.dates import get_day_names, get_month_names

from according.knowledge.fold import fold, load_data

Value = int | str | None

_NUMBERS = ("day", "num", "card", "one")
"""Classes that count: digits up to 31, other digits, words, and "a"."""
_SMALL = frozenset({
    "the", "of", "in", "on", "from", "to", "between", "and", "s", "th", "ths", "er", "one", "card", "ord", "this",
    "same", "last", "latest", "prev", "next", "foll", "here", "there", "later", "earlier", "before", "after", "phase",
    "era", "ze", "case", "none", "q", "about", "during",
})  # fmt: skip
"""Classes of words that make no date without another."""
_SIGNS = ",.-/:'()"
_ITEM = re.compile(r"[a-z]+|\S")
_NAMED = re.compile(r"\(\?P<\w+>")
_OTHER = "x"
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")


@dataclass(frozen=True, slots=True)
class DateWord:
    """What a word is among dates: its class ("unit") and what it stands for there ("week", 3, -1).

    `tokens` are all tokens of it where it is of several ("il y a").
    """

    tokens: tuple[str, ...]
    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of writing dates: its name tells what it means, its groups are classes."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateRules:
    """All that is known of the dates of a language.

    `words` are by their first token, longest first; every date has a figure or one of those that begin with a `core`
    token. `shapes` are by the letter that they begin with; `openers` says of one whether any of them fits. `leads` are
    words that lead to a date, `year_before` words that may follow a year; with `counts` any other word after four
    digits is what is counted; with `compounds` a noun may stand before another as it is ("Christmas tree").
    `names_before` make a date part of a name or one of many, `doubtful` months are also other words. The rest is about
    verbs: words, and endings that tell past or future.
    """

    words: Mapping[str, tuple[DateWord, ...]]
    letters: Mapping[str, str]
    core: frozenset[str]
    shapes: Mapping[str, tuple[Shape, ...]]
    openers: Mapping[str, re.Pattern[str]]
    capitals: bool
    settled_numbers: bool
    compounds: bool
    doubtful: frozenset[str]
    names_before: frozenset[str]
    leads: frozenset[str]
    year_before: frozenset[str]
    counts: bool
    future: frozenset[str]
    pledges: frozenset[str]
    past: frozenset[str]
    infinitive: frozenset[str]
    either: frozenset[str]
    ahead: frozenset[str]
    toward: frozenset[str]
    behind: frozenset[str]
    unfinished: tuple[str, ...]
    inflected: tuple[str, ...]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    imperfect: Mapping[str, tuple[str, ...]]
    """Ends of lemmas and what stands for them in past forms that otherwise look like a future."""
    present: bool
    """Whether a verb with none of the signs is a present."""

    def letter(self, kind: str) -> str:
        """Return the letter of a class or sign; that of no class when it is none."""
        return self.letters.get(kind, _OTHER)


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a file."""
    return frozenset(path.stem for path in (Path(__file__).parent / "dates").glob("*.yml"))


@cache
def date_rules(language: str) -> DateRules | None:
    """Return the rules of a language (BCP 47 without region), None where there is no file."""
    if language not in languages():
        return None
    data = cast(dict[str, Any], load_data("dates", f"{language}.yml"))
    words = [
        *_from_cldr(language, data),
        *_from_file(data.get("words", {}), data.get("adjectives", "").split()),
    ]
    kinds = sorted({word.kind for word in words} | {"day", "num", "year", "digits"})
    letters = {kind: chr(0x100 + index) for index, kind in enumerate(kinds)} | {sign: sign for sign in _SIGNS}
    by_first: dict[str, list[DateWord]] = {}
    for word in words:
        same = by_first.setdefault(word.tokens[0], [])
        if all(word.tokens != other.tokens for other in same):
            same.append(word)
    shapes = _shapes(data, letters)
    verbs = {key: fold(data.get(key, "")).text.split() for key in ("future", "past")}
    return DateRules(
        words={
            first: tuple(sorted(same, key=lambda word: -len(word.tokens))) for first, same in by_first.items()
        },
        letters=letters,
        core=frozenset(word.tokens[0] for word in words if word.kind not in _SMALL),
        shapes=shapes,
        openers={letter: _any(fitting) for letter, fitting in shapes.items()},
        capitals=data.get("capitals", False),
        settled_numbers=data.get("numeric", "dmy") == "dmy",
        compounds=data.get("compounds", False),
        doubtful=_set(data, "doubtful"),
        names_before=_set(data, "names_before"),
        leads=_set(data, "leads"),
        year_before=_set(data, "year_before"),
        counts=data.get("counts", False),
        future=frozenset(word for word in verbs["future"] if word[0] != "-"),
        past=frozenset(word for word in verbs["past"] if word[0] != "-"),
        pledges=_set(data, "pledges"),
        unfinished=_endings(data, "unfinished"),
        inflected=_endings(data, "inflected"),
        either=_set(data, "either"),
        ahead=_set(data, "ahead"),
        toward=_set(data, "toward"),
        behind=_set(data, "behind"),
        infinitive=_set(data, "infinitive"),
        future_endings=tuple(word[1:] for word in verbs["future"] if word[0] == "-"),
        past_endings=tuple(word[1:] for word in verbs["past"] if word[0] == "-"),
        imperfect={end: tuple(fold(past).text.split()) for end, past in data.get("imperfect", {}).items()},
        present=data.get("present", False),
    )


def _endings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(word[1:] for word in fold(data.get(key, "")).text.split())


def _set(data: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(fold(data.get(key, "")).text.split())


TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(fold(phrase).text))


def _from_file(classes: Mapping[str, Any], endings: Sequence[str]) -> Iterator[DateWord]:
    """Yield the words of a file: `class: words`, or `class: {value: words}`.

    "_" stands for a blank, "*" for any of the endings.
    """
    for kind, cell in classes.items():
        entries = cell.items() if isinstance(cell, dict) else [(None, cell)]
        for value, written in entries:
            for phrase in str(written).split():
                plain = phrase.replace("_", " ")
                for ending in endings if plain.endswith("*") else [""]:
                    yield DateWord(_tokens(plain.removesuffix("*") + ending), kind, value)


def _from_cldr(language: str, data: Mapping[str, Any]) -> Iterator[DateWord]:
    """Yield months and weekdays in all the forms of CLDR, with the endings that the file says they take."""
    locale = Locale.parse(language)
    endings = ["", *data.get("endings", "").split()]
    for kind, names in (("month", get_month_names), ("weekday", get_day_names)):
        for context in _CONTEXTS:
            for number, name in names("wide", context, locale).items():
                yield from (DateWord(_tokens(name + ending), kind, number) for ending in endings)
    for context in _CONTEXTS:
        for number, name in get_month_names("abbreviated", context, locale).items():
            short = _tokens(name.rstrip("."))
            if short[0][-1:].isalpha():
                yield DateWord(short, "mon", number)


def _any(shapes: Iterable[Shape]) -> re.Pattern[str]:
    return re.compile("|".join(_NAMED.sub("(?:", shape.pattern.pattern) for shape in shapes))


def _shapes(data: Mapping[str, Any], letters: Mapping[str, str]) -> dict[str, tuple[Shape, ...]]:
    """Compile the shapes of a file and sort them under the letters that they can begin with."""
    macros = {name: str(text) for name, text in data.get("macros", {}).items()}
    found: dict[str, list[Shape]] = {}
    for name, written in data["shapes"].items():
        for text in [written] if isinstance(written, str) else written:
            piece = _Compiler(text, letters, macros).whole()
            shape = Shape(name, re.compile(piece.pattern))
            for letter in sorted(piece.heads):
                found.setdefault(letter, []).append(shape)
    return {letter: tuple(shapes) for letter, shapes in found.items()}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a shape: its regular expression, the letters it can begin with, whether it may be left out."""

    pattern: str
    heads: frozenset[str]
    empty: bool


class _Compiler:
    """Reads a shape: classes, signs and macros in a row, "|" between alternatives, "( )" and "?"."""

    def __init__(self, text: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> None:
        for name in sorted(macros, key=len, reverse=True):  # a macro may hold another that stands before it
            text = re.sub(rf"\b{name}\b", f"( {macros[name]} )", text)
        for name in sorted(macros, key=len, reverse=True):
            text = re.sub(rf"\b{name}\b", f"( {macros[name]} )", text)
        self._items = _ITEM.findall(text)
        self._at = 0
        self._letters = letters
        self._used: dict[str, int] = {}

    def whole(self) -> _Piece:
        """Return the whole shape."""
        piece = self._either()
        if self._at < len(self._items):
            raise ValueError(f"a shape ends too early: {' '.join(self._items)}")
        return piece

    def _either(self) -> _Piece:
        pieces = [self._row()]
        while self._next() == "|":
            self._at += 1
            pieces.append(self._row())
        if len(pieces) == 1:
            return pieces[0]
        heads = frozenset[str]().union(*(piece.heads for piece in pieces))
        joined = "|".join(piece.pattern for piece in pieces)
        return _Piece(f"(?:{joined})", heads, any(piece.empty for piece in pieces))

    def _row(self) -> _Piece:
        row = _Piece("", frozenset(), empty=True)
        while self._next() not in ("", "|", ")"):
            piece = self._one()
            if self._next() == "?":
                self._at += 1
                piece = _Piece(f"(?:{piece.pattern})?", piece.heads, empty=True)
            heads = row.heads | piece.heads if row.empty else row.heads
            row = _Piece(row.pattern + piece.pattern, heads, row.empty and piece.empty)
        return row

    def _one(self) -> _Piece:
        item = self._items[self._at]
        self._at += 1
        if item == "(":
            piece = self._either()
            self._at += 1
            return _Piece(f"(?:{piece.pattern})", piece.heads, piece.empty)
        kind = item.rstrip("0123456789")
        kinds = _NUMBERS if kind == "number" else (kind,)
        found = "".join(self._letters.get(each, "") for each in kinds)
        if not found:
            raise ValueError(f"no words of class {item}: {' '.join(self._items)}")
        if item in _SIGNS:
            return _Piece(re.escape(item), frozenset(item), empty=False)
        self._used[kind] = self._used.get(kind, 0) + 1
        # A class met again gets its number: day, day2. In alternatives they exclude each other.
        name = kind if self._used[kind] == 1 else f"{kind}{self._used[kind]}"
        return _Piece(f"(?P<{name}>[{found}])", frozenset(found), empty=False)

    def _next(self) -> str:
        return self._items[self._at] if self._at < len(self._items) else ""
