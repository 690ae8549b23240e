"""Names from the knowledge, from nouns for bodies and from a model, laid over one another.

Where they overlap, the more specific stays: the user's own actors, then institutions and bodies, then what the
knowledge knows, then what a model sees.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from according.extract.mentions import toponyms
from according.extract.mentions.known import Sight
from according.extract.mentions.personal import is_full_name
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import Taken, taken, words_at
from according.knowledge.fold import fold_name
from according.knowledge.offices import Description, descriptions, institution_key
from according.knowledge.organizations import organization_by_key
from according.model import Candidate, Named, Span

SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.5
"""Confidence: known to the knowledge without a doubt; seen by a model, or doubtful in itself and backed by the rest of
the article; a guess."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")


def laid(
    scene: Scene,
    sights: list[Sight],
    institutions: list[Description],
    bodies: list[Candidate],
    named: list[Named],
) -> tuple[Candidate, ...]:
    """Return the names that stay, in order."""
    text, language = scene.text, scene.language
    countries = {sight.known.country for sight in sights if not sight.known.doubtful and sight.known.country}
    index = Taken((name.span, name) for name in named)
    people = {name.span.end: name.span.start for name in named if name.kind == "person"}
    borne = _borne(text, named)
    known_bodies = taken(sight.span for sight in sights if sight.known.kind == "organization")
    for each in institutions:
        known_bodies.add(each.span, each.span)
    known_names = taken(sight.span for sight in sights if sight.known.role == "name")
    whole = [
        body
        for body in bodies
        if not _is_less(body.span, known_bodies, people)
        and not any(span.contains(body.span) for span in known_names.over(body.span))
    ]
    inner = {span for body in whole for span in known_bodies.over(body.span) if body.span.contains(span)}
    parents = _parents(sights)
    ranked = [(1, _institution(text, each)) for each in institutions if each.span not in inner]
    ranked += [(1, _as_institution(text, body, language)) for body in whole]
    known = [
        (0 if sight.known.key.startswith("own:") else 2, candidate)
        for sight in sights
        if sight.span not in inner
        for over in [[] if sight.span in parents else index.over(sight.span)]
        for candidate in _believed(scene, sight, over, countries, borne)
    ]
    sure = taken(candidate.span for _, candidate in known if candidate.confidence == SURE)
    for each in institutions:
        if each.state is not None:
            sure.add(each.span, each.span)
    seen = [
        (3, _as_institution(text, _named(text, cut), language))
        for name in named
        for cut in _cut(scene, name, sure.over(name.span))
    ]
    return _choose([*ranked, *known, *seen])


def _borne(text: str, named: Iterable[Named]) -> frozenset[str]:
    """The words of the names of people who are named in full, folded."""
    names = [fold_name(words_at(text, name.span)).split() for name in named if name.kind == "person"]
    return frozenset(word for words in names if len(words) > 1 for word in words)


def _parents(sights: Iterable[Sight]) -> frozenset[Span]:
    """Where bodies stand in the names of their own organs, whichever of the two a model sees."""
    known = [sight for sight in sights if sight.known.kind == "organization"]
    index = Taken((sight.span, sight) for sight in known)
    return frozenset(
        sight.span
        for sight in known
        for longer in index.over(sight.span)
        if longer.span.contains(sight.span) and _is_parent(sight.known.key, longer.known.key)
    )


def _is_less(body: Span, known: Taken[Span], people: Mapping[int, int]) -> bool:
    """Whether a body is no more than a known one, or that with somebody's name behind it.

    "la Cour suprême Jeanne Martin" is a court and a man. `people` are the ends of people's names, with where they
    begin.
    """
    return any(
        span.contains(body) or (span.start == body.start and span.end <= people.get(body.end, -1))
        for span in known.over(body)
    )


def _as_institution(text: str, body: Candidate, language: str | None) -> Candidate:
    """A body that is an institution by itself: of "Artsakh Security Council secretary" the office took the words."""
    if body.kind != "organization":
        return body
    for found in descriptions(text[body.span.start : body.span.end], language):
        if (
            found.kind == "institution"
            and found.span.start == 0
            and found.span.end == body.span.end - body.span.start
        ):
            return replace(_institution(text, found, body.span.start), span=body.span)
    return body


def _believed(
    scene: Scene,
    sight: Sight,
    over: list[Named],
    countries: Container[str],
    borne: Container[str],
) -> Iterator[Candidate]:
    """The candidate for what the knowledge knows; none for a part of another name and for what nothing backs.

    `over` are the names that a model sees there, `borne` the words of people's full names.
    """
    if sight.known.role in ("adjective", "demonym"):
        return
    text = scene.text
    own = sight.known.key.startswith("own:")
    if not own and (_is_within_a_name(sight, over, text) or _is_within(scene, sight, over)):
        return
    candidate = _known(text, sight)
    if not sight.known.doubtful:
        yield candidate
    elif _is_backed(scene, sight, over, countries, borne):
        # The model sees such a name, but nothing says that it is this one: the Republicans of which country?
        of_one = sight.known.country is not None or sight.known.shared
        anybody = candidate.kind == "organization" and of_one
        yield replace(candidate, key=None, name=words_at(text, sight.span)) if anybody else candidate


def _person_behind(scene: Scene, name: Span, body: Span) -> Span | None:
    """Where somebody stands whom a model takes for a part of the body before: "ONU Ramtane Lamamra"."""
    gap = scene.text[body.end : body.end + 1]
    found = Span(body.end + 1, name.end)
    return found if body.start <= name.start and gap == " " and is_full_name(scene, found) else None


