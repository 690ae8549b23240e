"""Numbers in running text: digits, words, and both together, as languages write them.

Reads "24 000", "2,3 milliards", "quatre-vingt-dix-sept", "dizaines de milliers", "half a million", "one in three".
Which words are worth what is data (`knowledge/numbers/`); how they add up is the same for all languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from according.extract.figures.number_pieces import Row, stands_alone
from according.extract.figures.number_sums import Sum, Sums
from according.model import Span

Kind = Literal["number", "vague", "share", "multiple", "digits"]

_RATIO = re.compile(r" ?/ ?(\d{1,4})(?![\d/])")
_MOST_IN_ALL = 1000


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that stands in a text.

    `value` is None for what is vague ("hundreds": `low` 200) and for a number of digits. `share` holds a value
    between 0 and 1. `scale` is the magnitude it was said in (of "2.3 billion" 1e9). `one` is a one that may be an
    article or a pronoun; `about` says that the words mean no exact number; `glued` are the letters that are written
    onto its digits ("300mm").
    """

    span: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    kind: Kind = "number"
    scale: float = 1.0
    one: bool = False
    about: bool = False
    digits: bool = False
    glued: str = ""


def numerals(text: str, language: str | None) -> list[Numeral]:
    """Return the numbers in `text`, in order and without overlap. `language` is BCP 47, None when unknown.

    Digits are read in any language, in the way of `language` where two readings are possible (1.500). Rows of
    digits that are parts of words (F-35), of dates and of addresses (192.168.1.2) are no numbers.
    """
    return _Reader(Row(text, language)).read()


