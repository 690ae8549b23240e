"""What a number counts: the unit after or before it, the noun, the words for what is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from according.extract.figures.described import NOUNS, is_hyphen, phrase
from according.extract.figures.money import is_other, of_another_state
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unit_signs import sign_after, sign_before
from according.extract.tree import Tree
from according.knowledge.fold import fold
from according.knowledge.inflection import bases
from according.knowledge.units import symbols
from according.model import Span, Token

How = Literal["measure", "noun", "casualty", "bare"]

_MOST_BETWEEN = 6
_LETTERS = re.compile(r"[ \u00a0\u202f\u2009]?([^\W\d_][\w/²³]*)")
_JOINED = re.compile(r"[-‑·⋅]([^\W\d_]{1,3})(?!\w)")
"""The second of two letters for units that are multiplied: lb-ft."""
_MOST_HYPHEN = 24
_BEFORE_NOUN = ("ADJ", "ADV", "DET", "NOUN", "PROPN", "X")
_MILLION = 1e6
_MOST_DESCRIBING = 5
_DESCRIBING = ("ADJ", *NOUNS)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its unit, the span of its words including the number, the noun's token, the noun phrase."""

    how: How
    unit: str | None
    span: Span
    head: int | None
    what: Span | None
    hyphen: bool = False


def counted(scene: Surroundings, numeral: Numeral) -> Counted | None:
    """Return what a number counts; None when it is part of a word (20th, 1990s, 3D)."""
    start, end = numeral.span
    if numeral.glued:
        return _glued(scene, numeral)
    by_sign = _by_sign(scene, numeral.span)
    if by_sign is not None:
        return by_sign
    index = scene.sentence(start)
    if index is None:
        return Counted("bare", None, numeral.span, None, None)
    tree, starts = scene.tree(index)
    if (joined := _joined(scene, tree, starts, numeral)) is not None:
        return joined[0]
    at = bisect_left(starts, end)
    return _following(scene, index, numeral, at) or Counted("bare", None, numeral.span, None, None)


def _glued(scene: Surroundings, numeral: Numeral) -> Counted | None:
    """Return the unit that is written onto the digits: 300mm, $5m, 15km."""
    start, end = numeral.span
    stop = end + len(numeral.glued)
    written = scene.text[end:stop]
    known = symbols()
    longer = scene.text[end : stop + 2]
    for size in (len(longer), stop - end + 1, stop - end):
        if (unit := known.letters.get(longer[:size])) and not scene.text[
            end + size : end + size + 1
        ].isalnum():
            return Counted("measure", unit, Span(start, end + size), None, None)
    if written in known.codes:
        return Counted("measure", written, Span(start, stop), None, None)
    for row, unit in scene.words.measures.get(fold(written).text, ()):
        if len(row) == 1:
            return Counted("measure", unit, Span(start, stop), None, None)
    return None


def _by_sign(scene: Surroundings, span: Span) -> Counted | None:
    """Return the unit of a sign or code beside a number: 8,5 %, $94,000, USD 200."""
    if (before := sign_before(scene.text, span.start)) is not None:
        return Counted("measure", before[0], Span(before[1], span.end), None, None)
    if (after := sign_after(scene.text, span.end)) is not None:
        return Counted("measure", after[0], Span(span.start, after[1]), None, None)
    linked = scene.after(span.end, 8).split()[:1]
    if linked and scene.words.has("whole", linked[0]):
        at = scene.onward(span.end, len(linked[0]) + 1)
        if (after := sign_after(scene.text, at)) is not None:
            return Counted("measure", after[0], Span(span.start, after[1]), None, None)
    plain = scene.before(span.start, 12)
    for word in scene.words.phrases("percent_before"):
        if plain.endswith(word + " "):
            return Counted(
                "measure", "percent", Span(scene.back(span.start, len(word) + 1), span.end), None, None
            )
    stretch = scene.text[span.end : span.end + 8]
    match = _LETTERS.match(stretch)
    unit = symbols().letters.get(match.group(1)) if match else None
    if match and unit:
        joined = _JOINED.match(scene.text, span.end + match.end())
        if joined and joined.group(1) in symbols().letters:
            unit, stop = f"{match.group(1)}-{joined.group(1)}", joined.end()
            return Counted("measure", unit, Span(span.start, stop), None, None)
        return Counted("measure", unit, Span(span.start, span.end + match.end()), None, None)
    return None


