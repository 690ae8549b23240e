"""Events of an article: who did what to whom, where, when, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from according.extract.events.matches import matches
from according.extract.events.parties import taking_part
from according.extract.events.scene import Scene
from according.extract.events.status import obliging, status
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import OwnWords, codebook
from according.knowledge.event_kinds import ontology
from according.knowledge.speech_cues import speech_cues
from according.knowledge.status_words import status_words
from according.model import Date, Event, Figure, Party, Root, Sentence, Span, Statement, Text

_BOTH_NAMED, _ONE_NAMED, _NOBODY_NAMED = 0.9, 0.7, 0.4
"""Confidence in an event with two parties, one, none."""


def events(
    text: Text,
    dates: Sequence[Date],
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    own: OwnWords | None = None,
) -> tuple[Event, ...]:
    """Return the events in an article's running text, in order. All spans are in `text.text`.

    `own` are a user's words beside ours.
    """
    book = codebook(text.language, own)
    cues, words = speech_cues(text.language), status_words(text.language)
    if book is None or cues is None or words is None:
        return ()
    actors = Actors(text.actors)
    kinds = ontology().roots
    scene = Scene(text, actors, dates, statements, figures)
    found: list[Event] = []
    for sentence in text.sentences:
        tree = Tree(sentence, cues)
        if not tree.parsed:
            continue
        known = matches(tree, book, cues, actors)
        for match, source, target in taking_part(tree, known, actors, words.of):
            trigger = tree.span(match.word, match.last)
            at = match.word if match.through is None else match.through
            if source.span is None and target.span is None and tree.tokens[match.word].pos not in VERBS:
                continue  # "prisoners of war", "the negotiation process": nothing is told
            reporter = scene.reporter(trigger)
            source = scene.meant(tree, source, reporter, cues)
            sure = status(tree, at, words, harm=kinds[match.entry.root].quad.endswith("conflict"))
            if (
                sure == "demanded"
                and reporter is not None
                and (must := obliging(tree, at, words)) is not None
            ):
                found.append(_demand(text, sentence, tree.span(must, must), reporter, source))
            found.append(
                Event(
                    article=text.article,
                    trigger=trigger,
                    sentence=sentence.span,
                    text=text.text[trigger.start : trigger.end],
                    root=cast(Root, match.entry.root),
                    mode=match.entry.mode,
                    source=_written(source, text.text),
                    target=_written(target, text.text),
                    place=scene.place(tree, at, source, target),
                    date=scene.date(tree, at),
                    status=sure,
                    reported_by=None if reporter is None else reporter.speaker,
                    reported_text=None if reporter is None else reporter.speaker_text,
                    measures=scene.measures(tree, at),
                    confidence=_confidence(source, target),
                    reason=match.entry.construction.text,
                )
            )
    return tuple(found)


def _demand(text: Text, sentence: Sentence, trigger: Span, reporter: Statement, asked: Party) -> Event:
    """Return the demand that somebody makes by saying what another must do."""
    demander = Party(
        () if reporter.speaker is None else (reporter.speaker,), reporter.speaker_span, reporter.speaker_text
    )
    return Event(
        article=text.article,
        trigger=trigger,
        sentence=sentence.span,
        text=text.text[trigger.start : trigger.end],
        root="REQUEST",
        mode=None,
        source=demander,
        target=_written(asked, text.text),
        place=None,
        date=None,
        status="happened",
        reported_by=None,
        reported_text=None,
        measures=(),
        confidence=_confidence(demander, asked),
        reason="somebody says what another must do",
    )


def _written(side: Party, text: str) -> Party:
    return side if side.span is None else Party(side.chains, side.span, text[side.span.start : side.span.end])


def _confidence(source: Party, target: Party) -> float:
    named = (source.span is not None) + (target.span is not None)
    return (_NOBODY_NAMED, _ONE_NAMED, _BOTH_NAMED)[named]
