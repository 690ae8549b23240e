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


@dataclass(frozen=True, slots=True)
class Coding:
    """What is found in a text, told without names. Chains are numbered in the order of the swap's spans.

    `names`: what stands at each span, its kind, its chain, whether that has a place; where nothing was found
    ("nothing", None, False). `claims`: of statements manner, certainty, kind and speaker, of figures value, ends,
    unit, qualifier and claimant; a chain that is none of the parties' is -1, somebody without a chain -2, nobody None.
    """

    names: tuple[tuple[str, int | None, bool], ...]
    claims: tuple[tuple[object, ...], ...]


def coded(text: str, language: str, spans: Sequence[Span]) -> Coding:
    """Return what is found in a text whose names lie in the spans."""
    found = analysed(reading(text, language, text))
    numbers: dict[str, int] = {}
    names: list[tuple[str, int | None, bool]] = []
    for span in spans:
        mention, chain = max(
            (
                (mention, chain)
                for chain in found.chains
                for mention in chain.mentions
                if mention.form == "name" and mention.span.overlap(span)
            ),
            key=lambda pair: pair[0].span.overlap(span),
            default=(None, None),
        )
        if mention is None or chain is None:
            names.append(("nothing", None, False))
        else:
            number = numbers.setdefault(chain.id, len(numbers))
            names.append((mention.kind, number, chain.location is not None))

    def who(chain: str | None, words: str | None) -> int | None:
        if chain is None:
            return None if words is None else -2
        return numbers.get(chain, -1)

    statements = (
        (each.manner, each.certainty, each.kind, who(each.speaker, each.speaker_text))
        for each in found.statements
    )
    figures = (
        (
            each.value,
            each.low,
            each.high,
            each.unit,
            each.qualifier,
            who(each.claimant, each.claimant_text),
        )
        for each in found.figures
    )
    return Coding(tuple(names), (*statements, *figures))


def differing(swaps: Iterable[Swap]) -> Iterator[tuple[Swap, Coding, Coding]]:
    """Yield the texts that are coded otherwise with the parties exchanged, with both codings."""
    for swap in swaps:
        one = coded(swap.a, swap.language, [pair[0] for pair in swap.spans])
        other = coded(swap.b, swap.language, [pair[1] for pair in swap.spans])
        if one != other:
            yield swap, one, other


def measure() -> dict[str, float]:
    """Return the share of texts that are coded alike, over all and for each language: names, and claims."""
    swaps = load(FILE.read_text(encoding="utf-8"))
    count = Counter(swap.language for swap in swaps)
    found = list(differing(swaps))
    names = Counter(swap.language for swap, one, other in found if one.names != other.names)
    claims = Counter(swap.language for swap, one, other in found if one.claims != other.claims)
    return {
        figure: value
        for name, wrong in (("alike", names), ("claims", claims))
        for figure, value in (
            (f"swaps.{name}", 1 - wrong.total() / len(swaps)),
            *((f"swaps.{name}.{each}", 1 - wrong[each] / count[each]) for each in sorted(count)),
        )
    }


if __name__ == "__main__":
    for swap, *codings in differing(load(FILE.read_text(encoding="utf-8"))):
        for text, coding in zip((swap.a, swap.b), codings, strict=True):
            print(text, coding.names, *coding.claims, sep="\n  ")
        print()
