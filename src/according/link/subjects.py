"""Who is a subject where: what he and she, and descriptions that stand alone, are looked for among."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from according.link.group import Group
from according.model import Sentence, Token

REACH = 2
"""Sentences back in which it is looked who is meant."""
_NAMES = 64
"""Mentions in those sentences that are looked at, the last ones."""
_SUBJECTS = ("subject", "passive subject", "agent")
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its word, what it stands for if that is known, and whether its verb is the sentence's own."""

    index: int
    token: Token
    group: Group | None
    main: bool


class Subjects:
    """The subjects of each sentence of a text, and who else is mentioned there."""

    def __init__(self, sentences: Sequence[Sentence], groups: Iterable[Group]) -> None:
        self.sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._mentions: list[tuple[int, int, int, Group]] = []
        number = 0
        for group in groups:
            for member in group.members:
                if not member.credited:
                    span = member.candidate.span
                    self._mentions.append((span.start, span.end, number, group))
                    number += 1
        self._mentions.sort(key=itemgetter(0, 1, 2))
        self._begin = [start for start, _, _, _ in self._mentions]
        self._told: dict[int, Group] = {}
        self._seen: dict[int, list[tuple[int, bool]]] = {}

    def number(self, place: int) -> int:
        """Return the number of the sentence that a place is in."""
        return max(0, bisect_right(self._starts, place) - 1)

    def tell(self, token: Token, group: Group) -> None:
        """Say what a pronoun stands for: from then on it is a subject like others."""
        self._told[token.span.start] = group

    def of(self, token: Token) -> Group | None:
        """Return what a word stands for or is a word of: of mentions within one another the narrowest, people first."""
        if token.span.start in self._told:
            return self._told[token.span.start]
        last = bisect_left(self._begin, token.span.end)
        over = [
            mention
            for mention in self._mentions[max(0, last - 8) : last]
            if mention[0] <= token.span.start and mention[1] >= token.span.end
        ]
        found = min(
            over, key=lambda each: (each[3].kind != "person", each[1] - each[0], each[2]), default=None
        )
        return found[3] if found else None

    def within(self, number: int) -> list[Subject]:
        """Return the subjects of a sentence in order, pronouns that nobody knows and what is listed with them included.

        In a sentence that has none, whoever stands as the object of a verb without a subject: inverted ones are
        parsed so. Of very many the last ones.
        """
        if not 0 <= number < len(self.sentences):
            return []
        tokens = self.sentences[number].tokens
        if number not in self._seen:
            self._seen[number] = self._subjects(tokens)[-_NAMES:]
        return [
            Subject(index, tokens[index], self.of(tokens[index]), main) for index, main in self._seen[number]
        ]

    def _subjects(self, tokens: Sequence[Token]) -> list[tuple[int, bool]]:
        chosen: set[int] = set()
        for index, token in enumerate(tokens):
            listed = token.relation == "conjunct" and token.head in chosen and token.pos in _NOUNS
            # A name that opens a sentence and that the parser leaves aside.
            opens = index == 0 and token.pos == "PROPN" and token.relation == "other"
            if token.relation in _SUBJECTS or listed or opens:
                chosen.add(index)
        if not any(tokens[index].pos in _NOUNS for index in chosen):
            ruled = {tokens[index].head for index in chosen}
            for index, token in enumerate(tokens):
                if token.relation == "object" and token.head not in ruled and token.pos in _NOUNS:
                    group = self.of(token)
                    if group is not None and group.kind == "person":
                        chosen.add(index)
        return [(index, self.is_main(tokens, tokens[index])) for index in sorted(chosen)]

    @staticmethod
    def is_main(tokens: Sequence[Token], token: Token) -> bool:
        """Return whether a subject is that of its sentence's own verb."""
        if token.relation == "conjunct":
            token = tokens[token.head]
        verb = tokens[token.head]
        return tokens[verb.head] is verb

    def people(self, begin: int, end: int) -> list[Group]:
        """Return the people mentioned between two places, in order, the last ones of a crowd."""
        first, last = bisect_left(self._begin, begin), bisect_left(self._begin, end)
        some = [mention[3] for mention in self._mentions[first:last] if mention[3].kind == "person"]
        return list({id(group): group for group in some[-_NAMES:]}.values())

    def near(self, place: int) -> list[Group]:
        """Return the people mentioned in the sentence of `place`, before it, and in the `REACH` sentences before."""
        number = max(0, self.number(place) - REACH)
        return self.people(self._starts[number] if self._starts else 0, place)

    def around(self, place: int) -> list[Group]:
        """Return the people mentioned in the sentence of `place`, before it or after."""
        if not self.sentences:
            return self.people(0, self._begin[-1] + 1 if self._begin else 0)
        number = self.number(place)
        if number + 1 < len(self._starts):
            return self.people(self._starts[number], self._starts[number + 1])
        return self.people(self._starts[number], max(self._begin, default=0) + 1)
