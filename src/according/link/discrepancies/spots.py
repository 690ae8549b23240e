"""Where something is told to be, by the words of its sentence: also places that no list knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.comparable import comparable
from according.knowledge.nationalities import nationalities
from according.link.discrepancies.page import Page
from according.link.names import keys
from according.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters that a name has at least."""
_BETWEEN = " -'’\n\t\u00a0"
"""What stands between the words of a name."""
_LONGEST = 40
"""Characters before a word in which the name of what it is for is sought."""
_JOINT = re.compile(r" (?:de la|de l[’']|of|in|de|du|des|del|von|в)?[ ]?")
"""What may stand between a word for a site and its name."""
_AROUND = 4
"""Mentions that begin at or before a word at most, in one of which it may lie."""


def spots(page: Page, span: Span) -> frozenset[str]:
    """Return how the names of places sound in a span, as far as its first sentence goes.

    They are what is written with a capital behind a word that tells where ("at Kati"), and beside one for what is
    called by its name: "Kati hospital", "l'hôpital de Kati".
    """
    sentence, text = page.sentence(span.start)
    written = page.read.sentences[page.number(span.start)][1] if text.text else ""
    found = set[str]()
    first, last = span.start - sentence.start, span.end - sentence.start
    for met in comparable().where.find(text.text):
        start, at = text.span(met.start, met.end)
        if first <= start < last:
            names = _behind(written, at)
            found |= _sounds(
                word for word in names if _is_place(page, word.group(), sentence.start + word.start())
            )
    for met in comparable().sites.find(text.text):
        start, at = text.span(met.start, met.end)
        if first <= start < last:
            joint = _JOINT.match(written, at)
            around = [*_before(written, start), *_behind(written, joint.end() if joint else at)]
            found |= _sounds(word for word in around if not nationalities(word.group()))
    return frozenset(found)


def _sounds(words: Iterable[re.Match[str]]) -> set[str]:
    return {key for word in words if len(word.group()) >= _SHORTEST for key in keys(word.group())}


def _behind(written: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the words of the name that begins at a place."""
    for word in _WORD.finditer(written, at):
        if written[at : word.start()].strip(_BETWEEN) or not word.group()[0].isupper():
            return
        at = word.end()
        yield word


def _before(written: str, stop: int) -> Iterator[re.Match[str]]:
    """Yield the words of the name that ends at a place, its last one first."""
    words = list(_WORD.finditer(written, max(0, stop - _LONGEST), stop))
    for word in words[::-1]:
        if written[word.end() : stop].strip(_BETWEEN) or not word.group()[0].isupper():
            return
        stop = word.start()
        yield word


def _is_place(page: Page, word: str, at: int) -> bool:
    """Return whether a word is of no longer name, no state, people, month or weekday.

    A name of one word that nobody knows may be taken for anything: what stands there tells.
    """
    if is_month_or_weekday(word) or nationalities(word):
        return False
    named, kinds = page.read.named, page.world.kinds
    last = bisect_right(named, at, key=lambda each: each[0].start)
    return not any(
        span.end > at
        and (kinds.get(who) == "state" or (kinds.get(who) != "place" and span.end > at + len(word)))
        for span, who in named[max(0, last - _AROUND) : last]
    )
