"""What can be seen on a unit and around it. The names are those of knowledge/splitter.yml, which says what they mean."""

from __future__ import annotations

import functools
import re
import statistics
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import cast

from according.model import Mark
from according.knowledge.cues import cue_languages, cues, words
from according.read.fields import field, is_dump, layout, stacked
from according.read.lexis import Bag, bag, cohesion, echo, window
from according.read.lines import LIST_ITEM, OPENERS, Unit, starts_low, typical_blank
from according.read.signs import forwards, has_small_word, masthead, signs

RULE = re.compile(r"[\W_]{3,}|(?:[*_=~#•·—–-]\s?)+|[oOxX](?:\s?[oOxX]){4,}")
"""A line of signs only: ____, -----, * * *, =====, ***, —, •••."""
LABELLED_RULE = re.compile(r"[-_=*~•+]{3,}\s*(\w.{1,100}?\w)\W{0,2}\s*[-_=*~•+]{3,}")
"""A rule with words in it: "---------- Forwarded message ---------", "=== A title ===".  """
MARKDOWN = re.compile(r"(#{1,6})\s+\S")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
BOLD = re.compile(r"(\*\*|__)\S.*\S\1$")
SENTENCE_BREAK = re.compile(r"(?:(?<=[\w%]{3})|(?<=[”\"»)]))[.!?…։][\"'”’»)]*\s+[\"'“‘«(—–]*[^\W\d_a-zа-яё]")
QUOTE = re.compile(r"[\"“«„]\s?\w")
QUOTED = re.compile(r"[\"“«„‘].{10,}[\"”»’]", re.DOTALL)
NUMBER = re.compile(r"(?:(?P<e>[IVX]{1,5})\.|(?P<a>\d{1,3})[.)]|\((?P<b>\d{1,3})\)|\[(?P<c>\d{1,3})\]|(?:n°|№|no\.?|#)\s?(?P<d>\d{1,3})\b[.:)]?)\s+(?=\S)", re.IGNORECASE)
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
KEY = re.compile(r"[\W_]+")

TAG = re.compile(r"(?:\d{1,3}[.)]\s*)?(?:\[[^\]\d][^\]]{0,20}\]\s*)?(?:(?:re|fwd?|tr|aw)\s?:\s*)*", re.IGNORECASE)
"""What mailing lists put in front of a subject: the list's name, Re:, Fwd:."""

DATELINE = re.compile(r"[^\W\d_][^\n()—–:.!?]{1,60}?(?:\s\([^()\n]{2,40}\)|,?\s\d{1,2}\s?[^\W\d_]{0,9}\.?(?:\s\([^()\n]{2,40}\))?)\s?(?:[—–]|-{1,2}\s|:\s|\.\s[—–-])")
"""PLACE, date (AGENCY) — at the start of a paragraph."""

PREAMBLE = 60
"""Words of prose in front of number 1 from which on the numbers may be those of an essay's sections …"""
SECTION = 7
"""… when their headings have no more words than this (with the number), by the median."""
LONG = 90
"""Characters from which on a unit without a full stop still counts as prose."""


