"""Names that stand in a row though the parser does not join them, and the dateline before a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Relation

_GAP = 10
"""Words between two names of a row: what the second one is, "and the prime minister of"."""
_DATELINE = 14
"""Words of the longest dateline: towns, states, a day, an agency."""
_DASHES = ("—", "–", "-", "--", "―")
_CLOSED = (")", "]")
_UP: tuple[Relation, ...] = ("name", "apposition", "genitive", "modifier", "conjunct")
_CORE: tuple[Relation, ...] = ("subject", "passive subject", "object", "indirect object", "oblique", "agent")
_SIDE: tuple[Relation, ...] = ("subject", "passive subject")
_STEPS = 8
"""Words from a name up to the verb that it is subject or object of."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Tokens `first` to `last` are a name, `head` the one that the parser hangs the others on."""

    first: int
    last: int
    head: int
    is_place: bool


class Listed:
    """A sentence in which names that stand in a row are known: "the president of A, X, and the minister of B, Y".

    `start` is the first token behind the dateline, 0 without one: "YEREVAN, Armenia (AP) — ".
    """

    def __init__(self, tree: Tree, actors: Actors, cues: SpeechCues, of: frozenset[str]) -> None:
        """`of` are the words between an office and whose it is."""
        self._tree, self._actors, self._cues, self._of = tree, actors, cues, of
        self.start = _behind_dateline(tree)
        self._rows: dict[int, tuple[int, ...]] = {}
        for row in self._all(self._units()):
            heads = tuple(unit.head for unit in row)
            for unit in row:
                self._rows.update(dict.fromkeys(range(unit.first, unit.last + 1), heads))

    def beside(self, head: int) -> tuple[int, ...]:
        """Return the names of the row in which a noun's name stands, none where it stands alone."""
        own = (head, *self._tree.children(head, "apposition", "name"))
        return next((self._rows[each] for each in own if each in self._rows), ())

    def behind(self, head: int) -> Iterator[int]:
        """Yield what hangs on a word of the dateline, or stands beside it, and is told behind the dateline."""
        tree, token = self._tree, self._tree.tokens[head]
        beside = tree.children(token.head, token.relation) if token.relation in _SIDE else ()
        below = tree.children(head, "apposition", "conjunct", "other", "name")
        return (each for each in (*below, *beside) if each >= self.start)

    def _units(self) -> list[_Unit]:
        """Return the names of a sentence behind its dateline, in order, of those in one another the widest."""
        tree, units = self._tree, list[_Unit]()
        for at in range(self.start, len(tree.tokens)):
            if units and at <= units[-1].last:
                continue
            span = tree.tokens[at].span
            named = (each for each in self._actors.at(span) if each.form == "name" and each.kind != "other")
            actor = next((each for each in named if each.span.start == span.start), None)
            if actor is None:
                continue
            last = at
            while last + 1 < len(tree.tokens) and tree.tokens[last + 1].span.end <= actor.span.end:
                last += 1
            inside = range(at, last + 1)
            head = next((each for each in inside if tree.tokens[each].head not in inside), at)
            units.append(_Unit(at, last, head, actor.kind == "place"))
        return units

    def _all(self, units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
        """Yield the rows: names with nothing but commas, offices and an "and" between them."""
        row, closed = list[_Unit](), False
        for unit in units:
            link = self._link(row[-1], unit) if row else None
            if link is None or (closed and link):
                if closed:
                    yield row
                row, closed = [unit], False
                continue
            row.append(unit)
            closed = closed or link
        if closed:
            yield row

    def _link(self, one: _Unit, other: _Unit) -> bool | None:
        """Return whether an "and" stands between two names; None where anything else keeps them apart."""
        tree, gap = self._tree, range(one.last + 1, other.first)
        if not 0 < len(gap) <= _GAP or not self._together(one, other):
            return None
        joined = any(tree.tokens[at].pos == "CCONJ" for at in gap)
        plain = all(tree.tokens[at].pos in ("CCONJ", "DET") for at in gap)
        if (one.is_place or other.is_place) and not plain:
            return None
        office = any(self._is_office(at) for at in gap)
        return joined if all(self._is_small(at, office) for at in gap) else None

    def _is_small(self, at: int, office: bool) -> bool:
        """Return whether a word may stand between two names of a row, by an office or without one."""
        token, word = self._tree.tokens[at], self._tree.words[at]
        if word == "," or token.pos in ("CCONJ", "DET") or self._is_office(at):
            return True
        return office and (token.pos in ("ADJ", "PROPN") or word in self._of)

    def _is_office(self, at: int) -> bool:
        """Return whether a word tells what somebody is."""
        token = self._tree.tokens[at]
        told = any(actor.form == "description" for actor in self._actors.at(token.span))
        return told or (token.pos in ("NOUN", "PROPN") and self._cues.is_somebody(self._tree.lemmas[at]))

    def _together(self, one: _Unit, other: _Unit) -> bool:
        """Return whether two names are not of two verbs, nor one who does and the other to whom it is done."""
        first, second = self._governed(one.head), self._governed(other.head)
        if first is None or second is None:
            return True
        return first[0] == second[0] and (first[1] in _SIDE) == (second[1] in _SIDE)

    def _governed(self, at: int) -> tuple[int, Relation] | None:
        """Return the verb that a name is subject or object of, and which; None where the parser knows none."""
        tree = self._tree
        for _ in range(_STEPS):
            token = tree.tokens[at]
            if token.head != at and tree.tokens[token.head].pos in VERBS:
                return (token.head, token.relation) if token.relation in _CORE else None
            if token.head == at or token.relation not in _UP:
                return None
            at = token.head
        return None


def _behind_dateline(tree: Tree) -> int:
    """Return the first token behind a dateline: a town in capitals or an agency in brackets, and a dash."""
    near = range(1, min(_DATELINE, len(tree.tokens) - 1))
    dash = next((at for at in near if tree.words[at] in _DASHES and _stands_alone(tree, at)), None)
    if dash is None:
        return 0
    first = tree.tokens[0].text
    capitals = len(first) > 2 and first.isupper()
    capitals = capitals and any(token.text.islower() for token in tree.tokens[dash + 1 :])  # no headline
    named = all(tree.tokens[at].pos not in VERBS for at in range(dash))
    return dash + 1 if named and (capitals or tree.words[dash - 1] in _CLOSED) else 0


def _stands_alone(tree: Tree, at: int) -> bool:
    """Return whether a dash has white space on both sides, unlike a hyphen."""
    tokens = tree.tokens
    return tokens[at - 1].span.end < tokens[at].span.start and tokens[at].span.end < tokens[at + 1].span.start
