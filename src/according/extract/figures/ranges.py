"""Two numbers that are the ends of one range: 1 à 3 mètres, between 20 and 30, $6 to $12."""

from __future__ import annotations

from collections.abc import Sequence

from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unit_signs import sign_after, sign_before
from according.knowledge.fold import fold
from according.model import Span

_MOST_GAP = 12
_CHANGE_NEAR = 6
"""Words before "from 10 to 20" among which a verb says that it is a change and no range."""


def joined_range(scene: Surroundings, one: Numeral, other: Numeral, before: Numeral | None) -> Numeral | None:
    """Return two numbers as one with low and high: "1 à 3 mètres", "between 20 and 30", "5 to 7 million"."""
    gap = _between(scene.text, one.span, other.span)
    if len(gap) > _MOST_GAP or one.kind != "number" or other.kind != "number" or one.glued:
        return None
    if one.value is None or other.value is None or (one.one and other.one):
        return None
    word = fold(gap).text.strip(" -") or fold(gap).text.strip()
    opened = _ends_in(scene.before(one.span.start), scene.words.phrases("range between"))
    if word not in scene.words.phrases("range and" if opened else "range to") and word != "-":
        return None
    if not opened and _changes(scene, one.span.start):
        return None
    scaled = (
        one.value * other.scale
        if one.scale == 1 and other.scale > 1 and one.value < other.value / other.scale
        else one.value
    )
    if not scaled < other.value or (word == "-" and gap.strip(" ") != gap and not opened):
        return None
    if before is not None and scene.text[before.span.end : one.span.start] in ("-", "–", "/", "."):
        return None
    start = scene.back(one.span.start, opened) if opened else one.span.start
    return Numeral(
        Span(start, other.span.end), None, scaled, other.value,
        scale=max(one.scale, other.scale), digits=one.digits and other.digits, glued=other.glued,
    )  # fmt: skip


def _ends_in(before: str, phrases: Sequence[str]) -> int:
    """Return how many characters a phrase takes at the end of a text, with the space after it; 0 for none."""
    for phrase in phrases:
        if before.endswith(phrase + " ") and not before[: -len(phrase) - 1][-1:].isalnum():
            return len(phrase) + 1
    return 0


def _between(text: str, one: Span, other: Span) -> str:
    """Return what stands between two numbers, without a sign of the same unit at both: "to" of $6 to $12."""
    start, end = one.end, other.start
    first, second = sign_before(text, one.start), sign_before(text, end)
    if first is not None and second is not None and first[0] == second[0] and second[1] >= start:
        return text[start : second[1]]
    after, last = sign_after(text, start), sign_after(text, other.end)
    if after is not None and last is not None and after[0] == last[0] and after[1] <= end:
        return text[after[1] : end]
    return text[start:end]


def _changes(scene: Surroundings, start: int) -> bool:
    """Whether something rose or fell from one number to the other."""
    words = (
        scene.before(start, 60).replace("$", " ").replace("€", " ").replace("£", " ").split()[-_CHANGE_NEAR:]
    )
    if not words or not scene.words.has("range from", words[-1]):
        return False
    return any(word.startswith(scene.words.phrases("reached") or ("\0",)) for word in words[:-1])
