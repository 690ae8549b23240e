"""The article of a web page against its body cut out by hand: 181 pages of the article-extraction benchmark.

The measure is the benchmark's own: texts are cut into words, precision and recall are those of their runs of four
words (as multisets), averaged over pages; F1 is the harmonic mean of the two averages. Its article bodies leave out
the headline, so the headline is left out of ours too.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from io import BytesIO
from statistics import mean

from according.model import Document
from according.read.page import read
from according.read.source import Source
from according.settings import Settings
from benchmarks import shared

RUN = 4


def body(document: Document) -> str:
    """Return the article's text without its headline and without what is marked."""
    assert document.article is not None
    start, end = document.article
    title = document.given.title or ""
    pattern = r"\s+".join(map(re.escape, title.split()))
    if pattern and (match := re.compile(pattern).match(document.text, start, end)):
        start = match.end()
    pieces = []
    for mark in document.marks:
        pieces.append(document.text[start : mark.span.start])
        start = max(start, mark.span.end)
    return "\n".join((*pieces, document.text[start:end]))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in a text; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def measure() -> dict[str, float]:
    """Return mean precision, mean recall and F1 over the pages."""
    folder = shared("eval/data/article-extraction")
    precision, recall = [], []
    for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        found = list(read(Source(name, BytesIO(data), len(data)), Settings()))
        ours = runs("\n".join(body(item) for item in found if isinstance(item, Document)))
        true = runs(truth["articleBody"])
        hits = (ours & true).total()
        if ours:
            precision.append(hits / ours.total())
        if true:
            recall.append(hits / true.total())
    p, r = mean(precision), mean(recall)
    return {"pages.precision": p, "pages.recall": r, "pages.f1": 2 * p * r / (p + r)}


def main() -> None:
    """Print the figures."""
    for name, value in measure().items():
        print(f"{name:20} {value:.4f}")


if __name__ == "__main__":
    main()
