"""Who does what a verb without a subject tells: whoever is asked to, accused of it, means to, or does so by it."""

from __future__ import annotations

from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.knowledge.party_words import of, possessives, purpose, using
from according.knowledge.speech_cues import SpeechCues

_STEPS = 6
"""Words above one another, from an infinitive to the one who is to do it."""
_BLAMING = frozenset(("ACCUSE", "SANCTION", "SUPPORT"))
"""Roots of what is said or done to somebody for what he has done."""
_PLAIN = 2
"""Places of a construction that asks for nothing but who does it to whom."""
_JUDGING = frozenset(("SUPPORT", "ACCUSE"))
"""Roots of what is thought of others' efforts."""
_ASKED = frozenset(("REQUEST", "COERCE", "ACCUSE"))
"""Roots of what makes, asks or blames somebody else."""


def controlling(tree: Tree, verb: int, book: Codebook) -> int | None:
    """Return who is accused of it, asked to do it: the object of the verb above, of what has no subject of its own.

    Who threatens or promises somebody something does it himself.
    """
    for _ in range(_STEPS):
        found = _controlled(tree, verb, book)
        above = tree.tokens[verb].head
        if found is not None or tree.tokens[above].pos != "VERB" or not _continues(tree, verb):
            return found
        verb = above
    return None


def _continues(tree: Tree, verb: int) -> bool:
    """Return whether whoever does what is above a verb does what it tells: "to stop V-ing", "to V and to V"."""
    above = tree.tokens[verb].head
    alone = all(tree.child(each, "subject", "passive subject") is None for each in (verb, above))
    within = tree.tokens[verb].relation == "clause" and tree.child(above, "object") is None
    joined = tree.tokens[verb].relation == "conjunct" and tree.tokens[verb].form == tree.tokens[above].form
    return alone and verb > above and (within or joined) and tree.tokens[above].relation == "clause"


def _controlled(tree: Tree, verb: int, book: Codebook) -> int | None:
    """Return who is asked to do what a verb tells by the verb right above it."""
    token, words = tree.tokens[verb], book.classes.get("control", frozenset())
    marked = any(tree.words[each] in words for each in tree.children(verb, "marker"))
    if tree.tokens[token.head].pos != "VERB" or tree.child(verb, "subject") is not None:
        return None
    if token.relation != "clause" and not (token.relation == "modifier" and marked):
        return None
    roots = {entry.root for entry in book.verbs.get(tree.lemmas[token.head], ())}
    warned = marked and token.relation == "modifier" and "THREATEN" in roots  # "warned X against attacking"
    if tree.lemmas[token.head] in using() or (roots & {"THREATEN", "AGREE"} and not warned):
        return None
    found = tree.child(token.head, "object", "passive subject")
    if found is not None and _asks(tree, found, book):  # "put pressure on X to"
        behind = (each for each in tree.children(token.head, "oblique") if found < each < verb)
        found = next(tree.children(found, "oblique", "genitive", "modifier"), next(behind, None))
    if found is None and "REQUEST" in roots:  # "called on X to"
        found = next(
            (each for each in tree.children(token.head, "oblique") if token.head < each < verb), None
        )
    if found is None or not token.head < verb or found > verb or tree.words[found] in tree.relatives:
        return None
    return found if tree.tokens[found].pos in ("NOUN", "PROPN", "PRON") else None


def implied(tree: Tree, verb: int, cues: SpeechCues, actors: Actors, book: Codebook) -> int | None:
    """Return who does what an infinitive or a gerund tells, by the words that it hangs on.

    "its refusal to return", "has no reason to return", "works to normalise", "feeds the war by supplying".
    """
    if not _is_open(tree, verb, cues):
        return None
    at = verb
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.head == at or token.relation in ("subject", "passive subject"):
            return None
        below, at = at, token.head
        above = tree.tokens[at]
        if above.pos in VERBS or above.pos == "ADJ":
            if tree.tokens[below].pos == "NOUN" and _of_others(tree, at, book):
                return None
            asked = controlling(tree, below, book)
            found = _of_verb(tree, at, below, cues, book) if asked is None else asked
            if found is not None or tree.child(at, "subject", "passive subject") is not None:
                return found if found is not None and _somebody(tree, found, cues, actors) else None
        elif above.pos in ("NOUN", "PROPN"):
            if below == verb and _is_beside(tree, verb, cues):
                return at if _somebody(tree, at, cues, actors) else None
            owner = _owner(tree, at, below)
            if owner is not None:
                return owner if _somebody(tree, owner, cues, actors) else None
            if _asks(tree, at, book):
                return None
            own = tree.child(at, "subject")
            if own is not None:
                return own if _somebody(tree, own, cues, actors) else None
        else:
            return None
    return None


