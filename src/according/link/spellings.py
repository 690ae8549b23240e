"""Names that may stand in a case: compared in the forms that the grammar of their language gives them."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from according.knowledge.inflection import bases, names_are_declined
from according.link.names import SAME, Likeness, compare, keys
from according.model import Kind

INFLECTED = 0.03
"""What it costs when two names agree only in a dictionary form of one of them, and again when only in forms of both."""
HOPELESS = 0.3
"""Likeness of names as they are written below which no ending makes them one: not even their surnames sound alike."""
_MOST_FORMS = 6


@lru_cache(maxsize=1 << 14)
def spellings(name: str, language: str | None) -> tuple[str, ...]:
    """Return the name as it is written and in the dictionary forms of its words, at most `_MOST_FORMS`."""
    if not names_are_declined(name, language):
        return (name,)
    words = name.split()
    options = [(word, *(base for base in bases(word, language)[1:3] if len(base) > 1)) for word in words]
    forms = (" ".join(chosen) for chosen in product(*options))
    return tuple(dict.fromkeys((name, *islice(forms, _MOST_FORMS))))


@lru_cache(maxsize=1 << 14)
def spelling_keys(name: str, language: str | None) -> frozenset[str]:
    """Return the blocking keys of all spellings of a name."""
    return frozenset(key for form in spellings(name, language) for key in keys(form))


def compare_spellings(a: str, a_language: str | None, b: str, b_language: str | None, kind: Kind) -> Likeness:
    """Return how far two names can be one in any of their forms: one of them as it is written, else neither."""
    best = compare(a, b, kind)
    if best.score >= SAME or best.score < HOPELESS:
        return best
    first, second = spellings(a, a_language)[1:], spellings(b, b_language)[1:]
    one = [*product(first, (b,)), *product((a,), second)]
    for cost, pairs in ((INFLECTED, one), (2 * INFLECTED, product(first, second))):
        for form, other in pairs:
            found = compare(form, other, kind)
            if found.score - cost > best.score:
                best = Likeness(round(found.score - cost, 4), found.reason)
        if best.score >= SAME:
            break
    return best
