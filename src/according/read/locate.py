"""Finds an extracted text again, paragraph by paragraph, in the text that it was extracted from."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from according.model import Span

EDGE = 30
"""Non-space characters at both ends by which a paragraph is known of which the extractor lost a piece inside."""
LOST = 200
"""Most non-space characters that may be missing between those ends."""
REACH = 1000
"""How far outside of the paragraphs that were found for certain a repeated one is looked for."""


class Squeezed:
    """A text without its white space, with the way back to the positions of the original."""

    def __init__(self, text: str) -> None:
        self.positions = array("I", (i for i, char in enumerate(text) if not char.isspace()))
        self.text = "".join(text.split())

    def back(self, span: Span) -> Span:
        """Return the original positions of a non-empty span of the squeezed text."""
        return Span(self.positions[span.start], self.positions[span.end - 1] + 1)


def locate(squeezed: Squeezed, paragraphs: list[str]) -> list[Span]:
    """Return where `paragraphs` stand, as ascending spans of the original text; what is not found is left out.

    Paragraphs that occur exactly once are anchors; of anchors whose order differs from that of the text (extractors
    move headlines and tables) the heaviest ascending chain is kept. Repeated paragraphs are then looked for
    between their neighbours.
    """
    wanted = [needle for paragraph in paragraphs if (needle := "".join(paragraph.split()))]
    found: list[Span | None] = [_anchor(squeezed.text, needle) for needle in wanted]
    chain = _heaviest_chain(found)
    found = [span if i in chain else None for i, span in enumerate(found)]
    if not chain:
        found = _follow(squeezed.text, wanted, found, 0, len(squeezed.text))
    else:
        first, last = found[min(chain)], found[max(chain)]
        assert first is not None and last is not None  # noqa: S101, PT018 - members of the chain
        found = _follow(squeezed.text, wanted, found, max(0, first.start - REACH), last.end + REACH)
    return [squeezed.back(span) for span in found if span is not None]


def _anchor(text: str, needle: str) -> Span | None:
    """Return the only place where `needle` stands, or nearly stands."""
    start = text.find(needle)
    if start >= 0:
        return None if text.find(needle, start + 1) >= 0 else Span(start, start + len(needle))
    if len(needle) < 2 * EDGE:
        return None
    start = text.find(needle[:EDGE])
    end = text.find(needle[-EDGE:], start + EDGE, start + len(needle) + LOST + EDGE)
    return Span(start, end + EDGE) if start >= 0 and end >= 0 else None


def _heaviest_chain(spans: list[Span | None]) -> frozenset[int]:
    """Return the indices of the spans that ascend without overlap and together cover most characters.

    A weighted longest increasing subsequence over a frontier of (end, weight) in which both ascend.
    """
    ends: list[int] = [0]
    weights: list[int] = [0]
    owners: list[int | None] = [None]
    before: dict[int, int | None] = {}
    for i, span in enumerate(spans):
        if span is None:
            continue
        base = bisect_right(ends, span.start) - 1
        weight = weights[base] + span.end - span.start
        before[i] = owners[base]
        at = bisect_left(ends, span.end)
        if (at < len(ends) and ends[at] == span.end and weights[at] >= weight) or weights[at - 1] >= weight:
            continue
        stop = bisect_right(weights, weight, lo=at)
        ends[at:stop], weights[at:stop], owners[at:stop] = [span.end], [weight], [i]
    chain = set()
    last = owners[-1]
    while last is not None:
        chain.add(last)
        last = before[last]
    return frozenset(chain)


def _follow(text: str, wanted: list[str], found: list[Span | None], low: int, high: int) -> list[Span | None]:
    """Fill the gaps between anchors: each missing paragraph is looked for between its neighbours.

    Those before the first anchor are looked for backwards, so that they come to stand as near to it as possible.
    """
    result = list(found)
    limits = [0] * len(wanted)
    limit = high
    for i in range(len(wanted) - 1, -1, -1):
        limits[i] = limit
        span = result[i]
        limit = limit if span is None else span.start
    anchored = next((i for i, span in enumerate(found) if span is not None), 0)
    ceiling = limits[anchored - 1] if anchored else high
    for i in range(anchored - 1, -1, -1):
        start = text.rfind(wanted[i], low, ceiling)
        if start >= 0:
            result[i] = Span(start, start + len(wanted[i]))
            ceiling = start
    floor = low
    for i in range(anchored, len(wanted)):
        span = result[i]
        if span is None:
            start = text.find(wanted[i], floor, limits[i])
            if start < 0:
                continue
            span = result[i] = Span(start, start + len(wanted[i]))
        floor = span.end
    return result
