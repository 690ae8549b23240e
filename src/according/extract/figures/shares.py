"""Shares: half of the 140,000 inhabitants, a third of the voters, three schools out of four, down by half."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from according.extract.figures.counted import Counted, counted
from according.extract.figures.drafts import Draft, drafted
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.knowledge.fold import fold
from according.knowledge.numbers import number_words
from according.model import Span

_SHARE = 0.75
"""Confidence that a number is a figure."""
_LONGEST_WHOLE = 24
_MOST_IN_ALL = 1000
_CHANGE_NEAR = 5
"""Words before "by half" among which something rises or falls."""


def share(scene: Surroundings, numeral: Numeral, after: Numeral | None) -> Draft | None:
    """Return "half of the 140,000 inhabitants" as a number, "half of the voters" as percent, "half a year" as 0.5."""
    if numeral.value is None:
        return None
    of_number = _share_of_number(scene, numeral, after)
    if of_number is not None:
        return of_number
    what = counted(scene, numeral)
    if what is not None and what.how == "bare":
        return _of_those_before(scene, numeral, what) or _change(scene, numeral, what)
    if what is None or what.how not in ("noun", "measure") or what.head is None:
        return None
    if _is_every(scene, numeral):
        return _percent(scene, numeral, what) if what.unit == "person" else None
    if what.how == "measure":
        linked = _links(scene, numeral, "whole")
        part = what.unit != "percent" and not what.hyphen and not linked and numeral.value < 1
        return drafted(scene, numeral, what) if part else None
    if _is_side(scene, numeral) or not _is_of(scene, numeral, what):
        return None
    return _percent(scene, numeral, what)


def of_all(scene: Surroundings, numeral: Numeral, after: Numeral) -> Draft | None:
    """Return a number with its noun and the number of which it is a part, as percent: trois écoles sur quatre."""
    part, whole = numeral.value, after.value
    if numeral.kind != "number" or after.kind != "number" or part is None or whole is None:
        return None
    if not 0 < part < whole <= _MOST_IN_ALL or after.glued or numeral.glued:
        return None
    if after.span.start - numeral.span.end > _LONGEST_WHOLE:
        return None
    what = counted(scene, numeral)
    if what is None or what.how != "noun" or what.span.end >= after.span.start:
        return None
    between = fold(scene.text[what.span.end : after.span.start]).text.strip()
    roles = number_words(scene.language).roles(between)
    if roles is None or not roles.in_all or _counts_on(scene, after.span.end):
        return None
    share_of = replace(numeral, value=part / whole, span=Span(numeral.span.start, after.span.end))
    return _percent(scene, share_of, replace(what, span=share_of.span))


def _counts_on(scene: Surroundings, end: int) -> bool:
    """Whether a word after a number may be what it counts."""
    index = scene.sentence(end - 1)
    if index is None:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, end)
    return at < len(starts) and tree.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X")


def _percent(scene: Surroundings, numeral: Numeral, what: Counted) -> Draft:
    percent = replace(numeral, value=round(100 * (numeral.value or 0.0), 2), about=True, one=False)
    item = drafted(scene, percent, replace(what, unit="percent"))
    return replace(item, reason="share", confidence=_SHARE)


def _is_every(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether "every third" stands here, which may be of days as well."""
    written = fold(scene.text[numeral.span.start : numeral.span.end]).text
    every = number_words(scene.language).every
    return any(written.startswith(f"{word} ") for word in every)


def _of_those_before(scene: Surroundings, numeral: Numeral, what: Counted) -> Draft | None:
    """Return the share of "a third of them"."""
    of_whom = scene.words.phrases("of_whom")
    after = scene.after(numeral.span.end).lstrip()
    return _percent(scene, numeral, what) if of_whom and after.startswith(of_whom) else None


def _change(scene: Surroundings, numeral: Numeral, what: Counted) -> Draft | None:
    """Return by what share something rose or fell: "by half", "de moitié"."""
    before = scene.before(numeral.span.start)
    words = before.split()[-_CHANGE_NEAR:]
    if not words or not scene.words.has("change_by", words[-1]):
        return None
    if not any(word.startswith(scene.words.phrases("reached") or ("\0",)) for word in words[:-1]):
        return None
    return _percent(scene, numeral, what)


def _links(scene: Surroundings, numeral: Numeral, name: str) -> bool:
    """Whether the word after a number is in a list."""
    return any(scene.words.has(name, word) for word in scene.after(numeral.span.end).split()[:1])


def _is_of(scene: Surroundings, numeral: Numeral, what: Counted) -> bool:
    """Whether a share is of the noun that follows: by a word for "of", as its genitive, or as "two in five of all"."""
    if _links(scene, numeral, "whole"):
        return True
    index = scene.sentence(numeral.span.start)
    words = number_words(scene.language)
    written = fold(scene.text[numeral.span.start : numeral.span.end]).text.split()
    if any((roles := words.roles(word)) is not None and (roles.in_all or roles.over) for word in written):
        return True
    if index is None or what.head is None:
        return False
    tree, _ = scene.tree(index)
    token = tree.tokens[what.head]
    within = numeral.span.start <= tree.tokens[token.head].span.start < numeral.span.end
    if token.relation == "genitive" and within and token.head != what.head:
        return True
    known = what.unit == "person" or any(scene.words.has("wholes", key) for key in scene.keys(token))
    return known and _links(scene, numeral, "share_of")


def _is_side(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether a word before a share tells which part of something is meant: the upper half of the house."""
    index = scene.sentence(numeral.span.start)
    if index is None:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, numeral.span.start) - 1
    return at >= 0 and tree.tokens[at].pos == "ADJ"


def _share_of_number(scene: Surroundings, numeral: Numeral, after: Numeral | None) -> Draft | None:
    """Return a share of a number that the text names as a number of its own."""
    if after is None or after.kind != "number" or after.value is None or numeral.value is None:
        return None
    gap = fold(scene.text[numeral.span.end : after.span.start][: _LONGEST_WHOLE + 1]).text
    words = gap.split()
    if len(gap) > _LONGEST_WHOLE or not words or not scene.words.has("whole", words[0]) or len(words) > 4:
        return None
    whole = counted(scene, after)
    if whole is None or whole.how not in ("noun", "measure") or whole.unit == "percent":
        return None
    combined = replace(numeral, kind="number", value=numeral.value * after.value, about=True)
    what = replace(whole, span=Span(numeral.span.start, whole.span.end))
    return replace(drafted(scene, combined, what), reason="share of a number", confidence=_SHARE)
