"""Words of languages without a model: where each begins and ends, what ending an apostrophe sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

import simplemma

from according.knowledge.fold import fold, load_data, texts
from according.language.tree import Word
from according.model import Relation, Span

# Marks that regular expressions do not count to words: accents, Arabic and Hebrew points, the blocks of India's
# scripts; and the Armenian signs of question, exclamation and stress, which stand on a vowel inside the word.
_LETTER = "[^\\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u055b\u055c\u055e]"
_PIECE = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)?|(?:[^\W\d_]\.){{2,}}|(?:{_LETTER})+(?:[-'](?:{_LETTER})+)*|\S"
)
_ENDING_OF_CAPITALS = re.compile(r"(.*[^\W\d_]{2})(-[^\W\d_]{1,5})")


@cache
def _habits(language: str | None) -> dict[str, object]:
    raw = cast(dict[str, dict[str, object]], load_data("words.yml"))
    return raw.get(language or "", {})


@cache
def locative_endings(language: str | None) -> tuple[str, ...]:
    """Return the endings, folded, by which a language shows that something is in a place."""
    return tuple(fold(ending).text for ending in texts(_habits(language).get("locative")))


@cache
def definite_endings(language: str | None) -> tuple[str, ...]:
    """Return the endings, folded, that only words other than dictionary forms have."""
    return tuple(fold(ending).text for ending in texts(_habits(language).get("definite")))


@cache
def closing_endings(language: str | None) -> tuple[str, ...]:
    """Return the endings, folded, that only the last word of a name has."""
    return tuple(fold(ending).text for ending in texts(_habits(language).get("closing")))


def endings_stand_apart(language: str | None) -> bool:
    """Return whether names have an apostrophe before their endings."""
    return _habits(language).get("apostrophe") == "ending"


def words(text: str, span: Span, language: str | None) -> list[Word]:
    """Return the words and signs of one sentence of plain text.

    Names keep their hyphens. An ending behind an apostrophe ("'ın") or behind an abbreviation in capitals ("-ի") is a
    word of its own, as is an elided article. All hang on the first word: nothing is known of the tree.
    """
    found = []
    for match in _PIECE.finditer(text, *span):
        for start, end in _parts(match, language):
            piece = text[start:end]
            relation: Relation = "punctuation" if _pos(piece) == "PUNCT" else "other"
            found.append(Word(start, end, piece, _lemma(piece, language), _pos(piece), 0, relation))
    found[0].relation = "root"
    return found


def _parts(match: re.Match[str], language: str | None) -> Iterator[tuple[int, int]]:
    start, end = match.span()
    piece = match.group()
    kind = _habits(language).get("apostrophe")
    at = piece.find("'") if kind == "article" else piece.rfind("'")
    cut = None
    if kind is not None and 0 < at < len(piece) - 1:
        cut = start + at + (kind == "article")
    elif (
        (capitals := _ENDING_OF_CAPITALS.fullmatch(piece))
        and (capitals[1].isupper() or (capitals[1][0].isupper() and _habits(language).get("hyphen")))
        and capitals[2].islower()
    ):
        cut = start + capitals.end(1)
    if cut is None:
        yield start, end
    else:
        yield start, cut
        yield cut, end


def _pos(piece: str) -> str:
    if piece[0].isdigit():
        return "NUM"
    return "X" if any(char.isalnum() for char in piece) else "PUNCT"


def _lemma(piece: str, language: str | None) -> str:
    """Return the dictionary form of a word in small letters; the folded word where no dictionary knows it."""
    if not piece.islower() or not piece.isalpha() or language is None or not _has_dictionary(language):
        return fold(piece).text
    return simplemma.lemmatize(piece, lang=language)


@cache
def _has_dictionary(language: str) -> bool:
    try:
        simplemma.lemmatize("a", lang=language)
    except ValueError:  # simplemma knows some forty languages
        return False
    return True
