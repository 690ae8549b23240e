"""The engine for languages without a model: sentences, words, and names told by capitals and the words beside them."""

from __future__ import annotations

import re

from according.language.plain import plain, straight
from according.language.sentences import sentences
from according.language.tree import Word, sentence
from according.model import Sentence

_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*\.?|\S")


class FallbackEngine:
    """An engine that knows rules and cue words only."""

    def __init__(self, language: str | None) -> None:
        self.language = language

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text with their tokens and names; positions are those of `text`."""
        ready = plain(text)
        parsed = straight(ready.text)
        found = []
        for span in sentences(ready.text, self.language):
            words = [
                Word(m.start(), m.end(), m.group(), m.group().lower(), "X", 0, "other")
                for m in _WORD.finditer(parsed, *span)
            ]
            words[0].relation = "root"
            found.append(sentence(ready, text, span, words, []))
        return found
