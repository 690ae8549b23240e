"""Events against sentences coded by hand: what was done, by whom, to whom.

    python -m benchmarks.events                  the figures
    python -m benchmarks.events gsr|pairs        what is coded otherwise
    python -m benchmarks.events gsr|pairs ROOT   the same of one root

`gsr`: the sentences of PLOVER's own examples (Open Event Data Alliance), from raw text. Each is coded for one event:
the one that the sentence is about is held against it, which is the event that stands highest in its tree. `pairs`:
sentences with a source and a target given (Hu and others 2024, CONCEDE and RETREAT as one class), for which the root
is asked.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from according.knowledge.event_kinds import ontology
from according.knowledge.fold import fold_name
from according.language.engine import engine
from according.model import Event, Findings, Party, Sentence, Span, Token
from benchmarks import shared
from benchmarks.articles import analysed, reading

_GSR = "eval/data/plover-gsr/PLOVER_GSR_CAMEO.txt"
_PAIRS = "eval/data/plv-train/PLV_train.tsv"
_ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Roots of the draft that the examples were coded by, in the words of the manual of 2021."""
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_IGNORED = frozenset(
    [
        "the", "a", "an", "of", "in", "and", "for", "on", "by", "to", "s", "group", "president", "minister",
        "government",
        "leader", "official", "officials", "former", "foreign", "prime",
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """A sentence, how it is coded by hand, and the event that is held against it."""

    text: str
    root: str
    source: Sequence[str]
    target: Sequence[str]
    found: Event | None
    names: dict[str, set[str]]

    @property
    def whole(self) -> bool:
        """Whether root, source and target agree; nobody is right where nobody is coded."""
        found = self.found
        return (
            found is not None
            and plover(found) == self.root
            and _agree(self.source, found.source, self.names)
            and (
                _agree(self.target, found.target, self.names)
                or (not self.target and found.target == found.source)
            )
        )


def plover(event: Event) -> str:
    """Return the root that PLOVER gives an event by its status: what is promised is AGREE, whatever it is."""
    quad = ontology().quads[ontology().roots[event.root].quad]
    return quad.get("refused" if event.status == "denied" else event.status, event.root)


def _agree(gold: Sequence[str], found: Party, names: dict[str, set[str]]) -> bool:
    if not gold:
        return not found.chains
    words = _words(found.text or "")
    for chain in found.chains:
        words |= {word for name in names.get(chain, ()) for word in _words(name)}
    return any(_words(each) & words for each in gold)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold_name(text))) - _IGNORED


def _names(found: Findings) -> dict[str, set[str]]:
    return {chain.id: {chain.name, *(mention.text for mention in chain.mentions)} for chain in found.chains}


def gsr() -> Iterator[Coded]:
    """Yield PLOVER's examples with what the pipeline finds in them."""
    for row in json.loads(shared(_GSR).read_text("utf-8")):
        if row["event"] == "DOCUMENT":
            continue
        text = row["text"].strip("{} ")
        found = analysed(reading(text, "en", row["id"]))
        yield Coded(
            text,
            _ROOTS.get(row["event"], row["event"]),
            _actors(row, "source"),
            _actors(row, "target"),
            _main(text, found.events),
            _names(found),
        )


def _main(text: str, found: Sequence[Event]) -> Event | None:
    """Return the event that a sentence is about: the highest in its tree that somebody takes part in, else any."""
    depths = {
        token.span.start: _depth(sentence.tokens, at)
        for sentence in engine("en").annotate(text)
        for at, token in enumerate(sentence.tokens)
    }

    def rank(event: Event) -> tuple[bool, int, int]:
        return (
            event.source.span is None and event.target.span is None,
            depths.get(event.trigger.start, 99),
            event.trigger.start,
        )

    return min(found, key=rank, default=None)


def _depth(tokens: Sequence[Token], at: int) -> int:
    steps = 0
    while tokens[at].head != at:
        at, steps = tokens[at].head, steps + 1
    return steps


def _actors(row: dict[str, Any], role: str) -> list[str]:
    """Return the words for who is coded in a role; some rows hold one actor instead of a list."""
    cell = row.get(role) or []
    cells = cell if isinstance(cell, list) else [cell]
    return [each["actorText"] for each in cells if isinstance(each, dict) and each.get("actorText")]


@dataclass(frozen=True)
class Pair:
    """A sentence with two parties given, the root coded by hand and the one that is found between them."""

    text: str
    root: str
    found: str | None


def pairs() -> Iterator[Pair]:
    """Yield the sentences with given parties; the event found that has most of them is held against the coded one."""
    with shared(_PAIRS).open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            text, (source, target) = row["sentence"], _given(row)
            found = analysed(reading(text, "en", f"pair {number}"))
            best = between(engine("en").annotate(text), found.events, source, target)
            root = None if best is None else plover(best)
            yield Pair(row["marked_sentence"], row["gold_root"], _YIELD.get(root or "", root))


