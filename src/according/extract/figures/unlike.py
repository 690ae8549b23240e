"""Numbers that are no figures: of dates, ages, times of the day, names, scores, and a one that is an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from according.extract.figures.counted import Counted
from according.extract.figures.labels import is_label
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.knowledge.fold import fold
from according.model import Actor, Date, Span

_FIRST_YEAR, _LAST_YEAR = 1900, 2039
_SIGNS_BEFORE = "#№+:/=&"
_NEAR = 12
"""How many words after an article-like one a word for killed or arrested makes it a count."""
_SCORE_AFTER = re.compile(r" [-–—] \d{1,3}(?!\d)")
_SCORE_BEFORE = re.compile(r"(?<!\d)\d{1,3} [-–—] $")
_OPENING, _CLOSING = '«“„"‘', '»”“"’'
_SHORTEST = ("day", "hour", "minute", "second", "night", "time", "point", "weekend", "year")
_MOST_CLOCK = 24
_ADULT, _OLDEST = 12, 110
_AGE_NEAR = 8
_NUMBERS_BEFORE = re.compile(r"(?:\d{1,3} ?(?:,|-|\b\w{1,3}\b) ?){1,5}$")
_PAIR = 2
_ESCAPE = re.compile(r"\[(?:\d{1,3};){0,4}$")
"""What stands before the last number of a terminal's sequence for colours: [1;31m."""
_MOST_ESCAPED = 24
_SPEEDS = ("km/h", "mile per hour")
_SCREEN = 3
"""Characters of 10K: sums of money are not so small, and have a sign."""


def taken(dates: Sequence[Date], actors: Sequence[Actor]) -> Taken:
    """Return the stretches of a text that are names, and dates whose value is known."""
    names = [actor.span for actor in actors if actor.form == "name"]
    return Taken([date.span for date in dates if date.value] + names)


