"""Events of an article: who did what to whom, where, when, and how sure.

Words that tell of events are looked up in the codebook (`matches.py`), with what stands around them in the tree of
their sentence (`frames.py`, `places.py`, `rows.py`); then who takes part (`parties.py`, `acting.py`), whether it took
place (`status.py`), where, when and in whose report (`scene.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from according.extract.events.acting import Acting
from according.extract.events.demands import demands
from according.extract.events.earlier import Earlier
from according.extract.events.groups import Groups
from according.extract.events.matches import Match, matches
from according.extract.events.parties import Parties, idle_words, is_mutual
from according.extract.events.plain import Plain
from according.extract.events.scene import Scene
from according.extract.events.status import Telling, status
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree, tree_of
from according.knowledge.codebook import Codebook, OwnWords, codebook
from according.knowledge.event_kinds import ontology
from according.knowledge.speech_cues import SpeechCues, speech_cues
from according.knowledge.status_signs import status_signs
from according.knowledge.status_words import StatusWords, status_words
from according.model import Date, Event, Figure, Party, Root, Sentence, Span, Statement, Status, Text

_GRANTED = (("AGREE", "accept"), ("CONCEDE", "accede"))
"""Kinds that, when they are denied by whom they are asked of, are refusals."""
_HARMLESS = ("MOBILIZE", "REJECT")
"""Kinds of conflict that hurt nobody: whoever vows to arm or to say no plans it."""
_NAMED, _WORDS, _NOBODY = 0.45, 0.3, 0.1
"""What a party adds to the confidence in an event: one that a chain has, one that has words only, none."""
_NOUN, _LACKING = 0.15, 0.25
_QUOTES = frozenset('"“”«»„')
_LEAST = 0.05
"""What is taken from it: for a noun that no verb carries, for an object that is missing; and what remains."""


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
    signs = status_signs(text.language)
    if book is not None and cues is not None and signs is not None:
        return tuple(Plain(text, book, cues, signs).events(dates, statements, figures))
    if book is None or cues is None or words is None:
        return ()
    actors = Actors(text.actors)
    acting = Acting(text, book.among("apart"), book.among("sport"), book.among("troops", "police"))
    scene = Scene(text, actors, acting, dates, statements, figures, book.classes.get("where", frozenset()))
    reader = _Reader(text, book, cues, words, actors, acting, scene)
    return tuple(event for sentence in text.sentences for event in reader.told(sentence))


class _Reader:
    """An article whose sentences are read for events."""

    def __init__(
        self,
        text: Text,
        book: Codebook,
        cues: SpeechCues,
        words: StatusWords,
        actors: Actors,
        acting: Acting,
        scene: Scene,
    ) -> None:
        self._text, self._book, self._cues, self._words = text, book, cues, words
        self._actors, self._acting, self._scene = actors, acting, scene
        self._groups = Groups(text, acting, book.classes.get("between", frozenset()))
        self._earlier = Earlier(text, acting.plural)
        self._kinds = ontology().roots
        self._idle = idle_words(book, cues)

    def told(self, sentence: Sentence) -> Iterator[Event]:
        """Yield the events of a sentence."""
        tree = tree_of(sentence, self._cues)
        if not tree.parsed:
            return
        parties = Parties(
            tree,
            self._actors,
            self._acting,
            self._groups,
            self._book,
            self._cues,
            self._words.of,
            self._idle,
        )
        found = matches(tree, self._book, self._cues, self._actors, self._acting, self._scene.days(tree))
        events = [self._event(tree, sentence.span, *each) for each in parties.of(found)]
        events += [
            self._demand(sentence.span, tree.span(must, must), reporter, asked)
            for must, reporter, asked in demands(tree, parties.names, self._scene, self._words)
        ]
        self._earlier.read(tree, parties.names)
        yield from sorted((event for event in events if event is not None), key=lambda event: event.trigger)

    def _event(self, tree: Tree, sentence: Span, match: Match, source: Party, target: Party) -> Event | None:
        """Return the event that a word tells of, None where nothing is told."""
        trigger = tree.span(match.word, match.last)
        at = match.word if match.through is None else match.through
        scene, root = self._scene, match.entry.root
        reporter = scene.reporter(trigger)
        source = scene.meant(tree, source, reporter, self._cues)
        target = scene.meant(tree, target, reporter, self._cues)
        source, target = self._earlier.meant(source, target, is_mutual(match))
        if is_mutual(match) and match.noun:
            source, target = scene.with_speaker(tree, source, target, reporter)
        if root == "ACCUSE" and source.span is None and _is_verdict(match):
            source = scene.speaker(reporter)
        if reporter is None and self._is_to_reader(tree, source, target):
            return None
        quad = self._kinds[root].quad
        telling = _telling(quad, source, reporter)
        harm = quad.endswith("conflict") and root not in _HARMLESS
        known = root == "ASSAULT" and tree.lemmas[match.word] in self._words.presuming
        about = match.nouns[0] if known and match.nouns else match.word  # "nobody claimed the attack"
        sure = status(tree, about, self._words, harm, telling)
        refused = sure == "denied" and _is_refusal(tree, match)
        place = scene.place(tree, at, quad.startswith("material") or root == "CONSULT", source, target)
        noun = tree.tokens[match.word].pos not in VERBS
        nobody = source.span is None and target.span is None
        if (
            nobody
            and noun
            and match.through is None
            and place is None
            and not _is_told(tree, at, sure, self._words)
        ):
            return None
        return Event(
            article=self._text.article,
            trigger=trigger,
            sentence=sentence,
            text=self._text.text[trigger.start : trigger.end],
            root="REJECT" if refused else cast(Root, root),
            mode=None if refused else match.entry.mode,
            source=self._written(source),
            target=self._written(target),
            place=place,
            date=scene.date(tree, at, reporter),
            status="happened" if refused else sure,
            reported_by=None if reporter is None else reporter.speaker,
            reported_text=None if reporter is None else reporter.speaker_text,
            measures=scene.measures(tree, at),
            confidence=_confidence(source, target, noun and match.through is None, not match.whole),
            reason=match.entry.construction.text,
        )

    def _is_to_reader(self, tree: Tree, *parties: Party) -> bool:
        """Return whether a text tells its reader what he may do: "you" are nobody where nobody is quoted."""
        spans = (party.span for party in parties if party.span is not None and not party.chains)
        spoken = (self._text.text[span.start : span.end].casefold().split() for span in spans)
        you = any(words and words[0] in self._acting.you for words in spoken)
        return you and _QUOTES.isdisjoint(
            self._text.text[tree.tokens[0].span.start : tree.tokens[-1].span.end]
        )

    def _demand(self, sentence: Span, trigger: Span, reporter: Statement, asked: Party) -> Event:
        """Return the demand that somebody makes by saying what another must do."""
        demander = self._scene.speaker(reporter)
        return Event(
            article=self._text.article,
            trigger=trigger,
            sentence=sentence,
            text=self._text.text[trigger.start : trigger.end],
            root="REQUEST",
            mode=None,
            source=demander,
            target=self._written(asked),
            place=None,
            date=None,
            status="happened",
            reported_by=None,
            reported_text=None,
            measures=(),
            confidence=_confidence(demander, asked, noun=False, lacking=True),
            reason="somebody says what another must do",
        )

    def _written(self, side: Party) -> Party:
        if side.span is None:
            return side
        return Party(side.chains, side.span, self._text.text[side.span.start : side.span.end])


def _is_verdict(match: Match) -> bool:
    """Return whether a noun is what somebody calls what another did, not what he does: "a grave mistake of X"."""
    return match.noun and all(
        place.role == "target" for place in match.entry.construction.places if place.role
    )


def _is_refusal(tree: Tree, match: Match) -> bool:
    """Return whether somebody does not grant what he is asked for: "we can never accept this plan"."""
    verb = tree.tokens[match.word]
    denied = [match.word, verb.head] if verb.relation == "clause" else [match.word]
    granted = (match.entry.root, match.entry.mode) in _GRANTED and verb.pos in VERBS
    return granted and any(tree.child(each, "negation") is not None for each in denied)


def _is_told(tree: Tree, noun: int, sure: Status, words: StatusWords) -> bool:
    """Return whether something is told of a noun of nobody, unlike "prisoners of war", "the negotiation process"."""
    token = tree.tokens[noun]
    if tree.lemmas[token.head] in words.harmed or tree.words[token.head] in words.harmed:
        return True  # "12 dead in a raid"
    stands = token.relation in ("subject", "passive subject", "object", "root", "conjunct")
    stands |= tree.lemmas[token.head] in words.nouns  # "in case of an attack"
    stands |= words.verbs.get(tree.lemmas[token.head]) in (
        "threatened",
        "demanded",
    )  # "threatens with an attack"
    return sure != "happened" and (stands or tree.child(noun, "determiner", "negation") is not None)


def _telling(quad: str, source: Party, reporter: Statement | None) -> Telling:
    own = reporter is not None and (
        reporter.speaker in source.chains
        or (source.span is not None and source.span == reporter.speaker_span)
    )
    return Telling(quad.startswith("material"), said=reporter is not None, own=own)


def _confidence(source: Party, target: Party, noun: bool, lacking: bool) -> float:
    sides = (_NAMED if side.chains else _NOBODY if side.span is None else _WORDS for side in (source, target))
    return max(_LEAST, round(sum(sides) - _NOUN * noun - _LACKING * lacking, 2))
