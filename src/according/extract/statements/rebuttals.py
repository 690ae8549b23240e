"""Who denies what was just said, in the words behind it: "…, ce que Kigali dément", "…, a claim Kigali denies"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors, Phrase
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Span

SURE = 0.8
_LONGEST = 10
"""Words of who denies it."""
_WORDS = 3
"""Words between the comma and who does, at most."""


def by_rebuttal(tree: Tree, cues: SpeechCues, actors: Actors) -> Draft | None:
    """Return the denial that a sentence ends with: what stands before it is denied."""
    last = len(tree.tokens) - 1
    while last > 0 and tree.tokens[last].pos == "PUNCT":
        last -= 1
    if tree.words[last] not in cues.rebutting:
        return None
    for comma in range(last - 2, max(0, last - _LONGEST - _WORDS - 1), -1):
        if tree.words[comma] != ",":
            continue
        first = _behind(tree, comma, cues)
        if first is None or first > last - 1:
            return None
        end = last - 1
        while end > first and tree.tokens[end].pos in ("AUX", "ADV", "PART"):
            end -= 1
        head = next(
            (at for at in range(end, first - 1, -1) if tree.tokens[at].head not in range(first, end + 1)), end
        )
        phrase = Phrase(first, end, head)
        actor = actors.named_by(tree, phrase)
        return Draft(
            cue=tree.span(end + 1, last),
            speaker=tree.span(first, end),
            chain=actor.chain if actor else None,
            addressee=None,
            content=(tree.span(0, comma - 1),),
            manner="deny",
            lemma=tree.lemmas[last],
            confidence=SURE,
            reason="rebuttal",
        )
    return None


def _behind(tree: Tree, comma: int, cues: SpeechCues) -> int | None:
    """Return the first word behind a comma and the words that lead to who denies something."""
    for size in range(_WORDS, 0, -1):
        words = tree.words[comma + 1 : comma + 1 + size]
        if " ".join(words).replace("' ", "'") in cues.rejoinders:
            return comma + 1 + size
    return None


def rebutted(drafts: Sequence[Draft], rebuttal: Draft | None) -> list[Draft]:
    """Return a sentence's drafts, those that a rebuttal ends cut before it, and it with what it is an answer to."""
    if rebuttal is None:
        return list(drafts)
    ((start, stop),) = rebuttal.content
    answered: Draft | None = None
    kept: list[Draft] = []
    for draft in drafts:
        first, end = draft.content[-1]
        if end <= stop:
            kept.append(draft)
        elif draft.cue.start < stop and start <= first < stop:
            cut = replace(draft, content=(*draft.content[:-1], Span(first, stop)))
            answered = answered or cut
            kept.append(cut)
    return [*kept, replace(rebuttal, content=answered.content) if answered else rebuttal]