class Taken:
    """Stretches of text whose numbers are no figures."""

    def __init__(self, spans: Sequence[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._spans = merged
        self._starts = [span.start for span in merged]

    def has(self, span: Span) -> bool:
        """Return whether a number stands in one of them."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._spans[index].overlap(span) > 0


def is_no_figure(scene: Surroundings, numeral: Numeral, found: Counted, qualified: bool) -> bool:
    """Return whether a number with what it counts is no figure. `qualified` says that words like "about" stand by."""
    before, after = scene.before(numeral.span.start), scene.after(numeral.span.end)
    if (
        _numbers_a_line(scene, numeral)
        or _is_resolution(scene, numeral, found)
        or _names_a_thing(scene, numeral, found)
    ):
        return True
    if _beside_signs(scene, numeral, found) or (numeral.low == 0 and found.unit in _SPEEDS):
        return True
    if _starts_with(scene.after(numeral.span.start), scene.words.phrases("named")):
        return True
    if found.unit not in scene.words.times and scene.in_date(numeral.span):
        return True
    if found.how == "noun" and numeral.digits and is_year(scene, numeral, qualified):
        return True
    if numeral.digits and _ends_with(before, scene.words.phrases("names_before")) and found.how != "measure":
        return True
    if found.unit in scene.words.times and _is_moment(scene, numeral, found, before):
        return True
    if found.unit in scene.words.times and is_age(scene, numeral, found):
        return True
    if _starts_with(after.lstrip(), scene.words.phrases("clock_after")) or _is_quoted(scene, numeral, found):
        return True
    if _starts_with(scene.after(found.span.end).lstrip(), scene.words.phrases("clock_of")):
        return True
    if _is_named_pair(scene, numeral, found, before) or is_label(scene, numeral, found):
        return True
    # Whether a one without a noun counts is for those to say who look for what it counts.
    return numeral.one and found.how != "bare" and not counts_one(scene, numeral, found)


def _numbers_a_line(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether digits open a line with a sign that makes them its number: "3. Practice", "2) Wait"."""
    start, end = numeral.span
    opens = start == 0 or scene.text[start - 1] == "\n" or start in scene.openings
    sign, space = scene.text[end : end + 1], scene.text[end + 1 : end + 2]
    return numeral.digits and opens and sign in (".", ")") and sign != "" and space.isspace()


def _is_resolution(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether a K is of the pixels of a screen or of a race's kilometres rather than of thousands: 4K, 10K."""
    written = scene.text[numeral.span.start : numeral.span.end]
    return (
        len(written) <= _SCREEN and written[:-1].isdigit() and written[-1:] == "K" and found.how != "measure"
    )


def _names_a_thing(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether number, unit and the noun after them are a name: the Six-Day War, The 7 Habits."""
    if _is_title(scene, numeral, found):
        return True
    if not found.hyphen or found.what is None:
        return False
    unit = scene.text[numeral.span.end : found.span.end].lstrip("-‑‐")
    return unit[:1].isupper() and scene.text[found.what.start : found.what.start + 1].isupper()


def _is_title(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether both the noun after a number and the word before it have a capital that no sentence's start gives."""
    index = scene.sentence(numeral.span.start)
    if found.how != "noun" or found.unit == "person" or found.head is None or index is None:
        return False
    if scene.words.capital_nouns:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, numeral.span.start) - 1
    if at < 1 or not scene.is_running(tree.tokens[found.head]):
        return False
    opens = tree.tokens[at]
    return opens.pos == "DET" and opens.text[:1].isupper() and tree.tokens[found.head].text[:1].isupper()


def _is_quoted(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether number and noun alone stand in quotation marks: the name of a programme.

    Somebody's words for what is counted ("hundreds of mercenaries") are none.
    """
    known = found.how == "measure" or found.unit == "person"
    if numeral.kind == "vague" or (known and scene.text[numeral.span.start : found.span.end].islower()):
        return False
    before = scene.text[max(0, numeral.span.start - 2) : numeral.span.start].strip()
    after = scene.text[found.span.end : found.span.end + 2].strip()
    return (
        before[-1:] in _OPENING and after[:1] in _CLOSING and bool(before and after) and found.how != "bare"
    )


def _is_named_pair(scene: Surroundings, numeral: Numeral, found: Counted, before: str) -> bool:
    """Whether "the two leaders" speaks of those who were named rather than counts them."""
    if numeral.value != _PAIR or numeral.digits or found.how != "noun":
        return False
    return _ends_with(before, scene.words.phrases("definite")) and not _is_casualty(scene, numeral, found)


def _beside_signs(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether signs beside the digits make them a score, a time, an address, a list number."""
    text, (start, end) = scene.text, numeral.span
    if not numeral.digits:
        return False
    if text[end : end + 1] == "m" and _ESCAPE.search(text[max(0, start - _MOST_ESCAPED) : start]):
        return True
    last = text[start - 1 : start]
    if last and (
        last in _SIGNS_BEFORE
        or last == "°"
        or (last == "." and text[start - 2 : start - 1].isalpha())
        or (last in ".,-–" and text[start - 2 : start - 1].isdigit())
    ):
        return True
    after = text[end : end + 2]
    if after[:1] in (":", "/", "-", "–", ".", "&") and after[1:].isdigit():
        return True
    if _SCORE_AFTER.match(text, end) or _SCORE_BEFORE.search(text[max(0, start - 6) : start]):
        return True
    return after[:1] == ":" and found.how == "bare"


def is_year(scene: Surroundings, numeral: Numeral, qualified: bool) -> bool:
    """Return whether four digits are rather a year than so many of something."""
    value = numeral.value
    written = scene.text[numeral.span.start : numeral.span.end]
    if qualified or value is None or not _FIRST_YEAR <= value <= _LAST_YEAR or len(written) != 4:
        return False
    return bool(value % 100) or value == 2000


def _is_moment(scene: Surroundings, numeral: Numeral, found: Counted, before: str) -> bool:
    """Whether "three years ago" or "at 15 hours" stands here."""
    after = scene.after(found.span.end).lstrip(" ,")
    if _starts_with(after, scene.words.phrases("past_after")) or _ends_with(
        before, scene.words.phrases("past_before")
    ):
        return True
    clock = (
        found.unit in ("hour", "minute") and numeral.value is not None and 0 <= numeral.value <= _MOST_CLOCK
    )
    return clock and numeral.digits and _ends_with(before, scene.words.phrases("clock_before"))


def is_age(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Return whether a length of time is somebody's age."""
    words = scene.words
    if words.phrases("age_units") and found.unit not in words.sets["age_units"]:
        return False
    after = scene.after(found.span.end, 24)
    rest = after.lstrip(" -")
    if _starts_with(rest, words.phrases("age_after")):
        return True
    before = scene.before(numeral.span.start)
    if _ends_with(_NUMBERS_BEFORE.sub("", before), words.phrases("age_before")):
        return True
    stem = fold(scene.text[numeral.span.end : found.span.end]).text.lstrip("- ")
    if found.hyphen and stem.startswith(tuple(stem for stem, unit in words.stems if unit == "year")):
        return (numeral.value or 0) <= _OLDEST and not _lasts(scene, found)
    if _ends_with(before, words.phrases("age_of")) and found.unit == "year":
        return _of_person(scene, numeral, found)
    apposed = before.rstrip().endswith((",", "("))
    closed = after.lstrip()[:1] in (",", ")") or _after_name(scene, numeral)
    return apposed and closed and found.unit == "year"


def _lasts(scene: Surroundings, found: Counted) -> bool:
    """Whether years are of a war, a term, a treaty rather than of somebody of that age."""
    words = scene.after(found.span.end).split()[:2] + scene.before(found.span.start).split()[-3:]
    return any(word.startswith(stem) for word in words for stem in scene.words.phrases("lasting"))


def _after_name(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether a person's name ends before the comma before a number."""
    return scene.in_person(Span(max(0, numeral.span.start - 3), numeral.span.start))


def _of_person(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether the words before a length of time and its preposition are of a person, as far as they belong together."""
    index = scene.sentence(found.span.start)
    if index is None:
        return False
    tree, starts = scene.tree(index)
    at = bisect_left(starts, found.span.start) - 2
    if at >= 0 and _lasts(scene, found):
        return False
    if (
        at >= 0
        and tree.tokens[at].pos == "NOUN"
        and numeral.digits
        and _ADULT <= (numeral.value or 0) <= _OLDEST
    ):
        return True
    for token in reversed(tree.tokens[max(0, at - _AGE_NEAR) : at + 1]):
        if any(scene.words.things.get(key) == "person" for key in scene.keys(token)):
            return True
        if token.pos not in ("ADJ", "X", "NOUN", "PROPN", "ADP", "DET", "CCONJ"):
            return False
        if token.pos == "PROPN" and token.span.end + 4 >= found.span.start:
            return True
    return False


def counts_one(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Return whether a one counts: of a measure, or of persons of whom a number was killed, hurt, held."""
    before = scene.before(numeral.span.start)
    start = scene.folded.position(numeral.span.start)
    after = scene.plain[start : start + 40]
    is_pronoun = _starts_with(after, scene.words.phrases("pronoun_one"))
    elided = scene.words.phrases("elided_of")
    of = bool(elided) and before.endswith(elided)
    pronouns = scene.words.phrases("elided_one")
    is_pronoun = is_pronoun or of or (bool(pronouns) and before.endswith(pronouns))
    if is_pronoun and not (of and found.how == "measure"):
        return False
    if found.how == "measure":
        return _counts_one_measure(scene, found, before)
    return found.unit == "person" and _is_casualty(scene, numeral, found)


def _counts_one_measure(scene: Surroundings, found: Counted, before: str) -> bool:
    if (
        found.unit in _SHORTEST
        or found.unit == "magnitude"
        or (found.hyphen and found.unit in scene.words.times)
    ):
        return False
    needed = scene.words.phrases("one_before")
    return found.unit not in scene.words.times or not needed or _ends_with(before, needed)


def _is_casualty(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Whether those who are counted were killed, hurt or held."""
    if found.how == "casualty":
        return True
    index = scene.sentence(numeral.span.start)
    if index is None or found.head is None:
        return False
    tokens = scene.tree(index)[0].tokens
    if scene.words.has("casualties", fold(tokens[found.head].text).text):
        return True
    for token in tokens[found.head + 1 : found.head + 1 + _NEAR]:
        if token.text in (",", ";", ".", ":"):
            return False
        if scene.words.has("casualties", fold(token.text).text):
            return True
    return False


def _ends_with(before: str, phrases: Sequence[str]) -> bool:
    stripped = before.rstrip()
    for phrase in phrases:
        if stripped.endswith(phrase):
            at = len(stripped) - len(phrase)
            if at == 0 or not stripped[at - 1].isalnum() or not phrase[0].isalnum():
                return True
    return False


def _starts_with(after: str, phrases: Sequence[str]) -> bool:
    return any(
        after.startswith(phrase) and not after[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases
    )
