"""Where the subject or the language changes, by the words of a page."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence

from according.knowledge.cues import cue_languages, cues
from according.read.lexis import BEFORE, Bag, bag, cohesion, echo, window
from according.read.lines import Unit
from according.read.shape import is_prose, letters
from according.read.signs import masthead

SILENT = frozenset(
    {"rule", "share", "related", "advert", "newsletter", "comment_form", "paywall", "player", "contents_line"}
    | {"furniture", "address", "marked"}
)
"""Observations on lines whose words say nothing of the subject."""
NOTHING = Bag({}, 0)
LONGEST_TITLE = 35
"""Words up to which a line is weighed as a title."""
LONGEST_SENTENCE = 20
"""The same for a line that ends like a sentence."""
LEAD = 90
"""Content words below a title among which its words are looked for."""
APART, TOGETHER = 0.16, 0.22
"""Cohesion below which the subject changes, and above which it goes on; set on digests of our own making."""
OPENING_QUOTES = '"“«„‘'
QUOTED = re.compile(r"[\"“«„‘].{10,}[\"”»’]", re.DOTALL)


def languages(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """A change of language between what stands above and what stands below."""
    spoken = [
        tongue(unit.text) if unit.words > 5 and "rule" not in seen else None
        for unit, seen in zip(found, observed, strict=True)
    ]
    for i in range(1, len(found)):
        if is_prose(found[i], observed[i]) and found[i].words > 30 and "rule" not in observed[i - 1]:
            continue
        here = spoken[i]
        untitled = is_prose(found[i], observed[i]) and "rule" in observed[i - 1]
        above = [t for t in spoken[max(0, i - 6) : i] if t][-3:]
        below = [here] if untitled and here else [t for t in spoken[i + 1 : i + 7] if t][:3]
        if (
            above
            and below
            and len(set(above)) == 1
            and len(set(below)) == 1
            and above[0] != below[0]
            and here != above[0]
        ):
            observed[i]["other_language"] = 1.0


@functools.lru_cache(maxsize=4096)
def tongue(text: str) -> str | None:
    """Return roughly the language of a paragraph, by the small words among its first ones; None with too few."""
    counts: Counter[str] = Counter()
    known = small_words()
    for word in text[:160].lower().replace("’", " ").replace("'", " ").split():
        for code in known.get(word, ()):
            counts[code] += 1
    best = max(counts, key=lambda code: (counts[code], code), default=None)
    return best if best is not None and counts[best] >= 3 else None


@functools.cache
def small_words() -> dict[str, tuple[str, ...]]:
    """Return for every function word the languages that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for code in cue_languages():
        for word in cues(code).function_words:
            found[word] = (*found.get(word, ()), code)
    return found


def subjects(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """What the words say: a headline is echoed below, another article names other names."""
    bags = [
        NOTHING if not SILENT.isdisjoint(seen) or masthead(seen) else bag(unit.text)
        for unit, seen in zip(found, observed, strict=True)
    ]
    common: Counter[str] = Counter()
    for one in bags:
        common.update(one.weights.keys())
    total = sum(one.size > 3 for one in bags)
    for i, unit in enumerate(found[:-1]):
        below_rule = i > 0 and "rule" in observed[i - 1]
        longest = LONGEST_SENTENCE if unit.ends else LONGEST_TITLE
        if "rule" in observed[i] or (unit.words > longest and not below_rule):
            continue
        _echo(bags, observed[i], i)
        if _repeats(unit, found[i + 1 : i + 5], observed[i + 1 : i + 5]):
            observed[i]["repeated"] = 1.0
        if _is_quoted_below(unit, found[i + 1 : i + 8]):
            observed[i]["quoted_below"] = 1.0
        kept = cohesion(bags, i, common, total) if i else None
        if kept is not None and kept < APART:
            observed[i]["shift"] = min(1.0, (APART - kept) / 0.10)
        elif kept is not None and kept > TOGETHER:
            observed[i]["stay"] = min(1.0, (kept - TOGETHER) / 0.15)


def _echo(bags: Sequence[Bag], seen: dict[str, float], i: int) -> None:
    """Whether the words of unit `i` come back below it, and were not there above."""
    below = window(bags, i + 1, 1, LEAD)
    if len(bags[i].weights) < 2 or sum(one.size for one in below) <= 12:
        return
    share, fresh, count = echo(bags[i], window(bags, i - 1, -1, BEFORE), below)
    if count >= 2 and fresh >= 0.25:
        seen["echo"] = min(1.0, 0.3 + (fresh - 0.25) / 0.4 + 0.1 * (count - 2))
    elif share < 0.15:
        seen["deaf"] = 1.0


def _is_quoted_below(unit: Unit, below: Sequence[Unit]) -> bool:
    """Whether a line in quotation marks is a sentence of the text below it."""
    if unit.text[0] not in OPENING_QUOTES or not QUOTED.fullmatch(unit.text):
        return False
    line = letters(unit.text)
    return any(line in letters(other.text) for other in below if len(other.text) > len(unit.text))


def _repeats(unit: Unit, below: Sequence[Unit], seen: Sequence[dict[str, float]]) -> bool:
    """Whether prose below starts with the unit's words (a title that is the body's first sentence)."""
    line = letters(unit.text)[:60]
    if len(line) < 20:
        return False
    return any(
        letters(other.text).startswith(line)
        for other, s in zip(below, seen, strict=True)
        if len(other.text) >= len(unit.text) and "contents_line" not in s
    )
