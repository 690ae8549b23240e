"""Promises: somebody binds himself by a word for it, an agreement binds him, or he says what he will do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.extract.agreements.acts import Clause, Found
from according.extract.agreements.namings import Naming
from according.extract.events.status import status
from according.extract.tree import VERBS
from according.knowledge.event_kinds import ontology
from according.model import Relation

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
_COMPLEMENTS: tuple[Relation, ...] = ("clause", "oblique", "modifier", "object", "other", "genitive")
_FUTURE, _CONDITIONAL, _PRESENT, _INFINITIVE = "Fut", "Cnd", "Pres", "Inf"
UNDER = "under an agreement"
"""Why something is promised that an agreement in its sentence, or in the one before, is said to hold."""
_ARMING = "MOBILIZE"
"""Root of what is done to nobody: who promises to arm threatens no one by it."""


def promised(clause: Clause, namings: Mapping[int, Naming]) -> list[Found]:
    """Return what is promised in a sentence; `namings` are the agreements in it by the token of their head."""
    found: dict[int, Found] = {}
    rules = (_by_verbs(clause, namings), _by_nouns(clause), _accepted(clause), _bound(clause, namings),
             _under(clause, namings), _obliged(clause), _own_word(clause))  # fmt: skip
    for rule in rules:
        for each in rule:
            if not any(_overlap(clause, each.act, act) for act in found):
                found[each.act] = each
    return [found[act] for act in sorted(found)]


def _overlap(clause: Clause, one: int, other: int) -> bool:
    """Return whether an act is another one, or joined to it without a subject of its own."""
    tree = clause.tree
    if one == other:
        return True
    joined = tree.tokens[one].relation == "conjunct" and tree.tokens[one].head == other
    return joined and tree.child(one, "subject", "passive subject") is None


def holds(clause: Clause, at: int) -> bool:
    """Return whether a word that promises is said as a fact: not denied, asked for or supposed."""
    return status(clause.tree, at, clause.language.status, harm=False) in ("happened", "ongoing")


def complement(clause: Clause, at: int) -> int | None:
    """Return the head of the clause or infinitive that tells what a word promises."""
    tree = clause.tree
    for each in tree.children(at, *_COMPLEMENTS):
        token = tree.tokens[each]
        led = {tree.words[mark] for mark in tree.children(each, "marker", "case")}
        if (
            token.pos not in VERBS
            and tree.tokens[each - 1].pos == "VERB"
            and tree.tokens[each - 1].head == each
        ):
            each, token = each - 1, tree.tokens[each - 1]  # "to sparing schools", read as schools that spare
            led = {"", *(tree.words[mark] for mark in tree.children(tree.tokens[each].head, "case"))}
            if each > at and led & clause.words.to:
                return each
        if each < at or token.pos not in VERBS or led & clause.words.as_ or _is_participle(clause, each):
            continue
        own = tree.child(each, "subject", "passive subject")
        if own is None or to_come(clause, each):
            if tree.lemmas[each] in clause.words.does and not any(
                tree.tokens[below].pos in ("NOUN", "PROPN") for below in tree.children(each, "object")
            ):
                return None  # "as it promised to do"
            return each
    return None


def _is_participle(clause: Clause, at: int) -> bool:
    """Return whether a verb only describes what stands before it, with nothing that leads to it."""
    tree, token = clause.tree, clause.tree.tokens[at]
    bare = tree.child(at, "marker", "case", "auxiliary", "subject", "passive subject") is None
    return bare and token.relation in ("modifier", "other") and token.form in ("Past", _PRESENT)


def to_come(clause: Clause, verb: int) -> bool:
    """Return whether a verb tells what somebody will, would or shall do, by its own words."""
    tree, token = clause.tree, clause.tree.tokens[verb]
    helpers = list(tree.children(verb, "auxiliary"))
    modal = any(
        tree.tokens[each].form == _FUTURE
        or clause.language.status.modals.get(tree.lemmas[each]) in ("planned", "demanded")
        or tree.words[each] in clause.language.status.reported
        for each in helpers
    )
    return modal or token.form in (_FUTURE, _CONDITIONAL)


def _harms(clause: Clause, act: int) -> bool:
    """Return whether a promised act harms somebody: that is a threat; to stop doing something is none."""
    tree = clause.tree
    event = clause.event(act, act)
    ends = clause.language.status.verbs.get(tree.lemmas[act]) == "denied"
    if event is None or event.root == _ARMING or ends:
        return False
    quad = ontology().roots[event.root].quad
    negated = event.status == "denied" or tree.child(act, "negation") is not None
    return quad.endswith("conflict") and not negated


def _by_verbs(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] not in words.commits or not holds(clause, at):
            continue
        reflexive = any(tree.words[each] in clause.cues.reflexives for each in tree.below[at])
        if tree.lemmas[at] in words.reflexive and not reflexive:
            continue
        act = complement(clause, at)
        if act is None:
            act = next((each for each in tree.children(at, "object", "oblique") if each in namings), None)
        if act is None and tree.lemmas[at] in words.grants and _somebody(clause, clause.doer(at)):
            act = next(
                (each for each in tree.children(at, "object") if not clause.cues.is_somebody(tree.lemmas[each])
                 and tree.tokens[each].pos == "NOUN"),
                None,
            )  # fmt: skip
        if act is not None and not _harms(clause, act):
            yield Found(
                act, at, clause.doer(at), _told_to(clause, at), None, "promised", "a verb of promising", 0.9
            )


def _somebody(clause: Clause, heads: tuple[int, ...]) -> bool:
    """Return whether somebody stands there who can give his word."""
    tree = clause.tree
    return any(
        bool(clause.actors.at(tree.tokens[at].span)) or clause.cues.is_somebody(tree.lemmas[at])
        for at in heads
    )


def _told_to(clause: Clause, at: int) -> tuple[int, ...]:
    """Return to whom a promise is made."""
    tree = clause.tree
    for each in tree.children(at, "indirect object", "object", "oblique"):
        cases = {tree.words[case] for case in tree.children(each, "case")}
        somebody = clause.cues.is_somebody(tree.lemmas[each]) or bool(
            clause.actors.at(tree.tokens[each].span)
        )
        if (
            somebody
            and (not cases or cases & clause.words.to)
            and tree.words[each] not in clause.cues.reflexives
        ):
            return (each,)
    return ()


def _by_nouns(clause: Clause) -> Iterator[Found]:
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        lemma = tree.lemmas[at]
        if token.pos != "NOUN" or lemma not in words.promises | words.intentions:
            continue
        verb = token.head if tree.tokens[token.head].pos in VERBS else None
        above = "" if verb is None else tree.lemmas[verb]
        declared = above in words.declares or above in words.gives
        if above in words.keeps | words.breaks or (
            lemma in words.intentions - words.promises and not declared
        ):
            continue
        if verb is not None and not holds(clause, verb) and declared:
            continue
        act = complement(clause, at)
        if act is None and verb is not None and above in words.gives:
            act = complement(clause, verb)
        if act is None or _harms(clause, act):
            continue
        by = tuple(_owners(clause, at)) or (() if verb is None else clause.doer(verb))
        to = () if verb is None else _told_to(clause, verb)
        yield Found(act, at, by, to, None, "promised", "a noun for a promise")


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
        if asked:
            act = complement(clause, asked[-1]) or asked[-1]
            yield Found(
                act, at, clause.doer(at), clause.doer(asked[-1]), None, "promised", "a demand accepted", 0.7
            )


def _bound(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what an agreement says that somebody is to do: "the deal obliges X to", "provides for"."""
    tree, words = clause.tree, clause.words
    for head, naming in namings.items():
        verb = tree.tokens[head].head
        subject = tree.tokens[head].relation in ("subject", "passive subject")
        if (
            not naming.is_one
            or not subject
            or tree.lemmas[verb] not in words.binds
            or not _is_fact(clause, verb)
        ):
            continue
        act = complement(clause, verb)
        bound = next(
            (each for each in tree.children(verb, "object", "oblique") if tree.tokens[each].pos not in VERBS),
            None,
        )
        if act is None:
            act = bound
            bound = None
        else:
            own = tree.child(act, "subject")
            bound = own if own is not None else bound
        if act is not None:
            yield Found(
                act, verb, () if bound is None else (bound,), (), head, "promised", "an agreement says so"
            )


