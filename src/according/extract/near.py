"""Findings of an article by where they stand, so that a sentence need not ask all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from according.model import Span

T = TypeVar("T")

_BLOCK = 1_000
"""Characters of a block: some sentences."""


class Near(Generic[T]):
    """Findings, to be asked for by a stretch of the text."""

    def __init__(self, found: Iterable[T], stretches: Callable[[T], Sequence[Span]]) -> None:
        """`stretches` tells where a finding stands."""
        self._found = tuple(found)
        self._blocks: dict[int, list[int]] = {}
        for number, each in enumerate(self._found):
            blocks = {
                block
                for start, end in stretches(each)
                for block in range(start // _BLOCK, max(start, end - 1) // _BLOCK + 1)
            }
            for block in sorted(blocks):
                self._blocks.setdefault(block, []).append(number)

    def at(self, span: Span) -> list[T]:
        """Return the findings that stand in a stretch or not far from it, in their order."""
        numbers = {
            number
            for block in range(span.start // _BLOCK, max(span.start, span.end - 1) // _BLOCK + 1)
            for number in self._blocks.get(block, ())
        }
        return [self._found[number] for number in sorted(numbers)]
