"""Figures against annotations made by hand, and numbers and units against collections of cases.

    python -m benchmarks.figures                    the figures
    python -m benchmarks.figures gold|fr|ru         what is missed (-) and what is too much (+); of the halves only
                                                    the one to tune on
    python -m benchmarks.figures numbers|units      the cases that fail (!), and how many were left out as what

A found figure is right when it has the value of an annotated one (of "hundreds" and ranges: the ends) and the two
stretches have a Dice coefficient of 0.2 or more, one to one. A claimant is right by a name that has all words of the
annotated one, in any inflection, or is a part of it with its last word. Annotated ages count as missed: by our
definition they are no figures (`ages` says how many).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from according.extract.dates import dates
from according.extract.figures import figures
from according.extract.statements import statements
from according.knowledge.fold import fold_name
from according.model import Figure, Findings, Span
from benchmarks import SkippedError, figure_cases, shared
from benchmarks.articles import analysed, reading, real
from benchmarks.dates import text_of
from benchmarks.spans import dice

ANNOTATIONS = Path(__file__).parents[1] / "tests" / "annotations"
_LEAST = 0.2
_STEM = 5
"""Letters by which two forms of a word are held for one."""
_AGE = re.compile(r"\bage of\b")
_TIMED = 40


@dataclass(frozen=True)
class Case:
    """An article, its annotated figures, those found in it, and the names of its chains."""

    text: str
    gold: Sequence[dict[str, Any]]
    found: Sequence[Figure]
    names: dict[str, set[str]]

    def pairs(self) -> list[tuple[int, int]]:
        """Return which annotated figures are found as which."""
        options = sorted(
            (-score, i, j)
            for i, gold in enumerate(self.gold)
            for j, found in enumerate(self.found)
            if _same_number(gold, found) and (score := dice(Span(*gold["span"]), found.span)) >= _LEAST
        )
        kept: dict[int, int] = {}
        for _, i, j in options:
            if i not in kept and j not in kept.values():
                kept[i] = j
        return sorted(kept.items())

    def claimed(self, i: int, j: int) -> bool:
        """Return whether an annotated figure's claimant is that of a found one."""
        found = self.found[j]
        want = _stems(self.gold[i]["claimant"])
        names = self.names.get(found.claimant or "", set()) | {found.claimant_text or ""}
        return any(_same_name(want, _stems(name)) for name in names)


def _stems(name: str) -> list[str]:
    return [word[:_STEM] for word in fold_name(name).split()]


def _same_number(gold: dict[str, Any], found: Figure) -> bool:
    """Whether a value is the same; of what has none, both ends."""
    if gold["value"] is not None or found.value is not None:
        return bool(gold["value"] == found.value)
    return (gold.get("low"), gold.get("high")) == (found.low, found.high)


def _same_name(want: Sequence[str], name: Sequence[str]) -> bool:
    """Whether one of two names has all words of the other, and both have the last: a surname, the noun of a body.

    Of one name a single word has to be that last one, so that "ministry" is not "ministry of health".
    """
    if not want or not name:
        return False
    short, long = sorted((want, name), key=len)
    return set(short) <= set(long) and short[-1] == long[-1]


def _case(text: str, gold: Sequence[dict[str, Any]], found: Findings) -> Case:
    names = {
        chain.id: {chain.name, *(mention.text for mention in chain.mentions if mention.form == "name")}
        for chain in found.chains
    }
    return Case(text, gold, found.figures, names)


def gold() -> Iterator[Case]:
    """Yield the articles of the documents annotated by hand."""
    for text, article, found in real():
        yield _case(text, article["figures"], found)


def stories(language: str, half: str | None = None) -> Iterator[Case]:
    """Yield the annotated articles of a language, of a half (tune, held) or all."""
    folder = shared(f"eval/data/ntrex-stories/{language}")
    path = ANNOTATIONS / f"{language}.json"
    if not path.exists():
        raise SkippedError(f"no {path}")
    for article in json.loads(path.read_text("utf-8"))["articles"]:
        if half in (None, article["half"]):
            text = (folder / article["document"]).read_bytes().decode()
            yield _case(text, article["figures"], analysed(reading(text, language, article["document"])))


def _scored(name: str, cases: Sequence[Case]) -> dict[str, float]:
    matched = [(case, i, j) for case in cases for i, j in case.pairs()]
    told = [(case, i, j) for case, i, j in matched if case.gold[i]["claimant"]]
    total = sum(len(case.gold) + len(case.found) for case in cases)
    ages = sum(bool(_AGE.search(each["what"] or "")) for case in cases for each in case.gold)
    return {
        f"figures.{name}.value_f1": 2 * len(matched) / max(1, total),
        f"figures.{name}.claimant": sum(case.claimed(i, j) for case, i, j in told) / max(1, len(told)),
        f"figures.{name}.ages": float(ages),
    }


def _milliseconds() -> float:
    """Return the processor's milliseconds that the extractor takes for an article, of a sample of English ones."""
    paths = sorted(shared("eval/data/polnear-dev").glob("text/*.txt"))[:_TIMED]
    texts = [text_of(path.read_text("utf-8"), "en", None) for path in paths]
    known = [(text, dates(text), statements(text)) for text in texts]
    start = process_time()
    for text, named, said in known:
        figures(text, named, said)
    return 1000 * (process_time() - start) / max(1, len(texts))


def measure() -> dict[str, float]:
    """Return value F1 and share of right claimants, pass rates of the cases, and milliseconds an article."""
    measured = _scored("gold", list(gold()))
    for language in ("fr", "ru"):
        for half in ("tune", "held"):
            measured |= _scored(f"{language}.{half}", list(stories(language, half)))
    for language in ("en", "fr"):
        measured[f"figures.numbers.{language}"] = figure_cases.numbers(language).rate
        measured[f"figures.numbers_whole.{language}"] = figure_cases.numbers(language, whole=True).rate
        measured[f"figures.units.{language}"] = figure_cases.units(language).rate
    return measured | {"figures.ms": _milliseconds()}


def _show(case: Case) -> None:
    """Print what is missed and what is too much in an article."""
    matched = case.pairs()
    missed = set(range(len(case.gold))) - {i for i, _ in matched}
    extra = set(range(len(case.found))) - {j for _, j in matched}
    lines = [("-", Span(*case.gold[i]["span"]), str(case.gold[i]["value"])) for i in missed]
    lines += [("+", case.found[j].span, f"{case.found[j].value} {case.found[j].unit}") for j in extra]
    lines += [
        ("?", case.found[j].span, f"claimant {case.found[j].claimant_text}, not {case.gold[i]['claimant']}")
        for i, j in matched
        if case.gold[i]["claimant"] and not case.claimed(i, j)
    ]
    for sign, span, what in sorted(lines, key=lambda line: line[1]):
        around = case.text[max(0, span.start - 40) : span.end + 30]
        print(sign, what, "|", " ".join(around.split()))


def main(arguments: Sequence[str]) -> None:
    """Print the figures or what is wrong."""
    if not arguments:
        for name, value in measure().items():
            print(f"{name:36} {value:8.3f}")
    for name in arguments:
        if name in ("numbers", "units"):
            for language in ("en", "fr"):
                figure_cases.show(name, language)
            continue
        for case in gold() if name == "gold" else stories(name, "tune"):
            _show(case)


if __name__ == "__main__":
    main(sys.argv[1:])
