"""Stretches of a text: which of them lie over another one, without a look at all of them, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from according.model import Span

T = TypeVar("T")

_WIDTH = 64
"""Characters of a cell: about as long as the longest names, so that most lie in one or two."""


class Taken(Generic[T]):
    """Things with their places in a text. To look one place up takes the same time however many there are.

    Args:
        items: Each thing with its place; more can be added.
    """

    def __init__(self, items: Iterable[tuple[Span, T]] = ()) -> None:
        self._items: list[tuple[Span, T]] = []
        self._cells: dict[int, list[int]] = {}
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: T) -> None:
        """Add a thing at `span`."""
        for cell in _cells(span):
            self._cells.setdefault(cell, []).append(len(self._items))
        self._items.append((span, item))

    def __iter__(self) -> Iterator[T]:
        return (item for _, item in self._items)

    def overlaps(self, span: Span) -> bool:
        """Return whether something shares a character with `span`."""
        for cell in _cells(span):
            for n in self._cells.get(cell, ()):
                if self._items[n][0].overlap(span):
                    return True
        return False

    def over(self, span: Span) -> list[T]:
        """Return what shares a character with `span`, in the order in which it was added."""
        near = {n for cell in _cells(span) for n in self._cells.get(cell, ())}
        return [item for n in sorted(near) for place, item in [self._items[n]] if place.overlap(span)]


def taken(spans: Iterable[Span]) -> Taken[Span]:
    """Return the index of places that stand for themselves."""
    return Taken((span, span) for span in spans)


def _cells(span: Span) -> range:
    return range(span.start // _WIDTH, (span.end - 1) // _WIDTH + 1)


def words_at(text: str, span: Span) -> str:
    """Return what stands at a span, on one line, without characters that nobody sees."""
    written = " ".join(text[span.start : span.end].split())
    return written if written.isprintable() else "".join(filter(str.isprintable, written))
