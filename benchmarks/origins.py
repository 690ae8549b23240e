"""Copies composed from stories in eight languages and from web pages: is what copies one original put to one origin?

Of every text there is the original and copies as outlets make them: word for word under another headline, with the
outlet's small print around, 5 to 30 of 100 words exchanged, dropped or swapped, cut to its first half or less, put
together with parts of other texts. Beside them stand what must not be joined: different articles with the same small
print, independent articles that quote one long speech, and short news items of several editors on the same events.
Precision and recall are over pairs of articles of one language. Translations are measured apart, on stories that
professionals translated from one English original.

`python -m benchmarks.origins [LANGUAGE]` lists pairs that are wrong.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from according.language.sentences import sentences
from according.link.origins import origins
from according.link.sketches import sketch
from according.model import Sketch, Span
from according.views import Descent, Item, Prose
from benchmarks import shared
from benchmarks.translated import translated

LANGUAGES = ("en", "fr", "ru", "tr", "az", "hy", "uk", "de")
RATES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)
OUTLETS = 25
WHOLE = ("original", "headline")
"""Ways of copying by which a text stands word for word in an article."""
FEWEST = 60
"""Words that a text needs to be copied in parts."""


@dataclass(frozen=True)
class Made:
    """An article that was composed: its text by sentences, whose copy it is, and how it was made."""

    id: str
    truth: str
    how: str
    language: str
    title: str
    sentences: tuple[str, ...]
    outlet: str
    published: str | None
    agency: str | None = None

    @property
    def prose(self) -> Prose:
        """The text with its sentences, one a line."""
        spans, at = [], 0
        for sentence in self.sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        return Prose("\n".join(self.sentences), tuple(spans))

    @property
    def item(self) -> Item:
        """What origins are worked out from. Vectors are for translations and stories: there are none."""
        made = sketch(self.title, self.prose.text, None)
        return Item(
            self.id, self.title, self.language, translated=False, outlet=self.outlet, agency=self.agency,
            published=self.published, sentences=len(self.sentences), sketch=Sketch(made.words, made.shingles, None),
            actors=(), places=frozenset(), days=frozenset(), figures=frozenset(),
        )  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A text to copy: its language, headline and sentences."""

    name: str
    language: str
    title: str
    sentences: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(each.split()) for each in self.sentences)


def stories(language: str) -> list[Text]:
    """Return the stories of a language; the first line is the headline."""
    found = []
    for file in sorted(Path(shared("eval/data/ntrex-stories"), language).glob("*.txt")):
        title, _, body = file.read_text(encoding="utf-8").partition("\n")
        found.append(_text(f"{language}/{file.stem}", language, title, body))
    return found


def pages() -> list[Text]:
    """Return the article of each web page, as cut out by hand."""
    truth = json.loads((shared("eval/data/article-extraction") / "ground-truth.json").read_text("utf-8"))
    return [
        _text(f"page/{name}", "en", each["url"].rstrip("/").rpartition("/")[2], each["articleBody"])
        for name, each in sorted(truth.items())
    ]


def blurbs() -> list[Made]:
    """Return short news items, of each event and language one; without those that tell of two events."""
    topics = json.loads((shared("eval/data/itn-stories") / "topics.json").read_text("utf-8"))
    found, texts = dict[str, Made](), Counter[tuple[str, str]]()
    for topic, items in sorted(topics.items()):
        texts.update({(each["lang"], _plain(each["blurb"])) for each in items.values()})
        for _, each in sorted(items.items()):
            text = _plain(each["blurb"])
            name, language = f"blurb/{topic}/{each['lang']}", each["lang"]
            found.setdefault(
                name, Made(name, name, "blurb", language, each["keyword"], (text,), language, None)
            )
    return [each for each in found.values() if texts[each.language, each.sentences[0]] == 1]


def _plain(markup: str) -> str:
    inside, kept = False, []
    for char in markup:
        inside = char == "<" or (inside and char != ">")
        if not inside and char != ">":
            kept.append(char)
    return " ".join("".join(kept).split())


def _text(name: str, language: str, title: str, body: str) -> Text:
    found = (" ".join(body[start:end].split()) for start, end in sentences(body, language))
    return Text(name, language, title.strip(), tuple(each for each in found if each))


def changed(said: Sequence[str], rate: float, vocabulary: Sequence[str], rng: Random) -> tuple[str, ...]:
    """Return sentences with a share of their words changed: half exchanged for others, a quarter dropped or swapped."""
    made = []
    for sentence in said:
        words = sentence.split()
        at = 0
        while at < len(words):
            if rng.random() < rate:
                how = rng.random()
                if how < 0.5 or at + 1 == len(words):
                    words[at] = rng.choice(vocabulary)
                elif how < 0.75:
                    del words[at]
                else:
                    words[at], words[at + 1] = words[at + 1], words[at]
                    at += 1
            at += 1
        made.append(" ".join(words))
    return tuple(made)