class _Reader:
    def __init__(self, row: Row) -> None:
        self._row = row
        self._sums = Sums(row)

    def read(self) -> list[Numeral]:
        found: list[Numeral] = []
        at = 0
        while at < len(self._row.pieces):
            made = self._numeral(at) if self._may_begin(at) else None
            if made is None:
                at += 1
                continue
            numeral, at = made
            found.append(replace(numeral, span=self._row.folded.span(*numeral.span)))
        return self._with_digit_words(found)

    def _may_begin(self, at: int) -> bool:
        """Whether a number can begin with a piece; most articles and joiners stand before other words."""
        roles = self._row.pieces[at].roles
        if roles is None or roles.counts:
            return True
        return roles.nth is not None or (roles.article and self._row.gap(at) is not None)

    def _numeral(self, at: int) -> tuple[Numeral, int] | None:
        piece = self._row.pieces[at]
        roles = piece.roles
        for read in (self._every, self._fraction, self._whole, self._unquantified):
            made = read(at)
            if made is not None:
                return self._finish(*made)
        if roles is not None and roles.multiple:
            span = Span(piece.start, piece.end)
            return Numeral(span, roles.multiple, kind="multiple"), at + 1
        return None

    def _every(self, at: int) -> tuple[Numeral, int] | None:
        """Read "every third" as the share that it is."""
        start, nth = self._row.pieces[at].start, self._row.roles(at).nth
        for word in self._row.words.every if nth else ():
            begin = start - len(word) - 1
            if (
                nth
                and self._row.plain.endswith(f"{word} ", 0, start)
                and stands_alone(self._row.plain, begin)
            ):
                return Numeral(Span(begin, self._row.pieces[at].end), 1 / nth, kind="share"), at + 1
        return None

    def _fraction(self, at: int) -> tuple[Numeral, int] | None:
        """Read "two thirds", "half", "half a million", "1/3"."""
        start, index, numerator = at, at, 1.0
        first = self._row.pieces[at]
        if first.roles is None and first.value is not None and not first.glued:
            ratio = _RATIO.match(self._row.plain, first.end)
            if ratio and (made := self._ratio(at, ratio)):
                return made
        if first.roles is not None and first.roles.own is not None and first.roles.own < 1:
            return self._of_magnitude(start, at, first.roles.own)
        quantified = False
        if self._row.roles(at).article and self._row.gap(at) is not None and self._row.roles(at + 1).fraction:
            index, quantified = at + 1, True
        elif not self._row.roles(at).fraction or self._row.roles(at).small is not None:
            number = self._sums.read(at)
            if number is None or self._row.gap(number[1] - 1) is None:
                return None
            numerator, index, quantified = number[0].value, number[1], True
            if number[0].scale > 1 or numerator > 99:
                return None
        roles = self._row.roles(index)
        if not roles.fraction:
            return None
        if not quantified and not roles.singular:
            made = self._of_magnitude(start, index, numerator / roles.fraction)
            return made if made[0].kind == "number" else None
        if roles.ordinal or (
            quantified and numerator == 1 and not roles.singular and self._is_ordinal(index)
        ):
            linked = self._row.after(index)
            is_link = (known := self._row.words.words.get(linked)) is not None and known.link
            if linked and not is_link and linked not in self._row.words.fraction_links:
                return None
        return self._of_magnitude(start, index, numerator / roles.fraction)

    def _is_ordinal(self, index: int) -> bool:
        """Whether a denominator in the singular is an ordinal as well: a third man."""
        return (self._row.roles(index).fraction or 0) >= 3

    def _ratio(self, at: int, ratio: re.Match[str]) -> tuple[Numeral, int] | None:
        piece = self._row.pieces[at]
        below = float(ratio.group(1))
        after = next(
            (n for n in range(at + 1, len(self._row.pieces)) if self._row.pieces[n].start >= ratio.end()),
            None,
        )
        if not below or piece.value is None or abs(piece.value) >= below * 2 or piece.value % 1:
            return None
        if piece.start and self._row.plain[piece.start - 1] in "/.":
            return None
        index = len(self._row.pieces) if after is None else after
        return Numeral(Span(piece.start, ratio.end()), piece.value / below, kind="share", digits=True), index

    def _of_magnitude(self, start: int, index: int, share: float) -> tuple[Numeral, int]:
        """Return a share, or that share of the million or dozen that is named after it."""
        begin, last = self._row.pieces[start].start, self._row.pieces[index]
        end, after = last.end, index + 1
        probe = after
        while probe < len(self._row.pieces) and (
            self._row.roles(probe).article or self._row.roles(probe).link
        ):
            if self._row.gap(probe - 1) is None:
                break
            probe += 1
        target = self._row.roles(probe)
        factor = target.magnitude or target.group
        if factor and self._row.gap(probe - 1) is not None and not target.small:
            span = Span(begin, self._row.pieces[probe].end)
            return Numeral(span, share * factor, scale=float(factor)), probe + 1
        return Numeral(Span(begin, end), share, kind="share"), after

    def _whole(self, at: int) -> tuple[Numeral, int] | None:
        """Read a whole number with what multiplies it, and "and a half" after it."""
        number = self._sums.read(at)
        if number is None:
            return None
        read, after = number
        begin, end = self._row.pieces[at].start, self._row.pieces[after - 1].end
        last = self._row.pieces[after - 1]
        made = Numeral(
            Span(begin, end), read.value, scale=read.scale, one=read.one and read.value == 1,
            digits=read.digits, glued=last.glued,
        )  # fmt: skip
        if last.glued:
            return made, after
        return self._grouped(made, after) or self._and_part(made, read, after)

    def _grouped(self, made: Numeral, after: int) -> tuple[Numeral, int] | None:
        """Return "two dozen", "une centaine", "une dizaine de milliers" after their number was read."""
        if after >= len(self._row.pieces) or self._row.gap(after - 1) is None or made.value is None:
            return None
        roles = self._row.roles(after)
        factor = roles.group or (roles.vague if not roles.magnitude else None)
        if not factor:
            return None
        loose = made.one and roles.group is not None
        end, value, after = self._row.pieces[after].end, made.value * factor, after + 1
        more = self._more(after)
        if more is not None:
            end, value, after = self._row.pieces[more[1]].end, value * more[0], more[1] + 1
        return replace(
            made, span=Span(made.span.start, end), value=value, one=False, about=loose, scale=1.0
        ), after

    def _more(self, after: int) -> tuple[float, int] | None:
        """Return what multiplies a group or vague number, and its piece: the thousands of "dizaines de milliers"."""
        probe = after
        if self._row.roles(probe).link and self._row.gap(probe - 1) is not None:
            probe += 1
        factor = self._row.roles(probe).vague or self._row.roles(probe).magnitude
        return (factor, probe) if factor and self._row.gap(probe - 1) is not None else None

    def _and_part(self, made: Numeral, read: Sum, after: int) -> tuple[Numeral, int]:
        """Add the fraction that is said after a number: and a half, et trois quarts, 2 1/2."""
        unit = read.scale if read.part is None else 1.0
        end = made.span.end
        for phrase, part in self._row.words.and_half:
            if (
                self._row.plain.startswith(phrase, end + 1)
                and self._row.plain[end] == " "
                and made.value is not None
            ):
                stop = end + 1 + len(phrase)
                if not self._row.plain[stop : stop + 1].isalpha():
                    while after < len(self._row.pieces) and self._row.pieces[after].start < stop:
                        after += 1
                    whole = replace(
                        made, span=Span(made.span.start, stop), value=made.value + part * unit, one=False
                    )
                    return self._times(whole, after)
        probe = after
        if self._row.gap(after - 1) is not None and (
            self._row.roles(probe).joiner or self._row.roles(probe).tens_joiner
        ):
            probe += 1
        if (
            probe >= len(self._row.pieces)
            or self._row.gap(probe - 1) is None
            or self._row.gap(after - 1) is None
        ):
            return made, after
        if (read.digits and probe == after) or probe > after:
            part_made = self._fraction(probe)
            if part_made and part_made[0].kind == "share" and part_made[0].value and made.value is not None:
                value = made.value + part_made[0].value * unit
                span = Span(made.span.start, part_made[0].span.end)
                return replace(made, span=span, value=value, one=False), part_made[1]
        return made, after

    def _times(self, made: Numeral, after: int) -> tuple[Numeral, int]:
        """Multiply by a magnitude that follows (two and a half million)."""
        roles = self._row.roles(after)
        factor = roles.magnitude or roles.vague
        near = (
            after < len(self._row.pieces)
            and self._row.plain[made.span.end : self._row.pieces[after].start] == " "
        )
        if factor and near and made.value is not None and made.scale == 1:
            span = Span(made.span.start, self._row.pieces[after].end)
            return replace(made, span=span, value=made.value * factor, scale=float(factor)), after + 1
        return made, after

    def _unquantified(self, at: int) -> tuple[Numeral, int] | None:
        """Read "hundreds", "dizaines de milliers", "several hundred", "a dozen"."""
        roles = self._row.roles(at)
        start = self._row.pieces[at].start
        few = (
            next((few for few in self._row.words.few if self._row.plain.endswith(few + " ", 0, start)), None)
            if start
            else None
        )
        if few is not None and start - len(few) > 1 and self._row.plain[start - len(few) - 2].isalpha():
            few = None
        unit = roles.vague or (
            roles.magnitude or roles.group or (100.0 if roles.hundred else None) if few else None
        )
        if not unit and roles.article and self._row.gap(at) is not None:
            group = self._row.roles(at + 1).group
            if group:
                made = Numeral(Span(start, self._row.pieces[at].end), 1.0, one=True)
                return self._grouped(made, at + 1)
        if not unit:
            if roles.group:
                return Numeral(Span(start, self._row.pieces[at].end), float(roles.group), about=True), at + 1
            return None
        more = self._more(at + 1)
        unit, index = (unit * more[0], more[1]) if more is not None else (unit, at)
        begin = start - len(few) - 1 if few and few not in self._row.words.few_apart else start
        span = Span(begin, self._row.pieces[index].end)
        return Numeral(span, None, low=2.0 * unit, kind="vague", about=True, scale=float(unit)), index + 1

    def _finish(self, numeral: Numeral, after: int) -> tuple[Numeral, int]:
        """Read "one in three" and a minus in words."""
        if numeral.kind == "number" and numeral.value and self._row.gap(after - 1) == " ":
            numeral, after = self._in_all(numeral, after) or (numeral, after)
        start = numeral.span.start
        for word in self._row.words.minus if numeral.value else ():
            if self._row.plain.endswith(word + " ", 0, start) and stands_alone(
                self._row.plain, start - len(word) - 1
            ):
                span = Span(start - len(word) - 1, numeral.span.end)
                # A lone "moins" compares; before a number and without "de" it is the sign.
                return replace(numeral, span=span, value=-(numeral.value or 0.0), one=False), after
        return numeral, after

    def _in_all(self, numeral: Numeral, after: int) -> tuple[Numeral, int] | None:
        if not self._row.roles(after).in_all and not self._row.roles(after).over:
            return None
        probe = after + 1
        while probe < len(self._row.pieces) and (
            self._row.roles(probe).link or self._row.roles(probe).in_all
        ):
            probe += 1
        begin = self._row.pieces[after].end
        if probe >= len(self._row.pieces) or self._row.pieces[probe].start - begin > 10:
            return None
        joined = self._row.plain[self._row.pieces[after].start : self._row.pieces[probe].start].strip()
        over = (
            self._row.roles(after).over and joined == self._row.plain[self._row.pieces[after].start : begin]
        )
        if not over and joined not in self._row.words.in_all:
            return None
        number = self._sums.read(probe)
        if number is None or not numeral.value or not numeral.value < number[0].value <= _MOST_IN_ALL:
            return None
        span = Span(numeral.span.start, self._row.pieces[number[1] - 1].end)
        share = numeral.value / number[0].value
        return Numeral(span, share, kind="share", digits=numeral.digits), number[1]

    def _with_digit_words(self, found: list[Numeral]) -> list[Numeral]:
        """Put in the numbers that are named by how many digits they have."""
        named: dict[int, Numeral] = {}
        for phrase, count in self._row.words.digits:
            start = self._row.plain.find(phrase)
            while start >= 0:
                end = start + len(phrase)
                alone = stands_alone(self._row.plain, start) and not self._row.plain[end : end + 1].isalpha()
                if alone and start not in named:
                    span = self._row.folded.span(start, end)
                    named[start] = Numeral(span, None, 10.0 ** (count - 1), 10.0**count - 1, "digits")
                start = self._row.plain.find(phrase, end)
        if not named:
            return found
        every = sorted([*named.values(), *found], key=lambda numeral: (numeral.span.start, -numeral.span.end))
        kept: list[Numeral] = []
        for numeral in every:
            if kept and kept[-1].span.overlap(numeral.span):
                if kept[-1].kind == "digits":
                    continue
                kept.pop()
            kept.append(numeral)
        return kept
