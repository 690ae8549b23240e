"""Which words are far from each other, told for many at once: the bounds of `sounds.are_near` over tables of numbers.

Names that share a key are many, and asking for their words pair by pair took most of the time of linking.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import cast

import numpy as np
import numpy.typing as npt

from according.link.sounds import LEAST_WEIGHT, least_costs, least_gaps, sounds
from according.link.words import groups_of, plain

_MOST = 16
"""Units of a word that are looked at: a bound of its first ones is a bound of the whole."""
_SLACK = 1e-4
"""By how much a bound must lie beyond what is asked, so that rounding never decides."""
_CELLS = 1 << 20
"""Numbers of a table at most: some megabytes."""

_Numbers = npt.NDArray[np.float32]
_Indices = npt.NDArray[np.int64]


class Far:
    """Words of which it is asked which are far from which."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take all words that will be asked for, in small letters."""
        self._words = sorted(set(words))
        self._of = {word: number for number, word in enumerate(self._words)}
        made = [sounds(word) for word in self._words]
        self._costs, ways = least_costs({each.script for each in made})
        spelled: dict[str, int] = {}
        self._plain = np.array([spelled.setdefault(plain(each), len(spelled)) for each in self._words])
        self._listed = np.array([bool(groups_of(word)) for word in self._words])
        self._weights = np.array([each.weight for each in made], np.float32)
        # A place behind a word's end is as far from everything as can be, and costs nothing to leave out.
        count = len(self._words)
        self._units = np.full((count, _MOST), len(self._costs) - 1)
        self._gaps: _Numbers = np.zeros((count, _MOST), np.float32)
        for number, (word, each) in enumerate(zip(self._words, made, strict=True)):
            units = each.units[:_MOST]
            self._units[number, : len(units)] = units
            self._gaps[number, : len(units)] = least_gaps(word, ways)[:_MOST]

    def of(
        self, some: Collection[str], others: Collection[str], least: float
    ) -> Mapping[str, frozenset[str]]:
        """Return for each of some words those of the others that are certainly less alike than `least` by sound.

        Words of one spelling, and two that the list of names knows, are none of these: there sound does not decide.
        """
        asked = np.array([self._of[word] for word in some], np.int64)
        among = np.array([self._of[word] for word in others], np.int64)
        far: dict[str, set[str]] = {word: set() for word in some}
        size = max(1, _CELLS // (_MOST * max(1, len(asked))))
        for start in range(0, len(among), size):
            part = among[start : start + size]
            for word, row in zip(some, self._are_far(asked, part, least), strict=True):
                far[word].update(self._words[number] for number in part[row])
        return {word: frozenset(found) for word, found in far.items()}

    def _are_far(self, asked: _Indices, among: _Indices, least: float) -> npt.NDArray[np.bool_]:
        # How far each unit there is is from the nearest of each word asked: (words asked, units).
        nearest = self._costs[self._units[asked]].min(axis=1)
        # Each unit of the other word is left out or stands for one of this: that costs no less than the least of each.
        bound = np.minimum(nearest[:, self._units[among]], self._gaps[among]).sum(axis=2)
        weights = (self._weights[asked][:, None] + self._weights[among]) / 2
        far = bound > (1.0 - least) * np.maximum(LEAST_WEIGHT, weights) + _SLACK
        far &= self._plain[asked][:, None] != self._plain[among]
        far &= ~(self._listed[asked][:, None] & self._listed[among])
        return cast("npt.NDArray[np.bool_]", far)
