"""Statements of an article: who says what, by which cue, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.extract.statements.colon import by_mark
from according.extract.statements.communique import by_title
from according.extract.statements.content import Quotes
from according.extract.statements.draft import Draft
from according.extract.statements.headlines import by_headline
from according.extract.statements.nouns import by_noun
from according.extract.statements.plain import plainly
from according.extract.statements.quotes import quotations
from according.extract.statements.rebuttals import by_rebuttal, rebutted
from according.extract.statements.relayed import nested, relayed
from according.extract.statements.sources import by_aside, by_source
from according.extract.statements.speakers import Actors
from according.extract.statements.telling import by_verb
from according.extract.statements.voices import Voices
from according.extract.tree import tree_of
from according.knowledge.speech_cues import SpeechCues, speech_cues
from according.model import Certainty, Span, Statement, Text


def statements(text: Text) -> tuple[Statement, ...]:
    """Return the statements in an article's running text, ordered by their cues. All spans are in `text.text`."""
    cues = speech_cues(text.language)
    if cues is None:
        return ()
    actors = Actors(text.actors)
    lines = _lines(text)
    quotes = Quotes(text.text, quotations(text.text, lines))
    drafts = [
        done for draft in _drafts(text, cues, actors, quotes) if (done := quotes.complete(draft)) is not None
    ]
    drafts = relayed(text, cues, actors, quotes.resumed(_distinct(drafts)))
    headlines = by_headline(text, lines, cues, actors, quotes)
    drafts += by_mark(text, lines, actors, quotes, drafts, headlines)
    drafts += by_title(text, cues, actors, drafts)
    drafts.sort(key=lambda draft: (draft.cue, draft.content))
    voices = Voices(text, cues)
    carriers = {draft.cue: draft.carrier for draft in drafts if draft.carrier is not None}
    return nested([_finished(text, _heard(draft, voices), cues, quotes) for draft in drafts], carriers)


def _heard(draft: Draft, voices: Voices) -> Draft:
    return draft if draft.mode == "rumour" else voices.heard(draft)


def _lines(text: Text) -> list[Span]:
    """Return the paragraphs, parted where a line ends in them: of some texts nothing else tells the paragraphs."""
    return [
        Span(*line.span())
        for paragraph in text.paragraphs
        for line in _LINE.finditer(text.text, paragraph.start, paragraph.end)
    ]


_LINE = re.compile(r"[^\n]+")


def _drafts(text: Text, cues: SpeechCues, actors: Actors, quotes: Quotes) -> Iterator[Draft]:
    for sentence in text.sentences:
        tree = tree_of(sentence, cues)
        if tree.parsed:
            found = [
                *by_verb(tree, cues, actors, quotes),
                *by_source(tree, cues, actors),
                *by_aside(tree, cues, actors),
                *by_noun(tree, cues, actors),
            ]
            yield from rebutted(found, by_rebuttal(tree, cues, actors))
        else:
            yield from plainly(tree, cues, actors, quotes)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft for each cue and content, the surest; what somebody says another may deny."""
    kept: dict[tuple[tuple[Span, ...], bool], Draft] = {}
    for draft in sorted(drafts, key=lambda each: (-each.confidence, each.cue)):
        kept.setdefault((draft.content, draft.reason == "rebuttal"), draft)
    cues: dict[Span, Draft] = {}
    for draft in kept.values():
        cues.setdefault(draft.cue, draft)
    return sorted(cues.values(), key=lambda each: (each.cue, each.content))


def _finished(text: Text, draft: Draft, cues: SpeechCues, quotes: Quotes) -> Statement:
    return Statement(
        article=text.article,
        speaker=draft.chain,
        speaker_span=draft.speaker,
        speaker_text=None if draft.speaker is None else text.text[draft.speaker.start : draft.speaker.end],
        addressee=None if draft.addressee == draft.chain else draft.addressee,
        cue=draft.cue,
        content=draft.content,
        kind="direct" if draft.mode == "own" else quotes.kind(draft.content),
        manner=draft.manner,
        certainty=_certainty(text.text, draft, cues),
        confidence=draft.confidence,
        reason=draft.reason,
    )


def _certainty(text: str, draft: Draft, cues: SpeechCues) -> Certainty:
    """Return how sure the speaker is: by the verb, and by the first words of what is said."""
    start, end = draft.content[0]
    opening = _WORD.findall(text[start : min(end, start + _OPENING)])
    # With a capital it is a name: "on May 21".
    words = {word.casefold() for at, word in enumerate(opening) if at == 0 or not word[0].isupper()}
    if draft.lemma in cues.possible or words & cues.possible:
        return "possible"
    return "probable" if draft.lemma in cues.probable or words & cues.probable else "certain"


_WORD = re.compile(r"[\w-]+")
_OPENING = 80
"""Characters of what is said that tell how sure it is: the clause that stands first, mostly."""
