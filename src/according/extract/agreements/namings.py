"""Phrases that name an agreement: "the Minsk agreements", "the Qatar-brokered truce of 9 May", "the deal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from according.extract.agreements.acts import Language
from according.extract.events.status import status
from according.extract.near import Near
from according.extract.statements.speakers import Actors, phrase_at, subject
from according.extract.tree import VERBS, Tree
from according.knowledge.fold import fold_name
from according.model import Actor, Date, InstrumentKind, Span

_WIDE = 25
"""Words from the noun to what still tells of it: who signed it, where, when."""
_NEAR = 8
"""Words behind the noun among which a date is its own, whatever the parser hangs it on."""
TELLING: tuple[InstrumentKind, ...] = get_args(InstrumentKind)
"""Kinds, of two that one phrase names the telling one first: a "ceasefire agreement" is a ceasefire."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names an agreement: its sentence, its tokens (`head`, `first`, `last`), and what it tells.

    `own` are the words of its proper name, `topic` other nouns that say which it is ("grain deal"). `open` is one that
    nobody has in mind yet ("a deal"), unless it is told to be `made`; `several` are more than one.
    """

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
    topic: frozenset[str]
    joint: bool
    open: bool
    made: bool
    several: bool
    plain: bool

    @property
    def telling(self) -> bool:
        """Whether it says which agreement it is."""
        settled = bool(self.date or self.own or self.mediators)
        return settled or (bool(self.place or self.parties or self.joint) and (self.made or not self.open))

    @property
    def is_one(self) -> bool:
        """Whether it is an agreement, not words that somebody says, a settlement of houses or trade in general."""
        numbered = any(word.isdigit() for word in self.own)
        if self.several and not (self.place or self.parties or self.mediators):
            return False
        return not self.plain or self.joint or numbered or (self.date is not None and len(self.parties) > 1)


class Seeker:
    """Finds the phrases that name agreements in the sentences of one article."""

    def __init__(self, text: str, language: Language, actors: Actors, dates: Near[Date]) -> None:
        """Take the running text, the words of its language, and what is known of the text."""
        self._text, self._words, self._sure = text, language.words, language.status
        self._cues, self._actors, self._dates = language.cues, actors, dates

    def find(self, number: int, tree: Tree) -> list[Naming]:
        """Return the phrases of the sentence of this number, in order."""
        nouns = dict(self._nouns(tree))
        if not nouns:
            return []
        sentence = tree.span(0, len(tree.tokens) - 1)
        near = self._dates.at(sentence)
        dates = [each for each in near if each.value is not None and sentence.contains(each.span)]
        found = []
        for head, (last, kind) in nouns.items():
            if any(each != head and _part_of(tree, head, each) for each in nouns):
                continue
            inside = [nouns[each][1] for each in nouns if each != head and _part_of(tree, each, head)]
            told = min((kind, *inside), key=TELLING.index)
            found.append(self._naming(number, tree, head, last, told, dates))
        return found

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

    def _naming(
        self, number: int, tree: Tree, head: int, last: int, kind: InstrumentKind, dates: Sequence[Date]
    ) -> Naming:
        first, last = self._phrase(tree, head, last, dates)
        span = tree.span(first, last)
        below = [
            at
            for at in range(max(0, head - _WIDE), min(len(tree.tokens), head + _WIDE))
            if first <= at <= last or (at > head and tree.under(at, head))
        ]
        verb = self._signing(tree, head)
        beside = (
            []
            if verb is None
            else [at for at in tree.below[verb] if not tree.first(at) <= head <= tree.last(at)]
        )
        mediators = self._mediators(tree, [*below, *beside]) or self._brokers(tree, verb)
        parties = self._parties(tree, head, below, mediators) or self._signing_parties(tree, verb)
        near = [*below, *_right_behind(tree, head)]
        own = self._own_name(tree, head, first, last, dates)
        return Naming(
            number, head, first, last, kind, span, self._text[span.start : span.end],
            _date(tree, [each for each in (*near, *beside) if not self._is_to_be_done(tree, each, head)], dates),
            self._place(tree, head, below, (*parties, *mediators)),
            parties, mediators, own, self._topic(tree, head, dates),
            any(
                at != head and {tree.lemmas[at], tree.words[at]} & self._words.joint for at in near
            ),
            any(tree.words[at] in self._words.open for at in tree.below[head]),
            verb is not None and status(tree, verb, self._sure, harm=False) in ("happened", "ongoing"),
            tree.words[head] != tree.lemmas[head] and tree.tokens[head].form in ("", "Plur"),
            tree.lemmas[head] in self._words.plain,
        )  # fmt: skip

    def _phrase(self, tree: Tree, head: int, last: int, dates: Sequence[Date]) -> tuple[int, int]:
        """Return the first and last token of the phrase around a noun, no verb before it."""
        phrase = phrase_at(tree, head)
        first = phrase.first
        for at in range(head - 1, first - 1, -1):
            token = tree.tokens[at]
            if token.pos in VERBS and not (token.head == head and token.relation == "modifier"):
                first = at + 1
                break
        end = head
        while end < phrase.last and tree.under(end + 1, head):
            end += 1
        while end > head and tree.tokens[end].pos in ("PUNCT", "ADP", "CCONJ", "DET"):
            end -= 1
        for at in _right_behind(tree, head):
            dated = any(each.span.overlap(tree.tokens[at].span) for each in dates)
            if dated or tree.lemmas[at] in self._words.joint or tree.words[at] in self._words.joint:
                end = max(
                    end, at
                )  # hung on something else: "violation de la déclaration tripartite du 9 mai"
        return first, max(end, last)

    def _topic(self, tree: Tree, head: int, dates: Sequence[Date]) -> frozenset[str]:
        """Return the nouns beside a noun that say what it is about."""
        known = self._words.joint | self._words.instruments.keys()
        return frozenset(
            tree.lemmas[at]
            for at in tree.children(head, "modifier", "genitive", "name")
            if tree.tokens[at].pos == "NOUN" and abs(at - head) <= 3 and tree.lemmas[at] not in known
            and not any(each.span.overlap(tree.tokens[at].span) for each in dates)
            and not self._acting(tree, at)
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
        """Return who signs: the subject of the verb, or of the one that it is joined to ("met and signed")."""
        return () if verb is None or self._is_brokering(tree, verb) else self._doing(tree, verb)

    def _brokers(self, tree: Tree, verb: int | None) -> tuple[str, ...]:
        """Return who brought it about for others: "Togo brokered a truce"."""
        return () if verb is None or not self._is_brokering(tree, verb) else self._doing(tree, verb)

    def _is_brokering(self, tree: Tree, verb: int) -> bool:
        return bool({tree.words[verb], tree.lemmas[verb]} & self._words.brokered)

    def _doing(self, tree: Tree, verb: int) -> tuple[str, ...]:
        tops = list(tree.children(verb, "subject", "agent"))
        if not tops and tree.child(verb, "passive subject") is None:
            shared = subject(tree, verb, self._cues, self._actors)
            tops = [] if shared is None else [shared]
        found: dict[str, None] = {}
        for top in tops:
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
            led = led or self._in_clause(tree, at, head)
            for actor in self._acting(tree, at):
                itself = actor.span.overlap(tree.tokens[head].span)
                if actor.chain not in without and not itself and actor.form != "pronoun" and not led:
                    found.setdefault(actor.chain)
        return tuple(found)

    def _in_clause(self, tree: Tree, at: int, head: int) -> bool:
        """Return whether a word stands in what is told of an agreement that is not who made it: "published by X"."""
        while at != head and tree.tokens[at].head != at:
            at = tree.tokens[at].head
            if at != head and tree.tokens[at].pos in VERBS:
                return tree.lemmas[at] not in self._words.signs
        return False

    def _is_to_be_done(self, tree: Tree, at: int, head: int) -> bool:
        """Return whether a word stands in what is told of another than the agreement: "under which X will leave by"."""
        while at != head and tree.tokens[at].head != at:
            at = tree.tokens[at].head
            own = tree.child(at, "subject") if tree.tokens[at].pos in VERBS else None
            if own is not None and tree.tokens[at].relation == "modifier":
                return tree.words[own] not in tree.relatives
        return False

    def _between(self, tree: Tree, at: int) -> bool:
        return any(tree.words[case] in self._words.between for case in tree.children(at, "case"))

    def _place(self, tree: Tree, head: int, below: Sequence[int], taken: Sequence[str]) -> str | None:
        for at in below:
            for actor in self._actors.at(tree.tokens[at].span):
                if actor.kind == "place" and actor.chain not in taken and at != head:
                    return actor.chain
        return None

    def _own_name(
        self, tree: Tree, head: int, first: int, last: int, dates: Sequence[Date]
    ) -> frozenset[str]:
        """Return the words of its own name, and its number: "the Minsk agreements", "Resolution 1701"."""
        found = set()
        for at in range(first, last + 1):
            token = tree.tokens[at]
            named = token.pos == "PROPN" and token.relation in ("name", "modifier", "genitive", "apposition")
            number = token.pos == "NUM" and token.text.isdigit() and at == head + 1
            inside = any(each.span.overlap(token.span) for each in dates)
            known = (
                any(not each.span.overlap(tree.tokens[head].span) for each in self._acting(tree, at))
                or tree.words[min(at + 2, last)] in self._words.brokered
            )
            if at != head and (named or number) and not inside and not known and token.text[:1].isalnum():
                found.add(fold_name(token.lemma))
        return frozenset(found)


def _part_of(tree: Tree, at: int, head: int) -> bool:
    """Return whether a noun only says what kind of agreement another is: "ceasefire deal", "accord de trêve"."""
    for _ in range(2):
        above = tree.tokens[at].head
        if above == at or tree.tokens[at].relation not in (
            "genitive",
            "modifier",
            "name",
            "oblique",
            "apposition",
        ):
            return False
        if above == head:
            return abs(at - head) <= 4
        at = above
    return False


def _right_behind(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words behind a noun up to a sign or a verb."""
    for at in range(head + 1, min(head + _NEAR, len(tree.tokens))):
        if tree.tokens[at].pos in ("PUNCT", "CCONJ", *VERBS):
            return
        yield at


def _date(tree: Tree, near: Sequence[int], dates: Sequence[Date]) -> str | None:
    spans = [tree.tokens[at].span for at in near]
    return next((each.value for each in dates if any(map(each.span.overlap, spans))), None)
