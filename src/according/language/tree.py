"""What the engines have in common about trees: words on their way to tokens, and one set of relations.

Engines differ in what heads what. Here all follow Universal Dependencies (https://universaldependencies.org): content
words head, prepositions and copulas depend, the first part of a person's name heads the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.language.plain import OVERLONG, Plain
from according.model import Kind, Named, Relation, Sentence, Span, Token

UD: dict[str, Relation] = {
    "root": "root",
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:pass": "passive subject",
    "csubj:pass": "passive subject",
    "obj": "object",
    "iobj": "indirect object",
    "ccomp": "clause",
    "xcomp": "clause",
    "obl": "oblique",
    "obl:agent": "agent",
    "appos": "apposition",
    "conj": "conjunct",
    "flat": "name",
    "amod": "modifier",
    "advmod": "modifier",
    "acl": "modifier",
    "advcl": "modifier",
    "nummod": "modifier",
    "nmod": "genitive",
    "case": "case",
    "det": "determiner",
    "aux": "auxiliary",
    "cop": "auxiliary",
    "mark": "marker",
    "punct": "punctuation",
}
"""Relations of Universal Dependencies in our words; a subtype that is not listed counts as its type."""


def from_ud(label: str) -> Relation:
    """Return what a label of Universal Dependencies is called here."""
    label = label.lower()
    return UD.get(label) or UD.get(label.partition(":")[0], "other")


@dataclass(slots=True)
class Word:
    """A token in the making. `start` and `end` are in the plain text; `head` is an index among the sentence's words.

    `form` is the case of a noun or the form of a verb as Universal Dependencies name it ("Ins", "Inf"), `tense` its
    tense ("Past", "Fut") or conditional mood ("Cnd"); empty when unknown.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    head: int
    relation: Relation
    form: str = ""
    tense: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` to `last` (inclusive) are a name. `base` is it in the nominative; empty when as written."""

    first: int
    last: int
    kind: Kind
    base: str = ""


def top(words: Sequence[Word], first: int, last: int) -> int:
    """Return the word among `first` to `last` whose head lies outside; the first of several."""
    for index in range(first, last + 1):
        head = words[index].head
        if head == index or not first <= head <= last:
            return index
    return first


def rooted(words: Sequence[Word]) -> None:
    """Make what a parser returned a tree: one root, its own head; no cycles."""
    if not words:
        return
    roots = [index for index, word in enumerate(words) if word.head == index]
    root = roots[0] if roots else 0
    words[root].head, words[root].relation = root, "root"
    for index, word in enumerate(words):
        if index != root and (word.head == index or not 0 <= word.head < len(words)):
            word.head = root
            word.relation = "other" if word.relation == "root" else word.relation
    settled = {root}
    for index in range(len(words)):
        path: list[int] = []
        at = index
        while at not in settled and at not in path:
            path.append(at)
            at = words[at].head
        if at not in settled:  # back at a word of the path: a cycle
            words[at].head, words[at].relation = root, "other"
        settled.update(path)


def promote(words: Sequence[Word], below: int, relation: Relation) -> None:
    """Let a word change places with its head, whose role and dependents it takes; the head becomes its `relation`."""
    above = words[below].head
    if above == below:
        return
    for word in words:
        if word.head == above:
            word.head = below
    was_root = words[above].head == below
    words[below].head = below if was_root else words[above].head
    words[below].relation = words[above].relation
    words[above].head, words[above].relation = below, relation


def settle_names(words: Sequence[Word], names: Sequence[Name]) -> None:
    """Head each person's name by its first word, and by no courtesy title ("M. Macron" is about Macron)."""
    for name in names:
        if name.kind != "person":
            continue
        old = top(words, name.first, name.last)
        if old != name.first:
            _rehead(words, name, old)
        for index in range(name.first + 1, name.last + 1):
            words[index].head, words[index].relation = name.first, "name"
        first = words[name.first]
        if first.relation == "name" and first.head != name.first:
            promote(words, name.first, "modifier")


def _rehead(words: Sequence[Word], name: Name, old: int) -> None:
    """Give the first word of a name the place in the tree that `old`, a later one, has."""
    inside = range(name.first, name.last + 1)
    head, relation = words[old].head, words[old].relation
    for index, word in enumerate(words):
        if word.head in inside and index not in inside:
            word.head = name.first
    words[name.first].head = name.first if head == old else head
    words[name.first].relation = relation


def sentence(
    plain: Plain, original: str, span: Span, words: Sequence[Word], names: Sequence[Name]
) -> Sentence:
    """Return a finished sentence, its positions those of the original text."""
    tokens = []
    for word in words:
        where = plain.span(word.start, word.end)
        text = original[where.start : where.end]
        lemma, pos = (text, "X") if OVERLONG in word.text else (word.lemma, word.pos)
        tokens.append(Token(where, text, lemma, pos, word.head, word.relation, word.tense or word.form))
    named = []
    for name in names:
        start, end = words[name.first].start, words[name.last].end
        written = " ".join(plain.text[start:end].split())
        if OVERLONG not in written:
            named.append(Named(plain.span(start, end), name.kind, name.base or written))
    return Sentence(plain.span(span.start, span.end), tuple(tokens), tuple(named))
