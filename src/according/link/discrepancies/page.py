"""An article that is compared: its sentences, who says what stands where, and the accounts made of its findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from according.knowledge.comparable import comparable
from according.knowledge.fold import Folded, fold, fold_name
from according.knowledge.nationalities import nationalities
from according.link.days import Days, days
from according.link.discrepancies.account import Account
from according.link.world import World
from according.model import Span, Statement
from according.views import Compared, Says

_RIGHT_BEFORE = 20
"""Characters before a word in which what denies it stands."""


@dataclass(frozen=True)
class Page:
    """An article with its findings, and what is known of the entities in it."""

    read: Compared
    world: World
    codes: Mapping[str, str]
    """Entities that are states, by the states' codes."""

    @cached_property
    def told(self) -> Days | None:
        """When it appeared."""
        return days(self.read.published)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.read.sentences]

    @cached_property
    def _named(self) -> list[int]:
        return [span.start for span, _ in self.read.named]

    @cached_property
    def entities(self) -> frozenset[str]:
        """The entities that it names."""
        return frozenset(who for _, who in self.read.named if who in self.world.kinds)

    def number(self, at: int) -> int:
        """Return the number of the sentence at a place, -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def sentence(self, at: int) -> tuple[Span, Folded]:
        """Return the sentence at a place and its folded text; an empty one where there is none."""
        number = self.number(at)
        if number < 0 or at >= self.read.sentences[number][0].end:
            return Span(at, at), fold("")
        if number not in self._folded:
            self._folded[number] = fold(self.read.sentences[number][1].replace("\n", " "))
        return self.read.sentences[number][0], self._folded[number]

    @cached_property
    def _folded(self) -> dict[int, Folded]:
        """Sentences that were asked for, by their numbers: many rules look at one."""
        return {}

    def first_named(self, span: Span) -> tuple[str, str] | None:
        """Return who is named first within a span that is no place, and how it is written there."""
        found = (each for each in self.spans(span) if self.world.kinds.get(each[1]) != "place")
        return next(((who, self.written(within)) for within, who in found), None)

    def spans(self, span: Span) -> list[tuple[Span, str]]:
        """Return where entities are named within a span, and who, in order."""
        first, last = bisect_left(self._named, span.start), bisect_left(self._named, span.end)
        return [each for each in self.read.named[first:last] if each[0].end <= span.end]

    def written(self, span: Span) -> str:
        """Return what stands in a span of one sentence."""
        sentence, text = self.read.sentences[self.number(span.start)]
        return text[span.start - sentence.start : span.end - sentence.start]

    def named(self, span: Span) -> list[str]:
        """Return who is named within a span, each once, in order."""
        return list(dict.fromkeys(who for _, who in self.spans(span)))

    @cached_property
    def _statements(self) -> list[Statement]:
        return sorted(self.read.statements, key=lambda each: each.content_span)

    def statement(self, at: int) -> Statement | None:
        """Return the shortest statement that a place lies in."""
        around = [
            each
            for each in self._by_sentence.get(self.number(at), ())
            if any(a <= at < b for a, b in each.content)
        ]
        return min(around, key=lambda each: each.content_span.end - each.content_span.start, default=None)

    @cached_property
    def _by_sentence(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for each in self._statements:
            for number in {self.number(at) for start, end in each.content for at in (start, end - 1)}:
                found.setdefault(number, []).append(each)
        return found

    def negates(self, cue: Span) -> bool:
        """Return whether a word that denies is itself denied, before the cue or in it: "did not deny"."""
        sentence, text = self.sentence(cue.start)
        at, stop = (text.position(each - sentence.start) for each in cue)
        denies = max((each.start for each in comparable().denies.find(text.text[at:stop])), default=0)
        first = max(0, at - _RIGHT_BEFORE)
        before = text.text[first : at + denies]
        # What stands first there may be the end of a word.
        return comparable().undoes.first(before.partition(" ")[2] if first else before) is not None

    def lifted(self, some: Iterable[str]) -> frozenset[str]:
        """Return the states that entities act for, themselves where they act for none."""
        return frozenset(self.world.states.get(each, each) for each in some)

    def states(self, words: str) -> frozenset[str]:
        """Return the states that words say somebody or something is of, entities where they are known as such."""
        return frozenset(self.codes.get(code, code) for code in nationalities(words))

    @cached_property
    def _called(self) -> dict[str, str]:
        """What speakers are called who are no entities, in most words: "the ministry of health", not "it"."""
        found: dict[str, str] = {}
        for each in self.read.statements:
            if each.speaker is not None and len(each.speaker_text or "") > len(found.get(each.speaker, "")):
                found[each.speaker] = each.speaker_text or ""
        return found

    def account(self, finding: str, span: Span, says: str, who: str | None, words: str | None) -> Account:
        """Return an account of this article: `who` says so, called by these words, or by fuller ones of the article."""
        if who is not None and who not in self.world.kinds:
            words = self._called.get(who, words)
        unnamed = fold_name(words) if words else ""
        key = who if who is not None else (f"{unnamed}@{self.read.origin}" if unnamed else None)
        return Account(
            Says(
                finding,
                self.read.article,
                span,
                " ".join(says.split()),
                who if who in self.world.kinds else None,
                " ".join(words.split()) if words else None,
            ),
            key,
            self.world.states.get(key, key) if key else None,
            self.read.article,
            span.start,
            self.number(span.start),
            self.read.origin,
            self.read.story,
            self.told,
            self.read.language,
        )
