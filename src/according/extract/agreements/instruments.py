"""Agreements that an article names: its treaties, ceasefires, joint statements, and what "the deal" means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.extract.statements.speakers import Actors, phrase_at
from according.extract.tree import VERBS, Tree
from according.knowledge.agreement_words import AgreementWords
from according.knowledge.fold import fold_name
from according.model import Actor, Date, Instrument, InstrumentKind, Span

_WIDE = 25
"""Words from the noun to what still tells of it: who signed it, where, when."""
_TOPS: tuple[InstrumentKind, ...] = (
    "ceasefire",
    "resolution",
    "treaty",
    "protocol",
    "memorandum",
    "statement",
    "accord",
)
"""Kinds, of two that one phrase names the telling one first: a "ceasefire agreement" is a ceasefire."""
_LOOSE = frozenset(("ceasefire", "accord", "statement"))
"""Kinds that are names for the same thing."""


@dataclass(slots=True)
class Naming:
    """A phrase that names an agreement: the tokens of its head and what it tells."""

    sentence: int
    head: int
    first: int
    last: int
    kind: InstrumentKind
    span: Span
    text: str
    date: str | None
    place: str | None
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    own: frozenset[str]
    joint: bool
    open: bool
    plain: bool

    @property
    def telling(self) -> bool:
        """Whether it says which agreement it is."""
        return bool(self.date or self.place or self.parties or self.mediators or self.own or self.joint)

    @property
    def is_one(self) -> bool:
        """Whether it is an agreement, not words that somebody says or a settlement of houses."""
        numbered = any(word.isdigit() for word in self.own)
        return not self.plain or self.joint or numbered or (self.date is not None and len(self.parties) > 1)


class Namings:
    """The phrases that name agreements in an article, and which of them mean one."""

    def __init__(
        self, text: str, article: str, words: AgreementWords, actors: Actors, dates: Sequence[Date]
    ) -> None:
        self._text, self._article = text, article
        self._words, self._actors, self._dates = words, actors, dates
        self._found: list[Naming] = []

    def read(self, number: int, tree: Tree) -> None:
        """Add the phrases of the sentence of this number."""
        self._found += self._in(number, tree)

    def at(self, number: int) -> dict[int, Naming]:
        """Return the phrases of a sentence by the token of their head."""
        return {each.head: each for each in self._found if each.sentence == number}

    def _in(self, number: int, tree: Tree) -> Iterator[Naming]:
        nouns = dict(self._nouns(tree))
        for head, (last, kind) in nouns.items():
            above = tree.tokens[head].head
            joined = tree.tokens[head].relation in ("genitive", "modifier", "name", "apposition", "oblique")
            if joined and above != head and self._part_of(tree, head, nouns):
                continue
            inside = [
                nouns[each][1] for each in nouns if each != head and self._part_of_head(tree, each, head)
            ]
            yield self._naming(number, tree, head, last, min((kind, *inside), key=_TOPS.index))

    def _nouns(self, tree: Tree) -> Iterator[tuple[int, tuple[int, InstrumentKind]]]:
        for at, token in enumerate(tree.tokens):
            if token.pos not in ("NOUN", "PROPN", "X"):
                continue
            for rest, kind in self._words.instruments.get(tree.lemmas[at], ()):
                row = range(at + 1, at + 1 + len(rest))
                if row.stop <= len(tree.tokens) and all(
                    part in (tree.words[each], tree.lemmas[each])
                    for part, each in zip(rest, row, strict=True)
                ):
                    yield at, (row.stop - 1, kind)
                    break

    def _part_of(self, tree: Tree, at: int, nouns: dict[int, tuple[int, InstrumentKind]]) -> bool:
        return any(head != at and self._part_of_head(tree, at, head) for head in nouns)

    def _part_of_head(self, tree: Tree, at: int, head: int) -> bool:
        """Return whether a noun only says what kind of agreement another is: "ceasefire deal", "accord de trêve"."""
        for _ in range(2):
            above = tree.tokens[at].head
            if above == at or tree.tokens[at].relation not in ("genitive", "modifier", "name", "oblique"):
                return False
            if above == head:
                return abs(at - head) <= 4
            at = above
        return False

    def _naming(self, number: int, tree: Tree, head: int, last: int, kind: InstrumentKind) -> Naming:
        phrase = phrase_at(tree, head)
        first, last = phrase.first, max(phrase.last, last)
        span = tree.span(first, last)
        below = [
            at
            for at in range(max(0, head - _WIDE), min(len(tree.tokens), head + _WIDE))
            if first <= at <= last or (at > head and tree.under(at, head))
        ]
        verb = self._signing(tree, head)
        beside = (
            [] if verb is None else [at for at in range(len(tree.tokens)) if tree.tokens[at].head == verb]
        )
        mediators = self._mediators(tree, [*below, *beside])
        parties = self._parties(tree, head, below, mediators) or self._signing_parties(tree, verb)
        return Naming(
            number, head, first, last, kind, span, self._text[span.start : span.end],
            self._date(tree, [*below, *beside]),
            self._place(tree, head, below, parties, mediators),
            parties, mediators, self._own_name(tree, head, first, last),
            any(tree.lemmas[at] in self._words.joint or tree.words[at] in self._words.joint for at in below),
            any(tree.words[at] in self._words.open for at in tree.below[head]),
            tree.lemmas[head] in self._words.plain,
        )  # fmt: skip

    def _signing(self, tree: Tree, head: int) -> int | None:
        """Return the verb by which an agreement comes about, when it is its object."""
        verb = tree.tokens[head].head
        under = tree.tokens[head].relation in ("object", "passive subject", "oblique")
        return (
            verb
            if under and tree.tokens[verb].pos in VERBS and tree.lemmas[verb] in self._words.signs
            else None
        )

    def _signing_parties(self, tree: Tree, verb: int | None) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for top in () if verb is None else tree.children(verb, "subject", "agent"):
            for at in range(tree.first(top), tree.last(top) + 1):
                found.update((actor.chain, None) for actor in self._acting(tree, at))
        return tuple(found)

    def _acting(self, tree: Tree, at: int) -> list[Actor]:
        kinds = ("state", "organization")
        return [actor for actor in self._actors.at(tree.tokens[at].span) if actor.kind in kinds][:1]

    def _mediators(self, tree: Tree, below: Sequence[int]) -> tuple[str, ...]:
        """Return who mediated: "Qatar-brokered", "brokered by Qatar", "under the auspices of the UN"."""
        found: dict[str, None] = {}
        for at in below:
            if tree.lemmas[at] in self._words.brokered or tree.words[at] in self._words.brokered:
                near = [
                    *tree.below[at],
                    *(each for agent in tree.children(at, "agent") for each in tree.below[agent]),
                ]
                if at >= 2 and tree.words[at - 1] == "-":
                    near.append(at - 2)
                for each in sorted(near):
                    found.update((actor.chain, None) for actor in self._acting(tree, each))
        for size in range(1, 5):
            for at in below:
                if " ".join(tree.words[at : at + size]) in self._words.auspices:
                    near = list(range(at + size, min(at + size + 4, len(tree.tokens))))
                    actors = [actor for each in near for actor in self._acting(tree, each)]
                    found.update((actor.chain, None) for actor in actors[:1])
        return tuple(found)

    def _parties(
        self, tree: Tree, head: int, below: Sequence[int], without: Sequence[str]
    ) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for at in below:
            if at == head:
                continue
            led = tree.tokens[at].relation == "oblique" and not self._between(tree, at)
            for actor in self._acting(tree, at):
                if actor.chain not in without and actor.form != "pronoun" and not led:
                    found.setdefault(actor.chain)
        return tuple(found)

    def _between(self, tree: Tree, at: int) -> bool:
        return any(tree.words[case] in self._words.between for case in tree.children(at, "case"))

    def _date(self, tree: Tree, below: Sequence[int]) -> str | None:
        spans = [tree.tokens[at].span for at in below]
        dates = (
            each for each in self._dates if each.value is not None and any(map(each.span.overlap, spans))
        )
        return next((each.value for each in dates), None)

    def _place(
        self, tree: Tree, head: int, below: Sequence[int], parties: Sequence[str], others: Sequence[str]
    ) -> str | None:
        for at in below:
            for actor in self._actors.at(tree.tokens[at].span):
                if actor.kind == "place" and actor.chain not in (*parties, *others) and at != head:
                    return actor.chain
        return None

    def _own_name(self, tree: Tree, head: int, first: int, last: int) -> frozenset[str]:
        """Return the words of its own name, and its number: "the Minsk agreements", "Resolution 1701"."""
        found = set()
        for at in range(first, last + 1):
            token = tree.tokens[at]
            named = token.pos == "PROPN" and token.relation in ("name", "modifier", "genitive", "apposition")
            number = token.pos == "NUM" and token.text.isdigit() and at == head + 1
            inside = any(each.span.overlap(token.span) for each in self._dates)
            known = bool(self._acting(tree, at))
            if at != head and (named or number) and not inside and not known and token.text[:1].isalnum():
                found.add(fold_name(token.lemma))
        return frozenset(found)

    def grouped(
        self, used: set[tuple[int, int]]
    ) -> tuple[tuple[Instrument, ...], dict[tuple[int, int], str]]:
        """Return the agreements, and which one each phrase (sentence and head) means.

        `used` are phrases under which something is promised: they count even where nothing tells which they are.
        """
        groups: list[list[Naming]] = []
        for each in self._found:
            if not each.is_one:
                continue
            group = _own_group(each, groups)
            if group is not None:
                group.append(each)
            elif each.telling or not each.open:
                groups.append([each])
        kept = [
            group
            for group in groups
            if any(each.telling or (each.sentence, each.head) in used for each in group)
        ]
        made = [(_instrument(self._article, group), group) for group in kept]
        return tuple(one for one, _ in made), {
            (each.sentence, each.head): one.id for one, group in made for each in group
        }


def _own_group(naming: Naming, groups: Sequence[list[Naming]]) -> list[Naming] | None:
    """Return the latest agreement that a phrase may mean."""
    return next((group for group in reversed(groups) if _same(naming, group)), None)


def _same(naming: Naming, group: Sequence[Naming]) -> bool:
    """Return whether a phrase means the agreement of others: nothing in it differs; a bare one means the last."""
    kinds = {each.kind for each in group}
    loose = naming.kind in _LOOSE and bool(kinds & _LOOSE)
    bare = naming.kind == "accord" and not naming.telling and "resolution" not in kinds
    if naming.kind not in kinds and not loose and not bare:
        return False
    dates = {each.date for each in group if each.date is not None}
    names = frozenset[str]().union(*(each.own for each in group))
    places = {each.place for each in group if each.place is not None}
    if naming.open or (naming.date is not None and dates and naming.date not in dates):
        return False
    if naming.own and names and not naming.own & names:
        return False
    if naming.place is not None and places and naming.place not in places:
        return False
    parties = {party for each in group for party in each.parties}
    if naming.parties and parties and not parties & set(naming.parties):
        return False
    if not naming.telling or (naming.date is not None and naming.date in dates) or naming.own & names:
        return True
    if naming.place is not None and naming.place in places:
        return True
    return naming.kind in kinds and not (naming.date or naming.own or naming.place)


def _instrument(article: str, group: Sequence[Naming]) -> Instrument:
    def told(values: Sequence[Sequence[str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for each in values for value in each))

    fullest = max(group, key=lambda each: (each.telling, len(each.own) + len(each.parties) + bool(each.date)))
    return Instrument(
        article=article,
        kind=min((each.kind for each in group), key=_TOPS.index),
        name=fullest.text,
        mentions=tuple(each.span for each in group),
        texts=tuple(each.text for each in group),
        date=next((each.date for each in group if each.date is not None), None),
        place=next((each.place for each in group if each.place is not None), None),
        parties=told([each.parties for each in group]),
        mediators=told([each.mediators for each in group]),
        named=any(each.telling for each in group),
    )