def part(said: Sequence[str], words: float, begin: int = 0) -> tuple[str, ...]:
    """Return sentences from one on until there are so many words."""
    kept, count = list[str](), 0
    for sentence in said[begin:]:
        if kept and count >= words:
            break
        kept.append(sentence)
        count += len(sentence.split())
    return tuple(kept)


class Press:
    """Composes the articles of one language."""

    def __init__(self, texts: Sequence[Text], seed: str) -> None:
        self.rng = Random(f"origins/{seed}")
        long = [text for text in texts if text.words >= FEWEST]
        self.spoken = long[::4]
        self.texts = [text for at, text in enumerate(long) if at % 4]
        self.days = {text: self.rng.randint(1, 25) for text in self.texts}
        self.vocabulary = [word for text in texts for each in text.sentences for word in each.split()]
        lines = [each for text in texts for each in text.sentences if 5 <= len(each.split()) <= 25]
        self.print = {
            outlet: tuple(self._invented(lines) for _ in range(self.rng.randint(1, 5)))
            for outlet in range(OUTLETS)
        }
        self.made: list[Made] = []

    def _invented(self, lines: Sequence[str]) -> str:
        """A line of small print: a sentence of the language in words of its own."""
        return " ".join(self.rng.choice(self.vocabulary) for _ in self.rng.choice(lines).split())

    def _add(self, text: Text, how: str, said: Sequence[str], day: int, title: str | None = None) -> None:
        outlet = self.rng.randrange(OUTLETS)
        small = self.print[outlet] if how != "original" else ()
        before = self.rng.randint(0, len(small)) if small else 0
        said = (*small[:before], *said, *small[before:])
        dated = self.rng.random() < 0.8
        self.made.append(
            Made(
                f"{text.name}#{len(self.made)}", text.name, how, text.language,
                title or self._invented([text.title]), tuple(said), f"{text.language}{outlet}",
                f"2020-10-{day:02d}" if dated else None,
            )
        )  # fmt: skip

    def compose(self) -> list[Made]:
        """Return all originals, small print around some of them, and their copies."""
        for text, day in self.days.items():
            self._add(text, "original", text.sentences, day, text.title)
            self._add(text, "headline", text.sentences, day + self.rng.randint(0, 3))
            for rate in self.rng.sample(RATES, 2):
                said = changed(text.sentences, rate, self.vocabulary, self.rng)
                self._add(text, f"changed {rate:.2f}", said, day + self.rng.randint(0, 3))
            if text.words >= 2 * FEWEST:
                short = part(text.sentences, text.words * self.rng.uniform(0.25, 0.7))
                said = changed(short, self.rng.choice((0, 0, 0.1, 0.2)), self.vocabulary, self.rng)
                self._add(text, "shortened", said, day + self.rng.randint(0, 3))
                self._stitch(text, day + self.rng.randint(1, 4))
        return self.made

    def _stitch(self, text: Text, day: int) -> None:
        """Most of it from one text, the rest from two others."""
        size = min(text.words, 400) * self.rng.uniform(0.5, 0.9)
        main = part(text.sentences, size)
        known = [other for other in self.texts if other is not text and self.days[other] <= day]
        others = [
            part(other.sentences, size * share, self.rng.randrange(max(1, len(other.sentences) // 2)))
            for other, share in zip(self.rng.sample(known, min(2, len(known))), (0.3, 0.15), strict=False)
        ]
        pieces = [main, *others]
        self.rng.shuffle(pieces)
        said = changed([each for piece in pieces for each in piece], 0.05, self.vocabulary, self.rng)
        self._add(text, "stitched", said, day)

    def speeches(self) -> list[Made]:
        """Return pairs of articles on one speech, each with words of its own around what it quotes."""
        made = []
        for number in range(0, len(self.spoken) - 2, 3):
            speech, *reporters = self.spoken[number : number + 3]
            quoted = [f"“{each.strip('“”«»„')}”" for each in part(speech.sentences, 250)]
            for at, reporter in enumerate(reporters):
                own = part(reporter.sentences, self.rng.uniform(50, 150))
                half = len(own) // 2 + 1
                said = (*own[:half], *quoted[at:], *own[half:])
                made.append(
                    Made(
                        f"speech/{speech.name}/{at}", f"speech/{reporter.name}", "speech", speech.language,
                        reporter.title, said, f"speech{at}", "2020-11-03",
                    )
                )  # fmt: skip
        return made

    def dispatches(self) -> list[Made]:
        """Return pairs of dispatches that one agency sent on one day: news of its own before the same background."""
        made = []
        for number in range(0, len(self.spoken) - 2, 3):
            background, *news = self.spoken[number : number + 3]
            for at, text in enumerate(news):
                own = part(text.sentences, 120)
                said = (*own, *part(background.sentences, sum(len(each.split()) for each in own) / 3))
                made.append(
                    Made(
                        f"dispatch/{text.name}/{at}", f"dispatch/{text.name}", "dispatch", text.language,
                        text.title, said, f"dispatch{at}", "2020-11-04", "Example Agency",
                    )
                )  # fmt: skip
        return made


@dataclass(frozen=True)
class Pairs:
    """Pairs of articles of one origin: `right`, found without being one, and missed, by their articles."""

    right: int
    wrong: list[tuple[Made, Made]]
    missed: list[tuple[Made, Made]]

    @property
    def precision(self) -> float:
        """Of the pairs found, how many are right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of the right pairs, how many are found."""
        return self.right / max(1, self.right + len(self.missed))


def judged(made: Iterable[Made], found: Iterable[Descent]) -> Pairs:
    """Compare origins with how articles were made."""
    origin = {each.article: each.origin for each in found}
    by_truth, by_origin = defaultdict[str, list[Made]](list), defaultdict[str, list[Made]](list)
    for each in made:
        by_truth[each.truth].append(each)
        by_origin[origin[each.id]].append(each)
    true = [pair for group in by_truth.values() for pair in combinations(group, 2)]
    missed = [(one, two) for one, two in true if origin[one.id] != origin[two.id]]
    together = [pair for group in by_origin.values() for pair in combinations(group, 2)]
    wrong = [(one, two) for one, two in together if one.truth != two.truth]
    return Pairs(len(true) - len(missed), wrong, missed)


def run(made: Sequence[Made]) -> tuple[Descent, ...]:
    """Return the origins of composed articles."""
    prose = {each.id: each.prose for each in made}
    return origins([each.item for each in made], prose.__getitem__)


def dispatched() -> list[Made]:
    """Return the dispatches of one agency in all languages: a run of their own, as other articles have their words."""
    return [each for language in LANGUAGES for each in Press(stories(language), language).dispatches()]


def composed() -> list[Made]:
    """Return everything that is measured, in all languages, with what must not be joined."""
    made = blurbs()
    for language in LANGUAGES:
        press = Press(stories(language) + (pages() if language == "en" else []), language)
        made += press.compose() + press.speeches()
    return made


def measure() -> dict[str, float]:
    """Return precision and recall over pairs, recall for each way of copying, and what is found of translations."""
    made = composed()
    found = run(made)
    pairs = judged(made, found)
    figures = {"origins.precision": pairs.precision, "origins.recall": pairs.recall}
    origin = {each.article: each.origin for each in found}
    originals = {each.truth: origin[each.id] for each in made if each.how == "original"}
    for how in sorted({each.how for each in made if each.truth in originals and each.how != "original"}):
        hits = [origin[each.id] == originals[each.truth] for each in made if each.how == how]
        figures[f"origins.recall.{how.replace(' ', '_')}"] = sum(hits) / len(hits)
    lost = [each for each in made if each.how not in WHOLE]
    missing = judged(lost, run(lost))
    figures.update({"origins.missing.precision": missing.precision, "origins.missing.recall": missing.recall})
    sent = dispatched()
    figures["origins.dispatches"] = len({each.origin for each in run(sent)}) / len(sent)
    return {**figures, **translated(LANGUAGES[1:])}


def main() -> None:
    """List what is wrong."""
    made = [each for each in composed() if len(sys.argv) < 2 or each.language == sys.argv[1]]
    begun = time.perf_counter()
    found = run(made)
    seconds = time.perf_counter() - begun
    pairs = judged(made, found)
    by = {each.article: each for each in found}
    print(
        f"{len(made)} articles, {1000 * seconds / len(made):.2f} ms each: {pairs.precision:.4f} {pairs.recall:.4f}"
    )
    for language in LANGUAGES:
        some = judged([each for each in made if each.language == language], found)
        lost = [each for each in made if each.language == language and each.how not in WHOLE]
        missing = judged(lost, run(lost))
        print(
            f"{language} {some.precision:.4f} {some.recall:.4f}, "
            f"originals missing: {missing.precision:.4f} {missing.recall:.4f}"
        )
    for name, listed in (("wrong", pairs.wrong), ("missed", pairs.missed)):
        print(name, Counter(tuple(sorted((one.how, two.how))) for one, two in listed).most_common(20))
        for one, two in listed[:15]:
            for each in (one, two):
                of = by[each.id]
                print("  ", each.id, each.truth, each.how, each.published, of.kind, of.score, of.reason)
            print()


if __name__ == "__main__":
    main()
