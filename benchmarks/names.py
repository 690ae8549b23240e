"""One name in two spellings: does the matcher know what is one name and what are two?

`python -m benchmarks.names` prints all figures; `python -m benchmarks.names tune` the pairs of that split that are
judged wrongly, each with its likeness. Those of `held` are listed only when `--held` says that they shall be.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast, get_args

import yaml

from according.link.names import SAME, likeness

Split = Literal["tune", "held"]
Kind = Literal["person", "organization", "place"]
Likeness = Callable[[str, str, Kind], float]

FILE = Path(__file__).with_name("names.yml")
FEWEST = 4
"""Fewest `same` pairs of two languages for which a recall of their own is worth printing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two full names, the languages of the texts they are at home in, and whether both can be one name.

    `group` is shared by pairs about the same persons; all pairs of a group lie in one split.
    """

    a: str
    b: str
    languages: tuple[str, str]
    same: bool
    split: Split
    kind: Kind
    group: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A pair with the likeness found (0 to 1) and whether that makes it one name."""

    pair: Pair
    likeness: float
    found: bool

    @property
    def right(self) -> bool:
        """Whether the verdict is that of the file."""
        return self.found == self.pair.same


def _pair(row: dict[str, object]) -> Pair:
    """Turn a line of the file into a Pair; ValueError when a value is not one of those allowed."""
    if set(row) != {field.name for field in fields(Pair)}:
        raise ValueError(f"missing or unknown fields: {row}")
    languages = tuple(cast(list[str], row["languages"]))
    pair = Pair(**{**row, "languages": languages})  # type: ignore[arg-type]
    texts = (pair.a, pair.b, pair.group, *languages)
    if len(languages) != 2 or not all(isinstance(text, str) and text.strip() == text != "" for text in texts):
        raise ValueError(f"a pair needs two names, two languages and a group: {row}")
    if (
        pair.split not in get_args(Split)
        or pair.kind not in get_args(Kind)
        or not isinstance(pair.same, bool)
    ):
        raise ValueError(f"split, kind or same out of range: {row}")
    if pair.a == pair.b:
        raise ValueError(f"twice the same spelling: {row}")
    return pair


def load(text: str) -> tuple[Pair, ...]:
    """Return the pairs of a file's text, in its order.

    Raises:
        ValueError: a line is malformed, a pair occurs twice, or a group or a spelling lies in both splits.
    """
    pairs = tuple(_pair(row) for row in yaml.load(text, Loader=yaml.CSafeLoader))
    splits: defaultdict[str, set[Split]] = defaultdict(set)
    for pair in pairs:
        for key in (f"group {pair.group}", f"name {pair.a}", f"name {pair.b}"):
            splits[key].add(pair.split)
    if astride := sorted(key for key, found in splits.items() if len(found) > 1):
        raise ValueError(f"in both splits: {', '.join(astride)}")
    if len({frozenset((pair.a, pair.b)) for pair in pairs}) != len(pairs):
        raise ValueError("a pair occurs twice")
    return pairs


def judge(pairs: Iterable[Pair], alike: Likeness, threshold: float) -> list[Verdict]:
    """Compare every pair. Names are one from `threshold` up."""
    scored = ((pair, alike(pair.a, pair.b, pair.kind)) for pair in pairs)
    return [Verdict(pair, score, score >= threshold) for pair, score in scored]


def precision(verdicts: Iterable[Verdict]) -> float:
    """Share of the pairs found to be one name that are; 1 when none is found."""
    found = [verdict.pair.same for verdict in verdicts if verdict.found]
    return sum(found) / len(found) if found else 1.0


def recall(verdicts: Iterable[Verdict]) -> float:
    """Share of the pairs of one name that are found; 1 when there is none."""
    same = [verdict.found for verdict in verdicts if verdict.pair.same]
    return sum(same) / len(same) if same else 1.0


def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Return precision and recall of each split, and the recall of both together by pair of languages."""
    values: dict[str, float] = {}
    for split in get_args(Split):
        mine = [verdict for verdict in verdicts if verdict.pair.split == split]
        values |= {f"names.{split}_precision": precision(mine), f"names.{split}_recall": recall(mine)}
    by_languages: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.pair.same:
            by_languages["-".join(sorted(verdict.pair.languages))].append(verdict)
    shown = {name: group for name, group in sorted(by_languages.items()) if len(group) >= FEWEST}
    return values | {f"names.recall.{name}": recall(group) for name, group in shown.items()}


def verdicts(*splits: Split) -> list[Verdict]:
    """Judge the pairs of these splits with the matcher of the package."""
    pairs = load(FILE.read_text(encoding="utf-8"))
    return judge((pair for pair in pairs if pair.split in splits), likeness, SAME)


def errors(split: Split) -> list[Verdict]:
    """Return the pairs of a split that the matcher of the package judges wrongly."""
    return [verdict for verdict in verdicts(split) if not verdict.right]


def measure() -> dict[str, float]:
    """Return precision and recall on both splits, and recall by pair of languages."""
    return figures(verdicts(*get_args(Split)))


def main() -> int:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("split", nargs="?", choices=get_args(Split))
    parser.add_argument("--held", action="store_true", help="list the held-out pairs all the same")
    options = parser.parse_args()
    if options.split is None:
        for name, value in measure().items():
            print(f"{name:30} {value:6.3f}")
        return 0
    if options.split == "held" and not options.held:
        print("held-out pairs are scored, never shown: what is learnt from them no longer tests anything")
        return 2
    for verdict in errors(options.split):
        pair = verdict.pair
        side = "missed" if pair.same else "joined"
        print(
            f"{side} {verdict.likeness:.2f}  {pair.a} | {pair.b}  ({pair.kind}, {'-'.join(pair.languages)})"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
