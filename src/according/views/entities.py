"""Who and what is named."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Kind, Mention
from according.views.documents import ArticleRow, Json


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
