"""Statements that a phrase before the speaker tells: "according to X, …", "…, selon X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors, Phrase, phrase_at
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Manner

SURE = 0.85
SURE_ASIDE = 0.86
"""Above that of a verb alone, which would take the aside for the whole."""
Part = tuple[int, int]
"""The first and the last of a run of tokens."""


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


def by_aside(tree: Tree, cues: SpeechCues, actors: Actors) -> Iterator[Draft]:
    """Yield what an aside attributes, and the cue before it: "X said, TASS reports, that P"."""
    commas = [at for at, word in enumerate(tree.words) if word == ","]
    for opened, closed in pairwise(commas):
        verb = _cue_before(tree, opened, cues)
        led = closed + 1 < len(tree.words) - 1 and tree.words[closed + 1] in cues.complementisers
        if not led or verb is None or closed - opened > _LONGEST_ASIDE:
            continue
        aside = opened + 1, closed - 1
        relay = _relay(tree, aside, cues, actors)
        if relay is None and _phrase(tree, opened + 1, cues) is None:
            continue
        end = len(tree.words) - 1
        who = tree.child(verb, "subject")
        if who is not None and who < verb:
            yield _reported(tree, (verb, who), ((closed + 2, end),), "verb, clause", cues, actors)
        if relay is not None:
            parts = ((0, opened - 1), (closed + 1, end))
            yield _reported(tree, relay, parts, "relaying source", cues, actors)


_LONGEST_ASIDE = 14
_BEFORE_ASIDE = 6
"""Words between a cue and the aside behind it."""


def _is_cue(tree: Tree, at: int, cues: SpeechCues) -> bool:
    readings = cues.verbs.get(tree.lemmas[at], ())
    return tree.tokens[at].pos == "VERB" and any(each.frame == "clause" for each in readings)


def _cue_before(tree: Tree, comma: int, cues: SpeechCues) -> int | None:
    near = range(comma - 1, max(-1, comma - 1 - _BEFORE_ASIDE), -1)
    return next((at for at in near if _is_cue(tree, at, cues)), None)


def _relay(tree: Tree, aside: Part, cues: SpeechCues, actors: Actors) -> Part | None:
    """Return the verb and who does it of an aside that is nothing but both: "reports TASS", "TASS has reported"."""
    first, last = aside
    verb = next((at for at in range(first, last + 1) if _is_cue(tree, at, cues)), None)
    if verb is None or any(tree.words[at] in cues.complementisers for at in range(first, last + 1)):
        return None
    named = (first, verb - 1) if verb == last else (verb + 1, last) if verb <= first + 1 else (0, -1)
    for at in range(named[0], named[1] + 1):
        here = actors.at(tree.tokens[at].span)
        if here and here[0].kind != "place":
            return verb, at
    return None


def _reported(
    tree: Tree, told: Part, parts: tuple[Part, ...], reason: str, cues: SpeechCues, actors: Actors
) -> Draft:
    verb, who = told
    phrase = phrase_at(tree, who, verb)
    actor = actors.named_by(tree, phrase)
    named = actors.widened(tree.span(phrase.first, phrase.last), actor, tree.tokens[verb].span)
    auxiliary = [each for each in tree.children(verb, "auxiliary") if each == verb - 1]
    return Draft(
        cue=tree.span(min([*auxiliary, verb]), verb),
        speaker=named,
        chain=actor.chain if actor else None,
        addressee=None,
        content=tuple(tree.span(*part) for part in parts),
        manner=next(each.manner for each in cues.verbs[tree.lemmas[verb]] if each.frame == "clause"),
        lemma=tree.lemmas[verb],
        confidence=SURE_ASIDE,
        reason=reason,
    )


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
    phrase = _speaker(tree, end, cues) if gap is None else Phrase(gap[0], gap[1], gap[1])
    if phrase is None or tree.words[phrase.head] in cues.first:
        return None
    actor = actors.named_by(tree, phrase)
    last = max(phrase.last, end)
    while (
        actor is not None and last + 1 < len(tree.tokens) and tree.tokens[last + 1].span.end <= actor.span.end
    ):
        last += 1
    last = _with_bracket(tree, last)
    phrase = Phrase(phrase.first, last if gap is None else phrase.last, phrase.head)
    content = _content(tree, first, last)
    if not content:
        return None
    unknown = actor is None and not _may_speak(tree, phrase, cues, actors)
    named = tuple(tree.words[first : end + 1])
    cited, relays = named in cues.cited, named in cues.relays
    if (cited or relays) and unknown:
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
        reason="cited source" if cited else "relaying source" if relays else "source",
    )


def _may_speak(tree: Tree, phrase: Phrase, cues: SpeechCues, actors: Actors) -> bool:
    """Return whether a phrase may be for a source: "medics", "a report", "the press service of the army"."""
    lemma = tree.lemmas[phrase.head]
    named = any(actor.kind != "place" for actor in actors.within(tree.span(phrase.first, phrase.last)))
    return named or cues.is_somebody(lemma) or lemma in cues.papers


def _speaker(tree: Tree, end: int, cues: SpeechCues) -> Phrase | None:
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
    return Phrase(max(phrase.first, start), _with_aside(tree, head, last, comma, cues), head)


def _with_bracket(tree: Tree, last: int) -> int:
    """Return the last word of a phrase with the brackets right behind it: "the agency (HCR)"."""
    if tree.words[last + 1 : last + 2] != ["("]:
        return last
    near = range(last + 2, min(last + 2 + _BRACKETED, len(tree.words)))
    return next((at for at in near if tree.words[at] == ")"), last)


_BRACKETED = 6
"""Words in brackets that may be another name."""


_DASHES = ("–", "—", "--")
_STOPS = (",", ";", ":", *_DASHES)
"""What ends the phrase for a source."""


def _with_aside(tree: Tree, head: int, last: int, comma: int, cues: SpeechCues) -> int:
    """Return the last word of a phrase with what stands between commas behind it: "X, the ombudsman, "."""
    for each in tree.children(head, "apposition", "modifier"):
        end = tree.last(each)
        if tree.first(each) == comma + 1 and end + 1 < len(tree.tokens) and tree.words[end + 1] == ",":
            return end
    aside = range(comma + 1, min(comma + 2 + _LONGEST_ASIDE, len(tree.tokens) - 1))
    shut = next((at for at in aside if tree.words[at] == ","), None)
    if shut is None or last + 1 != comma or tree.words[comma] != ",":
        return last
    nouns = [at for at in aside if at < shut and tree.tokens[at].pos == "NOUN"]
    plain = all(tree.tokens[at].pos not in (*VERBS, "PRON", "NUM") for at in range(comma + 1, shut))
    explains = tree.words[comma + 1] in cues.indefinite or (nouns and tree.tokens[nouns[0]].form == "Gen")
    return shut - 1 if plain and nouns and explains else last


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
