"""Units that belong together across a document: numbered titles, tables of contents and what they announce."""

from __future__ import annotations

import re
import statistics
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from according.read.fields import field
from according.read.lines import Unit
from according.read.shape import NUMBER, is_prose, letters
from according.read.signs import masthead

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
TAG = re.compile(
    r"(?:\d{1,3}[.)]\s*)?(?:\[[^\]\d][^\]]{0,20}\]\s*)?(?:(?:re|fwd?|tr|aw)\s?:\s*)*", re.IGNORECASE
)
"""What mailing lists put in front of a subject: the list's name, Re:, Fwd:."""
PREAMBLE = 60
"""Words of prose in front of number 1 from which on the numbers may be those of an essay's sections …"""
MOST = 0.7
"""Share of numbered lines with prose below them from which on they are titles."""
SHORTEST = 12
"""Letters of the shortest title that is recognised by its words alone."""
NEXT = 4
"""Lines with the same beginning that are compared."""
SECTION = 7
"""… when their headings have no more words than this (with the number), by the median."""


def numbers(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Numbered lines: the titles of a digest (prose between them), the sections of an essay, or the items of a list."""
    prose = [is_prose(unit, seen) for unit, seen in zip(found, observed, strict=True)]
    words_above = list(
        accumulate((unit.words * told for unit, told in zip(found, prose, strict=True)), initial=0)
    )
    for run in _chains(found):
        apart = [any(prose[a + 1 : b]) for a, b in pairwise(run)]
        if not apart:
            continue
        short = statistics.median(found[i].words for i in run) <= SECTION
        if words_above[run[0]] > PREAMBLE and short:
            name, strength = "section_number", 1.0
        else:
            titles = all(apart) or (len(run) >= 3 and sum(apart) >= MOST * len(apart))
            name, strength = "numbered" if titles else "listed", min(1.0, 0.4 + 0.2 * len(run))
        for i in run:
            if name == "listed" or not prose[i]:
                observed[i][name] = strength
                observed[i].pop("bullet", None)


def _chains(found: Sequence[Unit]) -> list[list[int]]:
    """Units numbered 1, 2, 3 … in one style, each chain in order."""
    chains: list[list[int]] = []
    open_chain: dict[str, tuple[list[int], int]] = {}
    for i, unit in enumerate(found):
        match = NUMBER.match(unit.text)
        if not match:
            continue
        style, text = next((name, text) for name, text in match.groupdict().items() if text)
        value = ROMAN.index(text) if text in ROMAN else int(text) if text.isdigit() else 0
        run, last = open_chain.get(style, ([], -1))
        if not run or value != last + 1:
            if run and value > 1:
                continue
            run = []
            chains.append(run)
        run.append(i)
        open_chain[style] = (run, value)
    return chains


def contents(found: Sequence[Unit], observed: list[dict[str, float]]) -> None:
    """Tables of contents: short lines in a row near the start that stand again further below, in the same order."""
    keys = [
        letters(_titled(unit)) if unit.words <= 30 and "recurs" not in seen and not masthead(seen) else ""
        for unit, seen in zip(found, observed, strict=True)
    ]
    prose = [is_prose(unit, seen) for unit, seen in zip(found, observed, strict=True)]
    above = list(accumulate(prose, initial=0))
    target = _announced(keys)
    runs: list[list[int]] = []
    for i in sorted(target):
        if runs and i - runs[-1][-1] <= 3 and not any(prose[runs[-1][-1] + 1 : i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        if len(run) >= 2 and above[run[0]] <= 2 and all(target[i] > run[-1] for i in run):
            for i in run:
                observed[i]["contents_line"] = 1.0
                observed[target[i]]["announced"] = 1.0


def _titled(unit: Unit) -> str:
    """The unit's text, or the title it holds when it is a field of a title."""
    held = field(unit.text)
    text = held.value if held and held.role == "title" else unit.text
    tag = TAG.match(text)
    return text[tag.end() :] if tag else text


def _announced(keys: Sequence[str]) -> dict[int, int]:
    """For each line the first later line that it repeats: as a whole, by its start, or behind an outlet and a date."""
    starts: dict[str, list[int]] = {}
    ends: dict[str, list[int]] = {}
    for i, line in enumerate(keys):
        if len(line) >= SHORTEST:
            starts.setdefault(line[:24], []).append(i)
            ends.setdefault(line[-SHORTEST:], []).append(i)
    target: dict[int, int] = {}
    for i, line in enumerate(keys):
        if len(line) < SHORTEST:
            continue
        same = [
            j for j in _after(starts[line[:24]], i) if line.startswith(keys[j]) or keys[j].startswith(line)
        ]
        same += [
            j
            for j in _after(ends[line[-SHORTEST:]], i)
            if len(keys[j]) < len(line) and line.endswith(keys[j])
        ]
        if same:
            target[i] = same[0]
    return target


def _after(places: Sequence[int], i: int) -> Sequence[int]:
    """The next few of `places` behind `i`, its neighbour aside."""
    at = bisect_right(places, i + 1)
    return places[at : at + NEXT]
