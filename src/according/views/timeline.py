"""Happenings as a chronology: how many when, before any of them is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model import Root, Status
from according.views.documents import Json

Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Bin:
    """A year, month or day (ISO 8601) with the number of happenings of each status that begin in it.

    `roots` are the kinds of which a year or month has most, the commonest first.
    """

    start: str
    counts: tuple[tuple[Status, int], ...]
    roots: tuple[tuple[Root, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Density:
    """How many happenings there are when.

    `bins` are those of `first` to `last`, days that leave out the few that lie far from all others; how many those are
    say `before` and `after`. `undated` have no day at all. `wide` of `total` are known to a longer time than a bin and
    counted where they may begin. `roots` and `statuses` are counts of the same happenings, each without the filter of
    its own. Bins that are empty are left out.
    """

    unit: Unit
    first: str | None
    last: str | None
    bins: tuple[Bin, ...]
    total: int
    before: int
    after: int
    undated: int
    wide: int
    roots: tuple[tuple[Root, int], ...]
    statuses: tuple[tuple[Status, int], ...]

    def as_json(self) -> Json:
        """Return the density as one JSON object."""
        return {
            "unit": self.unit,
            "first": self.first,
            "last": self.last,
            "bins": [
                {
                    "start": each.start,
                    "counts": dict(each.counts),
                    "roots": [list(pair) for pair in each.roots],
                }
                for each in self.bins
            ],
            "total": self.total,
            "before": self.before,
            "after": self.after,
            "undated": self.undated,
            "wide": self.wide,
            "roots": [list(pair) for pair in self.roots],
            "statuses": [list(pair) for pair in self.statuses],
        }
