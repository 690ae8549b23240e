"""What stands around a unit of a page: space, rules, labels, mastheads, datelines, lists of links."""

from __future__ import annotations

import functools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from according.read.fields import field, is_dump, layout, stacked
from according.read.lines import Unit, typical_blank
from according.read.shape import is_prose, letters
from according.read.signs import masthead

MARKDOWN = re.compile(r"(#{1,6})\s+\S")
ISSUE = r"(?:n°|№|no\.|nr\.|issue|vol\.?|volume|numéro|выпуск|sayı|número)\s?\d+"
COUNT = r"\d+\s(?:articles?|items|stories|documents|dépêches|стат[а-я]+|материал[а-я]*|новост[а-я]+)"
RARE, USUAL = 0.35, 0.6
"""Shares of units up to which indentation marks something, and from which on it is how paragraphs begin."""
SHORTER = 0.4
"""Share of the words of a usual paragraph below which a unit is short for this document."""
ESSAY = 30
"""Words of prose below a text's only top heading from which on the headings below are its sections."""
SIGNATURE = 12
"""Most lines of a mail's signature."""
AHEAD = 4
"""Units below a line that are looked at."""
DATELINE = re.compile(
    r"[^\W\d_][^\n()—–:.!?/]{1,60}?(?:,?\s\d{1,2}\s?[^\W\d_]{0,9}\.?)?"
    r"(?:\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/)\s?(?:[—–.:]|-{1,2}\s)|(?<=\d)\s(?:[—–]|-{1,2})\s|"
    r"(?<=\w)\.?\s(?:[—–]|-{1,2})\s(?=[^\n.]{2,30}\.\s))"
)
"""PLACE, date (AGENCY) — at the start of a paragraph."""


