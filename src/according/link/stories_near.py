"""Which articles are worth comparing: those with a rare name or word in common, and those whose beginnings are alike.

Both are looked for among articles of the same days, and, for articles without a date, among all; never all pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import ceil, log2

import numpy as np
import numpy.typing as npt

from according.link.stories_fit import SPAN, Told

CROWD = 48
"""Articles of the same days that may have something in common: what more of them have says too little."""
ALIKE = 0.5
"""Cosine from which beginnings alone make two articles worth comparing."""
UNLIKE = 0.15
"""Cosine below which articles are about different things, whoever is named in both: half of any two are."""
BLOCK = 2048
"""Articles of which all beginnings are compared; more are parted by random planes first, `_TABLES` times."""
DIMENSIONS = 512
_TABLES, _MOST_PLANES, _STRIP = 8, 16, 1024
# Charikar 2002, "Similarity estimation techniques from rounding algorithms".
_PLANES = np.random.default_rng(6).standard_normal((_TABLES, _MOST_PLANES, DIMENSIONS)).astype(np.float32)
_UNDATED = 0
_BITS = 32
_LOW = (1 << _BITS) - 1

Numbers = npt.NDArray[np.int64]
Chosen = npt.NDArray[np.bool_]


class Near:
    """Finds pairs. Articles are numbers, in the order in which they came."""

    def __init__(self) -> None:
        """Begin with no articles."""
        self._tokens: dict[object, int] = {}
        self._keys, self._owners, self._days = _none(), _none(), _none()
        self._lengths = np.zeros(0, np.float32)
        self._vectors = np.zeros((0, DIMENSIONS), np.int8)

    def add(self, articles: Sequence[Told]) -> set[int]:
        """Take articles, numbered on from those before.

        Returns:
            Those among the earlier ones for which other pairs are worth comparing now, because a crowd has formed.
        """
        first = len(self._days)
        keys, owners = [self._keys], [self._owners]
        for number, each in enumerate(articles, first):
            held = [*each.names, *(("stem", stem) for stem in each.stems)]
            ids = np.array([self._tokens.setdefault(token, len(self._tokens)) for token in held], np.int64)
            posted = _posted(_day(each))
            keys += [(ids << _BITS) + at for at in posted]
            owners.append(np.full(len(ids) * len(posted), number, np.int64))
        before = self._blocks()
        self._keys, self._owners = np.concatenate(keys), np.concatenate(owners)
        order = np.argsort(self._keys, kind="stable")
        self._keys, self._owners = self._keys[order], self._owners[order]
        self._days = np.r_[self._days, np.array([_day(each) for each in articles], np.int64)]
        vectors = [np.zeros(DIMENSIONS) if each.vector is None else each.vector for each in articles]
        self._vectors = np.r_[self._vectors, np.array(vectors, np.int8).reshape(-1, DIMENSIONS)]
        self._lengths = np.r_[self._lengths, np.array([each.length for each in articles], np.float32)]
        return self._crowded(first) | self._parted(before)

    def _groups(self) -> tuple[Numbers, Numbers]:
        """Return where those who have one thing in common begin among the owners, and how many they are."""
        starts = np.flatnonzero(np.r_[True, self._keys[1:] != self._keys[:-1]][: len(self._keys)])
        return starts, np.diff(np.r_[starts, len(self._keys)])

    def _crowded(self, first: int) -> set[int]:
        """Return the owners of what has become too frequent with the articles from a number on."""
        starts, sizes = self._groups()
        if not len(starts):
            return set()
        new = np.add.reduceat((self._owners >= first).astype(np.int64), starts)
        over = (sizes > CROWD) & (sizes - new <= CROWD) & (new < sizes)
        held = [
            self._owners[start : start + size] for start, size in zip(starts[over], sizes[over], strict=True)
        ]
        return set(np.concatenate([*held, _none()]).tolist())

    def _blocks(self) -> dict[int, tuple[int, Numbers, Numbers]]:
        """Return by days whose beginnings are compared with whose, and by how many planes they are parted."""
        known = np.flatnonzero(self._lengths)
        days = self._days[known]
        order = np.argsort(days, kind="stable")
        marks = np.flatnonzero(np.r_[True, np.diff(days[order]) != 0][: len(days)])
        of = {int(days[part[0]]): known[part] for part in np.split(order, marks[1:]) if len(part)}
        found = {}
        for day, rows in of.items():
            columns = known if day == _UNDATED else np.r_[of.get(day - 1, _none()), rows]
            found[day] = _planes(len(rows), len(columns)), rows, columns
        return found

    def _parted(self, before: dict[int, tuple[int, Numbers, Numbers]]) -> set[int]:
        """Return the articles of blocks that are parted by more planes than before."""
        grown = [
            np.r_[rows, columns]
            for day, (planes, rows, columns) in self._blocks().items()
            if day in before and before[day][0] != planes
        ]
        return set(np.concatenate([*grown, _none()]).tolist())

    def pairs(self, changed: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs worth comparing of which one at least is among `changed`, each once, the lower number first."""
        wanted = np.zeros(len(self._days), bool)
        wanted[list(changed)] = True
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
        for planes, rows, columns in self._blocks().values():
            if not wanted[columns].any():
                continue
            if not planes:
                yield from self._compared(rows, columns, wanted)
                continue
            for table in range(_TABLES):
                row_codes, column_codes = (self._codes(each, table, planes) for each in (rows, columns))
                for code in np.unique(row_codes):
                    yield from self._compared(rows[row_codes == code], columns[column_codes == code], wanted)

    def _codes(self, some: Numbers, table: int, planes: int) -> Numbers:
        """Return on which side of each plane the beginnings lie, a bit each."""
        sides = self._vectors[some].astype(np.float32) @ _PLANES[table, :planes].T > 0
        return np.asarray(sides @ (1 << np.arange(planes)), np.int64)

    def _compared(self, rows: Numbers, columns: Numbers, wanted: Chosen) -> Iterator[Numbers]:
        for some, others in ((rows[wanted[rows]], columns), (rows[~wanted[rows]], columns[wanted[columns]])):
            for at in range(0, len(some), _STRIP):
                strip = some[at : at + _STRIP]
                product = self._vectors[strip].astype(np.float32) @ self._vectors[others].astype(np.float32).T
                limit = ALIKE * self._lengths[strip][:, None] * self._lengths[others][None, :]
                one, other = np.nonzero(product >= limit)
                yield _coded(strip[one], others[other], strip[one] != others[other])


def _day(each: Told) -> int:
    return 1 + each.when[0] // SPAN if each.when is not None else _UNDATED


def _posted(day: int) -> list[int]:
    """Return under which days an article is found: of two of the same or of neighbouring days, one is the same."""
    return [_UNDATED] if day == _UNDATED else [_UNDATED, day, day + 1]


def _planes(rows: int, columns: int) -> int:
    """Return by how many planes articles are parted so that no more than a block of them is compared as a rule."""
    return min(_MOST_PLANES, ceil(log2(columns / BLOCK))) if rows * columns > BLOCK * BLOCK else 0


def _coded(one: Numbers, other: Numbers, kept: Chosen) -> Numbers:
    low, high = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
    return (low << _BITS) + high


def _none() -> Numbers:
    return np.zeros(0, np.int64)
