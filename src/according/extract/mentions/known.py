"""What the knowledge knows, found in a text: states and their capitals, organizations, the press, the user's actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from according.extract.mentions.taken import taken
from according.knowledge.organizations import organization_by_key, organization_words, press_words
from according.knowledge.own_actors import OwnActor
from according.knowledge.phrases import Match, Phrases
from according.knowledge.places import place_words
from according.knowledge.states import Role, StateWord, readings, state_by_code, state_words
from according.model import Kind, Span


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase may stand for. `role` is how it names a state: a capital may be a city all the same.

    `doubtful` phrases are also something else and need a sign from the context; `shared` ones are names of several
    bodies, and the rest of the text does not say of which.
    """

    key: str
    kind: Kind
    name: str
    country: str | None
    role: Role
    doubtful: bool
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A phrase in a text, in its dictionary form, and what it stands for."""

    span: Span
    phrase: str
    known: Known


@cache
def _phrases() -> Phrases[Known | StateWord]:
    return Phrases([*state_words(), *_organizations(), *_places()])


def _places() -> Iterator[tuple[str, str | None, Known]]:
    for phrase, language, name in place_words():
        yield phrase, language, Known(f"place:{name}", "place", name, None, "name", doubtful=False)


def _organizations() -> Iterator[tuple[str, str | None, Known]]:
    for phrase, language, (key, ambiguous) in organization_words():
        found = organization_by_key(key)
        known = Known(f"organization:{key}", "organization", found.name, found.country, "name", ambiguous)
        yield phrase, language, known
    for phrase, language, (key, ambiguous) in press_words():
        yield phrase, language, Known(key, "organization", phrase, None, "name", ambiguous)


@lru_cache(maxsize=4)
def _own(actors: tuple[OwnActor, ...]) -> Phrases[Known]:
    return Phrases(
        (
            name,
            language,
            Known(f"own:{actor.key}", actor.kind, actor.name, actor.country, "name", doubtful=False),
        )
        for actor in actors
        for name, language in actor.names
    )


def sights(text: str, language: str | None, actors: tuple[OwnActor, ...]) -> list[Sight]:
    """Return what the knowledge knows in `text`, in order; the user's own actors before all else.

    Of what a phrase may stand for, the reading that the rest of the text speaks for.
    """
    own: list[Sight] = []
    if actors:
        own = [Sight(match.span, match.phrase, match.payload) for match in _own(actors).find(text, language)]
    index = taken(sight.span for sight in own)
    found = [
        read
        for span, matches in _by_span(_phrases().find(text, language, nested=True))
        if not index.overlaps(span)
        for read in [list(_read(text, span, matches, language))]
        if read
    ]
    certain = [sight.known for read in found for sight in read if not sight.known.doubtful]
    sure = {known.key for known in certain}
    countries = {known.country for known in certain} - {None}
    return sorted(
        (*own, *(_likeliest(read, sure, countries) for read in found)), key=lambda sight: sight.span
    )


def _by_span(
    found: Iterable[Match[Known | StateWord]],
) -> Iterator[tuple[Span, list[Match[Known | StateWord]]]]:
    matches: dict[Span, list[Match[Known | StateWord]]] = {}
    for match in found:
        matches.setdefault(match.span, []).append(match)
    yield from matches.items()


def _read(
    text: str, span: Span, matches: list[Match[Known | StateWord]], language: str | None
) -> Iterator[Sight]:
    """All that a phrase may stand for; words for states of other languages only where `readings` lets them."""
    phrases = {match.payload.code: match.phrase for match in matches if isinstance(match.payload, StateWord)}
    words = [(match.phrase, match.payload) for match in matches if isinstance(match.payload, StateWord)]
    for word in readings(text[span.start : span.end], words, language):
        state = state_by_code(word.code)
        if state is not None:
            known = Known(f"state:{word.code}", "state", state.name, state.country, word.role, word.ambiguous)
            yield Sight(span, phrases[word.code], known)
    for match in matches:
        if isinstance(match.payload, Known):
            yield Sight(span, match.phrase, match.payload)


def _likeliest(read: list[Sight], sure: set[str], countries: set[str | None]) -> Sight:
    """One that is certain, else one that the text speaks for, else the first; doubtful unless something backs it."""
    # A capital is a place, too: what stands for a state leaves it open which of the two is meant.
    best = min(
        [sight for sight in read if sight.known.kind == "state"] or read,
        key=lambda sight: (
            sight.known.doubtful and sight.known.key not in sure,
            sight.known.key not in sure,
            sight.known.country not in countries,
        ),
    )
    known = best.known
    backed = known.key in sure or (known.country is not None and known.country in countries)
    keys = {sight.known.key for sight in read if sight.known.kind == "organization"}
    shared = len(keys) > 1 and not backed
    return replace(best, known=replace(known, doubtful=known.doubtful and not backed, shared=shared))
