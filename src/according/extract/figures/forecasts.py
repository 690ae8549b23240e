"""Which figures are of what is still to come."""

from __future__ import annotations

import re
from bisect import bisect_left

from according.extract.dates.tense import tense
from according.extract.figures.surroundings import Surroundings
from according.knowledge.dates import date_rules
from according.model import Span, Statement

_BEFORE, _AFTER = 120, 40
_SENTENCE_END = re.compile(r"[.!?;] ")
_CLAUSE_END = re.compile(r"[.,;:!?\n]")
_CLIMB = 8
"""Steps from a figure to its verb."""


def is_forecast(scene: Surroundings, number: Span, span: Span, statement: Statement | None) -> bool:
    """Return whether a figure's clause looks ahead, by words near it or by what its speaker does.

    `number` is the span of the number alone, `span` that of the whole figure.
    """
    if _looks_back(scene, number):
        return False
    if statement is not None and statement.manner == "expect":
        return True
    index = scene.sentence(span.start)
    begins = scene.starts[index] if index is not None else 0
    before = _SENTENCE_END.split(scene.before(span.start, min(_BEFORE, span.start - begins)))[-1]
    stretch = f" {before}|{_CLAUSE_END.split(scene.after(span.end, _AFTER))[0]} "
    for phrase in scene.words.phrases("forecast"):
        at = stretch.find(phrase)
        if at > 0 and not stretch[at - 1].isalnum() and not stretch[at + len(phrase)].isalnum():
            return True
    return False


def _looks_back(scene: Surroundings, number: Span) -> bool:
    """Whether the verb over a figure tells what has been, and does not itself look ahead."""
    index, rules = scene.sentence(number.start), date_rules((scene.language or "").partition("-")[0])
    if index is None or rules is None:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, number.start)
    for _ in range(_CLIMB):
        if at >= len(starts) or tree.tokens[at].pos in ("VERB", "AUX"):
            break
        at = tree.tokens[at].head
    if at >= len(starts) or tree.tokens[at].pos != "VERB":
        return False
    if any(scene.words.has("forecast", key) for key in scene.keys(tree.tokens[at])):
        return False
    return tense(number, scene.sentences, scene.starts, rules) == -1
