"""Dates as words say them: stretches of text that have the shape of a date, not yet asked which day they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from according.knowledge.calendar import find_dates
from according.knowledge.dates import TOKEN, DateRules, DateWord, Shape, Value
from according.knowledge.fold import fold
from according.model import Span

_CURRENCY = frozenset("$€£₽₺֏₼%°№#&")
_GLUE = ("-", ".", "/", ":")
_ROUND = 50
"""Four digits that this divides are as likely a count ("2000 homes") as a year."""
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_CLOCK = re.compile(r"t\d\d:\d\d")
_FIGURES = ("years", "bare", "iso", "numeric", "monthyear")
"""Shapes of nothing but figures."""
_ENDS = ("date", "bare", "year", "season", "today", "numeric", "quarter", "decade")
_OF_DAY = ("today", "iso", "numeric", "eve", "ordinal")
"""Shapes that mean a day, whatever their words."""
_OPENERS = ("from", "between", "of")
_OF_UNIT = ("quarter", "century", "year", "weekend")
"""Shapes that only hold with the unit that they are named after."""
_DAYS, _SUFFIXES = ("day", "ord"), ("th", "er")
_FEASTS = ("feast", "easter", "pascha")
"""Classes of names of feasts, which have a capital somewhere."""
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it is written. `shape` names how, `words` hold what stands there by class.

    `joined` are the two ends of a stretch of time that is written as two dates.
    """

    span: Span
    shape: str
    words: Mapping[str, Value]
    joined: tuple[Said, Said] | None = None

    def number(self, *kinds: str) -> int | None:
        """Return the first number that stands there under one of the classes."""
        values = (self.words.get(f"{kind}{again}") for kind in kinds for again in ("", "2", "3", "4", "5"))
        return next((value for value in values if isinstance(value, int)), None)

    def unit(self) -> str | None:
        """Return the first unit that stands there: units are what has words for values."""
        return next((value for value in self.words.values() if isinstance(value, str)), None)

    @property
    def of_day(self) -> bool:
        """Whether the words mean a day, known or not."""
        return self.shape in _OF_DAY or (self.shape == "date" and self.has("day", "weekday", "wday"))

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the classes stands there."""
        return any(kind in self.words for kind in kinds)


class _Token(NamedTuple):
    """A token of folded text with what it means among dates."""

    start: int
    end: int
    text: str
    kind: str
    value: Value


_Match = tuple[Said, int, int]
"""A date with the numbers of its first and last token."""


def said(text: str, paragraph: Span, language: str | None, rules: DateRules | None) -> list[Said]:
    """Return the dates that stand in a paragraph, in order and without overlap; spans are in `text`.

    Languages without rules of their own have the dates that mastheads have.
    """
    written = text[paragraph.start : paragraph.end]
    if rules is None:
        return list(_complete(written, paragraph.start, language))
    folded = fold(written)
    raw = [(found.start(), found.end(), found.group()) for found in TOKEN.finditer(folded.text)]
    if not any(text in rules.core or text[0].isdigit() for _, _, text in raw):
        return []
    tokens = list(_tokens(raw, folded.text, written, folded.offsets, rules))
    letters = "".join([rules.letter(token.kind) for token in tokens])
    placed = []
    for found, first, last in _joined(list(_matches(tokens, letters, folded.text, rules)), tokens):
        start, end = folded.span(tokens[first].start, tokens[last].end)
        placed.append(replace(found, span=Span(paragraph.start + start, paragraph.start + end)))
    return placed


def _complete(written: str, start: int, language: str | None) -> Iterator[Said]:
    for found in find_dates(written, language):
        span = Span(start + found.span.start, start + found.span.end)
        words: dict[str, Value] = {
            kind: value
            for kind, value in (
                ("year", found.year),
                ("month", found.month),
                ("day", found.day),
                ("weekday", found.weekday),
            )
            if value is not None
        }
        if not found.ambiguous:
            yield Said(span, "date", words)
        elif found.year is not None:
            yield Said(span, "bare", {"year": found.year})


def _tokens(
    raw: Sequence[tuple[int, int, str]],
    folded: str,
    written: str,
    offsets: tuple[int, ...] | None,
    rules: DateRules,
) -> Iterator[_Token]:
    at = 0
    while at < len(raw):
        start, end, text = raw[at]
        word = _word(raw, at, rules) if text in rules.words else None
        if word and rules.capitals and (word.kind == "wday" or text in rules.doubtful):
            initial = written[start if offsets is None else offsets[start]]
            word = None if initial.islower() else word
        if word and word.kind in _FEASTS:
            begin = start if offsets is None else offsets[start]
            word = (
                None
                if written[begin : begin + len(text) + 1 + sum(map(len, word.tokens))].islower()
                else word
            )
        if word:
            last = at + len(word.tokens) - 1
            yield _Token(start, raw[last][1], text, word.kind, word.value)
            at = last
        elif text[0].isdigit():
            yield _number(folded, start, end, text)
        else:
            yield _Token(
                start, end, text, "" if text[0].isalpha() else text, None
            )  # signs are their own classes
        at += 1


def _word(raw: Sequence[tuple[int, int, str]], at: int, rules: DateRules) -> DateWord | None:
    for word in rules.words[raw[at][2]]:
        if (
            len(word.tokens) == 1
            or tuple(text for _, _, text in raw[at : at + len(word.tokens)]) == word.tokens
        ):
            return word
    return None


def _number(folded: str, start: int, end: int, text: str) -> _Token:
    """Return a token for digits; parts of longer numbers ("20,000", "3.5 %") are nothing."""
    thousands = _THOUSANDS.match(folded, end) or (len(text) == 3 and folded[start - 1 : start] in (",", "."))
    if len(text) > 4 or thousands or not text.isascii():
        return _Token(start, end, text, "", None)
    value = int(text)
    kind = "digits"
    if len(text) <= 2:
        kind = "day" if 1 <= value <= 31 else "num"
    elif len(text) == 4 and 1000 <= value < 2200:
        kind = "year"
    return _Token(start, end, text, kind, value)


def _matches(tokens: Sequence[_Token], letters: str, folded: str, rules: DateRules) -> Iterator[_Match]:
    at = 0
    while at < len(letters):
        fitting = _fitting(letters, at, rules) if letters[at] in rules.shapes else []
        if fitting and _in_name(tokens, at, rules):
            at = fitting[0][1].end()
            continue
        best = next((each for each in fitting if _holds(each[0].name, each[1], tokens, folded, rules)), None)
        if best is None:
            at += 1
            continue
        shape, found = best
        words = {name: tokens[found.start(name)].value for name, group in found.groupdict().items() if group}
        last = found.end() - 1
        if shape.name == "pair":
            yield from _pair(found, words, last)
        else:
            yield Said(_NOWHERE, shape.name, words), found.start(), last
        at = last + 1


def _fitting(letters: str, at: int, rules: DateRules) -> list[tuple[Shape, re.Match[str]]]:
    """Return the shapes that fit at a token, the longest first; equals in their order in the file."""
    if rules.openers[letters[at]].match(letters, at) is None:
        return []
    shapes = rules.shapes[letters[at]]
    matches = [(shape, found) for shape in shapes if (found := shape.pattern.match(letters, at))]
    return sorted(matches, key=lambda match: -match[1].end())


def _pair(found: re.Match[str], words: dict[str, Value], last: int) -> Iterator[_Match]:
    """Yield the dates of "December 8 and 10, 2020", the first with the words before it, the last with those after."""
    days = sorted((found.start(name), name) for name in words if name.rstrip("2345") in _DAYS)
    common = {name: value for name, value in words.items() if name.rstrip("2345") not in _DAYS}
    suffixes = {found.start(name) for name in words if name.rstrip("2345") in _SUFFIXES}
    for number, (at, name) in enumerate(days):
        first = found.start() if number == 0 else at
        end = last if number == len(days) - 1 else at + (at + 1 in suffixes)
        yield Said(_NOWHERE, "date", common | {"day": words[name]}), first, end


def _holds(name: str, found: re.Match[str], tokens: Sequence[_Token], folded: str, rules: DateRules) -> bool:
    """Whether what has the shape of a date can be one where it stands."""
    first, last = tokens[found.start()], tokens[found.end() - 1]
    if first.text[0].isdigit() and _stuck_before(first, tokens, found.start(), folded):
        return False
    if _stuck_after(name, last, folded):
        return False
    words = {kind.rstrip("2345") for kind, group in found.groupdict().items() if group}
    if name in _OF_UNIT and "unit" in words and tokens[found.start("unit")].value != name:
        return False
    previous = tokens[found.start() - 1] if found.start() else None
    following = tokens[found.end()] if found.end() < len(tokens) else None
    of_event = following is not None and following.text[0].isalnum()
    if name == "event":
        return of_event
    if last.kind in ("before", "after") and of_event:
        return False  # "two months after the war"
    if name == "bare":
        return _is_year(last, previous, following, folded, rules, found.end() - found.start())
    if name == "season" and words <= {"season", "the", "phase"}:
        named = following is not None and following.kind == "of"  # "the fall of the city"
        verb = previous is not None and previous.kind == "to"  # "to fall"
        return not named and not verb and ("the" in words or _leads(previous, rules))
    if name == "feast" and not words & {"year", "last", "next"}:
        # "Christmas tree" is none; what is called by several words is one: "New Year's Day".
        free = following is None or following.kind or following.text in rules.leads
        several = last.end - last.start > len(last.text)
        return (bool(free) or several or not rules.compounds) and _leads(previous, rules)
    if (
        name == "ago"
        and "in" in words
        and "ago" not in words
        and following is not None
        and following.kind == "ago"
    ):
        return False  # "Kim Jong-in a year ago"
    if name == "ordinal":
        return _leads(previous, rules) and (following is None or not following.text[0].isalpha())
    if words == {"mon"} or (len(words) == 1 and first.text in rules.doubtful):
        return _leads(previous, rules) or _ends_stretch(tokens, found.start())
    return True


def _stuck_before(first: _Token, tokens: Sequence[_Token], at: int, folded: str) -> bool:
    """Whether figures are the end of something longer: "T-2000", "$20", "11:30", "138-2010"."""
    before = folded[first.start - 1 : first.start]
    if before.isalnum() or (before and before in _CURRENCY):
        return True
    if before not in _GLUE or at < 2 or tokens[at - 2].end < first.start - 1:
        return False
    other = tokens[at - 2]
    if other.text[0].isdigit():
        return before == ":" or first.kind != "day"
    return other.kind in ("", "the")


def _stuck_after(name: str, last: _Token, folded: str) -> bool:
    """Whether figures go on: "20 %", "2015-1-32", "1687-4ea7"."""
    after = folded[last.end : last.end + 1]
    if after and after in _CURRENCY:
        return True
    if not last.text[0].isdigit():
        return False
    if after == ":" and folded[last.end + 1 : last.end + 2].isdigit():
        return True  # "from 22:30 on 9 May to 6:30"
    if name not in _FIGURES:
        return False
    if name == "iso" and _CLOCK.match(folded, last.end):
        return False
    return after.isalnum() or (after in ("-", "/") and folded[last.end + 1 : last.end + 2].isdigit())


def _leads(previous: _Token | None, rules: DateRules) -> bool:
    """Whether the word before goes with dates and little else ("since", not "the")."""
    if previous is None or previous.kind in ("the", "of", "s"):
        return False
    return previous.text in rules.leads or previous.kind in ("in", "on", "from", "to", "between")


def _ends_stretch(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a month follows on another: "between March and May"."""
    return at > 1 and tokens[at - 1].kind in ("and", "to", "-") and tokens[at - 2].kind == tokens[at].kind


