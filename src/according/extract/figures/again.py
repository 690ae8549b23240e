"""Bare numbers that are of those whom a figure before has counted: "26 dead … Over 40, say local officials"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from according.extract.figures.counted import Counted
from according.extract.figures.drafts import Draft
from according.extract.figures.surroundings import Surroundings
from according.extract.tree import Tree
from according.knowledge.fold import fold
from according.knowledge.speech_cues import SpeechCues, speech_cues

AGAIN = "another number of those before"
"""The reason of such figures."""
_MOST_BACK = 5
"""Words between a verb of telling or a noun for a number and the number: "spoke afterwards of a total of 40"."""
_SOURCE_NEAR = 4
"""Words after a number within which somebody is said to give it."""
_OPENING = (",", ";", ":", "—", "–", "(")
_LEADING = ("ADP", "ADV", "PART", "DET", "AUX", "ADJ", "SCONJ", "PRON", "NUM", "X")
"""What may stand between a word that tells a number and the number."""


def counted_again(scene: Surroundings, item: Draft, before: Sequence[Draft], index: int) -> Counted | None:
    """Return what a bare number counts when its sentence gives it as another number of the same casualties.

    That is where a verb or noun of telling stands before it ("put it at over 40", "a figure of 40"), or a qualified
    number is all that somebody is said to tell ("Over 40, say officials"), and the figures of people of its sentence,
    else of the sentence before, are of one kind. `before` are the figures before it, `index` is its sentence.
    """
    if item.numeral.one or (item.numeral.value or 0) % 1:
        return None
    tree, starts = scene.tree(index)
    if not (_is_told(scene, tree, starts, item) or _stands_alone(scene, tree, starts, item)):
        return None
    found = _victims(scene, before, index)
    return None if found is None else replace(found, span=item.counted.span)


def _victims(scene: Surroundings, before: Sequence[Draft], index: int) -> Counted | None:
    """Return what the figures of people before count, when it is one thing and something happened to them."""
    people = [(scene.sentence(each.span.start), each) for each in before if each.counted.unit == "person"]
    for at in (index, index - 1):
        here = [each for place, each in people if place == at]
        first = [each for each in here if each.reason != AGAIN]
        if len(first) > 1:
            return None
        if here:
            harmed = not first or is_of_harmed(scene, at)
            return here[-1].counted if harmed else None
    return None


def is_of_harmed(scene: Surroundings, index: int) -> bool:
    """Return whether a sentence tells that people were killed, hurt or held."""
    words = {fold(token.text).text for token in scene.tree(index)[0].tokens}
    return any(scene.words.has(name, word) for word in words for name in ("casualties", "harming"))


def _is_told(scene: Surroundings, tree: Tree, starts: Sequence[int], item: Draft) -> bool:
    """Whether a verb that tells a number, or a noun for one, leads to it."""
    first = bisect_left(starts, item.span.start)
    for token in reversed(tree.tokens[max(0, first - _MOST_BACK) : first]):
        keys = scene.keys(token)
        if any(scene.words.has("tells", key) or scene.words.has("sums", key) for key in keys):
            return True
        if token.pos not in _LEADING:
            return False
    return False


def _stands_alone(scene: Surroundings, tree: Tree, starts: Sequence[int], item: Draft) -> bool:
    """Whether a qualified number opens its clause and only somebody who gives it follows."""
    cues = speech_cues(scene.language)
    first, at = bisect_left(starts, item.span.start), bisect_left(starts, item.span.end)
    if cues is None or item.qualifier == "exact":
        return False
    opens = first == 0 or tree.tokens[first - 1].pos == "CCONJ" or tree.words[first - 1] in _OPENING
    return opens and any(
        _is_source(tree, cues, each)
        for each in range(at, min(at + _SOURCE_NEAR, len(tree.tokens)))
        if each == at or tree.words[at] in _OPENING
    )


def _is_source(tree: Tree, cues: SpeechCues, at: int) -> bool:
    """Whether words for who says it begin at a token: "according to", "say"."""
    if cues.says(tree.lemmas[at]) or cues.form(tree.words[at]) is not None:
        return True
    return any(
        len(phrase) <= len(tree.words) - at
        and all(each in ("_", tree.words[at + place]) for place, each in enumerate(phrase))
        for phrase, _ in cues.sources
    )
