"""Articles in nearly the same words that say something else: a contradiction is no copy.

Who edits a dispatch changes words, not who did it, how many there were, or whether it happened. Sentences are compared
that have most shingles in common; where at one place of both stand different names, numbers, or in one of them a
denial, the one gainsays the other. Of very short articles the other words tell nothing (two reporters need few words
for one event, and use the same ones): there only what stands word for word in the other is a copy.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from according.knowledge.letters import capitals_tell
from according.knowledge.nationalities import state_of
from according.knowledge.negation import negation
from according.knowledge.numbers import NumberWords, number_words
from according.link.furniture import sentences
from according.link.passages import Told
from according.link.sketches import SHINGLE

SHORT = 250
"""Characters of an article that set phrases may fill: about 40 words."""
LONG = 200
"""Words from which an article is not looked at: what is changed in one is never that much of it."""
VERBATIM = 0.8
"""Share of a short article's words that must be in sentences that the other one has, too."""
GAINSAID = 0.3
"""Share of the words in common sentences from which another number or name in them makes another account."""
DENIED = 0.2
"""The same where nothing differs but a denial."""
TELLING = 0.4
"""Share of the places that differ at which that is a number, a name or a denial: who edits changes other words, too."""
UNKNOWN = 100
"""Words of an article up to which, in a language of which nobody knows how it denies, a few words may be a denial,"""
FEW = 3
"""where so many places differ at most: who edits changes more, or nothing."""
_LONGEST = 100
"""Words of a sentence that is compared."""
_STEM = 4
"""Letters at a name's beginning that are the same in its other cases."""

Edit = tuple[str, int, int, int, int]
Telling = Literal["denial", "others"]
"""What makes another account: a denial in one only, or other names and numbers."""


def is_short(told: Told) -> bool:
    """Whether set phrases may fill an article."""
    return bool(told.spans) and told.spans[-1].end - told.spans[0].start < SHORT


def gainsaid(one: Told, other: Told, language: str | None) -> bool:
    """Whether two articles are accounts of their own although most of their words are the same.

    Args:
        one: An article.
        other: Another one, in the same language.
        language: That language (BCP 47).
    """
    shorter, longer = sorted((one, other), key=lambda each: len(each.words))
    if not shorter.words or shorter.words == longer.words or len(shorter.words) > LONG:
        return False
    if is_short(shorter):
        return _verbatim(shorter, longer) < VERBATIM
    facts = _Facts(shorter, longer, language)
    compared = changed = edited = telling = denied = 0
    for said, there in _counterparts(shorter, longer):
        edits = facts.differ(said, there)
        compared += said.stop - said.start
        changed += (said.stop - said.start) * any(each is not None for each in edits)
        edited += len(edits)
        telling += sum(each is not None for each in edits)
        denied += edits.count("denial")
    if facts.denials is None and len(shorter.words) <= UNKNOWN and 0 < edited <= FEW:
        return True
    least = DENIED if denied == edited else GAINSAID
    return changed >= least * compared and telling > 0 and telling >= TELLING * edited


def _verbatim(one: Told, other: Told) -> float:
    """Return the share of an article's words in sentences that stand in the other one, or begin or end one there."""
    same = 0
    for said, there in _counterparts(one, other):
        edits = _edits(one.words[said.start : said.stop], other.words[there.start : there.stop])
        # What is added or cut at one end is no change; a change in the midst or at one end of both is.
        inner = edits[1:-1] if len(edits) > 1 else edits
        if all(kind == "equal" for kind, *_ in inner) and all(kind != "replace" for kind, *_ in edits):
            same += said.stop - said.start
    return same / len(one.words)


def _counterparts(one: Told, other: Told) -> list[tuple[range, range]]:
    """Return the sentences of an article with those of the other one that have most of their shingles."""
    of = sentences(other)
    places = defaultdict[tuple[str, ...], set[int]](set)
    for number, (start, end) in enumerate(of):
        for at in range(start, end - SHINGLE + 1):
            places[other.words[at : at + SHINGLE]].add(number)
    found = []
    for start, end in sentences(one):
        shared = Counter[int]()
        for at in range(start, end - SHINGLE + 1):
            shared.update(places.get(one.words[at : at + SHINGLE], ()))
        if shared and end - start <= _LONGEST:
            best = min(shared, key=lambda number: (-shared[number], number))
            if of[best][1] - of[best][0] <= _LONGEST:
                found.append((range(start, end), range(*of[best])))
    return found


