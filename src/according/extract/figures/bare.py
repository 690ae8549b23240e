"""Numbers without a noun: what they count is told by a verb of killing or capture, by a toll, by the number before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from according.extract.figures.again import AGAIN, counted_again
from according.extract.figures.counted import Counted
from according.extract.figures.drafts import Draft
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unlike import counts_one, is_year
from according.knowledge.fold import fold
from according.model import Span, Token

_BARE = 0.6
"""Confidence where no noun tells what a number counts."""
_COUNT_NEAR = 90
_EARLIER = 8
"""Figures before a number that are looked at for those whom it may be of."""
_CASUALTY_NEAR = 5
_OF_WHOM_NEAR = 3
"""How many sentences before "six of them" what they are of may stand."""
_MOST_BACK = 3
"""Words between a verb of killing and its number: "killed an additional 40"."""
_PHRASE_NEAR = 40
_ENDS = (",", ";", ".", ":", "(", ")", "—", "–")
_STEPS = ("AUX", "ADV", "PART", "PRON")
"""Words between a number in digits and what happened to so many: 40 have since been killed."""


def with_object(scene: Surroundings, item: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return a number without a noun as a figure, where the text tells what it counts; `earlier` are those before."""
    numeral, last = item.numeral, earlier[-1] if earlier else None
    index = scene.sentence(numeral.span.start)
    if index is None:
        return None
    named = None if numeral.one else _counted_before(scene, numeral, index)
    if named is not None:
        return replace(item, counted=named, reason="number of what stands before", confidence=_BARE)
    if last is not None and last.counted.how in ("noun", "casualty") and _goes_on(scene, item, last, index):
        same = replace(last.counted, span=item.counted.span)
        return replace(item, counted=same, reason="number of those before", confidence=_BARE)
    if is_year(scene, numeral, item.qualifier != "exact") or (numeral.value or 0) % 1:
        return None
    told = _casualties(scene, item, index)
    if told is None and (again := counted_again(scene, item, earlier[-_EARLIER:], index)) is not None:
        return replace(item, counted=again, reason=AGAIN, confidence=_BARE)
    if told is not None or _is_of_persons(scene, numeral):
        person = replace(item.counted, how="casualty", unit="person", what=told)
        if numeral.one and not counts_one(scene, numeral, person):
            return None
        return replace(item, counted=person, reason="number of casualties", confidence=_BARE)
    return None


def _goes_on(scene: Surroundings, item: Draft, last: Draft, index: int) -> bool:
    """Whether a number is of what the figure before it counts."""
    near, numeral = scene.sentence(last.span.start), item.numeral
    if near is None or numeral.one:
        return False
    before = scene.before(item.span.start, _COUNT_NEAR).rstrip()
    after = scene.after(numeral.span.end, 24).lstrip()
    of_whom = scene.words.phrases("of_whom")
    if index - near <= _OF_WHOM_NEAR and (
        any(before.endswith(phrase) for phrase in of_whom) or (of_whom and after.startswith(of_whom))
    ):
        return True
    if index - near <= 1 and numeral.scale > 1 and last.numeral.scale == numeral.scale:
        return True
    return index == near and (_is_among(scene, item, last) or _is_second(scene, item, index))


def _is_among(scene: Surroundings, item: Draft, last: Draft) -> bool:
    """Whether a number stands right after those it is of: "of the 40 killed, 12 were children"."""
    gap = scene.text[last.span.end : item.span.start].strip()
    words = scene.before(last.span.start, 24).split()
    return gap in ("", ",") and any(scene.words.has("among", word) for word in words[-2:])


def _is_second(scene: Surroundings, item: Draft, index: int) -> bool:
    """Whether a number is the second of a row that says where or what: "nine in Gao and 14 in Kidal"."""
    tree, starts = scene.tree(index)
    first, at = bisect_left(starts, item.span.start), bisect_left(starts, item.numeral.span.end)
    if not first or at >= len(starts) or tree.tokens[first - 1].pos != "CCONJ":
        return False
    after = tree.tokens[at]
    if tree.parsed and tree.tokens[at - 1].relation == "passive subject":
        return True
    return after.pos == "ADP" and not scene.words.has("whole", fold(after.text).text)


def _counted_before(scene: Surroundings, numeral: Numeral, index: int) -> Counted | None:
    """Return what is counted by "the number of victims rose to 832" or "the death toll is 12"."""
    sentence = scene.sentences[index].span
    start = scene.folded.position(max(sentence.start, numeral.span.start - _COUNT_NEAR))
    stretch = scene.plain[start : scene.folded.position(numeral.span.start)]
    for phrase in scene.words.phrases("counts"):
        found = stretch.rfind(phrase)
        if found < 0 or any(sign in stretch[found:] for sign in ",;.:("):
            continue
        tree, starts = scene.tree(index)
        original = scene.folded.span(start + found, start + found + 1).start
        counts_end = scene.folded.span(start + found, start + found + len(phrase)).end
        toll = scene.words.has("tolls", phrase)
        for place, token in enumerate(tree.tokens):
            if starts[place] < counts_end or token.span.end > numeral.span.start:
                continue
            keys = scene.keys(token)
            unit = next((scene.words.things[key] for key in keys if key in scene.words.things), None)
            # A toll is of persons, whatever else is named where they died: "the toll of the wounded in 12 villages".
            if unit is not None and (not toll or any(scene.words.has("casualties", key) for key in keys)):
                return Counted("noun", unit, numeral.span, place, Span(original, token.span.end))
        if toll:
            return Counted("noun", "person", numeral.span, None, None)
    return None


def _is_of_persons(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether a number word counts nothing but persons: двое, трое."""
    written = fold(scene.text[numeral.span.start : numeral.span.end]).text
    return scene.words.has("persons", written)


def _casualties(scene: Surroundings, item: Draft, index: int) -> Span | None:
    """Return the word beside a number that says that so many were killed, hurt, held."""
    tree, starts = scene.tree(index)
    first = bisect_left(starts, item.span.start)
    at = bisect_left(starts, item.numeral.span.end)
    after = _follows(scene, item.numeral, tree.tokens[at : at + _CASUALTY_NEAR])
    return after or _harmed(scene, tree.tokens[max(0, first - _MOST_BACK) : first])


def _follows(scene: Surroundings, numeral: Numeral, tokens: Sequence[Token]) -> Span | None:
    """Return what the next words say happened to so many; of digits, without any other word between."""
    clause = scene.after(numeral.span.end, _PHRASE_NEAR)
    for sign in _ENDS:
        clause = clause.partition(sign)[0]
    for phrase in scene.words.phrases("casualties"):
        if " " in phrase and (at := f"{clause} ".find(f" {phrase} ")) >= 0:
            start = scene.onward(numeral.span.end, at + 1)
            return Span(start, scene.onward(start, len(phrase)))
    for token in tokens:
        if token.text in _ENDS or token.pos == "CCONJ":
            return None
        word = fold(token.text).text
        if scene.words.has("casualties", word):
            return token.span
        if numeral.digits and token.pos not in _STEPS and not scene.words.has("feared", word):
            return None
    return None


def _harmed(scene: Surroundings, tokens: Sequence[Token]) -> Span | None:
    """Return the verb of killing, hurting or capture that stands right before a number."""
    for token in reversed(tokens):
        word = fold(token.text).text
        if scene.words.has("harming", word):
            return token.span
        if token.pos not in ("ADV", "PART", "DET") and not scene.words.has("between", word):
            return None
    return None
