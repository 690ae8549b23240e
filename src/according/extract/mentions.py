"""Mentions: who and what an article names or describes.

What the knowledge knows and what the language's model sees are laid over one another; where they overlap the more
specific wins, by the rules in `_layers`. Names that were seen once are then looked for everywhere in the article
(`spread.py`), and places that only the gazetteer knows are added (`toponyms.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from according.extract import bodies, known, metonymy, seen, spread, toponyms
from according.extract.known import Sight
from according.knowledge.fold import fold_name
from according.knowledge.offices import Description, descriptions, institution_key
from according.knowledge.organizations import organization_by_key
from according.knowledge.own_actors import OwnActor
from according.model import Candidate, Kind, Named, Sentence, Span

SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.5
"""Confidence: known to the knowledge without a doubt; seen by a model, or doubtful in itself and backed by the rest of
the article; a guess. Rounded shares of right ones among fifty of each that were read by eye."""


def candidates(
    text: str, sentences: Sequence[Sentence], language: str | None, actors: tuple[OwnActor, ...] = ()
) -> tuple[Candidate, ...]:
    """Return what `text` names or describes, in order; names do not overlap, descriptions may contain names.

    Args:
        text: Running text in which paragraphs end with line feeds.
        sentences: The same text as an engine of `language` annotates it.
        language: BCP 47, None when unknown.
        actors: The user's own actors, which count before all else.
    """
    sights = known.sights(text, language, actors)
    found = descriptions(text, language)
    peoples = {sight.span for sight in sights if sight.known.role in ("adjective", "demonym")}
    named = seen.names(text, sentences, peoples, language)
    named_bodies = bodies.bodies(text, sentences, language)
    offices = {each.span.end for each in found if each.kind in ("office", "title")}
    named = [_after_office(text, name, offices) for name in named]
    names = _choose(_layers(text, sights, found, named, named_bodies))
    names = _senses(text, names, sights, sentences, language)
    names = spread.everywhere(text, names)
    names = (*names, *toponyms.unseen(text, names, sentences, language))
    described = [_office(text, each) for each in found if _is_one_office(each)]
    described += [_people(text, sight) for sight in sights if sight.known.role in ("adjective", "demonym")]
    return tuple(sorted((*names, *described), key=lambda each: (each.span, each.form)))


def _layers(
    text: str,
    sights: list[Sight],
    found: list[Description],
    named: list[Named],
    named_bodies: list[Candidate],
) -> Iterator[tuple[int, Candidate]]:
    """Yield candidates with their rank: of two that overlap the one of the lower rank stays, then the longer."""
    people = [name for name in named if name.kind == "person"]
    longer = [name.span for name in named if name.kind == "organization"]
    institutions = [each for each in found if each.kind == "institution"]
    known_bodies = [sight.span for sight in sights if sight.known.kind == "organization"]
    known_bodies += [each.span for each in institutions]
    whole = [body for body in named_bodies if not any(span.contains(body.span) for span in known_bodies)]
    inner = {span for span in known_bodies for body in whole if body.span.contains(span)}
    for each in institutions:
        if each.span not in inner:
            yield 1, _institution(text, each)
    for body in whole:
        yield 1, body
    for sight in sights:
        if sight.known.role in ("adjective", "demonym") or sight.span in inner:
            continue
        if sight.known.key.startswith("own:"):
            yield 0, _known(text, sight)
        elif not _is_within_a_name(sight, people, text) and not _is_within(sight, longer, text):
            if not sight.known.doubtful:
                yield 2, _known(text, sight)
            elif _is_backed(sight, named):
                # The model sees such a name, but nothing says that it is this one: the Republicans of which country?
                known = _known(text, sight)
                anybody = known.kind == "organization" and sight.known.country is not None
                yield 2, replace(known, key=None, name=_written(text, known.span)) if anybody else known
    for name in named:
        yield 3, _named(text, name)


def _choose(layers: Iterable[tuple[int, Candidate]]) -> tuple[Candidate, ...]:
    """Those that stay when of two that overlap the one of lower rank stays, then the longer, then the first.

    Names may lie in names: "ministry of defence of Armenia" is one, and Armenia another; so are the OSCE's Minsk Group
    and the OSCE.
    """
    chosen: list[Candidate] = []
    ordered = sorted(layers, key=lambda item: (item[0], item[1].span.start - item[1].span.end, item[1].span))
    for _, candidate in ordered:
        over = [other for other in chosen if other.span.overlap(candidate.span)]
        if all(_may_lie_in(candidate, other) for other in over):
            chosen.append(candidate)
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


def _institution(text: str, found: Description) -> Candidate:
    written = _written(text, found.span)
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


def _after_office(text: str, name: Named, offices: set[int]) -> Named:
    """A name right behind an office is a person's, whatever the model took it for: "Prime Minister Nikol …"."""
    unknown = name.kind == "organization" or (name.kind == "place" and " " in _written(text, name.span))
    beside = text[name.span.start - 1 : name.span.start] in (" ", "\n") and name.span.start - 1 in offices
    return replace(name, kind="person") if unknown and beside else name


