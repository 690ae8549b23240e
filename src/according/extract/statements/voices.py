"""Who speaks where nobody is named: the one who spoke last, or the one who was introduced in the same words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
_ONE_OF_SEVERAL = 0.5
"""The same of one whose pronoun may mean another."""
_BODIES = ("organization", "state")
"""What a pronoun for things can mean that speaks."""
_NEAR = 20
"""Names before a pronoun that are looked at."""
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
        self._heard_at = 0
        self._bodies = [actor for actor in text.actors if actor.kind == "organization"]
        self._body_starts = [actor.span.start for actor in self._bodies]
        self._sentences = [sentence.span.start for sentence in text.sentences]
        self._names = [actor for actor in text.actors if actor.form == "name" and actor.kind == "person"]
        self._starts = [actor.span.start for actor in self._names]

    def heard(self, draft: Draft) -> Draft:
        """Return a draft with its speaker, where the article tells who that is."""
        words = (
            "" if draft.speaker is None else self._text[draft.speaker.start : draft.speaker.end].casefold()
        )
        if draft.chain is not None:
            chain = self._same_words(draft.chain, words)
        elif words in self._cues.things and (own := self._own_bodies(draft)):
            chain = own[0] if len(own) == 1 else None
        else:
            chain = self._spoke_last(words)
        if chain is not None:
            draft = replace(draft, chain=chain, confidence=round(draft.confidence * _HEARD, 2))
        elif (
            draft.chain is not None and words in self._cues.persons and self._is_one_of_several(draft, words)
        ):
            draft = replace(draft, confidence=round(draft.confidence * _ONE_OF_SEVERAL, 2))
        if words:
            self._last.append(draft.chain)
            self._heard_at = draft.cue.start
        if draft.chain in self._named and words:
            self._introduced.setdefault(draft.chain, set()).update(_WORD.findall(words))
        return draft

    def _own_bodies(self, draft: Draft) -> list[str]:
        """Return the bodies named before "it" in its sentence, where nobody has spoken in that or the one before."""
        number = bisect_right(self._sentences, draft.cue.start) - 1
        if number < 1 or self._heard_at >= self._sentences[number - 1]:
            return []
        start = bisect_left(self._body_starts, self._sentences[number])
        stop = bisect_left(self._body_starts, draft.cue.start)
        near = self._bodies[max(start, stop - _NEAR) : stop]
        return sorted({actor.chain for actor in near if actor.form != "pronoun"})

    def _is_one_of_several(self, draft: Draft, words: str) -> bool:
        """Return whether a pronoun may as well mean another who is named in its sentence or the one before."""
        start = draft.cue.start if draft.speaker is None else draft.speaker.start
        sentence = bisect_right(self._sentences, start) - 2
        since = self._sentences[sentence] if sentence >= 0 else 0
        stop = bisect_left(self._starts, start)
        near = self._names[max(bisect_left(self._starts, since), stop - _NEAR) : stop]
        return len({actor.chain for actor in near if self._may_be(actor.chain, words)}) > 1

    def _may_be(self, chain: str, words: str) -> bool:
        """Return whether a person is called by a pronoun, or by none: "he" is nobody who is called "she"."""
        called = self._pronouns[chain] & self._cues.persons
        return not called or words in called

    def _spoke_last(self, words: str) -> str | None:
        """Return who spoke last, or the last one whom a pronoun can mean; None for words that name somebody else.

        One whom nobody could tell may be meant as well: behind him nobody is looked for.
        """
        person, thing = words in self._cues.persons, words in self._cues.things
        if words and not (person or thing or words in self._cues.pronouns or self._is_issued(words)):
            return None
        for chain in reversed(self._last[-_RECENT:]):
            if chain is None or not (person or thing):
                several = (
                    chain is not None and words in self._cues.pronouns and self._kinds.get(chain) == "person"
                )
                return None if several else chain
            if (person and self._kinds.get(chain) == "person" and self._may_be(chain, words)) or (
                thing and self._kinds.get(chain) in _BODIES
            ):
                return chain
        return None

    def _is_issued(self, words: str) -> bool:
        """Whether words are for a text that is somebody's own, and was spoken of before: "the same statement"."""
        first, *rest = words.replace("’", "'").split()
        return first in self._the and 0 < len(rest) <= _NAMELESS and rest[-1] in self._cues.issued

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
