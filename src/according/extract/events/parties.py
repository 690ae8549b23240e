"""Who takes part in an event: the phrases that fill its roles, and the actors in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from according.extract.events.matches import Match
from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import Tree
from according.model import NOBODY, Actor, Party, Span

_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET")
_DEEP = 4
"""Nouns from the head of a phrase down to whoever it belongs to: "positions of the forces of X"."""


def taking_part(
    tree: Tree, found: Sequence[Match], actors: Actors, of: frozenset[str]
) -> Iterator[tuple[Match, Party, Party]]:
    """Yield events with their sources and targets; one that tells of another without its own target has that one's."""
    sides = {match.word: _sides(tree, match, actors, of) for match in found}
    for match in found:
        source, target = sides[match.word]
        if match.clause is not None and target.span is None:
            inner = next(
                (each for each in found if each is not match and tree.under(each.word, match.clause)), None
            )
            others = () if inner is None else sides[inner.word][::-1]
            target = next(
                (each for each in others if each.span is not None and each.span != source.span), target
            )
        if not target.chains and match.entry.root in _ABOUT_SOMEBODY:
            target = _further(tree, match, source, actors) or target
        yield match, source, target


_ABOUT_SOMEBODY = (
    "AGREE",
    "SUPPORT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "CONCEDE",
    "AID",
    "SANCTION",
    "COERCE",
)
"""Roots that are done to somebody even where the words name a thing: whoever the thing is about."""


def _sides(tree: Tree, match: Match, actors: Actors, of: frozenset[str]) -> tuple[Party, Party]:
    """Return who does it and to whom; of several who do it to each other the first, and the others."""
    word = match.word
    if match.both:
        one = party(tree, match.both[:1], actors, word, of)
        others = party(tree, (*match.both[1:], *match.target), actors, word, of)
        if others.span is None and tree.child(match.both[0], "conjunct") is not None:
            return one, one
        return one, others
    source = party(tree, match.source, actors, word, of)
    target = party(tree, match.target or match.nouns, actors, word, of)
    return source, target


def _further(tree: Tree, match: Match, source: Party, actors: Actors) -> Party | None:
    """Return the first actor below a word, behind it, that is not its source."""
    above = match.word if match.through is None else match.through
    for at in range(match.word + 1, tree.last(above) + 1):
        if not tree.under(at, above) or tree.tokens[at].pos in ("PUNCT", "ADP", "DET"):
            continue
        for actor in actors.at(tree.tokens[at].span):
            if (
                actor.kind in ("state", "organization", "person")
                and actor.form != "pronoun"
                and actor.chain not in source.chains
            ):
                return Party((actor.chain,), actor.span, None)
    return None


def party(tree: Tree, heads: Iterable[int], actors: Actors, without: int, of: frozenset[str]) -> Party:
    """Return who some nouns name, each with those that are joined to it.

    `without` is the event's own word, `of` are the words between a thing and whose it is.
    """
    chains: dict[str, None] = {}
    spans: list[Span] = []
    for head in _joined(tree, heads, without):
        phrase = phrase_at(tree, head, without)
        spans.append(tree.span(phrase.first, phrase.last))
        actor = _named(tree, head, without, actors, of)
        if actor is not None:
            chains.setdefault(actor.chain)
    if not spans:
        return NOBODY
    return Party(
        tuple(chains), Span(min(each.start for each in spans), max(each.end for each in spans)), None
    )


def _joined(tree: Tree, heads: Iterable[int], without: int) -> Iterator[int]:
    """Yield nouns and those joined to them by "and", in order, each once."""
    waiting, seen = list(heads), {without}
    while waiting:
        head = waiting.pop(0)
        if head in seen or tree.tokens[head].pos not in _NOUNS:
            continue
        seen.add(head)
        yield head
        waiting.extend(tree.children(head, "conjunct"))


def _named(tree: Tree, head: int, without: int, actors: Actors, of: frozenset[str]) -> Actor | None:
    """Return the actor that a noun names, or to whom it belongs: "Armenian villages", "positions of the army"."""
    for _ in range(_DEEP):
        actor = actors.named_by(tree, phrase_at(tree, head, without))
        if actor is not None and actor.kind != "other":
            return actor
        owners = [
            each
            for each in tree.children(head, "modifier", "genitive", "name", "determiner")
            if each != without
        ]
        owners = [each for each in owners if _belongs(tree, each, of)]
        named = (
            found for each in owners for found in actors.at(tree.tokens[each].span) if found.kind != "other"
        )
        actor = next(named, None)
        further = next((each for each in owners if tree.tokens[each].relation == "genitive"), None)
        if actor is not None or further is None:
            return actor
        head = further
    return None


def _belongs(tree: Tree, word: int, of: frozenset[str]) -> bool:
    """Return whether no other word than "of" leads to a word."""
    cases = [tree.words[each] for each in tree.children(word, "case")]
    return all(each in of for each in cases)