@functools.cache
def _banner() -> re.Pattern[str]:
    words = sorted(cast(list[str], layout()["banner"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}|(?:n°|№|no\.?|nr\.?|issue|vol\.?|volume|numéro|выпуск|sayı|número)\s?\d+|\d+\s(?:articles?|items|stories|documents|dépêches|стат[а-я]+|материал[а-я]*|новост[а-я]+))(?!\w)")


def observe(text: str, found: Sequence[Unit], known: Sequence[Mark] = ()) -> list[dict[str, float]]:
    """Return for every unit what is observed on it: name → strength. `known` are marks from the layout alone."""
    observed = [_shape(unit) for unit in found]
    starts = [mark.span.start for mark in known]
    for one, unit in zip(observed, found, strict=True):
        one.update(dict.fromkeys(signs(unit), 1.0))
        near = known[max(0, bisect_right(starts, unit.span.start) - 1)] if known else None
        if near and near.span.contains(unit.span):
            one["marked"] = 1.0
    _broken(found, observed)
    _fields(text, found, observed)
    _recurring(found, observed)
    _gaps(found, observed)
    _writers(found, observed)
    _numbers(found, observed)
    _contents(found, observed)
    _neighbours(found, observed)
    _languages(found, observed)
    _words(found, observed)
    for one in observed:
        one["any"] = 1.0
    return observed


def _shape(unit: Unit) -> dict[str, float]:
    """What the unit looks like by itself."""
    text = unit.text
    if RULE.fullmatch(text):
        return {"rule": 1.0}
    if match := LABELLED_RULE.fullmatch(text):
        return {"counter" if forwards(match.group(1)) else "boxed": 1.0, "words_3_5": 1.0}
    number = NUMBER.match(text)
    text = text[number.end() :] if number else text
    seen: dict[str, float] = {}
    words = unit.words
    size = "words_1_2" if words <= 2 else "words_3_5" if words <= 5 else "words_6_20" if words <= 20 else "words_21_30" if words <= 30 else "words_31"
    seen[size] = 1.0
    core = text.lstrip(OPENERS)
    tail = text.rstrip("\"'”’»›)]*_ \u00a0")
    if unit.ends:
        if tail[-1:] in "?!؟！？" and words <= 20 and not SENTENCE_BREAK.search(text):
            seen["asks"] = 1.0
        elif not (text.endswith(("…", "...")) and words <= 20):
            seen["ends"] = 1.0
    elif tail[-1:] in ":;,":
        seen["colon"] = 1.0
    else:
        seen["open_ended"] = 1.0
    if SENTENCE_BREAK.search(text):
        seen["sentences"] = 1.0
    if words >= 2 and core.isupper():
        seen["capitals"] = 1.0
    if words >= 4 and _headline_case(text):
        seen["headline_case"] = 1.0
    if starts_low(text):
        seen["low"] = 1.0
    if words <= 12 and not has_small_word(text):
        seen["verbless"] = 1.0
    if unit.cut:
        seen["cut"] = 1.0
    if QUOTE.match(text) and words > 5:
        seen["speech"] = 1.0
    if IMAGE.fullmatch(text):
        seen["furniture"] = 1.0
    if BOLD.match(text):
        seen["bold"] = 1.0
    elif LIST_ITEM.match(text) and not number:
        seen["bullet"] = 1.0
    return seen


def _headline_case(text: str) -> bool:
    """Whether nearly all words of more than three letters start with a capital, as English headlines do."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long) and not text.isupper()


def is_prose(unit: Unit, seen: dict[str, float]) -> bool:
    """Return whether the unit reads as running text rather than as a line of its own."""
    return "rule" not in seen and (unit.ends or len(unit.text) > LONG) and unit.words > 5


def _broken(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Lines stuck together between blank lines that do not end like a sentence are one broken title.

    Its first line may end in an abbreviation or a colon, or look as if it had been broken for want of room.
    """
    spaced = typical_blank(list(found)) >= 1
    i = 0
    while i < len(found):
        last = i
        while last + 1 < len(found) and found[last].below == 0:
            last += 1
        block = found[i : last + 1]
        _boxed(i, last, observed)
        if spaced and 2 <= len(block) <= 4 and not block[-1].ends and sum(unit.words for unit in block) <= 35 and found[i].blank != 0:
            for seen in observed[i : last + 1]:
                if seen.keys() & {"ends", "colon", "cut"} and "rule" not in seen:
                    for name in ("ends", "colon", "cut"):
                        seen.pop(name, None)
                    seen["open_ended"] = 1.0
        i = last + 1


def _boxed(first: int, last: int, observed: list[dict[str, float]]) -> None:
    """Short lines between two rules, in a block of lines `first` to `last` that are stuck together."""
    rules = [k for k in range(first, last + 1) if "rule" in observed[k]]
    for a, b in zip(rules, rules[1:], strict=False):
        if 2 < b - a <= 4:
            for k in range(a + 1, b):
                observed[k]["boxed"] = 1.0


def _fields(text: str, found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Labelled lines, believed in a database's dump and where several different ones stand together."""
    coded = is_dump(text)
    held = [field(text[u.span.start : u.span.end], coded) if u.words < 60 else None for u in found]
    for i, one in enumerate(held):
        if one is None:
            continue
        near = {h.role + h.value[:0] for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(held) and (h := held[j])}
        if one.coded or near - {one.role} or (one.role == "noise" and len(near) > 0):
            for sign in [name for name in observed[i] if not name.startswith("words_")]:
                del observed[i][sign]
            observed[i]["field_" + ("end" if one.role == "url" else one.role)] = 1.0
    for i, unit in enumerate(found[:-1]):
        role = stacked(unit.text)
        if role and found[i + 1].words <= 8:
            observed[i] = {"field_noise": 1.0}
            observed[i + 1] = {f"field_{role}": 1.0}


def _recurring(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Lines that stand in the document three times and more: furniture."""
    keys = [_key(unit.text) if unit.words <= 12 else "" for unit in found]
    often = Counter(key for key in keys if len(key) > 2)
    for key, seen in zip(keys, observed, strict=True):
        if often[key] >= 3 and not masthead(seen) and seen.keys().isdisjoint(("rule", "credit", "caption_like")):
            seen["recurs"] = 1.0


def _writers(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """A name on its own line whose bearer a line below presents as the writer."""
    notes = [unit.text for unit, seen in zip(found, observed, strict=True) if "bio_line" in seen]
    for unit, seen in zip(found, observed, strict=True):
        if "person_line" in seen and any(note.startswith(unit.text) for note in notes):
            seen["writer"] = 1.0


def _gaps(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Space above and below against what is usual in this document; indentation; first and last."""
    if not found:
        return
    usual = typical_blank(list(found))
    indented = sum(unit.indent > 0 for unit in found)
    rare = 0 < indented <= 0.35 * len(found)
    for unit, seen in zip(found, observed, strict=True):
        if unit.blank > usual + 0.5 and unit.blank >= 1:
            seen["above_gap"] = 1.0
        elif 0 <= unit.blank < usual - 0.5:
            seen["above_tight"] = 1.0
        if unit.below < usual - 0.5:
            seen["below_tight"] = 1.0
        if rare and unit.indent > 0:
            seen["indented"] = 1.0
    prose = [unit.indent > 0 for unit, seen in zip(found, observed, strict=True) if is_prose(unit, seen)]
    if len(prose) >= 4 and sum(prose) >= 0.6 * len(prose):
        for unit, seen in zip(found, observed, strict=True):
            seen["like_prose" if unit.indent > 0 else "outdented"] = 1.0
    observed[0]["first"] = 1.0
    for unit, seen in zip(found[:4], observed, strict=False):
        if unit.words <= 14 and "ends" not in seen and _banner().search(unit.text.casefold()):
            seen["banner"] = 1.0
    if len(found) > 1 and "rule" not in observed[-1]:
        observed[-1]["last"] = 1.0
    levels = sorted({len(m.group(1)) for unit in found if (m := MARKDOWN.match(unit.text))})
    for unit, seen in zip(found, observed, strict=True):
        if match := MARKDOWN.match(unit.text):
            several = sum(len(m.group(1)) == levels[0] for u in found if (m := MARKDOWN.match(u.text))) > 1
            top = levels[0] if several or len(levels) == 1 else levels[1]
            if len(match.group(1)) < top and "first" in seen:
                seen["banner"] = 1.0
            level = len(match.group(1))
            seen["markdown_1" if level == top else "markdown_top" if level < top else "markdown_2"] = 1.0
            seen.pop("bullet", None)


def _numbers(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Numbered titles: a chain 1, 2, 3 … in one style with prose between its members; a chain without is a list."""
    chains: dict[str, list[list[int]]] = {}
    values: dict[int, int] = {}
    for i, unit in enumerate(found):
        match = NUMBER.match(unit.text)
        if not match:
            continue
        style, value = next((k, ROMAN.index(v) if k == "e" and v in ROMAN else int(v) if v.isdigit() else 0) for k, v in match.groupdict().items() if v)
        values[i] = value
        runs = chains.setdefault(style, [])
        if runs and value == values[runs[-1][-1]] + 1:
            runs[-1].append(i)
        elif value <= 1 or not runs:
            runs.append([i])
    for runs in chains.values():
        for run in runs:
            apart = [
                any(is_prose(found[k], observed[k]) for k in range(a + 1, b)) for a, b in zip(run, run[1:], strict=False)
            ]
            if len(run) < 2 or not apart:
                continue
            above = sum(found[k].words for k in range(run[0]) if is_prose(found[k], observed[k]))
            short = statistics.median(found[i].words for i in run) <= SECTION
            if above > PREAMBLE and short:
                for i in run:
                    if not is_prose(found[i], observed[i]):
                        observed[i]["section_number"] = 1.0
                continue
            name = "numbered" if sum(apart) >= 0.7 * len(apart) and len(run) >= 3 or all(apart) else "listed"
            for i in run:
                if name == "listed" or not is_prose(found[i], observed[i]):
                    observed[i][name] = min(1.0, 0.4 + 0.2 * len(run))
                    observed[i].pop("bullet", None)


@functools.lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """The unit's letters and digits, numbering aside, for finding the same line again."""
    return KEY.sub("", NUMBER.sub("", text, count=1) if NUMBER.match(text) else text).casefold()


def _titled(unit: Unit) -> str:
    """The unit's text, or the title it holds when it is a field of a title."""
    held = field(unit.text)
    text = held.value if held and held.role == "title" else unit.text
    tag = TAG.match(text)
    return text[tag.end() :] if tag else text


def _contents(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Tables of contents: short lines in a row that stand again further below, in the same order."""
    keys = [_key(_titled(unit)) if unit.words <= 30 and "recurs" not in seen and not masthead(seen) else "" for unit, seen in zip(found, observed, strict=True)]
    where: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        if len(key) >= 12:
            where.setdefault(key[:24], []).append(i)
    target: dict[int, int] = {}
    endings: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        if len(key) >= 12:
            endings.setdefault(key[-12:], []).append(i)
    for i, key in enumerate(keys):
        later = [j for j in where.get(key[:24], ()) if j > i + 1 and (key.startswith(keys[j]) or keys[j].startswith(key)) and len(keys[j]) >= 12]
        later += [j for j in endings.get(key[-12:], ()) if j > i + 1 and len(keys[j]) < len(key) and key.endswith(keys[j])]
        if len(key) >= 12 and later:
            target[i] = later[0]
    rows = sorted(target)
    runs: list[list[int]] = []
    for i in rows:
        if runs and i - runs[-1][-1] <= 3 and not any(is_prose(found[k], observed[k]) for k in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        above = sum(is_prose(found[k], observed[k]) for k in range(run[0]))
        if len(run) >= 2 and above <= 2 and all(target[i] > run[-1] for i in run):
            for i in run:
                observed[i]["contents_line"] = 1.0
                observed[target[i]]["announced"] = 1.0


def _neighbours(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """What follows: prose, masthead lines, or nothing."""
    n = len(found)
    for i in range(n):
        seen = observed[i]
        above = observed[i - 1] if i else {}
        if i and not is_prose(found[i], seen) and found[i].blank <= 1 and (above.get("related") == 1.0 and found[i - 1].words <= 5 or "below_related" in above) and "rule" not in seen:
            seen["below_related"] = 1.0
        if DATELINE.match(found[i].text) and is_prose(found[i], seen):
            seen["dateline"] = 1.0
        if "rule" in seen or is_prose(found[i], seen) and found[i].words > 30:
            continue
        mast = prose = False
        for j in range(i + 1, min(n, i + 5)):
            if masthead(observed[j]):
                mast = True
            elif is_prose(found[j], observed[j]):
                prose = True
                break
            elif "rule" in observed[j] or j > i + 2 and not mast:
                break
        if mast and not masthead(seen) and ("ends" not in seen or (found[i].words <= 15 and not (i and is_prose(found[i - 1], above)))):
            seen["masthead_below"] = 1.0 if "ends" not in seen else 0.7
        if prose and j == i + 1 and found[i].words >= 6 and found[i].text[0] not in "([":
            for sign in ("related", "player"):
                if sign in seen:
                    seen[sign] = 0.4  # "Watch: …" is a title when its text follows
        if masthead(seen) and _title_below(found, observed, i):
            seen["title_below"] = 1.0
        if i + 1 < n and not masthead(seen) and DATELINE.match(found[i + 1].text) and is_prose(found[i + 1], observed[i + 1]):
            seen["dateline_below"] = 1.0
        if prose or mast and i + 5 < n:
            seen["prose_below"] = 1.0
        elif i + 1 < n:
            seen["no_prose"] = 1.0
        below = observed[i + 1] if i + 1 < n else {}
        if 0 < i < n - 1 and "rule" in below and "rule" in observed[i - 1]:
            seen["boxed"] = 1.0
        if ("date_line" in below or "outlet_date" in below) and not masthead(above) and not masthead(seen) and found[i].words <= 6 and not found[i].ends and i and not found[i - 1].ends and found[i].blank <= 1 and "rule" not in above:
            seen["outlet_like"] = 1.0


def _title_below(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> bool:
    """Whether the next unit that is no masthead line looks like a title with prose below it."""
    for j in range(i + 1, min(len(found) - 1, i + 4)):
        if not masthead(observed[j]):
            title = "rule" not in observed[j] and "ends" not in observed[j] and 3 <= found[j].words <= 30
            return title and is_prose(found[j + 1], observed[j + 1])
    return False


def _languages(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """A change of language between what stands above and what stands below."""
    spoken = [tongue(unit.text) if unit.words > 5 and "rule" not in seen else None for unit, seen in zip(found, observed, strict=True)]
    for i in range(1, len(found) - 1):
        if is_prose(found[i], observed[i]) and found[i].words > 30:
            continue
        above = [t for t in spoken[max(0, i - 6) : i] if t][-3:]
        below = [t for t in spoken[i + 1 : i + 7] if t][:3]
        here = spoken[i]
        if above and below and len(set(above)) == 1 and len(set(below)) == 1 and above[0] != below[0] and here != above[0]:
            observed[i]["other_language"] = 1.0


def tongue(text: str) -> str | None:
    """Return roughly the language of a paragraph, by the small words among its first ones; None with too few."""
    counts: Counter[str] = Counter()
    for word in words(text[:160]):
        counts.update(small_words().get(word, ()))
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


def _words(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """What the words say: a headline is echoed below, another article names other names."""
    bags = [Bag({}, Counter(), 0) if "rule" in seen or masthead(seen) or any(k in seen for k in SILENT) else bag(unit.text) for unit, seen in zip(found, observed, strict=True)]
    common: Counter[str] = Counter()
    for one in bags:
        common.update(one.weights.keys())
    total = sum(one.size > 3 for one in bags)
    for i, unit in enumerate(found):
        seen = observed[i]
        if "rule" in seen or unit.words > 35 or i == len(found) - 1:
            continue
        below = window(bags, i + 1, 1, 90)
        if len(bags[i].weights) >= 2 and sum(b.size for b in below) > 12:
            share, fresh, count = echo(bags[i], window(bags, i - 1, -1, 160), below)
            if count >= 2 and fresh >= 0.25:
                seen["echo"] = min(1.0, 0.3 + (fresh - 0.25) / 0.4 + 0.1 * (count - 2))
            elif share < 0.15:
                seen["deaf"] = 1.0
        if i + 1 < len(found) and _repeats(unit, found[i + 1 : i + 5], observed[i + 1 : i + 5]):
            seen["repeated"] = 1.0
        if unit.text[0] in "\"“«„‘" and QUOTED.fullmatch(unit.text) and any(_key(unit.text) in _key(other.text) for other in found[i + 1 : i + 8] if len(other.text) > len(unit.text)):
            seen["quoted_below"] = 1.0
        if i:
            kept = cohesion(bags, i, common, total)
            if kept is not None:
                if kept < 0.16:
                    seen["shift"] = min(1.0, (0.16 - kept) / 0.10)
                elif kept > 0.22:
                    seen["stay"] = min(1.0, (kept - 0.22) / 0.15)


SILENT = ("share", "related", "advert", "newsletter", "comment_form", "paywall", "player", "contents_line", "furniture", "address")


def _repeats(unit: Unit, below: Sequence[Unit], seen: Sequence[dict[str, float]]) -> bool:
    """Whether prose below starts with the unit's words (a title that is the body's first sentence)."""
    key = _key(unit.text)[:60]
    if len(key) < 20:
        return False
    return any(_key(other.text).startswith(key) for other, s in zip(below, seen, strict=True) if len(other.text) >= len(unit.text) and "contents_line" not in s)
