"""Words as far as they are the same in several languages and scripts: names, loan words, numbers."""

from __future__ import annotations

import re

from anyascii import anyascii

SHORTEST, LONGEST = 4, 5
"""Letters of a stem: shorter words are mostly grammar, and what follows is mostly an ending."""
_WORD = re.compile(r"[^\W_]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_DIGITS = 2


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text in Latin letters, and its numbers of two digits or more.

    >>> sorted(stems("Лавров, Lavrov: 24 танка"))
    ['24', 'lavro', 'tanka']
    """
    spelled = (_NO_LETTER.sub("", anyascii(found.group()).lower()) for found in _WORD.finditer(text))
    return frozenset(
        word if word.isdigit() else word[:LONGEST]
        for word in spelled
        if len(word) >= (_DIGITS if word.isdigit() else SHORTEST)
    )
