"""Splitting of composed press digests: are the articles found where they truly are?

`python -m benchmarks.digests` prints all figures; `--layout NAME` the digests of one layout; `--layout NAME
--show K` digest K of it with the true and the found boundaries side by side.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from according.model import Article, Document
from according.pipeline import articles, explain
from benchmarks import shared
from benchmarks.layouts import HELD, SEEN, Layout, style
from benchmarks.sheet import Digest, Gold, Sheet, Story, Style

LANGUAGES = ("en", "fr", "ru")
SEEN_SEED, SEEN_DIGESTS = 20181001, 160
HELD_SEED, HELD_DIGESTS = 74027, 40
AGREE = 0.95
"""Least Dice coefficient, over printing characters, of a found and a true article that are taken for the same."""

Stories = dict[str, list[Story]]


def stories() -> Stories:
    """Return the material by language: the same 61 articles in each."""
    material: Stories = {}
    for language in LANGUAGES:
        material[language] = []
        for file in sorted(shared(f"eval/data/ntrex-stories/{language}").glob("*.txt")):
            lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
            material[language].append(Story(file.stem, language, lines[0], tuple(lines[1:])))
    return material


def _choose(material: Stories, rng: Random) -> list[Story]:
    """Draw 5 to 25 articles, none twice; in about one digest of seven the language changes on the way."""
    size = rng.randint(5, 25)
    if rng.random() > 0.15:
        return rng.sample(material[rng.choice(LANGUAGES)], size)
    names = rng.sample(range(len(material["en"])), size)
    language = rng.choice(LANGUAGES)
    chosen = []
    for name in names:
        if rng.random() < 0.3:
            language = rng.choice(LANGUAGES)
        chosen.append(material[language][name])
    return chosen


def _digest(name: str, layout: Layout, number: int, seed: int, material: Stories) -> Digest:
    rng = Random(f"{seed}/{name}/{number}")
    sheet = Sheet(rng, style(layout, rng))
    layout.compose(sheet, _choose(material, rng), rng)
    return sheet.finish(name, number)


def compose(material: Stories) -> Iterator[Digest]:
    """Yield the 200 digests: the layouts take turns, the held-out ones with a seed of their own."""
    for layouts, seed, count in ((SEEN, SEEN_SEED, SEEN_DIGESTS), (HELD, HELD_SEED, HELD_DIGESTS)):
        names = list(layouts)
        for turn in range(count):
            name = names[turn % len(names)]
            yield _digest(name, layouts[name], turn // len(names), seed, material)


def singles(material: Stories) -> Iterator[Digest]:
    """Yield every article as a document of its own, in four plain shapes."""
    shapes = {
        "single-lines": (Style(sentences=(1, 1), blank=False), 0),
        "single-paragraphs": (Style(sentences=(2, 4)), 0),
        "single-wrapped": (Style(sentences=(2, 4), width=78, headline="wrapped"), 0),
        "single-headings": (Style(sentences=(2, 3)), 3),
    }
    for name, (look, headings) in shapes.items():
        for number, story in enumerate(story for language in LANGUAGES for story in material[language]):
            rng = Random(f"{name}/{number}")
            sheet = Sheet(rng, look)
            sheet.title(story)
            sheet.gap()
            sheet.body(story, between=rng.sample(story.press.headings, headings))
            yield sheet.finish(name, number)


def document(digest: Digest) -> Document:
    """Return the digest as the reader hands a text file on."""
    return Document.make(
        f"{digest.layout}-{digest.number}.txt", digest.text.encode(), "text/plain", "utf-8", digest.text
    )


def fold(text: str | None) -> str:
    """Fold case, marks, punctuation and white space away, to compare titles."""
    text = unicodedata.normalize("NFKD", text or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


@dataclass(frozen=True)
class Outcome:
    """How one digest was split. `pairs`: (true, found) indices of those that agree."""

    digest: Digest
    found: tuple[Article, ...]
    pairs: dict[int, int]
    titles: int


class _Scale:
    """Counts printing characters of a digest, leaving out those of no article."""

    def __init__(self, digest: Digest) -> None:
        off = bytearray(len(digest.text))
        for start, end in digest.neutral:
            off[start:end] = b"\1" * (end - start)
        self._at = [i for i, character in enumerate(digest.text) if not off[i] and not character.isspace()]

    def weigh(self, start: int, end: int) -> int:
        return max(0, bisect_left(self._at, end) - bisect_left(self._at, start))

    def dice(self, gold: Gold, found: Article) -> float:
        """Dice coefficient of both, as if `gold.aside` were not there."""
        start, end = found.span
        common = self.weigh(max(start, gold.start), min(end, gold.end))
        aside = sum(self.weigh(max(start, a), min(end, b)) for a, b in gold.aside)
        return 2 * common / ((self.weigh(gold.start, gold.end) + self.weigh(start, end) - aside) or 1)


def compare(digest: Digest, found: tuple[Article, ...]) -> Outcome:
    """Match found articles with the true ones, one to one."""
    scale = _Scale(digest)
    pairs: dict[int, int] = {}
    for i, gold in enumerate(digest.golds):
        for j, article in enumerate(found):
            if j not in pairs.values() and scale.dice(gold, article) >= AGREE:
                pairs[i] = j
                break
    titles = sum(fold(found[j].title) == fold(digest.golds[i].story.title) for i, j in pairs.items())
    return Outcome(digest, found, pairs, titles)


def score(digest: Digest) -> Outcome:
    """Split a digest and compare."""
    return compare(digest, articles(document(digest)))


def f1(outcomes: Sequence[Outcome]) -> float:
    """Boundary F1 over all articles of the digests."""
    total = sum(len(o.digest.golds) + len(o.found) for o in outcomes)
    return 2 * sum(len(o.pairs) for o in outcomes) / total


def measure() -> dict[str, float]:
    """Return boundary F1 overall and by layout, share of right titles, and single articles split wrongly."""
    material = stories()
    by_layout: defaultdict[str, list[Outcome]] = defaultdict(list)
    for digest in compose(material):
        by_layout[digest.layout].append(score(digest))
    outcomes = [outcome for group in by_layout.values() for outcome in group]
    wrong = [len(articles(document(single))) != 1 for single in singles(material)]
    return {
        "digests.boundaries_f1": f1(outcomes),
        "digests.titles": sum(o.titles for o in outcomes) / sum(len(o.digest.golds) for o in outcomes),
        "digests.single_split_wrongly": sum(wrong) / len(wrong),
        **{f"digests.boundaries_f1.{name}": f1(group) for name, group in by_layout.items()},
    }


def _show(outcome: Outcome) -> None:
    """Print every line with its true article, its found article and its label; then what went wrong."""
    digest, found = outcome.digest, outcome.found
    labels = {line.span.start: line.label for line in explain(document(digest))}
    at = 0
    for line in digest.text.splitlines(keepends=True):
        ink = at + (len(line) - len(line.lstrip()) if line.strip() else 0)
        true = _column(((g.start, g.end) for g in digest.golds), at, ink, at + len(line))
        mine = _column((a.span for a in found), at, ink, at + len(line))
        alarm = "!" if line.strip() and (">" in true) != (">" in mine) else " "
        print(f"{alarm}{true:>4}{mine:>4} {labels.get(at, labels.get(ink, '')):<9.9}|{line.rstrip()[:130]}")
        at += len(line)
    print()
    for i, gold in enumerate(digest.golds):
        if i not in outcome.pairs:
            print(f"not found: {i} {gold.story.title!r}")
        elif fold(found[outcome.pairs[i]].title) != fold(gold.story.title):
            print(f"title of {i}: {found[outcome.pairs[i]].title!r} for {gold.story.title!r}")
    for j, article in enumerate(found):
        if j not in outcome.pairs.values():
            print(f"invented: {j} {digest.text[article.span.start :][:80]!r}")


def _column(spans: Iterator[tuple[int, int]], start: int, ink: int, end: int) -> str:
    """Return which span a line lies in, with `>` where the span begins on it; `ink` is its first character."""
    for number, (a, b) in enumerate(spans):
        if start <= a < end:
            return f">{number}"
        if a <= ink < b:
            return str(number)
    return "."


def main() -> int:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digests", description=__doc__)
    parser.add_argument("--layout", choices=sorted({*SEEN, *HELD}))
    parser.add_argument("--show", type=int, metavar="K")
    options = parser.parse_args()
    if options.layout is None:
        for name, value in measure().items():
            print(f"{name:50s} {value:6.3f}")
        return 0
    if options.show is not None and options.layout in HELD:
        print("held-out layouts are scored, never shown: what is learnt from them no longer tests anything")
        return 2
    mine = [digest for digest in compose(stories()) if digest.layout == options.layout]
    for digest in mine if options.show is None else [d for d in mine if d.number == options.show]:
        outcome = score(digest)
        if options.show is not None:
            _show(outcome)
        print(f"{digest.layout} {digest.number}: {len(outcome.pairs)} of {len(digest.golds)}, "
              f"found {len(outcome.found)}, titles {outcome.titles}, f1 {f1([outcome]):.3f}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
