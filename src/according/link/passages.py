"""Passages that two articles have in common, word by word: where they stand in each, and how much of it they are.

Words are paired by shingles that both have; pairs that follow one another in both, with little between them, are a
passage. So a passage may have words of its own in it, as an edited copy has. The time is linear in the length of the
texts, because few passages are followed at a time and few places of one shingle are looked at (`_OPEN`, `_COMMON`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from according.link.sketches import SHINGLE, words
from according.model import Span
from according.views import Prose

GAP = 18
"""Words between two shingles of a passage at most, in either text. With three of ten words of a story exchanged, 0.92
of it are in passages so, 0.84 with 12; among 1,830 pairs of different stories no further passage is found."""
FEWEST = 10
"""Words in common that make a passage: fewer are names, titles and set phrases."""
LETTERS = 40
"""Characters that these have: scripts without spaces have many short words."""
DENSE = 0.4
"""Of the words of a passage those that must be in shingles of both texts."""
_COMMON = 6
"""Places in a text at which a shingle is looked for: one that stands there more often tells little."""
_KEPT = 256
"""Texts whose shingles are kept in memory: each is compared with several others."""
_MENTION = 80
"""Characters of a mention that are looked at."""
_OPEN = 16
"""Passages that are followed at a time."""

# A mark that elsewhere closes opens where a word begins: some print »so« and ”so”.
_MARKS = re.compile(r"(?P<opens>(?<![\w.,!?…])[»”](?=\w))|[«»“”„‟\"]|\n")
_CLOSED_BY = {"«": "»", "“": '”“"', "„": '“”"', "‟": '”"', '"': '"', "”": "”", "»": "«"}
"""What ends a quotation: by what begins it."""
_OPENING = '«“„‟"'


@dataclass(frozen=True, slots=True)
class Told:
    """The words of an article as they are compared.

    `spans` are those of the words in the document, `starts` the first word of each sentence. `quoted` tells of each
    word whether it stands in quotation marks, `raised` whether it begins with a capital, `named` whether it is in a
    mention of somebody or some place that is known.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    quoted: tuple[bool, ...]
    raised: tuple[bool, ...]
    named: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `[start, end)` of one text that are `[other_start, other_end)` of another; `same` of them are the same."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: int

    @property
    def turned(self) -> Passage:
        """The passage as the other text has it."""
        return Passage(self.other_start, self.other_end, self.start, self.end, self.same)

    @property
    def density(self) -> float:
        """The share of its words that are the same, 0 to 1."""
        return min(1.0, self.same / max(self.end - self.start, self.other_end - self.other_start))


def told(prose: Prose, title: str | None = None) -> Told:
    """Return the words of an article, without the headline before its first sentences."""
    heading = [word for word, _ in words(title)] if title else []
    spelled, spans, starts = list[str](), list[Span](), list[int]()
    for sentence in prose.sentences:
        found = words(prose.text[sentence.start : sentence.end], sentence.start)
        if not found:
            continue
        starts.append(len(spelled))
        spelled += [word for word, _ in found]
        spans += [span for _, span in found]
    skipped = len(heading) if heading and spelled[: len(heading)] == heading else 0
    starts = [0, *(start - skipped for start in starts if start > skipped)] if len(spelled) > skipped else []
    return Told(
        tuple(spelled[skipped:]),
        tuple(spans[skipped:]),
        tuple(starts),
        _quoted(prose, spans[skipped:]),
        tuple(prose.text[span.start].isupper() for span in spans[skipped:]),
        _named(prose, spans[skipped:]),
    )