def _is_fact(clause: Clause, verb: int) -> bool:
    return clause.tree.child(verb, "negation") is None and not to_come(clause, verb)


def _under(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what is to be done under an agreement: all of its sentence that is to come."""
    tree = clause.tree
    for head in leading(clause, namings):
        for at, token in enumerate(tree.tokens):
            if token.pos not in VERBS or not to_come(clause, at) or tree.under(at, head):
                continue
            if token.relation in ("root", "conjunct", "other", "clause", "modifier") and not _harms(
                clause, at
            ):
                yield Found(at, None, clause.doer(at), (), head, "promised", UNDER)


def carried_on(clause: Clause) -> Iterator[Found]:
    """Yield what a sentence goes on to tell of an agreement that the one before was about: what is to come there."""
    tree = clause.tree
    for at, token in enumerate(tree.tokens):
        told = token.pos in VERBS and token.relation == "root" and clause.speaks(at) is None
        if told and to_come(clause, at) and not _harms(clause, at):
            yield Found(at, None, clause.doer(at), (), None, "promised", UNDER, 0.6)


def leading(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[int]:
    """Yield the heads of agreements, and of promises, under which something is done: "under the deal"."""
    tree = clause.tree
    words = [
        at
        for at, token in enumerate(tree.tokens)
        if token.pos == "NOUN" and tree.lemmas[at] in clause.words.promises
    ]
    for head in sorted({*words, *(at for at, naming in namings.items() if naming.is_one)}):
        first = tree.first(head)
        rows = (
            " ".join(tree.words[start:end])
            for start in range(max(0, first - 4), head)
            for end in range(max(start, first) + 1, min(head, start + 5) + 1)
        )
        if any(row in clause.words.under for row in rows):
            yield head


def _obliged(clause: Clause) -> Iterator[Found]:
    """Yield what an agreement's own text says: "each Party shall", "les Parties s'abstiennent"."""
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] in words.commits:
            continue
        by = clause.doer(at)
        shall = any(tree.words[each] in words.shall for each in tree.children(at, "auxiliary"))
        legal = bool(by) and tree.child(at, "subject") == by[0] and _is_legal(clause, by[0])
        present = token.form == _PRESENT or tree.lemmas[at] == tree.words[at]
        if by and not clause.is_first(by[0]) and clause.speaks(at) is None and (shall or (legal and present)):
            yield Found(at, None, by, (), None, "promised", "an agreement's own text", 0.7)


