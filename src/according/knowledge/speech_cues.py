"""Words that say that somebody says something, by language: `speech/<language>.yml`, whose format `en.yml` tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from according.knowledge.fold import load_data, texts
from according.model import Manner

Frame = Literal[
    "clause",
    "that",
    "object",
    "person",
    "quoted",
    "predicate",
    "quotation",
    "plan",
    "wish",
    "amount",
    "verdict",
]
"""What the words attributed are beside a verb: see `speech/en.yml`."""

_WORDS = (
    "complementisers", "joining", "toward", "particles", "at", "occasions", "as_", "relatives", "first",
    "pronouns", "persons", "things", "nobody", "asides", "where", "held", "weak", "people", "papers", "modals",
    "conditions", "infinitive", "to", "within", "addressed", "probable", "possible", "idle", "passive", "past",
    "raised",
    "impersonal", "reflexives", "active", "clitics", "endings", "objects", "auxiliaries", "denied", "finite",
    "issued", "issuers", "subjects", "called", "through", "general", "rejoinders", "rebutting",
    "indefinite",
)  # fmt: skip


_SHORTEST = 3
_STEM = 5
"""Letters of a beginning that more may follow: shorter ones are whole words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a cue verb. `leads` are the words that stand before what is said ("for" of "call for")."""

    manner: Manner
    frame: Frame
    leads: tuple[str, ...]
    reflexive: bool


@dataclass(frozen=True, slots=True)
class SpeechCues:
    """What a language's cues are; all words in small letters. `speech/en.yml` and `speech/tr.yml` say what each is."""

    verbs: Mapping[str, tuple[Reading, ...]]
    nouns: Mapping[str, Manner]
    sources: tuple[tuple[tuple[str, ...], Manner], ...]
    cited: frozenset[tuple[str, ...]]
    relays: frozenset[tuple[str, ...]]
    complementisers: frozenset[str]
    joining: frozenset[str]
    toward: frozenset[str]
    particles: frozenset[str]
    at: frozenset[str]
    occasions: frozenset[str]
    as_: frozenset[str]
    relatives: frozenset[str]
    first: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    nobody: frozenset[str]
    asides: frozenset[str]
    where: frozenset[str]
    held: frozenset[str]
    weak: frozenset[str]
    people: frozenset[str]
    papers: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    infinitive: frozenset[str]
    to: frozenset[str]
    within: frozenset[str]
    addressed: frozenset[str]
    probable: frozenset[str]
    possible: frozenset[str]
    idle: frozenset[str]
    passive: frozenset[str]
    past: frozenset[str]
    raised: frozenset[str]
    impersonal: frozenset[str]
    reflexives: frozenset[str]
    active: frozenset[str]
    clitics: frozenset[str]
    speakers: frozenset[str]
    endings: frozenset[str]
    objects: frozenset[str]
    auxiliaries: frozenset[str]
    denied: frozenset[str]
    finite: frozenset[str]
    issued: frozenset[str]
    issuers: frozenset[str]
    subjects: frozenset[str]
    called: frozenset[str]
    through: frozenset[str]
    general: frozenset[str]
    rejoinders: frozenset[str]
    rebutting: frozenset[str]
    indefinite: frozenset[str]
    forms: Mapping[str, Manner]
    light: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    stems: Mapping[str, str]
    after: Mapping[str, Manner]

    def lemma(self, lemma: str, word: str, pos: str) -> str:
        """Return the dictionary form of a cue verb that an engine gives the wrong one, by the word's ending."""
        if lemma in self.verbs or pos not in ("VERB", "ADJ"):
            return lemma
        for ending, instead in self.stems.items():
            if word.endswith(ending) and word[: len(word) - len(ending)] + instead in self.verbs:
                return word[: len(word) - len(ending)] + instead
        return lemma

    def says(self, lemma: str) -> bool:
        """Return whether a verb tells of words, not only of what somebody means to do or how much something is."""
        return any(each.frame not in ("plan", "wish", "amount") for each in self.verbs.get(lemma, ()))

    def is_somebody(self, lemma: str) -> bool:
        """Return whether a noun is for people, offices or bodies."""
        return lemma in self.people or lemma in self.speakers

    def can_speak(self, lemma: str) -> bool:
        """Return whether a noun is for people, offices, bodies or what is written."""
        return self.is_somebody(lemma) or lemma in self.papers

    def form(self, word: str) -> Manner | None:
        """Return the manner of a word that begins as a cue verb does, in a language whose cues are such beginnings."""
        for length in range(len(word), min(len(word), _SHORTEST) - 1, -1) if self.forms else ():
            manner = self.forms.get(word[:length])
            if manner is not None and (length == len(word) or length >= _STEM):
                return manner
        return None


