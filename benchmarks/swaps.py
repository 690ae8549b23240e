"""Texts about two parties and the same texts with the parties exchanged: are sides treated alike?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from according.model import Span
from benchmarks.articles import analysed, reading

FILE = Path(__file__).with_name("swaps.yml")


@dataclass(frozen=True, slots=True)
class Swap:
    """A text `a`, the same text `b` with the parties exchanged, and where each names a party.

    `spans[i]` holds the place of one name in `a` and of what stands for it in `b`, in order. Names are those of
    parties, capitals, leaders, ministers and towns; adjectives are exchanged, too, but not listed.
    """

    language: str
    parties: tuple[str, str]
    a: str
    b: str
    spans: tuple[tuple[Span, Span], ...]


def _word(surface: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)")


def _find(text: str, surfaces: Sequence[str]) -> Iterator[Span]:
    """Yield where the surfaces lie in the text, one after the other, as whole words."""
    at = 0
    for surface in surfaces:
        found = _word(surface).search(text, at)
        if found is None:
            raise ValueError(f"no {surface!r} after character {at}: {text}")
        at = found.end()
        yield Span(found.start(), at)


def _rest(text: str, spans: Sequence[Span]) -> str:
    """Return the text without what lies in the spans."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    return "|".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _swap(row: dict[str, object]) -> Swap:
    """Turn an entry of the file into a Swap."""
    match row:
        case {"language": str(language), "parties": [str(one), str(other)], "a": str(a), "b": str(b), **more}:
            pairs = more.pop("pairs", None)
        case _:
            raise ValueError(f"missing or malformed fields: {row}")
    if more or not isinstance(pairs, list) or not pairs:
        raise ValueError(f"unknown fields, or no pairs: {row}")
    if not all(isinstance(pair, list) and len(pair) == 2 and all(pair) for pair in pairs) or a == b:
        raise ValueError(f"nothing is exchanged: {row}")
    spans = list(_find(a, [pair[0] for pair in pairs])), list(_find(b, [pair[1] for pair in pairs]))
    for text, found in zip((a, b), spans, strict=True):
        rest = _rest(text, found)
        if left := sorted({name for pair in pairs for name in pair if _word(name).search(rest)}):
            raise ValueError(f"occurs without being listed: {', '.join(left)}: {text}")
    return Swap(language, (one, other), a, b, tuple(zip(*spans, strict=True)))


def load(text: str) -> tuple[Swap, ...]:
    """Return the texts of a file's content, in its order.

    Raises:
        ValueError: an entry is malformed, a listed name does not occur in its order, or one occurs unlisted.
    """
    return tuple(_swap(row) for row in yaml.load(text, Loader=yaml.CSafeLoader))


def coded(text: str, language: str, spans: Sequence[Span]) -> list[tuple[str, int, bool]]:
    """Return what stands at each span: its kind, which of the text's chains it is in, whether that has a place.

    Chains are numbered in the order of the spans; where nothing was found stands ("nothing", -1, False).
    """
    chains = analysed(reading(text, language, text)).chains
    numbers: dict[str, int] = {}
    found = []
    for span in spans:
        mention, chain = max(
            (
                (mention, chain)
                for chain in chains
                for mention in chain.mentions
                if mention.form == "name" and mention.span.overlap(span)
            ),
            key=lambda pair: pair[0].span.overlap(span),
            default=(None, None),
        )
        if mention is None or chain is None:
            found.append(("nothing", -1, False))
        else:
            number = numbers.setdefault(chain.id, len(numbers))
            found.append((mention.kind, number, chain.location is not None))
    return found


def differing(
    swaps: Iterable[Swap],
) -> Iterator[tuple[Swap, list[tuple[str, int, bool]], list[tuple[str, int, bool]]]]:
    """Yield the texts that are coded otherwise with the parties exchanged, with both codings."""
    for swap in swaps:
        one = coded(swap.a, swap.language, [pair[0] for pair in swap.spans])
        other = coded(swap.b, swap.language, [pair[1] for pair in swap.spans])
        if one != other:
            yield swap, one, other


def measure() -> dict[str, float]:
    """Return the share of texts that are coded alike, over all and for each language."""
    swaps = load(FILE.read_text(encoding="utf-8"))
    wrong = Counter(swap.language for swap, *_ in differing(swaps))
    count = Counter(swap.language for swap in swaps)
    alike = {f"swaps.alike.{language}": 1 - wrong[language] / count[language] for language in sorted(count)}
    return {"swaps.alike": 1 - wrong.total() / len(swaps), **alike}


if __name__ == "__main__":
    for swap, one, other in differing(load(FILE.read_text(encoding="utf-8"))):
        print(swap.a, [swap.a[pair[0].start : pair[0].end] for pair in swap.spans], one, sep="\n  ")
        print(swap.b, [swap.b[pair[1].start : pair[1].end] for pair in swap.spans], other, "", sep="\n  ")
