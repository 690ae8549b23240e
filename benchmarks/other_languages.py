"""Statements in languages without a parser, against `tests/annotations/others.yml`.

python -m benchmarks.other_languages              the figures
python -m benchmarks.other_languages LANGUAGE     what is missed (-) and too much (+) in the half to tune on
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from according.model import Span, Statement
from benchmarks.articles import analysed, reading
from benchmarks.spans import Tally, pairs

PARAGRAPHS = Path(__file__).parents[1] / "tests" / "annotations" / "others.yml"
_SIGN = re.compile(r"\{([svc])(\d+) |\}")


@dataclass(frozen=True)
class Told:
    """An annotated statement: from the first character that is said to the last, the cue, who says it."""

    content: Span
    cue: Span
    speaker: Span | None


def unmarked(marked: str) -> tuple[str, list[Told]]:
    """Return the text of a paragraph without its marks, and the statements that they tell, by their numbers."""
    pieces: list[str] = []
    opened: list[tuple[str, str, int]] = []
    spans: dict[tuple[str, str], list[Span]] = {}
    length = at = 0
    for sign in _SIGN.finditer(marked):
        pieces.append(marked[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign[1]:
            opened.append((sign[1], sign[2], length))
        else:
            role, numbers, start = opened.pop()
            for number in numbers:
                spans.setdefault((number, role), []).append(Span(start, length))
    pieces.append(marked[at:])
    told = []
    for number in sorted({number for number, _ in spans}):
        content, cue = spans[number, "c"], spans[number, "v"]
        speaker = spans.get((number, "s"))
        told.append(Told(Span(content[0].start, content[-1].end), cue[0], speaker[0] if speaker else None))
    return "".join(pieces), told


def paragraphs() -> Iterator[tuple[str, str, str, list[Told]]]:
    """Yield language, half, text and statements of each paragraph."""
    for language, marked in yaml.safe_load(PARAGRAPHS.read_text("utf-8")).items():
        for number, paragraph in enumerate(marked):
            yield language, "held" if number % 2 else "tune", *unmarked(paragraph)


def _found(text: str, language: str) -> Sequence[Statement]:
    return analysed(reading(text, language, text)).statements


def _agree(told: Told, found: Statement) -> bool:
    """Return whether the speaker stands where he is annotated, or nowhere when he is not."""
    if told.speaker is None or found.speaker_span is None:
        return told.speaker is None and found.speaker_span is None
    return 2 * told.speaker.overlap(found.speaker_span) > min(
        map(_length, (told.speaker, found.speaker_span))
    )


def _length(span: Span) -> int:
    return span.end - span.start


def measure() -> dict[str, float]:
    """Return F1 of contents and share of right speakers, by language and half."""
    tallies: dict[str, Tally] = {}
    for language, half, text, told in paragraphs():
        found = _found(text, language)
        tally = tallies.setdefault(f"other_languages.{language}.{half}", Tally())
        tally.add(
            [each.content for each in told],
            [each.content_span for each in found],
            lambda i, j, told=told, found=found: _agree(told[i], found[j]),  # type: ignore[misc]
        )
    return {name: value for each, tally in tallies.items() for name, value in tally.figures(each).items()}


def show(wanted: str) -> None:
    """Print what is missed and what is too much in the half of a language that may be looked at."""
    for language, half, text, told in paragraphs():
        if language != wanted or half == "held":
            continue
        found = _found(text, language)
        paired = pairs([each.content for each in told], [each.content_span for each in found], 0.8)
        missed = set(range(len(told))) - {i for i, _ in paired}
        extra = set(range(len(found))) - {j for _, j in paired}
        print(text)
        for i in sorted(missed):
            print(f"  - {_cut(text, told[i].speaker)} | {_cut(text, told[i].content)}")
        for j in sorted(extra):
            each = found[j]
            print(
                f"  + {each.speaker_text} | {_cut(text, each.content_span)} | {_cut(text, each.cue)}, {each.reason}"
            )
        for i, j in paired:
            if not _agree(told[i], found[j]):
                print(f"  speaker {_cut(text, told[i].speaker)} is taken for {found[j].speaker_text}")


def _cut(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show(sys.argv[1])
    else:
        print(json.dumps(measure(), indent=1))
