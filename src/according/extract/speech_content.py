"""What is said and the quotation marks in it: stretches grow to the quotations they lie in, and lose their marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from according.extract.quotes import Quotation
from according.extract.speech import Draft
from according.model import Span, Speech

_EDGES = " \t\n\r\u00a0\u202f,;:–—-.…"
_END = " \t\n\r\u00a0\u202f,;:–—-."
_FURTHEST = 400
"""Pieces of a quotation that runs on over paragraphs."""


class Quotes:
    """The quotations of a text and what they do to what is said."""

    def __init__(self, text: str, found: Sequence[Quotation]) -> None:
        self._text = text
        self._found = found
        self._starts = [each.outer.start for each in found]

    def _index(self, at: int) -> int | None:
        """Return which quotation a character lies in, its marks counted."""
        index = bisect_right(self._starts, at) - 1
        return index if index >= 0 and at < self._found[index].outer.end else None

    def around(self, span: Span) -> Quotation | None:
        """Return the quotation that a span lies in."""
        index = self._index(span.start)
        return None if index is None or self._found[index].inner.end < span.end else self._found[index]

    def within(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations that have characters in a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [each for each in self._found[first:last] if each.outer.overlap(span)]

    def _piece_end(self, index: int) -> int:
        """Return where a quotation ends, in whichever paragraph it does."""
        last = index
        while self._found[last].runs_on and last + 1 < len(self._found) and last - index < _FURTHEST:
            last += 1
        return self._found[last].inner.end

    def complete(self, draft: Draft) -> Draft | None:
        """Return a draft whose stretches end with their quotations; None when nothing is left of it."""
        inside = self.around(draft.cue)
        stretches = []
        for span in draft.content:
            grown = self._within_quotation(span, inside) if inside else self._grown(span)
            kept = trimmed(self._text, grown)
            kept = self._bare(kept)
            if kept is not None and kept.overlap(draft.cue) == 0:
                stretches.append(kept)
        if draft.quoted_only:
            stretches = [quote.inner for span in stretches for quote in self._quoted(span)][:1]
        stretches = sorted(set(stretches))
        if not stretches or any(a.end > b.start for a, b in pairwise(stretches)):
            stretches = stretches[:1]
        return replace(draft, content=tuple(stretches)) if stretches else None

    def _quoted(self, span: Span) -> list[Quotation]:
        return [
            each
            for each in self.within(Span(max(0, span.start - 2), span.end + 2))
            if not self._is_name(each)
        ]

    def _is_name(self, quote: Quotation) -> bool:
        words = self._text[quote.inner.start : quote.inner.end].split()
        return len(words) < 4 and all(word[:1].isupper() for word in words)

    def _within_quotation(self, span: Span, inside: Quotation) -> Span:
        return Span(
            max(span.start, inside.inner.start), max(min(span.end, inside.inner.end), inside.inner.start)
        )

    def _grown(self, span: Span) -> Span:
        start, end = span
        first, last = self._index(start), self._index(max(start, end - 1))
        if first is not None and self._text[start : self._found[first].outer.end].strip(_EDGES + "»”\"’'"):
            start = min(start, self._found[first].outer.start)
            if self._found[first].outer.end > end:
                last = first
        if last is not None and self._text[self._found[last].outer.start : end].strip(_EDGES + "«“„\"‘'"):
            end = max(end, self._found[last].outer.end)
            if self._found[last].runs_on:
                end = self._piece_end(last)
        return Span(start, end)

    def _bare(self, span: Span | None) -> Span | None:
        """Return a stretch without the marks around the whole of it."""
        if span is None:
            return None
        index = self._index(span.start)
        if index is not None and self._found[index].outer.start == span.start:
            quote = self._found[index]
            if span.end <= quote.outer.end and not quote.runs_on:
                return trimmed(
                    self._text, Span(quote.inner.start, min(span.end, quote.inner.end)), stops=False
                )
            if quote.runs_on:
                return Span(quote.inner.start, span.end)
        return span

    def resumed(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts, those of quotations that go on in the sentence after the cue with that sentence, too."""
        taken = {
            quote.outer.start for draft in drafts for span in draft.content for quote in self.within(span)
        }
        done = []
        for draft in drafts:
            following = self._following(draft, taken)
            if following is not None:
                taken.add(following.start)
                draft = replace(draft, content=(*draft.content, self._bare(following) or following))
            done.append(draft)
        return done

    def _following(self, draft: Draft, taken: set[int]) -> Span | None:
        """Return the quotation that begins right behind the sentence of a cue that a quotation stands before."""
        end = max(draft.cue.end, draft.content[-1].end)
        if self._share(draft.content) < 0.9:
            return None
        index = bisect_right(self._starts, end)
        if index >= len(self._found) or self._starts[index] in taken:
            return None
        between = self._text[end : self._starts[index]]
        if (
            "\n" in between
            or len(between) > 160
            or between.count(".") > 1
            or not between.rstrip().endswith((".", ":", "»", "”", '"'))
        ):
            return None
        quote = self._found[index]
        if len(self._text[quote.inner.start : quote.inner.end].split()) < 3:
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
        return "direct" if share > 0.9 else "mixed" if share else "indirect"


def kind_of(draft: Draft, quotes: Quotes) -> Speech:
    """Return whether a draft's words are quoted, told, or both."""
    return quotes.kind(draft.content)


def trimmed(text: str, span: Span, stops: bool = True) -> Span | None:
    """Return a stretch without spaces and punctuation at its ends; None when nothing is left."""
    start, end = span
    edges, final = (_EDGES, _END) if stops else (" \n\t", " \n\t,")
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in final:
        end -= 1
    return Span(start, end) if any(char.isalnum() for char in text[start : min(end, start + 400)]) else None
