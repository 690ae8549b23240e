"""What an outlet prints beside every article: sentences that stand under several unlike headlines of one outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import accumulate, pairwise

from according.link.kept import Kept
from according.link.passages import Told
from according.link.sketches import words
from according.model import content_id
from according.views import Item

HEADLINES = 3
"""Unlike headlines under which a sentence must stand: two may be one news item told twice."""
SAMPLE = 200
"""Articles of an outlet that are looked at, drawn by their ids: what is printed beside every one is beside these."""
_SHORT = 4
"""Sentences of fewer words are too often the same by chance."""
_ALIKE = 0.4
"""Share of common words from which two headlines may be of one news item."""

Sentence = str
"""A hash of its words: of the articles that are looked at only these are kept."""


def sentences(told: Told) -> list[tuple[int, int]]:
    """Return the words `[start, end)` of each sentence of an article."""
    return list(pairwise((*told.starts, len(told.words))))


def furniture(
    rows: Sequence[Item], texts: Callable[[int], Told], kept: Kept
) -> dict[str, frozenset[Sentence]]:
    """Return the sentences that are no part of any article, by outlet.

    Args:
        rows: All articles.
        texts: The words of a row.
        kept: What is known of them from before.
    """
    of = defaultdict[str, list[int]](list)
    for row in sorted(range(len(rows)), key=lambda row: rows[row].article):
        if (outlet := rows[row].outlet) is not None and rows[row].title and len(of[outlet]) < SAMPLE:
            of[outlet].append(row)

    def said(row: int) -> list[Sentence]:
        item = rows[row]
        return list(
            kept.recall(lambda: _said(texts(row)), "sentences", item.article, item.title or "", item.layout)
        )

    return {
        outlet: _printed([(rows[row].title or "", said(row)) for row in sample])
        for outlet, sample in sorted(of.items())
        if len(sample) >= HEADLINES
    }


def _said(told: Told) -> list[Sentence]:
    return [_sentence(told, *bounds) for bounds in sentences(told) if bounds[1] - bounds[0] >= _SHORT]


def _sentence(told: Told, start: int, end: int) -> Sentence:
    return content_id(*told.words[start:end])


def without(told: Told, furniture: Set[Sentence]) -> Told:
    """Return an article without an outlet's furniture; as it is when nothing else would be left."""
    if not furniture:
        return told
    kept = [bounds for bounds in sentences(told) if _sentence(told, *bounds) not in furniture]
    if sum(end - start for start, end in kept) in (0, len(told.words)):
        return told
    starts = accumulate((end - start for start, end in kept[:-1]), initial=0)
    at = [place for bounds in kept for place in range(*bounds)]
    return Told(
        tuple(told.words[place] for place in at),
        tuple(told.spans[place] for place in at),
        tuple(starts),
        tuple(told.quoted[place] for place in at),
        tuple(told.raised[place] for place in at),
        tuple(told.named[place] for place in at),
    )


def _printed(sample: Iterable[tuple[str, Sequence[Sentence]]]) -> frozenset[Sentence]:
    """The sentences that stand under unlike headlines."""
    under = defaultdict[Sentence, list[frozenset[str]]](list)
    for title, said in sample:
        heading = frozenset(word for word, _ in words(title))
        for sentence in said:
            known = under[sentence]
            if len(known) < HEADLINES and not any(_alike(heading, each) for each in known):
                known.append(heading)
    return frozenset(sentence for sentence, known in under.items() if len(known) >= HEADLINES)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))
