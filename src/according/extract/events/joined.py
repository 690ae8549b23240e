"""Names that a parser does not join with what stands beside them: "Ghana-Mali talks", "between X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.model import Actor

HYPHENS = ("-", "–", "‑")
_NEAR = 5
"""Words behind an "and" within which the second of two is named."""


def torn(tree: Tree, head: int, between: frozenset[str]) -> Iterator[int]:
    """Yield the second of two in "between X and Y" that a parser has hung elsewhere."""
    leading = {tree.lemmas[each] for each in tree.children(head, "case")}
    at = tree.last(head) + 1
    if not leading & between or tree.child(head, "conjunct") is not None or at >= len(tree.tokens):
        return
    if tree.tokens[at].pos != "CCONJ":
        return
    near = range(at + 1, min(at + _NEAR, len(tree.tokens)))
    noun = next((each for each in near if tree.tokens[each].pos in ("NOUN", "PROPN")), None)
    if noun is not None and tree.tokens[noun].form == tree.tokens[head].form:
        yield noun


def hyphened(tree: Tree, head: int, actors: Actors) -> Iterator[int]:
    """Yield the name before a hyphen and a name: "Ghana-Mali talks"."""
    if head < 2 or tree.tokens[head].pos != "PROPN" or tree.words[head - 1] not in HYPHENS:
        return
    token = tree.tokens[head - 2]
    apart = {actor.chain for actor in actors.at(tree.tokens[head].span)}
    known = {actor.chain for actor in actors.at(token.span) if actor.form == "name"}
    if token.pos == "PROPN" and known and not known & apart:
        yield head - 2


def called(tree: Tree, head: int, actors: Actors) -> Actor | None:
    """Return the actor whose name stands right behind a noun that belongs to another: "Ghana's ally Togo"."""
    at = head + 1
    owned = any(each < head for each in tree.children(head, "genitive", "determiner"))
    if (
        tree.tokens[head].pos != "NOUN"
        or not owned
        or at >= len(tree.tokens)
        or tree.tokens[at].pos != "PROPN"
    ):
        return None
    start = tree.tokens[at].span.start
    near = (each for each in actors.at(tree.tokens[at].span) if each.span.start == start)
    return next((each for each in near if each.form == "name" and each.kind not in ("other", "place")), None)


def ending(tree: Tree, head: int, actors: Actors) -> Actor | None:
    """Return the actor whose name ends at a word, of a name that the parser has torn apart."""
    end = tree.tokens[head].span.end
    near = (each for each in actors.at(tree.tokens[head].span) if each.span.end == end)
    return next((each for each in near if each.form == "name" and each.kind != "other"), None)
