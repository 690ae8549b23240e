"""Statements in languages without a parser: by the order of quotation marks, cue words and names in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.statements.content import Quotes
from according.extract.statements.draft import Draft
from according.extract.statements.order import COMMAS, DASHES, MOST, Order, Part
from according.extract.statements.speakers import Actors
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Actor, Manner, Span

SURE = 0.7
GUESSED = 0.5
_NEAR = 7
"""Words between a cue and the quotation or the clause that it belongs to."""
_OF_NOUNS = ("accuse", "criticize", "deny", "confirm", "welcome", "demand", "promise", "threaten", "propose")
"""What is done by words to a thing that a noun names: "denied the attack"."""
_SOURCES = 4
"""Sources that one sentence gives."""
Found = tuple[tuple[Span, ...], Part | None, str]
"""What is said, the words for who says it, and the pattern."""


def plainly(tree: Tree, cues: SpeechCues, actors: Actors, quotes: Quotes) -> Iterator[Draft]:
    """Yield what the cues of a sentence without a parse attribute."""
    order = Order(tree, cues, actors)
    for at in order.cues:
        manner = cues.form(tree.words[at]) or "say"
        found = _told(order, at, manner, quotes)
        if found is None:
            continue
        content, speaker, pattern = found
        order.spoke(at, speaker)
        silent = tree.words[at] in cues.passive or bool(cues.parts)
        if speaker is None and silent and pattern != "quotation":
            continue
        yield _draft(order, (order.first(at), at), speaker, content, manner, f"order, {pattern}")
    yield from _sources(order, quotes)


def _draft(
    order: Order, cue: Part, speaker: Part | None, content: tuple[Span, ...], manner: Manner, reason: str
) -> Draft:
    phrase = None if speaker is None else order.tree.span(*speaker)
    who = None if phrase is None else _main(order.actors, phrase)
    return Draft(
        order.tree.span(*cue), phrase, who.chain if who else None, None, content, manner, order.tree.words[cue[1]],
        SURE if speaker else GUESSED, reason,
    )  # fmt: skip


def _main(actors: Actors, phrase: Span) -> Actor | None:
    """Return who a phrase names: the person in it, else what stands last."""
    inside = [actor for actor in actors.within(phrase) if actor.span.end <= phrase.end]
    people = [actor for actor in inside if actor.kind == "person"]
    named = [actor for actor in people if actor.form == "name"]
    return next(iter(reversed(named or people or inside)), None)


def _told(order: Order, at: int, manner: Manner, quotes: Quotes) -> Found | None:
    """Return what a cue attributes, by the first way that fits."""
    tree, cues = order.tree, order.words
    around = quotes.around(tree.tokens[at].span)
    if around is not None:
        return _interrupting(order, at, around.inner)
    quoted = _quoted(tree, at, quotes)
    led = _led(order, at)
    if quoted is not None and not _is_told(order, at, quoted, led):
        return (quoted,), _beside(order, at, quoted), "quotation"
    if led is not None:
        speaker = order.before(order.first(at)) or order.between(at + 1, led[0] - 1) or order.last
        return (tree.span(*led[1]),), speaker, "clause"
    behind = _behind(order, at)
    if behind is not None:
        return behind
    if order.is_last(at) and order.begin < order.first(at) - 1:
        return _final(order, at, manner)
    # Where verbs stand last, what follows one is no object of it.
    if not cues.endings and (manner in _OF_NOUNS or tree.words[at] in cues.objects):
        speaker = order.before(order.first(at)) or order.last
        start = at + 1
        while start < len(tree.words) - 1 and tree.words[start] in cues.auxiliaries:
            start += 1
        end = order.end(start)
        if speaker is not None and end >= start:
            return (tree.span(start, end),), speaker, "object"
    return None


def _interrupting(order: Order, at: int, quotation: Span) -> Found | None:
    """Return the quotation that a cue behind a dash stands in: "«A, — says X. — B»"."""
    tree = order.tree
    if at < 2 or tree.words[at - 1] not in DASHES or tree.words[at - 2] not in (*COMMAS, "?", "!", "…"):
        return None
    speaker = order.behind(at)
    start, stop = quotation.start, tree.tokens[at - 2].span.start
    end = tree.tokens[at if speaker is None else speaker[1]].span.end
    if stop - start > _LONG:
        start = tree.tokens[order.begin].span.start
    if speaker is None or not start < stop:
        return None
    rest = (Span(end, quotation.end),) if _SHORT < quotation.end - end <= _LONG else ()
    return (Span(start, stop), *rest), speaker, "quotation"


_SHORT = 6
"""Characters that are no words, only a stop and a dash."""
_LONG = 3000
"""Characters of a quotation before or behind a cue in it: in a longer one the marks are not what they seem."""


def _quoted(tree: Tree, at: int, quotes: Quotes) -> Span | None:
    """Return the quotation that ends or begins a few words from a cue."""
    first, last = max(0, at - _NEAR), min(len(tree.words) - 1, at + _NEAR * 2)
    near = [quote for quote in quotes.within(tree.span(first, last)) if quotes.is_speech(quote)]
    before = [quote for quote in near if quote.outer.end <= tree.tokens[at].span.start]
    after = [quote for quote in near if quote.outer.start >= tree.tokens[at].span.end]
    colon = [quote for quote in after if _ends_with_colon(tree, at, quote.outer.start)]
    near_after = [quote for quote in after if quote.outer.start - tree.tokens[at].span.end <= _CLOSE]
    found = colon[0] if colon else before[-1] if before else near_after[0] if near_after else None
    return None if found is None else Span(found.outer.start, found.outer.end)


_CLOSE = 30
"""Characters between a cue and a quotation behind it, without a colon."""


def _ends_with_colon(tree: Tree, at: int, start: int) -> bool:
    last = at
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].span.end <= start:
        last += 1
    return last > at and tree.words[last] in (":", "՝", ".")


def _is_told(order: Order, at: int, quote: Span, led: tuple[int, Part] | None) -> bool:
    """Return whether words in quotation marks are part of what a cue tells: "that it was “not easy”"."""
    tokens = order.tree.tokens
    if led is not None and tokens[at].span.end <= tokens[led[0]].span.start < quote.start:
        return order.tree.words[led[0]].isalpha()
    last = next((n for n in range(at - 1, -1, -1) if tokens[n].span.end < quote.end), None)
    ends = tuple(order.words.endings)
    return (
        bool(ends)
        and last is not None
        and quote.end <= tokens[at].span.start
        and order.tree.words[last].endswith(ends)
    )


def _beside(order: Order, at: int, quote: Span) -> Part | None:
    """Return who stands with a cue and a quotation: behind the cue, between them, or before both."""
    tokens = order.tree.tokens
    if quote.start >= tokens[at].span.end:
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].span.end <= quote.start:
            last += 1
        return order.before(order.first(at)) or order.between(at + 1, last)
    opens = next((n for n, token in enumerate(tokens) if token.span.end > quote.start), 0)
    closes = next((n for n, token in enumerate(tokens) if token.span.start >= quote.end), at)
    between = order.between(closes, order.first(at) - 1)
    return order.behind(at) or between or order.before(opens)


def _led(order: Order, at: int) -> tuple[int, Part] | None:
    """Return the word that leads from a cue to a clause, and the clause."""
    tree, cues = order.tree, order.words
    marks = []
    for later in range(at + 1, min(at + 1 + _NEAR + MOST, len(tree.words) - 1)):
        word = tree.words[later]
        if word in cues.complementisers:
            marks.append(later)
            if word.isalpha():
                break
        if later in order.cues or word in (";", ":") or (marks and word in cues.auxiliaries):
            break
    if not marks:
        return None
    # A word for "that" behind a comma counts when nothing but who speaks stands between the two.
    mark = marks[-1] if tree.words[marks[-1]].isalpha() else marks[0]
    first = mark + 1
    while first < len(tree.words) - 1 and (
        tree.words[first] in cues.complementisers or tree.words[first] in COMMAS
    ):
        first += 1
    if not tree.words[mark].isalpha() and tree.words[first] in cues.joining | cues.where | cues.relatives:
        return None
    end = order.end(first)
    return (mark, (first, end)) if first <= end else None


def _behind(order: Order, at: int) -> Found | None:
    """Return what stands before a comma, a cue and who speaks: "A", says X."""
    tree = order.tree
    comma = order.first(at) - 1
    if comma < order.begin + 2 or tree.words[comma] not in (*COMMAS, *DASHES):
        return None
    speaker = order.behind(at)
    if speaker is None or len(tree.words) - at > MOST:
        return None
    return (tree.span(order.begin, comma - 1),), speaker, "behind"


def _final(order: Order, at: int, manner: Manner) -> Found | None:
    """Return what stands between who speaks and a verb at the end: "X, …-diğini söyledi"."""
    tree, cues = order.tree, order.words
    last = order.first(at) - 1
    while last > order.begin and tree.words[last] in cues.particles:
        last -= 1
    clause = tree.words[last].endswith(tuple(cues.endings)) if cues.endings else False
    if not clause and manner not in _OF_NOUNS and tree.words[at] not in cues.objects:
        return None
    speaker = order.opening(last)
    start = order.begin if speaker is None else speaker[1] + 1
    while start < last and (tree.words[start] in COMMAS or tree.words[start] in cues.particles):
        start += 1
    if speaker is None:
        speaker = order.behind(at) or order.last
    return ((tree.span(start, last),), speaker, "final") if start <= last else None


def _sources(order: Order, quotes: Quotes) -> Iterator[Draft]:
    """Yield what "according to X" attributes: the rest of the sentence."""
    tree, cues = order.tree, order.words
    at = count = 0
    while at < len(tree.words) and count < _SOURCES:
        found = next(
            (each for each in cues.sources if tuple(tree.words[at : at + len(each[0])]) == each[0]), None
        )
        cue = (at, at) if found is None else (at, at + len(found[0]) - 1)
        at = cue[1] + 1
        if quotes.around(tree.span(*cue)) is not None:
            continue
        if found is not None:
            phrase, manner = order.noun_phrase(cue[1] + 1), found[1]
        elif tree.words[cue[0]] in cues.after and cue[0] > 0:
            cited = (tree.words[cue[0]],) in cues.cited
            phrase, manner = order.owner(cue[0] - 1, cited), cues.after[tree.words[cue[0]]]
        else:
            continue
        if phrase is not None and not (order.names_somebody(*phrase) or order.has_capital(*phrase)):
            phrase = None
        content = None if phrase is None else _apart(order, min(cue[0], phrase[0]), max(cue[1], phrase[1]))
        if phrase is None or not content:
            continue
        words = tuple(tree.words[cue[0] : cue[1] + 1])
        kind = (
            "cited source" if words in cues.cited else "relaying source" if words in cues.relays else "source"
        )
        yield _draft(order, cue, phrase, content, manner, kind)
        at, count = max(at, phrase[1] + 1), count + 1


def _apart(order: Order, first: int, last: int) -> tuple[Span, ...]:
    """Return what stands before a source, or behind it, or both when commas set it apart."""
    tree = order.tree
    before, after, end = first - 1, last + 1, len(tree.words) - 1
    while before >= 0 and (tree.words[before] in (*COMMAS, *DASHES) or tree.words[before] in order.words.as_):
        before -= 1
    while after <= end and tree.words[after] in (*COMMAS, *DASHES):
        after += 1
    parts = []
    if before >= 1:
        parts.append(tree.span(0, before))
    if after < end and (not parts or tree.words[last + 1] in (*COMMAS, *DASHES)):
        parts.append(tree.span(after, end))
    return tuple(parts)
