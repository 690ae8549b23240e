"""Plain text for parsers: what print, scrapers and word processors do to letters, undone, with the way back.

Models are trained on plain quotation marks, hyphens and single spaces, and on letters composed with their accents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from according.model import Span

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_QUOTES = str.maketrans({**dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‘’‚‛ʼ′´`", "'"), "‹": "«", "›": "»"})
_HYPHENS = "‐‑‒−﹣－֊"

OVERLONG = "\ue000"
"""Stands for a word that is longer than any: of the characters for private use, which no language has."""
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that set no spaces between words: from Thai to the characters of Chinese."""
_LETTER = rf"[^\W_{_NO_SPACES}]"
_LONGEST = 100
_OVERLONG = re.compile(
    rf"{_LETTER}(?:{_LETTER}|['’\u00ad\u200b-\u200f\u2060\ufeff{_HYPHENS}-]){{{_LONGEST},}}"
)
"""What is no word, but bytes that were taken for text: parsers take gigabytes for what tells them nothing."""


class _Table(dict[int, str]):
    """`str.translate` table that works out each character once: itself, something plainer, or nothing."""

    def __missing__(self, code: int) -> str:
        self[code] = plainer = _plainer(chr(code))
        return plainer


def _plainer(char: str) -> str:
    if char in _LINE_ENDS:
        return char
    category = unicodedata.category(char)
    if char.isspace():
        return " "
    if char in _HYPHENS:
        return "-"
    if category == "Cs":  # half of a pair: no encoding can write it
        return "\ufffd"
    return "" if category in ("Cc", "Cf") else char  # controls stand for lost hyphens and halves of letters


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text and where each of its characters came from (`starts`, `ends`: None when nothing moved)."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]`, which is not empty, lies in the original text."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


def plain(text: str) -> Plain:
    """Return a text with plain spaces and hyphens, without invisible characters, its accents on their letters.

    `OVERLONG` stands for each word of more than a hundred characters. Quotation marks keep their form, which tells
    where sentences end; see `straight`. Line ends stay.
    """
    moved = text.translate(_TABLE)
    overlong = _overlong(text)
    unmoved = len(moved) == len(text) and "  " not in moved and not overlong
    if unmoved and unicodedata.is_normalized("NFC", moved):
        return Plain(moved)
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    over = 0
    for index, char in enumerate(text):
        piece = "" if index < over else _TABLE[ord(char)]
        if index in overlong:
            over = overlong[index]
            kept.append(OVERLONG)
            starts.append(index)
            ends.append(over)
            continue
        if not piece:
            continue
        if kept and piece == " " == kept[-1]:
            continue
        composed = unicodedata.normalize("NFC", kept[-1] + piece) if kept and piece > "\u02ff" else ""
        if len(composed) == 1:
            kept[-1] = composed
            ends[-1] = index + 1
        else:
            kept.append(piece)
            starts.append(index)
            ends.append(index + 1)
    return Plain("".join(kept), tuple(starts), tuple(ends))


def _overlong(text: str) -> dict[int, int]:
    """Return where words begin that are longer than any, and where they end."""
    if all(len(word) <= _LONGEST for word in text.split()):
        return {}
    return {found.start(): found.end() for found in _OVERLONG.finditer(text)}


def straight(text: str) -> str:
    """Return a text with straight quotation marks and apostrophes, each character where it was."""
    return text.translate(_QUOTES)
