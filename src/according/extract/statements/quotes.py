"""Quotation marks: what stands between them, paragraph by paragraph.

A quotation may run on over paragraphs: either each of them opens with a mark and only the last closes, or the marks
stand at its very ends only. Marks that nothing closes quote nothing, unless a paragraph opens with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.model import Span

_CLOSED_BY = {
    "«": '»"',
    "“": "”“\"'",
    "„": '“”"',
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "'": "'’",
    "”": "”“",
}
"""What closes a mark; several do, because print, scrapers and machine translations mix them."""
_STRAIGHT = ('"', "‟", "″", "''", "``")
_MARKS = re.compile(r"''|``|[«»“”„‹›「」『』\"‟″]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_SINGLE = "‘’'"
_DEEPEST = 4
_LONGEST = 6
"""Paragraphs over which a quotation may run without a mark at their beginnings."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks. `outer` has the marks in it, `inner` has not; `runs_on` into the next paragraph."""

    outer: Span
    inner: Span
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The pairs in a paragraph; the mark that nothing closes; the first one that closes nothing."""

    span: Span
    pairs: list[Quotation]
    unclosed: _Mark | None
    closing: _Mark | None


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return the quotations of a text that are in no other, in order; those of several paragraphs in pieces."""
    read = [_paired(text, paragraph) for paragraph in paragraphs]
    found: list[Quotation] = []
    until = 0  # paragraphs before this one continue a quotation that has no marks at their beginnings
    for number, each in enumerate(read):
        pairs = each.pairs
        if number < until:
            last = number == until - 1
            end = each.closing.start if last and each.closing else each.span.end
            found.append(_piece(text, Span(each.span.start, end), 0, 0, runs_on=not last))
            if not last:
                continue
            pairs = [pair for pair in pairs if pair.outer.start > end]
        mark = each.unclosed
        if mark is None:
            found += pairs
            continue
        closes = _closing_paragraph(read, number, mark)
        follows = number + 1 < len(read) and _begins_with_mark(text, read[number + 1].span)
        if closes is not None or follows or mark.start == _first(text, each.span):
            pairs = [pair for pair in pairs if pair.outer.start < mark.start]
            runs_on = closes is not None or follows
            size = mark.end - mark.start
            pairs.append(_piece(text, Span(mark.start, each.span.end), size, 0, runs_on=runs_on))
            until = max(until, 0 if closes is None else closes + 1)
        found += pairs
    return [piece for piece in found if piece.inner.start < piece.inner.end]


def _closing_paragraph(read: Sequence[_Paragraph], number: int, mark: _Mark) -> int | None:
    """Return the next paragraph that closes a mark before it opens another; None when there is none nearby."""
    for later in range(number + 1, min(number + 1 + _LONGEST, len(read))):
        each = read[later]
        if each.closing is not None and _closes(each.closing.text, mark.text):
            return later
        if each.pairs or each.unclosed is not None or each.closing is not None:
            return None
    return None


def _first(text: str, paragraph: Span) -> int:
    at = paragraph.start
    while at < paragraph.end and text[at].isspace():
        at += 1
    return at


def _begins_with_mark(text: str, paragraph: Span) -> bool:
    at = _first(text, paragraph)
    return at < paragraph.end and (text[at] in "«“„‹「『‘'" or text.startswith(_STRAIGHT, at))


def _piece(text: str, outer: Span, opening: int, closing: int, runs_on: bool = False) -> Quotation:
    first, last = outer.start + opening, outer.end - closing
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Quotation(outer, Span(first, last), runs_on)


def _paired(text: str, paragraph: Span) -> _Paragraph:
    """Return the outermost pairs of marks in a paragraph, and the outermost marks without a partner."""
    pairs: list[Quotation] = []
    opened: list[_Mark] = []
    closing: _Mark | None = None
    for mark in _marks(text, paragraph):
        match = None if mark.opens else _match(mark, opened)
        if match is not None:
            first = opened[match]
            del opened[match:]
            while pairs and pairs[-1].outer.start > first.start:
                pairs.pop()
            size = first.end - first.start, mark.end - mark.start
            pairs.append(_piece(text, Span(first.start, mark.end), *size))
        elif len(opened) < _DEEPEST and (mark.opens or _may_open(text, mark)):
            opened.append(mark)
        elif closing is None and not pairs and not opened and mark.text not in _SINGLE:
            closing = mark
    unclosed = next((mark for mark in opened if mark.text not in _SINGLE or _introduced(text, mark)), None)
    return _Paragraph(paragraph, pairs, unclosed, closing)


def _introduced(text: str, mark: _Mark) -> bool:
    """Return whether a colon or a line's end stands before a mark: then even an apostrophe opens a quotation."""
    before = text[max(0, mark.start - 2) : mark.start].strip()
    return not before or before.endswith(":")


def _match(mark: _Mark, opened: Sequence[_Mark]) -> int | None:
    return next((n for n in range(len(opened) - 1, -1, -1) if _closes(mark.text, opened[n].text)), None)


def _closes(mark: str, opening: str) -> bool:
    return mark in _CLOSED_BY.get(opening, (opening, "”", "’’"))


def _may_open(text: str, mark: _Mark) -> bool:
    """Return whether a mark that looks like a closing one may open, as machine translations have it: "was ” not"."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return mark.text in ("“", "”") and before not in (".", "!", "?") and (before.isspace() or after.isspace())


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    inside = False
    for found in _MARKS.finditer(text, paragraph.start, paragraph.end):
        start, end, mark = found.start(), found.end(), found[0]
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if mark in _STRAIGHT:
            inside = opens = _straight_opens(before, after, inside)
        elif mark in _SINGLE:
            opens = after.isalnum() and not (before.isalnum() or before in ".,!?…")
        elif mark == "“":  # in German and Russian it closes
            opens = before.isspace() or before in "([—–-" or after.isalnum()
        else:
            opens = mark in "«„‹「『"
        yield _Mark(start, end, mark, opens)


def _straight_opens(before: str, after: str, inside: bool) -> bool:
    """Return whether a mark that may be either opens: by the spaces beside it, else by the one before it."""
    left, right = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–"
    return left if left != right else not inside
