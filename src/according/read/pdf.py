"""PDF files that have a text layer: lines and paragraphs in reading order, with running heads and feet marked."""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import pypdfium2
from pypdfium2 import raw

from according.model import Document, Mark, Notice, Span
from according.read.pdf_layout import SAME_ROW, WORD_GAP, Fragment, paragraphs, rows
from according.read.source import Source
from according.read.text import without_surrogates
from according.settings import Settings

PDFIUM = threading.Lock()
"""PDFium must not be entered by two threads at once."""
HYPHENS = ("\x02", "\ufffe", "\u00ad")
"""What PDFium (the first two) and typesetters write where a word is broken at the end of a line."""
SOFT_HYPHEN = "\u00ad"
MARGIN = 0.12
"""Share of a page's height, at the top and at the bottom, in which running heads and feet stand."""
SAME_HEIGHT = 10.0
"""Points by which the height of a running head may differ between pages."""
REPEATED = 0.3
"""Share of pages on which a line must stand to be a running head (left and right pages often differ)."""
ENOUGH = 3
"""Pages that suffice when the line has letters: heads that name the chapter stand on its pages only."""
UPRIGHT = 0.9
"""Cosine of the angle up to which a line counts as level."""
UNMAPPED = 0.3
"""Share of letters without meaning from which a font hides what it says."""


@dataclass(slots=True)
class Page:
    """What stands on one page. `turned` is text that does not run from left to right, in the order of the file."""

    height: float
    fragments: list[Fragment] = field(default_factory=list)
    turned: str = ""
    head: list[tuple[Fragment, str]] = field(default_factory=list)
    foot: list[tuple[Fragment, str]] = field(default_factory=list)


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield the PDF as one Document; its date and author fields are ignored, they are those of the software."""
    data = source.stream.read()
    try:
        with PDFIUM:
            pages, broken = _pages(data, settings.document_bytes)
    except pypdfium2.PdfiumError as error:
        yield _refusal(source.uri, str(error))
        return
    if broken:
        message = (
            f"Page {', '.join(map(str, broken))} cannot be read, the other pages were. Ask for a better copy."
        )
        yield Notice(source.uri, "damaged", message, lost=False)
    elif b"%%EOF" not in data[-2048:]:
        message = "The PDF ends too early; what is left of it was read. Download it again."
        yield Notice(source.uri, "damaged", message, lost=False)
    _take_furniture(pages)
    text, marks = _assemble(pages)
    if not text:
        message = "The PDF has no text layer. Run text recognition over it first, for example with ocrmypdf."
        yield Notice(source.uri, "no-text", message, lost=True)
        return
    hidden = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if hidden > UNMAPPED * sum(not char.isspace() for char in text):
        message = "The PDF's fonts do not say which letters they show. Run text recognition with ocrmypdf --force-ocr."
        yield Notice(source.uri, "encoding", message, lost=False)
    yield Document.make(source.uri, data, "application/pdf", "pdf", text, marks=marks)


def _refusal(uri: str, error: str) -> Notice:
    if "password" in error.lower() or "security" in error.lower():
        message = "The PDF needs a password. Save a copy without one, for example with qpdf --decrypt."
        return Notice(uri, "encrypted", message, lost=True)
    message = "The PDF is damaged and cannot be opened. Download it again or ask for a better copy."
    return Notice(uri, "damaged", message, lost=True)


def _pages(data: bytes, limit: int) -> tuple[list[Page], list[int]]:
    """Return the pages up to `limit` characters, and the numbers of those that cannot be read."""
    pages: list[Page] = []
    broken: list[int] = []
    characters = 0
    document = pypdfium2.PdfDocument(data)
    try:
        for index in range(len(document)):
            if characters > limit:
                broken.extend(range(index + 1, len(document) + 1))
                break
            try:
                pdf_page = document[index]
                text_page = pdf_page.get_textpage()
                characters += text_page.count_chars()
                pages.append(_page(text_page, pdf_page.get_height()))
            except pypdfium2.PdfiumError:
                broken.append(index + 1)
    finally:
        document.close()  # closes its pages too
    return pages, broken


@dataclass(slots=True)
class _Run:
    """A fragment that is being collected."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    def takes(self, left: float, right: float, baseline: float) -> bool:
        """Return whether a letter stands on the same line and near enough to belong to the run."""
        apart = max(left - self.right, self.left - right)
        return apart <= WORD_GAP * self.size and abs(baseline - self.baseline) <= SAME_ROW * self.size


