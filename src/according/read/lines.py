"""Lines of a document and the units they form.

A *unit* is what a person sees as one thing on the page: a paragraph, a title, a caption. Text that was copied from
a page or a PDF is often hard-wrapped, sometimes with a stray blank line in the middle of a sentence, so that a unit
may be many lines; only joins that are certain are made here, the doubtful ones are left to the decoder.
"""

from __future__ import annotations

import functools
import re
import statistics
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import cast

from according.model import Span
from according.read.fields import field, is_dump, layout

NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line: the same characters as str.splitlines."""

TERMINAL = ".!?…։。！？؟۔।"
CLOSERS = "\"'”’»›)]}*_ \t\u00a0\u202f\u200b\u200e\u200f"
OPENERS = "\"'“‘«‹([{-–—•*·… \t\u00a0\u202f\u200b\u200e\u200f\ufeff"

FULL = 0.92
"""A line counts as full when the next line's first word would have taken it to this share of the wrap width."""
LEAST = 0.66
"""Least share of the wrap width that a full line fills by itself."""

OVER = 1.03
"""A line longer than this share of the wrap width was not broken for want of room: it stands by itself."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more lines that belong together. `text` is its text with line breaks mended to single spaces.

    `span` leaves white space at both ends out; `lines` are the spans of its lines; `blank` is the number of blank
    lines above it (-1 for the first unit of a document), `below` the number below it; `indent` the white space in
    front of its first line, in characters. `cut` is True for a single line that may be the first of the paragraph
    below it, broken for want of room: the decoder decides.
    """

    span: Span
    text: str
    lines: tuple[Span, ...]
    blank: int
    below: int
    indent: int
    cut: bool = False

    @property
    def ends(self) -> bool:
        """Whether it ends like a sentence, closing quotes and brackets aside."""
        return ends_sentence(self.text)

    @property
    def words(self) -> int:
        """Number of words."""
        return self.text.count(" ") + 1


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends in a sentence's last mark, closing quotes and brackets aside."""
    core = text.rstrip(CLOSERS)
    return bool(core) and core[-1] in TERMINAL


def starts_low(text: str) -> bool:
    """Return whether the first letter of `text`, opening quotes aside, is a small one."""
    core = text.lstrip(OPENERS)
    return bool(core) and core[0].islower()


def line_spans(text: str) -> list[Span]:
    """Return the span of every line without its line break; they cover all of `text` but the breaks."""
    spans = []
    start = 0
    for match in NEWLINE.finditer(text):
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, len(text)))
    return spans


def trim(text: str, span: Span) -> Span:
    """Return `span` without white space (and invisible marks) at its ends; empty at its start when nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "\u200b\u200e\u200f\ufeff\xad"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\u200e\u200f\ufeff"):
        end -= 1
    return Span(start, end)


def wrap_width(lengths: list[int]) -> int:
    """Return the width at which the text was hard-wrapped, 0 when it was not.

    Wrapped text has many lines just under one width and hardly any beyond it; text with a paragraph a line has
    lengths of every size.
    """
    long = sorted(length for length in lengths if length >= 45)
    if len(long) < 4:
        return 0
    widths = [
        width
        for width in set(long)
        if width <= 140 and len(long) - bisect_right(long, width) <= 0.15 * len(long)
    ]
    if not widths:
        return 0
    reach = {width: bisect_right(long, width) - bisect_left(long, 0.88 * width) for width in widths}
    best = max(widths, key=lambda width: (reach[width], width))
    return best if reach[best] >= 0.45 * len(long) else 0


def units(text: str) -> list[Unit]:
    """Return the units of `text` in order; white space apart, they cover it all."""
    lines = _unquoted(text, [(trim(text, span), span) for span in line_spans(text)])
    coded = is_dump(text)
    width = wrap_width([core.end - span.start for core, span in lines if core.end > core.start])
    groups: list[list[tuple[Span, Span]]] = []
    blanks: list[int] = []
    cut: set[int] = set()
    gappy = _gappy(text, [core for core, _ in lines], width)
    waiting = -1
    for core, span in lines:
        if core.start == core.end:
            waiting = max(waiting, 0) + 1 if groups else -1
            continue
        line = text[core.start : core.end]
        labelled = field(line, coded)
        alone = labelled is not None and (labelled.coded or waiting <= 0)
        blank = max(waiting, 0)
        if gappy:
            blank = max(0, blank - 1)
        joins = bool(groups) and not alone and _joins(text, groups[-1], line, blank, width)
        if joins and _doubtful(text, groups[-1], line, width):
            cut.add(len(groups) - 1)
            joins = False
        if joins:
            groups[-1].append((core, span))
        else:
            groups.append([(core, span)])
            blanks.append(waiting if len(groups) > 1 else -1)
        waiting = 0
    below = [*blanks[1:], 99]
    return [
        Unit(
            Span(group[0][0].start, group[-1][0].end),
            _joined(text, [core for core, _ in group]),
            tuple(core for core, _ in group),
            blanks[i],
            below[i],
            group[0][0].start - group[0][1].start,
            i in cut,
        )
        for i, group in enumerate(groups)
    ]


def _unquoted(text: str, lines: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The lines without the "> " that mail programs put in front of a forwarded text."""
    marked = [QUOTE_MARK.match(text, core.start, core.end) for core, _ in lines]
    if sum(match is not None for match in marked) < 3:
        return lines
    return [
        (trim(text, Span(match.end(), core.end)) if match else core, span)
        for match, (core, span) in zip(marked, lines, strict=True)
    ]


