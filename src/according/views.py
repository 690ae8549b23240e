"""What the record shows: frozen views, computed from what is stored."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Article, Date, Figure, Kind, Mention, Notice, Span, Statement

Json = dict[str, object]
"""An object as `json.dumps` takes it."""


def _span(span: Span | None) -> list[int] | None:
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
    """An article in a list. `number` is its short name in this record, `uri` where its document is."""

    number: int
    uri: str
    article: Article

    def as_json(self) -> Json:
        """Return the article as the export writes it: the contract's keys, then what else is known."""
        article = self.article
        return {
            "id": article.id,
            "document": article.document,
            "span": list(article.span),
            "title": article.title,
            "title_span": _span(article.title_span),
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
            "origin": None,
            "story": None,
            "place": article.place,
            "passages": [
                {"span": list(passage.span), "language": passage.language} for passage in article.passages
            ],
            "evidence": [
                {"field": each.field, "span": _span(each.span), "reason": each.reason}
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


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, state or place under all its names: a view on chains, links and judgements.

    `names` are by language (BCP 47, `und` when unknown) all forms that the articles write, most frequent first; for a
    contested place those of all sides are among them, whoever is read. Coordinates are degrees (WGS 84); `precision`
    says what the point stands for: point, town, district, region, country.
    """

    id: str
    kind: Kind
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    key: str | None
    wikidata: str | None
    geonames: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: str | None
    contested: bool
    articles: int
    """Articles that name it."""
    mentions: int

    def as_json(self) -> Json:
        """Return the entity as the export writes it: the contract's keys, then what else is known."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "names": {language: list(names) for language, names in self.names},
            "wikidata": self.wikidata,
            "geonames": self.geonames,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "country": self.country,
            "precision": self.precision,
            "contested": self.contested,
            "articles": self.articles,
            "mentions": self.mentions,
        }


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention with the entity that it stands for (None when it is only described: "the president")."""

    mention: Mention
    entity: str | None

    def as_json(self) -> Json:
        """Return the mention as the export writes it."""
        mention = self.mention
        return {
            "id": mention.id,
            "article": mention.article,
            "span": list(mention.span),
            "text": mention.text,
            "kind": mention.kind,
            "entity": self.entity,
            "confidence": mention.confidence,
            "form": mention.form,
            "reason": mention.reason,
        }


@dataclass(frozen=True, slots=True)
class Variant:
    """A written form of an entity in one language, with the number of mentions that have it."""

    language: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity in one article: its mentions there, what the article calls it (`office@state`), and why it is it."""

    row: ArticleRow
    mentions: tuple[Mention, ...]
    offices: tuple[str, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Presence:
    """An entity that an article names, with its mentions there in order."""

    entity: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity named in the same articles, and in how many."""

    entity: str
    kind: Kind
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another entity that may be the same one: left apart until a person judges."""

    entity: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the record holds about one entity."""

    entity: Entity
    variants: tuple[Variant, ...]
    offices: tuple[tuple[str, int], ...]
    """What articles call it (`office@state`), with the number of articles, most frequent first."""
    appearances: tuple[Appearance, ...]
    companions: tuple[Companion, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a claim: the entity, None when the article names none, and the name or words that stand for it."""

    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list: where it stands, who says it to whom, and the sentence that its cue is in.

    `via` is who else tells that the speaker says it: the speaker of the statement that this one lies within.
    """

    row: ArticleRow
    statement: Statement
    speaker: Who
    addressee: Who
    via: Who
    sentence: str

    def as_json(self) -> Json:
        """Return the statement as the export writes it: the contract's keys, then what else is known."""
        statement = self.statement
        return {
            "id": statement.id,
            "article": statement.article,
            "speaker": self.speaker.entity,
            "speaker_text": statement.speaker_text,
            "cue_span": list(statement.cue),
            "content_span": list(statement.content_span),
            "kind": statement.kind,
            "confidence": statement.confidence,
            "speaker_name": self.speaker.name,
            "speaker_span": _span(statement.speaker_span),
            "content_spans": [list(span) for span in statement.content],
            "text": statement.text,
            "manner": statement.manner,
            "certainty": statement.certainty,
            "addressee": self.addressee.entity,
            "reason": statement.reason,
            "within": statement.within,
            "via": self.via.entity,
            "via_name": self.via.name,
        }


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a list: where it stands, whose it is, the place it is about, and its sentence."""

    row: ArticleRow
    figure: Figure
    claimant: Who
    place: Who
    sentence: str

    def as_json(self) -> Json:
        """Return the figure as the export writes it: the contract's keys, then what else is known."""
        figure = self.figure
        return {
            "id": figure.id,
            "article": figure.article,
            "span": list(figure.span),
            "text": figure.text,
            "value": _number(figure.value),
            "low": _number(figure.low),
            "high": _number(figure.high),
            "qualifier": figure.qualifier,
            "unit": figure.unit,
            "what": figure.what,
            "claimant": self.claimant.entity,
            "claimant_text": figure.claimant_text,
            "date": figure.date,
            "place": self.place.entity,
            "confidence": figure.confidence,
            "claimant_name": self.claimant.name,
            "reason": figure.reason,
        }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date that an article names, its sentence, and who says it when it lies in a statement."""

    row: ArticleRow
    date: Date
    sentence: str
    speaker: Who

    def as_json(self) -> Json:
        """Return the date as the export writes it: the contract's keys, then what else is known."""
        date = self.date
        return {
            "id": date.id, "article": date.article, "span": list(date.span), "text": date.text, "value": date.value,
            "confidence": date.confidence, "reason": date.reason, "time": date.time,
        }  # fmt: skip
