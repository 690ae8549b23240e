"""How many articles a second one core splits and cleans, and how many sentences two cores read into a linked record.

The first is on real documents with varied text; the second on English news, from files to what articles have in common.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from sqlalchemy import func, select

from according.model import Document
from according.pipeline import articles
from according.record import Record
from according.settings import Settings
from according.store import tables
from according.store.database import Database
from benchmarks import shared

COPIES = 30
PROCESSES = 2
FIRST = 2
"""Files of a read that takes hardly longer than the processes take to start."""
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


def _processor() -> float:
    """Return the processor seconds that this process and those that it has waited for have taken."""
    spent = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


def reading(files: Sequence[Path], folder: Path) -> tuple[int, float, float]:
    """Return the sentences that a read of files finds, and its seconds: of the clock, and of all processes."""
    record = folder / f"{len(files)}.according"
    spent, begun = _processor(), time.perf_counter()
    with Record.open(record, create=True) as opened:
        opened.read(list(map(str, files)), Settings(jobs=PROCESSES))
    seconds = time.perf_counter() - begun
    database = Database(record)
    with database.reading() as connection:
        sentences = connection.execute(select(func.count()).select_from(tables.sentences)).scalar_one()
    database.close()
    return sentences, seconds, _processor() - spent


def pipeline() -> dict[str, float]:
    """Return sentences a second that two processes read, from files to a linked record, beyond the time of their start.

    `sentences_per_second` is by the clock, and what else the machine does counts; `sentences_per_core_second` is by
    the processor.
    """
    files = [
        *sorted(shared("eval/data/ntrex-stories/en").glob("*.txt")),
        *sorted(shared("eval/data/polnear-dev/text").glob("*.txt")),
    ]
    folder = Path(tempfile.mkdtemp())
    try:
        first, all_of_them = reading(files[:FIRST], folder), reading(files, folder)
    finally:
        shutil.rmtree(folder)
    sentences, seconds, processor = (after - before for before, after in zip(first, all_of_them, strict=True))
    return {
        "speed.pipeline.sentences_per_second": sentences / seconds,
        "speed.pipeline.sentences_per_core_second": sentences / processor,
    }


def measure() -> dict[str, float]:
    """Return articles a second of processor time, texts made beforehand, and the figures of `pipeline`."""
    return {"speed.articles_per_second": splitting(), **pipeline()}


def splitting() -> float:
    """Return articles a second of processor time (all threads together)."""
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
    return found / (time.process_time() - begun)
