"""Which articles are worth comparing: those with a rare name or word in common, and those whose beginnings are alike.

Both are looked for among articles of the same days, and, for articles without a date, among all; never all pairs. How
many there are for one article is bounded however many are alike: what more than `CROWD` have in common is not looked
at, and where beginnings are alike in more pairs than `PAIRS` for each article, only those count that are more alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from according.link.kept import Kept
from according.link.stories_fit import SPAN, Told
from according.model import content_id

CROWD = 48
"""Articles of the same days that may have something in common: what more of them have says too little."""
ALIKE = 0.5
"""Cosine from which beginnings alone make two articles worth comparing."""
_STEP, _STEPS = 0.05, 10
"""Where too many are so alike: by how much it is raised at a time, and how often."""
PAIRS = 64
"""Pairs for each article that beginnings alone make among those whose beginnings are compared."""
UNLIKE = 0.15
"""Cosine below which articles are about different things, whoever is named in both: half of any two are."""
BLOCK = 2048
"""Articles of which all beginnings are compared; more are parted by random planes first, `_TABLES` times, until they
are as few. Those that no plane parts are a crowd."""
DIMENSIONS = 512
_TABLES, _MOST_PLANES, _STRIP = 8, 16, 1024
# Charikar 2002, "Similarity estimation techniques from rounding algorithms".
# Whole numbers, as vectors are: the sums are exact, and on which side an article is depends on no other article.
_PLANES = np.rint(
    16 * np.random.default_rng(6).standard_normal((_TABLES, _MOST_PLANES, DIMENSIONS)), dtype=np.float64
).astype(np.float32)
_UNDATED = 0
_BITS = 32
_LOW = (1 << _BITS) - 1

Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Bucket:
    """Articles whose beginnings are compared: each of `rows` with each of `columns`, from a cosine on."""

    rows: Numbers
    columns: Numbers
    least: float


class Near:
    """Finds pairs among articles, which are numbers here.

    `choices` are for each article a hash of what decides with whom it is compared, besides who it and the others are:
    while they and two articles are the same, the two are worth comparing or they are not.
    """

    def __init__(self, articles: Sequence[Told], kept: Kept) -> None:
        """Take all articles; `kept` is what was worked out before."""
        self._days = np.array([_day(each) for each in articles], np.int64)
        vectors = [np.zeros(DIMENSIONS) if each.vector is None else each.vector for each in articles]
        self._vectors = np.array(vectors, np.int8).reshape(-1, DIMENSIONS)
        self._lengths = np.array([each.length for each in articles], np.float32)
        self.choices = np.zeros(len(articles), np.uint64)
        self._post(articles)
        marks = [each.item.article + each.drawn for each in articles]
        self._buckets = list(self._part(marks, kept))

    def _post(self, articles: Sequence[Told]) -> None:
        """Put down who has what at which days."""
        tokens: dict[object, int] = {}
        hashes, keys, owners = list[int](), list[Numbers](), list[Numbers]()
        for number, each in enumerate(articles):
            held = [*each.names, *(("stem", stem) for stem in each.stems)]
            for token in held:
                if token not in tokens:
                    tokens[token] = len(tokens)
                    hashes.append(_hash(repr(token)))
            ids = np.array([tokens[token] for token in held], np.int64)
            posted = _posted(_day(each))
            keys += [(ids << _BITS) + at for at in posted]
            owners.append(np.full(len(ids) * len(posted), number, np.int64))
        self._keys, self._owners = (np.concatenate([_none(), *each]) for each in (keys, owners))
        order = np.argsort(self._keys, kind="stable")
        self._keys, self._owners = self._keys[order], self._owners[order]
        sizes = self._groups()[1]
        # A pair is found at the later of its two days, and at none where one has none: what is held in common there
        # is decided by the article of that day, and by all others only for those without one.
        few = np.repeat(sizes <= CROWD, sizes) & (self._days[self._owners] == self._keys & _LOW)
        said = np.array(hashes, np.uint64)[self._keys >> _BITS] if hashes else np.zeros(0, np.uint64)
        said = said * (2 * (self._keys & _LOW).astype(np.uint64) + np.uint64(1))
        np.add.at(self.choices, self._owners[few], said[few])

    def _groups(self) -> tuple[Numbers, Numbers]:
        """Return where those who have one thing in common begin among the owners, and how many they are."""
        starts = np.flatnonzero(np.r_[True, self._keys[1:] != self._keys[:-1]][: len(self._keys)])
        return starts, np.diff(np.r_[starts, len(self._keys)])

    def _part(self, marks: Sequence[str], kept: Kept) -> Iterator[_Bucket]:
        """Yield whose beginnings are compared with whose."""
        known = np.flatnonzero(self._lengths)
        of: dict[int, Numbers] = defaultdict(_none)
        for day in np.unique(self._days[known]).tolist():
            of[day] = known[self._days[known] == day]
        for day, rows in list(of.items()):
            columns = known if day == _UNDATED else np.r_[of[day - 1] if day > 1 else _none(), rows]
            fits = len(rows) * len(columns) <= BLOCK * BLOCK
            for table in range(1 if fits else _TABLES):
                for name, some, others in self._split(f"{day} {table}", rows, columns, table, 0):
                    least = self._least(some, others, marks, kept)
                    self.choices[some] += np.uint64(_hash(f"{name} {least}"))
                    if least is not None:
                        yield _Bucket(some, others, least)

    def _split(
        self, name: str, rows: Numbers, columns: Numbers, table: int, plane: int
    ) -> Iterator[tuple[str, Numbers, Numbers]]:
        """Yield parts that are small enough, each with a name that tells which it is."""
        if not len(rows) or not len(columns):
            return
        if len(rows) * len(columns) <= BLOCK * BLOCK:
            yield name, rows, columns
        elif plane < _MOST_PLANES:
            normal = _PLANES[table, plane]
            one, other = (self._vectors[each].astype(np.float32) @ normal > 0 for each in (rows, columns))
            yield from self._split(f"{name}+", rows[one], columns[other], table, plane + 1)
            yield from self._split(f"{name}-", rows[~one], columns[~other], table, plane + 1)

    def _least(self, rows: Numbers, columns: Numbers, marks: Sequence[str], kept: Kept) -> float | None:
        """Return from which cosine on beginnings are alike, None where too many are, however much is asked."""
        members = sorted(marks[at] for at in rows.tolist()), sorted(marks[at] for at in columns.tolist())
        most = PAIRS * len(columns)

        def counted() -> float | None:
            counts = np.zeros(_STEPS, np.int64)
            for cosines, *_ in self._cosines(rows, columns):
                counts += [int((cosines >= ALIKE + step * _STEP).sum()) for step in range(_STEPS)]
            enough = np.flatnonzero(counts <= most)
            return round(ALIKE + int(enough[0]) * _STEP, 2) if len(enough) else None

        if len(rows) <= PAIRS:
            return ALIKE
        found: float | None = kept.recall(counted, "least", content_id(*members[0]), content_id(*members[1]))
        return found

    def _cosines(
        self, rows: Numbers, columns: Numbers
    ) -> Iterator[tuple[npt.NDArray[np.float32], Numbers, Numbers]]:
        """Yield the cosines of articles with others, some of the articles at a time; with itself it is none."""
        across = self._vectors[columns].astype(np.float32) if len(rows) else self._vectors[:0]
        for at in range(0, len(rows), _STRIP):
            strip = rows[at : at + _STRIP]
            # Sums of products of whole numbers are exact, whatever their order.
            products = self._vectors[strip].astype(np.float32) @ across.T
            cosines = products / (self._lengths[strip][:, None] * self._lengths[columns][None, :])
            cosines[strip[:, None] == columns[None, :]] = -1
            yield cosines, strip, columns

    def pairs(self, wanted: Chosen) -> Iterator[tuple[int, int]]:
        """Yield pairs worth comparing of which one at least is `wanted`, each once, the lower number first."""
        pieces = chain(self._with_tokens(wanted), self._alike(wanted))
        # Piece by piece, so that pairs that come to nothing take no memory.
        found = np.unique(np.concatenate([_none(), *(self._not_unlike(np.unique(each)) for each in pieces)]))
        yield from zip((found >> _BITS).tolist(), (found & _LOW).tolist(), strict=True)

    def _not_unlike(self, pairs: Numbers) -> Numbers:
        """Return the pairs whose beginnings may be about one thing, as far as is known."""
        kept = np.ones(len(pairs), bool)
        for at in range(0, len(pairs), _STRIP):
            here = slice(at, at + _STRIP)
            one, other = pairs[here] >> _BITS, pairs[here] & _LOW
            first, second = (self._vectors[each].astype(np.float32) for each in (one, other))
            limit = UNLIKE * self._lengths[one] * self._lengths[other]
            kept[here] = np.einsum("ij,ij->i", first, second) >= limit
        return pairs[kept]

    def _with_tokens(self, wanted: Chosen) -> Iterator[Numbers]:
        """Yield pairs, as one number each, that have something in common that few of their days have."""
        starts, sizes = self._groups()
        touched = np.logical_or.reduceat(wanted[self._owners], starts) if len(starts) else wanted[:0]
        for size in range(2, CROWD + 1):
            every = starts[(sizes == size) & touched]
            step = _STRIP * _STRIP // size**2
            for chosen in (every[at : at + step] for at in range(0, len(every), step)):
                some = self._owners[chosen[:, None] + np.arange(size)]
                one, other = np.triu_indices(size, 1)
                day = np.repeat(self._keys[chosen] & _LOW, len(one))
                yield self._here(some[:, one].ravel(), some[:, other].ravel(), day, wanted)

    def _here(self, one: Numbers, other: Numbers, day: Numbers, wanted: Chosen) -> Numbers:
        """Return the pairs that are asked for and are not found at other days as well."""
        first, second = self._days[one], self._days[other]
        undated = (first == _UNDATED) | (second == _UNDATED)
        here = day == np.where(undated, _UNDATED, np.maximum(first, second))
        return _coded(one, other, here & (wanted[one] | wanted[other]))

    def _alike(self, wanted: Chosen) -> Iterator[Numbers]:
        """Yield pairs, as one number each, whose beginnings are alike."""
        for bucket in self._buckets:
            rows, columns = bucket.rows, bucket.columns
            for some, others in (
                (rows[wanted[rows]], columns),
                (rows[~wanted[rows]], columns[wanted[columns]]),
            ):
                for cosines, strip, across in self._cosines(some, others):
                    one, other = np.nonzero(cosines >= bucket.least)
                    yield _coded(strip[one], across[other], np.ones(len(one), bool))


def _day(each: Told) -> int:
    return 1 + each.when[0] // SPAN if each.when is not None else _UNDATED


def _posted(day: int) -> list[int]:
    """Return under which days an article is found: of two of the same or of neighbouring days, one is the same."""
    return [_UNDATED] if day == _UNDATED else [_UNDATED, day, day + 1]


def _hash(name: str) -> int:
    return int(content_id(name), 16)


def _coded(one: Numbers, other: Numbers, kept: Chosen) -> Numbers:
    low, high = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
    return (low << _BITS) + high


def _none() -> Numbers:
    return np.zeros(0, np.int64)
