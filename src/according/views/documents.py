"""Documents, articles, what a search finds, and what a read has come to."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Article, Kind, Notice, Span

Json = dict[str, object]
"""An object as `json.dumps` takes it."""


def span_json(span: Span | None) -> list[int] | None:
    """Return a span as a list."""
    return None if span is None else list(span)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list.

    `uri` is, of the paths it was met at, the one in the fewest containers, then the smallest; `read_at` the first time
    (UTC).
    """

    id: str
    uri: str
    sha256: str
    media_type: str
    encoding: str
    characters: int
    read_at: str
    text: str | None = None
    """The decoded text, when it was asked for."""

    def as_json(self, *, times: bool) -> Json:
        """Return the document as the export writes it; `read_at` is null unless `times`."""
        row: Json = {
            "id": self.id,
            "uri": self.uri,
            "sha256": self.sha256,
            "media_type": self.media_type,
            "encoding": self.encoding,
            "characters": self.characters,
            "read_at": self.read_at if times else None,
        }
        return row if self.text is None else {**row, "text": self.text}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list. `number` is its short name in this record, `uri` where its document is.

    `origin` is what it shares with all copies of one original, `story` the piece of news that it is about; None where
    they were not asked for or are not worked out.
    """

    number: int
    uri: str
    article: Article
    origin: str | None = None
    story: str | None = None

    def as_json(self) -> Json:
        """Return the article as the export writes it: the contract's keys, then what else is known."""
        article = self.article
        return {
            "id": article.id,
            "document": article.document,
            "span": list(article.span),
            "title": article.title,
            "title_span": span_json(article.title_span),
            "outlet": article.outlet,
            "agency": article.agency,
            "author": article.author,
            "published": article.published,
            "published_basis": article.published_basis,
            "url": article.url,
            "language": article.language,
            "translated": article.translated,
            "translated_from": article.translated_from,
            "boilerplate": [
                {"span": list(mark.span), "kind": mark.kind, "reason": mark.reason} for mark in article.marks
            ],
            "origin": self.origin,
            "story": self.story,
            "place": article.place,
            "passages": [
                {"span": list(passage.span), "language": passage.language} for passage in article.passages
            ],
            "evidence": [
                {"field": each.field, "span": span_json(each.span), "reason": each.reason}
                for each in article.evidence
            ],
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, with the stretch of it that answers best.

    `score` grows with relevance and compares within one search only. `snippet` is original text on one line;
    `highlights` are the matched words as spans of the snippet, `span` is where it comes from in the document.
    """

    row: ArticleRow
    score: float
    snippet: str
    highlights: tuple[Span, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a read has come to, up to its last commit. All of it is safely in the record."""

    inputs: int = 0
    """Inputs read to their end, unchanged ones included."""
    unchanged: int = 0
    """Inputs that were known byte for byte and not opened."""
    new: int = 0
    """Documents that were not in the record, or were split anew."""
    known: int = 0
    """Documents that were in the record already."""
    articles: int = 0
    """Articles in the new documents."""
    notices: int = 0
    """Problems met, those of unchanged inputs included."""
    lost: int = 0
    """Notices for inputs of which nothing could be read."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One commit of a read: what it put into the record, and the totals with it."""

    uri: str
    """The input that was being read."""
    documents: tuple[str, ...]
    """Ids of the documents that are safe from now on, whether new or known."""
    notices: tuple[Notice, ...]
    total: ReadReport


@dataclass(frozen=True, slots=True)
class Status:
    """A record at a glance."""

    path: str
    size: int
    """Bytes on disk."""
    sqlite: str
    """Version of the SQLite that opened it."""
    documents: int
    characters: int
    articles: int
    dated: int
    """Articles with a publication date."""
    first: str | None
    """Earliest publication date, EDTF."""
    last: str | None
    languages: tuple[tuple[str | None, int], ...]
    """Languages with their number of articles, most frequent first; None is not recognised."""
    outlets: tuple[tuple[str | None, int], ...]
    """Outlets with their number of articles, most frequent first."""
    entities: tuple[tuple[Kind, int], ...]
    """Kinds of which there are entities, with their number: persons first, then organizations, states, places."""
    notices: int
    lost: int
