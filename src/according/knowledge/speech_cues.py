"""Words that say that somebody says something, by language: `speech/<language>.yml`, whose format `en.yml` tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from according.knowledge.fold import load_data, texts
from according.model import Manner

Frame = Literal["clause", "object", "person", "quoted", "predicate", "quotation"]
"""What the words attributed are beside a verb: see `speech/en.yml`."""

_WORDS = (
    "complementisers", "joining", "particles", "as_", "relatives", "first", "pronouns", "persons", "to", "within",
    "addressed", "probable", "possible", "idle", "passive", "impersonal", "reflexives", "active", "clitics",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a cue verb. `leads` are the words that stand before what is said ("for" of "call for")."""

    manner: Manner
    frame: Frame
    leads: tuple[str, ...]
    reflexive: bool


@dataclass(frozen=True, slots=True)
class SpeechCues:
    """What a language's cues are; all words in small letters. `speech/en.yml` says what each is."""

    verbs: Mapping[str, tuple[Reading, ...]]
    nouns: Mapping[str, Manner]
    sources: tuple[tuple[tuple[str, ...], Manner], ...]
    cited: frozenset[str]
    complementisers: frozenset[str]
    joining: frozenset[str]
    particles: frozenset[str]
    as_: frozenset[str]
    relatives: frozenset[str]
    first: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    to: frozenset[str]
    within: frozenset[str]
    addressed: frozenset[str]
    probable: frozenset[str]
    possible: frozenset[str]
    idle: frozenset[str]
    passive: frozenset[str]
    impersonal: frozenset[str]
    reflexives: frozenset[str]
    active: frozenset[str]
    clitics: frozenset[str]
    speakers: frozenset[str]


@cache
def speech_cues(language: str | None) -> SpeechCues | None:
    """Return the cues of a language (BCP 47 primary subtag), None for one without data."""
    if not language or not (Path(__file__).parent / "speech" / f"{language}.yml").exists():
        return None
    raw = cast(dict[str, Any], load_data("speech", f"{language}.yml"))
    verbs: dict[str, list[Reading]] = {}
    for manner, frames in raw["verbs"].items():
        for frame, lemmas in frames.items():
            for lemma in texts(lemmas):
                verb, *leads = _bare(lemma)
                reading = Reading(manner, frame, tuple(leads), verb != lemma.split()[0])
                verbs.setdefault(verb, []).append(reading)
    cited = texts(raw.get("cited"))
    sources: list[tuple[tuple[str, ...], Manner]] = [
        (tuple(phrase.split()), manner)
        for manner, phrases in raw["sources"].items()
        for phrase in texts(phrases)
    ]
    sources += [(tuple(phrase.split()), "say") for phrase in cited]
    words = {key: frozenset(texts(raw.get(key.rstrip("_")))) for key in _WORDS}
    return SpeechCues(
        verbs={verb: tuple(readings) for verb, readings in verbs.items()},
        nouns={noun: manner for manner, nouns in raw["nouns"].items() for noun in texts(nouns)},
        sources=tuple(sorted(sources, key=lambda each: -len(each[0]))),
        cited=frozenset(phrase.split()[0] for phrase in cited),
        speakers=_speakers(language),
        **words,
    )


def _speakers(language: str) -> frozenset[str]:
    """Return the nouns for who can speak: offices, bodies, and others that `name_cues.yml` lists."""
    raw = cast(dict[str, dict[str, Any]], load_data("name_cues.yml")).get(language, {})
    return frozenset(word for key in ("office", "body", "speaker") for word in texts(raw.get(key)))


def _bare(lemma: str) -> list[str]:
    """Return the words of a verb without the pronoun of a reflexive one, which parsers do not keep in its lemma."""
    return lemma.removeprefix("s'").removeprefix("se ").split()
