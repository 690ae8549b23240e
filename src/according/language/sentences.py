"""Where sentences end.

A line feed always ends one: in running text it ends a paragraph. Inside a paragraph a stop ends a sentence unless what
stands before it (an abbreviation, an initial, an ordinal) or after it (a small letter, a comma) speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.cues import cue_languages, cues
from according.knowledge.fold import fold, load_data, texts
from according.model import Span

LONGEST = 1500
"""Most characters of a sentence. A longer one is a list or a table without stops: it is cut at a space, because
parsers take time and memory with the square of what they see at once."""

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOPS = ".!?…‼⁇⁈⁉։؟۔。！？｡"
_ALWAYS = frozenset("։۔。！？｡")
_OPENING = "\"'«“„‘‚‹([{¿¡»”"
_CLOSING = frozenset("»”’›)]}\"'“‘«‹")
_PAIRED = {'"': '"', "“": "", "‘": "", "«": "", "‹": "", "'": ""}
_SPACED_CLOSING = re.compile(r"[ \u00a0\u202f\u2009]+([»”›])(?![^\W_])")
_SPACED_STRAIGHT = re.compile(r"[ \u00a0\u202f\u2009]+\"(?=[\s.,;:!?)]|$)")
_NOTE = re.compile(r"(?:\[\d{1,3}\])+")
_NEXT = re.compile(rf"\s*+([-–—]*+)[\s{re.escape(_OPENING)}–—-]*+([^\W_]+)")
_BLANKS = re.compile(r"\s*+")
_BEFORE = re.compile(r"[^\W_][\w.]*\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_DIGITS = re.compile(r"\d{1,3}")
_HOSTS = frozenset(["www", "http", "https"])
_TOP_LEVEL = frozenset(
    ["com", "net", "org", "info", "ru", "am", "az", "ge", "tr", "fr", "uk", "de", "eu", "ua", "me", "tv"]
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a language knows about its stops. See `knowledge/abbreviations.yml`."""

    title: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinal: bool = False
    stop: str = ""


@cache
def _rules(language: str | None) -> _Rules:
    """Return the rules of a language; of one without data, or of none, the abbreviations of all."""
    raw = cast(dict[str, dict[str, object]], load_data("abbreviations.yml"))
    chosen = [raw["any"], raw[language]] if language in raw else list(raw.values())

    def union(key: str) -> frozenset[str]:
        return frozenset(word for entry in chosen for word in texts(entry.get(key)))

    spoken = tuple(code for code in cue_languages() if code == language or language not in raw)
    starters = frozenset(word for code in spoken for word in cues(code).function_words)
    alone = chosen[1] if language in raw else {}
    return _Rules(
        union("title"),
        union("number"),
        union("other"),
        union("particle"),
        starters,
        bool(alone.get("ordinal", False)),
        str(alone.get("stop", "")),
    )


