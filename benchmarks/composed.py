"""News of wars, composed: documents with articles and findings as analysis leaves them, without running it.

Words are drawn as often as they stand in translated news articles (NTREX), numbers and days by chance, and names as
`linking.py` composes them. Half of the articles belong to a topic of two to six, told on neighbouring days; one in ten
copies another one with some words exchanged; one in ten has no date; one in ten is in a language without vectors. A
topic is an attack, or the making of a truce: who did it to whom is told, denied, and laid at the other's door; how many
were killed is told in several ways; what was promised is said to be kept and to be broken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

import numpy as np

from according.link.sketches import sketch
from according.model import (
    Article,
    Chain,
    Commitment,
    Date,
    Document,
    Event,
    Figure,
    Findings,
    Instrument,
    Kind,
    Location,
    Mention,
    Party,
    Sketch,
    Span,
    Statement,
    content_id,
)
from according.model.events import NOBODY, Root, Status
from benchmarks import linking, shared

FIRST = date(2020, 1, 1)
STATES = (
    "AF Afghanistan", "AL Albania", "AO Angola", "AR Argentina", "BD Bangladesh", "BO Bolivia", "BR Brazil", "CL Chile",
    "CM Cameroon", "CO Colombia", "EC Ecuador", "EG Egypt", "ER Eritrea", "ET Ethiopia", "GH Ghana", "GN Guinea",
    "HN Honduras", "IN India", "ID Indonesia", "KE Kenya", "LA Laos", "ML Mali", "MA Morocco", "NE Niger", "NG Nigeria",
    "PK Pakistan", "PE Peru", "SD Sudan", "TH Thailand", "UG Uganda",
)  # fmt: skip
"""States that are at war, by code and name."""
LANGUAGES = ("en", "fr", "ru", "hy")
TOPICS, PLACES, OUTLETS = 300, 20_000, 60
LIKE_TOPIC, LIKE_EVENT, LIKE_OWN = 0.5, 0.9, 0.7
"""How far the vectors of one kind of topic, of one topic and of one article go their own way."""
BEGINNINGS = (
    "{p}, {day}. {a} shelled {p}, killing {n} soldiers, {x} said.",
    "{a} and {b} signed the {p} ceasefire on {day}.",
)
ATTACK = (
    "{y} denied that {a} shelled {p}.", "{x} accused {b} of shelling {p}.", "{y} said {m} soldiers were killed in {p}.",
    "The dead were civilians, {y} said.", "The dead were soldiers, {x} said.", "{x} said {b} had shelled {p}.",
)  # fmt: skip
TRUCE = (
    "{a} will withdraw its artillery from {p} by {day}.", "{x} said {a} had withdrawn its artillery from {p}.",
    "{y} said {a} had broken its promise to withdraw artillery from {p}.", "{x} met {y} in {p} on {day}.",
)  # fmt: skip
ANY = ("{x} said {w}.", "{w} {z} {w}.", "{w} {o} {w}.", "{w}.", "{w}.", "{w}.")
_SLOT = re.compile(r"\{(\w)\w*\}")
_WORDS = (10, 14, 18, 22)


class Name(NamedTuple):
    """Who or what a topic names: a kind of chain, how it is written, its key, and where it is."""

    kind: Kind
    text: str
    key: str | None
    at: Location | None = None
    offices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """What some articles tell, by the slots of their lines, and the direction of their vectors."""

    day: date
    kind: int
    names: Mapping[str, Name]
    killed: int
    words: tuple[str, ...]
    vector: np.ndarray[tuple[int], np.dtype[np.float64]]


class Line(NamedTuple):
    """A sentence as it was composed: from which words, where it stands, and where in it each slot does."""

    of: str
    span: Span
    slots: Mapping[str, Span]


Composed = tuple[Document, Article, Findings]


class Composer:
    """Composes articles: the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Take the words of translated news articles."""
        self._random = Random(seed)
        self._numpy = np.random.default_rng(seed)
        self._names = linking.Composer(seed)
        counts: Counter[str] = Counter()
        for language in ("en", "fr", "ru"):
            for file in sorted((shared("eval/data/ntrex-stories") / language).glob("*.txt")):
                counts.update(file.read_text("utf-8").replace(".", " ").split())
        self._words = sorted(counts)
        self._often = list(accumulate(counts[word] for word in self._words))
        self._topics = self._numpy.standard_normal((TOPICS, 512))

    def articles(self, size: int, a_day: int) -> Iterator[Composed]:
        """Yield so many articles, day by day."""
        topic, left, lines = self._topic(0), 0, list[tuple[str, dict[str, str]]]()
        for number in range(size):
            if left == 0:
                topic = self._topic(number // a_day)
                left = self._random.choice((1, 1, 1, 2, 3, 4, 6))
            left -= 1
            copied = lines and self._random.random() < 0.1
            lines = [self._edited(*each) for each in lines] if copied else self._lines(topic)
            yield self._article(number, topic, lines)

    def _draw(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._often, k=count)

    def _topic(self, day: int) -> Topic:
        states = self._random.sample(STATES, 2)
        a, b = (Name("state", each[3:], f"state:{each[:2]}", None) for each in states)
        x, y = (
            Name("person", self._names.person().title(), None, None, (f"spokesperson@{each[:2]}",))
            for each in states
        )
        names = {"a": a, "b": b, "x": x, "y": y, "p": self._place(states[0][:2])}
        names |= {"z": Name("person", self._names.person().title(), None), "o": self._body()}
        direction = self._topics[self._random.randrange(TOPICS)]
        return Topic(
            FIRST + timedelta(days=day), int(self._random.random() < 0.3), names, self._random.randrange(2, 400),
            tuple(self._draw(6)), LIKE_TOPIC * direction + LIKE_EVENT * self._numpy.standard_normal(512),
        )  # fmt: skip

    def _body(self) -> Name:
        return Name("organization", self._names.body().title(), None)

    def _place(self, country: str) -> Name:
        number = self._random.randrange(PLACES)
        at = Location(-60 + number * 7 % 120, -180 + number * 11 % 360, country, "town", 1.0)
        return Name("place", f"Town{number:05}", f"place:geonames:{number}", at)

    def _lines(self, topic: Topic) -> list[tuple[str, dict[str, str]]]:
        told = (ATTACK, TRUCE)[topic.kind]
        some = [BEGINNINGS[topic.kind], *self._random.sample(told, self._random.choice((1, 2, 3)))]
        some += self._random.choices(ANY, k=self._random.choice((3, 4, 5, 6)))
        return [(each, self._filled(topic)) for each in some]

    def _filled(self, topic: Topic) -> dict[str, str]:
        killed = topic.killed + self._random.choice((0, 0, 0, 0, 0, 0, 1, 7))
        other = topic.killed + self._random.choice((0, 0, 0, 3, 20))
        words = " ".join(self._draw(self._random.choice(_WORDS)))
        day = topic.day - timedelta(days=self._random.choice((0, 0, 0, 1, 30)))
        names = {slot: name.text for slot, name in topic.names.items()}
        return names | {"n": str(killed), "m": str(other), "d": day.isoformat(), "w": words}

    def _edited(self, line: str, slots: dict[str, str]) -> tuple[str, dict[str, str]]:
        words = [each if self._random.random() > 0.1 else self._draw(1)[0] for each in slots["w"].split()]
        return line, slots | {"w": " ".join(words)}

    def _article(self, number: int, topic: Topic, lines: list[tuple[str, dict[str, str]]]) -> Composed:
        title = " ".join((*topic.words, *self._draw(4), str(number)))
        text, told = f"{title}\n", list[Line]()
        for line, slots in lines:
            text, composed = _written(text, line, slots)
            told.append(composed)
        language = self._random.choice(LANGUAGES)
        served = language != "hy" or self._random.random() > 0.4
        day = topic.day + timedelta(days=self._random.randrange(2))
        published = None if self._random.random() < 0.1 else day.isoformat()
        document = Document.make(f"{number:08}.txt", text.encode(), "text/plain", "utf-8", text)
        article = Article(
            id=content_id("article", document.id, 0), document=document.id, span=Span(0, len(text)), title=title,
            title_span=Span(0, len(title)), outlet=f"Outlet {self._random.randrange(OUTLETS)}", agency=None,
            author=None, place=None, published=published, published_basis=None, url=None, language=language,
            translated=False, translated_from=None, marks=(), passages=(), evidence=(),
        )  # fmt: skip
        direction = topic.vector + LIKE_OWN * self._numpy.standard_normal(512)
        vector = np.rint(direction * (127 / np.abs(direction).max())).astype(np.int8).tobytes()
        made = sketch(title, text[len(title) :].lstrip(), None)
        sketched = Sketch(made.words, made.shingles, vector if served else None)
        return document, article, _Found(article, text, topic, told, sketched).findings()


def _written(text: str, line: str, slots: Mapping[str, str]) -> tuple[str, Line]:
    """Return a text with one more line, and where what stands."""
    start, at, spans = len(text), 0, dict[str, Span]()
    for each in _SLOT.finditer(line):
        text += line[at : each.start()]
        spans[each.group(1)] = Span(len(text), len(text) + len(slots[each.group(1)]))
        text, at = text + slots[each.group(1)], each.end()
    text += line[at:]
    return f"{text}\n", Line(line, Span(start, len(text)), spans)


class _Found:
    """What analysis finds in an article, by its lines."""

    def __init__(self, article: Article, text: str, topic: Topic, lines: list[Line], made: Sketch) -> None:
        self._article, self._text, self._topic, self._lines, self._sketch = article, text, topic, lines, made
        self._events, self._statements = list[Event](), list[Statement]()
        self._figures, self._commitments = list[Figure](), list[Commitment]()

    def findings(self) -> Findings:
        """Return all of it."""
        for line in self._lines:
            self._line(line)
        days = [line.slots["d"] for line in self._lines if "d" in line.slots]
        begins = Span(0, self._article.title_span.end if self._article.title_span is not None else 0)
        return Findings(
            chains=tuple(self._chains()),
            sentences=(begins, *(line.span for line in self._lines)),
            dates=tuple(
                Date(self._article.id, span, self._said(span), self._said(span), 0.9, "stated")
                for span in days
            ),
            statements=tuple(self._statements),
            figures=tuple(self._figures),
            events=tuple(self._events),
            instruments=tuple(self._instruments()),
            commitments=tuple(self._commitments),
            sketch=self._sketch,
        )

    def _said(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _id(self, slot: str) -> str:
        return content_id("chain", self._article.id, slot)

    def _chains(self) -> Iterator[Chain]:
        for slot, name in self._topic.names.items():
            spans = [line.slots[slot] for line in self._lines if slot in line.slots]
            if not spans:
                continue
            mentions = tuple(
                Mention(
                    content_id("mention", self._article.id, *span), self._article.id, span, name.text,
                    name.kind, "name", 0.9, "name",
                )
                for span in spans
            )  # fmt: skip
            yield Chain(
                self._id(slot), self._article.id, name.kind, name.text, self._article.language, name.key,
                name.offices, name.at, True, mentions,
            )  # fmt: skip

    def _line(self, line: Line) -> None:
        """Find what a line tells."""
        has, of = line.slots, line.of
        says = next((each for each in ("x", "y") if each in has and " said" in of and "met" not in of), None)
        if "denied" in of:
            says = self._says("y", line, "deny", "denied ")
        elif "accused" in of:
            says = self._says("x", line, "accuse", "accused ")
        elif says is not None:
            self._says(says, line, "say", "said")
        if "shell" in of:
            doer = "a" if "a" in has else "b"
            status: Status = "denied" if "denied" in of else "happened"
            self._event(line, "shell", "ASSAULT", "heavy-weapons", (doer, "p"), status, says)
        for slot in ("n", "m"):
            if slot in has:
                self._figure(has[slot], says)
        if "signed" in of:
            self._event(line, "signed", "AGREE", "settle", ("a", "b"), "happened", None)
        if " met " in of:
            self._event(line, "met", "CONSULT", "visit", ("x", "y"), "happened", None)
        if "withdraw" in of:
            self._commitment(line, says)

    def _says(self, who: str, line: Line, manner: str, cue: str) -> str:
        at = self._text.index(cue, line.span.start)
        first = at > line.slots[who].start
        content = (
            Span(at + len(cue.rstrip()) + 1, line.span.end - 1)
            if first
            else Span(line.span.start, line.slots[who].start - 2)
        )
        self._statements.append(
            Statement(
                self._article.id, self._id(who), line.slots[who], self._said(line.slots[who]), None,
                Span(at, at + len(cue.rstrip())), (content,), "indirect", manner, "certain", 0.9, "composed",  # type: ignore[arg-type]
                self._said(content),
            )
        )  # fmt: skip
        return who

    def _event(
        self,
        line: Line,
        word: str,
        root: Root,
        mode: str,
        parties: tuple[str, str],
        status: Status,
        by: str | None,
    ) -> None:
        at = self._text.index(word, line.span.start)
        source, target = (
            Party((self._id(slot),), line.slots[slot], self._said(line.slots[slot])) for slot in parties
        )
        day = line.slots.get("d")
        self._events.append(
            Event(
                self._article.id, Span(at, at + len(word)), line.span, word, root, mode, source,
                NOBODY if target.text is None else target, self._id("p") if "p" in line.slots else None,
                None if day is None else self._said(day), status, None if by is None else self._id(by),
                None if by is None else self._said(line.slots[by]),
                tuple(line.slots[slot] for slot in ("n",) if slot in line.slots), 0.9, "composed",
            )
        )  # fmt: skip

    def _figure(self, span: Span, by: str | None) -> None:
        self._figures.append(
            Figure(
                self._article.id, span, self._said(span), float(self._said(span)), None, None, "exact", "person",
                "soldiers", None if by is None else self._id(by), by and self._topic.names[by].text,
                None, self._id("p"), 0.9, "composed",
            )
        )  # fmt: skip

    def _commitment(self, line: Line, by: str | None) -> None:
        status = (
            "promised"
            if " will " in line.of
            else "reported broken"
            if "broken" in line.of
            else "reported done"
        )
        at = self._text.index("withdr", line.span.start)
        what = Span(at, line.slots["p"].end)
        self._commitments.append(
            Commitment(
                self._article.id, line.span, self._said(line.span),
                Party((self._id("a"),), line.slots["a"], self._said(line.slots["a"])), NOBODY, self._said(what), what,
                None, None, None, status, "RETREAT", None if by is None else self._id(by),  # type: ignore[arg-type]
                by and self._topic.names[by].text, 0.9, "composed",
            )
        )  # fmt: skip

    def _instruments(self) -> Iterator[Instrument]:
        for line in self._lines:
            if "signed" in line.of:
                span = Span(line.slots["p"].start, line.slots["p"].end + len(" ceasefire"))
                yield Instrument(
                    self._article.id, "ceasefire", self._said(span), (span,), (self._said(span),),
                    self._said(line.slots["d"]), self._id("p"), (self._id("a"), self._id("b")), (),
                    (self._said(line.slots["p"]).casefold(),), True,
                )  # fmt: skip
