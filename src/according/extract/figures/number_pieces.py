"""The words and digits of a text that may belong to numbers, each with what it is worth."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from according.knowledge.fold import Folded, fold
from according.knowledge.numbers import NumberWords, Roles, number_words
from according.knowledge.units import symbols

MOST_DIGITS = 30
"""A longer row of digits is no quantity, whatever it is."""
_MOST_GLUED = 60
_DIGITS = r"\d+(?:[ .,'\u066b\u066c]\d+){0,12}"
_WORD = re.compile(rf"{_DIGITS}|[^\W\d_]+(?:'[^\W\d_]+)?")
_WORD_SPLIT = re.compile(rf"{_DIGITS}|[^\W\d_]+")
_LETTERS = re.compile(r" ?([^\W\d_]+)")
_NEXT = re.compile(r"[ -]?([^\W\d_]+)")
_PARTS = re.compile(r"\d+|\D")
_LINKS = frozenset(" -")
_SIGNS = " .,'\u066b\u066c"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or row of digits that belongs to a number, where it stands in the folded text."""

    start: int
    end: int
    roles: Roles | None
    value: float | None = None
    glued: str = ""
    scale: float = 1.0


class Row:
    """The pieces of numbers in a text, in order. `plain` is the folded text that their positions are in."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self.folded: Folded = fold(text)
        self.plain = self.folded.text
        self.words: NumberWords = number_words(language)
        self.pieces: list[Piece] = self._cut()

    def gap(self, index: int) -> str | None:
        """Return what stands between a piece and the next; None when they belong to no one number."""
        if index + 1 >= len(self.pieces):
            return None
        gap = self.plain[self.pieces[index].end : self.pieces[index + 1].start]
        return gap if len(gap) <= 3 and set(gap) <= _LINKS else None

    def roles(self, at: int) -> Roles:
        """Return what a piece may be in a number; nothing for digits and beyond the end."""
        if at >= len(self.pieces):
            return Roles()
        return self.pieces[at].roles or Roles()

    def after(self, at: int) -> str:
        """Return the word after a piece, across a space or hyphen."""
        match = _NEXT.match(self.plain, self.pieces[at].end)
        return match.group(1) if match else ""

    def _cut(self) -> list[Piece]:
        """Return the pieces of numbers in the text."""
        known, glued = self.words.words, self.words.glued
        pieces: list[Piece] = []
        apostrophes = any("'" in word for word in known)
        pattern = _WORD if apostrophes else _WORD_SPLIT
        at = 0
        while match := pattern.search(self.plain, at):
            word, at = match.group(), match.end()
            if word[0].isdigit():
                piece = self._digits(word, match.start())
                if piece is not None:
                    pieces.append(piece)
                    at = piece.end
            elif (roles := known.get(word)) is not None:
                if not self._before_is_glue(match.start()):
                    pieces.append(Piece(match.start(), match.end(), roles))
            elif glued and word.startswith(glued):
                pieces += self._unglued(word, match.start())
        return pieces

    def _in_one_cell(self, row: str, start: int) -> str:
        """Return the digits up to a tab or the end of a line, which part numbers."""
        for at, sign in enumerate(row):
            if sign == " " and self._text[self.folded.span(start + at, start + at + 1).start] in "\t\n\r":
                return row[:at]
        return row

    def _before_is_glue(self, start: int) -> bool:
        """Whether digits stand directly before a word, which is then a suffix of theirs."""
        return start > 0 and self.plain[start - 1].isdigit()

    def _digits(self, row: str, start: int) -> Piece | None:
        plain = self.plain
        before = plain[start - 1] if start else " "
        if before == "_" or (before.isalpha() and not self._is_code(start)):
            return None
        if before in "-/" and start > 1 and plain[start - 2].isalpha() and before == "-":
            return None
        original = self._text[self.folded.span(start, start + 1).start]
        if not original.isdecimal():
            return self._vulgar(original, start)
        row = self._in_one_cell(self._without_fraction(row, start), start)
        made = digits_value(row, self.words.decimal)
        if made is None:
            return None
        value, length = made
        end = start + length
        if length == len(row) and before == "." and stands_alone(plain, start - 1) and row.isdecimal():
            value, start = float("0." + row), start - 1
        match = _LETTERS.match(plain, end)
        letters = match.group(1) if match and match.start(1) == end else ""
        sign = -1.0 if _is_minus(plain, start) else 1.0
        if match and (factor := self.words.suffixes.get(match.group(1))):
            return Piece(start - (sign < 0), match.end(), None, sign * value * factor, scale=factor)
        if letters and self._written(end, 1) == "M" and letters == "m":
            return Piece(start - (sign < 0), end + 1, None, sign * value * 1e6, scale=1e6)
        roles = self.words.words.get(letters)
        if roles is not None and roles.magnitude:
            return Piece(start - (sign < 0), end + len(letters), None, sign * value * roles.magnitude)
        return Piece(start - (sign < 0), end, None, sign * value, letters)

    def _is_code(self, start: int) -> bool:
        """Whether the letters directly before digits are the code of a currency: USD115."""
        end = self.folded.span(start, start + 1).start
        code = self._text[max(0, end - 3) : end]
        return code in symbols().codes and not self._text[max(0, end - 4) : end - 3].isalpha()

    def _without_fraction(self, row: str, start: int) -> str:
        """Return a row of digits up to the sign for a fraction in it, which is a digit when folded: 2½."""
        span = self.folded.span(start, start + len(row))
        if self._text[span.start : span.end].isascii():
            return row
        for index, char in enumerate(row[: 2 * MOST_DIGITS]):
            at = self.folded.span(start + index, start + index + 1).start
            if char.isdecimal() and not self._text[at].isdecimal():
                return row[:index].rstrip(_SIGNS)
        return row

    def _vulgar(self, sign: str, start: int) -> Piece | None:
        """Return the value of ½ and its like; None for raised digits and others."""
        if unicodedata.category(sign) != "No" or "FRACTION" not in unicodedata.name(sign, ""):
            return None
        return Piece(start, start + 1, Roles(own=unicodedata.numeric(sign)))

    def _written(self, at: int, length: int) -> str:
        span = self.folded.span(at, at + length)
        return self._text[span.start : span.end]

    def _unglued(self, word: str, start: int) -> list[Piece]:
        """Return the pieces of a number in one word (siebenundzwanzig); none when the word is something else."""
        if len(word) > _MOST_GLUED:
            return []
        pieces: list[Piece] = []
        at = 0
        while at < len(word):
            part = next((part for part in self.words.glued if word.startswith(part, at)), None)
            if part is None:
                return []
            pieces.append(Piece(start + at, start + at + len(part), self.words.words[part]))
            at += len(part)
        return pieces if len(pieces) > 1 else []


def stands_alone(plain: str, start: int) -> bool:
    """Return whether no letter stands directly before a position."""
    return start >= 0 and not plain[start - 1 : start].isalpha() if start else True


def _is_minus(plain: str, start: int) -> bool:
    """Whether the hyphen before digits is a sign."""
    return start > 0 and plain[start - 1] == "-" and (start == 1 or plain[start - 2] in " (\n")


def digits_value(row: str, decimal: str) -> tuple[float, int] | None:
    """Return the number that a row of digits and signs begins with, and how many characters it takes.

    `decimal` is the decimal sign of the language: it decides what 1.500 is. None for what is no number.
    """
    parts = _PARTS.findall(row)
    groups, signs = parts[::2], parts[1::2]
    if len(groups[0]) > MOST_DIGITS or len(row) > 3 * MOST_DIGITS:
        return None
    sign = signs[0] if signs else ""
    if not sign:
        return float(groups[0]), len(groups[0])
    thousands = _thousands(groups, signs, decimal)
    whole = "".join(groups[: thousands + 1])
    length = sum(map(len, groups[: thousands + 1])) + thousands
    rest = signs[thousands:]
    if not rest or rest[0] in " '":
        return float(whole), length
    # What follows a decimal sign are decimals, once; two of them belong to a date or an address.
    after = rest[1] if len(rest) > 1 else ""
    if (after and after in ".,") or (thousands and rest[0] == sign):
        return None
    decimals = groups[thousands + 1]
    if len(decimals) > MOST_DIGITS:
        return None
    return float(f"{whole}.{decimals}"), length + 1 + len(decimals)


def _thousands(groups: Sequence[str], signs: Sequence[str], decimal: str) -> int:
    """Return how many of the first signs part thousands."""
    sign = signs[0]
    if len(groups[0]) > 3:
        return 0
    count = 0
    while count < len(signs) and signs[count] == sign and len(groups[count + 1]) == 3:
        count += 1
    if sign not in ".,":
        return count
    if count == 1 and (sign == decimal or groups[0] == "0"):
        return 0
    indian = [*signs].count(",") if sign == "," else 0
    if indian > 1 and all(len(group) == 2 for group in groups[1:indian]) and len(groups[indian]) == 3:
        return indian
    more_of_the_sign = count < len(signs) and signs[count] == sign
    return 0 if more_of_the_sign else count
