"""Promises: somebody binds himself by a word for it, or says what he will do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.extract.agreements.acts import Clause, Found
from according.extract.agreements.namings import Naming
from according.extract.agreements.terms import terms
from according.extract.agreements.verbs import complement, harms, holds, to_come
from according.extract.events.status import status
from according.extract.tree import VERBS
from according.model import Kept

_UNSAID = (
    "threaten",
    "warn",
    "expect",
    "estimate",
    "ask",
    "deny",
    "demand",
    "accuse",
    "criticize",
    "propose",
)
"""Manners of saying in which nobody promises anything."""


def promised(clause: Clause, namings: Mapping[int, Naming]) -> list[Found]:
    """Return what is promised in a sentence; `namings` are the agreements in it by the token of their head."""
    found: dict[int, Found] = {}
    for rule in (
        _by_verbs(clause, namings),
        _by_nouns(clause, namings),
        _accepted(clause),
        terms(clause, namings),
        _own_word(clause),
    ):
        for each in rule:
            if each.act not in found and _joined_to(clause, each.act) not in found:
                found[each.act] = each
    return [found[act] for act in sorted(found)]


def _joined_to(clause: Clause, act: int) -> int | None:
    """Return the act that another one is joined to without a subject of its own, and is told with."""
    tree = clause.tree
    joined = tree.tokens[act].relation == "conjunct" and tree.child(act, "subject", "passive subject") is None
    return tree.tokens[act].head if joined else None


def _by_verbs(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] not in words.commits or not holds(clause, at):
            continue
        aside = tree.tokens[token.head].pos == "ADJ" and tree.child(at, "case", "marker") is not None
        if aside:  # "wary of agreeing to"
            continue
        reflexive = any(tree.words[each] in clause.cues.reflexives for each in tree.below[at])
        if tree.lemmas[at] in words.reflexive and not reflexive:
            continue
        act = complement(clause, at)
        if act is None:
            act = next((each for each in tree.children(at, "object", "oblique") if each in namings), None)
        if act is None:
            act = _granted(clause, at)
        if act is not None and not harms(clause, act):
            under = act if act in namings else None
            kept = _sequel(clause, act)
            by = clause.doer(at) or _bound(clause, at)
            yield Found(act, at, by, _told_to(clause, at), under, kept, "a verb of promising", 0.9)


def _bound(clause: Clause, at: int) -> tuple[int, ...]:
    """Return who is bound by a passive: "is committed to"."""
    words = clause.words
    binding = clause.tree.lemmas[at] in words.reflexive | words.binds
    return tuple(clause.tree.children(at, "passive subject")) if binding else ()


def _sequel(clause: Clause, act: int) -> Kept:
    """Return what the sentence goes on to tell of a promise: "promised to leave but did not do so"."""
    tree = clause.tree
    for at in range(act + 1, len(tree.tokens)):
        token = tree.tokens[at]
        if token.pos in VERBS and tree.lemmas[at] in clause.words.does and not tree.under(at, act):
            named = any(tree.tokens[each].pos in ("NOUN", "PROPN") for each in tree.children(at, "object"))
            if not named and token.relation in ("conjunct", "other", "modifier") and not to_come(clause, at):
                return "reported broken" if tree.child(at, "negation") is not None else "reported done"
    return "promised"


def _granted(clause: Clause, at: int) -> int | None:
    """Return the noun that tells what somebody promises: "guaranteed free passage"."""
    tree = clause.tree
    somebody = any(
        bool(clause.actors.at(tree.tokens[each].span)) or clause.cues.is_somebody(tree.lemmas[each])
        for each in clause.doer(at)
    )
    if tree.lemmas[at] not in clause.words.grants or not somebody:
        return None
    nouns = (each for each in tree.children(at, "object") if tree.tokens[each].pos == "NOUN")
    return next((each for each in nouns if not clause.cues.is_somebody(tree.lemmas[each])), None)


def _told_to(clause: Clause, at: int) -> tuple[int, ...]:
    """Return to whom a promise is made."""
    tree = clause.tree
    for each in tree.children(at, "indirect object", "object", "oblique"):
        cases = {tree.words[case] for case in tree.children(each, "case")}
        known = clause.actors.at(tree.tokens[each].span) or clause.cues.is_somebody(tree.lemmas[each])
        led = not cases or cases & clause.words.to
        if known and led and tree.words[each] not in clause.cues.reflexives:
            return (each,)
    return ()


def _by_nouns(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what a noun promises: "its pledge to leave", "announced his intention to", "an agreement to exchange"."""
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        lemma = tree.lemmas[at]
        verb = token.head if tree.tokens[token.head].pos in VERBS and token.head != at else None
        above = "" if verb is None else tree.lemmas[verb]
        declared = above in words.declares or above in words.gives or (at in namings and above in words.signs)
        promise = token.pos == "NOUN" and lemma in words.promises
        if above in words.keeps | words.breaks or not (
            promise or (declared and (at in namings or lemma in words.intentions))
        ):
            continue
        if verb is not None and declared and not holds(clause, verb):
            continue
        act = complement(clause, at)
        if act is None and verb is not None and above in words.gives:
            act = complement(clause, verb)
        if act is None or harms(clause, act):
            continue
        by = tuple(_owners(clause, at))
        somebody_else = any(
            tree.tokens[each].pos in ("PRON", "DET") for each in tree.children(at, "genitive")
        )
        stated = None if verb is None else _stating(clause, verb, namings)
        if stated is not None:
            yield Found(act, at, by, (), stated, "promised", "a noun for a promise", mutual=not by)
            continue
        if not by and verb is not None and not (somebody_else and tree.child(verb, "subject") is None):
            by = clause.doer(verb)
        to = () if verb is None or at in namings else _told_to(clause, verb)
        yield Found(act, at, by, to, at if at in namings else None, "promised", "a noun for a promise")


