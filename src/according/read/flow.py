"""Running text: an article's words as a reader reads them, with the way back to the original characters.

Lines broken for want of room are joined, words hyphenated at a line's end are mended, sentences glued together
("incident.Le") are set apart, and what is marked as not the article is left out. Nothing is changed in the
document: every piece of running text points at the characters it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from according.model import Span
from according.read.lines import Unit, starts_low

LOW = "a-zß-öø-ÿāăąćčďđēęěğģīįıłńňōőœřśşšťţūůűźżžəа-яёіїєґա-ևა-ჰ"
UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİŁŃŇŌŐŒŘŚŞŠŤŢŪŮŰŹŻŽƏА-ЯЁІЇЄҐԱ-Ֆ"
"""Small and capital letters of the scripts with case that the press of the languages here is written in."""
GLUED = re.compile(
    rf"(?<=[{LOW}]{{3}})[.!?…։][\"”»’)]?(?=[«“\"(]?[{UP}][{LOW}])(?!(?:Ru|Ру|Рф|Com|Org|Net|Info|Az|Am|Ua|By|Kz|Ge|Fr)\b)"
)
"""A sentence's end with the next sentence stuck to it: three small letters, the stop, a capital, a small letter;
the ends of addresses used as names ("Лента.Ру") aside."""
HYPHENS = "-\u2010\u00ad"
TYPESET = 0.04
"""Share of lines ending in a hyphen from which on a text counts as typeset with hyphenation."""
LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text and where it comes from.

    `text` has paragraphs separated by one line feed; `paragraphs` are their spans in it. `pieces` holds the start of
    every stretch taken over whole, in `text`, and `sources` the position of its first character in the document.
    """

    text: str
    paragraphs: tuple[Span, ...]
    pieces: tuple[int, ...]
    sources: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return the span in the document for `text[start:end]`; an empty one stays empty."""
        if start >= end:
            at = self._position(start) if self.pieces else 0
            return Span(at, at)
        return Span(self._position(start), self._position(end - 1) + 1)

    def locator(self) -> Callable[[Span], Span | None]:
        """Return a function from a span of the document to where `text` has it; None for what it leaves out."""
        bounds = zip(self.pieces, (*self.pieces, len(self.text))[1:], self.sources, strict=True)
        # Not the blanks that join lines: they stand for characters of the pieces beside them.
        pieces = sorted((source, start, end) for start, end, source in bounds if self.text[start:end].strip())
        sources = [source for source, _, _ in pieces]

        def index(position: int) -> int | None:
            source, start, end = pieces[max(0, bisect_right(sources, position) - 1)]
            at = start + position - source
            return at if start <= at < end else None

        def located(span: Span) -> Span | None:
            start, end = (index(span.start), index(span.end - 1)) if pieces else (None, None)
            return None if start is None or end is None or end < start else Span(start, end + 1)

        return located

    def _position(self, index: int) -> int:
        k = max(0, bisect_right(self.pieces, index) - 1)
        return self.sources[k] + index - self.pieces[k]


def flow(text: str, found: Sequence[Unit], leave_out: Iterable[Span]) -> Flow:
    """Return the running text of the units `found`, without the spans `leave_out`; one unit is one paragraph."""
    holes = _merged(leave_out)
    words = (
        Counter(WORD.findall(text[found[0].span.start : found[-1].span.end].casefold()))
        if found
        else Counter()
    )
    typeset = _typeset(text, found)
    parts: list[str] = []
    pieces: list[int] = []
    sources: list[int] = []
    paragraphs: list[Span] = []
    length = 0

    def add(string: str, source: int) -> None:
        nonlocal length
        if string:
            pieces.append(length)
            sources.append(source)
            parts.append(string)
            length += len(string)

    last: Unit | None = None
    for unit in found:
        begun = length
        if last is not None and paragraphs and starts_low(unit.text) and not last.ends:
            # A sentence that a running head, an advert or the end of a column had interrupted.
            parts.pop()
            pieces.pop()
            sources.pop()
            length -= 1
            begun = paragraphs.pop().start
        last = unit
        for line in unit.lines:
            for span in _without(text, line, holes):
                for piece in _sentences(text, span):
                    if length > begun:
                        glue = _glue(text, sources[-1] + len(parts[-1]), piece.start, words, typeset)
                        if glue is None:
                            parts[-1] = parts[-1][:-1]
                            length -= 1
                        else:
                            add(glue, piece.start)
                    add(text[piece.start : piece.end], piece.start)
        if length > begun:
            paragraphs.append(Span(begun, length))
            add("\n", max(unit.span.end - 1, 0))
    return Flow("".join(parts), tuple(paragraphs), tuple(pieces), tuple(sources))


def framed(text: str, title: Span | None, running: Flow, margins: Iterable[Span]) -> Flow:
    """Return the running text with the article's title before it and what stands in its margins behind it.

    The title and each of `margins` (captions, credits) is a paragraph of its own, its lines joined.
    """
    before = [title] if title is not None else []
    parts: list[str] = []
    sources: list[int] = []
    paragraphs: list[Span] = []
    length = 0

    def add(string: str, source: int) -> None:
        nonlocal length
        parts.append(string)
        sources.append(source)
        length += len(string)

    def add_paragraph(span: Span) -> None:
        begun = length
        for line in LINE.finditer(text, span.start, span.end):
            if length > begun:
                add(" ", line.start())
            add(line.group(), line.start())
        if length > begun:
            paragraphs.append(Span(begun, length))
            add("\n", span.end - 1)

    for span in before:
        add_paragraph(span)
    shift = length
    body = [*running.pieces, len(running.text)]
    for k, source in enumerate(running.sources):
        add(running.text[body[k] : body[k + 1]], source)
    paragraphs += [Span(start + shift, end + shift) for start, end in running.paragraphs]
    for span in margins:
        add_paragraph(span)
    pieces = [*accumulate(map(len, parts), initial=0)][:-1]
    return Flow("".join(parts), tuple(paragraphs), tuple(pieces), tuple(sources))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one, empty ones left out."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _without(text: str, line: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of `line` outside the holes, which are in order and do not overlap."""
    left = []
    at = line.start
    first = max(0, bisect_right(holes, (line.start,)) - 1)
    for k in range(first, len(holes)):
        hole = holes[k]
        if hole.start >= line.end:
            break
        if hole.end <= at:
            continue
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < line.end:
        left.append(Span(at, line.end))
    return [span for span in left if not text[span.start : span.end].isspace()]


