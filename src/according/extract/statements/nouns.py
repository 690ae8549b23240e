"""Statements that a noun tells with a clause of its own: "the claim that …", "Baku's threat to …"."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues

SURE = 0.7
_MEANT = ("threaten", "promise", "demand", "propose")
"""Manners of nouns that have an infinitive, when they belong to somebody: "Baku's threat to …"."""


def by_noun(tree: Tree, cues: SpeechCues, actors: Actors) -> Iterator[Draft]:
    """Yield what nouns like "claim" attribute: the clause behind them, to whom they belong."""
    for noun, token in enumerate(tree.tokens):
        lemma = tree.lemmas[noun]
        if lemma not in cues.nouns or token.pos != "NOUN":
            continue
        marker = _marker(tree, noun, cues)
        if marker is None:
            continue
        clause = tree.tokens[marker].head
        end = tree.last(clause) if clause > marker else len(tree.tokens) - 1
        if end <= marker + 1 or not _is_clause(tree, clause):
            continue
        if _turned_down(tree, noun, cues):
            continue
        holder = _holder(tree, noun, cues)
        if holder is not None and tree.words[holder] in cues.first:
            continue
        if tree.words[marker] not in cues.joining and not _means(tree, noun, clause, cues):
            continue
        phrase = None if holder is None else phrase_at(tree, holder, noun)
        actor = None if phrase is None else actors.named_by(tree, phrase)
        yield Draft(
            cue=token.span,
            speaker=None if phrase is None else tree.span(phrase.first, phrase.last),
            chain=actor.chain if actor else None,
            addressee=None,
            content=(tree.span(marker + (tree.words[marker] not in cues.infinitive), end),),
            manner=cues.nouns[lemma],
            lemma=lemma,
            confidence=SURE,
            reason="noun",
            mode="" if holder is not None else "rumour",
        )


def _marker(tree: Tree, noun: int, cues: SpeechCues) -> int | None:
    """Return the word that leads to a noun's clause, right behind what belongs to the noun."""
    for at in range(noun + 1, min(noun + 8, len(tree.tokens) - 1)):
        if tree.words[at] in cues.joining | cues.toward:
            below = tree.tokens[at].head
            subject = tree.tokens[at].relation in ("subject", "object", "passive subject")
            return at if not subject and below != at and tree.under(below, noun) else None
        comma = tree.words[at] == "," and tree.words[at + 1] in cues.joining
        if tree.tokens[at].pos in (*VERBS, "PUNCT") and not comma:
            return None
    return None


def _is_clause(tree: Tree, head: int) -> bool:
    """Return whether a word heads a clause: as a verb, or with a subject of its own."""
    return tree.tokens[head].pos in VERBS or tree.child(head, "subject", "passive subject") is not None


def _means(tree: Tree, noun: int, clause: int, cues: SpeechCues) -> bool:
    """Return whether a noun tells what its holder is to do or others are: an infinitive says it."""
    if cues.nouns[tree.lemmas[noun]] not in _MEANT or tree.child(noun, "genitive") is None:
        return False
    infinitive = any(tree.words[each] in cues.infinitive for each in tree.below[clause] if each < clause)
    return tree.tokens[clause].pos in VERBS and (infinitive or tree.words[clause] == tree.lemmas[clause])


def _turned_down(tree: Tree, noun: int, cues: SpeechCues) -> bool:
    """Return whether a noun is what somebody denies or criticizes: then it is not who holds it."""
    token = tree.tokens[noun]
    readings = cues.verbs.get(tree.lemmas[token.head], ())
    return token.relation == "object" and any(
        each.frame == "object" and each.manner in ("deny", "criticize") for each in readings
    )


def _holder(tree: Tree, noun: int, cues: SpeechCues) -> int | None:
    """Return whose claim it is: who it belongs to, or the subject of the verb that it is the object of."""
    own = tree.child(noun, "genitive")
    if own is not None and tree.tokens[own].pos in ("NOUN", "PROPN", "PRON"):
        return own
    if tree.tokens[noun - 1].pos == "PROPN" and tree.tokens[noun - 1].relation in ("modifier", "name"):
        return noun - 1  # "the IMF forecasts that", taken for a noun
    head = tree.tokens[noun].head
    held = tree.tokens[noun].relation == "oblique" and tree.lemmas[noun] in cues.held
    if (held or tree.tokens[noun].relation == "object") and tree.tokens[head].pos in VERBS:
        return tree.child(head, "subject")
    return None
