"""Origins and stories: which articles copy one original, and which tell of one piece of news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from according.model import Sketch, Span, Suggestion
from according.views.documents import ArticleRow, Json

CopyKind = Literal["original", "exact", "near", "shortened", "stitched", "translated"]
"""How an article is like the original: the first, every word, nearly every word, a part of it, put together from
several, or in another language."""
COPY_KINDS: tuple[CopyKind, ...] = get_args(CopyKind)


Referent = str | tuple[float, str]
"""An entity, a day (ISO 8601) or a figure as value and unit."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Title and first sentences of an article, which say what it is about; what follows is often background.

    `actors`, `days` and `figures` are those that are named there, as in `Item`; `lands` the countries (ISO 3166-1
    alpha-2) that its places lie in, `stems` its words (`according.knowledge.stems`), `spelled` those of them that are
    an actor's, a day's or a figure's, with whose they are, `opening` its first sentence.
    """

    actors: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    figures: frozenset[tuple[float, str]] = frozenset()
    stems: frozenset[str] = frozenset()
    spelled: frozenset[tuple[Referent, str]] = frozenset()
    opening: str = ""


NO_LEAD = Lead()


@dataclass(frozen=True, slots=True)
class Item:
    """An article as far as origins and stories are asked for.

    `published` is EDTF. `sentences` is how many it has, `layout` a checksum of where they stand and `naming` one of who
    is named where (`Prose`). `actors` are the entities that it names with the number of mentions, `places` those of
    them that are places or states; `days` the days that its dates and events name (ISO 8601), and `figures` its figures
    as value and unit.
    """

    article: str
    title: str | None
    language: str | None
    translated: bool
    outlet: str | None
    agency: str | None
    published: str | None
    sentences: int
    sketch: Sketch
    actors: tuple[tuple[str, int], ...]
    places: frozenset[str]
    days: frozenset[str]
    figures: frozenset[tuple[float, str]]
    lead: Lead = NO_LEAD
    layout: int = 0
    naming: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """An article's sentences, in order, as spans of its document's text.

    `named` are the places at which an entity is named or described, not by a pronoun only, with the entity. `deeds` are
    the words for what is done, for who does it and for whom it is done to.
    """

    text: str
    sentences: tuple[Span, ...]
    named: tuple[tuple[Span, str], ...] = ()
    deeds: tuple[tuple[Span, Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Characters of an article that are those of another one; `span` and `other_span` in their documents."""

    span: Span
    other: str
    other_span: Span
    translated: bool
    score: float


@dataclass(frozen=True, slots=True)
class Descent:
    """Where an article comes from: its origin, an id that all copies of one original share; how, how surely and why.

    `doubt` is an article that it may come from or not: whether it does is not sure.
    """

    article: str
    origin: str
    kind: CopyKind
    score: float
    reason: str
    passages: tuple[Borrowed, ...]
    doubt: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Belonging:
    """That an article is of a story: how surely, 0 to 1, and why."""

    article: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one piece of news: `earliest` and `latest` publication (EDTF), `origins` independent originals.

    `doubts` are pairs of articles, one of them of this story, that may or may not be of one.
    """

    id: str
    title: str
    articles: tuple[Belonging, ...]
    earliest: str | None
    latest: str | None
    origins: int
    doubts: tuple[Suggestion, ...] = ()

    def as_json(self) -> Json:
        """Return the story as the export writes it: the contract's keys, then what else is known."""
        return {
            "id": self.id,
            "title": self.title,
            "articles": [each.article for each in self.articles],
            "from": self.earliest,
            "to": self.latest,
            "origins": self.origins,
            "belonging": [
                {"article": each.article, "score": each.score, "reason": each.reason}
                for each in self.articles
            ],
        }


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story: how it belongs there, and where it comes from (None where that is not worked out)."""

    row: ArticleRow
    belonging: Belonging
    descent: Descent | None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list, with its articles: those published first come first, those without a date last."""

    story: Story
    members: tuple[Member, ...]
