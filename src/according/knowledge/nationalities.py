"""Words for the people and things of a state: "Armenian", "arméniens", "армянских"."""

from __future__ import annotations

import re
from functools import cache

from according.knowledge.inflection import bases, key
from according.knowledge.states import state_words

_WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def _codes() -> dict[str, str]:
    """The states by the words that can mean no other, nor anything else."""
    found: dict[str, set[str]] = {}
    for phrase, _, word in state_words():
        if word.role in ("name", "adjective", "demonym") and " " not in phrase:
            found.setdefault(key(phrase), set()).add("" if word.ambiguous else word.code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1 and codes != {""}}


def nationalities(words: str) -> tuple[str, ...]:
    """Return the codes of the states that words in any language say somebody or something is of, in their order."""
    known = _codes()
    found = (
        next((known[base] for base in bases(word, None) if base in known), None)
        for word in _WORD.findall(words)
    )
    return tuple(dict.fromkeys(code for code in found if code is not None))
