"""What people have judged, and what is left to judge."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal

from according.model import Layer
from according.views.documents import ArticleRow, Json

Judged = Literal["names", "difference", "link", "finding"]
"""What people judge: whether two names mean one thing, whether accounts differ, whether articles have one origin or
story and events are one happening, whether a finding is right."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person judged: `about` in one line, and who took it back, when and why, if anybody did.

    `number` is that of the article that a finding is in, `finding` its id when it was judged, `now` the one under which
    it stands there now, None when it does not; `layer` is its kind. `said` is all that the
    person saw and said: both sides of two names or of a link, the findings of a difference, the change to a finding.
    `kind` is a link's or a difference's. `void`: what it was said of is not in the record any more, so that it has no
    effect.
    """

    id: str
    what: Judged
    verdict: str
    about: str
    made_at: str
    author: str | None
    note: str | None
    layer: Layer | None = None
    number: int | None = None
    finding: str | None = None
    revoked_at: str | None = None
    revoked_by: str | None = None
    revoked_note: str | None = None
    said: Json = field(default_factory=dict)
    now: str | None = None
    kind: str | None = None
    void: bool = False

    def as_json(self) -> Json:
        """Return the act as one JSON object, in few words."""
        return {name: value for name, value in asdict(self).items() if name != "said"}

    def exported(self) -> Json:
        """Return the act as the export writes it: whole, but for what is this record's alone."""
        return {name: value for name, value in asdict(self).items() if name not in {"number", "now", "void"}}


@dataclass(frozen=True, slots=True)
class Context:
    """Where something stands: its sentence on one line, and the words in it that are meant."""

    row: ArticleRow
    sentence: str
    text: str
    finding: str | None

    def as_json(self) -> Json:
        """Return the context as one JSON object."""
        article = self.row.article
        return {
            "number": self.row.number,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published,
            "language": article.language,
            "sentence": self.sentence,
            "text": self.text,
            "finding": self.finding,
        }


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of what is to be judged: an entity, a position, or a finding, with where it stands."""

    id: str
    label: str
    detail: str
    contexts: tuple[Context, ...]

    def as_json(self) -> Json:
        """Return the side as one JSON object."""
        contexts = [each.as_json() for each in self.contexts]
        return {"id": self.id, "label": self.label, "detail": self.detail, "contexts": contexts}


@dataclass(frozen=True, slots=True)
class Task:
    """Something to judge: how sure the machine is (0 to 1), and why. `kind` is a difference's, a link's or a layer.

    `joined`: the machine takes both sides of a link for one.
    """

    id: str
    what: Judged
    kind: str
    about: str
    score: float
    reason: str
    sides: tuple[Aspect, ...]
    joined: bool = False

    def as_json(self) -> Json:
        """Return the task as one JSON object."""
        return {
            "id": self.id,
            "what": self.what,
            "kind": self.kind,
            "about": self.about,
            "score": self.score,
            "reason": self.reason,
            "joined": self.joined,
            "sides": [each.as_json() for each in self.sides],
        }


@dataclass(frozen=True, slots=True)
class Queue:
    """What is left to judge: how many of each kind, and some of them with both contexts."""

    counts: tuple[tuple[Judged, int], ...]
    tasks: tuple[Task, ...]

    def as_json(self) -> Json:
        """Return the queue as one JSON object."""
        return {"counts": dict(self.counts), "tasks": [each.as_json() for each in self.tasks]}