def _in_name(tokens: Sequence[_Token], at: int, rules: DateRules) -> bool:
    """Whether the two words before make it part of a name: "rue du 4 Septembre"."""
    return any(token.text in rules.names_before for token in tokens[max(0, at - 2) : at])


def _is_year(
    year: _Token,
    previous: _Token | None,
    following: _Token | None,
    folded: str,
    rules: DateRules,
    length: int,
) -> bool:
    """Whether four digits are a year: by the word before, else by there being nothing that is counted after."""
    value = year.value if isinstance(year.value, int) else 0
    led = length > 1 or (previous is not None and previous.text in rules.leads)
    after = folded[year.end : year.end + 1]
    if after.isalnum() or (following is not None and following.kind == "unit"):
        return False
    counted = (
        following is not None and following.text[0].isalpha() and following.text not in rules.year_before
    )
    if counted and (value % _ROUND == 0 or (rules.counts and not 1900 <= value < 2100)):
        return False
    if not 1900 <= value < 2100:
        return led
    return led or not counted or not rules.counts


def _joined(found: list[_Match], tokens: Sequence[_Token]) -> Iterator[_Match]:
    """Yield the matches, two that are the ends of a stretch of time as one."""
    at = 0
    while at < len(found):
        one, first, last = found[at]
        if at + 1 < len(found) and one.shape in _ENDS and found[at + 1][0].shape in _ENDS:
            other, start, end = found[at + 1]
            opener = first - 2 if first > 1 and tokens[first - 1].kind == "the" else first - 1
            opening = tokens[opener].kind if opener >= 0 else ""
            link = [token.kind for token in tokens[last + 1 : start]]
            if link in (["("], [","]) and one.words.keys() == {"weekday"} and _is_day(other):
                yield replace(other, words={**one.words, **other.words}), first, end  # "Tuesday (Nov. 19)"
                at += 2
                continue
            if _links(link, opening, one, other):
                start = opener if opening in _OPENERS else first
                yield Said(_NOWHERE, "joined", {}, (one, other)), start, end
                at += 2
                continue
        yield found[at]
        at += 1


def _is_day(said: Said) -> bool:
    """Whether a day of a month stands there, without its weekday."""
    return (
        said.shape == "date"
        and said.has("month", "mon")
        and said.has("day")
        and not said.has("weekday", "wday")
    )


def _links(link: list[str], opening: str, one: Said, other: Said) -> bool:
    """Whether words between two dates make them one stretch."""
    if link and link[-1] == "the":
        link = link[:-1]
    if link == ["and"]:
        return opening == "between"
    if link == ["-"]:
        return one.words.keys() & {"day", "month", "mon", "year"} != set()
    return link == ["to"]  # "of" opens where it also means "from": "de mars à mai"