def broken_titles(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
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
        if (
            spaced
            and 2 <= len(block) <= 4
            and not block[-1].ends
            and not any("rule" in seen for seen in observed[i : last + 1])
            and sum(unit.words for unit in block) <= 35
            and found[i].blank != 0
        ):
            for seen in observed[i : last + 1]:
                if seen.keys() & {"ends", "colon", "cut"}:
                    for name in ("ends", "colon", "cut"):
                        seen.pop(name, None)
                    seen["open_ended"] = 1.0
        i = last + 1


def _boxed(first: int, last: int, observed: list[dict[str, float]]) -> None:
    """Short lines between two rules, in a block of lines `first` to `last` that are stuck together."""
    rules = [k for k in range(first, last + 1) if "rule" in observed[k]]
    for a, b in pairwise(rules):
        if 2 < b - a <= 4:
            for k in range(a + 1, b):
                observed[k]["boxed"] = 1.0


def labelled_lines(text: str, found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Labelled lines, believed in a database's dump and where several different ones stand together."""
    coded = is_dump(text)
    held = [field(text[u.span.start : u.span.end], coded) if u.words < 60 else None for u in found]
    for i, one in enumerate(held):
        if one is None:
            continue
        near = {h.role for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(held) and (h := held[j])}
        if one.coded or near - {one.role} or (one.role == "noise" and len(near) > 0):
            for sign in [name for name in observed[i] if not name.startswith("words_")]:
                del observed[i][sign]
            observed[i]["field_" + ("end" if one.role == "url" else one.role)] = 1.0
    for i, unit in enumerate(found[:-1]):
        role = stacked(unit.text)
        if role and found[i + 1].words <= 8:
            observed[i] = {"field_noise": 1.0}
            observed[i + 1] = {f"field_{role}": 1.0}


def recurring(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Lines that stand in the document three times and more: furniture."""
    keys = [letters(unit.text) if unit.words <= 12 else "" for unit in found]
    often = Counter(line for line in keys if len(line) > 2)
    for line, seen in zip(keys, observed, strict=True):
        if (
            often[line] >= 3
            and not masthead(seen)
            and seen.keys().isdisjoint(("rule", "credit", "caption_like"))
        ):
            seen["recurs"] = 1.0


def writers(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """A name on its own line whose bearer a line below presents as the writer."""
    notes = [unit.text.split()[:4] for unit, seen in zip(found, observed, strict=True) if "bio_line" in seen]
    names = {" ".join(words[:n]) for words in notes for n in range(2, len(words) + 1)}
    for unit, seen in zip(found, observed, strict=True):
        if "person_line" in seen and unit.text in names:
            seen["writer"] = 1.0


def gaps(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Space above and below against what is usual in this document; indentation; first and last."""
    usual = typical_blank(list(found))
    indented = sum(unit.indent > 0 for unit in found)
    rare = 0 < indented <= RARE * len(found)
    prose = [unit.indent > 0 for unit, seen in zip(found, observed, strict=True) if is_prose(unit, seen)]
    lengths = [unit.words for unit, seen in zip(found, observed, strict=True) if is_prose(unit, seen)]
    median = statistics.median(lengths) if len(lengths) >= 4 else 0
    usual_indent = len(prose) >= 4 and sum(prose) >= USUAL * len(prose)
    for unit, seen in zip(found, observed, strict=True):
        if unit.blank > usual + 0.5 and unit.blank >= 1:
            seen["above_gap"] = 1.0
        elif 0 <= unit.blank < usual - 0.5:
            seen["above_tight"] = 1.0
        if unit.below < usual - 0.5:
            seen["below_tight"] = 1.0
        if rare and unit.indent > 0:
            seen["indented"] = 1.0
        if unit.words < SHORTER * median and 4 <= unit.words <= 20 and "rule" not in seen:
            seen["short_here"] = 1.0
        if usual_indent:
            seen["like_prose" if unit.indent > 0 else "outdented"] = 1.0


def signatures(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """What stands below "-- " in a mail (RFC 3676): the sender's signature."""
    for i, unit in enumerate(found):
        if unit.text != "--":
            continue
        for j in range(i + 1, min(len(found), i + SIGNATURE + 1)):
            if "rule" in observed[j]:
                break
            observed[j]["below_signature"] = 1.0


def edges(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """The first and the last unit, and a digest's own name on its first lines."""
    observed[0]["first"] = 1.0
    if len(found) == 1:
        observed[0]["alone"] = 1.0
    if len(found) > 1 and "rule" not in observed[-1]:
        observed[-1]["last"] = 1.0
    for unit, seen in zip(found[:4], observed, strict=False):
        if unit.words <= 14 and "ends" not in seen and _banner().search(unit.text.casefold()):
            seen["banner"] = 1.0


def markdown(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Markdown headings: the titles are at the highest level that stands more than once."""
    levels = {i: len(match.group(1)) for i, unit in enumerate(found) if (match := MARKDOWN.match(unit.text))}
    used = Counter(levels.values())
    ranked = sorted(used)
    if not ranked:
        return
    top = (
        ranked[0]
        if used[ranked[0]] > 1 or len(ranked) == 1 or _is_essay(found, observed, levels)
        else ranked[1]
    )
    for i, level in levels.items():
        seen = observed[i]
        seen["markdown_1" if level == top else "markdown_top" if level < top else "markdown_2"] = 1.0
        seen.pop("bullet", None)
        if level < top and i == 0:
            seen["banner"] = 1.0


def _is_essay(found: Sequence[Unit], observed: list[dict[str, float]], levels: dict[int, int]) -> bool:
    """Whether the one heading above all others is a title: prose follows it, and no rule before the next heading."""
    first, second = sorted(levels)[:2]
    between = range(first + 1, second)
    prose = sum(found[i].words for i in between if is_prose(found[i], observed[i]))
    return first == 0 and prose >= ESSAY and not any("rule" in observed[i] for i in between)


@functools.cache
def _banner() -> re.Pattern[str]:
    words = sorted(cast(list[str], layout()["banner"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}|{ISSUE}|{COUNT})(?!\w)")


def neighbours(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """What follows: prose, masthead lines, or nothing."""
    for i, unit in enumerate(found):
        seen = observed[i]
        prose = is_prose(unit, seen)
        if prose and DATELINE.match(unit.text):
            seen["dateline"] = 1.0
        if "rule" in seen or (prose and unit.words > 30):
            continue
        if not prose and _is_listed(found, observed, i):
            seen["below_related"] = 1.0
        if masthead(seen):
            if _title_below(found, observed, i):
                seen["title_below"] = 1.0
        elif _stands_for_outlet(found, observed, i):
            seen["outlet_like"] = 1.0
        _below(found, observed, i)


def _is_listed(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> bool:
    """Whether a short line goes on with a list of links: below "Related articles", or below another such line."""
    if i == 0 or found[i].blank > 1:
        return False
    above = observed[i - 1]
    return (above.get("related") == 1.0 and found[i - 1].words <= 5) or "below_related" in above


def _stands_for_outlet(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> bool:
    """Whether a short line stands between a title and a date, where outlets are named."""
    if i == 0 or i + 1 == len(found):
        return False
    unit, above, below = found[i], observed[i - 1], observed[i + 1]
    dated = "date_line" in below or "outlet_date" in below
    titled = "rule" not in above and not masthead(above) and not found[i - 1].ends
    return dated and titled and unit.words <= 6 and not unit.ends and unit.blank <= 1


def _below(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> None:
    """What the next few units say about unit `i`."""
    n, unit, seen = len(found), found[i], observed[i]
    mast, prose_at = _ahead(found, observed, i)
    follows = observed[i + 1] if i + 1 < n else {}
    after_prose = i > 0 and is_prose(found[i - 1], observed[i - 1])
    if (
        mast
        and not masthead(seen)
        and "banner" not in seen
        and ("ends" not in seen or (unit.words <= 15 and not after_prose))
    ):
        seen["masthead_below"] = 1.0 if "ends" not in seen else 0.7
    if prose_at == i + 1 and unit.words >= 6 and unit.text.casefold().startswith(_titles_too()):
        for sign in {"related", "player"} & seen.keys():
            seen[sign] = 0.4  # "Watch: …" is a title when its text follows
    if (
        follows
        and not masthead(seen)
        and is_prose(found[i + 1], follows)
        and DATELINE.match(found[i + 1].text)
    ):
        seen["dateline_below"] = 1.0
    if prose_at is not None or (mast and i + AHEAD + 1 < n):
        seen["prose_below"] = 1.0
    elif follows:
        seen["no_prose"] = 1.0
    if "rule" in follows and i > 0 and "rule" in observed[i - 1]:
        seen["boxed"] = 1.0


@functools.cache
def _titles_too() -> tuple[str, ...]:
    return tuple(cast(list[str], layout()["titles_too"]))


def _ahead(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> tuple[bool, int | None]:
    """Whether a masthead line is among the next units, and which of them is the first prose."""
    mast = False
    boxed = "boxed" in observed[i] or (i > 0 and "rule" in observed[i - 1])
    for j in range(i + 1, min(len(found), i + AHEAD + 1)):
        if boxed and j == i + 1 and "rule" in observed[j]:
            continue  # the rule that underlines a title
        if masthead(observed[j]):
            mast = True
        elif is_prose(found[j], observed[j]):
            return mast, j
        elif "rule" in observed[j] or (j > i + 2 and not mast):
            break
    return mast, None


def _title_below(found: Sequence[Unit], observed: list[dict[str, float]], i: int) -> bool:
    """Whether the next unit that is no masthead line looks like a title with prose below it."""
    for j in range(i + 1, min(len(found) - 1, i + 4)):
        if not masthead(observed[j]):
            title = "rule" not in observed[j] and "ends" not in observed[j] and 3 <= found[j].words <= 30
            return title and is_prose(found[j + 1], observed[j + 1])
    return False
