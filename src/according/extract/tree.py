"""The tree of a sentence as extractors walk it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from according.knowledge.speech_cues import SpeechCues
from according.model import Relation, Sentence, Span, Token

VERBS = ("VERB", "AUX")
_UNPARSED = frozenset[Relation](("root", "other", "punctuation", "name"))


class Tree:
    """A sentence's tokens with who depends on whom. All positions are indices of tokens."""

    def __init__(self, sentence: Sentence, cues: SpeechCues | None = None) -> None:
        """With the cues of its language, lemmas of cue verbs that an engine mistook are put right."""
        self.tokens: Sequence[Token] = sentence.tokens
        self.words = [token.text.casefold().replace("’", "'") for token in self.tokens]
        self.lemmas = [token.lemma.casefold() for token in self.tokens]
        self.relatives: frozenset[str] = frozenset()
        self.asides: frozenset[str] = frozenset()
        self.called: frozenset[str] = frozenset()
        if cues is not None:
            self.relatives = cues.relatives
            self.asides = cues.asides
            self.called = cues.called
            for index, token in enumerate(self.tokens):
                self.lemmas[index] = cues.lemma(self.lemmas[index], self.words[index], token.pos)
        self.relations: list[Relation] = [token.relation for token in self.tokens]
        self.below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self.below[token.head].append(index)
        self.parsed = not _UNPARSED.issuperset(self.relations)

    @cached_property
    def _reach(self) -> list[tuple[int, int]]:
        """The first and the last token under each token."""
        reach = [(index, index) for index in range(len(self.tokens))]
        for index in self._upwards():
            head = self.tokens[index].head
            if head != index:
                reach[head] = min(reach[head][0], reach[index][0]), max(reach[head][1], reach[index][1])
        return reach

    def _upwards(self) -> list[int]:
        """All tokens, each before its head."""
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:
            order.extend(self.below[index])
        return order[::-1]

    def first(self, index: int) -> int:
        """Return the first token under a token."""
        return self._reach[index][0]

    def last(self, index: int) -> int:
        """Return the last token under a token."""
        return self._reach[index][1]

    def under(self, index: int, above: int) -> bool:
        """Return whether a token hangs on another, through whatever."""
        for _ in range(len(self.tokens)):
            if index == above:
                return True
            head = self.tokens[index].head
            if head == index:
                return False
            index = head
        return False

    def child(self, index: int, *relations: Relation) -> int | None:
        """Return the first dependent of a token in one of some relations."""
        for each in self.below[index]:
            if self.relations[each] in relations:
                return each
        return None

    def children(self, index: int, *relations: Relation) -> Iterator[int]:
        """Yield the dependents of a token in some relations, in order."""
        return iter([each for each in self.below[index] if self.relations[each] in relations])

    def span(self, first: int, last: int) -> Span:
        """Return from where to where some tokens stand in the text."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)


class _Same:
    """A key that is another's only when both stand for the very same sentence and cues."""

    __slots__ = ("cues", "sentence")

    def __init__(self, sentence: Sentence, cues: SpeechCues) -> None:
        self.sentence, self.cues = sentence, cues

    def __hash__(self) -> int:
        return hash((id(self.sentence), id(self.cues)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.sentence is other.sentence and self.cues is other.cues


def tree_of(sentence: Sentence, cues: SpeechCues) -> Tree:
    """Return the tree of a sentence, which all extractors of an article share: nobody changes it."""
    return _tree_of(_Same(sentence, cues))


@lru_cache(maxsize=512)
def _tree_of(same: _Same) -> Tree:
    return Tree(same.sentence, same.cues)
