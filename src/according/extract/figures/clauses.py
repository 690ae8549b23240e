"""Whether a date or a place that stands in a sentence with a figure says when or where that figure is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from according.extract.figures.surroundings import Surroundings
from according.extract.tree import VERBS, Tree
from according.model import Span

_WITHIN = ("clause", "conjunct", "auxiliary")
"""How a verb hangs on one that says its when and where, too: "on Friday 40 people died and 12 were hurt"."""
_YEAR = 4
_DEEPEST = 40
"""Words above one another that are looked at."""


def goes_with(scene: Surroundings, index: int, figure: Span, other: Span) -> bool:
    """Return whether the sentence's tree lets a date or place be of a figure; true where there is no tree.

    Both hang on one verb, with none of its own between it and the date or place: what was held in Kabul since 2016
    tells nothing of those who were released for it.
    """
    tree, starts = scene.tree(index)
    if not tree.parsed:
        return True
    one, two = (bisect_right(starts, span.start) - 1 for span in (figure, other))
    if one < 0 or two < 0 or _names(tree, two, other):
        return False
    up, across = _upwards(tree, one), _upwards(tree, two)
    shared = next((token for token in up if token in across), None)
    if shared is None:
        return False
    if not _reaches(tree, across[: across.index(shared)], shared):
        return False
    passed = [tree.tokens[token] for token in up[: up.index(shared)] if tree.tokens[token].pos == "VERB"]
    fronted = two < shared
    return all(token.relation in _WITHIN and (fronted or token.relation != "conjunct") for token in passed)


def _reaches(tree: Tree, below: Sequence[int], shared: int) -> bool:
    """Whether nothing between a date or place and the word that it shares with a figure takes it for itself.

    A verb does, and so does what is joined by "and"; but a verb that describes the counted noun says where that is.
    """
    tokens = [tree.tokens[token] for token in below]
    if any(token.relation == "conjunct" for token in tokens):
        return False
    return tree.tokens[shared].pos not in VERBS or all(token.pos != "VERB" for token in tokens)


def _upwards(tree: Tree, token: int) -> list[int]:
    """Return a token and those above it, up to the root or as far as people write."""
    path = [token]
    while (head := tree.tokens[path[-1]].head) != path[-1] and len(path) < _DEEPEST:
        path.append(head)
    return path


def _names(tree: Tree, at: int, date: Span) -> bool:
    """Whether a year names the thing that follows: "toward the 2016 campaign"."""
    token = tree.tokens[at]
    head = tree.tokens[token.head]
    bare = token.text.isdigit() and date.end - date.start == len(token.text) == _YEAR
    return bare and token.head > at and head.pos in ("NOUN", "PROPN") and head.relation == "oblique"