def _gappy(text: str, cores: list[Span], width: int) -> bool:
    """Whether blank lines fall in the middle of sentences here, as in text taken from a PDF page by page."""
    if not width:
        return False
    inside = 0
    for above, blank, below in zip(cores, cores[1:], cores[2:], strict=False):
        if blank.start == blank.end and above.end > above.start and below.end > below.start:
            inside += text[below.start].islower() and not ends_sentence(text[above.start : above.end])
    return inside >= 3


def _joins(text: str, group: list[tuple[Span, Span]], line: str, blank: int, width: int) -> bool:
    """Whether `line`, after `blank` blank lines, certainly goes on with the unit above it."""
    last = group[-1][0]
    above = text[last.start : last.end]
    if not any(c.isalpha() for c in above) or not any(c.isalnum() for c in line):
        return False
    if ends_sentence(above) or above[-1] in ":|>" or blank > 1:
        return False
    if not blank and _opens(above) and _closes(line):
        return True
    first = text[group[0][0].start : group[0][0].end]
    if len(first) > 25 and _words(line)[:3] == _words(first)[:3]:
        return False  # a title and the first sentence that repeats it
    if LIST_ITEM.match(line) or (not any(c.isalnum() for c in line[:3]) and line[0] not in "(«“\"'‘—–-"):
        return False
    if line[0].islower() and (not blank or width):
        return not ADDRESS.match(line) and not ADDRESS.match(above)
    if above[-1] in "-‐" and len(above) > 2 and above[-2].isalpha() and blank == 0:
        return True
    if above.isupper() and len(above) > 30 and len(line) > 3:
        return line.isupper() and not blank
    above_width = last.end - group[-1][1].start  # with its indentation
    needed = above_width + 1 + len(line.split(" ", 1)[0])
    full = width and LEAST * width <= above_width <= OVER * width and needed >= FULL * width
    if blank and not full:
        return False
    if full:
        # A full line without a full stop was broken for want of room. Across a blank line a comma or a small word
        # must say so too: a heading may happen to be as long as a line.
        return blank == 0 or above[-1] in ",;" or _last_word(above) in _carrying_on()
    return (
        above[-1] == ","
        or _last_word(above) in _carrying_on()
        or (line[0] == "(" and len(group) == 1 and ")" in line)
    )


def _opens(line: str) -> bool:
    """Whether a quotation or bracket is open at the end of the line."""
    return any(line.count(a) > line.count(b) for a, b in PAIRS)


def _closes(line: str) -> bool:
    """Whether the line closes one that it does not open."""
    return any(line.count(b) > line.count(a) for a, b in PAIRS)


def _doubtful(text: str, group: list[tuple[Span, Span]], line: str, width: int) -> bool:
    """Whether a join could be a title and the paragraph below it: one line, and the next starts with a capital."""
    above = text[group[0][0].start : group[0][0].end]
    if len(line) < LEAST * width and ends_sentence(line):
        return False  # the rest of a sentence
    return (
        len(group) == 1
        and line[0].isupper()
        and above[-1] not in ",;-‐"
        and _last_word(above) not in _carrying_on()
        and len(above) > 30
    )


def merged(a: Unit, b: Unit) -> Unit:
    """Return two units as one paragraph."""
    return Unit(
        Span(a.span.start, b.span.end),
        f"{a.text} {b.text}",
        (*a.lines, *b.lines),
        a.blank,
        b.below,
        a.indent,
        b.cut,
    )


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold())


@functools.cache
def _carrying_on() -> frozenset[str]:
    return frozenset(cast(list[str], layout()["carries_on"]))


def _last_word(line: str) -> str:
    return line.rsplit(None, 1)[-1].casefold().lstrip("'’«(\"")


def _joined(text: str, lines: list[Span]) -> str:
    """The unit's lines in one, hyphenated words mended, inner white space collapsed."""
    whole = ""
    for span in lines:
        line = " ".join(text[span.start : span.end].split())
        if whole.endswith(("-", "‐", "\xad")) and line[:1].islower() and whole[-2:-1].isalpha():
            whole = whole[:-1] + line if whole[-1] == "\xad" else whole + line
        else:
            whole = f"{whole} {line}" if whole else line
    return whole


PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("„", "“"))
QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
LIST_ITEM = re.compile(r"[-–—•*·▪►●]\s|\(?\d{1,3}[.)/\]]|\[\d")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+$")


def typical_blank(found: list[Unit]) -> float:
    """Return the usual number of blank lines between two units (the median over the document)."""
    gaps = [unit.blank for unit in found[1:]]
    return statistics.median(gaps) if gaps else 0.0
