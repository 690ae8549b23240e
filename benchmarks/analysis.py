"""How fast articles are analysed (annotate, extract, chains) and linked, beside the bare models under the engines.

Texts are the news stories of NTREX, the same in every language, one article each. Seconds are those of the processor
for one process, those of the clock for two. Models are loaded before the clock starts.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any
from unittest.mock import patch

from according.language.engine import missing
from according.link.entities import link
from according.model import Chain, Findings
from according.pipeline import Reading, analyse
from benchmarks import SkippedError, shared
from benchmarks.annotate import FALLBACK, MODELS, bare, memory, stories
from benchmarks.articles import analysed, reading

PROCESSES = 2

MEMORY = """
from benchmarks.analysis import analysed, readings
for language in sys.argv[1:]:
    for each in readings(language):
        analysed(each)
"""


def readings(language: str) -> list[Reading]:
    """Return the stories in one language as articles."""
    return [reading(text, language, f"{language}/{number}") for number, text in enumerate(stories(language))]


def beside(language: str) -> tuple[float, float]:
    """Return the processor seconds that analysing all stories takes, and those that the bare model takes (0 without).

    Story by story in turn, so that what else the machine does weighs on both alike.
    """
    model = bare(language) if language in MODELS else None
    ours = theirs = 0.0
    for count, each in enumerate([readings(language)[0], *readings(language)]):
        begun = time.process_time()
        analysed(each)
        between = time.process_time()
        if model:
            model(each.told.text)
        if count:  # the first time loads what is loaded once
            ours += between - begun
            theirs += time.process_time() - between
    return ours, theirs if model else 0.0


def claiming(language: str) -> float:
    """Return the time that dates, statements and figures take, as a share of that of words, names and chains."""
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str) -> Callable[..., Any]:
        stage = getattr(analyse, name)

        def run(*given: Any) -> Any:
            begun = time.process_time()
            found = stage(*given)
            spent[name] += time.process_time() - begun
            return found

        return run

    analysed(readings(language)[0])
    after = ("dates", "statements", "figures", "events", "agreements")
    with ExitStack() as patched:
        for name in after:
            patched.enter_context(patch.object(analyse, name, timed(name)))
        begun = time.process_time()
        for each in readings(language):
            analysed(each)
        whole = time.process_time() - begun
    return sum(spent[name] for name in after[:3]) / (whole - sum(spent.values()))


def _ready(languages: Sequence[str], started: Barrier) -> None:
    for language in languages:
        analysed(readings(language)[0])
    started.wait()


def together(articles: Sequence[Reading]) -> tuple[list[Findings], float]:
    """Return what `PROCESSES` processes find in all articles, and the seconds of the clock that they take."""
    context = get_context("spawn")
    started = context.Barrier(PROCESSES + 1)
    with context.Pool(PROCESSES, partial(_ready, (*MODELS, *FALLBACK), started)) as pool:
        started.wait()
        begun = time.perf_counter()
        found = list(pool.imap(analysed, articles))
        return found, time.perf_counter() - begun


def linking(chains: Sequence[Chain]) -> float:
    """Return the processor seconds that linking these chains takes."""
    named = sorted((chain for chain in chains if chain.named), key=lambda chain: chain.id)
    begun = time.process_time()
    link(named, [])
    return time.process_time() - begun


def measure() -> dict[str, float]:
    """Return words and articles a second, how much of the time is ours, seconds of linking, and memory.

    `overhead` is how much longer the whole analysis takes than the bare model, as a share of the model's time, `claims`
    the share of `claiming`;
    `articles_per_second` without a language is for all of them mixed, in two processes.
    """
    shared("eval/data/ntrex-stories")
    if absent := [language for language in MODELS if missing(language)]:
        raise SkippedError(f"no model for {', '.join(absent)}")
    figures: dict[str, float] = {}
    articles: list[Reading] = []
    for language in (*MODELS, *FALLBACK):
        told = readings(language)
        articles += told
        ours, theirs = beside(language)
        figures[f"analysis.words_per_second.{language}"] = (
            sum(len(each.told.text.split()) for each in told) / ours
        )
        figures[f"analysis.articles_per_second.{language}"] = len(told) / ours
        if theirs:
            figures[f"analysis.overhead.{language}"] = ours / theirs - 1
            figures[f"analysis.claims.{language}"] = claiming(language)
    found, elapsed = together(articles)
    chains = [chain for each in found for chain in each.chains]
    figures["analysis.articles_per_second"] = len(articles) / elapsed
    figures["analysis.link_seconds"] = linking(chains)
    figures["analysis.chains"] = float(sum(chain.named for chain in chains))
    figures["analysis.worker_memory_mb"] = memory(MEMORY)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
