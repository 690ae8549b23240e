"""The nouns. Frozen dataclasses that travel between the stages; imports nothing from the package.

A position is an index of a Unicode code point in `Document.text`; a `Span` is half open, so that
`text[span.start:span.end]` is always the exact evidence.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Basis = Literal["stated", "inferred"]
"""How a publication date is known: printed beside the article, or worked out from what is printed."""

MarkKind = Literal[
    "related-link",
    "advert",
    "newsletter",
    "caption",
    "credit",
    "paywall",
    "share",
    "comment-form",
    "player",
    "separator",
    "header",
]
"""What a stretch of text is that is not the article. `header` is page furniture of any place: running heads,
feet, page numbers, menus, cookie notices, outlet and date lines of a masthead."""

NoticeKind = Literal[
    "empty",  # there is nothing in it
    "unreadable",  # the system does not let us read it (permissions, broken link, gone)
    "unsupported",  # not a format that According reads
    "binary",  # was taken for text, is none
    "damaged",  # broken in itself; what could be saved was saved
    "encoding",  # decoded with losses or by guess
    "too-large",  # over a limit of settings.py
    "nested",  # archives in archives deeper than the limit
    "encrypted",  # needs a password
    "network",  # a URL did not answer with a document
    "no-text",  # a file without a text layer, such as a scanned PDF
    "column",  # a table without the columns that were asked for
    "model",  # the language's model is not installed: names were found without it
]


class Span(NamedTuple):
    """Half-open range `[start, end)` of code points in a document's text."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Return how many characters both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


_SURROGATES = re.compile("[\ud800-\udfff]")

LineLabel = Literal[
    "title", "outlet", "date", "byline", "caption", "body", "heading", "noise", "separator", "contents", "end"
]
"""What one line of a document is, in the eyes of the splitter. `contents` is a line of a table of contents, `end` one
that closes an article (address, sign-off, credit)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document as the splitter labelled it.

    `first` is True on the line that opens an article. `margin` is by how much (in log-odds) the chosen label beats
    the next best one; `reasons` name the observations that spoke for it, strongest first.
    """

    span: Span
    label: LineLabel
    first: bool
    margin: float
    reasons: tuple[str, ...]


