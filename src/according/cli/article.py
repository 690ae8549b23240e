"""One article with its margins: what is known about it and why, who says what, and what in it is not the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from typing import get_args

from rich.console import Console
from rich.table import Table
from rich.text import Text

from according.cli.claims import measure, moment
from according.cli.events import kind_of, sides
from according.cli.printable import one_line, printable
from according.model import Article, Evidence, Kind, Mark, Span
from according.views import ArticleRow, Shown

MARGIN = 24
"""Columns of the margin beside the text."""
_QUOTED = 60
_DIM = "dim"
_OPEN, _CLOSE = "⟦", "⟧"
_SAID, _CUE, _COUNTED, _DONE, _DATED = "italic", "bold", "cyan", "magenta", "underline"
_LEGEND = "❝ who says something that begins here or near, # figure, ⚑ event, ◷ a date. --json has their exact places."


@dataclass(frozen=True, slots=True)
class _Note:
    """What stands in the margin beside a line, and the stretches of the text that it is about with their style."""

    at: int
    text: str
    style: str
    marked: tuple[tuple[Span, str], ...]


def show(console: Console, shown: Shown) -> None:
    """Print an article with all that is found in it."""
    article, text = shown.row.article, shown.text
    notes = sorted(_notes(shown), key=lambda note: note.at)
    head = _head(shown.row, text)
    for kind in get_args(Kind):
        if found := [
            f"{one_line(each.name)} {len(each.mentions)}" for each in shown.named if each.kind == kind
        ]:
            head.add_row(f"{kind.capitalize()}s", ", ".join(found))
    console.print(head)
    console.print()
    for margin, bar, body in _stretches(article, text, notes):
        _beside(console, margin, bar, body)
    if notes:
        console.print()
        console.print(Text(_LEGEND, style=_DIM))
    if article.marks:
        console.print()
        count = len(article.marks)
        console.print(
            Text(
                f"{count} {'stretch is' if count == 1 else 'stretches are'} marked as not the article "
                f"(┆ beside whole lines, {_OPEN}…{_CLOSE} inside a line); nothing was deleted.",
                style=_DIM,
            )
        )


def _notes(shown: Shown) -> Iterator[_Note]:
    offset = shown.row.article.span.start
    for each in shown.statements:
        statement = each.statement
        who = one_line(each.speaker.name or statement.speaker_text or "somebody")
        content = tuple((_shift(span, -offset), _SAID) for span in statement.content)
        cue = _shift(statement.cue, -offset)
        manner = "" if statement.manner == "say" else f" ({statement.manner})"
        via = f" via {one_line(each.via.name)}" if each.via.name is not None else ""
        yield _Note(min(cue, content[0][0]).start, f"❝ {who}{via}{manner}", "green", (*content, (cue, _CUE)))
    for found in shown.figures:
        span = _shift(found.figure.span, -offset)
        yield _Note(span.start, f"# {measure(found.figure)}", _COUNTED, ((span, _COUNTED),))
    for told in shown.events:
        span = _shift(told.event.trigger, -offset)
        note = ": ".join(filter(None, (f"⚑ {kind_of(told.event)}", sides(told.source, told.target))))
        yield _Note(span.start, note, _DONE, ((span, _DONE),))
    for entry in shown.dates:
        span = _shift(entry.date.span, -offset)
        yield _Note(span.start, f"◷ {moment(entry.date)}", _DATED, ((span, _DATED),))


def _head(row: ArticleRow, text: str) -> Table:
    article = row.article
    published = article.published and f"{article.published} ({article.published_basis or 'basis unknown'})"
    language = article.language
    if article.translated:
        origin = article.translated_from or "another language"
        language = f"{language or 'unknown'}, reads as a translation from {origin}"
    passages = ", ".join(
        f"{passage.language} {passage.span.start}–{passage.span.end}" for passage in article.passages
    )
    fields = (
        ("title", "Title", article.title or "(no title)"),
        ("outlet", "Outlet", article.outlet),
        ("agency", "Agency", article.agency),
        ("author", "Author", article.author),
        ("place", "Place", article.place),
        ("published", "Published", published or "unknown"),
        ("url", "Address", article.url),
        ("language", "Language", language or "unknown"),
        ("translated", "", None),
        ("", "Passages", passages or None),
        ("", "From", f"{row.uri}, characters {article.span.start}–{article.span.end}"),
        ("", "Article", f"{article.id} (number {row.number})"),
        ("", "Document", article.document),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_DIM, no_wrap=True)
    grid.add_column(overflow="fold")
    for field, label, value in fields:
        because = [
            _because(each, text, article.span.start) for each in article.evidence if each.field == field
        ]
        if value:
            grid.add_row(label, one_line(value))
        for reason in because if value or field == "translated" else []:
            grid.add_row("", Text(reason, style=_DIM))
    return grid


def _because(evidence: Evidence, text: str, offset: int) -> str:
    if evidence.span is None:
        return f"↳ {one_line(evidence.reason)}"
    start, end = evidence.span.start - offset, evidence.span.end - offset
    # Evidence may lie outside the article: a digest's own date, for one.
    quoted = one_line(text[start:end]) if 0 <= start < end <= len(text) else ""
    if len(quoted) > _QUOTED:
        quoted = quoted[: _QUOTED - 1] + "…"
    where = f"characters {evidence.span.start}–{evidence.span.end}"
    return f"↳ {one_line(evidence.reason)}: " + (f"“{quoted}” ({where})" if quoted else where)


def _stretches(article: Article, text: str, notes: Sequence[_Note]) -> Iterator[tuple[Text, str, Text]]:
    """Yield margin, bar and body of each run of lines that are marked in the same way; a line with notes is its own."""
    offset = article.span.start
    marks = [Mark(_shift(mark.span, -offset), mark.kind, mark.reason) for mark in article.marks]
    styles = [each for note in notes for each in note.marked]
    if article.title_span:
        styles.insert(0, (_shift(article.title_span, -offset), "bold"))
    starts = [note.at for note in notes]
    told: set[Mark] = set()

    def noted(line: Span) -> slice:
        return slice(bisect_left(starts, line.start), bisect_right(starts, line.end))

    def alike(line: Span) -> tuple[object, ...]:
        return (*_marks_of(line, text, marks), line if notes[noted(line)] else None)

    for _, group in groupby(_lines(text), key=alike):
        lines = list(group)
        whole, partial = _marks_of(lines[0], text, marks)
        span = Span(lines[0].start, lines[-1].end)
        inside = [whole] if whole else list(partial)
        labels = [(f"{mark.kind}: {mark.reason}", "yellow") for mark in inside if mark not in told]
        labels += [(note.text, note.style) for note in notes[noted(lines[0])]]
        told.update(inside)
        margin = Text("\n").join(Text(one_line(label), style=style) for label, style in labels)
        near = [each for each in styles if each[0].overlap(span)]
        yield margin, "┆" if whole else "│", _body(text, span, whole, partial, near)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _marks_of(line: Span, text: str, marks: Iterable[Mark]) -> tuple[Mark | None, tuple[Mark, ...]]:
    """Return the mark that covers all of a line that is visible, or else the marks inside it."""
    visible = text[line.start : line.end]
    start = line.start + len(visible) - len(visible.lstrip())
    core = Span(start, max(start, line.start + len(visible.rstrip())))
    if core.start == core.end:
        return next((mark for mark in marks if mark.span.contains(line)), None), ()
    whole = next((mark for mark in marks if mark.span.contains(core)), None)
    return whole, () if whole else tuple(mark for mark in marks if mark.span.overlap(core))


def _body(
    text: str, span: Span, whole: Mark | None, partial: Iterable[Mark], styles: Sequence[tuple[Span, str]]
) -> Text:
    if whole:
        return Text(printable(text[span.start : span.end]), style=_DIM)
    body = Text()
    at = span.start
    for mark in sorted(partial, key=lambda mark: mark.span):
        start, end = max(at, mark.span.start), min(span.end, mark.span.end)
        if start < end:
            body.append(_styled(text, Span(at, start), styles))
            body.append(f"{_OPEN}{printable(text[start:end])}{_CLOSE}", style=_DIM)
            at = end
    body.append(_styled(text, Span(at, span.end), styles))
    return body


def _styled(text: str, span: Span, styles: Sequence[tuple[Span, str]]) -> Text:
    """Return a stretch in which what the spans of `styles` cover has theirs."""
    cuts = sorted(
        {span.start, span.end, *(cut for of, _ in styles for cut in of if span.start < cut < span.end)}
    )
    pieces = Text()
    for start, end in pairwise(cuts):
        own = [style for of, style in styles if of.contains(Span(start, end))]
        pieces.append(printable(text[start:end]), style=" ".join(own))
    return pieces


def _beside(console: Console, margin: Text, bar: str, body: Text) -> None:
    """Print margin and body side by side, the bar between them on every line."""
    left = margin.wrap(console, MARGIN)
    right = body.wrap(console, max(20, console.width - MARGIN - 3))
    for note, line in zip_longest(left, right):
        cell = note.copy() if note is not None else Text()
        cell.truncate(MARGIN, pad=True)
        console.print(Text.assemble(cell, (f" {bar} ", _DIM), line if line is not None else ""), no_wrap=True)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
