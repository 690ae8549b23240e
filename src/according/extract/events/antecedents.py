"""Whom a pronoun of a sentence means that no chain has: the subject of the clause above it."""

from __future__ import annotations

from typing import Protocol

from according.extract.events.acting import Acting
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.party_words import possessives
from according.knowledge.speech_cues import SpeechCues


class Known(Protocol):
    """A sentence of which is known whom its nouns name."""

    @property
    def tree(self) -> Tree:
        """The sentence."""

    @property
    def actors(self) -> Actors:
        """The actors of its article."""

    @property
    def cues(self) -> SpeechCues:
        """The cues of its language."""

    @property
    def acting(self) -> Acting | None:
        """For which states they act, where that is asked for."""

    def is_group(self, head: int) -> bool:
        """Return whether a noun means those who were named before."""


def antecedent(known: Known, head: int) -> int:
    """Return whom a pronoun that no chain has means, "its" too: the subject of the clause above, or of its own."""
    tree, cues = known.tree, known.cues
    pronouns = cues.persons | cues.things | cues.pronouns
    own = tree.tokens[head].relation in ("genitive", "determiner")
    own = own and bool({tree.lemmas[head], tree.words[head]} & possessives())
    if not stands_for(tree, head) or not (own or tree.words[head] in pronouns):
        return head
    if known.actors.at(tree.tokens[head].span):
        return head
    at = head if own else _clause(tree, tree.tokens[head].head)
    while tree.tokens[at].head != at:
        at = tree.tokens[at].head
        above = tree.child(at, "subject", "passive subject") if tree.tokens[at].pos in VERBS else None
        if above is not None and tree.words[above] in tree.relatives:
            above = tree.tokens[at].head
        if above is None or above >= head or not _can_mean(known, head, above):
            continue
        if tree.tokens[above].pos in ("NOUN", "PROPN") or known.is_group(above):
            return above
    return head


def stands_for(tree: Tree, at: int) -> bool:
    """Return whether a word is a pronoun, or says whose something is: "son", "свой"."""
    return tree.tokens[at].pos == "PRON" or tree.lemmas[at] in possessives()


def _clause(tree: Tree, verb: int) -> int:
    """Return the first of verbs that share a subject, which none of their objects means."""
    while tree.tokens[verb].relation == "conjunct" and tree.child(verb, "subject", "passive subject") is None:
        verb = tree.tokens[verb].head
    return verb


def _can_mean(known: Known, pronoun: int, noun: int) -> bool:
    """Return whether a pronoun that means several may mean a noun: not a single person or state."""
    tree = known.tree
    plural = known.acting is not None and tree.words[pronoun] in known.acting.plural
    if not plural or tree.child(noun, "conjunct") is not None or tree.words[noun] != tree.lemmas[noun]:
        return True
    return all(actor.kind == "organization" for actor in known.actors.at(tree.tokens[noun].span))
