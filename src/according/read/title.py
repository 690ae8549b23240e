"""The title a person would write: lines joined, spaces restored that were lost where lines met, numbering off."""

from __future__ import annotations

import re
from typing import cast

import simplemma

from according.knowledge.calendar import date_line
from according.knowledge.cues import all_cues, cue_languages, cues
from according.knowledge.fold import fold
from according.read.fields import field, layout
from according.read.series import TAG
from according.read.shape import NUMBER
from according.read.signs import known_outlet

WORD = re.compile(r"[^\W\d_]+")
BROKEN = re.compile(r"(\w-)[ \t]*[\r\n]\s*(?=\w)")
BRACKETED = re.compile(r"\s[(\[]([^()\[\]\n]{3,60})[)\]]\s*$")
"""Outlet and date in brackets behind a title."""
DIGITS = re.compile(r"(?<!\w)([^\W\d_]+)(\d+)(?!\w)")
COMMA = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
MARKUP = re.compile(r"#{1,6}\s+|\*\*|__|")
LONGEST = 40
"""Letters of the longest."""
SHORTEST = 3
"""Letters of the shortest word that is taken apart ("àla")."""
LONG_PART = 5
"""Shortest part where only the dictionary vouches for the second."""
TINY = 5
"""Letters up to which two small words need no other witness than the dictionary that does not know their sum."""
MIN_PART = 3
"""Shortest part that only the body vouches for."""


def bare(text: str, coded: bool = False) -> tuple[int, int]:
    """Return where the title proper stands in a title unit: numbering, markup, field name and list tags off.

    `coded` is True in the dump of a database, whose lines open with two-letter codes.
    """
    held = field(text, coded)
    start, end = 0, len(text)
    if held and held.role == "title" and held.value:
        start = text.rindex(held.value)
    for pattern in (MARKUP, NUMBER, TAG, MARKUP):
        match = pattern.match(text, start)
        initial = pattern is NUMBER and match is not None and match["e"] is not None and len(match["e"]) == 1
        if match and match.end() < end and not initial:
            start = match.end()
    credit = BRACKETED.search(text, start, end)
    if credit and (known_outlet(credit.group(1).split(",")[0]) or date_line(credit.group(1))):
        end = credit.start()
    while end > start and text[end - 1] in "*_# \t\r\n":
        end -= 1
    return start, end


def clean(title: str, body: str, language: str | None) -> str:
    """Return `title` with white space collapsed and lost spaces restored.

    Two witnesses are heard: the body, when it repeats the title with its spaces, and the words themselves: a string
    of letters that is no word of the language, and falls into a small word ("au", "une") and a word that the body
    uses, has lost a space ("auCentre", "unebaisse").
    """
    title = COMMA.sub(", ", " ".join(BROKEN.sub(r"\1", title).split()))
    repeated = _as_repeated(title, body)
    if repeated:
        return repeated
    known = set(WORD.findall(body))
    small = _small(language)
    title = DIGITS.sub(lambda match: _numbered(match, small), title)
    return WORD.sub(lambda match: _apart(match.group(), known, body, small, language), title)


def _numbered(match: re.Match[str], small: frozenset[str]) -> str:
    """A small word and the number stuck to it, apart; types such as A320 and S400 stay."""
    word, number = match.groups()
    year = len(number) == 4 and number[:2] in ("19", "20")
    lost = fold(word).text in small and word.islower() and (len(word) > 1 or year)
    return f"{word} {number}" if lost else match[0]


def _as_repeated(title: str, body: str) -> str | None:
    """The title with the spaces of the body's beginning, when that has the same letters."""
    letters = [c for c in title if not c.isspace()]
    i = 0
    mended: list[str] = []
    for c in body[: 2 * len(title)]:
        if c.isspace():
            if mended and mended[-1] != " ":
                mended.append(" ")
        elif i < len(letters) and c == letters[i]:
            mended.append(c)
            i += 1
        else:
            break
    # The body may go on otherwise near the end (a bracket, a full stop): the spaces seen so far still hold.
    if i < 0.8 * len(letters):
        return None
    return " ".join(("".join(mended).rstrip() + _after(title, i)).split())


def _after(title: str, count: int) -> str:
    """What follows the first `count` characters of `title` that are not white space."""
    for position, c in enumerate(title):
        if count == 0:
            return title[position:]
        count -= not c.isspace()
    return ""


def _small(language: str | None) -> frozenset[str]:
    base = (language or "").partition("-")[0]
    return cues(base).function_words if base in cue_languages() else all_cues().function_words


def _apart(word: str, known: set[str], body: str, small: frozenset[str], language: str | None) -> str:
    """The word, or two words when it is two stuck together."""
    if word in known or not SHORTEST <= len(word) <= LONGEST or fold(word).text in small:
        return word
    cut = _camel_cut(word, small) or _cut(word, known, small)
    if cut is None and word[0].isupper():
        # It may be a name: only the body, with both words one after the other, can tell.
        cut = _spoken_apart(word, body)
        return word if cut is None else f"{word[:cut]} {word[cut:]}"
    if cut is None and word.islower() and not _is_word(word, language):
        cut = _known_cut(word, known, small, language)
    elif cut is not None and word[cut - 1].isupper() == word[cut].isupper() and _is_word(word, language):
        cut = None
    if cut is None:
        return word
    return f"{word[:cut]} {word[cut:]}"


def _spoken_apart(word: str, body: str) -> int | None:
    """Where the letters of a word stand in the body as two words, one after the other."""
    letters = r"\s?".join(map(re.escape, word))
    found = next((m for m in re.finditer(rf"\b{letters}\b", body, re.IGNORECASE) if " " in m.group()), None)
    return found.group().index(" ") if found else None


def _camel_cut(word: str, small: frozenset[str]) -> int | None:
    """Where a small word runs into a capital: "auCentre"."""
    cuts = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    return next((i for i in cuts if fold(word[:i]).text in small), None)


def _cut(word: str, known: set[str], small: frozenset[str]) -> int | None:
    """Where a word falls into two that the body uses, or into a small word and one that the body uses."""
    folded = fold(word).text
    if len(folded) != len(word) or word[0].isupper():
        return None  # combining marks, or what may be a name
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        small_left, small_right = folded[:cut] in small, folded[cut:] in small
        if small_left and right in known and len(right) >= MIN_PART and not small_right:
            return cut
        if left in known and (right in known or small_right) and min(len(left), len(right)) > MIN_PART:
            return cut
        both = small_left and small_right and word.islower()
        if both and len(word) <= TINY:
            return cut
    return None


def _known_cut(word: str, known: set[str], small: frozenset[str], language: str | None) -> int | None:
    """Where a string that is no word falls into two that the dictionary, the body or the small words know."""
    for article in cast(list[str], layout()["articles"]):
        right = word.removeprefix(article)
        if right != word and len(right) >= LONG_PART and _is_word(right, language):
            return len(article)
    for i in range(LONG_PART, len(word) - MIN_PART):
        left, right = word[:i], word[i:]
        if fold(right).text in small and _is_word(left, language):
            return i
        if len(right) >= LONG_PART and left in known and _is_word(right, language):
            return i
    return None


def _is_word(word: str, language: str | None) -> bool:
    """Whether a dictionary of the language knows the word."""
    base = (language or "en").partition("-")[0]
    try:
        return bool(simplemma.is_known(word, lang=base) or simplemma.is_known(word.lower(), lang=base))
    except ValueError:
        return True
