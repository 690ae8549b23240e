"""Quotation marks: what stands between them, paragraph by paragraph.

A quotation may run on over paragraphs: each of them then opens with a mark and only the last closes. Marks that
nothing closes, as machine translations leave them, quote nothing unless a paragraph opens with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.model import Span

_OPENING = {"«": "»", "“": "”", "„": "“”", "‹": "›", "「": "」", "『": "』"}
_CLOSING = {"»": "«", "”": "“„", "›": "‹", "」": "「", "』": "『"}
_MARKS = re.compile(r"[«»“”„‹›「」『』\"‟″]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_STRAIGHT = frozenset("\"‟″'")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks. `outer` has the marks in it, `inner` has not; `runs_on` into the next paragraph."""

    outer: Span
    inner: Span
    runs_on: bool = False


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return the quotations of a text that are in no other, in order; those of several paragraphs in pieces."""
    found: list[Quotation] = []
    continued = False
    for number, paragraph in enumerate(paragraphs):
        pieces, unclosed = _paired(text, paragraph)
        if unclosed is not None:
            follows = number + 1 < len(paragraphs) and _opens(text, paragraphs[number + 1])
            opens = unclosed == _first(text, paragraph)
            if follows or (opens and (continued or not pieces)):
                pieces = [piece for piece in pieces if piece.outer.start < unclosed]
                pieces.append(_piece(text, unclosed, paragraph.end, closed=False, runs_on=follows))
            continued = follows
        else:
            continued = False
        found += [piece for piece in pieces if piece.inner.start < piece.inner.end]
    return found


def _first(text: str, paragraph: Span) -> int:
    at = paragraph.start
    while at < paragraph.end and text[at].isspace():
        at += 1
    return at


def _opens(text: str, paragraph: Span) -> bool:
    at = _first(text, paragraph)
    return at < paragraph.end and (text[at] in _OPENING or text[at] in _STRAIGHT)


def _piece(text: str, start: int, end: int, closed: bool, runs_on: bool = False) -> Quotation:
    first, last = start + 1, end - closed
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Quotation(Span(start, end), Span(first, last), runs_on)


def _paired(text: str, paragraph: Span) -> tuple[list[Quotation], int | None]:
    """Return the outermost pairs of marks in a paragraph, and where the outermost mark stands that none closes."""
    pairs: list[Quotation] = []
    opened: list[tuple[int, str]] = []
    for at, mark, opening in _marks(text, paragraph):
        if opening and len(opened) < _DEEPEST:
            opened.append((at, mark))
        elif not opening:
            match = next((n for n in range(len(opened) - 1, -1, -1) if _closes(mark, opened[n][1])), None)
            if match is None:
                continue
            start = opened[match][0]
            del opened[match:]
            while pairs and pairs[-1].outer.start > start:
                pairs.pop()
            pairs.append(_piece(text, start, at + 1, closed=True))
    unclosed = next((at for at, mark in opened if mark not in "‘'"), None)
    inside = [pair for pair in pairs if not opened or pair.outer.start < opened[0][0] or unclosed is None]
    return (inside if unclosed is None or _first(text, paragraph) == unclosed else pairs), unclosed


def _closes(mark: str, opening: str) -> bool:
    if opening in _STRAIGHT:
        return mark == opening or mark in "”’"
    return (
        mark in _OPENING.get(opening, "’" if opening == "‘" else "")
        or mark == '"'
        or (opening == "‘" and mark == "'")
    )


def _marks(text: str, paragraph: Span) -> Iterator[tuple[int, str, bool]]:
    """Yield where each mark stands, which it is, and whether it opens a quotation."""
    straight = False
    for found in _MARKS.finditer(text, paragraph.start, paragraph.end):
        at, mark = found.start(), found[0]
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if mark in _STRAIGHT and mark != "'":
            opening = _straight_opens(before, after, straight)
            straight = opening
        elif mark in "‘’'":
            opening = not (before.isalnum() or before in ".,!?…") and after.isalnum()
        elif (
            mark == "“"
            and before != " "
            and not before.isspace()
            and before not in "([—–-"
            and not after.isalnum()
        ):
            opening = False  # the closing mark of German and Russian
        elif mark == "”" and (before.isspace() or before in "([") and after.isalnum():
            opening = True  # machine translations and Swedish
        else:
            opening = mark in _OPENING
        yield at, mark, opening


def _straight_opens(before: str, after: str, inside: bool) -> bool:
    """Return whether a mark that may be either opens: by the spaces beside it, else by the one before it."""
    left, right = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–"
    if left and not right:
        return True
    if right and not left:
        return False
    return not inside