def _sentences(text: str, span: Span) -> list[Span]:
    """The span cut where two sentences are glued together."""
    cuts = [span.start, *(m.end() for m in GLUED.finditer(text, span.start, span.end)), span.end]
    return [Span(a, b) for a, b in pairwise(cuts) if b > a]


def _glue(text: str, last: int, start: int, words: Counter[str], typeset: bool) -> str | None:
    """What stands between the piece that ends at `last` and the one at `start`; None to drop a hyphen before it."""
    if last >= 2 and text[last - 1] in HYPHENS and text[last - 2].isalpha() and text[start].isalpha():
        left = WORD.findall(text[max(0, last - 40) : last - 1])
        right = WORD.match(text, start)
        if text[last - 1] == "\u00ad":
            return None
        if left and right and text[start].islower():
            whole, apart = (
                left[-1].casefold() + right.group().casefold(),
                f"{left[-1]}-{right.group()}".casefold(),
            )
            if words[whole] or (typeset and not words[apart]):
                return None
        return ""
    return " "


def _typeset(text: str, found: Sequence[Unit]) -> bool:
    """Whether hyphens at the ends of lines are the typesetter's."""
    ends = [line.end for unit in found for line in unit.lines[:-1]]
    broken = sum(text[end - 1] in HYPHENS and text[end - 2].isalpha() for end in ends if end >= 2)
    return len(ends) >= 10 and broken >= TYPESET * len(ends)
