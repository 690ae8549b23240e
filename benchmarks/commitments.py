"""Commitments against labelled sentences and annotated documents: what is promised, by whom, what became of it.

    python -m benchmarks.commitments            the figures
    python -m benchmarks.commitments LANGUAGE   what is missed and what is too much in the half to tune on

A commitment agrees when the words of what is promised overlap the labelled ones with a Dice coefficient of 0.3; in the
annotated documents, whose annotators marked whole clauses, the whole of it has to.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from according.knowledge.fold import fold_name
from according.model import Commitment, Party, Span
from benchmarks import SkippedError
from benchmarks.articles import analysed, reading, real

FILE = Path(__file__).parents[1] / "tests" / "annotations" / "commitments.yml"
LANGUAGES = ("en", "fr", "ru")
_ENOUGH = 0.3

Pair = tuple[dict[str, Any], Commitment]


def rows(language: str) -> Iterator[tuple[str, dict[str, Any], Sequence[Commitment]]]:
    """Yield half, labelled sentence and the commitments that are found in it."""
    table = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for row in table[language]:
        half = "tune" if int(row["id"][-1]) % 2 else "held"
        yield half, row, analysed(reading(row["text"], language, row["id"])).commitments


def dice(one: Span, other: Span) -> float:
    """Return the Dice coefficient of two spans."""
    return 2 * one.overlap(other) / (one.end - one.start + other.end - other.start)


def paired(row: dict[str, Any], found: Sequence[Commitment]) -> list[Pair]:
    """Return the labelled commitments of a sentence with the found ones that agree, each once, best first."""
    options = []
    for gold in row.get("commitments", ()):
        start = row["text"].index(gold["what"])
        span = Span(start, start + len(gold["what"]))
        options += [(dice(span, each.what_span), gold, each) for each in found]
    pairs: list[Pair] = []
    for score, gold, each in sorted(options, key=lambda option: -option[0]):
        if score >= _ENOUGH and all(gold is not one and each is not other for one, other in pairs):
            pairs.append((gold, each))
    return pairs


def _agree(gold: Sequence[str], found: Party) -> bool:
    words = _words(found.text or "")
    return any(_words(each) <= words for each in gold) if gold else found.span is None


def _words(text: str) -> set[str]:
    return {fold_name(word) for word in re.findall(r"\w+", text)}


def measure() -> dict[str, float]:
    """Return recall, precision, and the share of right statuses and right committed parties, by half."""
    counts: dict[str, Counter[str]] = {}
    for language in LANGUAGES:
        for half, row, found in rows(language):
            pairs = paired(row, found)
            for name in (half, f"{language}.{half}"):
                count = counts.setdefault(name, Counter())
                count.update(gold=len(row.get("commitments", ())), found=len(found), right=len(pairs))
                count["status"] += sum(gold["status"] == each.status for gold, each in pairs)
                count["by"] += sum(_agree(gold["by"], each.by) for gold, each in pairs)
    figures = _gold()
    for name, count in sorted(counts.items()):
        figures[f"commitments.{name}.recall"] = count["right"] / count["gold"]
        figures[f"commitments.{name}.precision"] = count["right"] / max(1, count["found"])
        if name in ("tune", "held"):
            figures[f"commitments.{name}.status"] = count["status"] / max(1, count["right"])
            figures[f"commitments.{name}.by"] = count["by"] / max(1, count["right"])
    return figures


def _gold() -> dict[str, float]:
    """Return which share of the annotated documents' commitments is found; nothing where they are absent."""
    matched = gold = 0
    try:
        for _, article, found in real():
            free = list(found.commitments)
            for each in article.get("commitments") or ():
                gold += 1
                best = max(free, key=lambda one: dice(Span(*each["span"]), one.span), default=None)
                if best is not None and dice(Span(*each["span"]), best.span) >= _ENOUGH:
                    free.remove(best)
                    matched += 1
    except SkippedError:
        return {}
    return {"commitments.gold.recall": matched / gold}


def show(language: str) -> None:
    """Print what is missed, otherwise and too much in the half to tune on."""
    for half, row, found in rows(language):
        if half == "held":
            continue
        pairs = paired(row, found)
        missed = [gold for gold in row.get("commitments", ()) if all(gold is not one for one, _ in pairs)]
        wrong = [
            pair
            for pair in pairs
            if pair[0]["status"] != pair[1].status or not _agree(pair[0]["by"], pair[1].by)
        ]
        more = [each for each in found if all(each is not one for _, one in pairs)]
        if missed or wrong or more:
            print(row["id"], row["text"])
            print(*(f"   - {gold}" for gold in missed), sep="\n", end="\n" * bool(missed))
            for gold, each in wrong:
                print(f"   ! {gold['status']} {gold['by']}: {each.status} {each.by.text!r}")
            for each in more:
                print(f"   + {each.status} {each.by.text!r} {each.what!r} ({each.reason})")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show(sys.argv[1])
    else:
        print(json.dumps(measure(), indent=1))
