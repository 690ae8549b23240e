"""What a desk shows first, and what it finds: the record at a glance, and searches with their counts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import get_args

from according.model import Kind, Notice, Root
from according.views.discrepancies import DiscrepancyRow
from according.views.documents import Hit, Json, Status
from according.views.judged import Judged

ROOTS: tuple[Root, ...] = get_args(Root)


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in few words: `outlets` and `languages` are those of its articles, `articles` how many there are."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    origins: int
    articles: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two entities that may be one, for a person to judge."""

    first: str
    first_name: str
    second: str
    second_name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A record as one looks at it first.

    `days` are days of publication with their articles. `stories` are those of the last days that most originals tell,
    `differences` the surest. Of `doubts` and `notices` there are more than are given: `waiting` says how many of each
    kind nobody has judged yet, `status` how many notices there are.
    """

    status: Status
    days: tuple[tuple[str, int], ...]
    happenings: int
    stories: tuple[StoryCard, ...]
    differences: tuple[DiscrepancyRow, ...]
    differing: int
    doubts: tuple[NamePair, ...]
    waiting: tuple[tuple[Judged, int], ...]
    notices: tuple[Notice, ...]

    def as_json(self) -> Json:
        """Return the overview as one JSON object."""
        return {
            "status": asdict(self.status),
            "days": [list(each) for each in self.days],
            "happenings": self.happenings,
            "stories": [asdict(each) for each in self.stories],
            "differences": [each.as_json() for each in self.differences],
            "differing": self.differing,
            "doubts": [asdict(each) for each in self.doubts],
            "waiting": dict(self.waiting),
            "notices": [asdict(each) for each in self.notices],
        }


@dataclass(frozen=True, slots=True)
class Facets:
    """Which articles a search is for; a field that is None does not restrict.

    `language` and `outlet` are as they are counted, "" for those without one; `year` is that of publication, "" where
    none is known; `kind` is one that an event of the article has.
    """

    language: str | None = None
    outlet: str | None = None
    year: str | None = None
    kind: Root | None = None


@dataclass(frozen=True, slots=True)
class OtherNames:
    """Somebody whose name stands in a query, with the forms in which articles write it (folded)."""

    entity: str
    name: str
    kind: Kind
    words: str
    forms: tuple[str, ...]


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what answers a query, and who is named in it."""

    hits: tuple[Hit, ...]
    names: tuple[OtherNames, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much answers a query, and how much of what kind: each facet without its own restriction."""

    total: int
    languages: Counts
    outlets: Counts
    years: Counts
    kinds: Counts


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a person keeps: `asked` are the parts of its address, as names and values."""

    id: str
    name: str
    asked: tuple[tuple[str, str], ...]
    made_at: str

    def as_json(self) -> Json:
        """Return the search as one JSON object."""
        return {"id": self.id, "name": self.name, "asked": dict(self.asked), "made_at": self.made_at}
