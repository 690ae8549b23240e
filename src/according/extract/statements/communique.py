"""Communiqués: articles that are somebody's own words from the first to the last, as their titles say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors
from according.knowledge.speech_cues import SpeechCues
from according.model import Actor, Span, Text

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG = re.compile(r"[^\W\d_]{4,}")
_FIRST = 3
"""The noun is one of so many first words: "Joint statement of …", "Déclaration commune du …"."""
_BETWEEN = 4
"""Words between the noun and who speaks: "of the", "du", "commune des"."""
_SURE = 0.65


def by_title(text: Text, cues: SpeechCues, actors: Actors, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the whole text as one statement of whom its title calls its author; none when others speak in it, too."""
    title = text.text[text.title.start : text.title.end]
    words = list(_WORD.finditer(title))
    noun = next((word for word in words[:_FIRST] if word.group().casefold() in cues.issued), None)
    issuer = None if noun is None else _issuer(text, cues, actors, noun.end())
    body = tuple(paragraph for paragraph in text.paragraphs if paragraph.start >= text.title.end)
    if noun is None or issuer is None or not body:
        return []
    if not all(_is_issuer(text, cues, draft, issuer) for draft in drafts):
        return []
    at = text.title.start
    cue = Span(at + noun.start(), at + noun.end())
    return [Draft(cue, issuer.span, issuer.chain, None, body, "say", "", _SURE, "communiqué", "own")]


def _is_issuer(text: Text, cues: SpeechCues, draft: Draft, issuer: Actor) -> bool:
    """Whether a statement within is its author's, too: "the ministry", "we"."""
    if draft.speaker is None or draft.chain == issuer.chain:
        return True
    words = set(_LONG.findall(text.text[draft.speaker.start : draft.speaker.end].casefold()))
    own = set(_LONG.findall(text.text[issuer.span.start : issuer.span.end].casefold()))
    return words <= own | cues.first | cues.pronouns


def _issuer(text: Text, cues: SpeechCues, actors: Actors, behind: int) -> Actor | None:
    """The first actor behind the noun, if only words of belonging stand between: "by", not "on"."""
    start = text.title.start + behind
    first = next(iter(actors.within(Span(start, text.title.end))), None)
    if first is None or first.kind not in ("organization", "person", "state"):
        return None
    between = _WORD.findall(text.text[start : first.span.start].casefold())
    belongs = len(between) <= _BETWEEN and (not cues.issuers or any(word in cues.issuers for word in between))
    return first if belongs and not any(word in cues.subjects for word in between) else None
