"""What the knowledge knows, found in a text: states and their capitals, organizations, the press, the user's actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from according.knowledge.organizations import organization_by_key, organization_words, press_words
from according.knowledge.own_actors import OwnActor
from according.knowledge.phrases import Match, Phrases
from according.knowledge.states import state_by_code, state_words
from according.model import Kind, Span

Role = Literal["name", "adjective", "demonym", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase may stand for. `role` is how it names a state: a capital may be a city all the same.

    `doubtful` phrases are also something else and need a sign from the context.
    """

    key: str
    kind: Kind
    name: str
    country: str | None
    role: Role
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """A phrase in a text and what it stands for."""

    span: Span
    known: Known


@cache
def _phrases() -> Phrases[Known]:
    return Phrases((*_states(), *_organizations()))


def _states() -> Iterator[tuple[str, str | None, Known]]:
    for phrase, language, word in state_words():
        state = state_by_code(word.code)
        if state is not None:
            known = Known(f"state:{word.code}", "state", state.name, state.country, word.role, word.ambiguous)
            yield phrase, language, known


def _organizations() -> Iterator[tuple[str, str | None, Known]]:
    for phrase, language, (key, ambiguous) in organization_words():
        found = organization_by_key(key)
        yield (
            phrase,
            language,
            Known(f"organization:{key}", "organization", found.name, found.country, "name", ambiguous),
        )
    for phrase, language, (key, ambiguous) in press_words():
        yield phrase, language, Known(key, "organization", phrase, None, "name", ambiguous)


@lru_cache(maxsize=4)
def _own(actors: tuple[OwnActor, ...]) -> Phrases[Known]:
    return Phrases(
        (name, language, Known(f"own:{actor.key}", actor.kind, actor.name, actor.country, "name", False))
        for actor in actors
        for name, language in actor.names
    )


def sights(text: str, language: str | None, actors: tuple[OwnActor, ...]) -> list[Sight]:
    """Return what the knowledge knows in `text`, in order; the user's own actors before all else.

    Of phrases that may stand for several things, those that the rest of the text speaks for.
    """
    own = [Sight(match.span, match.payload) for match in _own(actors).find(text, language)] if actors else []
    found = _phrases().find(text, language)
    sure = {match.payload.key for match in found if not match.payload.doubtful}
    countries = {match.payload.country for match in found if not match.payload.doubtful} - {None}
    chosen = [
        Sight(span, known)
        for span, readings in _by_span(found)
        if not any(span.overlap(sight.span) for sight in own)
        for known in _read(readings, sure, countries)
    ]
    return sorted((*own, *chosen), key=lambda sight: sight.span)


def _by_span(found: Iterable[Match[Known]]) -> Iterator[tuple[Span, list[Known]]]:
    readings: dict[Span, list[Known]] = {}
    for match in found:
        readings.setdefault(match.span, []).append(match.payload)
    yield from readings.items()


def _read(readings: list[Known], sure: set[str], countries: set[str | None]) -> Iterator[Known]:
    """The likeliest reading of a phrase: one that is certain, else one that the text speaks for, else the first."""
    ranked = sorted(
        range(len(readings)),
        key=lambda n: (
            readings[n].doubtful and readings[n].key not in sure,
            readings[n].key not in sure,
            readings[n].country not in countries,
            n,
        ),
    )
    best = readings[ranked[0]]
    backed = best.key in sure or (best.country is not None and best.country in countries)
    yield best if not best.doubtful or not backed else _certain(best)


def _certain(known: Known) -> Known:
    return Known(known.key, known.kind, known.name, known.country, known.role, doubtful=False)
