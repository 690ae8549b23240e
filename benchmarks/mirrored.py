"""Communiqués in the languages that articles are read in, their English translations, and the other side's in English.

The other side's has one form with them, and the parties alone exchanged (`mirrored.yml`): the translation must be told,
the other side's must keep an origin of its own.

`python -m benchmarks.mirrored` lists what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from according.link.entities import link
from according.link.origins import origins
from according.views import Descent
from benchmarks.articles import analysed, reading
from benchmarks.translated import item, prose

FILE = Path(__file__).with_name("mirrored.yml")
ENGLISH = (
    "The defence ministry of {one} said on 12 March that {its} forces had opened fire on positions near the village "
    "of {place}.",
    "According to the ministry, the shelling with mortars began at 5:30 in the morning and went on for 3 hours.",
    "The {its} side bears the full responsibility for the breach of the ceasefire and for what follows, it said.",
    "{own} units did not open fire and kept to all the agreements of 2011, the ministry said.",
    "By noon the border was calm, and 12 soldiers had been taken to hospital.",
)


@dataclass(frozen=True)
class Case:
    """A communiqué with its English translation and the other side's in English."""

    language: str
    said: str
    translated: str
    mirrored: str


def cases() -> Iterator[Case]:
    """Yield all communiqués, one a language."""
    for language, told in yaml.safe_load(FILE.read_text("utf-8")).items():
        (one, own), (other, its) = told["sides"]
        lines = "\n".join(ENGLISH)
        yield Case(
            language,
            "\n".join(told["said"]),
            lines.format(one=one, own=own, its=its, place=told["place"]),
            lines.format(one=other, own=its, its=own, place=told["place"]),
        )


def descents(texts: Sequence[tuple[str, str]]) -> tuple[Descent, ...]:
    """Return the origins of two texts, each with its language, from what the pipeline finds in them."""
    found = [
        (text, language, analysed(reading(text, language, f"{language}/{at}")))
        for at, (text, language) in enumerate(texts)
    ]
    chains = sorted((chain for *_, each in found for chain in each.chains), key=lambda chain: chain.id)
    of = {each.chain: each.entity for each in link(chains, []).links}
    told = {str(at): prose(text, each, of) for at, (text, _, each) in enumerate(found)}
    items = [item(str(at), language, text, each, of) for at, (text, language, each) in enumerate(found)]
    return origins(items, told.__getitem__)


def _are_one(some: Sequence[tuple[str, str]]) -> bool:
    return len({each.origin for each in descents(some)}) == 1


def measure() -> dict[str, float]:
    """Return which share of the other side's communiqués is kept apart, and which share of translations is told."""
    some = list(cases())
    apart = [not _are_one(((each.said, each.language), (each.mirrored, "en"))) for each in some]
    told = [_are_one(((each.said, each.language), (each.translated, "en"))) for each in some]
    return {
        "contradictions.mirrored": sum(apart) / len(some),
        "contradictions.mirrored.translated": sum(told) / len(some),
    }


def main() -> None:
    """List languages in which one is wrong."""
    for each in cases():
        apart = not _are_one(((each.said, each.language), (each.mirrored, "en")))
        told = _are_one(((each.said, each.language), (each.translated, "en")))
        print(each.language, "apart" if apart else "JOINED", "told" if told else "NOT TOLD")


if __name__ == "__main__":
    main()
