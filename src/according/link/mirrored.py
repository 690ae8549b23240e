"""Whether what seems to be a translation says the reverse: other parties, or denied what the other one tells.

Two sides publish communiqués of one form, each with the other as the culprit. Lengths, numbers and sentence vectors are
those of translations; who is named where, who did it to whom, and where something is denied, are not. A sentence names
who is linked there and, found or not, the states in its words: "the Indian side", "the defence ministry of Pakistan".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from according.knowledge.nationalities import states_named
from according.knowledge.negation import Negation, negation
from according.link.sketches import words
from according.model import Span
from according.views import Prose

TURNED = 2
"""Sentences at least in which two are exchanged, one of them alone in one of these; else, as the order of words differs
between languages ("the Russian president Putin"), more than that."""
REPLACED = 2
"""Sentences at least that name other states than those that they are aligned with, and more than name the same."""
DONE = 2
"""Sentences at least in which who does it to whom is turned round."""
DENIED = 2
"""Sentences at least that deny in one of the languages only,"""
DENYING = 0.4
"""and which share of all aligned ones."""
_MOST = 8
"""Of those named in both articles so many, who are in most sentences."""

Names = Sequence[str]
"""Who is named in a sentence, in order of first mention."""
Deed = tuple[str, str]
"""Who does something to whom, as states."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What decides whether a sentence is the reverse of another one.

    `named` are entities and `states` codes of states, in order of first mention; `denies` is None in a language of
    which nobody has written down how it denies.
    """

    named: tuple[str, ...]
    states: tuple[str, ...]
    deeds: frozenset[Deed]
    denies: bool | None


def read(prose: Prose, spans: Sequence[Span], language: str | None) -> tuple[Sentence, ...]:
    """Return what sentences of an article say; `spans` are theirs, `language` (BCP 47) is the article's."""
    starts = [span.start for span, _ in prose.named]
    deny = negation(language)
    acts = defaultdict[int, list[tuple[Span, Span]]](list)
    begins = [span.start for span in spans]
    for done, doer, target in prose.deeds:
        acts[bisect_right(begins, done.start) - 1].append((doer, target))

    def states(span: Span) -> tuple[str, ...]:
        return _once(code for _, code in states_named(prose.text[span.start : span.end], language))

    return tuple(
        Sentence(
            _once(entity for _, entity in prose.named[bisect_left(starts, start) : bisect_left(starts, end)]),
            states(Span(start, end)),
            frozenset(deed for each in acts[number] for deed in product(states(each[0]), states(each[1]))),
            _denies(prose.text[start:end], deny) if deny is not None else None,
        )
        for number, (start, end) in enumerate(spans)
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _denies(text: str, known: Negation) -> bool:
    return any(known.denies(word) for word, _ in words(text))


def reverse(pairs: Sequence[tuple[Sequence[Sentence], Sequence[Sentence]]]) -> bool:
    """Whether aligned sentences of two articles have other parties, or deny in one language only.

    Args:
        pairs: One or several sentences of one article, with those of the other one.
    """

    def each(of: Callable[[Sentence], Iterable[str]]) -> list[tuple[Names, Names]]:
        return [(_said(one, of), _said(other, of)) for one, other in pairs]

    states = each(lambda sentence: sentence.states)
    if exchanged(each(lambda sentence: sentence.named)) or exchanged(states) or replaced(states):
        return True
    if done_to_the_doer([(_deeds(one), _deeds(other)) for one, other in pairs]):
        return True
    known = [
        (any(each.denies for each in one), any(each.denies for each in other))
        for one, other in pairs
        if all(each.denies is not None for each in (*one, *other))
    ]
    return denied(known)


def _said(some: Sequence[Sentence], of: Callable[[Sentence], Iterable[str]]) -> Names:
    return _once(name for sentence in some for name in of(sentence))


def _deeds(some: Sequence[Sentence]) -> frozenset[Deed]:
    return frozenset[Deed]().union(*(sentence.deeds for sentence in some))


def exchanged(pairs: Sequence[tuple[Names, Names]]) -> bool:
    """Whether aligned sentences fit better when two who are named in both articles are exchanged in one of them.

    Args:
        pairs: Who is named in the sentences of one article, and in those of the other.
    """
    one, other = (Counter(name for pair in pairs for name in set(pair[side])) for side in (0, 1))
    both = one & other
    most = sorted(both, key=lambda name: (-both[name], name))[:_MOST]
    return any(_are_exchanged(pairs, first, second) for first, second in combinations(most, 2))


def _are_exchanged(pairs: Sequence[tuple[Names, Names]], first: str, second: str) -> bool:
    turn = {first: second, second: first}
    same = turned = alone = 0
    for names, theirs in pairs:
        one, other = ([name for name in each if name in turn] for each in (names, theirs))
        if one or other:
            same += one == other
            fits = [turn[name] for name in one] == other
            turned += fits
            alone += fits and len(one) == 1
    return turned > same and turned >= TURNED and (alone > 0 or turned > TURNED)


def replaced(pairs: Sequence[tuple[Names, Names]]) -> bool:
    """Whether aligned sentences name others in the one article than in the other more often than the same.

    Args:
        pairs: As for `exchanged`.
    """
    same = others = 0
    for names, theirs in pairs:
        one, other = set(names), set(theirs)
        same += bool(one) and one == other
        others += not one <= other and not other <= one
    return others >= REPLACED and others > same


def done_to_the_doer(pairs: Sequence[tuple[frozenset[Deed], frozenset[Deed]]]) -> bool:
    """Whether one did to the other, by aligned sentences, what by the other article the other did to him.

    One deed alone decides nothing: it may be misread, and languages differ in voice.

    Args:
        pairs: Who does something to whom in the sentences of one article, and in those of the other.
    """
    turned = same = 0
    for deeds, theirs in pairs:
        same += not deeds.isdisjoint(theirs)
        turned += any(doer != done and (done, doer) in theirs for doer, done in deeds - theirs)
    return turned > same and turned >= DONE


def denied(pairs: Sequence[tuple[bool, bool]]) -> bool:
    """Whether one article denies so often where the other one does not that it is another account.

    Args:
        pairs: Whether aligned sentences deny something, in one article and in the other.
    """
    differ = sum(one != other for one, other in pairs)
    return differ >= DENIED and differ >= DENYING * len(pairs)
