"""From pieces of text with positions to lines and paragraphs in the order in which they are read.

Positions are in points; y grows upwards, as in PDF. A row that is drawn across two columns is two fragments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

SAME_ROW = 0.4
"""Share of the type size by which the baselines of one row may differ (raised and lowered figures)."""
WORD_GAP = 0.8
"""Type sizes between two pieces of a row from which they may be of two columns."""
CELL_GAP = 2.2
"""Type sizes between two pieces of a row from which they are cells, set apart by a tab."""
INDENT = 0.6
"""Type sizes by which the first line of a paragraph is moved in, at least."""
LEADING = 1.3
"""How many times the usual distance of lines separates paragraphs."""
USUAL_LEADING = 1.2
"""Distance of lines in type sizes where nothing tells it."""
LARGER = 1.12
"""From this ratio of sizes two lines are set in different type: a title and its text."""
SHORT = 0.8
"""A line that ends a sentence and is shorter than this share of the widest line ends its paragraph."""
COLUMN_LINES = 3
"""Fewest lines of a column."""
COLUMN_CHARACTERS = 12
"""Fewest characters of the typical line of a column; narrower is a table, which is read row by row."""
EDGE = 2.0
"""Points by which edges that are meant to be the same may differ."""
MAXIMUM = 5000
"""Fragments of a page from which columns are not looked for: no page that people read has as many."""
BULLETS = ("•", "▪", "◦", "●", "■")
SENTENCE_ENDS = (".", "!", "?", "…", "։", "؟", "。", "»", "”", '"', ":", ";")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of one line. `size` is its type size."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


Paragraph = list[Fragment]
"""The lines of a paragraph, top down."""


def rows(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return whole lines, top down: fragments on one baseline are joined, by a tab when they stand far apart."""
    found: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.baseline, f.left)):
        row = found[-1] if found else []
        if row and row[0].baseline - fragment.baseline <= SAME_ROW * min(row[0].size, fragment.size):
            row.append(fragment)
        else:
            found.append([fragment])
    return [_join(sorted(row, key=lambda f: f.left)) for row in found]


def _join(row: Sequence[Fragment]) -> Fragment:
    text = row[0].text
    for before, piece in pairwise(row):
        text += ("\t" if piece.left - before.right > CELL_GAP * piece.size else " ") + piece.text
    widest = max(row, key=lambda f: len(f.text))
    return Fragment(text, row[0].left, max(f.right for f in row), widest.baseline, widest.size)


def paragraphs(fragments: Sequence[Fragment]) -> list[Paragraph]:
    """Return the paragraphs of a page or of a part of one: columns one after the other, what spans them between.

    The best gutter is the left edge that most lines of prose on both sides respect. Lines that cross it (headlines,
    footnotes) divide the page; between them the left side is read before the right. Each side may have columns
    of its own.
    """
    if len(fragments) > MAXIMUM:
        return _single_column(fragments)
    bands = _best_bands(fragments)
    if bands is None:
        return _single_column(fragments)
    found: list[Paragraph] = []
    for left, right in bands:
        found.extend(paragraphs(left))
        if right:
            rest = paragraphs(right)
            if _goes_on(found[-1][-1], rest[0][0]):
                found[-1].extend(rest.pop(0))
            found.extend(rest)
    return found


def _goes_on(last: Fragment, first: Fragment) -> bool:
    """Return whether a sentence goes on from the last line of a column to the first of the next one."""
    return first.text[0].islower() and not last.text.endswith(SENTENCE_ENDS) and not _differ(last, first)


Band = tuple[list[Fragment], list[Fragment]]
"""What stands on the left and on the right of a gutter; what does not belong to columns is all left."""


def _best_bands(fragments: Sequence[Fragment]) -> list[Band] | None:
    """Return the page divided along its best gutter, None when it has no columns."""
    by_height = sorted(fragments, key=lambda f: -f.baseline)
    edges: list[float] = []
    for left in sorted(f.left for f in fragments):
        if not edges or left - edges[-1] > EDGE:
            edges.append(left)
    best, best_score = None, 0
    for edge in edges[1:]:
        if sum(abs(f.left - edge) <= EDGE for f in fragments) < COLUMN_LINES:
            continue
        bands = _bands(by_height, edge)
        score = sum(min(len(left), len(right)) for left, right in bands)
        if score > best_score:
            best, best_score = bands, score
    return best


def _bands(by_height: Sequence[Fragment], gutter: float) -> list[Band]:
    """Divide a page at the lines that cross the gutter; parts that are no columns are joined with these lines."""
    found: list[Band] = []
    plain: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []

    def close() -> None:
        nonlocal plain, left, right
        if _are_columns(left, right):
            if plain:
                found.append((plain, []))
            found.append((left, right))
            plain = []
        else:
            plain = plain + left + right
        left, right = [], []

    for fragment in by_height:
        if fragment.left >= gutter - EDGE:
            right.append(fragment)
        elif fragment.right <= gutter - EDGE:
            left.append(fragment)
        else:
            close()
            plain.append(fragment)
    close()
    if plain:
        found.append((plain, []))
    return found


def _are_columns(left: list[Fragment], right: list[Fragment]) -> bool:
    """Return whether both sides are lines of prose and stand beside each other."""
    if min(len(left), len(right)) < COLUMN_LINES:
        return False
    if any(median(len(f.text) for f in side) < COLUMN_CHARACTERS for side in (left, right)):
        return False
    low = max(side[-1].baseline for side in (left, right))
    high = min(side[0].baseline for side in (left, right))
    return 2 * (high - low) >= min(side[0].baseline - side[-1].baseline for side in (left, right))


def _single_column(fragments: Sequence[Fragment]) -> list[Paragraph]:
    lines = rows(fragments)
    steps = [
        above.baseline - line.baseline
        for above, line in pairwise(lines)
        if not _differ(above, line) and above.baseline - line.baseline < 2 * line.size
    ]
    body = median(line.size for line in lines)
    # In sizes of the type: a title has its own distance of lines, wider than that of the text below it.
    leading = median(steps) / body if steps else USUAL_LEADING
    margin = median(line.left for line in lines)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    found: list[Paragraph] = []
    for line in lines:
        if not found or _begins(found[-1][-1], line, leading * line.size, margin, width):
            found.append([])
        found[-1].append(line)
    return found


def _begins(above: Fragment, line: Fragment, leading: float, margin: float, width: float) -> bool:
    """Return whether `line` begins a paragraph: by distance, type size, indent, or the short line above it."""
    if line.text.startswith(BULLETS):
        return True
    # The second line of an item hangs below the text of its first and begins nothing.
    above_is_inset = above.left - margin > INDENT * line.size or above.text.startswith(BULLETS)
    centred = abs(above.left + above.right - line.left - line.right) <= 2 * EDGE
    inset = line.left - margin > INDENT * line.size and not above_is_inset and not centred
    ends = above.text.endswith(SENTENCE_ENDS) and above.right - above.left < SHORT * width
    return above.baseline - line.baseline > LEADING * leading or _differ(above, line) or inset or ends


def _differ(one: Fragment, other: Fragment) -> bool:
    return max(one.size, other.size) > LARGER * min(one.size, other.size)
