"""What belongs together, and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model.actors import Kind
from according.model.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A chain belongs to an entity: by how much (0 to 1) and why."""

    chain: str
    entity: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities, articles or events that may be one: left apart, and kept for a person to judge."""

    first: str
    second: str
    score: float
    reason: str


Verdict = Literal["same", "different", "unsure"]
"""They are one, they are two, or the person cannot tell: the machine goes by itself then, and does not ask again."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a judgement: the name that the person gave and the chains that she saw under it.

    Both are kept so that the judgement holds for articles read later (by the name) and after a new version of an
    extractor (by the chains, whose ids are content hashes).
    """

    name: str
    kind: Kind
    chains: tuple[str, ...]
    id: str = ""
    """The entity's id at that time."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on whether two names mean one thing. Append-only: of two on the same pair the later wins."""

    id: str
    verdict: Verdict
    first: Side
    second: Side
    made_at: str
    author: str | None = None
    note: str | None = None


BondKind = Literal["origin", "story", "happening"]
"""What articles have in common, or events: one original, one piece of news; that they tell of one happening."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What a person says of articles, or of events, by their ids, as far as linking goes by it.

    Those of both sides are one ("same"), or none of the first is one with any of the second ("different").
    `kind` is what was judged, where that may be another kind of link than the one that goes by it.
    """

    verdict: Verdict
    first: tuple[str, ...]
    second: tuple[str, ...]
    kind: BondKind | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An article or an event that a person saw: its id then, and where it stood, in the document.

    When the id has gone, what stands there now is meant: the article, or the event of the same `root`.
    """

    id: str
    document: str
    span: Span
    text: str
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Bonded:
    """A person's verdict on whether articles, or events, are one. Append-only: of two that differ the later wins.

    "different" says nothing of those of one side among themselves.
    """

    id: str
    verdict: Verdict
    kind: BondKind
    first: tuple[Seen, ...]
    second: tuple[Seen, ...]
    made_at: str
    author: str
    note: str | None = None