@cache
def speech_cues(language: str | None) -> SpeechCues | None:
    """Return the cues of a language (BCP 47 primary subtag), None for one without data."""
    if not language or not (Path(__file__).parent / "speech" / f"{language}.yml").exists():
        return None
    raw = cast(dict[str, Any], load_data("speech", f"{language}.yml"))
    verbs: dict[str, list[Reading]] = {}
    for manner, frames in raw.get("verbs", {}).items():
        for frame, lemmas in frames.items():
            for lemma in texts(lemmas):
                verb, *leads = _bare(lemma)
                reading = Reading(manner, frame, tuple(leads), verb != lemma.split()[0])
                verbs.setdefault(verb, []).append(reading)
    cited, relays = (frozenset(map(_words_of, texts(raw.get(key)))) for key in ("cited", "relays"))
    sources: list[tuple[tuple[str, ...], Manner]] = [
        (_words_of(phrase), manner)
        for manner, phrases in (raw.get("sources") or raw.get("before", {})).items()
        for phrase in texts(phrases)
    ]
    after = _by_word(raw.get("after", {}))
    sources += [(words, "say") for words in sorted(cited | relays) if words[-1] not in after]
    words = {key: frozenset(texts(raw.get(key.rstrip("_")))) for key in _WORDS}
    words["people"] |= _people(language)
    return SpeechCues(
        verbs={verb: tuple(readings) for verb, readings in verbs.items()},
        nouns=_by_word(raw.get("nouns", {})),
        sources=tuple(sorted(sources, key=lambda each: (-len(each[0]), each[0]))),
        forms=_by_word(raw.get("forms", {})),
        light={verb: frozenset(nouns) for verb, nouns in raw.get("light", {}).items()},
        parts={verb: frozenset(texts(parts)) for verb, parts in raw.get("parts", {}).items()},
        stems=raw.get("stems", {}),
        after=after,
        cited=cited,
        relays=relays,
        speakers=_speakers(language),
        **words,
    )


def _words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as engines part them: "d'après" is two."""
    return tuple(phrase.replace("'", "' ").split())


def _by_word(groups: Mapping[str, object]) -> dict[str, Manner]:
    return {word: cast(Manner, manner) for manner, words in groups.items() for word in texts(words)}


def _speakers(language: str) -> frozenset[str]:
    """Return the nouns for who can speak: offices, bodies, and others that `name_cues.yml` lists."""
    raw = cast(dict[str, dict[str, Any]], load_data("name_cues.yml")).get(language, {})
    return frozenset(word for key in ("office", "body", "speaker") for word in texts(raw.get(key)))


def _people(language: str) -> frozenset[str]:
    """Return the nouns for people, small letters, that the units of a language count."""
    if not (Path(__file__).parent / "units" / f"{language}.yml").exists():
        return frozenset()
    things = cast(dict[str, Any], load_data("units", f"{language}.yml")).get("things", {})
    return frozenset(str(things.get("person", "")).casefold().split())


def _bare(lemma: str) -> list[str]:
    """Return the words of a verb without the pronoun of a reflexive one, which parsers do not keep in its lemma."""
    return lemma.removeprefix("s'").removeprefix("se ").split()
