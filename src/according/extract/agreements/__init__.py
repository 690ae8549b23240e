"""Agreements that an article names, and commitments: who shall do what, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from according.extract.agreements.acts import Clause, Found, Language
from according.extract.agreements.instruments import Namings
from according.extract.agreements.promises import promises
from according.extract.agreements.reports import reports
from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.agreement_words import agreement_words
from according.knowledge.speech_cues import speech_cues
from according.knowledge.status_words import status_words
from according.model import Commitment, Date, Event, Instrument, Statement, Text


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
    namings = Namings(text.text, text.article, words, actors, dates)
    clauses: list[tuple[int, Clause]] = []
    for number, sentence in enumerate(text.sentences):
        tree = Tree(sentence, cues)
        if tree.parsed:
            namings.read(number, tree)
            clauses.append((number, Clause(text.text, tree, language, actors, dates, statements, events)))
    found: list[tuple[int, Clause, Found]] = []
    for number, clause in clauses:
        named = namings.at(number)
        told = reports(clause, named)
        taken = {each.act for each in told}
        found += [
            (number, clause, each)
            for each in (*told, *promises(clause, named))
            if each in told or each.act not in taken
        ]
    used = {(number, each.under) for number, _, each in found if each.under is not None}
    instruments, meant = namings.grouped(used)
    by_id = {each.id: each for each in instruments}
    made = [
        clause.made(
            text.article,
            each,
            by_id.get(meant.get((number, each.under if each.under is not None else -1), "")),
        )
        for number, clause, each in found
    ]
    return instruments, _each_once(made)


def _each_once(found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Return commitments in order, those of the same words once."""
    kept = {each.id: each for each in reversed(found)}
    return tuple(sorted(kept.values(), key=lambda each: (each.span, each.what_span, each.id)))
