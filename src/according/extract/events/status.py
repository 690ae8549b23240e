"""Whether an event took place, by the words around it: auxiliaries, negation, and what it hangs on.

After the way of Saurí and Pustejovsky (2012, "Are you sure that this event happened?"): from the event upwards, each
word that it hangs on changes what was known so far.
"""

from __future__ import annotations

from according.extract.tree import VERBS, Tree
from according.knowledge.status_words import StatusWords
from according.model import Relation, Status

_FUTURE, _CONDITIONAL, _PRESENT = "Fut", "Cnd", "Pres"
_ACTING = ("subject", "agent")
_BESIDE: tuple[Relation, ...] = ("modifier", "auxiliary", "other", "oblique")
_FAR = 8
"""Steps up a tree: what is said farther up is about something else."""
_LONGEST = 4
"""Words of the longest phrase that opens a clause."""


def status(tree: Tree, word: int, words: StatusWords, harm: bool) -> Status:
    """Return the status of what a word tells of: a verb, or the noun of the event. `harm` says whether it does any."""
    found = _own(tree, word, words)
    if found == "hypothetical" and _reported(tree, word, words):
        found = "planned"
    at = word
    for _ in range(_FAR):
        token = tree.tokens[at]
        head = token.head
        if head == at:
            break
        if token.relation == "conjunct":
            own = tree.child(at, "auxiliary", "subject", "negation") is not None
            if found == "happened" and not own and tree.tokens[head].pos == token.pos:
                found = _own(tree, head, words)
        elif _governed(tree, at, head):
            found = _under(tree, head, found, words)
            vowed = tree.lemmas[head] in words.vowing and not _denied(tree, head, words)
            if harm and vowed and found in ("planned", "hypothetical"):
                found = "threatened"
        at = head
    return found


def obliging(tree: Tree, word: int, words: StatusWords) -> int | None:
    """Return the auxiliary that says that a verb's subject has to do it: "must"."""
    helpers = tree.children(word, "auxiliary")
    return next((each for each in helpers if words.modals.get(tree.lemmas[each]) == "demanded"), None)


def _reported(tree: Tree, word: int, words: StatusWords) -> bool:
    """Return whether a "would" is a "will" that somebody is said to have said, without a condition."""
    token = tree.tokens[word]
    while token.relation == "conjunct":
        token = tree.tokens[token.head]
    above = tree.lemmas[token.head]
    told = token.relation == "clause" and above not in words.verbs
    would = any(tree.words[each] in words.reported for each in tree.children(word, "auxiliary"))
    return told and would and not any(words.leads.get(each) == "hypothetical" for each in tree.words)


def _governed(tree: Tree, at: int, head: int) -> bool:
    """Return whether what hangs on a word is said to be planned, denied … by it, and does not do it itself."""
    if tree.tokens[at].relation in _ACTING:
        return tree.tokens[head].pos not in VERBS or tree.child(head, "object", "clause") is None
    return True


def _own(tree: Tree, at: int, words: StatusWords) -> Status:
    """Return what a word's own helpers and the words that stand with it say."""
    led = _led(tree, at, words)
    if led is not None and led != "happened":
        return led
    if _denied(tree, at, words):
        return "denied"
    found: Status = "happened"
    for each in tree.below[at]:
        token, forms = tree.tokens[each], (tree.words[each], tree.lemmas[each])
        if token.relation == "auxiliary":
            helped = next((words.modals[form] for form in forms if form in words.modals), None)
            found = "planned" if token.form == _FUTURE else helped or found
        if found == "happened" and token.relation in _BESIDE:
            found = next((words.words[form] for form in forms if form in words.words), found)
    return _of_tense(tree, at, words) if found == "happened" and tree.tokens[at].pos in VERBS else found


def _denied(tree: Tree, at: int, words: StatusWords) -> bool:
    """Return whether a word is negated: by a particle, or by a subject or an object that is nobody or none."""
    for each in tree.below[at]:
        token = tree.tokens[each]
        if token.relation == "negation":
            return True
        if tree.words[each] in words.negations and token.relation in (
            "determiner", "subject", "passive subject", "object", "modifier", "case", "auxiliary", "other",
        ):  # fmt: skip
            return True
        bare = token.relation in ("subject", "passive subject", "object")
        if bare and any(tree.words[below] in words.negations for below in tree.children(each, "determiner")):
            return True
    return False


def _led(tree: Tree, at: int, words: StatusWords) -> Status | None:
    """Return what the word or phrase that opens a clause or leads to a noun says: "if", "without"."""
    for each in tree.below[at]:
        token = tree.tokens[each]
        if each > at or token.relation not in ("marker", "case", "modifier", "other") or token.pos == "PRON":
            continue
        for size in range(_LONGEST, 0, -1):
            found = words.leads.get(" ".join(tree.words[each : each + size]))
            if found is not None:
                return found
    return None


def _of_tense(tree: Tree, at: int, words: StatusWords) -> Status:
    token = tree.tokens[at]
    if token.form == _FUTURE:
        return "planned"
    if token.form == _CONDITIONAL:
        return "hypothetical"
    cases = (case for each in tree.below[at] for case in tree.children(each, "case"))
    if token.form == _PRESENT and any(tree.words[case] in words.since for case in cases):
        return "ongoing"
    helped = tree.child(at, "auxiliary") is not None
    return (
        "ongoing"
        if helped and words.progressive and tree.words[at].endswith(words.progressive)
        else "happened"
    )


def _under(tree: Tree, head: int, found: Status, words: StatusWords) -> Status:
    """Return the status of something once a word above it is heard."""
    token = tree.tokens[head]
    known = words.verbs if token.pos in VERBS else {**words.words, **words.nouns}
    above = known.get(tree.lemmas[head]) or known.get(tree.words[head])
    denied = _denied(tree, head, words)
    if above is None:
        if denied and tree.lemmas[head] in words.around_not:
            return "hypothetical"
        own = _own(tree, head, words)
        plain = found == "happened" and token.pos in VERBS and own != "ongoing"
        return own if plain and own != "happened" else found
    if above == "denied":
        return "happened" if denied or found == "denied" else "denied"
    if denied:
        return "denied" if above in ("planned", "ongoing", "happened") else "hypothetical"
    if above == "happened" or found not in ("happened", "ongoing", "denied"):
        return found
    return "hypothetical" if found == "denied" else above