def sentences(text: str, language: str | None) -> list[Span]:
    """Return the sentences of a text, in order.

    Args:
        text: Any text.
        language: Its language (BCP 47 primary subtag); None when unknown.

    Returns:
        Spans that do not overlap, begin and end with something other than space, and together cover everything that
        is not space. None is longer than `LONGEST`.
    """
    rules = _rules(language)
    own = bool(rules.stop) and re.search(rf"[{rules.stop}](?:\s|$)", text, re.MULTILINE) is not None
    stops = re.compile(f"[{_STOPS}{rules.stop}]+")
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for match in stops.finditer(text, line.start(), line.end()):
            if match.start() < start:
                continue
            end = _end(text, Span(start, line.end()), Span(*match.span()), rules, own)
            if end is not None:
                found.extend(_pieces(text, start, end))
                start = end
        found.extend(_pieces(text, start, line.end()))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield `[start, end)` without the spaces around it, cut where it is too long."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = end
        if end - start > LONGEST:
            space = max(text.rfind(sign, start + LONGEST // 2, start + LONGEST) for sign in " \t\u00a0")
            stop = space if space > 0 else start + LONGEST
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield Span(start, last)
        start = stop


def _end(text: str, room: Span, stop: Span, rules: _Rules, own: bool) -> int | None:
    """Return where the sentence ends that `stop` closes, None when it closes none.

    `room` is what is left of the line.
    """
    end = _closed(text, room, stop.end)
    following = _NEXT.match(text, end, room.end)
    blanks = _BLANKS.match(text, end, room.end)
    if blanks and blanks.end() == room.end:
        return end
    sign = text[stop.end - 1]
    if sign in _ALWAYS:
        return end
    if following is None:  # only signs follow
        return None
    word, at = following.group(2), following.start(2)
    if text[end] in ",;:" or (_small(word[0]) and sign not in rules.stop):
        return None
    if not text[end].isspace():
        return end if _glued(text, stop, end, at, word) else None
    if sign in rules.stop:
        # A colon before a quotation is one, unless the text has no other full stop of its own.
        quoted = text[end:at].strip(" -–—\u00a0") != "" and rules.stop[0] in text
        return None if _small(word[0]) or (quoted and sign != rules.stop[0]) else end
    if own and sign == ".":  # where the language has its own full stop, this one is a kind of colon
        return None
    if text[stop.start : stop.end] != ".":
        return end
    return end if _plain_stop(text, room, stop, following, rules) else None


def _plain_stop(text: str, room: Span, stop: Span, following: re.Match[str], rules: _Rules) -> bool:
    """Return whether a single full stop before a space and a word that is not small ends a sentence."""
    before = _BEFORE.search(text, max(room.start, stop.start - 24), stop.start)
    if before is None:
        return True
    token, word = before.group(), following.group(2)
    known = token.lower()
    if known in rules.title or (known in rules.number and word[0].isdigit()):
        return False
    if token.isdecimal():
        if before.start() == room.start:  # the number of an item
            return False
        frequent = fold(word).text in rules.starters
        return not rules.ordinal or not _DIGITS.fullmatch(token) or frequent
    initial = len(token) == 1 and (not _small(token) or len(word) == 1)  # "z. B.", too
    if initial or known in rules.other or _DOTTED.fullmatch(token):
        if following.group(1) or (len(word) == 1 and text[following.end() : following.end() + 1] == "."):
            return False  # "ANKARA (A.A.) - The ...", "J. R. Smith"
        return fold(word).text in rules.starters and word.lower() not in rules.particle
    return True


def _closed(text: str, room: Span, end: int) -> int:
    """Return where the closing quotes, brackets and notes after a stop end."""
    while end < room.end and text[end] in _CLOSING and not _opens(text, room, end):
        end += 1
    if note := _NOTE.match(text, end, room.end):
        end = note.end()
    if spaced := _SPACED_CLOSING.match(text, end, room.end):
        return spaced.end()
    spaced = _SPACED_STRAIGHT.match(text, end, room.end)
    if spaced and text.count('"', room.start, end) % 2:
        return spaced.end()
    return end


def _opens(text: str, room: Span, at: int) -> bool:
    """Return whether a quotation mark right after a stop opens a quotation, because a letter follows at once."""
    sign = text[at]
    if sign not in _PAIRED or at + 1 >= room.end or not text[at + 1].isalnum():
        return False
    return sign != '"' or text.count('"', room.start, at) % 2 == 0


def _glued(text: str, stop: Span, end: int, at: int, word: str) -> bool:
    """Return whether two sentences stand without a space: a small word before the stop, a capitalised one after."""
    if at - end > 2 or (len(word) < 2 and text[at + 1 : at + 2] not in " '’"):
        return False
    before = _BEFORE.search(text, max(0, stop.start - 24), stop.start)
    if before is None:
        return stop.start > 0 and text[stop.start - 1] in '»”")’'
    token = before.group()
    ends_small = len(token) > 1 and (_small(token[-1]) or (token[-4:].isdecimal() and len(token) >= 4))
    return (
        ends_small
        and "." not in token
        and token not in _HOSTS
        and word[0].isupper()
        and (len(word) < 2 or _small(word[1]))
        and word.lower() not in _TOP_LEVEL
    )


def _small(char: str) -> bool:
    """Return whether a letter is small in a script with capitals. Georgian writes without, though Unicode has them."""
    return char.islower() and not "\u10d0" <= char <= "\u10ff"
