"""Documents as a desk shows them: in a list, and cut into their articles."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from according.model import Notice, Span
from according.views.documents import ArticleRow, Json


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in few words: how many articles were cut from it, and how many notices are about it."""

    id: str
    uri: str
    media_type: str
    encoding: str
    characters: int
    articles: int
    notices: int

    def as_json(self) -> Json:
        """Return the document as one JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document: an article with how it begins below its title, or what lies between articles.

    `span` is the whole stretch. `noise` are the kinds of what is no article, and the characters of each.
    """

    span: Span
    text: str
    row: ArticleRow | None
    noise: tuple[tuple[str, int], ...]

    def as_json(self) -> Json:
        """Return the stretch as one JSON object."""
        found: Json = {"span": list(self.span), "text": self.text, "noise": dict(self.noise), "article": None}
        if self.row is None:
            return found
        article = self.row.article
        told = {
            name: getattr(article, name)
            for name in ("id", "title", "outlet", "published", "language", "translated")
        }
        return {**found, "article": {"number": self.row.number, **told}}


@dataclass(frozen=True, slots=True)
class Cut:
    """A document with some of its stretches in the order in which they stand, and the notices about it."""

    paper: Paper
    pieces: tuple[Piece, ...]
    notices: tuple[Notice, ...]

    def as_json(self) -> Json:
        """Return the document with its stretches as one JSON object."""
        return {
            **self.paper.as_json(),
            "pieces": [each.as_json() for each in self.pieces],
            "about": [asdict(each) for each in self.notices],
        }
