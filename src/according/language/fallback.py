"""The engine for languages without a model: sentences, words, and names told by capitals and the words beside them."""

from __future__ import annotations

from according.knowledge.capitals import calmed
from according.language.guess import guess, survey
from according.language.plain import plain, straight
from according.language.sentences import sentences
from according.language.tree import sentence, settle_names
from according.language.words import words
from according.model import Sentence


class FallbackEngine:
    """An engine that knows rules and cue words only. What its words are to each other it does not tell.

    Args:
        language: BCP 47 primary subtag, None when unknown.
    """

    def __init__(self, language: str | None) -> None:
        self.language = language

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text with their tokens and names; positions are those of `text`."""
        ready = plain(text)
        spans = sentences(ready.text, self.language)
        readable = calmed(straight(ready.text), self.language)
        rows = [words(readable, span, self.language) for span in spans]
        seen = survey(rows, self.language)
        found = []
        for span, row in zip(spans, rows, strict=True):
            names = guess(row, seen)
            for name in names:
                for word in row[name.first : name.last + 1]:
                    word.pos = "PROPN" if word.pos == "X" else word.pos
            settle_names(row, names)
            found.append(sentence(ready, text, span, row, names))
        return found