def _is_legal(clause: Clause, at: int) -> bool:
    """Return whether a noun means a party as agreements name it: "the Parties" with a capital, "Side A"."""
    tree, token = clause.tree, clause.tree.tokens[at]
    if tree.lemmas[at] not in clause.words.sides and tree.words[at] not in clause.words.sides:
        return False
    lettered = (
        at + 1 < len(tree.tokens)
        and len(tree.tokens[at + 1].text) == 1
        and tree.tokens[at + 1].text.isupper()
    )
    return lettered or (at > 0 and token.text[:1].isupper())


def _own_word(clause: Clause) -> Iterator[Found]:
    """Yield what somebody says that he himself will do."""
    tree = clause.tree
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] in clause.words.idle or not to_come(clause, at):
            continue
        told = clause.speaks(at)
        if (
            told is None
            or told.manner in _UNSAID
            or _harms(clause, at)
            or tree.child(at, "passive subject") is not None
        ):
            continue
        by = clause.doer(at)
        if not by or not (_is_speaker(clause, by[0], told.speaker)):
            continue
        known = clause.event(at, at) is not None
        settled = status(tree, at, clause.language.status, harm=False) in ("planned", "happened")
        if told.manner == "promise" or (known and settled):
            yield Found(at, None, by, (), None, "promised", "what the speaker says he will do", 0.6)


def _is_speaker(clause: Clause, at: int, speaker: str | None) -> bool:
    """Return whether a word means whoever speaks."""
    actors = clause.actors.at(clause.tree.tokens[at].span)
    return clause.is_first(at) or (speaker is not None and any(actor.chain == speaker for actor in actors))