def _page(text_page: pypdfium2.PdfTextPage, height: float) -> Page:
    """Collect the letters of a page into fragments, in the order of the file."""
    page = Page(height)
    runs: list[_Run] = []
    space = False
    turned: list[str] = []
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(text_page.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text_page, i))
        if char in HYPHENS:
            char = SOFT_HYPHEN
        elif char.isspace() or char < " ":
            space = True
            continue
        if math.cos(raw.FPDFText_GetCharAngle(text_page, i)) < UPRIGHT:
            turned.append(" " + char if space and turned else char)
            space = False
            continue
        raw.FPDFText_GetLooseCharBox(text_page, i, box)
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        if not all(map(math.isfinite, (box.left, box.right, y.value))):
            continue
        if runs and runs[-1].takes(box.left, box.right, y.value):
            run = runs[-1]
            run.text += " " + char if space else char
            run.left, run.right = min(run.left, box.left), max(run.right, box.right)
        else:
            runs.append(_Run(char, box.left, box.right, y.value, _type_size(text_page, i)))
        space = False
    page.fragments = [Fragment(_clean(run.text), run.left, run.right, run.baseline, run.size) for run in runs]
    page.turned = _clean("".join(turned))
    return page


def _clean(text: str) -> str:
    """Show the hyphen at a line's end and leave out those that only allow one."""
    if text.endswith(SOFT_HYPHEN):
        text = text[:-1] + "-"
    return without_surrogates(text.replace(SOFT_HYPHEN, ""))


def _type_size(text_page: pypdfium2.PdfTextPage, i: int) -> float:
    """Return the size in which a letter is shown: that of its font, scaled by the text matrix."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, i, matrix)
    size = float(raw.FPDFText_GetFontSize(text_page, i)) * math.hypot(matrix.c, matrix.d)
    return size if math.isfinite(size) and size > 0 else 1.0


def _take_furniture(pages: Sequence[Page]) -> None:
    """Move running heads, feet and page numbers out of the fragments of their pages.

    They are the same line, but for its figures, at the same height near the edge of several pages.
    """
    seen: defaultdict[tuple[bool, str], list[tuple[Page, Fragment]]] = defaultdict(list)
    for page in pages:
        for line in rows(page.fragments):
            at_top = line.baseline > (1 - MARGIN) * page.height
            if at_top or line.baseline < MARGIN * page.height:
                seen[at_top, re.sub(r"\d+", "#", line.text)].append((page, line))
    for (at_top, line_key), group in seen.items():
        middle = median(line.baseline for _, line in group)
        group = [(page, line) for page, line in group if abs(line.baseline - middle) <= SAME_HEIGHT]
        count = len({id(page) for page, _ in group})
        enough = ENOUGH if any(char.isalpha() for char in line_key) else len(pages)
        if count < max(2, min(REPEATED * len(pages), enough)):
            continue
        where = "head" if at_top else "foot"
        reason = f"same line at the {where} of {count} of {len(pages)} pages"
        for page, line in group:
            (page.head if at_top else page.foot).append((line, reason))
            page.fragments = [
                f for f in page.fragments if abs(f.baseline - line.baseline) > SAME_ROW * line.size
            ]


def _assemble(pages: Sequence[Page]) -> tuple[str, tuple[Mark, ...]]:
    """Put the pages together: a blank line between paragraphs and between pages, furniture where it stands."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0

    def add(text: str, reason: str | None = None) -> None:
        nonlocal length
        if parts:
            parts.append("\n\n")
            length += 2
        if reason:
            marks.append(Mark(Span(length, length + len(text)), "header", reason))
        parts.append(text)
        length += len(text)

    for page in pages:
        for line, reason in sorted(page.head, key=lambda item: -item[0].baseline):
            add(line.text, reason)
        if page.fragments:
            for paragraph in paragraphs(page.fragments):
                add("\n".join(line.text for line in paragraph))
        if page.turned:
            add(page.turned)
        for line, reason in sorted(page.foot, key=lambda item: -item[0].baseline):
            add(line.text, reason)
    return "".join(parts), tuple(marks)