def _cut(scene: Scene, name: Named, over: Iterable[Span]) -> Iterator[Named]:
    """A name as a model sees it without what the knowledge knows at its ends: of "États-Unis Donald Trump" the man."""
    text = scene.text
    for known in over:
        if name.span != known:
            behind = known.start <= name.span.start and known.end < name.span.end
            before = name.span.start < known.start and name.span.end <= known.end
            if behind or before:
                rest = Span(known.end, name.span.end) if behind else Span(name.span.start, known.start)
                words = list(_WORD.finditer(text, *rest))
                while words and not toponyms.is_capital(words[0].group()):
                    words.pop(0)
                while words and not toponyms.is_capital(words[-1].group()):
                    words.pop()
                # A single word may be anything: a surname, the rest of a longer name.
                if len(words) > 1:
                    span = Span(words[0].start(), words[-1].end())
                    kind = "person" if behind and _person_behind(scene, name.span, known) else name.kind
                    yield replace(name, span=span, base=words_at(text, span), kind=kind)
                return
    yield name


def _choose(layers: Iterable[tuple[int, Candidate]]) -> tuple[Candidate, ...]:
    """Those that stay when of two that overlap the one of lower rank stays, then the longer, then the first.

    Names may lie in names: "ministry of defence of Armenia" is one, and Armenia another; so are the OSCE's Minsk Group
    and the OSCE.
    """
    chosen: Taken[Candidate] = Taken()
    ordered = sorted(layers, key=lambda item: (item[0], item[1].span.start - item[1].span.end, item[1].span))
    for _, candidate in ordered:
        if all(_may_lie_in(candidate, other) for other in chosen.over(candidate.span)):
            chosen.add(candidate.span, candidate)
    return tuple(sorted(chosen, key=lambda each: each.span))


def _may_lie_in(inner: Candidate, outer: Candidate) -> bool:
    """Whether both are named: a state or place in the name of its body, a body in that of its part."""
    if outer.kind != "organization" or outer.span == inner.span or not outer.span.contains(inner.span):
        return False
    if inner.kind in ("state", "place"):
        return inner.basis in ("known", "capital") and (outer.role is not None or outer.basis == "body")
    return _is_parent(inner.key, outer.key)


def _is_parent(inner: str | None, outer: str | None) -> bool:
    if not inner or not outer or not outer.startswith("organization:"):
        return False
    return organization_by_key(outer.partition(":")[2]).part_of == inner.partition(":")[2]


def _institution(text: str, found: Description, at: int = 0) -> Candidate:
    written = words_at(text, Span(found.span.start + at, found.span.end + at))
    proper = found.state is not None or any(word[:1].isupper() for word in written.split())
    return Candidate(
        span=found.span,
        kind="organization",
        form="name" if proper else "description",
        name=found.name if found.state else written,
        key=institution_key(found.role, found.state) if found.state else None,
        role=found.role,
        state=found.state,
        confidence=SURE if found.state else LIKELY,
        basis="institution",
    )


def _known(text: str, sight: Sight) -> Candidate:
    of = sight.known
    return Candidate(
        span=sight.span,
        kind=of.kind,
        form="name",
        name=nominative(sight.phrase, words_at(text, sight.span)) if of.kind == "place" else of.name,
        key=None if of.kind == "place" and not of.key.startswith("own:") else of.key,
        role=None,
        state=None,
        confidence=LIKELY if of.doubtful else SURE,
        basis="known" if of.role == "name" else of.role,
    )


def _named(text: str, name: Named) -> Candidate:
    return Candidate(
        span=name.span,
        kind=name.kind,
        form="name",
        name=" ".join(name.base.split()) or words_at(text, name.span),
        key=None,
        role=None,
        state=None,
        confidence=LIKELY,
        basis="model",
    )


def _is_within_a_name(sight: Sight, over: Iterable[Named], text: str) -> bool:
    """Whether a known word is part of a person's name: Georgia in "Georgia Meloni", Paris in "Paris Hilton"."""
    if sight.known.kind == "organization" and not sight.known.doubtful:
        return False  # a body that ends a sentence or stands before somebody: "À l'ONU Macron a dit"
    for name in over:
        if name.kind == "person" and not sight.span.contains(name.span):
            rest = len(fold_name(words_at(text, name.span)).split()) - len(
                fold_name(words_at(text, sight.span)).split()
            )
            # "Armenia Nikol Pashinyan" is a state and a man: what is left over is a full name.
            if rest == 1:
                return True
    return False


def _is_within(scene: Scene, sight: Sight, over: Iterable[Named]) -> bool:
    """Whether a known name is only a part of a longer one of an organization, joined to the rest without a break."""
    text = scene.text
    for span in (name.span for name in over if name.kind == "organization"):
        if span.contains(sight.span) and span != sight.span and not _person_behind(scene, span, sight.span):
            rest = text[span.start : sight.span.start] + text[sight.span.end : span.end]
            if any(word[:1].isupper() for word in rest.split()) and not set(";:/\n") & set(rest):
                return True
    return False


def _is_backed(
    scene: Scene, sight: Sight, over: Sequence[Named], countries: Container[str], borne: Container[str]
) -> bool:
    """Whether something speaks for a doubtful name: the model sees one of its kind, or it is used as a state's name.

    Georgia, Congo and Chad are states unless somebody bears the name or the article is about a country that has a
    region of the name. `borne` are the words of the names of people who are named in full.
    """
    if sight.known.kind != "state":
        return any(name.kind == sight.known.kind for name in over)
    written = words_at(scene.text, sight.span)
    if fold_name(written) in borne or toponyms.is_region_of(sight.phrase, countries):
        return False
    return scene.is_proper(sight.span.start) or any(name.kind == "place" for name in over)


def nominative(phrase: str, written: str) -> str:
    """The dictionary form, but as it is written where that is no other form: Érévan, not Erevan."""
    return written if fold_name(written) == fold_name(phrase) else phrase
