"""Statements without a verb: headlines like "X: …", quotations after a colon, and those that no cue introduces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from according.extract.statements.content import Quotes, trimmed
from according.extract.statements.draft import Draft
from according.extract.statements.quotes import Quotation
from according.extract.statements.speakers import Actors
from according.model import Actor, Span, Text

SURE = 0.75
GUESSED = 0.4
_COLON = re.compile(r"[:：]")
_LONGEST = 70
"""Characters before a colon that may name who speaks."""
_FEWEST = 4
"""Words of a quotation that says something by itself."""


def by_mark(
    text: Text,
    lines: Sequence[Span],
    actors: Actors,
    quotes: Quotes,
    drafts: Sequence[Draft],
    headlines: Iterable[Draft],
) -> list[Draft]:
    """Return the statements that punctuation alone tells, where no draft has found their words.

    `headlines` are those that a headline may tell.
    """
    taken = sorted(span for draft in drafts for span in draft.content)
    roles = _roles(text.text, lines)
    heard: dict[str | None, set[str]] = {}
    for draft in drafts:
        heard.setdefault(draft.chain, set()).update(_stems(text.text, draft.content))
    found = [
        draft
        for line in lines
        for draft in _labelled(text, line, roles, heard, actors, quotes)
        if not _overlaps(draft.content[0], taken)
    ]
    taken = sorted([*taken, *(draft.content[0] for draft in found)])
    found += [draft for draft in headlines if not _overlaps(draft.content[0], taken)]
    taken = sorted([*taken, *(draft.content[0] for draft in found)])
    found += _uncued(text, actors, quotes, taken)
    return found


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether most of a stretch lies in one of some others, which are sorted; a few around it are looked at."""
    at = bisect_left(taken, span)
    near = taken[max(0, at - _NEAR) : at + _NEAR]
    return any(2 * span.overlap(each) > span.end - span.start for each in near)


_NEAR = 8


def _roles(text: str, lines: Sequence[Span]) -> frozenset[str]:
    """Return what stands in capitals before colons at the beginnings of several lines: who speaks in a transcript."""
    labels = Counter(found[1] for line in lines if (found := _CAPITALS.match(text, line.start, line.end)))
    return frozenset(label for label, count in labels.items() if count > 1)


_CAPITALS = re.compile(r"[\s\"“«]*((?:[^\W\d_a-zа-я][.'’ -]?){3,40}):\s")


def _labelled(
    text: Text,
    line: Span,
    roles: frozenset[str],
    heard: Mapping[str | None, Set[str]],
    actors: Actors,
    quotes: Quotes,
) -> Iterator[Draft]:
    """Yield "X: …", where X is the whole of what stands before the colon, or who a headline ends with there.

    Without quotation marks it may as well be a topic, a caption or a list: then X must say the same elsewhere in the
    article, or be one of those who speak in a transcript.
    """
    colon = _COLON.search(text.text, line.start, min(line.end, line.start + _LONGEST))
    if colon is None:
        return
    label = trimmed(text.text, Span(line.start, colon.start()))
    content = trimmed(text.text, Span(colon.end(), line.end))
    if label is None or content is None:
        return
    if any(char.isdigit() for char in text.text[label.start : label.end]):
        return
    if len(text.text[content.start : content.end].split()) < 2:
        return
    speaker, role = labelling(label, actors), text.text[label.start : label.end].lstrip('"“«') in roles
    if speaker is None and not role:
        return
    bare = quotes.bare(content) or content
    person = speaker is not None and speaker.kind == "person"
    some = person and any(quotes.is_speech(quote) for quote in quotes.within(content))
    known = role and len(text.text[bare.start : bare.end].split()) >= _FEWEST - 1
    if person and speaker is not None and not known:
        known = _is_repeated(text.text, bare, heard.get(speaker.chain, frozenset()))
    if bare == content and not some and not known:
        return
    yield Draft(
        Span(colon.start(), colon.end()), label, speaker.chain if speaker else None, None, (bare,), "say", "",
        SURE, "label",
    )  # fmt: skip


def _stems(text: str, spans: Iterable[Span]) -> set[str]:
    """Return the beginnings of the longer words in some stretches, whatever their endings."""
    return {word[:_STEM].casefold() for span in spans for word in _LONG.findall(text, span.start, span.end)}


_LONG = re.compile(r"[^\W\d_]{4,}")
_STEM = 5


def _is_repeated(text: str, title: Span, said: Set[str]) -> bool:
    """Return whether half of the words of a title are in what its speaker says in the article."""
    words = _stems(text, (title,))
    return bool(words) and 2 * len(words & said) >= len(words)


def labelling(label: Span, actors: Actors) -> Actor | None:
    """Return the actor that is most of a label and its end, "the UN" of "the UN: …"."""
    found = [
        actor for actor in actors.within(label) if actor.span.end == label.end and actor.form != "pronoun"
    ]
    best = min(found, key=lambda actor: actor.span.start, default=None)
    if best is None:
        return None
    called = [
        actor for actor in actors.within(label) if actor.chain == best.chain or actor.form == "description"
    ]
    covered = max(actor.span.end for actor in called) - min(actor.span.start for actor in called)
    return best if 5 * covered >= 4 * (label.end - label.start) else None


def _uncued(text: Text, actors: Actors, quotes: Quotes, taken: Sequence[Span]) -> list[Draft]:
    """Return quotations of whole sentences that no cue attributes: behind a colon, or alone."""
    found = []
    position = 0
    for quote in quotes.all():
        while position < len(taken) and taken[position].end <= quote.inner.start:
            position += 1
        near = taken[max(0, position - 3) : position + 4]
        if any(quote.outer.overlap(span) for span in near):
            continue
        draft = _alone(text, quote, actors, quotes)
        if draft is not None:
            found.append(draft)
    return found


def _alone(text: Text, quote: Quotation, actors: Actors, quotes: Quotes) -> Draft | None:
    words = text.text[quote.inner.start : quote.inner.end].split()
    before = text.text[max(0, quote.outer.start - _LONGEST * 3) : quote.outer.start].rstrip()
    if len(words) < _FEWEST:
        return None
    end = quotes.end_of(quote)
    if before.endswith(":"):
        colon = quote.outer.start - 1
        while text.text[colon] != ":":
            colon -= 1
        speaker = _person_before(text.text, colon, actors)
        return Draft(
            Span(colon, colon + 1), speaker.span if speaker else None, speaker.chain if speaker else None, None,
            (Span(quote.inner.start, end),), "say", "", GUESSED, "colon", "" if speaker else "rumour",
        )  # fmt: skip
    sentence = text.text[max(quote.inner.start, end - 2) : end + 2]
    whole = any(sign in sentence for sign in ".!?…") and words[0][:1].isupper()
    if (before and before[-1] not in '.!?…»”"') or not whole:
        return None
    return Draft(
        Span(quote.outer.start, quote.inner.start), None, None, None, (Span(quote.inner.start, end),), "say", "",
        GUESSED, "quotation",
    )  # fmt: skip


_BREAK = re.compile(r"\n|[.!?…»”\"]\s+(?=\w{3})")


def _person_before(text: str, at: int, actors: Actors) -> Actor | None:
    """Return the person named last in the words before a colon, in its own sentence and line."""
    first = max(0, at - _LONGEST * 2)
    first = max([first, *(found.end() for found in _BREAK.finditer(text, first, at))])
    near = [actor for actor in actors.within(Span(first, at)) if actor.kind == "person"]
    return near[-1] if near else None
