"""A text as its words stand in it: what a parser takes them for, and the small words that stand between names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import load_data, texts
from according.model import Sentence, Token

_ACTING = ("subject", "agent", "indirect object")
_TITLED = 0.7
"""Share of a sentence's longer words with a capital from which on a capital shows no name."""
_SHORT = 3
"""Letters of the words that have no capital even in titles."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around names in one language; see `knowledge/name_cues.yml`.

    `definite` ends with an article, `and_` is what stands between two that are named together, `beside` that or "with".
    `things` are words that bodies and places have in their names and people have not: `land` those of places (with the
    English ones), `press` those of papers. `event` ends the names of events, `law` those of laws and treaties;
    `unborne` are those of them all that are no surnames. `nobody` are words with a capital that name no actor, `called`
    is what people are called. `town` begins the names of towns, `several` are forms of address for more than one.
    """

    definite: re.Pattern[str]
    and_: re.Pattern[str]
    beside: re.Pattern[str]
    land: frozenset[str]
    things: frozenset[str]
    press: frozenset[str]
    event: frozenset[str]
    law: frozenset[str]
    unborne: frozenset[str]
    nobody: frozenset[str]
    called: frozenset[str]
    town: frozenset[str]
    several: frozenset[str]
    meet: frozenset[str]
    personal: frozenset[str]


@cache
def cues(language: str | None) -> Cues:
    """Return the words around names in a language (BCP 47)."""
    entries = cast(dict[str, dict[str, Any]], load_data("name_cues.yml"))
    entry = entries.get((language or "").partition("-")[0], {})
    land = frozenset(word.casefold() for each in (entries["en"], entry) for word in texts(each.get("land")))
    press = frozenset(word.casefold() for each in entries.values() for word in texts(each.get("press")))

    def among(*keys: str) -> str:
        words = sorted(
            {word for each in keys for word in texts(entry.get(each))}, key=lambda word: (-len(word), word)
        )
        return "|".join(map(re.escape, words)) or r"(?!)"

    articles = among("definite").replace("'", "['’]")
    return Cues(
        re.compile(rf"(?<!\w)(?:{articles})(?: |(?<=['’]))\Z", re.IGNORECASE),
        re.compile(rf"(?: \([^()\n]{{1,30}}\))?,? (?:{among('and')}) (?:[dl]['’])?|\s?[-–—/]\s?"),
        re.compile(rf" (?:{among('and', 'with')}) "),
        land,
        frozenset(word.casefold() for word in texts(entry.get("body"))) | land | press,
        press,
        frozenset(word for each in entries.values() for word in texts(each.get("event"))),
        frozenset(word for each in entries.values() for word in texts(each.get("law"))),
        frozenset(word for each in entries.values() for word in texts(each.get("unborne"))),
        frozenset(texts(entries["any"].get("nobody"))),
        frozenset(
            word for each in ("office", "courtesy", "speaker", "called") for word in texts(entry.get(each))
        ),
        frozenset(word.casefold() for word in texts(entries["any"].get("town"))),
        frozenset(word.casefold() for word in texts(entries["any"].get("several"))),
        frozenset(texts(entry.get("meet"))),
        frozenset(texts(entry.get("personal"))),
    )


class Scene:
    """A text with what a parser says of its words.

    Args:
        text: Running text.
        sentences: The same text as an engine annotates it.
        language: BCP 47, None when unknown.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], language: str | None) -> None:
        self.text = text
        self.sentences = sentences
        self.language = language
        self.cues = cues(language)
        self._words = {
            token.span.start: (sentence, n)
            for sentence in sentences
            for n, token in enumerate(sentence.tokens)
        }
        self._titled = {sentence.span.start for sentence in sentences if _is_titled(sentence)}
        self._small = {token.text for each in sentences for token in each.tokens if token.text.islower()}
        self.parsed = any(map(is_parsed, sentences))

    def token(self, at: int) -> Token | None:
        """Return the word that begins at a position; None where none does."""
        found = self._words.get(at)
        return found[0].tokens[found[1]] if found else None

    def is_proper(self, at: int) -> bool:
        """Return whether the word at a position is a proper noun to the parser."""
        token = self.token(at)
        return token is not None and token.pos == "PROPN"

    def is_titled(self, at: int) -> bool:
        """Return whether the word at a position stands in a heading in which nearly all words have a capital."""
        found = self._words.get(at)
        return found is not None and found[0].span.start in self._titled

    def is_small(self, word: str) -> bool:
        """Return whether the text has a word in small letters, too."""
        return word.lower() in self._small

    def acts(self, at: int) -> bool:
        """Return whether a proper noun is one that does something: most often somebody, a state or a body."""
        found = self._words.get(at)
        if found is None:
            return False
        tokens, token = found[0].tokens, found[0].tokens[found[1]]
        verb = tokens[token.head]
        return token.pos == "PROPN" and token.relation in _ACTING and verb.pos == "VERB"

    def is_met(self, at: int) -> bool:
        """Return whether a proper noun is what people are: met, the singer, or whose wife it is."""
        found = self._words.get(at)
        if found is None:
            return False
        tokens, token = found[0].tokens, found[0].tokens[found[1]]
        head = tokens[token.head]
        before = tokens[found[1] - 1] if found[1] else None
        if before is not None and before.text.islower() and before.lemma.casefold() in self.cues.called:
            return True
        if token.pos != "PROPN" or head is token:
            return False
        return (
            token.relation in ("object", "passive subject", "clause") and head.lemma in self.cues.meet
        ) or (token.relation == "genitive" and head.lemma in self.cues.personal)

    def has_article(self, at: int) -> bool:
        """Return whether an article stands before a position."""
        return self.cues.definite.search(self.text[max(0, at - 6) : at]) is not None


def is_parsed(sentence: Sentence) -> bool:
    """Return whether a parser has seen a sentence: engines without one leave its words side by side."""
    return any(token.relation not in ("root", "other", "punctuation", "name") for token in sentence.tokens)


def _is_titled(sentence: Sentence) -> bool:
    if any(token.pos == "VERB" and token.text.islower() for token in sentence.tokens):
        return False
    long = [token.text for token in sentence.tokens if token.text.isalpha() and len(token.text) > _SHORT]
    return len(long) > _SHORT and sum(word[0].isupper() for word in long) > _TITLED * len(long)
