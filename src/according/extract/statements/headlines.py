"""Statements of headlines that a colon tells without quotation marks, or with who says it last: "UN: 700,000 flee"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from according.extract.statements.colon import labelling
from according.extract.statements.content import Quotes, trimmed
from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors
from according.knowledge.speech_cues import SpeechCues
from according.model import Span, Text

SURE = 0.65
_LONGEST = 220
"""Characters of a headline."""
_FEWEST = 4
"""Words of what a headline says."""
_MOST = 4
"""Words of who says it, behind the colon."""
_STOPS = ".!?…;:"
_COLON = re.compile(r"[:：]\s")
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]*(?!\w)")
_BRACKET = re.compile(r"[»”\"]\s*(\()[^()\n]{3,80}\)\s*\Z")


def by_headline(
    text: Text, lines: Sequence[Span], cues: SpeechCues, actors: Actors, quotes: Quotes
) -> Iterator[Draft]:
    """Yield what lines without a stop at their end say with a colon, or with a name in brackets behind a quotation."""
    for line in lines:
        whole = trimmed(text.text, Span(line.start, min(line.end, line.start + _LONGEST + 1)), stops=False)
        if whole is None or whole.end - whole.start > _LONGEST or text.text[whole.end - 1] in _STOPS:
            continue
        draft = _bracketed(text.text, whole, actors, quotes)
        colons = list(_COLON.finditer(text.text, whole.start, whole.end))
        if draft is None and len(colons) == 1:
            at = colons[0].start()
            draft = _led(text.text, whole, at, actors) or _closed(text, whole, at, cues, actors, quotes)
        if draft is not None:
            yield draft


def _led(text: str, line: Span, colon: int, actors: Actors) -> Draft | None:
    """Return what a body says that opens a headline: it must count something, or it is a topic ("UN: a history")."""
    label, content = trimmed(text, Span(line.start, colon)), trimmed(text, Span(colon + 1, line.end))
    if label is None or content is None or len(text[content.start : content.end].split()) < _FEWEST - 1:
        return None
    actor = labelling(label, actors)
    if actor is None or actor.kind != "organization":
        return None
    if _NUMBER.search(text, content.start, content.end) is None:
        return None
    return _draft(Span(colon, colon + 1), label, actor.chain, content)


def _closed(
    text: Text, line: Span, colon: int, cues: SpeechCues, actors: Actors, quotes: Quotes
) -> Draft | None:
    """Return what a headline says by whom it ends with: "…: rebels"."""
    content, label = (
        trimmed(text.text, Span(line.start, colon)),
        trimmed(text.text, Span(colon + 1, line.end)),
    )
    if content is None or label is None or len(text.text[label.start : label.end].split()) > _MOST:
        return None
    bare = quotes.bare(content) or content
    if bare == content and len(text.text[content.start : content.end].split()) < _FEWEST:
        return None
    actor = labelling(label, actors)
    if actor is not None and actor.kind != "place":
        return _draft(Span(colon, colon + 1), label, actor.chain, bare)
    return _draft(Span(colon, colon + 1), label, None, bare) if _may_say(text, label, cues) else None


def _may_say(text: Text, label: Span, cues: SpeechCues) -> bool:
    """Return whether a single noun is for people, a body or a text."""
    at = bisect_right([sentence.span.start for sentence in text.sentences], label.start) - 1
    tokens = text.sentences[at].tokens if at >= 0 else ()
    first = bisect_left(tokens, label.start, key=lambda token: token.span.start)
    here = tokens[first : first + 1]
    return bool(here) and here[0].span == label and cues.can_speak(here[0].lemma.casefold())


def _bracketed(text: str, line: Span, actors: Actors, quotes: Quotes) -> Draft | None:
    """Return a quotation with who said it in brackets behind it: "« … » (Marie Dupont, ministre)"."""
    found = _BRACKET.search(text, line.start, line.end)
    quote = trimmed(text, Span(line.start, found.start(1))) if found else None
    if found is None or quote is None:
        return None
    bare = quotes.bare(quote)
    named = Span(found.start(1) + 1, text.rindex(")", found.start(1), line.end))
    inside = actors.within(Span(named.start, named.start + 1))
    persons = [actor for actor in inside if actor.kind == "person"]
    if bare is None or bare == quote or not persons:
        return None
    return _draft(Span(found.start(1), found.start(1) + 1), named, persons[0].chain, bare)


def _draft(cue: Span, speaker: Span, chain: str | None, content: Span) -> Draft:
    return Draft(cue, speaker, chain, None, (content,), "say", "", SURE, "label")
