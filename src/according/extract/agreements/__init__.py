"""Agreements that an article names, and commitments: who shall do what, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from according.extract.agreements.acts import Clause, Found, Language
from according.extract.agreements.instruments import instruments
from according.extract.agreements.namings import Naming, Seeker
from according.extract.agreements.promises import promised
from according.extract.agreements.reports import reported
from according.extract.agreements.terms import UNDER, carried_on
from according.extract.near import Near
from according.extract.statements.speakers import Actors
from according.extract.tree import tree_of
from according.knowledge.agreement_words import agreement_words
from according.knowledge.speech_cues import speech_cues
from according.knowledge.status_words import status_words
from according.model import Commitment, Date, Event, Instrument, Statement, Text

_Place = tuple[int, int]
_Told = tuple[Clause, Found, _Place | None]
"""What a sentence tells, and the phrase of the agreement that it is under."""


def agreements(
    text: Text, dates: Sequence[Date], statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[tuple[Instrument, ...], tuple[Commitment, ...]]:
    """Return the agreements that an article's running text names, and its commitments in order.

    All spans are in `text.text`.
    """
    words, cues, sure = (
        agreement_words(text.language),
        speech_cues(text.language),
        status_words(text.language),
    )
    if words is None or cues is None or sure is None:
        return (), ()
    actors, language = Actors(text.actors), Language(words, cues, sure)
    days = Near(dates, lambda date: (date.span,))
    seeker = Seeker(text.text, language, actors, days)
    said = Near(statements, lambda statement: (statement.content_span,))
    done = Near(events, lambda event: (event.trigger,))
    named: list[Naming] = []
    found: list[_Told] = []
    for number, sentence in enumerate(text.sentences):
        tree = tree_of(sentence, cues)
        if not tree.parsed:
            continue
        here = {each.head: each for each in seeker.find(number, tree)}
        phrases = {head: (each.first, each.last) for head, each in here.items()}
        clause = Clause(text.text, tree, language, actors, days, said, done, phrases)
        named += here.values()
        found += list(_told(number, clause, here, found[-1:]))
    used = {place for _, _, place in found if place is not None}
    agreed, meant = instruments(text.article, named, used)
    made = [
        clause.made(text.article, each, None if place is None else meant.get(place))
        for clause, each, place in found
    ]
    return agreed, _each_once(made)


def _told(
    number: int, clause: Clause, here: Mapping[int, Naming], before: Sequence[_Told]
) -> Iterator[_Told]:
    """Yield what a sentence tells: what became of promises, and other promises."""
    known = reported(clause, here)
    taken = {each.act for each in known}
    new = [each for each in promised(clause, here) if each.act not in taken]
    for each in (*known, *new):
        head = each.under if each.under in here else _speaking(clause, each, here)
        yield clause, each, None if head is None else (number, head)
    if not known and not new and before:
        _, last, place = before[0]
        if last.reason == UNDER and place is not None and place[0] == number - 1:
            yield from ((clause, replace(each, under=None), place) for each in carried_on(clause))


def _speaking(clause: Clause, found: Found, here: Mapping[int, Naming]) -> int | None:
    """Return the agreement that is said to say what is promised: "the joint statement said that X would"."""
    said = clause.speaks(found.act)
    if said is None or said.speaker_span is None:
        return None
    return next((head for head, each in here.items() if each.span.overlap(said.speaker_span)), None)


def _each_once(found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Return commitments in order, those of the same words once."""
    kept = {each.id: each for each in reversed(found)}
    return tuple(sorted(kept.values(), key=lambda each: (each.span, each.what_span, each.id)))
