"""Running text as an engine annotates it and as extractors look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model.actors import Form, Kind
from according.model.span import Span

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

    `pos` is a Universal POS tag ("PROPN", "VERB", "X" when unknown). The root is its own head. `form` is the case of a
    noun, the tense or form of a verb as Universal Dependencies name it ("Dat", "Fut", "Cnd"), empty when unknown.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    head: int
    relation: Relation
    form: str = ""


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
class Actor:
    """A mention, where it stands in running text, and the chain that it belongs to.

    `name` is the fullest name of its chain.
    """

    span: Span
    chain: str
    kind: Kind
    form: Form
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """An article's running text and what is known of it: what extractors look at. Spans are in `text`.

    `title` is empty when there is none. `published` is EDTF and anchors relative dates. `paragraphs` and `sentences`
    are in order; so are `actors`, which may lie in one another ("the president of Ghana").
    """

    article: str
    text: str
    language: str | None
    published: str | None
    title: Span
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
