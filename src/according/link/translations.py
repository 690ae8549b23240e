"""Translated copies: articles in two languages that tell the same, sentence after sentence.

Candidates are articles of other languages and near days that share what few articles have: who is named, figures,
days. Their sentences are aligned by their lengths (Gale and Church 1993): a translator keeps the order and seldom adds,
and two reporters do neither. Then numbers have to agree in what is aligned, and, where the encoder knows both
languages, the vectors of the aligned sentences. What gives other figures, has other parties or denies what the other
one tells (`mirrored.py`) is an account of its own: a contradiction is no copy.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice
from statistics import median
from typing import Any

import numpy as np

from according.knowledge.encoder import encodable, spelled
from according.link.days import apart, days
from according.link.gainsaid import LONG
from according.link.kept import Kept
from according.link.mirrored import Sentence, read, reverse
from according.link.sketches import Vectors, encode
from according.model import Span, content_id
from according.views import Borrowed, Item, Prose

DAYS = 3
"""Days between an original and its translation at most; either may be of no known day."""
SHARED = 2
"""Persons, places, figures and days that candidates have in common, each in few articles of the time."""
RARE = 40
"""Articles at most that something may be in that makes candidates."""
MOST = 3
"""Candidates of an article that are aligned, those with most in common."""
FEWEST = 4
"""Sentences that must be aligned: of fewer nobody can say whether two reporters wrote them."""
ALIGNED = 0.7
"""Share of the sentences of both articles that must be aligned."""
ALIKE = 0.45
"""Cosine of aligned sentences, their median, from which they are translations. Of stories and their translations into
French, Russian and Turkish it is 0.53 to 0.86, of 2,100 pairs of other stories 0.35 at most."""
NEAR = 0.3
"""The same where numbers agree, too: into languages that the encoder knows by a relative only it is 0.2 to 0.6."""
NUMBERS = 2
AGREEING = 0.4
"""How many numbers, and of all in aligned sentences which share, must be the same to tell a translation by: they are in
two of three translations, and in no pair of other stories."""
GAINSAID = 0.3
"""Share of the figures that two articles have of one unit from which others make another account, where one of them is
not long: a translator changes none, but may turn miles into kilometres, and not all are found. Of 427 stories and their
translations nine are taken for other accounts so."""
UNEVEN = 0.7
"""Mean distance of the lengths of aligned sentences beyond which, if no numbers agree, vectors are not asked for:
that of 97 of 100 stories and their translations is less, that of two of three pairs of other stories more."""
_LENGTHS = 0.5
"""Length of the shorter article as a share of the longer one at least."""
_SKIP = 2.2
_JOIN = 0.7
_BAND = 12
"""Sentences that the other article may be ahead or behind."""
_SAMPLED = 6
_LEADS = 0.25
"""Cosine of titles and leads below which nothing else is compared."""
_LONGEST = 200
"""Sentences of an article that is aligned."""
_DAYS_TOGETHER = 4
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*")

Found = tuple[int, float, str, tuple[Borrowed, ...]]
"""The original of a translation as a row, how surely it is, why, and the passages."""


def translations(
    rows: Sequence[Item], order: Sequence[int], prose: Callable[[str], Prose], kept: Kept
) -> dict[int, Found]:
    """Return which articles are translations of which.

    Args:
        rows: All articles.
        order: Those that are no copy of another one in their own language, as rows, originals first.
        prose: The sentences of an article, by its id.
        kept: What was worked out before: two articles that have not changed are not aligned again.
    """
    some = lru_cache(maxsize=256)(lambda row: _read(rows[row], prose))
    found: dict[int, Found] = {}

    def fit(row: int, other: int) -> Any:
        return kept.recall(
            lambda: _compared(some(other), some(row)), "translated", _mark(rows[other]), _mark(rows[row])
        )

    for row, others in _candidates(rows, order).items():
        for other in others:
            if other not in found and (known := fit(row, other)):
                score, reason, beads = known
                found[row] = (other, score, reason, _passages(beads, rows[other].article, score))
                break
    return found


def _mark(item: Item) -> str:
    """Return a hash of what an article is compared by here."""
    return content_id(item.article, item.language or "", item.layout, item.naming)


def _passages(beads: Sequence[Sequence[int]], original: str, score: float) -> tuple[Borrowed, ...]:
    return tuple(
        Borrowed(Span(start, end), original, Span(there, stop), translated=True, score=round(score, 3))
        for start, end, there, stop in beads
    )


def _keys(item: Item) -> Iterator[tuple[object, object]]:
    """Yield what an article names, at any time and in its days."""
    when = days(item.published)
    times: list[object] = [None]
    if when is not None:
        times += sorted({when[0] // _DAYS_TOGETHER, (when[0] + DAYS) // _DAYS_TOGETHER})
    named: list[object] = [actor for actor, _ in item.actors]
    named += sorted(item.days)
    named += sorted(item.figures)
    yield from ((each, time) for each in named for time in times)


def _candidates(rows: Sequence[Item], order: Sequence[int]) -> dict[int, list[int]]:
    """Return for each article those of other languages before it that it has much in common with."""
    place = {row: at for at, row in enumerate(order)}
    holders = defaultdict[tuple[object, object], list[int]](list)
    for row in order:
        if rows[row].sentences >= FEWEST:
            for key in _keys(rows[row]):
                holders[key].append(row)
    shared = defaultdict[tuple[int, int], dict[object, float]](dict)
    for (named, _), those in holders.items():
        if 1 < len(those) <= RARE:
            for one, other in combinations(those, 2):
                if rows[one].language != rows[other].language:
                    known = shared[other, one]
                    known[named] = max(known.get(named, 0.0), 1 / len(those))
    found = defaultdict[int, list[tuple[float, int]]](list)
    for (row, other), those_named in shared.items():
        if len(those_named) >= SHARED:
            found[row].append((-sum(sorted(those_named.values())), place[other]))
    # What takes longest is asked of those with most in common only, until there are enough.
    return {
        row: list(
            islice((order[at] for _, at in sorted(found[row]) if _may_be(rows[order[at]], rows[row])), MOST)
        )
        for row in sorted(found, key=place.__getitem__)
    }


def _may_be(one: Item, other: Item) -> bool:
    if one.language is None or other.language is None or one.language == other.language:
        return False
    gap = apart(days(one.published), days(other.published))
    shorter, longer = sorted((one.sentences, other.sentences))
    if not (gap is None or gap <= DAYS) or gainsaid(one, other) or not _leads_agree(one, other):
        return False
    return shorter >= _LENGTHS * longer and longer <= _LONGEST


def gainsaid(one: Item, other: Item) -> bool:
    """Whether two articles in two languages are accounts of their own by their figures, however alike they are."""
    if min(one.sketch.words, other.sketch.words) > LONG:
        return False
    own, its = one.figures - other.figures, other.figures - one.figures
    units = Counter(unit for _, unit in own) & Counter(unit for _, unit in its)
    same = len(one.figures & other.figures)
    return units.total() > 0 and units.total() >= GAINSAID * (units.total() + same)


def _leads_agree(one: Item, other: Item) -> bool:
    if one.sketch.vector is None or other.sketch.vector is None:
        return True
    a, b = (np.frombuffer(each.sketch.vector or b"", np.int8).astype(np.float32) for each in (one, other))
    return float(a @ b) >= _LEADS * float(np.linalg.norm(a) * np.linalg.norm(b))


@dataclass(frozen=True, slots=True)
class _Read:
    """The sentences of an article: where they stand and what they say. `language` is theirs if the encoder knows it."""

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    said: tuple[Sentence, ...]
    language: str | None


def _read(item: Item, prose: Callable[[str], Prose]) -> _Read:
    told = prose(item.article)
    spans = tuple(span for span in told.sentences if told.text[span.start : span.end].strip())
    texts = tuple(" ".join(told.text[start:end].split()) for start, end in spans)
    language = item.language if encodable(item.language) else None
    return _Read(spans, texts, read(told, spans, item.language), language)


def _compared(one: _Read, other: _Read) -> tuple[float, str, list[tuple[int, int, int, int]]] | None:
    """Return how sure it is that `other` is a translation of `one`, why, and where sentences stand in both.

    None when it is none.
    """
    beads = aligned([len(text) for text in one.texts], [len(text) for text in other.texts])
    if len(beads) < FEWEST or not _is_most(beads, len(one.texts), len(other.texts)):
        return None
    pairs = [
        (" ".join(one.texts[bead.start : bead.end]), " ".join(other.texts[bead.other_start : bead.other_end]))
        for bead in beads
    ]
    if reverse(
        [(one.said[bead.start : bead.end], other.said[bead.other_start : bead.other_end]) for bead in beads]
    ):
        return None
    same, numbers = _numbers(pairs)
    agree = same >= NUMBERS and same >= AGREEING * numbers
    if not agree and _unevenness(pairs) > UNEVEN:
        return None
    if one.language and other.language:
        alike = _likeness(pairs, one.language, other.language, NEAR if agree else ALIKE)
        if alike is None:
            return None
        reason = f"sentence by sentence alike ({alike:.2f}); {same} of {numbers} numbers are the same"
        score = min(1.0, 0.5 + alike / 2 + (0.1 if agree else 0.0))
    elif agree:
        reason = f"as many sentences of the same lengths; {same} of {numbers} numbers are the same"
        score = 0.6 + 0.2 * same / numbers
    else:
        return None
    return (
        score,
        reason,
        [
            (
                other.spans[bead.other_start].start,
                other.spans[bead.other_end - 1].end,
                one.spans[bead.start].start,
                one.spans[bead.end - 1].end,
            )
            for bead in beads
        ],
    )


def _is_most(beads: Sequence[Bead], size: int, other_size: int) -> bool:
    covered = sum(bead.end - bead.start for bead in beads)
    other_covered = sum(bead.other_end - bead.other_start for bead in beads)
    return covered >= ALIGNED * size and other_covered >= ALIGNED * other_size


def _numbers(pairs: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """Return how many numbers are the same in aligned sentences, and how many there are."""
    same = there = 0
    for one, other in pairs:
        left, right = (
            Counter(re.sub(r"\D", "", each) for each in _NUMBER.findall(text)) for text in (one, other)
        )
        same += (left & right).total()
        there += max(left.total(), right.total())
    return same, there


def _far(length: float, other: float) -> float:
    """Return how far apart two lengths are: longer sentences differ less, by the square root of their length."""
    return abs(length - other) / math.sqrt(1 + 4 * (length + other))


def _unevenness(pairs: Sequence[tuple[str, str]]) -> float:
    """Return how far apart the lengths of aligned sentences are on average, those of one language made equal in all."""
    ratio = sum(len(one) for one, _ in pairs) / max(1, sum(len(other) for _, other in pairs))
    return sum(_far(len(one), ratio * len(other)) for one, other in pairs) / len(pairs)


def _likeness(pairs: Sequence[tuple[str, str]], language: str, other: str, least: float) -> float | None:
    """The median cosine of aligned sentences, of some of them evenly from all over the text; None below `least`."""
    some = pairs[:: max(1, len(pairs) // _SAMPLED)]
    found, below = list[float](), 0
    for text, there in some:
        cosine = float(_vector(spelled(text, language)) @ _vector(spelled(there, other)))
        found.append(cosine)
        below += cosine < least
        # Vectors take nearly all of the time, and most candidates are no translations.
        if 2 * below > len(some):
            return None
    alike = float(median(found))
    return alike if alike >= least else None


@lru_cache(maxsize=4096)
def _vector(text: str) -> Vectors:
    """The vector of a sentence: an article is compared with several others."""
    return np.asarray(encode([text])[0])


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences `[start, end)` of one article that are `[other_start, other_end)` of another one."""

    start: int
    end: int
    other_start: int
    other_end: int


