"""What is said and the quotation marks in it: stretches grow to the quotations they lie in, and lose their marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from according.extract.statements.draft import Draft
from according.extract.statements.quotes import Quotation
from according.model import Span, Speech

_EDGES = " \t\n\r\u00a0\u202f,;:–—-.…՝։"
_END = " \t\n\r\u00a0\u202f,;:–—-.։"
_OPEN = "«“„\"‘'"
_SHUT = "»”\"’'“"
_FURTHEST = 400
"""Pieces of a quotation that runs on over paragraphs."""
_NEAR = 8
"""Characters between a quotation and the verb that reports it: a comma, a dash, an auxiliary."""
_FEWEST = 3
_SHORT = 6
"""Characters of a single word that something can be said with."""


_DATELINE = re.compile(r"\([^()\n]{2,40}\)\s*[—–-]\s*")
"""The agency before the first sentence of its report: "(Reuters) — "."""
_OPENED = re.compile(r"\s*\(\d[\d,;\s–-]*\Z")
"""The number of a footnote whose bracket has lost its other half with the full stop."""


class Quotes:
    """The quotations of a text and what they do to what is said."""

    def __init__(self, text: str, found: Sequence[Quotation]) -> None:
        self._text = text
        self._found = found
        self._starts = [each.outer.start for each in found]
        self._ends = [each.outer.end for each in found]

    def all(self) -> Sequence[Quotation]:
        """Return all quotations, those that run on over paragraphs by their first piece."""
        return [each for n, each in enumerate(self._found) if n == 0 or not self._found[n - 1].runs_on]

    def around(self, span: Span) -> Quotation | None:
        """Return the quotation that a span lies in."""
        index = self._index(span.start)
        return None if index is None or self._found[index].inner.end < span.end else self._found[index]

    def ends_near(self, at: int) -> bool:
        """Return whether a quotation of some words ends a few characters before a place."""
        index = bisect_right(self._ends, at) - 1
        if index < 0 or self._ends[index] < at - _NEAR * 4:
            return False
        return self._words(self._found[index]) >= _FEWEST

    def end_of(self, quote: Quotation) -> int:
        """Return where a quotation ends, in whichever paragraph it does."""
        return self._piece_end(bisect_left(self._starts, quote.outer.start))

    def within(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations that have characters in a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [each for each in self._found[first:last] if each.outer.overlap(span)]

    def _index(self, at: int) -> int | None:
        """Return which quotation a character lies in, its marks counted."""
        index = bisect_right(self._starts, at) - 1
        return index if index >= 0 and at < self._found[index].outer.end else None

    def is_speech(self, quote: Quotation) -> bool:
        """Return whether a quotation has words enough to be more than a name or a term."""
        return self._words(quote) >= 2 and not self._is_name(quote)

    def _words(self, quote: Quotation) -> int:
        return len(
            self._text[quote.inner.start : min(quote.inner.end, quote.inner.start + _FURTHEST)].split()
        )

    def _piece_end(self, index: int) -> int:
        last = index
        while self._found[last].runs_on and last + 1 < len(self._found) and last - index < _FURTHEST:
            last += 1
        return self._found[last].inner.end

    def complete(self, draft: Draft) -> Draft | None:
        """Return a draft whose stretches end with their quotations; None when nothing is left of it."""
        inside = self.around(draft.cue)
        stretches = set()
        for span in draft.content:
            grown = _clipped(span, inside.inner) if inside else self._grown(span)
            kept = self.bare(trimmed(self._text, grown))
            if kept is not None and kept.overlap(draft.cue) == 0:
                stretches.add(kept)
        content = sorted(stretches)
        if inside and draft.mode == "quotation":
            return None
        if draft.mode == "quoted":
            content = [quote.inner for span in content for quote in self._quoted(span)]
        if any(a.end > b.start for a, b in pairwise(content)):
            content = content[:1]
        if not content or (draft.mode == "quotation" and not self._share(content)):
            return None
        one = content[0]
        words = sum(
            len(self._text[span.start : min(span.end, span.start + _FURTHEST)].split()) for span in content
        )
        if inside and words < _FEWEST:
            return None
        alone = len(content) == 1 and len(self._text[one.start : one.end].split()) < 2
        if alone and not self._share(content) and (draft.manner == "say" or one.end - one.start < _SHORT):
            return None
        return replace(draft, content=tuple(content))

    def _quoted(self, span: Span) -> list[Quotation]:
        wide = Span(max(0, span.start - 2), span.end + 2)
        return [each for each in self.within(wide) if not self._is_name(each)]

    def _is_name(self, quote: Quotation) -> bool:
        words = self._text[quote.inner.start : min(quote.inner.end, quote.inner.start + _FURTHEST)].split()
        return len(words) <= _FEWEST and all(word[:1].isupper() for word in words)

    def _grown(self, span: Span) -> Span:
        """Return a stretch with the whole of the quotations that it begins or ends in."""
        start, end = span
        first, last = self._index(start), self._index(max(start, end - 1))
        if first is not None and self._text[start : self._ends[first]].strip(_EDGES + _SHUT):
            start = min(start, self._starts[first])
            if self._ends[first] > end:
                last = first
        if last is not None and self._text[self._starts[last] : end].strip(_EDGES + _OPEN):
            end = max(end, self._ends[last])
            if self._found[last].runs_on:
                end = self._piece_end(last)
        return Span(start, end)

    def bare(self, span: Span | None) -> Span | None:
        """Return a stretch without the marks around the whole of it."""
        if span is None:
            return None
        index = self._index(span.start)
        if index is None or self._starts[index] != span.start:
            return self._unpaired(span)
        quote = self._found[index]
        if quote.runs_on:
            return Span(quote.inner.start, span.end)
        if span.end <= quote.outer.end:
            return trimmed(self._text, Span(quote.inner.start, min(span.end, quote.inner.end)), stops=False)
        return span

    def _unpaired(self, span: Span) -> Span | None:
        """Return a stretch without marks at its ends that belong to no quotation, and without a source in brackets."""
        start, end = span
        if self._text[start] in _OPEN + _SHUT:
            start += 1
        dangling = self._text[end - 2 : end] in (',"', ",”") and not any(
            sign in self._text[max(start, end - _FAR) : end - 1] for sign in '"“'
        )
        if self._text[end - 1] in _SHUT + "„«" and (dangling or self._index(end - 1) is None):
            end -= 1
        dateline = _DATELINE.match(self._text, start, end)
        if dateline is not None:
            start = dateline.end()
        opened = _OPENED.search(self._text, max(start, end - _SHORT * 2), end)
        if opened is not None:
            end = opened.start()
        bracket = self._text.rfind("(", start, end) if self._text[end - 1] == ")" else -1
        if (
            bracket > start
            and any(char.isdigit() for char in self._text[bracket:end])
            and "," in self._text[bracket:end]
        ):
            end = bracket
        return span if (start, end) == span else trimmed(self._text, Span(start, end))

    def resumed(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts, those of quotations that go on in the sentence after the cue with that sentence, too."""
        taken = {
            quote.outer.start for draft in drafts for span in draft.content for quote in self.within(span)
        }
        done = []
        for draft in drafts:
            content = list(draft.content)
            following = self._following(draft.cue, content, taken)
            if following is not None:
                taken.add(following.start)
                content.append(self.bare(following) or following)
            done.append(replace(draft, content=tuple(content)))
        return done

    def _following(self, cue: Span, content: Sequence[Span], taken: set[int]) -> Span | None:
        """Return the quotation that begins right behind the sentence of a cue that a quotation stands before."""
        end = max(cue.end, content[-1].end)
        reach = _FAR if cue.start > content[0].start else _NEAR
        if self._share(content) < _MOSTLY:
            return None
        index = bisect_right(self._starts, end)
        if index >= len(self._found) or self._starts[index] in taken or self._starts[index] - end > reach:
            return None
        between = self._text[end : self._starts[index]].rstrip()
        if between.count("\n") > 1 or between.count(". ") or not between.endswith((".", ":", ",", *_SHUT)):
            return None
        quote = self._found[index]
        after = self._text[quote.inner.end - 1 : quote.outer.end + 1]
        if self._words(quote) < _FEWEST or "," in after:
            return None
        return Span(quote.outer.start, self._piece_end(index) if quote.runs_on else quote.outer.end)

    def _share(self, content: Sequence[Span]) -> float:
        """Return how much of some stretches stands in quotation marks, names set in them not counted."""
        total = sum(span.end - span.start for span in content)
        inside = sum(
            quote.outer.overlap(span)
            for span in content
            for quote in self.within(span)
            if not self._is_name(quote)
        )
        return inside / total if total else 0.0

    def kind(self, content: Sequence[Span]) -> Speech:
        """Return whether words are quoted, told, or both."""
        share = self._share(content)
        return "direct" if share > _MOSTLY else "mixed" if share else "indirect"


_MOSTLY = 0.9
_FAR = 240
"""Characters from the end of a quotation over its cue to the one that continues it."""


def _clipped(span: Span, within: Span) -> Span:
    start = max(span.start, within.start)
    return Span(start, max(start, min(span.end, within.end)))


def trimmed(text: str, span: Span, stops: bool = True) -> Span | None:
    """Return a stretch without spaces and punctuation at its ends; None when nothing is left."""
    start, end = span
    edges, final = (_EDGES, _END) if stops else (" \n\t", " \n\t,")
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in final:
        end -= 1
    return Span(start, end) if any(char.isalnum() for char in text[start : min(end, start + 400)]) else None
