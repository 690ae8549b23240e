"""What was read: documents, the articles in them, and what was wrong with the input."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

from according.model.span import Span, content_id

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
        id = content_id("document", sha256, text)
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
