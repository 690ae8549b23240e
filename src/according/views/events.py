"""Events, and happenings: the events of several articles that are one."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Event, Root, Status, Suggestion
from according.views.claims import Who
from according.views.documents import ArticleRow, Json


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list: where it stands, who takes part, where it was, who reports it, and its sentence.

    `happening` is the happening that it is an account of, None before they are worked out.
    """

    row: ArticleRow
    event: Event
    source: tuple[Who, ...]
    target: tuple[Who, ...]
    place: Who
    reporter: Who
    happening: str | None
    sentence: str

    def as_json(self) -> Json:
        """Return the event as the export writes it: the contract's keys, then what else is known."""
        event = self.event
        return {
            "id": event.id,
            "article": event.article,
            "trigger_span": list(event.trigger),
            "sentence_span": list(event.sentence),
            "root": event.root,
            "mode": event.mode,
            "source": entities(self.source),
            "target": entities(self.target),
            "place": self.place.entity,
            "date": event.date,
            "status": event.status,
            "reported_by": self.reporter.entity,
            "confidence": event.confidence,
            "text": event.text,
            "source_text": event.source.text,
            "source_names": [who.name for who in self.source],
            "target_text": event.target.text,
            "target_names": [who.name for who in self.target],
            "place_name": self.place.name,
            "reported_text": event.reported_text,
            "reported_name": self.reporter.name,
            "measures": [list(span) for span in event.measures],
            "happening": self.happening,
            "reason": event.reason,
        }


def entities(some: tuple[Who, ...]) -> list[str]:
    """Return the entities among some, each once."""
    return list(dict.fromkeys(who.entity for who in some if who.entity is not None))


@dataclass(frozen=True, slots=True)
class Account:
    """An event as far as its happening is asked for.

    `word` is what tells it, at `start` in the document; `sentence` is where its sentence begins, `before` and `after`
    are the rest of that. `source`, `target` and `place` are entities, `source_text` and `target_text` the words for who
    takes part. `company` are the entities that its sentence names, `figures` the quantities; `reported`: the
    article says who says so. `date` is EDTF, as the
    event names it, `published` when its article appeared, `language` the article's. `origin` is what the
    article shares with all copies of one original. `headline`: the article's title tells it. `story` is
    that of its article.
    """

    event: str
    article: str
    word: str
    sentence: int
    root: Root
    mode: str | None
    status: Status
    source: frozenset[str]
    source_text: str | None
    target: frozenset[str]
    target_text: str | None
    place: str | None
    date: str | None
    published: str | None
    origin: str
    confidence: float
    language: str | None = None
    start: int = 0
    before: str = ""
    after: str = ""
    company: frozenset[str] = frozenset()
    figures: frozenset[float] = frozenset()
    reported: bool = False
    headline: bool = False
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """An account of a happening: the event, its article and status, how well it fits the others, and why."""

    event: str
    article: str
    status: Status
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What took place, or is said to: a view on the events of one or more articles that tell of it.

    `source`, `target` and `place` are entities. `date` is EDTF, as the first account that has one names it; `told` is
    when the first article appeared that tells of it. `status` is that of the account that says most. `accounts` come
    with the one first that tells most. `origins` is the number of independent originals that assert it: articles that
    copy one another are one. `voices` is on how many one's word: originals that cite one speaker are one voice, those
    that cite nobody one each; None before a record has counted them. `doubts` are pairs of events, one of them of this
    happening, that may or may not be of one.
    """

    id: str
    root: Root
    mode: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    place: str | None
    date: str | None
    told: str | None
    status: Status
    accounts: tuple[Joined, ...]
    origins: int
    doubts: tuple[Suggestion, ...] = ()
    voices: int | None = None

    def as_json(self) -> Json:
        """Return the happening as the export writes it: the contract's keys, then what else is known."""
        return {
            "id": self.id,
            "root": self.root,
            "source": list(self.source),
            "target": list(self.target),
            "place": self.place,
            "date": self.date,
            "events": [each.event for each in self.accounts],
            "articles": list(dict.fromkeys(each.article for each in self.accounts)),
            "origins": self.origins,
            "voices": self.voices,
            "mode": self.mode,
            "status": self.status,
            "told": self.told,
            "accounts": [
                {"event": each.event, "status": each.status, "score": each.score, "reason": each.reason}
                for each in self.accounts
            ],
        }


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """A happening in a chronology, with the names of who takes part and the accounts that it is known from."""

    happening: Happening
    source: tuple[Who, ...]
    target: tuple[Who, ...]
    place: Who
    accounts: tuple[EventRow, ...]

    def as_json(self) -> Json:
        """Return the happening with its accounts as one JSON object."""
        return {
            **self.happening.as_json(),
            "source_names": [who.name for who in self.source],
            "target_names": [who.name for who in self.target],
            "place_name": self.place.name,
        }


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the codebook in one of its constructions; `mode` is None where the word does not tell it."""

    text: str
    mode: str | None
    construction: str


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A kind of event as the codebook defines it, with the words of one language that tell of it.

    `modes` are pairs of a mode and what it is. `cameo` and `acled` are the kind's places in those schemes.
    """

    root: Root
    says: str
    quad: str
    cameo: str
    acled: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    language: str
    words: tuple[Word, ...]

    def as_json(self) -> Json:
        """Return the entry as one JSON object."""
        return {
            "root": self.root,
            "says": self.says,
            "quad": self.quad,
            "cameo": self.cameo,
            "acled": list(self.acled),
            "modes": dict(self.modes),
            "language": self.language,
            "words": [
                {"text": word.text, "mode": word.mode, "construction": word.construction}
                for word in self.words
            ],
        }