def _edits(one: Sequence[str], other: Sequence[str]) -> list[Edit]:
    """Return what is equal and what differs; a few equal words between two places that differ are no place."""
    edits = list[Edit]()
    for kind, *at in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        start, end, other_start, other_end = at
        if len(edits) > 1 and kind != "equal" and edits[-1][2] - edits[-1][1] < SHINGLE:
            edits.pop()
            _, start, _, other_start, _ = edits.pop()
            kind = "replace"
        edits.append((kind, start, end, other_start, other_end))
    return edits


class _Facts:
    """Names, numbers and denials of two articles in one language."""

    def __init__(self, one: Told, other: Told, language: str | None) -> None:
        self._one, self._other = one, other
        self._names = _names(one, other, language)
        self._numbers = number_words(language)
        self.denials = negation(language)

    def differ(self, said: range, there: range) -> list[Telling | None]:
        """Return what tells another account at each place where sentences differ; None where that is nothing."""
        left = self._one.words[said.start : said.stop]
        right = self._other.words[there.start : there.stop]
        if left == right:
            return []
        return [
            self._differ(left[start:end], right[other_start:other_end])
            for kind, start, end, other_start, other_end in _edits(left, right)
            if kind != "equal"
        ]

    def _differ(self, one: Sequence[str], other: Sequence[str]) -> Telling | None:
        names = [[self._names[word] for word in words if word in self._names] for words in (one, other)]
        numbers = [[_number(word, self._numbers) for word in words] for words in (one, other)]
        known = self.denials
        denied = [known is not None and any(map(known.denies, words)) for words in (one, other)]
        if denied[0] != denied[1]:
            return "denial"
        if _others(*names) or _others(*([n for n in each if n is not None] for each in numbers)):
            return "others"
        # The same names in another order, with words between them: who did it to whom.
        turned = names[0] != names[1] and sorted(names[0]) == sorted(names[1])
        return "others" if turned and len(names[0]) < len(one) else None


def _others(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether each has something that the other one has not."""
    return not set(one) <= set(other) and not set(other) <= set(one)


def _names(one: Told, other: Told, language: str | None) -> dict[str, str]:
    """Return the words that are names, with what they are compared by: the state that they name, or how they begin.

    Words for a state and what is its own are names however they are written ("the Azerbaijani side", "la partie
    azerbaïdjanaise"), those are that are spelled with a capital within a sentence, and never without, and, where
    capitals tell nothing, because there are none or all nouns have one, those of who is mentioned.
    """
    if capitals_tell(language) and any((*one.raised, *other.raised)):
        named = _raised(one, other)
    else:
        named = {
            word for told in (one, other) for word, known in zip(told.words, told.named, strict=True) if known
        }
    names = {word: word[:_STEM] for word in named if not word[0].isdigit()}
    states = ((word, state_of(word, language)) for word in {*one.words, *other.words})
    return names | {word: code for word, code in states if code is not None}


def _raised(one: Told, other: Told) -> set[str]:
    raised, plain = set[str](), set[str]()
    for told in (one, other):
        first = set(told.starts)
        for at, word in enumerate(told.words):
            if not told.raised[at]:
                plain.add(word)
            elif at not in first:
                raised.add(word)
    return raised - plain


def _number(word: str, known: NumberWords) -> float | str | None:
    """Return the value of a number, or how it is written; None for any other word."""
    if any(sign.isdigit() for sign in word):
        return float(word) if word.isdecimal() else word
    roles = known.roles(word)
    if roles is None or roles.article:
        return None
    values = (roles.small, roles.round, roles.own, roles.magnitude, roles.group, roles.vague)
    return next((float(value) for value in values if value is not None), None)
