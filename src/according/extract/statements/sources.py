"""Statements that a phrase before the speaker tells: "according to X, …", "…, selon X"."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors, Phrase, phrase_at
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Manner

SURE = 0.85


def by_source(tree: Tree, cues: SpeechCues, actors: Actors) -> Iterator[Draft]:
    """Yield what phrases like "according to" attribute."""
    openings = {phrase[0] for phrase, _ in cues.sources}
    at = 0
    while at < len(tree.tokens):
        found = _phrase(tree, at, cues) if tree.words[at] in openings else None
        if found is None:
            at += 1
            continue
        end, manner, gap = found
        draft = _draft(tree, (at, end), manner, gap, cues, actors)
        if draft is not None:
            yield draft
        at = end + 1


def _phrase(tree: Tree, at: int, cues: SpeechCues) -> tuple[int, Manner, tuple[int, int] | None] | None:
    """Return the last token of a source phrase that begins at a token, its manner, and what stands in its gap."""
    for words, manner in cues.sources:
        end, gap = at, None
        for number, word in enumerate(words):
            if word == "_":
                after = words[number + 1]
                stop = next(
                    (n for n in range(end, min(end + 4, len(tree.words))) if tree.words[n] == after), None
                )
                if stop is None or stop == end:
                    break
                gap, end = (end, stop - 1), stop
            elif end < len(tree.words) and tree.words[end] == word:
                end += 1
            else:
                break
        else:
            return end - 1, manner, gap
    return None


def _draft(
    tree: Tree,
    cue: tuple[int, int],
    manner: Manner,
    gap: tuple[int, int] | None,
    cues: SpeechCues,
    actors: Actors,
) -> Draft | None:
    first, end = cue
    phrase = _speaker(tree, first, end) if gap is None else Phrase(gap[0], gap[1], gap[1])
    if phrase is None or tree.words[phrase.head] in cues.first:
        return None
    actor = actors.named_by(tree, phrase)
    last = max(phrase.last, end)
    while (
        actor is not None and last + 1 < len(tree.tokens) and tree.tokens[last + 1].span.end <= actor.span.end
    ):
        last += 1
    phrase = Phrase(phrase.first, last if gap is None else phrase.last, phrase.head)
    content = _content(tree, first, last)
    if not content:
        return None
    unknown = actor is None and tree.lemmas[phrase.head] not in cues.speakers
    if tree.words[first] in cues.cited and unknown:
        return None
    return Draft(
        cue=tree.span(first, end),
        speaker=tree.span(phrase.first, phrase.last),
        chain=actor.chain if actor else None,
        addressee=None,
        content=tuple(tree.span(*part) for part in content),
        manner=manner,
        lemma=tree.words[first],
        confidence=SURE,
        reason="source",
    )


def _speaker(tree: Tree, first: int, end: int) -> Phrase | None:
    """Return the noun after a source phrase, with what belongs to it up to the comma."""
    start = end + 1
    if start >= len(tree.tokens) or (
        tree.tokens[start].pos == "PUNCT" and tree.words[start] not in ("«", '"', "“")
    ):
        return None
    comma = next((at for at in range(start, len(tree.tokens)) if tree.words[at] in _STOPS), len(tree.tokens))
    head = start
    for _ in range(len(tree.tokens)):
        above = tree.tokens[head].head
        if above == head or not start <= above < comma or tree.tokens[above].pos in VERBS:
            break
        head = above
    if tree.tokens[head].pos in (*VERBS, "ADP") or tree.lemmas[head] in tree.relatives:
        return None
    phrase = phrase_at(tree, head)
    last = max(min(phrase.last, comma - 1), head)
    return Phrase(max(phrase.first, start), _with_aside(tree, head, last, comma), head)


_DASHES = ("–", "—", "--")
_STOPS = (",", ";", ":", *_DASHES)
"""What ends the phrase for a source."""


def _with_aside(tree: Tree, head: int, last: int, comma: int) -> int:
    """Return the last word of a phrase with what stands between commas behind it: "X, the ombudsman, "."""
    for each in tree.children(head, "apposition", "modifier"):
        end = tree.last(each)
        if tree.first(each) == comma + 1 and end + 1 < len(tree.tokens) and tree.words[end + 1] == ",":
            return end
    return last


def _content(tree: Tree, first: int, last: int) -> list[tuple[int, int]]:
    """Return the clause that a source phrase stands in, without the phrase."""
    length = len(tree.tokens)
    before = first - 1
    while before >= 0 and tree.tokens[before].pos == "PUNCT":
        before -= 1
    after = last + 1
    while after < length and tree.tokens[after].pos == "PUNCT" and tree.words[after] not in ("«", "“", '"'):
        after += 1
    if before >= 0 and last + 1 < length and tree.words[last + 1] in _DASHES:
        opened = next((at for at in range(before, -1, -1) if tree.words[at] in _DASHES), None)
        if opened is not None:  # the aside between two dashes has its own source
            return [(opened + 1, before)]
    parts = []
    words = sum(tree.tokens[at].pos not in ("PUNCT", "CCONJ", "ADV", "SCONJ") for at in range(before + 1))
    if before >= 0 and words >= 2:
        parts.append((0, before))
    if after < length and any(tree.tokens[at].pos != "PUNCT" for at in range(after, length)):
        separated = last + 1 < length and tree.tokens[last + 1].pos == "PUNCT"
        if not parts or separated:
            parts.append((after, length - 1))
    return parts
