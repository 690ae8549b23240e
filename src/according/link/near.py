"""Which names cannot be alike: told from bounds of their words, before they are compared at any length.

Names that share a key are many, and hardly one in a hundred such pairs is alike. A name is as alike as its least alike
pair of words: one word that is like none of the other name's rules the pair out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from according.link.names import essential, merged, person_words
from according.link.sounds import are_near, begins_alike
from according.link.spellings import spellings
from according.link.words import Part, Word, groups_of, is_familiar, plain, words_of
from according.model import Kind

NEAR = 0.61
"""Likeness below which words are not near: under every score that is asked for here, rounding included."""

Heard = tuple[str, Part]
"""A word in small letters, and what it is: two spellings that sound the same are one."""
Form = tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """A name in all its spellings, and with neighbours written as one word, which only the longer of two names is."""

    plain: tuple[Form, ...]
    merged: tuple[Form, ...]
    least: tuple[int, int]
    most: tuple[int, int]
    """How many words there are, and how many of them are no particles: at least, and at most."""

    words: frozenset[str]
    """All words of all forms."""


@lru_cache(maxsize=1 << 16)
def forms(name: str, language: str | None, person: bool) -> Forms:
    """Return a name as `compare_spellings` looks at it."""
    spelled = [words_of(spelling) for spelling in spellings(name, language)]
    given = [*spelled, *map(person_words, spelled)]
    asked = given[len(spelled) :] if person else given
    lengths = {len(words) for words in given}
    cores = {len(essential(words)) for words in given}
    alone = tuple(dict.fromkeys(map(_heard, asked)))
    joined = tuple(dict.fromkeys(_heard(words) for whole in asked for words in merged(whole)))
    return Forms(
        alone,
        joined,
        (min(lengths), min(cores)),
        (max(lengths), max(cores)),
        frozenset(word for form in (*alone, *joined) for word, _ in form),
    )


def _heard(words: tuple[Word, ...]) -> Form:
    return tuple((word.text.casefold(), word.part) for word in essential(words))


def can_be_alike(
    one: Forms, other: Forms, kind: Kind, far: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> bool:
    """Return whether names may reach 0.62; False only when `compare_spellings` gives them less.

    `far` has words with those that are known not to be `NEAR` them (`far.py`).

    All words of the shorter name have one in the longer name that is near; of names that are no person's, all words
    of both.
    """
    first = one.plain + one.merged if _may_be_longer(one, other) else one.plain
    second = other.plain + other.merged if _may_be_longer(other, one) else other.plain
    whole = kind != "person"
    short = whole or max(map(len, first)) <= min(map(len, second))
    long = whole or max(map(len, second)) <= min(map(len, first))
    if short or long:
        return (not short or _within(first, second, far)) and (not long or _within(second, first, far))
    return _within(first, second, far) or _within(second, first, far)


def _may_be_longer(one: Forms, other: Forms) -> bool:
    return one.most[0] > other.least[0] or one.most[1] > other.least[1]


def _within(some: tuple[Form, ...], others: tuple[Form, ...], far: Mapping[str, frozenset[str]]) -> bool:
    """Whether there is a form of which each word is near one of the others."""
    words = dict.fromkeys(word for form in others for word in form)
    known: dict[Heard, bool] = {}
    for form in some:
        for word in form:
            if word not in known:
                known[word] = any(_is_near(word, other, far) for other in words)
            if not known[word]:
                break
        else:
            return True
    return False


def _is_near(one: Heard, other: Heard, far: Mapping[str, frozenset[str]]) -> bool:
    a, b = one[0], other[0]
    if "initial" in (one[1], other[1]) and begins_alike(a, b):
        return True
    if b in far.get(a, ()) or a in far.get(b, ()):
        return False
    return _near(b, a) if a > b else _near(a, b)


@lru_cache(maxsize=1 << 18)
def _near(a: str, b: str) -> bool:
    if a == b or plain(a) == plain(b):
        return True
    first, second = groups_of(a), groups_of(b)
    if first and second:
        return not first.isdisjoint(second) or is_familiar(first, second)
    return are_near(a, b, NEAR)
