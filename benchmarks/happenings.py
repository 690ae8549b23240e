"""Which events are one: marked events of short reports, read into a record and brought together there.

    python -m benchmarks.happenings        the figures
    python -m benchmarks.happenings tune   which pairs of the half to tune on are missed or wrongly joined

A half of the cases is one record. Two marked events are a pair that should be joined when they have one number in one
case, and all others should not be, those of two cases neither. An event that is not found is joined with none, which
counts as a miss; `found` is the recall among pairs of which both events are found.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from according import Record, Settings
from according.model import Span
from according.views import EventRow

FILE = Path(__file__).parents[1] / "tests" / "annotations" / "happenings.yml"
HALVES = ("tune", "held")
_MARK = re.compile(r"\{(\d):([^{}]+)\}")
_URL = "https://reports.example/"


class Marked(NamedTuple):
    """An event that a report marks: its case, the number of its happening there, its report, its words."""

    case: str
    number: str
    report: int
    words: str
    span: Span

    def is_one_with(self, other: Marked) -> bool:
        """Whether both are labelled as one happening."""
        return (self.case, self.number) == (other.case, other.number)


def unmarked(case: str, report: int, text: str) -> tuple[str, list[Marked]]:
    """Return the text of a report without its marks, and what they mark, with its place in that text."""
    plain, found, end = "", list[Marked](), 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        number, words = mark.groups()
        found.append(Marked(case, number, report, words, Span(len(plain), len(plain) + len(words))))
        plain, end = plain + words, mark.end()
    return plain + text[end:], found


def cases(half: str) -> Iterator[dict[str, Any]]:
    """Yield the cases of a half."""
    for case in yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader):
        if HALVES[int(case["id"][1:]) % 2 == 0] == half:
            yield case


@cache
def _read(half: str) -> list[tuple[Marked, EventRow | None]]:
    """Return the marked events of a half with what is found there."""
    marked: list[Marked] = []
    with TemporaryDirectory() as folder:
        table = Path(folder) / "reports.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("url", "date", "language", "text"))
            for case in cases(half):
                for number, report in enumerate(case["articles"]):
                    text, found = unmarked(case["id"], number, report["text"])
                    marked += found
                    url = f"{_URL}{case['id']}/{number}"
                    rows.writerow((url, report["published"], report["language"], text))
        with Record.open(Path(folder) / "record.according", create=True) as record:
            record.read([str(table)], Settings(jobs=1))
            events = list(record.events())
    return [(each, _event(each, events)) for each in marked]


def _event(marked: Marked, events: list[EventRow]) -> EventRow | None:
    """Return the event that is found where one is marked, if any."""
    url = f"{_URL}{marked.case}/{marked.report}"
    for row in events:
        span = row.event.trigger
        start = row.row.article.span.start
        if row.row.article.url == url and Span(span.start - start, span.end - start).overlap(marked.span):
            return row
    return None


def _pairs(half: str) -> Iterator[tuple[Marked, EventRow | None, Marked, EventRow | None, bool]]:
    """Yield all pairs of marked events, what is found there, and whether it is joined."""
    for (one, here), (other, there) in combinations(_read(half), 2):
        joined = here is not None and there is not None and here.happening == there.happening
        yield one, here, other, there, joined


def measure() -> dict[str, float]:
    """Return pairwise precision and recall by half."""
    figures: dict[str, float] = {}
    for half in HALVES:
        count: Counter[str] = Counter()
        for one, here, other, there, joined in _pairs(half):
            same = one.is_one_with(other)
            count["same"] += same
            count["joined"] += joined
            count["right"] += same and joined
            count["found"] += same and here is not None and there is not None
        figures[f"happenings.{half}.precision"] = count["right"] / max(1, count["joined"])
        figures[f"happenings.{half}.recall"] = count["right"] / count["same"]
        figures[f"happenings.{half}.found"] = count["right"] / max(1, count["found"])
    return figures


def show() -> None:
    """Print the pairs of the half to tune on that are missed or wrongly joined, with what is found there."""
    for one, here, other, there, joined in _pairs("tune"):
        if joined == one.is_one_with(other):
            continue
        print("WRONG " if joined else "MISSED", one.case, one.words, "|", other.case, other.words)
        for row in (here, there):
            print("   ", "-" if row is None else json.dumps(row.as_json(), ensure_ascii=False))


if __name__ == "__main__":
    if sys.argv[1:] == ["tune"]:
        show()
    else:
        print(json.dumps(measure(), indent=1))
