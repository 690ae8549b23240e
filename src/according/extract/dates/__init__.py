"""Dates of an article: found by the shapes of their words, then settled from the article's own date.

`found` knows words, `settle` the calendar, `tense` verbs, `moments` how dates are counted and written. What is
particular to a language is in `knowledge/dates/`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from according.extract.dates.found import Said, said
from according.extract.dates.moments import Point
from according.extract.dates.settle import Settler
from according.extract.dates.tense import tense
from according.knowledge.dates import DateRules, date_rules
from according.model import Date, Span, Text

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def dates(text: Text) -> tuple[Date, ...]:
    """Return the dates of an article in order, without overlap; spans are in `text.text`.

    `value` is None for words that cannot be settled: relative ones of an article without a date.
    """
    language = (text.language or "").partition("-")[0]
    rules = date_rules(language)
    starts = [sentence.span.start for sentence in text.sentences]
    settler = Settler(
        anchor(text.published),
        partial(_tense, text=text, starts=starts, rules=rules),
        partial(bisect_right, starts),
        settled_numbers=rules is None or rules.settled_numbers,
    )
    found = []
    for paragraph in _paragraphs(text):
        for each in said(text.text, paragraph, text.language, rules):
            settled = settler.settle(each)
            if settled is not None:
                value = settled.when.value if settled.when else None
                written = text.text[each.span.start : each.span.end]
                found.append(
                    Date(text.article, each.span, written, value, settled.confidence, settled.reason)
                )
    return tuple(found)


def anchor(published: str | None) -> Point | None:
    """Return the day, month or year with which an EDTF date begins, None when it begins with none."""
    match = _EDTF.match(published or "")
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    point = Point(year or 0, month, day)
    return point if point.valid and point.countable else None


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
    return 0 if rules is None else tense(each.span, text.sentences, starts, rules)