def _named(prose: Prose, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Whether each word stands in a mention."""
    at = {
        place for span, _ in prose.named for place in range(span.start, min(span.end, span.start + _MENTION))
    }
    return tuple(span.start in at for span in spans)


def _quoted(prose: Prose, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Whether each word stands between quotation marks; what nothing closes reaches to the end of its line."""
    if not spans:
        return ()
    edges, closing = [0], ""
    for mark in _MARKS.finditer(prose.text, prose.sentences[0].start, spans[-1].end):
        sign = mark.group()
        if closing and (sign in closing or sign == "\n"):
            closing = ""
        elif not closing and (mark["opens"] or sign in _OPENING):
            closing = _CLOSED_BY[sign]
        else:
            continue
        edges.append(mark.start())
    return tuple(bisect_right(edges, start) % 2 == 0 for start, _ in spans)


@dataclass(slots=True)
class _Run:
    """A passage that may go on: shingles that follow one another in both texts."""

    seeds: list[tuple[int, int]]

    def takes(self, at: int, other_at: int) -> bool:
        """Whether a shingle follows what is there, in both texts."""
        last, other_last = self.seeds[-1]
        return last < at <= last + SHINGLE + GAP and other_last < other_at <= other_last + SHINGLE + GAP

    def askew(self, at: int, other_at: int) -> int:
        """How much more or fewer words lie between it and a shingle in the one text than in the other."""
        last, other_last = self.seeds[-1]
        return abs((at - last) - (other_at - other_last))

    def passage(self) -> Passage:
        (start, other_start), (last, other_last) = self.seeds[0], self.seeds[-1]
        same = SHINGLE + sum(
            min(SHINGLE, at - before, other_at - other_before)
            for (before, other_before), (at, other_at) in pairwise(self.seeds)
        )
        return Passage(start, last + SHINGLE, other_start, other_last + SHINGLE, same)

    def free(self, taken: bytearray) -> Iterator[_Run]:
        """Yield what is left of it between words that are taken."""
        stretch = list[tuple[int, int]]()
        for seed in self.seeds:
            if any(taken[seed[0] : seed[0] + SHINGLE]) or (
                stretch and any(taken[stretch[-1][0] + SHINGLE : seed[0]])
            ):
                if stretch:
                    yield _Run(stretch)
                stretch = []
            if not any(taken[seed[0] : seed[0] + SHINGLE]):
                stretch.append(seed)
        if stretch:
            yield _Run(stretch)


def passages(one: Told, other: Told) -> tuple[Passage, ...]:
    """Return the passages of two texts that are the same or nearly so, in the order of the first.

    No word of the first is in two passages; words of the second may be, where one copies it twice.
    """
    runs = sorted(_runs(one.words, other.words), key=lambda run: (-len(run.seeds), run.seeds))
    kept = list[Passage]()
    taken = bytearray(len(one.words))
    for run in runs:
        for part in run.free(taken):
            found = part.passage()
            if found.same >= FEWEST and found.density >= DENSE and _letters(found, one) >= LETTERS:
                taken[found.start : found.end] = b"\x01" * (found.end - found.start)
                kept.append(found)
    return tuple(sorted(kept, key=lambda each: each.start))


def _letters(passage: Passage, told: Told) -> float:
    """How many characters of a passage are the same in the other text, more or less."""
    return passage.density * (told.spans[passage.end - 1].end - told.spans[passage.start].start)


@lru_cache(maxsize=_KEPT)
def _shingles(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(zip(*(words[at:] for at in range(SHINGLE)), strict=False))


@lru_cache(maxsize=_KEPT)
def _places(words: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
    """Where each shingle of a text stands."""
    places = dict[tuple[str, ...], list[int]]()
    for at, shingle in enumerate(_shingles(words)):
        where = places.setdefault(shingle, [])
        if len(where) < _COMMON:
            where.append(at)
    return places


def _runs(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[_Run]:
    places = _places(other)
    runs = list[_Run]()
    for at, shingle in enumerate(_shingles(one)):
        for other_at in places.get(shingle, ()):
            fitting = [run for run in runs if run.takes(at, other_at)]
            if fitting:
                min(fitting, key=lambda run: run.askew(at, other_at)).seeds.append((at, other_at))
            else:
                runs.append(_Run([(at, other_at)]))
        if not runs:
            continue
        going = [run for run in runs if at < run.seeds[-1][0] + SHINGLE + GAP]
        if len(going) < len(runs) or len(going) > _OPEN:
            yield from (run for run in runs if at >= run.seeds[-1][0] + SHINGLE + GAP)
            going.sort(key=lambda run: (-len(run.seeds), run.seeds))
            yield from going[_OPEN:]
            runs = going[:_OPEN]
    yield from runs
