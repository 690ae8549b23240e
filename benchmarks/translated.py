"""Translated copies: of stories that professionals translated from one English original, how many are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from according.link.entities import link
from according.link.origins import origins
from according.model import Findings, Span
from according.views import Item, Prose
from benchmarks import shared
from benchmarks.articles import analysed, reading


def _told(file: Path) -> tuple[str, str, Findings]:
    """A story and what is found in it."""
    text = file.read_text(encoding="utf-8")
    return file.stem, text, analysed(reading(text, file.parent.name, f"{file.parent.name}/{file.stem}"))


def translated(languages: Sequence[str]) -> dict[str, float]:
    """Return for each language of how many stories the translation is found, and how many joins are wrong in all."""
    folder = Path(shared("eval/data/ntrex-stories"))
    figures, wrong = dict[str, float](), 0
    with ProcessPoolExecutor() as workers:
        found = {
            language: list(workers.map(_told, sorted((folder / language).glob("*.txt")), chunksize=4))
            for language in ("en", *languages)
        }
    chains = [chain for told in found.values() for _, _, each in told for chain in each.chains if chain.named]
    of = {each.chain: each.entity for each in link(sorted(chains, key=lambda chain: chain.id), []).links}
    for language in languages:
        told = [(spoken, *each) for spoken in ("en", language) for each in found[spoken]]
        texts = {f"{spoken}/{story}": prose(text, each, of) for spoken, story, text, each in told}
        items = [item(f"{spoken}/{story}", spoken, text, each, of) for spoken, story, text, each in told]
        origin = {each.article: each.origin for each in origins(items, texts.__getitem__)}
        hits = [origin[f"en/{story}"] == origin[f"{language}/{story}"] for story, *_ in found[language]]
        wrong += sum(
            origin[f"en/{one}"] == origin[f"{language}/{other}"] != origin[f"en/{other}"]
            for one, *_ in found["en"]
            for other, *_ in found[language]
        )
        figures[f"origins.translated.{language}"] = sum(hits) / len(hits)
    return {**figures, "origins.translated.wrong": wrong}


def item(name: str, language: str, text: str, found: Findings, of: dict[str, str]) -> Item:
    """Return an article as origins are worked out from it; `of` are the entities of its chains."""
    assert found.sketch is not None
    named = Counter(of[chain.id] for chain in found.chains if chain.named)
    return Item(
        name, None, language, translated=False, outlet=None, agency=None, published=None,
        sentences=len(found.sentences), sketch=found.sketch, actors=tuple(sorted(named.items())),
        places=frozenset(),
        days=frozenset(each.value for each in found.dates if each.value and len(each.value) == len("2020-10-05")),
        figures=frozenset((each.value, each.unit or "") for each in found.figures if each.value is not None),
    )  # fmt: skip


def prose(text: str, found: Findings, of: dict[str, str]) -> Prose:
    """Return the sentences of a text, with who is named there and who does what to whom."""
    named = sorted(
        (mention.span, of[chain.id])
        for chain in found.chains
        if chain.id in of
        for mention in chain.mentions
        if mention.form != "pronoun"
    )
    deeds = tuple(
        (Span(*each.trigger), each.source.span, each.target.span)
        for each in found.events
        if each.source.span is not None and each.target.span is not None
    )
    return Prose(text, found.sentences, tuple(named), deeds)
