"""Whether the verb that a date goes with tells what has been or what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from according.knowledge.agreement_words import AgreementWords
from according.knowledge.dates import DateRules
from according.knowledge.fold import fold
from according.model import Sentence, Span, Token

PRESENT = 2
"""A present tense: of a weekday it tells that it is to come ("they meet on Friday"), of a month nothing."""
SINCE = -2
"""Not a verb's but of "since", which leaves no doubt."""
BEHIND, BEFORE = 1, 2
"""Sides of a noun on which a date may be a part of its name."""
_CLIMB = 8
"""Steps from a date to its verb: farther up it is another clause's."""
_VERBS = ("VERB", "AUX")
_LEADING = ("VERB", "AUX", "ADJ", "NOUN")
_NOUNS = ("NOUN", "PROPN")
_HELPING = ("auxiliary", "other")
_LONG = 4
"""Words of an agreement's name."""
_BESIDE = 12
"""Words within which a verb has the words that help it."""


def tense(span: Span, sentences: Sequence[Sentence], starts: Sequence[int], rules: DateRules) -> int:
    """Return -1 for what has been, 1 for what is to come, PRESENT, or 0 when nothing tells.

    `starts` are where the sentences begin. The nearest verb above the date decides, with the words that help it.
    """
    at = bisect_right(starts, span.start) - 1
    if at < 0:
        return 0
    tokens = sentences[at].tokens
    here = bisect_right(tokens, span.start, key=lambda token: token.span.end)
    if here == len(tokens):
        return 0
    of_noun = False
    for _ in range(_CLIMB):
        if tokens[here].span.overlap(span) == 0:
            found = _of_word(tokens, here, rules)
            if found is not None:
                # "Monday's debate raises questions": when the debate was, a present does not tell.
                return 0 if found == PRESENT and of_noun else found
            of_noun |= tokens[here].pos in _NOUNS
        above = tokens[here].head
        if above == here:
            break
        here = above
    return 0


def agreement(
    span: Span, sentences: Sequence[Sentence], starts: Sequence[int], words: AgreementWords
) -> int | None:
    """Return where a date that says which agreement is meant stands, None where it says nothing of one.

    BEHIND its noun ("the agreement of 6 February") or BEFORE it ("the February agreement").
    """
    at = bisect_right(starts, span.start) - 1
    tokens = sentences[at].tokens if at >= 0 else ()
    first = bisect_right(tokens, span.start, key=lambda token: token.span.end)
    last = bisect_right(tokens, span.end - 1, key=lambda token: token.span.start)
    led = first > 0 and fold(tokens[first - 1].text).text in words.dated
    if led and _named(tokens[max(0, first - 1 - _LONG) : first - 1][::-1], words):
        return BEHIND
    return BEFORE if _named(tokens[last : last + _LONG], words) else None


def _named(tokens: Sequence[Token], words: AgreementWords) -> bool:
    """Whether a noun for an agreement comes first, but for what describes it."""
    for token in tokens:
        if token.lemma.lower() in words.instruments and token.pos in _NOUNS:
            return True
        if token.pos not in (*_NOUNS, "ADJ"):
            return False
    return False


def _of_word(tokens: Sequence[Token], at: int, rules: DateRules) -> int | None:
    """Return what a word tells, with the words that help it; None when the one above it must be asked."""
    beside = range(max(0, at - _BESIDE), min(len(tokens), at + _BESIDE))
    helping = [fold(tokens[n].text).text for n in beside if tokens[n].head == at != n and _helps(tokens[n])]
    if tokens[at].pos not in _VERBS and not helping:
        return None
    if any(word in rules.future for word in helping):
        return 1
    if any(_is(word, rules.past, rules.past_endings) for word in helping):
        return -1
    if any(word.endswith(rules.future_endings) for word in helping if rules.future_endings):
        return 1
    above = tokens[tokens[at].head]
    if (
        above is not tokens[at]
        and above.pos in _LEADING
        and fold(above.text).text in rules.future | rules.pledges
    ):
        return 1  # "is expected to meet", "doit se rendre"
    if rules.infinitive.intersection(helping):
        return 0
    return _of_verb(tokens[at], bool(helping), rules)


def _of_verb(token: Token, helped: bool, rules: DateRules) -> int | None:
    verb, lemma = fold(token.text).text, fold(token.lemma).text
    if not helped and verb in rules.either:
        return 0
    for end, pasts in rules.imperfect.items():
        if lemma.endswith(end) and verb in [lemma.removesuffix(end) + past for past in pasts]:
            return -1
    if rules.unfinished and verb.endswith(rules.unfinished) and not helped:
        return None
    if _is(verb, rules.future, rules.future_endings):
        return 1
    if _is(verb, rules.past, rules.past_endings):
        return -1
    if rules.inflected and verb != lemma and not verb.endswith(rules.inflected):
        return -1
    return PRESENT if rules.present else 0


def _helps(token: Token) -> bool:
    return token.relation in _HELPING and token.pos in (*_VERBS, "PART")


def _is(word: str, words: frozenset[str], endings: tuple[str, ...]) -> bool:
    return word in words or (len(word) > 3 and bool(endings) and word.endswith(endings))
