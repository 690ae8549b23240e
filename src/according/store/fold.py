"""Folding for search: one function for what is indexed and what is asked.

Case, accents and the letters that look alike to a person typing on another keyboard disappear, so that "Erévan",
"Erevan" and "EREVAN" are one word. Scripts are not transliterated: Ереван stays Cyrillic.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from according.model import Span

# Letters that Unicode's compatibility decomposition (NFKD) leaves whole although people type them plainly.
_LETTERS = {
    "ə": "e", "ı": "i", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "þ": "th", "ħ": "h",
    "ŧ": "t", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
}  # fmt: skip
# Armenian stress, exclamation and question marks stand inside the word, the tatweel stretches it, the soft hyphen
# and the joiners say how it is set: none of them is part of its spelling.
_INSIDE_WORDS = set("\u055b\u055c\u055e\u0640\u00ad\u200c\u200d\u2060\ufeff")
# Runs of letters, numbers and private-use characters: what SQLite's unicode61 tokenizer takes for a word.
_WORD = re.compile(r"[^\W_]+")


def _fold_character(character: str) -> str:
    if character in _INSIDE_WORDS:
        return ""
    if character in _LETTERS:
        return _LETTERS[character]
    if unicodedata.category(character) == "Cs":
        return " "  # half a surrogate pair: from a shell argument, never from a document
    # Folding before and after: some letters decompose to capitals, some capitals fold to letter plus mark.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character.casefold()).casefold())
    return "".join(
        _LETTERS.get(piece, piece)
        for piece in plain
        if unicodedata.category(piece) not in ("Mn", "Me") and piece not in _INSIDE_WORDS
    )


class _Table(dict[int, str]):
    """A table for `str.translate` that works out each character once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return `text` as search sees it.

    Unicode case folding, compatibility decomposition without combining marks, and a few letters that both leave;
    character by character, so that `fold(a + b) == fold(a) + fold(b)`, and folding twice changes nothing.
    """
    return text.translate(_TABLE)


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order."""
    return _WORD.findall(fold(text))


def find(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], Span]]:
    """Yield where `pattern` matches in the folded form of `text`: the match, and its span in `text` as it stands."""
    folded = fold(text)
    # ends[i] is where character i of the text ends in the folded form.
    ends = range(1, len(text) + 1) if text.isascii() else _ends(text)
    for match in pattern.finditer(folded):
        if match.start() == match.end():
            continue
        last = bisect_right(ends, match.end() - 1)
        # Marks that follow the last character fold to nothing and belong to it: count them in.
        yield match, Span(bisect_right(ends, match.start()), max(last + 1, bisect_right(ends, match.end())))


def _ends(text: str) -> list[int]:
    return list(accumulate(map(len, map(_TABLE.__getitem__, map(ord, text)))))
