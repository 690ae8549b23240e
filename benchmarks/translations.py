"""One entity in every language: stories and their translations, linked as one record.

Of the persons, places and states that the pipeline finds named in the English original, the share whose entity is also
named in the translation. Persons named by one word alone are left out: they are never linked by design.

Of the stories in order of their names every second is held out: their misses are for nobody to read, and how far
their figures lie below the others' shows how far rules and lists were made for what was read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from according.link.entities import Linked, link
from according.model import Chain
from benchmarks import shared
from benchmarks.articles import analysed, reading

LANGUAGES = ("fr", "ru", "tr", "hy", "az", "uk", "de")
COUNTED = ("person", "place", "state")


def found() -> dict[tuple[str, str], tuple[Chain, ...]]:
    """Return the chains of each story in each language, by (language, story)."""
    folder = shared("eval/data/ntrex-stories")
    files = [file for language in ("en", *LANGUAGES) for file in sorted(Path(folder, language).glob("*.txt"))]
    readings = [
        reading(file.read_text(encoding="utf-8"), file.parent.name, f"{file.parent.name}/{file.stem}")
        for file in files
    ]
    with ProcessPoolExecutor() as workers:
        results = workers.map(analysed, readings, chunksize=4)
        return {
            (file.parent.name, file.stem): result.chains for file, result in zip(files, results, strict=True)
        }


def linked(chains: dict[tuple[str, str], tuple[Chain, ...]]) -> Linked:
    """Link all chains of all stories and languages as one record would be."""
    named = [chain for found in chains.values() for chain in found if chain.named]
    return link(sorted(named, key=lambda chain: chain.id), [])


def missed(
    chains: dict[tuple[str, str], tuple[Chain, ...]], language: str
) -> Iterator[tuple[str, Chain, bool]]:
    """Yield the story, each English chain that counts, and whether its entity is named in the translation."""
    of = {each.chain: each.entity for each in linked(chains).links}
    for (spoken, story), originals in sorted(chains.items()):
        if spoken != "en":
            continue
        there = {of[chain.id] for chain in chains[language, story] if chain.named}
        for chain in originals:
            bare = chain.kind == "person" and not chain.key and len(chain.name.split()) < 2
            if chain.named and chain.kind in COUNTED and not bare:
                yield story, chain, of[chain.id] in there


def held(chains: dict[tuple[str, str], tuple[Chain, ...]]) -> frozenset[str]:
    """Return the stories that are held out."""
    return frozenset(sorted({story for _, story in chains})[1::2])


def measure() -> dict[str, float]:
    """Return the share for each language: for all kinds, for each, and for all in the stories that are held out."""
    chains = found()
    apart = held(chains)
    figures = {}
    for language in LANGUAGES:
        rows = list(missed(chains, language))
        figures[f"translations.linked.{language}"] = sum(hit for *_, hit in rows) / len(rows)
        unread = [hit for story, _, hit in rows if story in apart]
        figures[f"translations.held.{language}"] = sum(unread) / len(unread)
        for kind in COUNTED:
            of_kind = [hit for _, chain, hit in rows if chain.kind == kind]
            figures[f"translations.{kind}.{language}"] = sum(of_kind) / len(of_kind)
    return figures


def main() -> None:
    """Print what was missed in a language, for a person to read; nothing of the stories that are held out."""
    chains = found()
    apart = held(chains)
    for story, chain, hit in missed(chains, sys.argv[1]):
        if not hit and story not in apart:
            print(json.dumps([story, chain.kind, chain.name, chain.key], ensure_ascii=False))


if __name__ == "__main__":
    main()
