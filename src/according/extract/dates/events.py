"""Dates that are counted from an event: "two days after the attack", where the article tells the attack's day.

It tells it where a date stands beside the noun: "the attack on 27 September", "Friday's attack". When dates beside the
same noun differ there were several attacks, and the date stays open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from according.extract.dates.found import Said
from according.extract.dates.moments import Point
from according.extract.dates.relative import moved_by
from according.extract.dates.stated import Settled, left_open
from according.knowledge.dates import DateRules
from according.knowledge.fold import fold
from according.model import Sentence, Span, Token

_BEHIND = 6
"""Words behind "after" among which the noun is looked for: "the second round of heavy shelling" has it fourth."""
_BETWEEN = 2
"""Words that may lie between a noun and its date: "the attack [on the] 27th", "Friday['s deadly] attack"."""
_LINKS = ("ADP", "DET", "PART", "PUNCT")
_MODIFIERS = ("ADJ", "PART", "PROPN")
_JOINTS = (",", ".", ";", ":", "(", ")")


@dataclass(frozen=True, slots=True)
class Told:
    """A date of the article that is settled: where it stands and where it begins."""

    span: Span
    point: Point


class Events:
    """Knows the dates of an article and the nouns beside which they stand."""

    def __init__(self, sentences: Sequence[Sentence], told: Sequence[Told], rules: DateRules) -> None:
        """Take sentences and settled dates, both in order."""
        self._sentences, self._told, self._rules = sentences, told, rules
        self._starts = [sentence.span.start for sentence in sentences]
        self._dates = [each.span.start for each in told]
        self._points: dict[str, set[Point]] = {}
        self._own: dict[Span, Point] = {}
        for each in told:
            for noun in self._beside(each.span):
                self._points.setdefault(_name(noun), set()).add(each.point)
                self._own.setdefault(noun.span, each.point)

    def settle(self, said: Said) -> tuple[Span, Settled]:
        """Return what "two days after" means by the words behind it, with its span."""
        event, known = self._behind(said.span)
        if isinstance(event, Told):
            return said.span, self._count(said, event.point, str(event.point))
        if event is None:
            return said.span, left_open("it is not told what it is counted from")
        span, name = Span(said.span.start, event.span.end), f"“{event.text}”"
        own = self._own.get(event.span)
        points = {own} if own else self._points.get(_name(event), set()) if known else set()
        if len(points) == 1:
            (point,) = points
            return span, self._count(said, point, f"{name}, {point}")
        return span, left_open(f"{name} has several days" if points else f"the day of {name} is not told")

    def _count(self, said: Said, base: Point, name: str) -> Settled:
        direction = said.number("after", "before", "dayafter") or -1
        number = said.number("number", "one") or 1
        settled = moved_by(base, said.unit() or "day", number * direction, 0.65)
        return settled if settled.when is None else replace(settled, reason=f"counted from {name}")

    def _behind(self, span: Span) -> tuple[Token | Told | None, bool]:
        """Return the noun or the date that comes first behind a stretch, and whether it was named before ("the")."""
        named_before = True
        for token in self._tokens(span, _BEHIND):
            at = bisect_right(self._dates, token.span.start) - 1
            if (
                at >= 0
                and span.end <= self._told[at].span.start
                and self._told[at].span.end > token.span.start
            ):
                return self._told[at], True
            if token.text in _JOINTS or token.pos in ("VERB", "AUX"):
                break
            if token.pos == "NOUN":
                return token, named_before
            known = self._rules.words.get(fold(token.text).text, ())
            named_before &= all(each.kind != "one" for each in known)
        return None, False

    def _tokens(self, span: Span, most: int) -> Sequence[Token]:
        """Return the words behind a stretch, within its sentence."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return ()
        tokens = self._sentences[at].tokens
        first = bisect_left(tokens, span.end, key=lambda token: token.span.start)
        return tokens[first : first + most]

    def _beside(self, span: Span) -> Iterator[Token]:
        """Yield the nouns that a date belongs to."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return
        tokens = self._sentences[at].tokens
        first = bisect_left(tokens, span.start, key=lambda token: token.span.start)
        for noun in reversed(tokens[max(0, first - _BETWEEN - 1) : first]):
            if noun.pos == "NOUN":
                yield noun
            if noun.pos not in _LINKS or noun.text in _JOINTS:
                break
        behind = bisect_left(tokens, span.end, key=lambda token: token.span.start)
        for noun in tokens[behind : behind + _BETWEEN + 1]:
            if noun.pos == "NOUN":
                yield noun
                break
            if noun.pos not in _MODIFIERS:
                break


def _name(noun: Token) -> str:
    return fold(noun.lemma).text
