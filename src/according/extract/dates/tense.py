"""Whether the verb that a date goes with tells what has been or what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from according.knowledge.dates import DateRules
from according.knowledge.fold import fold
from according.model import Sentence, Span, Token

_CLIMB = 8
"""Steps from a date to its verb: farther up it is another clause's."""
_VERBS = ("VERB", "AUX")
_HELPING = ("auxiliary", "other")


def tense(span: Span, sentences: Sequence[Sentence], starts: Sequence[int], rules: DateRules) -> int:
    """Return -1 for what has been, 1 for what is to come, 0 when nothing tells.

    `starts` are where the sentences begin. The nearest verb above the date decides, with the words that help it.
    """
    at = bisect_right(starts, span.start) - 1
    if at < 0:
        return 0
    tokens = sentences[at].tokens
    here = next((n for n, token in enumerate(tokens) if token.span.end > span.start), None)
    if here is None:
        return 0
    for _ in range(_CLIMB):
        if tokens[here].pos in _VERBS and tokens[here].span.overlap(span) == 0:
            found = _of_verb(tokens, here, rules)
            if found is not None:
                return found
        above = tokens[here].head
        if above == here:
            break
        here = above
    return 0


def _of_verb(tokens: Sequence[Token], at: int, rules: DateRules) -> int | None:
    """Return what a verb with its helping words tells, None when the one above it must be asked."""
    helping = [
        token for n, token in enumerate(tokens) if token.head == at and n != at and token.relation in _HELPING
    ]
    words = [fold(token.text).text for token in helping if token.pos in (*_VERBS, "PART")]
    verb = fold(tokens[at].text).text
    if any(word in rules.future for word in words):
        return 1
    if any(_is(word, rules.past, rules.past_endings) for word in words):
        return -1
    above = tokens[at].head
    if (
        above != at
        and tokens[above].pos in (*_VERBS, "ADJ", "NOUN")
        and fold(tokens[above].text).text in rules.future
    ):
        return 1  # "is expected to meet", "doit se rendre"
    if _is(verb, rules.future, rules.future_endings):
        return 1
    if _is(verb, rules.past, rules.past_endings):
        return -1
    if rules.unfinished and verb.endswith(rules.unfinished) and not words:
        return None
    return rules.present


def _is(word: str, words: frozenset[str], endings: tuple[str, ...]) -> bool:
    return word in words or (len(word) > 3 and word.endswith(endings))
