"""A story's accounts side by side: a column for each original, a line for each thing that is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from according.views.claims import Who
from according.views.discrepancies import DiscrepancyRow
from according.views.documents import ArticleRow, Json
from according.views.events import HappeningRow
from according.views.stories import Member, StoryRow

LineKind = Literal["difference", "happening", "figure", "statement"]
"""What accounts are held side by side for: where they differ, what took place, a counted thing, somebody's words."""

Group = Literal["differs", "all", "several", "one"]
"""How what is told of one thing stands to one another: see `Line.group`."""
GROUPS: tuple[Group, ...] = get_args(Group)

CELLS = 8
"""Accounts of one original, or of one position of a difference, that are shown: the others say it once more."""
COPIES = 8
"""Articles of one original that are shown, and whose findings are: further copies say the same once more."""
_SEVERAL = 2
_AS_EXACT = ("exact", "about")
"""Qualifiers of figures that give one number."""
_TOLD_AS = {"happened": "fact", "ongoing": "fact", "denied": "denied"}
"""How a status is told where that matters to whether two accounts say the same; all others are of what is not yet."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A story in a long list: how many articles, independent originals and differences it has, and who tells it."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    origins: int
    articles: int
    differences: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]

    def as_json(self) -> Json:
        """Return the headline as one JSON object."""
        return {
            "id": self.id,
            "title": self.title,
            "from": self.earliest,
            "to": self.latest,
            "origins": self.origins,
            "articles": self.articles,
            "differences": self.differences,
            "outlets": list(self.outlets),
            "languages": list(self.languages),
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says: its original and article, the finding, its sentence, by whose word, and a few words more.

    `status` is an event's, or a figure's qualifier. `position` is that of a difference: cells of one number agree.
    `number` are value, least and greatest value of a figure, as far as it has them, and its qualifier.
    """

    origin: str
    row: ArticleRow
    finding: str
    sentence: str
    says: str
    who: Who
    status: str | None = None
    position: int | None = None
    number: tuple[float | None, float | None, float | None, str] | None = None

    @property
    def amount(self) -> tuple[float | None, float | None, str] | None:
        """What a figure comes to: alike for those that give one number, more or less exactly."""
        if self.number is None:
            return None
        value, low, high, qualifier = self.number
        if low is None:
            low = high = value
        return low, high, "" if qualifier in _AS_EXACT else qualifier

    def as_json(self) -> Json:
        """Return the cell as one JSON object."""
        return {
            "origin": self.origin,
            "number": self.row.number,
            "article": self.row.article.id,
            "outlet": self.row.article.outlet or self.row.article.agency,
            "published": self.row.article.published,
            "language": self.row.article.language,
            "finding": self.finding,
            "sentence": self.sentence,
            "says": self.says,
            "who": self.who.name,
            "entity": self.who.entity,
            "status": self.status,
            "position": self.position,
            "range": None
            if self.number is None
            else dict(zip(("value", "low", "high", "qualifier"), self.number, strict=True)),
        }


@dataclass(frozen=True, slots=True)
class Line:
    """Accounts of one thing: of `difference`, `happening`, `speaker` and `thing` the one that it is about is set.

    `act` is what is told to have happened to a thing, a class of words.
    """

    kind: LineKind
    cells: tuple[Cell, ...]
    difference: DiscrepancyRow | None = None
    happening: HappeningRow | None = None
    speaker: Who | None = None
    thing: str | None = None
    act: str | None = None

    @property
    def origins(self) -> frozenset[str]:
        """The originals that tell of it."""
        return frozenset(each.origin for each in self.cells)

    @property
    def alike(self) -> tuple[Cell, ...]:
        """The cells that say the same: of a happening, those that most originals tell as fact, as not yet, or deny.

        Of what is counted those that most give one number for.
        """
        if self.kind == "difference":
            return ()
        told: dict[object, list[Cell]] = defaultdict(list)
        for each in self.cells:
            told[self._told(each)].append(each)
        return tuple(max(told.values(), key=lambda some: len({each.origin for each in some}), default=()))

    def _told(self, cell: Cell) -> object:
        if self.kind == "happening":
            return _TOLD_AS.get(cell.status or "", "not yet")
        return cell.amount if self.kind == "figure" else None

    def group(self, inside: Collection[str]) -> Group:
        """Return how the originals `inside` tell of it: they differ, all or several say it, or one alone."""
        told = self.origins.intersection(inside)
        denied, others = (
            {each.origin for each in self.cells if (each.status == "denied") == denies}.intersection(inside)
            for denies in (True, False)
        )
        against = self.kind == "happening" and denied and others and len(told) > 1
        if self.kind == "difference" or against:
            return "differs"
        if len(told) < _SEVERAL:
            return "one"
        alike = {each.origin for each in self.alike}.intersection(inside)
        return "all" if len(alike) == len(set(inside)) else "several"

    def as_json(self) -> Json:
        """Return the line as one JSON object, with the first accounts of each position and how many there are."""
        shown: Counter[tuple[str, int | None]] = Counter()
        cells = []
        for each in self.cells:
            side = ("", each.position) if self.kind == "difference" else (each.origin, None)
            shown[side] += 1
            if shown[side] <= CELLS:
                cells.append(each.as_json())
        found: Json = {"kind": self.kind, "cells": cells, "accounts": len(self.cells)}
        found["origins"] = len(self.origins)
        found["alike"] = [each.finding for each in self.alike]
        if self.difference is not None:
            what = self.difference.discrepancy
            found |= {
                "id": what.id,
                "differs": what.kind,
                "series": what.series,
                "about": what.about,
                "score": what.score,
                "reason": what.reason,
                "verdict": what.verdict,
            }
        if self.happening is not None:
            whole = self.happening.as_json()
            kept = ("id", "root", "mode", "date", "status", "source_names", "target_names", "place_name")
            found |= {name: whole[name] for name in kept}
        if self.speaker is not None:
            found |= {"entity": self.speaker.entity, "about": self.speaker.name}
        if self.thing is not None:
            found |= {"about": self.thing, "act": self.act}
        return found


@dataclass(frozen=True, slots=True)
class Sides:
    """A story with its articles by original, those of the original told first, first; and what they tell.

    Of a long story a part: `among` are the originals that are held against one another, with an article each, the first
    of them the original at place `at`; `columns` are those of them that are shown, with their articles. `lines` come in
    the order: differences, then what most originals tell, each with its group; `counts` says how many there are of a
    group, `alone` how many each original tells alone, `disputed` which findings stand in a difference.
    """

    story: StoryRow
    at: int
    among: tuple[tuple[str, Member], ...]
    columns: tuple[tuple[str, tuple[Member, ...]], ...]
    lines: tuple[tuple[Group, Line], ...]
    counts: Mapping[Group, int]
    alone: Mapping[str, int]
    disputed: frozenset[str]