def aligned(one: Sequence[int], other: Sequence[int]) -> list[Bead]:
    """Return which sentences are which, in order, by their lengths in characters: one for one, or one for two."""
    if not one or not other:
        return []
    ratio = sum(one) / max(1, sum(other))
    slope = len(other) / len(one)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for at in range(len(one) + 1):
        middle = round(at * slope)
        for there in range(max(0, middle - _BAND), min(len(other), middle + _BAND) + 1):
            if (at, there) in best:
                _extend(best, at, there, one, other, ratio)
    beads = list[Bead]()
    place = (len(one), len(other))
    while place != (0, 0) and place in best:
        before = best[place][1]
        if before[0] < place[0] and before[1] < place[1]:
            beads.append(Bead(before[0], place[0], before[1], place[1]))
        place = before
    return beads[::-1]


def _extend(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    at: int,
    there: int,
    one: Sequence[int],
    other: Sequence[int],
    ratio: float,
) -> None:
    cost = best[at, there][0]
    for step, far in ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1)):
        if at + step > len(one) or there + far > len(other):
            continue
        more = cost + _SKIP
        if step and far:
            long, wide = sum(one[at : at + step]), ratio * sum(other[there : there + far])
            more = cost + _far(long, wide) + (_JOIN if step + far > 2 else 0)
        key = (at + step, there + far)
        if key not in best or more < best[key][0]:
            best[key] = (more, (at, there))