def _joined(
    scene: Surroundings, tree: Tree, starts: Sequence[int], numeral: Numeral
) -> tuple[Counted | None] | None:
    """Return what is joined to a number by a hyphen (44-day, 5-процентный); a tuple of None for other words."""
    end = numeral.span.end
    if scene.text[end : end + 1] not in ("-", "‑", "‐") or not scene.text[end + 1 : end + 2].isalpha():
        return None
    stop = end + 1
    while stop < len(scene.text) and stop - end < _MOST_HYPHEN and scene.text[stop].isalpha():
        stop += 1
    word = scene.text[end + 1 : stop]
    folded = fold(word).text
    if word in symbols().letters:
        return (
            Counted(
                "measure", symbols().letters[word], Span(numeral.span.start, stop), None, None, hyphen=True
            ),
        )
    for stem, unit in scene.words.stems:
        if folded.startswith(stem):
            return (Counted("measure", unit, Span(numeral.span.start, stop), None, None, hyphen=True),)
    token = Token(Span(end + 1, stop), word, word, "NOUN", 0, "other")
    for key in scene.keys(token):
        for row, unit in scene.words.measures.get(key, ()):
            if len(row) == 1:
                at = bisect_left(starts, stop)
                after = tree.tokens[at] if at < len(tree.tokens) else None
                while after is not None and _describes(tree, at):
                    at = after.head
                    after = tree.tokens[at]
                first = bisect_left(starts, stop)
                named = after is not None and after.pos == "NOUN"
                if (other := scene.words.doubtful.get(unit)) and is_other(scene, tree, numeral, at):
                    unit = other
                what = Span(starts[first], tree.tokens[at].span.end) if named else None
                return (Counted("measure", unit, Span(numeral.span.start, stop), None, what, hyphen=True),)
    return (None,)


