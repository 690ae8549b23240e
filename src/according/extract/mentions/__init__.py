"""Mentions: who and what an article names or describes.

What the knowledge knows and what the language's model sees are laid over one another; where they overlap the more
specific wins, by the rules in `layers.py`. Names that were seen once are then looked for everywhere in the article
(`spread.py`), and places that only the gazetteer knows are added (`toponyms.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.extract.mentions import bodies, known, metonymy, seen, spread, toponyms
from according.extract.mentions.compounds import with_compounds
from according.extract.mentions.known import Sight
from according.extract.mentions.layers import DOUBTFUL, LIKELY, SURE, laid, nominative
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import Taken, taken, words_at
from according.knowledge.capitals import calmed
from according.knowledge.office_words import rules
from according.knowledge.offices import Description, described, role_name
from according.knowledge.own_actors import OwnActor
from according.knowledge.peoples import peoples as stateless
from according.model import Candidate, Sentence, Span

_FORMER = "former-"
_LONGEST_AND = 48
"""No fewer characters than stand between two names that are listed: "and", with an acronym in brackets before it."""
_LONGEST_OF = 10
"""More characters than stand between somebody and the state whose office it is: "of the"."""


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
    found, own = described(text, language)
    peoples = {sight.span for sight in sights if sight.known.role in ("adjective", "demonym")}
    sights = with_compounds(Scene(text, sentences, language), sights)
    towns = Taken((sight.span, sight.span) for sight in sights if sight.known.kind == "place")
    found = [each for description in found for each in _of_no_town(description, towns)]
    quiet = calmed(text, language, (sight.span for sight in sights if sight.span not in peoples))
    scene = Scene(quiet, sentences, language)
    known_spans = [sight.span for sight in sights]
    named, certain = seen.names(scene, peoples | stateless(text, language), known_spans, found)
    called = taken(name.span for name in certain)
    sights = [
        sight for sight in sights if sight.known.key.startswith("own:") or not called.overlaps(sight.span)
    ]
    named_bodies = [*bodies.bodies(quiet, sentences, language), *bodies.own(quiet, own)]
    institutions = [_still_there(scene, each) for each in found if each.kind == "institution"]
    names = laid(scene, sights, institutions, named_bodies, named)
    names = _senses(scene, names, sights)
    names = spread.everywhere(quiet, names)
    names = (*names, *toponyms.unseen(quiet, names, sentences, language))
    index = Taken((name.span, name) for name in names)
    more = [_of_state(scene, _office(text, each), index) for each in found if _is_one_office(each)]
    more += [_people(text, sight) for sight in sights if sight.known.role in ("adjective", "demonym")]
    return tuple(sorted((*names, *more), key=lambda each: (each.span, each.form)))


def _still_there(scene: Scene, organ: Description) -> Description:
    """An organ without "former" where that is said of who stands behind it: "a former foreign ministry official"."""
    behind = scene.token(organ.span.end + 1)
    first = scene.text.find(" ", *organ.span) + 1
    modified = (
        organ.role.startswith(_FORMER) and first and organ.state_span != Span(organ.span.start, first - 1)
    )
    if not modified or behind is None or behind.pos != "NOUN":
        return organ
    role = organ.role.removeprefix(_FORMER)
    return replace(organ, role=role, span=Span(first, organ.span.end), name=role_name(role, organ.state))


def _of_no_town(found: Description, towns: Taken[Span]) -> Iterator[Description]:
    """A description without a state whose name is a part of a place's: the governor of New Mexico is not Mexico's."""
    state = found.state_span
    if state is None or not any(town.contains(state) for town in towns.over(state)):
        yield found
    elif found.kind == "office" and state.start == found.span.start and state.end + 1 < found.span.end:
        yield replace(found, span=Span(state.end + 1, found.span.end), state=None, state_span=None)


def _office(text: str, found: Description) -> Candidate:
    return Candidate(
        span=found.span,
        kind="person",
        form="description",
        name=words_at(text, found.span),
        key=None,
        role=found.role,
        state=found.state,
        confidence=LIKELY,
        basis="office",
    )


def _of_state(scene: Scene, office: Candidate, names: Taken[Candidate]) -> Candidate:
    """An office with the state that is named behind its holder: "Prime Minister Nikol Pashinyan of Armenia"."""
    grammar = rules().grammars.get((scene.language or "").partition("-")[0])
    if office.state is not None or grammar is None or grammar.after is None:
        return office
    start = office.span.end + 1
    for holder in names.over(Span(start, start + 1)):
        if holder.span.start != start or holder.kind != "person":
            continue
        for state in names.over(Span(holder.span.end, holder.span.end + _LONGEST_OF)):
            gap = scene.text[holder.span.end : state.span.start].casefold().replace("’", "'")
            if state.kind == "state" and gap and grammar.after.fullmatch(" ".join(gap.split())):
                return replace(office, state=(state.key or "").removeprefix("state:"))
    return office


def _is_one_office(found: Description) -> bool:
    """Whether a description is that of one holder of a state's office: not of several, nor of a firm's president."""
    shared = found.span == found.state_span
    return found.kind == "office" and not (found.plural or found.of_other or shared)


def _people(text: str, sight: Sight) -> Candidate:
    """An adjective or the name of a people: no actor, but it says what an article is about."""
    written = words_at(text, sight.span)
    return Candidate(
        sight.span, "state", "description", written, sight.known.key, None, None, SURE, "adjective"
    )


def _senses(scene: Scene, names: Sequence[Candidate], sights: Sequence[Sight]) -> tuple[Candidate, ...]:
    """Decide for each capital whether the city or the government is meant; what tells nothing goes with the rest."""
    text, sentences, language = scene.text, scene.sentences, scene.language
    phrases = {sight.span: sight.phrase for sight in sights if sight.known.role in ("capital", "seat")}
    starts = [sentence.span.start for sentence in sentences]
    told: dict[Span, metonymy.Sense | None] = {}
    counts: dict[tuple[str, str], int] = {}
    capitals = [name for name in names if name.kind == "state" and name.span in phrases]
    index = Taken((name.span, name) for name in names)
    for name in capitals:
        sentence = sentences[max(0, bisect_right(starts, name.span.start) - 1)] if sentences else None
        phrase = phrases[name.span]
        sense = metonymy.sense(name.span, phrase, sentence, language) if sentence else None
        dated = metonymy.is_dateline(text, name.span)
        sense = told[name.span] = "place" if dated else _of_neighbour(scene, name, index, told, sense)
        if sense:
            counts[phrase, sense] = counts.get((phrase, sense), 0) + 1
    return tuple(
        _in_sense(name, phrases[name.span], words_at(text, name.span), told[name.span], counts)
        if name.span in told
        else name
        for name in names
    )


def _of_neighbour(
    scene: Scene,
    name: Candidate,
    names: Taken[Candidate],
    told: dict[Span, metonymy.Sense | None],
    own: metonymy.Sense | None,
) -> metonymy.Sense | None:
    """The sense that a capital takes from the name that it is listed with: "between Saint Petersburg and Yerevan"."""
    around = Span(max(0, name.span.start - _LONGEST_AND), name.span.end + _LONGEST_AND)
    and_ = scene.cues.and_
    for other in names.over(around):
        first, second = sorted((other, name), key=lambda each: each.span)
        if other is not name and and_.fullmatch(
            scene.text, first.span.end, max(first.span.end, second.span.start)
        ):
            if other.kind == "place":
                return "place"
            if other.kind == "state" and own is None:
                return told.get(other.span) or ("government" if other.span not in told else None)
    return own


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
    place = replace(name, kind="place", name=nominative(phrase, written), key=None, confidence=LIKELY)
    state = None if seat else (name.key or "").removeprefix("state:")
    return replace(place, state=state, basis="seat as place" if seat else "capital")
