"""What became of promises: done as agreed, broken, disputed, or not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.extract.agreements.acts import Clause, Found
from according.extract.agreements.namings import Naming
from according.extract.agreements.terms import leading, leads_to
from according.extract.agreements.verbs import (
    INFINITIVE,
    PRESENT,
    complement,
    harms,
    stands_for_another,
    to_come,
)
from according.extract.events.status import status
from according.extract.tree import VERBS
from according.model import Kept, Relation, Status

_NOMINAL = ("NOUN", "PROPN")
_ACCUSED: tuple[Relation, ...] = ("object", "indirect object", "oblique", "genitive", "passive subject")
_UNDERGOING: tuple[Relation, ...] = ("object", "passive subject", "indirect object")
_OF: tuple[Relation, ...] = ("genitive", "modifier", "oblique", "name")
_REPORTED: Mapping[Status, Kept] = {
    "happened": "reported done",
    "ongoing": "reported done",
    "denied": "reported broken",
    "hypothetical": "unclear",
    "planned": "promised",
}
"""What a word's status says of what was promised."""


def reported(clause: Clause, namings: Mapping[int, Naming]) -> list[Found]:
    """Return what a sentence tells of promises made before; `namings` are the agreements in it by their head."""
    found: dict[int, Found] = {}
    for rule in (
        _broken(clause, namings),
        _kept(clause, namings),
        _as_agreed(clause, namings),
        _under(clause, namings),
    ):
        for each in rule:
            if not stands_for_another(clause, each.act):
                found.setdefault(each.act, each)
    return [found[act] for act in sorted(found)]


def _settled(clause: Clause, kept: Kept) -> Kept:
    """Return what is told when the sentence has another account, too, or says that nobody knows."""
    tree, words = clause.tree, clause.words
    if any(each in words.unknown for each in (*tree.words, *tree.lemmas)) and kept == "unclear":
        return "unclear"
    other = any(each in words.contests for each in (*tree.words, *tree.lemmas))
    return "disputed" if other and kept in ("reported done", "reported broken", "unclear") else kept


def _fate(clause: Clause, verb: int) -> Kept | None:
    """Return what a verb says of what was promised; "as promised" beside it makes nothing a plan."""
    said = status(clause.tree, verb, clause.language.status, harm=False)
    if said == "planned" and not to_come(clause, verb):
        negated = clause.tree.child(verb, "negation") is not None
        return "reported broken" if negated else "reported done"
    return _REPORTED.get(said)


