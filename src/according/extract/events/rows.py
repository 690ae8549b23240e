"""Rows of words in a sentence: words side by side, idioms, and the words that belong to a verb farther on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from according.extract.tree import Tree

_NEAR = 5
"""Words from a verb to a particle of it: "gunned three of them down"."""


def in_a_row(tree: Tree, at: int, words: Sequence[str], plurals: Sequence[str] = ()) -> int | None:
    """Return the last token of words that stand in a row from a token on, as written or in their dictionary form.

    `plurals` are endings that may come behind them: the dictionary form of "aériennes" is that of a man.
    """
    for word in words:
        if at < len(tree.words) and word in (tree.words[at], tree.lemmas[at]):
            at += 1  # "cessez-le-feu" in one piece
            continue
        for part in _parts(word):
            if at >= len(tree.words):
                return None
            many = (tree.words[at].removesuffix(ending) for ending in plurals)
            if part not in (tree.words[at], tree.lemmas[at], *many):
                return None
            at += 1
    return at - 1


def idiomatic(tree: Tree, idioms: frozenset[tuple[str, ...]]) -> frozenset[int]:
    """Return the tokens that are part of an idiom, whose words tell of no event."""
    by_first = _by_first(idioms)
    covered: set[int] = set()
    for at, forms in enumerate(zip(tree.words, tree.lemmas, strict=True)):
        for form in dict.fromkeys(forms):
            for idiom in by_first.get(form, ()):
                last = in_a_row(tree, at, idiom)
                if last is not None:
                    covered.update(range(at, last + 1))
    return frozenset(covered)


@lru_cache(maxsize=32)
def _by_first(idioms: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Return idioms by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for idiom in sorted(idioms):
        found.setdefault(_parts(idiom[0])[0], []).append(idiom)
    return found


def particles(tree: Tree, verb: int, words: Sequence[str]) -> list[int] | None:
    """Return the tokens of a verb's further words, each near it; None when one is missing."""
    found: list[int] = []
    at = verb
    for word in words:
        near = range(at + 1, min(at + 1 + (_NEAR if at == verb else 2), len(tree.words)))
        place = next((each for each in near if _belongs(tree, each, verb, word, at)), None)
        if place is None:
            return None
        found.append(place)
        at = place
    return found


def _belongs(tree: Tree, each: int, verb: int, word: str, last: int) -> bool:
    """Return whether a token is a verb's further word: farther on, a preposition that leads to no noun of its own."""
    token = tree.tokens[each]
    if word not in (tree.words[each], tree.lemmas[each]):
        return False
    return each == last + 1 or token.pos != "ADP" or (token.head == verb and token.relation != "case")


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[str, ...]:
    """Return a word of the codebook as engines part it: at hyphens and behind apostrophes."""
    parts: list[str] = []
    for piece in word.replace("'", "' ").split():
        for number, part in enumerate(piece.split("-")):
            parts += ["-", part] if number else [part]
    return tuple(parts)
