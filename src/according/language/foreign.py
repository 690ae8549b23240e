"""Passages in another language inside an article: a communiqué quoted in the original, the title of a book.

`detect.passages` tells of whole paragraphs; here runs of a few words are looked for, by their frequent words alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from according.knowledge.cues import cue_languages, cues
from according.knowledge.fold import fold
from according.model import Span

_RUN = 5
"""Fewest words in a row that count as a passage, not as a word left untranslated."""

_QUOTED = 2
"""Fewest words that do when they are all that stands between two quotation marks."""

_SHARE = 0.3
"""Least share of the words of a passage that are frequent in its language and not in that of the article."""

_AROUND = 2
"""Characters on either side of a passage that are its own: quotation marks and the spaces inside them."""

_QUOTES = '"“”„«»'
_PIECE = re.compile(rf"[^\n{_QUOTES}]+")
_WORD = re.compile(r"[^\W\d_]+")


def foreign_passages(text: str, language: str) -> list[Span]:
    """Return where a text goes on for some words in another language, in order, quotation marks around it included.

    Args:
        text: Running text, paragraphs on lines of their own.
        language: The language of `text` (BCP 47 primary subtag). Without frequent words of that language nothing is
            found.
    """
    if language not in cue_languages():
        return []
    own, others = _frequent_words(language)
    folded = fold(text)
    found: list[Span] = []
    for piece in _PIECE.finditer(folded.text):
        runs = list(_runs(folded.text, piece, own))
        least = _QUOTED if len(runs) == 1 and _in_quotes(folded.text, piece) else _RUN
        for run in runs:
            words = [word.group() for word in run]
            foreign = max(sum(word in other for word in words) for other in others)
            if len(words) >= least and foreign >= _SHARE * len(words):
                span = folded.span(run[0].start(), run[-1].end())
                found.append(Span(max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)))
    return found


def outside(spans: Sequence[Span], passages: Sequence[Span]) -> list[Span]:
    """Return those of `spans` that do not begin in one of `passages`; `passages` are in text order."""
    starts = [passage.start for passage in passages]
    kept: list[Span] = []
    for span in spans:
        before = bisect_right(starts, span.start)
        if not before or span.start >= passages[before - 1].end:
            kept.append(span)
    return kept


def _runs(text: str, piece: re.Match[str], own: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of words of a piece that no frequent word of the article's own language interrupts."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, *piece.span()):
        if word.group() not in own:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _in_quotes(text: str, piece: re.Match[str]) -> bool:
    before, after = text[max(0, piece.start() - 1) : piece.start()], text[piece.end() : piece.end() + 1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES


@cache
def _frequent_words(language: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Return the frequent words that only `language` has, and those of each other language that it has not."""
    here = cues(language).function_words
    others = [cues(other).function_words for other in cue_languages() if other != language]
    return here.difference(*others), tuple(other - here for other in others)