def _as_agreed(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield acts of which the sentence says that they had been promised: "as agreed", "the talks that it promised"."""
    tree, words = clause.tree, clause.words
    for mark, token in enumerate(tree.tokens):
        if tree.lemmas[mark] not in words.commits and not _provided(clause, mark, namings):
            continue
        if (
            token.pos not in (*VERBS, "ADJ")
            or token.form == INFINITIVE
            or complement(clause, mark) is not None
        ):
            continue
        act = _answered(clause, mark)
        if act is None:
            continue
        verb = act if tree.tokens[act].pos in VERBS else tree.tokens[act].head
        kept = _fate(clause, verb)
        if kept is None:
            continue
        own = [each for each in tree.children(mark, "subject", "agent") if tree.tokens[each].pos in _NOMINAL]
        by = tuple(own) or (clause.doer(verb) if act == verb else ())
        yield Found(act, mark, by, (), None, _settled(clause, kept), "said to have been promised", 0.7)


def _provided(clause: Clause, mark: int, namings: Mapping[int, Naming]) -> bool:
    """Return whether a participle says that an agreement has it so: "as provided for in the treaty"."""
    tree = clause.tree
    provided = tree.lemmas[mark] in clause.words.binds and tree.tokens[mark].relation == "modifier"
    return provided and any(at in namings for at in tree.children(mark, "agent", "oblique"))


def _answered(clause: Clause, mark: int) -> int | None:
    """Return the act that a word for a promise goes back to; None for one that promises by itself."""
    tree, token = clause.tree, clause.tree.tokens[mark]
    if token.relation != "modifier" or token.head == mark:
        return None
    led = {tree.words[tree.first(mark)], tree.words[max(0, mark - 1)]}
    if tree.tokens[token.head].pos in _NOMINAL and not led & clause.words.as_:
        if tree.lemmas[mark] in clause.words.certain:
            return None
        own = tree.child(mark, "subject", "passive subject")
        relative = own is not None and tree.words[own] in tree.relatives
        return None if relative or tree.child(mark, "marker") is not None else _of_noun(clause, token.head)
    if not led & clause.words.as_ and not _anaphoric(clause, mark):
        return None
    before = [
        at for at in range(mark)
        if tree.tokens[at].pos in VERBS and not tree.under(at, mark)
        and (tree.child(at, "subject", "passive subject") is not None or tree.tokens[at].relation == "clause")
    ]  # fmt: skip
    return before[-1] if before else token.head


def _anaphoric(clause: Clause, mark: int) -> bool:
    """Return whether a promise is said to be of what was told: "although it promised to do so"."""
    tree = clause.tree
    return any(tree.lemmas[each] in clause.words.does for each in tree.children(mark, "clause"))


def _of_noun(clause: Clause, noun: int) -> int | None:
    """Return the act about something promised: what is done with it, itself where it takes place or does not."""
    tree, token = clause.tree, clause.tree.tokens[noun]
    if token.relation in ("subject", "passive subject"):
        return noun if tree.tokens[token.head].pos in VERBS else None
    verb, demands = token.head, clause.language.status.verbs
    said = tree.lemmas[verb] in clause.cues.verbs or demands.get(tree.lemmas[verb]) == "demanded"
    return verb if token.relation == "object" and tree.tokens[verb].pos in VERBS and not said else None


def _broken(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield agreements and promises that somebody is said to have broken."""
    tree = clause.tree
    for thing in _things(clause, namings):
        breach = _breach(clause, thing)
        if breach is None:
            yield from _despite(clause, thing, namings)
            continue
        by, accused = _breaker(clause, breach, thing)
        said = status(tree, breach, clause.language.status, harm=False)
        if said in ("demanded", "planned", "threatened") and not accused:
            continue
        kept: Kept = "disputed" if said == "denied" and not accused else "reported broken"
        if said == "hypothetical" and not accused:
            kept = "unclear"
        under = thing if thing in namings else None
        act = complement(clause, thing)
        act = thing if act is None or under is not None else act
        yield Found(act, breach, by, (), under, _settled(clause, kept), "a word for a breach")


def _things(clause: Clause, namings: Mapping[int, Naming]) -> list[int]:
    """Return what can be kept or broken: agreements, promises, clauses and deadlines."""
    tree, words = clause.tree, clause.words
    named = {at for at, naming in namings.items() if naming.is_one}
    nouns = words.promises | words.terms
    return sorted(
        named | {at for at, each in enumerate(tree.lemmas) if each in nouns and tree.tokens[at].pos == "NOUN"}
    )


def _despite(clause: Clause, thing: int, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what was broken by harm, and what was not done: "despite its pledge X has not …"."""
    tree = clause.tree
    if not leads_to(clause, thing, clause.words.despite):
        return
    verb = tree.tokens[thing].head
    while tree.tokens[verb].pos not in VERBS and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    if tree.tokens[verb].pos not in VERBS:
        return
    denied = _fate(clause, verb) == "reported broken"
    promise = tree.lemmas[thing] in clause.words.promises
    under = thing if thing in namings else None
    if denied and promise:
        yield Found(verb, thing, clause.doer(verb), (), under, "reported broken", "a promise not kept", 0.7)
    elif harms(clause, verb) and not denied:
        yield Found(
            thing, verb, clause.doer(verb), (), under, "reported broken", "harm despite an agreement", 0.7
        )


def _breach(clause: Clause, thing: int) -> int | None:
    """Return the word that says that something is broken: a verb, a noun, or what a preposition leads to."""
    tree, words = clause.tree, clause.words
    at = thing
    for _ in range(3):
        token = tree.tokens[at]
        head = token.head
        if head == at:
            break
        # A participle that a parser took for a noun stands between its helper and what is broken: "avoir violé".
        forms = {tree.lemmas[head], tree.words[head], *(tree.words[head + 1 : at] if at == thing else ())}
        if forms & words.breaks and token.relation in _UNDERGOING:
            return head
        if tree.lemmas[head] in words.breaches and token.relation in _OF:
            return head
        if tree.tokens[head].pos not in _NOMINAL:
            break
        at = head
    return tree.tokens[thing].head if leads_to(clause, thing, words.against) else None


def _breaker(clause: Clause, breach: int, thing: int) -> tuple[tuple[int, ...], bool]:
    """Return who broke something, and whether somebody accuses him of it."""
    tree, words = clause.tree, clause.words
    at = breach
    for _ in range(4):
        head = tree.tokens[at].head
        if tree.lemmas[head] in words.accuses or tree.words[head] in words.accuses:
            accused = _accused(clause, head, at, thing)
            return (() if accused is None else (accused,)), True
        at = head
    if tree.tokens[breach].pos in VERBS:
        return clause.doer(breach), False
    agents = (
        each for each in tree.children(breach, "genitive", "agent", "modifier", "oblique", "determiner")
        if each != thing and not tree.under(thing, each)
        and any(actor.kind != "place" for actor in clause.actors.at(tree.tokens[each].span))
    )  # fmt: skip
    own = tuple(agents)[:1]
    if not own and leads_to(clause, thing, words.against):
        return _acting(clause, breach), False
    return own, False


def _accused(clause: Clause, verb: int, by: int, thing: int) -> int | None:
    """Return whom a verb accuses; of a participle whom it is about, as in a headline: "X accused of breaking it"."""
    tree = clause.tree
    others = [
        each
        for each in tree.children(verb, *_ACCUSED)
        if each != by and tree.tokens[each].pos not in VERBS and not tree.under(thing, each)
    ]
    own = tree.child(verb, "subject")
    if others or tree.tokens[by].pos not in VERBS or tree.tokens[by].head != verb:
        return next(iter(others), None)
    above = tree.tokens[verb].head
    aside = tree.tokens[verb].relation == "modifier" and tree.tokens[above].pos in (*_NOMINAL, "X")
    return above if own is None and aside else own


def _acting(clause: Clause, at: int) -> tuple[int, ...]:
    """Return who does what the verb above a word tells."""
    tree = clause.tree
    while tree.tokens[at].pos not in VERBS and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return clause.doer(at) if tree.tokens[at].pos in VERBS else ()


def _kept(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield promises that are said to be kept or not: "kept its word: …", "the pledge to … was never honoured"."""
    tree, words = clause.tree, clause.words
    for at, token in enumerate(tree.tokens):
        if token.pos not in VERBS or not (tree.lemmas[at] in words.keeps or _reneges(clause, at)):
            continue
        thing = next(
            (each for each in tree.children(at, "object", "passive subject", "oblique")
             if tree.lemmas[each] in words.promises or each in namings),
            None,
        )  # fmt: skip
        if thing is None:
            continue
        kept = _REPORTED.get(status(tree, at, clause.language.status, harm=False))
        if kept is None or kept == "promised" or (kept == "unclear" and thing in namings):
            continue
        if kept == "reported done" and token.form == INFINITIVE:
            continue  # "a plan for the government to keep its promise"
        if _reneges(clause, at):
            kept = "reported broken"
        act = complement(clause, thing) or _told_by(clause, at) or thing
        owner = [
            each for each in tree.children(thing, "genitive") if clause.actors.at(tree.tokens[each].span)
        ]
        passive = tree.child(at, "passive subject") is not None
        by = tuple(owner[:1]) if passive else clause.doer(at)
        if by and not any(map(clause.is_somebody, by)):
            continue
        under = thing if thing in namings else None
        yield Found(act, at, by, (), under, _settled(clause, kept), "said to be kept or not")


def _reneges(clause: Clause, at: int) -> bool:
    tree = clause.tree
    row = " ".join(tree.words[at + 1 : at + 3])
    return any(verb == tree.lemmas[at] and row.startswith(rest) for verb, rest in clause.words.reneges)


def _told_by(clause: Clause, verb: int) -> int | None:
    """Return the act by which a promise is kept: joined to it, or behind a colon."""
    tree = clause.tree
    return next(
        (each for each in tree.below[verb] if each > verb and tree.tokens[each].pos in VERBS
         and tree.tokens[each].relation in ("conjunct", "other", "clause", "apposition")),
        None,
    )  # fmt: skip


def _under(clause: Clause, namings: Mapping[int, Naming]) -> Iterator[Found]:
    """Yield what was done, or not, under an agreement."""
    tree = clause.tree
    for head in leading(clause, namings):
        verb = tree.tokens[head].head
        while tree.tokens[verb].pos not in VERBS and tree.tokens[verb].head != verb:
            verb = tree.tokens[verb].head
        if tree.tokens[verb].pos not in VERBS or to_come(clause, verb) or tree.tokens[verb].form == PRESENT:
            continue
        kept = _REPORTED.get(status(tree, verb, clause.language.status, harm=False))
        known = clause.event(verb, verb) is not None and tree.lemmas[verb] not in clause.words.commits
        if kept in ("reported done", "reported broken") and known and clause.doer(verb):
            under = head if head in namings else None
            yield Found(
                verb,
                None,
                clause.doer(verb),
                (),
                under,
                _settled(clause, kept),
                "done under an agreement",
                0.6,
            )
