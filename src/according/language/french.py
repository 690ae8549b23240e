"""The French engine: spaCy's `fr_core_news_md`, which follows Universal Dependencies (Sequoia, WikiNER)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from according.language.spacy_engine import SpacyEngine
from according.language.speech import nouns_of_time, right_inversions, speech_verbs
from according.language.tree import Word, from_ud
from according.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

PACKAGES = ("fr_core_news_md",)

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
_NEGATIONS = frozenset({"ne", "n'", "pas", "jamais", "guère", "nullement", "point"})
_FUSED = "-t"  # the consonant of "déclare-t-il", a token of its own


def load(package: str) -> SpacyEngine:
    """Return the engine on one of `PACKAGES`."""
    return SpacyEngine("fr", package, _KINDS, _words)


def _words(doc: Doc, start: int) -> list[Word]:
    words: list[Word] = []
    for token in doc:
        relation, pos = from_ud(token.dep_), token.pos_
        if relation == "modifier" and token.pos_ == "ADV" and token.lower_ in _NEGATIONS:
            relation = "negation"
        if token.lower_ == _FUSED:
            relation, pos = "other", "PART"
        elif words and words[-1].text.lower() == _FUSED and relation == "other":
            relation = "subject"  # the pronoun behind it, whatever the parser makes of the two
        at = start + token.idx
        form = "".join(token.morph.get("VerbForm", []))
        words.append(Word(at, at + len(token), token.text, token.lemma_, pos, token.head.i, relation, form))
    right_inversions(words, "fr")
    _find_clauses_behind_times(words)
    _find_agents(words)
    return words


def _find_agents(words: Sequence[Word]) -> None:
    """Mark who does it in a passive, read as any oblique: behind "par", on a verb with a passive subject."""
    passive = {word.head for word in words if word.relation == "passive subject"}
    by = {word.head for word in words if word.relation == "case" and word.lemma == "par"}
    for index, word in enumerate(words):
        if word.relation == "oblique" and word.head in passive and index in by:
            word.relation = "agent"


def _find_clauses_behind_times(words: Sequence[Word]) -> None:
    """Give a verb of saying the clause that the parser takes for a relative one: "a indiqué le mois dernier que…"."""
    saying, times = speech_verbs("fr"), nouns_of_time("fr")
    for index, word in enumerate(words):
        noun = words[word.head]
        if word.pos != "VERB" or word.relation != "modifier" or noun.lemma not in times:
            continue
        verb = words[noun.head]
        marks = [mark for mark in words[word.head : index] if mark.lemma == "que" and mark.head == index]
        if (
            marks
            and noun.relation in ("object", "oblique")
            and verb.lemma in saying
            and noun.head < word.head
        ):
            word.relation, word.head = "clause", noun.head
            noun.relation = "oblique"
            marks[0].relation = "marker"