def content_id(*parts: str | int) -> str:
    """Return the id of the thing that `parts` describe: 16 hex digits of a SHA-256, the same on every run."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is not the article, kept and named. `reason` is for people: why we think so."""

    span: Span
    kind: MarkKind
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the container says about its text: mail headers, feed entry, table columns, page metadata.

    `published` is an EDTF date. All fields are None when the container is silent; nothing is guessed here.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What was read, byte for byte, with its decoded text.

    `article` is the extent of the one article when the container settles it (a web page, a feed entry, a table
    row); None when the text has to be split. `marks` are what the reader knows from the layout alone: page
    furniture, the parts of a web page around its article.
    """

    id: str
    uri: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    original: bytes = field(repr=False)
    given: Given = Given()
    article: Span | None = None
    marks: tuple[Mark, ...] = ()

    @staticmethod
    def make(
        uri: str,
        original: bytes,
        media_type: str,
        encoding: str,
        text: str,
        given: Given = Given(),
        article: Span | None = None,
        marks: tuple[Mark, ...] = (),
    ) -> Document:
        """Build a document and give it its id: the hash of its bytes and of the text they were decoded to.

        Lone surrogates, which no encoding can write, become U+FFFD.
        """
        text = _SURROGATES.sub("\ufffd", text)
        sha256 = hashlib.sha256(original).hexdigest()
        id = content_id("document", sha256, text)  # noqa: A001 - the noun's own word
        return Document(id, uri, sha256, media_type, encoding, text, original, given, article, marks)


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem with the input, kept as data. `message` says what is wrong and what to do about it.

    `lost` is True when nothing of `uri` got into the record, False when it was read with some damage.
    """

    uri: str
    kind: NoticeKind
    message: str
    lost: bool

    @property
    def id(self) -> str:
        """Content hash: the same problem with the same input is one notice, however often it is met."""
        return content_id("notice", self.uri, self.kind, self.message)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an article's field has its value: the characters it came from (None when given by the container)."""

    field: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article in one language (BCP 47)."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news item inside a document.

    `span` runs from the first character of its title (or of its text when it has none) to its last character,
    marks included. `published` is an EDTF date; `published_basis` says how it is known. `passages` is empty
    unless the article mixes languages.
    """

    id: str
    document: str
    span: Span
    title: str | None
    title_span: Span | None
    outlet: str | None
    agency: str | None
    author: str | None
    place: str | None
    published: str | None
    published_basis: Basis | None
    url: str | None
    language: str | None
    translated: bool
    translated_from: str | None
    marks: tuple[Mark, ...]
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]


Kind = Literal["person", "organization", "state", "place", "other"]
"""What a name stands for. A state is a country as an actor or a territory; a place is any other location."""

Form = Literal["name", "description", "pronoun"]
"""How a mention refers: by a name (or a part of one), by a description ("the Turkish president"), by a pronoun."""

Relation = Literal[
    "root", "subject", "passive subject", "object", "indirect object",
    "clause",  # a complement clause: what is said, wanted, feared
    "oblique",  # through a preposition or a case; the preposition is the token's own dependent "case"
    "agent",  # who does it in a passive
    "apposition", "conjunct",
    "name",  # a further part of a name, headed by its first
    "modifier",  # adjectives, relative clauses, adverbs
    "genitive",  # a noun that belongs to a noun, with or without a preposition
    "case",  # the preposition or postposition of a noun
    "marker",  # that, que, что
    "determiner", "auxiliary", "negation", "punctuation", "other",
]  # fmt: skip
"""What a token is to its head: the one small set that the engines of all languages map their labels to."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. `span` is in the text that was annotated; `head` is an index among the sentence's tokens.

    `pos` is a Universal POS tag ("PROPN", "VERB", "X" when unknown). The root is its own head.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    head: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class Named:
    """A name that an engine's model sees. `base` is it in the nominative where the engine can tell, else as written."""

    span: Span
    kind: Kind
    base: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens in order and the names that the engine's model sees in it."""

    span: Span
    tokens: tuple[Token, ...]
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of running text that names or describes somebody or something, before it is decided who or what.

    `name` is it in the nominative. `key` names it in the knowledge (`state:AM`, `organization:osce`), None when it
    is not known there. A description of a person has the `role` and, when it is said, the `state` of the office
    (`foreign-minister`, `TR`). `basis` says what saw it, for people to read.
    """

    span: Span
    kind: Kind
    form: Form
    name: str
    key: str | None
    role: str | None
    state: str | None
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article that stands for a person, organization, state or place.

    `span` is in the document; `text` is exactly what stands there. `reason` says why it belongs to its chain.
    """

    id: str
    article: str
    span: Span
    text: str
    kind: Kind
    form: Form
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where something is. Degrees north and east (WGS 84); `country` is ISO 3166-1 alpha-2.

    `precision` says what the point stands for, `probability` how sure it is that this place is meant.
    """

    latitude: float
    longitude: float
    country: str | None
    precision: Literal["point", "town", "district", "region", "country"]
    probability: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one article that refer to one thing (a coreference chain), and what the article says of it.

    `name` is its fullest name, in the nominative. `key` names it in the knowledge or in a gazetteer
    (`state:AM`, `organization:Q7184`, `place:geonames:616052`), None when neither knows it. `offices` are what the
    article calls it, as `office@state` (`foreign-minister@TR`, `president@`). `named` is False when it is
    only described ("the president"). Chains of one article are never joined with each other by the machine.
    """

    id: str
    article: str
    kind: Kind
    name: str
    language: str | None
    key: str | None
    offices: tuple[str, ...]
    location: Location | None
    named: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A chain belongs to an entity: by how much (0 to 1) and why."""

    chain: str
    entity: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one: left apart, and kept for a person to judge."""

    first: str
    second: str
    score: float
    reason: str


Verdict = Literal["same", "different"]


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
