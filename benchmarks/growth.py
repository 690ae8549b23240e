"""How time and memory grow with the articles: 1,000, 10,000 and 100,000 of them, at a steady 50 a day.

Articles are composed without running the analysis: their words are drawn as often as they stand in translated news
articles (NTREX), names as often as names are in news (Zipf), days and numbers by chance. Half of them belong to a story
of two to six, told in the same names and on neighbouring days; one in ten copies another one with some words exchanged;
one in ten has no date; one in ten is in a language without vectors. Each tells how many were killed at a place, one in
eight of those of one story otherwise than the others. What is timed is what links them: origins, stories and
discrepancies. Each size runs in a process of its own, so that its highest memory is its own.

Then how much it takes to link a hundred articles more, with all that was kept of those before: in time, and in
comparisons, which do not depend on the machine.

`python -m benchmarks.growth SIZE` prints one size.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import numpy as np

from according.knowledge.stems import stems
from according.link import discrepancies
from according.link.kept import Kept
from according.link.origins import origins
from according.link.sketches import sketch
from according.link.stories import stories
from according.link.world import World
from according.model import Figure, Sketch, Span
from according.views import Compared, Descent, Item, Lead, Prose, Story
from benchmarks import shared

SIZES = (1_000, 10_000, 100_000)
A_DAY = 50
SENTENCES, WORDS = (4, 5, 6, 7, 8, 9), (10, 14, 18, 22, 26)
MORE = 100
"""Articles that are added to those before."""
NAMES = 50_000
TOPICS = 300
FIRST = date(2020, 1, 1)
LIKE_TOPIC, LIKE_STORY = 0.5, 0.9
"""How far the vectors of one topic and of one story go in the same direction, beside one of their own."""


@dataclass(frozen=True)
class Event:
    """What some articles tell: names, numbers and the direction of their vectors."""

    day: int
    names: tuple[str, ...]
    numbers: tuple[float, ...]
    vector: np.ndarray[tuple[int], np.dtype[np.float64]]
    words: tuple[str, ...]


class Composer:
    """Composes articles: the same for the same seed and size."""

    def __init__(self, seed: int) -> None:
        """Take the words of translated news articles."""
        self._random = Random(seed)
        self._numpy = np.random.default_rng(seed)
        counts: Counter[str] = Counter()
        for language in ("en", "fr", "ru"):
            for file in sorted((shared("eval/data/ntrex-stories") / language).glob("*.txt")):
                counts.update(file.read_text("utf-8").split())
        self._words = sorted(counts)
        self._often = list(accumulate(counts[word] for word in self._words))
        self._named = list(accumulate(1 / (rank + 10) for rank in range(NAMES)))
        self._topics = self._numpy.standard_normal((TOPICS, 512))
        self.texts: dict[str, str] = {}

    def items(self, size: int) -> Iterator[Item]:
        """Yield articles, day by day."""
        event, left, text = self._event(0), 0, ""
        for number in range(size):
            if left == 0:
                event = self._event(number // A_DAY)
                left = self._random.choice((1, 1, 1, 2, 3, 4, 6))
            left -= 1
            copied = text and self._random.random() < 0.1
            text = self._edited(text) if copied else self._text(event)
            yield self._item(f"{number:08x}", event, text)

    def _draw(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._often, k=count)

    def _event(self, day: int) -> Event:
        names = self._random.choices(range(NAMES), cum_weights=self._named, k=8)
        topic = self._topics[self._random.randrange(TOPICS)]
        return Event(
            day,
            tuple(sorted({f"e{name}" for name in names})),
            tuple(float(self._random.randrange(1, 5000)) for _ in range(3)),
            LIKE_TOPIC * topic + LIKE_STORY * self._numpy.standard_normal(512),
            tuple(self._draw(8)),
        )

    def _text(self, event: Event) -> str:
        lines = [
            " ".join(self._draw(self._random.choice(WORDS))) for _ in range(self._random.choice(SENTENCES))
        ]
        return "\n".join((" ".join((*event.words, *self._draw(4))), *lines))

    def _edited(self, text: str) -> str:
        return "\n".join(
            " ".join(word if self._random.random() > 0.1 else self._draw(1)[0] for word in line.split())
            for line in text.split("\n")
        )

    def _item(self, article: str, event: Event, text: str) -> Item:
        self.texts[article] = text
        title, _, body = text.partition("\n")
        language = self._random.choice(("en", "fr", "ru", "hy"))
        served = language != "hy" or self._random.random() > 0.4
        direction = event.vector + 0.7 * self._numpy.standard_normal(512)
        vector = np.rint(direction * (127 / np.abs(direction).max())).astype(np.int8).tobytes()
        made = sketch(title, body, None)
        names = tuple(name for name in event.names if self._random.random() < 0.8)
        day = FIRST + timedelta(days=event.day + self._random.randrange(2))
        named = frozenset({(day - timedelta(days=self._random.randrange(40))).isoformat()})
        figures = frozenset((number, "person") for number in event.numbers if self._random.random() < 0.6)
        lead = Lead(frozenset(names[:5]), frozenset(), named, figures, stems(text[:400]), title)
        return Item(
            article=article, title=title, language=language, translated=False,
            outlet=f"Outlet {self._random.randrange(60)}", agency=None,
            published=None if self._random.random() < 0.1 else day.isoformat(), sentences=text.count("\n") + 1,
            sketch=Sketch(made.words, made.shingles, vector if served else None),
            actors=tuple((name, self._random.randrange(1, 6)) for name in names), places=frozenset(names[:2]),
            days=named, figures=figures, lead=lead,
        )  # fmt: skip

    def prose(self, article: str) -> Prose:
        """Return the sentences of an article."""
        text, spans, at = self.texts[article], [], 0
        for line in text.split("\n"):
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        return Prose(text, tuple(spans))


def compared(items: Sequence[Item], come: Sequence[Descent], told: Sequence[Story]) -> Iterator[Compared]:
    """Yield what articles say of how many were killed: the first number of their lead, at their first name."""
    origin = {each.article: each.origin for each in come}
    story = {each.article: one.id for one in told for each in one.articles}
    for item in items:
        place, article = min(each for each, _ in item.actors) if item.actors else None, item.article
        numbers = sorted(item.figures)[:1]
        otherwise = int(article, 16) % 8 == 0
        lines = [f"{value + otherwise:.0f} people were killed on {min(item.days)}." for value, _ in numbers]
        yield Compared(
            article, item.published, origin[article], story[article],
            tuple((Span(0, len(line)), line) for line in lines), (),
            tuple(_killed(article, line, place, min(item.days)) for line in lines), (), (), (), (), {}, {}, "en",
        )  # fmt: skip


def _killed(article: str, line: str, place: str | None, day: str) -> Figure:
    number = line.partition(" ")[0]
    return Figure(
        article, Span(0, len(number)), number, float(number), None, None, "exact", "person", "people were killed", None,
        None, day, place, 1.0, "",
    )  # fmt: skip


def linked(size: int) -> dict[str, float]:
    """Link articles; return the processor's milliseconds for each, and the most memory in MB: composed, at the end."""
    composer = Composer(size)
    some = list(composer.items(size + MORE))
    first, kept = some[:size], Kept()
    figures = {"composed_mb": _most()}
    begun = time.process_time()
    come = origins(first, composer.prose, kept)
    then = time.process_time()
    told = stories(first, {each.article: each.origin for each in come}, kept)
    done = time.process_time()
    found = discrepancies.link(compared(first, come, told), World(), {}, {})
    last = time.process_time()
    figures |= {
        "origins_ms": 1000 * (then - begun) / size,
        "stories_ms": 1000 * (done - then) / size,
        "discrepancies_ms": 1000 * (last - done) / size,
        "total_ms": 1000 * (last - begun) / size,
        "peak_mb": _most(),
        "stories": len(told),
        "discrepancies": len(found),
    }
    more, begun = Kept(kept.used), time.process_time()
    come = origins(some, composer.prose, more)
    stories(some, {each.article: each.origin for each in come}, more)
    return figures | {
        "added_ms": 1000 * (time.process_time() - begun) / MORE,
        "added_compared": more.worked / MORE / (kept.worked / size),
    }


def _most() -> float:
    """Return the highest resident memory of this process so far (MB)."""
    return int(Path("/proc/self/status").read_text("utf-8").split("VmHWM:")[1].split()[0]) / 1024


@cache
def measured(size: int) -> dict[str, float]:
    """Return what `linked` says in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure() -> dict[str, float]:
    """Return the figures of each size, and how much longer an article takes among most than among fewest."""
    shared("eval/data/ntrex-stories")
    figures = {f"growth.{name}.{size}": value for size in SIZES for name, value in measured(size).items()}
    for name in ("origins_ms", "stories_ms", "discrepancies_ms", "total_ms"):
        times = [measured(size)[name] for size in SIZES]
        figures[f"growth.{name}.ratio"] = times[-1] / times[0]
    return figures


if __name__ == "__main__":
    print(json.dumps(linked(int(sys.argv[1]))))
