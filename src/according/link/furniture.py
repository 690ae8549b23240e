"""What an outlet prints beside every article: sentences that stand under several unlike headlines of one outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from according.link.passages import Told
from according.link.sketches import words
from according.views import Item

HEADLINES = 3
"""Unlike headlines under which a sentence must stand: two may be one news item told twice."""
_SHORT = 4
"""Sentences of fewer words are too often the same by chance."""
_ALIKE = 0.4
"""Share of common words from which two headlines may be of one news item."""

Sentence = tuple[str, ...]


def sentences(told: Told) -> list[tuple[int, int]]:
    """Return the words `[start, end)` of each sentence of an article."""
    return list(zip(told.starts, (*told.starts[1:], len(told.words)), strict=True))


def furniture(
    rows: Sequence[Item], near: Sequence[Iterable[tuple[int, int]]], texts: Callable[[int], Told]
) -> dict[str, Set[Sentence]]:
    """Return the sentences that are no part of any article, by outlet.

    Args:
        rows: All articles.
        near: For each those with which it has words in common, as (how much, row).
        texts: The words of a row.
    """
    asked: set[int] = set()
    for row, others in enumerate(near):
        outlet = rows[row].outlet
        same = [other for _, other in others if outlet is not None and rows[other].outlet == outlet]
        asked.update(same, [row] if same else [])
    headlines: dict[tuple[str, Sentence], list[frozenset[str]]] = defaultdict(list)
    for row in sorted(asked):
        outlet, title = rows[row].outlet or "", frozenset(word for word, _ in words(rows[row].title or ""))
        told = texts(row)
        for start, end in sentences(told):
            known = headlines[outlet, told.words[start:end]] if end - start >= _SHORT else [title] * HEADLINES
            if len(known) < HEADLINES and title and not any(_alike(title, each) for each in known):
                known.append(title)
    found: dict[str, set[Sentence]] = defaultdict(set)
    for (outlet, sentence), known in headlines.items():
        if len(known) >= HEADLINES:
            found[outlet].add(sentence)
    return dict(found)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))
