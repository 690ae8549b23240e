"""Differences in an archive: reports on many conflicts in one record (`archives.yml`), each difference labelled.

    python -m benchmarks.archives           the figures, by half and kind
    python -m benchmarks.archives missed    of the half to tune on: what is not found, and what is wrong

A difference is found where a discrepancy that is no series and is of its kind has accounts of two of its positions, in
two positions of its own. A discrepancy that is none of those labelled is false, whatever it pairs: `alike` labels are
what tempts, an update, a part of the dead, another day. The half `held` is only measured.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml

from according import Record
from according.model import Span
from according.settings import Settings
from according.views import AccountRow, DiscrepancyRow

FILE = Path(__file__).with_suffix(".yml")
HALVES = ("tune", "held")
_MARK = re.compile(r"\{(\d+[A-Z](?: \d+[A-Z])*):([^{}]+)\}")
_GAP = "\n\n"
"""What stands between the title and the text of an article that comes from a table."""
_URL = "https://reports.example/"


class Mark(NamedTuple):
    """A marked account: of which number of its story and at which position, in which article, its place there."""

    number: int
    position: str
    url: str
    span: Span


class Case(NamedTuple):
    """A labelled difference, or what is none (`kinds` is empty then), with its accounts."""

    story: str
    half: str
    number: int
    kinds: tuple[str, ...]
    why: str
    marks: tuple[Mark, ...]


class Found(NamedTuple):
    """A discrepancy with the cases that it pairs positions of; its half is that of its articles."""

    row: DiscrepancyRow
    half: str
    cases: tuple[Case, ...]

    @property
    def right(self) -> tuple[Case, ...]:
        """The labelled differences that it is, of the kind that they are of."""
        return tuple(each for each in self.cases if self.row.discrepancy.kind in each.kinds)


def unmarked(text: str, url: str) -> tuple[str, list[Mark]]:
    """Return a text without its marks, and the marks with their places in it."""
    plain, found, end = "", list[Mark](), 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        labels, words = mark.groups()
        span = Span(len(plain), len(plain) + len(words))
        found += [Mark(int(label[:-1]), label[-1], url, span) for label in labels.split()]
        plain, end = plain + words, mark.end()
    return plain + text[end:], found


def _archive() -> tuple[list[dict[str, str]], list[Case]]:
    """Return the articles as rows of a table, and all cases."""
    rows, cases = list[dict[str, str]](), list[Case]()
    for story in cast(list[dict[str, Any]], yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)):
        marks = list[Mark]()
        for number, article in enumerate(story["articles"]):
            url = f"{_URL}{story['half']}/{story['story']}/{number}"
            text, found = unmarked(f"{article['title']}{_GAP}{article['text']}", url)
            marks += found
            row = {"url": url, "date": str(article["published"])}
            row |= {key: article[key] for key in ("language", "outlet")}
            row["title"], _, row["text"] = text.partition(_GAP)
            rows.append(row)
        for labels in ("differ", "alike"):
            for number, said in story[labels].items():
                kinds = () if labels == "alike" else (said,) if isinstance(said, str) else tuple(said)
                own = tuple(each for each in marks if each.number == number)
                cases.append(Case(story["story"], story["half"], number, kinds, str(said), own))
    return rows, cases


@cache
def read() -> tuple[tuple[Case, ...], tuple[Found, ...]]:
    """Read the archive into one record; return all cases, and what is found to differ and is no series."""
    rows, cases = _archive()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "archive.jsonl")
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
        with Record.open(Path(folder, "archive.according"), create=True) as record:
            record.read([str(path)], Settings(jobs=1))
            found = [_found(row, cases) for row in record.differences()]
    return tuple(cases), tuple(found)


def _found(row: DiscrepancyRow, cases: list[Case]) -> Found:
    told = [[_place(each) for each in position] for position in row.positions]
    urls = {url for some in told for url, _ in some}
    half = HALVES[any(url.startswith(f"{_URL}held/") for url in urls)]
    return Found(row, half, tuple(each for each in cases if _pairs(each, told)))


def _place(account: AccountRow) -> tuple[str, Span]:
    """Return where an account stands: in which article, and where in its title and text."""
    article, says = account.row.article, account.says
    return article.url or "", Span(says.span.start - article.span.start, says.span.end - article.span.start)


def _pairs(case: Case, told: list[list[tuple[str, Span]]]) -> bool:
    """Whether two positions of a case stand in two of what is found."""
    held = [
        {
            mark.position
            for mark in case.marks
            for url, span in some
            if url == mark.url and span.overlap(mark.span)
        }
        for some in told
    ]
    return any(a != b for one, other in combinations(held, 2) for a in one for b in other)


def measure() -> dict[str, float]:
    """Return by half the precision of what is found, and the recall of the labelled differences."""
    figures: dict[str, float] = {}
    cases, found = read()
    for half in HALVES:
        some = [each for each in found if each.half == half]
        differ = [each for each in cases if each.half == half and each.kinds]
        named = {each for row in some for each in row.right}
        figures[f"archives.{half}.precision"] = sum(bool(each.right) for each in some) / max(1, len(some))
        figures[f"archives.{half}.recall"] = sum(each in named for each in differ) / len(differ)
    return figures


def _kinds() -> Iterator[str]:
    """Yield by half and kind how many are found of how many, and how many of that kind are false."""
    cases, found = read()
    for half in HALVES:
        named = {each for row in found for each in row.right}
        of, hit, false = Counter[str](), Counter[str](), Counter[str]()
        for case in cases:
            if case.half == half and case.kinds:
                of[case.kinds[0]] += 1
                hit[case.kinds[0]] += case in named
        false.update(each.row.discrepancy.kind for each in found if each.half == half and not each.right)
        for kind in sorted({*of, *false}):
            yield f"{half:5} {kind:8} {hit[kind]} of {of[kind]} found, {false[kind]} false"


def _missed() -> None:
    cases, found = read()
    named = {each for row in found for each in row.right}
    for case in cases:
        if case.half == "tune" and case.kinds and case not in named:
            print("MISSED", case.story, case.number, case.why)
    for each in found:
        if each.half == "tune" and not each.right:
            told = each.row.discrepancy
            print(
                "WRONG ",
                told.kind,
                told.about,
                told.score,
                [f"{case.story} {case.why}" for case in each.cases],
            )
            for position in each.row.positions:
                print(
                    "      ",
                    [f"{says.row.number} {says.claimant.name}: {says.sentence}" for says in position],
                )


if __name__ == "__main__":
    if sys.argv[1:] == ["missed"]:
        _missed()
    else:
        for line in _kinds():
            print(line)
        for name, value in measure().items():
            print(f"{name:40} {value:.3f}")
