"""The sheet a digest is composed on: it writes lines and remembers which article every character belongs to."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from benchmarks.press import PRESS, Press


@dataclass(frozen=True)
class Story:
    """One article of the material: title and sentences."""

    name: str
    language: str
    title: str
    sentences: tuple[str, ...]

    @property
    def press(self) -> Press:
        """The small print of its language."""
        return PRESS[self.language]


@dataclass(frozen=True)
class Style:
    """How one digest is typed, whatever its layout.

    `width` is the column of the hard wrap (None: a paragraph is a line). `blank` sets paragraphs off by blank
    lines, `gap` is how many stand for one. `ragged` strews blank lines into wrapped paragraphs, as copies out of
    PDF files have them. `headline` says what happened to long titles: `whole`, `wrapped` as the body is, `broken`
    over shorter lines, or `glued` (broken, and the space at the break lost). `echo`: titles come back as the
    body's first sentence. `cut`: bodies longer than so many sentences are cut there.
    """

    width: int | None = None
    sentences: tuple[int, int] = (1, 3)
    blank: bool = True
    gap: int = 1
    ragged: bool = False
    indent: str = ""
    margin: str = ""
    newline: str = "\n"
    headline: str = "whole"
    echo: bool = False
    cut: int | None = None


@dataclass(frozen=True)
class Gold:
    """Where an article truly is. `aside`: characters that may be counted to this article or to none."""

    story: Story
    start: int
    end: int
    printed: str
    aside: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Digest:
    """A composed digest; `neutral` are the ranges that belong to no article (separators, heads, contents)."""

    layout: str
    number: int
    text: str
    golds: tuple[Gold, ...]
    neutral: tuple[tuple[int, int], ...]


@dataclass
class _Open:
    story: Story
    start: int
    end: int
    printed: str
    aside: list[tuple[int, int]]


class Sheet:
    """Writes one digest, line by line."""

    def __init__(self, rng: Random, style: Style) -> None:
        self.rng = rng
        self.style = style
        self._parts: list[str] = []
        self._length = 0
        self._neutral: list[tuple[int, int]] = []
        self._coming: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        self._until_blank = rng.randint(2, 5)

    def _write(self, text: str, end: str = "\n") -> tuple[int, int]:
        text = (text + end).replace("\n", self.style.newline)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start, self._length

    def blank(self, lines: int = 1) -> None:
        """Leave lines blank: in a double-spaced digest twice as many."""
        self._write("\n" * lines * self.style.gap, end="")

    def gap(self) -> None:
        """Leave the gap between paragraphs, as the style has it."""
        if self.style.blank:
            self.blank()

    def furniture(self, text: str, end: str = "\n") -> None:
        """Write what belongs to no article."""
        self._neutral.append(self._write(text, end))

    def before(self, text: str) -> None:
        """Write a line before a title that belongs to the coming article or, as well, to none."""
        self._coming.append(self._write(text))

    def after(self, text: str) -> None:
        """Write a line after the body that belongs to the article or, as well, to none."""
        self._open[-1].aside.append(self._write(text))

    def own(self, text: str) -> None:
        """Write a line of the article that stands open."""
        start, _ = self._write(text)
        self._open[-1].end = start + len(text.rstrip().replace("\n", self.style.newline))

    def title(
        self, story: Story, prefix: str = "", suffix: str = "", case: Callable[[str], str] = str
    ) -> None:
        """Open an article with its title; `prefix` on the same line belongs to none."""
        if prefix or self.style.margin:
            self.furniture(self.style.margin + prefix, end="")
        headline = self._headline(case(story.title))
        start, _ = self._write(headline + suffix)
        printed = headline.replace("\n", self.style.newline)
        self._open.append(_Open(story, start, start + len(printed + suffix), printed, self._coming))
        self._coming = []

    def _headline(self, title: str) -> str:
        if self.style.headline == "whole" or (self.style.headline == "wrapped" and not self.style.width):
            return title
        width = self.style.width if self.style.headline == "wrapped" else self.rng.randint(40, 54)
        lines = textwrap.wrap(title, width or 50, break_long_words=False, break_on_hyphens=False)
        if self.style.headline == "glued" and self.rng.random() < 0.6:
            return "".join(lines)
        if self.style.ragged and len(lines) > 2 and self.rng.random() < 0.3:
            return "\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])
        return "\n".join(lines)

    def body(self, story: Story, lead: str = "", between: Iterable[str] = (), sign_off: str = "") -> None:
        """Write the article's paragraphs; `between` are lines strewn among them, `lead` opens the first."""
        sentences = list(story.sentences)
        if self.style.cut is not None and len(sentences) > self.style.cut:
            sentences = sentences[: self.style.cut]
            if self.rng.random() < 0.4:
                sentences[-1] += f" {story.press.cut}"
        if self.style.echo and self.rng.random() < 0.5:
            sentences.insert(0, story.title.rstrip(" .") + ".")
        sentences[0] = lead + sentences[0]
        paragraphs = list(self._paragraphs(sentences))
        if len(paragraphs) > 1:
            for line in between:
                paragraphs.insert(self.rng.randint(1, len(paragraphs) - 1), line)
        if sign_off:
            paragraphs.append(sign_off)
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.gap()
            self._paragraph(paragraph)

    def _paragraphs(self, sentences: list[str]) -> Iterable[str]:
        at = 0
        while at < len(sentences):
            size = self.rng.randint(*self.style.sentences)
            yield " ".join(sentences[at : at + size])
            at += size

    def _paragraph(self, paragraph: str) -> None:
        if self.style.width is None:
            self.own(self.style.indent + paragraph)
            return
        lines = textwrap.wrap(
            paragraph,
            self.style.width,
            initial_indent=self.style.indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(lines):
            self.own(line)
            self._until_blank -= 1
            if self.style.ragged and self._until_blank <= 0 and number < len(lines) - 1:
                self.blank()
                self._until_blank = self.rng.randint(2, 5)

    def finish(self, layout: str, number: int) -> Digest:
        """Return the digest."""
        golds = tuple(Gold(o.story, o.start, o.end, o.printed, tuple(o.aside)) for o in self._open)
        return Digest(layout, number, "".join(self._parts), golds, (*self._neutral, *self._coming))
