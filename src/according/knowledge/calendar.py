"""Dates as they stand in mastheads and date lines, in every language of `calendar.yml`.

The text is cut into tokens, each token becomes one letter (D a day number, Y a year, M a month …), and short regular
expressions over these letters recognise the shapes of dates. Dates in running prose are not the aim here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, cast

from according.knowledge.agencies import agency_by_name
from according.knowledge.cues import CueKind, all_cues
from according.knowledge.fold import PhraseIndex, fold, load_data
from according.knowledge.outlets import outlet_by_domain, outlet_by_name
from according.model import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as far as the text gives it; whatever the text does not say is None.

    `weekday` is 0 for Monday. `ambiguous` is True when day and month may be the other way round (08/12/2023 in a
    language that knows both orders); `month` and `day` then hold the reading with the day first.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ambiguous: bool = False

    @property
    def value(self) -> str | None:
        """EDTF of what is certain: "2021-01-15", "2021-01" or "2021"; None without a year."""
        if self.year is None or self.month is None:
            return None if self.year is None else f"{self.year:04d}"
        if self.ambiguous:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")


@dataclass(frozen=True, slots=True)
class _Name:
    """One meaning of a word: a month (1 to 12) or a weekday (0 to 6)."""

    month: int | None
    weekday: int | None
    wide: bool
    doubtful: bool
    capital: bool
    month_first: bool


@dataclass(frozen=True, slots=True)
class _Calendar:
    names: dict[str, tuple[_Name, ...]]
    classes: dict[str, str]
    ordinals: frozenset[str]
    numeric: dict[str, str]
    time_words: frozenset[str]
    token: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    names: tuple[_Name, ...] = ()


# Letters: D one or two digits 1-31, Y four digits 1800-2099, # other digits; M m wide and short month, W w wide and
# short weekday, V weekday that is also another word, b short month or weekday; j joiner, o ordinal ending, y year
# word, g year sign; x any other word or sign, n line feed, and the signs , . / - ( ) themselves.
_WEEKDAY = r"(?:(?P<w>[WwVb])\.?,?j?)?"
_DAY = r"(?P<d>D)(?:-?o)?"
_YEAR = r"(?P<y>Y)(?:-?[yg]{1,2}(?:(?<=g)\.)?)?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<y>Y)([-/.])(?P<m>D)\2(?P<d>D)",
        r"(?P<d>D)([./-])(?P<m>D)\2(?P<y>[YDT#])",
        _WEEKDAY + _DAY + r"\.?j{0,2}(?P<m>[Mmb])(?:/M)?(?:\.?,?j?" + _YEAR + r"(?:,?\(?(?P<v>W)\)?)?)?",
        _WEEKDAY + r"(?P<m>[Mmb])\.?j?" + _DAY + r"(?:,?" + _YEAR + r")?",
        _YEAR + r",?(?P<m>[Mm])\.?" + _DAY,
        r"(?P<m>[Mmb])\.?,?j?" + _YEAR,
        r"(?P<w>W)",
    )
)
_OPENERS = frozenset("DTYMmbWwV")
_SIGNS = frozenset(",./-()")


_NUMERIC = re.compile(r"\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d")


@cache
def _names() -> PhraseIndex[None]:
    return PhraseIndex((name, None) for name in _calendar().names)


def _variants(cell: str) -> list[str]:
    return [fold(form).text for form in cell.split(" / ") if form]


@cache
def _calendar() -> _Calendar:
    names: dict[str, list[_Name]] = {}
    classes: dict[str, str] = {}
    ordinals: set[str] = set()
    time_words: set[str] = set()
    numeric: dict[str, str] = {}
    data = cast(dict[str, dict[str, Any]], load_data("calendar.yml"))
    for language, entry in data.items():
        numeric[language] = entry["numeric"]
        capital, month_first = entry.get("capital", False), entry.get("month_first", False)
        for key, wide in (("months", True), ("months_short", False)):
            for number, cell in enumerate(entry[key], start=1):
                for form in _variants(cell):
                    names.setdefault(form, []).append(_Name(number, None, wide, False, capital, month_first))
        for key, wide in (("weekdays", True), ("weekdays_short", False), ("weekdays_doubtful", True)):
            for number, cell in enumerate(entry.get(key, ())):
                doubtful = key == "weekdays_doubtful"
                for form in _variants(cell):
                    names.setdefault(form, []).append(_Name(None, number, wide, doubtful, capital, False))
        for key, letter in (("joiners", "j"), ("year_words", "y"), ("year_signs", "g")):
            classes.update(dict.fromkeys(fold(entry.get(key, "")).text.split(), letter))
        ordinals.update(fold(entry.get("ordinals", "")).text.split())
        time_words.update(fold(entry["time_words"]).text.split())
    phrases = sorted((name for name in names if not name.isalpha()), key=len, reverse=True)
    several_words = "|".join(re.escape(phrase) for phrase in phrases)
    token = re.compile(rf"(?:{several_words})(?!\w)|\d+|[^\W\d_]+|[^\w\s]|\n")
    return _Calendar(
        {form: tuple(meanings) for form, meanings in names.items()},
        classes,
        frozenset(ordinals),
        numeric,
        frozenset(time_words),
        token,
    )


@lru_cache(maxsize=1 << 12)
def is_month_or_weekday(word: str) -> bool:
    """Return whether a word is the full name of a month or a weekday in some language, in any of its forms."""
    meanings = _calendar().names.get(fold(word).text, ())
    return any(meaning.wide and not meaning.doubtful for meaning in meanings)


def _letter(token: _Token, previous: _Token | None) -> str:
    """Return the letter that stands for `token` in the shapes."""
    calendar = _calendar()
    text = token.text
    if text.isdecimal():
        if len(text) <= 2:
            return "D" if 1 <= int(text) <= 31 else "T" if len(text) == 2 else "#"
        return "Y" if len(text) == 4 and 1800 <= int(text) <= 2099 else "#"
    if token.names:
        wide_months = any(name.month and name.wide for name in token.names)
        if wide_months:
            return "M"
        months = any(name.month for name in token.names)
        wide = [name for name in token.names if name.weekday is not None and name.wide]
        if wide:
            return "V" if any(name.doubtful for name in wide) else "W"
        weekdays = any(name.weekday is not None for name in token.names)
        return "b" if months and weekdays else "m" if months else "w"
    if text == "\n":
        return "n"
    if text in _SIGNS:
        return text
    if text == "،":
        return ","
    glued = (
        previous is not None
        and (previous.end == token.start)
        and (previous.text.isdecimal() or previous.text == "-")
    )
    if glued and text in calendar.ordinals:
        return "o"
    return calendar.classes.get(text, "x")


def _tokens(folded: str, original: str, starts: tuple[int, ...] | None) -> tuple[list[_Token], str]:
    """Cut `folded` into tokens; return them with their letters, one letter a token."""
    calendar = _calendar()
    tokens: list[_Token] = []
    letters: list[str] = []
    for match in calendar.token.finditer(folded):
        start, end = match.span()
        text = match.group()
        names = calendar.names.get(text, ())
        if names:
            first = original[start if starts is None else starts[start]]
            # A letter without case, as in Armenian weekday names typed in small caps, is never held against a name.
            small = first.islower()
            names = tuple(name for name in names if not (name.capital and small))
        token = _Token(start, end, text, names)
        letters.append(_letter(token, tokens[-1] if tokens else None))
        tokens.append(token)
    return tokens, "".join(letters)


def find_dates(text: str, language: str | None = None) -> list[DateMention]:
    """Return the dates of `text` in order, spans exact and without overlap.

    Args:
        text: any text; a date never runs over a line end.
        language: BCP 47 of the text when known; it settles the order of 08/12/2023 and nothing else, since names
            of months and weekdays are understood in all languages at once.
    """
    return _find(text, language, alone=False)


def _find(text: str, language: str | None, alone: bool) -> list[DateMention]:
    """Find dates; with `alone` a short month needs no year, because nothing but a date is expected."""
    folded = fold(text)
    if _NUMERIC.search(folded.text) is None and next(_names().find(folded.text), None) is None:
        return []  # most paragraphs, told without cutting them into tokens
    tokens, letters = _tokens(folded.text, text, folded.offsets)
    found: list[DateMention] = []
    at = 0
    while at < len(letters):
        if letters[at] in _OPENERS:
            for shape in _SHAPES:
                match = shape.match(letters, at)
                mention = match and _mention(match, tokens, letters, folded.text, language, alone)
                if match and mention:
                    span = folded.span(mention.span.start, mention.span.end)
                    found.append(
                        DateMention(
                            span, mention.year, mention.month, mention.day, mention.weekday, mention.ambiguous
                        )
                    )
                    at = match.end() - 1
                    break
        at += 1
    return found


def _mention(
    match: re.Match[str], tokens: list[_Token], letters: str, folded: str, language: str | None, alone: bool
) -> DateMention | None:
    """Return what a matched shape says, in positions of `folded`; None when it cannot be a date."""
    groups = match.groupdict()
    place = {name: match.start(name) for name, letter in groups.items() if letter is not None}
    span = Span(tokens[match.start()].start, tokens[match.end() - 1].end)
    if "m" in place and letters[place["m"]] == "D":
        return _numeric(span, {name: tokens[index].text for name, index in place.items()}, folded, language)
    if "d" not in place and letters[max(0, match.start() - 3) : match.start()].rstrip("j.o-").endswith("D"):
        return None  # the rest of an impossible day, such as 31 February 2021
    month = weekday = None
    if "m" in place:
        token = tokens[place["m"]]
        names = [name for name in token.names if name.month]
        month = names[0].month
        if "d" in place and place["d"] > place["m"] and not any(name.month_first for name in names):
            return None
        short = letters[place["m"]] != "M"
        if short and "y" not in place and not alone and not folded.startswith(".", token.end):
            return None
    index = place.get("w", place.get("v"))
    if index is not None:
        weekday = next(name.weekday for name in tokens[index].names if name.weekday is not None)
    year = int(tokens[place["y"]].text) if "y" in place else None
    day = int(tokens[place["d"]].text) if "d" in place else None
    return _checked(span, year, month, day, weekday)


def _numeric(span: Span, fields: dict[str, str], folded: str, language: str | None) -> DateMention | None:
    """Return a date written in numbers only; None inside longer numbers, addresses and versions."""
    written = folded[span.start : span.end]
    before, after = folded[max(0, span.start - 1) : span.start], folded[span.end : span.end + 2]
    if (
        " " in written
        or before in {".", "/", "-"}
        or (after[:1] in {".", "/", "-"} and after[1:].isdecimal())
    ):
        return None
    first, second, year = int(fields["d"]), int(fields["m"]), int(fields["y"])
    if written.find(fields["y"]) == 0:
        return _checked(span, year, second, first)
    if len(fields["y"]) == 2:
        if len(fields["d"]) != 2 or len(fields["m"]) != 2:
            return None
        year += 1900 if year >= 70 else 2000  # the century rule of POSIX strptime
    elif len(fields["y"]) != 4:
        return None
    if second > 12:
        return _checked(span, year, first, second)
    order = _calendar().numeric.get((language or "").partition("-")[0], "unclear")
    settled = "." in written or order == "dmy" or first > 12 or first == second
    return _checked(span, year, second, first, ambiguous=not settled)


def _checked(
    span: Span,
    year: int | None,
    month: int | None,
    day: int | None,
    weekday: int | None = None,
    ambiguous: bool = False,
) -> DateMention | None:
    """Return the mention unless the calendar has no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    # 29 February of an unknown year may exist.
    if month is not None and day is not None and day > monthrange(year or 2000, month)[1]:
        return None
    return DateMention(span, year, month, day, weekday, ambiguous)


