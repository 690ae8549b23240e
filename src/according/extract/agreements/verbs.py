"""How a verb of a promise stands in its clause: what complements it, whether it is a fact, whether it is to come."""

from __future__ import annotations

from according.extract.agreements.acts import Clause
from according.extract.events.status import status
from according.extract.tree import VERBS
from according.knowledge.event_kinds import ontology
from according.model import Relation

FUTURE, CONDITIONAL, PRESENT, INFINITIVE, PAST = "Fut", "Cnd", "Pres", "Inf", "Past"
_COMPLEMENTS: tuple[Relation, ...] = ("clause", "oblique", "modifier", "object", "other", "genitive")
_ARMING = "MOBILIZE"
"""Root of what is done to nobody: who promises to arm threatens no one by it."""


def holds(clause: Clause, at: int) -> bool:
    """Return whether a word that promises is said as a fact: not denied, asked for or supposed.

    What is joined to a condition without a subject of its own is one, too: "if X gives in and agrees to".
    """
    tree, token = clause.tree, clause.tree.tokens[at]
    joined = token.relation == "conjunct" and token.head < at and tree.child(at, "subject") is None
    told = (
        status(tree, each, clause.language.status, harm=False)
        for each in ([at, token.head] if joined else [at])
    )
    first = next(told)
    return first in ("happened", "ongoing") and "hypothetical" not in told


def to_come(clause: Clause, verb: int) -> bool:
    """Return whether a verb tells what somebody will, would or shall do, by its own words."""
    tree, words = clause.tree, clause.language.status
    modal = any(
        tree.tokens[each].form == FUTURE
        or words.modals.get(tree.lemmas[each]) in ("planned", "demanded")
        or tree.words[each] in words.reported
        for each in tree.children(verb, "auxiliary")
    )
    return modal or tree.tokens[verb].form in (FUTURE, CONDITIONAL)


def complement(clause: Clause, at: int, *, binding: bool = False) -> int | None:
    """Return the head of the clause or infinitive that tells what a word promises.

    A clause with its own subject has to be to come, unless the word is `binding`: that of an agreement's text.
    """
    tree = clause.tree
    for each in tree.children(at, *_COMPLEMENTS):
        gerund = _misread_gerund(clause, each)
        if gerund is not None and gerund > at:
            return gerund
        if each < at or not _may_complement(clause, each):
            continue
        own = tree.child(each, "subject", "passive subject")
        if own is None or binding or to_come(clause, each):
            return None if stands_for_another(clause, each) else each
    return None


def stands_for_another(clause: Clause, verb: int) -> bool:
    """Return whether a verb only stands for one that was said: "as it promised to do"."""
    tree = clause.tree
    named = any(tree.tokens[each].pos in ("NOUN", "PROPN") for each in tree.children(verb, "object"))
    return tree.lemmas[verb] in clause.words.does and not named


def _may_complement(clause: Clause, at: int) -> bool:
    """Return whether a verb can be what another one promises: no participle, nothing past, no "as he promised"."""
    tree, token = clause.tree, clause.tree.tokens[at]
    led = {tree.words[mark] for mark in tree.children(at, "marker", "case")}
    if token.pos not in VERBS or led & clause.words.as_:
        return False
    if any(tree.words[each] in clause.words.which for each in tree.children(at, "oblique", "other")):
        return False  # "an agreement by which X will"
    bare = tree.child(at, "marker", "case", "auxiliary", "subject", "passive subject") is None
    if bare and token.relation in ("modifier", "other") and token.form in (PAST, PRESENT):
        return False
    had = [tree.tokens[each].form for each in tree.children(at, "auxiliary")] == [INFINITIVE]
    own = tree.child(at, "subject", "passive subject") is not None
    return own or not (had and token.form == PAST)  # "assure avoir détruit"


def _misread_gerund(clause: Clause, noun: int) -> int | None:
    """Return a gerund that a parser took for a word about its object: "committed to sparing schools"."""
    tree = clause.tree
    if noun == 0 or tree.tokens[noun].pos in VERBS or tree.tokens[noun - 1].pos != "VERB":
        return None
    led = any(
        tree.words[case] in clause.words.to and case == noun - 2 for case in tree.children(noun, "case")
    )
    return noun - 1 if led and tree.tokens[noun - 1].head == noun else None


def harms(clause: Clause, act: int) -> bool:
    """Return whether a promised act harms somebody: that is a threat; to stop doing something is none."""
    tree = clause.tree
    event = clause.event(act, act)
    ends = clause.language.status.verbs.get(tree.lemmas[act]) == "denied"
    if event is None or event.root == _ARMING or ends:
        return False
    negated = event.status == "denied" or tree.child(act, "negation") is not None
    return ontology().roots[event.root].quad.endswith("conflict") and not negated
