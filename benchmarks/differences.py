"""Pairs of accounts labelled by hand: whether they can both be right (`tests/annotations/differences.yml`).

    python -m benchmarks.differences           the figures
    python -m benchmarks.differences missed    the cases of the odd ids that are judged otherwise than labelled

Each pair goes through the whole pipeline as articles in a record of its own. It is found to differ where a discrepancy
that is no series has accounts in both texts, or in both sentences of one; `kind` is the recall of those of the labelled
kind. One within one of two texts is false unless they are labelled (`within`) to differ there in just that: a text may
tell who accuse each other. Odd ids may be looked at (`tune`), even ids are only measured (`held`).
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from according import Record
from according.settings import Settings
from according.views import Discrepancy

_LABELLED = Path(__file__).parent.parent / "tests/annotations/differences.yml"
_ALONE = Settings(jobs=1)


@dataclass(frozen=True)
class Case:
    """A pair with what is found in it."""

    id: int
    kind: str
    differ: bool
    series: bool
    texts: int
    apart: bool
    """Whether two texts are labelled to differ within one of them."""
    every: tuple[Discrepancy, ...]

    @property
    def found(self) -> tuple[Discrepancy, ...]:
        """What is found between its texts; within one where that is the only one, or is labelled to differ in this."""
        return tuple(
            each
            for each in self.every
            if self.texts == 1 or len(_articles(each)) > 1 or (self.apart and each.kind == self.kind)
        )

    @property
    def within(self) -> int:
        """How many others are said to differ within one of its two texts."""
        return sum(not each.series for each in self.every) - sum(not each.series for each in self.found)

    @property
    def said(self) -> bool:
        """Whether it is found to differ."""
        return any(not each.series for each in self.found)

    @property
    def named(self) -> bool:
        """Whether it is found to differ in what it is labelled to differ in."""
        return any(not each.series and each.kind == self.kind for each in self.found)


def cases() -> Iterator[Case]:
    """Yield all labelled pairs with what the pipeline finds."""
    for pair in cast(list[dict[str, Any]], yaml.safe_load(_LABELLED.read_text("utf-8"))):
        texts = sum(side in pair for side in ("a", "b"))
        yield Case(
            pair["id"],
            pair["kind"],
            pair["differ"],
            pair.get("series", False),
            texts,
            pair.get("within", False),
            tuple(found(pair)),
        )


def found(pair: dict[str, Any]) -> list[Discrepancy]:
    """Return the discrepancies of one pair: its texts as articles of two outlets, in a record of their own."""
    texts = [pair[side] for side in ("a", "b") if side in pair]
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            {
                "text": each["text"],
                "date": str(each["date"]),
                "language": each["language"],
                "outlet": f"Outlet {number}",
            }
            for number, each in enumerate(texts)
        ]
        path = Path(folder, "pair.jsonl")
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
        with Record.open(Path(folder, "pair.according"), create=True) as record:
            record.read([str(path)], _ALONE)
            return [row.discrepancy for row in record.differences(series=True)]


def _articles(each: Discrepancy) -> set[str]:
    return {says.article for position in each.positions for says in position}


def measure() -> dict[str, float]:
    """Return precision and recall of pairs that differ, and how many labelled series are found as such, by half."""
    figures: dict[str, float] = {}
    all_cases = list(cases())
    for half, rest in (("tune", 1), ("held", 0)):
        some = [case for case in all_cases if case.id % 2 == rest]
        said = [case for case in some if case.said]
        differ = [case for case in some if case.differ]
        right = sum(case.differ for case in said)
        every = len(said) + sum(case.within for case in some)
        figures[f"differences.{half}.precision"] = right / every if every else 1.0
        figures[f"differences.{half}.recall"] = right / len(differ)
        figures[f"differences.{half}.kind"] = sum(case.named for case in differ) / len(differ)
        series = [case for case in some if case.series]
        figures[f"differences.{half}.series"] = sum(
            bool(case.found) and not case.said for case in series
        ) / len(series)
    return figures


def _missed() -> None:
    for case in cases():
        if case.id % 2 and (case.said != case.differ or case.within or (case.series and not case.found)):
            print(case.id, case.kind, "differ" if case.differ else "agree", "series" if case.series else "")
            for each in case.every:
                says = [[says.says for says in position] for position in each.positions]
                print(
                    "   ",
                    each.kind,
                    "series" if each.series else "",
                    each.about,
                    says,
                    each.score,
                    each.reason,
                )


if __name__ == "__main__":
    if sys.argv[1:] == ["missed"]:
        _missed()
    else:
        for name, value in measure().items():
            print(f"{name:40} {value:.3f}")