_LONGEST_DATE_LINE = 160
_MOST_PLACES = 2  # "Yerevan, Armenia"
_RANGE_SIGNS = frozenset("-–—")
_CLOCK = re.compile(
    r"(?<![\w:])t?\d{1,2}\s?[:h.]\s?\d{2}(?::\d{2})?(?:\.\d+)?z?\s?(?:[ap]\.?m\b\.?)?(?!\d)"
    r"|(?<![\w:])\d{1,2}\s?(?:h|[ap]\.?m\.?)(?!\w)"
    r"|\b(?:gmt|utc)?\s?[+-]\s?\d{1,2}(?::?\d{2})?(?!\d)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[|,;•·/()\[\]]|\s[-–—]\s|^\s*[-–—]|[-–—]\s*$|:\s*$|^\s*:|\n")
_PLACE = re.compile(r"[^\W\d_][^\d_]{1,24}")


def date_line(line: str, language: str | None = None) -> DateMention | None:
    """Return the date of a line that is nothing but a date, else None.

    Besides the date the line may hold a clock time with its zone, words such as "Published" or "Mis à jour le", and,
    set apart by a comma, bar or dash, a known outlet or agency or a short place name ("Geneva, 8 December 2023").
    Of a publication date and a date of update the publication date is returned. `language` is that of `find_dates`.
    """
    if len(line) > _LONGEST_DATE_LINE or len(line.strip()) < 3:
        return None
    mentions = _find(line, language, alone=True)
    if not mentions:
        return None
    edges = [0, *(edge for mention in mentions for edge in mention.span), len(line)]
    between = [line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if any(piece.strip() in _RANGE_SIGNS for piece in between[1:-1]):
        return None
    complete = any(mention.day is not None and mention.year is not None for mention in mentions)
    rests = [_rest(piece) for piece in between]
    if len(mentions) > 1 and not any(cue for _, cue in rests):
        return None  # a list of dates, such as a line of sources
    if not _is_rest([part for rest, _ in rests for part in _PARTS.split(rest)], complete):
        return None
    published = [mention for mention, (_, cue) in zip(mentions, rests, strict=False) if cue != "updated"]
    return (published or mentions)[0]


def _rest(piece: str) -> tuple[str, CueKind | None]:
    """Return what stands beside the dates of a line without clock times and cue words, and the kind of its cue."""
    unclocked = _CLOCK.sub("|", piece)
    start = len(unclocked) - len(unclocked.lstrip(" |-–—,;()"))
    cue = all_cues().match(unclocked[start:], "published", "updated")
    if cue is None:
        return unclocked, None
    return unclocked[:start] + "|" + unclocked[start:][cue.span.end :], cue.kind


def _is_rest(parts: list[str], complete: bool) -> bool:
    """Return whether what a line holds besides its date may stand on a date line."""
    time_words = _calendar().time_words
    places = 0
    for part in parts:
        if all(word in time_words for word in re.findall(r"[^\W_]+", fold(part).text)):
            continue
        if outlet_by_name(part) or outlet_by_domain(part.strip()) or agency_by_name(part, credit=True):
            continue
        name = part.strip(" .-–—:")
        capitals = all(not word[0].islower() for word in name.split())
        if not (complete and _PLACE.fullmatch(name) and capitals and len(name.split()) <= 3):
            return False
        places += 1
    return places <= _MOST_PLACES


def weekday_of(year: int, month: int, day: int) -> int:
    """Return the weekday of a date, 0 for Monday. Raises ValueError when there is no such day."""
    return date(year, month, day).weekday()


def years_with(day: int, month: int, weekday: int, years: Iterable[int]) -> tuple[int, ...]:
    """Return those of `years` in which `day` and `month` fall on `weekday` (0 for Monday)."""
    return tuple(
        year
        for year in years
        if 1 <= month <= 12
        and 1 <= day <= monthrange(year, month)[1]
        and weekday_of(year, month, day) == weekday
    )