def _is_one_office(found: Description) -> bool:
    """Whether a description is that of one holder of a state's office: not of several, nor of a firm's president."""
    shared = found.span == found.state_span
    return found.kind == "office" and not (found.plural or found.of_other or shared)


def _office(text: str, found: Description) -> Candidate:
    return Candidate(
        span=found.span,
        kind="person",
        form="description",
        name=_written(text, found.span),
        key=None,
        role=found.role,
        state=found.state,
        confidence=LIKELY,
        basis="office",
    )


def _known(text: str, sight: Sight) -> Candidate:
    of = sight.known
    return Candidate(
        span=sight.span,
        kind=of.kind,
        form="name",
        name=_nominative(sight.phrase, _written(text, sight.span)) if of.kind == "place" else of.name,
        key=None if of.kind == "place" else of.key,
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
        name=" ".join(name.base.split()) or _written(text, name.span),
        key=None,
        role=None,
        state=None,
        confidence=LIKELY,
        basis="model",
    )


def _people(text: str, sight: Sight) -> Candidate:
    """An adjective or the name of a people: no actor, but it says what an article is about."""
    written = _written(text, sight.span)
    return Candidate(
        sight.span, "state", "description", written, sight.known.key, None, None, SURE, "adjective"
    )


def _nominative(phrase: str, written: str) -> str:
    """The dictionary form, but as it is written where that is no other form: Érévan, not Erevan."""
    return written if len(written) == len(phrase) else phrase


def _written(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _is_within_a_name(sight: Sight, people: Iterable[Named], text: str) -> bool:
    """Whether a known word is part of a person's name: Georgia in "Georgia Meloni", Paris in "Paris Hilton"."""
    for name in people:
        if name.span.overlap(sight.span) and not sight.span.contains(name.span):
            rest = len(fold_name(_written(text, name.span)).split()) - len(
                fold_name(_written(text, sight.span)).split()
            )
            # "Armenia Nikol Pashinyan" is a state and a man: what is left over is a full name.
            if rest == 1:
                return True
    return False


def _is_within(sight: Sight, longer: Iterable[Span], text: str) -> bool:
    """Whether a known name is only a part of a longer one of an organization, joined to the rest without a break."""
    for span in longer:
        if span.contains(sight.span) and span != sight.span:
            rest = text[span.start : sight.span.start] + text[sight.span.end : span.end]
            if any(word[:1].isupper() for word in rest.split()) and not set(";:/\n") & set(rest):
                return True
    return False


def _is_backed(sight: Sight, named: Iterable[Named]) -> bool:
    """Whether the model sees a name of the same kind where the knowledge is in doubt."""
    kinds: tuple[Kind, ...] = ("place", "state") if sight.known.kind == "state" else (sight.known.kind,)
    return any(name.span.overlap(sight.span) and name.kind in kinds for name in named)


def _senses(
    text: str,
    names: Sequence[Candidate],
    sights: Sequence[Sight],
    sentences: Sequence[Sentence],
    language: str | None,
) -> tuple[Candidate, ...]:
    """Decide for each capital whether the city or the government is meant; what tells nothing goes with the rest."""
    phrases = {sight.span: sight.phrase for sight in sights if sight.known.role in ("capital", "seat")}
    starts = [sentence.span.start for sentence in sentences]
    told: dict[Span, metonymy.Sense | None] = {}
    counts: dict[tuple[str, str], int] = {}
    capitals = [name for name in names if name.kind == "state" and name.span in phrases]
    for name in capitals:
        sentence = sentences[max(0, bisect_right(starts, name.span.start) - 1)] if sentences else None
        phrase = phrases[name.span]
        told[name.span] = metonymy.sense(name.span, phrase, sentence, language) if sentence else None
        sense = told[name.span]
        if sense:
            counts[phrase, sense] = counts.get((phrase, sense), 0) + 1
    return tuple(
        _in_sense(name, phrases[name.span], _written(text, name.span), told[name.span], counts)
        if name.span in told
        else name
        for name in names
    )


def _in_sense(
    name: Candidate,
    phrase: str,
    written: str,
    sense: metonymy.Sense | None,
    counts: dict[tuple[str, str], int],
) -> Candidate:
    more = counts.get((phrase, "government"), 0) - counts.get((phrase, "place"), 0)
    seat = name.basis == "seat"
    # A building is named for those who sit in it, a city for itself, unless something speaks for the other.
    if sense == "government" or (sense is None and (more > 0 or (seat and more == 0))):
        basis = name.basis if seat else "capital as government"
        return replace(name, confidence=LIKELY if sense else DOUBTFUL, basis=basis)
    place = replace(name, kind="place", name=_nominative(phrase, written), key=None, confidence=LIKELY)
    state = None if seat else (name.key or "").removeprefix("state:")
    return replace(place, state=state, basis="seat as place" if seat else "capital")
