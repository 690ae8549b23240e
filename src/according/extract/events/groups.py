"""Whom "the two sides", "les deux dirigeants", "стороны" mean: those named just before, if they are as many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.extract.events.acting import Acting
from according.extract.tree import Tree
from according.knowledge.party_words import PartyWords, party_words
from according.model import Actor, Span, Text

_BACK = 60
"""Names that are looked back upon."""
_SENTENCES = 4
"""Sentences before the one with the words, in which those who are meant must be named."""
_GAP = 40
"""Characters between two who are named together."""
_OPEN = ("determiner", "case", "punctuation", "negation")
_LINKED = ("subject", "passive subject")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A name, and whose it is: the state behind it, else its own chain. `person` is its chain when it is a person's."""

    span: Span
    chain: str
    person: str | None
    own: tuple[str, ...]


class Groups:
    """A text in which names lie that words for two or more may mean."""

    def __init__(self, text: Text, acting: Acting, between: frozenset[str]) -> None:
        """`between` are words before those who do something to each other."""
        self._text, self.between = text.text, between
        self._words = party_words(text.language)
        self._starts = [sentence.span.start for sentence in text.sentences]
        units = [
            _unit(actor, acting)
            for actor in text.actors
            if actor.form == "name" and actor.kind in ("state", "organization", "person")
        ]
        units += [_Unit(span, chain, None, (chain,)) for span, chain in acting.told]
        self._units = sorted(set(units), key=lambda unit: (unit.span, unit.own))
        self._ends = [unit.span.end for unit in self._units]

    def meant(self, tree: Tree, head: int) -> tuple[str, ...]:
        """Return the chains of those whom a noun means; none where it means nobody before it, or is not sure whom."""
        words = self._words
        if words is None:
            return ()
        if _is_last(tree, head, words):
            return self._last(tree.tokens[head].span.start)
        count = _count(tree, head, words, self.between)
        if count is None:
            return ()
        people = tree.lemmas[head] in words.people
        before = self._before(tree.tokens[head].span.start)
        if people:
            persons = [unit for unit in before if unit.person is not None]
            found = self._joined(persons, count, words, people=True) or _nearest(persons, count, self._starts)
            if persons:
                return tuple(dict.fromkeys(chain for unit in found for chain in unit.own))
        before = [unit for unit in before if unit.chain != unit.person]
        found = self._joined(before, count, words, people=False) or _nearest(before, count, self._starts)
        return tuple(dict.fromkeys(unit.chain for unit in found))

    def _last(self, at: int) -> tuple[str, ...]:
        """Return who was named last before a place, in its sentence or the one before: "the latter"."""
        before = self._before(at)
        sentence = bisect_left(self._starts, at + 1) - 1
        near = before and before[-1].span.start >= self._starts[max(0, sentence - 1)]
        return before[-1].own if near else ()

    def _before(self, at: int) -> list[_Unit]:
        """Return the names before a place, not too far from it."""
        last = bisect_left(self._ends, at)
        sentence = bisect_left(self._starts, at + 1) - 1
        first = self._starts[max(0, sentence - _SENTENCES)] if self._starts else 0
        return [unit for unit in self._units[max(0, last - _BACK) : last] if unit.span.start >= first]

    def _joined(self, units: Sequence[_Unit], count: int, words: PartyWords, people: bool) -> list[_Unit]:
        """Return the last of several who are named together, as many as are asked for."""
        found: list[_Unit] = []
        best: list[_Unit] = []
        for unit in units:
            if found and self._are_joined(found[-1], unit, words):
                found.append(unit)
            else:
                found = [unit]
            one_each = _one_each(found, people)
            if len(one_each) == count:
                best = one_each
            elif len(one_each) > count:
                best = []
        return best

    def _are_joined(self, one: _Unit, other: _Unit, words: PartyWords) -> bool:
        """Return whether two names stand in one another or are named together."""
        gap = self._text[one.span.end : other.span.start]
        if other.span.start <= one.span.end or not gap.strip() or one.chain == other.chain:
            return one.chain == other.chain or other.span.start <= one.span.end
        if len(gap) > _GAP:
            return False
        parts = [part for part in gap.casefold().replace("’", "'").replace(",", " , ").split() if part]
        return any(part in words.joining for part in parts) and all(
            part in words.joining or part in words.small for part in parts
        )


def _unit(actor: Actor, acting: Acting) -> _Unit:
    own = acting.behind(actor.chain)
    return _Unit(actor.span, own[-1], actor.chain if actor.kind == "person" else None, own)


def _one_each(units: Sequence[_Unit], people: bool) -> list[_Unit]:
    seen: dict[str, _Unit] = {}
    for unit in units:
        seen.setdefault((unit.person or unit.chain) if people else unit.chain, unit)
    return list(seen.values())


def _nearest(units: Sequence[_Unit], count: int, starts: Sequence[int]) -> list[_Unit]:
    """Return those named in all sentences, or in the last that names so many, if they are as many as are asked for."""
    everyone = {_who(unit): unit for unit in units}
    if len(everyone) == count:
        return list(everyone.values())
    sentences: dict[int, dict[str, _Unit]] = {}
    for unit in units:
        sentences.setdefault(bisect_left(starts, unit.span.start + 1), {}).setdefault(_who(unit), unit)
    enough = (named for _, named in sorted(sentences.items(), reverse=True) if len(named) >= count)
    found = next(enough, {})
    return list(found.values()) if len(found) == count else []


def _who(unit: _Unit) -> str:
    return unit.person or unit.chain


def _is_last(tree: Tree, head: int, words: PartyWords) -> bool:
    """Return whether a word stands for who was named last, and beside no noun: "the latter", "ce dernier"."""
    row = " ".join(tree.words[max(0, head - 1) : head + 1])
    return tree.tokens[head].relation in _LINKED and (row in words.last or tree.words[head] in words.last)


def _count(tree: Tree, head: int, words: PartyWords, between: frozenset[str]) -> int | None:
    """Return how many a noun means; None when it is no such noun, or when something beside it says who is meant."""
    lemma, word = tree.lemmas[head], tree.words[head]
    if lemma in words.alone or word in words.alone:
        return 2 if not list(_said(tree, head, words)) else None
    if lemma not in words.sides and lemma not in words.people:
        return None
    if any(_said(tree, head, words)):
        return None
    counted = (_number(tree, each, words) for each in tree.below[head] if each < head)
    count = next((each for each in counted if each is not None), None)
    if count is not None:
        return count
    plural = lemma in words.plain and word != lemma
    stands = tree.tokens[head].relation in _LINKED or any(
        tree.lemmas[each] in between for each in tree.children(head, "case")
    )
    return 2 if plural and stands else None


def _number(tree: Tree, at: int, words: PartyWords) -> int | None:
    return words.counts.get(tree.lemmas[at], words.counts.get(tree.words[at]))


def _said(tree: Tree, head: int, words: PartyWords) -> Iterator[int]:
    """Yield what stands below a noun and says who is meant."""
    for each in tree.below[head]:
        token = tree.tokens[each]
        if token.relation in _OPEN or _number(tree, each, words) is not None:
            continue
        if token.relation == "conjunct" or token.pos in ("DET", "PUNCT", "CCONJ", "ADP", "NUM", "ADV", "AUX"):
            continue
        if tree.lemmas[each] not in words.beside:
            yield each
