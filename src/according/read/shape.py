"""What a unit of a page looks like by itself."""

from __future__ import annotations

import functools
import re

from according.read.lines import LIST_ITEM, OPENERS, Unit, starts_low
from according.read.signs import forwards, has_small_word

RULE = re.compile(r"[\W_]{3,}|(?:[*_=~#•·—–-]\s?)+|[oOxX](?:\s?[oOxX]){4,}")
"""A line of signs only: ____, -----, * * *, =====, ***, —, •••."""
LABELLED_RULE = re.compile(r"[-_=*~•+]{3,}\s*(\w.{1,100}?\w)\W{0,2}\s*[-_=*~•+]{3,}")
"""A rule with words in it: "---------- Forwarded message ---------", "=== A title ===".  """
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
BOLD = re.compile(r"(\*\*|__)\S.*\S\1$")
SENTENCE_BREAK = re.compile(r"(?:(?<=[\w%]{3})|(?<=[”\"»)]))[.!?…։][\"'”’»)]*\s+[\"'“‘«(—–]*[^\W\d_a-zа-яё]")
QUOTE = re.compile(r"[\"“«„]\s?\w")
NUMBER = re.compile(
    r"(?:(?P<e>[IVX]{1,5})\.|(?P<a>\d{1,3})[.)]|\((?P<b>\d{1,3})\)|\[(?P<c>\d{1,3})\]|(?:n°|№|no\.?|#)\s?(?P<d>\d{1,3})[.:)])\s+(?=\S)",
    re.IGNORECASE,
)
KEY = re.compile(r"[\W_]+")
SIZES = ((2, "words_1_2"), (5, "words_3_5"), (20, "words_6_20"), (30, "words_21_30"), (10**9, "words_31"))
"""Most words of a unit of each size."""
TITLE_WORDS = 20
"""Words up to which a unit can be a title that asks or exclaims."""
LONG = 90
"""Characters from which on a unit without a full stop still counts as prose."""


def shape(unit: Unit) -> dict[str, float]:
    """Return what the unit looks like by itself: name of the observation → strength."""
    text = unit.text
    if RULE.fullmatch(text):
        return {"rule": 1.0}
    if match := LABELLED_RULE.fullmatch(text):
        return {"counter" if forwards(match.group(1)) else "boxed": 1.0, "words_3_5": 1.0}
    number = NUMBER.match(text)
    text = text[number.end() :] if number else text
    words = unit.words
    seen = {next(name for most, name in SIZES if words <= most), _ending(unit, text)}
    seen |= {name for name, there in _looks(text, words).items() if there}
    if unit.cut:
        seen.add("cut")
    if BOLD.match(text):
        seen.add("bold")
    elif LIST_ITEM.match(text) and not number:
        seen.add("bullet")
    return dict.fromkeys(sorted(seen - {""}), 1.0)


def _looks(text: str, words: int) -> dict[str, bool]:
    return {
        "sentences": bool(SENTENCE_BREAK.search(text)),
        "capitals": words >= 2 and text.lstrip(OPENERS).isupper(),
        "headline_case": words >= 4 and _headline_case(text),
        "low": starts_low(text),
        "verbless": words <= 12 and not has_small_word(text),
        "speech": words > 5 and bool(QUOTE.match(text)),
        "furniture": bool(IMAGE.fullmatch(text)),
    }


def _ending(unit: Unit, text: str) -> str:
    """How the unit ends; nothing is said of a short line that breaks off in dots."""
    tail = text.rstrip("\"'”’»›)]*_ \u00a0")[-1:]
    if not unit.ends:
        return "colon" if tail and tail in ":;," else "open_ended"
    if tail in "?!؟！？" and unit.words <= TITLE_WORDS and not SENTENCE_BREAK.search(text):
        return "asks"
    return "" if text.endswith(("…", "...")) and unit.words <= TITLE_WORDS else "ends"


def _headline_case(text: str) -> bool:
    """Whether nearly all words of more than three letters start with a capital, as English headlines do."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return (
        len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long) and not text.isupper()
    )


def is_prose(unit: Unit, seen: dict[str, float]) -> bool:
    """Return whether the unit reads as running text rather than as a line of its own."""
    return "rule" not in seen and (unit.ends or len(unit.text) > LONG) and unit.words > 5


@functools.lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The unit's letters and digits, numbering aside, for finding the same line again."""
    return KEY.sub("", NUMBER.sub("", text, count=1) if NUMBER.match(text) else text).casefold()
