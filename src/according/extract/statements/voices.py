"""Who speaks where nobody is named: the one who spoke last, or the one who was introduced in the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import cast

from according.extract.statements.draft import Draft
from according.knowledge.fold import load_data, texts
from according.knowledge.speech_cues import SpeechCues
from according.model import Text

_HEARD = 0.7
"""How much less sure a statement is whose speaker its sentence does not name."""
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NAMELESS = 2
"""Words behind an article that name nobody: "same statement"."""
_RECENT = 4
"""Speakers back to which a pronoun may refer."""


class Voices:
    """The speakers of an article so far. Ask with its drafts in the order of their cues."""

    def __init__(self, text: Text, cues: SpeechCues) -> None:
        self._text = text.text
        self._cues = cues
        self._kinds = {actor.chain: actor.kind for actor in text.actors}
        self._named = {actor.chain for actor in text.actors if actor.form == "name"}
        self._pronouns: dict[str, set[str]] = defaultdict(set)
        for actor in text.actors:
            if actor.form == "pronoun":
                self._pronouns[actor.chain].add(text.text[actor.span.start : actor.span.end].casefold())
        self._the = _the(text.language or "")
        self._introduced: dict[str, set[str]] = {}
        self._last: list[str | None] = []

    def heard(self, draft: Draft) -> Draft:
        """Return a draft with its speaker, where the article tells who that is."""
        words = (
            "" if draft.speaker is None else self._text[draft.speaker.start : draft.speaker.end].casefold()
        )
        chain = self._spoke_last(words) if draft.chain is None else self._same_words(draft.chain, words)
        if chain is not None:
            draft = replace(draft, chain=chain, confidence=round(draft.confidence * _HEARD, 2))
        if words:
            self._last.append(draft.chain)
        if draft.chain in self._named and words:
            self._introduced.setdefault(draft.chain, set()).update(_WORD.findall(words))
        return draft

    def _spoke_last(self, words: str) -> str | None:
        """Return who spoke last, or the last one whom a pronoun can mean; None for words that name somebody else."""
        if words in self._cues.persons:
            for chain in reversed(self._last[-_RECENT:]):
                if chain is not None and self._kinds.get(chain) == "person":
                    called = self._pronouns[chain] & self._cues.persons
                    if not called or words in called:
                        return chain
            return None
        if words in self._cues.things:
            return next((chain for chain in reversed(self._last[-_RECENT:]) if self._is_thing(chain)), None)
        if words and words not in self._cues.pronouns and not self._is_issued(words):
            return None
        return self._last[-1] if self._last else None

    def _is_issued(self, words: str) -> bool:
        """Whether words are for a text that is somebody's own, and was spoken of before: "the same statement"."""
        first, *rest = words.replace("’", "'").split()
        return first in self._the and 0 < len(rest) <= _NAMELESS and rest[-1] in self._cues.issued

    def _is_thing(self, chain: str | None) -> bool:
        return chain is not None and self._kinds.get(chain) in ("organization", "state")

    def _same_words(self, chain: str, words: str) -> str | None:
        """Return the person who was named with all the words of a description: "the spokeswoman of the ministry"."""
        if chain in self._named or self._kinds.get(chain) != "person":
            return None
        found = set(_WORD.findall(words))
        fits = [named for named, known in self._introduced.items() if found and found <= known]
        return fits[0] if len(fits) == 1 else None


@cache
def _the(language: str) -> frozenset[str]:
    """Return the words for "the" of a language."""
    known = cast(dict[str, dict[str, object]], load_data("pronouns.yml")).get(language, {})
    return frozenset(texts(known.get("the")))