def _stating(clause: Clause, verb: int, namings: Mapping[int, Naming]) -> int | None:
    """Return the agreement whose text a participle tells: "a joint statement confirming the intention to"."""
    token = clause.tree.tokens[verb]
    own = clause.tree.child(verb, "subject", "passive subject")
    return token.head if token.relation == "modifier" and own is None and token.head in namings else None


def _owners(clause: Clause, noun: int) -> Iterator[int]:
    """Yield whose promise it is."""
    tree = clause.tree
    for each in tree.children(noun, "genitive", "modifier", "determiner", "name"):
        if clause.actors.at(tree.tokens[each].span):
            yield each
            return


def _accepted(clause: Clause) -> Iterator[Found]:
    """Yield what somebody was asked to do and accepts: "asked X to come, and X agreed"."""
    tree, words = clause.tree, clause.words
    demands = clause.language.status.verbs
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] not in words.accepts or not holds(clause, at):
            continue
        if complement(clause, at) is not None or tree.child(at, "object", "oblique", "clause") is not None:
            continue
        asked = [
            each
            for each in range(at)
            if tree.tokens[each].pos in VERBS
            and tree.tokens[each].relation != "modifier"
            and demands.get(tree.lemmas[each]) == "demanded"
        ]
        inner = complement(clause, asked[-1]) if asked else None
        if inner is not None:
            act = inner
            by, to = clause.doer(at), clause.doer(asked[-1])
            yield Found(act, at, by, to, None, "promised", "a demand accepted", 0.7)


def _own_word(clause: Clause) -> Iterator[Found]:
    """Yield what somebody says that he himself will do."""
    tree = clause.tree
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] in clause.words.idle or not to_come(clause, at):
            continue
        told = clause.speaks(at)
        if told is None or told.manner in _UNSAID or harms(clause, at):
            continue
        by = clause.doer(at)
        if not by or not _is_speaker(clause, by[0], told.speaker):
            continue
        settled = status(tree, at, clause.language.status, harm=False) in ("planned", "happened")
        if told.manner == "promise" or (settled and clause.event(at, at) is not None):
            yield Found(at, None, by, (), None, "promised", "what the speaker says he will do", 0.6)


def _is_speaker(clause: Clause, at: int, speaker: str | None) -> bool:
    """Return whether a word means whoever speaks."""
    actors = clause.actors.at(clause.tree.tokens[at].span)
    return clause.is_first(at) or (speaker is not None and any(actor.chain == speaker for actor in actors))