def _given(row: dict[str, str]) -> tuple[Span, Span]:
    """Return where the source and the target stand in a sentence; nowhere for words that do not."""
    at = [row["sentence"].find(row[role]) for role in ("source", "target")]
    ends = [start + len(row[role]) for start, role in zip(at, ("source", "target"), strict=True)]
    return Span(at[0], ends[0]), Span(at[1], ends[1])


def between(
    sentences: Sequence[Sentence], found: Sequence[Event], source: Span, target: Span
) -> Event | None:
    """Return the event between two given parties: which has both in their roles, else lies between them in the tree."""
    paths = [path for each in sentences if (path := _path(each.tokens, source, target))]

    def rank(event: Event) -> tuple[float, int, float, int]:
        steps = [path.index(event.trigger.start) for path in paths if event.trigger.start in path]
        return _fit(event, source, target), bool(steps), event.confidence, -event.trigger.start

    return max(found, key=rank, default=None)


def _path(tokens: Sequence[Token], source: Span, target: Span) -> list[int]:
    """Return where the words begin that lie between two phrases in a sentence's tree; none if they are not in it."""
    ways = [_upwards(tokens, at) for span in (source, target) if (at := _head(tokens, span)) is not None]
    if len(ways) < 2:
        return []
    one, other = ways
    top = next(at for at in one if at in other)
    row = one[: one.index(top) + 1] + other[: other.index(top)]
    return [tokens[at].span.start for at in row]


def _head(tokens: Sequence[Token], span: Span) -> int | None:
    inside = [at for at, token in enumerate(tokens) if token.span.overlap(span)]
    return min(inside, key=lambda at: (_depth(tokens, at), at), default=None)


def _upwards(tokens: Sequence[Token], at: int) -> list[int]:
    way = [at]
    while tokens[at].head != at:
        at = tokens[at].head
        way.append(at)
    return way


def _fit(event: Event, source: Span, target: Span) -> float:
    """Return how well an event has two parties: both in their roles, else one, else in each other's."""

    def has(party: Party, span: Span) -> bool:
        return party.span is not None and party.span.overlap(span) > 0

    straight = has(event.source, source) + has(event.target, target)
    crossed = has(event.source, target) + has(event.target, source)
    return max(straight, crossed * 0.75)


def f1_by_root(gold: Sequence[str], found: Sequence[str | None]) -> dict[str, float]:
    """Return the F1 of each root that is coded by hand."""
    right = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    coded, told = Counter(gold), Counter(found)
    return {root: 2 * right[root] / (coded[root] + told[root]) for root in sorted(coded)}


def measure() -> dict[str, float]:
    """Return F1s over all and by root. An event found in a sentence coded otherwise counts against precision."""
    figures: dict[str, float] = {}
    cases = list(gsr())
    right = sum(case.found is not None and plover(case.found) == case.root for case in cases)
    told = sum(case.found is not None for case in cases)
    figures["events.gsr.root_f1"] = 2 * right / (len(cases) + told)
    figures["events.gsr.triple_f1"] = 2 * sum(case.whole for case in cases) / (len(cases) + told)
    by_root = f1_by_root(
        [case.root for case in cases], [plover(case.found) if case.found else None for case in cases]
    )
    figures |= {f"events.gsr.root.{root}": value for root, value in by_root.items()}
    asked = list(pairs())
    by_root = f1_by_root([pair.root for pair in asked], [pair.found for pair in asked])
    figures["events.pairs.macro_f1"] = sum(by_root.values()) / len(by_root)
    figures |= {f"events.pairs.root.{root}": value for root, value in by_root.items()}
    return figures


def show(name: str, root: str | None) -> None:
    """Print what is coded otherwise, the commonest confusions last."""
    confused: dict[tuple[str, str], int] = defaultdict(int)
    if name == "gsr":
        for case in gsr():
            found = case.found
            if case.whole or (root and case.root != root):
                continue
            confused[case.root, plover(found) if found else "-"] += 1
            print(case.text)
            print("   by hand", case.root, "|", *case.source, "|", *case.target)
            if found is not None:
                print(
                    "   found  ",
                    found.root,
                    "|",
                    found.source.text,
                    "|",
                    found.target.text,
                    "|",
                    found.text,
                    found.status,
                )
    else:
        for pair in pairs():
            if pair.root != pair.found and (not root or pair.root == root):
                confused[pair.root, pair.found or "-"] += 1
                print(pair.root, pair.found, pair.text)
    for kinds, count in sorted(confused.items(), key=lambda each: -each[1])[:25]:
        print(count, *kinds)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    else:
        print(json.dumps(measure(), indent=1))