def measure(scene: Surroundings, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the unit that a phrase from a token on names, and the index after the phrase."""
    if at >= len(tokens):
        return None
    keys = scene.keys(tokens[at])
    for key in keys:
        for words, unit in scene.words.measures.get(key, ()):
            length = _spans(scene, tokens, at, words)
            hyphen = at + length < len(tokens) and tokens[at + length].text == "-"
            if length and not (hyphen and is_hyphen(tokens, at + length)):
                return unit, at + length
    return None


def _spans(scene: Surroundings, tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
    """Return how many tokens the words of a phrase take from a token on; 0 when they do not stand there."""
    index = at
    for word in words:
        while index < len(tokens) and index > at and tokens[index].text in (".", "-"):
            index += 1
        if index >= len(tokens) or index - at > len(words) + 3:
            return 0
        if word not in scene.keys(tokens[index]) and not word.startswith(fold(tokens[index].text).text + "'"):
            return 0
        index += 1
    return index - at


def _following(scene: Surroundings, sentence: int, numeral: Numeral, at: int) -> Counted | None:
    """Return what the words after a number name."""
    tree, _ = scene.tree(sentence)
    tokens, words = tree.tokens, scene.words
    start = numeral.span.start
    # An abbreviated magnitude has a full stop of its own: 350 тыс. человек.
    if at < len(tokens) and tokens[at].text == "." and numeral.scale > 1 and at + 1 < len(tokens):
        at += 1
    index, linked = at, False
    if at < len(tokens) and tokens[at].text in ("'s", "’s"):
        return None
    for _ in range(_MOST_BETWEEN):
        found = measure(scene, tokens, index)
        if found is None:
            index = _past_hyphens(tokens, index)
        if found is not None and (found[0] in words.times or index - at <= 2):
            unit, after = found
            span = Span(start, tokens[after - 1].span.end)
            if (other := scene.words.doubtful.get(unit)) and is_other(scene, tree, numeral, after):
                unit = other
            elif (named := of_another_state(scene, tokens, index, after, numeral.span.end)) is not None:
                unit, span = named, Span(start, max(span.end, tokens[after - 1].span.end))
            return _per(scene, tokens, Counted("measure", unit, span, after - 1, None))
        if index >= len(tokens):
            return None
        token = tokens[index]
        folded = fold(token.text).text
        if words.has("casualties", folded) and not _noun_follows(tokens, index):
            return Counted(
                "casualty",
                "person",
                Span(start, token.span.end),
                index,
                Span(token.span.start, token.span.end),
            )
        if _is_noun(scene, tree, index):
            return _noun(scene, tree, start, at, _past_number_of(scene, tokens, index))
        beyond = fold(tokens[index + 1].text).text if index + 1 < len(tokens) else ""
        partitive = index == at and _is_partitive(scene, numeral, folded, beyond)
        linked = linked or partitive
        if not partitive and not _may_stand_between(scene, tokens, index, folded, linked=linked):
            return None
        index += 1
    return None


def _per(scene: Surroundings, tokens: Sequence[Token], found: Counted) -> Counted:
    """Return a measure with what it is per: 38 kilometres per litre. Money and time stay what they are."""
    after = (found.head or 0) + 1
    unit = found.unit or ""
    if (
        unit in symbols().codes
        or unit in scene.words.times
        or unit in ("percent", "time")
        or after >= len(tokens)
    ):
        return found
    if not scene.words.has("per", fold(tokens[after].text).text):
        return found
    other = measure(scene, tokens, after + 1)
    if other is None:
        return found
    span = Span(found.span.start, tokens[other[1] - 1].span.end)
    return replace(found, unit=f"{unit} per {other[0]}", span=span, head=other[1] - 1)


def _past_hyphens(tokens: Sequence[Token], index: int) -> int:
    """Return the last word of those that hyphens join from a token on: "equivalent" of "full-time-equivalent"."""
    while index + 2 < len(tokens) and tokens[index + 1].text == "-" and is_hyphen(tokens, index + 1):
        index += 2
    return index


def _noun_follows(tokens: Sequence[Token], index: int) -> bool:
    return (
        index + 1 < len(tokens) and tokens[index + 1].pos == "NOUN" and tokens[index].pos in ("ADJ", "VERB")
    )


def _is_noun(scene: Surroundings, tree: Tree, index: int) -> bool:
    """Whether the counted noun stands here: a noun that no further noun follows as its head."""
    token = tree.tokens[index]
    if token.pos not in NOUNS:
        # Without a tagger, the next word it is, if it is one.
        plain = token.pos == "X" and token.text.isalpha() and len(token.text) > 2
        # Of a language that nothing is known of, the next word may be anything.
        if plain and (not scene.words.measures or _is_adjective(scene, tree.tokens, index)):
            return False
        known = any(key in scene.words.things for key in scene.keys(token))
        if plain and not known and scene.words.capital_nouns and token.text[0].islower():
            return False
        may_be = known and token.pos in ("ADJ", "X", "VERB") and not _noun_follows(tree.tokens, index)
        return plain or (may_be and not _describes(tree, index))
    if scene.in_date(token.span) or scene.in_person(token.span) or token.text[0].isdigit():
        return False
    if index + 1 < len(tree.tokens):
        after = tree.tokens[index + 1]
        if after.text in ("'s", "’s"):
            return False
        return not _describes(tree, index)
    return True


def _is_adjective(scene: Surroundings, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word without a tag stands before the noun it belongs to: "90 gesetzliche Krankenkassen"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.text.isalpha():
        return False
    if any(key in scene.words.things for key in scene.keys(tokens[index])):
        return False
    if any(key in scene.words.things for key in scene.keys(after)):
        return True
    word = fold(tokens[index].text).text
    if scene.words.phrases("adjective_ends") and word.endswith(scene.words.phrases("adjective_ends")):
        return True
    return scene.words.capital_nouns and word == tokens[index].text and after.text[0].isupper()


def _describes(tree: Tree, index: int) -> bool:
    """Whether a word is of a noun after it, with only such words between: three Republican U.S. senators."""
    token = tree.tokens[index]
    if token.relation not in ("modifier", "name") or not index < token.head <= index + _MOST_DESCRIBING:
        return False
    between = tree.tokens[index + 1 : token.head]
    return tree.tokens[token.head].pos in NOUNS and all(
        each.pos in _DESCRIBING or each.text == "-" for each in between
    )


def _may_stand_between(
    scene: Surroundings, tokens: Sequence[Token], index: int, folded: str, *, linked: bool
) -> bool:
    if scene.words.has("between", folded):
        return True
    token = tokens[index]
    if scene.in_date(token.span) or scene.in_person(token.span):
        return False
    if token.text in ("-", "«", "“", '"', "»", "”", "'s", "’s"):
        return index + 1 < len(tokens)
    if token.pos == "NUM":
        return linked
    if token.pos == "PRON":
        return linked and token.relation in ("genitive", "determiner") and token.head > index
    if token.pos in ("VERB", "DET"):
        return token.relation == "modifier" if token.pos == "VERB" else linked
    return token.pos in _BEFORE_NOUN and token.relation not in ("root", "subject", "clause", "auxiliary")


def _is_partitive(scene: Surroundings, numeral: Numeral, folded: str, after: str) -> bool:
    """Whether "of" goes on to what is counted: "millions of", "half the", "3 de ses", not "247 of 30 September"."""
    if numeral.kind == "share" and scene.words.has("share_of", folded):
        return True
    loose = numeral.scale >= _MILLION or numeral.kind != "number" or numeral.about
    loose = loose or scene.words.has("definite", after)
    return scene.words.has("whole" if loose else "partitive", folded)


def _noun(scene: Surroundings, tree: Tree, start: int, first: int, head: int) -> Counted:
    token = tree.tokens[head]
    keys = scene.keys(token)
    unit = next((scene.words.things[key] for key in keys if key in scene.words.things), None)
    if unit is None and (_is_people(scene, token, keys) or _is_hurt(scene, tree, head)):
        unit = "person"
    if unit is None:
        # What no tagger knows has no lemma but its folded self.
        unit = (token.lemma if token.pos != "X" else token.text).lower()
        if token.pos == "PROPN" and token.lemma == token.text and not token.text.isupper():
            unit = bases(token.text, scene.language)[:2][-1]
    return Counted("noun", unit, Span(start, token.span.end), head, phrase(scene, tree, first, head))


def _past_number_of(scene: Surroundings, tokens: Sequence[Token], head: int) -> int:
    """Return the noun after "the number of": in "1,2 million le nombre de déplacés" those who are displaced."""
    after = scene.after(tokens[head].span.start)
    if not any(after.startswith(f"{phrase} ") for phrase in scene.words.phrases("counts")):
        return head
    for index in range(head + 1, min(len(tokens), head + _MOST_DESCRIBING)):
        if any(key in scene.words.things for key in scene.keys(tokens[index])):
            return index
    return head


def _is_people(scene: Surroundings, token: Token, keys: Sequence[str]) -> bool:
    """Whether a noun names those of a people: with a capital where without one it is an adjective."""
    if not scene.words.nationals.isdisjoint(keys):
        return True
    return token.text[:1].isupper() and not scene.words.peoples.isdisjoint(keys)


def _is_hurt(scene: Surroundings, tree: Tree, head: int) -> bool:
    """Whether what a noun with a capital names was killed or fled, whatever people or group it is."""
    tokens = tree.tokens
    if scene.words.capital_nouns or not tokens[head].text[:1].isupper() or not scene.is_running(tokens[head]):
        return False
    for token in tokens[head + 1 : head + 1 + _MOST_DESCRIBING]:
        if scene.words.has("hurting", fold(token.text).text):
            return True
        if token.pos not in ("AUX", "ADV"):
            return False
    return False
