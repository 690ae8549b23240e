"""The terms of agreements: what their text says, or is said to say, that is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.extract.agreements.acts import Clause, Found
from according.extract.agreements.namings import Naming
from according.extract.agreements.verbs import PRESENT, complement, harms, to_come
from according.extract.tree import VERBS

UNDER = "under an agreement"
"""Why something is promised that an agreement in its sentence, or in the one before, is said to hold."""
_TOP = ("root", "conjunct", "other", "clause", "modifier")
_LEADS = 5
"""Words of the longest phrase that leads to an agreement: "in accordance with the terms of"."""


def terms(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what is to be done under the agreements of a sentence, or by its own text."""
    yield from _bound(clause, namings)
    for head in leading(clause, namings):
        yield from (Found(at, None, by, (), head, "promised", UNDER) for at, by in _due(clause, head))
    yield from _relative(clause, namings)
    yield from _obliged(clause)


def carried_on(clause: Clause) -> Iterator[Found]:
    """Yield what a sentence goes on to tell of an agreement that the one before was about: what is to come there."""
    for at, by in _due(clause, None):
        known = any(clause.actors.at(clause.tree.tokens[each].span) for each in by)
        if known and clause.tree.tokens[at].relation == "root" and clause.speaks(at) is None:
            yield Found(at, None, by, (), None, "promised", UNDER, 0.6)


def leading(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[int]:
    """Yield the heads of agreements under which something is done: "under the deal"."""
    return (
        at for at, each in sorted(namings.items()) if each.is_one and leads_to(clause, at, clause.words.under)
    )


def _relative(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what a relative clause tells that is to be done under an agreement: "under which X will"."""
    tree = clause.tree
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or token.relation != "modifier" or not to_come(clause, at):
            continue
        head = next((each for each in sorted(namings, reverse=True) if each < at), None)
        if head is not None and _is_led(clause, head, at) and not harms(clause, at):
            yield Found(at, None, clause.doer(at), (), head, "promised", UNDER)


def _is_led(clause: Clause, head: int, verb: int) -> bool:
    """Return whether a relative pronoun before a verb stands behind what leads to an agreement.

    "Under which"; also where both have become one word: "aux termes duquel".
    """
    tree, under = clause.tree, clause.words.under
    pronoun = next((at for at in range(verb - 1, head, -1) if tree.words[at] in clause.words.which), None)
    if pronoun is None:
        return False
    begun = {phrase.rpartition(" ")[0] for phrase in under} - {""}
    rows = (" ".join(tree.words[start:pronoun]) for start in range(max(head + 1, pronoun - _LEADS), pronoun))
    return any(row in under or row in begun for row in rows)


def leads_to(clause: Clause, head: int, phrases: frozenset[str]) -> bool:
    """Return whether one of some phrases leads to a noun, or ends right before its own words."""
    tree = clause.tree
    first = tree.first(head)
    return any(
        " ".join(tree.words[start:end]) in phrases
        for start in range(max(0, first - _LEADS + 1), head)
        for end in range(max(start, first) + 1, min(head, start + _LEADS) + 1)
    ) or any(
        " ".join(tree.words[start:first]) in phrases for start in range(max(0, first - _LEADS), first)
    )  # fmt: skip


def _bound(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what an agreement says that somebody is to do: "the deal obliges X to", "provides for"."""
    tree, words = clause.tree, clause.words
    for head, naming in namings.items():
        verb, relation = tree.tokens[head].head, tree.tokens[head].relation
        binds = relation == "subject" and tree.lemmas[verb] in words.binds
        if (
            not naming.is_one
            or not binds
            or tree.child(verb, "negation") is not None
            or to_come(clause, verb)
        ):
            continue
        act = complement(clause, verb, binding=True)
        others = (
            each for each in tree.children(verb, "object", "oblique") if tree.tokens[each].pos not in VERBS
        )
        bound = next((each for each in others if each not in _times(clause)), None)
        if act is None:
            act, bound = bound, None
        else:
            own = tree.child(act, "subject")
            bound = bound if own is None else own
        if act is not None:
            by = () if bound is None else (bound,)
            yield Found(act, verb, by, (), head, "promised", "an agreement says so")


def _times(clause: Clause) -> set[int]:
    """Return the tokens of dates."""
    tokens = clause.tree.tokens
    return {
        at for at, token in enumerate(tokens) if any(date.span.overlap(token.span) for date in clause.dates)
    }


def _due(clause: Clause, under: int | None) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the acts of a sentence that are to come or have to be done, and who does them."""
    tree, obliging = clause.tree, clause.language.status.verbs
    for at, token in enumerate(tree.tokens):
        if token.pos not in (*VERBS, "ADJ") or token.relation not in _TOP:
            continue
        if under is not None and tree.under(at, under):
            continue
        act: int | None = at if token.pos in VERBS and to_come(clause, at) else None
        if (
            act is None
            and obliging.get(tree.lemmas[at]) == "demanded"
            and tree.lemmas[at] not in clause.words.binds
        ):
            act = complement(clause, at)  # "doit retirer"
        if act is not None and not harms(clause, act):
            yield act, clause.doer(at)


def _obliged(clause: Clause) -> Iterator[Found]:
    """Yield what an agreement's own text says: "each Party shall", "les Parties s'abstiennent"."""
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or tree.lemmas[at] in words.commits or clause.speaks(at) is not None:
            continue
        shall = any(tree.words[each] in words.shall for each in tree.children(at, "auxiliary"))
        present = token.form == PRESENT or tree.lemmas[at] == tree.words[at]
        if not shall and not (present and tree.child(at, "subject") is not None):
            continue
        by = clause.doer(at)
        if not by or clause.is_first(by[0]):
            continue
        legal = tree.child(at, "subject") == by[0] and _is_legal(clause, by[0], at)
        if shall or (legal and present):
            yield Found(at, None, by, (), None, "promised", "an agreement's own text", 0.7)


def _is_legal(clause: Clause, at: int, verb: int) -> bool:
    """Return whether a noun means a party as agreements name it: "the Parties" with a capital, "Side A".

    At the beginning of a sentence the capital tells nothing: there the verb has to be one of refraining.
    """
    tree, token = clause.tree, clause.tree.tokens[at]
    sided = tree.lemmas[at] in clause.words.sides or tree.words[at] in clause.words.sides
    if not sided or any(actor.form == "name" for actor in clause.actors.at(token.span)):  # "the Labour Party"
        return False
    after = tree.tokens[at + 1].text if at + 1 < len(tree.tokens) else ""
    refrains = clause.language.status.verbs.get(tree.lemmas[verb]) == "denied"
    return (len(after) == 1 and after.isupper()) or (token.text[:1].isupper() and (at > 0 or refrains))
