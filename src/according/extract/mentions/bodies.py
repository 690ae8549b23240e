"""Organizations by what they call themselves: a capitalised noun for a body, with all that belongs to its name.

Models see the half of such names ("Institut" of "Institut de recherche agronomique") or none; the parse has the
whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.extract.mentions.taken import words_at
from according.knowledge.fold import load_data, texts
from according.model import Candidate, Form, Sentence, Span, Token

SEEN = 0.75
"""Confidence in a body that is known by its noun alone."""
_MOST_WORDS = 14
_BEFORE = ("modifier", "name", "genitive")
_WITHIN = ("modifier", "name", "genitive", "case", "determiner", "conjunct", "oblique")
_JOINERS = ("CCONJ", "PUNCT")


@dataclass(frozen=True, slots=True)
class _Bodies:
    nouns: frozenset[str]
    weak: frozenset[str]
    first: bool
    links: frozenset[str]
    never: frozenset[str]


@cache
def _bodies(language: str) -> _Bodies | None:
    entry = cast(dict[str, dict[str, Any]], load_data("bodies.yml")).get(language)
    if entry is None:
        return None
    return _Bodies(
        frozenset(texts(entry["nouns"])),
        frozenset(texts(entry["weak"])),
        entry["first"],
        frozenset(texts(entry.get("links"))),
        frozenset(texts(entry.get("never"))),
    )


def bodies(text: str, sentences: Sequence[Sentence], language: str | None) -> list[Candidate]:
    """Return the organizations in `text` that are named by a noun for a body; needs a parse."""
    known = _bodies((language or "").partition("-")[0])
    if known is None:
        return []
    found = []
    for sentence in sentences:
        for span in _spans(sentence, known):
            written = words_at(text, span)
            found.append(Candidate(span, "organization", "name", written, None, None, None, SEEN, "body"))
    return found


def own(text: str, spans: Iterable[Span]) -> list[Candidate]:
    """Return armies and governments that are no state's, as `described` finds them."""
    found = []
    for span in spans:
        written = words_at(text, span)
        form: Form = "name" if any(word[:1].isupper() for word in written.split()) else "description"
        found.append(Candidate(span, "organization", form, written, None, None, None, SEEN, "body"))
    return found


def _spans(sentence: Sentence, known: _Bodies) -> Iterator[Span]:
    tokens = sentence.tokens
    if all(token.relation in ("root", "other", "punctuation", "name") for token in tokens):
        return  # no parser has seen it
    for n, token in enumerate(tokens):
        lemma = token.lemma.casefold()
        weak = lemma in known.weak
        if not weak and lemma not in known.nouns:
            continue
        first, last = _reach(tokens, n, known)
        inside = [each for each in tokens[first : last + 1] if each is not token]
        named = [each for each in inside if each.text[:1].isupper()]
        # In Russian the first word alone has a capital, and opens a sentence more often than a name.
        opens = token.text[:1].isupper() or (known.first and 0 < first < n)
        capital = opens and (n > 0 or bool(named))
        if (named if weak else capital and inside) and last - first < _MOST_WORDS:
            yield Span(tokens[first].span.start, tokens[last].span.end)


def _reach(tokens: Sequence[Token], head: int, known: _Bodies) -> tuple[int, int]:
    """The first and the last word of the name around its noun: an unbroken run of what belongs to it."""
    first = head
    while first > 0 and tokens[first - 1].text[:1].isupper():
        before = tokens[first - 1]
        if not first <= before.head <= head or before.relation not in _BEFORE:
            break
        first -= 1
    last = head
    while (last + 1 < len(tokens) and tokens[last + 1].text.casefold() not in known.never) and (
        _belongs(tokens, head, last + 1, known.links) or (known.first and _qualifies(tokens, last + 1))
    ):
        last += 1
    while last > head and (
        tokens[last].pos in (*_JOINERS, "ADP", "DET", "PART") or not tokens[last].text[-1:].isalnum()
    ):
        last -= 1
    return first, last


def _is_linked(tokens: Sequence[Token], n: int, links: frozenset[str]) -> bool:
    """Whether a word has no preposition, or one that names are made with: of and for, not with and at."""
    return all(
        token.text.lower().rstrip("'’") in links
        for token in tokens
        if token.relation == "case" and tokens[token.head] is tokens[n]
    )


def _qualifies(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word is an adjective right behind the name, on whatever the parser hangs it."""
    beside = tokens[n].span.start == tokens[n - 1].span.end + 1
    qualifying = tokens[n].pos == "ADJ" or (tokens[n].pos == "PROPN" and tokens[n].relation == "modifier")
    return beside and qualifying and tokens[n].text.islower()


def _is_hyphenated(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word is a hyphen or stands behind one without a space: "russo-turc"."""
    glued = tokens[n].span.start == tokens[n - 1].span.end
    return glued and "-" in (tokens[n].text, tokens[n - 1].text)


def _belongs(tokens: Sequence[Token], head: int, n: int, links: frozenset[str]) -> bool:
    """Whether a word hangs on the noun through nothing but what names are made of."""
    at = n
    for _ in range(_MOST_WORDS):
        token = tokens[at]
        if at == head or (at == n and _is_hyphenated(tokens, n)):
            return True
        if token.relation not in _WITHIN and token.pos not in _JOINERS:
            return False
        if token.pos in ("VERB", "AUX", "PRON", "ADV"):
            return False
        if not _is_linked(tokens, at, links):
            return False
        if token.pos == "PUNCT" and token.text not in (",", "-", "’", "'"):
            return False
        if token.relation == "conjunct" and token.head == head:
            return False  # another body beside this one
        at = token.head
    return False
