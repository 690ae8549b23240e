"""Who says something where the verb has no subject, or one that is nobody: "В Кремле заявили", "a-t-on appris de"."""

from __future__ import annotations

from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues

_LONGEST = 8
"""Tokens from the noun to the verb, or from the verb to the noun."""


def is_nobody(tree: Tree, speaker: int, cues: SpeechCues) -> bool:
    """Return whether a subject behind its verb stands for nobody: "a-t-on appris"."""
    word = tree.words[speaker]
    return word.startswith("-") and word.rpartition("-")[2] in cues.nobody


def told_by(tree: Tree, verb: int, speaker: int | None, cues: SpeechCues, actors: Actors) -> int | None:
    """Return the noun that a preposition before it makes who says something, when nobody else is said to."""
    impersonal = tree.lemmas[verb] in cues.impersonal
    general = tree.words[verb].endswith(tuple(cues.general)) if cues.general else False
    if speaker is None and not (impersonal or general):
        return None
    if speaker is not None and not is_nobody(tree, speaker, cues):
        return None
    for at in range(max(0, verb - _LONGEST), min(len(tree.tokens), verb + _LONGEST + 1)):
        token = tree.tokens[at]
        case = tree.child(at, "case")
        if token.pos not in ("NOUN", "PROPN") or case is None or tree.words[case] not in cues.through:
            continue
        above = tree.tokens[token.head]
        beside = token.head == verb or tree.tokens[verb].head == at
        beside = beside or (above.head == verb and above.pos in ("ADV", "ADP"))  # "auprès de"
        beside = beside or (at < verb and tree.tokens[at].relation in ("subject", "oblique", "root"))
        if beside and not _is_parted(tree, at, verb) and _may_say(tree, at, verb, cues, actors):
            return at
    return None


def _is_parted(tree: Tree, at: int, verb: int) -> bool:
    """Return whether a sign stands between a noun and the verb: then it is of another clause."""
    return any(tree.tokens[each].pos == "PUNCT" for each in range(min(at, verb) + 1, max(at, verb)))


def _may_say(tree: Tree, noun: int, verb: int, cues: SpeechCues, actors: Actors) -> bool:
    """Return whether a noun is for a body, a text or people, or the place of a government."""
    if cues.can_speak(tree.lemmas[noun]):
        return True
    if tree.lemmas[noun] in cues.occasions:
        return False
    actor = actors.named_by(tree, phrase_at(tree, noun, verb))
    return actor is not None and actor.kind != "person"
