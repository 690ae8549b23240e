"""How long a search takes over 100,000 articles: query to hits with snippets, through `Record.search`."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from according.model import Article, Document, Span, content_id
from according.record import Record
from according.store.database import Database
from according.store.write import Writer
from benchmarks.synthetic import COMMON, WORDS, texts, vocabulary

ARTICLES = 100_000
QUERIES = 400


def fill(path: Path, count: int) -> None:
    """Write a record of invented articles, one in each document, without reading and splitting them."""
    with Database(path, create=True) as database:
        writer = Writer(database, "benchmark")
        writer.start("articles", "")
        for number, (title, body) in enumerate(texts(count)):
            text = f"{title}\n\n{body}"
            document = Document.make(f"articles!/{number}", text.encode(), "text/plain", "utf-8", text)
            article = Article(
                content_id("article", document.id, 0), document.id, Span(0, len(text)), title, Span(0, len(title)),
                None, None, None, None, None, None, None, None, False, None, (), (), (),
            )  # fmt: skip
            if not writer.holds(document):
                writer.add(document, [(article, body)])
            if writer.is_full:
                writer.commit()
        writer.commit()


def queries() -> Iterator[str]:
    """Yield what people type: one to four words, phrases, beginnings, alternatives, exclusions.

    Words come by their frequency in the texts, so that frequent ones are asked for as well; only of the hundred most
    frequent ("the", "of") each query has at most one, beside other words.
    """
    rng = Random("queries")
    words = vocabulary()
    weights = [1 / (rank + 3) for rank in range(WORDS)]
    titles = [title.split() for title, _ in texts(500)]
    for _ in range(QUERIES // 4):
        yield rng.choices(words[COMMON:], weights[COMMON:])[0]
        yield " ".join(
            [*rng.choices(words[COMMON:], weights[COMMON:], k=rng.randint(1, 3)), rng.choice(words[:COMMON])]
        )
        title = rng.choice(titles)
        at = rng.randint(0, len(title) - 4)
        yield f'"{" ".join(title[at : at + 3])}"'
        first, second = rng.choices(words[COMMON:], weights[COMMON:], k=2)
        yield rng.choice((f"{first[:5]}* {second}", f"{first} OR {second}", f"{first} -{second}"))


def measure() -> dict[str, float]:
    """Return the median and the 95th percentile, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.according"
        fill(path, ARTICLES)
        taken = []
        with Record.open(path) as record:
            for query in queries():
                begun = time.perf_counter()
                record.search(query)
                taken.append((time.perf_counter() - begun) * 1000)
    return {"search.p50_ms": statistics.median(taken), "search.p95_ms": statistics.quantiles(taken, n=20)[-1]}
