"""A figure while it is made: its number, what it counts, how it is meant."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from according.extract.figures.counted import Counted
from according.extract.figures.described import measured
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.knowledge.units import last_word
from according.model import Qualifier, Span

_MEASURE, _NOUN = 0.9, 0.8
"""Confidence by what tells that a number is a figure."""
_LISTED = 0.5
"""Without a sentence nothing tells what a number is for."""
_REACHED_NEAR = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """The number, what it counts, its qualifier and the span with it."""

    numeral: Numeral
    counted: Counted
    qualifier: Qualifier
    span: Span
    reason: str
    confidence: float


def drafted(scene: Surroundings, numeral: Numeral, what: Counted) -> Draft:
    """Return a number and what it counts as a figure, with the words for how it is meant."""
    qualifier, span = _qualified(scene, numeral, what.span, lasting=what.unit in scene.words.times)
    if what.how == "measure" and what.what is None:
        what = replace(what, what=measured(scene, span, what.unit))
    reason = {"measure": "number with unit", "noun": "number with noun", "casualty": "number of casualties"}
    index = scene.sentence(numeral.span.start)
    confidence = _MEASURE if what.how == "measure" else _NOUN
    if index is not None and scene.is_list(index):
        confidence = _LISTED
    return Draft(numeral, what, qualifier, span, reason.get(what.how, "number alone"), confidence)


def _qualified(scene: Surroundings, numeral: Numeral, span: Span, *, lasting: bool) -> tuple[Qualifier, Span]:
    """Return how a number is meant, and its span with the words that say so."""
    qualifier: Qualifier = "about" if numeral.about else "exact"
    start, end = span
    bare = scene.back(start, _article(scene, start))
    before, index = scene.before(bare), scene.sentence(start)
    strength = 0
    for phrase, name in scene.words.before.get(last_word(before), ()):
        glue = "" if phrase.endswith("'") else " "
        if before.endswith(phrase + glue) and not before[: -len(phrase) - len(glue)][-1:].isalnum():
            strength = len(phrase) + len(glue)
            limit = name in ("at most", "at least")
            opens = index is not None and scene.back(bare, strength) <= scene.starts[index]
            reached = limit and (
                numeral.high is not None or (not opens and _is_reached(scene, before[:-strength]))
            )
            reached = reached or (lasting and _means_during(scene, phrase, before[:-strength]))
            if not reached and not _is_of_a_verb(scene, numeral, scene.back(bare, strength)):
                qualifier, start = name, scene.back(bare, strength)
            break
    if not strength:
        after = scene.after(end)
        for phrase, name in scene.words.after:
            if after.startswith(" " + phrase) and not after[len(phrase) + 1 : len(phrase) + 2].isalnum():
                qualifier, end = name, scene.onward(end, len(phrase) + 1)
                break
        if scene.text[end : end + 1] == "+" and numeral.digits:
            qualifier, end = "more than", end + 1
    return qualifier, Span(start, end)


def _means_during(scene: Surroundings, phrase: str, before: str) -> bool:
    """Whether a qualifier before a length of time says that it lasted so long: "over three days", not "for over"."""
    words = before.split()
    return scene.words.has("during", phrase) and not (words and scene.words.has("during_unless", words[-1]))


def _article(scene: Surroundings, start: int) -> int:
    """Return how many characters an article takes that stands before a number: plus de la moitié."""
    before = scene.before(start)
    word = last_word(before)
    return len(word) + 1 if scene.words.has("articles", word) and before.endswith(f"{word} ") else 0


def _is_of_a_verb(scene: Surroundings, numeral: Numeral, start: int) -> bool:
    """Whether the word that begins there is the particle of a verb: "handed over three men"."""
    index = scene.sentence(numeral.span.start)
    if index is None:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, start)
    if at >= len(starts) or starts[at] != start:
        return False
    token = tree.tokens[at]
    return token.pos == "ADP" and token.relation == "other" and tree.tokens[token.head].pos == "VERB"


def _is_reached(scene: Surroundings, before: str) -> bool:
    """Whether something rose or fell to a number, which is then no limit."""
    words = before.split()[-_REACHED_NEAR:]
    return any(word.startswith(stem) for word in words for stem in scene.words.phrases("reached"))
