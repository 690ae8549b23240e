"""Text in capitals, written as text is: models and dictionaries know "Nikol Pashinyan", and hardly NIKOL PASHINYAN.

>>> calmed("TALKS WITH PAUL BIYA IN GENEVA FAILED", "en")
'Talks with Paul Biya in Geneva failed'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.knowledge.given_names import is_given
from according.knowledge.ordinary import is_ordinary, is_proper, knows_words
from according.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_LOUD = 0.8
"""Share of capitals among the letters of a paragraph from which on it is written in capitals."""
_LEAST = 8
"""Letters of a paragraph in capitals, at least: what is shorter may be an abbreviation."""
_GIVEN = 3
"""Letters of a given name, at least: in capitals, UN is nobody."""
_ACRONYM = 4
"""Letters of a word that nothing knows up to which it keeps its capitals: it is more likely an abbreviation."""


def calmed(text: str, language: str | None, names: Iterable[Span] = ()) -> str:
    """Return a text with the paragraphs in capitals in small letters, but for what is likely a name, and for `names`.

    No character moves. A word of the dictionary is small, unless it opens the paragraph or stands behind a given name.
    Text of a language of which no words are known stays.
    """
    if not knows_words(language) or not any(map(_is_loud, text.split("\n"))):
        return text
    quiet = "\n".join(_calmed(line, language) if _is_loud(line) else line for line in text.split("\n"))
    parts: list[str] = []
    end = 0
    for span in sorted(names):
        if span.start >= end and quiet[span.start : span.end] != text[span.start : span.end]:
            parts += (quiet[end : span.start], _WORD.sub(_titled, text[span.start : span.end]))
            end = span.end
    return "".join((*parts, quiet[end:]))


def _titled(word: re.Match[str]) -> str:
    written = word.group()
    small = _small(written)
    return written if len(written) < _ACRONYM or len(small) != len(written) else written[0] + small[1:]


def _small(word: str) -> str:
    return word.replace("İ", "i").lower()  # which Unicode makes two characters


def _is_loud(paragraph: str) -> bool:
    large = sum(map(str.isupper, paragraph))
    return large >= _LEAST and large > _LOUD * (large + sum(map(str.islower, paragraph)))


def _calmed(paragraph: str, language: str | None) -> str:
    parts: list[str] = []
    end, after_given = 0, False
    for match in _WORD.finditer(paragraph):
        word = match.group()
        between = paragraph[end : match.start()]
        given = len(word) >= _GIVEN and is_given(word)
        name = not parts or given or (after_given and between == " ")
        initial = len(word) == 1 and paragraph[match.end() : match.end() + 1] == "."
        parts += (between, word if initial else _cased(word, language, name=name))
        after_given, end = given, match.end()
    return "".join((*parts, paragraph[end:]))


def _cased(word: str, language: str | None, *, name: bool) -> str:
    small = _small(word)
    if len(small) != len(word) or not word.isupper():
        return word
    if name and len(word) > 1:
        return word[0] + small[1:]
    if len(word) == 1 or (is_ordinary(word, language) and not is_proper(word, language)):
        return small
    return word if len(word) <= _ACRONYM else word[0] + small[1:]