def purposing(tree: Tree, verb: int, book: Codebook) -> int | None:
    """Return who does what is told behind "pour", "чтобы": whoever does, or undergoes, what is above it.

    For what somebody has done ("pour avoir attaqué") others blame or punish him.
    """
    marks = {tree.words[each] for each in tree.children(verb, "marker", "case")}
    if not marks & purpose() or tree.child(verb, "subject", "passive subject") is not None:
        return None
    at = verb
    for _ in range(_STEPS):
        below, at = at, tree.tokens[at].head
        if at == below:
            return None
        if tree.tokens[at].pos not in VERBS:
            continue
        sides = [*tree.children(at, "subject", "passive subject")]
        named = (each for each in sides if tree.words[each] not in tree.relatives)
        found = next(named, next(iter(sides), None))
        if tree.child(verb, "auxiliary") is not None and tree.child(at, "passive subject") is None:
            roots = {entry.root for entry in book.verbs.get(tree.lemmas[at], ())}
            found = tree.child(at, "object") if roots & _BLAMING else found
        if found is not None:
            return None if tree.words[found] in tree.relatives else found
        if tree.tokens[at].relation not in ("clause", "conjunct", "modifier"):
            return None
    return None


def _asks(tree: Tree, noun: int, book: Codebook) -> bool:
    """Return whether a noun tells that somebody is asked or made to do something: "pressure", "call"."""
    return bool({entry.root for entry in book.nouns.get(tree.lemmas[noun], ())} & {"REQUEST", "COERCE"})


def _of_others(tree: Tree, verb: int, book: Codebook) -> bool:
    """Return whether a verb tells what somebody thinks of what others do: "supports efforts to make peace"."""
    judging = (each for each in book.verbs.get(tree.lemmas[verb], ()) if each.root in _JUDGING)
    plain = (each.construction.places for each in judging)
    return any(len(places) == _PLAIN and not any(place.nouns for place in places) for places in plain)


def judged(tree: Tree, verb: int, book: Codebook) -> bool:
    """Return whether an infinitive tells what others do whom somebody judges: "welcomes the deal to release X"."""
    token = tree.tokens[verb]
    above = token.head
    behind = token.relation == "modifier" and tree.words[verb] == tree.lemmas[verb] and above < verb
    light = tree.lemmas[above] in book.light
    if not behind or light or tree.tokens[above].pos not in VERBS or not _of_others(tree, above, book):
        return False
    thing = tree.child(above, "object")
    return thing is not None and above < thing < verb and tree.tokens[thing].pos == "NOUN"


def _is_open(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is an infinitive or a gerund that has no subject of its own."""
    if tree.child(verb, "subject", "passive subject", "agent") is not None:
        return False
    infinitive = tree.words[verb] == tree.lemmas[verb] and tree.child(verb, "auxiliary") is None
    marked = any(tree.words[each] in cues.infinitive for each in tree.below[verb] if each < verb)
    return infinitive or marked or any(sign in tree.words[verb][-4:] for sign in cues.active)


def _is_beside(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is a participle beside the noun that does what it tells: "a resolution censuring X"."""
    led = tree.child(verb, "case", "marker") is not None
    participle = any(sign in tree.words[verb][-4:] for sign in cues.active)
    return participle and not led and tree.tokens[verb].relation == "modifier"


def _of_verb(tree: Tree, verb: int, below: int, cues: SpeechCues, book: Codebook) -> int | None:
    """Return who does what hangs on a verb: whom it asks or blames, else whoever does what it tells."""
    roots = {entry.root for entry in book.verbs.get(tree.lemmas[verb], ())}
    if roots & _ASKED:
        asked = tree.child(verb, "object")
        return asked if asked is not None and asked != below else tree.child(verb, "subject")
    found = tree.child(verb, "subject")
    if found is None and tree.child(verb, "passive subject") is not None:
        return tree.child(verb, "agent")
    if found is not None and tree.words[found] in tree.relatives:
        above = tree.tokens[verb].head
        return above if tree.tokens[verb].relation == "modifier" and above != verb else None
    return None if found is not None and tree.words[found] in cues.clitics else found


def _owner(tree: Tree, noun: int, below: int) -> int | None:
    """Return whose a noun is: "its refusal", "Ghana's refusal", "the refusal of Ghana"."""
    own = (
        each
        for each in tree.children(noun, "genitive", "determiner")
        if each != below
        and all(tree.lemmas[case] in of() for case in tree.children(each, "case"))
        and (tree.tokens[each].pos in ("PRON", "PROPN", "NOUN") or tree.lemmas[each] in possessives())
    )
    return next(own, None)


def _somebody(tree: Tree, at: int, cues: SpeechCues, actors: Actors) -> bool:
    if tree.tokens[at].pos in ("PRON", "DET"):
        return tree.words[at] not in cues.things or bool(actors.at(tree.tokens[at].span))
    known = any(
        actor.kind in ("state", "organization", "person") for actor in actors.at(tree.tokens[at].span)
    )
    return known or cues.is_somebody(tree.lemmas[at])
