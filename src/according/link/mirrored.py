"""Whether what seems to be a translation says the reverse: the parties exchanged, or denied what the other one tells.

Two sides publish communiqués of one form, each with the other as the culprit. Lengths, numbers and sentence vectors are
those of translations; who is named where, and where something is denied, are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

TURNED = 2
"""Sentences at least in which two are exchanged, one of them alone in one of these; else, as the order of words differs
between languages ("the Russian president Putin"), more than that."""
DENIED = 2
"""Sentences at least that deny in one of the languages only,"""
DENYING = 0.4
"""and which share of all aligned ones."""
_MOST = 8
"""Of those named in both articles so many, who are in most sentences."""

Names = Sequence[str]
"""Who is named in a sentence, in order of first mention."""


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


def denied(pairs: Sequence[tuple[bool, bool]]) -> bool:
    """Whether one article denies so often where the other one does not that it is another account.

    Args:
        pairs: Whether aligned sentences deny something, in one article and in the other.
    """
    differ = sum(one != other for one, other in pairs)
    return differ >= DENIED and differ >= DENYING * len(pairs)
