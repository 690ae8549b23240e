"""Dates of an article: found by the shapes of their words, then settled from the article's own date.

`found` knows words; `stated`, `settle` and `relative` the calendar, with what `context` remembers; `tense` verbs;
`moments` how dates are counted and written; `clock` times of day.
What is particular to a language is in `knowledge/dates/`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from according.extract.dates.clock import timed
from according.extract.dates.context import Context
from according.extract.dates.events import Events, Told
from according.extract.dates.found import Said, said
from according.extract.dates.moments import Point
from according.extract.dates.own import anchor, own_day, told_weekday, years_of_days
from according.extract.dates.settle import Settler
from according.extract.dates.tense import BEHIND, SINCE, agreement, tense
from according.knowledge.agreement_words import agreement_words
from according.knowledge.dates import DateRules, date_rules
from according.knowledge.fold import fold
from according.model import Date, Span, Text

_NAMES = ("person", "organization", "place")
_OWNED = ("'s", "’s")
_WORD = 12
"""Characters before a date that hold the word before it."""
_ARTICLE = 4
_DEEP = 8
"""Names that are looked at before a date to see whether it lies in one."""


def dates(text: Text) -> tuple[Date, ...]:
    """Return the dates of an article in order, without overlap; spans are in `text.text`.

    `value` is None for words that cannot be settled: relative ones of an article without a date.
    """
    rules = date_rules((text.language or "").partition("-")[0])
    starts = [sentence.span.start for sentence in text.sentences]
    written = [
        each for paragraph in _paragraphs(text) for each in said(text.text, paragraph, text.language, rules)
    ]
    names = sorted(each.span for sentence in text.sentences for each in sentence.named if each.kind in _NAMES)
    day = own_day(anchor(text.published), written)
    weekday = None if day else told_weekday(written)
    context = Context(
        Point(weekday.year, weekday.month) if weekday else day,
        partial(_tense, text=text, starts=starts, rules=rules),
        partial(bisect_right, starts),
        years_of_days(written) if day else {},  # a narrative of many years names a day of each
        weekday,
    )
    settler = Settler(context, settled_numbers=rules is None or rules.settled_numbers)
    settled = [
        (each, told)
        for each in written
        if each.shape != "event"
        and not _in_name(each, names)
        and not _titled(each, text.text, rules)
        and (told := settler.settle(each)) is not None
    ]
    settled_at = [(each.span, each, told) for each, told in settled]
    if rules is not None and (by_event := [each for each in written if each.shape == "event"]):
        known = [Told(each.span, told.when.start) for each, told in settled if told.when]
        events = Events(text.sentences, known, rules)
        settled_at = sorted(
            [*settled_at, *((span, each, told) for each in by_event for span, told in [events.settle(each)])],
            key=lambda row: row[0],
        )
    found = [
        Date(
            text.article,
            span,
            text.text[span.start : span.end],
            told.when.value if told.when else None,
            told.confidence,
            told.reason,
        )
        for span, _, told in settled_at
    ]
    days = [each.of_day for _, each, _ in settled_at]
    return tuple(timed(found, days, text.text, _paragraphs(text), text.language))


def _in_name(each: Said, names: Sequence[Span]) -> bool:
    """Whether a year, month or weekday is part of a longer name of a person, body or place ("Sunday Times")."""
    if each.has("day", "day2", "unit") or each.joined:
        return False
    at = bisect_right(names, each.span)
    return any(name.contains(each.span) and name != each.span for name in names[max(0, at - _DEEP) : at + 1])


def _titled(each: Said, text: str, rules: DateRules | None) -> bool:
    """Whether a weekday is a name's first word, where only names have capitals: "the Sunday Example"."""
    if rules is None or not rules.capitals or each.words.keys() != {"weekday"}:
        return False
    the = rules.words.get(fold(text[max(0, each.span.start - _ARTICLE) : each.span.start]).text.strip(), ())
    return (
        any(word.kind == "the" for word in the)
        and text[each.span.end : each.span.end + 2].strip(" ")[:1].isupper()
    )


def _paragraphs(text: Text) -> Iterator[Span]:
    """Yield the paragraphs and what stands between them: no date runs over the end of one."""
    at = 0
    for paragraph in text.paragraphs:
        if at < paragraph.start:
            yield Span(at, paragraph.start)
        if paragraph.start < paragraph.end:
            yield paragraph
        at = max(at, paragraph.end)
    if at < len(text.text):
        yield Span(at, len(text.text))


def _tense(each: Said, text: Text, starts: list[int], rules: DateRules | None) -> int:
    if rules is None:
        return 0
    before = fold(text.text[max(0, each.span.start - _WORD) : each.span.start]).text.split()
    if before and before[-1] in rules.behind:
        return SINCE
    if before and before[-1] in rules.toward and text.text[each.span.end : each.span.end + 2] not in _OWNED:
        return 1
    told = tense(each.span, text.sentences, starts, rules)
    words = agreement_words(text.language)
    if words is not None and not each.has("weekday"):
        named = agreement(each.span, text.sentences, starts, words)
        # A day behind it is its name; else what is to come may be when it is to be made.
        if (named == BEHIND and each.has("day")) or (named and told != 1):
            return SINCE
    return 1 if before and before[-1] in rules.ahead and told >= 0 else told
