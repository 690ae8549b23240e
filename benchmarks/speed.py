"""How many articles a second one core splits, cleans and names, on real documents with varied text."""

from __future__ import annotations

import re
import time
from random import Random

from according.model import Document
from according.pipeline import articles
from benchmarks import shared

COPIES = 30
WORD = re.compile(r"\b[^\W\d_]{5,}\b")
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def vary(text: str, rng: Random) -> str:
    """Return a text of the same make with every third longer word and every small number another.

    Words are exchanged for words of the same text with the same first-letter case, so that lines keep their look.
    """
    words = WORD.findall(text)
    by_case = {upper: [word for word in words if word[0].isupper() is upper] for upper in (True, False)}

    def exchange(match: re.Match[str]) -> str:
        word = match.group()
        return rng.choice(by_case[word[0].isupper()]) if rng.random() < 1 / 3 else word

    return NUMBER.sub(lambda _: str(rng.randint(10, 28)), WORD.sub(exchange, text))


def measure() -> dict[str, float]:
    """Return articles a second of processor time (all threads together), texts made beforehand."""
    seeds = [file.read_bytes().decode() for file in sorted(shared("seeds").glob("*.txt"))]
    documents = []
    for copy in range(COPIES):
        for number, seed in enumerate(seeds):
            text = vary(seed, Random(f"{copy}/{number}"))
            documents.append(
                Document.make(f"{number}-{copy}.txt", text.encode(), "text/plain", "utf-8", text)
            )
    for document in documents[: len(seeds)]:
        articles(document)  # loads what is loaded once: models, dictionaries and cue words of each language
    begun = time.process_time()
    found = sum(len(articles(document)) for document in documents)
    return {"speed.articles_per_second": found / (time.process_time() - begun)}
