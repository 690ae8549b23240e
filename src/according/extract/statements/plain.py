"""Statements in languages without a parser: by the order of quotation marks, cue words and names in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.extract.statements.content import Quotes
from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Actor, Manner, Span

SURE = 0.7
GUESSED = 0.5
_COMMAS = (",", "՝", "-", "–", "—")
_NEAR = 5
"""Words between a cue and the quotation or the clause that it belongs to."""
_MOST = 14
"""Words of a phrase that names who speaks."""


def plainly(tree: Tree, cues: SpeechCues, actors: Actors, quotes: Quotes) -> Iterator[Draft]:
    """Yield what the cues of a sentence without a parse attribute."""
    for at, word in enumerate(tree.words):
        manner = cues.form(word)
        if manner is None or (word in cues.light and (at == 0 or tree.words[at - 1] not in cues.light[word])):
            continue
        if quotes.around(tree.tokens[at].span) is not None:
            continue
        found = _told(tree, at, cues, actors, quotes)
        if found is not None:
            content, speaker, pattern = found
            first = at - 1 if word in cues.light else at
            yield _draft(tree, (first, at), speaker, content, manner, pattern, actors)
    yield from _sources(tree, cues, actors)


def _draft(
    tree: Tree,
    cue: tuple[int, int],
    speaker: Span | None,
    content: Span,
    manner: Manner,
    pattern: str,
    actors: Actors,
) -> Draft:
    who = None if speaker is None else _main(actors, speaker)
    return Draft(
        tree.span(*cue), speaker, who.chain if who else None, None, (content,), manner, tree.words[cue[1]],
        SURE if speaker else GUESSED, f"order, {pattern}",
    )  # fmt: skip


def _main(actors: Actors, phrase: Span) -> Actor | None:
    """Return who a phrase names: the person in it, else what stands last."""
    inside = [actor for actor in actors.within(phrase) if actor.span.end <= phrase.end]
    people = [actor for actor in inside if actor.kind == "person"]
    named = [actor for actor in people if actor.form == "name"]
    return next(iter(reversed(named or people or inside)), None)


def _told(
    tree: Tree, at: int, cues: SpeechCues, actors: Actors, quotes: Quotes
) -> tuple[Span, Span | None, str] | None:
    quoted = _quoted(tree, at, quotes)
    if quoted is not None:
        return quoted, _beside(tree, at, quoted, actors), "quotation"
    for later in range(at + 1, min(at + 1 + _NEAR + _MOST, len(tree.words) - 1)):
        if tree.words[later] in cues.complementisers:
            content = tree.span(later + 1, len(tree.words) - 1)
            return content, _before(tree, at, actors) or _between(tree, at, later, actors), "clause"
        if cues.form(tree.words[later]) is not None:
            break
    last = at - 2 if tree.words[at] in cues.light else at - 1
    if cues.endings and last > 1 and tree.words[last].endswith(tuple(cues.endings)):
        return _final(tree, last, actors)
    if at > 2 and tree.words[at - 1] in _COMMAS:
        speaker = _between(tree, at, len(tree.words) - 1, actors)
        if speaker is not None and len(tree.words) - at < _MOST:
            return tree.span(0, at - 2), speaker, "behind"
    return None


def _quoted(tree: Tree, at: int, quotes: Quotes) -> Span | None:
    """Return the quotation that ends or begins a few words from a cue."""
    first, last = max(0, at - _NEAR), min(len(tree.words) - 1, at + _NEAR)
    near = [quote for quote in quotes.within(tree.span(first, last)) if quotes.is_speech(quote)]
    before = [quote for quote in near if quote.outer.end <= tree.tokens[at].span.start]
    after = [quote for quote in near if quote.outer.start >= tree.tokens[at].span.end]
    found = before[-1] if before else after[0] if after else None
    return None if found is None else Span(found.outer.start, found.outer.end)


def _beside(tree: Tree, at: int, quote: Span, actors: Actors) -> Span | None:
    """Return who stands with a cue: behind the quotation, else before it."""
    sentence = tree.span(0, len(tree.words) - 1)
    behind = _first(actors, Span(quote.end, max(quote.end, sentence.end)))
    behind = behind or _names_behind(tree, at)
    if behind is not None:
        return behind
    return _first(actors, Span(sentence.start, max(sentence.start, quote.start)))


def _names_behind(tree: Tree, at: int) -> Span | None:
    """Return the names right behind a cue, of whom nothing else is known."""
    last = at
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].text[:1].isupper():
        last += 1
    return tree.span(at + 1, last) if last > at else None


def _first(actors: Actors, within: Span) -> Span | None:
    """Return the first run of names in a stretch: an office and who holds it."""
    start: int | None = None
    end = within.start
    for actor in actors.within(within):
        if actor.span.end > within.end or actor.kind == "place":
            continue
        if start is not None and actor.span.start > end + 2:
            break
        start = actor.span.start if start is None else start
        end = max(end, actor.span.end)
    return None if start is None else Span(start, end)


def _before(tree: Tree, at: int, actors: Actors) -> Span | None:
    start = tree.tokens[0].span.start
    return _first(actors, Span(start, max(start, tree.tokens[at].span.start)))


def _between(tree: Tree, at: int, last: int, actors: Actors) -> Span | None:
    return _first(actors, Span(tree.tokens[at].span.end, tree.tokens[last].span.end))


def _final(tree: Tree, last: int, actors: Actors) -> tuple[Span, Span | None, str]:
    """Return what stands between who speaks and a verb at the end: "X, …-diğini söyledi"."""
    comma = next((n for n in range(1, min(_MOST, last)) if tree.words[n] == ","), None)
    whole = tree.span(0, last)
    if comma is not None:
        phrase = tree.span(0, comma - 1)
        if _main(actors, phrase) is not None:
            return tree.span(comma + 1, last), phrase, "final"
    speaker = _first(actors, whole)
    if speaker is not None and speaker.start == whole.start:
        return Span(speaker.end, whole.end), speaker, "final"
    return whole, None, "final"


def _sources(tree: Tree, cues: SpeechCues, actors: Actors) -> Iterator[Draft]:
    """Yield what "according to X" attributes, before or behind X; at the beginning of a sentence."""
    length = len(tree.words)
    for words, manner in cues.sources:
        if tuple(tree.words[: len(words)]) == words:
            yield from _source(tree, (0, len(words) - 1), (len(words), None), manner, actors)
    for at in range(1, min(_MOST, length)):
        manner_behind = cues.after.get(tree.words[at])
        if manner_behind is not None:
            yield from _source(tree, (at, at), (0, at - 1), manner_behind, actors)
            return


def _source(
    tree: Tree, cue: tuple[int, int], phrase: tuple[int, int | None], manner: Manner, actors: Actors
) -> Iterator[Draft]:
    first, last = phrase
    if last is None:
        comma = _comma(tree.words, first)
        if comma is None:
            return
        last = comma - 1
    start = max(cue[1], last) + 1
    if start >= len(tree.words) - 1 or last < first:
        return
    content = tree.span(start, len(tree.words) - 1)
    yield _draft(tree, cue, tree.span(first, last), content, manner, "source", actors)


def _comma(words: Sequence[str], first: int) -> int | None:
    return next((n for n in range(first + 1, min(first + _MOST, len(words))) if words[n] in (",", "՝")), None)
