"""Statements against annotations made by hand: who says it, and in which words.

    python -m benchmarks.statements                      the figures
    python -m benchmarks.statements gold|polnear|fr|ru   what is missed (-) and what is too much (+); of the halves
                                                         only the one to tune on

Contents agree loosely from a Dice coefficient of 0.3 on, closely from 0.8 on; of a content in several stretches
counts what lies between its first and its last character. Pairs are one to one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from according.knowledge.fold import fold_name
from according.model import Chain, Findings, Span, Statement
from benchmarks import shared
from benchmarks.articles import analysed, reading, real
from benchmarks.spans import Tally, pairs

ANNOTATIONS = Path(__file__).parents[1] / "tests" / "annotations"
_POLNEAR = "eval/data/polnear-dev"


@dataclass(frozen=True)
class Said:
    """An annotated statement: its content, its speaker by name or by where he stands (any of several stretches)."""

    content: Span
    name: str | None
    speaker: tuple[Span, ...]


@dataclass(frozen=True)
class Case:
    """An article, what is annotated in it, what is found in it."""

    text: str
    gold: Sequence[Said]
    found: Sequence[Statement]
    names: dict[str, set[str]]

    def agree(self, i: int, j: int) -> bool:
        """Return whether an annotated statement and a found one have the same speaker."""
        gold, found = self.gold[i], self.found[j]
        place = found.speaker_span
        names = self.names.get(found.speaker or "", set())
        if place is not None and any(_same_place(span, place) for span in gold.speaker):
            # Whom a pronoun or an office stands for must be right; who is named there is whoever he is called.
            named = any(name and name in (found.speaker_text or "") for name in names)
            return gold.name is None or not names or named or _same_name(gold.name, names)
        if gold.name is None:
            return not gold.speaker and found.speaker_text is None
        return _same_name(gold.name, names | {found.speaker_text or ""})


def _same_place(a: Span, b: Span) -> bool:
    return 2 * a.overlap(b) > min(a.end - a.start, b.end - b.start)


def _same_name(name: str, candidates: set[str]) -> bool:
    """Return whether a name is one of some, begins with all the words of one, or shares its last word with one."""
    want = fold_name(name)
    words = want.split()
    return any(
        each == want
        or words[: len(each.split())] == each.split()
        or (len(words[-1]) > 3 and words[-1] in each.split())
        for each in map(fold_name, candidates)
        if each and words
    )


def _case(text: str, gold: Sequence[Said], found: Findings) -> Case:
    return Case(text, gold, found.statements, {chain.id: _names(chain) for chain in found.chains})


def _names(chain: Chain) -> set[str]:
    return {chain.name, *(mention.text for mention in chain.mentions if mention.form == "name")}


def gold() -> Iterator[Case]:
    """Yield the articles of the documents annotated by hand."""
    for text, article, found in real():
        said = [Said(Span(*each["content"]["span"]), each["speaker"], ()) for each in article["statements"]]
        yield _case(text, said, found)


def polnear() -> Iterator[tuple[Case, Sequence[Sequence[Said]]]]:
    """Yield the articles of PolNeAR's dev part (Newell and others 2018) as the first annotator has them, and as all."""
    for path in sorted(shared(_POLNEAR).glob("text/*.txt")):
        text = path.read_text("utf-8")
        files = sorted(path.parents[1].glob(f"attributions/{path.stem}*"))
        annotated = [list(_attributions(file.read_text("utf-8"))) for file in files]
        yield _case(text, annotated[0], analysed(reading(text, "en", path.name))), annotated


def _attributions(brat: str) -> Iterator[Said]:
    """Yield the attributions of a file in brat's format that have a content."""
    stretches: dict[str, list[Span]] = {}
    for line in brat.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            offsets = rest.partition("\t")[0].partition(" ")[2]
            stretches[name] = [Span(*map(int, each.split())) for each in offsets.split(";")]
        elif name.startswith("E"):
            roles = [part.partition(":") for part in rest.split()]
            content = sorted(
                s for role, _, t in roles if role.startswith("Content") for s in stretches.get(t, ())
            )
            source = sorted(
                s for role, _, t in roles if role.startswith("Source") for s in stretches.get(t, ())
            )
            if content:
                yield Said(Span(content[0].start, content[-1].end), None, tuple(source))


def annotated(language: str) -> Iterator[tuple[str, Case]]:
    """Yield half and articles of `tests/annotations`; a quotation that goes on behind its cue is one statement."""
    folder = shared(f"eval/data/ntrex-stories/{language}")
    for article in json.loads((ANNOTATIONS / f"{language}.json").read_text("utf-8"))["articles"]:
        with (folder / article["document"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        cues: dict[tuple[int, int], Said] = {}
        for each in article["statements"]:
            content, key = Span(*each["content_span"]), tuple(each["cue_span"])
            before = cues.get(key)
            if before is not None:
                content = Span(min(before.content.start, content.start), max(before.content.end, content.end))
            place = (Span(*each["speaker_span"]),) if each["speaker_span"] else ()
            cues[key] = Said(content, each["speaker"], place)
        yield (
            article["half"],
            _case(text, list(cues.values()), analysed(reading(text, language, article["document"]))),
        )


def _count(tally: Tally, case: Case) -> None:
    tally.add([each.content for each in case.gold], [each.content_span for each in case.found], case.agree)


def measure() -> dict[str, float]:
    """Return F1 of contents and share of right speakers, by material and half.

    `statements.polnear.annotators` is the F1 that PolNeAR's annotators reach among themselves where several have
    annotated an article.
    """
    tallies: dict[str, Tally] = {}
    for case in gold():
        _count(tallies.setdefault("statements.gold", Tally()), case)
    among = Tally()
    for number, (case, annotators) in enumerate(polnear()):
        half = "held" if number % 2 else "tune"
        _count(tallies.setdefault(f"statements.polnear.{half}", Tally()), case)
        for a, b in combinations(annotators, 2):
            among.add([each.content for each in a], [each.content for each in b], lambda i, j: True)
    for language in ("fr", "ru"):
        for half, case in annotated(language):
            _count(tallies.setdefault(f"statements.{language}.{half}", Tally()), case)
    figures = {name: value for each, tally in tallies.items() for name, value in tally.figures(each).items()}
    return figures | {"statements.polnear.annotators": among.figures("")[".content_f1"]}


def _cases(name: str) -> Iterator[Case]:
    if name == "gold":
        return gold()
    if name == "polnear":
        return (case for number, (case, _) in enumerate(polnear()) if number % 2 == 0)
    return (case for half, case in annotated(name) if half == "tune")


def show(name: str) -> None:
    """Print what is missed and what is too much."""
    for case in _cases(name):
        paired = pairs([each.content for each in case.gold], [each.content_span for each in case.found], 0.3)
        missed = set(range(len(case.gold))) - {i for i, _ in paired}
        extra = set(range(len(case.found))) - {j for _, j in paired}
        rows = [(case.gold[i].content, f"- {case.gold[i].name}") for i in missed]
        rows += [
            (case.found[j].content_span, f"+ {case.found[j].speaker_text}, {case.found[j].reason}")
            for j in extra
        ]
        for span, label in sorted(rows):
            print(label, " ".join(case.text[span.start : span.end].split()), sep=": ")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show(sys.argv[1])
    else:
        print(json.dumps(measure(), indent=1))
